import type { Language } from '../model/index.js'
import { knowledge, listed } from './data.js'

/** Any noun has this article. */
const ANY = '*'

/**
 * Who decides, or what a document is called, with the article of a running text: "de GMR", "het Protocol pesten", "the Board". The name as it is
 * where its article is not known, or it has one.
 */
export function withArticle(name: string, lang: Language): string {
  const { articles, articleEnds } = knowledge[lang]
  const words = name
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter(Boolean)
  const [first = ''] = words
  if (Object.hasOwn(articles, first)) return name
  const ends = new Set(listed(articleEnds))
  const end = words.findIndex((word, at) => at > 0 && ends.has(word))
  const nouns = end < 0 ? words : words.slice(0, end)
  for (const noun of nouns) {
    const known = Object.entries(articles).find(([, list]) => list === ANY || listed(list).some((tail) => isOrEndsIn(noun, tail)))
    if (known) return `${known[0]} ${name}`
  }
  return name
}

/** A compound has the gender of its last part; letters that stand for a name are no part of a word. */
const SHORTEST_PART = 4
const isOrEndsIn = (noun: string, tail: string): boolean => noun === tail || (tail.length >= SHORTEST_PART && noun.endsWith(tail))
