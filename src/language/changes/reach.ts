import { isParticiple } from './verbs.js'
import type { WordTables as Known } from './words.js'

type Words = readonly string[]

/** What opens what is said or asked, behind its verb. */
const CONTENT = /^(?:that|dat|how|hoe|why|waarom|whether|what|wat|he|she|it|they|we|you|hij|zij|je|wij|u)$/

/**
 * Whether a condition that stands behind these words may be part of what is asked or told, and would not be in front of them, for which a word for when is enough behind a verb of telling: "asks the member
 * if the fee is paid", "tells the player that he must rest if he is injured".
 */
export function mayBeAsked(before: Words, head: string, { asking, telling, interrogative }: Known): boolean {
  if (before.some((word) => asking.has(word))) return true
  const tells = before.findIndex((word) => telling.has(word))
  return (
    tells >= 0 &&
    (interrogative.has(head) || tells === before.length - 1 || before.slice(tells + 1).some((word) => CONTENT.test(word)))
  )
}

const DATED = /^(?:date|time) /
const SPANNED = /^(?:days|months|minutes|times) /
/** What opens a time limit or a manner, which no thing has. */
const OF_ACTS =
  /^(?:within|binnen|no_later_than|no_earlier_than|uiterlijk|vóór|immediately|onmiddellijk|onverwijld|if|als|unless|tenzij)$/
/** What names, behind a thing, what that is of. */
const NAMES =
  /^(?:of|from|to|about|over|with|for|in|at|on|van|voor|met|uit|tot|aan|naar|bij|op|tussen|between|regarding|concerning)$/

/**
 * Whether a part that stands behind these words may tell of the thing they end with, which is named by another: "stores the data of patients · in
 * Europe", "reviews the complaint about the coach · in May". A time limit tells of the act, and so does a day behind a plain "of".
 */
export function mayBeOfThing(before: Words, part: Words, known: Known): boolean {
  const [head = '', next = ''] = part
  if (part.length < 2 || OF_ACTS.test(head) || SPANNED.test(next) || isIdiom(part, known)) return false
  const last = before.at(-1) ?? ''
  if (isDone(last, known) || /\d/.test(last)) return false
  const named = before.findLastIndex((word) => NAMES.test(word))
  if (named < 1) return false
  return !(/^(?:of|van)$/.test(before[named] ?? '') && DATED.test(part.at(-1) ?? ''))
}

/** What may tell where or with what a thing is, behind it. */
const PLACES = /^(?:in|op|bij|met|van|voor|over|uit|tussen|onder|boven|naast|achter|buiten|zonder)$/

/** Whether a part amid a Dutch passive sentence may come to tell of the thing it stands behind in the active one: "worden in de hal hersteld". */
export const mayFollowThing = (part: Words, known: Known): boolean =>
  PLACES.test(part[0] ?? '') && !isIdiom(part, known) && !part.some((word) => DATED.test(word) || SPANNED.test(word))

const isIdiom = (part: Words, { idioms }: Known): boolean =>
  idioms.some((idiom) => idiom.length === part.length && idiom.every((word, k) => word === part[k]))

/** Whether a word says that something is done: the participle or infinitive that closes a sentence. */
const isDone = (word: string, known: Known): boolean =>
  known.participles.has(word) || (known.lang === 'nl' ? isParticiple(word, known) || /^te$/.test(word) : /\w{3}ed$/.test(word))

const BE = /^(?:is|are|was|were|been|be|zijn|heeft|hebben|has|have|wordt|worden)$/
const BY = /^(?:by|door)$/

/**
 * Whether a passive sentence may name one who did something else than its act: a second "by", or an object that ends with what was done to it: "the goods ordered · are
 * delivered by the buyer by the supplier".
 */
export function hasOtherDoer(object: Words, passive: Words, known: Known): boolean {
  const doers = passive.filter((word, at) => BY.test(word) && !isWay(passive.slice(at), known))
  // "Die zijn ontvangen" is a clause with its own verb.
  return doers.length > 1 || (object.length > 1 && isDone(object.at(-1) ?? '', known) && !BE.test(object.at(-2) ?? ''))
}

/** "By 1 May", "by post" name nobody. */
const isWay = (rest: Words, { idioms }: Known): boolean =>
  DATED.test(rest[1] ?? '') || idioms.some((idiom) => idiom.length > 0 && idiom.every((word, k) => word === rest[k]))

const DENIES = /(?:^| )(?:not|never|no|niet|geen|nooit)$/
const AND = /^(?:and|en)$/

/** Whether things that "and" joins are denied: of each, or only of both together, their place may tell. */
export const isDeniedTogether = (words: Words): boolean =>
  words.some((word) => DENIES.test(word)) && words.some((word) => AND.test(word))
