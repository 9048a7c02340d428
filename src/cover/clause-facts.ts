import {
  addOnce,
  addSaid,
  addSentence,
  BODY_WORDS,
  bodyOf,
  callsIn,
  decidesOn,
  decisionsIn,
  type Facts,
  FINITE,
  findDate,
  holdsOnAdoption,
  isTime,
  namesItself,
  namesOther,
  ownNames,
  sentencesAbout,
  tellsOfItself,
  tellsPast,
  upToPart,
} from '../blocks/index.js'
import { phrasesOf, wordsOfFacts } from '../language/index.js'
import { append } from '../model/index.js'
import { type Piece, printed } from '../pieces/index.js'

const CITATION =
  /(?:aangehaald|geciteerd|cited|referred to)\s+(?:worden\s+)?(?:als|as)\s*(?::\s*)?["'“‘„]?(.{3,120}?)["'”’]?\.?$/iu
const IN_FORCE =
  /(?:treedt|treden)\b.{0,60}?\bin werking\b|\bin werking\s+(?:getreden|treden)\b|\b(?:enters?|comes?) into (?:force|effect)\b|\btakes effect\b|\bgaat in (?:op|per)\b|\b(?:geldt|geldig|van kracht)\s+(?:vanaf|per|met ingang van)\b/i
/** What holds of a rule as well as of a document: "gelden vanaf", "apply from". */
const HOLDS_FROM =
  /\b(?:gelden|gaan in)\s+(?:vanaf|per|op|met ingang van)\b|\b(?:apply|applies|effective|in force|valid)\s+(?:from|as of|since)\b/i
const REVIEWED =
  /(?<!\p{L})(?:(?:wordt|worden|zal|zullen|will|shall|is|are)(?!\p{L}).{0,80}?(?<!\p{L})(?:geëvalueerd|herzien|geactualiseerd|reviewed|evaluated|revised)|(?:geldt|gelden|geldig|valid|in force)\s+(?:tot(?: en met)?|until|till))(?!\p{L})/iu
/** "Aldus vastgesteld door …", "Dit reglement is op … vastgesteld": the sentence a document ends with. */
const ADOPTED =
  /^(?:aldus\s+)?(?:vastgesteld|adopted)\s+(?:door|op|te|in|d\.d\.|by|on|at)(?=\s)|^(?:dit|deze|this|these)\s+(?:\p{L}+\s+){1,3}(?:is|zijn|werd|was|were|ha(?:s|ve) been)\s+(?:(?!niet|not)[\p{L}\d.-]+\s+){0,10}?(?:vastgesteld|adopted|approved|agreed|ratified)(?!\p{L})/iu
const ADOPTED_BY =
  /(?:vaststelling|vastgesteld|adopted|adoption|approved|agreed|ratified)\s+(?:op\s+\S.{3,29}?\s+)?(?:door|by)\s+(?:(?:het|de|the)\s*)?([\p{L}][^,.;:]{2,60}?)(?=\s+(?:op|d\.d\.|on|per|met|na|in|after|following)\b|[,.;]|$)/iu

/** "na instemming van de MR op 30 september 2021": what another body did before. */
const AFTER =
  /(?<!\p{L})(?:na|met|after|with|following)\s+(?:\p{L}+e?\s+)?(?:instemming|advies|goedkeuring|consent|advice|approval)\s+(?:door|van|by|of|from)(?!\p{L})/iu

/** "Na instemming van de MR op 3 mei vastgesteld door het bestuur op 9 mei": no verb makes more of it. */
const AFTER_FIRST =
  /^(?:na|met|after|following|with)\s(?=.{0,120}?(?:instem|advie|goedkeur|consent|advice|approv)).{0,200}?(?<!\p{L})(?:vastgesteld|adopted)\s+(?:door|op|by|on)(?!\p{L})/iu
const isAdoption = (text: string): boolean => ADOPTED.test(text) || (AFTER_FIRST.test(text) && !FINITE.test(text))

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
const ENACTING =
  /^(?:[Dd]e|[Hh]et|[Tt]he)\s(.{3,90}?)(?:\s(?:van|of)\s(?:(?:de|het|the)\s)?(?:(?:[Gg]emeente|[Pp]rovincie|[Ss]tichting|[Vv]ereniging)\s)?\p{Lu}[^,;]{1,60})?[,;]$/u

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
const MEETING = /(?:vergadering|meeting)$/iu

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
  for (const sentence of sentences) {
    const itself = namesItself(sentence)
    const holds = IN_FORCE.exec(sentence) ?? (itself ? HOLDS_FROM.exec(sentence) : null)
    const day = holds ? (dayBehind(sentence, holds.index) ?? findDate(sentence)?.date) : undefined
    if (holds && namesItself(upToPart(sentence, holds.index)) && tellsOfItself(sentence, holds.index, names))
      addOnce('effective', day, facts)
    const reviewed = itself && !tellsPast(sentence) ? REVIEWED.exec(sentence) : null
    if (reviewed && tellsOfItself(sentence, reviewed.index, names)) addOnce('review', dayBehind(sentence, reviewed.index), facts)
  }
  const own = sentences.filter((sentence) => decidesOn(sentence, names) === 'own').join(' ')
  // "Vastgesteld door het bestuur in maart 2018": who, if not on which day.
  if (findDate(own) === undefined) return namesMonth(own) || saysWho(own) ? addAdoption(own, undefined, facts) : undefined
  addAdoption(own, (IN_FORCE.exec(own) ?? HOLDS_FROM.exec(own))?.index, facts)
}

const dayBehind = (sentence: string, index: number): string | undefined => findDate(sentence.slice(index))?.date

/** "These rules were approved by the committee.": who, and no more. */
export const saysWho = (text: string): boolean =>
  text.length <= LONGEST_WHO && isAdoption(text) && text.replace(ADOPTED_BY, '\n').endsWith('\n.') && ADOPTED_BY.test(text)
// A line and a bit: with more it says something beside who.
const LONGEST_WHO = 120

const namesMonth = (text: string): boolean => text.match(/\p{L}{3,9}\.?\s\d{4}(?!\d)/gu)?.some(isTime) === true

/** Who adopted the document, and when. The day on which it enters into force, named from `inForce` on, is not that of the decision. */
function addAdoption(text: string, inForce: number | undefined, facts: Facts): void {
  const isSaid = isAdoption(text)
  if (isSaid) facts.adopted = true
  else if (inForce === undefined) return
  const told = decisionsIn(inForce === undefined ? text : text.slice(0, inForce), facts.lang)
  if (told.length > 1 || (told.length === 1 && (AFTER.test(text) || (isSaid && told[0]?.body !== undefined)))) {
    if (told.some(({ right }) => right === 'adoption')) facts.adopted = true
    addSaid(isSaid ? told.map(asAdoption) : told, facts)
    return
  }
  const by = ADOPTED_BY.exec(text)
  const body = by?.[1]?.trim()
  const date = findDate(isSaid ? text.slice(0, inForce) : text.slice(by?.index))?.date
  if (isSaid && body === undefined && date !== undefined) return addSaid([{ date, right: 'adoption' }], facts)
  if (body === undefined || facts.approvals.length > 0 || (!isSaid && date === undefined)) return
  facts.approvals.push({ ...(date === undefined ? {} : { date }), body: bodyOf(body), right: 'adoption' })
}

/** "This policy was approved by the board": of itself a document says so that it was adopted. */
const asAdoption = (approval: Facts['approvals'][number], i: number): Facts['approvals'][number] =>
  i === 0 && approval.right === 'approval' ? { ...approval, right: 'adoption' } : approval
