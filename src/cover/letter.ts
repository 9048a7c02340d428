import {
  type Artefact,
  addOrganisation,
  type Facts,
  type Finding,
  findDate,
  isContact,
  readDate,
  textOf,
} from '../blocks/index.js'
import { isOpen, lineOf, type Piece, words } from '../pieces/index.js'

// Where a letter has what stands above its text.
const MOST_ABOVE = 20
// What stands below its greeting: names, a postscript, a slip to hand in.
const MOST_BELOW = 25
const MOST_WORDS = 10

/** "Van:", "Subject:": the lines a message begins with, and those that say what it is about and when it was sent. */
const HEADER =
  /^(?:van|aan|cc|bcc|verzonden|bijlagen?|beantwoorden|from|to|sent|reply-to|attachments?)\s*:|^(?:aan|to)\s+(?:de|het|alle|onze|the|all|our)\s/i
const FROM = /^(?:van|from)\s*:\s*(\S.*)$/i
const SUBJECT = /^(?:onderwerp|betreft|betr\.?|subject|re|concerning)\s*:\s*(?:(?:fw|fwd|re|antw)\s*:\s*)*/i
const SENT = /^(?:verzonden|datum|sent|date)\s*:\s*/i
/** "Terhorne, 3 september 2025" */
const FROM_PLACE = /^\p{Lu}[\p{L}'’ -]{1,40},\s+(?:d\.?d\.?\s+)?/u
const GREETING =
  /^(?:beste|geachte|lieve|hallo|hoi|goede(?:morgen|middag|ndag)|dear|hello|hi|good (?:morning|afternoon))(?=[\s,!])[^.?:;]*[,!]?$|^l\.?\s?s\.?,?$/iu
const CLOSING =
  /^(?:(?:met\s+)?(?:(?:een\s+)?(?:vriendelijke|hartelijke|warme|collegiale)\s+)groet(?:en)?|groet(?:en|jes)?|hoogachtend|(?:(?:kind|best|warm|with (?:kind|best|warm))\s+)?(?:regards|wishes)|yours\s+(?:sincerely|faithfully|truly)|(?:many|with)\s+thanks)(?=[\s,.!]|$)/iu

const LETTER = 'words of a letter' satisfies Artefact

/**
 * Takes what a letter or a message has around its text out of it: whom it is to, how it greets and closes, who signed it. What it is about is its
 * title, and its day the date.
 */
export function takeLetter(pieces: Piece[], facts: Facts): void {
  const open = pieces.filter((piece) => isOpen(piece) || piece.role === 'table')
  const top = open.slice(0, MOST_ABOVE)
  const greeting = top.findIndex((piece) => isOpen(piece) && isLine(piece) && GREETING.test(piece.text))
  const header = top.filter((piece) => linesOf(piece).every(isHeaderLine))
  const isMessage = header.flatMap(linesOf).filter((line) => HEADER.test(line)).length > 1
  if (greeting < 0 && !isMessage) return
  const note = greeting < 0 ? [] : noteAbove(pieces, open.slice(greeting + 1))
  const above = greeting < 0 ? header : top.slice(0, greeting)
  for (const piece of above) takeAbove(piece, facts, note.length > 0)
  // A program prints above a message whose it is.
  const [first] = top
  if (first && isOpen(first) && header.flatMap(linesOf).some((line) => FROM.exec(line)?.[1] === first.text)) drop(first)
  if (greeting >= 0) drop(top[greeting] as Piece)
  for (const piece of note) drop(piece)
  takeSignature(open, facts)
  const closing = open.findLastIndex((piece) => isOpen(piece) && words(piece.text) <= MOST_WORDS && CLOSING.test(piece.text))
  if (closing < 0 || closing <= greeting || note.length > 0) return
  const below = open.slice(closing)
  const end = below.findIndex((piece) => !isOpen(piece) || piece.label !== undefined || piece.blocks[0]?.heading !== undefined)
  const signed = below.slice(0, end < 0 ? undefined : end)
  if (signed.length <= MOST_BELOW) for (const piece of signed) drop(piece)
}

/** A few lines with which a text is sent along, down to the rule between them; none where the letter is the text. */
function noteAbove(pieces: readonly Piece[], below: readonly Piece[]): readonly Piece[] {
  const closing = below.findIndex((piece) => isOpen(piece) && words(piece.text) <= MOST_WORDS && CLOSING.test(piece.text))
  const rule = pieces.findIndex((piece, i) => isRule(piece) && i > pieces.indexOf(below[closing] as Piece))
  if (closing < 0 || rule < 0) return []
  const note = below.filter((piece) => pieces.indexOf(piece) < rule)
  const count = (those: readonly Piece[]) => those.reduce((sum, { text }) => sum + words(text), 0)
  const isShort = note.every(isOpen) && note.every(({ label }) => label === undefined)
  return isShort && note.length <= MOST_ABOVE && count(note) * SHARE < count(below) ? note : []
}
// How many times longer the whole is than what it is sent with.
const SHARE = 4

const isRule = ({ role, reason }: Piece): boolean => role === 'dropped' && reason === ('no words' satisfies Artefact)

/** What a program prints below "--", as RFC 3676 has it: whose the message is, and how to reach them. */
function takeSignature(open: readonly Piece[], facts: Facts): void {
  const at = open.findLastIndex(({ text }) => /^--\s*$/.test(text))
  const signature = open.slice(at)
  if (
    at < 0 ||
    signature.length > MOST_BELOW ||
    !signature.every((piece) => isOpen(piece) && piece.blocks[0]?.heading === undefined)
  )
    return
  for (const piece of signature) {
    if (isContact(piece.text)) facts.contact.push(piece.text)
    const isTaken = isContact(piece.text) || addOrganisation(piece.text, facts)
    if (!isTaken) drop(piece)
    else {
      piece.role = 'metadata'
      piece.reason = isContact(piece.text) ? 'contact' : 'organisation'
    }
  }
}

/** That words of a letter were left out of a text. */
export function letterFindings(pieces: readonly Piece[]): Finding[] {
  const left = pieces.filter(({ reason }) => reason === LETTER)
  const [first] = left
  if (!first) return []
  return [
    {
      rule: 'import/structure',
      form: 'letter',
      values: { count: left.length, words: first.text.slice(0, LONGEST) },
      line: lineOf(first),
    },
  ]
}

/** Letters of the text that a message shows. */
const LONGEST = 60

const isLine = ({ text, label, blocks: [block] }: Piece): boolean =>
  label === undefined && block?.heading === undefined && words(text) <= MOST_WORDS

const isHeaderLine = (line: string): boolean => [HEADER, SUBJECT, SENT].some((shape) => shape.test(line))

/** The lines of a piece, those of a table as its rows. */
const linesOf = ({ rows, text }: Piece): string[] =>
  rows ? rows.map((row) => row.map((cell) => textOf(cell).trim()).join(' ')) : [text]

function drop(piece: Piece): void {
  if (piece.rows) piece.text = linesOf(piece).join(' ')
  piece.role = 'dropped'
  piece.reason = LETTER
}

/** One line above a greeting, or of the head of a message, which may be a note with the text. */
function takeAbove(piece: Piece, facts: Facts, isNote: boolean): void {
  const lines = linesOf(piece)
  const about = lines.find((line) => SUBJECT.test(line))?.replace(SUBJECT, '')
  const sent = lines.find((line) => SENT.test(line))
  const place = FROM_PLACE.exec(piece.text)
  const day = sent === undefined ? place && readDate(piece.text.slice(place[0].length)) : findDate(sent)?.date
  // What is sent along has a title and a day of its own.
  if (isNote) return drop(piece)
  if (about) facts.title ??= about
  if (day) facts.date ??= day
  const isHeader = lines.every(isHeaderLine)
  if (about && lines.length === 1) {
    piece.role = 'metadata'
    piece.reason = 'title'
  } else if (day || isHeader) drop(piece)
}
