import { oneOf, stem } from '../../language/index.js'
import { isJoin } from '../../rewording/index.js'
import type { Unit } from '../unit.js'
import { namesSomeone } from './acts.js'
import { type Form, isWord, word } from './form.js'

const isLight = oneOf('lightVerbs')
const isArticle = oneOf('the', 'a')

/** "Must effect delivery of the work": must deliver the work. Without what it is done to, an act in a noun may be a thing: makes an order. */
export const withoutLightVerb: Form = (sentence, { words }) => {
  for (let at = 1; at < sentence.length - 3; at++) {
    const light = sentence[at]
    if (!light || !isLight(light.value, words)) continue
    const out = light.value.startsWith('carr') ? 1 : 0
    if (out === 1 && sentence[at + 1]?.value !== 'out') continue
    const noun = at + 1 + out + (isArticle(sentence[at + 1 + out]?.value, words) ? 1 : 0)
    const verb = words.acts.get(sentence[noun]?.value ?? '')
    // "Make a return of the tax": of a noun that is its verb, making may be of the thing.
    const isThing = light.value.startsWith('make') && verb === sentence[noun]?.value
    if (verb === undefined || isThing || sentence[noun + 1]?.value !== 'of') continue
    return [...sentence.slice(0, at), word(light.value.endsWith('s') ? finite(verb) : verb, light), ...sentence.slice(noun + 2)]
  }
  return sentence
}

const isEvery = oneOf('each')
const isFinite = (unit: Unit | undefined): boolean => /[^su]s$/.test(unit?.value ?? '')
const isPeriod = oneOf('period')

/** "Carries out a weekly inspection of the pumps", where the other text tells how often behind what it is done to: inspects the pumps weekly. */
export const withOwnFrequency: Form = (sentence, context) => {
  const { words } = context
  const at = sentence.findIndex(
    ({ value }, k) => isEvery(value, words) && isPeriod(sentence[k + 1]?.value, words) && sentence[k + 3]?.value === 'of',
  )
  const [article, ...often] = sentence.slice(at - 1, at + 2)
  const closing = sentence.findIndex(
    ({ kind, value }, k) =>
      k > at + 4 && ((kind !== 'word' && kind !== 'value') || isJoin(value, words) || words.movable.has(value)),
  )
  const end = closing < 0 ? sentence.length : closing
  const bare = [...sentence.slice(0, Math.max(0, at)), ...sentence.slice(at + 2, end)]
  if (at < 2 || !article || !isArticle(article.value, words)) return sentence
  // "Of the pumps and the valves": behind "and" an act of its own must begin, or all of it is inspected so often.
  const [, verb, object] = sentence.slice(end)
  if (closing >= 0 && isJoin(sentence[end]?.value ?? '', words) && !(isFinite(verb) && isArticle(object?.value, words)))
    return sentence
  const told = withoutLightVerb(bare, context, [])
  return told === bare ? sentence : [...told, ...often, ...sentence.slice(end)]
}

/** "Verricht wekelijks een controle van de pompen", where the other text has controleert wekelijks de pompen. */
export const withoutDutchLightVerb: Form = (sentence, context, others) => {
  const { words } = context
  const at = sentence.findIndex(({ value }, k) => k > 0 && isLight(value, words))
  const light = sentence[at]
  const noun = sentence.findIndex(({ value }, k) => k > at + 1 && words.acts.has(value) && sentence[k + 1]?.value === 'van')
  if (!light || noun < 0 || noun > at + LONGEST_BETWEEN || !isArticle(sentence[noun - 1]?.value, words)) return sentence
  const infinitive = words.acts.get(sentence[noun]?.value ?? '') ?? ''
  const verb = others.find(
    ({ value }) => /(?:t|en)$/.test(value) && value !== infinitive && stem(value, 'nl') === stem(infinitive, 'nl'),
  )
  const between = sentence.slice(at + 1, noun - 1)
  const object = sentence.slice(noun + 2, noun + 2 + LONGEST_BETWEEN)
  // "Een controle van de inspectie" may be theirs.
  if (!verb || between.some((unit) => !isWord(unit)) || namesSomeone(object, context)) return sentence
  return [...sentence.slice(0, at), word(verb.value, light), ...between, ...sentence.slice(noun + 2)]
}
/** Words between a light verb and its noun. */
const LONGEST_BETWEEN = 5

/** A verb as it stands with one: pay → pays, notify → notifies. */
const finite = (verb: string): string =>
  /[^aeiou]y$/.test(verb) ? verb.replace(/y$/, 'ies') : /(?:ss|sh|ch|x|o)$/.test(verb) ? `${verb}es` : `${verb}s`

/** "Material of a defamatory nature": defamatory material. */
export const withoutNature: Form = (sentence, { words }) => {
  const at = sentence.findIndex(
    ({ value }, k) => value === 'nature' && sentence[k - 3]?.value === 'of' && isArticle(sentence[k - 2]?.value, words),
  )
  const [thing, , , like] = sentence.slice(at - 4, at)
  if (at < 4 || thing?.kind !== 'word' || like?.kind !== 'word') return sentence
  return [...sentence.slice(0, at - 4), like, thing, ...sentence.slice(at + 1)]
}
