import { type Form, word } from './form.js'

/** Verbs that say no more than that an act is done, as they stand behind a norm and with one. */
const LIGHT = /^(?:make|effect|perform|undertake|conduct|carry)(s?)$/
const A = /^(?:the|an?)$/

/** "Must effect delivery of the work": must deliver the work. Without what it is done to, an act in a noun may be a thing: makes an order. */
export const withoutLightVerb: Form = (sentence, { words }) => {
  for (let at = 1; at < sentence.length - 3; at++) {
    const light = sentence[at]
    const [, ending] = LIGHT.exec(light?.value ?? '') ?? []
    if (!light || ending === undefined) continue
    const out = light.value.startsWith('carr') ? 1 : 0
    if (out === 1 && sentence[at + 1]?.value !== 'out') continue
    const noun = at + 1 + out + (A.test(sentence[at + 1 + out]?.value ?? '') ? 1 : 0)
    const verb = words.acts.get(sentence[noun]?.value ?? '')
    // "Make a return of the tax": of a noun that is its verb, making may be of the thing.
    const isThing = light.value.startsWith('make') && verb === sentence[noun]?.value
    if (verb === undefined || isThing || sentence[noun + 1]?.value !== 'of') continue
    return [...sentence.slice(0, at), word(ending === '' ? verb : finite(verb), light), ...sentence.slice(noun + 2)]
  }
  return sentence
}

/** A verb as it stands with one: pay → pays, notify → notifies. */
const finite = (verb: string): string =>
  /[^aeiou]y$/.test(verb) ? verb.replace(/y$/, 'ies') : /(?:ss|sh|ch|x|o)$/.test(verb) ? `${verb}es` : `${verb}s`

/** "Material of a defamatory nature": defamatory material. */
export const withoutNature: Form = (sentence) => {
  const at = sentence.findIndex(
    ({ value }, k) => value === 'nature' && sentence[k - 3]?.value === 'of' && A.test(sentence[k - 2]?.value ?? ''),
  )
  const [thing, , , like] = sentence.slice(at - 4, at)
  if (at < 4 || thing?.kind !== 'word' || like?.kind !== 'word') return sentence
  return [...sentence.slice(0, at - 4), like, thing, ...sentence.slice(at + 1)]
}
