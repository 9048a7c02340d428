import type { Bag, Feature } from './features.js'

/** How alike two clauses are, one number from 0 to 1 per kind of evidence. */
export interface Measures {
  /** Shared weight of terms as a share of all weight (Dice). */
  readonly words: number
  /** Shared weight as a share of the smaller clause's: 1 when a clause is wholly found in the other. */
  readonly contained: number
  /** `words` of the two most alike sentences, or of a sentence and the whole of the other. */
  readonly sentence: number
  /** The topics of the two sentences, or wholes, that are most alike in topic. */
  readonly matter: number
  /** Shared weight of topics as a share of all. */
  readonly topic: number
  /** Shared weight of topics itself, levelling off: a rare topic both are full of says more than a common one touched on. */
  readonly topicAmount: number
  /** 1 for the same modality, 0.5 where one only states, 0 otherwise. */
  readonly stance: number
  /** One forbids what the other allows. "Not unless" and "only if" are no opposites. */
  readonly opposed: boolean
}

/** Shared weight at which `topicAmount` is one half: about one topic that a tenth of the clauses have, named by two cues. */
const HALF_AMOUNT = 5

/** Sum of the lesser weights of the terms two bags share. */
export function shared(a: Bag, b: Bag): number {
  let [i, j, sum] = [0, 0, 0]
  while (i < a.ids.length && j < b.ids.length) {
    const [x, y] = [a.ids[i] as number, b.ids[j] as number]
    if (x === y) sum += Math.min(a.weights[i++] as number, b.weights[j++] as number)
    else if (x < y) i++
    else j++
  }
  return sum
}

const dice = (a: Bag, b: Bag): number => (a.total + b.total === 0 ? 0 : (2 * shared(a, b)) / (a.total + b.total))

const forbids = ({ stances: [first] }: Feature): boolean => first?.modality === 'prohibition' && first.condition === undefined
const allows = ({ modality }: Feature): boolean => modality === 'permission' || modality === 'conditional-permission'

export function measure(a: Feature, b: Feature): Measures {
  const common = shared(a.bag, b.bag)
  const smaller = Math.min(a.bag.total, b.bag.total)
  const topics = shared(a.topics, b.topics)
  let [sentence, matter] = [0, 0]
  for (const one of a.units) {
    for (const other of b.units) {
      sentence = Math.max(sentence, dice(one.bag, other.bag))
      matter = Math.max(matter, dice(one.topics, other.topics))
    }
  }
  return {
    words: dice(a.bag, b.bag),
    contained: smaller === 0 ? 0 : common / smaller,
    sentence,
    matter,
    topic: dice(a.topics, b.topics),
    topicAmount: topics / (topics + HALF_AMOUNT),
    stance: a.modality === b.modality ? 1 : a.modality === 'statement' || b.modality === 'statement' ? 0.5 : 0,
    opposed: (forbids(a) && allows(b)) || (forbids(b) && allows(a)),
  }
}
