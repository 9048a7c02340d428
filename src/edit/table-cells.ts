import type { Node } from 'prosemirror-model'
import { maximum, type Table } from '../model/index.js'

/** The cells of a table row by row, as many in each: one that was pasted over several columns or rows stands in the first of them. */
export function tableCells(table: Node): {
  readonly align: Table['align']
  readonly rows: readonly (readonly (Node | undefined)[])[]
} {
  const rows: (Node | undefined)[][] = table.children.map(() => [])
  const taken = rows.map(() => new Set<number>())
  table.children.forEach((row, at) => {
    let column = 0
    for (const cell of row.children) {
      while (taken[at]?.has(column)) column++
      const { colspan, rowspan } = cell.attrs
      for (let down = 0; down < rowspan; down++) for (let over = 0; over < colspan; over++) taken[at + down]?.add(column + over)
      ;(rows[at] as (Node | undefined)[])[column] = cell
      column += colspan
    }
  })
  const width = maximum([1, ...taken.map((columns) => maximum([0, ...columns]) + 1)])
  const full = rows.map((row) => Array.from({ length: width }, (_, column) => row[column]))
  return { align: Array.from({ length: width }, (_, column) => full[0]?.[column]?.attrs.align ?? null), rows: full }
}
