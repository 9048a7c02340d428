import { meaningsOf, oneOf } from '../../language/index.js'
import {
  hasReach,
  isBareBound,
  isJoin,
  isOrdered,
  isParticiple,
  isRelative,
  mayBeAsked,
  mayBeOfThing,
  mayLast,
  mayPointElsewhere,
  mayTellWhich,
  opensEvent,
} from '../../rewording/index.js'
import { isBy, isEach, isOf, isThe } from '../small-words.js'
import type { ProofContext } from '../unit.js'
import { areThings } from './things.js'

export type Words = readonly string[]

/** A sentence without its commas, and before which of its words one stands. */
export interface Told {
  readonly words: Words
  readonly commas: ReadonlySet<number>
}

/** Two sentences without the parts that may stand anywhere in either and stand in both. */
export interface Cores {
  readonly a: Told
  readonly b: Told
  readonly parts: readonly Words[]
  /** Whether a part stood in front. */
  readonly opened: { readonly a: boolean; readonly b: boolean }
}

/** Parts of one sentence that are looked for in the other. */
const MOST = 6

/**
 * Both sentences without what they both tell of when, how often or on which condition something is done, wherever it stands in them. Of each such
 * part its place must show in both that it belongs to the act and to nothing else: in front, behind the auxiliary, or at the end.
 */
export function withoutParts(a: Told, b: Told, context: ProofContext): Cores | undefined {
  let [x, y] = [a, b]
  const parts: Words[] = []
  const opened = { a: false, b: false }
  while (parts.length < MOST) {
    const found = partOf(x, y, context)
    if (!found) break
    parts.push(x.words.slice(found.a, found.a + found.length))
    opened.a ||= found.a === 0
    opened.b ||= found.b === 0
    x = without(x, found.a, found.length)
    y = without(y, found.b, found.length)
  }
  const rest = [...x.words, ...y.words]
  const denied = rest.some((word) => denies(word, context.words))
  if (denied && parts.some((part) => hasReach(part, context.words))) return undefined
  if (parts.some((part) => isBareBound(part, context.words) || mayPointElsewhere(part, x.words, context.words))) return undefined
  if (rest.some((word) => isFocus(word, context.words)) || (denied && parts.some((part) => !isFixed(part, context))))
    return undefined
  return { a: x, b: y, parts, opened }
}

function without({ words, commas }: Told, from: number, length: number): Told {
  const moved = [...commas].flatMap((at) => (at <= from ? [at] : at > from + length ? [at - length] : []))
  return { words: [...words.slice(0, from), ...words.slice(from + length)], commas: new Set(moved) }
}

interface Place {
  readonly a: number
  readonly b: number
  readonly length: number
}

/** The longest part that both sentences have in a place of its own. */
function partOf(x: Told, y: Told, context: ProofContext): Place | undefined {
  let best: Place | undefined
  for (let a = 0; a < x.words.length; a++) {
    if (!opensPart(x.words, a, context)) continue
    for (let b = 0; b < y.words.length; b++) {
      let length = 0
      while (x.words[a + length] !== undefined && x.words[a + length] === y.words[b + length]) length++
      for (; length > (best?.length ?? 0); length--)
        if (isOwn(x, a, length, context) && isOwn(y, b, length, context)) best = { a, b, length }
    }
  }
  return best
}

const isFocus = oneOf('only', 'even', 'also', 'respectively', 'but', 'nor')
const denies = oneOf('no', 'not', 'never', 'neither')
const isCondition = oneOf('if', 'when', 'asSoonAs', 'unless', 'clauseTime')
const isContrast = oneOf('because', 'purpose', 'as')
const isQuantity = oneOf('each', 'all', 'any', 'some', 'both', 'quantity', 'always')
/** Lengths of time and counts, as they are read. */
const COUNTED = /^(?:days|months|minutes|times|number)(?: |$)/
const isVague = (word: string, words: ProofContext['words']): boolean => COUNTED.test(word) || isQuantity(word, words)

/** Whether a part says the same before and behind "not": a day, a place, a condition; not "every day" or "for a week". */
const isFixed = (part: Words, { words }: ProofContext): boolean =>
  !part.some((word, at) => isVague(word, words) && !(SPAN.test(word) && isAround(part[at + 1], words))) &&
  !isContrast(part[0], words)

const SPAN = /^(?:days|months|minutes) /
const DAY = /^(?:date|time) /
const COUNT = /^number \d+$/
const isWorkday = oneOf('workdays')
const isLimit = oneOf('limit', 'within')
const isAt = oneOf('atLeast')
const isLeast = oneOf('least')
const isLasting = oneOf('lasting')
const isWithout = oneOf('without')
const isFreeOf = oneOf('freeOf')
const isAround = oneOf('before', 'after')
const isPeriod = oneOf('period')
const isManner = oneOf('manner', 'often')

/** Whether what begins here tells of a time limit, a frequency or a manner of the act, and can tell of no thing. */
function isStrict(words: Words, at: number, context: ProofContext): boolean {
  const [head = '', next = '', after = ''] = words.slice(at, at + 3)
  return (
    (isLimit(head, context.words) &&
      (SPAN.test(next) ||
        DAY.test(next) ||
        isThe(next, context.words) ||
        (COUNT.test(next) && isWorkday(after, context.words)))) ||
    (SPAN.test(head) && isAround(next, context.words)) ||
    (isEach(head, context.words) && isPeriod(next, context.words)) ||
    (isAt(head, context.words) && isLeast(next, context.words) && SPAN.test(after)) ||
    (/^times /.test(head) && isEach(next, context.words) && isPeriod(after, context.words)) ||
    isManner(head, context.words) ||
    (isLasting(head, context.words) && SPAN.test(next) && isAround(after, context.words)) ||
    (isWithout(head, context.words) && isFreeOf(next, context.words))
  )
}

const opensPart = (words: Words, at: number, context: ProofContext): boolean => {
  const { movable, times } = context.words
  const [head = '', next = ''] = words.slice(at, at + 2)
  // "Elk verslag" is what is signed, and no time, as "elke maandag" is.
  if (isEach(head, context.words) && !isPeriod(next, context.words) && !meaningsOf('calendar', context.words.lang).has(next))
    return false
  return (
    isStrict(words, at, context) ||
    isCondition(head, context.words) ||
    ((movable.has(head) || times.has(head)) && !denies(head, context.words))
  )
}

/** Verbs that tell someone "of" something. */
const isTelling = oneOf('tells')
const isPronoun = oneOf('he', 'it', 'you', 'me')
const isAuxiliaryVerb = oneOf('may', 'is', 'was', 'hasOne', 'becomesOne', 'became', 'need')
/** What nothing ends with. */
const isOpen = oneOf('of', 'the', 'a')
/** What someone or something is named behind: a part there may be theirs, and tell when or where they are, as behind what happens. */
const isNaming = oneOf('names', 'of', 'by', 'with', 'for', 'from')
const governs = (word: string, { words }: ProofContext): boolean => isNaming(word, words) || opensEvent(word, words)

/** Whether the words from `at` on are a part of the act in this sentence, and end where it ends. */
function isOwn({ words, commas }: Told, at: number, length: number, context: ProofContext): boolean {
  const { movable, verbSecond } = context.words
  const part = words.slice(at, at + length)
  const [before, after] = [words[at - 1], words[at + length]]
  const strict = isStrict(words, at, context)
  const condition = isCondition(part[0], context.words)
  // No more than its preposition, what would be torn from what it counts, or what is told of the noun behind it.
  if ((length < 2 && !strict) || isDeterminer(before, context.words)) return false
  if ((!condition && part.some((word, k) => k > 0 && isRelative(word, context.words))) || isRelative(before, context.words))
    return false
  if (
    !condition &&
    part.some(
      (word, k) =>
        k > 0 && (isCondition(word, context.words) || isAuxiliaryVerb(word, context.words) || isJoin(word, context.words)),
    )
  )
    return false
  const closed = after === undefined || commas.has(at + length)
  const last = after === undefined || (verbSecond && closes(words, at, at + length, context))
  if (condition)
    return at === 0
      ? closed && after !== undefined
      : after === undefined &&
          isPlain(words.slice(0, at), context) &&
          !mayBeAsked(words.slice(0, at), part[0] ?? '', context.words)
  if (mayLast(part, words, context.words) || (at > 0 && mayTellWhich(words.slice(0, at), part, context.words))) return false
  // The verb of a Dutch sentence may close it.
  if (verbSecond && length > 1 && words.some((word) => context.words.willing.has(word))) return false
  if (at > 0 && (strict ? isOrdered(words.slice(0, at), context.words) : mayBeOfThing(words.slice(0, at), part, context.words)))
    return false
  const rest = [...words.slice(0, at), ...words.slice(at + length)]
  if (rest.some((word) => isRelative(word, context.words) || isCondition(word, context.words))) return false
  const tells = strict && isOf(after, context.words) && words.slice(0, at).some((word) => isTelling(word, context.words))
  if ((isOf(after, context.words) && !tells) || isOpen(part.at(-1), context.words)) return false
  if (at === 0) return rest.every((word) => !isJoin(word, context.words)) || areThings(rest, context)
  if (!areThings(rest, context)) return false
  // "We reply within a week to …": behind the verb of a pronoun.
  if (strict && at === 2 && isPronoun(words[0], context.words)) return true
  if (tells) return true
  // Gone from before a part that may belong to the noun before it, it would leave the two side by side.
  if (after !== undefined && !last && (movable.has(after) || opensPart(words, at + length, context))) return false
  if (isAuxiliary(words, at - 1, context)) return !isJoin(after, context.words)
  // "Controleert in maart de tuinen": right behind the verb of a Dutch sentence, and not of one that tells of something.
  const isVerb = VERB.test(before ?? '') && !context.words.telling.has(before ?? '')
  if (verbSecond && isVerb && isDated(part, context) && isDeterminer(after, context.words)) return true
  const said = participleAt(words, at - 1, context)
  // "Tickets bought before May": a participle by itself takes what stands behind it along.
  if (said && !isBeen(words[at - 2], context.words) && !isAuxiliary(words, at - 2, context)) return false
  if (last) {
    if (strict) return true
    // "Pays within a week after the fair in May": it may tell of the fair.
    const opens = words.findLastIndex(
      (word, k) => k < at && (governs(word, context) || movable.has(word) || isAuxiliaryVerb(word, context.words)),
    )
    return !governs(words[opens] ?? '', context) || /\d/.test(before ?? '')
  }
  if (said) return isBy(after, context.words)
  return (
    strict &&
    words.slice(0, at).some((word) => isAuxiliaryVerb(word, context.words)) &&
    (isDeterminer(after, context.words) || isBy(after, context.words))
  )
}

/** A Dutch verb told of one, by its ending. */
const VERB = /^\p{L}{3,}t$/u
/** Whether a part names a day, a month or an hour, or how long something is before or after another. */
const isDated = (part: Words, { words }: ProofContext): boolean =>
  words.times.has(part[0] ?? '') ||
  part
    .slice(1)
    .every((word) => DAY.test(word) || meaningsOf('calendar', words.lang).has(word) || isThe(word, words) || isJoin(word, words))

const isBeen = oneOf('been')

/** Whether a word is an auxiliary, or what denies behind one. */
const isAuxiliary = (words: Words, at: number, context: ProofContext): boolean =>
  isAuxiliaryVerb(words[at], context.words) || (denies(words[at], context.words) && isAuxiliaryVerb(words[at - 1], context.words))

function participleAt(words: Words, at: number, { words: known }: ProofContext): boolean {
  const word = words[at] ?? ''
  return known.verbSecond ? isParticiple(word, known) : /\w{3}ed$/.test(word) || known.participles.has(word)
}

/** Whether a Dutch sentence is closed by verbs from `to` on, of which none is the one that must stand second: that stands before `at`. */
const closes = (words: Words, at: number, to: number, context: ProofContext): boolean =>
  isVerbs(words.slice(to), context) &&
  (words.slice(0, at).some((word) => isAuxiliaryVerb(word, context.words)) ||
    !words.slice(to).some((word) => isAuxiliaryVerb(word, context.words)))

/** Whether words are the verbs that close a Dutch sentence: ingediend, kunnen worden gemeld. */
const isVerbs = (words: Words, { words: known }: ProofContext): boolean =>
  words.length <= LONGEST_CLUSTER &&
  words.every(
    (word, at) =>
      isParticiple(word, known) ||
      isOfCluster(word, known) ||
      (at === words.length - 1 && (known.separable.has(word) || /\p{L}{2}en$/u.test(word))),
  )
const isOfCluster = oneOf('becomes', 'be', 'has', 'to', 'may')
// "zou kunnen worden": what closes a sentence has at most so many.
const LONGEST_CLUSTER = 3

/** Whether words hold one act alone: nothing is joined in them, or things are. */
const isPlain = (words: Words, context: ProofContext): boolean =>
  !words.some((word) => isRelative(word, context.words) || isCondition(word, context.words)) && areThings(words, context)

const isDeterminer = oneOf('the', 'a', 'each', 'any', 'all', 'his', 'our')
