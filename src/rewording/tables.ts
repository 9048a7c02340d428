import type { Language } from '../model/index.js'
import type { Surroundings } from './contexts.js'

/** Which of the proofs a row of words belongs to. */
export type PhraseKind = 'synonym' | 'abbreviation' | 'inclusive' | 'pronoun' | 'spelling' | 'grammar'

/** Stands for a few words in a phrase. */
export const GAP = '…'

/** One way to say what `plain` says. */
export interface Phrase {
  readonly kind: PhraseKind
  /** In lower case, without hyphens; a `GAP` once at most. */
  readonly words: readonly string[]
  readonly plain: readonly string[]
  /** The verb behind it stands in -ing, and is read without. */
  readonly gerund: boolean
  /** A sign or one or two letters: only behind a number. */
  readonly unit: boolean
  /** Only as the first words of a sentence. */
  readonly first: boolean
  /** Only before a number, a date or an amount. */
  readonly measuring: boolean
  /** Only where this holds of what stands around. */
  readonly asks: readonly Surroundings[]
}

/** What is known of the words of one language, ready to be asked. */
export interface WordTables {
  readonly lang: Language
  /** Whether its sentences are built as Dutch ones: see `isVerbSecond`. */
  readonly verbSecond: boolean
  /** By their first word, the longest first. */
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>
  /** What must stand around words that say the same only so, by name; one that bears the name of an empty word is of that word. */
  readonly contexts: ReadonlyMap<string, readonly Surroundings[]>
  /** Beginnings of words and how they are read. */
  readonly spellings: readonly (readonly [start: string, plain: string])[]
  readonly empty: ReadonlySet<string>
  readonly emptyAfter: ReadonlyMap<string, ReadonlySet<string>>
  /** Relative pronouns, and personal ones, that are the same for one and for many. */
  readonly relatives: ReadonlySet<string>
  readonly unmarked: ReadonlySet<string>
  /** Verbs as they stand with many. */
  readonly plural: ReadonlySet<string>
  /** What a word of several meanings may be read as, where the words of one meaning are not those of another. */
  readonly readings: ReadonlyMap<string, ReadonlySet<string>>
  /** Words that are written for each other by mistake, each with the first of its row. */
  readonly confused: ReadonlyMap<string, string>
  readonly apart: ReadonlySet<string>
  /** Words of which a capital amid a sentence makes another: polish, Polish. */
  readonly cased: ReadonlySet<string>
  readonly participles: ReadonlyMap<string, string>
  /** Nouns for an act, with the verb. */
  readonly acts: ReadonlyMap<string, string>
  /** Ways to say that an act is done, each as its words. */
  readonly performed: readonly (readonly string[])[]
  readonly idioms: readonly (readonly string[])[]
  /** Words by which one sex is meant. */
  readonly sexes: ReadonlySet<string>
  /** Verbs of what is done once, and has a last day. */
  readonly deadline: ReadonlySet<string>
  /** Words by which something is done again and again, or at a rate of its own until a day. */
  readonly repeating: ReadonlySet<string>
  /** Nouns for how someone is, with the word that tells it of them. */
  readonly states: ReadonlyMap<string, string>
  /** Endings of the name of one office, of him and of her. */
  readonly feminine: readonly (readonly [his: string, hers: string])[]
  /** Titles of one meaning, each with the first of its row. */
  readonly headings: ReadonlyMap<string, string>
  readonly verbEndings: readonly string[]
  readonly separable: ReadonlySet<string>
  readonly movable: ReadonlySet<string>
  /** Words that begin a time or a condition, and nothing that belongs to the word before them. */
  readonly times: ReadonlySet<string>
  /** Words by which a sentence leans on the one before it. */
  readonly backward: ReadonlySet<string>
  /** What "the" before it takes from the sentence before: the fee, the term. */
  readonly things: ReadonlySet<string>
  readonly opposite: Rows
  readonly binding: Rows
  readonly counterparts: Rows
  /** Things of one kind, of which each is another. */
  readonly kinds: Rows
  /** Rows of ways that exclude each other, with what they tell; of each way its words. */
  readonly opposed: readonly { readonly tells: string; readonly ways: readonly (readonly string[])[] }[]
  /** What says that some of several are meant: one of. */
  readonly portions: readonly string[]
  readonly effort: ReadonlySet<string>
  /** Ways to say that a last day is meant, too, and those that may not. */
  readonly through: readonly string[]
  readonly until: readonly string[]
  /** Words for a point in time: the date of death. */
  readonly moments: ReadonlySet<string>
  /** The row of each word that says how a day or an hour is meant, and of those before a length of time; of one row they may mean the same. */
  readonly beforeTimes: ReadonlyMap<string, number>
  readonly beforeSpans: ReadonlyMap<string, number>
  /** Words of little matter: what is done with them is named by another. */
  readonly shells: ReadonlySet<string>
  /** Words that say how grave, plain or near something must be. */
  readonly degrees: ReadonlySet<string>
  /** Words of a remark on a rule, before "that". */
  readonly remarks: ReadonlySet<string>
  /** Verbs whose object is what somebody is to do or what is to happen. */
  readonly willing: ReadonlySet<string>
  /** Words whose order to "not" tells. */
  readonly reach: ReadonlySet<string>
  /** Words whose place tells of whom or what they are told. */
  readonly focusing: ReadonlySet<string>
  /** Verbs of what lasts from then on, and what tells how long. */
  readonly lasting: ReadonlySet<string>
  readonly enduring: ReadonlySet<string>
  /** Nouns for a time, an occasion or a way. */
  readonly occasions: ReadonlySet<string>
  /** Words that ask when, as well as tell on which condition. */
  readonly interrogative: ReadonlySet<string>
  /** Verbs behind which a condition may be what is asked, and those behind which it may be what is told. */
  readonly asking: ReadonlySet<string>
  readonly telling: ReadonlySet<string>
  readonly ages: ReadonlySet<string>
  /** Words that tell an age somebody has at least, # for the number of years, by the first of them, the longest first. */
  readonly ageFrom: ReadonlyMap<string, readonly (readonly string[])[]>
  /** Times of day that have a name, in hours. */
  readonly hours: ReadonlyMap<string, string>
  /** Units of measure, each as how many of the smallest of its kind. */
  readonly sizes: ReadonlyMap<string, { readonly times: number; readonly of: string }>
  /** Words that deny beside those for not, and words that leave nothing but what they stand before. */
  readonly denying: ReadonlySet<string>
  readonly limiting: ReadonlySet<string>
  /** Words that join those of which all are meant, and those of which any may be. */
  readonly joiningAll: ReadonlySet<string>
  readonly joiningAny: ReadonlySet<string>
  /** What leaves something open of what is forbidden: not without, not before, nothing but. */
  readonly opening: ReadonlySet<string>
  /** Denials that join two of what is denied and deny once: neither, nor. */
  readonly correlative: ReadonlySet<string>
  /** Prepositions of many uses. */
  readonly manifold: ReadonlySet<string>
  /** Words that set a bound, or say that it is kept or passed. */
  readonly bounds: ReadonlySet<string>
  /** Those of them that are themselves allowed: at least. */
  readonly reaching: ReadonlySet<string>
  /** How a clause tells that somebody consents, each word with how it is told by a noun. */
  readonly consents: ReadonlyMap<string, ReadonlyMap<string, string>>
  /** Words for a right that somebody has, and for what is left to somebody. */
  readonly entitled: ReadonlySet<string>
  readonly leave: ReadonlySet<string>
  /** Words of one norm, each with the first of its row. */
  readonly sameNorm: ReadonlyMap<string, string>
  readonly edition: readonly string[]
  /** Words behind which a sentence names who acts, pays or is spoken for. */
  readonly naming: readonly string[]
  /** The ending of a word that tells how something is done: express, expressly. */
  readonly mannerEnding: string
  readonly edited: readonly string[]
  /** Words by which a text begins to speak of itself. */
  readonly ownText: ReadonlySet<string>
  /** Whether a word in lower case names a body that acts. */
  readonly isBody: (word: string) => boolean
  /** Whether a word in lower case names who acts, as far as its form tells. */
  readonly isActor: (word: string) => boolean
}

/** Words by the rows they stand in, and what they are worth there. */
export type Rows = ReadonlyMap<string, readonly Place[]>
export interface Place {
  readonly row: number
  readonly value: number
}
