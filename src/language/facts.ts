import files from '../../templates/language/facts/*.yaml'
import foreign from '../../templates/language/foreign.yaml'
import { LANGUAGES, type Language, maximum } from '../model/index.js'
import { byLanguage, knowledge, listed } from './data.js'
import { ordinalWords } from './numbers.js'

/** The files of `templates/language/facts/`: the comments of the Dutch one say how a phrase is read. */
interface FactWords {
  readonly labels: Readonly<Record<string, readonly string[]>>
  readonly control: readonly string[]
  readonly rights: Readonly<Record<string, readonly string[]>>
  readonly times: readonly string[]
  readonly editions: readonly string[]
  readonly itself: readonly string[]
  readonly calls: readonly string[]
  readonly asks: readonly string[]
  readonly asides: readonly string[]
  readonly names: Readonly<Record<string, readonly string[]>>
  readonly past: readonly string[]
  readonly beside: readonly string[]
  readonly bodies: readonly string[]
  readonly heads: readonly string[]
  readonly streets: readonly string[]
  readonly enacts: readonly string[]
  readonly contents: readonly string[]
  readonly periodicals: readonly string[]
  readonly holds: readonly string[]
  readonly from: readonly string[]
  readonly next: readonly string[]
  readonly looks: readonly string[]
  readonly wrote: readonly string[]
  readonly owns: readonly string[]
  readonly versions: readonly string[]
  readonly called: Readonly<Record<CalledList | 'first' | 'last', readonly string[]>>
  readonly statuses: Readonly<Record<string, readonly string[]>>
  readonly columns: Readonly<Record<string, readonly string[]>>
  readonly outcomes: Readonly<Record<string, readonly string[]>>
  readonly outcomesBefore: Readonly<Record<string, readonly string[]>>
  readonly wholes: Readonly<Record<string, readonly string[]>>
}

/** By which words organisations are called, where only some of a name's letters may be capitals. */
export type CalledList =
  | 'begins'
  | 'bodies'
  | 'ofBody'
  | 'articles'
  | 'adjectives'
  | 'joined'
  | 'compounds'
  | 'kinds'
  | 'behind'
  | 'of'
  | 'alone'
  | 'before'
  | 'linked'
  | 'ends'
  | 'words'

/** Lists of phrases that are read in the order of the file. */
type PhraseList =
  | 'by'
  | 'states'
  | 'inflectedStates'
  | 'drafts'
  | 'draftsFor'
  | 'draftFirst'
  | 'draftLast'
  | 'reserved'
  | 'notReserved'
  | 'notYet'
  | 'finite'
  | 'titles'
  | 'afterRight'
  | 'rightsInNames'
  | 'kinds'
  | 'kindEnds'
  | 'kindFirst'
  | 'kindPlurals'
  | 'controlTitles'
  | 'speaksFor'
  | 'ofBody'
  | 'contactNames'
  | 'telephone'
  | 'postBox'
  | 'toDate'
  | 'onBehalf'
  | 'opensSubject'
  | 'behindBody'
  | 'objects'
  | 'inMeeting'
  | 'meetingArticles'
  | 'notMeeting'
  | 'meetingEnds'
  | 'meetings'
  | 'dayOfMeeting'
  | 'subjectEnds'
  | 'outcomeWords'
  | 'versionWords'
  | 'contactWords'
  | 'contactPersons'
  | 'dayWords'
  | 'formalDayWords'
  | 'datedWords'
  | 'beforeBody'
  | 'beforeBodyInName'
  | 'behindBodyInName'
  | 'dayNames'
  | 'until'
  | 'ofOrganisation'
  | 'terms'
  | 'withinTerms'
  | 'termUnits'
  | 'pastVerbs'
  | 'pastBe'
  | 'pastDone'
  | 'behindAuthors'
  | 'ordinalSigns'
  | 'partsSmall'
  | 'partsMember'
  | 'partsHeaded'
  | 'partsMentioned'
  | 'partsRead'
  | 'paragraphsBefore'
  | 'paragraphsBehind'
  | 'membersOfLaw'
  | 'letteredOfLaw'
  | 'numberedOfLaw'
  | 'ofLaw'
  | 'ownParts'
  | 'laws'
  | 'definitionTitles'
  | 'defines'
  | 'notDefining'
  | 'definesOne'
  | 'underTerm'
  | 'understood'
  | 'calledHere'
  | 'toldPersons'
  | 'shortHere'
  | 'shortCalled'
  | 'shortArticles'
  | 'isShortened'
  | 'shortenedTo'
  | 'beforeShort'
  | 'meansShort'
  | 'shortHints'

const data = byLanguage<FactWords & Readonly<Record<PhraseList, readonly string[]>>>(files)
const all = Object.values(data)

const WORD_END = String.raw`(?![\p{L}\p{N}])`

// What must stand behind a phrase, by the sign at its end; without one it ends where its word does.
const ENDS: readonly (readonly [sign: string, pattern: string])[] = [
  [':#', String.raw`(?=\s*:\s*v?\d{1,3}(?!\d))`],
  [':', String.raw`\s*(?=:)`],
  ['=', String.raw`\s*(?=:|[-–—]\s)`],
  ['#', String.raw`(?=\s*(?:[:.]\s*)?v?\d|\s*:)`],
  ['', WORD_END],
]

/** A phrase as the source of a pattern. */
function patternOf(phrase: string): string {
  const [sign, end] = ENDS.find(([ending]) => phrase.endsWith(ending)) as readonly [string, string]
  const words = phrase.slice(0, phrase.length - sign.length).replace(/\./g, '\\.')
  return `${words.replace(/\(([^)]*)\)/g, '(?:$1)?').replace(/\[([^\]]*)\]/g, '(?:$1)')}${end}`
}

/** The phrases as one pattern, the longest first. */
const anyOf = (phrases: readonly string[]): string =>
  [...new Set(phrases)]
    .sort((a, b) => b.length - a.length)
    .map(patternOf)
    .join('|')

type KeyedList = 'labels' | 'rights' | 'names' | 'statuses' | 'columns' | 'outcomes' | 'outcomesBefore' | 'called' | 'wholes'
const keysOf = (part: KeyedList): string[] => [...new Set(all.flatMap((words) => Object.keys(words[part])))]

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
    .flatMap((word) => [word, word.replace(/(?<!\S)\p{Ll}/gu, (letter) => letter.toUpperCase()), word.toUpperCase()])
    .map((word) => word.replace(/\./g, '\\.'))
    .join('|')

const bare = (phrase: string): string =>
  patternOf(phrase)
    .slice(0, -WORD_END.length)
    .replace(/^[*+]/, (least) => `\\p{L}${least}`)
    .replace('…', '\\p{L}+')

/** The source of a pattern of words in small letters that may each begin with a capital. */
export const eitherCase = (source: string): string =>
  source.replace(/(?<![\p{L}\\'])\p{Ll}/gu, (letter) => `[${letter.toUpperCase()}${letter}]`)

/** How a status is told, of all languages, by the status. */
export const statusWords = (): Readonly<Record<string, string>> =>
  Object.fromEntries(keysOf('statuses').map((key) => [key, anyOf(all.flatMap(({ statuses }) => statuses[key] ?? []))]))

/** What a cell is called that names something about a document for which there is no key, colon aside. */
export const controlNames = (): RegExp => new RegExp(`^(?:${anyOf(all.flatMap(({ control }) => control))})\\s*:?$`, 'iu')

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
    String.raw`(?<![\p{L}\p{N}])(?:(?:${name})\.?(?:\s(?:van|of|in|het|the|${name}))*,?\s${year}|${year}\s(?:${name}))(?![\p{L}\p{N}])`,
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
      String.raw`(?<![\p{L}\p{N}])(?<ordinal>\d{1,2}(?:${phrasesOf('ordinalSigns')})|${words.flat().join('|')})(?:\s(?:geheel\s)?(?:herziene|gewijzigde|revised))?\s(?:${names})(?![\p{L}\p{N}])`,
      'iu',
    ),
    numberOf: (ordinal) => Number.parseInt(ordinal, 10) || maximum(words.map((row) => row.indexOf(ordinal.toLowerCase()) + 1)),
  }
}

/** The words of a list of all languages, as one pattern of whole words. */
export const wordsOfFacts = (
  list:
    | 'itself'
    | 'calls'
    | 'asks'
    | 'asides'
    | 'heads'
    | 'streets'
    | 'enacts'
    | 'periodicals'
    | 'holds'
    | 'from'
    | 'next'
    | 'looks'
    | 'wrote'
    | 'owns',
): string =>
  all
    .flatMap((each) => each[list])
    .sort((a, b) => b.length - a.length)
    .join('|')

const others = foreign as Partial<FactWords & Record<PhraseList, readonly string[]>>
const joined = (phrases: readonly string[]): string => phrases.map(bare).join('|')

/** The phrases of a list of all languages, in the order of the files, as the source of a pattern that says nothing of where they end; `blank` stands for one in them. */
export const phrasesOf = (list: PhraseList, blank = ' '): string =>
  joined([...all, others].flatMap((each) => each[list] ?? [])).replaceAll(' ', blank)

/** The same of one language. */
export const phrasesIn = (list: PhraseList, lang: Language): string => joined(data[lang][list])

/** The same of a list that has phrases by a key, by that key. */
export const phrasesByKey = (
  list: 'columns' | 'outcomes' | 'outcomesBefore' | 'called' | 'wholes',
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    keysOf(list).map((key) => [
      key,
      joined([...all, others].flatMap((each) => (each[list] as Record<string, readonly string[]> | undefined)?.[key] ?? [])),
    ]),
  )

/** Words that make a sentence of what looks like a name; one that is a month too is that before a day: "May 3". */
export function finiteWords(): string {
  const months = new Set(LANGUAGES.flatMap((lang) => knowledge[lang].months.flatMap(listed)).map((month) => month.toLowerCase()))
  return all.flatMap(({ finite }) => finite.map((word) => (months.has(word) ? `${word}(?!\\s\\d)` : word))).join('|')
}
