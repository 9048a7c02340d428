import { isOtherVoice, isReordered, leansOnSubject } from '../../rewording/index.js'
import type { SentenceUnits } from '../sentences.js'
import { isBy } from '../small-words.js'
import type { ProofContext } from '../unit.js'
import { isPassiveOf as isDutchPassive, turned } from './dutch.js'
import { isPassiveOf as isEnglishPassive } from './english.js'
import { type Told, type Words, withoutParts } from './parts.js'

/**
 * Whether two sentences give everything they name the same role: who acts, what is done, to what, and when, where and on which condition. What may stand
 * anywhere is taken from both; of what is left the order is the same, or one tells in the passive form what the other tells in the active.
 */
export function haveSameRoles(a: SentenceUnits, b: SentenceUnits, context: ProofContext): boolean {
  if (!mayAgree(a.words, b.words, context.words)) return false
  const cores = withoutParts(toldIn(a), toldIn(b), context)
  if (!cores) return false
  const { opened, parts } = cores
  // Who acts in a part without a subject is who the sentence is told of.
  const doers = [a, b].map(({ words }) => words.filter((word) => isBy(word, context.words)).length)
  if (doers[0] !== doers[1] && parts.some((part) => leansOnSubject(part, context.words))) return false
  const [xs, ys] = [readings(cores.a.words, opened.a, context), readings(cores.b.words, opened.b, context)]
  return xs.some((x) => ys.some((y) => isSame(x, y, context)))
}

/** Words that one of two sentences has alone: the passive has "by", "be" and its participle, the active its verb, and a few forms may be others. */
const MOST_ALONE = 8

/** Whether two sentences have almost the same words: without that no part of them has to be looked for. */
function mayAgree(a: Words, b: Words, known: ProofContext['words']): boolean {
  const left = new Map<string, number>()
  for (const word of a) left.set(word, (left.get(word) ?? 0) + 1)
  for (const word of b) left.set(word, (left.get(word) ?? 0) - 1)
  let alone = 0
  for (const count of left.values()) alone += Math.abs(count)
  return alone === 0 || (alone <= MOST_ALONE && [...a, ...b].some((word) => isBy(word, known)))
}

function toldIn({ units }: SentenceUnits): Told {
  const words: string[] = []
  const commas = new Set<number>()
  for (const { kind, value } of units) {
    if (kind === 'comma') commas.add(words.length)
    else words.push(value)
  }
  return { words, commas }
}

/** A Dutch sentence whose first part was taken away has its verb before its subject. */
const readings = (words: Words, opened: boolean, { words: known }: ProofContext): readonly Words[] =>
  known.verbSecond && opened ? [words, ...turned(words, known)] : [words]

function isSame(x: Words, y: Words, context: ProofContext): boolean {
  if (x.length === y.length && x.every((word, k) => word === y[k])) return true
  const isPassive = context.words.verbSecond ? isDutchPassive : isEnglishPassive
  return (
    isPassive(x, y, context) || isPassive(y, x, context) || isOtherVoice(x, y, context.words) || isReordered(x, y, context.words)
  )
}
