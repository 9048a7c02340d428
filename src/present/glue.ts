import { isFunctionWord, seek } from '../language/index.js'

/**
 * Blanks at which a line had better not end: between a number and what it counts or counts in, within a date, after a sign of money, between
 * a word and the number that ends a phrase, between initials and name.
 */
const glues = seek(
  /\d | \d|[€$£] |\p{Lu}\. \p{Lu}/u,
  () =>
    /(?<=(?<![\p{L}\d])\d{1,3}(?:[.,]\d{1,3})?) (?=\p{Ll}|\p{L}{3,9} \d{4}(?!\d))|(?<=(?<!\d)\d{1,2} \p{L}{3,9}) (?=\d{4}(?!\d))|(?<=[€$£]) (?=\d)|(?<=\p{L}) (?=\d{1,3}(?:[.,;:)]|$))|(?<=(?<!\p{L})\p{Lu}\.) (?=\p{Lu})/gu,
)

/** Where the blanks are at which a line had better not end. A number before a word that counts nothing is that of the word before it: "artikel 9 over". */
export const gluedBlanks = (text: string): readonly number[] =>
  glues(text).flatMap(({ index }) => {
    if (
      !COUNT.test(text.slice(Math.max(0, index - LONGEST_COUNT), index)) ||
      !isFunctionWord(WORD.exec(text.slice(index + 1))?.[0] ?? '')
    )
      return [index]
    const before = text.lastIndexOf(' ', index - 1)
    return before > 0 && /\p{L}/u.test(text[before - 1] as string) ? [before] : []
  })

const COUNT = /(?<![\p{L}\d])[\d.,]+$/u
// "1.000.000": what stands before a unit is no longer.
const LONGEST_COUNT = 9
const WORD = /^\p{Ll}+/u

/** Letters of words that stay on one line, up to which a narrow page has room for them. */
const ROOM = 24

/** Words that had better stand on one line, by their range: "31 augustus 2027", half-open. */
export function gluedWords(text: string): readonly (readonly [from: number, to: number])[] {
  const found: [number, number][] = []
  for (const blank of gluedBlanks(text)) {
    const end = text.indexOf(' ', blank + 1)
    const [from, to] = [text.lastIndexOf(' ', blank - 1) + 1, end < 0 ? text.length : end]
    const last = found.at(-1)
    if (last && last[1] > from) last[1] = to
    else found.push([from, to])
  }
  return found.filter(([from, to]) => to - from <= ROOM)
}
