import type { Inline } from '../../model/index.js'
import { isOpen, type Piece } from '../outline/pieces.js'
import { textOf, tidy } from '../words.js'
import { isContact, isFact } from './facts.js'

const MOST_PIECES = 40

/**
 * Splits blocks near the beginning whose lines a format holds together: a version, below it the name and address of a school. Each line is
 * judged by itself. Running text broken over lines stays whole.
 */
export function splitLines(pieces: Piece[]): void {
  for (let i = Math.min(pieces.length, MOST_PIECES) - 1; i >= 0; i--) {
    const lines = linesOf(pieces[i] as Piece)
    if (lines.length > 1) pieces.splice(i, 1, ...lines)
  }
}

function linesOf(piece: Piece): Piece[] {
  const [block, ...more] = piece.blocks
  if (!block || more.length > 0 || !isOpen(piece) || piece.label || piece.rows || block.role || block.heading !== undefined)
    return []
  const lines = cut(block.content)
  if (!areApart(lines.map((line) => textOf(line)))) return []
  return lines.map((content, i) => ({
    ...piece,
    blocks: [{ ...block, content, gap: i === 0 ? block.gap : 0 }],
    content,
    text: textOf(content),
  }))
}

/** The lines of plain words: a reader of pages keeps each as a text of its own that ends in a blank. */
function cut(content: readonly Inline[]): Inline[][] {
  if (!content.every(({ type }) => type === 'text' || type === 'break')) return []
  const lines: Inline[][] = [[]]
  for (const inline of content) {
    lines.at(-1)?.push(inline)
    if (inline.type === 'break' || (inline.type === 'text' && /\s$/.test(inline.value))) lines.push([])
  }
  return lines.map(tidy).filter((line) => line.length > 0)
}

/** Whether at least half of the lines say something about the document by themselves, and none reads on in the next. */
function areApart(lines: readonly string[]): boolean {
  const said = lines.filter((line) => isFact(line) || isContact(line))
  const readsOn = lines.some((line, i) => i < lines.length - 1 && /[,;–-]$/.test(line))
  const begin = lines.every((line) => /^[^\p{Ll}]/u.test(line) || said.includes(line))
  return (
    lines.length > 1 && said.length * 2 >= lines.length && !readsOn && begin && !lines.some((line) => /\p{Ll}{3}\.$/u.test(line))
  )
}
