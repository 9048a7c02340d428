import { phrasesOf, versionNames, wordsOfAll, wordsOfFacts } from '../../language/index.js'
import type { Approval } from '../../model/index.js'
import { findDate } from '../dates.js'
import { addSaid } from './approvals.js'
import { asksReader, isReached, namesItself, namesOther, replacedIn, sendsReader } from './asides.js'
import { onlyDecisions } from './clauses-of-decision.js'
import { decisionsIn } from './decisions.js'
import { toVersion } from './fields.js'
import { addOnce, type Facts, SENTENCES } from './known.js'
import { decidesOn, type OwnNames, ownNames, tellsOfItself } from './own.js'
import { FREQUENCY, HOLDS, KIND, TIME } from './vocabulary.js'

/** What a sentence of a text says about its document: since when it holds, when it is looked at again, who decided, wrote and keeps it. */

const whole = (words: string): string => `(?<!\\p{L})(?:${words.replace(/\./g, '\\.')})(?!\\p{L})`
// "vanaf 1 augustus", "from 1 September"
const FROM = new RegExp(`${whole(wordsOfFacts('from'))}\\s+(?=(?:\\p{L}+\\s)?\\d)`, 'iu')
/** "tot 1 augustus", "until 1 August" */
const LAST_DAY = new RegExp(`(?<!\\p{L})(?:${phrasesOf('until')})\\s+(?=(?:\\p{L}+\\s)?\\d)`, 'iu')
const LOOKS = new RegExp(whole(wordsOfFacts('looks')), 'iu')
const ENDS = new RegExp(whole(wordsOfFacts('ends')), 'iu')
const NEXT_LOOK = new RegExp(`${whole(wordsOfFacts('next'))}\\s(?:\\p{L}+\\s)?(?:${wordsOfFacts('looks')})(?!\\p{L})`, 'iu')
const PAST = new RegExp(
  `(?<!\\p{L})(?:${phrasesOf('pastVerbs')})(?!\\p{L})|(?<!\\p{L})(?:${phrasesOf('pastBe')})\\s(?:\\S+\\s){0,6}?(?:${phrasesOf('pastDone')})(?!\\p{L})`,
  'iu',
)
const WROTE = new RegExp(
  `${whole(wordsOfFacts('wrote'))}\\s(?:${phrasesOf('by')})\\s(?:(?:${phrasesOf('opensSubject')})\\s)?(\\p{L}(?:[^.,;:]|\\.(?=\\s?\\p{Lu}|\\s\\p{Ll}+\\s\\p{Lu})){2,60}?)(?=[,;]|\\.?$|\\.\\s(?!\\p{Lu})|\\s(?:${phrasesOf('behindAuthors')})\\s(?!\\p{Lu}))`,
  'iu',
)
const OWNS = new RegExp(`${whole(wordsOfFacts('owns'))}\\s+(?:(?:${wordsOfAll('this', 'the')})\\s)`, 'iu')
const VERSION = new RegExp(
  `^(?:${wordsOfAll('this')})\\s(?:(?:${wordsOfAll('be')})\\s)?(?:(?:${wordsOfAll('the')})\\s)?(?:${versionNames()})(?!\\p{L})\\s*\\(?(?<number>\\d{1,3}(?:\\.\\d{1,3}){0,2})(?![\\d/-])`,
  'iu',
)
const YEAR_OF = /(?<![\d/-])20\d{2}(?![\d/-])/u
// Two lines of a page: a sentence that says whose a document is and no more fits on them.
const LONGEST_OWNER = 240

/** Whether a sentence tells of what was done: "is op 3 mei geëvalueerd", "were revised". */
const tellsPast = (sentence: string): boolean => PAST.test(sentence)

const ON_ADOPTION = new RegExp(whole(wordsOfFacts('onAdoption')), 'iu')
/** "Effective on adoption": whether a text holds from the day on which it was decided on. */
export const holdsOnAdoption = (text: string): boolean =>
  text
    .split(SENTENCES)
    .some(
      (sentence) =>
        HOLDS.test(sentence) &&
        ON_ADOPTION.test(sentence) &&
        (findDate(sentence) === undefined || decisionsIn(sentence).length > 0),
    )

/** Whether a sentence tells since when something holds. */
export const tellsSince = (sentence: string): boolean => HOLDS.test(sentence)

/** Takes what one sentence says about the document it stands in, where nothing else said it. */
export function addSentence(sentence: string, facts: Facts, goesOn = false): void {
  addOnce('version', toVersion(VERSION.exec(sentence)?.groups?.number ?? ''), facts)
  const isAbout = namesItself(sentence) || (goesOn && GOES_ON.test(sentence))
  if (isReached(sentence) && facts.contact.length === 0 && (sendsReader(sentence) || asksReader(sentence)))
    facts.contact.push(sentence)
  if (namesOther(sentence, facts.title)) return
  const names = ownNames(facts)
  const next = NEXT_LOOK.exec(sentence)
  if (next && !tellsPast(sentence) && (!namesItself(sentence) || tellsOfItself(sentence, next.index, names)))
    addLook(sentence.slice(next.index), sentence, facts)
  if (!isAbout) {
    const told = ownOnly(sentence, names, onlyDecisions(sentence), facts)
    if (told.some(({ right }) => right === 'adoption')) facts.adopted = true
    return addSaid(told, facts)
  }
  const since = sinceIn(sentence)
  const isHeld = (at: number): boolean => (goesOn && !namesItself(sentence)) || tellsOfItself(sentence, at, names)
  const isFrom = since !== undefined && (goesOn || namesItself(upToPart(sentence, since))) && isHeld(since)
  const from = isFrom ? since : undefined
  const end = HOLDS.test(sentence) ? LAST_DAY.exec(sentence) : null
  const until = end && isHeld(end.index) ? end : null
  if (until) facts.review ??= findDate(sentence.slice(until.index))?.date
  if (from !== undefined) addOnce('effective', findDate(sentence.slice(from))?.date, facts)
  else if (until) return
  else if (isLooked(sentence, goesOn, names)) addLook(sentence, sentence, facts)
  // "… geldt vanaf 1 januari 2026 en wordt in januari 2028 herzien"
  const look =
    from !== undefined
      ? sentence
          .slice(from)
          .split(PART)
          .slice(1)
          .find((part) => LOOKS.test(part) && !HOLDS.test(part))
      : undefined
  if (look !== undefined) addLook(look, sentence, facts)
  const who = WROTE.exec(sentence)?.[1]?.trim()
  if (who !== undefined && facts.editors.length === 0) facts.editors.push(who)
  // A text by its kind or its year.
  const replaced = replacedIn(sentence)
  if (replaced !== undefined && (YEAR_OF.test(sentence) || KIND.test(replaced))) addRemark(sentence, sentence, facts)
  else if (ENDS.test(sentence)) addRemark(findDate(sentence)?.date, sentence, facts)
  if (OWNS.test(sentence)) addRemark(sentence, sentence, facts)
  const decided = ownOnly(
    sentence,
    names,
    decisionsIn(sentence, facts.lang).filter(({ body }) => body !== undefined),
    facts,
  )
  // "vastgesteld op 3 mei en gaat in op 1 augustus", "gaat in op 1 augustus na vaststelling door het bestuur"
  const told = HOLDS.test(sentence) ? decided.filter(({ date }) => date !== facts.effective) : decided
  if (told.some(({ right }) => right === 'adoption')) facts.adopted = true
  addSaid(told.map(asAdoption), facts)
}

/** Whether a sentence tells that its text is looked at again. */
function isLooked(sentence: string, goesOn: boolean, names: OwnNames): boolean {
  const look = tellsPast(sentence) ? null : LOOKS.exec(sentence)
  return look !== null && ((goesOn && !namesItself(sentence)) || tellsOfItself(sentence, look.index, names))
}

/** Where a sentence tells since when something holds: "geldt vanaf 1 mei", and "treedt op 1 mei in werking" where nothing else says it. */
function sinceIn(sentence: string): number | undefined {
  const holds = HOLDS.exec(sentence)
  if (!holds) return undefined
  const behind = sentence.slice(holds.index)
  const [from, on] = [FROM.exec(behind)?.index, ON_DAY.exec(behind)?.[0].length]
  const at = from === undefined || on === undefined ? (from ?? on) : Math.min(from, on)
  if (at !== undefined) return holds.index + at
  const before = FROM.exec(sentence) ?? DAY_BEFORE.exec(sentence.slice(0, holds.index))
  // "… treedt in werking na vaststelling door het bestuur op 3 mei 2024"
  return before?.index ?? (ENTERS.test(holds[0]) && findDate(behind) ? holds.index : undefined)
}
const ENTERS = new RegExp(`(?:${phrasesOf('enters')})$`, 'iu')
// A word or three stand between: "treedt in werking op", "takes effect for all staff on".
const ON_DAY = new RegExp(`^[^,;.]{0,40}?\\s(?=(?:${phrasesOf('dayWords')})\\s+\\d)`, 'iu')
const DAY_BEFORE = new RegExp(`(?<!\\p{L})(?:${phrasesOf('dayWords')})\\s+\\d[^,;]{4,20}\\s$`, 'iu')

/** The decisions of a sentence that tells of its own text; where nobody knows of which, none, and the sentence is kept as one to look at. */
function ownOnly(sentence: string, names: OwnNames, told: readonly Approval[], facts: Facts): readonly Approval[] {
  if (told.length === 0) return []
  const on = decidesOn(sentence, names)
  if (on === 'unknown' && !facts.unproved.includes(sentence)) facts.unproved.push(sentence)
  return on === 'own' ? told : []
}

const PART = new RegExp(`[,;]\\s|\\s(?:${wordsOfAll('and')})\\s`, 'iu')
/** A sentence up to where another of its parts begins behind a place: "The Act came into force on 2 April 2015" "and sets the framework". */
function upToPart(sentence: string, from: number): string {
  const next = sentence.slice(from).search(PART)
  return next < 0 ? sentence : sentence.slice(0, from + next)
}
const GOES_ON = new RegExp(`^(?:${phrasesOf('goesOn')})(?!\\p{L})`, 'iu')

/** Takes when a text is looked at again: "wordt in het najaar van 2026 geëvalueerd" as it stands, since no key holds a time without its day. */
function addLook(words: string, sentence: string, facts: Facts): void {
  // "The board approved this version on 3 May 2023 and will look at it again in July 2026."
  const part = words.split(PART).find((each) => LOOKS.test(each) && timeOf(each) !== undefined)
  const told = part ?? (decisionsIn(words, facts.lang).length > 0 ? '' : words)
  facts.review ??= findDate(told)?.date
  if (facts.review === undefined) addRemark(timeOf(told), sentence, facts)
}
const timeOf = (words: string): string | undefined =>
  findDate(words)?.words ?? TIME.exec(words)?.[0] ?? YEAR_OF.exec(words)?.[0] ?? FREQUENCY.exec(words)?.[0]

/** Keeps a sentence that tells what no key holds, word for word. */
function addRemark(found: string | undefined, sentence: string, { remarks }: Facts): void {
  if (found !== undefined && sentence.length <= LONGEST_OWNER && !remarks.includes(sentence)) remarks.push(sentence)
}

/** "The board approved this policy": of itself a document says so that it was adopted. */
const asAdoption = (approval: Approval): Approval =>
  approval.right === 'approval' ? { ...approval, right: 'adoption' } : approval
