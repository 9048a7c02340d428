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
  const { lang, denying } = words
  const negation = meaningsOf('negation', lang)
  const sentences = (text: string): readonly Read[] =>
    sentencesOf(text, lang).map(({ text: sentence }) => {
      const all = wordsOf(sentence).map((word) => word.toLowerCase())
      return {
        sentence,
        words: new Set(all),
        stems: new Set(all.map((word) => stem(word, lang))),
        denials: all.filter((word) => denying.has(word) || negation.has(word)).length,
      }
    })
  const others = sentences(next)
  return sentences(old).some((was) =>
    others.some((is) => {
      // "Shall not be entitled" denies as often as "may not".
      if (was.denials === is.denials) return false
      const shared = [...was.stems].filter((word) => is.stems.has(word)).length
      if (2 * shared < SAME_SENTENCE * (was.stems.size + is.stems.size)) return false
      return was.denials < is.denials ? forbids(was, is, words) : forbids(is, was, words)
    }),
  )
}

interface Read {
  readonly sentence: string
  readonly words: ReadonlySet<string>
  readonly stems: ReadonlySet<string>
  readonly denials: number
}

function forbids(a: Read, b: Read, { lang, limiting, opening }: WordTables): boolean {
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
