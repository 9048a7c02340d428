import type { Language } from '../../model/index.js'
import { LEXICONS } from './lexicon.js'
import { isMark, type Word, wordsIn } from './words.js'

/** Words between a word for deciding and whoever decides: "beslist het bevoegd gezag", "is decided by the head". */
const NEAR = 4
/** The same where whoever decides stands before: "The conference chair decides", "de rector kan zelf besluiten". */
const BEFORE = 5

/**
 * Who a text says decides, wherever it does: behind the word for it ("beslist de directeur", "op besluit van het bestuur", "decided by the head"),
 * else before it. Those an organisation works for decide where they stand as its subject only: "beslist over leerlingen". A decision tells of
 * who takes it, and not of who sends it or keeps it.
 */
export function deciderIn(text: string, lang: Language): string | undefined {
  const words = wordsIn(text, LEXICONS[lang])
  for (const [at, { is }] of words.entries()) {
    if (!is.has('decides')) continue
    const described = words[at - 1]?.is.has('determiner') ?? false
    const isNoun = is.has('decision') && (described || !is.has('state'))
    // "The approved plan", "een besloten groep": that is what it is like.
    if (described && is.has('decided')) continue
    const [before, after] = [words.slice(Math.max(0, at - BEFORE), at).reverse(), words.slice(at + 1, at + 1 + NEAR)].map(
      untilMark,
    )
    const told = before && after && (isNoun ? ofNoun(before, after) : ofVerb(before, after, lang))
    if (told) return text.slice(told.from, told.to)
  }
  return undefined
}

/** Dutch names whoever decides behind a verb, up to "over" and "na"; English does so behind "by" alone. */
function ofVerb(before: readonly Word[], after: readonly Word[], lang: Language): Word | undefined {
  const end = after.findIndex(({ is }) => is.has('concerning'))
  const near = lang === 'en' ? from(after, ({ is }) => is.has('by')) : end < 0 ? after : after.slice(0, end)
  const found = near.find(isSomebody)
  return found && !found.is.has('served') ? found : before.find(isSomebody)
}

/** "Het besluit van het bestuur", "dit besluit neemt de rector", "ligt het besluit bij de rector", "the board makes the decision". */
function ofNoun(before: readonly Word[], after: readonly Word[]): Word | undefined {
  const lies = before.some(({ is }) => is.has('made'))
  const near = lies
    ? after
    : from(after, ({ is }, at) => is.has('by') || is.has('made') || is.has('takes') || (at === 0 && is.has('of')))
  const found = near.find(isSomebody)
  if (found && !found.is.has('served')) return found
  return before.some(({ is }) => is.has('takes')) ? before.find(isSomebody) : undefined
}

function from(words: readonly Word[], begins: (word: Word, at: number) => boolean): readonly Word[] {
  const at = words.findIndex(begins)
  return at < 0 ? [] : words.slice(at)
}

const isSomebody = ({ is }: Word): boolean => is.has('actor') && !is.has('anybody') && !is.has('document')

function untilMark(words: readonly Word[]): readonly Word[] {
  const end = words.findIndex(isMark)
  return end < 0 ? words : words.slice(0, end)
}
