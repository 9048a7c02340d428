import { meaningsOf } from '../../language/index.js'
import type { ProofContext, Unit } from '../unit.js'
import { commaIn, type Form, isWord, word } from './form.js'

const A = /^(?:a|any|een)$/
const THE = /^(?:the|that|this|de|dat|dit|deze)$/
const HE = /^(?:he|she|they|hij|zij)$/
/** Before another whom a pronoun may mean. */
const NAMES = /^(?:the|an?|any|another|each|his|her|their|de|een|elk|zijn|haar|hun|ander)$/
const WHO = /^(?:who|that|which|dat)$/

/** "If a candidate arrives late, the candidate will …": a candidate who arrives late will …. Of a pronoun, only where nobody else is named. */
export const asWho: Form = (sentence, context, others) => {
  const [opens, a, noun] = sentence
  const dutch = context.words.lang === 'nl'
  const comma = commaIn(sentence, 0)
  if (!opens || !a || !noun || opens.value !== (dutch ? 'als' : 'if') || !A.test(a.value) || !isWord(noun) || comma < 4)
    return sentence
  const clause = sentence.slice(3, comma)
  // In Dutch the verb stands between.
  const at = dutch ? comma + 2 : comma + 1
  const length = subjectAt(sentence, at, noun.value, clause, context)
  const who = others.find(({ value }, k) => WHO.test(value) && others[k - 1]?.value === noun.value)
  if (length === 0 || !who || clause.some(({ value }) => WHO.test(value))) return sentence
  const main = [...sentence.slice(comma + 1, at), ...sentence.slice(at + length)]
  return [a, noun, word(who.value, opens), ...clause, ...(dutch ? [sentence[comma] as Unit] : []), ...main]
}

/** Of how many words the subject of the main clause is, where it is who the condition tells of; 0 where it is another. */
function subjectAt(
  sentence: readonly Unit[],
  at: number,
  noun: string,
  clause: readonly Unit[],
  { words }: ProofContext,
): number {
  const [first, second] = sentence.slice(at, at + 2)
  if (THE.test(first?.value ?? '') && second?.value === noun) return 2
  const roles = meaningsOf('roles', words.lang)
  const acts = (value: string) => words.isActor(value) || roles.has(value)
  return HE.test(first?.value ?? '') && acts(noun) && !clause.some(({ value }) => acts(value) || NAMES.test(value)) ? 1 : 0
}

const BETWEEN = /^(?:between|tussen)$/
const FROM = /^(?:from|van)$/
const AND = /^(?:and|en)$/
const TO = /^(?:to|until|tot)$/
const TIME = /^time /

/** "Between nine and five": from nine until five. Of days the last may be meant or not; of times of day there is none. */
export const asSpan: Form = (sentence, { words: { lang } }) =>
  sentence.map((unit, at) => {
    const spans = (start: number, opens: RegExp, joins: RegExp) =>
      opens.test(sentence[start]?.value ?? '') &&
      TIME.test(sentence[start + 1]?.value ?? '') &&
      joins.test(sentence[start + 2]?.value ?? '') &&
      TIME.test(sentence[start + 3]?.value ?? '')
    if (spans(at, BETWEEN, AND)) return word(lang === 'nl' ? 'van' : 'from', unit)
    return spans(at - 2, BETWEEN, AND) || spans(at - 2, FROM, TO) ? word(lang === 'nl' ? 'tot' : 'until', unit) : unit
  })
