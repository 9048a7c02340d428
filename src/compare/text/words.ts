import type { Token } from './tokens.js'

/** Token ranges that stand for each other, half-open; one of them may be empty. */
export interface Hunk {
  readonly a: readonly [from: number, to: number]
  readonly b: readonly [from: number, to: number]
}

export interface WordDiff {
  readonly hunks: readonly Hunk[]
  /** False when the texts were too large to find the smallest difference. */
  readonly precise: boolean
}

/** Cells of the table for an exact comparison: two different texts of 2,000 words each, about 20 ms. */
const CELLS = 4_000_000

/**
 * The smallest difference between two texts, measured in the letters left unmatched, so that one long word is rather kept than two
 * commas. Exact (dynamic programming over the part that differs) up to a bound; beyond it the words that occur once on both sides
 * divide the texts first, which may mark more than needed, and is said.
 */
export function diffTokens(a: readonly Token[], b: readonly Token[]): WordDiff {
  const hunks: Hunk[] = []
  const precise = differ(a, b, 0, a.length, 0, b.length, hunks, true)
  return { hunks, precise }
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

/** What a word at the head of a row is worth beyond its letters: a row of a table is known by its first cell. */
const HEAD = 8

const SKIP_A = 1
const SKIP_B = 2

function exact(a: readonly Token[], b: readonly Token[], a0: number, a1: number, b0: number, b1: number, hunks: Hunk[]): void {
  const rows = a1 - a0
  const columns = b1 - b0
  const keys = new Map<string, number>()
  const intern = (token: Token | undefined): number => {
    const key = token?.key ?? ''
    const known = keys.get(key)
    if (known !== undefined) return known
    keys.set(key, keys.size)
    return keys.size - 1
  }
  const right = Int32Array.from({ length: columns }, (_, j) => intern(b[b0 + j]))
  const step = new Uint8Array(rows * columns)
  // score[j]: the most letters matched between the rows from i on and the columns from j on.
  let below = new Int32Array(columns + 1)
  let score = new Int32Array(columns + 1)
  for (let i = rows - 1; i >= 0; i--) {
    const token = a[a0 + i] as Token
    const left = intern(token)
    const letters = Math.max(1, Math.min(token.to - token.from, token.key.length))
    const weight = a[a0 + i - 1]?.key === '\n' ? letters + HEAD : letters
    const row = i * columns
    score[columns] = 0
    for (let j = columns - 1; j >= 0; j--) {
      const skipA = below[j] as number
      const skipB = score[j + 1] as number
      let best = skipA
      let how = SKIP_A
      if (skipB > best) {
        best = skipB
        how = SKIP_B
      }
      if (right[j] === left && (below[j + 1] as number) + weight >= best) {
        best = (below[j + 1] as number) + weight
        how = 0
      }
      score[j] = best
      step[row + j] = how
    }
    ;[below, score] = [score, below]
  }
  let i = 0
  let j = 0
  let [startA, startB] = [0, 0]
  const close = () => {
    if (i > startA || j > startB) hunks.push({ a: [a0 + startA, a0 + i], b: [b0 + startB, b0 + j] })
  }
  while (i < rows && j < columns) {
    const how = step[i * columns + j]
    if (how === SKIP_A) i++
    else if (how === SKIP_B) j++
    else {
      close()
      i++
      j++
      startA = i
      startB = j
    }
  }
  i = rows
  j = columns
  close()
}

/** Pairs of tokens that occur once in either range, in an order common to both. */
function commonOnce(
  a: readonly Token[],
  b: readonly Token[],
  a0: number,
  a1: number,
  b0: number,
  b1: number,
): [number, number][] {
  const once = (tokens: readonly Token[], from: number, to: number): Map<string, number> => {
    const places = new Map<string, number>()
    for (let i = from; i < to; i++) {
      const key = tokens[i]?.key ?? ''
      places.set(key, places.has(key) ? -1 : i)
    }
    return places
  }
  const inB = once(b, b0, b1)
  const pairs: [number, number][] = []
  for (const [key, i] of once(a, a0, a1)) {
    const j = inB.get(key)
    if (i >= 0 && j !== undefined && j >= 0) pairs.push([i, j])
  }
  const kept = longestIncreasing(
    pairs.map(([, j]) => j),
    () => 1,
  )
  return kept.map((k) => pairs[k] as [number, number])
}

/**
 * Positions of the increasing subsequence of distinct values with the greatest total weight, ascending. A Fenwick tree of maxima over
 * the ranks of the values: O(n log n).
 */
export function longestIncreasing(values: readonly number[], weight: (position: number) => number): number[] {
  const ranks = new Map([...values].sort((x, y) => x - y).map((value, rank) => [value, rank + 1]))
  const best = new Float64Array(values.length + 1)
  const last = new Int32Array(values.length + 1).fill(-1)
  const before = new Int32Array(values.length).fill(-1)
  let end = -1
  let most = -1
  values.forEach((value, position) => {
    const rank = ranks.get(value) ?? 0
    let total = 0
    for (let r = rank - 1; r > 0; r -= r & -r) {
      if ((best[r] as number) > total) {
        total = best[r] as number
        before[position] = last[r] as number
      }
    }
    total += weight(position)
    for (let r = rank; r <= values.length; r += r & -r) {
      if (total > (best[r] as number)) {
        best[r] = total
        last[r] = position
      }
    }
    if (total > most) {
      most = total
      end = position
    }
  })
  const kept: number[] = []
  for (let position = end; position >= 0; position = before[position] as number) kept.push(position)
  return kept.reverse()
}
