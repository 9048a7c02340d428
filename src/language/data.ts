import files from '../../templates/language/*.yaml'
import { LANGUAGES, type Language } from '../model/index.js'

/** Lists of words apart by blanks, and rows of such lists: see the comments in `templates/language/nl.yaml`. A test holds the files to it. */
export interface LanguageData {
  readonly months: readonly string[]
  readonly weekdays: readonly string[]
  readonly numbers: {
    readonly units: string
    readonly tens: string
    readonly hundred: string
    readonly ordinals: Readonly<Record<string, string>>
    readonly others: Readonly<Record<string, string>>
    /** Lengths of time that are told without a number. */
    readonly lengths: Readonly<Record<string, string>>
    readonly decimal: ',' | '.'
    readonly joined: string
    readonly between: string
    readonly ordinalEnds: string
    readonly mixed: Readonly<Record<string, string>>
    readonly halves: readonly string[]
    readonly monthFirst: boolean
  }
  readonly units: UnitWords
  readonly functionWords: string
  readonly lightWords: string
  readonly askingWords: string
  readonly commonWords: string
  readonly questions: { readonly count: readonly string[]; readonly norm: readonly string[] }
  readonly diminutives: string
  readonly abbreviations: string
  readonly knownAbbreviations: string
  readonly neverTwice: string
  readonly connectives: string
  readonly hyphened: string
  readonly leadIns: Readonly<Record<LeadInWord, string>>
  readonly separableVerbs: readonly string[]
  readonly compoundLinks: readonly string[]
  readonly endings: readonly string[]
  readonly alikeLetters: readonly string[]
  readonly keyboard: readonly string[]
  readonly sounds: Readonly<Record<string, string>>
  readonly irregularEndings: Readonly<Record<string, string>>
  readonly contractions: Readonly<Record<string, string>>
  readonly contractionEndings: Readonly<Record<string, string>>
  readonly shortIs: string
  readonly negation: readonly string[]
  readonly negatingPrefixes: readonly string[]
  readonly condition: readonly string[]
  readonly exception: readonly string[]
  readonly joins: readonly string[]
  readonly answers: string
  readonly measures: readonly string[]
  readonly scope: readonly string[]
  readonly swaps: readonly string[]
  readonly modals: readonly string[]
  readonly periods: readonly string[]
  readonly dayKinds: readonly string[]
  readonly dayParts: readonly string[]
  readonly persons: readonly string[]
  readonly articles: Readonly<Record<string, string>>
  readonly articleEnds: string
  readonly quantifiers: Readonly<Record<string, string>>
  readonly roles: readonly string[]
  readonly models: ModelWords
}

/** Words of units, by what they are read as: see `units` in `templates/language/nl.yaml`. */
export interface UnitWords {
  readonly percent: string
  readonly cents: string
  readonly cent: string
  readonly pence: string
  readonly penny: string
  readonly currencies: Readonly<Record<string, string>>
  readonly large: Readonly<Record<string, string>>
  readonly largeLetters: Readonly<Record<string, string>>
  readonly lengths: Readonly<Record<string, string>>
  readonly shortLengths: string
  readonly joinedLengths: string
  readonly parts: Readonly<Record<string, string>>
  readonly times: string
  readonly often: string
  readonly oftenEnds: string
}

/** What a word is to a line that leads in a list: see `leadIns` in `templates/language/nl.yaml`. */
export type LeadInWord = 'ends' | 'tells' | 'goesOn' | 'asks'

/** The words by which a model says what is to be filled in, chosen or left out: see `models` in `templates/language/nl.yaml`. */
export interface ModelWords {
  readonly variants: string
  readonly either: string
  readonly optional: readonly string[]
  readonly guidance: readonly string[]
  readonly fillIn: string
  readonly names: string
  readonly dates: string
  readonly counts: string
  readonly terms: string
  readonly persons: string
  readonly at: string
  readonly clock: string
  readonly examples: readonly string[]
}

/** What files named after languages hold, in the order of the languages; a test demands one of each. */
export const byLanguage = <T>(data: unknown): Readonly<Record<Language, T>> => {
  const read = data as Readonly<Record<Language, T>>
  return Object.fromEntries(LANGUAGES.map((lang) => [lang, read[lang]])) as Record<Language, T>
}

/** What is known of each language. */
export const knowledge = byLanguage<LanguageData>(files)

/** The words of a list or a row. */
export const listed = (list: string): readonly string[] => list.split(' ').filter((word) => word !== '')
