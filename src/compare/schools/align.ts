import { type Candidate, candidates } from './candidates.js'
import type { Bag, Corpus } from './features.js'
import { measure } from './measure.js'
import { evidenceOf, finalScore, finalSum, firstScore, gradeOf, PROPOSED, type Standing } from './score.js'
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
  const [scores, sums] = [new Float64Array(pairs.length), new Float64Array(pairs.length)]
  for (const [index, [a, b]] of pairs.entries()) {
    const measures = measure(feature(corpus, a), feature(corpus, b))
    scores[index] = firstScore(measures)
    sums[index] = finalSum(measures)
  }
  const standing = standings(corpus, pairs, scores)
  const found: Alignment[] = []
  for (const [index, [a, b]] of pairs.entries()) {
    const place = standing(index)
    const origin = features[a]?.clause.origin
    const pivot = origin !== undefined && origin === features[b]?.clause.origin
    const score = pivot ? 1 : finalScore(sums[index] as number, place)
    if (score < PROPOSED) continue
    const m = measure(feature(corpus, a), feature(corpus, b))
    const detail = {
      words: strongest(feature(corpus, a).bag, feature(corpus, b).bag, corpus.names),
      topics: strongest(feature(corpus, a).topics, feature(corpus, b).topics, corpus.topics),
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

/** Where each candidate stands: against the best of its clauses in the other policy, and beside its neighbours. */
function standings(corpus: Corpus, pairs: readonly Candidate[], scores: Float64Array): (index: number) => Standing {
  const n = corpus.features.length
  const policies = corpus.starts.length
  const best = new Map<number, number>()
  const byPair = new Map<number, number>()
  const policyOf = (index: number): number => feature(corpus, index).policy
  for (const [index, [a, b]] of pairs.entries()) {
    const score = scores[index] as number
    byPair.set(a * n + b, score)
    for (const key of [a * policies + policyOf(b), b * policies + policyOf(a)]) best.set(key, Math.max(score, best.get(key) ?? 0))
  }
  return (index) => {
    const [a, b] = pairs[index] as Candidate
    const score = scores[index] as number
    const shareA = score / (best.get(a * policies + policyOf(b)) as number)
    const shareB = score / (best.get(b * policies + policyOf(a)) as number)
    let neighbours = 0
    for (const x of [a - 1, a + 1]) {
      for (const y of [b - 1, b + 1]) {
        if (x >= 0 && y < n && policyOf(x) === policyOf(a) && policyOf(y) === policyOf(b)) {
          neighbours = Math.max(neighbours, byPair.get(x * n + y) ?? 0)
        }
      }
    }
    return { both: Math.min(shareA, shareB), one: Math.max(shareA, shareB), neighbours }
  }
}

/** The names of the heaviest terms two bags share. */
function strongest(a: Bag, b: Bag, names: readonly string[]): string[] {
  const common: [string, number][] = []
  for (const [at, id] of a.ids.entries()) {
    const other = b.ids.indexOf(id)
    if (other >= 0) common.push([names[id] as string, Math.min(a.weights[at] as number, b.weights[other] as number)])
  }
  return common
    .sort((x, y) => y[1] - x[1] || (x[0] < y[0] ? -1 : 1))
    .slice(0, NAMED)
    .map(([name]) => name.replace(/^@/, ''))
}
