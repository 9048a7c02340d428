import type { Edit } from '../compare/index.js'
import type { Reason, Significance } from '../gravity/index.js'
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
  /** It was given for other words than the clause has now. */
  readonly whyOfOthers?: true
  /** What the author calls the change, where that is less than what was found: it is told beside that, and proves nothing. */
  readonly called?: Significance
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
