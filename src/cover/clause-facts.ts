import {
  addSaid,
  addSentence,
  BODY_WORDS,
  callsIn,
  decidesOn,
  decisionsIn,
  type Facts,
  findDate,
  HOLDS,
  holdsOnAdoption,
  isTime,
  namesItself,
  namesOther,
  noFacts,
  ownNames,
  RIGHT_WORDS,
  sentencesAbout,
  whoDecided,
} from '../blocks/index.js'
import { eitherCase, phrasesOf, wordsOfAll, wordsOfFacts } from '../language/index.js'
import { append } from '../model/index.js'
import { type Piece, printed } from '../pieces/index.js'

const CITATION = new RegExp(`(?:${phrasesOf('cited')})\\s*(?::\\s*)?["'“‘„]?(.{3,120}?)["'”’]?\\.?$`, 'iu')

/** Whether sentences that tell of decisions on their own text tell of its adoption. */
const isAdoption = (text: string): boolean => ADOPTS.some(({ words }) => words.test(text))
const ADOPTS = RIGHT_WORDS.filter(({ right }) => right === 'adoption' || right === 'approval')

/** Adds what clauses say about the document: since when it is in force, how it is cited, who adopted it. The clauses stay where they are. */
export function addClauseFacts(pieces: readonly Piece[], facts: Facts): void {
  facts.calls = pieces.flatMap(({ role, text }) => (role === 'paragraph' || role === 'item' ? callsIn(text) : []))
  let annex: number | undefined
  for (const piece of pieces) {
    const { role, reason, rows, text, depth = 0 } = piece
    // An annex tells of itself, as far as the next heading of its level.
    if (role === 'heading' && (annex === undefined || depth <= annex)) annex = ANNEX.test(printed(piece)) ? depth : undefined
    if (annex !== undefined) {
      append(
        facts.unproved,
        sentencesAbout(text, facts.lang)
          .map((sentence) => sentence.text)
          .filter((sentence) => isAdoption(sentence)),
      )
      continue
    }
    const isKept = role === 'metadata' && rows === undefined && (reason === 'remarks' || reason === 'subtitle')
    if (role !== 'paragraph' && role !== 'item' && !isKept) continue
    addTextFacts(text, facts)
    // Whether the sentence before was about the document; another paragraph may be about anything.
    let goesOn = false
    for (const sentence of sentencesAbout(text, facts.lang)) {
      addSentence(sentence.text, facts, goesOn)
      goesOn = namesItself(sentence.text)
    }
  }
  addEnacting(pieces, facts)
  const adopted = facts.approvals.findLast(({ right, date }) => right === 'adoption' && date !== undefined)?.date
  const told = pieces.some(({ role, text }) => ['paragraph', 'item', 'metadata'].includes(role ?? '') && holdsOnAdoption(text))
  if (told && adopted !== undefined) facts.effective ??= adopted
}

const ANNEX = new RegExp(`^(?:${phrasesOf('annexes')})(?!\\p{L})`, 'iu')
const ENACTS = new RegExp(`^(?:${wordsOfFacts('enacts')})(?!\\p{L})`, 'iu')
// Pieces: title, body and some ten recitals stand before what enacts.
const MOST_PREAMBLE = 12
// "Het college van burgemeester en wethouders van de gemeente Westerhage;"
const ENACTING = new RegExp(
  `^(?:${eitherCase(wordsOfAll('the'))})\\s(.{3,90}?)(?:\\s(?:${wordsOfAll('of')})\\s(?:(?:${wordsOfAll('the')})\\s)?(?:\\p{L}+\\s)?\\p{Lu}[^,;]{1,60})?[,;]$`,
  'u',
)

/** The body at the head of a text that says it enacts it, which a decision of one of its meetings is the decision of. */
function addEnacting(pieces: readonly Piece[], facts: Facts): void {
  const lines = pieces.filter(({ role }) => role === 'paragraph' || role === 'item').slice(0, MOST_PREAMBLE)
  const body = lines
    .map(({ text }) => ENACTING.exec(text)?.[1])
    .find((name) => name !== undefined && name.search(BODY_WORDS) >= 0)
  if (body === undefined || !lines.some(({ text }) => ENACTS.test(text))) return
  // "gezien het advies van de cliëntenraad van 2 april 2024": who was asked before.
  for (const { text } of lines.slice(
    0,
    lines.findIndex(({ text: line }) => ENACTS.test(line)),
  )) {
    const asked = decisionsIn(text, facts.lang).filter(
      ({ right, body: who }) => who !== undefined && (right === 'advice' || right === 'consent'),
    )
    addSaid(asked, facts)
  }
  // "Oudermeer, 12 maart 2024" below it: the day it was enacted.
  if (facts.date !== undefined && !facts.approvals.some(({ right }) => right === 'adoption')) {
    facts.approvals.push({ date: facts.date, body, right: 'adoption' })
    return
  }
  const at = facts.approvals.findIndex(({ right }) => right === 'adoption')
  const known = facts.approvals[at]
  if (known && (known.body === undefined || MEETING.test(known.body)))
    facts.approvals[at] = { ...known, body, ...(known.body === undefined ? {} : { remarks: known.body }) }
}
const MEETING = new RegExp(`(?:${phrasesOf('meetings')}|${phrasesOf('meetingEnds')})$`, 'iu')

/** Adds what sentences say about their document. */
export function addTextFacts(text: string, facts: Facts): void {
  const cited = CITATION.exec(text)
  // What a sentence calls otherwise from there on is no document.
  if (
    cited &&
    namesItself(
      text
        .slice(0, cited.index)
        .split(/[.;]\s/)
        .at(-1) ?? '',
    )
  )
    facts.citation ??= cited[1]?.trim()
  const names = ownNames(facts)
  const sentences = sentencesAbout(text, facts.lang)
    .map(({ text: sentence }) => sentence)
    .filter((sentence) => !namesOther(sentence, facts.title))
  const own = sentences.filter((sentence) => decidesOn(sentence, names) === 'own').join(' ')
  // "Vastgesteld door het bestuur in maart 2018": who, if not on which day.
  if (findDate(own) === undefined) return namesMonth(own) || saysWho(own, facts) ? addAdoption(own, undefined, facts) : undefined
  addAdoption(own, HOLDS.exec(own)?.index, facts)
}

/** "These rules were approved by the committee.": who, and no more. */
export const saysWho = (text: string, facts: Facts = noFacts()): boolean =>
  text.length <= LONGEST_WHO &&
  decidesOn(text, ownNames(facts)) === 'own' &&
  isAdoption(text) &&
  text.replace(/\.$/, '').endsWith(whoDecided(text) ?? '\n')
// A line and a bit: with more it says something beside who.
const LONGEST_WHO = 120

const namesMonth = (text: string): boolean => text.match(/\p{L}{3,9}\.?\s\d{4}(?!\d)/gu)?.some(isTime) === true

/** Who adopted the document, and when. The day on which it enters into force, named from `inForce` on, is not that of the decision. */
function addAdoption(text: string, inForce: number | undefined, facts: Facts): void {
  if (!isAdoption(text)) return addSaid(decisionsIn(text.slice(0, inForce), facts.lang), facts)
  // "Dit protocol treedt in werking na vaststelling door …"
  const [at = 0] = ADOPTS.map(({ words }) => text.search(words))
    .filter((place) => place >= 0)
    .sort((a, b) => a - b)
  const part = inForce === undefined || at < inForce ? text.slice(0, inForce) : text.slice(at)
  const told = decisionsIn(part, facts.lang)
  const body = whoDecided(part)
  // "Submitted to Council for adoption" tells of none.
  if (told.length > 0 || body !== undefined) facts.adopted = true
  if (told.length > 0) return addSaid(told.map(asAdoption), facts)
  if (body !== undefined && facts.approvals.length === 0) facts.approvals.push({ body, right: 'adoption' })
}

/** "This policy was approved by the board": of itself a document says so that it was adopted. */
const asAdoption = (approval: Facts['approvals'][number], i: number): Facts['approvals'][number] =>
  i === 0 && approval.right === 'approval' ? { ...approval, right: 'adoption' } : approval
