import type { Alignment } from './alignment.js'
import { type Candidate, candidates } from './candidates.js'
import type { Corpus } from './features.js'
import { measure } from './measure.js'
import { ClausePairs } from './pairs.js'
import { FEW_LINKED, FOREMOST, finalScore, finalSum, firstSum, LINKED } from './score.js'
import { standings } from './standing.js'

/** Pairs of sentences that may regulate the same matter, in the order of the corpus, and what they say of their clauses. */
export function alignSentences(
  corpus: Corpus,
  limit: number,
): { readonly alignments: readonly Alignment[]; readonly clauses: ClausePairs } {
  const { features } = corpus
  const pairs = candidates(corpus, limit)
  // Measures are many and only those of the pairs that are told are needed twice, so they are made again rather than held.
  const [firsts, sums] = [new Float64Array(pairs.length), new Float64Array(pairs.length)]
  const clauses = new ClausePairs(corpus)
  for (const [index, [a, b]] of pairs.entries()) {
    const measures = measure(feature(corpus, a), feature(corpus, b))
    clauses.add(a, b, measures)
    firsts[index] = firstSum(measures)
    sums[index] = finalSum(measures)
  }
  const standing = standings(
    features.map(({ policy }) => policy),
    pairs,
    firsts,
  )
  const elsewhere = twins(corpus, pairs)
  // Where only the best counterparts are looked for, faint ones say nothing of the others.
  const least = limit === Number.POSITIVE_INFINITY ? LINKED : FEW_LINKED
  const found: Alignment[] = []
  for (const [index, [a, b]] of pairs.entries()) {
    const origin = features[a]?.clause.origin
    const pivot = origin !== undefined && origin === features[b]?.clause.origin
    const sum = sums[index] as number
    if (!pivot && finalScore(sum, FOREMOST) < least) continue
    const score = pivot ? 1 : finalScore(sum, standing(index))
    if (score < least || (!pivot && elsewhere(a, b))) continue
    found.push({ a, b, score: Math.round(score * 1000) / 1000, confirmed: false })
  }
  return { alignments: found.sort((x, y) => x.a - y.a || x.b - y.b), clauses }
}

const feature = (corpus: Corpus, index: number): Corpus['features'][number] =>
  corpus.features[index] as Corpus['features'][number]

/** Whether one of two sentences that differ stands word for word in the policy of the other: it belongs with its twin there. */
function twins({ features, starts }: Corpus, pairs: readonly Candidate[]): (a: number, b: number) => boolean {
  const keyOf = (item: number, other: number): number => item * starts.length + (features[other]?.policy ?? 0)
  const equal = (a: number, b: number): boolean => features[a]?.words === features[b]?.words
  const found = new Set<number>()
  for (const [a, b] of pairs) {
    if (!equal(a, b)) continue
    found.add(keyOf(a, b))
    found.add(keyOf(b, a))
  }
  return (a, b) => found.size > 0 && !equal(a, b) && (found.has(keyOf(a, b)) || found.has(keyOf(b, a)))
}
