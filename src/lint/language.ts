import { GUESSED_LETTERS, guessLanguage, type LanguageGuess } from '../language/index.js'
import { type Clause, clauses, type Language, type Message, type Policy } from '../model/index.js'
import { readSentences } from './words.js'

/**
 * Less sure than this a policy is in the language it is said to be in: its author knows better. A table of names, a form or an example in
 * another language has few words of the author's own.
 */
const SURE = 0.999

const known = new WeakMap<readonly Clause[], LanguageGuess>()

/** The language the clauses are in where it is surely not that of the policy; then no rule about words makes sense. */
export function otherLanguage(list: readonly Clause[], lang: Language): LanguageGuess['language'] | undefined {
  const guess = known.get(list) ?? guessLanguage(ownWords(list))
  known.set(list, guess)
  return guess.language !== lang && guess.sureness > SURE ? guess.language : undefined
}

/** The words of the clauses that are not marked as being in a language of their own, as many as a guess looks at. */
function ownWords(list: readonly Clause[]): string {
  let text = ''
  for (const { value, clause } of readSentences(list)) {
    if (clause.node.type === 'note' || clause.node.attributes.values.lang === undefined) text += `${value}\n`
    if (text.length > GUESSED_LETTERS) break
  }
  return text
}

/** Says of a policy to be compared that it names no language and is in neither whose words are known. One that is named only lint doubts. */
export function unknownLanguage(policy: Policy): readonly Message[] {
  if (/^lang[ \t]*:/m.test(policy.yaml) || otherLanguage(clauses(policy), policy.metadata.lang) !== 'other') return []
  return [{ rule: 'word/language', severity: 'warning', form: 'compared', place: { file: policy.file, line: 1, column: 1 } }]
}
