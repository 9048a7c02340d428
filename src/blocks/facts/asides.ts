import { phrasesOf, versionNames, wordsOfAll, wordsOfFacts } from '../../language/index.js'
import { findDate } from '../dates.js'
import { KIND, RIGHT_WORDS } from './vocabulary.js'

/** What is said around the provisions of a document: of itself, to its reader, above words in a frame. */

const ITSELF = new RegExp(`(?<!\\p{L})(?:${wordsOfAll('this', 'the')})\\s(?=((?:[\\p{L}-]+\\s){0,2}[\\p{L}-]+))`, 'giu')
const OWN_WORDS = new RegExp(`(?<!\\p{L})(?:${wordsOfFacts('itself')})(?!\\p{L})`, 'iu')

/** Whether a sentence speaks of the document it is in: "dit reglement", "these rules". */
export const namesItself = (sentence: string): boolean =>
  THIS_VERSION.test(sentence) ||
  [...sentence.matchAll(ITSELF)].some(
    ({ 0: article, 1: words = '', index }) =>
      (KIND.test(words) || OWN_WORDS.test(words)) &&
      !OTHERS.test(words) &&
      !isOther(sentence.slice(index + article.length), article),
  )
const THIS_VERSION = new RegExp(`(?<!\\p{L})(?:${wordsOfAll('this')})\\s(?:${versionNames()})(?!\\p{L})`, 'iu')
/** "vorige beheerplan", "former policy", "General Data Protection Regulation". */
const OTHERS = new RegExp(`^(?:${wordsOfFacts('others')})(?!\\p{L})`, 'iu')
const OTHER_TEXT = new RegExp(`(?<!\\p{L})(?:${wordsOfFacts('others')})(?!\\p{L})((?:\\s[\\p{L}-]+){1,2})`, 'giu')
const REPLACES = new RegExp(`(?<!\\p{L})(?:${wordsOfFacts('replaces')})(?!\\p{L})`, 'iu')
const AND = new RegExp(`\\s(?:${wordsOfAll('and')})\\s`, 'iu')

/** What stands behind the word that says that a text replaces another: "vervangt het reglement", "replaces the Leave Rules of 2018". */
export function replacedIn(sentence: string): string | undefined {
  const found = REPLACES.exec(sentence)
  return found ? sentence.slice(found.index + found[0].length) : undefined
}

/** Whether what stands before a day, in the part of the sentence that ends with it, is about a text that was before this one: "Het vorige plan werd op". */
function tellsOfFormer(before: string): boolean {
  // "Dit reglement vervangt het vorige en is op" goes on with this one.
  const part = THIS_TEXT.test(before) ? (before.split(AND).at(-1) ?? '') : before
  return [...part.matchAll(OTHER_TEXT)].some(({ 1: words = '' }) => hasText(words)) || hasText(replacedIn(part) ?? '')
}
const hasText = (words: string): boolean => words.split(/[\s,]+/).some((word) => word !== '' && isText(word))

const BARE = new RegExp(`^(?:${wordsOfFacts('itself')})$`, 'iu')
const SAID_TEXT = new RegExp(`(?<!\\p{L})(?:${wordsOfAll('the')})((?:\\s[\\p{L}-]+){1,3})`, 'giu')

/**
 * Whether a sentence speaks of a text by a name that its own title does not have: "het meerjarenplan" in a "Beheerplan". What is called a plan or a text and no
 * more, or "this", is the document; where the title names no kind, nothing is known.
 */
export function namesOther(sentence: string, title: string | undefined): boolean {
  if (title === undefined || !KIND.test(title) || THIS_TEXT.test(sentence)) return false
  const kinds = title
    .toLowerCase()
    .split(/[^\p{L}-]+/u)
    .filter(isText)
  const isOwn = (noun: string): boolean => BARE.test(noun) || kinds.some((kind) => kind.endsWith(noun) || noun.endsWith(kind))
  const nouns = [...sentence.matchAll(SAID_TEXT)].flatMap(
    ({ 1: words = '' }) => words.toLowerCase().trim().split(/\s/).find(isText) ?? [],
  )
  return nouns.length > 0 && !nouns.some(isOwn)
}

const THIS = new RegExp(`^(?:${wordsOfAll('this')})$`, 'iu')
const THIS_TEXT = new RegExp(`(?<!\\p{L})(?:${wordsOfAll('this')})\\s`, 'iu')
const isText = (word: string): boolean => KIND.test(word) || OWN_WORDS.test(word)

/** Whether the day behind some words is that of another text: "de regeling van", "the policy adopted on", "het vorige plan werd op". */
export const leadsToOther = (before: string): boolean => tellsOfFormer(before) || isDated(before)

/** Whether words end with a text that the day behind them tells from others. */
function isDated(before: string): boolean {
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
  return day !== undefined && isDated(`${article}${words.slice(0, words.indexOf(day.words))}`)
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
