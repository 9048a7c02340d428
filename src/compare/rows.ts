import { append } from '../model/index.js'
import { eachShared } from './ascending.js'
import { commonOnce, pairsInOrder } from './order.js'
import type { Token } from './tokens.js'

/** Token ranges of one row or cell, half-open; a row ends in its line end, a cell without its tab. */
type Range = readonly [from: number, to: number]

/** Rows of both texts that stand for each other; a row without a twin came or went. */
interface RowPairs {
  readonly a: readonly Range[]
  readonly b: readonly Range[]
  /** By place in `a` and `b`, ascending in both. */
  readonly pairs: readonly (readonly [a: number, b: number])[]
  /** False when there were too many rows to hold all against each other. */
  readonly precise: boolean
}

/** Whether a text has rows or cells. */
export const hasBreaks = (tokens: readonly Token[]): boolean => tokens.some(({ kind }) => kind === 'break')

/** The ranges of a text between the given breaks, each with (`closed`) or without the break behind it. */
function parted(tokens: readonly Token[], [from, to]: Range, mark: string, closed: boolean): Range[] {
  const parts: Range[] = []
  let start = from
  for (let i = from; i < to; i++) {
    const { kind, key } = tokens[i] as Token
    if (kind !== 'break' || key !== mark) continue
    parts.push([start, closed ? i + 1 : i])
    start = i + 1
  }
  return start < to || !closed ? [...parts, [start, to]] : parts
}

/** The cells of a row: the ranges between its tabs, without its line end. */
export function cellsOf(tokens: readonly Token[], [from, to]: Range): readonly Range[] {
  const last = tokens[to - 1]
  return parted(tokens, [from, last?.kind === 'break' && last.key === '\n' ? to - 1 : to], '\t', false)
}

/** Letters a row is worth beyond those it shares when its first cell is the same: a row of a table is known by it. */
const HEAD = 8

/** Steps of holding rows against each other: two tables of 600 rows with ten words each, about 30 ms. */
const STEPS = 8_000_000

interface TableRowTokens {
  /** All words of the row. */
  readonly key: string
  readonly head: string
  readonly letters: number
  /** Its words as numbers, ascending. */
  readonly words: Int32Array
}

/**
 * Pairs the rows of two texts in order, so that rows that are the same stand together and then those that share most letters. Rows that
 * share less than half of the shorter one and do not begin alike are no pair. Beyond a bound the rows that occur once on both sides divide
 * the texts first.
 */
export function pairRows(a: readonly Token[], b: readonly Token[]): RowPairs {
  const [left, right] = [parted(a, [0, a.length], '\n', true), parted(b, [0, b.length], '\n', true)]
  const letters: number[] = []
  const numbers = new Map<string, number>()
  const rowOf = (tokens: readonly Token[], range: Range): TableRowTokens => {
    const words: number[] = []
    for (const { key, kind, from, to } of tokens.slice(...range)) {
      if (kind === 'break') continue
      let number = numbers.get(key)
      if (number === undefined) {
        numbers.set(key, (number = numbers.size))
        letters.push(Math.max(1, Math.min(to - from, key.length)))
      }
      words.push(number)
    }
    const cells = cellsOf(tokens, range).map((cell) =>
      tokens
        .slice(...cell)
        .map(({ key }) => key)
        .join(' '),
    )
    return {
      key: cells.join('\t'),
      head: cells[0] ?? '',
      letters: words.reduce((sum, word) => sum + (letters[word] ?? 0), 0),
      words: Int32Array.from(words).sort(),
    }
  }
  const olds = left.map((range) => rowOf(a, range))
  const nexts = right.map((range) => rowOf(b, range))
  const pairs: (readonly [number, number])[] = []
  const precise = pairBetween({ a: olds, b: nexts, letters, pairs }, [0, olds.length], [0, nexts.length], true)
  return { a: left, b: right, pairs, precise }
}

/** The rows of both texts, the letters of each word, and the pairs that were found. */
interface Pairing {
  readonly a: readonly TableRowTokens[]
  readonly b: readonly TableRowTokens[]
  readonly letters: readonly number[]
  readonly pairs: (readonly [number, number])[]
}

function pairBetween(pairing: Pairing, [a0, a1]: Range, [b0, b1]: Range, divisible: boolean): boolean {
  const { a, b, pairs } = pairing
  let [i, j, m, n] = [a0, b0, a1, b1]
  while (i < m && j < n && a[i]?.key === b[j]?.key) pairs.push([i++, j++])
  const tail: (readonly [number, number])[] = []
  while (i < m && j < n && a[m - 1]?.key === b[n - 1]?.key) tail.push([--m, --n])
  const count = (rows: readonly TableRowTokens[], from: number, to: number) =>
    rows.slice(from, to).reduce((sum, { words }) => sum + words.length + 1, 0)
  const precise = count(a, i, m) * (n - j) + count(b, j, n) * (m - i) <= STEPS
  if (precise) pairAll(pairing, [i, m], [j, n])
  else if (divisible) {
    const anchors = commonOnce(a, b, i, m, j, n)
    for (const [x, y] of [...anchors, [m, n] as const]) {
      pairBetween(pairing, [i, x], [j, y], false)
      if (x < m) pairs.push([x, y])
      ;[i, j] = [x + 1, y + 1]
    }
  }
  append(pairs, tail.reverse())
  return precise
}

function pairAll({ a, b, letters, pairs }: Pairing, [a0, a1]: Range, [b0, b1]: Range): void {
  const worth = (i: number, j: number): number => likeness(a[a0 + i] as TableRowTokens, b[b0 + j] as TableRowTokens, letters)
  append(
    pairs,
    pairsInOrder(a1 - a0, b1 - b0, worth).map(([i, j]) => [a0 + i, b0 + j] as const),
  )
}

/** The letters of the words two rows share, and something for a first cell that is the same; 0 for rows that are no pair. */
function likeness(a: TableRowTokens, b: TableRowTokens, letters: readonly number[]): number {
  let shared = 0
  eachShared(a.words, b.words, (i) => {
    shared += letters[a.words[i] ?? -1] ?? 0
  })
  if (a.key === b.key || (a.head !== '' && a.head === b.head)) return shared + HEAD
  return 2 * shared >= Math.min(a.letters, b.letters) ? shared : 0
}
