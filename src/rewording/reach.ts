import { meaningsOf, oneOf } from '../language/index.js'
import type { WordTables as Known } from './tables.js'
import { isParticiple } from './verbs.js'

type Words = readonly string[]

const isTo = oneOf('to')
/** What opens what is said or asked, behind its verb. */
const isContent = oneOf('content', 'he', 'it', 'you', 'that', 'what')

/**
 * Whether a condition that stands behind these words may be part of what is asked or told, and would not be in front of them: "asks the member if the fee
 * is paid", "tells the player that he must rest if he is injured". Behind a verb of telling a word for when is enough.
 */
export function mayBeAsked(before: Words, head: string, known: Known): boolean {
  if (before.some((word) => known.asking.has(word))) return true
  if (before.some((word) => known.willing.has(word)) && before.some((word) => isTo(word, known))) return true
  const tells = before.findIndex((word) => known.telling.has(word))
  return (
    tells >= 0 &&
    (known.interrogative.has(head) ||
      tells === before.length - 1 ||
      before.slice(tells + 1).some((word) => isContent(word, known)))
  )
}

const DATED = /^(?:date|time) /
/** Whether a word is a length of time, or how often, as it is read. */
export const isSpan = (word: string): boolean => /^(?:days|months|minutes|times) /.test(word)
/** What opens a time limit or a manner, which no thing has. */
const isOfActs = oneOf('ofActs', 'within')
/** What names, behind a thing, what that is of. */
const isNaming = oneOf('names', 'of', 'with', 'between', 'for', 'from')

/**
 * Whether a part that stands behind these words may tell of the thing they end with: of one that is named by another, of what is ordered or allowed to be
 * done, of things without an article, of whom a word with "with" stands behind: "stores the data of patients · in Europe", "approves flights · after
 * sunset", "pays invoices · from 2024", "refuses passengers · with a fever". Elsewhere a time limit tells of the act, and so does a day behind a plain "of".
 */
export function mayBeOfThing(before: Words, part: Words, known: Known): boolean {
  const [head = '', next = ''] = part
  const last = before.at(-1) ?? ''
  if (isIdiom(part, known) || isCondition(head, known) || isDone(last, known) || /\d/.test(last)) return false
  if (part.length > 1 && isOrdered(before, known)) return true
  if (part.length < 2 || isOfActs(head, known) || isSpan(next)) return false
  if (isWith(head, known) || isBare(before, known)) return true
  const named = before.findLastIndex(
    (word) => isNaming(word, known) || (isBy(word, known) && !before.some((each) => isBe(each, known))),
  )
  if (named < 1) return false
  return !(isOf(before[named], known) && DATED.test(part.at(-1) ?? ''))
}
/** Whether what somebody is to do, or what is to happen, is ordered or asked for in these words. */
export const isOrdered = (before: Words, { willing }: Known): boolean =>
  before.some((word, at) => willing.has(word) && at < before.length - 1)
const isCondition = oneOf('if', 'unless', 'provided')
const isOf = oneOf('of')
const isWith = oneOf('with', 'without')
const isModal = oneOf('may')

/** Whether words end with many things that no article or other word marks out, behind their verb: "pays invoices", "mag passagiers". */
function isBare(before: Words, known: Known): boolean {
  const [verb = '', things = ''] = before.slice(-2)
  if (before.length < 3) return false
  if (!known.verbSecond) return /[^s]s$/.test(things) && (/[^s]s$/.test(verb) || isModal(before.at(-3), known))
  return /(?:en|s)$/.test(things) && (isModal(verb, known) || /\p{L}{2}t$/u.test(verb))
}

/** What may tell where or with what a thing is, behind it. */
const isPlace = oneOf('places')

/** Whether a part amid a Dutch passive sentence may come to tell of the thing it stands behind in the active one: "worden in de hal hersteld". */
export const mayFollowThing = (part: Words, known: Known): boolean =>
  isPlace(part[0], known) && !isIdiom(part, known) && !part.some((word) => DATED.test(word) || isSpan(word))

const isIdiom = (part: Words, { idioms }: Known): boolean =>
  idioms.some((idiom) => idiom.length === part.length && idiom.every((word, k) => word === part[k]))

/** Whether a word says that something is done: the participle or infinitive that closes a sentence. */
const isDone = (word: string, known: Known): boolean =>
  known.participles.has(word) || (known.verbSecond ? isParticiple(word, known) || isTo(word, known) : /\w{3}ed$/.test(word))

const isBe = oneOf('be', 'been', 'was', 'becomes', 'has')
/** What stands behind a thing with these would, at the end of the active form, be told of the act. */
const isOwned = oneOf('owned', 'with', 'without', 'from')
const isBy = oneOf('by')

/**
 * Whether a passive sentence may name one who did something else than its act: a second "by", or an object that ends with what was done to it: "the goods ordered · are
 * delivered by the buyer by the supplier".
 */
export function hasOtherDoer(object: Words, passive: Words, known: Known): boolean {
  const doers = passive.filter((word, at) => isBy(word, known) && !isWay(passive.slice(at), known))
  // "All cases are heard by one judge": one for all, or one for each.
  const by = passive.findIndex((word) => isBy(word, known))
  const isMany = (word: string) => isCounted(word) || namesMany(word, known)
  if (object.some(isMany) && passive.slice(by + 1, by + 3).some((word) => isCounted(word) || namesSome(word, known))) return true
  // "Taught by the teacher alone": whom or what it is told of, its place tells.
  if (passive.some((word) => known.focusing.has(word))) return true
  // "Die zijn ontvangen" is a clause with its own verb.
  if (leansOnSubject(passive, known)) return true
  if (object.some((word, at) => at > 0 && isOwned(word, known)) || isBareBound(passive, known)) return true
  return doers.length > 1 || (object.length > 1 && isDone(object.at(-1) ?? '', known) && !isBe(object.at(-2), known))
}

const namesMany = oneOf('all', 'each', 'any', 'both')
const namesSome = oneOf('a', 'any', 'aFew')
/** A number, as it is read. */
const isCounted = (word: string): boolean => /^number(?: |$)/.test(word)

/** Whether a part tells until when or how long, behind a verb of what lasts from then on: "suspends the member · until 1 May" is no "until 1 May suspends". */
export const mayLast = (part: Words, all: Words, { lasting, enduring }: Known): boolean =>
  enduring.has(part[0] ?? '') && all.some((word) => lasting.has(word))

/** Whether a part that tells of a place stands behind a thing, and may tell which one is meant: "insures the flat · on the ground floor". */
export function mayTellWhich(before: Words, part: Words, known: Known): boolean {
  const [head = '', ...place] = part
  const thing = isArticle(before.at(-2), known)
  // "The rent for the month · before 1 May"
  if (thing && known.occasions.has(before.at(-1) ?? '') && place.some((word) => DATED.test(word))) return true
  if (!tellsWhere(head, known) || place.length === 0 || isIdiom(part, known) || before.length < SHORTEST) return false
  const named = meaningsOf('calendar', known.lang)
  const isTime = place.some((word) => DATED.test(word) || isSpan(word) || named.has(word) || known.occasions.has(word))
  return !isTime && thing
}
const tellsWhere = oneOf('whichOf')
const isArticle = oneOf('the', 'a')
/** Words of a sentence with one who acts, a verb, and a thing with its article. */
const SHORTEST = 5

/** "By 1 May", "by post" name nobody. */
const isWay = (rest: Words, { idioms }: Known): boolean =>
  DATED.test(rest[1] ?? '') || idioms.some((idiom) => idiom.length > 0 && idiom.every((word, k) => word === rest[k]))

const isDenial = oneOf('no', 'not', 'never')
/** As a word, or as the last of what is read as one: "must not". */
const denies = (word: string, known: Known): boolean => isDenial(word.slice(word.lastIndexOf(' ') + 1), known)
const isAnd = oneOf('and')

/** Whether things that "and" joins are denied: of each, or only of both together, their place may tell. */
export const isDeniedTogether = (words: Words, known: Known): boolean =>
  words.some((word) => denies(word, known)) && words.some((word) => isAnd(word, known))

const isHe = oneOf('he', 'it', 'unstressed', 'his')
const isNamed = oneOf('the', 'a', 'each', 'any', 'all', 'his', 'our')

/** Whether a pronoun in a part may stand for another of those named here when it comes to stand in front of them. */
export const mayPointElsewhere = (part: Words, others: Words, known: Known): boolean =>
  part.some((word) => isHe(word, known)) && others.filter((word) => isNamed(word, known)).length > 1

/** Whether a part tells of no more than a bound, without what it bounds: "at least", moved from the one number to another. */
export const isBareBound = (part: Words, { bounds }: Known): boolean => {
  const at = part.findLastIndex((word) => bounds.has(word))
  return at >= 0 && !/\d/.test(part[at + 1] ?? '')
}

const isA = oneOf('a', 'one')
const isPeriod = oneOf('period')

/** Whether words hold one whose order to "not" tells: until Friday, every day, a year long. */
/** "Tijdens de les" tells when and not how long, unless all of it is meant. */
const isDuring = oneOf('during')
const isNamedTime = oneOf('the', 'a', 'his', 'this')
export const hasReach = (part: Words, known: Known): boolean =>
  part.some(
    (word, at) =>
      (known.reach.has(word) && !(isDuring(word, known) && isNamedTime(part[at + 1], known))) ||
      isSpan(word) ||
      ((isA(word, known) || word === 'number 1') && isPeriod(part[at + 1], known)) ||
      /^number /.test(word),
  )

/** Words behind which who acts is left out, and is the subject of the sentence: "before starting the work". */
const isLeftOut = oneOf('leftOut')
const isThe = oneOf('the')
const isJoining = oneOf('and', 'or', 'but')
const isFinite = oneOf('is', 'hasOne', 'may')
/** A verb told of one, by its ending. */
const VERB = /^(?:\p{L}{2,}[^s]s|\p{L}{2,}t)$/u
const isHis = oneOf('he', 'him', 'ofThem')
const isBeforeHis = oneOf('beforeHis')

/**
 * Whether a sentence holds what is told of its subject without naming it again, so that in the other voice it would be told of another: a second verb, a clause
 * without a subject, a pronoun: "the tenant is heard by the landlord and pays", "must be paid by the client before starting", "op zijn kosten".
 */
export const leansOnSubject = (words: Words, known: Known): boolean =>
  words.some((word, at) => {
    const [next = '', after = ''] = [words[at + 1], words[at + 2]]
    const isAct = known.verbSecond
      ? (isThe(next, known) && /\p{L}{2}en$/u.test(after)) || isTo(next, known)
      : /\w{2}ing$/.test(next)
    return (
      (isJoining(word, known) && (isFinite(next, known) || VERB.test(next))) ||
      (isLeftOut(word, known) && isAct) ||
      isHis(word, known) ||
      (word === 'zijn' && isBeforeHis(words[at - 1], known))
    )
  })
