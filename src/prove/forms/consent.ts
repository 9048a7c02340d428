import { firstOf, meaningsOf } from '../../language/index.js'
import { isJoin } from '../../rewording/index.js'
import { isThe } from '../small-words.js'
import { type Form, isWord, word } from './form.js'

/** Words of the name of who consents. */
const LONGEST_NAME = 4

/**
 * "Only if the board has consented in writing": only with the written consent of the board; "unless" as without. Nothing else stands in the
 * clause than who consents, that it is done, and how.
 */
export const asConsent: Form = (sentence, { words }) => {
  const { consents, limiting, verbSecond } = words
  const has = (name: string, value: string | undefined) => consents.get(name)?.has(value ?? '') === true
  const limits = sentence.flatMap(({ value }, at) => (limiting.has(value) ? [at] : []))
  // May build unless he consents: what is not denied is allowed without him, and not whether or not he consents.
  const denies = sentence.flatMap(({ value }, at) => (meaningsOf('negation', words.lang).has(value) ? [at] : []))
  const at = sentence.findIndex(
    ({ value }, k) =>
      (has('denied', value) && denies.length === 1 && Number(denies[0]) < k && limits.length === 0) ||
      (has('allowed', value) &&
        limits.length === 1 &&
        denies.length === 0 &&
        (verbSecond ? Number(limits[0]) < k : limits[0] === k - 1)),
  )
  const opens = sentence[at]
  const end = sentence.findIndex(({ kind }, k) => k > at && kind !== 'word')
  const clause = sentence.slice(at + 1, end < 0 ? sentence.length : end)
  if (at < 1 || !opens || (end >= 0 && sentence[end]?.kind !== 'end') || !isThe(clause[0]?.value, words)) return sentence
  const told = ['has', 'given', 'noun', 'verb', 'how', 'to']
  const from = clause.findIndex(({ value }, k) => k > 0 && told.some((name) => has(name, value)))
  const name = clause.slice(0, from)
  if (
    from < 2 ||
    from > LONGEST_NAME ||
    !name.every(isWord) ||
    name.some(({ value }) => isJoin(value, words) || words.movable.has(value))
  )
    return sentence
  const counts = new Map(told.map((list) => [list, clause.slice(from).filter(({ value }) => has(list, value))] as const))
  const of = (list: string) => counts.get(list) ?? []
  const all = told.reduce((sum, list) => sum + of(list).length, 0)
  const byNoun = of('noun').length === 1 && of('given').length === 1 && of('verb').length === 0
  const byVerb = of('verb').length === 1 && of('noun').length === 0 && of('given').length === 0
  if (all !== clause.length - from || of('has').length !== 1 || of('to').length > 1 || !(byNoun || byVerb)) return sentence
  const how = [...(consents.get('how') ?? [])].flatMap(([value, as]) =>
    of('how').some((unit) => unit.value === value) ? [as] : [],
  )
  const noun = consents.get(byNoun ? 'noun' : 'verb')?.get((byNoun ? of('noun') : of('verb'))[0]?.value ?? '') ?? ''
  const link = consents.get('denied')?.get(opens.value) ?? consents.get('allowed')?.get(opens.value) ?? ''
  const article = verbSecond ? [] : [firstOf('the', words)]
  const put = [link, ...article, ...how.filter((each) => each !== ''), noun, firstOf('of', words)]
  return [...sentence.slice(0, at), ...put.map((value) => word(value, opens)), ...name, ...(end < 0 ? [] : sentence.slice(end))]
}
