import type { Language } from '../model/index.js'
import { knowledge, type LanguageData, listed } from './data.js'
import { onceFor } from './patterns.js'

/** Numbers in words, as what they stand for: `5` for five, `5e` for fifth, `2x` for twice, `0,5` for half. */
export function numeralsOf(lang: Language): ReadonlyMap<string, string> {
  const { numbers } = knowledge[lang]
  made[lang] ??= new Map([...(numbers.joined === '' ? apart : joined)(numbers), ...Object.entries(numbers.others)])
  return made[lang]
}
const made: { [lang in Language]?: ReadonlyMap<string, string> } = {}

type Numeral = readonly [word: string, value: string]
type Numbers = LanguageData['numbers']

/** Where a number below a thousand is one word, the unit before the ten, as in Dutch: all of them are made. */
function joined({ units, tens, hundred, ordinals, between, ordinalEnds }: Numbers): readonly Numeral[] {
  const [small, large] = [listed(units), listed(tens)]
  const [and = '', andBehindE = and] = listed(between)
  const [end = '', endFromTwenty = end] = listed(ordinalEnds)
  const word = (n: number): string => {
    if (n >= 100) return `${n < 200 ? '' : small[Math.floor(n / 100)]}${hundred}${n % 100 === 0 ? '' : word(n % 100)}`
    const unit = small[n < 20 ? n : n % 10] as string
    const ten = large[Math.floor(n / 10) - 2] as string
    return n < 20 ? unit : n % 10 === 0 ? ten : `${unit}${unit.endsWith('e') ? andBehindE : and}${ten}`
  }
  const ordinal = (n: number): string => {
    const rest = n % 100
    if (n >= 100 && rest > 0 && rest < 20) return word(n - rest) + ordinal(rest)
    return ordinals[n] ?? word(n) + (n < 20 ? end : endFromTwenty)
  }
  return Array.from({ length: 1000 }, (_, n) => n).flatMap((n): readonly Numeral[] => [
    ...(n === 1 ? [] : [[word(n), String(n)] as const]),
    ...(n === 0 ? [] : [[ordinal(n), `${n}e`] as const]),
  ])
}

/** Where a hyphen or a blank stands between the parts of a number, so that each is a word of its own, as in English. */
function apart({ units, tens, hundred, ordinals, ordinalEnds }: Numbers): readonly Numeral[] {
  const [end = ''] = listed(ordinalEnds)
  const all = [
    ...listed(units).map((word, n) => [word, n] as const),
    ...listed(tens).map((word, n) => [word, (n + 2) * 10] as const),
    [hundred, 100] as const,
  ]
  return all.flatMap(([word, n]): readonly Numeral[] => [
    [word, String(n)],
    ...(n === 0 ? [] : [[ordinals[n] ?? word + end, `${n}e`] as const]),
  ])
}

/** The first ordinals in words, from first on. */
export function ordinalWords(lang: Language, count: number): readonly string[] {
  const words = new Map([...numeralsOf(lang)].map(([word, value]) => [value, word]))
  return Array.from({ length: count }, (_, i) => words.get(`${i + 1}e`) as string)
}

/** Lengths of time that are told without a number, "half an hour", each with its value. */
export const partLengthsOf = onceFor(
  (lang: Language): ReadonlyMap<string, readonly (readonly [words: readonly string[], value: string])[]> => {
    const rows = Object.entries(knowledge[lang].numbers.lengths).map(([row, value]) => [row.split(' '), value] as const)
    return new Map(rows.map(([[first = '']]) => [first, rows.filter(([words]) => words[0] === first)] as const))
  },
)

/** What stands between the thousands of a number: the sign that is not between the whole and its parts. */
export const thousandsSign = (lang: Language): string => (knowledge[lang].numbers.decimal === ',' ? '.' : ',')

/** What stands between the cells of a line of CSV, as spreadsheets in a language expect it: a semicolon where a comma is in numbers. */
export const cellSign = (lang: Language): ',' | ';' => (knowledge[lang].numbers.decimal === ',' ? ';' : ',')

/** How numbers are written in a language: see `numbers` in `templates/language/nl.yaml`. */
export const numberUsage = (lang: Language): Pick<Numbers, 'decimal' | 'halves' | 'joined' | 'mixed' | 'monthFirst'> =>
  knowledge[lang].numbers
