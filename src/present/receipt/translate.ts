import type { Language } from '../../model/index.js'
import { longDate } from '../wording.js'

/** A form of a message in English, and how it reads in another language. `{a}` stands for any words. */
export type MessageForm = readonly [english: string, other: string]

const DATE = /^\d{4}-\d{2}-\d{2}$/

/** Puts messages of the tool into the language of the forms, their parts and dates too; what no form fits is left as it is. */
export function createTranslator(forms: readonly MessageForm[], lang: Language): (message: string) => string {
  const compiled = forms.map(([english, other]) => ({ pattern: patternOf(english), other }))
  const translate = (message: string): string => {
    if (DATE.test(message)) return longDate(message, lang)
    for (const { pattern, other } of compiled) {
      const parts = pattern.exec(message)
      if (parts) return other.replace(/\{(\w)\}/g, (_, name: string) => translate(parts.groups?.[name] ?? ''))
    }
    return message.replace(/"([^"]*)"/g, '“$1”')
  }
  return translate
}

const patternOf = (form: string): RegExp =>
  new RegExp(`^${form.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{(\w)\}/g, '(?<$1>.+?)')}$`, 's')
