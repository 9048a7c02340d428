import type { Table } from '../../model/index.js'
import type { DocBlock, DocCell, DocInline, DocRow, DocTable } from '../../present/index.js'
import { type Entry, type Fit, type Region, regionsOf } from '../../versions/index.js'
import { type Mark, type Words, whole } from './words.js'

type Rows = readonly (readonly Region[])[]

/** A row of both versions, or of one of them. */
interface RowPair {
  readonly old?: readonly Region[]
  readonly next?: readonly Region[]
}

/**
 * A table of both versions as one, with rows and words that came or went. `frame` is the new table as it is shown; undefined when the
 * two have another number of columns, and can only be shown one after the other.
 */
export function mergeTables(entry: Entry, frame: DocTable, words: Words): DocTable | undefined {
  const [old, next] = [entry.old[0]?.clause.node, entry.next[0]?.clause.node]
  if (old?.type !== 'table' || next?.type !== 'table' || widthOf(old) !== widthOf(next)) return undefined
  const fit = words.fit(entry)
  const pairs = pairRows(regionsOf(old, words.printed.old), regionsOf(next, words.printed.next), fit)
  const rows = pairs.map((pair) => rowOf(pair, fit, words))
  // The head stays the head: what was put before it is a row of the body.
  const head = Math.max(
    rows.findIndex((_, i) => pairs[i]?.next !== undefined),
    0,
  )
  const headRow = rows[head]
  return {
    ...frame,
    head: headRow ? [{ ...headRow, cells: headRow.cells.map((cell): DocCell => ({ ...cell, header: 'column' })) }] : [],
    body: rows.filter((_, i) => i !== head),
  }
}

const widthOf = ({ rows }: Table): number => rows[0]?.cells.length ?? 0

/** Pairs rows in order so that as many letters as possible stay in their row. */
function pairRows(old: Rows, next: Rows, fit: Fit): readonly RowPair[] {
  const shared = sharedLetters(old, next, fit)
  const best = Array.from({ length: old.length + 1 }, () => new Array<number>(next.length + 1).fill(0))
  const value = (i: number, j: number): number => best[i]?.[j] ?? 0
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = next.length - 1; j >= 0; j--) {
      const common = shared(i, j)
      const together = common > 0 ? common + value(i + 1, j + 1) : 0
      ;(best[i] as number[])[j] = Math.max(together, value(i + 1, j), value(i, j + 1))
    }
  }
  const pairs: RowPair[] = []
  let [i, j] = [0, 0]
  while (i < old.length || j < next.length) {
    const [a, b] = [old[i], next[j]]
    const common = a && b ? shared(i, j) : 0
    if (a && b && common > 0 && value(i, j) === common + value(i + 1, j + 1)) {
      pairs.push({ old: a, next: b })
      i++
      j++
    } else if (a && (!b || value(i, j) === value(i + 1, j))) {
      pairs.push({ old: a })
      i++
    } else if (b) {
      pairs.push({ next: b })
      j++
    }
  }
  return pairs
}

/** How many letters of an old row are the same ones in a new row. */
function sharedLetters(old: Rows, next: Rows, { sames }: Fit): (i: number, j: number) => number {
  const ranges = (rows: Rows) => rows.map((row) => [row[0]?.from ?? 0, row.at(-1)?.to ?? 0] as const)
  const [olds, nexts] = [ranges(old), ranges(next)]
  const counts = new Map<number, number>()
  // Both versions are walked once: stretches that are the same follow each other in both.
  let [firstOld, firstNext] = [0, 0]
  for (const { old: o, next: n, length } of sames) {
    while ((olds[firstOld]?.[1] ?? Number.POSITIVE_INFINITY) <= o) firstOld++
    while ((nexts[firstNext]?.[1] ?? Number.POSITIVE_INFINITY) <= n) firstNext++
    for (let i = firstOld, j = firstNext; i < olds.length && j < nexts.length; ) {
      const [[a0, a1], [b0, b1]] = [olds[i], nexts[j]] as [readonly [number, number], readonly [number, number]]
      const from = Math.max(0, a0 - o, b0 - n)
      const to = Math.min(length, a1 - o, b1 - n)
      if (to > from) counts.set(i * next.length + j, (counts.get(i * next.length + j) ?? 0) + to - from)
      if (from >= length) break
      if (a1 - o < b1 - n) i++
      else j++
    }
  }
  return (i, j) => counts.get(i * next.length + j) ?? 0
}

function rowOf({ old, next }: RowPair, fit: Fit, words: Words): DocRow {
  if (old && next) return { cells: next.map((region, c) => cellOf(words.merged(old[c] ?? region, region, fit))) }
  const [side, mark, change] = old
    ? (['old', { type: 'deletion' }, 'deleted'] as const)
    : (['next', { type: 'insertion' }, 'inserted'] as const)
  return { change, cells: (old ?? next ?? []).map((region) => cellOf(words.show(whole(region), side, mark))) }
}

const cellOf = (content: readonly DocInline[]): DocCell => ({
  children: content.length > 0 ? [{ type: 'paragraph', content } satisfies DocBlock] : [],
})

/** A table of one version with every row marked: it came or went as a whole. */
export const markedTable = (table: DocTable, change: 'inserted' | 'deleted', mark: Mark): DocTable => {
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
