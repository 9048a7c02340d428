import type { Token, Tokenised } from '../compare/index.js'
import { isLightWord, meaningsOf, oneOf } from '../language/index.js'
import { isJoin, isRelated } from '../rewording/index.js'
import { isWeighty } from './carried.js'
import type { Change } from './change.js'
import { figuresIn } from './figures.js'

/** Words that say nothing of what is ruled: norms, denials, limits, and those a part of the sentence begins with. */
export const isMeans = (word: string, { lang, proof: { words } }: Change): boolean =>
  words.sameNorm.has(word) ||
  words.movable.has(word) ||
  words.separable.has(word) ||
  words.denying.has(word) ||
  words.limiting.has(word) ||
  MEANS.some((list) => meaningsOf(list, lang).has(word)) ||
  isLightWord(word)
const MEANS = ['modals', 'negation', 'condition', 'exception', 'joins', 'swaps', 'scope', 'periods', 'persons'] as const

/** The words of matter among tokens of which the other text has no form; a part of a phrase that is read otherwise is none. */
export function newIn(tokens: readonly Token[], other: Tokenised, change: Change): readonly Token[] {
  const { words } = change.proof
  const stands = (word: string) =>
    other.tokens.some(({ key }) => isRelated(key.toLowerCase(), word, words) || isPart(key.toLowerCase(), word, words))
  const otherwise = readOtherwise(change)
  return tokens.filter((token) => {
    const word = token.key.toLowerCase()
    return (
      isWeighty(token, words) &&
      !otherwise.has(token) &&
      !isMeans(word, change) &&
      figuresIn(token, change).length === 0 &&
      !stands(word)
    )
  })
}

const phrases = new WeakMap<Change, ReadonlySet<Token>>()

/** The words that are read as others, or with others: in the event that. */
function readOtherwise(change: Change): ReadonlySet<Token> {
  const known = phrases.get(change)
  if (known) return known
  const found = new Set<Token>()
  for (const side of ['old', 'next'] as const) {
    const { tokens } = change[side]
    const same = new Set<number>()
    for (const { value, from, to } of change.read[side])
      if (to - from === 1 && tokens[from]?.key.toLowerCase() === value) same.add(from)
    tokens.forEach((token, at) => !same.has(at) && found.add(token))
  }
  phrases.set(change, found)
  return found
}

/** Whether one of two words is the end of the other: bevestiging, ontvangstbevestiging; not of two sides: koper, verkoper. */
const isPart = (a: string, b: string, { counterparts }: Change['proof']['words']): boolean =>
  Math.min(a.length, b.length) > 4 &&
  (a.endsWith(b) || b.endsWith(a)) &&
  (a === b || !counterparts.has(a) || !counterparts.has(b))

const opensRow = oneOf('opensRow', 'the', 'a', 'of', 'by', 'with', 'for', 'from')
/** Nouns of an act, which a verb may tell, by their ending. */
export const isAct = (word: string): boolean => ACT.test(word)
const ACT = /(?:ing|ion|ment|ance|ence|atie)s?$/

/** Whether a word names a thing or a person: behind an article or a preposition, beside another in a list, or in a cell of its own. */
export function isThing(token: Token, { tokens }: Tokenised, { proof: { words } }: Change): boolean {
  const at = tokens.indexOf(token)
  const before = tokens[at - 1]?.key.toLowerCase() ?? ''
  const word = token.key.toLowerCase()
  if (before === '\t') return true
  if (words.idioms.some((idiom) => idiom.at(-1) === word)) return false
  if ((before === ',' || isJoin(before, words)) && at > 1) return tokens[at - 2]?.kind === 'word' && !VERBAL.test(word)
  return opensRow(before, words) && !ACT.test(word) && !words.acts.has(word)
}
const VERBAL = /(?:t|ed|d)$/
