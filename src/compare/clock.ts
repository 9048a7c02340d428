import { firstOf, meaningsOf, numeralsOf, oneOf } from '../language/index.js'
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
  const named = halfHourAt(tokens, at, lang) ?? noonAt(tokens, at, lang)
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

/** Of hours in the afternoon no number is written so behind a word that asks for a time: until 22.00. */
const isLate = (tokens: readonly Token[], at: number, hour: number, lang: Language): boolean => {
  const behind = tokens[at + 1]
  const counts =
    behind?.kind === 'word' && (meaningsOf('measures', lang).has(behind.key.toLowerCase()) || !isAfterHour(behind.key, { lang }))
  return hour > 12 && hour < 24 && asksHour(tokens[at - 1]?.key.toLowerCase(), { lang }) && !counts
}
const asksHour = oneOf('asksHour')
/** What may follow a time of day. */
const isAfterHour = oneOf('afterHour')

/** Half zeven 's avonds: half an hour before it, in the half of the day that is told. */
function halfHourAt(tokens: readonly Token[], at: number, lang: Language): Read | undefined {
  const [half, hour] = tokens.slice(at, at + 2)
  if (!isHourBefore(half?.key.toLowerCase(), { lang }) || hour?.kind !== 'word') return undefined
  const told = Number(numeralsOf(lang).get(hour.key.toLowerCase()))
  const part = Number.isInteger(told) && told > 1 && told < 12 ? halfOfDay(tokens, at + 2, told, lang) : undefined
  return part && { value: `${told - 1 + (part === 'p' ? 12 : 0)}:30`, to: at + 5 }
}

/** "Noon", and "12 noon". */
function noonAt(tokens: readonly Token[], at: number, lang: Language): Read | undefined {
  const [first, second] = tokens.slice(at, at + 2).map(({ key }) => key.toLowerCase())
  if (isNoon(first, { lang })) return { value: '12:00', to: at + 1 }
  return first === '12' && isNoon(second, { lang }) ? { value: '12:00', to: at + 2 } : undefined
}
export const isNoon = oneOf('noon')

const isMorning = oneOf('morning')
const isAfternoon = oneOf('afternoon')
const isEvening = oneOf('evening')

/** "'s Middags" behind the hour, as the half of the day it is in; nothing behind an hour that tells it itself. */
function halfOfDay(tokens: readonly Token[], at: number, hour: number, lang: Language): 'a' | 'p' | undefined {
  const [sign, s, part] = tokens.slice(at, at + 3).map(({ key }) => key.toLowerCase())
  if (sign !== "'" || s !== 's' || hour < 1 || hour > 11) return undefined
  if (isMorning(part, { lang })) return 'a'
  return (isAfternoon(part, { lang }) && hour < 7) || (isEvening(part, { lang }) && hour > 4) ? 'p' : undefined
}

/** "Van 9.00 tot 17.30 uur": what is no time by itself is one before a time. */
const opensRange = (tokens: readonly Token[], at: number, lang: Language): boolean =>
  (isRange(tokens[at + 1]?.key, { lang }) || /^[-–]$/.test(tokens[at + 1]?.key ?? '')) &&
  tokens[at + 2]?.kind === 'number' &&
  timeAt(tokens, at + 2, lang) !== undefined
const isRange = oneOf('hourRange')
