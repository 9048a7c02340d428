import { oneOf } from '../../language/index.js'
import { type Form, word } from './form.js'

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
