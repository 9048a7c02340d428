import type { Measures } from './measure.js'
import type { Evidence, Grade } from './types.js'

/**
 * The score of a pair is a logistic function of its measures. The weights were fitted on hand-made pairs of ten school protocols and
 * rounded; how they do on protocols they were not fitted on stands in `docs/comparing-schools.md`.
 */
const FIRST = {
  base: -8.2,
  sentence: 3.9,
  rare: 2.1,
  phrase: 1.8,
  matter: 1.7,
  topic: 3.4,
  topicAmount: 3.2,
  stance: 0.7,
  place: 0.7,
  definition: -1.4,
} as const
const FINAL = {
  base: -8.1,
  sentence: 2.8,
  rare: 1.7,
  phrase: 1.4,
  matter: 1.15,
  topic: 2.2,
  topicAmount: 2.8,
  stance: 0.4,
  place: 0.4,
  definition: -1,
} as const
/** Nearly the same words make a pair, however common they are and whatever topic they have. */
const SAME = 4
/** How much a pair gains by where it stands; see `Standing`. */
const STANDING = { both: 1.15, one: 0.7, third: 1.55 } as const

/** Below this score a pair is not proposed. */
export const PROPOSED = 0.31

const logistic = (x: number): number => 1 / (1 + Math.exp(-x))

/** Nearly the same words, and the same asked. */
const isSame = (m: Measures): boolean => m.words >= 0.85 && m.stance === 1

const sum = (weights: typeof FIRST | typeof FINAL, m: Measures): number =>
  weights.base +
  (isSame(m) ? SAME : 0) +
  weights.sentence * m.sentence +
  weights.rare * m.rare +
  weights.phrase * m.phrase +
  weights.matter * m.matter +
  weights.topic * m.topic +
  weights.topicAmount * m.topicAmount +
  weights.stance * m.stance +
  weights.place * m.place +
  (m.definition ? weights.definition : 0)

/** How much speaks for two clauses by themselves: the log odds of a pair. */
export const firstSum = (m: Measures): number => sum(FIRST, m)

/** Where a pair stands among the others, each 0 to 1. */
export interface Standing {
  /** How near it comes to the best its clauses have with the other policy, for the clause that has the better one and for the other. */
  readonly both: number
  readonly one: number
  /** The probability of the likeliest way from one to the other through a clause of a third policy: that of its less likely half. */
  readonly third: number
}

/** 1 for the best pair of a clause, less by half for each 1.4 that it falls short of the best in log odds. */
export const nearness = (sum: number, best: number): number => Math.exp((sum - best) / 2)

export const probability = logistic

/** What the measures alone give to the final score, before its logistic function. */
export const finalSum = (m: Measures): number => sum(FINAL, m)

const gain = ({ both, one, third }: Standing): number => STANDING.both * both + STANDING.one * one + STANDING.third * third

export const finalScore = (sum: number, standing: Standing): number => logistic(sum + gain(standing))

/** Above 0 two clauses say the same rule; fitted and rounded as the score. */
const variantOf = (m: Measures): number => -4.3 + 2.5 * m.words + 5.6 * m.sentence - (m.strangers ? 3.2 : 0)

export const gradeOf = (m: Measures): Grade => (isSame(m) ? 'same' : variantOf(m) >= 0 && !m.opposed ? 'variant' : 'related')

/** The three kinds of evidence with the greatest share in the score. */
export function evidenceOf(
  m: Measures,
  standing: Standing,
  detail: { readonly words: readonly string[]; readonly topics: readonly string[]; readonly phrases: readonly string[] },
): readonly Evidence[] {
  const parts: [Evidence['kind'], number, readonly string[]][] = [
    [m.sentence > m.words ? 'sentence' : 'words', FINAL.sentence * m.sentence + FINAL.rare * m.rare, detail.words],
    ['phrase', FINAL.phrase * m.phrase, detail.phrases],
    ['topic', FINAL.matter * m.matter + FINAL.topic * m.topic + FINAL.topicAmount * m.topicAmount, detail.topics],
    ['mutual', STANDING.both * standing.both + STANDING.one * standing.one, []],
    ['third', STANDING.third * standing.third, []],
    ['place', FINAL.place * m.place, []],
  ]
  const total = parts.reduce((all, [, weight]) => all + weight, 0)
  return parts
    .map(([kind, weight, words]) => ({ kind, weight: Math.round((100 * weight) / total) / 100, detail: words }))
    .sort((a, b) => b.weight - a.weight || (a.kind < b.kind ? -1 : 1))
    .slice(0, 3)
    .filter(({ weight }) => weight > 0)
}
