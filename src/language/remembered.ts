import type { Language } from '../model/index.js'

/** Words of a language that are kept; a text of ever new words begins anew, so that memory is bounded. */
const MOST_KEPT = 50_000

/** Reads each word or text of a language once: texts are made of few words, again and again. No more than `most` of a language are kept. */
export function remembered<T>(read: (text: string, lang: Language) => T, most = MOST_KEPT): (text: string, lang: Language) => T {
  const kept = new Map<Language, (text: string) => T>()
  return (text, lang) => {
    let known = kept.get(lang)
    if (!known) kept.set(lang, (known = readOnce((other) => read(other, lang), most)))
    return known(text)
  }
}

/** Texts of clauses that are kept: while one clause is written in, the others are read again and again. */
const MOST_TEXTS = 5000

/** Reads each text once, whatever its language; what is read of a text never changes. No more than `most` are kept. */
export function readOnce<T>(read: (text: string) => T, most = MOST_TEXTS): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined || known.has(text)) return before as T
    const found = read(text)
    if (known.size >= most) known.clear()
    known.set(text, found)
    return found
  }
}
