import { type Bag, Common, countShared, dice, shared, strongestShared } from '../compare/index.js'
import type { Feature } from './features.js'
import { type Kinds, kindsOf } from './kinds.js'
import { SectionLikeness } from './sections.js'

/** How alike two sentences are, one number from 0 to 1 per kind of evidence. */
export interface Measures {
  /** Shared weight of terms as a share of all weight (Dice). */
  readonly words: number
  /** The same of all that stands in their sections. */
  readonly section: number
  /** What they are about whatever the subject: shared weight as a share of all, by themselves and with what stands above, and the rarest. */
  readonly matter: number
  readonly around: number
  readonly rareMatter: number
  /** `topic` with rare topics counting for more; the rarest topic that the clauses they stand in both point to. */
  readonly topicRarely: number
  readonly wholeRareTopic: number
  /** 1 where both name a value of one measure, 0 where neither names any, -0.5 where they do not go together. */
  readonly values: number
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
  /** How far their policies speak of one subject, levelling off where they do. */
  readonly ground: number
}

/** At what a measure that levels off is one half. */
const HALF = {
  /** A term that one clause in six has. */
  rare: 2,
  /** About two runs of words that few clauses have. */
  phrase: 6,
  /** Of a topic of the clauses, or of a matter. */
  rareTopic: 2,
  topic: 0.8,
} as const
/** Common ground from which two policies are on one subject. */
const ONE_SUBJECT = 0.4

/** Shared content below which small words are not looked at. */
const LITERAL = 0.4

/** Shared words, small ones too, from which two sentences are two versions of one. */
export const VERSION = 0.6

const levelled = (value: number, half: number): number => value / (value + half)

/** The rarest and surest term two bags share, levelling off. */
export const rareOf = (a: Bag, b: Bag): number => levelled(strongestShared(a, b), HALF.rare)

/** Words of two sentences that both have, small ones too, as a share of all. */
export function literalOf(a: Feature, b: Feature): number {
  if (a.words === b.words) return 1
  const ones = a.wordIds
  const others = b.wordIds
  return (2 * countShared(ones, others)) / (ones.length + others.length)
}

const valuesOf = ({ measures: ones }: Feature, { measures: others }: Feature): number =>
  ones.length + others.length === 0 ? 0 : ones.some((one) => others.includes(one)) ? 1 : -0.5

const forbids = ({ modality, sentence }: Feature): boolean => modality === 'prohibition' && sentence.condition === undefined
const allows = ({ modality }: Feature): boolean => modality === 'permission' || modality === 'conditional-permission'

const [TERMS, TOPICS, RARE_TOPICS, MATTERS, WHOLE_TOPICS, NOTHING] = Array.from({ length: 6 }, () => new Common()) as [
  Common,
  Common,
  Common,
  Common,
  Common,
  Common,
]

/** The measures of a pair: of its texts, and of where it stands. */
class PairMeasures implements Measures {
  words = 0
  section = 0
  matter = 0
  around = 0
  rareMatter = 0
  topicRarely = 0
  wholeRareTopic = 0
  values = 0
  whole = 0
  wholeTopic = 0
  wholeAmount = 0
  rare = 0
  phrase = 0
  topic = 0
  topicAmount = 0
  stance = 0
  opposed = false
  strangers = false
  equal = false
  literal = 0
  definition = false
  place = 0
  ground = 0

  /** Measures what two sentences say, whatever stands around them. */
  ofTexts(a: Feature, b: Feature): this {
    const terms = TERMS.of(a.bag, b.bag)
    const topics = TOPICS.of(a.topics, b.topics)
    // Most pairs share no topic, and then no rare one.
    const rareTopics = topics.sum === 0 ? NOTHING : RARE_TOPICS.of(a.rareTopics, b.rareTopics)
    const matters = MATTERS.of(a.matters, b.matters)
    const one = a.whole
    const other = b.whole
    // Clauses of one sentence are alike as these are.
    const single = one.bag === a.bag && other.bag === b.bag
    const wholeTopics = single ? topics : WHOLE_TOPICS.of(one.topics, other.topics)
    this.words = terms.dice
    this.matter = matters.dice
    this.around = dice(a.around, b.around)
    this.rareMatter = levelled(matters.most, HALF.rareTopic)
    this.topicRarely = rareTopics.dice
    const rarest = single || wholeTopics.sum === 0 ? rareTopics.most : strongestShared(one.rareTopics, other.rareTopics)
    this.wholeRareTopic = levelled(rarest, HALF.rareTopic)
    this.values = valuesOf(a, b)
    this.rare = levelled(terms.most, HALF.rare)
    this.phrase = levelled(shared(a.phrases, b.phrases), HALF.phrase)
    this.topic = topics.dice
    this.topicAmount = levelled(topics.most, HALF.topic)
    this.whole = single ? terms.dice : dice(one.bag, other.bag)
    this.wholeTopic = wholeTopics.dice
    this.wholeAmount = levelled(wholeTopics.most, HALF.topic)
    this.stance = a.modality === b.modality ? 1 : a.modality === 'statement' || b.modality === 'statement' ? 0.5 : 0
    this.opposed = (forbids(a) && allows(b)) || (forbids(b) && allows(a))
    this.strangers = a.people.length > 0 && b.people.length > 0 && !a.people.some((one) => b.people.includes(one))
    this.equal = a.words === b.words
    // Few sentences come near enough for it to matter.
    this.literal = terms.dice < LITERAL ? 0 : literalOf(a, b)
    this.definition = a.defines !== b.defines
    return this
  }

  /** Measures where they stand; `section` is how alike their sections are, `ground` how far their policies speak of one subject. */
  ofPlaces(a: Feature, b: Feature, section: number, ground: number): this {
    this.section = section
    this.place = 1 - Math.abs(a.place - b.place)
    this.ground = Math.min(ground, ONE_SUBJECT)
    return this
  }
}

/** Measures one pair of sentences after another. What is made anew for each would be most of what a comparison throws away. */
export class Measuring {
  readonly #features: readonly Feature[]
  readonly #kinds: Kinds
  /** By two kinds the measures of their texts; none where so few sentences say the same that little would be measured twice. */
  readonly #known: (PairMeasures | undefined)[] | undefined
  readonly #one = new PairMeasures()
  readonly #sections = new SectionLikeness()

  /** `pairs`: how many will be measured. */
  constructor(features: readonly Feature[], pairs: number) {
    this.#features = features
    this.#kinds = kindsOf(features)
    const most = this.#kinds.count ** 2
    this.#known = most <= pairs ? new Array(most) : undefined
  }

  /** Measures the pair of two sentences by their index. The next pair may take its place. */
  of(a: number, b: number, ground: (one: number, other: number) => number): Measures {
    const one = this.#features[a] as Feature
    const other = this.#features[b] as Feature
    const section = this.#sections.between(one.section, other.section)
    return this.#ofTexts(a, b, one, other).ofPlaces(one, other, section, ground(one.policy, other.policy))
  }

  #ofTexts(a: number, b: number, one: Feature, other: Feature): PairMeasures {
    if (this.#known === undefined) return this.#one.ofTexts(one, other)
    const { of, count } = this.#kinds
    const at = (of[a] as number) * count + (of[b] as number)
    const known = this.#known[at]
    if (known) return known
    const measures = new PairMeasures().ofTexts(one, other)
    this.#known[at] = measures
    return measures
  }
}
