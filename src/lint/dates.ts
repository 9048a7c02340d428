const MONTHS = [
  ['januari', 'january'],
  ['februari', 'february'],
  ['maart', 'march'],
  ['april'],
  ['mei', 'may'],
  ['juni', 'june'],
  ['juli', 'july'],
  ['augustus', 'august'],
  ['september'],
  ['oktober', 'october'],
  ['november'],
  ['december'],
]
const monthNumber = new Map(MONTHS.flatMap((names, i) => names.map((name) => [name, i + 1])))
const NAMES = [...monthNumber.keys()].join('|')

const WRITTEN: readonly { pattern: RegExp; parts: readonly ('day' | 'month' | 'year')[] }[] = [
  { pattern: /(?<![\d-])(\d{4})-(\d{2})-(\d{2})(?![\d-])/gu, parts: ['year', 'month', 'day'] },
  {
    pattern: new RegExp(`(?<!\\d)(\\d{1,2})(?:e|st|nd|rd|th)? (${NAMES}) (\\d{4})(?!\\d)`, 'giu'),
    parts: ['day', 'month', 'year'],
  },
  { pattern: new RegExp(`(?<!\\p{L})(${NAMES}) (\\d{1,2}), (\\d{4})(?!\\d)`, 'giu'), parts: ['month', 'day', 'year'] },
]

/** Whether `YYYY-MM-DD` is a day of the (proleptic Gregorian) calendar. */
export function isDay(date: string): boolean {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  return exists(year, month, day)
}

// Day 0 of the next month is the last of this one.
const exists = (year: number, month: number, day: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate()

/** The dates in a text that no calendar has: `30 februari 2023`, `February 30, 2023`, `2023-02-30`. */
export function impossibleDates(text: string): { written: string; offset: number }[] {
  return WRITTEN.flatMap(({ pattern, parts }) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const number = (part: 'day' | 'month' | 'year') => {
        const written = match[parts.indexOf(part) + 1]?.toLowerCase() ?? ''
        return monthNumber.get(written) ?? Number(written)
      }
      return exists(number('year'), number('month'), number('day')) ? [] : [{ written: match[0], offset: match.index }]
    }),
  )
}
