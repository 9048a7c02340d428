import { type Bag, idsOf, productOf } from '../compare/index.js'

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
    const weights = Float32Array.from(ids, (id) => counts.get(id) ?? 0)
    return { ids, weights, length: Math.hypot(...weights), enough: of.length >= ENOUGH }
  })
  // What was asked of one policy last, less than zero where it was not: pairs are measured in the order of their policies.
  const known = new Float32Array(bags.length)
  let asked = -1
  return (one, other) => {
    const least = Math.min(one, other)
    const most = Math.max(one, other)
    if (least !== asked) known.fill(-1)
    asked = least
    const before = known[most] ?? -1
    if (before >= 0) return before
    const a = counted[one]
    const b = counted[other]
    const ground = a?.enough && b?.enough ? productOf(a, b) / (a.length * b.length || 1) : 1
    known[most] = ground
    return Math.fround(ground)
  }
}
