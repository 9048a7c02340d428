import { phrasesOf, wordsOfAll } from '../../language/index.js'
import { type Approval, append } from '../../model/index.js'
import { findDate, readDate } from '../dates.js'
import { addSaid } from './approvals.js'
import { isReached, replacedIn, sendsReader } from './asides.js'
import { addAwaited } from './awaited.js'
import { onlyDecisions } from './clauses-of-decision.js'
import { isDecision } from './deciding.js'
import { decisionsIn } from './decisions.js'
import { addBegun, addField, isListKey, isNoted, isTime, MOST_VALUE_WORDS, readField } from './fields.js'
import { type Facts, noFacts, SENTENCES } from './known.js'
import { addOrganisation } from './organisations.js'
import { decidesOn, ownNames } from './own.js'
import { tellsSince } from './sentences.js'
import { addDraftLine, addVersionLine, timeBeside } from './version-line.js'
import {
  ADDRESS,
  COMPUTED_STATUS,
  CONTACT_NAMES,
  CONTROL_NAMES,
  COPYRIGHT,
  FINITE,
  FREQUENCY,
  KIND,
  MAIL,
  PHONE,
  SITE,
  TIME,
} from './vocabulary.js'

export { type Facts, noFacts } from './known.js'

/** Whether a line says something about the document that front matter has a place for, or announces a list of such. */
export function isFact(text: string): boolean {
  const field = readField(text)
  return (field?.value === '' && isListKey(field.key)) || addLine(text, noFacts()) !== undefined
}

/**
 * Takes what a line says about its document, wherever it stands: a field, a version, a state, several of them in parts or sentences. Gives the
 * key it went to; undefined for another line, of which nothing is taken. What no key holds is kept among the remarks.
 */
export function addLine(line: string, facts: Facts): string | undefined {
  const field = readField(line)
  // The value of a status that our own pages print tells nothing by itself.
  if (field === undefined && COMPUTED_STATUS.test(line)) return undefined
  if (addAwaited(line, facts)) return 'remarks'
  const decided = field !== undefined && isDecision(field.key) ? [] : onlyDecisions(line)
  if (decided.length > 0) {
    addDecided(decided, facts)
    return 'approvals'
  }
  // "Versie: 2 | Status: concept": parts that strokes part are each by itself.
  if (field !== undefined && /\s[|•·]\s/.test(line) && addParts(line, facts, 0.5)) return 'front matter'
  // "Approved by Senate on 3 June 2025; effective 1 August 2025"
  if (field !== undefined && isDecision(field.key) && goesOn(line) && addParts(line, facts, 0, BEHIND_DAY)) return 'front matter'
  if (field !== undefined && field.value !== '' && (addBoth(field, facts) || addField(field, facts))) return field.key
  if (addParts(line, facts, 0)) return 'front matter'
  const before = facts.remarks.length
  if (addVersionLine(line, facts)) return facts.remarks.length > before ? 'remarks' : 'front matter'
  if (addDraftLine(line, facts)) return 'status'
  if (addParts(line, facts, 0.5)) return 'front matter'
  if (field !== undefined && addBegun(field, facts)) return field.key
  return !tellsSince(line) && addSaidDecisions(line, facts) ? 'approvals' : undefined
}

/** "Approved and effective 1 April 2024": two names of one day. */
function addBoth(field: NonNullable<ReturnType<typeof readField>>, facts: Facts): boolean {
  const rest = field.value.replace(AND, '')
  const other = rest === field.value ? undefined : readField(rest)
  const trial = structuredClone(facts)
  const isTaken =
    other !== undefined &&
    readDate(other.value) !== undefined &&
    addField({ ...field, value: other.value }, trial) &&
    addField(other, trial)
  if (isTaken) Object.assign(facts, trial)
  return isTaken
}
const AND = new RegExp(`^(?:${wordsOfAll('and')})\\s+`, 'iu')

/** What goes on behind a day with something else. */
const BEHIND_DAY = [/(?<=\d{4}[;,])\s+(?=\p{L})/u, /(?<=\d{4})\s+(?=\p{Lu})/u]
const goesOn = (line: string): boolean =>
  BEHIND_DAY.some((separator) => {
    const rest = line.split(separator).slice(1)
    return rest.length > 0 && rest.every((part) => DATED.has(readField(part)?.key ?? ''))
  })
const DATED: ReadonlySet<string> = new Set(['effective', 'review'])
const SEPARATORS = /\s*[,;|·•–]\s+/u

/** "Version 1.2, adopted by the board on 5 March 2022": parts or sentences that say something about the document, all but a share of them. */
function addParts(line: string, facts: Facts, most: number, separators = [SENTENCES, SEPARATORS]): boolean {
  return separators.some((separator) => {
    const parts = line.split(separator).filter((part) => part !== '')
    if (parts.length < 2) return false
    const trial: Facts = structuredClone(facts)
    const isTaken = parts.map((part) => PART_READERS.some((add) => add(part.replace(/[.;,]$/, ''), trial)))
    const rest = parts.filter((_, i) => !isTaken[i])
    // "Documenteigenaar: de adviseur, afdeling Zorg" is one.
    const [first = '', second = ''] = parts
    const isListed = /^[,;]/.test(line.slice(first.length)) && readField(second) === undefined
    // "Vervangt: Sleutelbeleid, vastgesteld op 3 mei 2019": what goes on is about that one.
    const isReplaced = /^[,;]/.test(line.slice(first.length)) && replacedIn(first) !== undefined
    const isOne = isReplaced || ((rest.length > 0 || isListed) && isNoted(readField(first)?.key))
    const mayStand = !isOne && rest.every((part) => isShort(part.replace(/\.$/, '')))
    if (
      rest.length > parts.length * most ||
      !(isTaken[0] || (separator === SENTENCES && most > 0 && isTaken.some(Boolean))) ||
      !mayStand
    )
      return false
    append(trial.remarks, rest)
    Object.assign(facts, trial)
    return true
  })
}

/** No sentence, and no name of a document. */
const isShort = (part: string): boolean =>
  part.split(/\s+/).length <= MOST_VALUE_WORDS && !FINITE.test(part) && !KIND.test(part) && !/\p{Ll}{2}[.?!]$/u.test(part)

/** Takes what one part of a line says, whose document it is aside. */
export function addPart(part: string, facts: Facts): boolean {
  if (addAwaited(part, facts)) return true
  if (goesOn(part) && addParts(part, facts, 0, BEHIND_DAY)) return true
  const field = readField(part)
  if (field !== undefined && field.value !== '' && addField(field, facts)) return true
  return addVersionLine(part, facts) || addSaidDecisions(part, facts)
}

/** "versie mei 2025", "Herziening: najaar 2026": a time without a day is kept word for word. */
function addTimed(part: string, facts: Facts): boolean {
  const isTimed = !isTime(part) && (timeIn(part) !== undefined || isTime(part.replace(VERSION_WORD, '')))
  if (isTimed) facts.remarks.push(part)
  return isTimed
}

const VERSION_WORD = new RegExp(`^(?:${phrasesOf('versionWords')})\\s+`, 'i')
/** A day that has no words is that of the document. */
function addDay(part: string, facts: Facts): boolean {
  const date = readDate(part)
  if (date === undefined || facts.date !== undefined) return false
  facts.date = date
  return true
}

/** "Documentnummer K-12", "Doelgroep: ouders": what no key holds. */
function addNoted(part: string, facts: Facts): boolean {
  const field = readField(part)
  const [, name = ''] = NAMED.exec(part) ?? []
  const isTold =
    (field !== undefined && isNoted(field.key) && field.value !== '') || (field === undefined && CONTROL_NAMES.test(name))
  if (isTold) facts.remarks.push(part)
  return isTold
}

const NAMED = /^([^:]{2,60}?)\s*:\s+\S/u

const PART_READERS = [addPart, addTimed, addDay, addNoted, addOrganisation]

/** "De MR heeft op 3 mei 2024 ingestemd.": sentences of each of which a decision on the document is all there is. */
export function addSaidDecisions(text: string, facts: Facts): boolean {
  const sentences = text.split(SENTENCES)
  const told = sentences.map((sentence) => decisionsIn(sentence, facts.lang))
  const names = ownNames(facts)
  if (told.some((decisions) => decisions.length === 0 || decisions.some(({ body }) => body === undefined))) return false
  if (sentences.some((sentence) => decidesOn(sentence, names) !== 'own')) return false
  addDecided(told.flat(), facts)
  return true
}

function addDecided(decided: readonly Approval[], facts: Facts): void {
  if (decided.some(({ right }) => right === 'adoption')) facts.adopted = true
  addSaid(decided, facts)
}

/** The time without a day that a line about the document names: "Vastgesteld: maart 2014". */
export function timeIn(text: string): string | undefined {
  if (isTime(text)) return text.trim()
  const value = readField(text)?.value
  return (value === undefined ? undefined : TIME.exec(withoutDays(value))?.[0]) ?? timeBeside(text)
}

function withoutDays(value: string): string {
  const day = findDate(value)
  return day === undefined ? value : withoutDays(value.replace(day.words, ' '))
}

/** "Kenmerk: SB/12", "Review frequency - annually": about the document, but nothing that a key of its own can hold. */
export function isRemark(text: string): boolean {
  const field = readField(text)
  const isNamed = field !== undefined && field.value !== '' && /:|\s[-–—]\s|\d/.test(text)
  const isOften = field?.key === 'review' && FREQUENCY.test(field.value)
  return isNoted(field?.key) || isNamed || isOften || isTime(text) || readDate(text) !== undefined
}

export const isCopyright = (text: string): boolean => COPYRIGHT.test(text)

/** Whose copyright a line says it is: "Registered charity 1234 © Paws & Hooves Rescue 2025." */
export const copyrightHolder = (text: string): string | undefined => HOLDER.exec(text)?.[1]
const HOLDER =
  /(?:©|\(c\)\s|\bcopyright\b)\s*(?:©\s*)?(?:(?:19|20)\d{2}(?:\s?[-–]\s?(?:19|20)\d{2})?,?\s+)?(\p{Lu}[^.,;|©\d]{2,60}?)(?=\s*(?:[.,;|]|\d|$))/iu

// "Bereikbaar via info@…", "Enquiries to Jo White on 01234 567890"
const MOST_REACHED = 10

/** "Gemeentenieuws – www.gemeente.example" */
const NAMED_SITE = /^\P{Nd}{3,60}\s[–—|·-]\s(?:https?:\/\/|www\.)\S+$/u

/** An address, a number or a site, alone on its line. */
export function isContact(text: string): boolean {
  if (readDate(text) !== undefined) return false
  if (text.length > 120 || text.split(/\s+/).length > 14) return false
  if (sendsReader(text) && isReached(text)) return true
  if (/[a-z]{3}\.$/.test(text)) return false
  if (text.split(/\s+/).length <= MOST_REACHED && !FINITE.test(text) && !/[.;:]$/.test(text) && isReached(text)) return true
  return [NAMED_SITE, ADDRESS, MAIL, SITE, PHONE, CONTACT_NAMES].some((pattern) => pattern.test(text))
}
