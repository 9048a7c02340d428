import type { Tokenised } from '../compare/index.js'
import { meaningsOf, oneOf, sentencesOf } from '../language/index.js'
import type { Change } from './change.js'
import type { Reason } from './reasons.js'

/** Whether a word denies, excepts or limits, so that what it stands with is allowed or forbidden in part. */
export const isLimiting = (word: string, { words }: Change['proof']): boolean =>
  words.limiting.has(word) || words.denying.has(word) || meaningsOf('negation', words.lang).has(word)

/** Whether the two deny or limit otherwise, so that an opposite may only say the same: not late, in time; not after, only before. */
export function isDeniedOnce({ old, next, lang, proof: { words } }: Change): boolean {
  const negation = meaningsOf('negation', lang)
  const count = ({ tokens }: Tokenised, list: { has(word: string): boolean }) =>
    tokens.filter(({ key }) => list.has(key.toLowerCase())).length
  return count(old, negation) !== count(next, negation) || count(old, words.limiting) !== count(next, words.limiting)
}

/**
 * Whether both texts deny as often, or once more and once less by pairs, and both changed in what denies or limits. What is put otherwise as a
 * whole may deny more or less often; of several sentences, another one's denial says nothing of it.
 */
export function isDeniedAlike(change: Change, anew: boolean): boolean {
  const { old, next, edits, lang } = change
  const { words } = change.proof
  const [a, b] = [denialsIn(old, change), denialsIn(next, change)]
  const limits = (side: 'old' | 'next') =>
    edits.some((edit) =>
      edit[side].some(({ key }) => isLimiting(key.toLowerCase(), change.proof) || words.opening.has(key.toLowerCase())),
    )
  const isOne = [old, next].every(({ text }) => sentencesOf(text, lang).length === 1)
  return (
    (anew && ((a > 0 && b > 0 && (a === b || isOne)) || isOnlySo(change))) || (a % 2 === b % 2 && limits('old') && limits('next'))
  )
}

/** Whether both texts deny or limit, each in words of its own: prohibited, do not; not without, only if. `strictly`: what only limits is no denial. */
export function isDeniedOtherwise({ edits, proof }: Change, strictly = false): boolean {
  const negation = meaningsOf('negation', proof.words.lang)
  const denies = (word: string) => (strictly ? negation.has(word) || proof.words.denying.has(word) : isLimiting(word, proof))
  const [gone, come] = (['old', 'next'] as const).map((side) =>
    edits.flatMap((edit) => edit[side].map(({ key }) => key.toLowerCase()).filter(denies)),
  )
  return [gone, come].every((list, at, both) => list !== undefined && list.length > 0 && list.join() !== both[1 - at]?.join())
}

/** How often a text denies: "neither … nor" once, "none other than" twice. */
function denialsIn({ tokens }: Tokenised, { lang, proof: { words } }: Change): number {
  const negation = meaningsOf('negation', lang)
  const keys = tokens.map(({ key }) => key.toLowerCase())
  const joined = keys.some((key) => words.correlative.has(key)) ? 1 : 0
  const denials = keys.filter((key) => !words.correlative.has(key) && (negation.has(key) || words.denying.has(key)))
  return denials.length + joined + keys.filter((key, at) => isOther(key, { lang }) && isThan(keys[at + 1], { lang })).length
}

/** Whether one text denies but for what the other allows alone: not before five, only after five. */
function isOnlySo({ old, next, lang, proof: { words } }: Change): boolean {
  const [a, b] = [old, next].map(({ tokens }) => {
    const keys = tokens.map(({ key }) => key.toLowerCase())
    return {
      limits: keys.some((key) => words.limiting.has(key)),
      denies: keys.some((key) => meaningsOf('negation', lang).has(key)),
      opens: keys.some((key) => words.opening.has(key) || meaningsOf('condition', lang).has(key)),
    }
  })
  const denied = a?.limits && !a.denies ? b : b?.limits && !b.denies ? a : undefined
  return denied?.denies === true && denied.opens && !denied.limits
}

const isOther = oneOf('otherThan')
const isThan = oneOf('than')

/** Whether a reason names a word that denies: permitted, prohibited. */
export const isDenial = ({ old, next }: Reason, { proof: { words } }: Change): boolean =>
  `${old} ${next}`
    .toLowerCase()
    .split(' ')
    .some((word) => words.denying.has(word))
