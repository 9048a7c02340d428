import { compoundPartsBy, editDistance, stemBy, wordsOf } from '../language/index.js'
import type { SearchData } from './search-data.js'
import { createReader, type WordWeights } from './understand.js'

/** A clause that was found, with how well it answers. */
export interface Hit {
  /** Its place among the clauses of what the search was given. */
  readonly clause: number
  readonly score: number
  /** How much of what was asked it says, from 0 to 1: each word by how rare it is. */
  readonly covered: number
  /** Which of the words that were asked stand in it themselves, all in its own words, or some there or in a title above it; else it has kindred words. */
  readonly typed: 'all' | 'some' | 'none'
}

/** What a question finds. */
interface Answered {
  /** The best first. */
  readonly hits: readonly Hit[]
  /** How many of its words are known to the language and these clauses, from 0 to 1. */
  readonly known: number
}

// The weights of this file and of `understand.ts` are fitted to written questions; each, tried higher and lower, moved one or two of 142 (docs/decisions.md).

/** The same of what stands in a title above it and in that of its policy; and what the lesser adds where both say it. */
const SECTION = 0.8
const TITLE = 0.7
const BOTH = 0.4

/** What the words of a compound that nobody wrote count, and an expression beside its words. */
const PARTS = { first: 0.6, last: 0.9 }
const EXPRESSION = 0.7
/** What an expression that people type counts, and the words of it beside it. */
const TYPED = { expression: 0.8, words: 0.4 }
/** What a word counts that is said every day of anything. */
const COMMON = 0.5
/** How much of how a clause answers is how its whole section does. */
const AROUND = 0.4
/** How much a long clause is held to say less of each of its words. */
const LENGTH = 0.2
/** Fewer letters make no slip: a letter changes them into another word. */
const SHORTEST_SLIP = 5
/** How much better a clause answers that has what the question expects: a number, or a norm. */
const FITS = { count: 1.4, norm: 1.1 }

/**
 * Answers questions, the clauses that say most of what was asked first. Every word of a question counts once, by the surest way
 * in which a clause says it (by its stem, by other words for the matter, by what it is a kind of), by itself or under its titles, and the
 * more the fewer clauses say it. A compound that nobody wrote is asked by its parts, a misspelled word by what is near, and what people
 * type by the words that rules have for it.
 */
export function createQuery(data: SearchData): (question: string) => Answered {
  const { lang, endings, compoundLinks, policies, questions } = data
  const { lengths, stances, counted } = data.clauses
  const understand = createReader(data)
  const skipped = new Set(data.askingWords)
  const common = new Set(data.commonWords.map((word) => stemBy(word, lang, endings)))
  const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length
  const shorter = Float64Array.from(lengths, (length) => 1 / (1 - LENGTH + (LENGTH * length) / mean))
  const policyOf = Int32Array.from(policies.flatMap(({ count }, at) => Array.from({ length: count }, () => at)))
  const sectionOf = Int32Array.from(data.clauses.sections.flatMap((count, at) => Array.from({ length: count }, () => at)))
  const statement = String(data.stances.indexOf('statement'))

  const filling = data.askingWords.filter((word) => word.length >= SHORTEST_SLIP)
  /** A word that only fills a question, misspelled: "tijdes" for "tijdens". */
  const isSlip = (word: string) =>
    word.length >= SHORTEST_SLIP && !understand.isKnown(word) && filling.some((each) => editDistance(word, each) === 1)

  return (question) => {
    const all = wordsOf(question)
    const count = openingOf(all, questions.count)
    const norm = openingOf(all, questions.norm)
    const told = new Set(norm.flatMap((each) => each.split(' ')))
    const words = [...new Set(without(all, count))]
    const telling = understand.joined(words.filter((word) => !skipped.has(word) && !told.has(word) && !isSlip(word)))
    const scores = new Float64Array(lengths.length)
    const covered = new Float64Array(lengths.length)
    // By sections: of each word what the clause says that says it best.
    const together = new Float64Array(data.clauses.sections.length)
    let asked = 0
    const add = ({ own, sections, policies: titles }: WordWeights, weight: number) => {
      let about = 0
      for (let clause = 0; clause < own.length; clause++)
        about += Math.min(1, Math.max(own[clause] as number, SECTION * (sections[clause] as number)))
      // The rarity of Okapi BM25, with clauses counted as far as they are about it.
      const rarity = Math.log(1 + (lengths.length - about + 0.5) / (about + 0.5))
      asked += weight * rarity
      const best = new Float64Array(together.length)
      for (let clause = 0; clause < own.length; clause++) {
        const said = (own[clause] as number) * (shorter[clause] as number)
        const above = Math.max(SECTION * (sections[clause] as number), TITLE * (titles[policyOf[clause] as number] as number))
        if (said === 0 && above === 0) continue
        const sure = Math.max(said, above) + BOTH * Math.min(said, above)
        covered[clause] = (covered[clause] ?? 0) + weight * rarity * Math.min(1, sure)
        scores[clause] = (scores[clause] ?? 0) + weight * rarity * sure
        const section = sectionOf[clause] as number
        best[section] = Math.max(best[section] as number, weight * rarity * sure)
        // What only the title of its policy says was asked of no clause in particular.
        if (said > 0 || (sections[clause] as number) > 0) isFound[clause] = 1
      }
      best.forEach((each, at) => {
        together[at] = (together[at] as number) + each
      })
    }
    const isFound = new Uint8Array(lengths.length)
    const asking = telling.length > 0 ? telling : words
    const parted = asking.map((word) => ({
      word,
      parts: understand.isKnown(word) ? undefined : compoundPartsBy(word, compoundLinks, understand.isKnown),
    }))
    const stems = new Set([...all, ...parted.flatMap(({ parts = [] }) => parts)].map((word) => stemBy(word, lang, endings)))
    const said = data.asked.expressions.filter(([parts]) => parts.every((part) => stems.has(part)))
    const meant = new Set(said.flatMap(([parts]) => parts))
    for (const { word, parts } of parted) {
      const stem = stemBy(word, lang, endings)
      const weight = (meant.has(stem) ? TYPED.words : 1) * (common.has(stem) ? COMMON : 1)
      if (!parts) add(understand.word(word), weight)
      else {
        add(understand.word(parts[0]), weight * PARTS.first)
        add(understand.word(parts[1]), weight * PARTS.last)
      }
    }
    for (const line of new Set(said.map(([, line]) => line))) add(understand.asked(line), TYPED.expression)
    for (const [parts, matter] of data.matters.expressions)
      if (parts.every((part) => stems.has(part))) add(understand.matter(matter), EXPRESSION)
    const standing = asking.map(understand.standing)
    const typedIn = (clause: number): Hit['typed'] =>
      standing.every((each) => each[clause] === 2) ? 'all' : standing.some((each) => each[clause] !== 0) ? 'some' : 'none'
    const fits = (clause: number): number =>
      (count.length > 0 && counted[clause] === '1' ? FITS.count : 1) *
      (norm.length > 0 && stances[clause] !== statement ? FITS.norm : 1)
    const hits: Hit[] = []
    isFound.forEach((is, clause) => {
      if (is === 0) return
      const own = (1 - AROUND) * (scores[clause] as number) + AROUND * (together[sectionOf[clause] as number] as number)
      hits.push({ clause, score: fits(clause) * own, covered: (covered[clause] as number) / asked, typed: typedIn(clause) })
    })
    // In the order of the clauses until here, which those that answer as well keep.
    hits.sort((a, b) => b.score - a.score)
    const known = all.filter((word) => skipped.has(word) || told.has(word) || understand.isKnown(word))
    return { hits, known: known.length / Math.max(1, all.length) }
  }
}

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
