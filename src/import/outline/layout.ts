import { type Label, readMarker, text, textOf, tidy } from '../../blocks/index.js'
import type { Inline } from '../../model/index.js'
import type { Piece } from '../pieces/pieces.js'
import { words } from '../pieces/shapes.js'

// The label of an entry in a list that a cell holds; such a cell is more than one provision.
const LISTED = /(?:^|\s)(?:(?:\d{1,2}|\p{L})[.)]|[•–-])\s/u
// Words of a provision; "520 uur" and "€ 50" are values of a table.
const FEWEST_WORDS = 4

/**
 * Takes tables apart that only set provisions: labels in the first of two columns, what they say in the second, and no row of titles. A table
 * of a file of ours is one.
 */
export function spreadLayouts(pieces: Piece[]): void {
  for (let i = 0; i < pieces.length; i++) {
    const rows = layoutOf(pieces[i] as Piece)
    if (rows) pieces.splice(i, 1, ...rows)
  }
}

function layoutOf(table: Piece): Piece[] | undefined {
  const { role, rows = [], blocks } = table
  if (role !== 'table' || blocks.some(({ id }) => id !== undefined) || rows.some((row) => row.length !== 2)) return undefined
  const labels = rows.map(([cell = []]) => labelIn(textOf(cell).trim()))
  if (!labels.every((label) => label !== undefined) || !isInOrder(labels)) return undefined
  // One row alone counts nothing, unless its label says below what it stands: "3.1".
  if (labels.length === 1 && (labels[0]?.path.length ?? 0) < 2) return undefined
  if (!rows.every(([, said = []]) => isProvision(textOf(said).trim()))) return undefined
  return rows.map(([cell = [], said = []], i) => provision(table, cell, said, labels[i] as Label))
}

const isProvision = (said: string): boolean => words(said) >= FEWEST_WORDS && !LISTED.test(said)

/** The label a cell is, and nothing else. */
function labelIn(cell: string): Label | undefined {
  const printed = `${cell}${/[\p{L}\p{N}]$/u.test(cell) ? '.' : ''} `
  const found = readMarker(printed)
  return found && found.length === printed.length && found.label.bullet === undefined && found.label.word === undefined
    ? found.label
    : undefined
}

/** Whether each label counts on from the one above it. */
const isInOrder = (labels: readonly Label[]): boolean =>
  labels.every(({ readings, path }, i) => {
    const before = labels[i - 1]
    if (!before) return true
    const isBeside = path.slice(0, -1).join('.') === before.path.slice(0, -1).join('.')
    return (
      isBeside &&
      readings.some(({ style, count }) => before.readings.some((other) => other.style === style && other.count < count))
    )
  })

function provision({ blocks: [block] }: Piece, cell: readonly Inline[], said: readonly Inline[], label: Label): Piece {
  const { rows: _, ...rest } = block as NonNullable<typeof block>
  const content = tidy(said)
  return {
    blocks: [{ ...rest, content: [...cell, text(' '), ...content] }],
    content,
    text: textOf(content),
    label,
    labelGiven: false,
  }
}
