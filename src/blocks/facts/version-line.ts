import { phrasesOf, wordsOfAll } from '../../language/index.js'
import { findDate, readDate } from '../dates.js'
import { isDecision } from './deciding.js'
import { addField, isTime, MOST_VALUE_WORDS, readField, toVersion } from './fields.js'
import { addOnce, type Facts } from './known.js'
import { COUNTED_DRAFT, DRAFT_WORDS, EDITION, FINITE, VERSION_LINE } from './vocabulary.js'

/**
 * "Concept, versie 3.0 – 10 oktober 2025": a version with what stands beside it. A date that has no words is that of the document. A line
 * that says more than front matter has keys for is kept as a remark, too. False when the line is another, and nothing changed.
 */
export function addVersionLine(line: string, facts: Facts): boolean {
  const found = partsOf(line)
  const version = found && toVersion(found.number)
  if (!found || version === undefined) return false
  if (facts.version !== undefined) return addOnce('version', version, facts)
  const trial: Facts = structuredClone(facts)
  trial.version = version
  const rest = found.parts.filter((part) => !addPart(part, trial, line))
  if (rest.some((part) => part.split(/\s+/).length > MOST_VALUE_WORDS || FINITE.test(part) || /\p{Ll}{2}\.$/u.test(part)))
    return false
  if (rest.length > 0) trial.remarks.push(line)
  Object.assign(facts, trial)
  return true
}

/** The month without a day that stands beside a version: "Versie 2 – juni 2024". */
export const timeBeside = (line: string): string | undefined => partsOf(line)?.parts.find(isTime)

const SEPARATOR = /\s*[,;|·()]\s*|\s+[-–—/]+\s+/u

function partsOf(line: string): { readonly number: string; readonly parts: readonly string[] } | undefined {
  const {
    before = '',
    number = '',
    behind = '',
  } = (VERSION_LINE.exec(line) ?? COUNTED_DRAFT.exec(line))?.groups ?? editionOf(line) ?? {}
  if (number === '') return undefined
  const parts = [before, ...behind.split(SEPARATOR)].map((part) => part.trim()).filter((part) => part !== '')
  const [first = ''] = behind.trim().split(SEPARATOR)
  // Directly behind its number only a date or a status: "Versie 2 van de regels" is a text.
  const isDirect = /^\s*\p{L}/u.test(behind) && !isDated(first) && readField(first) === undefined
  return isDirect ? undefined : { number, parts: withDays(parts) }
}

/** "approved by the board, 14 May 2024": a decision and its day are one. */
function withDays(parts: readonly string[]): readonly string[] {
  const found: string[] = []
  for (const part of parts) {
    const last = found.at(-1)
    const key = last === undefined || findDate(last) ? undefined : readField(last)?.key
    if (key !== undefined && isDecision(key) && readDate(part) !== undefined) found.push(`${found.pop()}, ${part}`)
    else found.push(part)
  }
  return found
}

/** "2e druk": a version by its ordinal. */
function editionOf(line: string): Record<string, string> | undefined {
  const match = EDITION.pattern.exec(line)
  if (match?.index !== 0) return undefined
  return { number: String(EDITION.numberOf(match.groups?.ordinal ?? '')), behind: line.slice(match[0].length) }
}

const isDated = (part: string): boolean => {
  const words = withoutDraft(part)
  return words === '' || isTime(words) || dateOf(words) !== undefined
}

const withoutDraft = (part: string): string => part.replace(DRAFT_WORDS, '').trim()

const OF = new RegExp(`^(?:${wordsOfAll('of')}|${phrasesOf('datedWords')})\\s+`, 'i')
const dateOf = (words: string): string | undefined => readDate(words.replace(OF, ''))

/** Puts one part of a line where it belongs: a status, a date, both, or a field. */
function addPart(part: string, facts: Facts, line = part): boolean {
  const words = withoutDraft(part)
  const date = dateOf(words)
  const isDraft = words !== part
  if (!isDraft && date === undefined) {
    const field = readField(part)
    return field !== undefined && addField(field, facts)
  }
  if (isDraft && (facts.status ?? 'draft') !== 'draft') return false
  if (words !== '' && (date === undefined || (facts.date ?? date) !== date)) return false
  if (isDraft) facts.status = 'draft'
  if (date !== undefined && facts.date === undefined) facts.dateBeside = line
  if (date !== undefined) facts.date = date
  return true
}

/** Whether a line is nothing but the word for a text on which is to be decided: "CONCEPT" across or above a page. */
export const isDraftMark = (line: string): boolean => line !== '' && withoutDraft(line) === ''

/** "CONCEPT", "Draft 3 May 2024": a line that only says what state the text is in, and since when. */
export const addDraftLine = (line: string, facts: Facts): boolean => withoutDraft(line) !== line && addPart(line, facts)
