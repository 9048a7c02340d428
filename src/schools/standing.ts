import type { Candidate } from './candidates.js'
import { nearness, probability, type Standing } from './score.js'

/** Probability from which a candidate can be half of a way through a third policy, or stand beside another. */
const LIKELY = 0.15
/** How many items away a pair still stands beside another, and what is left of it for each item further. */
const REACH = 2
const FURTHER = 0.8

/** The places of candidates among the others, and how far these say anything. */
export interface Standings {
  readonly of: (index: number) => Standing
  /** 0 where the items of the two policies have many counterparts alike, so that being the best says nothing, 1 where they have one. */
  readonly clarity: (index: number) => number
}

/** Counterparts alike at which the best one begins to say less, and at which it says nothing. */
const FEW_ALIKE = 2.4
const MANY_ALIKE = 2.8

/**
 * Where each candidate stands: against the best of its ends in the other policy, with those of third policies, and with those of the items
 * before and after its ends. `policyOf` gives the policy of each item, ascending; `sums` are the log odds of the candidates.
 */
export function standings(policyOf: readonly number[], pairs: readonly Candidate[], sums: Float64Array): Standings {
  const n = policyOf.length
  const policies = n === 0 ? 0 : (policyOf.at(-1) as number) + 1
  const best = new Map<number, number>()
  const keyOf = (item: number, other: number): number => item * policies + (policyOf[other] as number)
  const offer = (key: number, sum: number): void => {
    const known = best.get(key)
    if (known === undefined || sum > known) best.set(key, sum)
  }
  for (let index = 0; index < pairs.length; index++) {
    const [a, b] = pairs[index] as Candidate
    offer(keyOf(a, b), sums[index] as number)
    offer(keyOf(b, a), sums[index] as number)
  }
  const partners = new Partners(policyOf, pairs, sums)
  const of = (index: number): Standing => {
    const [a, b] = pairs[index] as Candidate
    const sum = sums[index] as number
    const nearA = nearness(sum, best.get(keyOf(a, b)) as number)
    const nearB = nearness(sum, best.get(keyOf(b, a)) as number)
    return {
      both: Math.min(nearA, nearB),
      one: Math.max(nearA, nearB),
      third: partners.through(a, b),
      beside: partners.beside(a, b),
    }
  }
  let alike: ReadonlyMap<number, number> | undefined
  const clarity = (index: number): number => {
    alike ??= alikeOf(policyOf, pairs, sums, best)
    const [a, b] = pairs[index] as Candidate
    const count = alike.get((policyOf[a] as number) * policies + (policyOf[b] as number)) ?? 1
    return Math.min(1, Math.max(0, (MANY_ALIKE - count) / (MANY_ALIKE - FEW_ALIKE)))
  }
  return { of, clarity }
}

/** By pair of policies, how many counterparts an item that has a likely one has there, in units of that one. */
function alikeOf(
  policyOf: readonly number[],
  pairs: readonly Candidate[],
  sums: Float64Array,
  best: ReadonlyMap<number, number>,
): ReadonlyMap<number, number> {
  const policies = (policyOf.at(-1) as number) + 1
  const [all, most] = [new Map<number, number>(), new Map<number, number>()]
  const add = (to: Map<number, number>, key: number, value: number): void => void to.set(key, (to.get(key) ?? 0) + value)
  const told = new Set<number>()
  for (const [index, [a, b]] of pairs.entries()) {
    const [p, q] = [policyOf[a] as number, policyOf[b] as number]
    for (const key of [a * policies + q, b * policies + p]) {
      const top = probability(best.get(key) as number)
      if (top < LIKELY) continue
      add(all, p * policies + q, probability(sums[index] as number))
      if (!told.has(key)) add(most, p * policies + q, top)
      told.add(key)
    }
  }
  return new Map([...all].map(([key, sum]) => [key, sum / (most.get(key) as number)]))
}

/** The items each item may be a pair with, ascending, and how likely: those of an item stand in a row from its place in `starts` on. */
class Partners {
  readonly #policyOf: readonly number[]
  readonly #starts: Int32Array
  readonly #items: Int32Array
  readonly #likely: Float64Array

  constructor(policyOf: readonly number[], pairs: readonly Candidate[], sums: Float64Array) {
    const n = policyOf.length
    const likely = sums.map(probability)
    const starts = new Int32Array(n + 1)
    const kept: number[] = []
    for (const [index, [a, b]] of pairs.entries()) {
      if ((likely[index] as number) < LIKELY) continue
      kept.push(index)
      starts[a + 1] = (starts[a + 1] as number) + 1
      starts[b + 1] = (starts[b + 1] as number) + 1
    }
    for (let item = 0; item < n; item++) starts[item + 1] = (starts[item + 1] as number) + (starts[item] as number)
    const list = (): Int32Array => new Int32Array(2 * kept.length)
    // Put with the one they go with, then each with those that named it: the second time they come in order.
    const [named, by] = [list(), list()]
    const [items, of] = [list(), list()]
    const place = (into: Int32Array, beside: Int32Array) => {
      const next = starts.slice()
      return (item: number, other: number, index: number): void => {
        const at = next[item] as number
        next[item] = at + 1
        into[at] = other
        beside[at] = index
      }
    }
    const first = place(named, by)
    for (const index of kept) {
      const [a, b] = pairs[index] as Candidate
      first(a, b, index)
      first(b, a, index)
    }
    const second = place(items, of)
    for (let item = 0; item < n; item++)
      for (let at = starts[item] as number; at < (starts[item + 1] as number); at++)
        second(named[at] as number, item, by[at] as number)
    this.#policyOf = policyOf
    this.#starts = starts
    this.#items = items
    this.#likely = Float64Array.from(of, (index) => likely[index] as number)
  }

  /** How likely the likeliest item is that both may be a pair with: a pair is of two policies, so never one of the two's own. */
  through(one: number, other: number): number {
    const [starts, items, likely] = [this.#starts, this.#items, this.#likely]
    let [i, j, most] = [starts[one] as number, starts[other] as number, 0]
    const [endI, endJ] = [starts[one + 1] as number, starts[other + 1] as number]
    while (i < endI && j < endJ) {
      const [x, y] = [items[i] as number, items[j] as number]
      if (x === y) most = Math.max(most, Math.min(likely[i] as number, likely[j] as number))
      if (x <= y) i++
      if (x >= y) j++
    }
    return most
  }

  /** How likely the likeliest pair of the items just before is, and of those just after: the further from either, the less it counts. */
  beside(one: number, other: number): number {
    return this.#onSide(one, other, -1) + this.#onSide(one, other, 1)
  }

  #onSide(one: number, other: number, side: 1 | -1): number {
    const policyOf = this.#policyOf
    let most = 0
    for (let d = 1; d <= REACH && policyOf[one + side * d] === policyOf[one]; d++) {
      for (let e = 1; e <= REACH && policyOf[other + side * e] === policyOf[other]; e++) {
        most = Math.max(most, this.#of(one + side * d, other + side * e) * FURTHER ** (d + e - 2))
      }
    }
    return most
  }

  /** How likely two items are a pair, 0 where that is not likely. */
  #of(one: number, other: number): number {
    let [low, high] = [this.#starts[one] as number, (this.#starts[one + 1] as number) - 1]
    while (low <= high) {
      const middle = (low + high) >> 1
      const item = this.#items[middle] as number
      if (item === other) return this.#likely[middle] as number
      if (item < other) low = middle + 1
      else high = middle - 1
    }
    return 0
  }
}
