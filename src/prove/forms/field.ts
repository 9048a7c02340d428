import { oneOf } from '../../language/index.js'
import { append } from '../../model/index.js'
import { isJoin, isParticiple } from '../../rewording/index.js'
import type { ProofContext, Unit } from '../unit.js'
import { type Form, isWord, rowAt } from './form.js'

const isDeterminer = oneOf('the', 'a', 'each', 'all', 'no')
const isOfCluster = oneOf('to', 'be', 'becomes', 'has', 'mayMany')
const doesSo = oneOf('be', 'becomes', 'has')

/** "Geraadpleegd kan worden", "opgeleverd te worden": the participle behind the verbs it stands with. */
export const withParticipleLast: Form = (sentence, { words }) => {
  const result = [...sentence]
  for (let at = 1; at < result.length - 1; at++) {
    const participle = result[at] as Unit
    if (participle.kind !== 'word' || !isParticiple(participle.value, words) || isDeterminer(result[at - 1]?.value, words))
      continue
    let to = at + 1
    while (isOfCluster(result[to]?.value, words)) to++
    if (!result.slice(at + 1, to).some(({ value }) => doesSo(value, words))) continue
    result.splice(at, to - at, ...result.slice(at + 1, to), participle)
    at = to - 1
  }
  return result
}

const isPreposition = oneOf('parted')

/** "Geeft de wijziging door aan de school": what was parted from the verb stands last. */
export const withPartLast: Form = (sentence, { words }) => {
  const closing = sentence.findIndex(({ kind }) => kind !== 'word' && kind !== 'value')
  const end = closing < 0 ? sentence.length : closing
  const at = sentence.findIndex(
    ({ value }, k) => k > 1 && k < end - 2 && words.separable.has(value) && isPreposition(sentence[k + 1]?.value, words),
  )
  const part = sentence[at]
  if (!part || isPreposition(sentence[at - 1]?.value, words)) return sentence
  return [...sentence.slice(0, at), ...sentence.slice(at + 1, end), part, ...sentence.slice(end)]
}

/** Words of a part with a preposition that may stand before or behind the infinitive that closes a sentence. */
const LONGEST_PART = 4

/** "Kan van dit artikel afwijken", where the other text has kan afwijken van dit artikel. */
export const withPartBehind: Form = (sentence, { words }, others) => {
  const closing = sentence.findIndex(({ kind }) => kind !== 'word' && kind !== 'value')
  const end = closing < 0 ? sentence.length : closing
  const verb = sentence[end - 1]
  if (!verb || !/en$/.test(verb.value)) return sentence
  for (let at = end - 2; at > 1 && at >= end - 1 - LONGEST_PART; at--) {
    const part = sentence.slice(at, end - 1)
    if (!isPreposition(part[0]?.value, words)) continue
    const turned = [verb, ...part]
    const values = turned.map(({ value }) => value)
    return rowAt(others, values) >= 0 ? [...sentence.slice(0, at), ...turned, ...sentence.slice(end)] : sentence
  }
  return sentence
}

/** Words of what is told behind the verbs that close a Dutch clause. */
const LONGEST_BEHIND = 10
const isFinite = oneOf('becomes', 'became', 'be', 'was', 'has', 'may', 'mayMany')
const isAuxiliary = oneOf('becomes', 'became', 'be', 'was', 'has')
const isClosing = oneOf('becomes', 'be', 'has', 'to', 'mayMany', 'may')

/**
 * Behind the verbs that close a clause a part with a preposition may stand, as it may before them: "worden bewaard in een droge kast", in een droge kast
 * worden bewaard. All of what stands behind goes in front of them in its order.
 */
export const withFieldClosed: Form = (sentence, { words }) => {
  const result: Unit[] = []
  let clause: Unit[] = []
  const close = () => {
    append(result, closed(clause, words))
    clause = []
  }
  for (const unit of sentence) {
    if (isWord(unit) || unit.kind === 'value') clause.push(unit)
    else {
      close()
      result.push(unit)
    }
  }
  close()
  return result
}

function closed(clause: readonly Unit[], words: ProofContext['words']): readonly Unit[] {
  for (let at = clause.length - 2; at > 1 && at >= clause.length - LONGEST_BEHIND; at--) {
    if (!isPreposition(clause[at]?.value, words) || clause[at]?.value === 'te') continue
    let from = at
    while (from > 1 && isOfVerbs(clause, from - 1, words)) from--
    const [verbs, part, before] = [clause.slice(from, at), clause.slice(at), clause.slice(0, from)]
    // One participle by itself closes a clause whose finite verb stands before it: else it may tell of the noun behind or before it.
    const isWhole =
      verbs.some(({ value }) => isParticiple(value, words)) &&
      (verbs.some(({ value }) => isFinite(value, words)) || before.some(({ value }) => isAuxiliary(value, words)))
    if (verbs.length === 0 || !isWhole || isDeterminer(before.at(-1)?.value, words)) continue
    if (part.some(({ value }) => isFinite(value, words) || isJoin(value, words) || isParticiple(value, words))) return clause
    return [...before, ...part, ...verbs]
  }
  return clause
}

const isOfVerbs = (clause: readonly Unit[], at: number, words: ProofContext['words']): boolean => {
  const value = clause[at]?.value ?? ''
  return isClosing(value, words) || isParticiple(value, words)
}
