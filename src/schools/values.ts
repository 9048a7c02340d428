import { type Token, tokenise, valueOf } from '../compare/index.js'
import { hasCapitalMonths, isFunctionWord, isVerbSecond, meaningsOf, oneOf, quantifierOf, stem } from '../language/index.js'
import type { Language } from '../model/index.js'
import { atOnceIn, makesSentence, placesIn } from '../norms/index.js'
import type { Value } from './types.js'

type Words = ReadonlyMap<string, string>
/** Letters of the shortest unit that is looked for in a compound. */
const SHORTEST_UNIT = 4
/** A word without end is not looked at from every letter. */
const LONGEST_UNIT = 24
/** Words between a number and its unit: "binnen vijf volle werkdagen". */
const GAP = 2

/** A value with its place in the sentence: UTF-16 offsets. */
export interface PlacedValue extends Value {
  readonly from: number
  readonly to: number
}

/** The values a sentence names, in reading order: numbers with the word they count, periods, times, dates and amounts. */
export const valuesOf = (text: string, lang: Language): readonly Value[] =>
  placedValues(text, lang).map(({ kind, text: words, value }) => ({ kind, text: words, value }))

/** The same with their places. */
export function placedValues(text: string, lang: Language): readonly PlacedValue[] {
  const tokens = tokenise(text)
  const [units, qualifiers, parts, calendar] = (['periods', 'dayKinds', 'dayParts', 'calendar'] as const).map((of) =>
    meaningsOf(of, lang),
  ) as [Words, Words, Words, Words]
  const keys = tokens.map((token) => (token.kind === 'word' ? token.key.toLowerCase() : ''))
  const key = (at: number): string => keys[at] ?? ''
  // "Lesuren", "ziektedagen": a compound of a unit is one.
  const unitOf = (word: string): string | undefined => {
    for (let from = Math.max(0, word.length - LONGEST_UNIT); from <= word.length - SHORTEST_UNIT; from++) {
      const unit = units.get(word.slice(from))
      if (unit !== undefined && (from === 0 || isVerbSecond({ lang }))) return unit
    }
    return units.get(word)
  }
  const unitAfter = (at: number): number | undefined => {
    for (let next = at + 1; next <= at + 1 + GAP && tokens[next]?.kind === 'word'; next++)
      if (unitOf(key(next)) !== undefined) return next
    return undefined
  }
  const found: PlacedValue[] = []
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Token
    const quoted = (kind: Value['kind'], value: string, last = at): void => {
      const { to } = tokens[last] as Token
      found.push({ kind, text: text.slice(token.from, to), value, from: token.from, to })
      at = last
    }
    if (token.kind === 'amount' || token.kind === 'date') {
      quoted(token.kind, valueOf(token, lang) ?? token.key)
      continue
    }
    if (at === 0 && LABEL.test(text)) continue
    // "Half negen" is a time of the clock, an hour before the half.
    const hour =
      isHourBefore(key(at), { lang }) && tokens[at + 1]?.kind === 'word' ? Number(valueOf(tokens[at + 1] as Token, lang)) : 0
    if (hour >= 1 && hour <= 12) {
      quoted('period', `${hour === 1 ? 12 : hour - 1},3 uur`, at + 1)
      continue
    }
    const [number, end] = numberAt(tokens, at, lang)
    // "Groep 8" is the name of a class, "year 9" too.
    if (number !== undefined && token.kind === 'number' && isNumbered(key(at - 1), { lang })) {
      quoted('number', `${OF_NAME}${number}`, end)
      continue
    }
    if (number !== undefined) {
      const unit = unitAfter(end)
      if (unit !== undefined && isAge(key(at - 1), key(at - 2), unitOf(key(unit))))
        quoted('number', `${number} ${unitOf(key(unit))}`, unit)
      else if (unit !== undefined) {
        const kinds = tokens.slice(end + 1, unit).flatMap((_, n) => qualifiers.get(key(end + 1 + n)) ?? [])
        // "Elke drie weken", "om de twee jaar", "twice a year", "two times per year" is how often, and not how long.
        const often = quantifierOf(key(at - 1), lang) === 'per' || (key(at - 2) === 'om' && key(at - 1) === 'de')
        const times = unit > end + 1 && quantifierOf(key(unit - 1), lang) === 'per'
        const each = often || times || TIMES.test(key(at)) ? ['per'] : []
        quoted('period', [...each, times ? `${number}x` : number, ...kinds, unitOf(key(unit))].join(' '), unit)
      } else if (EMERGENCY.test(number)) quoted('number', `${OF_NAME}${number}`, end)
      else if (tokens[end + 1]?.kind === 'word' && isCounted(key(end + 1), lang))
        quoted('number', `${number} ${key(end + 1)}`, end + 1)
      else quoted('number', number, end)
      continue
    }
    if (token.kind !== 'word') continue
    const quantifier = quantifierOf(key(at), lang)
    const one = quantifier === undefined ? undefined : unitOf(key(at + 1))
    const two = quantifier === undefined || one !== undefined || !qualifiers.has(key(at + 1)) ? undefined : unitOf(key(at + 2))
    if (quantifier !== undefined && (one ?? two) !== undefined)
      // "In een schooljaar" is each of them.
      quoted(
        'period',
        `${key(at - 1) === 'in' && YEAR.test(one ?? '') ? 'per' : quantifier} ${one ?? two}`,
        one === undefined ? at + 2 : at + 1,
      )
    // "Dezelfde avond", "the next morning"; "een avond" may be a gathering.
    else if (quantifier !== undefined && POINTS.test(quantifier) && parts.has(key(at + 1)))
      quoted('period', `${quantifier} ${parts.get(key(at + 1))}`, at + 1)
    else if (units.has(key(at)) && /(?:lijks|lijkse|ly|al)$/.test(key(at))) quoted('period', units.get(key(at)) as string)
    else if (calendar.has(key(at)) && (!hasCapitalMonths(lang) || /^\p{Lu}/u.test(text.slice(token.from, token.to))))
      quoted('date', calendar.get(key(at)) as string)
  }
  for (const { from, to } of atOnceIn(text, lang))
    found.push({ kind: 'period', text: text.slice(from, to), value: AT_ONCE, from, to })
  for (const { from, to } of placesIn(text, lang)) {
    const words = text.slice(from, to)
    found.push({ kind: 'place', text: words, value: stem(words.toLowerCase().replace(/jes$/, 'je'), lang), from, to })
  }
  return found.sort((x, y) => x.from - y.from)
}

/** What stands before an age: "leerlingen vanaf 18 jaar", "pupils under 16 years". */
const OF_AGE = /^(?:vanaf|onder|boven|under|over|aged)$/
const isHourBefore = oneOf('hourBefore')
const isNumbered = oneOf('numbered')
const YEAR = /(?:jaar|year)$/
const isAge = (before: string, earlier: string, unit: string | undefined): boolean =>
  /^(?:jaar|year)$/.test(unit ?? '') && (OF_AGE.test(before) || (before === 'de' && OF_AGE.test(earlier)))

/** What points to one part of a day. */
const POINTS = /^(?:zelfde|same|volgende|next)$/

/** How many times. */
const TIMES = /^(?:once|twice|thrice|\p{L}+maal)$/u

/** No time at all, whatever the words for it. */
const AT_ONCE = '0'

/** The label that a text prints before its first word: "6.1 Verzuim". */
const LABEL = /^\d+(?:\.\d+)+\s+\p{Lu}/u

/** The number that begins at a token, and its last token: "twenty-eight" is three. */
function numberAt(tokens: readonly Token[], at: number, lang: Language): readonly [value: string | undefined, end: number] {
  const [token, mark, unit] = tokens.slice(at, at + 3)
  const value = token?.kind === 'number' || token?.kind === 'word' ? valueOf(token, lang) : undefined
  if (value === undefined || token?.kind !== 'word' || mark?.key !== '-' || unit?.kind !== 'word') return [value, at]
  const [tens, ones] = [Number(value), Number(valueOf(unit, lang))]
  return tens >= 20 && tens % 10 === 0 && ones > 0 && ones < 10 ? [String(tens + ones), at + 2] : [value, at]
}

const CLOCK = /(?:uur|hour|[ap]\.?m\.?)$/
const HALF = /^half\s/i
const SHORT = /(?:minuut|uur|minute|hour)$/
const FRAME = /^(?:per|an?|een)\s/i
const ORDINAL = /^\d+e(?: |$)/
const FREQUENT = /^per\b|lijks$|ly$/

/** Whether a word may be what a number counts. */
const isCounted = (word: string, lang: Language): boolean =>
  !isFunctionWord(word) && !makesSentence(word, lang) && !isPreposition(word, { lang })
const isPreposition = oneOf('preposition', 'without', 'events')

/** What is called in an emergency, in Europe, Britain and North America: a name of somebody, and no count. */
const EMERGENCY = /^(?:112|911|999)$/

/** Before a number that is part of a name. */
const OF_NAME = '#'

/** What the unit that something is counted in measures, and a number in a name: nothing that sentences in other words could differ in. */
const BESIDE = 'beside'
export const isBeside = (value: Value): boolean => measureOf(value) === BESIDE

/** What a value measures: only values of one measure can be compared. */
export function measureOf({ kind, value, text }: Value): string {
  if (kind === 'number' && value.startsWith(OF_NAME)) return BESIDE
  // The third time and three times are no two counts.
  if (kind === 'number' && ORDINAL.test(value)) return `ordinal ${value.replace(/^\S+ ?/, '')}`
  if (kind === 'number') return /\d[.:]\d/.test(text) ? 'clock' : `number ${value.replace(/^\S+ ?/, '')}`
  if (kind !== 'period') return kind
  if (CLOCK.test(value) && (/\d[.:]\d/.test(text) || HALF.test(text))) return 'clock'
  // "€ 35 per jaar", "drie dagen in een jaar": what another value is counted in, and no measure of its own.
  if (/^per [^\d\s]+$/.test(value) && FRAME.test(text)) return BESIDE
  if (FREQUENT.test(value)) return 'frequency'
  return SHORT.test(value) ? 'hours' : 'days'
}
