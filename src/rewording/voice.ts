import { asSubject, oneOf } from '../language/index.js'
import { isReordered } from './order.js'
import { hasOtherDoer, isDeniedTogether, mayFollowThing } from './reach.js'
import type { WordTables as Known } from './tables.js'
import { isEnglishVerb, isParticiple, isSameVerb } from './verbs.js'

type Words = readonly string[]

/**
 * Whether one of two sentences is the active form and the other the passive one of the same act: the same actor, verb and object, and
 * everything else in its place.
 */
export const isOtherVoice = (a: Words, b: Words, known: Known): boolean =>
  !known.verbSecond
    ? behindTime(a, b, known).some(([x, y]) => english(x, y, known) || english(y, x, known))
    : dutch(a, b, known) || dutch(b, a, known)

/** Both sentences, and what is left of them behind each beginning they share that may be a time or a condition. */
function behindTime(a: Words, b: Words, words: Known): readonly (readonly [Words, Words])[] {
  const pairs: (readonly [Words, Words])[] = [[a, b]]
  if (!words.movable.has(a[0] ?? '')) return pairs
  for (let at = 0; at < a.length - 2 && a[at] === b[at]; at++) pairs.push([a.slice(at + 1), b.slice(at + 1)])
  return pairs
}

// "de voorzitter van de raad van toezicht" has seven; further behind "door" something else begins.
const LONGEST_ACTOR = 7
const same = (a: Words, b: Words): boolean => a.length === b.length && a.every((word, k) => word === b[k])

const isModal = oneOf('may')
const isBe = oneOf('be', 'been', 'was')

/** The object · (modal) be · participle · … · by · the actor · … against the actor · (modal) verb · the object · … */
function english(passive: Words, active: Words, known: Known): boolean {
  for (let by = passive.indexOf('by'); by > 0; by = passive.indexOf('by', by + 1)) {
    for (let be = by - 2; be > 0; be--) {
      if (!isBe(passive[be], known)) continue
      const modal = isModal(passive[be - 1], known) ? (passive[be - 1] as string) : undefined
      const object = passive.slice(0, modal === undefined ? be : be - 1)
      const participle = passive[be + 1] as string
      const between = passive.slice(be + 2, by)
      const behind = passive.slice(by + 1)
      if (hasOtherDoer(object, passive, known) || (between.length > 0 && !endsActor(between, known))) continue
      if (isDeniedTogether(passive, known)) continue
      for (let length = 1; length <= Math.min(LONGEST_ACTOR, behind.length); length++) {
        const actor = behind.slice(0, length).map((word) => asSubject(word, known))
        if (!same(active.slice(0, length), actor) || !endsActor(behind.slice(length), known)) continue
        const rest = active.slice(length)
        const verbAt = modal === undefined ? 0 : 1
        if (modal !== undefined && rest[0] !== modal) continue
        if (!isEnglishVerb(rest[verbAt], participle, known)) continue
        if (same(rest.slice(verbAt + 1), [...object, ...between, ...behind.slice(length)])) return true
      }
    }
  }
  return false
}

/**
 * Whether the name of who acts ends before a word. What belongs to that name in the one form would belong to the object in the other: "by the
 * secretary of the board" against "the secretary checks the list of the board".
 */
const endsActor = (behind: Words, words: Known): boolean => {
  const [after, next = ''] = behind
  return (
    after === undefined ||
    words.idioms.some((idiom) => idiom.length > 0 && idiom.every((word, k) => word === behind[k])) ||
    words.times.has(after) ||
    LY.test(after) ||
    isAdverb(after, words) ||
    // No one is named by what is done to another: "door de beheerder aan de huurder".
    isToWhom(after, words) ||
    isEach(after, words) ||
    (after === 'for' && isEach(next, words)) ||
    OFTEN.test(after)
  )
}
const isEach = oneOf('each')
const OFTEN = /^(?:date|time|days|months|times) /
/** English adverbs by their ending. */
const LY = /^\w{3,}ly$/
const isAdverb = oneOf('saidManner', 'always', 'often', 'manner')

const isToWhom = oneOf('toWhom')
const isPassive = oneOf('becomes', 'became')
const DOOR = 'door'

/** Het verslag wordt door de secretaris rondgestuurd · De secretaris stuurt het verslag rond. */
function dutch(passive: Words, active: Words, known: Known): boolean {
  const door = passive.indexOf(DOOR)
  if (door < 0) return false
  const auxiliaries = passive.flatMap((word, at) => (isPassive(word, known) ? [at] : []))
  const [auxiliary] = auxiliaries
  // "Schade door huurders wordt vergoed": between what is acted on and its verb, the noun has it.
  if (auxiliary === undefined || (door > 0 && door < auxiliary)) return false
  if (hasOtherDoer(passive.slice(0, auxiliary), passive, known) || isDeniedTogether(passive, known)) return false
  if (mayFollowThing(passive.slice(auxiliary + 1, door), known)) return false
  for (let length = 1; length <= Math.min(LONGEST_ACTOR, passive.length - door - 1); length++) {
    const actor = passive.slice(door + 1, door + 1 + length).map((word) => asSubject(word, known))
    const at = subjectAt(active, actor, known)
    const behind = passive.slice(door + 1 + length)
    const [after] = behind
    const verb = after !== undefined && (isPassive(after, known) || isDutchModal(after, known) || isParticiple(after, known))
    if (at === undefined || !(verb || endsActor(behind, known))) continue
    const left = passive.flatMap((word, k) => (k === auxiliary || (k >= door && k <= door + length) ? [] : [word]))
    const right = [...active.slice(0, at), ...active.slice(at + length)]
    if (sameAct(left, right, at, known)) return true
  }
  return false
}

/**
 * Where the actor stands as the subject: first, or behind the verb where a time, place or condition stands first. Anywhere else it may be
 * the object: in "de leraar beoordeelt de directeur" the director does not act.
 */
function subjectAt(active: Words, actor: Words, words: Known): number | undefined {
  if (same(active.slice(0, actor.length), actor)) return 0
  const [first = ''] = active
  if (!words.movable.has(first) || isEachOrAll(first, words)) return undefined
  for (let at = 2; at <= active.length - actor.length; at++) if (same(active.slice(at, at + actor.length), actor)) return at
  return undefined
}
/** Words that begin a time as often as a subject. */
const isEachOrAll = oneOf('each', 'all', 'one')
const isDutchModal = oneOf('may', 'need', 'would')

/** Whether the two lists are the same but for a participle in the first and the verb, with what was parted from it, in the second. */
function sameAct(left: Words, right: Words, subject: number, known: Known): boolean {
  const { participles, separable } = known
  for (let p = left.length - 1; p >= 0; p--) {
    const participle = left[p] as string
    // What ends in -t and has no beginning of a participle is another verb of the sentence.
    if (participle.length < 4 || (participle.endsWith('t') && !isParticiple(participle, known))) continue
    for (let v = 0; v < right.length; v++) {
      // Behind what stands first comes the verb, and then who acts.
      if (subject > 0 && v !== subject - 1 && !isDutchModal(right[subject - 1], known)) continue
      const verb = right[v] as string
      // What was parted from the verb stands behind it, at the end or before a part that follows.
      const parts = right.flatMap((part, at) => (at > v && separable.has(part) ? [{ whole: part + verb, gone: [v, at] }] : []))
      const options = [...parts.reverse(), { whole: verb, gone: [v] }]
      for (const { whole, gone } of options) {
        if (whole.length < 4 || !isSameVerb(whole, participle, participles)) continue
        const a = left.filter((_, k) => k !== p)
        const b = right.filter((_, k) => !gone.includes(k))
        if (same(a, b) || isReordered(a, b, known)) return true
      }
    }
  }
  return false
}
