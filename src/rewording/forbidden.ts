import { meaningsOf, sentencesOf, stem, wordsOf } from '../language/index.js'
import { stancesOf } from '../norms/index.js'
import type { WordTables } from './tables.js'

/** The part of their words two sentences share, from 0 to 1, from which one is the other as it was. */
const SAME_SENTENCE = 0.5

/**
 * Whether one of the sentences allows in the one text what it forbids in the other: "may start a group", "may start no group". A sentence that
 * says in other words what was open only so ("may leave only with consent", "may not leave without") does not.
 */
export function isForbiddenInOne(old: string, next: string, words: WordTables): boolean {
  const { lang } = words
  const sentences = (text: string) =>
    sentencesOf(text, lang).map(({ text: sentence }) => ({
      sentence,
      words: new Set(wordsOf(sentence).map((word) => word.toLowerCase())),
      stems: new Set(wordsOf(sentence).map((word) => stem(word.toLowerCase(), lang))),
    }))
  const others = sentences(next)
  return sentences(old).some((was) =>
    others.some((is) => {
      const shared = [...was.stems].filter((word) => is.stems.has(word)).length
      if (2 * shared < SAME_SENTENCE * (was.stems.size + is.stems.size)) return false
      return forbids(was, is, words) || forbids(is, was, words)
    }),
  )
}

interface Read {
  readonly sentence: string
  readonly words: ReadonlySet<string>
}

function forbids(a: Read, b: Read, { lang, limiting, denying, opening }: WordTables): boolean {
  const denials = ({ sentence }: Read) =>
    wordsOf(sentence).filter((word) => denying.has(word.toLowerCase()) || meaningsOf('negation', lang).has(word.toLowerCase()))
      .length
  // "Shall not be entitled" denies as often as "may not".
  if (denials(a) >= denials(b)) return false
  const [was, is] = [a, b].map(({ sentence }) => stancesOf(sentence, lang).map(({ modality }) => modality)) as [
    string[],
    string[],
  ]
  const allowed = (each: string) => each === 'permission' || each === 'conditional-permission'
  const count = (stances: string[], isOne: (each: string) => boolean) => stances.filter(isOne).length
  if (count(was, allowed) <= count(is, allowed)) return false
  if (count(is, (each) => each === 'prohibition') <= count(was, (each) => each === 'prohibition')) return false
  const isCondition = (word: string) => meaningsOf('condition', lang).has(word)
  const opens = (word: string) =>
    opening.has(word) || limiting.has(word) || isCondition(word) || meaningsOf('exception', lang).has(word)
  // What is allowed only so, and forbidden under a condition that may be the other one, may be one rule.
  if ([...a.words].some((word) => limiting.has(word) && !b.words.has(word)) && [...b.words].some((word) => isCondition(word)))
    return false
  return ![...b.words].some((word) => !a.words.has(word) && opens(word))
}
