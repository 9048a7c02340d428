import { remembered, stem, wordsOf } from '../language/index.js'
import { mattersOf } from '../language/kindred/index.js'
import type { Modality } from '../language/norms/index.js'
import type { Language } from '../model/index.js'
import { type Bag, Numbering } from './bags.js'
import { commonGround } from './ground.js'
import { MatterReader } from './matters.js'
import { type OwnNames, ownNames } from './names.js'
import { onceFor } from './once-for.js'
import { ruleSentence } from './rule-sentence.js'
import { type Section, sections } from './sections.js'
import { type Part, partsOf } from './sentences.js'
import { TermReader, type TextTerms } from './terms.js'
import { topicsOf } from './topics.js'
import type { RuleSentence, SchoolClause, SchoolPolicy } from './types.js'
import { measureOf } from './values.js'
import { conceptTerm, type Vocabulary } from './vocabulary.js'

/** What is compared of a clause as a whole. */
export interface Whole {
  readonly bag: Bag
  readonly topics: Bag
  /** The topics, those more that few sentences have. */
  readonly rareTopics: Bag
}

/** What is compared of one sentence of a clause. */
export interface Feature {
  readonly policy: number
  /** The clause by its index in the policy, and the sentence by its place in the clause. */
  readonly at: number
  readonly part: number
  /** The clause by its index among all. */
  readonly inAll: number
  /** Where in its policy it stands, 0 to 1. */
  readonly place: number
  readonly clause: SchoolClause
  readonly sentence: RuleSentence
  readonly modality: Modality
  /** Whom it is about, as far as it names them. */
  readonly people: readonly string[]
  /** It says what a word means. */
  readonly defines: boolean
  readonly bag: Bag
  readonly topics: Bag
  readonly rareTopics: Bag
  /** What it is about whatever the subject, by itself and with the heading and the lead-in above. */
  readonly matters: Bag
  readonly around: Bag
  /** Two terms in a row that stand so in another sentence, too. */
  readonly phrases: Bag
  /** The words of the clause it stands in, and all of the section around that. */
  readonly whole: Whole
  readonly section: Section
  /** What its values measure. */
  readonly measures: readonly string[]
  /** The words themselves, folded: what two sentences must have in common to be the same word for word. */
  readonly words: string
  /** The same as numbers, ascending, each as often as it stands there. */
  readonly wordIds: Int32Array
}

export interface Corpus {
  readonly features: readonly Feature[]
  /** First feature of each policy, and their number at the end. */
  readonly starts: readonly number[]
  /** The term, the topic and the phrase of an id in a bag. */
  readonly names: readonly string[]
  readonly topics: readonly string[]
  readonly phrases: readonly string[]
  /** The matter of an id in a bag; what common language knows bears the name of its group behind `COMMON`. */
  readonly matters: readonly string[]
  /** How far two policies speak of one subject, 0 to 1. */
  readonly ground: (one: number, other: number) => number
  /** What a word for a person or body stands for in a policy: words of one concept are one role, own names are the school. */
  readonly roleOf: (word: string, policy: number) => string
}

/** A word that stands in one clause can pair nothing; it still says that the clause has a matter of its own, but less surely. */
const ALONE = 0.6
/** Words outside the vocabulary are often incidental. */
const UNKNOWN = 0.75
/**
 * How surely the author's `topic=` points to its topic. Less than a cue: authors name the chapter a clause belongs to, which holds rules
 * of many kinds.
 */
const GIVEN = 0.33
/** What a matter of common language begins with, so that it is none of the field's. */
export const COMMON = '~'
/**
 * How much what common language knows counts beside what is known of the field: the more, the fewer sentences have a topic of the vocabulary. On
 * subjects that it was made for four of five have one, on subjects that nobody had in view one of four.
 */
const commonShare = (told: number): number => Math.min(1, Math.max(0.2, 1.2 - 1.3 * told))
/** Part of its weight that a matter of the heading or the lead-in has. */
const ABOVE = 0.4

export function readCorpus(policies: readonly SchoolPolicy[], vocabularies: readonly Vocabulary[]): Corpus {
  const byLang = { nl: undefined, en: undefined } as Record<Language, Vocabulary | undefined>
  for (const vocabulary of vocabularies) byLang[vocabulary.lang] = vocabulary
  const lexicon = new Set<string>()
  for (const policy of policies) for (const clause of policy.clauses) for (const word of wordsOf(clause.text)) lexicon.add(word)
  const langs = new Set(policies.flatMap((policy) => policy.clauses.map((clause) => clause.lang)))
  const isCommon = (word: string): boolean =>
    vocabularies.some(
      ({ concepts, stopwords, lang }) => langs.has(lang) && (concepts.has(stem(word, lang)) || stopwords.has(word)),
    )
  const names = ownNames(policies, isCommon)
  const defining = new Map(vocabularies.map((one) => [one.lang, one.topics.flatMap(({ id, defines }) => (defines ? [id] : []))]))
  const reader = new TermReader(byLang, lexicon)

  const [terms, topics, phrases, matters] = [new Numbering(), new Numbering(), new Numbering(), new Numbering()]
  const readers = onceFor((lang: Language) => new MatterReader(lang))
  // What any organisation rules on, and the matters that common words speak of: of both a sentence is made.
  const spokenOf = (words: readonly string[], lang: Language): ReadonlyMap<string, number> => {
    const found = new Map(readers(lang).read(words))
    for (const [name, share] of mattersOf(words, lang)) found.set(`${COMMON}${name}`, share)
    return found
  }
  const spokenAbove = remembered((words, lang) => spokenOf(wordsOf(words), lang))
  const starts = [0]
  const idOf = new Map<string, number>()
  let inAll = -1
  const read = policies.flatMap((policy, index) => {
    const own = names[index] as OwnNames
    const aboves = remembered((words, lang) => reader.read(words, lang, own))
    const sentences = policy.clauses.flatMap((clause, at) => {
      inAll++
      const here = inAll
      const vocabulary = byLang[clause.lang]
      const parts = partsOf(clause.text, clause.lang)
      const texts = parts.map((part) => reader.read(part.text, clause.lang, own))
      const above = aboves([...clause.sections, clause.lead ?? ''].join(' ; '), clause.lang)
      const pointed = texts.map((text) => {
        const matter = new Map(topicsOf(text, above, vocabulary))
        if (clause.topic !== undefined) matter.set(clause.topic, Math.max(GIVEN, matter.get(clause.topic) ?? 0))
        return matter
      })
      const mattersAbove = spokenAbove([clause.sections.at(-1), clause.lead].join(' . '), clause.lang)
      const whole = texts.length === 1 ? undefined : { terms: united(texts.map((text) => text.terms)), matter: united(pointed) }
      return texts.map((text, part) => {
        const matter = pointed[part] as ReadonlyMap<string, number>
        const rows = new Map(phrasesOf(text).map((phrase) => [phrase, 1]))
        const sentence = ruleSentence(clause, parts[part] as Part, part)
        const own = spokenOf(text.words, clause.lang)
        return {
          policy: index,
          at,
          inAll: here,
          part,
          place: at / policy.clauses.length,
          clause,
          sentence,
          modality: sentence.stance,
          defines: defining.get(clause.lang)?.some((topic) => matter.has(topic)) ?? false,
          people: [...text.terms.keys()].filter((term) => vocabulary?.people.has(term)),
          words: text.words.join(' '),
          wordIds: numbered(text.words, idOf),
          // Numbers only: what is read of a sector is much.
          counted: {
            terms: terms.count(text.terms),
            topics: topics.count(matter),
            phrases: phrases.count(rows),
            matters: matters.count(own),
          },
          own,
          mattersAbove,
          measures: [...new Set(sentence.values.map(measureOf))],
          above,
          whole,
        }
      })
    })
    starts.push((starts.at(-1) as number) + sentences.length)
    return sentences
  })
  const n = read.length
  const rarity = (count: number): number => Math.log(1 + n / (count + 0.5))
  const weight = (count: number, term: string): number =>
    rarity(count) * (count === 1 ? ALONE : 1) * (term.startsWith('@') ? 1 : UNKNOWN)
  const common = commonShare(read.filter(({ counted }) => counted.topics.ids.length > 0).length / Math.max(1, n))
  const spokenWeight = (count: number, name: string): number => rarity(count) * (name.startsWith(COMMON) ? common : 1)
  // Sentences of one clause share what stands around them.
  const wholeOf = onceFor(
    (whole: Texts): Whole => ({
      bag: terms.bag(terms.find(whole.terms), weight),
      topics: topics.bag(topics.find(whole.matter), () => 1),
      rareTopics: topics.bag(topics.find(whole.matter), rarity),
    }),
  )
  const aboveOf = onceFor((above: TextTerms): Bag => terms.bag(terms.find(above.terms), weight))
  const bags = read.map(({ counted }) => terms.bag(counted.terms, weight))
  const inSection = sections(
    read.map(({ policy, clause, above }, index) => ({ policy, clause, bags: [bags[index] as Bag, aboveOf(above)] })),
  )
  const features = read.map(({ counted, above: _, whole, own: spoken, mattersAbove, ...rest }, index): Feature => {
    const bag = bags[index] as Bag
    // What most clauses are about does not pair them less than what few are about: topics weigh the same, rare or not.
    const own = {
      bag,
      topics: topics.bag(counted.topics, () => 1),
      rareTopics: topics.bag(counted.topics, rarity),
    }
    return {
      ...rest,
      ...own,
      matters: matters.bag(counted.matters, spokenWeight),
      around: matters.bag(matters.find(joint(spoken, mattersAbove)), spokenWeight),
      phrases: phrases.bag(counted.phrases, (count) => (count === 1 ? 0 : rarity(count))),
      whole: whole ? wholeOf(whole) : own,
      section: inSection[index] as Section,
    }
  })
  const langOf = policies.map(({ clauses }) => clauses[0]?.lang ?? 'nl')
  const roleOf = (word: string, policy: number): string =>
    [...reader.read(word, langOf[policy] as Language, names[policy] as OwnNames).terms.keys()][0] ?? word.toLowerCase()
  const people = new Set(['school', ...vocabularies.flatMap((one) => [...one.people])].map(conceptTerm))
  const bagsOf = policies.map((_, index) => bags.slice(starts[index], starts[index + 1]))
  return {
    features,
    starts,
    ground: commonGround(bagsOf, (term) => people.has(terms.names[term] as string)),
    names: terms.names,
    topics: topics.names,
    phrases: phrases.names,
    matters: matters.names,
    roleOf,
  }
}

/** The matters of a sentence with those of what stands above it. */
function joint(own: ReadonlyMap<string, number>, above: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const found = new Map(own)
  for (const [matter, share] of above) found.set(matter, Math.max(found.get(matter) ?? 0, share * ABOVE))
  return found
}

interface Texts {
  readonly terms: ReadonlyMap<string, number>
  readonly matter: ReadonlyMap<string, number>
}

/** The numbers of words, ascending; a new word gets the next. */
function numbered(words: readonly string[], ids: Map<string, number>): Int32Array {
  return Int32Array.from(words, (word) => {
    const id = ids.get(word) ?? ids.size
    ids.set(word, id)
    return id
  }).sort()
}

const phrasesOf = ({ sequence }: TextTerms): string[] => sequence.slice(1).map((term, at) => `${sequence[at]} ${term}`)

/** All keys with their greatest value. */
function united(parts: readonly ReadonlyMap<string, number>[]): ReadonlyMap<string, number> {
  if (parts.length === 1) return parts[0] as ReadonlyMap<string, number>
  const found = new Map<string, number>()
  for (const part of parts) for (const [key, value] of part) found.set(key, Math.max(value, found.get(key) ?? 0))
  return found
}
