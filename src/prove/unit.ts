import type { Token } from '../compare/index.js'
import type { Dictionary } from '../language/index.js'
import type { Renaming, WordTables } from '../rewording/index.js'

/** How an edit is proved harmless. */
export type ProofKind =
  | 'notation'
  | 'abbreviation'
  | 'synonym'
  | 'inclusive'
  | 'grammar'
  | 'order'
  | 'renamed'
  | 'spelling'
  | 'punctuation'
  | 'renumbering'

/**
 * A piece of a sentence as it is read: two ways to write or say one thing are units of the same value.
 *
 *     prior to 9 a.m.      "before" · "time 9:00"
 */
export interface Unit {
  readonly kind: 'word' | 'value' | 'comma' | 'mark' | 'end' | 'break'
  readonly value: string
  /** The tokens it stands for, half-open. */
  readonly from: number
  readonly to: number
}

/** What proofs need to know beside the words themselves. */
export interface ProofContext {
  readonly words: WordTables
  readonly dictionary: () => Dictionary | undefined
  /** How often a word (lower case) stands in both texts together. */
  readonly uses: (word: string) => number
  /** Terms that the texts define, in lower case. */
  readonly terms: ReadonlySet<string>
  /** Whether one of the texts has a word (lower case) amid a sentence with a capital, and without one elsewhere: it may mean two things by them. */
  readonly tellsApart: (word: string) => boolean
  /** Abbreviations that both texts define alike: the words in lower case, each with its short form. */
  readonly abbreviations: readonly Renaming[]
  /** Terms that bear another name throughout the new text, with the same definition. */
  readonly renamed: readonly Renaming[]
  readonly follows: (old: Token, next: Token) => boolean
}

/** What is known of one change beside. */
export interface Proving extends ProofContext {
  /** Words (lower case) that are names in these texts: one letter makes another's. */
  readonly names: ReadonlySet<string>
  /** Words (lower case) that have a capital amid a sentence. */
  readonly capitals: ReadonlySet<string>
  /** Marks of quotation that tell what is said. */
  readonly quotes: ReadonlySet<Token>
}

/** Which tokens of a side a rule read otherwise than they are written. */
export type Touched = Map<number, Set<ProofKind>>

export function touch(touched: Touched, from: number, to: number, kind: ProofKind): void {
  for (let at = from; at < to; at++) {
    const kinds = touched.get(at)
    if (kinds) kinds.add(kind)
    else touched.set(at, new Set([kind]))
  }
}
