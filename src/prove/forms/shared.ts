import { oneOf, phrasesOf } from '../../language/index.js'
import { isJoin } from '../../rewording/index.js'
import { isEach, isOf, isThe } from '../small-words.js'
import type { ProofContext, Unit } from '../unit.js'
import { withoutAgain } from './again.js'
import { asSpan } from './conditions.js'
import { type Form, rowAt, word } from './form.js'
import { asTimeClause } from './times.js'

const values = (units: readonly Unit[]): readonly string[] => units.map(({ value }) => value)

/** "Schriftelijk of mondeling": two ways of doing something, by their letters. */
const inOrder: Form = (sentence, { words }) => {
  const at = sentence.findIndex(({ value }, k) => {
    const [before, after] = [sentence[k - 1]?.value ?? '', sentence[k + 1]?.value ?? '']
    return isJoin(value, words) && WAY.test(before) && WAY.test(after) && words.movable.has(before) && words.movable.has(after)
  })
  const [first, join, second] = sentence.slice(Math.max(0, at - 1), at + 2)
  const alone = [sentence[at - 2], sentence[at + 2]].every((unit) => unit?.kind !== 'comma' && !isJoin(unit?.value, words))
  if (at < 1 || !first || !join || !second || !alone || first.value < second.value) return sentence
  return [...sentence.slice(0, at - 1), second, join, first, ...sentence.slice(at + 2)]
}
/** Adverbs; prepositions are shorter. */
const WAY = /^\p{L}{6,}$/u

/** "Article 15 of the GDPR", where the other text has article 15 GDPR. */
const withoutOfThe: Form = (sentence, { words }, others) => {
  const at = sentence.findIndex(
    ({ value }, k) => isArticle(value, words) && sentence[k + 1]?.kind === 'value' && isOf(sentence[k + 2]?.value, words),
  )
  const read = sentence.findIndex(
    ({ value }, k) =>
      value.startsWith('reference ') && isOf(sentence[k + 1]?.value, words) && isThe(sentence[k + 2]?.value, words),
  )
  if (read >= 0 && rowAt(others, [sentence[read]?.value ?? '', sentence[read + 3]?.value ?? '']) >= 0)
    return [...sentence.slice(0, read + 1), ...sentence.slice(read + 3)]
  const [article, number, , the, law] = sentence.slice(Math.max(0, at), at + 5)
  if (at < 0 || !article || !number || !law || !isThe(the?.value, words)) return sentence
  return rowAt(others, values([article, number, law])) < 0 ? sentence : [...sentence.slice(0, at + 2), ...sentence.slice(at + 4)]
}
/** "The provisions set out in clause 6 below": clause 6. What is told of a reference itself stands before its number. */
const withoutProvisions: Form = (sentence, { words }) => {
  const at = sentence.findIndex(({ value }, k) => isProvisions(value, words) && isThe(sentence[k - 1]?.value, words))
  if (at < 1) return sentence
  let to = at + 1
  while (isToldIn(sentence[to]?.value, words)) to++
  const [unit, number] = sentence.slice(to, to + 2)
  const read = unit?.kind === 'value' && REFERENCE.test(unit.value)
  const refers = read || (isPart(unit?.value, words) && number?.kind === 'value')
  if (to === at + 1 || !refers) return sentence
  const behind = to + (read ? 1 : 2)
  const place = isPlace(sentence[behind]?.value, words) ? 1 : 0
  return [...sentence.slice(0, at - 1), ...sentence.slice(to, behind), ...sentence.slice(behind + place)]
}
const isProvisions = oneOf('provisions')
const isToldIn = oneOf('toldIn', 'of')
const isPart = oneOf('parts')
const REFERENCE = new RegExp(`^(?:reference|${phrasesOf('partsRead')}) `)
const isPlace = oneOf('near')
const isArticle = oneOf('whole')

/** "Each pupil must …", where the other text has all pupils must: of what each has or gets, how much, it would say less. */
const withAll: Form = (sentence, context, others) => {
  const { words } = context
  const [each, one] = sentence
  const counts = sentence.some(({ kind, value }) => kind === 'value' || isCounting(value, words))
  if (!each || !one || !isEach(each.value, words) || counts || isShared(sentence, context)) return sentence
  const all = each.value === 'every' ? 'all' : 'alle'
  const many = others.find(
    ({ value }, at) => others[at - 1]?.value === all && [`${one.value}s`, `${one.value}en`].includes(value),
  )
  return many ? [word(all, each), word(many.value, one), ...sentence.slice(2)] : sentence
}

/** "A volunteer must …", where the other text has volunteers must …: of a rule for anyone, and not of what each has or gets, or how much. */
const withMany: Form = (sentence, context, others) => {
  const { words } = context
  const [a, one, norm] = sentence
  const counts = sentence
    .slice(1)
    .some(({ kind, value }) => kind === 'value' || isCounting(value, words) || pointsBack(value, words))
  const anyone = a && one?.kind === 'word' && isA(a.value, words) && isNorm(norm?.value, words)
  if (!a || !anyone || counts || isShared(sentence, context)) return sentence
  const plural = [`${one.value}s`, `${one.value}en`, one.value.replace(/y$/, 'ies')]
  const starts = (at: number) => at === 0 || others[at - 1]?.kind === 'end'
  const at = others.findIndex(({ value }, k) => starts(k) && plural.includes(value) && others[k + 1]?.value === norm?.value)
  return at < 0 ? sentence : [word((others[at] as Unit).value, a), ...sentence.slice(2)]
}

/**
 * Whether what one of them is to do may be done once for all: with a thing that all share, "must supervise the exam", or as a consent or presence of
 * which one may do and all may be asked. Behind a preposition a thing is no more than where or for what.
 */
const isShared = (sentence: readonly Unit[], { words }: ProofContext): boolean =>
  sentence.some(
    ({ value }, at) =>
      (isSharedThing(value, words) &&
        at > 0 &&
        !words.movable.has(sentence[at - 1]?.value ?? '') &&
        !namesOf(sentence[at - 1]?.value, words)) ||
      words.binding.has(value) ||
      [...words.states.values()].includes(value),
  )
const isSharedThing = oneOf('sharedThing')
const namesOf = oneOf('whatOf')
const isA = oneOf('a', 'any', 'each')
const isNorm = oneOf('may')
/** Words that stand for one of them, or that hold each to another. */
const pointsBack = oneOf('he', 'it', 'unstressed', 'him', 'his', 'one', 'only', 'same', 'other')
const isCounting = oneOf('a', 'one', 'his', 'own')

/** What may be said otherwise in either language. */
export const SHARED: readonly Form[] = [
  inOrder,
  withoutProvisions,
  withoutOfThe,
  withAll,
  withMany,
  asSpan,
  asTimeClause,
  withoutAgain,
]
