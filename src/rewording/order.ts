import { isFunctionWord, oneOf } from '../language/index.js'
import { hasReach, isBareBound, isSpan, mayBeAsked, mayBeOfThing, mayLast, mayPointElsewhere, mayTellWhich } from './reach.js'
import { isRelative } from './relative.js'
import type { WordTables as Known } from './tables.js'
import { isJoin } from './words.js'

type Words = readonly string[]

/** Words whose reach depends on where they stand. */
const isFocus = oneOf('no', 'not', 'never', 'only', 'even', 'also')
const isSubordinate = oneOf('if', 'when', 'once', 'where', 'unless', 'provided', 'clauseTime', 'as')

/**
 * Whether one sentence is the other with one part of it in another place: a condition, a time or place that stands in front or behind.
 * A Dutch verb may change places with its subject then. The actor and the object stay in their order, for no part without a
 * preposition or conjunction before it may move.
 */
export function isReordered(a: Words, b: Words, known: Known): boolean {
  if (a.length < 3 || !areSameWords(a, b)) return false
  if (known.verbSecond && a.filter((word) => word === ZICH).length === 1) {
    // Where the one "zich" of a sentence stands tells nothing.
    const [x, y] = [a.filter((word) => word !== ZICH), b.filter((word) => word !== ZICH)]
    return x.every((word, at) => word === y[at]) || isReordered(x, y, known)
  }
  const parts = partsOf(a, b)
  if (parts && fronted(parts, known)) return true
  return known.verbSecond && (isInverted(a, b, known) || isInverted(b, a, known))
}

/** Whether the two are the same words in any order: without it nothing only moved, and the search for what did is long. */
function areSameWords(a: Words, b: Words): boolean {
  if (a.length !== b.length) return false
  const left = new Map<string, number>()
  for (const word of a) left.set(word, (left.get(word) ?? 0) + 1)
  return b.every((word) => {
    const count = left.get(word) ?? 0
    left.set(word, count - 1)
    return count > 0
  })
}

/** Whether `b` has in front what stands behind the verb in `a`: the finite verb of Dutch stands second, whatever stands first. */
function isInverted(a: Words, b: Words, known: Known): boolean {
  for (let i = 1; i < a.length; i++) {
    const verb = a[i] as string
    const j = b.indexOf(verb, 1)
    if (j < 1 || known.movable.has(verb)) continue
    const parts = partsOf(without(a, i), without(b, j))
    if (parts?.start !== 0 || parts.first.length < i || j !== parts.second.length) continue
    if (fronted({ ...parts, verb, verbAt: i }, known)) return true
  }
  return false
}

const without = (words: Words, at: number): Words => [...words.slice(0, at), ...words.slice(at + 1)]

interface Parts {
  /** The words before what changed places. */
  readonly start: number
  /** `first second` in the one is `second first` in the other. */
  readonly first: Words
  readonly second: Words
  readonly all: Words
  /** The verb that changed places with its subject, when only the second part went to the front. */
  readonly verb?: string
  /** Where it stood. */
  readonly verbAt?: number
}

/** Where the one list is the other with two neighbouring parts exchanged. */
function partsOf(a: Words, b: Words): Parts | undefined {
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  let [endA, endB] = [a.length, b.length]
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA--
    endB--
  }
  const [left, right] = [a.slice(start, endA), b.slice(start, endB)]
  if (left.length !== right.length || left.length < 2) return undefined
  for (let cut = 1; cut < left.length; cut++) {
    const turned = [...left.slice(cut), ...left.slice(0, cut)]
    if (turned.every((word, k) => word === right[k])) return { start, first: left.slice(0, cut), second: left.slice(cut), all: a }
  }
  return undefined
}

/** Whether one of the two parts is one that may stand anywhere, and nothing depends on where it stands. */
function fronted({ start, first, second, all, verb, verbAt = 0 }: Parts, words: Known): boolean {
  const behind = all.length - start - first.length - second.length
  return [
    [first, second],
    [second, first],
  ].some(([part = [], other = []]) => {
    const head = part[0] ?? ''
    if (!words.movable.has(head) || (verb !== undefined && part !== second)) return false
    // Amid a sentence it may belong to the word before it, and then says something else of another.
    if (start > 0 && part.length > 1 && !(endsPart(other, words) && endsPart(part, words))) return false
    // Behind an article one word tells what a thing is like: "elk onmiddellijk gevaar".
    if (start > 0 && part.length === 1 && isDeterminer(all[start - 1], words)) return false
    // Behind "that" or "if" it may leave the clause they begin.
    if (start > 0 && all.slice(0, start).some((word) => isRelative(word, words) || isSubordinate(word, words))) return false
    // So it may behind a noun that is the subject, a participle, or what is told of one: "tickets bought before May".
    if (start === 0 && behind > 0 && verb === undefined && !other.some((word) => isAuxiliary(word, words))) return false
    // Nor what is asked or told, or the thing it may tell of.
    const told =
      verb === undefined ? [...all.slice(0, start), ...other] : [...other.slice(0, verbAt), verb, ...other.slice(verbAt)]
    if (isSubordinate(head, words) ? mayBeAsked(told, head, words) : mayBeOfThing(told, part, words)) return false
    // Behind "but" stands another act: "is open in May, but the field is closed".
    if (other.some((word) => isBut(word, words)) || crosses(part, other, all, start, words)) return false
    if (mayLast(part, [verb ?? '', ...all], words) || mayTellWhich(told, part, words)) return false
    if (isBareBound(part, words) || (all.some((word) => isNot(word, words)) && hasReach(part, words))) return false
    if (mayPointElsewhere(part, told, words)) return false
    if (other.some((word) => isRelative(word, words)) || isTold([verb ?? '', ...other], words)) return false
    // Behind what happens it may tell when that is, and no more when the act is: "pays after the meeting in May".
    if (opensEvent(other.findLast((word) => words.movable.has(word)) ?? '', words)) return false
    // Nor may it leave what stands behind it and may be its own: "sent after the audit by the treasurer", "lies in the box by the door".
    const next = all[start + first.length + second.length] ?? ''
    if (part.length > 1 && !endsPart(part, words) && (words.movable.has(next) || isPreposition(next, words))) return false
    // A part that is no more than its preposition or conjunction has lost what it stands before.
    if (part.length === 1 && (isPreposition(head, words) || isSubordinate(head, words))) return false
    if (isSubordinate(head, words)) return !other.some((word) => isJoin(word, words) || isLimiting(word, words))
    // Behind the auxiliary it reaches both acts, as it does in front: "shall, before May, remove and label".
    const before = isNot(other.at(-1), words) && isWithout(head, words) ? other.at(-2) : other.at(-1)
    const rest = all.slice(start + first.length + second.length)
    const both = start === 0 && isAuxiliary(before, words) && !rest.some((word) => isAuxiliary(word, words))
    // What is forbidden without something is so wherever that is told: "not … without", "without … not".
    const focuses = (word: string) => isFocus(word, words) || isJoin(word, words)
    const denied = isWithout(head, words) && !part.slice(1).some(focuses)
    const limits = (word: string) =>
      focuses(word) && !(both && (word === 'and' || (denied && isJoin(word, words)))) && !(denied && isNot(word, words))
    return !all.some(limits) && !other.some((word) => isSubordinate(word, words))
  })
}

/**
 * Whether a part would leave another act: one that is ordered or asked for, whose verb closes a Dutch sentence ("kan betaling binnen een week eisen"), one
 * behind "om", or what a length of time is of: "drie maanden huur vooraf".
 */
const crosses = (part: Words, other: Words, all: Words, start: number, known: Known): boolean =>
  isSpan(all[start - 1] ?? '') ||
  (known.verbSecond &&
    (other.includes('om') || (part.length > 1 && !isSubordinate(part[0], known) && all.some((word) => known.willing.has(word)))))

const ZICH = 'zich'
const isDeterminer = oneOf('the', 'a', 'each', 'any', 'all', 'no', 'his', 'our', 'this', 'that')
const isBut = oneOf('but', 'nor')
const isWithout = oneOf('without')
const isNot = oneOf('not')
const isAuxiliary = oneOf('auxiliaryBefore')

/** Whether words end in a time or are one adverb: then what stands behind them belongs to the verb before them, not to them. */
const endsPart = (part: Words, { movable }: Known): boolean =>
  movable.has(part[0] ?? '') && (part.length === 1 || /^(?:date|time|days|months|minutes|number) /.test(part.at(-1) ?? ''))

/** Whether words end in a participle that tells of the noun before it, rather than one that makes a passive. */
function isTold(part: Words, known: Known): boolean {
  const last = part.at(-1) ?? ''
  const participle =
    known.participles.has(last) || (!known.verbSecond ? /\w{3}ed$/.test(last) : /^ge\w{3,}(?:d|t|en)$/.test(last))
  return participle && !part.some((word) => isBe(word, known))
}
const isBe = oneOf('be', 'been', 'was', 'becomes', 'became', 'has')

/** What stands behind these often happens, and then has a time and a place of its own. */
const isEvent = oneOf('events', 'after', 'without')

/** Whether what happens is told behind a word: a part behind it may tell when that is, and not when the act is. */
export const opensEvent = (word: string, known: Known): boolean => isEvent(word, known)

const isLimiting = oneOf('only', 'solely')
/** English adjectives do not end so. */
const VERB = /[^sui]s$/
/** Units of numbers. */
const VALUE = /\d/
const isPreposition = oneOf('preposition')
const isAnd = oneOf('and')

/**
 * Two exchanged members of a list of two: of minutes and photographs. Of persons, the first may be the one who acts; of numbers, each may
 * belong to another; and an adjective before the first is of that one alone.
 */
export function isExchangedPair(a: Words, b: Words, words: Known): boolean {
  if (a.length !== b.length) return false
  const at = a.findIndex((word, k) => word !== b[k])
  const [x, and, y] = a.slice(at, at + 3)
  if (x === undefined || and === undefined || y === undefined || !isAnd(and, words)) return false
  const before = a[at - 1]
  if (VALUE.test(x + y) || a.indexOf(and) !== at + 1 || (before !== undefined && !isFunctionWord(before) && !VERB.test(before)))
    return false
  const rest = a.slice(at + 3).every((word, k) => word === b[at + 3 + k])
  return (
    rest && b[at] === y && b[at + 1] === and && b[at + 2] === x && !words.isActor(x) && !words.isActor(y) && at + 3 === a.length
  )
}
