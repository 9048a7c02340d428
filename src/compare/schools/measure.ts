import { dice, shared, strongestShared } from './bags.js'
import type { Feature } from './features.js'

/** How alike two clauses are, one number from 0 to 1 per kind of evidence. */
export interface Measures {
  /** Shared weight of terms as a share of all weight (Dice). */
  readonly words: number
  /** `words` of the two most alike sentences, or of a sentence and the whole of the other. */
  readonly sentence: number
  /** The rarest and surest term both have, levelling off. */
  readonly rare: number
  /** Shared runs of two terms, rare ones more, levelling off. */
  readonly phrase: number
  /** The topics of the two sentences, or wholes, that are most alike in topic. */
  readonly matter: number
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

const levelled = (value: number, half: number): number => value / (value + half)

const forbids = ({ stances: [first] }: Feature): boolean => first?.modality === 'prohibition' && first.condition === undefined
const allows = ({ modality }: Feature): boolean => modality === 'permission' || modality === 'conditional-permission'

export function measure(a: Feature, b: Feature): Measures {
  let [sentence, matter] = [0, 0]
  for (const one of a.units) {
    for (const other of b.units) {
      sentence = Math.max(sentence, dice(one.bag, other.bag))
      matter = Math.max(matter, dice(one.topics, other.topics))
    }
  }
  return {
    words: dice(a.bag, b.bag),
    sentence,
    rare: levelled(strongestShared(a.bag, b.bag), HALF_RARE),
    phrase: levelled(shared(a.phrases, b.phrases), HALF_PHRASE),
    matter,
    topic: dice(a.topics, b.topics),
    topicAmount: levelled(strongestShared(a.topics, b.topics), HALF_TOPIC),
    stance: a.modality === b.modality ? 1 : a.modality === 'statement' || b.modality === 'statement' ? 0.5 : 0,
    opposed: (forbids(a) && allows(b)) || (forbids(b) && allows(a)),
    strangers: a.people.length > 0 && b.people.length > 0 && !a.people.some((one) => b.people.includes(one)),
    definition: a.defines !== b.defines,
    place: 1 - Math.abs(a.place - b.place),
  }
}
