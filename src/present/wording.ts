import Handlebars from 'handlebars'

/** Every reader-facing text of an output: a key and the values its text names give the words in the reader's language. */
export type Wording = (key: string, values?: Readonly<Record<string, string | number>>) => string

/**
 * Wording from a table of Handlebars texts (`templates/wording`), which is asked for when the first text is. Values are text and
 * are not escaped: every renderer escapes for its own format. A key without a text is our own mistake and throws.
 */
export function createWording(load: () => Readonly<Record<string, string>>): Wording {
  let table: Readonly<Record<string, string>> | undefined
  const compiled = new Map<string, HandlebarsTemplateDelegate>()
  return (key, values = {}) => {
    table ??= load()
    const text = table[key]
    if (text === undefined) throw new Error(`No wording for "${key}"`)
    if (!text.includes('{{')) return text
    let template = compiled.get(key)
    if (!template) {
      template = Handlebars.compile(text, { noEscape: true, strict: true })
      compiled.set(key, template)
    }
    return template(values)
  }
}

// Intl knows these too, but takes 30 ms to be asked the first time.
const MONTHS = {
  nl: 'januari februari maart april mei juni juli augustus september oktober november december'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
}

/** A date `YYYY-MM-DD` in words: 1 oktober 2019. Anything else is given back as it is. */
export function longDate(date: string, lang: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date) ?? []
  const name = MONTHS[lang === 'en' ? 'en' : 'nl'][Number(month) - 1]
  return name === undefined ? date : `${Number(day)} ${name} ${year}`
}
