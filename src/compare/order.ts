/** What is the same as another when its key is. */
interface Keyed {
  readonly key: string
}

/** Pairs of things that occur once in either range, in an order common to both. */
export function commonOnce(
  a: readonly Keyed[],
  b: readonly Keyed[],
  a0: number,
  a1: number,
  b0: number,
  b1: number,
): [number, number][] {
  const once = (things: readonly Keyed[], from: number, to: number): Map<string, number> => {
    const places = new Map<string, number>()
    for (let i = from; i < to; i++) {
      const key = things[i]?.key ?? ''
      places.set(key, places.has(key) ? -1 : i)
    }
    return places
  }
  const inB = once(b, b0, b1)
  const pairs: [number, number][] = []
  for (const [key, i] of once(a, a0, a1)) {
    const j = inB.get(key)
    if (i >= 0 && j !== undefined && j >= 0) pairs.push([i, j])
  }
  const kept = longestIncreasing(
    pairs.map(([, j]) => j),
    () => 1,
  )
  return kept.map((k) => pairs[k] as [number, number])
}

/**
 * Positions of the increasing subsequence of distinct values with the greatest total weight, ascending. A Fenwick tree of maxima over
 * the ranks of the values: O(n log n).
 */
export function longestIncreasing(values: readonly number[], weight: (position: number) => number): number[] {
  const ranks = new Map([...values].sort((x, y) => x - y).map((value, rank) => [value, rank + 1]))
  const best = new Float64Array(values.length + 1)
  const last = new Int32Array(values.length + 1).fill(-1)
  const before = new Int32Array(values.length).fill(-1)
  let end = -1
  let most = -1
  values.forEach((value, position) => {
    const rank = ranks.get(value) ?? 0
    let total = 0
    for (let r = rank - 1; r > 0; r -= r & -r) {
      if ((best[r] as number) > total) {
        total = best[r] as number
        before[position] = last[r] as number
      }
    }
    total += weight(position)
    for (let r = rank; r <= values.length; r += r & -r) {
      if (total > (best[r] as number)) {
        best[r] = total
        last[r] = position
      }
    }
    if (total > most) {
      most = total
      end = position
    }
  })
  const kept: number[] = []
  for (let position = end; position >= 0; position = before[position] as number) kept.push(position)
  return kept.reverse()
}

/** The pairs of two rows of things, in the order of both, that are worth most together; 0 for what is no pair. */
export function pairsInOrder(
  olds: number,
  nexts: number,
  worth: (old: number, next: number) => number,
): readonly (readonly [old: number, next: number])[] {
  const values = new Float64Array(olds * nexts)
  const best = new Float64Array((olds + 1) * (nexts + 1))
  for (let i = olds - 1; i >= 0; i--) {
    for (let j = nexts - 1; j >= 0; j--) {
      const own = worth(i, j)
      values[i * nexts + j] = own
      const at = i * (nexts + 1) + j
      const apart = Math.max(best[at + nexts + 1] as number, best[at + 1] as number)
      best[at] = own > 0 ? Math.max(apart, own + (best[at + nexts + 2] as number)) : apart
    }
  }
  const pairs: (readonly [number, number])[] = []
  let [i, j] = [0, 0]
  while (i < olds && j < nexts) {
    const at = i * (nexts + 1) + j
    const own = values[i * nexts + j] as number
    if (own > 0 && best[at] === own + (best[at + nexts + 2] as number)) pairs.push([i++, j++])
    else if (best[at] === best[at + nexts + 1]) i++
    else j++
  }
  return pairs
}

/**
 * The same pairs, where those that are worth anything are given and ascend in both rows: in the time of their number, where to look at all
 * with all would take the time and the room of its square.
 */
export function pairsAscending(
  olds: number,
  nexts: number,
  given: readonly (readonly [old: number, next: number, worth: number])[],
): readonly (readonly [old: number, next: number])[] {
  type Given = (typeof given)[number]
  // What a pair and those behind it are worth together, at most.
  const most = new Float64Array(given.length + 1)
  let after = given.length
  for (let at = given.length - 1; at >= 0; at--) {
    const [old, next, worth] = given[at] as Given
    const isBehind = ([o, n]: Given) => o > old && n > next
    while (after - 1 > at && isBehind(given[after - 1] as Given)) after--
    most[at] = Math.max(most[at + 1] as number, worth + (most[after] as number))
  }
  // The first pair of each place or behind it.
  const firsts = (side: 0 | 1, count: number) => {
    const first = new Int32Array(count + 1).fill(given.length)
    for (let at = given.length - 1; at >= 0; at--) first[(given[at] as Given)[side]] = at
    for (let place = count - 1; place >= 0; place--) first[place] = Math.min(first[place] as number, first[place + 1] as number)
    return first
  }
  const [firstOld, firstNext] = [firsts(0, olds), firsts(1, nexts)]
  const firstAt = (old: number, next: number) => Math.max(firstOld[old] as number, firstNext[next] as number)
  const pairs: (readonly [number, number])[] = []
  let [i, j] = [0, 0]
  while (i < olds && j < nexts) {
    const at = firstAt(i, j)
    const [old, next, worth = 0] = given[at] ?? []
    if (old === i && next === j && most[at] === worth + (most[firstAt(i + 1, j + 1)] as number)) pairs.push([i++, j++])
    else if (most[at] === most[firstAt(i + 1, j)]) i++
    else j++
  }
  return pairs
}
