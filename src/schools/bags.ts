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
    for (const term of terms.keys()) {
      const id = this.#ids.get(term)
      if (id === undefined) {
        this.#ids.set(term, this.names.length)
        this.names.push(term)
        this.counts.push(1)
      } else this.counts[id] = (this.counts[id] as number) + 1
    }
    return this.find(terms)
  }

  /** Those of the terms that were counted. */
  find(terms: ReadonlyMap<string, number>): Counted {
    const ids = Int32Array.from([...terms.keys()].flatMap((term) => this.#ids.get(term) ?? [])).sort()
    return { ids, factors: Float64Array.from(ids, (id) => terms.get(this.names[id] as string) as number) }
  }

  /** The bag of terms with factors; `weight` gives the weight of a term from the number of clauses it stands in. */
  bag({ ids, factors }: Counted, weight: (count: number, term: string) => number): Bag {
    const weights = factors.map((factor, at) => {
      const id = ids[at] as number
      return factor * weight(this.counts[id] as number, this.names[id] as string)
    })
    const total = weights.reduce((sum, value) => sum + value, 0)
    if (weights.every((value) => value > 0)) return { ids, weights, total }
    return { ids: ids.filter((_, at) => (weights[at] as number) > 0), weights: weights.filter((value) => value > 0), total }
  }
}

/** Sum of the lesser weights of the terms two bags share. */
export function shared(a: Bag, b: Bag): number {
  let [i, j, sum] = [0, 0, 0]
  while (i < a.ids.length && j < b.ids.length) {
    const [x, y] = [a.ids[i] as number, b.ids[j] as number]
    if (x === y) sum += Math.min(a.weights[i++] as number, b.weights[j++] as number)
    else if (x < y) i++
    else j++
  }
  return sum
}

/** The greatest of the lesser weights of the terms two bags share. */
export function strongestShared(a: Bag, b: Bag): number {
  let [i, j, most] = [0, 0, 0]
  while (i < a.ids.length && j < b.ids.length) {
    const [x, y] = [a.ids[i] as number, b.ids[j] as number]
    if (x === y) most = Math.max(most, Math.min(a.weights[i++] as number, b.weights[j++] as number))
    else if (x < y) i++
    else j++
  }
  return most
}

/** Shared weight as a share of all weight. */
export const dice = (a: Bag, b: Bag): number => (a.total + b.total === 0 ? 0 : (2 * shared(a, b)) / (a.total + b.total))

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
