import type { ClauseKind, Language } from '../model/index.js'
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
  /** What its words rest on and do not say: the item it stands under, notes, addresses, and the clauses it refers to, in their words. */
  readonly beside?: readonly string[]
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
  /** Headings and titles in bold, which are no clauses and may say a rule all the same: "Geen kauwgom". */
  readonly titles?: readonly string[]
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

/** A sentence as a concordance names it, or, without a place in its clause, all sentences of that clause. */
export interface SentenceName {
  readonly ref: string
  readonly id: string
  /** Its place in its clause, from 0. */
  readonly at?: number
  /** What a person says it asks. */
  readonly stance?: Modality
}

/** A person's word on a row: that its sentences make one rule, or that they do not; without a verdict it corrects stances only. */
export interface ConfirmedRow {
  readonly verdict?: 'confirmed' | 'rejected'
  /** What to call it. */
  readonly name?: string
  readonly sentences: readonly SentenceName[]
}

/** A sentence by its clause and its place in it, from 0. */
export interface SentenceRef extends ClauseRef {
  readonly at: number
}

/**
 * What a rule is made of: a sentence of a clause, or a list item, read with its lead-in and the headings above it.
 *
 *     Zet toestellen uit. De docent mag een toestel tot 16.00 uur innemen, tenzij de leerling het nodig heeft.
 *     ^^^^^^^^^^^^^^^^^^^ at 0          ^^^ stance permission, under a condition      ^^^^^^^^^ value: a time
 */
export interface RuleSentence {
  /** The clause it stands in, and its place there, from 0. */
  readonly clause: string
  readonly at: number
  /** As it stands in the clause, from this UTF-16 offset on. */
  readonly text: string
  readonly from: number
  /** What it does to whom it addresses: that of its first norm, `statement` without one. */
  readonly stance: Modality
  readonly stances: readonly Stance[]
  /** Whom it addresses, in its own words or those of its lead-in. */
  readonly who?: string
  /** Under which condition, and except when, in its own words. */
  readonly condition?: string
  readonly exception?: string
  readonly values: readonly Value[]
}

/** A number, period, time, date, amount or place that a sentence names. */
export interface Value {
  readonly kind: 'number' | 'period' | 'date' | 'amount' | 'place'
  /** As it stands in the sentence. */
  readonly text: string
  /** What it stands for, however it is written: "5 dagen" and "vijf dagen" have the same. */
  readonly value: string
}

export interface Cell {
  readonly policy: number
  /** The sentences on the rule in document order; never empty: a school that is silent has no cell. */
  readonly sentences: readonly RuleSentence[]
  /** Ids of the clauses they stand in, in document order. */
  readonly clauses: readonly string[]
  /** The sentence that carries the rule: the one nearest to those of the other schools. */
  readonly bearer: RuleSentence
  /** The stance of that sentence. */
  readonly stance: Modality
}

/** In what two sentences on one act differ. `opposed`: one forbids what the other allows or asks. */
const DIFFERS_IN = ['opposed', 'stance', 'who', 'condition', 'value'] as const
export type DiffersIn = (typeof DIFFERS_IN)[number]

/** One difference between two schools on one act for the same people. */
export interface Difference {
  readonly kind: DiffersIn
  readonly a: SentenceRef
  readonly b: SentenceRef
  /** The words it rests on, as they stand in either; empty where one of them says nothing. */
  readonly words: readonly [a: string, b: string]
}

/**
 * How the schools of a row compare. `same`: nothing differs, and everything could be judged. `differs`: what differs is named.
 * `unjudged`: nothing was found to differ, but not everything could be compared.
 */
export type Standing = 'same' | 'differs' | 'unjudged'

/** One rule: sentences of several schools that belong together, or of the only school that has it. */
export interface Row {
  readonly label: string
  /** A person gave it its name. */
  readonly named: boolean
  readonly topic?: string
  readonly cells: readonly Cell[]
  readonly differences: readonly Difference[]
  /** What may differ between two of its schools, and of which it is not sure that both speak of one act: to be read. Between these nothing stands in `differences`. */
  readonly perhaps: readonly Difference[]
  /** Absent where one school alone has the rule. */
  readonly standing?: Standing
  /** The rows on the same matter, this one among them: a school without this rule may have another. Indexes of rows. */
  readonly siblings: readonly number[]
  /** Policies without a cell that have a sentence which may be on the rule all the same: that they are silent is not known. */
  readonly near: readonly number[]
  /** All pairs that hold it together were confirmed by a person. */
  readonly confirmed: boolean
}

export interface MatrixClause extends SchoolClause {
  readonly modality: Modality
  readonly stances: readonly Stance[]
  readonly sentences: readonly RuleSentence[]
}

export interface MatrixPolicy extends Omit<SchoolPolicy, 'clauses'> {
  readonly clauses: readonly MatrixClause[]
}

/** What schools share and where they differ. A sentence stands in exactly one row, a clause in as many as it has rules. Nothing in it is decided by the order of the policies but the columns. */
export interface Matrix {
  readonly policies: readonly MatrixPolicy[]
  readonly pairs: readonly Pair[]
  readonly rows: readonly Row[]
  /**
   * `likeness[i][j]`, 0 to 1: the rows both regulate, counted half where they differ in stance or a
   * difference was found, as a share of the rows either
   * regulates. 1 on the diagonal.
   */
  readonly likeness: readonly (readonly number[])[]
  /** False when only the best counterparts of each clause were kept, because there are very many policies, or pairs. */
  readonly complete: boolean
}
