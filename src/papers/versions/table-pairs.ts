import { pairsAscending, pairsInOrder } from '../../compare/index.js'
import type { Fit, Region } from '../../merged/index.js'

export type Rows = readonly (readonly Region[])[]

/** A row or column of both versions, or of one of them, by its place there. */
export interface LinePair {
  readonly old?: number
  readonly next?: number
}

/** Rows and columns in the order in which one table shows those of both versions: what is gone before what took its place. */
interface TablePairs {
  readonly rows: readonly LinePair[]
  /** Columns that only moved stand at both their places. */
  readonly columns: readonly LinePair[]
  /** Old columns by the new ones they moved to. */
  readonly moved: ReadonlyMap<number, number>
}

/**
 * Pairs rows and columns in order, so that as many letters as possible stay in their row and column; undefined where no column stayed. A head
 * is a pair of a head only; one without words is none, and no row where only one version has it.
 */
export function pairTables(old: Rows, next: Rows, fit: Fit): TablePairs | undefined {
  const cells = [cellsOf(old), cellsOf(next)] as const
  const shared = sharedLetters(cells[0], cells[1], fit)
  const ofRows: [old: number, next: number, letters: number][] = []
  for (const [a, b, count] of shared) {
    // A head is set otherwise than a row: which of the two it is, no tracked change of words says.
    if ((a.row === 0) !== (b.row === 0)) continue
    const last = ofRows.at(-1)
    if (last?.[0] === a.row && last[1] === b.row) last[2] += count
    else ofRows.push([a.row, b.row, count])
  }
  const kept = withHeads(old, next, pairsAscending(old.length, next.length, ofRows))
  const bare = [withoutHead(old), withoutHead(next)]
  const rows = interleaved(old.length, next.length, withBlanks(old, next, kept)).filter(
    ({ old: i, next: j }) => !(bare[0] && i === 0 && j === undefined) && !(bare[1] && j === 0 && i === undefined),
  )

  const both = rows.flatMap(({ old: i, next: j }) => (i === undefined || j === undefined ? [] : [[i, j] as const]))
  const twins = new Map(both)
  const widths = [widthOf(old), widthOf(next)] as const
  const ofColumns = new Map<number, number>()
  for (const [a, b, count] of shared) {
    const key = a.column * widths[1] + b.column
    if (twins.get(a.row) === b.row) ofColumns.set(key, (ofColumns.get(key) ?? 0) + count)
  }
  // Each column is asked beside each other: by number what its words are, cell by cell and all together.
  const known = new Map<string, number>()
  const numbered = (words: string) => known.get(words) ?? known.set(words, known.size).size - 1
  const columnsOf = (table: Rows, side: 0 | 1, width: number) =>
    Array.from({ length: width }, (_, c) => {
      const cells = both.map((pair) => numbered(wordsOf(table[pair[side]]?.[c])))
      return { cells, whole: numbered(`\n${cells.join()}`) }
    })
  const [olds, nexts] = [columnsOf(old, 0, widths[0]), columnsOf(next, 1, widths[1])]
  const same = (c: number, d: number) => {
    const others = nexts[d]?.cells
    return olds[c]?.cells.reduce((count, cell, at) => (cell === others?.[at] ? count + 1 : count), 0) ?? 0
  }
  const worth = (c: number, d: number) => {
    const count = ofColumns.get(c * widths[1] + d) ?? 0
    return count > 0 || (both.length > 0 && olds[c]?.whole === nexts[d]?.whole) ? count + 1 : 0
  }
  const columns = interleaved(...widths, pairsInOrder(...widths, worth))
  if (!columns.some(({ old: c, next: d }) => c !== undefined && d !== undefined)) return undefined

  const gone = new Set(columns.flatMap(({ old: c, next: d }) => (c !== undefined && d === undefined ? [c] : [])))
  const moved = new Map<number, number>()
  for (const { old: c, next: d } of columns) {
    if (d === undefined || c !== undefined) continue
    const from = [...gone].find((other) => haveOneHead(old, next, other, d) || 2 * same(other, d) > both.length)
    if (from === undefined) continue
    moved.set(d, from)
    gone.delete(from)
  }
  return { rows, columns, moved }
}

type Pairs = ReturnType<typeof pairsInOrder>

const isBlank = (row: readonly Region[] | undefined): boolean => row?.every((cell) => wordsOf(cell) === '') ?? true

/** Whether a table has rows below a head without words, which is none. */
export const withoutHead = (rows: Rows): boolean => rows.length > 1 && isBlank(rows[0])

const withHeads = (old: Rows, next: Rows, pairs: Pairs): Pairs =>
  pairs[0]?.[0] === 0 || withoutHead(old) !== withoutHead(next) ? pairs : [[0, 0], ...pairs]

/** Below the heads rows without words stand for each other between two pairs, in order. */
function withBlanks(old: Rows, next: Rows, pairs: Pairs): Pairs {
  const blanks = (rows: Rows, from: number, to: number) =>
    rows.slice(from, to).flatMap((row, at) => (isBlank(row) && from + at > 0 ? [from + at] : []))
  let [i, j] = [0, 0]
  return [...pairs, [old.length, next.length] as const].flatMap(([a, b], at) => {
    const others = blanks(next, j, b)
    const found = blanks(old, i, a)
      .slice(0, others.length)
      .map((row, k) => [row, others[k] as number] as const)
    ;[i, j] = [a + 1, b + 1]
    return at < pairs.length ? [...found, [a, b] as const] : found
  })
}

/** Columns with the same words in their heads. */
const haveOneHead = (old: Rows, next: Rows, c: number, d: number): boolean => {
  const head = wordsOf(old[0]?.[c])
  return head !== '' && head === wordsOf(next[0]?.[d])
}

export const wordsOf = (region: Region | undefined): string => region?.leaves.map(({ text }) => text).join('') ?? ''

const widthOf = (rows: Rows): number => rows.reduce((most, { length }) => Math.max(most, length), 0)

function interleaved(olds: number, nexts: number, pairs: ReturnType<typeof pairsInOrder>): readonly LinePair[] {
  const found: LinePair[] = []
  let [i, j] = [0, 0]
  for (const [old, next] of [...pairs, [olds, nexts] as const]) {
    while (i < old) found.push({ old: i++ })
    while (j < next) found.push({ next: j++ })
    if (old < olds) found.push({ old: i++, next: j++ })
  }
  return found
}

interface Cell {
  readonly row: number
  readonly column: number
  readonly from: number
  readonly to: number
}

const cellsOf = (rows: Rows): readonly Cell[] =>
  rows.flatMap((regions, row) => regions.map(({ from, to }, column): Cell => ({ row, column, from, to })))

/** How many letters of an old cell are the same ones in a new cell, for cells that have any in common, in the order of both. */
function sharedLetters(
  olds: readonly Cell[],
  nexts: readonly Cell[],
  { sames }: Fit,
): readonly (readonly [Cell, Cell, number])[] {
  const found: (readonly [Cell, Cell, number])[] = []
  // Both versions are walked once: stretches that are the same follow each other in both.
  let [firstOld, firstNext] = [0, 0]
  for (const { old: o, next: n, length } of sames) {
    while ((olds[firstOld]?.to ?? Number.POSITIVE_INFINITY) <= o) firstOld++
    while ((nexts[firstNext]?.to ?? Number.POSITIVE_INFINITY) <= n) firstNext++
    for (let i = firstOld, j = firstNext; i < olds.length && j < nexts.length; ) {
      const [a, b] = [olds[i], nexts[j]] as [Cell, Cell]
      const from = Math.max(0, a.from - o, b.from - n)
      const to = Math.min(length, a.to - o, b.to - n)
      if (to > from) found.push([a, b, to - from])
      if (from >= length) break
      if (a.to - o < b.to - n) i++
      else j++
    }
  }
  return found
}
