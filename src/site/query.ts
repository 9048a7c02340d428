import type MiniSearch from 'minisearch'
import type { Query } from 'minisearch'
import { compoundPartsBy, stemBy, wordsOf } from '../language/index.js'
import { isFormOf } from '../language/kindred/index.js'
import type { SearchData } from './search-data.js'

/** A clause that was found, with how well it answers. */
export interface Hit {
  /** Its place in `clauses` of what the search was given. */
  readonly clause: number
  readonly score: number
}

/** The fields of a clause and how surely it is about a word that stands in each. */
export const FIELDS = { text: 1, defined: 1.3, lead: 0.6, sections: 0.5, title: 0.2, matters: 1, touched: 0.5 } as const

/** What a way to mean a word counts beside the word itself. */
const WAYS = { word: 1, begins: 0.4, near: 0.5, matter: 0.85, wider: 0.3 }
/** What the words of a compound that nobody wrote count, and an expression beside its words. */
const PARTS = { first: 0.6, last: 0.9 }
const EXPRESSION = 0.7
/** How near a word must be for one that nobody wrote so: a fifth of its letters. */
const NEAR = 0.2
const SHORTEST_NEAR = 6
const SHORTEST_BEGINNING = 4
/** How much a long clause is held to say less of each of its words. */
const LENGTH = 0.2

/** Words of questions that are kept with where they stand. */
const REMEMBERED = 50

/** The terms that words are kept and searched by: stems, and with what kind of word it is where words of several share one. */
export const createTerms =
  ({ lang, endings, apart }: Pick<SearchData, 'lang' | 'endings' | 'apart'>) =>
  (word: string): string => {
    const term = stemBy(word, lang, endings)
    const entry = Object.hasOwn(apart, term) ? apart[term]?.find(([each]) => isFormOf(word, each, lang)) : undefined
    return entry === undefined ? term : `${term}/${entry[1]}`
  }

/** How surely clauses are about something, by their place. */
type Strengths = ReadonlyMap<number, number>

/**
 * Answers questions from an index, the clauses that say most of what was asked first. Every word of a question counts once, by the surest way
 * in which a clause says it (by its stem, by other words for the matter, by what it is a kind of), and the more the fewer clauses say it.
 * A compound that nobody wrote is asked by its parts, a misspelled word by what is near.
 */
export function createQuery(
  data: Pick<SearchData, 'lang' | 'clauses' | 'askingWords' | 'matters' | 'apart' | 'endings' | 'diminutives' | 'compoundLinks'>,
  index: MiniSearch,
): (question: string) => readonly Hit[] {
  const { lang, clauses, matters, endings, diminutives, compoundLinks } = data
  const stem = (word: string) => stemBy(word, lang, endings)
  const termOf = createTerms(data)
  const skipped = new Set(data.askingWords)
  const particles = new Set(matters.particles)
  const mean = clauses.reduce((sum, [, , , , , length]) => sum + length, 0) / clauses.length
  const shorter = clauses.map(([, , , , , length]) => 1 / (1 - LENGTH + (LENGTH * length) / mean))

  /** Where any of some terms stands; what is not among them is a longer word or a near one. */
  const strengthsOf = (ways: ReadonlyMap<string, number>, other: number, options: Partial<Query & object> = {}): Strengths => {
    const queries: Query[] = [...ways.keys()].map((term) => ({ queries: [term], ...(isMatter(term) ? {} : options) }))
    const found = index.search({ queries, combineWith: 'OR' }, { tokenize: whole, processTerm: same })
    return new Map(
      found.map(({ id, match }) => {
        const sure = Object.entries(match).map(([term, fields]) => {
          const field = Math.max(...fields.map((name) => FIELDS[name as keyof typeof FIELDS]))
          return (ways.get(term) ?? other) * field
        })
        return [Number(id), Math.max(...sure) * (shorter[Number(id)] ?? 1)]
      }),
    )
  }
  const mattersOf = (word: string): readonly number[] => {
    const term = stem(word)
    const entries = Object.hasOwn(matters.words, term) ? (matters.words[term] ?? []) : []
    return [...new Set(entries.flatMap(([entry, ...found]) => (isFormOf(word, entry, lang) ? found : [])))]
  }
  const addMatters = (ways: Map<string, number>, found: readonly number[]) => {
    const put = (matter: number, weight: number) =>
      ways.set(matterTerm(matter), Math.max(weight / Math.sqrt(found.length), ways.get(matterTerm(matter)) ?? 0))
    for (const matter of found) {
      put(matter, WAYS.matter)
      for (const each of matters.wider[matter] ?? []) put(each, WAYS.wider)
    }
  }
  /** A word, and what it is the small one of: mobieltje. */
  const formsOf = (word: string): readonly string[] => {
    const small = diminutives.filter((ending) => word.length >= ending.length + 3 && word.endsWith(ending))
    return [word, ...small.map((ending) => word.slice(0, -ending.length))]
  }
  const isWritten = (word: string) => index.search(termOf(word), { tokenize: whole, processTerm: same }).length > 0
  const isKnown = (word: string) => formsOf(word).some((form) => mattersOf(form).length > 0 || isWritten(form))
  // Who types asks the same words again with every letter.
  const asked = new Map<string, Strengths>()
  const ofWord = (word: string): Strengths => {
    const found = asked.get(word) ?? readWord(word)
    if (asked.size >= REMEMBERED) asked.clear()
    asked.set(word, found)
    return found
  }
  const readWord = (word: string): Strengths => {
    const forms = formsOf(word)
    const ways = new Map(forms.map((form) => [termOf(form), WAYS.word]))
    addMatters(ways, [...new Set(forms.flatMap(mattersOf))])
    const begins = { prefix: (term: string) => term.length >= SHORTEST_BEGINNING }
    if (isKnown(word) || word.length < SHORTEST_NEAR) return strengthsOf(ways, WAYS.begins, begins)
    return strengthsOf(ways, WAYS.near, { ...begins, fuzzy: NEAR })
  }
  const ofMatter = (matter: number): Strengths => {
    const ways = new Map<string, number>()
    addMatters(ways, [matter])
    return strengthsOf(ways, 0)
  }

  /** Words with verbs whose part stands apart as one: "leest … mee" is meelezen. A part by itself asks nothing. */
  const joined = (words: readonly string[]): readonly string[] => {
    const parts = words.filter((word) => particles.has(word))
    const verbs = words.filter((word) => !particles.has(word))
    return verbs.map((verb) => {
      const whole = parts.map((part) => part + verb).find((each) => mattersOf(each).length > 0)
      return whole ?? verb
    })
  }

  return (question) => {
    const words = [...new Set(wordsOf(question))]
    const telling = joined(words.filter((word) => !skipped.has(word)))
    const scores = new Map<number, number>()
    const add = (found: Strengths, weight: number) => {
      let about = 0
      for (const strength of found.values()) about += Math.min(1, strength)
      // The rarity of Okapi BM25, with clauses counted as far as they are about it.
      const rarity = Math.log(1 + (clauses.length - about + 0.5) / (about + 0.5))
      for (const [clause, strength] of found) scores.set(clause, (scores.get(clause) ?? 0) + weight * rarity * strength)
    }
    for (const word of telling.length > 0 ? telling : words) {
      const parts = isKnown(word) ? undefined : compoundPartsBy(word, compoundLinks, isKnown)
      if (!parts) add(ofWord(word), 1)
      else {
        add(ofWord(parts[0]), PARTS.first)
        add(ofWord(parts[1]), PARTS.last)
      }
    }
    const stems = new Set(words.map(stem))
    for (const [parts, matter] of matters.expressions)
      if (parts.every((part) => stems.has(part))) add(ofMatter(matter), EXPRESSION)
    return [...scores].map(([clause, score]) => ({ clause, score })).sort((a, b) => b.score - a.score || a.clause - b.clause)
  }
}

/** A matter among the words of an index: no word has its sign. */
export const matterTerm = (matter: number): string => `${SIGN}${matter}`
const SIGN = '~'
const isMatter = (term: string): boolean => term.startsWith(SIGN)

const whole = (text: string): string[] => [text]
const same = (term: string): string => term
