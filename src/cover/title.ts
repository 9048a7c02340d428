import {
  CONTROL_TITLE,
  FINITE,
  isContact,
  isCopyright,
  isFact,
  isPeriodical,
  isTime,
  KIND,
  organisationIn,
  readDate,
  textOf,
} from '../blocks/index.js'
import { fold, isFunctionWord, phrasesOf } from '../language/index.js'
import { maximum } from '../model/index.js'
import { isOpen, lookOf, MOST_TITLE_WORDS, type Piece, words } from '../pieces/index.js'

// Letters of two lines of a page.
const LONGEST = 160

/**
 * The line of a cover that is the title: what the format says, else the largest, else its heading or the one that names a kind of document. A
 * name of an organisation or a slogan is none where another line can be one.
 */
export function titleOf(cover: readonly Piece[], running: readonly string[], ofFile: string): Piece | undefined {
  const own = plain(ofFile).toLowerCase()
  const able = cover.filter(isTitleLine)
  const rivals = able.filter((piece) => !isBeside(piece.text) && (namesKind(piece.text) || isSet(piece)))
  const given = titleGiven(cover, rivals)
  const lines = rivals.length > 0 ? able.filter(({ text }) => !isBeside(text)) : able
  const largest = Math.max(1.08, maximum(lines.map((piece) => lookOf(piece)?.size ?? 0)))
  const large = lines.filter((piece) => lookOf(piece)?.size === largest)
  const likely = large.length > 0 ? large : lines
  const named = own === '' ? undefined : able.find(({ text }) => plain(text).toLowerCase() === own)
  const recurring = likely.find(({ text }) => recursIn(text, running) && !isOrganisation(text, ''))
  const name = likely.find(({ text }) => !isOrganisation(text, ''))
  return (
    given ??
    named ??
    likely.find(({ blocks }) => blocks[0]?.heading !== undefined) ??
    kindIn(likely) ??
    recurring ??
    name ??
    likely[0]
  )
}

/** What the format calls the title; a name of an organisation or a slogan is none where another line names a kind of document. */
function titleGiven(cover: readonly Piece[], rivals: readonly Piece[]): Piece | undefined {
  const given = cover.find(({ blocks }) => blocks[0]?.role === 'title')
  return given && isBeside(given.text) ? (kindIn(rivals) ?? given) : given
}

/** What stands beside a title and may be set larger: whose a document is, or what they say of themselves. */
const isBeside = (text: string): boolean => isOrganisation(text, '') || isSlogan(text)

/** "Samen zorgen, samen groeien", "Your views matter to us!" */
const isSlogan = (text: string): boolean => !KIND.test(text) && (/!["”’]?$|^["“„‘].*["”’]$/u.test(text) || SLOGAN.test(text))
const SLOGAN = new RegExp(`(?<!\\p{L})(?:${phrasesOf('slogans')})(?!\\p{L})`, 'iu')

/** Set as no running text is. */
const isSet = (piece: Piece): boolean => {
  const { role, heading, look } = piece.blocks[0] ?? {}
  return role === 'title' || heading !== undefined || look?.bold === true || (look?.size ?? 1) > 1.08
}

const kindIn = (lines: readonly Piece[]): Piece | undefined => lines.find(({ text }) => namesKind(text))

/** A title that stands below what a document says first: a line of its own, of a size at least, that names a kind of document. */
export function titleBelow(pieces: readonly Piece[], size: number): Piece | undefined {
  const isAlone = ({ blocks, text }: Piece) => (blocks[0]?.gap ?? 0) > 0 && !/[.:;,]$/.test(text)
  return pieces
    .slice(0, MOST_BELOW)
    .find(
      (piece) =>
        isOpen(piece) &&
        piece.label === undefined &&
        isAlone(piece) &&
        isTitleLine(piece) &&
        namesKind(piece.text) &&
        (lookOf(piece)?.size ?? 1) >= size,
    )
}

// Pieces below which a title without a cover stands: letterhead, date and subject.
const MOST_BELOW = 10

function isTitleLine({ text }: Piece): boolean {
  const last = text.slice(text.lastIndexOf(':') + 1).trim()
  const isDated = /:/.test(text) && (readDate(last) !== undefined || isTime(last))
  return (
    !isDated &&
    !isTime(text) &&
    !isPeriodical(text) &&
    !CONTROL_TITLE.test(text) &&
    readDate(text) === undefined &&
    /\p{L}/u.test(text) &&
    !isFact(text) &&
    !isContact(text) &&
    !isCopyright(text)
  )
}

/** What headers and footers say, cell by cell and part by part. */
export const runningParts = (pieces: readonly Piece[]): string[] => [
  ...new Set(
    pieces.flatMap(({ role, reason, blocks: [block] }) => {
      if (role !== 'dropped' || !reason?.startsWith('running') || !block) return []
      const cells = block.rows ? block.rows.flat().map(textOf) : [textOf(block.content)]
      return cells.flatMap((cell) => cell.split(/\t|\s{3,}|\s+[|·•–-]\s+/)).map((part) => part.trim())
    }),
  ),
]

/** The title that stands nowhere but above or below the pages: the one part there that names a kind of document. */
export function runningTitle(pieces: readonly Piece[]): string | undefined {
  const named = runningParts(pieces).filter((part) => namesKind(part) && !isFact(part) && organisationIn(part) === undefined)
  return named.length === 1 ? named[0] : undefined
}

/** What headers and footers say. */
export const runningLines = (pieces: readonly Piece[]): string[] => [
  ...new Set(
    pieces.flatMap(({ role, reason, text }) => (role === 'dropped' && reason?.startsWith('running') ? [plain(text)] : [])),
  ),
]

/** Whether headers or footers begin with some words: more than one, which are then the title. */
export const recursIn = (text: string, running: readonly string[]): boolean => {
  const key = plain(text)
  return key.includes(' ') && running.some((line) => line === key || line.startsWith(`${key} `))
}

const isLine = (text: string): boolean => text.length <= LONGEST && words(text) <= MOST_TITLE_WORDS

export const namesKind = (text: string): boolean => isLine(text) && KIND.test(text)

/** Whether a line above a title is the name of whose text it is: called like a school, or used as a name in the text. */
export const isOrganisation = (line: string, body: string): boolean =>
  isLine(line) && !KIND.test(line) && (organisationIn(line) !== undefined || isNameIn(line, body))

/** "Harbour Lights Family Support": every word has a capital, and the text calls it by its first two. */
export function isProper(line: string, body: string): boolean {
  const [first = '', second = '', ...more] = plain(line).split(' ')
  const all = [first, second, ...more]
  const isName = all.every((word) => /^\p{Lu}/u.test(word) || isFunctionWord(fold(word)))
  return (
    second !== '' &&
    all.length <= MOST_NAME_WORDS &&
    isName &&
    !KIND.test(line) &&
    !FINITE.test(line) &&
    body.includes(` ${first} ${second} `)
  )
}
const MOST_NAME_WORDS = 6

// A name keeps its capitals; a cover may print it in capitals only.
function isNameIn(line: string, body: string): boolean {
  const key = plain(line)
  const usual = key.replace(/\p{L}+/gu, (word) => word.slice(0, 1) + word.slice(1).toLowerCase())
  return /\p{Lu}/u.test(key) && [key, usual].some((name) => body.split(` ${name} `).length > 2)
}

// "'tHoekje" and "’t Hoekje" are one name.
const plain = (text: string): string =>
  text
    .replace(/['’‘`´]t\s*(?=\p{Lu})/gu, 't ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** The words from a piece on, with blanks for everything else. */
export const textBehind = (pieces: readonly Piece[], at: number): string =>
  ` ${plain(
    pieces
      .slice(at)
      .map(({ text }) => text)
      .join(' '),
  )} `
