/** A set of weighted terms: ids ascending, weights beside them, and their sum. */
export interface Bag {
  readonly ids: Int32Array
  readonly weights: Float64Array
  readonly total: number
}

/** Terms by number with a factor each, before it is known how many clauses have them. */
export interface Counted {
  readonly ids: Int32Array
  readonly factors: Float64Array
}

/** Numbers texts and counts in how many clauses each stands. */
export class Numbering {
  readonly names: string[] = []
  readonly counts: number[] = []
  readonly #ids = new Map<string, number>()

  /** The terms of a clause, counted for one more. */
  count(terms: ReadonlyMap<string, number>): Counted {
    const ids = new Int32Array(terms.size)
    let at = 0
    for (const term of terms.keys()) {
      let id = this.#ids.get(term)
      if (id === undefined) {
        id = this.names.length
        this.#ids.set(term, id)
        this.names.push(term)
        this.counts.push(1)
      } else this.counts[id] = (this.counts[id] as number) + 1
      ids[at++] = id
    }
    return this.#sorted(ids, terms)
  }

  /** Those of the terms that were counted. */
  find(terms: ReadonlyMap<string, number>): Counted {
    const ids: number[] = []
    for (const term of terms.keys()) {
      const id = this.#ids.get(term)
      if (id !== undefined) ids.push(id)
    }
    return this.#sorted(Int32Array.from(ids), terms)
  }

  #sorted(ids: Int32Array, terms: ReadonlyMap<string, number>): Counted {
    ids.sort()
    const factors = new Float64Array(ids.length)
    for (let at = 0; at < ids.length; at++) factors[at] = terms.get(this.names[ids[at] as number] as string) as number
    return { ids, factors }
  }

  /** The bag of terms with factors; `weight` gives the weight of a term from the number of clauses it stands in. */
  bag({ ids, factors }: Counted, weight: (count: number, term: string) => number): Bag {
    const weights = new Float64Array(ids.length)
    let [total, kept] = [0, 0]
    for (let at = 0; at < ids.length; at++) {
      const id = ids[at] as number
      const value = (factors[at] as number) * weight(this.counts[id] as number, this.names[id] as string)
      weights[at] = value
      total += value
      if (value > 0) kept++
    }
    if (kept === ids.length) return { ids, weights, total }
    return { ids: ids.filter((_, at) => (weights[at] as number) > 0), weights: weights.filter((value) => value > 0), total }
  }
}

/** What two bags have in common: of the lesser weights of the terms both have, the sum and the greatest. */
export class Common {
  sum = 0
  most = 0
  /** The sum as a share of all weight (Dice). */
  dice = 0

  /** Looks at two bags. One of these serves for many pairs in turn, for there are millions. */
  of(a: Bag, b: Bag): this {
    const [ones, others] = [a.ids, b.ids]
    const [mine, theirs] = [a.weights, b.weights]
    const [n, m] = [ones.length, others.length]
    let [i, j, sum, most] = [0, 0, 0, 0]
    while (i < n && j < m) {
      const [x, y] = [ones[i] as number, others[j] as number]
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
  let [i, j] = [0, 0]
  while (i < a.ids.length && j < b.ids.length) {
    const [x, y] = [a.ids[i] as number, b.ids[j] as number]
    if (x === y) common.push([names[x] as string, Math.min(a.weights[i++] as number, b.weights[j++] as number)])
    else if (x < y) i++
    else j++
  }
  return common
    .sort((x, y) => y[1] - x[1] || (x[0] < y[0] ? -1 : 1))
    .slice(0, most)
    .map(([name]) => name)
}
