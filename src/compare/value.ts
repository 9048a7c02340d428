import { monthNumber, numeralsOf, phrasesOf } from '../language/index.js'
import type { Language } from '../model/index.js'
import type { Token } from './tokens.js'

const ORDINAL = new RegExp(`\\d(?:${phrasesOf('ordinalSigns')})$`)

/** `1.000,50` and `1,000.50` are 1000.5: a mark before the last two digits or fewer is a decimal one, one before three is not. */
function numberValue(written: string): string {
  const digits = written.replace(/[^\d.,:]/g, '').replace(/[.,:]+$/, '')
  const suffix = /%/.test(written) ? '%' : ORDINAL.test(written) ? 'e' : (/[ap](?=\.?m\.?$)/.exec(written)?.[0] ?? '')
  const whole = digits.replace(/[.,](?=\d{3}(?:\D|$))/g, '').replace(/[,:]/, '.')
  const value = /^\d+(?:\.\d+)?$/.test(whole) ? String(Number(whole)) : whole
  return value.replace('.', ',') + suffix
}

/** A date as `YYYY-MM-DD`, without the year or the day it does not name. Day before month, as Europe writes it. */
export function dateValue(written: string): string {
  const two = (text: string | number) => String(text).padStart(2, '0')
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(written)
  if (iso) return written
  const digits = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{2,4})$/.exec(written)
  if (digits) {
    const [, day = '', month = '', year = ''] = digits
    return `${year.length === 2 ? `20${year}` : year}-${two(month)}-${two(day)}`
  }
  const month = (written.match(/\p{L}{3,}/gu) ?? []).map(monthNumber).find((number) => number !== undefined) ?? 0
  const figures = written.match(/\d+/g) ?? []
  const year = figures.find((figure) => figure.length === 4)
  const day = figures.find((figure) => figure.length < 3)
  return [...(year ? [year] : []), two(month), ...(day ? [two(day)] : [])].join('-')
}

/** An amount with its currency in front; cents are parts of one, of which they do not tell. */
export function amountValue(written: string): string {
  const currency = /\$|USD|dollar/.test(written) ? '$' : /£|GBP|pound/.test(written) ? '£' : /cent/.test(written) ? 'cent' : '€'
  return currency + numberValue(written)
}

/** What a number, date or amount stands for, however it is written; nothing for another token. */
export function valueOf({ kind, key }: Token, lang: Language): string | undefined {
  if (kind === 'number') return numberValue(key)
  if (kind === 'date') return dateValue(key)
  if (kind === 'amount') return amountValue(key)
  return kind === 'word' ? numeralsOf(lang).get(key.toLowerCase()) : undefined
}
