import { type Message, plainText } from '../model/index.js'
import { modalityOf } from '../norms/index.js'
import type { Resolved } from '../resolve/index.js'
import { leadsIn, valuesOf } from '../schools/index.js'
import { toComparisonJson } from '../versions/index.js'
import { addresses, addressOf } from './addresses.js'
import { changePage } from './change-page.js'
import { policyIndex } from './data-files.js'
import { neverBegan } from './force-words.js'
import { frameOf, type MadePage } from './frame.js'
import { historiesOf, type ToldHistories, toldOf } from './history.js'
import { historyPage } from './history-page.js'
import { checkLinks, eachOnce } from './links.js'
import { policyPage, versionPage } from './policy-page.js'
import { spokenOf } from './search-matters.js'
import type {
  Force,
  Passage,
  PolicyStanding,
  PolicySummary,
  ShownVersion,
  SiteFile,
  SitePolicy,
  SiteSetting,
  SiteVersion,
  VersionStanding,
} from './types.js'

/** Files, and the addresses of the rest of the site that their pages link to. */
interface FilesOut {
  readonly files: readonly SiteFile[]
  readonly outside: readonly string[]
}

/** What tells of other organisations: what a policy is today, and each clause through time. */
interface CurrentFiles {
  readonly current: FilesOut
  readonly messages: readonly Message[]
}

/** All that is made of one policy. */
interface PolicyFiles extends CurrentFiles {
  /** All that follows from its texts alone. */
  readonly lasting: FilesOut
  readonly histories: ToldHistories
  readonly summary: PolicySummary
}

/** Which of several versions the address of a policy shows: what is in force before what will be, and that before what was. */
const SHOWN_FIRST: readonly Force[] = [
  'in-force',
  'unknown',
  'unproved',
  'coming',
  'withdrawn',
  'former',
  'overtaken',
  'proposed',
  'draft',
]

/** The version that the address of a policy shows. Throws without one. */
export function shownOf<T extends Pick<VersionStanding, 'force' | 'since' | 'until'>>(versions: readonly T[]): T {
  for (const force of SHOWN_FIRST) {
    const own = versions.filter((version) => version.force === force)
    // Of what was withdrawn, what was in force until then.
    const found = own.findLast((version) => !neverBegan(version)) ?? own.at(-1)
    if (found) return found
  }
  throw new Error('A policy of the site has a version')
}

/** The pages of one policy: what it is today, every version, what changed between neighbours, each clause through time; and its files. */
export function policyFiles(policy: SitePolicy, setting: SiteSetting): PolicyFiles {
  const { versions, changes } = policy
  const frame = frameOf(setting)
  const shown = shownOf(versions)
  const ids: ReadonlySet<string> = new Set(shown.resolved.byId.keys())
  const histories = toldOf(historiesOf(policy, shown.version, ids))
  const current = currentPages(policy, shown, histories, setting)
  const pages = [
    ...versions.map((version) => frame(versionPage(policy, version, setting))),
    ...changes.map((change) => frame(changePage(policy, change, setting))),
  ]
  const data = dataOf(policy, shown)
  const { outside, messages } = checkLinks([...current, ...pages], new Set(data.map(({ path }) => path)))
  return {
    current: filesOut(current, [], outside),
    lasting: filesOut(pages, data, outside),
    histories,
    summary: summaryOf(policy, shown, ids),
    messages: [...[...current, ...pages].flatMap((page) => page.messages), ...messages],
  }
}

/** Only the pages that tell of other organisations, with what was told of the same texts before and the files that stand there of them. */
export function currentFiles(
  policy: PolicyStanding,
  shown: ShownVersion,
  histories: ToldHistories,
  beside: readonly string[],
  setting: SiteSetting,
): CurrentFiles {
  const pages = currentPages(policy, shown, histories, setting)
  const { outside, messages } = checkLinks(pages, new Set(beside.map(addressOf)))
  return { current: filesOut(pages, [], outside), messages: [...pages.flatMap((page) => page.messages), ...messages] }
}

const currentPages = (
  policy: PolicyStanding,
  shown: ShownVersion,
  histories: ToldHistories,
  setting: SiteSetting,
): readonly MadePage[] =>
  [policyPage(policy, shown, histories, setting), historyPage(policy, shown, histories, setting)].map(frameOf(setting))

const filesOut = (
  pages: readonly MadePage[],
  others: readonly SiteFile[],
  outside: ReturnType<typeof checkLinks>['outside'],
): FilesOut => ({
  files: [...pages.map(({ file }) => file), ...others],
  outside: eachOnce(pages.map(({ address }) => outside.get(address) ?? [])),
})

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
    versions: versions.map(({ version, force, since, until, next, proved, hash }) => ({
      version,
      force,
      ...(since === undefined ? {} : { since }),
      ...(until === undefined ? {} : { until }),
      ...(next === undefined ? {} : { next }),
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
