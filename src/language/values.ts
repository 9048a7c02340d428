import type { Declaration, Language, ParameterValue } from '../model/index.js'
import { isDay, monthNames } from './calendar.js'
import { knowledge, listed } from './data.js'
import { numeralsOf } from './numbers.js'

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/

/** A value as a sentence has it: a day with the name of its month, yes or no in words, the members of a list joined. */
export function valueInWords(value: ParameterValue, lang: Language): string {
  if (typeof value === 'boolean') return listed(knowledge[lang].answers)[value ? 0 : 1] as string
  if (!Array.isArray(value)) {
    const [, year, month, day] = DAY.exec(String(value)) ?? []
    const name = monthNames(lang)[Number(month) - 1]
    return name === undefined ? String(value) : `${Number(day)} ${name} ${year}`
  }
  const last = value.at(-1) ?? ''
  const [and = ''] = listed(knowledge[lang].joins[0] ?? '')
  return value.length < 2 ? last : `${value.slice(0, -1).join(', ')} ${and} ${last}`
}

/** Yes or no for what a person answers, in either language, by a word or its first letter; undefined for anything else. */
export function yesOrNo(answer: string): boolean | undefined {
  const word = answer.trim().toLowerCase()
  const [yes, no] = [0, 1].map((i) => Object.values(knowledge).flatMap(({ answers }) => listed(answers)[i] ?? []))
  const says = (words: readonly string[] = []) => words.some((known) => word === known || word === known.charAt(0))
  return says(yes) ? true : says(no) ? false : undefined
}

/** Whether a text is a period: a number, in digits or words, and a unit of time. */
export function isPeriod(text: string, lang: Language): boolean {
  const [count = '', ...rest] = text.trim().toLowerCase().split(/\s+/)
  // "five working days"
  const kinds = knowledge[lang].dayKinds.flatMap(listed)
  const [unit = '', ...more] = rest.length > 1 && kinds.includes(rest[0] as string) ? rest.slice(1) : rest
  const isCount =
    /^\d+(?:[.,]\d+)?$/.test(count) || numeralsOf(lang).has(count) || (knowledge[lang].quantifiers[count] ?? '') === '1'
  return more.length === 0 && isCount && knowledge[lang].periods.some((row) => listed(row).includes(unit))
}

/** Whether a value is of the type a template declares. */
export function fitsType(value: ParameterValue, { type, values = [] }: Declaration, lang: Language): boolean {
  if (type === 'list') return Array.isArray(value) && value.every((each) => each.trim() !== '')
  if (type === 'number') return typeof value === 'number'
  if (type === 'flag') return typeof value === 'boolean'
  if (type === 'choice') return values.some((choice) => choice === value)
  if (typeof value !== 'string' || value.trim() === '') return false
  if (type === 'period') return isPeriod(value, lang)
  return type !== 'date' || isDay(value)
}
