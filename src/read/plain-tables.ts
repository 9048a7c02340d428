import type * as Md from 'mdast'
import { inlinesOf, type PlainLine } from './plain-inlines.js'

/** A sign that is escaped is a word of its cell. */
const CELL = /(?:\\[\\|]|[^|])*/y
const ROW = /^\|(?:(?:\\[\\|]|[^\\|]|\\(?![\\|]))*\|)+$/s
const DELIMITER = /^\|(?:[ \t]*:?-+:?[ \t]*\|)+$/
const BRACES = /^\{[^{}|]*\}$/

/** Whether lines begin with a row of cells and the row that makes it the head of a table. */
export const opensTable = ([head, delimiter]: readonly PlainLine[]): boolean =>
  head !== undefined && ROW.test(head.text) && DELIMITER.test(delimiter?.text ?? '')

/** A table whose rows all stand between their signs, and with attributes below it; its words are those of any plain block. Otherwise undefined. */
export function plainTable(lines: readonly PlainLine[], notes: ReadonlySet<string>): Md.Table | undefined {
  const [head, delimiter] = lines as [PlainLine, PlainLine]
  const last = lines.at(-1) as PlainLine
  const align = cellsOf(delimiter.text).map(alignOf)
  if (cellsOf(head.text).length !== align.length) return undefined
  const children: Md.TableRow[] = []
  for (const line of lines) {
    if (line === delimiter) continue
    const isBelow = line === last && BRACES.test(line.text)
    if (!isBelow && !ROW.test(line.text)) return undefined
    const row = rowOf(line, isBelow ? [line.text] : cellsOf(line.text), isBelow ? 0 : 1, notes)
    if (!row) return undefined
    children.push(row)
  }
  return { type: 'table', align, children, position: { start: point(head, 0), end: point(last, last.text.length) } }
}

/** A row of cells, each behind so many signs. */
function rowOf(line: PlainLine, cells: readonly string[], signs: number, notes: ReadonlySet<string>): Md.TableRow | undefined {
  const children: Md.TableCell[] = []
  let at = 0
  for (const [i, cell] of cells.entries()) {
    const next = at + signs + cell.length
    const words = cell.replace(/^[ \t]+/, '')
    const before = at + signs + cell.length - words.length
    const inside = {
      text: words.replace(/[ \t]+$/, ''),
      line: line.line,
      column: line.column + before,
      offset: line.offset + before,
    }
    const inlines = inlinesOf([inside], notes)
    if (!inlines) return undefined
    // The last cell has the sign behind it, too.
    const end = i === cells.length - 1 ? line.text.length : next
    children.push({ type: 'tableCell', children: inlines, position: { start: point(line, at), end: point(line, end) } })
    at = next
  }
  return { type: 'tableRow', children, position: { start: point(line, 0), end: point(line, line.text.length) } }
}

function cellsOf(text: string): readonly string[] {
  const inside = text.slice(1, -1)
  if (!inside.includes('\\')) return inside.split('|')
  const cells: string[] = []
  for (CELL.lastIndex = 0; CELL.lastIndex <= inside.length; CELL.lastIndex++) cells.push(CELL.exec(inside)?.[0] ?? '')
  return cells
}

function alignOf(cell: string): Md.AlignType {
  const dashes = cell.trim()
  if (dashes.startsWith(':')) return dashes.endsWith(':') ? 'center' : 'left'
  return dashes.endsWith(':') ? 'right' : null
}

const point = ({ line, column, offset }: PlainLine, at: number): { line: number; column: number; offset: number } => ({
  line,
  column: column + at,
  offset: offset + at,
})
