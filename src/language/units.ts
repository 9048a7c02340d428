import { LANGUAGES, type Language } from '../model/index.js'
import { knowledge, listed, type UnitWords } from './data.js'

/**
 * Words of units as they are read, of all languages at once: a figure keeps the unit of the language it was copied from. Each is a map from a
 * word, in lower case, to what it stands for.
 */

const all = LANGUAGES.map((lang) => knowledge[lang].units)

type Rows = { [K in keyof UnitWords]: UnitWords[K] extends string ? never : K }[keyof UnitWords]
type Lists = Exclude<keyof UnitWords, Rows>

const readAs = <T>(rows: Rows, read: (key: string) => T): ReadonlyMap<string, T> =>
  new Map(
    all.flatMap((units) =>
      Object.entries(units[rows]).flatMap(([key, words]) => listed(words).map((word) => [word, read(key)] as const)),
    ),
  )
const wordsOf = (list: Lists): ReadonlySet<string> => new Set(all.flatMap((units) => listed(units[list])))

export const unitWords = {
  percent: wordsOf('percent'),
  cents: wordsOf('cents'),
  pence: wordsOf('pence'),
  /** By the sign of the currency. */
  currencies: readAs('currencies', (sign) => sign),
  /** What a word behind a number multiplies it by, and what a letter that is joined to one does. */
  large: readAs('large', Number),
  largeLetters: readAs('largeLetters', Number),
  /** How much of which smaller unit a length of time is: weeks are days and years are months; a month is no number of days. */
  lengths: readAs('lengths', (key) => {
    const [unit = '', count] = key.split(' ')
    return { unit, count: Number(count) }
  }),
  /** Those that a dot may stand behind, and those that a hyphen may join to their number. */
  shortLengths: wordsOf('shortLengths'),
  joinedLengths: wordsOf('joinedLengths'),
  /** Into how many parts a word divides a whole. */
  parts: readAs('parts', Number),
  /** What says of the number in front how often something is; how a word ends, or what it is, that says so by itself. */
  times: wordsOf('times'),
  often: wordsOf('often'),
  oftenEnds: wordsOf('oftenEnds'),
} as const

/** The sign of the currency that cents or pence are of in a text of a language; nothing where that is not known. */
export const usualUnits = (lang: Language): Readonly<Record<'cent' | 'penny', string>> => knowledge[lang].units
