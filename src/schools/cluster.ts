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
  /** Its first item, by which clusters that are as near are told apart. */
  readonly first: number
  readonly members: readonly number[]
  /** Members of each party, and the most that one has. */
  readonly parties: ReadonlyMap<number, number>
  readonly most: number
  /** Sum of the weights to each other cluster, by its seat. */
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
  const seats = begin(parties, starts, weights)
  const nearest = new Nearest(seats, options)
  for (let seat = 0; seat < seats.length; seat++) nearest.find(seat)
  for (let found = nearest.mutual(); found.length > 0; found = nearest.mutual())
    nearest.follow(found.map(([one, other]) => merge(seats, one, other)))
  return seats
    .flatMap((each) => (each === undefined ? [] : [each.members.toSorted((x, y) => x - y)]))
    .sort((x, y) => (x[0] as number) - (y[0] as number))
}

/** The clusters, each at a seat; those that became part of another leave theirs empty. */
type Seats = (Cluster | undefined)[]

function begin(parties: readonly number[], starts: readonly number[], weights: readonly Weight[]): Seats {
  const seatOf = new Int32Array(starts.length).fill(-1)
  const members: number[][] = []
  for (const [item, start] of starts.entries()) {
    const seat = seatOf[start] as number
    if (seat >= 0) members[seat]?.push(item)
    else seatOf[start] = members.push([item]) - 1
  }
  const seats = members.map((items): Cluster => {
    const counts = new Map<number, number>()
    for (const item of items) counts.set(parties[item] as number, (counts.get(parties[item] as number) ?? 0) + 1)
    return { first: items[0] as number, members: items, parties: counts, most: maximum(counts.values()), near: new Map() }
  })
  for (const { a, b, weight } of weights) {
    const one = seatOf[starts[a] as number] as number
    const other = seatOf[starts[b] as number] as number
    if (one === other) continue
    const [ours, theirs] = [(seats[one] as Cluster).near, (seats[other] as Cluster).near]
    const sum = (ours.get(other) ?? 0) + weight
    ours.set(other, sum)
    theirs.set(one, sum)
  }
  return seats
}

/** No seat. */
const NONE = -1

/** Which cluster is nearest to each, where any is near enough; of equally near ones the one that makes the pair with the first items. */
class Nearest {
  readonly #seats: Readonly<Seats>
  readonly #options: ClusterOptions
  readonly #other: Int32Array
  readonly #nearness: Float64Array

  constructor(seats: Readonly<Seats>, options: ClusterOptions) {
    this.#seats = seats
    this.#options = options
    this.#other = new Int32Array(seats.length).fill(NONE)
    this.#nearness = new Float64Array(seats.length)
  }

  /** Looks at all that is near a cluster. */
  find(seat: number): void {
    this.#other[seat] = NONE
    const one = this.#seats[seat] as Cluster
    for (const [other, weight] of one.near) this.#consider(seat, one, other, this.#seats[other] as Cluster, weight)
  }

  /** Pairs of clusters that are each other's nearest. */
  mutual(): readonly (readonly [number, number])[] {
    const nearest = this.#other
    const found: (readonly [number, number])[] = []
    for (let one = 0; one < nearest.length; one++) {
      const other = nearest[one] as number
      if (one < other && nearest[other] === one) found.push([one, other])
    }
    return found
  }

  /**
   * Looks again where clusters became one: at all that is near those whose nearest it was, unless it is as near as its part was (what else is
   * near them is as it was, and of equals it makes the first pair as its part did); else at what is new only.
   */
  follow(merged: readonly { readonly kept: number; readonly gone: number }[]): void {
    const nearest = this.#other
    const wholes = new Map<number, number>()
    const stale = new Set<number>()
    for (const { kept, gone } of merged) {
      nearest[gone] = NONE
      wholes.set(kept, kept).set(gone, kept)
      stale.add(kept)
    }
    for (const { kept } of merged) {
      const one = this.#seats[kept] as Cluster
      for (const [seat, weight] of one.near) {
        if (wholes.get(nearest[seat] as number) !== kept) continue
        const nearness = weight / possible(this.#seats[seat] as Cluster, one, this.#options.limit)
        if (nearness < (this.#nearness[seat] as number)) stale.add(seat)
        else this.#take(seat, kept, nearness)
      }
    }
    for (const { kept } of merged) {
      const one = this.#seats[kept] as Cluster
      for (const [seat, weight] of one.near)
        if (!stale.has(seat)) this.#consider(seat, this.#seats[seat] as Cluster, kept, one, weight)
    }
    for (const seat of stale) this.find(seat)
  }

  #take(seat: number, other: number, nearness: number): void {
    this.#other[seat] = other
    this.#nearness[seat] = nearness
  }

  #consider(seat: number, one: Cluster, at: number, other: Cluster, weight: number): void {
    const { least, limit } = this.#options
    const known = this.#other[seat] as number
    const best = known === NONE ? least : (this.#nearness[seat] as number)
    // Most are not near enough whatever their parties, which takes no count of them.
    if (weight / Math.min(fewest(one, other), limit * Math.min(one.members.length, other.members.length)) < best) return
    const nearness = weight / possible(one, other, limit)
    if (nearness < best || (nearness === best && known !== NONE && before(one, this.#seats[known] as Cluster, other))) return
    this.#take(seat, at, nearness)
  }
}

/** Whether the pair of a cluster with `x` comes before that with `y`. */
const before = ({ first }: Cluster, { first: x }: Cluster, { first: y }: Cluster): boolean =>
  Math.min(first, x) < Math.min(first, y) ||
  (Math.min(first, x) === Math.min(first, y) && Math.max(first, x) < Math.max(first, y))

/** The fewest weights there can be between two clusters: however the parties are spread, no more pairs than these are within one. */
const fewest = (one: Cluster, other: Cluster): number => {
  const m = one.members.length
  const n = other.members.length
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

/** Makes two clusters one, at the seat of the one that more is near to: of the other all is taken over. */
function merge(seats: Seats, one: number, other: number): { readonly kept: number; readonly gone: number } {
  const isTurned = (seats[one] as Cluster).near.size < (seats[other] as Cluster).near.size
  const [kept, gone] = isTurned ? [other, one] : [one, other]
  const [into, from] = [seats[kept] as Cluster, seats[gone] as Cluster]
  seats[gone] = undefined
  const parties = new Map(into.parties)
  let most = into.most
  for (const [party, count] of from.parties) {
    const all = (parties.get(party) ?? 0) + count
    parties.set(party, all)
    if (all > most) most = all
  }
  into.near.delete(gone)
  for (const [seat, links] of from.near) {
    if (seat === kept) continue
    const theirs = (seats[seat] as Cluster).near
    theirs.delete(gone)
    const total = (into.near.get(seat) ?? 0) + links
    into.near.set(seat, total)
    theirs.set(kept, total)
  }
  const first = Math.min(into.first, from.first)
  seats[kept] = { first, members: [...into.members, ...from.members], parties, most, near: into.near }
  return { kept, gone }
}
