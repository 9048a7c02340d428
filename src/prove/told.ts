import { oneOf } from '../language/index.js'
import type { WordTables } from '../rewording/index.js'
import type { ProofContext } from './unit.js'

type Words = readonly string[]

/** Words of a sentence that can stand by itself. */
const SHORTEST = 4

/** Whether a Dutch clause has its verb behind all else, and is otherwise word for word the sentence, where its subject may stand behind its verb: `turned`. */
const isVerbLast = (clause: Words, sentence: Words, words: WordTables, turned: boolean): boolean =>
  sentence.length >= SHORTEST &&
  sentence.some((verb, at) => {
    const [told, left] = [without(clause, verb), [...sentence.slice(0, at), ...sentence.slice(at + 1)]]
    return (
      at > 0 !== turned &&
      isVerb(verb, words) &&
      clause.slice(-2).includes(verb) &&
      told.length === left.length &&
      left.every((word, k) => word === told[k])
    )
  })
const without = (words: Words, word: string): Words => words.filter((_, at) => at !== words.lastIndexOf(word))
const isOwnVerb = oneOf('is', 'becomesOne', 'becomes', 'hasOne', 'has', 'may', 'mayMany')
/** A verb by itself or by its ending. */
export const isVerb = (word: string, words: WordTables): boolean => isOwnVerb(word, words) || /^\p{L}{3,}(?:t|en)$/u.test(word)
const isFinite = oneOf('be', 'was', 'becomes', 'has', 'may', 'need', 'holds')

/** Words before the verb of a sentence that are no more than who or what it tells of. */
const LONGEST_SUBJECT = 6

export const isBut = oneOf('but')
const opensSentence = oneOf(
  'the',
  'a',
  'each',
  'all',
  'no',
  'his',
  'our',
  'this',
  'that',
  'he',
  'it',
  'unstressed',
  'neuter',
  'you',
)

/**
 * Whether behind "but" stands what the other text tells in a sentence of its own: it has its own subject and verb there. Without a word that shows it, an English
 * sentence may ask for what the joined one tells of its subject: "visitors may draw, but park outside".
 */
export const isContrasted = (first: Words, behind: Words, second: Words, { words }: ProofContext): boolean =>
  first.length > 2 &&
  second.length > 2 &&
  behind.length === second.length &&
  behind.every((word, k) => word === second[k]) &&
  (words.verbSecond ||
    opensSentence(second[0], words) ||
    words.movable.has(second[0] ?? '') ||
    /[^su]s$/.test(second[0] ?? '') ||
    second.slice(1, LONGEST_SUBJECT).some((word) => isFinite(word, words)))

const pointsAlong = (word: string): boolean => word === 'daarbij' || word === 'hierbij'

export const opensNext = ([first, second]: Words): boolean =>
  first === 'waarbij' || first === 'waarna' || (first === 'after' && second === 'which')

/** Whether a clause with "waarbij", "waarna" or "after which" is a sentence of its own in the other text, with or without what points back there. */
export function isToldNext(rest: Words, second: Words, words: WordTables): boolean {
  if (rest[0] === 'waarbij') {
    const at = second.findIndex(pointsAlong)
    const told = at < 0 ? second : [...second.slice(0, at), ...second.slice(at + 1)]
    return isVerbLast(rest.slice(1), told, words, at === 0)
  }
  const then = second.findIndex((word) => isNext(word, words))
  if (then < 0) return false
  const told = [...second.slice(0, then), ...second.slice(then + 1)]
  if (words.verbSecond) return isVerbLast(rest.slice(1), told, words, then === 0)
  const clause = rest.slice(2)
  return clause.length === told.length && clause.every((word, k) => word === told[k])
}
const isNext = oneOf('then')
