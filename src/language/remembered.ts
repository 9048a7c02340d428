import type { Language } from '../model/index.js'

/** Words of a language that are kept; a text of ever new words begins anew, so that memory is bounded. */
const MOST_KEPT = 50_000

/** Reads each word or text of a language once: texts are made of few words, again and again. No more than `most` of a language are kept. */
export function remembered<T>(read: (text: string, lang: Language) => T, most = MOST_KEPT): (text: string, lang: Language) => T {
  const kept = new Map<Language, Map<string, T>>()
  return (text, lang) => {
    let known = kept.get(lang)
    if (!known) kept.set(lang, (known = new Map()))
    const before = known.get(text)
    if (before !== undefined) return before
    const found = read(text, lang)
    if (known.size >= most) known.clear()
    known.set(text, found)
    return found
  }
}
