import Handlebars from 'handlebars'
import { monthNames, once, thousandsSign } from '../language/index.js'
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
    grouped: (count: number) => String(count).replace(/\B(?=(?:\d{3})+$)/g, thousandsSign(lang)),
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
  const compiled = once((): Template => Handlebars.compile(text, { noEscape: true, strict: true }))
  if (!NAMES_ONLY.test(text)) return (values, options) => compiled()(values, options)
  // Nine in ten texts: filling them in here takes a hundredth of the time that compiling them takes. Every second part is a name.
  const parts = text.split(/\{\{(\w+)\}\}/)
  return (values, options) =>
    parts.every((name, at) => at % 2 === 0 || Object.hasOwn(values, name))
      ? parts.map((part, at) => (at % 2 === 0 ? part : `${values[part] ?? ''}`)).join('')
      : compiled()(values, options)
}

/** Words and `{{name}}`, nothing else; a brace by itself is a sign like others. */
const NAMES_ONLY = /^(?:[^{\\]|\{(?!\{)|\{\{\w+\}\})*$/

/** A date `YYYY-MM-DD` in words: 1 oktober 2019. Anything else is given back as it is. */
export function longDate(date: string, lang: Language): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date) ?? []
  // Intl knows the names too, but takes 30 ms to be asked the first time.
  const name = monthNames(lang)[Number(month) - 1]
  return name === undefined ? date : `${Number(day)} ${name} ${year}`
}
