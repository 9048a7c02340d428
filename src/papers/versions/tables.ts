import { editsBetween } from '../../compare/index.js'
import { type Fit, type Region, regionsOf } from '../../merged/index.js'
import {
  type Column,
  type DocBlock,
  type DocCell,
  type DocRow,
  type DocTable,
  muted,
  text,
  type Wording,
} from '../../present/index.js'
import type { Entry } from '../../versions/index.js'
import { type LinePair, pairTables, type Rows, withoutHead, wordsOf } from './table-pairs.js'
import { type ChangeMark, type VersionWords, whole } from './words.js'

/** A column of the merged table. One that moved stands at its new place, with the old one it was. */
interface MergedColumn extends LinePair {
  readonly change?: 'inserted' | 'deleted' | 'moved'
}

/**
 * A table of both versions as one, with rows, columns and words that came or went. `frame` is the new table as it is shown; undefined when
 * no column is in both, and the two can only be shown one after the other. With `said`, the head of a column that came, went or moved says
 * so, and one that moved is shown once; without, it is gone from its old place and new at the other.
 */
export function mergeTables(entry: Entry, frame: DocTable, words: VersionWords, said?: ColumnNotes): DocTable | undefined {
  const [old, next] = [entry.old[0]?.clause.node, entry.next[0]?.clause.node]
  if (old?.type !== 'table' || next?.type !== 'table') return undefined
  const fit = words.fit(entry)
  const [olds, nexts] = [regionsOf(old, words.printed.old), regionsOf(next, words.printed.next)]
  const pairs = pairTables(olds, nexts, fit)
  if (!pairs) return undefined
  const columns = columnsOf(pairs.columns, said ? pairs.moved : new Map())
  const [before] = words.blocks('old', entry.old[0]?.clause.index ?? -1)
  const widths = before?.type === 'table' ? before.columns : []
  const bare = withoutHead(nexts)
  const head = pairs.rows.findIndex(({ old: was, next: is }) => (bare ? was : is) === 0)
  const rows = pairs.rows.map((row, at): DocRow => {
    const shown = rowOf(row, columns, { olds, nexts, fit, words })
    if (at !== head) return shown
    const cells = shown.cells.map((cell, c): DocCell => {
      const note = said && noteOf(columns[c] as MergedColumn, olds, said)
      return { ...(note === undefined ? cell : withNote(cell, note)), header: 'column' }
    })
    return { ...shown, cells }
  })
  return {
    ...frame,
    columns: columns.map(({ old: c, next: d }): Column => frame.columns[d ?? -1] ?? widths[c ?? -1] ?? { weight: 1 }),
    head: rows.filter(({ cells }, at) => at === head && !(bare && cells.every(({ children }) => children.length === 0))),
    body: rows.filter((_, at) => at !== head),
  }
}

/** What is said in the head of a column; `moved` with the head of the column it stood behind, or none where it stood in front. */
export interface ColumnNotes {
  readonly inserted: string
  readonly deleted: string
  readonly moved: (behind: string | undefined) => string
}

export const columnNotes = (wording: Wording): ColumnNotes => ({
  inserted: wording('versions.note.column-inserted'),
  deleted: wording('versions.note.column-deleted'),
  moved: (behind) =>
    behind === undefined
      ? wording('versions.note.column-moved.first')
      : wording('versions.note.column-moved', { column: behind }),
})

const columnsOf = (pairs: readonly LinePair[], moved: ReadonlyMap<number, number>): readonly MergedColumn[] => {
  const left = new Set(moved.values())
  return pairs.flatMap(({ old, next }): MergedColumn[] => {
    if (old !== undefined && next !== undefined) return [{ old, next }]
    if (next === undefined) return old === undefined || left.has(old) ? [] : [{ old, change: 'deleted' }]
    const from = moved.get(next)
    return [from === undefined ? { next, change: 'inserted' } : { old: from, next, change: 'moved' }]
  })
}

function noteOf({ old, change }: MergedColumn, olds: Rows, said: ColumnNotes): string | undefined {
  if (change === undefined) return undefined
  if (change !== 'moved') return said[change]
  const heads = olds[0] ?? []
  const behind = (old ?? 0) - 1
  return said.moved(behind < 0 ? undefined : wordsOf(heads[behind]))
}

const withNote = (cell: DocCell, note: string): DocCell => ({
  ...cell,
  children: [
    {
      type: 'paragraph',
      content: [
        ...cell.children.flatMap((block) => (block.type === 'paragraph' ? [...block.content, text(' ')] : [])),
        muted(`[${note}]`),
      ],
    },
  ],
})

interface Texts {
  readonly olds: Rows
  readonly nexts: Rows
  readonly fit: Fit
  readonly words: VersionWords
}

function rowOf(row: LinePair, columns: readonly MergedColumn[], { olds, nexts, fit, words }: Texts): DocRow {
  const change = row.old === undefined ? 'inserted' : row.next === undefined ? 'deleted' : undefined
  const cells = columns.map((column): DocCell => {
    const before = row.old === undefined || column.old === undefined ? undefined : olds[row.old]?.[column.old]
    const after = row.next === undefined || column.next === undefined ? undefined : nexts[row.next]?.[column.next]
    const content =
      before && after
        ? words.merged(before, after, column.change === 'moved' ? fitApart(before, after, fit) : fit)
        : before
          ? words.show(whole(before), 'old', { type: 'deletion' })
          : after
            ? words.show(whole(after), 'next', { type: 'insertion' })
            : []
    const came = column.change === 'inserted' || column.change === 'deleted' ? { change: column.change } : {}
    return { children: content.length > 0 ? [{ type: 'paragraph', content } satisfies DocBlock] : [], ...came }
  })
  return { ...(change ? { change } : {}), cells }
}

/** How the words of a cell fit those it had in another column. */
function fitApart(old: Region, next: Region, { exact }: Fit): Fit {
  const edits = editsBetween(wordsOf(old), wordsOf(next)).map((edit) => ({
    old: [edit.old[0] + old.from, edit.old[1] + old.from] as const,
    next: [edit.next[0] + next.from, edit.next[1] + next.from] as const,
  }))
  let [from, to] = [old.from, next.from]
  const sames = [...edits, { old: [old.to, old.to], next: [next.to, next.to] } as const].flatMap((edit) => {
    const same = { old: from, next: to, length: edit.old[0] - from }
    ;[from, to] = [edit.old[1], edit.next[1]]
    return same.length > 0 ? [same] : []
  })
  return { sames, quiet: [], loud: edits, exact, apart: true }
}

/** A table of one version with every row marked: it came or went as a whole. */
export const markedTable = (table: DocTable, change: 'inserted' | 'deleted', mark: ChangeMark): DocTable => {
  const rows = (list: readonly DocRow[]) =>
    list.map(
      (row): DocRow => ({
        ...row,
        cells: row.cells.map((cell) => ({
          ...cell,
          children: cell.children.map((block) =>
            block.type === 'paragraph' ? { ...block, content: [{ ...mark, children: block.content }] } : block,
          ),
        })),
      }),
    )
  return { ...table, change, head: rows(table.head), body: rows(table.body) }
}
