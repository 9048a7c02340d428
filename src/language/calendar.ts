import type { Language } from '../model/index.js'
import { knowledge, listed } from './data.js'

/** The full names of the months from January on, as a text in the language has them. */
export const monthNames = (lang: Language): readonly string[] => knowledge[lang].months.map((row) => listed(row)[0] as string)

/** The short names of months: jan, mrt, sept. A stop may stand behind them. */
export const shortMonths = (lang: Language): readonly string[] => knowledge[lang].months.flatMap((row) => listed(row).slice(1))

/** The days of the week from Monday on, each with the form for every such day: maandag, maandags. */
export const weekdays = (lang: Language): readonly (readonly string[])[] => knowledge[lang].weekdays.map(listed)

let numbers: ReadonlyMap<string, number> | undefined

/** 1 to 12 for the name of a month of either language, in full or short, in any case and with or without a stop. */
export function monthNumber(name: string): number | undefined {
  numbers ??= new Map(
    Object.values(knowledge).flatMap(({ months }) =>
      months.flatMap((row, i) => listed(row).map((word) => [word.toLowerCase(), i + 1] as const)),
    ),
  )
  return numbers.get(name.toLowerCase().replace(/\.$/, ''))
}

/** Whether the (proleptic Gregorian) calendar has a day; months and days count from 1. */
export const isCalendarDay = (year: number, month: number, day: number): boolean =>
  // Day 0 of the next month is the last of this one.
  month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate()

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/

/** Whether a text is a day of the (proleptic Gregorian) calendar, YYYY-MM-DD. */
export function isDay(date: string): boolean {
  const [, year, month, day] = (DAY.exec(date) ?? []).map(Number)
  return year !== undefined && month !== undefined && day !== undefined && isCalendarDay(year, month, day)
}

/** Whether the names of months and days begin with a capital, as in English, so that "may" and "march" name none. */
export const hasCapitalMonths = (lang: Language): boolean => /^\p{Lu}/u.test(monthNames(lang)[0] ?? '')
