import files from '../../templates/language/changes/*.yaml'
import { byLanguage } from '../language/index.js'
import type { Language } from '../model/index.js'

/** The files of `templates/language/changes/`; their comments say what each list is. A test holds them to this. */
export interface ChangeWords {
  readonly lang: Language
  /** Ways to say one thing, apart by bars; the first is the one the others are read as. */
  readonly norm: readonly string[]
  readonly same: readonly string[]
  /** What must stand around words that say the same only so, by the name they bear behind an @ in their row. */
  readonly contexts: Readonly<Record<string, string>>
  /** Verbs that say one thing, apart by bars; a Dutch one as infinitive, third person and participle apart by slashes. */
  readonly verbs: readonly string[]
  readonly measuring: string
  /** Ways to set a bound, read alike before a figure. */
  readonly bounded: readonly string[]
  /** What a sentence may begin with and that says nothing of its rule. */
  readonly fillers: string
  readonly remarks: string
  readonly willing: string
  readonly reach: string
  /** Words whose place tells of whom or what they are told. */
  readonly focusing: string
  /** Verbs of what lasts from then on, and what tells how long behind them. */
  readonly lasting: string
  readonly enduring: string
  /** Nouns for a time, an occasion or a way, behind which nothing is placed. */
  readonly occasions: string
  readonly interrogative: string
  readonly asking: string
  readonly telling: string
  readonly abbreviations: readonly string[]
  readonly inclusive: readonly string[]
  readonly pronouns: readonly string[]
  readonly sexes: string
  readonly deadline: string
  /** Words by which something is done again and again, or at a rate of its own until a day. */
  readonly repeating: string
  readonly states: string
  readonly feminine: string
  readonly formal: readonly string[]
  readonly readings: readonly string[]
  readonly confused: readonly string[]
  readonly relatives: string
  readonly unmarked: string
  /** Words apart by blanks. */
  readonly empty: string
  readonly emptyAfter: Readonly<Record<string, string>>
  readonly spelling: readonly string[]
  readonly agreement: readonly string[]
  readonly articles: readonly string[]
  readonly apart: string
  readonly cased: string
  /** `kept=keep` */
  readonly participles: string
  /** `payment=pay` */
  readonly acts: string
  readonly performed: string
  readonly idioms: string
  readonly headings: readonly string[]
  /** What verbs told of one, or of many, end in. */
  readonly verbEndings: string
  /** The ending of a word that tells how something is done: express, expressly. */
  readonly mannerEnding: string
  readonly separable: string
  readonly movable: string
  readonly times: string
  readonly backward: string
  readonly things: string
  readonly opposite: readonly string[]
  readonly binding: readonly string[]
  /** Rows of the sides of one relation: buyer, seller. */
  readonly counterparts: readonly string[]
  /** Rows of things of one kind, of which each is another: hall, canteen. */
  readonly kinds: readonly string[]
  /** By what they tell, rows of ways that exclude each other, apart by bars; those apart by slashes say the same. */
  readonly opposed: Readonly<Record<string, readonly string[]>>
  /** What says that some of several are meant, apart by bars: one of. */
  readonly portions: string
  readonly effort: string
  /** Ways to say that a last day is meant, too, apart by bars, and those that leave it open or do not mean it. */
  readonly through: string
  readonly until: string
  readonly moments: string
  /** Rows of words before a day or an hour, and before a length of time: those of one row may mean the same there. */
  readonly beforeTimes: readonly string[]
  readonly beforeSpans: readonly string[]
  readonly shells: string
  readonly denying: string
  readonly degrees: string
  /** Words beside which a number is one of years. */
  readonly ages: string
  /** Ways to tell an age that somebody has at least, # for the number of years. */
  readonly ageFrom: readonly string[]
  /** `noon=12` */
  readonly hours: string
  /** `metres=1000mm` */
  readonly sizes: string
  readonly limiting: string
  /** Words that join those of which all are meant, and those of which any may be. */
  readonly joiningAll: string
  readonly joiningAny: string
  readonly opening: string
  readonly correlative: string
  readonly manifold: string
  readonly bounds: string
  readonly reaching: string
  /** How a clause tells that somebody consents, and how the same is told by a noun. */
  readonly consents: Readonly<Record<string, string>>
  /** Words for a right that somebody has, and for what is left to somebody. */
  readonly entitled: string
  readonly leave: string
  readonly sameNorm: readonly string[]
  /** Beginnings of a line that tells when the text was last changed, apart by bars. */
  readonly edition: string
  /** Words behind which a sentence names who acts, pays or is spoken for, apart by bars. */
  readonly naming: string
  /** What follows the name of a text before the day of its last change, and what such a name begins with. */
  readonly edited: string
  readonly ownText: string
  readonly actorEndings: string
  readonly actors: string
  /** Words for bodies that act, and what such words end in. */
  readonly bodies: string
  readonly bodyEndings: string
  readonly notActors: string
}

/** What is known of changes in each language. */
export const changeWords = byLanguage<ChangeWords>(files)
