import { askedIn, stem } from '../language/index.js'
import type { Language } from '../model/index.js'
import type { AskedData } from './search-data.js'

/** What of the ways in which people ask leads somewhere: `termsOf` gives the terms of an index by which a word of rules may be said. */
export function askedData(lang: Language, termsOf: (word: string) => readonly string[]): AskedData {
  const words = new Map<string, (readonly [word: string, line: number])[]>()
  const expressions: (readonly [stems: readonly string[], line: number])[] = []
  const lines: string[] = []
  for (const { typed, rules } of askedIn(lang)) {
    const terms = [...new Set(rules.flatMap(termsOf))]
    if (terms.length === 0) continue
    const line = lines.push(terms.join(' ')) - 1
    for (const each of typed) {
      const [first = '', ...more] = each
      const key = stem(first, lang)
      if (more.length > 0) expressions.push([each.map((word) => stem(word, lang)), line])
      else words.set(key, [...(words.get(key) ?? []), [first, line]])
    }
  }
  return { words: Object.fromEntries(words), expressions, lines }
}
