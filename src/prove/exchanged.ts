import { isFunctionWord } from '../language/index.js'
import type { SentenceUnits } from './sentences.js'
import type { ProofContext } from './unit.js'

/** Dutch words that point: daarmee, hiervan. */
const BACK = /^(?:daar|hier)\p{L}+$/u
const THE = /^(?:the|de|het)$/
/** Words that stand for what was named before where a verb follows: "each has", "none may". */
const ALONE =
  /^(?:each|none|all|both|some|any|others?|another|half|most|many|elk|geen|alle|beide|overigen|anderen|iedereen|niemand)$/
const STATES = /^(?:is|are|has|have|zijn|heeft|bezit|hebben|geldt|gelden|kost|costs?|wordt)$/
const actorOf = ({ words }: SentenceUnits): string => words.slice(0, 2).join(' ')
const A = /^(?:an?|een)$/
const DECLARES =
  /^(?:is|are|must|may|can|will|has|have|was|were|needs|keeps|wordt|moet|mag|kan|heeft|zijn|zal|the|a|an|each|every|no|all|de|het|een|elke?|iedere?|alle|geen)$/

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
  const brought = new Set(a.flatMap(({ words }) => words.filter((_, at) => A.test(words[at - 1] ?? ''))))
  const leans = (word: string, at: number, all: readonly string[]) =>
    BACK.test(word) ||
    (at === 0 && ALONE.test(word) && DECLARES.test(all[1] ?? '')) ||
    (backward.has(word) && !isRelative(word, at, all, context)) ||
    ((things.has(word) || brought.has(word)) && THE.test(all[at - 1] ?? '') && !/^(?:van|of)$/.test(all[at + 1] ?? ''))
  // What one does, told without a norm, may be steps: "stops the engine", "opens the tank".
  const does = a.filter(({ words }) => !words.some((word) => known.sameNorm.has(word) || STATES.test(word))).map(actorOf)
  if (new Set(does).size < does.length) return false
  return a.every(
    ({ words }) =>
      !words.slice(0, 5).some((word, at) => leans(word, at, words)) &&
      words.slice(0, 12).some((word) => DECLARES.test(word) || VERB.test(word)),
  )
}

/** Whether a word ("die" is read as dat) tells what the noun before it is, and points at no other sentence: "schade die ontstaat", "the damage that occurs". */
const isRelative = (word: string, at: number, all: readonly string[], { words: { relatives, lang } }: ProofContext): boolean =>
  (relatives.has(word) || (lang === 'nl' && word === 'dat')) &&
  !POINTS.test(all[at + 1] ?? '') &&
  ((at > 1 && (THE.test(all[at - 2] ?? '') || A.test(all[at - 2] ?? ''))) ||
    (at === 1 && lang === 'nl' && !isFunctionWord(all[0] ?? '')))

const POINTS = /^(?:follows?|results?|volgt|volgen)$/
