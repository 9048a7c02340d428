import { ADDRESS, isContact } from '../blocks/index.js'
import { wordsOfFacts } from '../language/index.js'
import { isOpen, type Piece, printed, unlabel } from '../pieces/index.js'

/** Addresses over several lines: a street, a place, a postal code. */

// "Dorpsstraat 12a", "12 High Street", "The Old Mill": what stands above a postal code.
const STREET =
  /^(?:\p{Lu}[\p{L}.'’ -]{2,40}\s\d{1,4}\s?\p{L}?(?:\s?[-–/]\s?\d{1,4})?|\d{1,4}\p{L}?,?\s\p{Lu}[\p{L}.'’ -]{2,40}),?$/u
const NAMED_STREET = new RegExp(`(?:${wordsOfFacts('streets')})(?:\\s\\d{1,4}\\s?\\p{L}?)?,?$`, 'iu')
// A street, a house or district, and a place: so many lines stand above a postal code.
const MOST_ABOVE = 3
// Letters of such a line: two thirds of a line of text.
const LONGEST = 60

/** Puts the number of a house back where it was taken for a label: "12 High Street", with a postal code in the line or below it. */
export function keepHouseNumbers(pieces: readonly Piece[]): void {
  for (const [i, piece] of pieces.entries()) {
    if (!isOpen(piece) || piece.label?.bare !== true || piece.labelGiven) continue
    const whole = printed(piece)
    const isAbove =
      STREET.test(whole) &&
      pieces.slice(i + 1, i + 1 + MOST_ABOVE).some(({ text }) => text.length <= LONGEST && ADDRESS.test(text))
    if (isAbove || (ADDRESS.test(whole) && isContact(whole))) unlabel(piece)
  }
}

/** "Dorpsstraat 12", "12 High Street", whatever stands below it. */
export const isStreet = (text: string): boolean => STREET.test(text) && NAMED_STREET.test(text)

/** The lines above a postal code that belong to its address: up to a street. `mayBe` says which are not known as something else. */
export function addressAbove(lines: readonly Piece[], at: number, mayBe: (piece: Piece) => boolean): Piece[] {
  const piece = lines[at]
  if (!piece || !ADDRESS.test(piece.text)) return []
  const rest = piece.text.replace(ADDRESS, '')
  // Its street stands on the line itself.
  if (rest.includes(',') && /\d/.test(rest)) return []
  const above = lines.slice(Math.max(at - MOST_ABOVE, 0), at)
  const from = above.findLastIndex(({ text }) => STREET.test(text))
  const found = from < 0 ? [] : above.slice(from)
  return found.every((line) => mayBe(line) && line.text.length <= LONGEST) ? found : []
}
