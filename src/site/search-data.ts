import type { Language } from '../model/index.js'
import type { PackedTerms } from './postings.js'

/** Where a term may stand in a clause or above it, a bit for each: `touched` for what a clause only touches, `name` for the words of its id. */
export const FIELD = { text: 1, defined: 2, lead: 4, sections: 8, touched: 16, name: 32 } as const

/** What the search in a browser is given, a file for each language. Lists of texts are one text, with a line for each. */
export interface SearchData {
  readonly lang: Language
  /** Stems of words and what they speak of, with the clauses that say them. */
  readonly index: PackedTerms
  /** Of each clause, in the order of the policies. */
  readonly clauses: {
    readonly ids: string
    readonly numbers: string
    /** The beginning of its words. */
    readonly words: string
    /** A digit each: its place in `stances`. */
    readonly stances: string
    /** How many words it has. */
    readonly lengths: readonly number[]
    /** A digit each: 1 where it names a number, a day or an amount. */
    readonly counted: string
    /** How many clauses stand in each section, in order. */
    readonly sections: readonly number[]
    /** The title of each; empty where clauses stand in none. */
    readonly titles: string
  }
  readonly stances: readonly string[]
  readonly policies: readonly {
    readonly title: string
    readonly address: string
    readonly organisation: string
    readonly subject: string
    /** What its text is today, where it is not simply in force: "withdrawn on 1 March 2026". */
    readonly standing?: string
    /** How many clauses it has. */
    readonly count: number
    /** The terms of its title. */
    readonly terms: readonly string[]
  }[]
  /** Words that are not searched for. */
  readonly askingWords: readonly string[]
  /** Words that are held for less than how few clauses have them makes them. */
  readonly commonWords: readonly string[]
  /** Beginnings of questions, in folded words, by what they expect of an answer. */
  readonly questions: { readonly count: readonly string[]; readonly norm: readonly string[] }
  readonly matters: MatterData
  readonly asked: AskedData
  /** Words of the lexicon that share a stem but no matter, by that stem, each with the name of its kind: "beeld" and "bellen" are searched for apart. */
  readonly apart: Readonly<Record<string, readonly (readonly [word: string, kind: string])[]>>
  /** What the stems of the language are made with. */
  readonly endings: Readonly<Record<string, string>>
  readonly diminutives: readonly string[]
  readonly compoundLinks: readonly string[]
  /** What sounds the same. */
  readonly sounds: Readonly<Record<string, string>>
}

/** What words speak of, matters by numbers: who asks for a telephone finds what is said of devices. Only what some clause speaks of. */
export interface MatterData {
  /** By the stem of a word: the words of the lexicon with that stem, each with its matters. */
  readonly words: Readonly<Record<string, readonly (readonly [word: string, ...matters: number[]])[]>>
  /** By the stems of a short expression, in any order. */
  readonly expressions: readonly (readonly [stems: readonly string[], matter: number])[]
  /** Parts of verbs that may stand apart from them: "leest … mee". */
  readonly particles: readonly string[]
  /** Of a matter those that it is a kind of, or speaks of. */
  readonly wider: Readonly<Record<number, readonly number[]>>
}

/** What people type, and by which terms of this index it may be answered. */
export interface AskedData {
  /** By the stem of a word that is typed: the words with that stem, each with a line of `lines`. */
  readonly words: Readonly<Record<string, readonly (readonly [word: string, line: number])[]>>
  /** By the stems of what is typed, in any order. */
  readonly expressions: readonly (readonly [stems: readonly string[], line: number])[]
  /** Terms, apart by blanks. */
  readonly lines: readonly string[]
}
