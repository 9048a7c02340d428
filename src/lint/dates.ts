import { isCalendarDay, monthNames, monthNumber, phrasesOf, seek } from '../language/index.js'
import { LANGUAGES } from '../model/index.js'

const NAMES = LANGUAGES.flatMap(monthNames).join('|')

const WRITTEN: readonly { find: ReturnType<typeof seek>; parts: readonly ('day' | 'month' | 'year')[] }[] = [
  { find: seek(/\d-\d/, () => /(?<![\d-])(\d{4})-(\d{2})-(\d{2})(?![\d-])/gu), parts: ['year', 'month', 'day'] },
  {
    find: seek(
      /\d(?:e|st|nd|rd|th)? [^\s\d]+ \d{4}/iu,
      () => new RegExp(`(?<!\\d)(\\d{1,2})(?:e|st|nd|rd|th)? (${NAMES}) (\\d{4})(?!\\d)`, 'giu'),
    ),
    parts: ['day', 'month', 'year'],
  },
  {
    find: seek(/ \d{1,2}, \d{4}/, () => new RegExp(`(?<!\\p{L})(${NAMES}) (\\d{1,2}), (\\d{4})(?!\\d)`, 'giu')),
    parts: ['month', 'day', 'year'],
  },
]

/** The dates in a text that no calendar has: `30 februari 2023`, `February 30, 2023`, `2023-02-30`. */
export function impossibleDates(text: string): { written: string; offset: number }[] {
  return WRITTEN.flatMap(({ find, parts }) =>
    find(text).flatMap((match) => {
      const number = (part: 'day' | 'month' | 'year') => {
        const written = match[parts.indexOf(part) + 1] ?? ''
        return monthNumber(written) ?? Number(written)
      }
      return isCalendarDay(number('year'), number('month'), number('day')) ? [] : [{ written: match[0], offset: match.index }]
    }),
  )
}

const TIME = String.raw`(?<![\d.,:])\d{1,2}[.:]\d{2}(?![\d%]|[.,:]\d)`
// A number of hours is written with a point by some: by itself it is no time of day.
const times = seek(
  /\d[.:]\d/,
  () =>
    new RegExp(
      String.raw`(?<front>(?<![\p{L}])(?:${phrasesOf('beforeHours')})\s+)?(?<time>${TIME})(?=(?<range>\s*(?:[-–]|${phrasesOf('betweenHours')})\s*${TIME})?(?<behind>\s?(?:${phrasesOf('hourWords')})(?![\p{L}]))?(?<each>\s+(?:${phrasesOf('hoursPer')})\s)?)`,
      'giu',
    ),
)

/** The times of day in a text that no day has: `25.00 uur`, `at 9:75`. */
export function impossibleTimes(text: string): { written: string; offset: number }[] {
  return times(text).flatMap((match) => {
    const { front = '', time = '', range, behind, each } = match.groups ?? {}
    const [hours = 0, minutes = 0] = time.split(/[.:]/).map(Number)
    if (hours < 24 ? minutes < 60 : hours === 24 && minutes === 0) return []
    const isTime = time.includes(':') ? front !== '' || behind : range ? behind : front !== '' && behind
    return isTime && each === undefined ? [{ written: time, offset: match.index + front.length }] : []
  })
}
