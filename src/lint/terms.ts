import { toString } from 'mdast-util-to-string'
import { formsAmong, wordsOf, wordsOfAll } from '../language/index.js'
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
  const finds = phraseFinder(clauses.map((clause) => wordsOf(plainText(clause.node))))
  return ({ clause: own, name }) => callings(name).some((calling) => finds(calling, (text) => clauses[text] !== own))
}

/**
 * Looks for phrases in texts, both as words: whether one stands there, in whatever form of its words, at a place that is wanted. Of a phrase only the
 * places of its rarest word are looked at.
 */
export function phraseFinder(
  texts: readonly (readonly string[])[],
): (phrase: readonly string[], isWanted: (text: number, at: number) => boolean) => boolean {
  const places = new Map<string, [text: number, at: number][]>()
  for (const [text, words] of texts.entries()) {
    for (const [at, word] of words.entries()) {
      const known = places.get(word)
      if (known) known.push([text, at])
      else places.set(word, [[text, at]])
    }
  }
  const formsHere = formsAmong(places.keys())
  const counts = new Map<string, number>()
  const countOf = (word: string): number => {
    const count = counts.get(word) ?? [...formsHere(word)].reduce((sum, form) => sum + (places.get(form)?.length ?? 0), 0)
    counts.set(word, count)
    return count
  }

  return (phrase, isWanted) => {
    const [rarest = 0] = [...phrase.keys()].sort((a, b) => countOf(phrase[a] ?? '') - countOf(phrase[b] ?? ''))
    const forms = phrase.map(formsHere)
    for (const form of forms[rarest] ?? []) {
      for (const [text, at] of places.get(form) ?? []) {
        const start = at - rarest
        if (forms.every((wanted, i) => wanted.has(texts[text]?.[start + i] ?? '')) && isWanted(text, start)) return true
      }
    }
    return false
  }
}
