const MONTHS: readonly RegExp[] = [
  /^jan(uari|uary)?$/,
  /^feb(ruari|ruary)?$/,
  /^(maart|mrt|mar|march)$/,
  /^apr(il)?$/,
  /^(mei|may)$/,
  /^(juni|jun|june)$/,
  /^(juli|jul|july)$/,
  /^aug(ustus|ust)?$/,
  /^sept?(ember)?$/,
  /^(oktober|okt|october|oct)$/,
  /^nov(ember)?$/,
  /^dec(ember)?$/,
]
const WORD = String.raw`[a-z]{3,9}\.?`
const SHAPES: readonly {
  readonly pattern: RegExp
  readonly order: readonly ['day' | 'month' | 'year', 'day' | 'month' | 'year', 'day' | 'month' | 'year']
}[] = [
  { pattern: /\b(\d{4})-(\d{1,2})-(\d{1,2})\b/, order: ['year', 'month', 'day'] },
  { pattern: new RegExp(String.raw`\b(\d{1,2})(?:\s|-)(${WORD})(?:\s|-)(\d{4})\b`, 'i'), order: ['day', 'month', 'year'] },
  { pattern: new RegExp(String.raw`\b(${WORD})\s(\d{1,2}),?\s(\d{4})\b`, 'i'), order: ['month', 'day', 'year'] },
  { pattern: /\b(\d{1,2})\s?[-/.]\s?(\d{1,2})\s?[-/.]\s?(\d{4})\b/, order: ['day', 'month', 'year'] },
]

/** A date found in a text, as YYYY-MM-DD, with the words it stands in. */
export interface FoundDate {
  readonly date: string
  readonly words: string
}

/** The first date in a text, in Dutch or English words or in figures with the day first; undefined for none or an impossible one. */
export function findDate(source: string): FoundDate | undefined {
  const found = SHAPES.flatMap(({ pattern, order }) => {
    const match = pattern.exec(source)
    if (!match) return []
    const parts: Record<string, string> = Object.fromEntries(order.map((name, i) => [name, match[i + 1] ?? '']))
    const month = /^\d/.test(parts.month ?? '') ? Number(parts.month) : monthOf(parts.month ?? '')
    const date = toDate(Number(parts.year), month, Number(parts.day))
    return date === undefined ? [] : [{ date, words: match[0], index: match.index }]
  })
  return found.sort((a, b) => a.index - b.index)[0]
}

/** The date that a text consists of, weekday and "d.d." aside. */
export function readDate(source: string): string | undefined {
  const found = findDate(source)
  const rest =
    found &&
    source
      .replace(found.words, '')
      .replace(/\b(?:d\.?d\.?|op|per|de dato|(?:maan|dins|woens|donder|vrij|zater|zon)dag)\b\.?/gi, '')
  return found && rest?.replace(/[\s:,.()-]+/g, '') === '' ? found.date : undefined
}

const monthOf = (word: string): number => MONTHS.findIndex((pattern) => pattern.test(word.toLowerCase().replace('.', ''))) + 1

function toDate(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day))
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return exists && year >= 1800 && year < 2200 ? date.toISOString().slice(0, 10) : undefined
}
