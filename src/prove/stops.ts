import { append, firstFrom } from '../model/index.js'
import { isFinite } from './split.js'
import type { Proving, Unit } from './unit.js'

/**
 * The same units with the full stop that one of two texts lacks between two sentences: "beside the river Firewood may be bought". Only before a word
 * of the language with a capital, behind one without, where the other text has its stop and both sentences have a verb of their own.
 */
export function withStops(
  units: readonly Unit[],
  others: readonly Unit[],
  { capitals, dictionary, words }: Proving,
): readonly Unit[] {
  const ends = others.flatMap(({ kind }, at) => (kind === 'end' ? [at] : []))
  const result: Unit[] = []
  units.forEach((unit, at) => {
    const [before, next] = [units[at - 1], units[at + 1]]
    const lacks = () =>
      ends.some(
        (end) =>
          others[end - 1]?.value === before?.value &&
          others[end + 1]?.value === unit.value &&
          others[end + 2]?.value === next?.value,
      )
    const isOpen = before?.kind === 'word' && !capitals.has(before.value)
    const isStart = isOpen && unit.kind === 'word' && capitals.has(unit.value)
    if (
      isStart &&
      lacks() &&
      dictionary()?.has(unit.value) === true &&
      isSentence(result, 0, words) &&
      isSentence(units, at, words)
    )
      result.push({ kind: 'end', value: '.', from: unit.from, to: unit.from })
    append(result, [unit])
  })
  return result
}

/** Whether what begins at `from`, or behind the last stop before the end where that is all, has a verb that is told of someone. */
function isSentence(units: readonly Unit[], from: number, words: Proving['words']): boolean {
  const start = from > 0 ? from : units.findLastIndex(({ kind }) => kind === 'end' || kind === 'break') + 1
  const end = firstFrom(units, start + 1, ({ kind }) => kind === 'end' || kind === 'break')
  return units.slice(start + 1, end).some(({ value }) => isFinite(value, words))
}
