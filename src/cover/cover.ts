import {
  type Artefact,
  addField,
  addLine,
  CONTROL_TITLE,
  copyrightHolder,
  type Facts,
  hasColumns,
  isContact,
  isCopyright,
  isFact,
  isListKey,
  isRemark,
  isTime,
  KIND,
  organisationIn,
  organisationWithin,
  readDate,
  readField,
  takeTable,
} from '../blocks/index.js'
import { append } from '../model/index.js'
import { gapOf, isOpen, lookOf, type Piece } from '../pieces/index.js'
import { addressAbove, keepHouseNumbers } from './address.js'
import { takeControlLines } from './control-lines.js'
import { coverEnd } from './cover-end.js'
import { takeLastLines } from './last-lines.js'
import { isCapitals, joinFacts, joinTitle, splitLines } from './lines.js'
import { takeMargins } from './margins.js'
import { markAs } from './mark.js'
import { nameKey } from './name-key.js'
import { takeNames } from './names.js'
import { keepParts } from './parts.js'
import { closeLetters } from './spaced.js'
import { namesKind, recursIn, runningLines, runningParts, runningTitle, textBehind, titleBelow, titleOf } from './title.js'

/**
 * Takes what a document says about itself off its cover and its last lines: title, organisation, version, dates, people, decisions,
 * address. `ofFile` is the title that the file has among its properties. Returns the index of the first piece of the text itself.
 */
export function takeCover(pieces: Piece[], facts: Facts, names: readonly string[], ofFile = ''): number {
  closeLetters(pieces)
  keepHouseNumbers(pieces)
  keepParts(pieces)
  splitLines(pieces)
  joinTitle(pieces, names)
  joinFacts(pieces)
  takeControlLines(pieces, facts)
  const first = coverEnd(pieces)
  for (const [i, piece] of pieces.slice(0, first).entries()) takeTablePiece(piece, facts, true, pieces[i - 1])
  // A table that names the title knows it; only a line set as one knows better.
  const titled = facts.title
  const end = beforeChapter(pieces, first, titled)
  const cover = pieces.slice(0, end).filter(isOpen)
  const title = titleOf(cover, runningLines(pieces), ofFile) ?? titleBelow(pieces.slice(end), cover.length > 0 ? 0 : LARGE)
  // What a letter says it is about is its title.
  const said = pieces.find(({ reason }) => reason === 'title')
  // Below a message the text has a title of its own: "HUISHOUDELIJK REGLEMENT".
  const isOwn = title !== undefined && title === cover[0] && gapOf(title) > 0 && namesKind(title.text) && isCapitals(title.text)
  if (said && isOwn) said.reason = 'remarks'
  if (said && isOwn && titled !== undefined) facts.remarks.push(titled)
  const isSaid = said !== undefined && !isOwn
  if (title && !isSaid && (titled === undefined || isOwn || isSetAsTitle(title) || nameKey(title.text) === nameKey(titled))) {
    facts.title = title.text
    facts.titleGuessed = isGuess(title, pieces)
    markAs(title, 'title')
  }
  takeNames(takeLines(cover, facts), cover, names, textBehind(pieces, end), facts)
  takeBehindContents(pieces.slice(end), facts)
  // What a document says of itself below its text may be a table of names and values as well; columns of days and names may be a rota.
  const last = pieces.findLastIndex(({ role }) => role !== 'dropped' && role !== 'note')
  for (const [i, piece] of pieces.entries())
    if (i >= end) {
      const isNear = i < MOST_NEAR || i > last - MOST_NEAR_END
      takeTablePiece(piece, facts, i === last && !hasColumns(piece.rows ?? []), pieces[i - 1], isNear)
    }
  takeLastLines(pieces.slice(end), facts)
  const running = facts.title === undefined ? runningTitle(pieces) : undefined
  if (running !== undefined) facts.title = running
  takeMargins(pieces, names, textBehind(pieces, end), facts)
  const lines = [facts.subtitle, facts.title, ...runningParts(pieces)]
  const named = names.length === 0 ? (organisationAmong(lines) ?? holderIn(pieces, ofFile)) : undefined
  if (named !== undefined) facts.printedOrganisation ??= named
  facts.version ??= facts.history.at(-1)?.version
  return end
}

/** Whose copyright a page is that is called by their name: "Complaints – Paws & Hooves Rescue". */
const holderIn = (pieces: readonly Piece[], ofFile: string): string | undefined =>
  pieces.map(({ text }) => copyrightHolder(text)).find((name) => name !== undefined && isNamedIn(ofFile, name))
const isNamedIn = (ofFile: string, name: string): boolean =>
  ofFile.split(/\s[·|•–—-]\s/u).some((part) => nameKey(part) === nameKey(name))

/** The organisation that the first of some lines names behind other words. */
const organisationAmong = (lines: readonly (string | undefined)[]): string | undefined =>
  lines
    .map((line) => (line === undefined || /:\s/.test(line) ? undefined : organisationWithin(line)))
    .find((name) => name !== undefined)

/**
 * The last line of a cover is the first chapter where something else says the title, a table or a line above that names a kind of document, and
 * other lines of the text are set as it is.
 */
function beforeChapter(pieces: readonly Piece[], end: number, titled: string | undefined): number {
  const at = pieces.slice(0, end).findLastIndex(isOpen)
  const piece = pieces[at]
  const look = piece && lookOf(piece)
  if (!piece || !look || !(look.bold || look.size > 1) || gapOf(piece) === 0 || organisationIn(piece.text)) return end
  const isAlike = (other: Piece): boolean =>
    isOpen(other) && lookOf(other)?.size === look.size && lookOf(other)?.bold === look.bold && !/[.;:]$/.test(other.text)
  const isNamed = pieces.slice(0, at).some((line) => isOpen(line) && namesKind(line.text) && !isFact(line.text))
  if (titled !== undefined && nameKey(titled) === nameKey(piece.text)) return end
  const isOther = look.size < LARGE ? isNamed || titled !== undefined : !isNamed && titled !== undefined && !KIND.test(piece.text)
  return isOther && pieces.slice(end).filter(isAlike).length >= FEWEST_ALIKE ? at : end
}
// A line of the text that is set as a heading may be so by chance.
const FEWEST_ALIKE = 2

// The cover and the page behind it, and what stands below a text.
const MOST_NEAR = 40
const MOST_NEAR_END = 4

const isSetAsTitle = (piece: Piece): boolean => piece.blocks[0]?.role === 'title' || (lookOf(piece)?.size ?? 1) >= LARGE

/** Whether nothing says that a line is the title: not its look, nor a kind of document, nor what runs over the pages. */
const isGuess = (title: Piece, pieces: readonly Piece[]): boolean =>
  !isSetAsTitle(title) &&
  title.blocks[0]?.heading === undefined &&
  !KIND.test(title.text) &&
  !recursIn(title.text, runningLines(pieces))

// Beside running text.
const LARGE = 1.3

function takeTablePiece(piece: Piece, facts: Facts, onCover: boolean, above: Piece | undefined, isNear = onCover): void {
  if (piece.role !== 'table' || !piece.rows) return
  // Under "Documentgegevens" a table is about the document wherever it stands.
  const isTitled = above !== undefined && isOpen(above) && above.label === undefined && CONTROL_TITLE.test(above.text)
  const key = takeTable(piece.rows, facts, onCover || isTitled, isNear || isTitled)
  if (key === undefined) return
  markAs(piece, key)
  if (isTitled) {
    above.role = 'dropped'
    above.reason = TITLE_OF_FACTS
  }
}

const TITLE_OF_FACTS = 'heading of front matter' satisfies Artefact

/** What stands between the contents and the text about the document itself. */
function takeBehindContents(pieces: readonly Piece[], facts: Facts): void {
  if (pieces[0]?.role !== 'dropped') return
  for (const piece of pieces) {
    if (piece.role === 'dropped') continue
    const field = isOpen(piece) ? readField(piece.text) : undefined
    if (!isOpen(piece) || (field && isListKey(field.key)) || !takeLine(piece, facts)) return
  }
}

function takeLines(cover: readonly Piece[], facts: Facts): Piece[] {
  const rest: Piece[] = []
  let list: 'sources' | 'editors' | undefined
  for (const [i, piece] of cover.entries()) {
    if (!isOpen(piece)) continue
    const field = readField(piece.text)
    const below = cover[i + 1]
    if (field?.value === '' && below && !isListKey(field.key) && addField({ ...field, value: below.text }, facts)) {
      markAs(piece, field.key)
      markAs(below, field.key)
    } else if (field && isListKey(field.key) && addField(field, facts)) {
      markAs(piece, field.key)
      list = field.value === '' ? field.key : undefined
    } else if (takeLine(piece, facts)) {
      list = undefined
    } else if (isCopyright(piece.text) && facts.copyright === undefined) {
      facts.copyright = piece.text
      markAs(piece, 'copyright')
    } else if (isContact(piece.text)) {
      const above = addressAbove(cover, i, (line) => rest.includes(line))
      for (const line of above) {
        rest.splice(rest.indexOf(line), 1)
        markAs(line, 'contact')
      }
      append(facts.contact, [...above.map(({ text }) => text), piece.text])
      markAs(piece, 'contact')
    } else if (list !== undefined) {
      facts[list].push(piece.text)
      markAs(piece, list)
    } else if (facts.date === undefined && readDate(piece.text) !== undefined) {
      facts.date = readDate(piece.text)
      markAs(piece, 'date')
    } else if (isRemark(piece.text)) {
      const above = isTime(piece.text) && cover[i - 1]?.text
      facts.remarks.push(above && /:$/.test(above) ? `${above} ${piece.text}` : piece.text)
      markAs(piece, 'remarks')
    } else rest.push(piece)
  }
  return rest
}

function takeLine(piece: Piece, facts: Facts): boolean {
  const key = addLine(piece.text, facts)
  if (key !== undefined) markAs(piece, key)
  return key !== undefined
}
