import { meaningsOf } from '../index.js'
import type { WordTables as Known } from './tables.js'
import { isParticiple } from './verbs.js'

type Words = readonly string[]

const TO = /^(?:te|to)$/
/** What opens what is said or asked, behind its verb. */
const CONTENT = /^(?:that|dat|how|hoe|why|waarom|whether|what|wat|he|she|it|they|we|you|hij|zij|je|wij|u)$/

/**
 * Whether a condition that stands behind these words may be part of what is asked or told, and would not be in front of them: "asks the member if the fee
 * is paid", "tells the player that he must rest if he is injured". Behind a verb of telling a word for when is enough.
 */
export function mayBeAsked(before: Words, head: string, { asking, telling, willing, interrogative }: Known): boolean {
  if (before.some((word) => asking.has(word))) return true
  if (before.some((word) => willing.has(word)) && before.some((word) => TO.test(word))) return true
  const tells = before.findIndex((word) => telling.has(word))
  return (
    tells >= 0 &&
    (interrogative.has(head) || tells === before.length - 1 || before.slice(tells + 1).some((word) => CONTENT.test(word)))
  )
}

const DATED = /^(?:date|time) /
/** Whether a word is a length of time, or how often, as it is read. */
export const isSpan = (word: string): boolean => /^(?:days|months|minutes|times) /.test(word)
/** What opens a time limit or a manner, which no thing has. */
const OF_ACTS = /^(?:within|binnen|no_later_than|no_earlier_than|uiterlijk|immediately|onmiddellijk|onverwijld)$/
/** What names, behind a thing, what that is of. */
const NAMES =
  /^(?:of|from|to|about|over|with|for|in|at|on|van|voor|met|uit|tot|aan|naar|bij|op|tussen|between|regarding|concerning)$/

/**
 * Whether a part that stands behind these words may tell of the thing they end with: of one that is named by another, of what is ordered or allowed to be
 * done, of things without an article, of whom a word with "with" stands behind: "stores the data of patients · in Europe", "approves flights · after
 * sunset", "pays invoices · from 2024", "refuses passengers · with a fever". Elsewhere a time limit tells of the act, and so does a day behind a plain "of".
 */
export function mayBeOfThing(before: Words, part: Words, known: Known): boolean {
  const [head = '', next = ''] = part
  const last = before.at(-1) ?? ''
  if (isIdiom(part, known) || CONDITION.test(head) || isDone(last, known) || /\d/.test(last)) return false
  if (part.length > 1 && isOrdered(before, known)) return true
  if (part.length < 2 || OF_ACTS.test(head) || isSpan(next)) return false
  if (WITH.test(head) || isBare(before, known)) return true
  const named = before.findLastIndex((word) => NAMES.test(word) || (BY.test(word) && !before.some((each) => BE.test(each))))
  if (named < 1) return false
  return !(/^(?:of|van)$/.test(before[named] ?? '') && DATED.test(part.at(-1) ?? ''))
}
/** Whether what somebody is to do, or what is to happen, is ordered or asked for in these words. */
export const isOrdered = (before: Words, { willing }: Known): boolean =>
  before.some((word, at) => willing.has(word) && at < before.length - 1)
const CONDITION = /^(?:if|als|unless|tenzij|mits)$/
const WITH = /^(?:with|without|met|zonder)$/
const MODAL = /^(?:must|may|can|will|should|shall|moet|mag|kan|zal)$/

/** Whether words end with many things that no article or other word marks out, behind their verb: "pays invoices", "mag passagiers". */
function isBare(before: Words, { lang }: Known): boolean {
  const [verb = '', things = ''] = before.slice(-2)
  if (before.length < 3) return false
  if (lang === 'en') return /[^s]s$/.test(things) && (/[^s]s$/.test(verb) || MODAL.test(before.at(-3) ?? ''))
  return /(?:en|s)$/.test(things) && (MODAL.test(verb) || /\p{L}{2}t$/u.test(verb))
}

/** What may tell where or with what a thing is, behind it. */
const PLACES = /^(?:in|op|bij|met|van|voor|over|uit|tussen|onder|boven|naast|achter|buiten|zonder)$/

/** Whether a part amid a Dutch passive sentence may come to tell of the thing it stands behind in the active one: "worden in de hal hersteld". */
export const mayFollowThing = (part: Words, known: Known): boolean =>
  PLACES.test(part[0] ?? '') && !isIdiom(part, known) && !part.some((word) => DATED.test(word) || isSpan(word))

const isIdiom = (part: Words, { idioms }: Known): boolean =>
  idioms.some((idiom) => idiom.length === part.length && idiom.every((word, k) => word === part[k]))

/** Whether a word says that something is done: the participle or infinitive that closes a sentence. */
const isDone = (word: string, known: Known): boolean =>
  known.participles.has(word) || (known.lang === 'nl' ? isParticiple(word, known) || /^te$/.test(word) : /\w{3}ed$/.test(word))

const BE = /^(?:is|are|was|were|been|be|zijn|heeft|hebben|has|have|wordt|worden)$/
/** What stands behind a thing with these would, at the end of the active form, be told of the act. */
const OWNED = /^(?:with|without|met|zonder|in|at|on|op|bij|from|near|during|tijdens)$/
const BY = /^(?:by|door)$/

/**
 * Whether a passive sentence may name one who did something else than its act: a second "by", or an object that ends with what was done to it: "the goods ordered · are
 * delivered by the buyer by the supplier".
 */
export function hasOtherDoer(object: Words, passive: Words, known: Known): boolean {
  const doers = passive.filter((word, at) => BY.test(word) && !isWay(passive.slice(at), known))
  // "All cases are heard by one judge": one for all, or one for each.
  const by = passive.findIndex((word) => BY.test(word))
  if (object.some((word) => MANY.test(word)) && passive.slice(by + 1, by + 3).some((word) => SOME.test(word))) return true
  // "Taught by the teacher alone": whom or what it is told of, its place tells.
  if (passive.some((word) => known.focusing.has(word))) return true
  // "Die zijn ontvangen" is a clause with its own verb.
  if (leansOnSubject(passive)) return true
  if (object.some((word, at) => at > 0 && OWNED.test(word)) || isBareBound(passive, known)) return true
  return doers.length > 1 || (object.length > 1 && isDone(object.at(-1) ?? '', known) && !BE.test(object.at(-2) ?? ''))
}

const MANY = /^(?:all|every|each|any|both|alle|elke?|iedere?|ieder|beide|number)(?: |$)/
const SOME = /^(?:an?|some|any|een|enkele|number)(?: |$)/

/** Whether a part tells until when or how long, behind a verb of what lasts from then on: "suspends the member · until 1 May" is no "until 1 May suspends". */
export const mayLast = (part: Words, all: Words, { lasting, enduring }: Known): boolean =>
  enduring.has(part[0] ?? '') && all.some((word) => lasting.has(word))

/** Whether a part that tells of a place stands behind a thing, and may tell which one is meant: "insures the flat · on the ground floor". */
export function mayTellWhich(before: Words, part: Words, known: Known): boolean {
  const [head = '', ...place] = part
  const thing = THE.test(before.at(-2) ?? '')
  // "The rent for the month · before 1 May"
  if (thing && known.occasions.has(before.at(-1) ?? '') && place.some((word) => DATED.test(word))) return true
  if (!WHERE.test(head) || place.length === 0 || isIdiom(part, known) || before.length < SHORTEST) return false
  const named = meaningsOf('calendar', known.lang)
  const isTime = place.some((word) => DATED.test(word) || isSpan(word) || named.has(word) || known.occasions.has(word))
  return !isTime && thing
}
const WHERE = /^(?:in|at|on|under|above|behind|near|beside|from|op|onder|boven|achter|naast|uit)$/
const THE = /^(?:the|de|het|a|an|een)$/
/** Words of a sentence with one who acts, a verb, and a thing with its article. */
const SHORTEST = 5

/** "By 1 May", "by post" name nobody. */
const isWay = (rest: Words, { idioms }: Known): boolean =>
  DATED.test(rest[1] ?? '') || idioms.some((idiom) => idiom.length > 0 && idiom.every((word, k) => word === rest[k]))

const DENIES = /(?:^| )(?:not|never|no|niet|geen|nooit)$/
const AND = /^(?:and|en)$/

/** Whether things that "and" joins are denied: of each, or only of both together, their place may tell. */
export const isDeniedTogether = (words: Words): boolean =>
  words.some((word) => DENIES.test(word)) && words.some((word) => AND.test(word))

const HE = /^(?:he|she|it|they|hij|zij|ze|his|her|its|their|zijn|haar|hun)$/
const NAMED =
  /^(?:the|an?|any|each|every|all|his|her|its|their|our|your|de|het|een|elke?|iedere?|alle|zijn|haar|hun|ons|onze|uw|jouw)$/

/** Whether a pronoun in a part may stand for another of those named here when it comes to stand in front of them. */
export const mayPointElsewhere = (part: Words, others: Words): boolean =>
  part.some((word) => HE.test(word)) && others.filter((word) => NAMED.test(word)).length > 1

/** Whether a part tells of no more than a bound, without what it bounds: "at least", moved from the one number to another. */
export const isBareBound = (part: Words, { bounds }: Known): boolean => {
  const at = part.findLastIndex((word) => bounds.has(word) || BOUND.test(word))
  return at >= 0 && !/\d/.test(part[at + 1] ?? '')
}
const BOUND = /^(?:hooguit|minstens|minimaal|maximaal|hoogste|minste|least|most|fewer|fewest|up)$/

const ONE = /^(?:an?|een|één|number 1)$/
const PERIOD = /^(?:year|month|week|day|hour|jaar|maand|week|dag|uur)$/

/** Whether words hold one whose order to "not" tells: until Friday, every day, a year long. */
export const hasReach = (part: Words, { reach }: Known): boolean =>
  part.some(
    (word, at) => reach.has(word) || isSpan(word) || (ONE.test(word) && PERIOD.test(part[at + 1] ?? '')) || /^number /.test(word),
  )

/** Words behind which who acts is left out, and is the subject of the sentence: "before starting the work". */
const LEFT_OUT = /^(?:before|after|while|when|on|upon|by|in|without|for)$/
const NL_LEFT_OUT = /^(?:na|vóór|voor|bij|tijdens|zonder|door)$/
const JOINS = /^(?:and|or|but|en|of|maar)$/
const FINITE = /^(?:is|mag|kan|moet|zal|must|may|can|will|shall|has|\p{L}{2,}[^s]s|\p{L}{2,}t)$/u
const HIS = /^(?:he|him|his|she|her|they|them|their|hij|hem|haar|hun|diens)$/
const OWN = /^(?:op|voor|met|in|aan|van|door|bij|uit|naar|over|tegen|om|na|binnen)$/

/**
 * Whether a sentence holds what is told of its subject without naming it again, so that in the other voice it would be told of another: a second verb, a clause
 * without a subject, a pronoun: "the tenant is heard by the landlord and pays", "must be paid by the client before starting", "op zijn kosten".
 */
export const leansOnSubject = (words: Words): boolean =>
  words.some((word, at) => {
    const [next = '', after = ''] = [words[at + 1], words[at + 2]]
    return (
      (JOINS.test(word) && FINITE.test(next)) ||
      (LEFT_OUT.test(word) && /\w{2}ing$/.test(next)) ||
      (NL_LEFT_OUT.test(word) && ((/^(?:de|het)$/.test(next) && /\p{L}{2}en$/u.test(after)) || next === 'te')) ||
      HIS.test(word) ||
      (word === 'zijn' && OWN.test(words[at - 1] ?? ''))
    )
  })
