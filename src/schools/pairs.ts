import { type ClauseMeasures, clauseScore, PROPOSED } from './clause-score.js'
import { type ConfirmedAlignments, clauseKey } from './confirm.js'
import { evidenceFor } from './explain.js'
import type { Corpus, Feature } from './features.js'
import { GatheredPairs, KeptPairs } from './gathered.js'
import { type Measures, rareOf } from './measure.js'
import { FOREMOST, type PairStanding } from './score.js'
import { PairPlaces } from './standing.js'
import { type ClauseRef, type Evidence, GRADES, type Grade, type Pair } from './types.js'

/** Gathers how alike clauses are from how alike their sentences are. */
export class ClausePairs {
  readonly #corpus: Corpus
  readonly #gathered = new GatheredPairs()
  readonly #clauses: number
  readonly #kept: KeptPairs
  readonly #measuring = new ClauseMeasuring()
  readonly #stance = new Map<number, Feature['modality']>()

  /** `most`: how many pairs of sentences there are. */
  constructor(corpus: Corpus, most: number) {
    this.#corpus = corpus
    this.#kept = new KeptPairs(most)
    this.#clauses = (corpus.features.at(-1)?.inAll ?? 0) + 1
    // A clause has the stance of its first norm.
    for (const { inAll, modality } of corpus.features) {
      const known = this.#stance.get(inAll)
      if (known === undefined || known === 'statement') this.#stance.set(inAll, modality)
    }
  }

  add(a: number, b: number, m: Measures): void {
    const one = this.#corpus.features[a] as Feature
    const other = this.#corpus.features[b] as Feature
    if (isSingle(one) && isSingle(other)) this.#kept.add(a, b, this.#begin(one, other, m), m)
    else this.#gathered.add(one.inAll * this.#clauses + other.inAll, a, b, m, () => this.#begin(one, other, m))
  }

  #begin(one: Feature, other: Feature, m: Measures): ClauseMeasures {
    const rare = isSingle(one) && isSingle(other) ? m.rare : rareOf(one.whole.bag, other.whole.bag)
    return this.#measuring.of(m, rare, this.#stance.get(one.inAll), this.#stance.get(other.inAll))
  }

  /** Where each pair of clauses stands among the others, by its place in what is kept. */
  #standings(): (index: number) => PairStanding {
    const { features } = this.#corpus
    const policyOf: number[] = []
    for (const { inAll, policy } of features) policyOf[inAll] = policy
    this.#gathered.moveTo(this.#kept)
    const { a, b, first, count } = this.#kept
    const clausesOf = (ends: Int32Array): Int32Array => ends.slice(0, count).map((end) => (features[end] as Feature).inAll)
    return new PairPlaces(policyOf, { a: clausesOf(a), b: clausesOf(b) }).standings(first.subarray(0, count))
  }

  /** How sure each pair of clauses is that shares any words to speak of, however little that is. */
  scores(): readonly ClauseScore[] {
    const standing = this.#standings()
    const { a, b, final, sentence, count } = this.#kept
    const { features } = this.#corpus
    return Array.from({ length: count }, (_, index) => ({
      a: refOf(features[a[index] as number] as Feature),
      b: refOf(features[b[index] as number] as Feature),
      score: clauseScore(final[index] as number, standing(index)),
      sentence: sentence[index] as number,
    }))
  }

  /** The pairs of clauses that are sure enough, and what a person made of others, in the order of the corpus. */
  pairs(decided: ConfirmedAlignments): readonly Pair[] {
    const { features } = this.#corpus
    const standing = this.#standings()
    const kept = this.#kept
    const { a, b, final, grade, count } = kept
    const refs: ClauseRef[] = []
    for (const feature of features) refs[feature.inAll] ??= refOf(feature)
    const explain = (index: number): readonly Evidence[] => {
      const [one, other] = [features[a[index] as number] as Feature, features[b[index] as number] as Feature]
      return evidenceFor(this.#corpus, one, other, kept.sharesAt(index), standing(index))
    }
    const clauseOf = (at: number): number => (features[at] as Feature).inAll
    // Places of pairs in what is kept, and their scores in thousandths; behind them those that a person confirmed.
    const told: number[] = []
    const thousandths = new Uint16Array(count)
    for (let index = 0; index < count; index++) {
      const one = features[a[index] as number] as Feature
      const other = features[b[index] as number] as Feature
      const pivot = one.clause.origin !== undefined && one.clause.origin === other.clause.origin
      if (!pivot && clauseScore(final[index] as number, FOREMOST) < PROPOSED) continue
      const score = pivot ? 1 : clauseScore(final[index] as number, standing(index))
      if (score < PROPOSED || (decided.size > 0 && decided.has(clauseKey(one, other)))) continue
      thousandths[index] = Math.round(score * 1000)
      told.push(index)
    }
    const confirmed = [...decided.values()].flatMap((pair) =>
      pair?.grade === undefined ? [] : [{ a: pair.a, b: pair.b, grade: pair.grade }],
    )
    for (const at of confirmed.keys()) told.push(count + at)
    const from = (at: number): number => clauseOf(confirmed[at - count]?.a ?? (a[at] as number))
    const to = (at: number): number => clauseOf(confirmed[at - count]?.b ?? (b[at] as number))
    return told
      .sort((x, y) => from(x) - from(y) || to(x) - to(y))
      .map((at): Pair => {
        const pair = { a: refs[from(at)] as ClauseRef, b: refs[to(at)] as ClauseRef }
        const person = confirmed[at - count]
        if (person) {
          const { grade } = person
          return { ...pair, grade, score: 1, confirmed: true, evidence: [{ kind: 'person', weight: 1, detail: [] }] }
        }
        const known = { ...pair, grade: GRADES[grade[at] as number] as Grade, score: (thousandths[at] as number) / 1000 }
        return new Proposed(known, explain, at)
      })
  }
}

/** What two sentences say of their clauses, of one pair after another: of a sector there are very many. */
class ClauseMeasuring implements ClauseMeasures {
  words = 0
  rare = 0
  topic = 0
  topicAmount = 0
  place = 0
  stance = 0
  definition = false
  strangers = false
  opposed = false
  sentence = 0
  matter = 0
  phrase = 0
  equal = false

  of(m: Measures, rare: number, one: Feature['modality'] | undefined, other: Feature['modality'] | undefined): this {
    this.words = m.whole
    this.rare = rare
    this.topic = m.wholeTopic
    this.topicAmount = m.wholeAmount
    this.place = m.place
    this.stance = one === other ? 1 : one === 'statement' || other === 'statement' ? 0.5 : 0
    this.definition = m.definition
    this.strangers = m.strangers
    this.opposed = m.opposed
    this.sentence = Math.max(m.words, m.whole)
    this.matter = Math.max(m.topic, m.wholeTopic)
    this.phrase = m.phrase
    this.equal = m.equal
    return this
  }
}

/** A pair that no person confirmed. What it rests on is said when it is asked: of a sector that is most of what there is to say. */
class Proposed implements Pair {
  readonly a: ClauseRef
  readonly b: ClauseRef
  readonly grade: Grade
  readonly score: number
  readonly confirmed = false
  readonly #explain: (index: number) => readonly Evidence[]
  readonly #index: number

  constructor(
    { a, b, grade, score }: Omit<Pair, 'confirmed' | 'evidence'>,
    explain: (index: number) => readonly Evidence[],
    index: number,
  ) {
    this.a = a
    this.b = b
    this.grade = grade
    this.score = score
    this.#explain = explain
    this.#index = index
  }

  get evidence(): readonly Evidence[] {
    return this.#explain(this.#index)
  }

  /** All that is told of the pair, as one value. */
  toJSON(): Pair {
    const { a, b, grade, score, confirmed, evidence } = this
    return { a, b, grade, score, confirmed, evidence }
  }
}

const refOf = ({ policy, clause }: Feature): ClauseRef => ({ policy, id: clause.id })
const isSingle = (feature: Feature): boolean => feature.whole.bag === feature.bag

/** How sure it is that two clauses regulate the same matter, 0 to 1. */
export interface ClauseScore {
  readonly a: ClauseRef
  readonly b: ClauseRef
  readonly score: number
  /** How alike they are in words, or the two sentences of them that are most alike, 0 to 1. */
  readonly sentence: number
}
