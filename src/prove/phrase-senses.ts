import { isFunctionWord, oneOf } from '../language/index.js'
import { firstFrom, lastBefore } from '../model/index.js'
import { hasReach, isJoin, mayBeAsked, type Phrase, type WordTables } from '../rewording/index.js'
import { isNot } from './small-words.js'
import type { Unit } from './unit.js'

/** Whether a remark before an English rule is no remark, but told of the word behind it: "obviously ill pupils". A clause ends with "that", a word has its comma. */
export const isOfNext = ({ first, plain, words: said }: Phrase, next: Unit | undefined, { verbSecond }: WordTables): boolean =>
  !verbSecond && first && plain.length === 0 && said.at(-1) !== 'that' && next?.kind === 'word'

/** Whether a sentence begins here. */
export const isFirst = (units: readonly Unit[], at: number): boolean =>
  /^(?:end|break|undefined)$/.test(String(units[at - 1]?.kind))

/** Whether a clause that a comma closes begins here, as the first of a sentence: "Where the hirer pays late, …". */
export function isOpening(units: readonly Unit[], at: number): boolean {
  if (!isFirst(units, at)) return false
  const close = firstFrom(units, at + 1, ({ kind }) => kind === 'comma' || kind === 'end')
  return units[close]?.kind === 'comma'
}

/** Whether a word that may be a part of the verb before it opens a time or place instead: "komt na 22 uur", "levert in mei". */
export const opensPart = (units: readonly Unit[], at: number, words: WordTables): boolean => {
  const { separable, movable, phrases } = words
  const next = units[at + 1]
  if (!separable.has(units[at]?.value ?? '') || next === undefined) return false
  const opens = (phrases.get(next.value) ?? []).some(
    ({ words: said, plain }) =>
      movable.has(plain[0]?.split('_')[0] ?? '') && said.every((word, k) => units[at + 1 + k]?.value === word),
  )
  return (
    next.kind === 'value' || (next.kind === 'word' && !opens && !movable.has(next.value) && !isSeparatedBy(next.value, words))
  )
}
const isSeparatedBy = oneOf('separatedBy')

/**
 * Whether a name of one sex may be meant as that: of many ("studentes"), beside the name of the other or neither, where only these may, or where women or men
 * are spoken of.
 */
export function isGendered(
  { words: [word = '', ...more], plain: [plain = ''] }: Phrase,
  units: readonly Unit[],
  known: WordTables,
): boolean {
  if (more.length > 0 || word === plain) return false
  const many = known.feminine.some(
    ([, hers]) => hers !== '' && [`${hers}s`, `${hers}sen`, `${hers}nen`].some((end) => word.endsWith(end)),
  )
  const isTwin = (value: string) =>
    value !== word && known.phrases.get(value)?.some((other) => other.kind === 'inclusive' && other.plain[0] === plain) === true
  return (
    many || units.some(({ value }) => value === plain || isTwin(value) || known.sexes.has(value) || known.limiting.has(value))
  )
}
export const isDenial = oneOf('no', 'not', 'never')
/** Whether a phrase says in one word what its row says with "not", or the other way around: not allowed, prohibited. */
export const isFused = ({ words: said, plain }: Phrase, words: WordTables): boolean =>
  [...said, ...plain].some((word) => isFusing(word, words)) &&
  said.some((word) => isNot(word, words)) !== plain.some((word) => isNot(word, words))
const isInfinitive = oneOf('infinitive')
const isFusing = oneOf('fused')

/** Words of a sentence behind a denial that are looked at. */
const LONGEST_BEHIND = 120

/** Whether what stands behind a denial may be what alone is denied: not allowed everywhere, not allowed or encouraged. */
export function isReached(units: readonly Unit[], from: number, known: WordTables): boolean {
  const close = firstFrom(units, from, ({ kind }) => kind === 'end' || kind === 'break')
  // Somewhere in what goes on so long there is.
  if (close - from > LONGEST_BEHIND) return true
  const behind = units.slice(from, close)
  const plain = behind.filter(({ value }) => !isInfinitive(value, known)).map(({ value }) => value)
  return (
    isJoin(behind[0]?.value, known) ||
    hasReach(
      plain.filter((value) => !/^number /.test(value)),
      known,
    )
  )
}

/** Whether two nouns stand before a relative pronoun, of which its gender tells the one: "de directeur van het bedrijf dat …". */
export function isOfTwo(units: readonly Unit[], at: number, words: WordTables): boolean {
  const before = units.slice(Math.max(0, at - LONGEST_NAME), at)
  return before.some(({ value }, k) => k < before.length - 1 && isBetweenNouns(value, words))
}
/** Words of two nouns with what joins them: "de directeur van het bedrijf". */
const LONGEST_NAME = 5
const isBetweenNouns = oneOf('betweenNouns')
const isIf = oneOf('if')
export const isConditional = ({ words: said, plain: [plain = ''] }: Phrase, words: WordTables): boolean =>
  said.length === 1 && isIf(plain, words) && said[0] !== plain

/**
 * Whether what begins here is a condition: no moment that is asked or told ("bepaalt wanneer …"), and a clause with its verb, for Dutch "als" is
 * "as" too: "als eerste", "als penningmeester tekent hij".
 */
export function isCondition(units: readonly Unit[], at: number, known: WordTables): boolean {
  const start = lastBefore(units, at, ({ kind }) => kind !== 'word' && kind !== 'value') + 1
  const before = units.slice(start, at).map(({ value }) => value)
  if (mayBeAsked(before, units[at]?.value ?? '', known) && known.interrogative.has(units[at]?.value ?? '')) return false
  if (!known.verbSecond) return true
  const close = firstFrom(units, at + 1, ({ kind }) => kind !== 'word' && kind !== 'value')
  const clause = units.slice(at + 1, close).map(({ value }) => value)
  const [first = ''] = clause
  // No article before who acts, or a rank: it is what someone is.
  if (!isFunctionWord(first) && (known.isActor(first) || known.backward.has(first))) return false
  return clause.slice(1).some((word) => VERB.test(word) || isVerb(word, known))
}
const isVerb = oneOf('conditionVerbs')
/** A verb by its ending. */
const VERB = /^\p{L}{2,}(?:t|en|de|te)$/u

/** Whether one who acts is named before a pronoun in its sentence, so that it is that one. */
export function isNamedBefore(units: readonly Unit[], at: number, { isActor }: WordTables): boolean {
  const start = lastBefore(units, at, ({ kind }) => kind === 'end' || kind === 'break') + 1
  return units.slice(start, at).some(({ value }) => isActor(value))
}

/** Whether a figure stands here. "Below three metres" is how deep, "less than three metres" how much: a bound is read alike only of what is counted or paid. */
export function isMeasured(units: readonly Unit[], at: number, { plain }: Phrase, { sizes, phrases }: WordTables): boolean {
  const next = units[at + 1]?.value ?? ''
  const isSize = sizes.has(next) || (phrases.get(next) ?? []).some((other) => sizes.has(other.plain.join(' ')))
  return units[at]?.kind === 'value' && (plain.length === 0 || !isSize)
}
