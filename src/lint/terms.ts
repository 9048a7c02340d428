import { toString } from 'mdast-util-to-string'
import { formsOf, wordEntry, wordsOf, wordsOfAll } from '../language/index.js'
import { type Clause, plainText } from '../model/index.js'

/** A defined term: a list item in a `.definitions` section that starts with a bold term. */
export interface Term {
  readonly clause: Clause
  /** As printed, without the colon. */
  readonly name: string
  /** What stands behind the term, without the punctuation that joins them. */
  readonly meaning: string
}

export const inDefinitions = (clause: Clause): boolean => {
  for (let up = clause.section; up; up = up.section) {
    if (up.node.type === 'section' && up.node.attributes.classes.includes('definitions')) return true
  }
  return false
}

export function definedTerms(clauses: readonly Clause[]): Term[] {
  return clauses.flatMap((clause): Term[] => {
    if (clause.node.type !== 'item' || !inDefinitions(clause)) return []
    const [first] = clause.node.content
    if (first?.type !== 'strong') return []
    const bold = toString(first)
    const name = bold.replace(/[\s:;.]+$/u, '').replace(/^["'‘“„]|["'’”]$/gu, '')
    const meaning = plainText(clause.node)
      .slice(bold.length)
      .replace(/^[\s:;.,=–—-]+/u, '')
    return name === '' ? [] : [{ clause, name, meaning }]
  })
}

const BETWEEN = new RegExp(`\\/|,|\\s(?:${wordsOfAll('and', 'or')})\\s`, 'u')

/** The ways a term is called: `ouders/verzorgers`, `ouders`, `verzorgers`; a short form between brackets. */
export function callings(name: string): readonly (readonly string[])[] {
  const outside = name.replace(/\([^)]*\)/gu, ' ')
  const inside = [...name.matchAll(/\(([^)]*)\)/gu)].map(([, text]) => text ?? '')
  const parts = [outside, ...inside, ...outside.split(BETWEEN)]
  return parts.map(wordsOf).filter((words) => words.length > 0)
}

/** Looks for terms in texts: the function tells whether a clause other than the term's own calls it, in whatever form. */
export function termFinder(clauses: readonly Clause[]): (term: Term) => boolean {
  const texts = clauses.map((clause) => ({ clause, words: wordsOf(plainText(clause.node)) }))
  const places = new Map<string, [text: number, at: number][]>()
  for (const [text, { words }] of texts.entries()) {
    for (const [at, word] of words.entries()) {
      const known = places.get(word)
      if (known) known.push([text, at])
      else places.set(word, [[text, at]])
    }
  }
  const entries = [...places.keys()].map((word) => ({ word, entry: wordEntry(word) }))

  return ({ clause: own, name }) =>
    callings(name).some(([first = '', ...others]) => {
      const isFirst = formsOf(first)
      const follow = others.map(formsOf)
      return entries.some(
        ({ word, entry }) =>
          isFirst(word, entry) &&
          places.get(word)?.some(([text, at]) => {
            const { clause, words } = texts[text] ?? { words: [] }
            return clause !== own && follow.every((isNext, i) => isNext(words[at + i + 1] ?? ''))
          }),
      )
    })
}
