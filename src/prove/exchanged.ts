import { isFunctionWord, oneOf, startsWithOneOf } from '../language/index.js'
import type { SentenceUnits } from './sentences.js'
import { isOf, isThe } from './small-words.js'
import type { ProofContext } from './unit.js'

/** Words that point: daarmee, hiervan. */
const pointsBack = startsWithOneOf('pointing')
const isA = oneOf('a')
const declares = oneOf('declares', 'the', 'a', 'each', 'all', 'no', 'be', 'was', 'has', 'may', 'becomes')
/** Words that stand for what was named before where a verb follows: "each has", "none may". */
const standsAlone = oneOf('alone')
const tellsState = oneOf('stateVerbs')

/** A verb that is told of one, by its ending, in Dutch and in English. */
const VERB = /^\p{L}{3,}(?:[^aeiouns]t|[^aiou]s)$/u

/** The same sentences in another order, none of which points back at the one before it or is a step in a row of steps. */
export function areExchanged(
  a: readonly SentenceUnits[],
  b: readonly SentenceUnits[],
  context: ProofContext,
  same: (x: SentenceUnits, y: SentenceUnits) => boolean,
): boolean {
  const rest = [...b]
  for (const sentence of a) {
    const at = rest.findIndex((other) => same(sentence, other))
    if (at < 0) return false
    rest.splice(at, 1)
  }
  const { words: known } = context
  const { backward, things } = known
  // "The form", where another sentence has "a form".
  const brought = new Set(a.flatMap(({ words }) => words.filter((_, at) => isA(words[at - 1], context.words))))
  const leans = (word: string, at: number, all: readonly string[]) =>
    pointsBack(word, known) ||
    (at === 0 && standsAlone(word, known) && declares(all[1], known)) ||
    (backward.has(word) && !isRelative(word, at, all, context)) ||
    ((things.has(word) || brought.has(word)) && isThe(all[at - 1], known) && !isOf(all[at + 1], known))
  // What is done, told without a norm, may be steps: "stops the engine", "opens the tank".
  const does = a.filter(({ words }) => !words.some((word) => known.sameNorm.has(word) || tellsState(word, known)))
  const verbs = does.map(({ words }) => words.slice(1).find((word) => VERB.test(word)))
  const actors = does.map(({ words }) => words.slice(0, 2).join(' '))
  // Two who do alike, each to their own, take no steps.
  if (new Set(actors).size < does.length || new Set(verbs).size > 1) return false
  return a.every(
    ({ words }) =>
      !words.slice(0, 5).some((word, at) => leans(word, at, words)) &&
      words.slice(0, 12).some((word) => declares(word, context.words) || VERB.test(word)),
  )
}

/** Whether a word ("die" is read as dat) tells what the noun before it is, and points at no other sentence: "schade die ontstaat", "the damage that occurs". */
const isRelative = (word: string, at: number, all: readonly string[], { words }: ProofContext): boolean =>
  (words.relatives.has(word) || (words.verbSecond && word === 'dat')) &&
  !isResult(all[at + 1], words) &&
  ((at > 1 && (isThe(all[at - 2], words) || isA(all[at - 2], words))) ||
    (at === 1 && words.verbSecond && !isFunctionWord(all[0] ?? '')))

const isResult = oneOf('results')
