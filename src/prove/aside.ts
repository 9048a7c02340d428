import { oneOf } from '../language/index.js'
import { isJoin, isRelative } from '../rewording/index.js'
import { turned } from './roles/dutch.js'
import type { SentenceUnits } from './sentences.js'
import { isAnd } from './small-words.js'
import { isVerb } from './told.js'
import type { ProofContext, Unit } from './unit.js'

const isCondition = oneOf('if', 'when', 'where', 'once', 'unless', 'clauseTime', 'asSoonAs')
const reaches = oneOf('no', 'not', 'never', 'neither', 'nobody', 'only', 'solely', 'even', 'also', 'always', 'but')
/** These name what goes with a thing as often as how an act is done. */
const isOfThing = oneOf('with', 'by', 'from', 'to', 'of', 'between', 'for')
const isClosing = oneOf('without')

interface Aside {
  readonly part: readonly string[]
  readonly before: readonly string[]
  readonly behind: readonly string[]
}

const values = (units: readonly Unit[]): readonly string[] => units.map(({ value }) => value)

/** Whether "and" joins what may be another act to the first: "wast, als het regent, de boot en verft de schuur". */
export const joinsActs = (told: readonly string[], words: ProofContext['words']): boolean =>
  told.some((word, at) => isAnd(told[at - 1], words) && isVerb(word, words))

/** What stands between the only two commas of a sentence, and tells when, where or on which condition it holds. */
function asideOf(units: readonly Unit[], { words }: ProofContext): Aside | undefined {
  const [open = 0, close = 0, more] = units.flatMap(({ kind }, at) => (kind === 'comma' ? [at] : []))
  const [part, before, behind] = [units.slice(open + 1, close), units.slice(0, open), units.slice(close + 1)].map(values) as [
    readonly string[],
    readonly string[],
    readonly string[],
  ]
  const [head = ''] = part
  const opens = isCondition(head, words) || words.times.has(head) || (words.movable.has(head) && !isOfThing(head, words))
  if (close === 0 || more !== undefined || open === 0 || behind.length === 0 || !opens) return undefined
  const rest = [...before, ...behind]
  if ([...part, ...rest].some((word) => reaches(word, words) && !isClosing(word, words))) return undefined
  if (rest.some((word) => isJoin(word, words) || isRelative(word, words) || isCondition(word, words))) return undefined
  // In front it may tell of both acts, here of the first alone.
  if (joinsActs(rest, words)) return undefined
  return { part, before, behind }
}

/**
 * Whether two sentences differ in no more than where the part stands that the one sets apart by two commas: there it tells of the whole sentence, as it does in front
 * of it, "the fund pays, on request, half of it" · "on request, the fund pays half of it", and a clause does behind it: "belt, voordat hij komt, de huurder" · "belt de
 * huurder voordat hij komt".
 */
export function isAsideMoved(a: SentenceUnits, b: SentenceUnits, context: ProofContext): boolean {
  return isMoved(a, b, context) || isMoved(b, a, context)
}

function isMoved(a: SentenceUnits, b: SentenceUnits, context: ProofContext): boolean {
  const { words } = context
  const aside = asideOf(a.units, context)
  if (!aside) return false
  const { part, before, behind } = aside
  const plain = [...before, ...behind]
  if (b.words.length !== plain.length + part.length) return false
  const same = (x: readonly string[], y: readonly string[]) => x.length === y.length && x.every((word, k) => word === y[k])
  const commas = b.units.flatMap(({ kind }, at) => (kind === 'comma' ? [at] : []))
  if (same(b.words.slice(0, part.length), part) && commas.every((at) => at === part.length)) {
    const rest = b.words.slice(part.length)
    return words.verbSecond ? turned(rest, words).some((told) => same(told, plain)) : same(rest, plain)
  }
  const end = b.words.length - part.length
  return (
    isCondition(part[0], words) &&
    same(b.words.slice(end), part) &&
    same(b.words.slice(0, end), plain) &&
    commas.every((at) => at === end)
  )
}
