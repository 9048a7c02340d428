import { pairColumns } from './columns.js'
import { commonOnce } from './order.js'
import { cellsOf, hasBreaks, pairRows } from './rows.js'
import type { Token } from './tokens.js'

/** Token ranges that stand for each other, half-open; one of them may be empty. */
export interface Hunk {
  readonly a: readonly [from: number, to: number]
  readonly b: readonly [from: number, to: number]
}

interface WordDiff {
  readonly hunks: readonly Hunk[]
  /** False when the texts were too large to find the smallest difference. */
  readonly precise: boolean
}

/** Cells of the table for an exact comparison: two different texts of 2,000 words each, about 20 ms. */
const CELLS = 4_000_000

/**
 * The smallest difference between two texts, measured in the letters left unmatched, so that one long word is rather kept than two
 * commas. Of texts with rows, as tables have them, the rows are paired first, then their columns, then the words of each cell. Exact (dynamic
 * programming over the part that differs) up to a bound; beyond it the words that occur once on both sides divide the texts first, which
 * may mark more than needed, and is said.
 */
export function diffTokens(a: readonly Token[], b: readonly Token[]): WordDiff {
  const hunks: Hunk[] = []
  const precise = hasBreaks(a) && hasBreaks(b) ? differRows(a, b, hunks) : differ(a, b, 0, a.length, 0, b.length, hunks, true)
  return { hunks, precise }
}

function differRows(a: readonly Token[], b: readonly Token[], hunks: Hunk[]): boolean {
  const rows = pairRows(a, b)
  const paired = rows.pairs.map(([i, j]) => {
    const [left, right] = [rows.a[i] as Hunk['a'], rows.b[j] as Hunk['b']]
    return { left, right, olds: cellsOf(a, left), nexts: cellsOf(b, right) }
  })
  const columns = pairColumns(
    a,
    b,
    paired.map(({ olds, nexts }) => [olds, nexts]),
  )
  let precise = rows.precise && columns.precise
  const add = (hunk: Hunk): void => {
    if (hunk.a[0] === hunk.a[1] && hunk.b[0] === hunk.b[1]) return
    const last = hunks.at(-1)
    const touches = last?.a[1] === hunk.a[0] && last.b[1] === hunk.b[0]
    if (last && touches) hunks[hunks.length - 1] = { a: [last.a[0], hunk.a[1]], b: [last.b[0], hunk.b[1]] }
    else hunks.push(hunk)
  }
  let [atA, atB] = [0, 0]
  for (const { left, right, olds, nexts } of paired) {
    add({ a: [atA, left[0]], b: [atB, right[0]] })
    ;[atA, atB] = [left[0], right[0]]
    let first = true
    for (const [c, d] of columns.pairs) {
      const [cell, other] = [olds[c], nexts[d]]
      if (!cell || !other) continue
      // What stands between two pairs ends in a tab on both sides, which stays.
      const tab = first ? 0 : 1
      add({ a: [atA, cell[0] - tab], b: [atB, other[0] - tab] })
      first = false
      const inside: Hunk[] = []
      precise = differ(a, b, cell[0], cell[1], other[0], other[1], inside, true) && precise
      inside.forEach(add)
      ;[atA, atB] = [cell[1], other[1]]
    }
    const [endA, endB] = [(olds.at(-1) as Hunk['a'])[1], (nexts.at(-1) as Hunk['b'])[1]]
    const tab = !first && atA < endA && atB < endB ? 1 : 0
    add({ a: [atA + tab, endA], b: [atB + tab, endB] })
    ;[atA, atB] = [endA, endB]
    // The last row of a text has no line end: where only one of two rows has it, it came or went.
    if (atA < left[1] && atB < right[1]) [atA, atB] = [left[1], right[1]]
  }
  add({ a: [atA, a.length], b: [atB, b.length] })
  return precise
}

function differ(
  a: readonly Token[],
  b: readonly Token[],
  fromA: number,
  toA: number,
  fromB: number,
  toB: number,
  hunks: Hunk[],
  divisible: boolean,
): boolean {
  let [a0, a1, b0, b1] = [fromA, toA, fromB, toB]
  while (a0 < a1 && b0 < b1 && a[a0]?.key === b[b0]?.key) {
    a0++
    b0++
  }
  while (a0 < a1 && b0 < b1 && a[a1 - 1]?.key === b[b1 - 1]?.key) {
    a1--
    b1--
  }
  if (a0 === a1 && b0 === b1) return true
  if (a0 === a1 || b0 === b1) {
    hunks.push({ a: [a0, a1], b: [b0, b1] })
    return true
  }
  if ((a1 - a0) * (b1 - b0) <= CELLS) {
    exact(a, b, a0, a1, b0, b1, hunks)
    return true
  }
  const anchors = divisible ? commonOnce(a, b, a0, a1, b0, b1) : []
  if (anchors.length === 0) {
    hunks.push({ a: [a0, a1], b: [b0, b1] })
    return false
  }
  for (const [i, j] of [...anchors, [a1, b1] as const]) {
    differ(a, b, a0, i, b0, j, hunks, i < a1)
    a0 = i + 1
    b0 = j + 1
  }
  return false
}

/** Which way a place was reached, one bit for each. */
const SKIP_A = 1
const SKIP_B = 2

/** How far from the diagonal two texts that are nearly the same are compared at first, as a share of the table; and how large it must be for that. */
const NEAR = 1 / 16
const LARGE = 65_536

function exact(a: readonly Token[], b: readonly Token[], a0: number, a1: number, b0: number, b1: number, hunks: Hunk[]): void {
  const [rows, columns] = [a1 - a0, b1 - b0]
  const keys = new Map<string, number>()
  const intern = ({ key }: Token): number => {
    const known = keys.get(key)
    if (known === undefined) keys.set(key, keys.size)
    return known ?? keys.size - 1
  }
  const left = Int32Array.from({ length: rows }, (_, i) => intern(a[a0 + i] as Token))
  const right = Int32Array.from({ length: columns }, (_, j) => intern(b[b0 + j] as Token))
  const weights = Int32Array.from({ length: rows }, (_, i) => {
    const { from, to, key } = a[a0 + i] as Token
    return Math.max(1, Math.min(to - from, key.length))
  })
  const table = { left, right, weights }
  const reach = Math.floor(Math.min(rows, columns) * NEAR)
  const near = rows * columns < LARGE ? undefined : matched(table, reach)
  // What goes further from the diagonal leaves so many tokens unmatched, at best the lightest.
  const isSurely = near !== undefined && near.letters > sumOf(weights) - sumOf(weights.toSorted().subarray(0, reach + 1))
  const { pairs } = isSurely ? near : matched(table, rows + columns)
  let [startA, startB] = [0, 0]
  for (const [i, j] of [...pairs, [rows, columns] as const]) {
    if (i > startA || j > startB) hunks.push({ a: [a0 + startA, a0 + i], b: [b0 + startB, b0 + j] })
    ;[startA, startB] = [i + 1, j + 1]
  }
}

const sumOf = (numbers: Int32Array): number => numbers.reduce((sum, each) => sum + each, 0)

interface Table {
  readonly left: Int32Array
  readonly right: Int32Array
  readonly weights: Int32Array
}

/** The pairs of equal tokens with the most letters, of those no further than `reach` from the way from the first of both to the last of both. */
function matched(
  { left, right, weights }: Table,
  reach: number,
): { readonly pairs: [number, number][]; readonly letters: number } {
  const [rows, columns] = [left.length, right.length]
  const [least, most] = [Math.min(0, columns - rows) - reach, Math.max(0, columns - rows) + reach]
  const width = Math.min(columns, most - least + 1)
  const startOf = (i: number): number => Math.max(0, i + least)
  const step = new Uint8Array(rows * width)
  // score[j]: the most letters matched between the rows from i on and the columns from j on.
  let below = new Int32Array(columns + 1)
  let score = new Int32Array(columns + 1)
  for (let i = rows - 1; i >= 0; i--) {
    const [token, weight] = [left[i] as number, weights[i] as number]
    const start = startOf(i)
    const end = Math.min(columns, i + most + 1)
    const row = i * width - start
    score[end] = end === columns ? 0 : OUTSIDE
    for (let j = end - 1; j >= start; j--) {
      const skipA = below[j] as number
      const skipB = score[j + 1] as number
      let best = skipA
      let how = SKIP_A
      if (skipB > best) {
        best = skipB
        how = SKIP_B
      }
      if (right[j] === token && (below[j + 1] as number) + weight >= best) {
        best = (below[j + 1] as number) + weight
        how = 0
      }
      score[j] = best
      step[row + j] = how
    }
    if (start > 0) score[start - 1] = OUTSIDE
    ;[below, score] = [score, below]
  }
  const pairs: [number, number][] = []
  for (let [i, j] = [0, 0]; i < rows && j < columns; ) {
    const how = step[i * width - startOf(i) + j]
    if (how === 0) pairs.push([i, j])
    if (how !== SKIP_B) i++
    if (how !== SKIP_A) j++
  }
  return { pairs, letters: below[0] as number }
}

/** Less than anything that is matched. */
const OUTSIDE = -1
