import { type Finding, text, withBullets } from '../../blocks/index.js'
import { isOpen, isSentence, lineOf, type Piece, printed } from '../../pieces/index.js'
import { type Contents, headingKeys, titleKey } from './contents.js'

// So many short lines in a row that end in nothing are no paragraphs.
const FEWEST = 4
// A line of a narrow column; what is longer was set as a paragraph.
const LONGEST = 60
// A cell may end as a sentence does.
const LONGEST_SENTENCE = 30

/**
 * Rows of short lines without an end are the cells of a table that a program copied as plain text: nothing says any more which stood
 * beside which. They stay together line by line, as they stand, and are no clauses each.
 */
export function keepCells(pieces: Piece[], start: number, contents: Contents): void {
  const listed = new Set(contents.entries.flatMap(({ title, whole }) => [titleKey(title), titleKey(whole)]))
  const isCell = (piece: Piece): boolean =>
    (isOpen(piece) ||
      (piece.role === 'heading' && piece.label === undefined && !headingKeys(piece).some((key) => listed.has(key)))) &&
    isShortLine(piece)
  for (let i = start; i < pieces.length; i++) {
    const run = runFrom(pieces, i, isCell)
    const end = run.length
    if (run.length === 0) continue
    let next = i + end
    while (pieces[next]?.role === 'dropped') next++
    const cells = withoutEdges(run, pieces[next])
    if (cells.length >= FEWEST) pieces.splice(pieces.indexOf(cells[0] as Piece), cells.length, together(cells))
    else i += end - 1
  }
}

function runFrom(pieces: readonly Piece[], start: number, isCell: (piece: Piece) => boolean): Piece[] {
  if (pieces[start]?.label !== undefined) return []
  let end = start
  while (pieces[end] && isCell(pieces[end] as Piece) && !isListed(pieces, end)) end++
  return pieces.slice(start, end)
}

/** One of several bullets in a row, or what leads them in: a list. */
function isListed(pieces: readonly Piece[], at: number): boolean {
  const [before, piece, next, after] = [-1, 0, 1, 2].map((step) => pieces[at + step]?.label?.bullet)
  if (piece !== undefined) return piece === before || piece === next
  return next !== undefined && next === after
}

const isShortLine = ({ text: line, label, rows, blocks: [block] }: Piece): boolean =>
  rows === undefined &&
  block?.role === undefined &&
  block?.id === undefined &&
  line.length <= LONGEST &&
  label?.word === undefined &&
  (label?.path.length ?? 0) < 2 &&
  label?.bare !== true &&
  (!/[.!?:;,]$/.test(line) || (line.length <= LONGEST_SENTENCE && /\.$/.test(line) && !isSentence(line)))

/** Without the heading above a table, and the one of the text below it. */
function withoutEdges(run: readonly Piece[], below: Piece | undefined): readonly Piece[] {
  const first = run.findIndex(({ role }) => role !== 'heading')
  const isHeading = run.at(-1)?.role === 'heading' && below !== undefined && (isSentence(below.text) || below.label !== undefined)
  return first < 0 ? [] : run.slice(first, isHeading ? -1 : undefined)
}

function together(cells: readonly Piece[]): Piece {
  const lines = cells.map((cell) => withBullets(printed(cell))).join('\n')
  return {
    blocks: cells.flatMap(({ blocks }) => blocks),
    content: [text(lines)],
    text: lines,
    labelGiven: false,
    role: 'verbatim',
  }
}

// Enough to find the table by; the count says how many there are.
const MOST_TOLD = 6

/** Says of each such table that it is none any more. */
export const cellFindings = (pieces: readonly Piece[]): Finding[] =>
  pieces
    .filter(({ role, blocks }) => role === 'verbatim' && blocks.length > 1)
    .map((piece): Finding => {
      const lines = piece.text.split('\n')
      const values = { count: lines.length, words: lines.slice(0, MOST_TOLD).join(' | ') }
      return { rule: 'import/structure', form: 'cells', values, line: lineOf(piece) }
    })
