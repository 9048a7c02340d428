import { phrasesOf, versionNames, wordsOfAll, wordsOfFacts } from '../../language/index.js'
import { findDate } from '../dates.js'
import type { Facts } from './known.js'
import { BODY_WORDS, FINITE, HOLDS, KIND, NOT_YET, namesDocument, RIGHT_WORDS } from './vocabulary.js'

/**
 * Of which text a sentence tells something: of the one it stands in, where that is the subject or the object of what is told, or where nothing
 * else could be. What is not proved to be told of this text is told of another, or nobody knows of which.
 */

const whole = (words: string): RegExp => new RegExp(`^(?:${words})$`, 'iu')
const THIS = whole(wordsOfAll('this'))
const THE = whole(`${wordsOfAll('the')}|${phrasesOf('opensSubject')}`)
const AND = whole(wordsOfAll('and'))
const OF = whole(`${wordsOfAll('of', 'from', 'for')}|${phrasesOf('annexesOf')}`)
/** What a clause begins with that tells of something else, or of what would be. */
const OPENS = whole(phrasesOf('opensClause'))
const BESIDE = whole(`${phrasesOf('besideDecision')}|${wordsOfAll('the', 'this', 'be', 'has', 'of', 'and', 'from', 'for')}`)
/** What goes on with a name, whatever it is: who did it, what was before it, where. */
const LEADS = whole(`${phrasesOf('by')}|${phrasesOf('afterRight')}|${phrasesOf('inMeeting')}|${phrasesOf('betweenDecisions')}`)
const OBJECT = whole(phrasesOf('objects'))
const OTHER_TEXTS = new RegExp(`(?:${phrasesOf('textNames')})$`, 'iu')
const VERSION = whole(versionNames())
const NEUTRAL = whole(phrasesOf('anyText'))
/** Behind such a decision it is none, or none any more. */
const UNDONE = new RegExp(
  `(?<!\\p{L})(?:(?:${phrasesOf('reserved')})(?! (?:\\p{L}+ )?(?:${phrasesOf('notReserved')}))|${phrasesOf('undone')}|${phrasesOf('draftsFor')})(?!\\p{L})`,
  'iu',
)
// "Met ingang van 1 augustus 2024 gelden deze regels"
const MOST_BEHIND = 8
const QUOTED = /["“”„«»]/u
// "the earlier safeguarding policy"
const MOST_BEFORE_NOUN = 4

interface Word {
  readonly printed: string
  /** In small letters, without signs around it. */
  readonly bare: string
  /** A sign ends a part behind it. */
  readonly ends: boolean
}

/** What a text calls itself: the words of its title and the nouns for it; undefined where no title is known yet. */
export interface OwnNames {
  readonly title: readonly string[]
  readonly kinds: readonly string[] | undefined
}

const wordsIn = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}’'-]+/u)
    .filter((word) => word !== '')

/** What a text calls itself: by its title, and where that names no kind of text, by what stands behind "this" in it. */
export function ownNames({ title, calls = [] }: Pick<Facts, 'title' | 'calls'>): OwnNames {
  if (title === undefined) return { title: [], kinds: undefined }
  const words = wordsIn(title)
  const kinds = words.filter(isText)
  return { title: words, kinds: kinds.length > 0 ? kinds : calls }
}

/** The nouns by which a text speaks of itself: "dit reglement", "these rules". */
export const callsIn = (text: string): readonly string[] =>
  [...text.matchAll(CALLS)].flatMap(({ 1: words = '' }) => words.toLowerCase().split(/\s+/).find(isText) ?? [])
const CALLS = new RegExp(`(?<!\\p{L})(?:${wordsOfAll('this')})((?:\\s[\\p{L}-]+){1,3})`, 'giu')

const isText = (word: string): boolean => KIND.test(word) || KIND.test(`${word} `) || namesDocument(word)
const isOtherText = (word: string): boolean => isText(word) || OTHER_TEXTS.test(word)

/** Whether a noun is a name of the text: "het reglement" of a "Sleutelreglement", "het veiligheidsbeleid" of a "Beleid veiligheid". */
function isOwn(noun: string, { title, kinds }: OwnNames): boolean {
  if (kinds === undefined) return true
  const before = kinds.filter((kind) => noun.endsWith(kind)).map((kind) => noun.slice(0, -kind.length).replace(/s?-?$/, ''))
  return (
    NEUTRAL.test(noun) ||
    kinds.some((kind) => kind.endsWith(noun) || singular(kind) === singular(noun)) ||
    before.some((part) => part.length > 2 && title.some((word) => word.startsWith(part)))
  )
}
const singular = (word: string): string => word.replace(/ies$/, 'y').replace(/(?:en|s)$/, '')

interface Mention {
  readonly from: number
  readonly to: number
  /** "De volgende regeling": the text that begins here. */
  readonly follows: boolean
}

/** Where a sentence names a text, its own or, where it cannot be, another. */
function mentionsIn(words: readonly Word[], own: OwnNames): { readonly mine: Mention[]; readonly others: Mention[] } {
  const mine: Mention[] = []
  const others: Mention[] = []
  for (let from = 0; from < words.length; from++) {
    const first = words[from]?.bare ?? ''
    const isThis = THIS.test(first)
    if (!isThis && !THE.test(first)) continue
    const to = nounBehind(words, from, isThis ? own.title : undefined)
    if (to === undefined) continue
    const [noun = '', between] = [words[to]?.bare, words.slice(from + 1, to).map(({ bare }) => bare)]
    const follows = between.some((word) => FOLLOWS.test(word))
    const isFormer = between.some((word) => FORMER.test(word))
    const isNamed = isOwn(noun, own) && between.every((word) => own.title.includes(word))
    const next = words[to + 1]
    // "Het reglement van de vereniging", "the Equality Policy Framework"
    const goesOn = next !== undefined && !words[to]?.ends && (OF.test(next.bare) || !isKnown(next.printed))
    ;(!isFormer && (isThis || follows || (isNamed && !goesOn)) ? mine : others).push({ from, to, follows })
    from = to
  }
  return { mine, others }
}
const FOLLOWS = whole(phrasesOf('followingText'))
const FORMER = new RegExp(`^(?!(?:${phrasesOf('followingText')})$)(?:${wordsOfFacts('others')}|${wordsOfFacts('next')})$`, 'iu')

/** The place of the noun for a text behind an article. */
function nounBehind(words: readonly Word[], from: number, title: readonly string[] | undefined): number | undefined {
  for (let at = from + 1; at <= from + MOST_BEFORE_NOUN && at < words.length; at++) {
    const { bare = '', ends } = words[at] ?? {}
    // "Deze visie", as its title says, and "this version".
    const isCalled = title !== undefined && at === from + 1 && (VERSION.test(bare) || (bare.length > 3 && title.includes(bare)))
    if (isOtherText(bare) || isCalled) return at
    if (ends || [FINITE, OPENS, OF, THIS, THE].some((words) => words.test(bare)) || isRight(bare)) return undefined
  }
  return undefined
}

const isRight = (word: string): boolean => RIGHT_WORDS.some(({ words }) => words.test(word))
const isBody = (word: string): boolean => /^\p{Lu}\p{L}?\p{Lu}\p{Lu}?$/u.test(word) || word.search(BODY_WORDS) >= 0

const DAY = '¶'
const HELD = '§'
const HOLDS_EACH = new RegExp(HOLDS, 'giu')
/** A sentence in words, with each of its days as one, and what says that it holds. */
function toWords(sentence: string): Word[] {
  let plain = sentence
  for (let day = findDate(plain); day; day = findDate(plain)) plain = plain.replace(day.words, DAY)
  return plain
    .replace(HOLDS_EACH, HELD)
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((printed) => ({
      printed: printed.replace(/^[("“]+|[,;:.)"”]+$/gu, ''),
      bare: printed.toLowerCase().replace(/^[("“]+|[,;:.)"”]+$/gu, ''),
      ends: /[,;:)]$/.test(printed),
    }))
}

/** Whether nothing but a decision is told by some words: who, when, how; a name may follow what leads to it. */
function sayNoMore(words: readonly Word[], own: readonly Mention[], offset: number): boolean {
  let isName = false
  let wasName = false
  return words.every(({ printed, bare, ends }, i) => {
    const at = offset + i
    if (own.some(({ from, to }) => from <= at && at <= to)) return true
    if (OPENS.test(bare) || NOT_YET.test(bare)) return false
    if (LEADS.test(bare)) isName = true
    const isTold = isKnown(printed) || ((isName || (wasName && /^\p{Lu}/u.test(printed))) && !isOtherText(bare))
    wasName = (wasName || isName) && !FINITE.test(bare)
    if (ends || FINITE.test(bare)) isName = false
    return isTold
  })
}
const isKnown = (word: string): boolean =>
  word.includes(DAY) ||
  word === HELD ||
  /^\d[\d.:/-]*$/.test(word) ||
  [BESIDE, FINITE].some((words) => words.test(word.toLowerCase())) ||
  isRight(word) ||
  isBody(word)

/** Whether who decides is the subject of some words, "Het bestuur van Stichting Oostwal heeft op 3 mei", or nobody is; where a text is named, it may be anyone. */
function leadUp(words: readonly Word[], own: readonly Mention[]): boolean {
  const end = words.findIndex(({ bare }) => FINITE.test(bare) || isRight(bare))
  const subject = end < 0 ? [] : words.slice(0, end)
  const isSubject =
    (own.length > 0 || subject.some(({ printed }) => isBody(printed))) &&
    !subject.some(({ bare, ends }) => ends || OPENS.test(bare) || isOtherText(bare) || LEADS.test(bare))
  return isSubject ? sayNoMore(words.slice(end), own, end) : sayNoMore(words, own, 0)
}

/** Where the last part between two places begins that has the same subject: "… en is op 3 mei vastgesteld". */
function lastPart(words: readonly Word[], from: number, to: number): number {
  for (let at = to; at > from; at--) {
    const { bare = '', ends } = words[at - 1] ?? {}
    const next = words[at]?.bare ?? ''
    // "… is opgesteld door J. de Wit en vastgesteld door"
    const isJoined = at === to && AND.test(bare) && FINITE.test(words[from]?.bare ?? '')
    const isPart = isJoined || ((AND.test(bare) || ends) && (FINITE.test(next) || (at < to && next === HELD)))
    // "Dit reglement, dat op 3 mei is vastgesteld": what opens directly behind it is about it.
    if (isPart && !words.slice(from + 1, at).some((word) => OPENS.test(word.bare))) return at
  }
  return from
}

/** Whether the part of a line that a comma ends names another text, of which the part behind it tells: "Wet sleutelbeheer, in werking getreden op". */
export function namesAnother(part: string, names: OwnNames): boolean {
  const words = toWords(part)
  const { others } = mentionsIn(words, names)
  const isBare = ({ bare }: Word): boolean => OTHER_TEXTS.test(bare) || (isText(bare) && hasKinds(names) && !isOwn(bare, names))
  return others.length > 0 || words.some(isBare)
}
const hasKinds = ({ kinds }: OwnNames): boolean => kinds !== undefined && kinds.length > 0

type Told = 'own' | 'other' | 'unknown'

/** On which text a sentence tells of a decision: the one it stands in, another, or nobody knows. */
export function decidesOn(sentence: string, names: OwnNames): Told {
  const words = toWords(sentence)
  const { mine, others } = mentionsIn(words, names)
  const end = decisionEnd(words)
  const isOwnDecision =
    mine.length === 0
      ? others.every(({ from }) => from >= end) && saysOnly(words.slice(0, end))
      : mine.some((mention) => isDecidedOn(mention, mine, words))
  if (isOwnDecision) return isUndone(sentence) ? 'unknown' : 'own'
  return mine.length === 0 && others.length > 0 && (names.kinds === undefined || hasKinds(names)) ? 'other' : 'unknown'
}

/** Where the part of a sentence ends that has the word for a decision and its day. */
function decisionEnd(words: readonly Word[]): number {
  const told = Math.max(
    words.findIndex(({ bare }) => isRight(bare)),
    words.findIndex(({ printed }) => printed.includes(DAY)),
  )
  const end = words.findIndex(({ ends }, i) => i >= told && (ends || AND.test(words[i + 1]?.bare ?? '')))
  return end < 0 ? words.length : end + 1
}

/** Whether words tell of a decision on nothing in particular: not "… ingestemd met de aankoop". */
function saysOnly(words: readonly Word[]): boolean {
  const right = words.findIndex(({ bare }) => isRight(bare))
  return !(right >= 0 && OBJECT.test(words[right + 1]?.bare ?? '')) && leadUp(words, [])
}

function isDecidedOn({ from, to, follows }: Mention, mine: readonly Mention[], words: readonly Word[]): boolean {
  // "Het college, gelet op de wet, stelt de volgende regeling vast."
  if (follows) return !words.some(({ bare }) => OPENS.test(bare)) && words.slice(0, from).some(({ printed }) => isBody(printed))
  const rights = words.flatMap(({ bare }, i) => (isRight(bare) ? [i] : []))
  // "De bijlage bij dit reglement is …"
  const isPart = OF.test(words[from - 1]?.bare ?? '') && !isRight(words[from - 2]?.bare ?? '')
  if (isPart || !leadUp(words.slice(0, from), mine)) return false
  if (rights.some((at) => at < from)) return true
  const behind = rights.find((at) => at > to)
  if (behind === undefined) return false
  const start = lastPart(words, to + 1, behind)
  const opens = start === to + 1 && OPENS.test(words[start]?.bare ?? '') ? start + 1 : start
  return sayNoMore(words.slice(opens, behind), mine, opens)
}

const isUndone = (sentence: string): boolean => QUOTED.test(sentence) || UNDONE.test(sentence) || hasBlank(sentence)
/** "op __-__-2024", "op dd-mm-2024": a day that is still to be filled in. */
const hasBlank = (sentence: string): boolean => sentence.split(/\s+/).some((word) => TO_FILL.test(word))
const TO_FILL = /^(?:d{1,2}|x{2,})[-/.](?:m{1,3}|x{2,})[-/.]|_{2}|\.{4}|…{2}|^\[/iu

/** Whether a sentence tells of the text it stands in what the words at a place tell: that it holds, that it is looked at. */
export function tellsOfItself(sentence: string, at: number, names: OwnNames): boolean {
  const before = toWords(sentence.slice(0, at))
  const words = [...before, ...toWords(sentence.slice(at))]
  const { mine, others } = mentionsIn(words, names)
  // "The next review of this policy is due on", "De ingangsdatum van dit beleid is"
  const isOfLook = (from: number): boolean =>
    words[from - 2]?.bare === HELD || (from > before.length && from <= before.length + MOST_BEFORE_NOUN)
  const subjects = mine.filter(({ from }) => !OF.test(words[from - 1]?.bare ?? '') || isOfLook(from))
  const last = subjects.findLast(({ from }) => from < before.length)
  // "Met ingang van 1 mei geldt dit reglement"
  if (last === undefined)
    return others.every(({ from }) => from >= before.length) && subjects.some(({ from }) => from <= before.length + MOST_BEHIND)
  const start = lastPart(words, last.to + 1, before.length)
  if (OPENS.test(words[0]?.bare ?? '')) return false
  return (
    !words
      .slice(start, before.length)
      .some(({ bare }, i) => (OPENS.test(bare) && (i > 0 || start !== last.to + 1)) || OTHER_TEXTS.test(bare)) &&
    !others.some(({ from }) => from >= start && from < before.length)
  )
}
