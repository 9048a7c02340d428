import type { ClauseKind, Language } from '../../model/index.js'
import type { Modality, Stance } from '../norms/index.js'

/** A clause as the comparison of schools sees it: words only, numbers and parameters filled in. */
export interface SchoolClause {
  /** Unique in its policy. */
  readonly id: string
  /** The printed number, empty without one. */
  readonly number: string
  /** Line in the source, from 1. */
  readonly line: number
  readonly text: string
  /** Headings and other clauses without words of a rule are left out by whoever makes the list. */
  readonly kind: ClauseKind
  readonly lang: Language
  /** Titles of the sections it stands in, outermost first. */
  readonly sections: readonly string[]
  /** The author's `topic=`. */
  readonly topic?: string
  /** The words a list item completes. */
  readonly lead?: string
  /** The template clause it was adapted from, as `template#id`: two clauses with the same origin belong together. */
  readonly origin?: string
}

export interface SchoolPolicy {
  /** How the user names it: `voorbeeld/social-media`. */
  readonly ref: string
  readonly title: string
  readonly organisation: string
  /** What the organisation calls itself, in every spelling: neutralised before words are compared. */
  readonly names: readonly string[]
  readonly clauses: readonly SchoolClause[]
}

/** `same`: nearly the same words. `variant`: the same rule, reworded or with a detail changed. `related`: the same matter, another rule. */
export const GRADES = ['same', 'variant', 'related'] as const
export type Grade = (typeof GRADES)[number]

export interface ClauseRef {
  /** Index into the policies compared. */
  readonly policy: number
  readonly id: string
}

/** Why two clauses were paired: the strongest reasons first. */
export interface Evidence {
  readonly kind: 'words' | 'phrase' | 'sentence' | 'topic' | 'place' | 'third' | 'mutual' | 'template' | 'person'
  /** Share in the score, 0 to 1. */
  readonly weight: number
  /** The words, concepts or topics concerned. */
  readonly detail: readonly string[]
}

export interface Pair {
  /** `a.policy` is less than `b.policy`. */
  readonly a: ClauseRef
  readonly b: ClauseRef
  readonly grade: Grade
  /** How sure, 0 to 1; 1 when a person confirmed it. */
  readonly score: number
  readonly confirmed: boolean
  readonly evidence: readonly Evidence[]
}

/** A person's word on two clauses, from the concordance next to the policies. `none` says: no pair. */
export interface ConfirmedPair {
  readonly a: { readonly ref: string; readonly id: string }
  readonly b: { readonly ref: string; readonly id: string }
  readonly grade: Grade | 'none'
}

export interface Cell {
  readonly policy: number
  /** Ids in document order; never empty: a school that is silent has no cell. */
  readonly clauses: readonly string[]
  /** The modality of the clause that carries the rule. */
  readonly stance: Modality
}

/** One rule: clauses of several schools that belong together, or the clause of the only school that has it. */
export interface Row {
  readonly label: string
  readonly topic?: string
  readonly cells: readonly Cell[]
  /** All pairs that hold it together were confirmed by a person. */
  readonly confirmed: boolean
}

export interface MatrixClause extends SchoolClause {
  readonly modality: Modality
  readonly stances: readonly Stance[]
}

export interface MatrixPolicy extends Omit<SchoolPolicy, 'clauses'> {
  readonly clauses: readonly MatrixClause[]
}

/** What schools share and where they differ. Nothing in it is decided by the order of the policies but the columns. */
export interface Matrix {
  readonly policies: readonly MatrixPolicy[]
  readonly pairs: readonly Pair[]
  readonly rows: readonly Row[]
  /**
   * `likeness[i][j]`, 0 to 1: the rows both regulate, counted half where the stance differs, as a share of the rows either
   * regulates. 1 on the diagonal.
   */
  readonly likeness: readonly (readonly number[])[]
  /** False when only the best counterparts of each clause were kept, because there are very many policies. */
  readonly complete: boolean
}
