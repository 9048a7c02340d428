import {
  CONTENTS_TITLE,
  CONTROL_TITLE,
  FINITE,
  type FieldKey,
  isContact,
  isCopyright,
  isFact,
  isListKey,
  isRemark,
  isTime,
  readDate,
  readField,
  readMarker,
} from '../blocks/index.js'
import { endsSentence } from '../language/index.js'
import { CONTENTS, gapOf, isOpen, lookOf, type Piece } from '../pieces/index.js'
import { OF_OTHER } from './parts.js'
import { isOrganisation, namesKind, textBehind } from './title.js'

// A cover and the page behind it.
const MOST_PIECES = 40
// Title, organisation and a subtitle over some lines; more of them are a text in short lines.
const MOST_PLAIN = 6
const LONG = 90
const LONGEST = 160
const LONGEST_LARGE = 240

/** The index at which the text begins: at its first heading, lead-in, item or sentence. */
export function coverEnd(pieces: readonly Piece[]): number {
  let before: number | undefined
  let list: FieldKey | undefined
  const plain: number[] = []
  for (const [i, piece] of pieces.entries()) {
    if (i > MOST_PIECES) break
    if (piece.reason === CONTENTS && before !== undefined) return i
    if (!isOpen(piece)) continue
    const [block] = piece.blocks
    // What stands above a table about the document.
    if (CONTROL_TITLE.test(piece.text) && pieces[i + 1]?.role === 'table') continue
    if (block?.role === 'title' || block?.role === 'subtitle') {
      before = i
      continue
    }
    // A file this tool wrote says which of its blocks are clauses.
    if (block?.id !== undefined) return i
    const isFirst = before === undefined
    if (
      block?.heading !== undefined &&
      !isTitled(pieces, i) &&
      (isFirst ? isFirstChapter(pieces, i) : !isTitleHeading(pieces, i) && !isMotto(pieces, i))
    )
      return i
    if (isUnit(piece, isFirst) || (CONTENTS_TITLE.test(piece.text) && !isFirst)) return i
    if (piece.label) return isHeadingLabel(pieces, i) ? i : headingBefore(pieces, i, before)
    const field = readField(piece.text)
    if (isText(piece, isFirst, list !== undefined)) return headingBefore(pieces, i, list === undefined ? before : undefined)
    list = field && isListKey(field.key) && field.value === '' ? field.key : gapOf(piece) > 0 ? undefined : list
    if (!field && list === undefined && !isAside(piece.text)) plain.push(i)
    if (plain.length > MOST_PLAIN)
      return plain[
        1 +
          Math.max(
            0,
            plain.slice(0, -1).findIndex((at) => namesKind(pieces[at]?.text ?? '')),
          )
      ] as number
    before = i
  }
  // No more than a title, and a sentence is none.
  const first = pieces.findIndex(isOpen)
  return first >= 0 && isShort(pieces[first] as Piece) ? first + 1 : 0
}

/** A first heading is the title, unless it has words below it and others of its level beside it. */
function isFirstChapter(pieces: readonly Piece[], at: number): boolean {
  const level = pieces[at]?.blocks[0]?.heading
  const next = pieces.slice(at + 1).find(isOpen)
  const others = pieces.slice(at + 1).some(({ blocks }) => blocks[0]?.heading === level)
  return others && next?.blocks[0]?.heading === undefined
}

/**
 * Whether a heading of the level of the chapters is the title all the same: the first heading, which names a kind of document, with no more
 * than lines of a cover between it and the next, of which one tells of the document.
 */
function isTitled(pieces: readonly Piece[], at: number): boolean {
  const piece = pieces[at] as Piece
  const isHeading = ({ blocks: [block] }: Piece): boolean => block?.heading !== undefined
  const below = pieces.slice(at + 1).filter(isOpen)
  const next = below.findIndex((other) => isHeading(other) || other.label !== undefined)
  const lines = below.slice(0, Math.max(next, 0))
  return (
    namesKind(piece.text) &&
    !piece.label &&
    !pieces.slice(0, at).some((other) => isOpen(other) && isHeading(other)) &&
    lines.length <= MOST_PLAIN &&
    lines.some(({ text }) => isAside(text)) &&
    lines.every((line) => !isText(line, false, false))
  )
}

/** Lines that may stand between a title and the first chapter, where the title names no kind of document. */
const MOST_BELOW = 5

/**
 * Whether a heading below other lines is the title: the only one of its level, with headings of lower levels below it and none above,
 * that names a kind of document, or has no more than a few lines of a cover below it.
 */
function isTitleHeading(pieces: readonly Piece[], at: number): boolean {
  const levelOf = ({ blocks }: Piece) => blocks[0]?.heading
  const piece = pieces[at] as Piece
  const level = levelOf(piece)
  const above = pieces.slice(0, at).filter(isOpen)
  const below = pieces.slice(at + 1).filter(isOpen)
  const lower = below.flatMap((other) => levelOf(other) ?? [])
  if (level === undefined || lower.length === 0 || piece.label || isUnit(piece)) return false
  if (lower.some((other) => other <= level) || above.some(({ blocks: [block] }) => block?.heading ?? block?.role)) return false
  if (namesKind(piece.text)) return true
  const first = below.findIndex((other) => levelOf(other) !== undefined)
  const lines = below.slice(0, first)
  return (
    !above.some(({ text }) => namesKind(text)) &&
    first <= MOST_BELOW &&
    lines.every((line) => !line.label && !isText(line, false, false))
  )
}

/** "Play hard, travel safe": below the title, of a lower level than the chapters, and no more than facts stand below it. */
function isMotto(pieces: readonly Piece[], at: number): boolean {
  const level = pieces[at]?.blocks[0]?.heading ?? 0
  const above = pieces.slice(0, at).findLast(isOpen)
  const below = pieces.slice(at + 1).filter(isOpen)
  const next = below.findIndex(({ blocks: [block] }) => block?.heading !== undefined)
  const facts = below.slice(0, Math.max(next, 0))
  return (
    above?.blocks[0]?.role === 'title' &&
    facts.length > 0 &&
    (below[next]?.blocks[0]?.heading ?? level) < level &&
    facts.every(({ text, label }) => label === undefined && (isAside(text) || isRemark(text)))
  )
}

/** "Hoofdstuk 1", "Artikel 2 Reikwijdte". What a document is the annex of may stand above its title. */
function isUnit({ text, label }: Piece, isFirst = false): boolean {
  const marker = readMarker(`${text} `)
  const isOther = marker !== undefined && OF_OTHER.test(text.slice(marker.length))
  const word = label?.word ?? (isOther ? undefined : marker?.label.word)
  return word !== undefined && !(isFirst && /^(?:bijlage|annex|appendix|schedule)$/i.test(word))
}

const isShort = ({ text }: Piece): boolean => text.length <= 110 && !/[^.]\.$|[;,]$/.test(text)

// A labelled line opens the text as its heading, unless it opens a list.
function isHeadingLabel(pieces: readonly Piece[], at: number): boolean {
  const piece = pieces[at] as Piece
  if (!isShort(piece) || piece.label?.bullet !== undefined || /:$/.test(piece.text)) return false
  const next = pieces.slice(at + 1).find(isOpen)
  return !piece.label?.readings.some(({ style, count }) =>
    next?.label?.readings.some((other) => other.style === style && other.count === count + 1),
  )
}

const isAside = (text: string): boolean =>
  isContact(text) || isCopyright(text) || isTime(text) || readDate(text) !== undefined || isFact(text) || isRemarkOfTime(text)

/** "To be reviewed by October 2028." */
const isRemarkOfTime = (text: string): boolean =>
  text.length <= LONG && !FINITE.test(text) && readField(text)?.key === 'review' && isRemark(text)

/** Whether a line can only be text: a sentence, or the beginning of one that goes on below. */
function isText(piece: Piece, isFirst: boolean, inList: boolean): boolean {
  const { text } = piece
  if (piece.blocks[0]?.heading !== undefined || isAside(text)) return false
  // Set as large as no text is, a title may take three lines.
  if (isFirst && (lookOf(piece)?.size ?? 1) >= LARGE && text.length <= LONGEST_LARGE && !endsSentence(text)) return false
  if (text.length >= LONG && endsSentence(text)) return true
  if (inList) return false
  // A lone figure may number what follows.
  if (/^\W*\d{1,3}\W*$/.test(text)) return true
  if (text.length > LONGEST || (/[^.]\.["'”’»)\]]*$/u.test(text) && text.split(/\s+/).length >= 6)) return true
  return /[:;,]$/.test(text) && readField(text)?.value !== '' && !(isFirst && namesKind(text))
}

/** The heading of a text is no longer cover; the title is: the first line, or the one that names a kind of document below a name. */
function headingBefore(pieces: readonly Piece[], at: number, before: number | undefined): number {
  const piece = before === undefined ? undefined : pieces[before]
  const first = pieces.findIndex(isOpen)
  if (
    before === undefined ||
    !piece ||
    before === first ||
    piece.blocks[0]?.role === 'title' ||
    piece.blocks[0]?.heading !== undefined ||
    !isShort(piece) ||
    isAside(piece.text)
  )
    return at
  if (isLargest(pieces, before)) return at
  const key = readField(piece.text)?.key
  if (isRemark(piece.text) || saysWithin(piece.text) || (key !== undefined && isListKey(key))) return at
  const body = textBehind(pieces, at)
  const above = pieces.slice(0, before).filter((line) => isOpen(line) && !isAside(line.text))
  return namesKind(piece.text) && above.every(({ text }) => isOrganisation(text, body)) ? at : before
}

/** "Werkplan voor ouders – versie november 2024": a line of a cover by one of its parts. */
const saysWithin = (line: string): boolean => {
  const parts = line.split(/\s+[·|•–—-]\s+/u)
  return parts.length > 1 && parts.some((part) => isFact(part) || isRemark(part) || isTime(part.replace(/^\p{L}+\s/u, '')))
}

// Beside running text.
const LARGE = 1.3

/** Set larger than any other line: a title, whatever it names. */
const isLargest = (pieces: readonly Piece[], at: number): boolean => {
  const size = lookOf(pieces[at] as Piece)?.size ?? 1
  return size >= LARGE && pieces.every((piece, i) => i === at || (lookOf(piece)?.size ?? 1) < size)
}
