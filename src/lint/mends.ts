import { type Clause, clauses, type Policy } from '../model/index.js'
import { grammarSlips, type Slip, type Speller, slips } from '../proof/index.js'
import { otherLanguage } from './language.js'
import { type Text, textsOf, wholeTextsOf } from './words.js'

/** Words of a file that are certainly meant otherwise. `was` stands at the place, character by character, or nothing is changed. */
export interface Mend {
  readonly rule: 'id/missing' | 'word/grammar' | 'word/slip'
  readonly line: number
  readonly column: number
  readonly was: string
  readonly becomes: string
}

/**
 * What can be mended in the words of a policy as it is written: only where one mend is possible, and it changes no meaning. A locked
 * clause and one in another language stay as they are.
 */
export function wordMends(policy: Policy, speller: Speller): Mend[] {
  const { lang } = policy.metadata
  const all = clauses(policy).filter((clause) => isOpen(clause, lang))
  if (otherLanguage(clauses(policy), lang) !== undefined) return []
  const knows = (word: string) => speller.own.has(word)
  const of = (rule: 'word/grammar' | 'word/slip', texts: readonly Text[], find: (text: string) => readonly Slip<typeof rule>[]) =>
    texts.flatMap(({ value, placeOf }) =>
      find(value).flatMap(({ index, words, mend }): Mend[] => {
        const { line, column } = placeOf(index)
        return mend === undefined ? [] : [{ rule, line, column, was: words, becomes: mend }]
      }),
    )
  return [
    ...of('word/slip', textsOf(all), slips),
    ...(lang === 'nl' ? of('word/grammar', wholeTextsOf(all), (text) => grammarSlips(text, knows)) : []),
  ]
}

function isOpen({ node }: Clause, lang: string): boolean {
  if (node.type === 'note') return true
  return !node.attributes.classes.includes('locked') && (node.attributes.values.lang ?? lang) === lang
}
