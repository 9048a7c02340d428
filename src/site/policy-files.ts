import { modalityOf } from '../language/norms/index.js'
import { type Message, plainText } from '../model/index.js'
import type { Resolved } from '../resolve/index.js'
import { leadsIn, valuesOf } from '../schools/index.js'
import { toComparisonJson } from '../versions/index.js'
import { addresses, addressOf } from './addresses.js'
import { changePage } from './change-page.js'
import { policyIndex } from './data-files.js'
import { frameOf, type MadePage } from './frame.js'
import { historiesOf } from './history.js'
import { historyPage } from './history-page.js'
import { checkLinks, eachOnce } from './links.js'
import type { MadePolicy } from './made.js'
import { policyPage, versionPage } from './policy-page.js'
import { spokenOf } from './search-matters.js'
import type { Force, Passage, PolicySummary, SiteFile, SitePolicy, SiteSetting, SiteVersion } from './types.js'

/** Files, and the addresses of the rest of the site that their pages link to. */
interface FilesOut {
  readonly files: readonly SiteFile[]
  readonly outside: readonly string[]
}

/** All that is made of one policy. */
interface PolicyFiles {
  /** What it is today and each clause through time: the pages that tell of other organisations. */
  readonly current: FilesOut
  /** All else, which follows from its texts alone; absent where it stands there as it was made. */
  readonly lasting?: FilesOut
  readonly summary: PolicySummary
  readonly messages: readonly Message[]
}

/** Which of several versions the address of a policy shows: what is in force before what will be, and that before what was. */
const SHOWN_FIRST: readonly Force[] = ['in-force', 'unproved', 'coming', 'former', 'withdrawn', 'proposed', 'draft']

/** The version that the address of a policy shows. Throws without one. */
export function shownOf<T extends { readonly force: Force }>(versions: readonly T[]): T {
  for (const force of SHOWN_FIRST) {
    const found = versions.findLast((version) => version.force === force)
    if (found) return found
  }
  throw new Error('A policy of the site has a version')
}

/**
 * The pages of one policy: what it is today, every version, what changed between neighbours, each clause through time; and its files. With `known`, what
 * was made of the same texts, only the pages that tell of other organisations.
 */
export function policyFiles(
  policy: SitePolicy,
  setting: SiteSetting,
  known?: Pick<MadePolicy, 'summary' | 'lasting'>,
): PolicyFiles {
  const { versions, changes } = policy
  const frame = frameOf(setting)
  const shown = shownOf(versions)
  const ids: ReadonlySet<string> = new Set(shown.resolved.byId.keys())
  const histories = historiesOf(policy, shown.version, ids)
  const current = [frame(policyPage(policy, shown, histories, setting)), frame(historyPage(policy, shown, histories, setting))]
  const pages = known
    ? []
    : [
        ...versions.map((version) => frame(versionPage(policy, version, setting))),
        ...changes.map((change) => frame(changePage(policy, change, setting))),
      ]
  const data = known ? [] : dataOf(policy, shown)
  const beside = known ? known.lasting.files.map(([path]) => addressOf(path)) : data.map(({ path }) => path)
  const { outside, messages } = checkLinks([...current, ...pages], new Set(beside))
  const filesOut = (made: readonly MadePage[], others: readonly SiteFile[]): FilesOut => ({
    files: [...made.map(({ file }) => file), ...others],
    outside: eachOnce(made.map(({ address }) => outside.get(address) ?? [])),
  })
  return {
    current: filesOut(current, []),
    ...(known ? {} : { lasting: filesOut(pages, data) }),
    summary: known?.summary ?? summaryOf(policy, shown, ids),
    messages: [...[...current, ...pages].flatMap((page) => page.messages), ...messages],
  }
}

/** A policy as data, and the forms of its versions. */
const dataOf = (policy: SitePolicy, shown: SiteVersion): readonly SiteFile[] => [
  policyIndex(policy, shown.version),
  ...policy.versions.flatMap((version): SiteFile[] => {
    const folder = addresses.version(policy.name, version.version)
    return [
      { path: `${folder}policy.md`, bytes: version.source },
      { path: `${folder}policy.json`, bytes: json(version.data) },
      ...version.papers.map(({ ending, bytes }) => ({ path: `${folder}policy.${ending}`, bytes })),
    ]
  }),
  ...policy.changes.map(({ from, to, comparison }): SiteFile => {
    const path = `${addresses.change(policy.name, from, to)}comparison.json`
    return { path, bytes: json(toComparisonJson(comparison)) }
  }),
]

const json = (value: unknown): string => `${JSON.stringify(value)}\n`

function summaryOf(
  { name, lang, organisation, subject, versions }: SitePolicy,
  shown: SiteVersion,
  ids: ReadonlySet<string>,
): PolicySummary {
  const { metadata } = shown.resolved.policy
  const { folder, name: full, short } = organisation
  return {
    name,
    title: metadata.title,
    lang,
    organisation: { folder, name: full, short },
    ...(subject === undefined ? {} : { subject }),
    versions: versions.map(({ version, force, since, proved, hash }) => ({
      version,
      force,
      ...(since === undefined ? {} : { since }),
      proved,
      hash,
    })),
    shown: shown.version,
    ...(metadata.review === undefined ? {} : { review: metadata.review }),
    passages: passagesOf(shown.resolved),
    ids: [...ids],
  }
}

/** The clauses that say something, each with the titles above it and the words it completes. */
export function passagesOf(resolved: Resolved): readonly Passage[] {
  const { lang } = resolved.policy.metadata
  const leads = leadsIn(resolved.clauses)
  return resolved.clauses.flatMap((clause): readonly Passage[] => {
    const text = plainText(clause.node).replace(/\s+/g, ' ').trim()
    if (clause.id === undefined || clause.kind === 'section' || text === '') return []
    const sections: string[] = []
    for (let up = clause.parent; up; up = up.parent) if (up.kind === 'section') sections.unshift(plainText(up.node).trim())
    const lead = leads.get(clause)
    const words = { text, sections, ...(lead === undefined ? {} : { lead }) }
    const { id, number = '' } = clause
    const counted = valuesOf(text, lang).some(({ kind }) => kind !== 'place')
    return [{ id, number, ...words, stance: modalityOf(text, lang), counted, spoken: spokenOf(words, lang) }]
  })
}
