import { type Measures, VERSION } from './measure.js'
import type { Evidence } from './types.js'

/**
 * The score of a pair is a logistic function of its measures. The weights were fitted on hand-made pairs of sentences and rounded; how
 * they do on documents they were not fitted on stands in `docs/comparing-schools.md`.
 */
const FIRST = {
  base: -9.9,
  words: 1.8,
  phrase: 0,
  whole: 1.35,
  section: 0.8,
  matter: 1.3,
  around: 3.7,
  rareMatter: 2.9,
  topicRarely: 1.45,
  wholeRareTopic: 2.4,
  stance: 0.4,
  values: 0.25,
  place: 2.65,
  ground: 3.55,
} as const
const FINAL = {
  base: -9.3,
  words: 0.45,
  phrase: 0.9,
  whole: 0.15,
  section: 1.35,
  matter: 0,
  around: 1.8,
  rareMatter: 0.45,
  topicRarely: 0.25,
  wholeRareTopic: 0.8,
  stance: 0.15,
  values: 0.15,
  place: 0.75,
  ground: 5.45,
} as const
/** Nearly the same words make a pair, however common they are and whatever topic they have. */
const SAME = 4
/** Shared words, small ones too, from which all but a few are the same. */
const NEARLY = 0.75
/** How much a pair gains by where it stands; see `Standing`. */
const STANDING = { both: 2.45, one: 1.65, third: 1.7, beside: 1.4 } as const

/** Below this score two sentences do not draw each other into a row. */
export const LINKED = 0.03
/** The same where only the best counterparts of each were looked for. */
export const FEW_LINKED = 0.3

const logistic = (x: number): number => 1 / (1 + Math.exp(-x))

/** Nearly the same words, and the same asked. */
const isSame = (m: Measures): boolean => m.equal || (m.words >= 0.85 && m.stance === 1)

const sum = (weights: typeof FIRST | typeof FINAL, m: Measures): number =>
  weights.base +
  (isSame(m) || m.literal >= NEARLY ? SAME : m.literal >= VERSION ? SAME / 4 : 0) +
  weights.words * m.words +
  weights.phrase * m.phrase +
  weights.whole * m.whole +
  weights.section * m.section +
  weights.matter * m.matter +
  weights.around * m.around +
  weights.rareMatter * m.rareMatter +
  weights.topicRarely * m.topicRarely +
  weights.wholeRareTopic * m.wholeRareTopic +
  weights.stance * m.stance +
  weights.values * m.values +
  weights.place * m.place +
  weights.ground * m.ground

/** How much speaks for two clauses by themselves: the log odds of a pair. */
export const firstSum = (m: Measures): number => sum(FIRST, m)

/** Where a pair stands among the others, each 0 to 1. */
export interface PairStanding {
  /** How near it comes to the best its clauses have with the other policy, for the clause that has the better one and for the other. */
  readonly both: number
  readonly one: number
  /** The probability of the likeliest way from one to the other through a clause of a third policy: that of its less likely half. */
  readonly third: number
  /** How likely the sentences before them are a pair, and how likely those after them: the sum, 0 to 2. */
  readonly beside: number
}

/** Where nothing stands better: what falls short even so need not be placed. */
export const FOREMOST: PairStanding = { both: 1, one: 1, third: 1, beside: 2 }

/** 1 for the best pair of a clause, less by half for each 1.4 that it falls short of the best in log odds. */
export const nearness = (sum: number, best: number): number => Math.exp((sum - best) / 2)

export const probability = logistic

/** The sum that has a probability. */
export const logOdds = (of: number): number => Math.log(of / (1 - of))

/** What the measures alone give to the final score, before its logistic function. */
export const finalSum = (m: Measures): number => sum(FINAL, m)

/** What its place among the others adds to the final sum of a pair. */
export const gain = ({ both, one, third, beside }: PairStanding): number =>
  STANDING.both * both + STANDING.one * one + STANDING.third * third + STANDING.beside * beside

type Detail = () => readonly string[]

/** What the measures of a pair give to its score by themselves: by words, phrases, topics and place. */
export const wordShare = (m: Measures): number =>
  FIRST.words * m.words + FIRST.whole * m.whole + FIRST.around * m.around + FIRST.rareMatter * m.rareMatter
export const phraseShare = (m: Measures): number => FINAL.phrase * m.phrase
export const topicShare = (m: Measures): number => FIRST.topicRarely * m.topicRarely + FIRST.wholeRareTopic * m.wholeRareTopic
export const placeShare = (m: Measures): number => FIRST.place * m.place

/** The three kinds of evidence with the greatest share in the score, each with the words it names. */
export function evidenceOf(
  [words = 0, phrase = 0, topic = 0, place = 0]: readonly number[],
  standing: PairStanding,
  detail: { readonly words: Detail; readonly topics: Detail; readonly phrases: Detail },
): readonly Evidence[] {
  const mutual = STANDING.both * standing.both + STANDING.one * standing.one
  const third = STANDING.third * standing.third
  const total = words + phrase + topic + mutual + third + place
  const part = (kind: Evidence['kind'], weight: number, named?: Detail): Part => ({
    kind,
    weight: Math.round((100 * weight) / total) / 100,
    named,
  })
  return [
    part('words', words, detail.words),
    part('phrase', phrase, detail.phrases),
    part('topic', topic, detail.topics),
    part('mutual', mutual),
    part('third', third),
    part('place', place),
  ]
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || (a.kind < b.kind ? -1 : 1))
    .slice(0, NAMED)
    .map(({ kind, weight, named }) => ({ kind, weight, detail: named?.() ?? [] }))
}

/** Kinds of evidence that are told. */
const NAMED = 3

interface Part extends Pick<Evidence, 'kind' | 'weight'> {
  readonly named: Detail | undefined
}
