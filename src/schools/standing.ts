import type { Candidate } from './candidates.js'
import { nearness, probability, type Standing } from './score.js'

/** Probability from which a candidate can be half of a way through a third policy. */
const LIKELY = 0.15

/**
 * Where each candidate stands: against the best of its ends in the other policy, and with those of third policies. `policyOf` gives the
 * policy of each item, ascending; `sums` are the log odds of the candidates by themselves.
 */
export function standings(
  policyOf: readonly number[],
  pairs: readonly Candidate[],
  sums: Float64Array,
): (index: number) => Standing {
  const n = policyOf.length
  const policies = n === 0 ? 0 : (policyOf.at(-1) as number) + 1
  const best = new Map<number, number>()
  for (const [index, [a, b]] of pairs.entries()) {
    const sum = sums[index] as number
    for (const key of [a * policies + (policyOf[b] as number), b * policies + (policyOf[a] as number)]) {
      const known = best.get(key)
      if (known === undefined || sum > known) best.set(key, sum)
    }
  }
  const partners = new Partners(n, pairs, sums)
  return (index) => {
    const [a, b] = pairs[index] as Candidate
    const sum = sums[index] as number
    const nearA = nearness(sum, best.get(a * policies + (policyOf[b] as number)) as number)
    const nearB = nearness(sum, best.get(b * policies + (policyOf[a] as number)) as number)
    return { both: Math.min(nearA, nearB), one: Math.max(nearA, nearB), third: partners.through(a, b) }
  }
}

/** The items each item may be a pair with, ascending, and how likely: those of an item stand in a row from its place in `starts` on. */
class Partners {
  readonly #starts: Int32Array
  readonly #items: Int32Array
  readonly #likely: Float64Array

  constructor(n: number, pairs: readonly Candidate[], sums: Float64Array) {
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
}
