import type { SentencePair } from './alignment.js'
import type { Candidates, Pairs } from './candidates.js'
import type { Corpus } from './features.js'
import { Measuring } from './measure.js'
import { ClausePairs } from './pairs.js'
import { FEW_LINKED, FOREMOST, finalSum, firstSum, gain, LINKED, logOdds, probability } from './score.js'
import { PairPlaces } from './standing.js'

/** Pairs of sentences that may regulate the same matter, in the order of the corpus, and what they say of their clauses. */
export function alignSentences(
  corpus: Corpus,
  { pairs, limit }: Candidates,
): { readonly alignments: readonly SentencePair[]; readonly clauses: ClausePairs } {
  const { features } = corpus
  const elsewhere = twins(corpus, pairs)
  // Where only the best counterparts are looked for, faint ones say nothing of the others.
  const least = limit === Number.POSITIVE_INFINITY ? LINKED : FEW_LINKED
  const isPivot = (a: number, b: number): boolean => {
    const origin = features[a]?.clause.origin
    return origin !== undefined && origin === features[b]?.clause.origin
  }
  const [most, leastSum] = [gain(FOREMOST), logOdds(least)]
  // Measures are many and only those of the pairs that are told are needed twice, so they are made again rather than held.
  const count = pairs.a.length
  const clauses = new ClausePairs(corpus, count)
  const measuring = new Measuring(features, count)
  const [ones, others] = [new Int32Array(count), new Int32Array(count)]
  const [firsts, finals] = [new Float64Array(count), new Float64Array(count)]
  let kept = 0
  for (let index = 0; index < count; index++) {
    const a = pairs.a[index] as number
    const b = pairs.b[index] as number
    const measures = measuring.of(a, b, corpus.ground)
    clauses.add(a, b, measures)
    const first = firstSum(measures)
    const final = finalSum(measures)
    if (first < leastSum && final + most < leastSum && !isPivot(a, b)) continue
    ones[kept] = a
    others[kept] = b
    firsts[kept] = first
    finals[kept] = final
    kept++
  }
  const left = { a: ones.slice(0, kept), b: others.slice(0, kept) }
  const scores = placed(
    features.map(({ policy }) => policy),
    left,
    firsts.slice(0, kept),
    finals.slice(0, kept),
  )
  const found: SentencePair[] = []
  for (let index = 0; index < scores.length; index++) {
    const a = left.a[index] as number
    const b = left.b[index] as number
    const pivot = isPivot(a, b)
    const score = pivot ? 1 : probability(scores[index] as number)
    if (score < least || (!pivot && elsewhere(a, b))) continue
    found.push({ a, b, score: Math.round(score * 1000) / 1000, confirmed: false })
  }
  return { alignments: found.sort((x, y) => x.a - y.a || x.b - y.b), clauses }
}

/** How often the place of a pair among the others is looked at again: what becomes surer makes others surer. */
const ROUNDS = 2

/** The log odds of pairs by their measures and by where they stand; by their measures alone where standing says nothing. */
function placed(policyOf: readonly number[], pairs: Pairs, firsts: Float64Array, finals: Float64Array): Float64Array {
  const places = new PairPlaces(policyOf, pairs)
  const clear = places.clarity(firsts)
  let sums = firsts
  for (let round = 0; round < ROUNDS; round++) {
    const of = places.standings(sums)
    // No function for each of so many: what one gives is an object until V8 optimises it.
    const next = new Float64Array(sums.length)
    for (let index = 0; index < next.length; index++) {
      const share = clear[index] as number
      const alone = firsts[index] as number
      next[index] = share === 0 ? alone : share * ((finals[index] as number) + gain(of(index))) + (1 - share) * alone
    }
    sums = next
  }
  return sums
}

/** Whether one of two sentences that differ stands word for word in the policy of the other: it belongs with its twin there. */
function twins({ features, starts }: Corpus, pairs: Pairs): (a: number, b: number) => boolean {
  const keyOf = (item: number, other: number): number => item * starts.length + (features[other]?.policy ?? 0)
  const equal = (a: number, b: number): boolean => features[a]?.words === features[b]?.words
  const found = new Set<number>()
  for (let index = 0; index < pairs.a.length; index++) {
    const a = pairs.a[index] as number
    const b = pairs.b[index] as number
    if (!equal(a, b)) continue
    found.add(keyOf(a, b))
    found.add(keyOf(b, a))
  }
  return (a, b) => found.size > 0 && !equal(a, b) && (found.has(keyOf(a, b)) || found.has(keyOf(b, a)))
}
