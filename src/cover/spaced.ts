import { type Finding, text, textOf } from '../blocks/index.js'
import { isOpen, lineOf, type Piece } from '../pieces/index.js'

/** Words printed with a blank behind each letter: "P R O T O C O L". */

// "A B C" may be three parts of something; a word of five is one.
const FEWEST = 5
// Letters of a title of three lines.
const MOST = 120
const SPACED = /^(?:\p{L}\s+)+\p{L}[.:!?]?$/u

const isSpaced = (line: string): boolean =>
  line.length <= 2 * MOST && line.replace(/[^\p{L}]/gu, '').length >= FEWEST && SPACED.test(line.trim())

/** Puts the letters of such lines together where the words of the text leave one way to, the fewest; another line stays as it stands. */
export function closeLetters(pieces: readonly Piece[]): void {
  const spaced = pieces.filter((piece) => isOpen(piece) && piece.rows === undefined && isSpaced(piece.text))
  if (spaced.length === 0) return
  const known = new Set(pieces.flatMap((piece) => (isSpaced(piece.text) ? [] : (piece.text.toLowerCase().match(WORD) ?? []))))
  for (const piece of spaced) {
    const words = wordsOf(piece.text.replace(/\s+/g, ''), known)
    if (words === undefined) continue
    piece.text = words.join(' ')
    piece.content = [text(piece.text)]
  }
}

/** Of two letters at least: one alone is what the line is made of. */
const WORD = /\p{L}{2,}/gu

/** The fewest known words that letters are made of, one behind the other. */
function wordsOf(letters: string, known: ReadonlySet<string>): readonly string[] | undefined {
  const best: (readonly string[] | undefined)[] = [[]]
  for (let end = 1; end <= letters.length; end++) {
    for (let start = 0; start < end; start++) {
      const [before, word] = [best[start], letters.slice(start, end)]
      if (before === undefined || !known.has(word.toLowerCase().replace(/[.:!?]$/, ''))) continue
      if (before.length + 1 < (best[end]?.length ?? Number.POSITIVE_INFINITY)) best[end] = [...before, word]
    }
  }
  return best[letters.length]
}

/** That letters stood apart, and what they were read as. */
export function spacedFindings(pieces: readonly Piece[]): Finding[] {
  return pieces.flatMap((piece): Finding[] => {
    const printed = piece.blocks.map(({ content }) => textOf(content).trim()).join(' ')
    if (piece.role === 'dropped' || !isSpaced(printed)) return []
    return [{ rule: 'import/structure', form: 'spaced', values: { printed, words: piece.text }, line: lineOf(piece) }]
  })
}
