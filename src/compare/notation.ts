import { meaningsOf, numberUsage, numeralsOf, oneOf, partLengthsOf, unitWords, usualUnits } from '../language/index.js'
import type { Language } from '../model/index.js'
import { isNoon, type Read, spokenAt, timeAt } from './clock.js'
import type { Token } from './tokens.js'
import { valueOf } from './value.js'

/** What a few tokens stand for, however it is written: "time 9:00", "amount €5". The tokens half-open. */
interface Notation {
  readonly value: string
  readonly from: number
  readonly to: number
}

/** Numbers, dates, times and amounts as what they stand for, for the tokens from `at` on, nothing where none begins. */
export function notationAt(tokens: readonly Token[], at: number, lang: Language): Notation | undefined {
  const token = tokens[at] as Token
  const unit = (value: string, to: number): Notation => ({ value, from: at, to })
  if (token.kind === 'date') return unit(`date ${isEitherWay(token.key, lang) ? token.key : valueOf(token, lang)}`, at + 1)
  if (token.kind === 'amount') {
    const figures = /\d{1,3}[.,]\d{3}(?![.,\d])/.exec(token.key)?.[0]
    if (
      figures !== undefined &&
      !/\d[.,]\d{3}[.,]/.test(token.key) &&
      isUnclear({ ...token, kind: 'number', key: figures }, '', lang)
    )
      return unit(`amount ${token.key}`, at + 1)
    const [, sign = '', count = ''] = /^(\D*)((?:\d.*)?)$/.exec(valueOf(token, lang) ?? '') ?? []
    // Of which currency a Dutch cent is, is known.
    const { cent } = usualUnits(lang)
    if (sign === 'cent' && cent !== '' && /^\d+$/.test(count)) return unit(`amount ${cent}${hundredth(count)}`, at + 1)
    const behind = tokens[at + 1]
    // "EUR 10 000"
    if (behind?.from === token.to + 1 && /(?<!\d)\d{1,3}$/.test(token.key) && /^\d{3}$/.test(behind.key))
      return unit(`amount ${sign}${count}${behind.key}`, at + 2)
    // "£1.2m"; a letter apart may be metres.
    const joined = behind?.from === token.to ? unitWords.largeLetters.get(behind.key) : undefined
    const large = unitWords.large.get(behind?.key.toLowerCase() ?? '') ?? joined
    const whole = large === undefined ? count : String(Number(count.replace(',', '.')) * large).replace('.', ',')
    return unit(`amount ${sign}${whole}`, large === undefined ? at + 1 : at + 2)
  }
  const { penny } = usualUnits(lang)
  const pence = token.kind === 'word' && penny !== '' ? /^(\d+)p$/.exec(token.key)?.[1] : undefined
  if (pence !== undefined) return unit(`amount ${penny}${hundredth(pence)}`, at + 1)
  const part = partOfLength(tokens, at, lang)
  if (part) return unit(part.value, part.to)
  const fraction = partOfWhole(tokens, at, lang)
  if (fraction) return unit(`number ${fraction.value}`, fraction.to)
  const spoken = spokenAt(tokens, at, lang)
  if (spoken) return unit(`time ${spoken.value}`, spoken.to)
  if (token.kind === 'word' && numeralOf(token, lang) === undefined && !isNoon(token.key.toLowerCase(), { lang }))
    return undefined
  const day = dayAt(tokens, at, lang)
  if (day) return unit(`date ${day.value}`, day.to)
  const time = timeAt(tokens, at, lang)
  if (time) return unit(`time ${time.value}`, time.to)
  const often = token.kind === 'word' && isOften(token.key) ? numeralOf(token, lang) : undefined
  if (often?.endsWith('x')) return unit(`times ${often.slice(0, -1)}`, at + 1)
  const number = mixedAt(tokens, at, lang) ?? fractionAt(tokens, at, lang) ?? numberAt(tokens, at, lang)
  if (!number) return undefined
  const { value } = number
  let { to } = number
  // "six (6) days": the number twice.
  const again = tokens[to]?.key === '(' ? numberAt(tokens, to + 1, lang) : undefined
  if (again?.value === value && tokens[again.to]?.key === ')') to = again.to + 1
  // "Eight-hour" counts as eight hours do.
  if (
    tokens[to]?.key === '-' &&
    tokens[to]?.from === tokens[to - 1]?.to &&
    unitWords.joinedLengths.has(tokens[to + 1]?.key.toLowerCase() ?? '')
  )
    to++
  const behind = tokens[to]
  // "Ten hour-shifts": the hyphen makes a word of what stands behind the number.
  const own = !isJoined(tokens, to - 1) && isJoined(tokens, to)
  const next = behind?.kind === 'word' && !own ? behind.key.toLowerCase() : ''
  if (unitWords.times.has(next) && Number(value) > 1) return unit(`times ${value}`, to + 1)
  if (unitWords.percent.has(next)) return unit(`number ${value}%`, to + 1)
  if (next === 'per' && tokens[to + 1]?.key === 'cent') return unit(`number ${value}%`, to + 2)
  if (unitWords.cents.has(next) && /^\d+$/.test(value)) return unit(`amount €${hundredth(value)}`, to + 1)
  if (unitWords.pence.has(next) && /^\d+$/.test(value)) return unit(`amount £${hundredth(value)}`, to + 1)
  const currency = unitWords.currencies.get(next)
  if (currency !== undefined) return unit(`amount ${currency}${value}`, to + 1)
  if (isUnclear(token, next, lang)) return unit(`number ${token.key}`, to)
  const length = LENGTHS.get(next)
  const count = Number(value.replace(',', '.'))
  if (length && Number.isFinite(count)) {
    // The dot of "18 mnd. later"; one that closes the text, or before a capital, closes a sentence, too.
    const dot = unitWords.shortLengths.has(next) && tokens[to + 1]?.key === '.' && /^[\p{Ll}\d]/u.test(tokens[to + 2]?.key ?? '')
    return unit(`${length.unit} ${count * length.count}`, dot ? to + 2 : to + 1)
  }
  return unit(`number ${value}`, to)
}

/** Whether a hyphen joins a token to the one behind it; or joined it to the one before, where it is the hyphen. */
const isJoined = (tokens: readonly Token[], at: number): boolean => {
  const [token, hyphen] = [tokens[at], tokens[at + 1]]
  if (token?.key === '-') return tokens[at - 1]?.to === token.from
  return hyphen?.key === '-' && hyphen.from === token?.to && tokens[at + 2]?.from === hyphen.to
}

const hundredth = (count: string): string => String(Number(count) / 100).replace('.', ',')

/** Half an hour, een half jaar, een kwartier; within a month: lengths of time that are told without a number. */
function partOfLength(tokens: readonly Token[], at: number, lang: Language): Read | undefined {
  const words = tokens.slice(at, at + 3).map(({ key }) => key.toLowerCase())
  for (const [own, value] of partLengthsOf(lang).get(words[0] ?? '') ?? [])
    if (own.every((word, k) => word === words[k])) return { value, to: at + own.length }
  const length = isA(words[0], { lang }) ? LENGTHS.get(words[1] ?? '') : undefined
  // "Within a month of", "for a year" is one; "£5 a year" is every year, and "a day" may be any.
  const [before = '', behind = ''] = [tokens[at - 1]?.key.toLowerCase(), words[2]]
  const lasts =
    isWithin(before, { lang }) || (!/^days 1$/.test(`${length?.unit} ${length?.count}`) && isLasting(before, behind, lang))
  return length && lasts && !/s$|en$/.test(words[1] ?? '') ? { value: `${length.unit} ${length.count}`, to: at + 2 } : undefined
}

/** Whether a length of time is told, by what stands before it or behind: "a notice of a year", "a week before the fair". */
const isLasting = (before: string, behind: string, lang: Language): boolean =>
  opensLength(before, { lang }) || closesLength(behind, { lang })
const opensLength = oneOf('opensLength')
const closesLength = oneOf('closesLength')

/** A day and a month in figures, "op 1-7", "by 31/01", behind a word that asks for a day. In English only where the first can be no month. */
function dayAt(tokens: readonly Token[], at: number, lang: Language): Read | undefined {
  const [day, sign, month, behind] = tokens.slice(at, at + 4)
  if (day?.kind !== 'number' || month?.kind !== 'number' || !/^[-/]$/.test(sign?.key ?? '')) return undefined
  if (day.to !== sign?.from || sign.to !== month.from || !/^\d{1,2}$/.test(day.key) || !/^\d{1,2}$/.test(month.key))
    return undefined
  const [first, second] = [Number(day.key), Number(month.key)]
  if (first < (numberUsage(lang).monthFirst ? 13 : 1) || first > 31 || second < 1 || second > 12) return undefined
  if (!asksDay(tokens[at - 1]?.key.toLowerCase(), { lang }) || meaningsOf('measures', lang).has(behind?.key.toLowerCase() ?? ''))
    return undefined
  return { value: `${month.key.padStart(2, '0')}-${day.key.padStart(2, '0')}`, to: at + 3 }
}
const asksDay = oneOf('asksDay')

/** "03/04/2024" is a day in April or in March, as one writes English in one country or another. */
function isEitherWay(written: string, lang: Language): boolean {
  const [, first, second] = numberUsage(lang).monthFirst ? (/^(\d{1,2})\/(\d{1,2})\//.exec(written) ?? []) : []
  return first !== undefined && Number(first) <= 12 && Number(second) <= 12 && Number(first) !== Number(second)
}

/**
 * A number that may be another than it seems: "1,500" is a thousand and more in English and one and a half in Dutch, and "4.10" may be what
 * comes after 4.9.
 */
function isUnclear({ kind, key }: Token, next: string, lang: Language): boolean {
  if (kind !== 'number') return false
  if (/^\d{1,3}[.,]\d{3}$/.test(key)) return key.includes(numberUsage(lang).decimal)
  return /^\d+\.\d*0$/.test(key) && !meaningsOf('measures', lang).has(next) && !LENGTHS.has(next)
}

const { lengths: LENGTHS, parts: PARTS } = unitWords

/** How often, in one word or two; "double" is how much. */
const isOften = (word: string): boolean => {
  const lower = word.toLowerCase()
  const ends = [...unitWords.oftenEnds].some((end) => lower.length > end.length && lower.endsWith(end))
  return unitWords.often.has(lower) || (ends && /^\p{L}+$/u.test(word))
}

/** One and a half, two and a quarter: a whole and a part of another. */
function mixedAt(tokens: readonly Token[], at: number, lang: Language): Read | undefined {
  const rows = Object.entries(numberUsage(lang).mixed)
  const whole = rows.length === 0 ? undefined : wholeAt(tokens, at, lang)
  if (!whole) return undefined
  for (const [words, more] of rows) {
    const row = words.split(' ')
    if (row.every((word, k) => tokens[whole.to + k]?.key === word))
      return { value: String(Number(whole.value) + Number(more)).replace('.', ','), to: whole.to + row.length }
  }
  return undefined
}

/** `3/4`, three quarters, two-thirds, twee derde. */
function fractionAt(tokens: readonly Token[], at: number, lang: Language): Read | undefined {
  const above = wholeAt(tokens, at, lang)
  if (!above || above.value === '0') return undefined
  const joined = ['-', '/'].includes(tokens[above.to]?.key ?? '') ? above.to + 1 : above.to
  if (tokens[above.to]?.key === '/') {
    const below = wholeAt(tokens, joined, lang)
    return below && tokens[joined]?.kind === 'number'
      ? { value: share(Number(above.value), Number(below.value)), to: below.to }
      : undefined
  }
  const part = PARTS.get(tokens[joined]?.key.toLowerCase() ?? '')
  return part !== undefined && Number(above.value) < 10 ? { value: share(Number(above.value), part), to: joined + 1 } : undefined
}

/** A tenth of the members, half of the deposit; "een derde" by itself may be another person. */
function partOfWhole(tokens: readonly Token[], at: number, lang: Language): Read | undefined {
  for (const row of numberUsage(lang).halves) {
    const own = row.split(' ')
    if (own.every((word, k) => tokens[at + k]?.key.toLowerCase() === word) && namesPart(tokens, at + own.length, lang))
      return { value: share(1, 2), to: at + own.length }
  }
  const [one, unit, of, the] = tokens.slice(at, at + 4).map(({ key }) => key.toLowerCase())
  if (!isOne(one, { lang }) || !isOf(of, { lang }) || !namesWhole(the, { lang })) return undefined
  const part = PARTS.get(unit ?? '')
  return part === undefined ? undefined : { value: share(1, part), to: at + 2 }
}

/** Whether what a part is of stands here: "of the cost", "daarvan". */
const namesPart = (tokens: readonly Token[], at: number, lang: Language): boolean =>
  isOfThat(tokens[at]?.key.toLowerCase(), { lang }) ||
  namesWhole(tokens[at]?.key.toLowerCase(), { lang }) ||
  (isOf(tokens[at]?.key.toLowerCase(), { lang }) && namesWhole(tokens[at + 1]?.key.toLowerCase(), { lang }))
const isOfThat = oneOf('ofThat')
const isOne = oneOf('a', 'one')
const isOf = oneOf('of')
const namesWhole = oneOf('ofWhole')
const isA = oneOf('a')
const isWithin = oneOf('within')

/** A part of a whole; as a percentage where that is a whole number. */
const share = (above: number, below: number): string =>
  below > 0 && (above * 100) % below === 0 && above < below ? `${(above * 100) / below}%` : `${above}/${below}`

/** A number in figures, or in words that belong together: twenty-one, one hundred and five. */
function numberAt(tokens: readonly Token[], at: number, lang: Language): Read | undefined {
  const token = tokens[at]
  if (token?.kind === 'number') return { value: valueOf(token, lang) as string, to: at + 1 }
  return wholeAt(tokens, at, lang)
}

/** A number in one word; Dutch writes those of thousands so, too. */
function numeralOf({ key }: Token, lang: Language): string | undefined {
  const word = key.toLowerCase()
  const numerals = numeralsOf(lang)
  const { joined } = numberUsage(lang)
  const from = joined === '' ? -1 : word.indexOf(joined)
  const [above, below] = from < 0 ? ['', ''] : [word.slice(0, from), word.slice(from + joined.length)]
  const [thousands, rest] = [numerals.get(above), below === '' ? '0' : numerals.get(below)]
  return (
    numerals.get(word) ??
    (thousands && rest && /^\d+$/.test(thousands + rest) ? String(Number(thousands) * 1000 + Number(rest)) : undefined)
  )
}

function wholeAt(tokens: readonly Token[], at: number, lang: Language): Read | undefined {
  const token = tokens[at]
  if (!token) return undefined
  if (token.kind === 'number') return /^\d+$/.test(token.key) ? { value: token.key, to: at + 1 } : undefined
  const numerals = numeralsOf(lang)
  const own = token.kind === 'word' ? numeralOf(token, lang) : undefined
  // "Once" says when as often as how often.
  if (own === undefined || own.endsWith('x')) return undefined
  if (numberUsage(lang).joined !== '' || !/^\d+$/.test(own)) return { value: own, to: at + 1 }
  let [sum, to] = [Number(own), at + 1]
  for (;;) {
    const skip = ['-', 'and'].includes(tokens[to]?.key ?? '') ? 1 : 0
    const more = tokens[to + skip]
    // "Twenty four-hour shifts" are twenty.
    const apart = skip === 0 && isJoined(tokens, to)
    const value = more?.kind === 'word' && !apart ? numerals.get(more.key.toLowerCase()) : undefined
    const number = value === undefined ? Number.NaN : Number(value.replace(/e$/, ''))
    if (number === 1000 && skip === 0 && sum < 1000) {
      // "Two thousand five hundred": what counts on behind it is less than a thousand, and in words, too.
      const beyond = to + (tokens[to + 1]?.key === 'and' ? 2 : 1)
      const counts = tokens[beyond]?.kind === 'word' && numerals.get(tokens[beyond].key.toLowerCase()) !== undefined
      if (!counts) return { value: String(sum * 1000), to: to + 1 }
      const rest = wholeAt(tokens, beyond, lang)
      return rest && Number(rest.value) < 1000 ? { value: String(sum * 1000 + Number(rest.value)), to: rest.to } : undefined
    }
    if (number === 100 && skip === 0 && sum < 10) sum *= 100
    else if ((number < 10 && sum % 100 >= 20 && sum % 10 === 0) || (number < 100 && sum >= 100 && sum % 100 === 0)) sum += number
    else break
    to += skip + 1
    if (value?.endsWith('e')) return { value: `${sum}e`, to }
  }
  return { value: String(sum), to }
}
