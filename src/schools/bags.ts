/** A set of weighted terms: ids ascending, weights beside them, and their sum. */
export interface Bag {
  readonly ids: Int32Array
  readonly weights: Float64Array
  readonly total: number
}

/** Numbers texts and counts in how many clauses each stands. */
export class Numbering {
  readonly names: string[] = []
  readonly counts: number[] = []
  readonly #ids = new Map<string, number>()

  count(terms: Iterable<string>): void {
    for (const term of terms) {
      const id = this.#ids.get(term)
      if (id === undefined) {
        this.#ids.set(term, this.names.length)
        this.names.push(term)
        this.counts.push(1)
      } else this.counts[id] = (this.counts[id] as number) + 1
    }
  }

  /** The bag of terms with factors; `weight` gives the weight of a term from the number of clauses it stands in. */
  bag(terms: ReadonlyMap<string, number>, weight: (count: number, term: string) => number): Bag {
    const entries: [number, number][] = []
    for (const [term, factor] of terms) {
      const id = this.#ids.get(term)
      if (id === undefined) continue
      const value = factor * weight(this.counts[id] as number, term)
      if (value > 0) entries.push([id, value])
    }
    entries.sort((a, b) => a[0] - b[0])
    return {
      ids: Int32Array.from(entries, ([id]) => id),
      weights: Float64Array.from(entries, ([, value]) => value),
      total: entries.reduce((sum, [, value]) => sum + value, 0),
    }
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
