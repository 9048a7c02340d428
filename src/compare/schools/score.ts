import type { Measures } from './measure.js'
import type { Evidence, Grade } from './types.js'

/**
 * The score of a pair is a logistic function of its measures. The weights were fitted on hand-made pairs of five school protocols, one
 * pair of documents at a time left out, and rounded; `tests/compare/schools/gold.test.ts` holds what they reach.
 */
const FIRST = { base: -7, words: 2, sentence: 4, matter: 2.5, topic: 2.5, topicAmount: 3, stance: 0.5 } as const
const FINAL = { base: -7, words: 1.5, sentence: 3, matter: 2, topic: 1.5, topicAmount: 2.5, stance: 0.5 } as const
/** How much a pair gains that is the best for both of its clauses, for one of them, and that has a pair before or after it. */
const PLACE = { both: 1.5, one: 1, neighbours: 0.5 } as const

/** Below this score a pair is not proposed. */
export const PROPOSED = 0.35

const logistic = (x: number): number => 1 / (1 + Math.exp(-x))

const sum = (weights: typeof FIRST | typeof FINAL, m: Measures): number =>
  weights.base +
  weights.words * m.words +
  weights.sentence * m.sentence +
  weights.matter * m.matter +
  weights.topic * m.topic +
  weights.topicAmount * m.topicAmount +
  weights.stance * m.stance

/** The score of two clauses by themselves. */
export const firstScore = (m: Measures): number => logistic(sum(FIRST, m))

/** Where a pair stands among the others, each 0 to 1. */
export interface Standing {
  /** Its first score as a share of the best its clauses have with the other policy: the lesser and the greater of the two shares. */
  readonly both: number
  readonly one: number
  /** The best first score of the clauses before or after it. */
  readonly neighbours: number
}

/** What the measures alone give to the final score, before its logistic function. */
export const finalSum = (m: Measures): number => sum(FINAL, m)

export const finalScore = (sum: number, place: Standing): number =>
  logistic(sum + PLACE.both * place.both + PLACE.one * place.one + PLACE.neighbours * place.neighbours)

/** Above it two clauses say the same rule; fitted and rounded as the score. */
const variantOf = (m: Measures): number => -3.8 + 1.25 * m.words + 2.6 * m.contained + 2 * m.sentence + 0.65 * m.stance

export const gradeOf = (m: Measures): Grade =>
  m.words >= 0.85 && m.stance === 1 ? 'same' : variantOf(m) >= 0 && !m.opposed ? 'variant' : 'related'

/** The three kinds of evidence with the greatest share in the score. */
export function evidenceOf(
  m: Measures,
  place: Standing,
  detail: { readonly words: readonly string[]; readonly topics: readonly string[] },
): readonly Evidence[] {
  const parts: [Evidence['kind'], number, readonly string[]][] = [
    ['words', FINAL.words * m.words, detail.words],
    ['sentence', FINAL.sentence * m.sentence, detail.words],
    ['topic', FINAL.matter * m.matter + FINAL.topic * m.topic + FINAL.topicAmount * m.topicAmount, detail.topics],
    ['mutual', PLACE.both * place.both + PLACE.one * place.one, []],
    ['neighbours', PLACE.neighbours * place.neighbours, []],
  ]
  const total = parts.reduce((all, [, weight]) => all + weight, 0)
  return parts
    .map(([kind, weight, words]) => ({ kind, weight: Math.round((100 * weight) / total) / 100, detail: words }))
    .sort((a, b) => b.weight - a.weight || (a.kind < b.kind ? -1 : 1))
    .slice(0, 3)
    .filter(({ weight }) => weight > 0)
}
