import {
  type Artefact,
  addOrganisation,
  addPart,
  addSaidDecisions,
  addSentence,
  asksReader,
  CONTROL_TITLE,
  type Facts,
  FINITE,
  isCall,
  isContact,
  isCopyright,
  isNoted,
  isReached,
  type Look,
  namesItself,
  noFacts,
  PERSON,
  readDate,
  readField,
  SENTENCES,
  sendsReader,
  sentencesAbout,
  textOf,
  timeIn,
} from '../blocks/index.js'
import { closesSentence, meaningsOf, phrasesOf, weekdays } from '../language/index.js'
import { LANGUAGES } from '../model/index.js'
import { gapOf, isOpen, lineOf, type Piece, printed } from '../pieces/index.js'
import { addTextFacts, saysWho } from './clause-facts.js'
import { markAs } from './mark.js'
import { isSignatory, isSignature, isSigned } from './signatures.js'

const ANNEX = new RegExp(`^(?:${phrasesOf('annexes')})(?!\\p{L})`, 'iu')
// What stands below a text about it is a line or two.
const LONGEST = 240
const MOST_LINES = 8
const PARTS = /\s*[·|•]\s*|(?<=\p{Ll}{2}[.;])\s+(?=\p{Lu})|(?<=[\d)][.;])\s+(?=\p{Lu})/u
const BEHIND_DAY = /(?<=\d{4}[,;])\s+(?=\p{L})/u
/** The parts of a line; one that begins with a field may go on behind its day: "Adopted 3 June 2025; in force from 1 August 2025". */
const partsOf = (text: string): string[] =>
  text.split(PARTS).flatMap((part) => (readField(part) === undefined ? [part] : part.split(BEHIND_DAY)))
/** Takes what the last lines say about the document: address, copyright, version, date and decision, whom to ask, and who signed it. */
export function takeLastLines(pieces: readonly Piece[], facts: Facts): void {
  const open = pieces.filter(({ role }) => role !== 'dropped' && role !== 'metadata' && role !== 'note')
  // "This document is uncontrolled when printed." may stand below them all.
  const last = open.findLastIndex((piece) => !isNotice(piece))
  const groups = byLine(open.slice(0, last + 1))
    .toReversed()
    .slice(0, MOST_LINES)
  let lines: Piece[] = []
  let isAnnex = false
  for (const [i, group] of groups.entries()) {
    // Parts of one line were set apart before: one of them tells what the others are.
    if (group.every(isSignatures)) {
      lines = [...group, ...lines]
      continue
    }
    if (!group.every(isOpen) || !group.some(isLast) || !group.every(isShort)) break
    // What is all there is below a heading is the text of that heading.
    const above = groups[i + 1]?.at(-1)
    isAnnex ||= above !== undefined && ANNEX.test(printed(above))
    if (group.some(isSentence) && (above === undefined || (isHeading(above) && !isLast(above)))) break
    lines = [...group, ...lines]
  }
  // What an annex lists is its text: whom to call, not whom to ask about the document.
  if (isAnnex) lines = []
  for (const piece of [...takeColophon(open), ...lines]) {
    if (isSignatures(piece)) takeSignatures(piece, facts)
    else if (isOpen(piece)) take(piece, facts)
  }
  takeHeading(open.slice(0, last + 1), lines, facts)
  const notice = open.filter((piece) => isOpen(piece) && isCopyright(piece.text))
  if (notice.length === 1 && notice[0] && facts.copyright === undefined) {
    facts.copyright = notice[0].text
    markAs(notice[0], 'copyright')
  }
}

/** A table of who signed, as what: names and roles, and nothing else. */
const isSignatures = ({ role, rows }: Piece): boolean =>
  role === 'table' && rows !== undefined && cellsOf(rows).some((cell) => PERSON.test(cell)) && cellsOf(rows).every(isSignature)

const cellsOf = (rows: NonNullable<Piece['rows']>): string[] =>
  rows
    .flatMap((row) => row.flatMap((cell) => textOf(cell).split(/\n|\s{3,}/)).map((cell) => cell.trim()))
    .filter((cell) => cell !== '')

function takeSignatures(piece: Piece, facts: Facts): void {
  facts.remarks.push((piece.rows ?? []).map((row) => row.map((cell) => textOf(cell).trim()).join(', ')).join('; '))
  markAs(piece, 'remarks')
}

/** What stands below "Colofon" or "Over dit document" at the end, without that heading: no more than some plain lines. */
function takeColophon(open: readonly Piece[]): Piece[] {
  const at = open.findLastIndex((piece) => isOpen(piece) && piece.label === undefined && CONTROL_TITLE.test(piece.text))
  const below = at < 0 ? [] : open.slice(at + 1)
  const isColophon =
    below.length > 0 &&
    below.length <= MOST_BELOW &&
    below.every((piece) => isOpen(piece) && isPlain(piece) && (piece.text.length <= LONGEST || isTold(piece.text)))
  if (!isColophon) return []
  const heading = open[at] as Piece
  heading.role = 'dropped'
  heading.reason = 'heading of front matter' satisfies Artefact
  return below
}
/** Sentences of a colophon, of which some tell of the document. */
const isTold = (text: string): boolean =>
  text.length <= LONGEST_COLOPHON && partsOf(text).filter((part) => tellsOf(part.replace(/[.,]$/, ''))).length > 1
// Letters: some eight lines.
const LONGEST_COLOPHON = 800
// Lines: a table of such facts has as many rows; more of them are a part of the text.
const MOST_BELOW = 12

const isNotice = (piece: Piece): boolean =>
  isOpen(piece) && isPlain(piece) && piece.text.length <= LONGEST_HEADING && namesItself(piece.text) && !tellsDecision(piece.text)

/** A heading under which nothing stood but what tells where somebody is reached, and who that is: "Vragen?", below it "Balie, tst. 12". */
function takeHeading(open: readonly Piece[], lines: readonly Piece[], facts: Facts): void {
  const heading = open[open.length - lines.length - 1]
  const tells = lines.some(({ reason }) => reason === 'contact')
  if (!heading || !tells || !isOpen(heading) || heading.label || !isHeading(heading)) return
  const isWho = /\d{3}/.test(heading.text) && !isCall(heading.text) && heading.blocks[0]?.heading === undefined
  if (isWho) {
    facts.contact.unshift(heading.text)
    markAs(heading, 'contact')
    return takeHeading(open, [heading, ...lines], facts)
  }
  if (lines[0]?.reason !== 'contact') return
  heading.role = 'dropped'
  heading.reason = 'heading of front matter' satisfies Artefact
}

const isHeading = ({ blocks: [block], text, rows }: Piece): boolean =>
  rows === undefined &&
  (block?.heading !== undefined || (text.length <= LONGEST_HEADING && (asksReader(text) || isName(text, block?.look))))
// Letters of two thirds of a line: longer ones are sentences without their stop.
const LONGEST_HEADING = 60

/** "Secretariaat", "Your library": what denies, or has more words and no look of its own, is a rule of the text. */
const isName = (text: string, look: Look | undefined): boolean =>
  !/[.;:,?!)]$/.test(text) &&
  !DENIES.test(text) &&
  (look?.bold === true || (look?.size ?? 1) > 1 || text.split(/\s+/).length <= MOST_NAMES || /\d{3}/.test(text))
const MOST_NAMES = 3
const DENIES = new RegExp(
  `(?<!\\p{L})(?:${LANGUAGES.flatMap((lang) => [...meaningsOf('negation', lang).keys()]).join('|')})(?!\\p{L})`,
  'iu',
)

/** The pieces of each line of the source; a web page may have all its paragraphs on one. */
function byLine(pieces: readonly Piece[]): Piece[][] {
  const groups: Piece[][] = []
  for (const piece of pieces) {
    const last = groups.at(-1)
    if (last?.[0] && lineOf(last[0]) === lineOf(piece) && gapOf(piece) === 0) last.push(piece)
    else groups.push([piece])
  }
  return groups
}

// "J. de Wit" has no label.
const isPlain = (piece: Piece): boolean =>
  (piece.label === undefined || isSigned(printed(piece))) &&
  piece.blocks.every(({ heading, id }) => heading === undefined && id === undefined)

const wordsOf = (piece: Piece): string => (piece.label === undefined ? piece.text : printed(piece))

/** A sentence about the document, or to its reader. */
const isSentence = (piece: Piece): boolean => {
  const text = wordsOf(piece)
  return tellsDecision(text) || /^aldus\s/i.test(text) || sendsReader(text)
}

const isShort = (piece: Piece): boolean => {
  const text = wordsOf(piece)
  return (
    isPlain(piece) &&
    (text.length <= LONGEST || tellsAll(text)) &&
    (!FINITE.test(text) || tellsDecision(text) || sendsReader(text))
  )
}

function isLast(piece: Piece): boolean {
  const text = wordsOf(piece)
  if (!isPlain(piece)) return false
  const isAbout =
    isContact(text) ||
    areHours(text) ||
    isCopyright(text) ||
    isNamed(text) ||
    isMonth(text) ||
    isPlaced(text) ||
    readDate(text) !== undefined ||
    isSignatory(text) ||
    isAboutDocument(text) ||
    isSigned(text)
  return isAbout || tellsDecision(text) || sendsReader(text) || (!FINITE.test(text) && isReached(text) && !/[;:]$/.test(text))
}

/** "Monday to Friday, 9 am to 12.30 pm": when somebody is there. */
const areHours = (text: string): boolean =>
  text.length <= LONGEST_HEADING && !FINITE.test(text) && WEEKDAY.test(text) && HOUR.test(text)
const WEEKDAY = new RegExp(`(?<!\\p{L})(?:${LANGUAGES.flatMap((lang) => weekdays(lang).flat()).join('|')})(?!\\p{L})`, 'iu')
const HOUR = /\d{1,2}(?:[.:]\d{2})?\s?(?:uur|am|pm|a\.m|p\.m|h)(?!\p{L})|\d{1,2}[.:]\d{2}/iu

/** "Eigenaar: de directeur", "Vormgeving: Studio Zes" */
const isNamed = (text: string): boolean => text.length <= LONGEST / 2 && /:\s/.test(text) && isNoted(readField(text)?.key)

/** "Review date: September 2025": a month where a key holds a day. */
const isMonth = (text: string): boolean => {
  const field = text.length <= LONGEST / 2 ? readField(text) : undefined
  return field !== undefined && DAYS.has(field.key) && (timeIn(field.value) !== undefined || /^20\d{2}$/.test(field.value))
}
const DAYS: ReadonlySet<string> = new Set(['date', 'effective', 'review'])

/** "Utrecht, 3 mei 2024": where and when it was signed. */
const isPlaced = (text: string): boolean => PLACE.test(text) && readDate(text.replace(PLACE, '')) !== undefined
const PLACE = /^\p{Lu}[\p{L}'’ -]{1,40},\s+(?:d\.?\s?d\.?\s+)?/u

/** "Aldus besloten": with these words a body closes what it adopts. */
const asAdopted = (text: string): string => text.replace(/^aldus (?:besloten|aangenomen)(?!\p{L})/iu, 'Aldus vastgesteld')

/** Sentences of which the first tells that this document was adopted: "Deze regels zijn vastgesteld door het bestuur op 3 mei 2024." */
function tellsDecision(line: string): boolean {
  const text = asAdopted(line)
  const [first = '', ...more] = text.split(SENTENCES)
  const isOwn = saysWho(first) || (namesItself(first) && addTold(first))
  return more.length <= 2 && (isOwn || addSaidDecisions(text, noFacts()))
}

/** Whether what a sentence adds to front matter is a decision. */
function addTold(sentence: string): boolean {
  const facts = noFacts()
  addTextFacts(sentence, facts)
  return facts.adopted === true && facts.approvals.length > 0
}

/** Whether a line tells of the document and nothing else: no sentence, and one of its parts has a key of its own. */
/** Nothing but facts, one behind the other: "Owner: Head of People. Contact: …" */
const tellsAll = (text: string): boolean =>
  text.length <= 2 * LONGEST && partsOf(text).length > 2 && partsOf(text).every((part) => tellsOf(part.replace(/[.,]$/, '')))

const isAboutDocument = (text: string): boolean =>
  (text.length <= LONGEST || tellsAll(text)) &&
  !FINITE.test(text) &&
  partsOf(text).some((part) => tellsOf(part.replace(/[.,]$/, '')))

const tellsOf = (part: string): boolean =>
  addPart(part, noFacts()) || isMonth(part) || (isNoted(readField(part)?.key) && readField(part)?.value !== '')

function take(piece: Piece, facts: Facts): void {
  const text = wordsOf(piece)
  delete piece.label
  if (isCopyright(text)) return
  if (isContact(text) || areHours(text) || (sendsReader(text) && isReached(text))) {
    facts.contact.push(text)
    // A sentence is a provision as well: it stays where it is.
    if (!FINITE.test(text) || !closesSentence(text)) markAs(piece, 'contact')
    return
  }
  if ((FINITE.test(text) || namesItself(text) || asAdopted(text) !== text) && tellsDecision(text)) {
    const before = facts.approvals.length
    addTextFacts(asAdopted(text), facts)
    for (const { text: sentence } of sentencesAbout(text, facts.lang)) addSentence(sentence, facts)
    if (facts.approvals.length === before) addSaidDecisions(asAdopted(text), facts)
    facts.remarks.push(text)
    return markAs(piece, 'remarks')
  }
  if (isPlaced(text)) facts.date ??= readDate(text.replace(PLACE, ''))
  const left = partsOf(text).filter(
    (part) => part !== '' && !addPart(part.replace(/[.,]$/, ''), facts) && !addOrganisation(part, facts),
  )
  if (FINITE.test(text)) for (const { text: sentence } of sentencesAbout(text, facts.lang)) addSentence(sentence, facts)
  if (left.length > 0 && isReached(text) && left.length === partsOf(text).length) {
    facts.contact.push(text)
    return markAs(piece, 'contact')
  }
  // What no key holds is kept with the line it stands in.
  if (left.length > 0) facts.remarks.push(text)
  markAs(piece, left.length > 0 ? 'remarks' : 'front matter')
}
