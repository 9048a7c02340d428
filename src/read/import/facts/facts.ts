import type { Approval, Metadata } from '../../../model/index.js'
import { findDate, readDate } from '../dates.js'
import {
  ADDRESS,
  CONTACT_NAMES,
  COPYRIGHT,
  FIELDS,
  type FieldKey,
  MAIL,
  PHONE,
  RIGHT_WORDS,
  ROLE_BEFORE_BODY,
  SITE,
  STATUS_WORDS,
} from './vocabulary.js'

type Writable<T> = { -readonly [K in keyof T]: T[K] }

/** What a document says about itself, as far as found; the shape of front matter. */
export type Facts = Writable<Partial<Omit<Metadata, 'approvals' | 'sources' | 'editors' | 'contact' | 'history'>>> & {
  approvals: Approval[]
  sources: string[]
  editors: string[]
  contact: string[]
  history: NonNullable<Metadata['history']>[number][]
  /** The organisation's name as printed. */
  printedOrganisation?: string
}

export const noFacts = (): Facts => ({ approvals: [], sources: [], editors: [], contact: [], history: [] })

/** "Versie: 1.0", cut at its name. `value` is empty when the line only announces what follows. */
export interface Field {
  readonly key: FieldKey
  readonly value: string
}

export function readField(text: string): Field | undefined {
  for (const { key, name } of FIELDS) {
    const match = name.exec(text)
    if (match)
      return {
        key,
        value: text
          .slice(match[0].length)
          .replace(/^[\s:.]+/, '')
          .trim(),
      }
  }
  return undefined
}

/** Keys whose value is a list that may stand below its name. */
export const isListKey = (key: FieldKey): key is 'sources' | 'editors' => key === 'sources' || key === 'editors'

/** Puts a field where it belongs; false when its value is not what such a field holds, and nothing changed. */
export function addField({ key, value }: Field, facts: Facts): boolean {
  if (value === '') return isListKey(key)
  switch (key) {
    case 'sources':
    case 'editors':
      facts[key].push(value)
      return true
    case 'version': {
      const version = toVersion(value)
      if (version === undefined || facts.version !== undefined) return false
      facts.version = version
      return true
    }
    case 'date':
    case 'effective':
    case 'review': {
      const date = readDate(value)
      if (date === undefined || facts[key] !== undefined) return false
      facts[key] = date
      return true
    }
    case 'status': {
      const found = STATUS_WORDS.find(({ words }) => words.test(value))
      if (!found || value.split(/\s+/).length > 1) return false
      facts.status = found.status
      return true
    }
    case 'adopted':
    case 'consent':
    case 'advice':
      return addDecision(key, value, facts)
    case 'partOf':
    case 'title':
    case 'citation':
      if (facts[key] !== undefined) return false
      facts[key] = value
      return true
  }
}

/** "1.0" as 1.0.0; undefined for anything that is more than a number. */
export function toVersion(value: string): string | undefined {
  const match = /^v?(\d{1,4})(?:\.(\d{1,3}))?(?:\.(\d{1,3}))?$/i.exec(value.trim())
  return match ? [match[1], match[2] ?? '0', match[3] ?? '0'].map(Number).join('.') : undefined
}

// "Vastgesteld door het bestuur op 1 juni 2020", "Instemming MR: 3-4-2021".
function addDecision(key: 'adopted' | 'consent' | 'advice', value: string, facts: Facts): boolean {
  const found = findDate(value)
  const rest = (found ? value.replace(found.words, '') : value)
    .replace(/\b(?:d\.?d\.?|op|per|on)(?=[\s:.,]|$)[.:]?/gi, ' ')
    .replace(/^\s*(?:door|by|van|of|in|tijdens|at)?\s*(?:het|de|the)?\s+/i, '')
    .replace(/(?:\s+van|\s+of)?[\s:,.()]+$/gi, '')
    .replace(/\s+/g, ' ')
    .trim()
  if (!found || rest.split(/\s+/).length > 6) return false
  const right = key === 'adopted' ? 'adoption' : key
  facts.approvals.push({ date: found.date, ...(rest === '' ? {} : { body: bodyOf(rest) }), right })
  return true
}

/** The deciding body in somebody's role: "Vz. GMR" speaks for the GMR. */
export const bodyOf = (role: string): string => role.replace(ROLE_BEFORE_BODY, '').trim() || role

export const rightOf = (words: string): Approval['right'] => RIGHT_WORDS.find((entry) => entry.words.test(words))?.right

export const isCopyright = (text: string): boolean => COPYRIGHT.test(text)

/** An address, a number or a site, alone on its line. */
export function isContact(text: string): boolean {
  if (text.length > 120 || text.split(/\s+/).length > 14 || /[a-z]{3}\.$/.test(text)) return false
  return [ADDRESS, MAIL, SITE, PHONE, CONTACT_NAMES].some((pattern) => pattern.test(text))
}
