import Handlebars from 'handlebars'
import { monthNames } from '../language/index.js'
import type { Language } from '../model/index.js'

/** What a text may name: words, a number, or a list that it goes through with `{{#each}}`. */
export type WordingValues = Readonly<Record<string, string | number | readonly string[]>>

/** Every reader-facing text of an output: a key and the values its text names give the words in the reader's language. */
export type Wording = (key: string, values?: WordingValues) => string

/**
 * Wording from Handlebars texts (`templates/wording`); `find` gives the text of a key and is asked once for each. Values are text and
 * are not escaped: every renderer escapes for its own format. `{{longDate x}}` prints a date YYYY-MM-DD in words, `{{grouped x}}`
 * a number with its thousands apart. A key without a text is our own mistake and throws.
 */
export function createWording(find: (key: string) => string | undefined, lang: Language = 'en'): Wording {
  const known = new Map<string, Template>()
  const helpers = {
    longDate: (date: string) => longDate(date, lang),
    grouped: (count: number) => String(count).replace(/\B(?=(?:\d{3})+$)/g, lang === 'nl' ? '.' : ','),
  }
  return (key, values = {}) => {
    const template = known.get(key) ?? compile(key, find(key))
    known.set(key, template)
    return template(values, { helpers })
  }
}

type Template = (values: WordingValues, options: Handlebars.RuntimeOptions) => string

function compile(key: string, text: string | undefined): Template {
  if (text === undefined) throw new Error(`No wording for "${key}"`)
  return text.includes('{{') ? Handlebars.compile(text, { noEscape: true, strict: true }) : () => text
}

/** A date `YYYY-MM-DD` in words: 1 oktober 2019. Anything else is given back as it is. */
export function longDate(date: string, lang: Language): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date) ?? []
  // Intl knows the names too, but takes 30 ms to be asked the first time.
  const name = monthNames(lang)[Number(month) - 1]
  return name === undefined ? date : `${Number(day)} ${name} ${year}`
}
