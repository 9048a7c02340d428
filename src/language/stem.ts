import type { Language } from '../model/index.js'
import { knowledge, listed } from './data.js'
import { type Endings, stemBy } from './stemming.js'

export { fold, wordsOf } from './stemming.js'

/** Endings that are not regular, by what takes their place. */
export const irregularEndings = (lang: Language): Endings => knowledge[lang].irregularEndings

/** Endings of words for something small, the longest first. */
export const diminutives = (lang: Language): readonly string[] => listed(knowledge[lang].diminutives)

/**
 * Brings the inflected forms of a folded word together. Light on purpose: a stem is a key and no word, and two forms that fail to
 * meet cost less than two words that do.
 */
export function stem(word: string, lang: Language): string {
  let stems = kept.get(lang)
  // Texts are made of few words, again and again. A text of ever new words begins anew now and then, so that memory is bounded.
  if (stems === undefined || stems.size >= MOST_KEPT) kept.set(lang, (stems = new Map()))
  const known = stems.get(word)
  if (known !== undefined) return known
  const found = stemBy(word, lang, knowledge[lang].irregularEndings)
  stems.set(word, found)
  return found
}

const kept = new Map<Language, Map<string, string>>()
const MOST_KEPT = 50_000
