import type { Edit } from '../compare/index.js'
import type { Clause, Language, Metadata, Policy } from '../model/index.js'

/**
 * What differs between two versions of a policy: the value every paper about it is made from.
 *
 * Every clause of both versions stands in exactly one entry. Entries follow the new version; a removed clause stands where it stood,
 * after the entry of the clause before it.
 */
export interface Comparison {
  readonly old: Edition
  readonly next: Edition
  readonly entries: readonly Entry[]
  /** What differs in the front matter. */
  readonly facts: readonly FactChange[]
  /** Typed references that no longer point at what they pointed at. */
  readonly stale: readonly StaleReference[]
  /** Words that others took the place of throughout. */
  readonly replaced: readonly Replacement[]
  /** False when a text was too large to compare exactly: the edits are right, but may mark more than needed. */
  readonly precise: boolean
}

/** A line of the front matter that differs; `undefined` for one that was not there. */
export interface FactChange {
  readonly fact: keyof Metadata
  readonly old: unknown
  readonly next: unknown
}

/** A typed reference that stayed as it was while the number it names went to another clause, or to none. */
export interface StaleReference {
  /** The clause it stands in, of the new version. */
  readonly clause: EntryClause['clause']
  /** As it is written: "artikel 2, lid 1". */
  readonly text: string
  /** What it pointed at in the old version. */
  readonly before: EntryClause['clause']
  /** What bears that number now. */
  readonly now?: EntryClause['clause']
  /** The number that clause has now; absent when it is gone. */
  readonly follow?: string
}

/** A term that another took the place of wherever it stood. */
export interface Replacement {
  readonly old: string
  readonly next: string
  /** How often. */
  readonly times: number
  /** `editorial` where the definition stayed the same. */
  readonly significance: 'substantive' | 'editorial'
  /** The clauses it stands in, of the new version. */
  readonly clauses: readonly Clause[]
}

/** One of the two versions, as given. */
export interface Side {
  readonly policy: Policy
  /** The clauses of the policy; computed when absent. */
  readonly clauses?: readonly Clause[]
  /** Printed numbers by clause index. A number that stands in the text itself is found without. */
  readonly numbers?: ReadonlyMap<number, string>
  /** How references print, by target; the target's number when absent. */
  readonly references?: ReadonlyMap<string, string>
  /** How the version was named: a release, a revision, a path. */
  readonly ref: string
  /** The content hash. */
  readonly hash: string
}

export interface Edition {
  readonly ref: string
  readonly title: string
  readonly version?: string
  /** In which language it is, or is taken to be. */
  readonly lang: Language
  readonly hash: string
}

/** What became of a clause. A move is told apart, in `moved`; a new number, in `renumbered`: neither is an edit. */
export type Fate = 'unchanged' | 'edited' | 'added' | 'removed' | 'split' | 'merged'

/**
 * What a change does to the rules. `substantive`: a reason is known. `typographical` and `editorial`: every edit is proved harmless.
 * `to-read`: neither, so a person must judge. `none` for a clause that is the same, or whose number alone is another.
 */
export const SIGNIFICANCES = ['none', 'typographical', 'editorial', 'to-read', 'substantive'] as const
export type Significance = (typeof SIGNIFICANCES)[number]

export interface Entry {
  readonly fate: Fate
  /** In another place or order than the clauses around it; not when it went along with its section. */
  readonly moved: boolean
  readonly renumbered: boolean
  readonly significance: Significance
  /** Why the significance is what it is, gravest first. */
  readonly reasons: readonly Reason[]
  /** The author's explanation, from `changes` in the front matter. */
  readonly why?: string
  /** One clause; none for `added`, several for `merged`. */
  readonly old: readonly EntryClause[]
  /** One clause; none for `removed`, several for `split`. */
  readonly next: readonly EntryClause[]
  /** What changed in the words. Empty for `added` and `removed`, whose every word is new or gone. */
  readonly edits: readonly Edit[]
  /** What differs only typographically or in printed numbers, between the edits. */
  readonly typography: readonly Edit[]
  readonly precise: boolean
}

/** A clause as it stood in one version. */
export interface EntryClause {
  readonly clause: Clause
  readonly id?: string
  /** The printed number, computed or as found in the text. */
  readonly number?: string
  /** Its line in the source file, from 1. */
  readonly line: number
  /** Its plain text. Offsets of edits count in it; in several texts of one side, as if a line end stood between them. */
  readonly text: string
  /** Length of the printed number at the start of the text. */
  readonly label: number
}

/** One thing that made a change matter, with the words on both sides; empty for what was not there. */
export interface Reason {
  readonly kind: ReasonKind
  readonly old: string
  readonly next: string
}

/** Every kind of reason, gravest first, with what it says. */
export const REASONS = {
  norm: 'What must, may or should be done is another: obligation, prohibition, permission, condition, recommendation.',
  negation: 'A negation came or went.',
  opposite: 'A word became its opposite or another of its kind: before and after, at least and at most, accepted and refused.',
  binding: 'How far something binds is another: a result or an effort, a decision or advice, consent or consultation.',
  number: 'A number is another.',
  amount: 'An amount of money is another.',
  period: 'A period, frequency or unit is another.',
  date: 'A date is another.',
  addressee: 'Another person or body must, may or decides, or two of them changed places.',
  term: 'A defined term, or the words that define it, are others.',
  throughout: 'A term became another wherever it stands, and no definition tells that it means the same.',
  reference: 'A reference points at another clause.',
  condition: 'A condition came, went or became another: if, provided that, and instead of or.',
  exception: 'An exception came, went or became another: unless, except.',
  scope: 'A word that widens or narrows the rule is another: always, only, all, in writing.',
  list: 'A member of a list came or went, or behind a label one value took the place of another.',
  name: 'A name is another: of a place, a law, a body.',
  lookalike: 'A word became another real word that looks like it: assess and access.',
  content: 'Words of weight came or went, without others in their place.',
  added: 'The clause is new.',
  removed: 'The clause is gone.',
  wording: 'The words are others. No rule above names a change of meaning, and none below proves that there is none.',
  length:
    'More words changed at once, or stand in one clause or in all that changed, than are judged: 2,000 in one change, 20,000 in a clause, 80,000 in all clauses that changed. Nothing is known of what it means.',
  replaced:
    'The clause stands under another heading, item or lead-in, or in a quotation or out of one: the same words may be another rule.',
  level: 'The heading is of another level, so that it may stand over other rules.',
  link: 'A link leads to another address, or an image or a footnote is another.',
  split: 'The clause is divided over several.',
  merged: 'Several clauses are one.',
  moved: 'The clause stands in another place.',
  edition: 'The line that says when the text was last changed, or which version it is.',
  contents: 'A line of a list of contents, which follows the heading it leads to.',
  renamed: 'A term bears another name throughout, with the same definition.',
  order: 'The same words in another order, or the same act in the active or passive form.',
  synonym: 'Other words that say the same: prior to for before, shall for must.',
  inclusive: 'One person or office, named for every sex.',
  abbreviation: 'An abbreviation, or the words it stands for.',
  renumbering: 'A reference follows its target, whose number changed.',
  grammar: 'The form of a word agrees with the words around it.',
  notation: 'The same number, date, time or amount is written otherwise.',
  spelling: 'Words are spelled otherwise.',
  punctuation: 'Punctuation or capitals are others, and bind nothing else.',
  typography: 'Quotation marks, dashes or spaces are others.',
  markup: 'Emphasis or the form of the clause is another.',
  author: 'The author judged the change, in `changes` of the front matter.',
} as const

export type ReasonKind = keyof typeof REASONS
