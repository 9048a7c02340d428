import { pairsInOrder } from './order.js'
import type { Token } from './tokens.js'

/** Token ranges of the cells of a row. */
type Cells = readonly (readonly [from: number, to: number])[]

/** Columns of two tables that stand for each other; a column without a twin came or went, or stands elsewhere. */
interface ColumnPairs {
  /** By place in either table, ascending in both. */
  readonly pairs: readonly (readonly [a: number, b: number])[]
  /** False when the tables were too large to look at all their rows. */
  readonly precise: boolean
}

/** What a head that is the same is worth beside cells that are all the same, which are worth 1. */
const HEAD = 0.5

/** The share of the letters of the shorter column that two columns under different heads have in common. */
const LIKE = 1 / 3

/** Pairs of cells that are held against each other: two tables of 20 columns and 5,000 rows, about 50 ms. */
const CELLS = 2_000_000

/**
 * Pairs the columns of two tables in order, so that as many as can be are paired with one that has the same head or much the same cells.
 * `rows` are the cells of rows that stand for each other. Where not all of them can be looked at, the first are.
 */
export function pairColumns(
  a: readonly Token[],
  b: readonly Token[],
  rows: readonly (readonly [a: Cells, b: Cells])[],
): ColumnPairs {
  const width = (side: 0 | 1): number => rows.reduce((most, row) => Math.max(most, row[side].length), 0)
  const [columns, others] = [width(0), width(1)]
  const looked = rows.slice(0, Math.max(1, Math.floor(CELLS / Math.max(1, columns * others))))
  const shared = new Float64Array(columns * others)
  const heads = new Uint8Array(columns * others)
  const [left, right] = [new Float64Array(columns), new Float64Array(others)]
  for (const [at, [olds, nexts]] of looked.entries()) {
    const were = olds.map((cell) => wordsIn(a, cell))
    const are = nexts.map((cell) => wordsIn(b, cell))
    were.forEach(({ letters }, c) => {
      left[c] = (left[c] ?? 0) + letters
    })
    are.forEach(({ letters }, d) => {
      right[d] = (right[d] ?? 0) + letters
    })
    were.forEach((before, c) => {
      are.forEach((after, d) => {
        shared[c * others + d] = (shared[c * others + d] ?? 0) + common(before, after)
        if (at === 0 && before.letters > 0 && before.key === after.key) heads[c * others + d] = 1
      })
    })
  }
  const worth = (c: number, d: number): number => {
    const [own, other, both] = [left[c] as number, right[d] as number, shared[c * others + d] as number]
    const alike = own + other === 0 ? 1 : (2 * both) / (own + other)
    if (heads[c * others + d] === 1) return alike + HEAD
    return own + other === 0 || (both > 0 && both >= Math.min(own, other) * LIKE) ? alike : 0
  }
  return { pairs: pairsInOrder(columns, others, worth), precise: looked.length === rows.length }
}

interface CellWords {
  readonly key: string
  readonly letters: number
  readonly words: ReadonlyMap<string, number>
}

function wordsIn(tokens: readonly Token[], [from, to]: readonly [number, number]): CellWords {
  const words = new Map<string, number>()
  let letters = 0
  for (let i = from; i < to; i++) {
    const { key } = tokens[i] as Token
    words.set(key, (words.get(key) ?? 0) + 1)
    letters += key.length
  }
  return { key: [...words.keys()].join(' '), letters, words }
}

/** The letters of the words two cells have in common. */
function common(a: CellWords, b: CellWords): number {
  let letters = 0
  for (const [word, times] of a.words) letters += Math.min(times, b.words.get(word) ?? 0) * word.length
  return letters
}
