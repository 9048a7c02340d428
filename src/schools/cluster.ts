import { maximum } from '../model/index.js'

/** What draws two items together: a whole number above 0. */
interface Weight {
  readonly a: number
  readonly b: number
  readonly weight: number
}

interface ClusterOptions {
  /** Least nearness for which two clusters become one. */
  readonly least: number
  /** The most weights that were looked for per item: of two large clusters no more pairs than that can be expected. */
  readonly limit: number
}

interface Cluster {
  readonly members: readonly number[]
  /** Members of each party, and the most that one has. */
  readonly parties: ReadonlyMap<number, number>
  readonly most: number
  /** Sum of the weights to each other cluster, by its key. */
  readonly near: Map<number, number>
}

/**
 * Agglomerative clustering of items that belong to parties. Two clusters are as near as the average weight of the pairs across parties
 * (Sokal and Michener, 1958). Two items of one party have nothing to do with each other, so they count neither for nor against a
 * cluster; two items of different parties without a weight count as 0.
 *
 * In every round all clusters that are each other's nearest become one, until none is near enough.
 *
 * @param parties the party of each item
 * @param starts the first item of the cluster each item stands in from the beginning
 * @returns clusters as ascending items, in the order of their first
 */
export function cluster(
  parties: readonly number[],
  starts: readonly number[],
  weights: readonly Weight[],
  options: ClusterOptions,
): readonly (readonly number[])[] {
  const clusters = begin(parties, starts, weights)
  const nearest = new Nearest(clusters, options)
  for (const key of clusters.keys()) nearest.find(key)
  for (let found = nearest.mutual(); found.length > 0; found = nearest.mutual()) {
    for (const [one, other] of found) merge(clusters, one, other)
    nearest.follow(found)
  }
  return [...clusters.values()]
    .map(({ members }) => [...members].sort((x, y) => x - y))
    .sort((x, y) => (x[0] as number) - (y[0] as number))
}

function begin(parties: readonly number[], starts: readonly number[], weights: readonly Weight[]): Map<number, Cluster> {
  const members = new Map<number, number[]>()
  for (const [item, start] of starts.entries()) members.set(start, [...(members.get(start) ?? []), item])
  const clusters = new Map<number, Cluster>()
  for (const [start, items] of members) {
    const counts = new Map<number, number>()
    for (const item of items) counts.set(parties[item] as number, (counts.get(parties[item] as number) ?? 0) + 1)
    clusters.set(start, { members: items, parties: counts, most: maximum(counts.values()), near: new Map() })
  }
  for (const { a, b, weight } of weights) {
    const [one, other] = [starts[a] as number, starts[b] as number]
    if (one === other) continue
    for (const [from, to] of [
      [one, other],
      [other, one],
    ] as const) {
      const links = (clusters.get(from) as Cluster).near
      links.set(to, (links.get(to) ?? 0) + weight)
    }
  }
  return clusters
}

/** Which cluster is nearest to each, where any is near enough; of equally near ones the one that makes the pair with the first items. */
class Nearest {
  readonly #clusters: ReadonlyMap<number, Cluster>
  readonly #options: ClusterOptions
  readonly #found = new Map<number, { readonly other: number; readonly nearness: number }>()

  constructor(clusters: ReadonlyMap<number, Cluster>, options: ClusterOptions) {
    this.#clusters = clusters
    this.#options = options
  }

  /** Looks at all that is near a cluster. */
  find(key: number): void {
    this.#found.delete(key)
    for (const other of (this.#clusters.get(key) as Cluster).near.keys()) this.#consider(key, other)
  }

  /** Pairs of clusters that are each other's nearest. */
  mutual(): readonly (readonly [number, number])[] {
    return [...this.#found].flatMap(([one, { other }]) =>
      one < other && this.#found.get(other)?.other === one ? [[one, other] as const] : [],
    )
  }

  /** Looks again where clusters became one: at all that is near those whose nearest it was, else at what is new only. */
  follow(merged: readonly (readonly [number, number])[]): void {
    const parts = new Set(merged.flat())
    for (const [, gone] of merged) this.#found.delete(gone)
    const stale = new Set(merged.map(([one]) => one))
    for (const [one] of merged) {
      for (const key of (this.#clusters.get(one) as Cluster).near.keys()) {
        const known = this.#found.get(key)
        if (known !== undefined && parts.has(known.other)) stale.add(key)
        else this.#consider(key, one)
      }
    }
    for (const key of stale) this.find(key)
  }

  #consider(key: number, other: number): void {
    const one = this.#clusters.get(key) as Cluster
    const two = this.#clusters.get(other) as Cluster
    const weight = one.near.get(other) as number
    const known = this.#found.get(key)
    const best = known?.nearness ?? this.#options.least
    // Most are not near enough whatever their parties, which takes no count of them.
    if (weight / Math.min(fewest(one, two), this.#options.limit * Math.min(one.members.length, two.members.length)) < best) return
    const nearness = weight / possible(one, two, this.#options.limit)
    if (nearness < best || (nearness === best && known !== undefined && before(key, known.other, other))) return
    this.#found.set(key, { other, nearness })
  }
}

/** Whether the pair of `key` with `x` comes before that with `y`. */
const before = (key: number, x: number, y: number): boolean =>
  Math.min(key, x) < Math.min(key, y) || (Math.min(key, x) === Math.min(key, y) && Math.max(key, x) < Math.max(key, y))

/** The fewest weights there can be between two clusters: however the parties are spread, no more pairs than these are within one. */
const fewest = (one: Cluster, other: Cluster): number => {
  const [m, n] = [one.members.length, other.members.length]
  return m * n - Math.min(m * other.most, n * one.most)
}

/** How many weights there can be between two clusters. */
function possible(one: Cluster, other: Cluster, limit: number): number {
  const [m, n] = [one.members.length, other.members.length]
  const most = limit * Math.min(m, n)
  if (fewest(one, other) >= most) return most
  const [few, many] = one.parties.size < other.parties.size ? [one, other] : [other, one]
  let pairs = m * n
  few.parties.forEach((count, party) => {
    pairs -= count * (many.parties.get(party) ?? 0)
  })
  return Math.min(pairs, most)
}

function merge(clusters: Map<number, Cluster>, one: number, other: number): void {
  const [kept, gone] = [clusters.get(one) as Cluster, clusters.get(other) as Cluster]
  clusters.delete(other)
  const parties = new Map(kept.parties)
  let most = kept.most
  for (const [party, count] of gone.parties) {
    const all = (parties.get(party) ?? 0) + count
    parties.set(party, all)
    if (all > most) most = all
  }
  kept.near.delete(other)
  for (const [key, links] of gone.near) {
    const theirs = (clusters.get(key) as Cluster).near
    theirs.delete(other)
    if (key === one) continue
    const total = (kept.near.get(key) ?? 0) + links
    kept.near.set(key, total)
    theirs.set(one, total)
  }
  clusters.set(one, { members: [...kept.members, ...gone.members], parties, most, near: kept.near })
}
