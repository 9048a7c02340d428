import { append } from '../../model/index.js'
import { readDate } from '../dates.js'
import { addField, type Facts, isMonth, noFacts, readField } from './fields.js'
import { addDraftLine, addVersionLine, monthBeside } from './version-line.js'
import { ADDRESS, CONTACT_NAMES, COPYRIGHT, MAIL, PHONE, SITE } from './vocabulary.js'

export { type Facts, noFacts } from './fields.js'

/** Whether a line says something about the document that front matter has a place for, or announces a list of such. */
export function isFact(text: string): boolean {
  const field = readField(text)
  if (field !== undefined && addField(field, noFacts())) return true
  return [addParts, addVersionLine, addDraftLine, addSentences].some((add) => add(text, noFacts()))
}

/** "Version 1.2, adopted by the board on 5 March 2022": a line of which every part says something about the document. */
export function addParts(line: string, facts: Facts): boolean {
  const trial: Facts = structuredClone(facts)
  const parts = line.split(/\s*[,;|·–]\s+/)
  const fields = parts.map(readField)
  const isTaken = fields.map((field) => field !== undefined && field.value !== '' && addField(field, trial))
  // "versie januari 2025, geldig vanaf 1 januari 2025": a month is kept word for word.
  const months = parts.filter((part, i) => !isTaken[i] && VERSION_WORD.test(part) && isMonth(part.replace(VERSION_WORD, '')))
  if (parts.length < 2 || months.length === parts.length || isTaken.filter(Boolean).length + months.length < parts.length)
    return false
  append(trial.remarks, months)
  Object.assign(facts, trial)
  return true
}

const VERSION_WORD = /^(?:versie|version)\s+/i

/** Sentences of which each says something about the document: "Versie 1.3. Goedgekeurd door de vergadering van 28 oktober 2022." */
export function addSentences(text: string, facts: Facts): boolean {
  const trial: Facts = structuredClone(facts)
  const sentences = text.split(SENTENCES)
  if (sentences.length < 2) return false
  const rest = sentences.map((sentence) => sentence.replace(/\.$/, '')).filter((sentence) => !addSentence(sentence, trial))
  // "Owner: the head of finance" is about the document too where it stands among its dates.
  if (rest.length * 2 > sentences.length || !rest.every((sentence) => FIELD.test(sentence) && isRemark(sentence))) return false
  append(trial.remarks, rest)
  Object.assign(facts, trial)
  return true
}

const FIELD = /^[^:.]{2,40}:\s/
const SENTENCES = /(?<=[.;])\s+(?=\p{Lu})/u

function addSentence(sentence: string, facts: Facts): boolean {
  const field = readField(sentence)
  return (field !== undefined && field.value !== '' && addField(field, facts)) || addVersionLine(sentence, facts)
}

/** The month of a line about the document that lacks its day: "Vastgesteld: maart 2014". */
export function monthIn(text: string): string | undefined {
  if (isMonth(text)) return text.trim()
  const value = readField(text)?.value
  return value !== undefined && isMonth(value) ? value : monthBeside(text)
}

/** "Kenmerk: SB/12", "Review frequency - annually": about the document, but nothing that a key of its own can hold. */
export function isRemark(text: string): boolean {
  const field = readField(text)
  const isNamed = field !== undefined && field.value !== '' && /:|\s[-–—]\s|\d/.test(text)
  return field?.key === 'remark' || isNamed || isMonth(text) || readDate(text) !== undefined
}

export const isCopyright = (text: string): boolean => COPYRIGHT.test(text)

/** An address, a number or a site, alone on its line. */
export function isContact(text: string): boolean {
  if (readDate(text) !== undefined) return false
  if (text.length > 120 || text.split(/\s+/).length > 14 || /[a-z]{3}\.$/.test(text)) return false
  return [ADDRESS, MAIL, SITE, PHONE, CONTACT_NAMES].some((pattern) => pattern.test(text))
}
