import { isFunctionWord, stem, wordsOf } from '../../language/index.js'
import type { Language } from '../../model/index.js'
import type { Bag } from './likeness.js'

/** Runs of so many letters: words that are derived or compounded share them, others seldom do. */
const RUN = 4
const SHORTEST = 3

/** The runs of letters in the words of a text that say something, their ends marked; one that stands often weighs less than so often. */
export function lettersOf(text: string, lang: Language): Bag {
  const found = new Map<string, number>()
  for (const word of wordsOf(text)) {
    if (isFunctionWord(word) || word.length < SHORTEST) continue
    const marked = `_${stem(word, lang)}_`
    for (let at = 0; at === 0 || at + RUN <= marked.length; at++) {
      const run = marked.slice(at, at + RUN)
      found.set(run, (found.get(run) ?? 0) + 1)
    }
  }
  return new Map([...found].map(([run, count]) => [run, Math.sqrt(count)]))
}
