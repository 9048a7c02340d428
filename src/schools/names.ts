import { wordsOf } from '../language/index.js'
import type { SchoolPolicy } from './types.js'

/** A capitalised word inside a sentence. */
const CAPITALISED = /(?<=[\p{Ll},;:)]\s)\p{Lu}[\p{L}-]{2,}/gu

/** What a policy calls its own organisation: names of several words, the longest first, and words that alone name it. All folded. */
export interface OwnNames {
  readonly phrases: readonly (readonly string[])[]
  readonly words: ReadonlySet<string>
}

/**
 * The names given, and the words that stand capitalised inside sentences of at least three clauses of this policy and in no other.
 * A word for which `common` is true never names an organisation by itself.
 */
export function ownNames(policies: readonly SchoolPolicy[], common: (word: string) => boolean): readonly OwnNames[] {
  const counts = policies.map((policy) => {
    const seen = new Map<string, number>()
    for (const clause of policy.clauses) {
      const words = new Set((clause.text.match(CAPITALISED) ?? []).flatMap(wordsOf))
      for (const word of words) seen.set(word, (seen.get(word) ?? 0) + 1)
    }
    return seen
  })
  const inPolicies = new Map<string, number>()
  for (const seen of counts) for (const word of seen.keys()) inPolicies.set(word, (inPolicies.get(word) ?? 0) + 1)
  return policies.map((policy, index) => {
    const phrases = policy.names.map(wordsOf).filter((words) => words.length > 0)
    const given = phrases.flat().filter((word) => word.length > 2)
    const found = [...(counts[index] ?? [])].filter(([word, n]) => n >= 3 && inPolicies.get(word) === 1).map(([word]) => word)
    return {
      phrases: phrases.filter((words) => words.length > 1).sort((a, b) => b.length - a.length),
      words: new Set([...given, ...found].filter((word) => !common(word))),
    }
  })
}
