import { oneOf } from '../../language/index.js'
import { type Form, rowAt, word } from './form.js'

const isDeterminer = oneOf('the', 'a', 'each', 'our', 'his', 'another')
const isSpan = (value = ''): boolean => /^(?:days|months|minutes) /.test(value)
const isWithin = oneOf('within')
const isStartingPoint = oneOf('startingPoint')

/** "Within ten days of receipt", where the other text has within ten days after receipt. */
export const withAfter: Form = (sentence, { words }, others) =>
  sentence.map((unit, at) => {
    const [span, next] = [sentence[at - 1]?.value ?? '', sentence[at + 1]?.value]
    const runs = unit.value === 'of' && isSpan(span) && isWithin(sentence[at - 2]?.value, words)
    const begins = isStartingPoint(isDeterminer(next, words) ? sentence[at + 2]?.value : next, words)
    return runs && begins && rowAt(others, [span, 'after']) >= 0 ? word('after', unit) : unit
  })

/** "He or she" as "he", where the other text has that: which sex is meant is told by neither. */
export const withHe: Form = (sentence, { words }, others) => {
  const says = (value: string) => others.some((unit) => unit.value === value && unit.to - unit.from === 1)
  const plain = ['he', 'him', 'his'].filter(says)
  if (plain.length === 0 || [...sentence, ...others].some(({ value }) => words.sexes.has(value))) return sentence
  return sentence.map((unit) => {
    const short = { they: 'he', them: 'him', their: 'his' }[unit.value]
    return short !== undefined && plain.includes(short) && unit.to - unit.from > 2 ? word(short, unit) : unit
  })
}
