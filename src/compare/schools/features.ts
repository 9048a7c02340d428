import { stem, wordsOf } from '../../language/index.js'
import type { Language } from '../../model/index.js'
import { type Modality, type Stance, stancesOf } from '../norms/index.js'
import { type Bag, Numbering } from './bags.js'
import { type OwnNames, ownNames } from './names.js'
import { TermReader, type TextTerms } from './terms.js'
import { topicsOf } from './topics.js'
import type { SchoolClause, SchoolPolicy } from './types.js'
import type { Vocabulary } from './vocabulary.js'

/** Words with the topics they point to. */
export interface Unit {
  readonly bag: Bag
  readonly topics: Bag
}

/** What is compared of one clause. */
export interface Feature {
  readonly policy: number
  /** Index in its policy. */
  readonly at: number
  /** Where in its policy it stands, 0 to 1. */
  readonly place: number
  readonly clause: SchoolClause
  readonly stances: readonly Stance[]
  readonly modality: Modality
  /** Whom it is about, as far as it names them. */
  readonly people: readonly string[]
  /** It says what a word means. */
  readonly defines: boolean
  readonly bag: Bag
  readonly topics: Bag
  /** Two terms in a row that stand so in another clause, too. */
  readonly phrases: Bag
  /** The whole and, where there are several, its sentences: a rule may be one sentence of a longer clause elsewhere. */
  readonly units: readonly Unit[]
}

export interface Corpus {
  readonly features: readonly Feature[]
  /** First feature of each policy, and their number at the end. */
  readonly starts: readonly number[]
  /** The term, the topic and the phrase of an id in a bag. */
  readonly names: readonly string[]
  readonly topics: readonly string[]
  readonly phrases: readonly string[]
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
/** Where one sentence ends and the next begins. */
const SENTENCE_END = /(?<=[.!?;])\s+(?=\p{Lu})/u

export function readCorpus(policies: readonly SchoolPolicy[], vocabularies: readonly Vocabulary[]): Corpus {
  const byLang = { nl: undefined, en: undefined } as Record<Language, Vocabulary | undefined>
  for (const vocabulary of vocabularies) byLang[vocabulary.lang] = vocabulary
  const lexicon = new Set<string>()
  for (const policy of policies) for (const clause of policy.clauses) for (const word of wordsOf(clause.text)) lexicon.add(word)
  const langs = new Set(policies.flatMap((policy) => policy.clauses.map((clause) => clause.lang)))
  const common = (word: string): boolean =>
    vocabularies.some(
      ({ concepts, stopwords, lang }) => langs.has(lang) && (concepts.has(stem(word, lang)) || stopwords.has(word)),
    )
  const names = ownNames(policies, common)
  const reader = new TermReader(byLang, lexicon)

  const [terms, topics, phrases] = [new Numbering(), new Numbering(), new Numbering()]
  const read = policies.flatMap((policy, index) =>
    policy.clauses.map((clause, at) => {
      const own = names[index] as OwnNames
      const parts = clause.text.split(SENTENCE_END).map((part) => reader.read(part, clause.lang, own))
      const above = reader.read([...clause.sections, clause.lead ?? ''].join(' ; '), clause.lang, own)
      const matters = parts.map((part) => topicsOf(part, above, byLang[clause.lang]))
      const whole = united(parts.map((part) => part.terms))
      const matter = united(clause.topic === undefined ? matters : [...matters, new Map([[clause.topic, GIVEN]])])
      const rows = new Map(parts.flatMap(phrasesOf).map((phrase) => [phrase, 1]))
      terms.count(whole.keys())
      topics.count(matter.keys())
      phrases.count(rows.keys())
      return { policy: index, at, place: at / policy.clauses.length, clause, parts, matters, whole, matter, rows }
    }),
  )
  const n = read.length
  const rarity = (count: number): number => Math.log(1 + n / (count + 0.5))
  const weight = (count: number, term: string): number =>
    rarity(count) * (count === 1 ? ALONE : 1) * (term.startsWith('@') ? 1 : UNKNOWN)
  const features = read.map(({ policy, at, place, clause, parts, matters, whole, matter, rows }): Feature => {
    const stances = stancesOf(clause.text, clause.lang, clause.lead)
    // What most clauses are about does not pair them less than what few are about: topics weigh the same, rare or not.
    const all: Unit = { bag: terms.bag(whole, weight), topics: topics.bag(matter, () => 1) }
    const sentences = parts.map((part, index) => ({
      bag: terms.bag(part.terms, weight),
      topics: topics.bag(matters[index] as ReadonlyMap<string, number>, () => 1),
    }))
    return {
      policy,
      at,
      place,
      clause,
      stances,
      modality: stances[0]?.modality ?? 'statement',
      defines: byLang[clause.lang]?.topics.some((topic) => topic.defines && matter.has(topic.id)) ?? false,
      people: [...whole.keys()].filter((term) => byLang[clause.lang]?.people.has(term)),
      ...all,
      phrases: phrases.bag(rows, (count) => (count === 1 ? 0 : rarity(count))),
      units: sentences.length === 1 ? [all] : [all, ...sentences],
    }
  })
  const starts = policies.reduce<number[]>((all, policy) => [...all, (all.at(-1) as number) + policy.clauses.length], [0])
  return { features, starts, names: terms.names, topics: topics.names, phrases: phrases.names }
}

const phrasesOf = ({ sequence }: TextTerms): string[] => sequence.slice(1).map((term, at) => `${sequence[at]} ${term}`)

/** All keys with their greatest value. */
function united(parts: readonly ReadonlyMap<string, number>[]): ReadonlyMap<string, number> {
  if (parts.length === 1) return parts[0] as ReadonlyMap<string, number>
  const found = new Map<string, number>()
  for (const part of parts) for (const [key, value] of part) found.set(key, Math.max(value, found.get(key) ?? 0))
  return found
}
