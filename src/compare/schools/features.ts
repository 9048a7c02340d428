import type { Language } from '../../model/index.js'
import { type Modality, type Stance, stancesOf } from '../norms/index.js'
import { type OwnNames, ownNames } from './names.js'
import { stem, wordsOf } from './stem.js'
import { PIECE, TermReader, type TextTerms } from './terms.js'
import type { SchoolClause, SchoolPolicy } from './types.js'
import type { Vocabulary } from './vocabulary.js'

/** A set of weighted terms: ids ascending, weights beside them, and their sum. */
export interface Bag {
  readonly ids: Int32Array
  readonly weights: Float64Array
  readonly total: number
}

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
  readonly clause: SchoolClause
  readonly stances: readonly Stance[]
  readonly modality: Modality
  readonly bag: Bag
  readonly topics: Bag
  /** The whole and, where there are several, its sentences: a rule may be one sentence of a longer clause elsewhere. */
  readonly units: readonly Unit[]
}

export interface Corpus {
  readonly features: readonly Feature[]
  /** First feature of each policy, and their number at the end. */
  readonly starts: readonly number[]
  /** The term, and the topic, of an id in a bag. */
  readonly names: readonly string[]
  readonly topics: readonly string[]
}

/** Numbers texts and counts in how many clauses each stands. */
class Numbering {
  readonly names: string[] = []
  readonly counts: number[] = []
  readonly #ids = new Map<string, number>()

  count(terms: Iterable<string>): void {
    for (const term of terms) {
      const id = this.#ids.get(term)
      if (id === undefined) {
        this.#ids.set(term, this.names.length)
        this.names.push(term)
        this.counts.push(1)
      } else this.counts[id] = (this.counts[id] as number) + 1
    }
  }

  /** The bag of terms with factors; `weight` gives the weight of a term from the number of clauses it stands in. */
  bag(terms: ReadonlyMap<string, number>, weight: (count: number, term: string) => number): Bag {
    const entries: [number, number][] = []
    for (const [term, factor] of terms) {
      const id = this.#ids.get(term)
      if (id === undefined) continue
      const value = factor * weight(this.counts[id] as number, term)
      if (value > 0) entries.push([id, value])
    }
    entries.sort((a, b) => a[0] - b[0])
    return {
      ids: Int32Array.from(entries, ([id]) => id),
      weights: Float64Array.from(entries, ([, value]) => value),
      total: entries.reduce((sum, [, value]) => sum + value, 0),
    }
  }
}

/** A word that stands in one clause can pair nothing; it still says that the clause has a matter of its own, but less surely. */
const ALONE = 0.6
/** Words outside the vocabulary are often incidental. */
const UNKNOWN = 0.75

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

  const [terms, topics] = [new Numbering(), new Numbering()]
  const read = policies.flatMap((policy, index) =>
    policy.clauses.map((clause, at) => {
      const own = names[index] as OwnNames
      const whole = reader.read(clause.text, clause.lang, own)
      const parts = clause.text.split(/(?<=[.!?;])\s+(?=\p{Lu})/u)
      const context = reader.read(clause.sections.join(' ; '), clause.lang, own)
      const hits = topicsOf(clause, whole, context, byLang[clause.lang])
      const sentences = parts.length > 1 ? parts.map((part) => reader.read(part, clause.lang, own)) : []
      terms.count(whole.terms.keys())
      topics.count(hits.keys())
      return { policy: index, at, clause, whole, sentences, hits }
    }),
  )
  const n = read.length
  const weight = (count: number, term: string): number =>
    Math.log(1 + n / (count + 0.5)) * (count === 1 ? ALONE : 1) * (term.startsWith('@') ? 1 : UNKNOWN)
  const topicWeight = (count: number): number => Math.log(1 + n / (count + 0.5))
  const features = read.map(({ policy, at, clause, whole, sentences, hits }): Feature => {
    const stances = stancesOf(clause.text, clause.lang, clause.lead)
    const all: Unit = { bag: terms.bag(whole.terms, weight), topics: topics.bag(hits, topicWeight) }
    const parts = sentences.map((part) => ({
      bag: terms.bag(part.terms, weight),
      topics: topics.bag(topicsOf(undefined, part, NOTHING, byLang[clause.lang]), topicWeight),
    }))
    return {
      policy,
      at,
      clause,
      stances,
      modality: stances[0]?.modality ?? 'statement',
      ...all,
      units: [all, ...parts],
    }
  })
  const starts = policies.reduce<number[]>((all, policy) => [...all, (all.at(-1) as number) + policy.clauses.length], [0])
  return { features, starts, names: terms.names, topics: topics.names }
}

const NOTHING: TextTerms = { terms: new Map(), sequence: [] }

/** Topics a clause points to: 1 for a cue, 2 for a cue of several words, half of that from the titles above it. */
function topicsOf(
  clause: SchoolClause | undefined,
  whole: TextTerms,
  context: TextTerms,
  vocabulary: Vocabulary | undefined,
): Map<string, number> {
  const hits = new Map<string, number>()
  const has = (text: TextTerms, term: string): boolean => (text.terms.get(term) ?? 0) >= PIECE
  for (const { id, cues } of vocabulary?.topics ?? []) {
    let sum = 0
    for (const cue of cues) {
      if (cue.every((term) => has(whole, term))) sum += cue.length
      else if (cue.some((term) => has(whole, term)) && cue.every((term) => has(whole, term) || has(context, term)))
        sum += cue.length / 2
    }
    if (sum > 0) hits.set(id, sum ** 0.75)
  }
  if (clause?.topic !== undefined) hits.set(clause.topic, (hits.get(clause.topic) ?? 0) + 2)
  return hits
}
