import { isCalendarDay, monthNumber, phrasesOf, weekdays } from '../language/index.js'
import { LANGUAGES } from '../model/index.js'

const WORD = String.raw`[a-z]{3,9}\.?`
const SHAPES: readonly {
  readonly pattern: RegExp
  readonly order: readonly ('day' | 'month' | 'year' | 'short' | 'separator')[]
}[] = [
  { pattern: /\b(\d{4})-(\d{1,2})-(\d{1,2})\b/, order: ['year', 'month', 'day'] },
  {
    pattern: new RegExp(
      String.raw`\b(\d{1,2})(?:${phrasesOf('ordinalSigns')})?(?:\s|-)(?:(?:${phrasesOf('ofMonth')})\s)?(${WORD})(?:,?\s|-)(\d{4})\b`,
      'i',
    ),
    order: ['day', 'month', 'year'],
  },
  {
    pattern: new RegExp(String.raw`\b(${WORD})\s(\d{1,2})(?:${phrasesOf('ordinalSigns')})?,?\s(\d{4})\b`, 'i'),
    order: ['month', 'day', 'year'],
  },
  { pattern: /\b(\d{1,2})\s?[-/.]\s?(\d{1,2})\s?[-/.]\s?(\d{4})\b/, order: ['day', 'month', 'year'] },
  { pattern: new RegExp(String.raw`\b(\d{1,2})\s(${WORD})\s['’](\d{2})(?!\d)`, 'i'), order: ['day', 'month', 'short'] },
  { pattern: /\b(\d{1,2})([-/.])(\d{1,2})\2['’](\d{2})(?![-/\d])/, order: ['day', 'separator', 'month', 'short'] },
  { pattern: /\b(\d{1,2})([-/])(\d{1,2})\2(\d{2})(?![-/\d])/, order: ['day', 'separator', 'month', 'short'] },
]

/** A date found in a text, as YYYY-MM-DD, with the words it stands in. */
interface FoundDate {
  readonly date: string
  readonly words: string
}

/** The first date in a text, in Dutch or English words or in figures with the day first; undefined for none or an impossible one. */
export function findDate(source: string): FoundDate | undefined {
  const found = SHAPES.flatMap(({ pattern, order }) => {
    const match = pattern.exec(source)
    if (!match) return []
    const parts: Record<string, string> = Object.fromEntries(order.map((name, i) => [name, match[i + 1] ?? '']))
    const month = /^\d/.test(parts.month ?? '') ? Number(parts.month) : (monthNumber(parts.month ?? '') ?? 0)
    // "24/09/24": a year in two figures is one of this century.
    const year = parts.short === undefined ? Number(parts.year) : 2000 + Number(parts.short)
    const date = toDate(year, month, Number(parts.day))
    return date === undefined ? [] : [{ date, words: match[0], index: match.index }]
  })
  return found.sort((a, b) => a.index - b.index)[0]
}

const DAYS = LANGUAGES.flatMap((lang) => weekdays(lang).flatMap(([day = '']) => day)).join('|')
const AROUND = new RegExp(String.raw`\b(?:${phrasesOf('dayWords')}|${phrasesOf('formalDayWords')}|${DAYS})\b\.?`, 'gi')

/** The date that a text consists of, weekday and "d.d." aside. */
export function readDate(source: string): string | undefined {
  const found = findDate(source)
  const rest = found && source.replace(found.words, '').replace(AROUND, '')
  return found && rest?.replace(/[\s:,.()-]+/g, '') === '' ? found.date : undefined
}

const toDate = (year: number, month: number, day: number): string | undefined =>
  isCalendarDay(year, month, day) && year >= 1800 && year < 2200
    ? [year, month, day].map((part) => String(part).padStart(2, '0')).join('-')
    : undefined
