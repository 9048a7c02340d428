import { isJoin } from '../../language/changes/index.js'
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
const withoutOfThe: Form = (sentence, _, others) => {
  const at = sentence.findIndex(
    ({ value }, k) => ARTICLE.test(value) && sentence[k + 1]?.kind === 'value' && OF.test(sentence[k + 2]?.value ?? ''),
  )
  const read = sentence.findIndex(
    ({ value }, k) =>
      value.startsWith('reference ') && OF.test(sentence[k + 1]?.value ?? '') && THE.test(sentence[k + 2]?.value ?? ''),
  )
  if (read >= 0 && rowAt(others, [sentence[read]?.value ?? '', sentence[read + 3]?.value ?? '']) >= 0)
    return [...sentence.slice(0, read + 1), ...sentence.slice(read + 3)]
  const [article, number, , the, law] = sentence.slice(Math.max(0, at), at + 5)
  if (at < 0 || !article || !number || !law || !THE.test(the?.value ?? '')) return sentence
  return rowAt(others, values([article, number, law])) < 0 ? sentence : [...sentence.slice(0, at + 2), ...sentence.slice(at + 4)]
}
/** "The provisions set out in clause 6 below": clause 6. What is told of a reference itself stands before its number. */
const withoutProvisions: Form = (sentence) => {
  const at = sentence.findIndex(({ value }, k) => PROVISIONS.test(value) && THE.test(sentence[k - 1]?.value ?? ''))
  if (at < 1) return sentence
  let to = at + 1
  while (TOLD_IN.test(sentence[to]?.value ?? '')) to++
  const [unit, number] = sentence.slice(to, to + 2)
  const read = unit?.kind === 'value' && REFERENCE.test(unit.value)
  const refers = read || (PARTS.test(unit?.value ?? '') && number?.kind === 'value')
  if (to === at + 1 || !refers) return sentence
  const behind = to + (read ? 1 : 2)
  const place = PLACE.test(sentence[behind]?.value ?? '') ? 1 : 0
  return [...sentence.slice(0, at - 1), ...sentence.slice(to, behind), ...sentence.slice(behind + place)]
}
const PROVISIONS = /^(?:provisions|terms|bepaalde|bepalingen|gestelde)$/
const TOLD_IN = /^(?:of|in|set|out|stated|contained|laid|down|van)$/
const PARTS = /^(?:article|section|clause|paragraph|rule|chapter|artikel|lid|paragraaf|hoofdstuk)$/
const REFERENCE = /^(?:reference|article|section|clause|paragraph|rule|chapter|artikel|lid|paragraaf|hoofdstuk) /
const PLACE = /^(?:below|above|hereof|hieronder|hierboven)$/
const ARTICLE = /^(?:article|artikel)$/
const OF = /^(?:of|van)$/
const THE = /^(?:the|de)$/

/** "Each pupil must …", where the other text has all pupils must: of what each has or gets, how much, it would say less. */
const withAll: Form = (sentence, context, others) => {
  const [each, one] = sentence
  const counts = sentence.some(({ kind, value }) => kind === 'value' || COUNTS.test(value))
  if (!each || !one || !EACH.test(each.value) || counts || isShared(sentence, context)) return sentence
  const all = each.value === 'every' ? 'all' : 'alle'
  const many = others.find(
    ({ value }, at) => others[at - 1]?.value === all && [`${one.value}s`, `${one.value}en`].includes(value),
  )
  return many ? [word(all, each), word(many.value, one), ...sentence.slice(2)] : sentence
}

/** "A volunteer must …", where the other text has volunteers must …: of a rule for anyone, and not of what each has or gets, or how much. */
const withMany: Form = (sentence, context, others) => {
  const [a, one, norm] = sentence
  const counts = sentence.slice(1).some(({ kind, value }) => kind === 'value' || COUNTS.test(value) || BACK.test(value))
  const anyone = a && one?.kind === 'word' && A.test(a.value) && NORM.test(norm?.value ?? '')
  if (!a || !anyone || counts || isShared(sentence, context)) return sentence
  const plural = [`${one.value}s`, `${one.value}en`, one.value.replace(/y$/, 'ies')]
  const starts = (at: number) => at === 0 || others[at - 1]?.kind === 'end'
  const at = others.findIndex(({ value }, k) => starts(k) && plural.includes(value) && others[k + 1]?.value === norm?.value)
  return at < 0 ? sentence : [word((others[at] as Unit).value, a), ...sentence.slice(2)]
}
const A = /^(?:an?|any|each|every|een|elk|ieder)$/

/**
 * Whether what one of them is to do may be done once for all: with a thing that all share, "must supervise the exam", or as a consent or presence of
 * which one may do and all may be asked. Behind a preposition a thing is no more than where or for what.
 */
const isShared = (sentence: readonly Unit[], { words }: ProofContext): boolean =>
  sentence.some(
    ({ value }, at) =>
      (SHARED_THING.test(value) &&
        at > 0 &&
        !words.movable.has(sentence[at - 1]?.value ?? '') &&
        !NAMES.test(sentence[at - 1]?.value ?? '')) ||
      words.binding.has(value) ||
      [...words.states.values()].includes(value),
  )
const SHARED_THING = /^(?:the|this|that|these|those|de|dit|dat|deze)$/
const NAMES = /^(?:of|about|van|over|naar|uit|aan)$/
const NORM = /^(?:must|may|can|should|moet|mag|kan)$/
/** Words that stand for one of them, or that hold each to another. */
const BACK = /^(?:he|she|it|him|its|they|them|hij|zij|ze|hem|one|only|same|other|alleen|slechts|dezelfde|hetzelfde|ander|andere)$/
const EACH = /^(?:every|elk)$/
const COUNTS = /^(?:an?|one|een|één|his|her|their|its|zijn|haar|hun|own|eigen)$/

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
