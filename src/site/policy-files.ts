import { modalityOf } from '../language/norms/index.js'
import { type Message, plainText } from '../model/index.js'
import type { Resolved } from '../resolve/index.js'
import { leadsIn, valuesOf } from '../schools/index.js'
import { toComparisonJson } from '../versions/index.js'
import { addresses } from './addresses.js'
import { changePage } from './change-page.js'
import { policyIndex } from './data-files.js'
import { frameOf } from './frame.js'
import { historiesOf } from './history.js'
import { historyPage } from './history-page.js'
import { checkLinks } from './links.js'
import { policyPage, versionPage } from './policy-page.js'
import { spokenOf } from './search-matters.js'
import type { Force, Passage, PolicySummary, SiteFile, SitePolicy, SiteSetting, SiteVersion } from './types.js'

/** All that is made of one policy. */
interface PolicyFiles {
  readonly files: readonly SiteFile[]
  readonly summary: PolicySummary
  /** Addresses of the rest of the site that its pages link to. */
  readonly outside: readonly string[]
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

/** The pages of one policy: what it is today, every version, what changed between neighbours, each clause through time; and its files. */
export function policyFiles(policy: SitePolicy, setting: SiteSetting): PolicyFiles {
  const { name, versions, changes } = policy
  const frame = frameOf(setting)
  const shown = shownOf(versions)
  const ids: ReadonlySet<string> = new Set(shown.resolved.byId.keys())
  const histories = historiesOf(policy, shown.version, ids)
  const pages = [
    frame(policyPage(policy, shown, histories, setting)),
    frame(historyPage(policy, shown, histories, setting)),
    ...versions.map((version) => frame(versionPage(policy, version, setting))),
    ...changes.map((change) => frame(changePage(policy, change, setting))),
  ]
  const data = [
    policyIndex(policy, shown.version),
    ...versions.flatMap((version): SiteFile[] => {
      const folder = addresses.version(name, version.version)
      return [
        { path: `${folder}policy.md`, bytes: version.source },
        { path: `${folder}policy.json`, bytes: json(version.data) },
        ...version.papers.map(({ ending, bytes }) => ({ path: `${folder}policy.${ending}`, bytes })),
      ]
    }),
    ...changes.map(({ from, to, comparison }): SiteFile => {
      return { path: `${addresses.change(name, from, to)}comparison.json`, bytes: json(toComparisonJson(comparison)) }
    }),
  ]
  const { outside, messages } = checkLinks(pages, new Set(data.map(({ path }) => path)))
  return {
    files: [...pages.map(({ file }) => file), ...data],
    summary: summaryOf(policy, shown, ids),
    outside,
    messages: [...pages.flatMap((page) => page.messages), ...messages],
  }
}

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
