import { type Bag, idsOf } from './bags.js'

/** Sentences from which what a policy is about shows in its words. */
const ENOUGH = 10

/**
 * How far two policies speak of one subject, 0 to 1: the cosine of how often each has its terms, but for those that name people. Policies on
 * one subject come to 0.25 at least, on two to 0.3 at most; of a few sentences it cannot be told, and 1 is given.
 *
 * @param bags the terms of the sentences of each policy
 */
export function commonGround(
  bags: readonly (readonly Bag[])[],
  passed: (term: number) => boolean,
): (one: number, other: number) => number {
  const counted = bags.map((of) => {
    const counts = new Map<number, number>()
    for (const bag of of) for (const id of idsOf(bag)) if (!passed(id)) counts.set(id, (counts.get(id) ?? 0) + 1)
    const ids = Int32Array.from(counts.keys()).sort()
    const times = Float64Array.from(ids, (id) => counts.get(id) as number)
    return { ids, times, length: Math.hypot(...times), enough: of.length >= ENOUGH }
  })
  const known = new Float32Array(bags.length * bags.length).fill(-1)
  return (one, other) => {
    const at = Math.min(one, other) * bags.length + Math.max(one, other)
    if ((known[at] as number) < 0) {
      const [a, b] = [counted[one], counted[other]] as [(typeof counted)[number], (typeof counted)[number]]
      known[at] = a.enough && b.enough ? dot(a, b) / (a.length * b.length || 1) : 1
    }
    return known[at] as number
  }
}

interface Counts {
  readonly ids: Int32Array
  readonly times: Float64Array
}

function dot(a: Counts, b: Counts): number {
  let [i, j, sum] = [0, 0, 0]
  while (i < a.ids.length && j < b.ids.length) {
    const [x, y] = [a.ids[i] as number, b.ids[j] as number]
    if (x === y) sum += (a.times[i] as number) * (b.times[j] as number)
    if (x <= y) i++
    if (x >= y) j++
  }
  return sum
}
