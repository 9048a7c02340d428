import { phrasesOf, wordsOfAll, wordsOfFacts } from '../../language/index.js'
import { findDate } from '../dates.js'
import { KIND, RIGHT_WORDS } from './vocabulary.js'

/** What is said around the provisions of a document: of itself, to its reader, above words in a frame. */

const ITSELF = new RegExp(`(?<!\\p{L})(?:${wordsOfAll('this', 'the')})\\s(?=((?:[\\p{L}-]+\\s){0,2}[\\p{L}-]+))`, 'giu')
const OWN_WORDS = new RegExp(`(?<!\\p{L})(?:${wordsOfFacts('itself')})(?!\\p{L})`, 'iu')

/** Whether a sentence speaks of the document it is in: "dit reglement", "these rules". */
export const namesItself = (sentence: string): boolean =>
  [...sentence.matchAll(ITSELF)].some(
    ({ 0: article, 1: words = '', index }) =>
      (KIND.test(words) || OWN_WORDS.test(words)) && !isOther(sentence.slice(index + article.length), article),
  )

const THIS = new RegExp(`^(?:${wordsOfAll('this')})$`, 'iu')
const isText = (word: string): boolean => KIND.test(word) || OWN_WORDS.test(word)

/** Whether the day behind some words is that of another text: "de regeling van", "the policy adopted on". */
export function leadsToOther(before: string): boolean {
  const words = before.trim().split(/\s+/).slice(-MOST_BEFORE)
  const noun = words.findLastIndex(isText)
  const between = words.slice(noun + 1)
  // "Het bestuur heeft het plan op 3 mei vastgesteld" is about this one.
  return (
    noun >= 0 &&
    between.length > 0 &&
    !ON.test(between[0] ?? '') &&
    between.every(isOfDay) &&
    !words.slice(0, noun).some((word) => THIS.test(word))
  )
}
// "the earlier safeguarding policy that was adopted on"
const MOST_BEFORE = 8

/** "De regeling van 4 mei 2019": another text, by its day. */
const isOther = (words: string, article: string): boolean => {
  const day = findDate(words)
  return day !== undefined && leadsToOther(`${article}${words.slice(0, words.indexOf(day.words))}`)
}
const ON = new RegExp(`^(?:${phrasesOf('dayWords')})$`, 'iu')
const OF_DAY = new RegExp(`^(?:${wordsOfAll('of', 'from')}|${phrasesOf('dayWords')}|${phrasesOf('datedWords')})$`, 'iu')
const isOfDay = (word: string): boolean => OF_DAY.test(word) || RIGHT_WORDS.some(({ words }) => words.test(word))

const CALL = new RegExp(`^(?:${wordsOfFacts('calls')})(?!\\p{L})`, 'iu')
const ASK = new RegExp(`(?<!\\p{L})(?:${wordsOfFacts('asks')})(?!\\p{L})`, 'iu')
const ASIDE = new RegExp(`^(?:${wordsOfFacts('asides')})\\s?[!:.?…]*$`, 'iu')
const REACHED = /[^\s@]@\S{1,254}\.[a-z]{2}|(?:\+\d{1,3}|(?<!\d)0)[\d\s()–-]{7,16}\d/iu
// A rule says until when: "Niet eens met de straf? Mail binnen tien dagen".
// "Loop even binnen" has no term.
const TERM = new RegExp(
  `(?<!\\p{L})(?:(?:${phrasesOf('withinTerms')})(?=\\s+\\S+\\s+\\p{L}*(?:${phrasesOf('termUnits')})(?!\\p{L}))|${phrasesOf('terms')})(?!\\p{L})`,
  'iu',
)
// Two or three sentences; an aside of more says something of its own.
const LONGEST = 240

/** Whether words say where somebody can be reached, and not until when. */
export const isReached = (text: string): boolean => REACHED.test(text.replace(DAY, '')) && !TERM.test(text)
const DAY = /(?<!\d)\d{1,2}[-/.]\d{1,2}[-/.]\d{4}(?!\d)/g

/** Whether a line begins as what asks its reader to do something. */
export const isCall = (text: string): boolean => CALL.test(text)

const PERIODICAL = new RegExp(`(?<!\\p{L})(?:${wordsOfFacts('periodicals')})(?![\\p{L}])`, 'iu')

/** "Nieuwsbrief 12 | november 2024": the line that a periodical is known by. */
export const isPeriodical = (text: string): boolean =>
  text.length <= LONGEST / 3 && /\d/.test(text) && !/\p{Ll}\.$/u.test(text) && PERIODICAL.test(text)

/** Whether words speak of questions somebody may have. */
export const asksReader = (text: string): boolean => ASK.test(text)

/** "Vragen? Mail naar …", "Need this in another format? Ask at any desk.": where a reader is sent with questions. */
export function sendsReader(text: string): boolean {
  const [first = '', ...more] = text.split(/(?<=[?.!])\s+/u)
  if (text.length > LONGEST || TERM.test(text)) return false
  const asks = first.endsWith('?') && more.length > 0 && (ASK.test(first) || isReached(text))
  return asks || (CALL.test(text) && isReached(text))
}

/** "Let op!", "Good to know": what stands above words in a frame. */
export const isAsideTitle = (text: string): boolean => ASIDE.test(text.trim())
