import { readMarker } from '../../blocks/index.js'
import { isBlank, type Line } from './lines.js'

interface Cell {
  readonly text: string
  readonly at: number
}

// Three blanks set cells apart; two are those of a typist after a point.
const CELL = /\S+(?: {1,2}\S+)*/g
const FEWEST_ROWS: Readonly<Record<number, number>> = { 2: 3 }

/** The cells of lines that stand together as a table whose columns are set with blanks. A line of another kind has none. */
export function findColumns(lines: readonly Line[]): ReadonlyMap<Line, readonly string[]> {
  const found = new Map<Line, readonly string[]>()
  const cells = lines.map(cellsOf)
  for (let i = 0; i < lines.length; i++) {
    const columns = cells[i] ?? []
    const rows = columns.length < 2 ? [] : rowsBelow(cells, i, columns)
    if (rows.length < (FEWEST_ROWS[columns.length] ?? 2)) continue
    for (const [row, texts] of rows.entries()) found.set(lines[i + row] as Line, texts)
    i += rows.length - 1
  }
  return found
}

/** The lines from `start` on whose cells stand under those of the first, a cell for every column. */
function rowsBelow(lines: readonly (readonly Cell[])[], start: number, columns: readonly Cell[]): string[][] {
  const rows: string[][] = []
  for (let i = start; i < lines.length; i++) {
    const cells = lines[i] ?? []
    const places = cells.map(({ at }) => columns.findIndex((column) => Math.abs(column.at - at) <= 1))
    const isRow = cells.length > 1 && places[0] === 0 && places.every((place, n) => place >= 0 && place > (places[n - 1] ?? -1))
    if (!isRow || (columns.length === 2 && /:$/.test(cells[0]?.text ?? ''))) break
    rows.push(columns.map((_, column) => cells[places.indexOf(column)]?.text ?? ''))
  }
  return rows
}

/** The cells of a line; none when a label stands in the first: "Artikel 2      Reikwijdte" is a heading. */
function cellsOf(line: Line): Cell[] {
  if (isBlank(line) || line.text.includes('\t')) return []
  const cells = [...line.text.matchAll(CELL)].map(({ 0: text, index }) => ({ text, at: index }))
  const first = cells[0]?.text ?? ''
  return (readMarker(`${first} `)?.length ?? 0) >= first.length ? [] : cells
}
