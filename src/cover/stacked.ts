import { isControlName, isTime, readDate, toVersion } from '../blocks/index.js'
import { isOpen, type Piece } from '../pieces/index.js'

// Two pairs may be a heading and a date by chance.
const FEWEST_PAIRS = 3
// The cover and the two pages behind it, name and value by turns.
const MOST_PIECES = 60
// In letters: a name fits in half a line, a value on one and a bit.
const LONGEST_NAME = 40
const LONGEST_VALUE = 120

/**
 * Puts what a document says about itself side by side where names and values stand above each other, by turns: "Versie", below it "2.1".
 * One value at least is a date or a version, so that no list of terms is taken for one.
 */
export function joinStacked(pieces: Piece[]): void {
  // Up to where names were followed that tell nothing of the document, at even and at odd places: nor do fewer of them.
  const told = [0, 0]
  for (let i = 0; i < Math.min(pieces.length, MOST_PIECES); i++) {
    if (i < (told[i % 2] as number)) continue
    const pairs = pairsFrom(pieces, i)
    told[i % 2] = i + 2 * pairs.length
    const isAbout = pairs.some(({ text }) => readDate(text) !== undefined || toVersion(text) !== undefined || isTime(text))
    if (pairs.length < FEWEST_PAIRS || !isAbout) continue
    const both = pieces.slice(i, i + 2 * pairs.length)
    const table = pieces[i] as Piece
    table.role = 'table'
    table.rows = pairs.map((value, n) => [(both[2 * n] as Piece).content, value.content])
    table.blocks = both.flatMap(({ blocks }) => blocks)
    table.content = []
    pieces.splice(i + 1, both.length - 1)
    return
  }
}

/** The values of names that stand directly above them, from a place on. */
function pairsFrom(pieces: readonly Piece[], start: number): Piece[] {
  const values: Piece[] = []
  for (let i = start; ; i += 2) {
    const [name, value] = [pieces[i], pieces[i + 1]]
    if (!name || !value || !isPlain(name, LONGEST_NAME) || !isPlain(value, LONGEST_VALUE)) return values
    if (!isControlName(name.text) || /[.;,]$/.test(name.text)) return values
    values.push(value)
  }
}

const isPlain = (piece: Piece, most: number): boolean =>
  isOpen(piece) &&
  piece.label === undefined &&
  piece.rows === undefined &&
  piece.text !== '' &&
  piece.text.length <= most &&
  piece.blocks.length === 1 &&
  piece.blocks[0]?.heading === undefined &&
  piece.blocks[0]?.role === undefined &&
  piece.blocks[0]?.id === undefined
