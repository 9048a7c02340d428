import { isVerbSecond } from '../language/index.js'
import type { Language } from '../model/index.js'
import { isMark, type Word, wordsIn } from './words.js'

/** Words between a word for deciding and whoever decides: "beslist het bevoegd gezag", "is decided by the head". */
const NEAR = 4
/** The same where whoever decides stands before: "The conference chair decides", "de rector kan zelf besluiten". */
const BEFORE = 8

/**
 * Who a text says decides, wherever it does: behind the word for it ("beslist de directeur", "op besluit van het bestuur", "decided by the head"),
 * else before it. Those an organisation works for decide where they stand as its subject only: "beslist over leerlingen". A decision tells of
 * who takes it, and not of who sends it or keeps it.
 */
export function deciderIn(text: string, lang: Language): string | undefined {
  const words = wordsIn(text, lang)
  for (const [at, { is }] of words.entries()) {
    if (!is.has('decides')) continue
    const described = words[at - 1]?.is.has('determiner') ?? false
    const isNoun = is.has('decision') && (described || !is.has('state'))
    // "The approved plan", "een besloten groep": that is what it is like.
    if (described && is.has('decided')) continue
    const sentence = undenied(words.slice(0, at))
    const before = untilMark(sentence.slice(-BEFORE).reverse())
    const after = untilMark(undenied(words.slice(at + 1)).slice(0, NEAR))
    // "Beslist niet", "does not decide": who does is not said; "niet dan na overleg" is how it is done.
    if (denies(before[0]) || denies(before[1]) || (denies(after[0]) && !OPENS.has(after[1]?.key ?? ''))) continue
    const told = isNoun ? ofNoun(before, after) : ofVerb(before, after, lang)
    if (told) return text.slice(told.from, told.to)
  }
  return undefined
}

/** Behind "niet", what says how a decision is made all the same. */
const OPENS: ReadonlySet<string> = new Set(['dan', 'zonder', 'eerder', 'voordat', 'alvorens', 'alleen'])
const denies = (word: Word | undefined): boolean => (word?.is.has('negation') ?? false) && !word?.is.has('actor')

/** Words between what denies somebody and the name: "niet de locatiedirecteur", "no single teacher". */
const TO_NAME = 3

/** A sentence without whom it names only to say that it is not they: "niet de directeur, maar het bestuur", "no teacher". */
function undenied(words: readonly Word[]): readonly Word[] {
  const found: Word[] = []
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as Word
    const reach = words.slice(at + 1, at + 1 + TO_NAME)
    const name = word.is.has('negation') ? untilMark(reach).findIndex(({ is }) => is.has('actor')) : -1
    const close = reach.slice(0, name).every(({ is, key }) => is.has('determiner') || is.has('by') || /^\p{Ll}+e$/u.test(key))
    if (name < 0 || !close || word.is.has('actor')) {
      found.push(word)
      continue
    }
    at += name + 1
    while (words[at + 1]?.key === ',' || words[at + 1]?.is.has('but')) at++
  }
  return found
}

/** Dutch names whoever decides behind a verb, up to "over" and "na"; English does so behind "by" alone. */
function ofVerb(before: readonly Word[], after: readonly Word[], lang: Language): Word | undefined {
  const end = after.findIndex(({ is }) => is.has('concerning'))
  const near = !isVerbSecond({ lang }) ? from(after, ({ is }) => is.has('by')) : end < 0 ? after : after.slice(0, end)
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
