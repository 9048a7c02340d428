import { type Bag, idsOf } from './bags.js'
import type { Corpus, Feature } from './features.js'
import { onceFor } from './once-for.js'

/** A word or matter that more sentences of a policy have says little of any one of them. */
const FEW = 2

/**
 * Whether two sentences have something in common that tells them from the others of their policies: a word or a matter that no more than two
 * sentences of either have. Of two sentences in one row with middling scores, three of four then carry one rule, and one of three without.
 */
export function tellingOf({ features, starts }: Corpus): (a: Feature, b: Feature) => boolean {
  const counts = (of: 'bag' | 'matters') =>
    onceFor((policy: number) => countsOf(features.slice(starts[policy], starts[policy + 1]).map((each) => each[of])))
  const [words, spoken] = [counts('bag'), counts('matters')]
  return (a, b) =>
    haveFew(a.bag, b.bag, words(a.policy), words(b.policy)) || haveFew(a.matters, b.matters, spoken(a.policy), spoken(b.policy))
}

/** Whether two bags share a term that is seldom in the policy of either. */
function haveFew(a: Bag, b: Bag, ones: Counts, others: Counts): boolean {
  let [i, j] = [a.from, b.from]
  while (i < a.to && j < b.to) {
    const [x, y] = [a.ids[i] as number, b.ids[j] as number]
    if (x === y && (ones.get(x) ?? 0) <= FEW && (others.get(x) ?? 0) <= FEW) return true
    if (x <= y) i++
    if (x >= y) j++
  }
  return false
}

type Counts = ReadonlyMap<number, number>

function countsOf(bags: readonly Bag[]): Counts {
  const counts = new Map<number, number>()
  for (const bag of bags) for (const id of idsOf(bag)) counts.set(id, (counts.get(id) ?? 0) + 1)
  return counts
}
