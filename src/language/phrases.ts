import type { Language } from '../model/index.js'
import { allFactWords as all, factWords, foreignFactWords, type PhraseList } from './fact-words.js'

const WORD_END = String.raw`(?![\p{L}\p{N}])`

// What must stand behind a phrase, by the sign at its end; without one it ends where its word does.
const ENDS: readonly (readonly [sign: string, pattern: string])[] = [
  [':#', String.raw`(?=\s*:\s*v?\d{1,3}(?!\d))`],
  [':', String.raw`\s*(?=:)`],
  ['=', String.raw`\s*(?=:|[-–—]\s)`],
  ['#', String.raw`(?=\s*(?:[:.]\s*)?v?\d|\s*:)`],
  ['~', String.raw`(?=\s*:|\s*[-–—]\s|\s+[^\s\d]*\d\S*(?:\s*$|(?<=[,;|.])\s))`],
  ['', WORD_END],
]

/** A phrase as the source of a pattern. */
function patternOf(phrase: string): string {
  const [sign, end] = ENDS.find(([ending]) => phrase.endsWith(ending)) as readonly [string, string]
  const words = phrase.slice(0, phrase.length - sign.length).replace(/\./g, '\\.')
  return `${words.replace(/\(([^)]*)\)/g, '(?:$1)?').replace(/\[([^\]]*)\]/g, '(?:$1)')}${end}`
}

/** The phrases as one pattern, the longest first. */
export const anyOf = (phrases: readonly string[]): string =>
  [...new Set(phrases)]
    .sort((a, b) => b.length - a.length)
    .map(patternOf)
    .join('|')

export type KeyedList =
  | 'labels'
  | 'rights'
  | 'names'
  | 'statuses'
  | 'columns'
  | 'outcomes'
  | 'outcomesBefore'
  | 'called'
  | 'wholes'
export const keysOf = (part: KeyedList): string[] => [...new Set(all.flatMap((words) => Object.keys(words[part])))]

/** A phrase as the source of a pattern that says nothing of where it ends. */
export const bare = (phrase: string): string =>
  patternOf(phrase)
    .slice(0, -WORD_END.length)
    .replace(/^[*+]/, (least) => `\\p{L}${least}`)
    .replace('…', '\\p{L}+')

/** The source of a pattern of words in small letters that may each begin with a capital. */
export const eitherCase = (source: string): string =>
  source.replace(/(?<![\p{L}\\'])\p{Ll}/gu, (letter) => `[${letter.toUpperCase()}${letter}]`)

const joined = (phrases: readonly string[]): string => phrases.map(bare).join('|')

/** The phrases of a list of all languages, in the order of the files, as the source of a pattern that says nothing of where they end; `blank` stands for one in them. */
export const phrasesOf = (list: PhraseList, blank = ' '): string =>
  joined([...all, foreignFactWords].flatMap((each) => each[list] ?? [])).replaceAll(' ', blank)

/** The same of one language. */
export const phrasesIn = (list: PhraseList, lang: Language): string => joined(factWords[lang][list])

/** The same of a list that has phrases by a key, by that key. */
export const phrasesByKey = (
  list: 'columns' | 'outcomes' | 'outcomesBefore' | 'called' | 'wholes',
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    keysOf(list).map((key) => [
      key,
      joined(
        [...all, foreignFactWords].flatMap((each) => (each[list] as Record<string, readonly string[]> | undefined)?.[key] ?? []),
      ),
    ]),
  )
