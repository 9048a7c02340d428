import type { Alignment } from './align.js'
import type { Corpus, Feature } from './features.js'
import type { Pair } from './types.js'

/** The pairs of clauses that follow from pairs of their sentences: each as sure as the surest of those. */
export function clausePairs({ features }: Corpus, alignments: readonly Alignment[]): readonly Pair[] {
  const best = new Map<string, Alignment>()
  for (const alignment of alignments) {
    const [one, other] = [features[alignment.a] as Feature, features[alignment.b] as Feature]
    const key = `${one.policy} ${one.at} ${other.policy} ${other.at}`
    const known = best.get(key)
    if (known === undefined || surer(alignment, known)) best.set(key, alignment)
  }
  return [...best.values()].map(({ a, b, grade, score, confirmed, evidence }): Pair => {
    const [one, other] = [features[a] as Feature, features[b] as Feature]
    const ref = ({ policy, clause }: Feature) => ({ policy, id: clause.id })
    // One sentence that both have does not make two clauses the same.
    const whole = confirmed || one.clause.text.length <= one.sentence.text.length + other.sentence.text.length
    return { a: ref(one), b: ref(other), grade: grade === 'same' && !whole ? 'variant' : grade, score, confirmed, evidence }
  })
}

const surer = (one: Alignment, other: Alignment): boolean =>
  one.confirmed !== other.confirmed ? one.confirmed : one.score > other.score
