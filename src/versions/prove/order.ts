import type { ProofContext } from './unit.js'

type Words = readonly string[]

/** Words whose reach depends on where they stand. */
const FOCUS = /^(?:only|even|just|not|never|no|also|niet|geen|nooit|alleen|slechts|ook|juist|zelfs|and|or|en|of)$/
const SUBORDINATE =
  /^(?:if|when|whenever|unless|where|once|as|provided|als|indien|wanneer|zodra|zolang|nadat|voordat|tenzij|mits)$/

/**
 * Whether one sentence is the other with one part of it in another place: a condition, a time or place that stands in front or behind.
 * A Dutch verb may change places with its subject then. The actor and the object stay in their order, for no part without a
 * preposition or conjunction before it may move.
 */
export function isReordered(a: Words, b: Words, context: ProofContext): boolean {
  if (a.length !== b.length || a.length < 3) return false
  if (moved(a, b, context)) return true
  if (context.words.lang !== 'nl') return false
  // The finite verb stands second, whatever stands first.
  for (let i = 1; i < a.length; i++) {
    const verb = a[i] as string
    const j = b.indexOf(verb, 1)
    if (j < 1 || i === j || context.words.movable.has(verb)) continue
    const [restA, restB] = [without(a, i), without(b, j)]
    const parts = partsOf(restA, restB)
    if (parts && fronted(parts, context) && (parts.start === 0 || i <= 1)) return true
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

function moved(a: Words, b: Words, context: ProofContext): boolean {
  const parts = partsOf(a, b)
  return parts !== undefined && fronted(parts, context)
}

/** Whether one of the two parts is one that may stand anywhere, and nothing depends on where it stands. */
function fronted({ start, first, second, all }: Parts, { words }: ProofContext): boolean {
  const starts = (part: Words) => words.movable.has(part[0] ?? '')
  return [
    [first, second],
    [second, first],
  ].some(([part = [], other = []]) => {
    const head = part[0] ?? ''
    if (!words.movable.has(head)) return false
    // Amid a sentence it may belong to the word before it, and then says something else of another.
    if (start > 0 && part.length > 1 && !starts(other)) return false
    // A part that is no more than its preposition has lost what it stands before.
    if (part.length === 1 && PREPOSITION.test(head)) return false
    if (SUBORDINATE.test(head)) return !other.some((word) => JOINING.test(word))
    return !all.some((word) => FOCUS.test(word)) && !other.some((word) => SUBORDINATE.test(word))
  })
}
const JOINING = /^(?:and|or|en|of|only|alleen|slechts|uitsluitend)$/
const PREPOSITION =
  /^(?:in|at|by|from|for|to|with|on|bij|op|binnen|van|voor|tot|met|via|door|onder|om|aan|ten|ter|te|naar|na|per|after|before)$/

/** Two exchanged members of a list of two: minutes and photographs. Of persons, the first may be the one who acts. */
export function isExchangedPair(a: Words, b: Words, { words }: ProofContext): boolean {
  if (a.length !== b.length) return false
  const at = a.findIndex((word, k) => word !== b[k])
  const [x, and, y] = a.slice(at, at + 3)
  if (x === undefined || y === undefined || (and !== 'and' && and !== 'en')) return false
  const rest = a.slice(at + 3).every((word, k) => word === b[at + 3 + k])
  return (
    rest && b[at] === y && b[at + 1] === and && b[at + 2] === x && !words.isActor(x) && !words.isActor(y) && at + 3 === a.length
  )
}
