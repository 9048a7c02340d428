import type { Candidate } from './candidates.js'
import { nearness, probability, type Standing } from './score.js'

/** Probability from which a candidate can be half of a way through a third policy. */
const LIKELY = 0.15

/**
 * Where each candidate stands: against the best of its ends in the other policy, and with those of third policies. `policyOf` gives the
 * policy of each item, ascending; `sums` are the log odds of the candidates by themselves.
 */
export function standings(
  policyOf: readonly number[],
  pairs: readonly Candidate[],
  sums: Float64Array,
): (index: number) => Standing {
  const n = policyOf.length
  const policies = n === 0 ? 0 : (policyOf.at(-1) as number) + 1
  const best = new Map<number, number>()
  for (const [index, [a, b]] of pairs.entries()) {
    const sum = sums[index] as number
    for (const key of [a * policies + (policyOf[b] as number), b * policies + (policyOf[a] as number)]) {
      const known = best.get(key)
      if (known === undefined || sum > known) best.set(key, sum)
    }
  }
  const partners = likelyPartners(n, pairs, sums)
  return (index) => {
    const [a, b] = pairs[index] as Candidate
    const sum = sums[index] as number
    const nearA = nearness(sum, best.get(a * policies + (policyOf[b] as number)) as number)
    const nearB = nearness(sum, best.get(b * policies + (policyOf[a] as number)) as number)
    return { both: Math.min(nearA, nearB), one: Math.max(nearA, nearB), third: through(partners[a], partners[b]) }
  }
}

/** The clauses each clause may be a pair with, and how likely. */
function likelyPartners(
  n: number,
  pairs: readonly Candidate[],
  sums: Float64Array,
): readonly (Map<number, number> | undefined)[] {
  const found = new Array<Map<number, number> | undefined>(n)
  for (const [index, [a, b]] of pairs.entries()) {
    const likely = probability(sums[index] as number)
    if (likely < LIKELY) continue
    found[a] = (found[a] ?? new Map()).set(b, likely)
    found[b] = (found[b] ?? new Map()).set(a, likely)
  }
  return found
}

/** The likeliest clause that both may be a pair with: a pair of two policies only, so never one of the two's own. */
function through(one: ReadonlyMap<number, number> | undefined, other: ReadonlyMap<number, number> | undefined): number {
  if (one === undefined || other === undefined) return 0
  const [few, many] = one.size < other.size ? [one, other] : [other, one]
  let most = 0
  for (const [clause, likely] of few) most = Math.max(most, Math.min(likely, many.get(clause) ?? 0))
  return most
}
