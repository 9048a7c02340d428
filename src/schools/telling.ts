import type { Bag } from './bags.js'
import type { Corpus, Feature } from './features.js'

/** A word or matter that more sentences of a policy have says little of any one of them. */
const FEW = 2

/**
 * Whether two sentences have something in common that tells them from the others of their policies: a word or a matter that no more than two
 * sentences of either have. Of two sentences in one row with middling scores, three of four then carry one rule, and one of three without.
 */
export function tellingOf({ features, starts }: Corpus): (a: Feature, b: Feature) => boolean {
  const known = new Map<string, ReadonlyMap<number, number>>()
  const countsOf = (policy: number, of: 'bag' | 'matters'): ReadonlyMap<number, number> => {
    const found =
      known.get(`${policy} ${of}`) ?? counted(features.slice(starts[policy], starts[policy + 1]).map((each) => each[of]))
    known.set(`${policy} ${of}`, found)
    return found
  }
  return (a, b) =>
    (['bag', 'matters'] as const).some((of) => {
      const [ones, others] = [countsOf(a.policy, of), countsOf(b.policy, of)]
      const theirs = new Set(b[of].ids)
      return [...a[of].ids].some((id) => theirs.has(id) && (ones.get(id) ?? 0) <= FEW && (others.get(id) ?? 0) <= FEW)
    })
}

function counted(bags: readonly Bag[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>()
  for (const { ids } of bags) for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1)
  return counts
}
