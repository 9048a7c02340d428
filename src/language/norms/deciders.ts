import type { Language } from '../../model/index.js'
import { LEXICONS } from './lexicon.js'
import { isMark, type Word, wordsIn } from './words.js'

/** Words between a word for deciding and whoever decides: "beslist het bevoegd gezag", "is decided by the head". */
const NEAR = 4
/** The same where whoever decides stands before: "The conference chair decides", "de rector kan zelf besluiten". */
const BEFORE = 5

/**
 * Who a text says decides, wherever it does: behind the word for it ("beslist de directeur", "op besluit van het bestuur", "decided by the head"),
 * else before it. Those an organisation works for decide where they stand as its subject only: "beslist over leerlingen".
 */
export function deciderIn(text: string, lang: Language): string | undefined {
  const words = wordsIn(text, LEXICONS[lang])
  const named = (word: Word | undefined): string | undefined => word && text.slice(word.from, word.to)
  for (const [at, { is }] of words.entries()) {
    if (!is.has('decides')) continue
    const after = untilMark(words.slice(at + 1, at + 1 + NEAR)).find(isSomebody)
    if (after && !after.is.has('served')) return named(after)
    const before = untilMark(words.slice(Math.max(0, at - BEFORE), at).reverse()).find(isSomebody)
    if (before) return named(before)
  }
  return undefined
}

const isSomebody = ({ is }: Word): boolean => is.has('actor') && !is.has('anybody') && !is.has('document')

function untilMark(words: readonly Word[]): readonly Word[] {
  const end = words.findIndex(isMark)
  return end < 0 ? words : words.slice(0, end)
}
