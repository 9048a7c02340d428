import { readMarker } from '../blocks/index.js'
import { maximum } from '../model/index.js'
import type { Grid } from './grids.js'
import type { Glyphs, Row } from './lines.js'

/** A part of a row with a wide blank before it. */
interface Cell {
  readonly x: number
  readonly right: number
  readonly text: string
}

interface Lines {
  readonly row: Row
  readonly cells: readonly Cell[]
}

// In sizes: the blank between cells, the distance at which rows belong to one table, and that of two lines in a cell.
const BLANK = 0.55
const WIDE = 0.9
const ROWS_APART = 3
const LINES_APART = 1.5
// Cells of a column start within so many points of each other.
const STRAIGHT = 1.5

/** The tables without rules of a page: rows whose parts begin under each other, with a blank between them all the way down. */
export function alignedGrids(rows: readonly Row[]): Grid[] {
  const lines = rows.map((row) => ({ row, cells: cellsOf(row) }))
  const grids: Grid[] = []
  for (let i = 0; i < lines.length; i++) {
    const table = tableAt(lines, i)
    if (!table) continue
    grids.push(toGrid(table))
    i += table.length - 1
  }
  return grids
}

function cellsOf({ glyphs, size }: Row): Cell[] {
  const cells: Cell[] = []
  for (const { x, width, text } of inked(glyphs)) {
    const last = cells.at(-1)
    if (last && x - last.right < BLANK * size)
      cells[cells.length - 1] = { ...last, right: x + width, text: `${last.text} ${text}` }
    else cells.push({ x, right: x + width, text })
  }
  return cells
}

const inked = (glyphs: readonly Glyphs[]): Glyphs[] => glyphs.filter(({ text }) => text.trim() !== '')

/** The lines of the table that begins at a row; undefined where none does. */
function tableAt(lines: readonly Lines[], start: number): Lines[] | undefined {
  const [first, ...rest] = lines.slice(start)
  if (!first || first.cells.length < 2) return undefined
  const columns = first.cells.map(({ x }) => x)
  const table = [first]
  for (const line of rest) {
    const last = table.at(-1)?.row as Row
    const isNear = last.y - line.row.y < ROWS_APART * last.size && Math.abs(last.size - line.row.size) < 1
    const isStraight = line.cells.every(({ x, right }) => {
      const at = columns.findIndex((column) => Math.abs(column - x) < STRAIGHT)
      return at >= 0 && right < (columns[at + 1] ?? Number.POSITIVE_INFINITY)
    })
    if (!isNear || !isStraight) break
    table.push(line)
  }
  // Words below the first column alone are the text that follows.
  while (table.length > 1 && table.at(-1)?.cells.length === 1 && isAt(table.at(-1) as Lines, columns[0] ?? 0)) table.pop()
  return isTable(table, columns) ? table : undefined
}

const isAt = ({ cells }: Lines, column: number): boolean => cells.some(({ x }) => Math.abs(x - column) < STRAIGHT)

function isTable(table: readonly Lines[], columns: readonly number[]): boolean {
  const full = table.filter(({ cells }) => cells.length > 1)
  if (full.length < 2) return false
  const column = (at: number): Cell[] =>
    table.flatMap(({ cells }) => cells.find(({ x }) => Math.abs(x - (columns[at] ?? 0)) < STRAIGHT) ?? [])
  const all = columns.map((_, at) => column(at))
  // Labels and their words, terms and what they mean, titles and their pages stand under each other too.
  const firsts = full.flatMap(({ cells: [first] }) => first?.text.trim() ?? [])
  if (columns.length === 2 && firsts.every((text) => isLabel(text) || /^\d{1,2}$/.test(text))) return false
  // So do two columns of a list, their numbers without a stop.
  if (areCounted(all[0] ?? []) && all.some((cells, at) => at > 0 && at < all.length - 1 && areCounted(cells))) return false
  if (all.some((cells) => cells.every(({ text }) => isLabel(text))) || all[0]?.every(({ text }) => /:$/.test(text.trim())))
    return false
  if (
    all.at(-1)?.every(({ text }) => /^\d{1,3}$/.test(text.trim())) ||
    full.some(({ cells }) => cells.some(({ text }) => /\.{4}/.test(text)))
  )
    return false
  // Every column stands well apart somewhere; of two rows alone in both.
  const isWide = ({ row, cells }: Lines, edge: number) =>
    cells.some(({ x }, i) => i > 0 && Math.abs(x - edge) < STRAIGHT && x - (cells[i - 1]?.right ?? 0) > WIDE * row.size)
  const areWide = columns
    .slice(1)
    .every((edge) => full.filter((line) => isWide(line, edge)).length >= (full.length > 2 ? 1 : full.length))
  return areWide && all.filter((cells) => cells.length > 1).length > 1
}

/** "13", "14" or "a", "b" below each other. */
function areCounted(cells: readonly Cell[]): boolean {
  const counts = cells.map(({ text }) => {
    const label = text.trim()
    return /^\d{1,2}$/.test(label) ? Number(label) : /^[a-z]$/.test(label) ? label.charCodeAt(0) : Number.NaN
  })
  return counts.length > 0 && counts.every((count, i) => (i === 0 ? !Number.isNaN(count) : count === (counts[i - 1] ?? 0) + 1))
}

const isLabel = (text: string): boolean => (readMarker(`${text.trim()} `)?.length ?? 0) >= text.trim().length

/** Edges just before the columns, and above the lines with which rows begin. */
function toGrid(table: readonly Lines[]): Grid {
  const columns = table[0]?.cells.map(({ x }) => x - STRAIGHT) ?? []
  const right = maximum(table.flatMap(({ cells }) => cells.map((cell) => cell.right))) + STRAIGHT
  const apart = table.slice(1).map(({ row }, i) => ((table[i]?.row.y ?? 0) - row.y) / row.size)
  // Where rows stand apart their distance tells them; elsewhere a row begins with its first cell.
  const isLoose = apart.some((distance) => distance > LINES_APART)
  const starts = table.filter((line, i) => {
    if (i === 0) return true
    return isLoose ? (apart[i - 1] ?? 0) > LINES_APART : isAt(line, table[0]?.cells[0]?.x ?? 0)
  })
  const bottom = table.at(-1)?.row
  return {
    columns: [...columns, right],
    rows: [...starts.map(({ row }) => row.y + 0.95 * row.size), (bottom?.y ?? 0) - 0.3 * (bottom?.size ?? 0)],
  }
}
