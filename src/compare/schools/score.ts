import type { Measures } from './measure.js'
import type { Evidence, Grade } from './types.js'

/**
 * The score of a pair is a logistic function of its measures. The weights were fitted on hand-made pairs of five school protocols and
 * rounded; fitted with one protocol left out, they reach on its pairs what `tests/compare/schools/gold.test.ts` says.
 */
const FIRST = {
  base: -9.5,
  words: 2.25,
  sentence: 3.25,
  phrase: 1.75,
  matter: 2.25,
  topic: 4,
  topicAmount: 4.5,
  stance: 0.75,
  place: 1.25,
} as const
const FINAL = {
  base: -9.5,
  words: 2.25,
  sentence: 2,
  phrase: 1.25,
  matter: 2,
  topic: 2.75,
  topicAmount: 4.75,
  stance: 0.5,
  place: 1,
} as const
/** How much a pair gains that is the best for both of its clauses, for one of them, and that has a pair before or after it. */
const STANDING = { both: 1.25, one: 1.25, neighbours: 0.25 } as const

/** Below this score a pair is not proposed. */
export const PROPOSED = 0.35

const logistic = (x: number): number => 1 / (1 + Math.exp(-x))

const sum = (weights: typeof FIRST | typeof FINAL, m: Measures): number =>
  weights.base +
  weights.words * m.words +
  weights.sentence * m.sentence +
  weights.phrase * m.phrase +
  weights.matter * m.matter +
  weights.topic * m.topic +
  weights.topicAmount * m.topicAmount +
  weights.stance * m.stance +
  weights.place * m.place

/** How much speaks for two clauses by themselves: the log odds of a pair. */
export const firstSum = (m: Measures): number => sum(FIRST, m)

/** Where a pair stands among the others, each 0 to 1. */
export interface Standing {
  /** How near it comes to the best its clauses have with the other policy, for the clause that has the better one and for the other. */
  readonly both: number
  readonly one: number
  /** The probability of the likeliest pair of the clauses before or after it. */
  readonly neighbours: number
}

/** 1 for the best pair of a clause, less by half for each 1.4 that it falls short of the best in log odds. */
export const nearness = (sum: number, best: number): number => Math.exp((sum - best) / 2)

export const probability = logistic

/** What the measures alone give to the final score, before its logistic function. */
export const finalSum = (m: Measures): number => sum(FINAL, m)

export const finalScore = (sum: number, standing: Standing): number =>
  logistic(sum + STANDING.both * standing.both + STANDING.one * standing.one + STANDING.neighbours * standing.neighbours)

/** Above 0 two clauses say the same rule; fitted and rounded as the score. */
const variantOf = (m: Measures): number => -4.4 + m.words + 2.5 * m.contained + 4 * m.sentence + 0.6 * m.stance

export const gradeOf = (m: Measures): Grade =>
  m.words >= 0.85 && m.stance === 1 ? 'same' : variantOf(m) >= 0 && !m.opposed ? 'variant' : 'related'

/** The three kinds of evidence with the greatest share in the score. */
export function evidenceOf(
  m: Measures,
  standing: Standing,
  detail: { readonly words: readonly string[]; readonly topics: readonly string[]; readonly phrases: readonly string[] },
): readonly Evidence[] {
  const parts: [Evidence['kind'], number, readonly string[]][] = [
    [m.sentence > m.words ? 'sentence' : 'words', FINAL.words * m.words + FINAL.sentence * m.sentence, detail.words],
    ['phrase', FINAL.phrase * m.phrase, detail.phrases],
    ['topic', FINAL.matter * m.matter + FINAL.topic * m.topic + FINAL.topicAmount * m.topicAmount, detail.topics],
    ['mutual', STANDING.both * standing.both + STANDING.one * standing.one, []],
    ['neighbours', FINAL.place * m.place + STANDING.neighbours * standing.neighbours, []],
  ]
  const total = parts.reduce((all, [, weight]) => all + weight, 0)
  return parts
    .map(([kind, weight, words]) => ({ kind, weight: Math.round((100 * weight) / total) / 100, detail: words }))
    .sort((a, b) => b.weight - a.weight || (a.kind < b.kind ? -1 : 1))
    .slice(0, 3)
    .filter(({ weight }) => weight > 0)
}
