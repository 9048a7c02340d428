import { meaningsOf, oneOf } from '../../language/index.js'
import { isJoin } from '../../rewording/index.js'
import { isNot, isOf } from '../small-words.js'
import { areOfOneForm } from '../split.js'
import type { ProofContext, Unit } from '../unit.js'
import { type Form, rowAt } from './form.js'

/** Words of the name of who acts. */
const LONGEST_ACTOR = 4
const isAny = oneOf('a', 'each', 'any', 'no')
const isOwn = oneOf('may', 'is', 'hasOne', 'becomesOne', 'need')
const denies = oneOf('no', 'not', 'never', 'neither', 'only')
const isDeterminer = oneOf('the', 'a', 'his', 'our')

/** "The tenant pays the rent and the tenant keeps the garden", where the other text names who acts once. */
export const withoutAgain: Form = (sentence, context, others) => {
  for (let at = 3; at < sentence.length - 2; at++) {
    const join = sentence[at - 1] as Unit
    if (!context.words.joiningAll.has(join.value) || isAny(sentence[0]?.value, context.words)) continue
    for (let length = 1; length <= LONGEST_ACTOR; length++) {
      const verb = sentence[at + length]
      const same = sentence.slice(0, length).every(({ value }, k) => value === sentence[at + k]?.value)
      // "May not smoke and may not cook" forbids each; "may not smoke and cook" perhaps only both.
      if (
        sentence
          .slice(at, at + length)
          .some(({ value }) => denies(value, context.words) || value.split(' ').some((word) => isNot(word, context.words)))
      )
        continue
      if (!same || !areOfOneForm(sentence[length]?.value, verb?.value, context) || !verb) continue
      if (isOfName(sentence[length], context) || rowAt(others, [join.value, verb.value]) < 0) continue
      const [first, behind] = [sentence.slice(length, at - 1), sentence.slice(at + length)]
      // Behind a Dutch verb a denial is of that verb alone; an English one stands before both.
      const reaches = !context.words.verbSecond && !isOwn(verb.value, context.words)
      if (reaches && first.some(({ value }) => denies(value, context.words))) continue
      if (!isTimed(first, context) && !isTailOpen(behind, context)) return [...sentence.slice(0, at), ...behind]
    }
  }
  return sentence
}

/** What stands behind a name and is part of it: the tenant of the flat. */
const isOfName = (unit: Unit | undefined, { words }: ProofContext): boolean =>
  unit === undefined ||
  isOf(unit.value, words) ||
  words.movable.has(unit.value) ||
  isJoin(unit.value, words) ||
  unit.kind !== 'word'

const TIME = /^(?:date|time|days|months|minutes) /
const isTimed = (units: readonly Unit[], { words }: ProofContext): boolean =>
  units.some(
    ({ value }) =>
      (words.times.has(value) && !denies(value, words)) ||
      TIME.test(value) ||
      (value !== 'may' && meaningsOf('calendar', words.lang).has(value)),
  )

/** Whether the last of two acts ends with a time or place, which may be told of both where one is named who does them. */
function isTailOpen(behind: readonly Unit[], { words }: ProofContext): boolean {
  const opens = ({ value }: Unit) => words.times.has(value) || words.movable.has(value) || TIME.test(value)
  const last = behind.findLastIndex((unit, at) => opens(unit) && at > 0)
  // "Verstrekt in januari een lijst": what is done behind it closes it.
  const closed = behind
    .slice(last + 2)
    .findIndex(({ value }, k) => isDeterminer(value, words) && !isOf(behind[last + 1 + k]?.value, words))
  return last >= 0 && closed < 0
}
