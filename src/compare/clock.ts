import { firstOf, isVerbSecond, meaningsOf, numeralsOf, oneOf, startsWithOneOf } from '../language/index.js'
import type { Language } from '../model/index.js'
import type { Token } from './tokens.js'

/** What a few tokens stand for, and the one behind them. */
export interface Read {
  readonly value: string
  readonly to: number
}

const TIME = /^(\d{1,2})(?:[.:](\d{2}))?\s?(?:([ap])\.?m\.?)?$/
const isHour = oneOf('hour')
const isHourBefore = oneOf('hourBefore')
/** Not "after": after 8 hours is not after eight o'clock. */
const isBeforeHour = oneOf('beforeHour')

/** A time of day: with a colon, `am` or `pm`, or with the word behind it that says so. */
export function timeAt(tokens: readonly Token[], at: number, lang: Language): Read | undefined {
  const token = tokens[at] as Token
  const named = spokenAt(tokens, at, lang) ?? noonAt(tokens, at, lang)
  if (named) return named
  const spoken =
    token.kind === 'word' && firstOf('hourBefore', { lang }) !== '' ? numeralsOf(lang).get(token.key.toLowerCase()) : undefined
  const parts = TIME.exec(token.kind === 'number' ? token.key : (spoken ?? ''))
  if (!parts) return undefined
  const [, hour = '', minute, own] = parts
  const apart = own === undefined ? /^([ap])m$/i.exec(tokens[at + 1]?.key ?? '')?.[1]?.toLowerCase() : undefined
  const half = own ?? apart
  const clock = isHour(tokens[at + 1]?.key.toLowerCase(), { lang })
  const told =
    half !== undefined ||
    token.key.includes(':') ||
    (minute !== undefined && (opensRange(tokens, at, lang) || isLate(tokens, at, Number(hour), lang))) ||
    (clock && (minute !== undefined || isBeforeHour(tokens[at - 1]?.key.toLowerCase(), { lang })))
  if (!told) return undefined
  const after = clock || apart !== undefined ? at + 2 : at + 1
  const said = half === undefined && clock ? halfOfDay(tokens, after, Number(hour), lang) : undefined
  // Midnight at the end of a day is not that at its beginning.
  const hours = (half ?? said) === undefined ? Number(hour) : (Number(hour) % 12) + ((half ?? said) === 'p' ? 12 : 0)
  if (Number(hour) > 24 || Number(minute ?? 0) > 59) return undefined
  if (said !== undefined) return { value: `${hours}:${minute ?? '00'}`, to: after + 3 }
  const abbreviated = clock && tokens[at + 1]?.key.length === 1 && tokens[after]?.key === '.' && tokens[after + 1] !== undefined
  return { value: `${hours}:${minute ?? '00'}`, to: abbreviated ? after + 1 : after }
}

/** Behind a word that asks for a time no other number is written so: until 22.00, at 10.30. */
const isLate = (tokens: readonly Token[], at: number, hour: number, lang: Language): boolean => {
  const behind = tokens[at + 1]
  const counts =
    behind?.kind === 'word' && (meaningsOf('measures', lang).has(behind.key.toLowerCase()) || !isAfterHour(behind.key, { lang }))
  return (
    hour > 0 &&
    hour < 24 &&
    (hour > 12 || !isVerbSecond({ lang })) &&
    asksHour(tokens[at - 1]?.key.toLowerCase(), { lang }) &&
    !counts
  )
}
const asksHour = oneOf('asksHour')
/** What may follow a time of day. */
const isAfterHour = oneOf('afterHour')

/** Half past ten, a quarter to nine, half zeven 's avonds: an hour and minutes before it or behind it, in the half of the day that is told. */
export function spokenAt(tokens: readonly Token[], at: number, lang: Language): Read | undefined {
  if (!opensSpoken(tokens[at]?.key.toLowerCase(), { lang })) return undefined
  const words = tokens.slice(at, at + 4).map(({ key }) => key.toLowerCase())
  const skipped = isA(words[0], { lang }) && isQuarterHour(words[1], { lang }) ? 1 : 0
  const [part, side, behind] = words.slice(skipped)
  const asked = isBeforeHour(tokens[at - 1]?.key.toLowerCase(), { lang })
  const half = isHourBefore(part, { lang })
  if (!half && !(isHalfPast(part, { lang }) && isPast(side, { lang })) && !(isQuarterHour(part, { lang }) && asked))
    return undefined
  const minutes = half ? -30 : isHalfPast(part, { lang }) ? 30 : isPast(side, { lang }) ? 15 : isUpTo(side, { lang }) ? -15 : 0
  const word = half ? side : behind
  const hour = Number(numeralsOf(lang).get(word ?? '') ?? word)
  if (minutes === 0 || !Number.isInteger(hour) || hour < 1 || hour > 12) return undefined
  const to = at + skipped + (half ? 2 : 3)
  const after = isHour(tokens[to]?.key.toLowerCase(), { lang }) ? to + 1 : to
  const told = halfOfDay(tokens, after, hour, lang)
  // Without the half of the day it is the hour by its own number, as it is written in figures, where no word tells of the evening.
  if (told === undefined && (!asked || tokens.some(({ key }) => isLateWord(key.toLowerCase(), lang)))) return undefined
  const time = (told === undefined ? hour : (hour % 12) + (told === 'p' ? 12 : 0)) * 60 + minutes
  const own = time < 60 && told === undefined ? time + 12 * 60 : time
  return { value: `${Math.floor(own / 60)}:${String(own % 60).padStart(2, '0')}`, to: told === undefined ? after : after + 3 }
}
const opensSpoken = oneOf('a', 'hourBefore', 'halfPast', 'quarterHour')
const isA = oneOf('a')
const isHalfPast = oneOf('halfPast')
const isQuarterHour = oneOf('quarterHour')
const isPast = oneOf('pastHour')
const isUpTo = oneOf('toHour')
const isLateHalf = oneOf('afternoon', 'evening')
const [opensAfternoon, opensEvening] = [startsWithOneOf('afternoon'), startsWithOneOf('evening')]
const isLateWord = (word: string, lang: Language): boolean =>
  [isLateHalf, opensAfternoon, opensEvening].some((isOne) => isOne(word, { lang }))

/** "Noon", and "12 noon". */
function noonAt(tokens: readonly Token[], at: number, lang: Language): Read | undefined {
  const [first, second] = tokens.slice(at, at + 2).map(({ key }) => key.toLowerCase())
  if (isNoon(first, { lang })) return { value: '12:00', to: at + 1 }
  return first === '12' && isNoon(second, { lang }) ? { value: '12:00', to: at + 2 } : undefined
}
export const isNoon = oneOf('noon')

const isIn = oneOf('inPart')
const isThe = oneOf('the')
const isMorning = oneOf('morning')
const isAfternoon = oneOf('afternoon')
const isEvening = oneOf('evening')

/** "'s Middags", "in the afternoon" behind the hour, as the half of the day it is in; nothing behind an hour that tells it itself. */
function halfOfDay(tokens: readonly Token[], at: number, hour: number, lang: Language): 'a' | 'p' | undefined {
  const [sign, s, part] = tokens.slice(at, at + 3).map(({ key }) => key.toLowerCase())
  const opens = (sign === "'" && s === 's') || (isIn(sign, { lang }) && isThe(s, { lang }))
  if (!opens || hour < 1 || hour > 11) return undefined
  if (isMorning(part, { lang })) return 'a'
  return (isAfternoon(part, { lang }) && hour < 7) || (isEvening(part, { lang }) && hour > 4) ? 'p' : undefined
}

/** "Van 9.00 tot 17.30 uur": what is no time by itself is one before a time. */
const opensRange = (tokens: readonly Token[], at: number, lang: Language): boolean =>
  (isRange(tokens[at + 1]?.key, { lang }) || /^[-–]$/.test(tokens[at + 1]?.key ?? '')) &&
  tokens[at + 2]?.kind === 'number' &&
  timeAt(tokens, at + 2, lang) !== undefined
const isRange = oneOf('hourRange')
