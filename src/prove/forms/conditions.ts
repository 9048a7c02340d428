import { firstOf, meaningsOf, oneOf } from '../../language/index.js'
import { isAnd } from '../small-words.js'
import type { ProofContext, Unit } from '../unit.js'
import { commaIn, type Form, isWord, word } from './form.js'

const isA = oneOf('a', 'any')
const isThe = oneOf('the', 'this', 'that')
const isHe = oneOf('he')
/** Before another whom a pronoun may mean. */
const isNaming = oneOf('the', 'a', 'any', 'another', 'each', 'his')
const isWho = oneOf('who', 'which')

/** "If a candidate arrives late, the candidate will …": a candidate who arrives late will …. Of a pronoun, only where nobody else is named. */
export const asWho: Form = (sentence, context, others) => {
  const [opens, a, noun] = sentence
  const dutch = context.words.verbSecond
  const comma = commaIn(sentence, 0)
  if (
    !opens ||
    !a ||
    !noun ||
    opens.value !== (dutch ? 'als' : 'if') ||
    !isA(a.value, context.words) ||
    !isWord(noun) ||
    comma < 4
  )
    return sentence
  const clause = sentence.slice(3, comma)
  // In Dutch the verb stands between.
  const at = dutch ? comma + 2 : comma + 1
  const length = subjectAt(sentence, at, noun.value, clause, context)
  const who = others.find(({ value }, k) => isWho(value, context.words) && others[k - 1]?.value === noun.value)
  if (length === 0 || !who || clause.some(({ value }) => isWho(value, context.words))) return sentence
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
  if (isThe(first?.value, words) && second?.value === noun) return 2
  const roles = meaningsOf('roles', words.lang)
  const acts = (value: string) => words.isActor(value) || roles.has(value)
  return isHe(first?.value, words) && acts(noun) && !clause.some(({ value }) => acts(value) || isNaming(value, words)) ? 1 : 0
}

const isBetween = oneOf('between')
const isFrom = oneOf('spanFrom')
const isUntil = oneOf('spanTo')
type Asked = ReturnType<typeof oneOf>
const TIME = /^time /
const lasts = oneOf('spanLasts')

/** "Between nine and five": from nine until five. Of days the last may be meant or not; of times of day there is none. */
export const asSpan: Form = (sentence, { words }) =>
  // What comes or is done once does so at some time between the two, and not from the one until the other.
  !sentence.some(({ value }) => lasts(value, words))
    ? sentence
    : sentence.map((unit, at) => {
        const spans = (start: number, opens: Asked, joins: Asked) =>
          opens(sentence[start]?.value, words) &&
          TIME.test(sentence[start + 1]?.value ?? '') &&
          joins(sentence[start + 2]?.value, words) &&
          TIME.test(sentence[start + 3]?.value ?? '')
        if (spans(at, isBetween, isAnd)) return word(firstOf('spanFrom', words), unit)
        return spans(at - 2, isBetween, isAnd) || spans(at - 2, isFrom, isUntil) ? word(firstOf('spanTo', words), unit) : unit
      })
