import { phrasesOf, readOnce } from '../../language/index.js'
import { findDate, readDate } from '../dates.js'
import { addDecision, isDecision } from './deciding.js'
import { addOnce, type Facts, type Field, noFacts } from './known.js'

import { readNamed, UNTIL } from './named.js'
import { COMPUTED_STATUS, FIELDS, FINITE, type FieldKey, STATUS_WORDS, TIME } from './vocabulary.js'

/** The field a line begins with, by a name that is known, or else by words in its name. Each step that looks for a document's own lines asks it of every line. */
export const readField: (text: string) => Field | undefined = readOnce((text) => {
  const listed = readListed(text)
  const isWhole = listed !== undefined && (isNoted(listed.key) || listed.value === '' || addField(listed, noFacts()))
  return isWhole ? listed : (readNamed(text) ?? listed)
})

/** The field a line begins with: of several names the longest, "review cycle" rather than "review". */
export function readListed(text: string): Field | undefined {
  const found = FIELDS.flatMap(({ key, name }) => {
    const match = name.exec(text)
    return match ? [{ key, name: match[0] }] : []
  }).sort((a, b) => b.name.length - a.name.length)[0]
  if (!found) return undefined
  const value = text
    .slice(found.name.length)
    .replace(/^(?:[\s:.]|[-–—](?=\s))+/u, '')
    .trim()
  return { key: found.key, name: found.name.trim(), value }
}

/** Keys that front matter has none for: what is told under them is kept word for word. */
export const isNoted = (key: FieldKey | undefined): boolean => key === 'remark' || key === 'otherDay'

/** Keys whose value is a list that may stand below its name. */
export const isListKey = (key: FieldKey): key is 'sources' | 'editors' => key === 'sources' || key === 'editors'

/** Puts a field where it belongs; false when its value is not what such a field holds, and nothing changed. */
export function addField({ key, name, value, body, isBody }: Field, facts: Facts): boolean {
  if (value === '') return isListKey(key)
  switch (key) {
    case 'sources':
    case 'editors':
      // "Redactie en ouders maken samen de krant." is a sentence of the text.
      if (/\s[|•·]\s/.test(value)) return false
      if (key === 'editors' && (FINITE.test(value) || /^\p{Ll}\S*\s\S*\s.*\.$/u.test(value))) return false
      facts[key].push(value)
      return true
    case 'version': {
      const version = toVersion(value)
      return addOnce('version', version, facts)
    }
    case 'date':
    case 'effective':
    case 'review': {
      const until = lastDay(value)
      const date = until === undefined ? readDate(value.replace(BY_WHOM, '')) : findDate(value)?.date
      if (date === undefined) return false
      if (key !== 'date' && !addOnce(key, date, facts)) return false
      if (key === 'date' && facts.date !== undefined && facts.dateBeside === undefined) return false
      // "Versie 2 (3 mei 2024)": the day of that version, where another is named.
      if (key === 'date' && facts.dateBeside !== undefined && facts.date !== date) facts.remarks.push(facts.dateBeside)
      if (key === 'date') delete facts.dateBeside
      facts[key] = date
      if (until !== undefined && key === 'effective') facts.review ??= until
      else if (until !== undefined) facts.remarks.push(`${name} ${value}`)
      if (BY_WHOM.test(value)) facts.remarks.push(`${name} ${value}`)
      return true
    }
    case 'status': {
      const own = value.replace(COMPUTED_STATUS, '')
      if (own !== value) return addField({ key, name, value: own }, facts)
      const found = STATUS_WORDS.find(({ words }) => words.test(value))
      if (!found || value.length > LONGEST || /[^.]\.$/.test(value)) return false
      facts.status = found.status
      // "concept 0.9, ter instemming aan de MR": what is more than a status is kept as it stands.
      const version = toVersion(/^\p{L}+\s+v?(\d[\d.]*\d)(?=[\s,]|$)/u.exec(value)?.[1] ?? '')
      if (version !== undefined) facts.version ??= version
      addStatusDecisions(value, facts)
      if (/\s/.test(value)) facts.remarks.push(`Status: ${value}`)
      else facts.statusSaid = `Status: ${value}`
      return true
    }
    case 'adopted':
    case 'consent':
    case 'advice':
    case 'approved':
    case 'informed':
    case 'discussed':
      return addDecision(
        { key, name, value: body === undefined ? value : `${body} ${value}`, ...(isBody ? { isBody } : {}) },
        facts,
      )
    case 'organisation':
      if (facts.printedOrganisation !== undefined || /[|•:]\s/.test(value) || findDate(value) !== undefined) return false
      facts.printedOrganisation = value
      return true
    case 'contact':
      facts.contact.push(CONTACT.test(name) && !PERSON_OF.test(name) ? value : `${name}: ${value}`)
      return true
    case 'remark':
    case 'otherDay':
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

/** "Status: vastgesteld door het bestuur op 3 mei 2024" */
function addStatusDecisions(value: string, facts: Facts): void {
  for (const part of value.split(/[,;]\s+/)) {
    const field = readListed(part)
    if (field && isDecision(field.key) && field.value !== '') addField(field, facts)
  }
}

/**
 * "Geldig vanaf 1 januari 2024, wordt in 2025 geëvalueerd": a day behind which the line goes on. The day is taken, and the line is kept as it
 * stands. False for any other value.
 */
export function addBegun({ key, name, value }: Field, facts: Facts): boolean {
  if (key !== 'date' && key !== 'effective' && key !== 'review') return false
  const found = findDate(value)
  const rest = found && value.startsWith(found.words) ? value.slice(found.words.length).trim() : ''
  if (!found || !/^(?:[,;(–—]|-\s)/u.test(rest) || rest.split(/\s+/).length > MOST_REST_WORDS) return false
  if (!addField({ key, name, value: found.words }, facts)) return false
  facts.remarks.push(`${name}${/^[:–-]/.test(value) ? '' : ' '}${value}`)
  return true
}

/** The day until which a text holds, of two with a word or a dash between: "1 augustus 2024 tot en met 31 juli 2027". */
function lastDay(value: string): string | undefined {
  const first = findDate(value)
  const rest = first ? value.slice(value.indexOf(first.words) + first.words.length) : ''
  return UNTIL.test(rest) ? readDate(rest.replace(UNTIL, '')) : undefined
}

/** "1.0" as 1.0.0, and "2024-1", the first of a year, as 2024.1.0; undefined for anything that is more than a number. */
export function toVersion(value: string): string | undefined {
  const number = value.trim()
  const match = /^v?(\d{1,4})(?:\.(\d{1,3}))?(?:\.(\d{1,3}))?$/i.exec(number) ?? /^(20\d{2})[-/](\d)$/.exec(number)
  return match ? [match[1], match[2] ?? '0', match[3] ?? '0'].map(Number).join('.') : undefined
}

/** Words of what stands beside a version at most. More is a text. */
export const MOST_VALUE_WORDS = 6
/** What goes on behind a day: a line. */
const MOST_REST_WORDS = 14
const LONGEST = 200
const CONTACT = new RegExp(`^(?:${phrasesOf('contactWords')})`, 'i')
const PERSON_OF = new RegExp(phrasesOf('contactPersons'), 'i')
/** "1 september 2025 door de webmaster" */
const BY_WHOM = new RegExp(`\\s+(?:${phrasesOf('by')})\\s+\\S+(?:\\s\\S+){0,4}$`, 'iu')

/** "maart 2014", "voorjaar 2026", "schooljaar 2024-2025": a date that lacks its day. */
export const isTime = (text: string): boolean => text.replace(TIME, '').replace(/[\s.()]+/g, '') === '' && TIME.test(text)
