import type { Language } from '../model/index.js'
import { knowledge } from './data.js'

/** Parts of a compound are at least this long: shorter ones make a word of almost anything. */
const SHORTEST = 4

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
  for (let at = SHORTEST; at <= word.length - SHORTEST; at++) {
    const last = word.slice(at)
    if (!isLast(last)) continue
    const rest = word.slice(0, at)
    for (const link of knowledge[lang].compoundLinks) {
      const first = rest.slice(0, at - link.length)
      if (rest.endsWith(link) && isFirst(first)) return [first, last]
    }
  }
  return undefined
}
