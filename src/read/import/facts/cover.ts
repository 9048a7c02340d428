import { endsSentence, gapOf, isOpen, lookOf, type Piece } from '../outline/pieces.js'
import { addField, type Facts, isContact, isCopyright, isListKey, readField } from './facts.js'
import { takeTable } from './tables.js'
import type { FieldKey } from './vocabulary.js'

const MOST_PIECES = 40
const LONG = 90

/**
 * Takes what a document says about itself off its cover and its last lines: title, organisation, version, dates, people, decisions,
 * address. Returns the index of the first piece of the text itself.
 */
export function takeCover(pieces: readonly Piece[], facts: Facts, names: readonly string[]): number {
  const end = coverEnd(pieces)
  const cover = pieces.slice(0, end).filter(isOpen)
  for (const piece of pieces.slice(0, end)) takeTablePiece(piece, facts, true)
  const title = titleOf(cover)
  if (title) {
    facts.title = title.text
    markAs(title, 'title')
  }
  takeLines(cover.filter(isOpen), facts, names, wordsOfText(pieces.slice(end)))
  for (const piece of pieces.slice(end)) takeTablePiece(piece, facts, false)
  takeLastLines(pieces.slice(end), facts)
  return end
}

const markAs = (piece: Piece, key: string): void => {
  piece.role = 'metadata'
  piece.reason = key
}

function takeTablePiece(piece: Piece, facts: Facts, onCover: boolean): void {
  if (piece.role !== 'table' || !piece.rows) return
  const key = takeTable(piece.rows, facts, onCover)
  if (key !== undefined) markAs(piece, key)
}

/** The index at which the text begins: at its first heading with words below it. */
function coverEnd(pieces: readonly Piece[]): number {
  let before: number | undefined
  let list: FieldKey | undefined
  for (const [i, piece] of pieces.entries()) {
    if (i > MOST_PIECES) break
    if (piece.reason?.startsWith('table of contents') && before !== undefined) return i
    if (!isOpen(piece)) continue
    const [block] = piece.blocks
    if (block?.role === 'title' || block?.role === 'subtitle') {
      before = i
      continue
    }
    const isFirst = before === undefined
    if (block?.heading !== undefined && (!isFirst || isFirstChapter(pieces, i))) return i
    if (piece.label) return isShort(piece) && piece.label.bullet === undefined ? i : headingBefore(pieces, i, before)
    const field = readField(piece.text)
    if (piece.text.length >= LONG && endsSentence(piece.text) && !field && !isCopyright(piece.text)) {
      return headingBefore(pieces, i, list === undefined ? before : undefined)
    }
    list = field && isListKey(field.key) && field.value === '' ? field.key : gapOf(piece) > 0 ? undefined : list
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

const isShort = ({ text }: Piece): boolean => text.length <= 110 && !/[^.]\.$|[;,]$/.test(text)

// The heading of a text is no longer cover; the title, which is the first line, is.
function headingBefore(pieces: readonly Piece[], at: number, before: number | undefined): number {
  const piece = before === undefined ? undefined : pieces[before]
  const first = pieces.findIndex(isOpen)
  const isHeading =
    piece !== undefined &&
    before !== first &&
    isShort(piece) &&
    !/:$/.test(piece.text) &&
    !readField(piece.text) &&
    !isContact(piece.text)
  return isHeading ? (before as number) : at
}

function titleOf(cover: readonly Piece[]): Piece | undefined {
  const given = cover.find(({ blocks }) => blocks[0]?.role === 'title')
  const largest = Math.max(1.08, ...cover.map((piece) => lookOf(piece)?.size ?? 0))
  return (
    given ?? cover.find((piece) => lookOf(piece)?.size === largest) ?? cover.find((piece) => !readField(piece.text)) ?? cover[0]
  )
}

function takeLines(cover: readonly Piece[], facts: Facts, names: readonly string[], body: string): void {
  const known = new Set(names.map(nameKey))
  const rest: Piece[] = []
  let list: 'sources' | 'editors' | undefined
  for (const piece of cover) {
    const field = readField(piece.text)
    if (field && addField(field, facts)) {
      markAs(piece, field.key)
      list = field.value === '' && isListKey(field.key) ? field.key : undefined
    } else if (takeParts(piece.text, facts)) {
      markAs(piece, 'front matter')
    } else if (isCopyright(piece.text) && facts.copyright === undefined) {
      facts.copyright = piece.text
      markAs(piece, 'copyright')
    } else if (isContact(piece.text)) {
      facts.contact.push(piece.text)
      markAs(piece, 'contact')
    } else if (list !== undefined) {
      facts[list].push(piece.text)
      markAs(piece, list)
    } else rest.push(piece)
  }
  const subtitle: string[] = []
  for (const lines of together(rest)) {
    const value = lines.map(({ text }) => text).join(' ')
    const isName = known.has(nameKey(value)) || (facts.printedOrganisation === undefined && occursOften(value, body))
    if (isName) facts.printedOrganisation ??= value
    else subtitle.push(value)
    for (const line of lines) markAs(line, isName ? 'organisation' : 'subtitle')
  }
  if (subtitle.length > 0) facts.subtitle = subtitle.join(' – ')
}

/** "Version 1.2, adopted by the board on 5 March 2022": a line of which every part says something about the document. */
function takeParts(line: string, facts: Facts): boolean {
  const fields = line.split(/\s*[,;|·–]\s+/).map(readField)
  const trial: Facts = structuredClone(facts)
  if (fields.length < 2 || !fields.every((field) => field !== undefined && field.value !== '' && addField(field, trial)))
    return false
  Object.assign(facts, trial)
  return true
}

/** Lines without an empty one between them are one: a name set in two lines. */
function together(pieces: readonly Piece[]): Piece[][] {
  const groups: Piece[][] = []
  for (const piece of pieces) {
    const last = groups.at(-1)
    if (last && gapOf(piece) === 0) last.push(piece)
    else groups.push([piece])
  }
  return groups
}

const nameKey = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
const wordsOfText = (pieces: readonly Piece[]): string => ` ${nameKey(pieces.map(({ text }) => text).join(' '))} `

// A name on a cover that the text uses again and again is the name of whose text it is.
function occursOften(value: string, body: string): boolean {
  const key = nameKey(value)
  return key.length >= 3 && value.split(/\s+/).length <= 6 && body.split(` ${key} `).length > 3
}

/** Address and copyright at the end of the document. */
function takeLastLines(pieces: readonly Piece[], facts: Facts): void {
  const open = pieces.filter((piece) => piece.role !== 'dropped')
  let first = open.length
  while (first > 0 && isOpen(open[first - 1] as Piece) && isContact((open[first - 1] as Piece).text)) first--
  for (const piece of open.slice(first)) {
    facts.contact.push(piece.text)
    markAs(piece, 'contact')
  }
  const notice = open.filter((piece) => isOpen(piece) && isCopyright(piece.text))
  if (notice.length === 1 && notice[0] && facts.copyright === undefined) {
    facts.copyright = notice[0].text
    markAs(notice[0], 'copyright')
  }
}
