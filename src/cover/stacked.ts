import { FINITE, isControlName, isFact, isTime, PERSON, readDate, toVersion } from '../blocks/index.js'
import { isOpen, lookOf, type Piece, printed, unlabel } from '../pieces/index.js'

// Two pairs may be a heading and a date by chance.
const FEWEST_PAIRS = 3
// The cover and the two pages behind it, name and value by turns.
const MOST_PIECES = 60
// In letters: a name fits in two thirds of a line, a value on one and a bit.
const LONGEST_NAME = 60
const LONGEST_VALUE = 120

/**
 * Puts what a document says about itself side by side where names and values stand above each other, by turns: "Versie", below it "2.1".
 * One value at least is a date or a version, so that no list of terms is taken for one.
 */
export function joinStacked(pieces: Piece[]): void {
  keepDays(pieces)
  // Up to where names were followed that tell nothing of the document, at even and at odd places: nor do fewer of them.
  const told = [0, 0]
  for (let i = 0; i < Math.min(pieces.length, MOST_PIECES); i++) {
    if (i < (told[i % 2] as number) || !isName(pieces[i])) continue
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

const isBold = (piece: Piece | undefined): boolean =>
  piece !== undefined && (lookOf(piece)?.bold === true || piece.content.every(({ type }) => type === 'strong'))

/** Puts back what was taken for a label and is the day of a date, the letter in front of a version, or that of a person below a name: "14 Mar 2017", "v. 4.0", "J. de Wit". */
function keepDays(pieces: readonly Piece[]): void {
  for (const [i, piece] of pieces.slice(0, MOST_PIECES).entries()) {
    if (!isOpen(piece) || piece.label === undefined || piece.labelGiven) continue
    const whole = printed(piece)
    if (
      readDate(whole) !== undefined ||
      toVersion(whole.replace(/^v\.\s/i, 'v')) !== undefined ||
      (PERSON.test(whole) && isControlName(pieces[i - 1]?.text ?? ''))
    )
      unlabel(piece)
  }
}

/**
 * The values of names that stand directly above them, from a place on. A name that is not known may stand among others that are, of which there
 * are more; behind the last that is known, where it looks as they do and no value does.
 */
function pairsFrom(pieces: readonly Piece[], start: number): Piece[] {
  const areSet = isBold(pieces[start]) && !isBold(pieces[start + 1])
  const values: Piece[] = []
  let [known, end] = [0, 0]
  for (let i = start; i < start + 2 * MOST_PAIRS; i += 2) {
    const [name, value] = [pieces[i], pieces[i + 1]]
    if (!name || !value || !isPlain(name, LONGEST_NAME) || !isPlain(value, LONGEST_VALUE)) break
    if (/[.;,?!]$/.test(name.text) || FINITE.test(name.text) || /\p{Ll}{3}\.$/u.test(value.text)) break
    if (areSet ? !isBold(name) || isBold(value) : isName(value) && !isName(name)) break
    values.push(value)
    if (isName(name)) known += 1
    if (areSet || isName(name)) end = values.length
  }
  return known * 2 >= end ? values.slice(0, end) : []
}
// A table about a document has some twenty rows.
const MOST_PAIRS = 24

/** A name, and none with its value behind it: "Review date 3 May 2027". */
const isName = (piece: Piece | undefined): boolean =>
  piece !== undefined &&
  isPlain(piece, LONGEST_NAME) &&
  !/\d/.test(piece.text) &&
  isControlName(piece.text) &&
  !isFact(piece.text)

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
