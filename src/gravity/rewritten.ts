import type { Token, Tokenised } from '../compare/index.js'
import { firstOf, meaningsOf, oneOf } from '../language/index.js'
import type { Unit } from '../prove/index.js'
import { isRelated, type Rows } from '../rewording/index.js'
import { isWeighty } from './carried.js'
import type { Change } from './change.js'
import { isLimiting } from './denied.js'
import { isMeans, newIn } from './matter.js'
import type { Reason } from './reasons.js'

/**
 * What a sentence that was put otherwise as a whole says otherwise, by what stands beside what stayed: a figure that is bounded from the other
 * side, a word that is no more denied, a right that became what may be done.
 */
export const rewrittenReasons = (change: Change): readonly Reason[] => [
  ...boundedOtherwise(change),
  ...deniedNoMore(change),
  ...rightsLost(change),
  ...leaveLost(change),
]

const SIDES = ['old', 'next'] as const

/** Words before a figure among which its bound stands. */
const REACH = 3

/** A figure that stands once in either text, bounded from above in the one and from below in the other. */
function boundedOtherwise({ read, proof: { words }, lang }: Change): readonly Reason[] {
  const [old, next] = SIDES.map((side) => boundsIn(read[side])) as [Bounds, Bounds]
  const denies = (list: readonly string[]) => list.some((word) => meaningsOf('negation', lang).has(word))
  return [...old].flatMap(([value, before]): readonly Reason[] => {
    const after = next.get(value)
    if (!before || !after || denies(before) || denies(after)) return []
    const a = before.find((word) => !after.includes(word) && after.some((other) => excludes(words.opposite, word, other)))
    const b = a && after.find((word) => !before.includes(word) && excludes(words.opposite, a, word))
    return a && b && words.bounds.has(a) && words.bounds.has(b) ? [{ kind: 'opposite', old: a, next: b }] : []
  })
}
type Bounds = ReadonlyMap<string, readonly string[] | undefined>

/** The words before each figure; nothing for one that stands more than once. */
function boundsIn(units: readonly Unit[]): Bounds {
  const found = new Map<string, readonly string[] | undefined>()
  units.forEach(({ kind, value }, at) => {
    if (kind !== 'value') return
    const before = units.slice(Math.max(0, at - REACH), at)
    const start = before.findLastIndex((unit) => unit.kind !== 'word') + 1
    const words = before.slice(start).flatMap((unit) => unit.value.split(' '))
    found.set(value, found.has(value) ? undefined : words)
  })
  return found
}

const excludes = (rows: Rows, a: string, b: string): boolean =>
  (rows.get(a) ?? []).some((one) => (rows.get(b) ?? []).some((other) => one.row === other.row && one.value !== other.value))

const textsOf = (change: Change, side: 'old' | 'next'): readonly [own: Tokenised, other: Tokenised] =>
  side === 'old' ? [change.old, change.next] : [change.next, change.old]

/** A word that is denied in one text and stands in the other, which denies nothing and says nothing that may deny: not liable, liable. */
function deniedNoMore(change: Change): readonly Reason[] {
  const { lang, proof } = change
  const negation = meaningsOf('negation', lang)
  return SIDES.flatMap((side): readonly Reason[] => {
    const [own, other] = textsOf(change, side)
    const denials = own.tokens.filter((token) => negation.has(token.key.toLowerCase()))
    const [denial] = denials
    if (!denial || denials.length > 1 || limits(other, change) || own.tokens.some(({ key }) => isLimit(key, proof, negation)))
      return []
    const [lost, won] = side === 'old' ? [change.come, change.old] : [change.gone, change.next]
    if (newIn(lost, won, change).length > 0) return []
    const denied = deniedBy(denial, own, change)
    const stays = denied && other.tokens.some(({ key }) => isRelated(key.toLowerCase(), denied.key.toLowerCase(), proof.words))
    const word = denial.key
    return stays ? [{ kind: 'negation', old: side === 'old' ? word : '', next: side === 'old' ? '' : word }] : []
  })
}

/** Whether a text has a word that denies, limits or excepts, or under which condition. */
const limits = ({ tokens }: Tokenised, change: Change): boolean =>
  tokens.some(({ key }) => isLimiting(key.toLowerCase(), change.proof) || bounds(key.toLowerCase(), change))

/** Whether a word denies or limits beside the one that does by itself. */
const isLimit = (key: string, proof: Change['proof'], negation: { has(word: string): boolean }): boolean =>
  isLimiting(key.toLowerCase(), proof) && !negation.has(key.toLowerCase())

const isOnly = oneOf('provided', 'unless')
const bounds = (word: string, { lang }: Change): boolean => isOnly(word, { lang }) || meaningsOf('exception', lang).has(word)

/** The next word of matter behind a denial in its sentence. */
function deniedBy(denial: Token, { tokens }: Tokenised, change: Change): Token | undefined {
  const at = tokens.indexOf(denial)
  const behind = tokens.slice(at + 1, at + 1 + REACH)
  const stop = behind.findIndex(({ key }) => CLAUSE_MARK.test(key))
  return behind
    .slice(0, stop < 0 ? behind.length : stop)
    .find((token) => isWeighty(token, change.proof.words) && !isMeans(token.key.toLowerCase(), change))
}

const CLAUSE_MARK = /^[,;.:\n\t]$/

const isPassive = oneOf('be', 'been', 'becomes', 'becomesOne')
const isDeterminer = oneOf('the', 'a', 'each', 'his', 'to')
const mayBe = oneOf('may', 'mayMany')

/** A right to be heard, or to a thing, that became what may be done with whom: may be heard. */
function rightsLost(change: Change): readonly Reason[] {
  return SIDES.flatMap((side): readonly Reason[] => {
    const [own, other] = textsOf(change, side)
    const [right] = own.tokens.filter(({ key }) => change.proof.words.entitled.has(key.toLowerCase()))
    if (
      !right ||
      other.tokens.some(({ key }) => change.proof.words.entitled.has(key.toLowerCase())) ||
      limits(other, change) ||
      limits(own, change)
    )
      return []
    const at = own.tokens.indexOf(right)
    const [to, next] = own.tokens.slice(at + 1, at + 3)
    const isToThing = change.proof.words.verbSecond ? true : next !== undefined && isToBe(to, next, change)
    const leave = other.tokens.find(
      ({ key }, k) =>
        change.proof.words.sameNorm.has(key.toLowerCase()) &&
        mayBe(key.toLowerCase(), change) &&
        other.tokens.slice(k + 1).some((token) => isPassive(token.key.toLowerCase(), change)),
    )
    const isPassiveRight =
      !change.proof.words.verbSecond || own.tokens.slice(at + 1).some(({ key }) => isPassive(key.toLowerCase(), change))
    if (!isToThing || !isPassiveRight || !leave) return []
    return [{ kind: 'norm', old: side === 'old' ? right.key : leave.key, next: side === 'old' ? leave.key : right.key }]
  })
}

const isToBe = (to: Token | undefined, next: Token, change: Change): boolean =>
  isDeterminer(to?.key ?? '', change) && (isPassive(next.key, change) || isDeterminer(next.key, change))

/** What somebody may do by a noun for it, and what is done where the other text has no word that allows: has the option to charge, charges. */
function leaveLost(change: Change): readonly Reason[] {
  const { words } = change.proof
  return SIDES.flatMap((side): readonly Reason[] => {
    const [own, other] = textsOf(change, side)
    const choice = own.tokens.find(({ key }) => words.leave.has(key.toLowerCase()))
    const allows = ({ key }: Token) =>
      words.leave.has(key.toLowerCase()) ||
      words.sameNorm.get(key.toLowerCase()) === words.sameNorm.get(firstOf('allows', change))
    if (!choice || other.tokens.some(allows) || own.tokens.filter(allows).length > 1 || limits(other, change)) return []
    return [{ kind: 'norm', old: side === 'old' ? choice.key : '', next: side === 'old' ? '' : choice.key }]
  })
}
