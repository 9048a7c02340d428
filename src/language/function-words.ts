import { knowledge, listed } from './data.js'

// Both languages at once: a policy may quote the other.
let functionWords: ReadonlySet<string> | undefined
let lightWords: ReadonlySet<string> | undefined

/** Whether a word (folded, lower case) is an article, preposition, pronoun or auxiliary of either language. */
export function isFunctionWord(word: string): boolean {
  functionWords ??= new Set(Object.values(knowledge).flatMap((each) => listed(each.functionWords)))
  return functionWords.has(word)
}

/** Whether a word (folded to plain letters) says little of a clause's matter: a function word, a quantity, an auxiliary. */
export function isLightWord(word: string): boolean {
  lightWords ??= new Set(Object.values(knowledge).flatMap((each) => listed(each.lightWords)))
  return isFunctionWord(word) || lightWords.has(word)
}
