import Handlebars from 'handlebars'

/** Every reader-facing text of an output: a key and the values its text names give the words in the reader's language. */
export type Wording = (key: string, values?: Readonly<Record<string, string | number>>) => string

/**
 * Wording from a table of Handlebars texts (`templates/wording`). Values are text and are not escaped: every renderer escapes for
 * its own format. A key without a text is our own mistake and throws.
 */
export function createWording(table: Readonly<Record<string, string>>): Wording {
  const compiled = new Map<string, HandlebarsTemplateDelegate>()
  return (key, values = {}) => {
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

/** A date `YYYY-MM-DD` in words: 1 oktober 2019. */
export function longDate(date: string, lang: string): string {
  const value = new Date(`${date}T00:00:00Z`)
  if (Number.isNaN(value.getTime())) return date
  const locale = lang === 'en' ? 'en-GB' : 'nl-NL'
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(value)
}
