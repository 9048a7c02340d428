import { oneOf } from '../language/index.js'
import { isRelative } from '../rewording/index.js'
import type { SentenceUnits } from './sentences.js'
import { isAnd, isBy, isThe } from './small-words.js'
import { holdsForBoth, isClause } from './split.js'
import type { ProofContext, Unit } from './unit.js'

type Same = (x: SentenceUnits, y: SentenceUnits) => boolean

/** Some units of a sentence as one of their own. */
const sentenceOf = (units: readonly Unit[]): SentenceUnits => ({
  units,
  all: units,
  words: units.filter(({ kind }) => kind !== 'comma').map(({ value }) => value),
  closing: '',
})

/** A sentence as what stands before and behind each "and" in it. */
const halvesOf = ({ units }: SentenceUnits, words: ProofContext['words']): readonly (readonly [SentenceUnits, SentenceUnits])[] =>
  units.flatMap(({ value }, at) => {
    if (!isAnd(value, words)) return []
    const before = units[at - 1]?.kind === 'comma' ? at - 1 : at
    return [[sentenceOf(units.slice(0, before)), sentenceOf(units.slice(at + 1))] as const]
  })

const doersIn = ({ words }: SentenceUnits, known: ProofContext['words']): number =>
  words.filter((word) => isBy(word, known)).length

/**
 * Whether two halves of a sentence say what the halves of another say, each by itself: told in the other voice, which shows a half to be whole, or in
 * the same words with a verb of its own. Nothing in front of the first is told of both.
 */
const areWhole = (
  [x, y]: readonly [SentenceUnits, SentenceUnits],
  [a, b]: readonly [SentenceUnits, SentenceUnits],
  context: ProofContext,
  same: Same,
): boolean => {
  const { words } = context
  const free = [x, y, a, b].every(
    (half) =>
      !words.movable.has(half.words[0] ?? '') &&
      !half.words.some(
        (word) => holdsForBoth(word, words) || denies(word, words) || isRelative(word, words) || leans(word, words),
      ),
  )
  const isTold = (one: SentenceUnits, other: SentenceUnits) =>
    doersIn(one, words) === doersIn(other, words)
      ? one.words.join(' ') === other.words.join(' ') && isClause(one.words, context)
      : same(one, other)
  return free && isTold(x, a) && isTold(y, b)
}
const denies = oneOf('no', 'not', 'never')
/** What stands for somebody or something who was named before. */
const leans = oneOf('he', 'it', 'his', 'him', 'unstressed', 'ofThem')

/** Whether two sentences join the same two clauses, of which one or both are told in the other voice: "A checks the roof, and B signs", the roof is checked by A, and B …. */
export const areSameClauses = (a: SentenceUnits, b: SentenceUnits, context: ProofContext, same: Same): boolean =>
  [...a.words, ...b.words].some((word) => isBy(word, context.words)) &&
  halvesOf(a, context.words).some((own) => halvesOf(b, context.words).some((other) => areWhole(own, other, context, same)))

/** Whether a sentence joins two clauses that another text has as two sentences, told in the other voice or not. */
export const areApartAs = (
  whole: SentenceUnits,
  first: SentenceUnits,
  second: SentenceUnits,
  context: ProofContext,
  same: Same,
): boolean =>
  [whole, first, second].some(({ words }) => words.some((word) => isBy(word, context.words))) &&
  halvesOf(whole, context.words).some((halves) => areWhole(halves, [first, second], context, same))

const isWho = oneOf('who', 'which')
const pointsBack = oneOf('this', 'that', 'the')
const isTo = oneOf('to')
const isFirstVerb = /^\p{L}{2,}(?:t|en|d)$/u
const isVerb = oneOf('be', 'becomes', 'has', 'may')
const isBehind = oneOf('behindThing', 'betweenNouns')

/**
 * Whether a sentence tells in a relative clause behind a comma what the other text tells of the same noun in a sentence of its own: "issues a voucher, which is
 * valid for a year", "een vergoeding, die maandelijks wordt betaald", deze vergoeding wordt maandelijks betaald. The noun stands right before the comma, and
 * behind no other.
 */
export function isToldOfNoun(
  whole: SentenceUnits,
  first: SentenceUnits,
  second: SentenceUnits,
  { words }: ProofContext,
): boolean {
  const at = whole.units.findIndex(
    ({ value, kind }, k) => kind === 'word' && isWho(value, words) && whole.units[k - 1]?.kind === 'comma',
  )
  const [noun, article, before] = [whole.units[at - 2], whole.units[at - 3], whole.units[at - 4]]
  const start = sentenceOf(whole.units.slice(0, at - 1)).words
  if (at < 4 || !noun || noun.kind !== 'word' || start.join(' ') !== first.words.join(' ')) return false
  const [points, again, ...told] = second.words
  const clause = sentenceOf(whole.units.slice(at + 1)).words.filter((word) => word !== '#')
  if (!pointsBack(points, words) || again !== noun.value || clause.length < 2) return false
  // Who is named alone is meant, or by the last words, behind "to", wherever in the sentence: "issued by the porter, who …".
  const people = first.words.filter((word) => words.isActor(word) || words.isBody(word))
  const named = words.isActor(noun.value) && isThe(article?.value, words) && isTo(before?.value, words)
  const alone =
    named || (people.length === 1 && words.isActor(noun.value) && (isThe(article?.value, words) || isA(article?.value, words)))
  if (!alone && (!isA(article?.value, words) || isBehind(before?.value, words))) return false
  if (!words.verbSecond) return clause.join(' ') === told.join(' ')
  const [verb = '', ...rest] = told
  return (
    (isVerb(verb, words) || isFirstVerb.test(verb)) &&
    [1, 2].some((back) => {
      const place = clause.length - back
      const [part = '', left] = [rest.at(-1), [...clause.slice(0, place), ...clause.slice(place + 1)].join(' ')]
      const parted = words.separable.has(part) && clause[place] === part + verb && left === rest.slice(0, -1).join(' ')
      return parted || (clause[place] === verb && left === rest.join(' '))
    })
  )
}
const isA = oneOf('a', 'each', 'any', 'no')
