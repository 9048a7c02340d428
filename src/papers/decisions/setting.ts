import { carries, type Decision, decisions, type End, hashPolicy, RECORDED, type Succession } from '../../decide/index.js'
import { withArticle } from '../../language/index.js'
import type { Organisation } from '../../model/index.js'
import { type Brand, type DocBlock, type Document, longDate, type Wording } from '../../present/index.js'
import type { Resolved } from '../../resolve/index.js'
import type { Comparison } from '../../versions/index.js'
import type { VersionSetting } from '../versions/index.js'

/** What the papers about a decision are made of: the text that is decided on, and what it differs in from the version before. */
export interface DecisionSetting {
  readonly resolved: Resolved
  /** Absent for a text of no organisation. */
  readonly organisation?: Organisation
  readonly brand: Brand
  /** Keys `resolution.*`, `notice.*`, `right.*`, `document.page`, in the language of the text. */
  readonly wording: Wording
  /** What it takes the place of; absent where that is not known. */
  readonly succession?: Succession
  /** What ended it since, or will; absent where nothing on record does. */
  readonly end?: End
  /** With the version before; absent where none is known. */
  readonly revision?: { readonly comparison: Comparison; readonly setting: VersionSetting }
}

/** What the papers say of the text in many places. */
export interface TextFacts {
  readonly hash: string
  readonly title: string
  /** "Protocol social media, versie 1.1.0" */
  readonly name: string
  /** The same as a sentence names it: "het Protocol social media, versie 1.1.0" */
  readonly named: string
  /** How its version is called; the whole text where it has none. */
  readonly edition: string
  /** Every decision that was taken or is asked, in the order of the route. */
  readonly all: readonly Decision[]
  /** The decision by which it is adopted; absent where no route says who adopts. */
  readonly adoption?: Decision
  /** The version it goes on from, whether or not that one was ever in force. */
  readonly former?: string
}

export function factsOf({ resolved, organisation, wording, revision }: DecisionSetting): TextFacts {
  const { metadata } = resolved.policy
  const { title, version, predecessor } = metadata
  const nameOf = (words: string) => (version === undefined ? words : wording('resolution.name', { title: words, version }))
  const hash = hashPolicy(resolved.source)
  const route = metadata.route ?? organisation?.route
  const all = decisions({ ...metadata, ...(route ? { route } : {}) }, hash, RECORDED)
  const adoption = all.findLast(({ right, standing }) => right === 'adoption' && standing !== 'superseded')
  const former = predecessor?.version ?? revision?.comparison.old.version
  return {
    hash,
    title,
    name: nameOf(title),
    named: nameOf(withArticle(title, metadata.lang)),
    edition: version === undefined ? wording('resolution.unversioned') : wording('resolution.version', { version }),
    all,
    ...(adoption ? { adoption } : {}),
    ...(former === undefined ? {} : { former }),
  }
}

/** Whether the text was adopted: by who adopts, on exactly these words. */
export const isAdopted = ({ adoption }: TextFacts): boolean =>
  adoption !== undefined && carries(adoption.standing) && adoption.approval?.decision === 'positive'

/** Room to fill in by hand, in groups: veraPDF takes five times the same sign for no text (WCAG 2.2, 1.3.1). */
const BLANK = ['…………', '…………', '…………'].join('\u00a0')

/** A value where it is known, else room for it. */
export const known = (value: string | undefined): string => value ?? BLANK

export const dayOf = (date: string | undefined, { resolved }: DecisionSetting): string | undefined =>
  date === undefined ? undefined : longDate(date, resolved.policy.metadata.lang)

/** Who decides, as a sentence names them. */
export const whoOf = ({ body, approval }: Decision, { resolved, wording }: DecisionSetting): string =>
  withArticle(body ?? approval?.name ?? wording('resolution.somebody'), resolved.policy.metadata.lang)

/** Digits of a hash that tell the texts of one policy apart; proposals are named by as many. */
const SHORT = 8

/** The beginning of a hash in two groups that can be read aloud. */
export const shortHash = (hash: string): string =>
  hash
    .replace(/^sha256:/, '')
    .slice(0, SHORT)
    .replace(/(?<=^.{4})/, '\u00a0')

/** Running texts and properties of a paper about one text; `kind` names it: `<kind>.title`. */
export function frame(
  kind: 'resolution' | 'notice',
  setting: DecisionSetting,
  facts: TextFacts,
  { mark, date, children }: { readonly mark?: string; readonly date?: string; readonly children: readonly DocBlock[] },
): Document {
  const { organisation, brand, wording, resolved, revision } = setting
  const owner = organisation?.name ?? facts.title
  const title = wording(`${kind}.title`, { title: facts.title, named: withArticle(facts.title, resolved.policy.metadata.lang) })
  const kicker = wording(`${kind}.kind`)
  return {
    type: 'document',
    ...(mark === undefined ? {} : { mark }),
    title,
    lang: resolved.policy.metadata.lang,
    properties: {
      author: owner,
      subject: facts.name,
      keywords: [...(revision ? [revision.comparison.old.hash] : []), facts.hash],
      ...(date === undefined ? {} : { date }),
    },
    brand,
    header: owner,
    footer: `${kicker} · ${facts.name}`,
    pageNumber: wording('document.page'),
    orientation: 'portrait',
    attachments: [],
    children: [
      { type: 'cover', head: true, title, subtitle: facts.edition, organisation: organisation?.name ?? '', facts: [] },
      ...children,
    ],
  }
}
