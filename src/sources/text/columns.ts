import { readMarker } from '../../blocks/index.js'
import { isBlank, type TextLine } from './lines.js'

interface Cell {
  readonly text: string
  readonly at: number
}

/** A line as cells; `labelled` where a label stands in the first: such a line opens no table, but may be a row of one. */
interface Cells {
  readonly line: TextLine
  readonly cells: readonly Cell[]
  readonly labelled: boolean
}

// Three blanks set cells apart; two are those of a typist after a point.
const CELL = /\S+(?: {1,2}\S+)*/g
const FEWEST_ROWS: Readonly<Record<number, number>> = { 2: 3 }
// Characters: of letters of different widths a column keeps its place only about.
const OFF = 3

/** A table whose columns are set with blanks. */
export interface Columns {
  readonly rows: readonly (readonly string[])[]
  /** The lines of each row: its own, and those in which its words go on. */
  readonly lines: readonly (readonly TextLine[])[]
  /** Its titles where they are printed again, on the next page. */
  readonly again: readonly TextLine[]
  /** Its cells are parted by signs or blanks, wherever they stand: it is a table, however few its columns. */
  readonly parted?: true
  /** Where a line of a cell is one word that fills it and goes on below: that word and the next, which may be one. */
  readonly ends?: readonly (readonly [string, string])[]
}

/** The tables among lines: with bars, in columns, or with as many cells on each line where columns hold fewer of them. */
export function findColumns(lines: readonly TextLine[]): readonly Columns[] {
  const bars = findParted(lines, barred, 2)
  const rest = without(lines, bars)
  const even = findParted(rest, spaced, 3)
  const aligned = findAligned(rest)
  const alignedBy = tableOf(aligned)
  const longer = even.filter((table) => {
    const own = new Set(linesOf(table))
    const others = new Set(linesOf(table).flatMap((line) => alignedBy.get(line) ?? []))
    return [...others].every((other) => other.rows.length <= own.size && linesOf(other).every((line) => own.has(line)))
  })
  const longerBy = tableOf(longer)
  return [...bars, ...longer, ...aligned.filter((table) => !linesOf(table).some((line) => longerBy.has(line)))]
}

const linesOf = ({ lines }: Columns): readonly TextLine[] => lines.flat()

const tableOf = (tables: readonly Columns[]): ReadonlyMap<TextLine, Columns> =>
  new Map(tables.flatMap((table) => linesOf(table).map((line) => [line, table] as const)))

/** Lines with those of tables empty. */
function without(lines: readonly TextLine[], tables: readonly Columns[]): readonly TextLine[] {
  const taken = new Set(tables.flatMap(linesOf))
  return lines.map((line) => (taken.has(line) ? { ...line, text: '' } : line))
}

/** "Onderdeel | Bedrag", a row on each line. */
function barred({ text }: TextLine): readonly string[] {
  const row = text.trim()
  const bare = row.startsWith('| ') ? row.slice(1).replace(/ \|$/, '') : row
  return BAR.test(row) ? bare.split(BAR).map((cell) => cell.trim()) : []
}

const BAR = / \|(?= |$)/

const spaced = (line: TextLine): readonly string[] => cellsOf(line)?.cells.map(({ text }) => text) ?? []

// Two lines with wide blanks happen; three are set that way.
const FEWEST_PARTED = 3

/** Tables of lines that have as many cells each, `fewest` at least. */
function findParted(lines: readonly TextLine[], cells: (line: TextLine) => readonly string[], fewest: number): Columns[] {
  const found: Columns[] = []
  for (let i = 0; i < lines.length; i++) {
    const width = cells(lines[i] as TextLine).length
    let end = i
    while (width >= fewest && lines[end] && cells(lines[end] as TextLine).length === width) end++
    if (end - i >= FEWEST_PARTED) {
      const own = lines.slice(i, end)
      found.push({ rows: own.map(cells), lines: own.map((line) => [line]), again: [], parted: true })
    }
    i = Math.max(i, end - 1)
  }
  return found
}

function findAligned(lines: readonly TextLine[]): readonly Columns[] {
  const found: Columns[] = []
  const all = lines.map(cellsOf)
  for (let i = 0; i < lines.length; i++) {
    const head = all[i]
    if (!head || head.labelled || head.cells.length < 2) continue
    const { table, end } = tableFrom(all, i, head)
    if (table.rows.length < (FEWEST_ROWS[head.cells.length] ?? 2)) continue
    found.push(table)
    i = end - 1
  }
  return found
}

/** A table that begins with `head`, and the index behind it. */
function tableFrom(
  lines: readonly (Cells | undefined)[],
  start: number,
  head: Cells,
): { readonly table: Columns; readonly end: number } {
  const rows: string[][] = []
  const own: TextLine[][] = []
  const again: TextLine[] = []
  const printed: string[][] = []
  const ends: { readonly column: number; readonly halves: readonly [string, string] }[] = []
  let columns = head.cells
  let end = start
  for (let i = start; i < lines.length; i++) {
    const at = lines[i]
    if (!at) {
      let next = i + 1
      while (next < lines.length && lines[next] === undefined) next++
      if (next === lines.length || rows.length < 2 || !isSame(lines[next] as Cells, head)) break
      columns = (lines[next] as Cells).cells
      again.push((lines[next] as Cells).line)
      i = next
      end = i + 1
      continue
    }
    const row = rowOf(at, columns, rows.at(-1))
    if (row === undefined) break
    const last = rows.at(-1)
    if (row.goesOn && last) {
      for (const [column, text] of row.cells.entries()) {
        if (text === '') continue
        const above = printed.findLast((cells) => cells[column] !== '')?.[column] ?? ''
        const rest = /^\p{Ll}+/u.exec(text)?.[0]
        const first = above.slice(readMarker(above)?.length ?? 0)
        if (last[column] && rest && /^\p{L}+$/u.test(first)) ends.push({ column, halves: [first, rest] })
        last[column] = last[column] ? `${last[column]} ${text}` : text
      }
      own.at(-1)?.push(at.line)
    } else {
      rows.push([...row.cells])
      own.push([at.line])
    }
    printed.push([...row.cells])
    end = i + 1
  }
  const width = (column: number) => printed.reduce((most, cells) => Math.max(most, cells[column]?.length ?? 0), 0)
  const widths = head.cells.map((_, column) => width(column))
  const full = ends.filter(({ column, halves: [first] }) => first.length >= (widths[column] ?? 0) - OFF)
  return { table: { rows, lines: own, again, ends: full.map(({ halves }) => halves) }, end }
}

const isSame = (a: Cells, b: Cells): boolean =>
  a.cells.length === b.cells.length && a.cells.every(({ text }, i) => text === b.cells[i]?.text)

/** The cells of a line below a row of titles; `goesOn` when they are the rest of the row above. Undefined for a line of no table. */
function rowOf(
  { cells, labelled }: Cells,
  columns: readonly Cell[],
  above: readonly string[] | undefined,
): { readonly cells: readonly string[]; readonly goesOn: boolean } | undefined {
  const isWide = columns.length > 2
  const places = cells.map(({ at }) => columns.findIndex((column) => Math.abs(column.at - at) <= (isWide ? OFF : 1)))
  if (cells.length === 0 || !places.every((place, n) => place >= 0 && place > (places[n - 1] ?? -1))) return undefined
  const row = columns.map((_, column) => cells[places.indexOf(column)]?.text ?? '')
  if (places[0] !== 0) return above ? { cells: row, goesOn: true } : undefined
  if (cells.length === 1) {
    // "vingerprik" below "Bloedsuiker meten met"; a line that begins anew has the row to itself.
    return isWide && above && !labelled ? { cells: row, goesOn: /^\p{Ll}/u.test(row[0] ?? '') } : undefined
  }
  // "Versie:   1.2" is a line about the document, "2.1   Begrippen" a heading.
  if (!isWide && (labelled || /:$/.test(row[0] ?? ''))) return undefined
  // "hanger" below "Sleutel met", beside words that go on as well.
  const goesOn = isWide && row.includes('') && /^\p{Ll}/u.test(row[0] ?? '') && /^\p{Lu}/u.test(above?.[0] ?? '')
  return { cells: row, goesOn }
}

function cellsOf(line: TextLine): Cells | undefined {
  if (isBlank(line) || line.text.includes('\t')) return undefined
  const cells = [...line.text.matchAll(CELL)].map(({ 0: text, index }) => ({ text, at: index }))
  const first = cells[0]?.text ?? ''
  const labelled = /^(?:\d{1,3}|\p{L})$/u.test(first) || (readMarker(`${first} `)?.length ?? 0) >= first.length
  return { line, cells, labelled }
}
