import { type Measures, VERSION } from './measure.js'
import type { Evidence } from './types.js'

/**
 * The score of a pair is a logistic function of its measures. The weights were fitted on hand-made pairs of sentences and rounded; how
 * they do on documents they were not fitted on stands in `docs/comparing-schools.md`.
 */
const FIRST = {
  base: -8.6,
  words: 3,
  rare: 2.9,
  phrase: 0.3,
  topic: 2.2,
  topicAmount: 0.8,
  whole: 3,
  wholeTopic: 2.2,
  wholeAmount: 1.9,
  above: 0.8,
  stance: 0.7,
  place: 1,
  definition: -0.9,
} as const
const FINAL = {
  base: -8.2,
  words: 1.9,
  rare: 1.9,
  phrase: 0.3,
  topic: 1.2,
  topicAmount: 0.7,
  whole: 2.9,
  wholeTopic: 1.6,
  wholeAmount: 1.8,
  above: 0.8,
  stance: 0.6,
  place: 0.7,
  definition: -0.6,
} as const
/** Nearly the same words make a pair, however common they are and whatever topic they have. */
const SAME = 4
/** Shared words, small ones too, from which all but a few are the same. */
const NEARLY = 0.75
/** How much a pair gains by where it stands; see `Standing`. */
const STANDING = { both: 1.4, one: 0.8, third: 1.0 } as const

/** Below this score two sentences do not draw each other into a row. */
export const LINKED = 0.12
/** The same where only the best counterparts of each were looked for. */
export const FEW_LINKED = 0.3

const logistic = (x: number): number => 1 / (1 + Math.exp(-x))

/** Nearly the same words, and the same asked. */
const isSame = (m: Measures): boolean => m.equal || (m.words >= 0.85 && m.stance === 1)

const sum = (weights: typeof FIRST | typeof FINAL, m: Measures): number =>
  weights.base +
  (isSame(m) || m.literal >= NEARLY ? SAME : m.literal >= VERSION ? SAME / 4 : 0) +
  weights.words * m.words +
  weights.rare * m.rare +
  weights.phrase * m.phrase +
  weights.topic * m.topic +
  weights.topicAmount * m.topicAmount +
  weights.stance * m.stance +
  weights.place * m.place +
  weights.whole * m.whole +
  weights.wholeTopic * m.wholeTopic +
  weights.wholeAmount * m.wholeAmount +
  weights.above * m.above +
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

/** Where nothing stands better: what falls short even so need not be placed. */
export const FOREMOST: Standing = { both: 1, one: 1, third: 1 }

/** 1 for the best pair of a clause, less by half for each 1.4 that it falls short of the best in log odds. */
export const nearness = (sum: number, best: number): number => Math.exp((sum - best) / 2)

export const probability = logistic

/** What the measures alone give to the final score, before its logistic function. */
export const finalSum = (m: Measures): number => sum(FINAL, m)

const gain = ({ both, one, third }: Standing): number => STANDING.both * both + STANDING.one * one + STANDING.third * third

export const finalScore = (sum: number, standing: Standing): number => logistic(sum + gain(standing))

type Detail = () => readonly string[]

/** What the measures of a pair give to its score: by words, phrases, topics and place. Kept as numbers in a row, for there are very many pairs. */
export const sharesOf = (m: Measures): readonly number[] => [
  FINAL.words * m.words + FINAL.whole * m.whole + FINAL.rare * m.rare,
  FINAL.phrase * m.phrase,
  FINAL.topic * m.topic + FINAL.wholeTopic * m.wholeTopic + FINAL.topicAmount * m.topicAmount + FINAL.wholeAmount * m.wholeAmount,
  FINAL.place * m.place,
]

/** The three kinds of evidence with the greatest share in the score, each with the words it names. */
export function evidenceOf(
  [words = 0, phrase = 0, topic = 0, place = 0]: readonly number[],
  standing: Standing,
  detail: { readonly words: Detail; readonly topics: Detail; readonly phrases: Detail },
): readonly Evidence[] {
  const parts: [Evidence['kind'], number, Detail?][] = [
    ['words', words, detail.words],
    ['phrase', phrase, detail.phrases],
    ['topic', topic, detail.topics],
    ['mutual', STANDING.both * standing.both + STANDING.one * standing.one],
    ['third', STANDING.third * standing.third],
    ['place', place],
  ]
  const total = parts.reduce((all, [, weight]) => all + weight, 0)
  return parts
    .map(([kind, weight, named]) => ({ kind, weight: Math.round((100 * weight) / total) / 100, named }))
    .sort((a, b) => b.weight - a.weight || (a.kind < b.kind ? -1 : 1))
    .slice(0, 3)
    .filter(({ weight }) => weight > 0)
    .map(({ kind, weight, named }) => ({ kind, weight, detail: named?.() ?? [] }))
}
