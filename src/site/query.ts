import type MiniSearch from 'minisearch'
import { compoundPartsBy, stemBy, wordsOf } from '../language/index.js'
import type { SearchData } from './search-data.js'

/** A clause that was found, with how well it answers. */
export interface Hit {
  /** Its place in `clauses` of what the search was given. */
  readonly clause: number
  readonly score: number
}

/** How near a word must be for one that nobody wrote so: a fifth of its letters. */
const FUZZY = 0.2
const SHORTEST_FUZZY = 6
const SHORTEST_PREFIX = 4

/**
 * Answers questions from an index: clauses with most of the rare words of the question first. Words are searched for by their stems, a compound
 * that stands nowhere by its parts, what was misspelled by what is near, and what was said by other words by the matter they speak of.
 */
export function createQuery(
  {
    lang,
    functionWords,
    endings,
    compoundLinks,
    matters,
  }: Pick<SearchData, 'lang' | 'functionWords' | 'endings' | 'compoundLinks' | 'matters'>,
  index: MiniSearch,
): (question: string) => readonly Hit[] {
  const stem = (word: string) => stemBy(word, lang, endings)
  const skipped = new Set(functionWords)
  const isKnown = (word: string) =>
    index.search(stem(word), { fuzzy: false, prefix: false, tokenize: whole, processTerm: same }).length > 0
  const termsOf = (word: string): readonly string[] => {
    const own = stem(word)
    if (isKnown(word)) return [own]
    const parts = compoundPartsBy(word, compoundLinks, isKnown)
    return parts ? [own, ...parts.map(stem)] : [own]
  }
  return (question) => {
    const words = wordsOf(question)
    const telling = words.filter((word) => !skipped.has(word))
    const own = [...new Set((telling.length > 0 ? telling : words).flatMap(termsOf))]
    if (own.length === 0) return []
    const spokenOf = own.flatMap((term) => (Object.hasOwn(matters, term) ? (matters[term] ?? []) : []))
    return index
      .search([...own, ...new Set(spokenOf.map(matterTerm))].join(' '), {
        tokenize: (text) => text.split(' '),
        processTerm: same,
        prefix: (term) => !isMatter(term) && term.length >= SHORTEST_PREFIX,
        fuzzy: (term) => (!isMatter(term) && term.length >= SHORTEST_FUZZY ? FUZZY : false),
        boost: FIELDS,
        weights: { prefix: 0.35, fuzzy: 0.2 },
      })
      .map(({ id, score }) => ({ clause: Number(id), score }))
  }
}

/** The fields of a clause and how much a word counts in each. */
export const FIELDS = { text: 1, sections: 1.4, title: 0.5, matters: 0.6 } as const

/** A matter among the words of an index: no word has its sign. */
export const matterTerm = (matter: string): string => `${SIGN}${matter}`
const SIGN = '~'
const isMatter = (term: string): boolean => term.startsWith(SIGN)

const whole = (text: string): string[] => [text]
const same = (term: string): string => term
