import { isJoin } from '../../language/changes/index.js'
import type { Unit } from '../unit.js'
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
const ARTICLE = /^(?:article|artikel)$/
const OF = /^(?:of|van)$/
const THE = /^(?:the|de)$/

/** "Each pupil must …", where the other text has all pupils must: of what each has or gets, how much, it would say less. */
const withAll: Form = (sentence, _, others) => {
  const [each, one] = sentence
  const counts = sentence.some(({ kind, value }) => kind === 'value' || COUNTS.test(value))
  if (!each || !one || !EACH.test(each.value) || counts) return sentence
  const all = each.value === 'every' ? 'all' : 'alle'
  const many = others.find(
    ({ value }, at) => others[at - 1]?.value === all && [`${one.value}s`, `${one.value}en`].includes(value),
  )
  return many ? [word(all, each), word(many.value, one), ...sentence.slice(2)] : sentence
}
const EACH = /^(?:every|elk)$/
const COUNTS = /^(?:an?|one|een|één|his|her|their|its|zijn|haar|hun|own|eigen)$/

/** What may be said otherwise in either language. */
export const SHARED: readonly Form[] = [inOrder, withoutOfThe, withAll, asSpan, asTimeClause, withoutAgain]
