import { firstOf, oneOf } from '../language/index.js'
import { append } from '../model/index.js'
import { holdsForBoth } from './split.js'
import { isContrasted } from './told.js'
import type { ProofContext, Unit } from './unit.js'

const isHowever = oneOf('however')
/** Words of a sentence among which the word stands that holds it against the one before. */
const OPENING = 5

/**
 * The same sentences with one that "however" holds against the one before it joined to that by "but": "The hall is open. However, the field is closed." Only
 * where nothing in front of either, and no condition or choice, may hold for both.
 */
export function joinedByBut(units: readonly Unit[], context: ProofContext): readonly Unit[] {
  const { words } = context
  const result: Unit[] = []
  let before: readonly Unit[] = []
  let sentence: Unit[] = []
  const close = () => {
    const at = sentence.findIndex(({ value }) => isHowever(value, words))
    // "However cold it is" holds nothing against anything.
    const apart = words.verbSecond || sentence[at + 1]?.kind === 'comma'
    const told = at < 0 || at >= OPENING || !apart ? undefined : without(sentence, at)
    const stop = before.at(-1)
    const first = plain(before)
    const second = told && plain(told)
    if (told && second && stop?.kind === 'end' && result.at(-1) === stop && isApart([first, second], context)) {
      const place = { from: stop.from, to: stop.to }
      const but: Unit = { ...place, kind: 'word', value: firstOf('but', words) }
      if (isContrasted(first, second, second, context)) result.splice(-1, 1, { ...place, kind: 'comma', value: ',' }, but)
      append(result, isContrasted(first, second, second, context) ? told : sentence)
    } else append(result, sentence)
    before = sentence
    sentence = []
  }
  for (const unit of units) {
    sentence.push(unit)
    if (unit.kind === 'end' || unit.kind === 'break') close()
  }
  if (sentence.length > 0) close()
  return result
}

/** Without the word and the commas that set it apart. */
const without = (sentence: readonly Unit[], at: number): readonly Unit[] =>
  sentence.filter(({ kind }, k) => k !== at && !(kind === 'comma' && Math.abs(k - at) === 1))

const plain = (sentence: readonly Unit[]): readonly string[] =>
  sentence.filter(({ kind }) => kind === 'word' || kind === 'value').map(({ value }) => value)

const isApart = (both: readonly (readonly string[])[], { words }: ProofContext): boolean =>
  both.every(
    (told) => !words.movable.has(told[0] ?? '') && !told.some((word) => holdsForBoth(word, words) || words.joiningAny.has(word)),
  )
