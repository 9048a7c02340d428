import { type Bag, joint, TermNumbering, type WeighedTerms } from '../compare/index.js'
import { onceFor, remembered, stem, wordsOf } from '../language/index.js'
import { mattersOf } from '../language/kindred/index.js'
import type { Language } from '../model/index.js'
import type { Modality } from '../norms/index.js'
import { commonGround } from './ground.js'
import { sameLists, wordNumbers } from './lists.js'
import { MatterReader } from './matters.js'
import { type OwnNames, ownNames } from './names.js'
import { ruleSentence } from './rule-sentence.js'
import { type Section, sections } from './sections.js'
import { type ClausePart, partsOf } from './sentences.js'
import { TermReader, type TextTerms } from './terms.js'
import { type SharesRead, type TextsRead, textsReadLately } from './texts-read.js'
import { topicsOf } from './topics.js'
import type { RuleSentence, SchoolClause, SchoolPolicy } from './types.js'
import { measureOf } from './values.js'
import { conceptTerm, type Vocabulary } from './vocabulary.js'

/** What is compared of a clause as a whole. */
interface Whole {
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
  /** The terms and the matters of the titles of each policy that its sentences or those of others have. */
  readonly titles: readonly { readonly bag: WeighedTerms; readonly matters: WeighedTerms }[]
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

export function readCorpus(
  policies: readonly SchoolPolicy[],
  vocabularies: readonly Vocabulary[],
  known: Pick<TextsRead, 'sentences' | 'matters'> = textsReadLately(),
): Corpus {
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

  const [terms, topics, phrases, matters] = [new TermNumbering(), new TermNumbering(), new TermNumbering(), new TermNumbering()]
  const readers = onceFor((lang: Language) => new MatterReader(lang))
  // What any organisation rules on, and the matters that common words speak of: of both a sentence is made.
  const commonName = onceFor((name: string) => `${COMMON}${name}`)
  const spokenOf = (text: string, words: readonly string[], lang: Language): SharesRead =>
    known.matters.of([lang, text], () => [
      ...readers(lang).read(words),
      ...[...mattersOf(words, lang)].map(([name, share]) => [commonName(name), share] as const),
    ])
  const spokenAbove = remembered((text, lang) => {
    const words = wordsOf(text)
    return spokenOf(words.join(' '), words, lang)
  })
  const starts = [0]
  const numbersOf = wordNumbers()
  const oneList = sameLists()
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
      const whole = texts.length === 1 ? undefined : { terms: united(texts.map((text) => text.terms)), topics: united(pointed) }
      return texts.map((text, part) => {
        const matter = pointed[part] as ReadonlyMap<string, number>
        const sentence = ruleSentence(clause, parts[part] as ClausePart, part, known)
        const words = text.words.join(' ')
        return {
          policy: index,
          at,
          part,
          inAll: here,
          place: at / policy.clauses.length,
          clause,
          sentence,
          defines: defining.get(clause.lang)?.some((topic) => matter.has(topic)) ?? false,
          people: oneList([...text.terms.keys()].filter((term) => vocabulary?.people.has(term))),
          words,
          wordIds: numbersOf(text.words),
          // Numbers only: what is read of a sector is much.
          terms: terms.count(text.terms),
          topics: topics.count(matter),
          phrases: phrases.count(phrasesOf(text)),
          matters: matters.count(spokenOf(words, text.words, clause.lang)),
          measures: oneList([...new Set(sentence.values.map(measureOf))].filter((of) => of !== 'place')),
          above: above.terms,
          mattersAbove,
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
  const common = commonShare(read.filter(({ topics: { from, to } }) => to > from).length / Math.max(1, n))
  const spokenWeight = (count: number, name: string): number => rarity(count) * (name.startsWith(COMMON) ? common : 1)
  // Sentences of one clause share what stands around them, those under one heading what stands above.
  const wholeOf = onceFor(
    (whole: { readonly terms: ReadonlyMap<string, number>; readonly topics: ReadonlyMap<string, number> }): Whole => {
      const [own, pointed] = [terms.find(whole.terms), topics.find(whole.topics)]
      return { bag: terms.bag(own, weight), topics: topics.bag(pointed, () => 1), rareTopics: topics.bag(pointed, rarity) }
    },
  )
  const aboveOf = onceFor((above: ReadonlyMap<string, number>): Bag => terms.bag(terms.find(above), weight))
  const spokenOver = onceFor((above: SharesRead): WeighedTerms => matters.find(above))
  const bags = read.map((each) => terms.bag(each.terms, weight))
  const inSection = sections(
    read.map(({ policy, clause, above }, index) => ({ policy, clause, bags: [bags[index] as Bag, aboveOf(above)] })),
  )
  const features = read.map((each, index): Feature => {
    const bag = bags[index] as Bag
    // What most clauses are about does not pair them less than what few are about: topics weigh the same, rare or not.
    const own = { bag, topics: topics.bag(each.topics, () => 1), rareTopics: topics.bag(each.topics, rarity) }
    // Each field by its name: objects made in one way are read in one way, and there are millions of pairs to measure.
    return {
      policy: each.policy,
      at: each.at,
      part: each.part,
      inAll: each.inAll,
      place: each.place,
      clause: each.clause,
      sentence: each.sentence,
      modality: each.sentence.stance,
      people: each.people,
      defines: each.defines,
      bag,
      topics: own.topics,
      rareTopics: own.rareTopics,
      matters: matters.bag(each.matters, spokenWeight),
      around: matters.bag(joint(each.matters, spokenOver(each.mattersAbove), ABOVE), spokenWeight),
      phrases: phrases.bag(each.phrases, (count) => (count === 1 ? 0 : rarity(count))),
      whole: each.whole ? wholeOf(each.whole) : own,
      section: inSection[index] as Section,
      measures: each.measures,
      words: each.words,
      wordIds: each.wordIds,
    }
  })
  const titles = policies.map(({ titles = [], clauses }, index) => {
    const [text, lang] = [titles.join(' ; '), clauses[0]?.lang ?? 'nl']
    const said = reader.read(text, lang, names[index] as OwnNames).terms
    return { bag: terms.find(said), matters: spokenOver(spokenAbove(text, lang)) }
  })
  const bagsOf = policies.map((_, index) => bags.slice(starts[index], starts[index + 1]))
  return {
    features,
    starts,
    ground: commonGround(bagsOf, peopleOf(terms.names, vocabularies)),
    names: terms.names,
    topics: topics.names,
    phrases: phrases.names,
    matters: matters.names,
    titles,
    roleOf: roles(policies, reader, names),
  }
}

/** Whether a term names people. Like `roles` apart from what reads a corpus: it is kept, and what it does not need is not kept with it. */
function peopleOf(names: readonly string[], vocabularies: readonly Vocabulary[]): (term: number) => boolean {
  const people = new Set(['school', ...vocabularies.flatMap((one) => [...one.people])].map(conceptTerm))
  return (term) => people.has(names[term] as string)
}

/** What a word for a person or body stands for in a policy. */
function roles(policies: readonly SchoolPolicy[], reader: TermReader, names: readonly OwnNames[]): Corpus['roleOf'] {
  const known = policies.map(({ clauses }, policy) =>
    onceFor((word: string) => {
      const { terms } = reader.read(word, clauses[0]?.lang ?? 'nl', names[policy] as OwnNames)
      return [...terms.keys()][0] ?? word.toLowerCase()
    }),
  )
  return (word, policy) => known[policy]?.(word) ?? word
}

/** Two terms in a row, each once. */
const phrasesOf = ({ sequence }: TextTerms): ReadonlyMap<string, number> =>
  new Map(sequence.slice(1).map((term, at) => [`${sequence[at]} ${term}`, 1]))

/** All keys with their greatest value. */
function united(parts: readonly ReadonlyMap<string, number>[]): ReadonlyMap<string, number> {
  if (parts.length === 1) return parts[0] as ReadonlyMap<string, number>
  const found = new Map<string, number>()
  for (const part of parts) for (const [key, value] of part) found.set(key, Math.max(value, found.get(key) ?? 0))
  return found
}
