/** Terms with a factor each: a stretch of two long lists, numbers of terms ascending and factors beside them, in half the room of a number. */
export interface WeighedTerms {
  readonly ids: Int32Array
  readonly weights: Float32Array
  readonly from: number
  readonly to: number
}

/** A set of weighted terms, with the sum of their weights. */
export interface Bag extends WeighedTerms {
  readonly total: number
}

/** The numbers of the terms of a bag, ascending. */
export const idsOf = ({ ids, from, to }: WeighedTerms): Int32Array => ids.subarray(from, to)

/** A bag of its own lists. */
export const bagOf = (ids: Int32Array, weights: Float32Array): Bag => ({
  ids,
  weights,
  from: 0,
  to: ids.length,
  total: weights.reduce((sum, weight) => sum + weight, 0),
})

/** More than the terms of any clause. */
const PLACES = 1 << 20

/** Entries that are held in a row. A list of its own for each of a million short bags would be ten times what stands in it. */
const ROOM = 1 << 14

/** Long lists that many stretches are parts of. */
class Store {
  #ids = new Int32Array(0)
  #weights = new Float32Array(0)
  #at = 0

  /** Room for so many entries, of which `keep` says how many are used. */
  room(count: number): WeighedTerms {
    if (this.#at + count > this.#ids.length) {
      this.#ids = new Int32Array(Math.max(ROOM, count))
      this.#weights = new Float32Array(this.#ids.length)
      this.#at = 0
    }
    return { ids: this.#ids, weights: this.#weights, from: this.#at, to: this.#at + count }
  }

  keep(count: number): void {
    this.#at += count
  }
}

/** Terms with a factor each, every term once. */
type Factors = Iterable<readonly [term: string, factor: number]>

/** Numbers texts and counts in how many clauses each stands. */
export class TermNumbering {
  readonly names: string[] = []
  readonly counts: number[] = []
  readonly #ids = new Map<string, number>()
  /** The terms of one clause while they are put in order. */
  readonly #row: number[] = []
  #keys = new Float64Array(64)
  readonly #counted = new Store()
  readonly #bags = new Store()

  /** The terms of a clause, counted for one more. */
  count(terms: Factors): WeighedTerms {
    return this.#stretch(terms, (term) => {
      const id = this.#ids.get(term)
      if (id !== undefined) {
        this.counts[id] = (this.counts[id] ?? 0) + 1
        return id
      }
      this.#ids.set(term, this.names.length)
      this.counts.push(1)
      return this.names.push(term) - 1
    })
  }

  /** Those of the terms that were counted. */
  find(terms: Factors): WeighedTerms {
    return this.#stretch(terms, (term) => this.#ids.get(term))
  }

  #stretch(terms: Factors, idOf: (term: string) => number | undefined): WeighedTerms {
    const factors = this.#row
    factors.length = 0
    let keys = this.#keys
    for (const [term, factor] of terms) {
      const id = idOf(term)
      if (id === undefined) continue
      const at = factors.push(factor) - 1
      if (at === keys.length) {
        this.#keys = new Float64Array(2 * at)
        this.#keys.set(keys)
        keys = this.#keys
      }
      // By number, each with its place in the row.
      keys[at] = id * PLACES + at
    }
    const count = factors.length
    const ordered = keys.subarray(0, count).sort()
    const room = this.#counted.room(count)
    for (let at = 0; at < count; at++) {
      const key = ordered[at] as number
      const id = Math.floor(key / PLACES)
      room.ids[room.from + at] = id
      room.weights[room.from + at] = factors[key - id * PLACES] as number
    }
    this.#counted.keep(count)
    return room
  }

  /** The bag of terms with factors; `weight` gives the weight of a term from the number of clauses it stands in. Terms that weigh nothing are left out. */
  bag({ ids, weights: factors, from, to }: WeighedTerms, weight: (count: number, term: string) => number): Bag {
    const room = this.#bags.room(to - from)
    let end = room.from
    let total = 0
    for (let at = from; at < to; at++) {
      const id = ids[at] as number
      const value = Math.fround((factors[at] as number) * weight(this.counts[id] as number, this.names[id] as string))
      if (value <= 0) continue
      room.ids[end] = id
      room.weights[end++] = value
      total += value
    }
    this.#bags.keep(end - room.from)
    return { ids: room.ids, weights: room.weights, from: room.from, to: end, total }
  }
}

/** All terms of two stretches, each with the greater factor; those of the second count for a part. */
export function joint(own: WeighedTerms, other: WeighedTerms, part: number): WeighedTerms {
  const most = own.to - own.from + other.to - other.from
  const [ids, weights] = [new Int32Array(most), new Float32Array(most)]
  let i = own.from
  let j = other.from
  let to = 0
  while (i < own.to || j < other.to) {
    const x = i < own.to ? (own.ids[i] as number) : Number.POSITIVE_INFINITY
    const y = j < other.to ? (other.ids[j] as number) : Number.POSITIVE_INFINITY
    ids[to] = Math.min(x, y)
    const mine = x <= y ? (own.weights[i++] as number) : 0
    const theirs = y <= x ? part * (other.weights[j++] as number) : 0
    weights[to++] = Math.max(mine, theirs)
  }
  return { ids, weights, from: 0, to }
}

/** What two bags have in common: of the lesser weights of the terms both have, the sum and the greatest. */
export class Common {
  sum = 0
  most = 0
  /** The sum as a share of all weight (Dice). */
  dice = 0

  /** Looks at two bags. One of these serves for many pairs in turn, for there are millions. */
  of(a: Bag, b: Bag): this {
    // A name to a line: until V8 optimises it, what is taken out of a list by its place is an object for each step.
    const ones = a.ids
    const others = b.ids
    const mine = a.weights
    const theirs = b.weights
    const n = a.to
    const m = b.to
    let i = a.from
    let j = b.from
    let sum = 0
    let most = 0
    while (i < n && j < m) {
      const x = ones[i] as number
      const y = others[j] as number
      if (x === y) {
        const weight = Math.min(mine[i++] as number, theirs[j++] as number)
        sum += weight
        if (weight > most) most = weight
      } else if (x < y) i++
      else j++
    }
    this.sum = sum
    this.most = most
    this.dice = a.total + b.total === 0 ? 0 : (2 * sum) / (a.total + b.total)
    return this
  }
}

const common = new Common()

/** Sum of the lesser weights of the terms two bags share. */
export const shared = (a: Bag, b: Bag): number => common.of(a, b).sum

/** The greatest of the lesser weights of the terms two bags share. */
export const strongestShared = (a: Bag, b: Bag): number => common.of(a, b).most

/** Shared weight as a share of all weight. */
export const dice = (a: Bag, b: Bag): number => common.of(a, b).dice

/** The names of the heaviest terms two bags share, the heaviest first. */
export function heaviestShared(a: Bag, b: Bag, names: readonly string[], most: number): string[] {
  const common: [string, number][] = []
  let i = a.from
  let j = b.from
  while (i < a.to && j < b.to) {
    const x = a.ids[i] as number
    const y = b.ids[j] as number
    if (x === y) common.push([names[x] as string, Math.min(a.weights[i++] as number, b.weights[j++] as number)])
    else if (x < y) i++
    else j++
  }
  return common
    .sort((x, y) => y[1] - x[1] || (x[0] < y[0] ? -1 : 1))
    .slice(0, most)
    .map(([name]) => name)
}
