import type { SentenceUnits } from './sentences.js'
import type { ProofContext } from './unit.js'

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

function isJoined(whole: readonly string[], first: readonly string[], second: readonly string[], _: ProofContext): boolean {
  if (whole.some((word) => HOLDS.test(word))) return false
  if (!first.every((word, k) => whole[k] === word)) return false
  const rest = whole.slice(first.length)
  if (!AND.test(rest[0] ?? '')) return false
  const behind = rest.slice(1)
  const equals = (words: readonly string[]) => words.length === behind.length && words.every((word, k) => word === behind[k])
  if (equals(second)) return OPENS.test(second[0] ?? '') || second.length > 3
  if (PRONOUN.test(second[0] ?? '') && equals(second.slice(1))) return true
  for (let length = 1; length <= 4; length++) {
    if (second.slice(0, length).every((word, k) => word === first[k]) && equals(second.slice(length))) return true
  }
  return false
}
