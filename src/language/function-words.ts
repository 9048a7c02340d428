import type { Language } from '../model/index.js'
import { knowledge, type LanguageData, type LeadInWord, listed } from './data.js'

type List = keyof Pick<LanguageData, 'functionWords' | 'lightWords' | 'connectives' | 'knownAbbreviations' | 'hyphened'>

// Both languages at once: a policy may quote the other.
const made = new Map<List, ReadonlySet<string>>()

function isIn(list: List, word: string): boolean {
  const known = made.get(list) ?? new Set(Object.values(knowledge).flatMap((each) => listed(each[list])))
  made.set(list, known)
  return known.has(word)
}

/** Whether a word (folded, lower case) is an article, preposition, pronoun or auxiliary of either language. */
export const isFunctionWord = (word: string): boolean => isIn('functionWords', word)

/** The function words of a language. */
export const functionWords = (lang: Language): readonly string[] => listed(knowledge[lang].functionWords)

/** The words of a language that say nothing of what a question asks. */
export const askingWords = (lang: Language): readonly string[] => {
  const { functionWords, lightWords, askingWords } = knowledge[lang]
  return [functionWords, lightWords, askingWords].flatMap(listed)
}

/** The words of a language that are said every day of anything: that few rules have one tells little. */
export const commonWords = (lang: Language): readonly string[] => listed(knowledge[lang].commonWords)

/** Beginnings of questions by what they expect: a number, or a norm. */
export const questionWords = (lang: Language): LanguageData['questions'] => knowledge[lang].questions

/** Whether a word (folded to plain letters) says little of a clause's matter: a function word, a quantity, an auxiliary. */
export const isLightWord = (word: string): boolean => isFunctionWord(word) || isIn('lightWords', word)

/** Whether a word (lower case) joins words or parts of a sentence: "en", "unless". */
export const isConnective = (word: string): boolean => isIn('connectives', word)

/** Whether an abbreviation of capitals needs no explanation. */
export const isKnownAbbreviation = (word: string): boolean => isIn('knownAbbreviations', word)

/** Whether a word (lower case) keeps the hyphen behind it in a compound: "niet-ingeënt". */
export const keepsHyphen = (word: string): boolean => isIn('hyphened', word)

/** Small words of both languages that never stand twice in a row. */
export const neverTwice = (): readonly string[] => Object.values(knowledge).flatMap((each) => listed(each.neverTwice))

/** The words of both languages by which a line is known that leads in a list, as alternatives of a pattern. */
export const leadInWords = (kind: LeadInWord): string =>
  [...new Set(Object.values(knowledge).flatMap((each) => listed(each.leadIns[kind])))].join('|')

/** Infinitives of both languages as they are written apart by mistake: "op leggen". */
export const separableVerbs = (): readonly string[] => Object.values(knowledge).flatMap((each) => each.separableVerbs)
