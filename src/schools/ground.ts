import { productOf } from '../compare/index.js'
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
    const weights = Float64Array.from(ids, (id) => counts.get(id) ?? 0)
    return { ids, weights, length: Math.hypot(...weights), enough: of.length >= ENOUGH }
  })
  // Less than zero where it was not asked yet.
  const known = new Float32Array(bags.length * bags.length).fill(-1)
  return (one, other) => {
    const at = Math.min(one, other) * bags.length + Math.max(one, other)
    const before = known[at] ?? -1
    if (before >= 0) return before
    const [a, b] = [counted[one], counted[other]]
    const ground = a?.enough && b?.enough ? productOf(a, b) / (a.length * b.length || 1) : 1
    known[at] = ground
    return Math.fround(ground)
  }
}
