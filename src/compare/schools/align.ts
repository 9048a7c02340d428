import { heaviestShared } from './bags.js'
import { candidates } from './candidates.js'
import type { Corpus } from './features.js'
import { measure } from './measure.js'
import { evidenceOf, finalScore, finalSum, firstSum, gradeOf, PROPOSED } from './score.js'
import { standings } from './standing.js'
import type { Evidence, Grade } from './types.js'

/** A pair of features, by index in the corpus. */
export interface Alignment {
  readonly a: number
  readonly b: number
  readonly grade: Grade
  readonly score: number
  readonly confirmed: boolean
  readonly evidence: readonly Evidence[]
}

/** Words named as evidence. */
const NAMED = 5

/** Pairs of clauses that regulate the same matter, in the order of the corpus. */
export function align(corpus: Corpus, limit: number): readonly Alignment[] {
  const { features } = corpus
  const pairs = candidates(corpus, limit)
  // Measures are many and only those of the pairs kept are needed twice, so they are made again rather than held.
  const [firsts, sums] = [new Float64Array(pairs.length), new Float64Array(pairs.length)]
  for (const [index, [a, b]] of pairs.entries()) {
    const measures = measure(feature(corpus, a), feature(corpus, b))
    firsts[index] = firstSum(measures)
    sums[index] = finalSum(measures)
  }
  const standing = standings(corpus, pairs, firsts)
  const found: Alignment[] = []
  for (const [index, [a, b]] of pairs.entries()) {
    const place = standing(index)
    const origin = features[a]?.clause.origin
    const pivot = origin !== undefined && origin === features[b]?.clause.origin
    const score = pivot ? 1 : finalScore(sums[index] as number, place)
    if (score < PROPOSED) continue
    const [one, other] = [feature(corpus, a), feature(corpus, b)]
    const m = measure(one, other)
    const detail = {
      words: heaviestShared(one.bag, other.bag, corpus.names, NAMED).map(shown),
      topics: heaviestShared(one.topics, other.topics, corpus.topics, NAMED),
      phrases: heaviestShared(one.phrases, other.phrases, corpus.phrases, NAMED).map(shown),
    }
    const evidence = evidenceOf(m, place, detail)
    found.push({
      a,
      b,
      grade: gradeOf(m),
      score: Math.round(score * 1000) / 1000,
      confirmed: false,
      evidence: pivot && origin !== undefined ? [{ kind: 'template', weight: 1, detail: [origin] }, ...evidence] : evidence,
    })
  }
  return found.sort((x, y) => x.a - y.a || x.b - y.b)
}

const feature = (corpus: Corpus, index: number): Corpus['features'][number] =>
  corpus.features[index] as Corpus['features'][number]

/** A term or a run of terms without the sign of a concept. */
const shown = (term: string): string => term.replace(/@/g, '')
