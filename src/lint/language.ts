import { guessLanguage, type LanguageGuess } from '../language/index.js'
import type { Clause, Language } from '../model/index.js'
import { wholeTextsOf } from './words.js'

/**
 * Less sure than this a policy is in the language it is said to be in: its author knows better. A table of names, a form or an example in
 * another language has few words of the author's own.
 */
const SURE = 0.999

const known = new WeakMap<readonly Clause[], LanguageGuess>()

/** The language the clauses are in where it is surely not that of the policy; then no rule about words makes sense. */
export function otherLanguage(clauses: readonly Clause[], lang: Language): LanguageGuess['language'] | undefined {
  const guess = known.get(clauses) ?? guessLanguage(ownWords(clauses))
  known.set(clauses, guess)
  return guess.language !== lang && guess.sureness > SURE ? guess.language : undefined
}

/** The words of the clauses that are not marked as being in a language of their own. */
const ownWords = (clauses: readonly Clause[]): string =>
  wholeTextsOf(clauses)
    .filter(({ clause: { node } }) => node.type === 'note' || node.attributes.values.lang === undefined)
    .map(({ value }) => value)
    .join('\n')
