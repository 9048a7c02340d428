import type { Pairs } from './candidates.js'
import { nearness, type PairStanding, probability } from './score.js'

/** Probability from which a candidate can be half of a way through a third policy, or stand beside another. */
const LIKELY = 0.15
/** How many items away a pair still stands beside another, and what is left of it for each item further. */
const REACH = 2
const FURTHER = 0.8

/** Counterparts alike at which the best one begins to say less, and at which it says nothing. */
const FEW_ALIKE = 2.4
const MANY_ALIKE = 2.8

/** Pairs of items of several policies, in which it can be looked again where each stands. */
export class PairPlaces {
  readonly #policyOf: readonly number[]
  readonly #pairs: Pairs
  /** For each end of each pair, the number of the item with the policy of the other end: two in a row for a pair. */
  readonly #seats: Numbers
  /** For each pair, the number of the two policies. */
  readonly #between: Numbers

  /** `policyOf` gives the policy of each item, ascending. */
  constructor(policyOf: readonly number[], pairs: Pairs) {
    this.#policyOf = policyOf
    this.#pairs = pairs
    const policies = (policyOf.at(-1) ?? -1) + 1
    const { a, b } = pairs
    // No function for each end of so many: until V8 optimises it, to call it takes longer than what it gives.
    const ends = new Float64Array(2 * a.length)
    const sides = new Float64Array(a.length)
    for (let index = 0; index < a.length; index++) {
      const one = a[index] as number
      const other = b[index] as number
      const ours = policyOf[one] as number
      const theirs = policyOf[other] as number
      ends[2 * index] = one * policies + theirs
      ends[2 * index + 1] = other * policies + ours
      sides[index] = ours * policies + theirs
    }
    this.#seats = numbered(ends, policyOf.length * policies)
    this.#between = numbered(sides, policies * policies)
  }

  /**
   * Where each pair stands: against the best of its ends in the other policy, with those of third policies, and with those of the items
   * before and after its ends. `sums` are the log odds of the pairs.
   */
  standings(sums: Float64Array): (index: number) => PairStanding {
    const pairs = this.#pairs
    const seats = this.#seats.of
    const best = this.#best(sums)
    const partners = new Partners(this.#policyOf, pairs, sums)
    return (index) => {
      const a = pairs.a[index] as number
      const b = pairs.b[index] as number
      const sum = sums[index] as number
      const nearA = nearness(sum, best[seats[2 * index] as number] as number)
      const nearB = nearness(sum, best[seats[2 * index + 1] as number] as number)
      return {
        both: Math.min(nearA, nearB),
        one: Math.max(nearA, nearB),
        third: partners.through(a, b),
        beside: partners.beside(a, b),
      }
    }
  }

  /** 0 where the items of the two policies of a pair have many counterparts alike, so that being the best says nothing, 1 where they have one. */
  clarity(sums: Float64Array): Float64Array {
    const alike = this.#alike(sums)
    const between = this.#between.of
    const clear = alike.map((count) => Math.min(1, Math.max(0, (MANY_ALIKE - count) / (MANY_ALIKE - FEW_ALIKE))))
    const found = new Float64Array(between.length)
    for (let index = 0; index < found.length; index++) found[index] = clear[between[index] as number] as number
    return found
  }

  #best(sums: Float64Array): Float64Array {
    const { of: seats, count } = this.#seats
    const best = new Float64Array(count).fill(Number.NEGATIVE_INFINITY)
    for (let end = 0; end < seats.length; end++) {
      const sum = sums[end >> 1] as number
      const seat = seats[end] as number
      if (sum > (best[seat] as number)) best[seat] = sum
    }
    return best
  }

  /** By pair of policies, how many counterparts an item that has a likely one has there, in units of that one; 1 where none has. */
  #alike(sums: Float64Array): Float64Array {
    const { of: seats, count } = this.#seats
    const tops = this.#best(sums).map(probability)
    const [all, most] = [new Float64Array(this.#between.count), new Float64Array(this.#between.count)]
    const told = new Uint8Array(count)
    for (let end = 0; end < seats.length; end++) {
      const seat = seats[end] as number
      const top = tops[seat] as number
      if (top < LIKELY) continue
      const at = this.#between.of[end >> 1] as number
      all[at] = (all[at] as number) + probability(sums[end >> 1] as number)
      if (told[seat] === 0) most[at] = (most[at] as number) + top
      told[seat] = 1
    }
    return all.map((sum, at) => (most[at] === 0 ? 1 : sum / (most[at] as number)))
  }
}

/** Things numbered from 0 on, those of one key alike. */
interface Numbers {
  readonly of: Int32Array
  readonly count: number
}

/** Keys below this many have a list of their own; more, and most of them would stand for nothing. */
const LISTED = 1 << 20

/** Numbers things by their keys, which are below a number. */
function numbered(keys: Float64Array, below: number): Numbers {
  const of = new Int32Array(keys.length)
  let count = 0
  if (below <= LISTED) {
    // From 1 on, for 0 is what stands in a new list.
    const known = new Int32Array(below)
    for (let thing = 0; thing < keys.length; thing++) {
      const key = keys[thing] as number
      let number = known[key] as number
      if (number === 0) known[key] = number = ++count
      of[thing] = number - 1
    }
    return { of, count }
  }
  const known = new Map<number, number>()
  for (let thing = 0; thing < keys.length; thing++) {
    const key = keys[thing] as number
    let number = known.get(key)
    if (number === undefined) known.set(key, (number = count++))
    of[thing] = number
  }
  return { of, count }
}

/** The items each item may be a pair with, ascending, and how likely: those of an item stand in a row from its place in `starts` on. */
class Partners {
  readonly #policyOf: readonly number[]
  readonly #starts: Int32Array
  readonly #items: Int32Array
  readonly #likely: Float64Array

  constructor(policyOf: readonly number[], pairs: Pairs, sums: Float64Array) {
    const n = policyOf.length
    const starts = new Int32Array(n + 1)
    // The pairs that are likely, and how likely they are.
    const [kept, likely] = [new Int32Array(sums.length), new Float64Array(sums.length)]
    let count = 0
    for (let index = 0; index < sums.length; index++) {
      const chance = probability(sums[index] as number)
      if (chance < LIKELY) continue
      kept[count] = index
      likely[count++] = chance
      const a = pairs.a[index] as number
      const b = pairs.b[index] as number
      starts[a + 1] = (starts[a + 1] ?? 0) + 1
      starts[b + 1] = (starts[b + 1] ?? 0) + 1
    }
    for (let item = 0; item < n; item++) starts[item + 1] = (starts[item + 1] ?? 0) + (starts[item] as number)
    const list = (): Int32Array => new Int32Array(2 * count)
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
    for (let at = 0; at < count; at++) {
      const index = kept[at] as number
      const a = pairs.a[index] as number
      const b = pairs.b[index] as number
      first(a, b, at)
      first(b, a, at)
    }
    const second = place(items, of)
    for (let item = 0; item < n; item++)
      for (let at = starts[item] as number; at < (starts[item + 1] as number); at++)
        second(named[at] as number, item, by[at] as number)
    this.#policyOf = policyOf
    this.#starts = starts
    this.#items = items
    this.#likely = new Float64Array(of.length)
    for (let at = 0; at < of.length; at++) this.#likely[at] = likely[of[at] as number] as number
  }

  /** How likely the likeliest item is that both may be a pair with: a pair is of two policies, so never one of the two's own. */
  through(one: number, other: number): number {
    const starts = this.#starts
    const items = this.#items
    const likely = this.#likely
    let i = starts[one] as number
    let j = starts[other] as number
    let most = 0
    const endI = starts[one + 1] as number
    const endJ = starts[other + 1] as number
    while (i < endI && j < endJ) {
      const x = items[i] as number
      const y = items[j] as number
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
    let low = this.#starts[one] as number
    let high = (this.#starts[one + 1] as number) - 1
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
