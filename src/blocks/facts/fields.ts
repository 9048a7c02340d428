import type { Approval, Metadata } from '../../model/index.js'
import { findDate, readDate } from '../dates.js'
import { addSaid } from './approvals.js'
import { bodyOf, decisionsIn, rightOf } from './decisions.js'
import { AFTER_RIGHT, COMPUTED_STATUS, FIELDS, FINITE, type FieldKey, STATUS_WORDS } from './vocabulary.js'

type Writable<T> = { -readonly [K in keyof T]: T[K] }

/** What a document says about itself, as far as found; the shape of front matter. */
export type Facts = Writable<Partial<Omit<Metadata, 'approvals' | 'sources' | 'editors' | 'contact' | 'history'>>> & {
  approvals: Approval[]
  sources: string[]
  editors: string[]
  contact: string[]
  history: NonNullable<Metadata['history']>[number][]
  /** What it says in a way that no key can hold: a month without a day, a reference of the office. */
  remarks: string[]
  /** Words say that it was adopted. */
  adopted?: boolean
  /** Nothing but its place says that the title is one. */
  titleGuessed?: boolean
  /** The organisation's name as printed. */
  printedOrganisation?: string
}

export const noFacts = (): Facts => ({ approvals: [], sources: [], editors: [], contact: [], history: [], remarks: [] })

/** "Versie: 1.0", cut at its name. `value` is empty when the line only announces what follows. */
interface Field {
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
          .replace(/^(?:[\s:.]|[-–—](?=\s))+/u, '')
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
      // "Redactie en ouders maken samen de krant." is a sentence of the text.
      if (key === 'editors' && (FINITE.test(value) || /^\p{Ll}\S*\s\S*\s.*\.$/u.test(value))) return false
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
      const own = value.replace(COMPUTED_STATUS, '')
      if (own !== value) return addField({ key, value: own }, facts)
      const found = STATUS_WORDS.find(({ words }) => words.test(value))
      if (!found || value.length > LONGEST || /[^.]\.$/.test(value)) return false
      facts.status = found.status
      // "concept 0.9, ter instemming aan de MR": what is more than a status is kept as it stands.
      const version = toVersion(/^\p{L}+\s+v?(\d[\d.]*\d)(?=[\s,]|$)/u.exec(value)?.[1] ?? '')
      if (version !== undefined) facts.version ??= version
      if (/\s/.test(value)) facts.remarks.push(`Status: ${value}`)
      return true
    }
    case 'adopted':
    case 'consent':
    case 'advice':
    case 'approved':
    case 'informed':
    case 'discussed':
      return addDecision(key, value, facts)
    case 'organisation':
      if (facts.printedOrganisation !== undefined) return false
      facts.printedOrganisation = value
      return true
    case 'remark':
      return false
    case 'partOf':
      if (facts.partOf !== undefined || FINITE.test(value)) return false
      facts.partOf = value
      return true
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

type Decision = 'adopted' | 'consent' | 'advice' | 'approved' | 'informed' | 'discussed'
const RIGHTS: Readonly<Record<Decision, Approval['right']>> = {
  adopted: 'adoption',
  consent: 'consent',
  advice: 'advice',
  approved: 'approval',
  informed: 'information',
  discussed: undefined,
}

/** Words of a body or of what stands beside a version at most: "de medezeggenschapsraad van de school". More is a text. */
export const MOST_VALUE_WORDS = 6
const LONGEST = 200
const BY = /^\s*(?:door|by)\b/i

// "Vastgesteld door het bestuur op 1 juni 2020", "Instemming MR: 3-4-2021", "Approved by - Governing Body".
function addDecision(key: Decision, value: string, facts: Facts): boolean {
  if (value.length > LONGEST) return false
  const several = decisionsIn(value, RIGHTS[key])
  if (several.length > 1) {
    if (several.some(({ right }) => right === 'adoption')) facts.adopted = true
    addSaid(several, facts)
    return true
  }
  const found = findDate(value)
  const bodies = bodyIn(value, found?.words)
  const after = AFTER_RIGHT.exec(bodies)
  const rest = after ? bodies.slice(0, after.index) : bodies
  const first = after ? { body: bodyOf(after[2] ?? ''), right: rightOf(after[1] ?? '') } : undefined
  const isLong = [rest, first?.body ?? ''].some((body) => body.split(/\s+/).length > MOST_VALUE_WORDS || FINITE.test(body))
  // Without a date only a body named as such: "Vastgesteld beleid" is none.
  if (isLong || (!found && !(BY.test(value) && /^(?!.*[\d:…_[\]]).*\p{L}{2}/su.test(rest)))) return false
  const right = RIGHTS[key]
  if (key === 'adopted') facts.adopted = true
  addSaid(
    [
      {
        ...(found ? { date: found.date } : {}),
        ...(rest === '' ? {} : { body: bodyOf(rest) }),
        ...(right ? { right } : {}),
      },
      ...(first ? [{ body: first.body, ...(first.right ? { right: first.right } : {}) }] : []),
    ],
    facts,
  )
  return true
}

const bodyIn = (value: string, date: string | undefined): string =>
  (date === undefined ? value : value.replace(date, ''))
    .replace(/\b(?:d\.?d\.?|op|per|on)(?=[\s:.,]|$)[.:]?/gi, ' ')
    .replace(
      /^\s{0,9}(?:door|by|van|of|in|tijdens|at|naar|aan|met|to|with)?(?:\s{1,9}[-–—]|:)?\s{0,9}(?:het|de|the)?\s{1,9}/i,
      '',
    )
    .replace(/(?:\s+van|\s+of)?[\s:,.()–—-]+$/gi, '')
    .replace(/\s+/g, ' ')
    .trim()

/** "maart 2014": a date that lacks its day. */
export const isMonth = (text: string): boolean => readDate(text) === undefined && readDate(`1 ${text}`) !== undefined
