import type { PairStanding } from './score.js'
import type { Grade } from './types.js'

/** How alike two clauses are, from what their sentences have in common. Each 0 to 1. */
export interface ClauseMeasures {
  /** Of the whole clauses. */
  readonly words: number
  readonly rare: number
  readonly topic: number
  readonly topicAmount: number
  readonly place: number
  readonly stance: number
  readonly definition: boolean
  readonly strangers: boolean
  readonly opposed: boolean
  /** Of the two sentences that are most alike in it, or the wholes. */
  readonly sentence: number
  readonly matter: number
  readonly phrase: number
  readonly equal: boolean
}

/**
 * The score of a pair of clauses is a logistic function of these. The weights were fitted on hand-made pairs of clauses of ten school protocols
 * and rounded; how they do on protocols they were not fitted on stands in `docs/comparing-schools.md`.
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
/** How much a pair gains by where it stands. */
const STANDING = { both: 1.15, one: 0.7, third: 1.55 } as const

/** Below this score a pair of clauses is not proposed. */
export const PROPOSED = 0.31

const isSame = (m: ClauseMeasures): boolean => m.equal || (m.words >= 0.85 && m.stance === 1)

const sum = (weights: typeof FIRST | typeof FINAL, m: ClauseMeasures): number =>
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
export const firstClauseSum = (m: ClauseMeasures): number => sum(FIRST, m)

/** The same with the weights that leave room for where it stands. */
export const finalClauseSum = (m: ClauseMeasures): number => sum(FINAL, m)

/** How sure a pair is, with a share for where it stands. */
export const clauseScore = (final: number, { both, one, third }: PairStanding): number =>
  1 / (1 + Math.exp(-(final + STANDING.both * both + STANDING.one * one + STANDING.third * third)))

/** Above 0 two clauses say the same rule; fitted and rounded as the score. */
const variantOf = (m: ClauseMeasures): number => -4.3 + 2.5 * m.words + 5.6 * m.sentence - (m.strangers ? 3.2 : 0)

export const clauseGrade = (m: ClauseMeasures): Grade =>
  isSame(m) ? 'same' : variantOf(m) >= 0 && !m.opposed ? 'variant' : 'related'
