import { oneOf } from '../language/index.js'
import { append } from '../model/index.js'
import { isJoin, isRelative, type WordTables } from '../rewording/index.js'
import type { ProofContext, Unit } from './unit.js'

const isPronoun = oneOf('he', 'it', 'anyone')
const isModal = oneOf('may')
const does = oneOf('do')
const isThis = oneOf('this', 'that')
const isReaching = oneOf('no', 'not', 'never', 'only', 'if', 'unless')
/** Words of the name of who acts. */
const LONGEST_ACTOR = 4

/** "We reply to your request. We do so within a month.": what a sentence that only says how or when the one before it is done tells, in that one. */
export function withoutDoesSo(units: readonly Unit[], { words }: ProofContext): readonly Unit[] {
  const result: Unit[] = []
  let before: readonly Unit[] = []
  let sentence: Unit[] = []
  const close = () => {
    const told = partOf(sentence, before, words)
    const one = before.every(
      ({ value, kind }) => kind !== 'comma' && !isJoin(value, words) && !isReaching(value, words) && !isRelative(value, words),
    )
    const last = before.at(-1)
    if (told && one && last?.kind === 'end' && words.movable.has(told[0]?.value ?? '')) {
      result.pop()
      append(result, [...told, last])
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

/** What a sentence tells beside that its actor, who acts in the one before, does so. */
function partOf(sentence: readonly Unit[], before: readonly Unit[], words: WordTables): readonly Unit[] | undefined {
  const end = sentence.at(-1)?.kind === 'end' ? sentence.length - 1 : sentence.length
  const isActor = (length: number) =>
    (length === 1 && isPronoun(sentence[0]?.value, words)) ||
    sentence.slice(0, length).every(({ value }, k) => value === before[k]?.value)
  for (let length = 1; length <= LONGEST_ACTOR && before.length > 0; length++) {
    if (!isActor(length)) continue
    const [next, after] = [sentence[length]?.value ?? '', sentence[length + 1]?.value ?? '']
    if (words.verbSecond && does(next, words) && isThis(after, words)) return sentence.slice(length + 2, end)
    if (words.verbSecond) continue
    if (next === 'so') return sentence.slice(length + 1, end)
    if (isModal(next, words) && after === 'so' && before.some(({ value }) => value === next))
      return sentence.slice(length + 2, end)
  }
  return undefined
}
