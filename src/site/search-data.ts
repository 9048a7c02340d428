import type { Language } from '../model/index.js'

/** What the search in a browser is given, a file for each language. */
export interface SearchData {
  readonly lang: Language
  /** The index, as MiniSearch writes it. */
  readonly index: unknown
  /** What is shown of each clause: place in `policies`, id, number, beginning of its words, stance; and how many words it has. */
  readonly clauses: readonly (readonly [
    policy: number,
    id: string,
    number: string,
    words: string,
    stance: string,
    length: number,
  ])[]
  readonly policies: readonly {
    readonly title: string
    readonly address: string
    readonly organisation: string
    readonly subject: string
  }[]
  /** Words that are not searched for. */
  readonly askingWords: readonly string[]
  readonly matters: MatterData
  /** Words of the lexicon that share a stem but no matter, by that stem, each with the name of its kind: "beeld" and "bellen" are searched for apart. */
  readonly apart: Readonly<Record<string, readonly (readonly [word: string, kind: string])[]>>
  /** What the stems of the language are made with. */
  readonly endings: Readonly<Record<string, string>>
  readonly diminutives: readonly string[]
  readonly compoundLinks: readonly string[]
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
