import { wordsOfAll } from '../language/index.js'
import { isOpen, type Piece, unlabel } from '../pieces/index.js'

/** What a document is a part of, as its cover says it. */

/** "of the Constitution", behind "Part 4": a part of another text, and no label of this one. */
export const OF_OTHER = new RegExp(`^(?:${wordsOfAll('of')})\\s(?:${wordsOfAll('the', 'this')})\\s`, 'u')

// The cover and the page behind it.
const MOST_PIECES = 40

/** Puts back what was taken for a label near the beginning, and is said of another text. */
export function keepParts(pieces: readonly Piece[]): void {
  for (const piece of pieces.slice(0, MOST_PIECES))
    if (isOpen(piece) && piece.label?.word !== undefined && !piece.labelGiven && OF_OTHER.test(piece.text)) unlabel(piece)
}
