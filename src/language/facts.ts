import { LANGUAGES, maximum } from '../model/index.js'
import { knowledge, listed } from './data.js'
import { allFactWords as all } from './fact-words.js'
import { ordinalWords } from './numbers.js'
import { anyOf, bare, keysOf, phrasesOf } from './phrases.js'

/** How a line begins that names something about its document, of all languages, by the key of what it names. */
export const factLabels = (): readonly { readonly key: string; readonly name: RegExp }[] =>
  keysOf('labels').map((key) => ({
    key,
    name: new RegExp(`^(?:${anyOf(all.flatMap(({ labels }) => labels[key] ?? []))})`, 'iu'),
  }))

/** Beginnings of words as the source of a pattern: with "*" in front the end of a compound, with "$" behind a whole word. */
const rootsOf = (roots: readonly string[]): string =>
  [...roots]
    .sort((a, b) => b.length - a.length)
    .map((root) => {
      const [, inside = '', words = '', whole = ''] = /^(\*?)(.*?)(\$?)$/su.exec(root) ?? []
      return `${inside === '' ? START : LETTERS}${words.replace(/\./g, '\\.')}${whole === '' ? REST : END}`
    })
    .join('|')
const START = String.raw`(?<![\p{L}\p{N}])`
const END = String.raw`(?![\p{L}\p{N}])`
const REST = String.raw`[\p{L}-]*`
const LETTERS = String.raw`(?<![\p{L}-])[\p{L}-]*`

/** The words in the name of a value that tell what it is, of all languages, by the key of what it is: "Geplande herijking". */
export const namedRoots = (): readonly { readonly key: string; readonly words: RegExp }[] =>
  keysOf('names').map((key) => ({ key, words: new RegExp(rootsOf(all.flatMap(({ names }) => names[key] ?? [])), 'giu') }))

/** The words of one of the lists that say how such a name is read. */
export const rootsIn = (list: 'past' | 'beside' | 'bodies'): RegExp =>
  new RegExp(rootsOf(all.flatMap((each) => (list === 'bodies' ? each.bodies : each[list].map((word) => `${word}$`)))), 'giu')

/** What a version is called in front of its number, as the source of a pattern. */
export const versionNames = (): string => all.flatMap(({ versions }) => versions.map(bare)).join('|')

/** What stands above a list of contents, as the source of a pattern. */
export const contentsTitles = (): string => anyOf(all.flatMap(({ contents }) => contents))

/** By which words the name of an organisation begins or ends, in small letters, with a capital and in capitals, as the source of a pattern. */
export const organisationWords = (at: 'first' | 'last'): string =>
  all
    .flatMap(({ called }) => called[at])
    .flatMap((word) => [
      word,
      word.slice(0, 1).toUpperCase() + word.slice(1),
      word.replace(/(?<!\S)\p{Ll}/gu, (letter) => letter.toUpperCase()),
      word.toUpperCase(),
    ])
    .map((word) => word.replace(/\./g, '\\.'))
    .join('|')

/** How a status is told, of all languages, by the status. */
export const statusWords = (): Readonly<Record<string, string>> =>
  Object.fromEntries(keysOf('statuses').map((key) => [key, anyOf(all.flatMap(({ statuses }) => statuses[key] ?? []))]))

/** What names something about a document for which there is no key, as the source of a pattern. */
export const controlNames = (): string => anyOf(all.flatMap(({ control }) => control))

/** The words for what a body does with a document, by its right: how they begin. */
export const rightWords = (): readonly { readonly right: string; readonly words: RegExp }[] =>
  keysOf('rights').map((right) => ({
    right,
    words: new RegExp(`(?<!\\p{L})(?:${all.flatMap(({ rights }) => rights[right] ?? []).join('|')})`, 'iu'),
  }))

/** A time of a year that is no day: "maart 2026", "autumn term 2025", "Q3 2026", "schooljaar 2024-2025". */
export function timePattern(): RegExp {
  const months = Object.values(knowledge).flatMap((language) => language.months.flatMap(listed))
  const name = [...new Set([...months, ...all.flatMap(({ times }) => times)])].sort((a, b) => b.length - a.length).join('|')
  const year = String.raw`(?:19|20)\d{2}(?:\s?[-–/]\s?(?:19|20)?\d{2})?`
  return new RegExp(
    String.raw`(?<![\p{L}\p{N}])(?:(?:${name})\.?(?:\s(?:${phrasesOf('inTimes')}|${name}))*,?\s${year}|${year}\s(?:${name}))(?![\p{L}\p{N}])`,
    'iu',
  )
}

// No edition is counted further in words.
const COUNTED = 12

/** "2e druk", "Third edition": the ordinal and what it counts. The second value gives the number of an ordinal. */
export function editions(): { readonly pattern: RegExp; readonly numberOf: (ordinal: string) => number } {
  const words = LANGUAGES.map((lang) => ordinalWords(lang, COUNTED))
  const names = all.flatMap((each) => each.editions).join('|')
  return {
    pattern: new RegExp(
      String.raw`(?<![\p{L}\p{N}])(?<ordinal>\d{1,2}(?:${phrasesOf('ordinalSigns')})|${words.flat().join('|')})(?:\s(?:${phrasesOf('revised')}))?\s(?:${names})(?![\p{L}\p{N}])`,
      'iu',
    ),
    numberOf: (ordinal) => Number.parseInt(ordinal, 10) || maximum(words.map((row) => row.indexOf(ordinal.toLowerCase()) + 1)),
  }
}

/** The words of a list of all languages, as one pattern of whole words. */
export const wordsOfFacts = (
  list:
    | 'itself'
    | 'others'
    | 'calls'
    | 'asks'
    | 'asides'
    | 'heads'
    | 'streets'
    | 'enacts'
    | 'periodicals'
    | 'holds'
    | 'from'
    | 'onAdoption'
    | 'next'
    | 'looks'
    | 'ends'
    | 'replaces'
    | 'wrote'
    | 'owns',
): string =>
  all
    .flatMap((each) => each[list])
    .sort((a, b) => b.length - a.length)
    .join('|')

/** Words that make a sentence of what looks like a name; one that is a month too is that before a day: "May 3". */
export function finiteWords(): string {
  const months = new Set(LANGUAGES.flatMap((lang) => knowledge[lang].months.flatMap(listed)).map((month) => month.toLowerCase()))
  return all.flatMap(({ finite }) => finite.map((word) => (months.has(word) ? `${word}(?!\\s\\d)` : word))).join('|')
}
