import type { Language } from '../model/index.js'

/** What the search in a browser is given, a file for each language. */
export interface SearchData {
  readonly lang: Language
  /** The index, as MiniSearch writes it. */
  readonly index: unknown
  /** What is shown of each clause: place in `policies`, id, number, beginning of its words, stance. */
  readonly clauses: readonly (readonly [policy: number, id: string, number: string, words: string, stance: string])[]
  readonly policies: readonly {
    readonly title: string
    readonly address: string
    readonly organisation: string
    readonly subject: string
  }[]
  /** Words that are not searched for. */
  readonly functionWords: readonly string[]
  /** Stems of words with the matters they speak of: who asks for a telephone finds what is said of devices. */
  readonly matters: Readonly<Record<string, readonly string[]>>
  /** What the stems of the language are made with. */
  readonly endings: Readonly<Record<string, string>>
  readonly compoundLinks: readonly string[]
}
