import { type Bag, dice, shared, strongestShared } from './bags.js'
import type { Feature } from './features.js'

/** How alike two sentences are, one number from 0 to 1 per kind of evidence. */
export interface Measures {
  /** Shared weight of terms as a share of all weight (Dice). */
  readonly words: number
  /** The same of the headings and lead-ins above them. */
  readonly above: number
  /** `words`, `topic` and `topicAmount` of the clauses they stand in. */
  readonly whole: number
  readonly wholeTopic: number
  readonly wholeAmount: number
  /** The rarest and surest term both have, levelling off. */
  readonly rare: number
  /** Shared runs of two terms, rare ones more, levelling off. */
  readonly phrase: number
  /** Shared weight of topics as a share of all. */
  readonly topic: number
  /** The topic both point to most surely, levelling off. */
  readonly topicAmount: number
  /** 1 for the same modality, 0.5 where one only states, 0 otherwise. */
  readonly stance: number
  /** One forbids what the other allows. "Not unless" and "only if" are no opposites. */
  readonly opposed: boolean
  /** Both name whom they are about, and not one of them in common. */
  readonly strangers: boolean
  /** The same words. */
  readonly equal: boolean
  /** Shared words, small ones too, as a share of all. */
  readonly literal: number
  /** One says what a word means, the other does not. */
  readonly definition: boolean
  /** 1 for the same place in their policies, 0 for the first and the last. */
  readonly place: number
}

/** Weight at which `rare` is one half: a term that one clause in six has. */
const HALF_RARE = 2
/** Shared weight at which `phrase` is one half: about two runs of words that few clauses have. */
const HALF_PHRASE = 6
/** Sureness at which `topicAmount` is one half. */
const HALF_TOPIC = 0.8

/** Shared words, small ones too, from which two sentences are two versions of one. */
/** Shared content below which small words are not looked at. */
const LITERAL = 0.4

export const VERSION = 0.6

const levelled = (value: number, half: number): number => value / (value + half)

/** The rarest and surest term two bags share, levelling off. */
export const rareOf = (a: Bag, b: Bag): number => levelled(strongestShared(a, b), HALF_RARE)

/** Words of two sentences that both have, small ones too, as a share of all. */
export function literalOf(a: Feature, b: Feature): number {
  if (a.words === b.words) return 1
  const [ones, others] = [a.wordIds, b.wordIds]
  let [i, j, common] = [0, 0, 0]
  while (i < ones.length && j < others.length) {
    const [one, other] = [ones[i] as number, others[j] as number]
    if (one === other) common++
    if (one <= other) i++
    if (one >= other) j++
  }
  return (2 * common) / (ones.length + others.length)
}

const forbids = ({ modality, sentence }: Feature): boolean => modality === 'prohibition' && sentence.condition === undefined
const allows = ({ modality }: Feature): boolean => modality === 'permission' || modality === 'conditional-permission'

export function measure(a: Feature, b: Feature): Measures {
  const words = dice(a.bag, b.bag)
  const [one, other] = [a.whole, b.whole]
  const single = one.bag === a.bag && other.bag === b.bag
  const topic = dice(a.topics, b.topics)
  const topicAmount = levelled(strongestShared(a.topics, b.topics), HALF_TOPIC)
  return {
    words,
    above: dice(a.above, b.above),
    rare: rareOf(a.bag, b.bag),
    phrase: levelled(shared(a.phrases, b.phrases), HALF_PHRASE),
    topic,
    topicAmount,
    // Clauses of one sentence are alike as these are.
    whole: single ? words : dice(one.bag, other.bag),
    wholeTopic: single ? topic : dice(one.topics, other.topics),
    wholeAmount: single ? topicAmount : levelled(strongestShared(one.topics, other.topics), HALF_TOPIC),
    stance: a.modality === b.modality ? 1 : a.modality === 'statement' || b.modality === 'statement' ? 0.5 : 0,
    opposed: (forbids(a) && allows(b)) || (forbids(b) && allows(a)),
    strangers: a.people.length > 0 && b.people.length > 0 && !a.people.some((one) => b.people.includes(one)),
    equal: a.words === b.words,
    // Few sentences come near enough for it to matter.
    literal: words < LITERAL ? 0 : literalOf(a, b),
    definition: a.defines !== b.defines,
    place: 1 - Math.abs(a.place - b.place),
  }
}
