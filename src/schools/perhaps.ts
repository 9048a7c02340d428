import { type Found, sameValue } from './compare-norms.js'
import type { Feature } from './features.js'
import type { RuleSentence, Value } from './types.js'
import { isBeside, measureOf } from './values.js'

/** Score from which two sentences of two schools that are each other's nearest may be on one act. */
const MAYBE = 0.25

/** Two sentences of a row, and how sure they are a pair. */
export interface Likely {
  readonly a: Feature
  readonly b: Feature
  readonly score: number
}

/** What is not the same in two of them. */
export interface PerhapsApart extends Found, Pick<Likely, 'a' | 'b'> {}

/**
 * In what two schools of a row may differ of which nothing is told: sentences that are each other's nearest, where a stance, a value or an
 * exception is not the same. Whether both speak of one act is not sure, and half of what is given is no difference: it is there to be read,
 * with both sentences.
 *
 * @param links the pairs of the two schools, the surest first
 */
export function perhapsBetween(links: readonly Likely[], telling: (a: Feature, b: Feature) => boolean): readonly PerhapsApart[] {
  const met = new Set<Feature>()
  const isFirst = (of: Feature): boolean => !met.has(of) && met.add(of) !== undefined
  return links.flatMap(({ a, b, score }) => {
    const [one, other] = [isFirst(a), isFirst(b)]
    if (!one || !other || score < MAYBE || a.words === b.words) return []
    const found = apart(a.sentence, b.sentence, telling(a, b))
    return found ? [{ a, b, ...found }] : []
  })
}

/** What is not the same, the gravest first. `told`: the two share something telling. */
function apart(one: RuleSentence, other: RuleSentence, told: boolean): Found | undefined {
  const values = valuesApart(one, other)
  if (!told) return values?.words.every((each) => each !== '') ? values : undefined
  return stancesApart(one, other) ?? values ?? exceptionsApart(one, other)
}

/** What one forbids and the other allows, or a condition that only one makes. What must be done and what may or may not be done are mostly two acts. */
function stancesApart(one: RuleSentence, other: RuleSentence): Found | undefined {
  const stances = new Set([one.stance, other.stance])
  if (stances.size === 1 || stances.has('statement')) return undefined
  const words = [cueOf(one), cueOf(other)] as const
  if (stances.has('prohibition')) return stances.has('obligation') ? undefined : { kind: 'opposed', words }
  return stances.has('conditional-permission') ? { kind: 'condition', words } : undefined
}

const cueOf = ({ stances: [first], text }: RuleSentence): string => first?.cue ?? text

/** Values of one measure that are not the same, or what one counts or asks as a price where the other names no value: a time may be that of another step, and a single thing is no count. */
function valuesApart(one: RuleSentence, other: RuleSentence): Found | undefined {
  const own = (of: RuleSentence, than: RuleSentence): readonly Value[] =>
    of.values.filter((value) => !isBeside(value) && !than.values.some((each) => sameValue(each, value)))
  const [mine, theirs] = [own(one, other), own(other, one)]
  for (const a of mine)
    for (const b of theirs)
      if (a.kind !== 'place' && measureOf(a) === measureOf(b)) return { kind: 'value', words: [a.text, b.text] }
  const [a, b] = [mine, theirs].map((values) => values.find(isCounted))
  if ((a === undefined) === (b === undefined) || (a ? theirs : mine).length > 0) return undefined
  return { kind: 'value', words: [a?.text ?? '', b?.text ?? ''] }
}

const isCounted = ({ kind, value }: Value): boolean => kind === 'amount' || (kind === 'number' && !SINGLE.test(value))
const SINGLE = /^1x?(?: |$)/

/** An exception that one of them makes and the other does not. */
function exceptionsApart(one: RuleSentence, other: RuleSentence): Found | undefined {
  const [mine, theirs] = [one.exception, other.exception]
  const isOne =
    (mine === undefined) !== (theirs === undefined) && (one.condition === undefined) !== (other.condition === undefined)
  return isOne ? { kind: 'condition', words: [mine ?? '', theirs ?? ''] } : undefined
}
