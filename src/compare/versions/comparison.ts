import type { Clause, Policy } from '../../model/index.js'
import type { Edit } from '../text/index.js'

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
  /** False when a text was too large to compare exactly: the edits are right, but may mark more than needed. */
  readonly precise: boolean
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
  readonly hash: string
}

/** What became of a clause. A move is told apart, in `moved`; a new number, in `renumbered`: neither is an edit. */
export type Fate = 'unchanged' | 'edited' | 'added' | 'removed' | 'split' | 'merged'

/** `none` for a clause that is the same, or whose number alone is another. */
export type Significance = 'none' | 'typographical' | 'editorial' | 'substantive'

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
  readonly old: readonly Piece[]
  /** One clause; none for `removed`, several for `split`. */
  readonly next: readonly Piece[]
  /** What changed in the words. Empty for `added` and `removed`, whose every word is new or gone. */
  readonly edits: readonly Edit[]
  /** What differs only typographically or in printed numbers, between the edits. */
  readonly typography: readonly Edit[]
  readonly precise: boolean
}

/** A clause as it stood in one version. */
export interface Piece {
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
  number: 'A number is another.',
  amount: 'An amount of money is another.',
  period: 'A period or frequency is another.',
  date: 'A date is another.',
  addressee: 'Another person or body must, may or decides.',
  term: 'A defined term, or the words that define it, are others.',
  reference: 'A reference points at another clause.',
  scope: 'A word that widens or narrows the rule is another: always, only, unless, provided that.',
  content: 'Words were added or dropped that may carry a rule of their own.',
  added: 'The clause is new.',
  removed: 'The clause is gone.',
  split: 'The clause is divided over several.',
  merged: 'Several clauses are one.',
  moved: 'The clause stands in another place.',
  wording: 'The words are others; no rule above sees a change of meaning.',
  renumbering: 'A reference follows its target, whose number changed.',
  link: 'A link leads to another address.',
  spelling: 'Words are spelled otherwise.',
  punctuation: 'Punctuation or capitals are others.',
  typography: 'Quotation marks, dashes or spaces are others.',
  markup: 'Emphasis or the form of the clause is another.',
  author: 'The author judged the change, in `changes` of the front matter.',
} as const

export type ReasonKind = keyof typeof REASONS
