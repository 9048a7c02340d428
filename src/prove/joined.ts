import { isJoin } from '../language/changes/index.js'
import { append } from '../model/index.js'
import type { ProofContext, Unit } from './unit.js'

const PRONOUN = /^(?:it|he|she|they|hij|zij|men)$/
const MODAL = /^(?:must|may|will|should|moet|mag|zal)$/
const DOES = /^(?:doet|doen)$/
const THIS = /^(?:dit|dat)$/
const REACHES =
  /^(?:not|never|no|only|if|unless|who|which|that|where|niet|geen|nooit|alleen|slechts|als|tenzij|die|dat|waar\p{L}*)$/u
/** Words of the name of who acts. */
const LONGEST_ACTOR = 4

/** "We reply to your request. We do so within a month.": what a sentence that only says how or when the one before it is done tells, in that one. */
export function withoutDoesSo(units: readonly Unit[], { words }: ProofContext): readonly Unit[] {
  const result: Unit[] = []
  let before: readonly Unit[] = []
  let sentence: Unit[] = []
  const close = () => {
    const told = partOf(sentence, before, words.lang === 'nl')
    const one = before.every(({ value, kind }) => kind !== 'comma' && !isJoin(value, words) && !REACHES.test(value))
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
function partOf(sentence: readonly Unit[], before: readonly Unit[], dutch: boolean): readonly Unit[] | undefined {
  const end = sentence.at(-1)?.kind === 'end' ? sentence.length - 1 : sentence.length
  const isActor = (length: number) =>
    (length === 1 && PRONOUN.test(sentence[0]?.value ?? '')) ||
    sentence.slice(0, length).every(({ value }, k) => value === before[k]?.value)
  for (let length = 1; length <= LONGEST_ACTOR && before.length > 0; length++) {
    if (!isActor(length)) continue
    const [next, after] = [sentence[length]?.value ?? '', sentence[length + 1]?.value ?? '']
    if (dutch && DOES.test(next) && THIS.test(after)) return sentence.slice(length + 2, end)
    if (dutch) continue
    if (next === 'so') return sentence.slice(length + 1, end)
    if (MODAL.test(next) && after === 'so' && before.some(({ value }) => value === next)) return sentence.slice(length + 2, end)
  }
  return undefined
}
