import { compoundPartsBy, stemBy, wordsOf } from '../language/index.js'
import { isFormOf } from '../language/kindred/index.js'
import { maximum } from '../model/index.js'
import { FIELD, type SearchData } from './search-data.js'
import { Terms } from './terms.js'

/** A clause that was found, with how well it answers. */
export interface Hit {
  /** Its place among the clauses of what the search was given. */
  readonly clause: number
  readonly score: number
}

/** How surely a clause is about what stands in its own words. */
const OWN = { text: 1, defined: 1.3, lead: 0.6, touched: 0.5 } as const
/** The same of what stands in a title above it and in that of its policy; and what the lesser adds where both say it. */
const SECTION = 0.8
const TITLE = 0.7
const BOTH = 0.6

/** What a way to mean a word counts beside the word itself. */
const WAYS = { word: 1, derived: 0.75, begins: 0.4, near: 0.5, matter: 0.95, matterOfDerived: 0.6, wider: 0.3 }
/** What the words of a compound that nobody wrote count, and an expression beside its words. */
const PARTS = { first: 0.6, last: 0.9 }
const EXPRESSION = 0.7
const SHORTEST_NEAR = 6
const SHORTEST_BEGINNING = 4
/** How much a long clause is held to say less of each of its words. */
const LENGTH = 0.2
/** How much better a clause answers that has what the question expects: a number, or a norm. */
const FITS = { count: 1.4, norm: 1.1 }

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

/** How surely a word is meant by clauses themselves, by the titles of their sections, and by those of their policies. */
interface Found {
  readonly own: Float64Array
  readonly sections: Float64Array
  readonly policies: Float64Array
}

/**
 * Answers questions, the clauses that say most of what was asked first. Every word of a question counts once, by the surest way
 * in which a clause says it (by its stem, by other words for the matter, by what it is a kind of), by itself or under its titles, and the
 * more the fewer clauses say it. A compound that nobody wrote is asked by its parts, a misspelled word by what is near.
 */
export function createQuery(data: SearchData): (question: string) => readonly Hit[] {
  const { lang, endings, compoundLinks, policies, questions } = data
  const { lengths, stances, counted } = data.clauses
  const understand = createReader(data)
  const skipped = new Set(data.askingWords)
  const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length
  const shorter = Float64Array.from(lengths, (length) => 1 / (1 - LENGTH + (LENGTH * length) / mean))
  const policyOf = Int32Array.from(policies.flatMap(({ count }, at) => Array.from({ length: count }, () => at)))
  const statement = String(data.stances.indexOf('statement'))

  return (question) => {
    const all = wordsOf(question)
    const count = openingOf(all, questions.count)
    const norm = openingOf(all, questions.norm)
    const told = new Set(norm.flatMap((each) => each.split(' ')))
    const words = [...new Set(without(all, count))]
    const telling = understand.joined(words.filter((word) => !skipped.has(word) && !told.has(word)))
    const scores = new Float64Array(lengths.length)
    const add = ({ own, sections, policies: titles }: Found, weight: number) => {
      let about = 0
      for (let clause = 0; clause < own.length; clause++)
        about += Math.min(1, Math.max(own[clause] as number, SECTION * (sections[clause] as number)))
      // The rarity of Okapi BM25, with clauses counted as far as they are about it.
      const rarity = Math.log(1 + (lengths.length - about + 0.5) / (about + 0.5))
      for (let clause = 0; clause < own.length; clause++) {
        const said = (own[clause] as number) * (shorter[clause] as number)
        const above = Math.max(SECTION * (sections[clause] as number), TITLE * (titles[policyOf[clause] as number] as number))
        if (said === 0 && above === 0) continue
        const sure = Math.max(said, above) + BOTH * Math.min(said, above)
        scores[clause] = (scores[clause] as number) + weight * rarity * sure
        // What only the title of its policy says was asked of no clause in particular.
        if (said > 0 || (sections[clause] as number) > 0) found.add(clause)
      }
    }
    const found = new Set<number>()
    for (const word of telling.length > 0 ? telling : words) {
      const parts = understand.isKnown(word) ? undefined : compoundPartsBy(word, compoundLinks, understand.isKnown)
      if (!parts) add(understand.word(word), 1)
      else {
        add(understand.word(parts[0]), PARTS.first)
        add(understand.word(parts[1]), PARTS.last)
      }
    }
    const stems = new Set(words.map((word) => stemBy(word, lang, endings)))
    for (const [parts, matter] of data.matters.expressions)
      if (parts.every((part) => stems.has(part))) add(understand.matter(matter), EXPRESSION)
    const fits = (clause: number): number =>
      (count.length > 0 && counted[clause] === '1' ? FITS.count : 1) *
      (norm.length > 0 && stances[clause] !== statement ? FITS.norm : 1)
    return [...found]
      .map((clause) => ({ clause, score: (scores[clause] as number) * fits(clause) }))
      .sort((a, b) => b.score - a.score || a.clause - b.clause)
  }
}

/** Understands the words of questions by what is known of a language and of the clauses. */
function createReader({ lang, index, matters, endings, diminutives, apart, policies, clauses }: SearchData) {
  const terms = new Terms(index, FIELD.text)
  const titles = policies.map(({ terms: own }) => new Set(own))
  const termOf = createTerms({ lang, endings, apart })
  const particles = new Set(matters.particles)

  const find = (ways: ReadonlyMap<string, number>): Found => {
    const [own, sections] = [new Float64Array(clauses.lengths.length), new Float64Array(clauses.lengths.length)]
    const named = new Float64Array(policies.length)
    for (const [term, way] of ways) {
      titles.forEach((each, at) => {
        if (each.has(term)) named[at] = Math.max(named[at] as number, way)
      })
      const places = terms.places(term)
      places?.clauses.forEach((clause, at) => {
        const fields = places.fields[at] as number
        own[clause] = Math.max(own[clause] as number, way * (SURENESS[fields] as number))
        if (fields & FIELD.sections) sections[clause] = Math.max(sections[clause] as number, way)
      })
    }
    return { own, sections, policies: named }
  }
  const mattersOf = (word: string): readonly number[] => {
    const term = stemBy(word, lang, endings)
    const entries = Object.hasOwn(matters.words, term) ? (matters.words[term] ?? []) : []
    return [...new Set(entries.flatMap(([entry, ...found]) => (isFormOf(word, entry, lang) ? found : [])))]
  }
  const put = (ways: Map<string, number>, term: string, weight: number) =>
    void ways.set(term, Math.max(weight, ways.get(term) ?? 0))
  const addMatters = (ways: Map<string, number>, found: readonly number[], weight: number) => {
    const share = 1 / Math.sqrt(found.length)
    for (const matter of found) {
      put(ways, matterTerm(matter), weight * share)
      for (const each of matters.wider[matter] ?? []) put(ways, matterTerm(each), Math.min(weight, WAYS.wider) * share)
    }
  }
  /** A word, and what it is the small one of: mobieltje. */
  const formsOf = (word: string): readonly string[] => {
    const small = diminutives.filter((ending) => word.length >= ending.length + 3 && word.endsWith(ending))
    return [word, ...small.map((ending) => word.slice(0, -ending.length))]
  }
  const isKnown = (word: string) => formsOf(word).some((form) => mattersOf(form).length > 0 || terms.has(termOf(form)))
  const readWord = (word: string): Found => {
    const forms = formsOf(word)
    const ways = new Map<string, number>(forms.map((form) => [termOf(form), WAYS.word]))
    addMatters(ways, [...new Set(forms.flatMap(mattersOf))], WAYS.matter)
    for (const kin of lang === 'nl' ? forms.flatMap(derivedOf) : []) {
      if (!isKnown(kin)) continue
      put(ways, termOf(kin), WAYS.derived)
      addMatters(ways, mattersOf(kin), WAYS.matterOfDerived)
    }
    const isNear = word.length >= SHORTEST_NEAR && !isKnown(word)
    for (const term of forms.map(termOf)) {
      if (isNear) for (const near of terms.near(term)) put(ways, near, WAYS.near)
      if (term.length >= SHORTEST_BEGINNING) for (const longer of terms.beginning(term)) put(ways, longer, WAYS.begins)
    }
    return find(ways)
  }
  // Who types asks the same words again with every letter.
  const asked = new Map<string, Found>()
  return {
    isKnown,
    word: (word: string): Found => {
      const found = asked.get(word) ?? readWord(word)
      if (asked.size >= REMEMBERED) asked.clear()
      asked.set(word, found)
      return found
    },
    matter: (matter: number): Found => {
      const ways = new Map<string, number>()
      addMatters(ways, [matter], WAYS.matter)
      return find(ways)
    },
    /** Words with verbs whose part stands apart as one: "leest … mee" is meelezen. A part by itself asks nothing. */
    joined: (words: readonly string[]): readonly string[] => {
      const parts = words.filter((word) => particles.has(word))
      const verbs = words.filter((word) => !particles.has(word))
      return verbs.map((verb) => parts.map((part) => part + verb).find((each) => mattersOf(each).length > 0) ?? verb)
    },
  }
}

/** By the fields in which a term stands, how surely a clause is about it by its own words. */
const SURENESS = Array.from({ length: 2 * FIELD.touched }, (_, fields) =>
  maximum([0, ...Object.entries(OWN).map(([name, sure]) => (fields & FIELD[name as keyof typeof OWN] ? sure : 0))]),
)

/** The openings that stand among words. */
const openingOf = (words: readonly string[], openings: readonly string[]): readonly string[] => {
  const line = ` ${words.join(' ')} `
  return openings.filter((each) => line.includes(` ${each} `))
}

const without = (words: readonly string[], openings: readonly string[]): readonly string[] =>
  openings
    .reduce((line, each) => line.replace(` ${each} `, ' '), ` ${words.join(' ')} `)
    .split(' ')
    .filter((word) => word !== '')

/** Dutch words of the same root for who does it, that it is done, and to do it: begeleider, begeleiding, begeleiden. */
function derivedOf(word: string): readonly string[] {
  const root = /^(.{4,}?)(?:ingen|ing|ers|er|aars|aar|en|t|d)?$/.exec(word)?.[1]
  return root === undefined ? [] : ['en', 'ing', 'er'].map((ending) => root + ending).filter((each) => each !== word)
}

/** A matter among the words of an index: no word has its sign. */
export const matterTerm = (matter: number): string => `${SIGN}${matter}`
const SIGN = '~'
