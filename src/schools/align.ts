import type { Alignment } from './alignment.js'
import { candidates } from './candidates.js'
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
  // Where only the best counterparts are looked for, faint ones say nothing of the others.
  const least = limit === Number.POSITIVE_INFINITY ? LINKED : FEW_LINKED
  const found: Alignment[] = []
  for (const [index, [a, b]] of pairs.entries()) {
    const origin = features[a]?.clause.origin
    const pivot = origin !== undefined && origin === features[b]?.clause.origin
    const sum = sums[index] as number
    if (!pivot && finalScore(sum, FOREMOST) < least) continue
    const score = pivot ? 1 : finalScore(sum, standing(index))
    if (score < least) continue
    found.push({ a, b, score: Math.round(score * 1000) / 1000, confirmed: false })
  }
  return { alignments: found.sort((x, y) => x.a - y.a || x.b - y.b), clauses }
}

const feature = (corpus: Corpus, index: number): Corpus['features'][number] =>
  corpus.features[index] as Corpus['features'][number]
