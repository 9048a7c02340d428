import type { Language } from '../model/index.js'
import { knowledge, type LanguageData, listed } from './data.js'

/** Lists of words by what they mean to a rule: see `templates/language/`. The calendar is the names of months and days. */
export type Meaning =
  | keyof Pick<
      LanguageData,
      | 'negation'
      | 'condition'
      | 'exception'
      | 'joins'
      | 'measures'
      | 'scope'
      | 'swaps'
      | 'modals'
      | 'periods'
      | 'dayKinds'
      | 'dayParts'
      | 'persons'
      | 'roles'
    >
  | 'calendar'

const made = new Map<string, ReadonlyMap<string, string>>()

/** The words of a list in lower case, each with what it means: words in one row have the same value, the first of them. */
export function meaningsOf(meaning: Meaning, lang: Language): ReadonlyMap<string, string> {
  const key = `${lang} ${meaning}`
  const known =
    made.get(key) ?? new Map(rowsOf(meaning, lang).flatMap((row) => row.map((word) => [word, row[0] as string] as const)))
  made.set(key, known)
  return known
}

function rowsOf(meaning: Meaning, lang: Language): readonly (readonly string[])[] {
  if (meaning !== 'calendar') return knowledge[lang][meaning].map(listed)
  const { months, weekdays } = knowledge[lang]
  return [...months.map((row) => listed(row).slice(0, 1)), ...weekdays.map(listed)].map((row) =>
    row.map((word) => word.toLowerCase()),
  )
}

/** What a word before a unit of time makes of it, where it makes a period: "1" for a week, "per" for each week. */
export const quantifierOf = (word: string, lang: Language): string | undefined => {
  const { quantifiers } = knowledge[lang]
  return Object.hasOwn(quantifiers, word) ? quantifiers[word] : undefined
}

/** Every word for who acts or decides in a school, in each of its forms. */
export const roleWords = (lang: Language): readonly string[] => [...meaningsOf('roles', lang).keys()]

/** Whether one word (lower case, without hyphens) is the other with a prefix that denies: onbevoegd, bevoegd. */
export const deniesByPrefix = (a: string, b: string, lang: Language): boolean =>
  knowledge[lang].negatingPrefixes.some((prefix) => a === prefix + b)
