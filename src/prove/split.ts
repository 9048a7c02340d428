import { meaningsOf } from '../language/index.js'
import type { SentenceUnits } from './sentences.js'
import type { ProofContext } from './unit.js'

type Words = readonly string[]

/** What holds for both halves of a sentence in one, and perhaps not in two. */
const HOLDS =
  /^(?:if|when|whenever|unless|where|only|not|no|never|must not|provided|except|without|als|indien|wanneer|tenzij|mits|alleen|slechts|niet|geen|nooit|behalve|zonder|either|both|of|or)$/
const PRONOUN = /^(?:it|they|he|she|zij|hij|het|deze|die)$/
const AND = /^(?:and|en)$/
const OPENS = /^(?:the|a|an|each|every|all|no|it|they|he|she|we|you|large|de|het|een|elke?|iedere?|alle|zij|hij|wij|u)$/

/** Whether the one text is the other with a sentence divided at an `and`: "A does x and does y" · "A does x. A does y." */
export function isSplit(
  a: readonly SentenceUnits[],
  b: readonly SentenceUnits[],
  context: ProofContext,
  same: (x: SentenceUnits, y: SentenceUnits) => boolean,
): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  let at = 0
  for (const sentence of short) {
    const [first, second] = [long[at], long[at + 1]]
    if (!first) return false
    if (same(sentence, first)) at += 1
    else if (second && isJoined(sentence.words, first.words, second.words, context)) at += 2
    else return false
  }
  return at === long.length
}

const TIME = /^(?:date|time|days|months|minutes) /
const BY = /^(?:by|door)$/
/** Prepositions that name whom or what an act is for. */
const OWN = /^(?:to|for|aan|naar|about|over)$/

/**
 * Whether a time, place or person of one half may be of both, where both are of one subject: "is signed and dated by C". A particle that ends
 * a half ("levert de sleutel in"), or stands before a preposition ("geeft het door aan"), is its verb's.
 */
function isShared(first: Words, behind: Words, { words: { lang, movable, times } }: ProofContext): boolean {
  const named = meaningsOf('calendar', lang)
  const timed = first.some((word) => times.has(word) || TIME.test(word) || (named.has(word) && word !== 'may'))
  const ofVerb = (at: number) => at === behind.length - 1 || movable.has(behind[at + 1] ?? '')
  const closes = behind.some((word, at) => (movable.has(word) || BY.test(word)) && !OWN.test(word) && !ofVerb(at))
  return timed || closes
}

function isJoined(whole: Words, first: Words, second: Words, context: ProofContext): boolean {
  // "Before May A pays and B repairs": what stands in front holds for both.
  if (whole.some((word) => HOLDS.test(word)) || context.words.movable.has(whole[0] ?? '')) return false
  if (!first.every((word, k) => whole[k] === word)) return false
  const rest = whole.slice(first.length)
  if (!AND.test(rest[0] ?? '')) return false
  const behind = rest.slice(1)
  const equals = (words: Words) => words.length === behind.length && words.every((word, k) => word === behind[k])
  if (equals(second) && OPENS.test(second[0] ?? '')) return true
  if (isShared(first, behind, context)) return false
  if (equals(second)) return second.length > 3
  if (PRONOUN.test(second[0] ?? '') && equals(second.slice(1))) return true
  for (let length = 1; length <= 4; length++) {
    if (second.slice(0, length).every((word, k) => word === first[k]) && equals(second.slice(length))) return true
  }
  return false
}
