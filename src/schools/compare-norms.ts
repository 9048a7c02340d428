import { isFunctionWord, isLightWord, wordsOf } from '../language/index.js'
import type { Difference, RuleSentence, Value } from './types.js'
import { measureOf } from './values.js'

/** A difference before it is known between which sentences. */
export type Found = Pick<Difference, 'kind' | 'words'>

/** Shared words from which what one asks and the other forbids is held to be one act. */
const ONE_ACT = 0.25
/** Shared content words of two conditions from which they are one. */
const ONE_CONDITION = 0.75

/** What one school asks, forbids or allows where the other does not. A statement asks nothing, so that it contradicts nothing. */
export function compareStances(a: RuleSentence, b: RuleSentence, alike: number): readonly Found[] {
  const stances = new Set([a.stance, b.stance])
  if (stances.size === 1 || stances.has('statement')) return []
  const words: Found['words'] = [cueOf(a), cueOf(b)]
  if (stances.has('permission') && stances.has('conditional-permission')) return [{ kind: 'condition', words }]
  if (!stances.has('prohibition')) {
    // "Meldt" and "doet alleen … als" may be one duty from two sides.
    if (stances.has('obligation') && stances.has('conditional-permission') && alike < ONE_ACT) return []
    return [{ kind: 'stance', words }]
  }
  // "Houdt geheim" and "deelt niet" are one rule: a duty and a ban oppose each other only in the same words.
  if ((stances.has('obligation') || stances.has('recommendation')) && alike < ONE_ACT) return []
  return [{ kind: 'opposed', words }]
}

/** The words that make the norm, with the condition they stand under. */
const cueOf = ({ stances: [first], condition, text }: RuleSentence): string => {
  if (first === undefined) return text
  return condition === undefined || first.cue.includes(condition) ? first.cue : `${first.cue} … ${condition}`
}

/** Other conditions for one stance: content words that stand in one alone. What is asked must be nearly the same for its cases to be compared. */
export function compareConditions(a: RuleSentence, b: RuleSentence, alike: number): readonly Found[] {
  if (a.stance !== b.stance || a.stance === 'statement') return []
  const least = a.stance === 'conditional-permission' ? 0 : ONE_ACT
  const [one, other] = [a.exception ?? a.condition, b.exception ?? b.condition]
  if (one === undefined || other === undefined || alike < least) return []
  const [x, y] = [contentOf(one), contentOf(other)]
  const shared = [...x].filter((word) => y.has(word)).length
  const apart = x.size + y.size - 2 * shared
  return apart < APART || (2 * shared) / (x.size + y.size) >= ONE_CONDITION ? [] : [{ kind: 'condition', words: [one, other] }]
}

/** Content words that two conditions do not share from which they are two. */
const APART = 2
const contentOf = (text: string): ReadonlySet<string> =>
  new Set(wordsOf(text).filter((word) => word.length > 3 && !isFunctionWord(word) && !isLightWord(word)))

/** Values of one measure that are not the same: what is equal is struck out, what is left is told in order. In nearly the same words any value stands for any. */
export function compareValues(a: RuleSentence, b: RuleSentence, near: boolean): readonly Found[] {
  const left = (from: readonly Value[], by: readonly Value[]): readonly Value[] => {
    const values = by.map(keyOf)
    return from.filter((value) => {
      const at = values.indexOf(keyOf(value))
      if (at >= 0) values.splice(at, 1)
      return at < 0
    })
  }
  const [ones, others] = [left(a.values, b.values), [...left(b.values, a.values)]]
  return ones.flatMap((one): Found[] => {
    const at = others.findIndex((other) => near || measureOf(other) === measureOf(one))
    const [other] = at < 0 ? [] : others.splice(at, 1)
    return other ? [{ kind: 'value', words: [one.text, other.text] }] : []
  })
}

const DECIDES =
  /\b(?:beslis|besluit|bepaal|oordeel|decid|determin|approv|toestemming van|goedkeuring van|consent of|permission of)/i

/** Another role that decides. */
export function compareDeciders(
  a: RuleSentence,
  b: RuleSentence,
  sameRole: (one: string, other: string) => boolean,
): readonly Found[] {
  if (!DECIDES.test(a.text) || !DECIDES.test(b.text) || a.who === undefined || b.who === undefined) return []
  return sameRole(a.who, b.who) ? [] : [{ kind: 'who', words: [a.who, b.who] }]
}

const keyOf = ({ kind, value }: Value): string => `${kind} ${value}`
