import { type Bag, idsOf } from '../compare/index.js'
import type { Corpus } from './features.js'

/** Pairs of items of different policies, `a` before `b`: a column for each end, for there are very many. */
export interface Pairs {
  readonly a: Int32Array
  readonly b: Int32Array
}

/** Shared weight, as a share of the lighter clause's words, from which two clauses are looked at. */
const LEAST = 0.1

/**
 * The most entries of the index one clause looks at, rare terms first. Some hundred policies hardly come near it; in a sector of a
 * thousand it keeps the work in proportion to their number, at the cost of counterparts that share only the commonest words.
 */
const BUDGET = 8_000

/** The best counterparts of each clause, where there are too many to measure all. */
export const FEW = 8

/** Pairs that are measured within some seconds: twenty-four policies of ninety sentences, of which every second may be a counterpart. */
const MOST_PAIRS = 1_000_000

/** As many of two policies: each of five hundred sentences that all may be counterparts. More of them say the same again and again, or are no policies. */
const MOST_OF_TWO = 300_000

/** Pairs, and the most counterparts of a clause that were looked for. */
export interface Candidates {
  readonly pairs: Pairs
  readonly limit: number
}

/**
 * Pairs of clauses worth measuring, found through an index from terms and topics to clauses, and all that were adapted from one template clause.
 * `limit` is the most counterparts a clause brings in, the best first; others may bring it into more. Where they would be too many, few are taken.
 */
export function candidates(corpus: Corpus, limit: number): Candidates {
  const policies = corpus.starts.length - 1
  const most = Math.min(MOST_PAIRS, (MOST_OF_TWO * policies * (policies - 1)) / 2)
  const pairs = pairsWithin(corpus, limit, limit > FEW ? most : Number.POSITIVE_INFINITY)
  return pairs ? { pairs, limit } : candidates(corpus, FEW)
}

/** The pairs, unless they are more than `most`. */
function pairsWithin(corpus: Corpus, limit: number, most: number): Pairs | undefined {
  const { features, starts } = corpus
  const n = features.length
  const postings = indexOf(
    features.map(({ bag }) => bag),
    corpus.names.length,
  )
  const byTopic = indexOf(
    features.map(({ topics }) => topics),
    corpus.topics.length,
  )
  const byMatter = indexOf(
    features.map(({ matters }) => matters),
    corpus.matters.length,
  )
  const adapted = origins(corpus)
  const totals = Float64Array.from(features, ({ bag }) => bag.total)
  const roots = totals.map((total) => Math.sqrt(total + 1))
  const shared = new Float64Array(n)
  const touched = new Int32Array(n)
  const best = new Best(limit)
  const found = new Named(n)
  for (let index = 0; index < n; index++) {
    const { bag, policy, clause, topics, matters } = features[index] as Corpus['features'][number]
    const from = starts[policy] as number
    const to = starts[policy + 1] as number
    const lists: { readonly list: Int32Array; readonly weight: number }[] = []
    for (const [{ ids, weights, from, to }, index] of [
      [bag, postings],
      [topics, byTopic],
      [matters, byMatter],
    ] as const)
      for (let at = from; at < to; at++)
        lists.push({ list: index[ids[at] as number] as Int32Array, weight: weights[at] as number })
    lists.sort((x, y) => x.list.length - y.list.length || x.weight - y.weight)
    let count = 0
    let looked = 0
    for (const { list, weight } of lists) {
      looked += list.length
      if (looked > BUDGET) break
      count = addShare(list, weight, shared, touched, count)
    }
    best.clear()
    found.begin(index)
    for (let i = 0; i < count; i++) {
      const other = touched[i] as number
      const weight = shared[other] as number
      shared[other] = 0
      if (other >= from && other < to) continue
      if (weight < LEAST * Math.min(bag.total, totals[other] as number)) continue
      best.offer(other, weight / (roots[other] as number))
    }
    for (const other of best.items) found.add(other)
    if (found.size > most) return undefined
    for (const other of adapted.get(clause.origin ?? '') ?? []) if (other < from || other >= to) found.add(other)
  }
  return found.pairs()
}

/** Gives each item of a list its share; those that had none yet are written behind the first `count` of `touched`. How many they are then. */
function addShare(list: Int32Array, share: number, shared: Float64Array, touched: Int32Array, count: number): number {
  let to = count
  const length = list.length
  for (let i = 0; i < length; i++) {
    const other = list[i] as number
    const before = shared[other] as number
    if (before === 0) touched[to++] = other
    shared[other] = before + share
  }
  return to
}

/** Pairs of items that one or both ends name, gathered item by item, ascending. */
class Named {
  /** The partners after each item, and those before it that named it. */
  readonly #after: number[][]
  readonly #before: number[][]
  /** By item, the one that last had it as a partner. */
  readonly #partnerOf: Int32Array
  #of = 0
  size = 0

  constructor(count: number) {
    this.#after = Array.from({ length: count }, () => [])
    this.#before = Array.from({ length: count }, () => [])
    this.#partnerOf = new Int32Array(count).fill(-1)
  }

  /** What is named from here on is named by this item. */
  begin(item: number): void {
    this.#of = item
    for (const other of this.#before[item] ?? []) this.#partnerOf[other] = item
    this.#before[item] = []
  }

  add(other: number): void {
    const item = this.#of
    if (this.#partnerOf[other] === item) return
    this.#partnerOf[other] = item
    this.size++
    if (other < item) this.#after[other]?.push(item)
    else {
      this.#after[item]?.push(other)
      this.#before[other]?.push(item)
    }
  }

  /** Each pair once, ascending. */
  pairs(): Pairs {
    const [a, b] = [new Int32Array(this.size), new Int32Array(this.size)]
    let from = 0
    for (const [item, others] of this.#after.entries()) {
      a.fill(item, from, from + others.length)
      b.set(others, from)
      b.subarray(from, from + others.length).sort()
      from += others.length
    }
    return { a, b }
  }
}

/** The clauses of each term. */
function indexOf(bags: readonly Bag[], count: number): readonly Int32Array[] {
  const lengths = new Int32Array(count)
  for (const bag of bags) for (const id of idsOf(bag)) lengths[id] = (lengths[id] ?? 0) + 1
  const postings = Array.from(lengths, (length) => new Int32Array(length))
  lengths.fill(0)
  for (const [index, bag] of bags.entries()) {
    for (const id of idsOf(bag)) {
      const at = lengths[id] as number
      lengths[id] = at + 1
      ;(postings[id] as Int32Array)[at] = index
    }
  }
  return postings
}

/** The clauses adapted from each template clause. */
function origins({ features }: Corpus): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>()
  for (const [index, { clause }] of features.entries()) {
    if (clause.origin === undefined) continue
    const list = found.get(clause.origin) ?? []
    list.push(index)
    found.set(clause.origin, list)
  }
  return found
}

/** Keeps the `limit` items of the greatest value; of equals the one that comes first in number. */
class Best {
  readonly items: number[] = []
  readonly #values: number[] = []
  readonly #limit: number

  constructor(limit: number) {
    this.#limit = limit
  }

  clear(): void {
    this.items.length = 0
    this.#values.length = 0
  }

  offer(item: number, value: number): void {
    const { items } = this
    if (this.#limit === Number.POSITIVE_INFINITY) {
      items.push(item)
      return
    }
    const values = this.#values
    let at = items.length
    if (at < this.#limit) at++
    else if (!this.#isBefore(item, value, at - 1)) return
    // The last falls out, or there is room for one more.
    for (at--; at > 0 && this.#isBefore(item, value, at - 1); at--) {
      items[at] = items[at - 1] as number
      values[at] = values[at - 1] as number
    }
    items[at] = item
    values[at] = value
  }

  #isBefore(item: number, value: number, at: number): boolean {
    const known = this.#values[at] as number
    return value > known || (value === known && item < (this.items[at] as number))
  }
}
