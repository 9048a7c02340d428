import type { Language } from '../model/index.js'
import { compoundPartsBy } from './compounding.js'
import { knowledge } from './data.js'

/** What may stand between the parts of a compound. */
export const compoundLinks = (lang: Language): readonly string[] => knowledge[lang].compoundLinks

/**
 * The two words that a compound is made of, without what links them: of several ways that with the longest last word. `isLast` and `isFirst`
 * tell what is a word there. Undefined for a word that is none, and in a language that writes compounds apart.
 */
export function compoundParts(
  word: string,
  lang: Language,
  isFirst: (word: string) => boolean,
  isLast = isFirst,
): readonly [first: string, last: string] | undefined {
  return compoundPartsBy(word, compoundLinks(lang), isFirst, isLast)
}
