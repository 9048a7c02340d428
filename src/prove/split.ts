import { isFunctionWord, meaningsOf, oneOf } from '../language/index.js'
import { isOtherVoice, isRelative, type WordTables } from '../rewording/index.js'
import { MANY as MANY_MEANT } from './pronouns.js'
import type { SentenceUnits } from './sentences.js'
import { isAnd, isBy, isOf, isThe } from './small-words.js'
import { isBut, isContrasted, isToldNext, isVerb, opensNext } from './told.js'
import type { ProofContext } from './unit.js'

type Words = readonly string[]

/** What holds for both halves of a sentence in one, and perhaps not in two. */
export const holdsForBoth = oneOf('if', 'when', 'where', 'unless', 'provided', 'only', 'holdsBoth')
/** What is denied of both halves, unless the second has a verb of its own. */
const denies = oneOf('no', 'not', 'never')
const isPronoun = oneOf('he', 'it', 'neuter')
const isDeterminer = oneOf('the', 'a', 'each', 'any', 'all', 'no', 'his', 'our', 'this', 'that')
/** Words behind which, in a short sentence, stands what is acted on. */
const SUBJECT = 2
const MANY = /(?:[^su]s|en)$/
const isSubject = oneOf('the', 'a', 'each', 'all', 'no', 'he', 'it', 'you')

/** Whether the one text is the other with a sentence divided at an `and`: "A does x and does y" · "A does x. A does y." */
export function isSplit(
  a: readonly SentenceUnits[],
  b: readonly SentenceUnits[],
  context: ProofContext,
  same: (x: SentenceUnits, y: SentenceUnits) => boolean,
  parted: (whole: SentenceUnits, first: SentenceUnits, second: SentenceUnits) => boolean,
): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  let at = 0
  for (const sentence of short) {
    const [first, second] = [long[at], long[at + 1]]
    if (!first) return false
    if (same(sentence, first)) at += 1
    else if (second && (isJoined(sentence.words, first.words, second.words, context) || parted(sentence, first, second))) at += 2
    else return false
  }
  return at === long.length
}

/** Words of the name of who acts. */
const LONGEST_ACTOR = 5

/** Whether two acts of one actor are told in the other voice, each by itself: "A checks the roof and mends it" · "the roof is checked by A and …". */
export function areOtherVoices(x: Words, y: Words, context: ProofContext): boolean {
  const { words } = context
  if ([x, y].some((all) => all.some((word) => reaches(word, words)) || words.movable.has(all[0] ?? ''))) return false
  const joins = (all: Words) => all.flatMap((word, at) => (isAnd(word, words) ? [at] : []))
  const told = (active: Words, i: number, passive: Words, j: number): boolean => {
    if (!isOtherVoice(active.slice(0, i), passive.slice(0, j), words)) return false
    for (let length = 1; length <= LONGEST_ACTOR; length++)
      if (isOtherVoice([...active.slice(0, length), ...active.slice(i + 1)], passive.slice(j + 1), words)) return true
    return false
  }
  return joins(x).some((i) => joins(y).some((j) => told(x, i, y, j) || told(y, j, x, i)))
}

/** Words of a sentence that can stand by itself. */
const SHORTEST = 4

const TIME = /^(?:date|time|days|months|minutes) /
/** Prepositions that name whom or what an act is for. */
const isGoal = oneOf('goals')

/**
 * Whether a time, place or person of one half may be of both, where both are of one subject: "is signed and dated by C". A particle that ends
 * a half ("levert de sleutel in"), or stands before a preposition ("geeft het door aan"), is its verb's.
 */
function isShared(first: Words, behind: Words, { words }: ProofContext): boolean {
  const named = meaningsOf('calendar', words.lang)
  const timed = first.some((word) => words.times.has(word) || TIME.test(word) || (named.has(word) && word !== 'may'))
  const ofVerb = (at: number) => at === behind.length - 1 || words.movable.has(behind[at + 1] ?? '')
  const closes = behind.some((word, at) => (words.movable.has(word) || isBy(word, words)) && !isGoal(word, words) && !ofVerb(at))
  return timed || closes
}

const isNorm = oneOf('may')
const isThen = oneOf('then')
const leadsTo = oneOf('leads')

/**
 * Whether two acts of one actor are told each by itself: each has a verb of its own, which no norm before both needs, and what it is done to; a place or goal at
 * the end is of the act before it. A time there may be of both.
 */
function areApart(first: Words, behind: Words, { words }: ProofContext): boolean {
  if ([...first, ...behind].some((word) => isNorm(word, words) || isBy(word, words))) return false
  // "Cleans in May and pays": what is done then or next is not done in May.
  if (
    first.some((word) => words.times.has(word) || words.movable.has(word) || TIME.test(word)) &&
    !behind.some((word) => isThen(word, words))
  )
    return false
  const part = behind.findIndex((word, at) => at > 1 && words.movable.has(word))
  const tail = part < 0 ? [] : behind.slice(part)
  return (
    first.length > SHORTEST &&
    behind.length > 2 &&
    (tail.length === 0 || (part > 2 && leadsTo(tail[0], words))) &&
    !tail.some((word) => words.times.has(word) || TIME.test(word))
  )
}

/** Whether a word or a value tells of a time. */
const isTime = (word: string, { words }: ProofContext): boolean =>
  words.times.has(word) ||
  TIME.test(word) ||
  isSoon(word, words) ||
  (word !== 'may' && meaningsOf('calendar', words.lang).has(word))
const isSoon = oneOf('manner', 'saidManner', 'often')

/** Whether each of two acts has a norm of its own, and a time at the end of the second is not the only one: "may cook on Mondays and must sweep the hall". */
const haveOwnNorms = (first: Words, behind: Words, context: ProofContext): boolean => {
  const { words } = context
  return (
    first.some((word) => isNorm(word, words)) &&
    isNorm(behind[0], words) &&
    !behind.some((word) => isBy(word, words)) &&
    (!behind.some((word) => isTime(word, context)) || first.some((word) => isTime(word, context)))
  )
}

/** Whether each of two acts has a time of its own, so that neither is told of both: "checks on arrival … and reports at once". */
const haveOwnTimes = (first: Words, behind: Words, context: ProofContext): boolean =>
  first.length > SHORTEST &&
  behind.length > 2 &&
  [first, behind].every((half) => half.some((word) => isTime(word, context))) &&
  ![...first, ...behind].some((word) => isNorm(word, context.words) || isBy(word, context.words))

/**
 * Whether what stands behind "and" can be told of nobody in a clause within the first half: there is none, in Dutch its verb stands before what it is done to, and
 * in English it is of many, where all others are one: "guides check that the boat is dry and report leaks".
 */
function actsAlone(first: Words, [, object = '']: Words, { words }: ProofContext): boolean {
  const holdsClause = first.some((word) => isRelative(word, words) || isContent(word, words) || words.joiningAny.has(word))
  if (!holdsClause) return true
  if (!words.verbSecond) return isOfManyAlone(first)
  return object !== '' && !words.movable.has(object) && !words.times.has(object) && !isSoon(object, words)
}
const isContent = oneOf('content', 'if')

/** Whether a word that may mean "or" asks, behind a verb of asking, in a clause that its verb closes before "and": "controleert of de lamp brandt en meldt". */
const opensQuestion = (whole: Words, at: number, length: number, { words }: ProofContext): boolean =>
  words.verbSecond &&
  at < length &&
  whole.slice(0, at).some((word) => words.asking.has(word)) &&
  isVerb(whole[length - 1] ?? '', words)

/** Whether those who act are many, and nothing else that is named. */
const isOfManyAlone = ([first = '', ...more]: Words): boolean =>
  /[^su]s$/.test(first) && !more.some((word) => MANY.test(word) && !isFunctionWord(word))

const reaches = (word: string, words: WordTables): boolean =>
  holdsForBoth(word, words) || denies(word, words) || word === 'must not'

const isAuxiliary = oneOf('be', 'was', 'becomes', 'has', 'may', 'need', 'holds')
/** Whether two words may be verbs that are told of one subject: pays and signs, must and may; not the "member" of "the club member pays". */
export function areOfOneForm(a: string | undefined, b: string | undefined, { words }: ProofContext): boolean {
  if (a === undefined || b === undefined) return false
  return isFinite(a, words) || isFinite(b, words)
    ? isFinite(a, words) && isFinite(b, words)
    : words.verbEndings.every((ending) => a.endsWith(ending) === b.endsWith(ending))
}

/** Whether a word is a verb that is told of someone and tells by itself that a sentence is one. */
export const isFinite = (word: string, words: WordTables): boolean => isAuxiliary(word, words)

/** Words before the verb of a sentence that are no more than who or what it tells of. */
const LONGEST_SUBJECT = 6

const isMany = oneOf('he', 'unstressed')
/** Whether a sentence begins with who or what is many, and names nobody and nothing else that is. */
const areAlone = ([first = '', ...more]: Words, words: WordTables): boolean =>
  MANY.test(first) && !more.some((word) => MANY.test(word) && !isFunctionWord(word) && !isFinite(word, words))

/** Whether words are a sentence of their own: what it tells of, and its verb, with nothing between that may be told of another. */
export function isClause(sentence: Words, { words }: ProofContext): boolean {
  const verb = sentence.findIndex((word) => isFinite(word, words))
  return (
    verb > 0 &&
    verb <= LONGEST_SUBJECT &&
    !sentence.slice(0, verb).some((word) => isAnd(word, words) || isBy(word, words) || words.times.has(word)) &&
    !words.movable.has(sentence[0] ?? '')
  )
}

/** Whether the second of two sentences is what stands behind "and" with who acts in the first: by the same words, or by the last of them, "the member". */
function isSameActor(first: Words, second: Words, behind: Words, { words }: ProofContext): boolean {
  const length = second.length - behind.length
  if (length < 1 || length > LONGEST_SUBJECT || !behind.every((word, k) => word === second[length + k])) return false
  const verb = first.findIndex((word) => isFinite(word, words))
  const [subject, again] = [first.slice(0, Math.max(0, verb)), second.slice(0, length).filter((word) => word !== MANY_MEANT)]
  // What is denied of the first act may be denied of both: "no member may smoke and may park".
  if (
    subject.length === 0 ||
    first.some((word) => denies(word, words)) ||
    subject.some((word) => words.movable.has(word) || isOf(word, words) || isAnd(word, words))
  )
    return false
  const named = length === 2 && again.length === 2 && isThe(again[0], words) && again[1] === subject.at(-1)
  const meant = again.length === 1 && isMany(again[0], words) && subject.length === 1 && areAlone(first, words)
  return named || meant || (again.length === subject.length && again.every((word, k) => word === subject[k]))
}

/**
 * Whether behind "and" stands another norm or auxiliary, with what it denies, of the one who acts in the first half: "the tenant keeps the key and
 * may not copy it". The name of who acts is "the" and one word, its verb stands behind it, and no more than what it is done to behind that: no
 * time that may be of both, and nobody else whom the second half may tell of, as in "damage the guest causes and is not insured".
 */
function hasOwnNorm(first: Words, second: Words, behind: Words, { words }: ProofContext): boolean {
  const [article, subject = '', verb = ''] = first
  const tells = (word: string) => words.times.has(word) || words.movable.has(word) || TIME.test(word) || denies(word, words)
  return (
    isThe(article, words) &&
    second[0] === article &&
    second[1] === subject &&
    second.length === behind.length + 2 &&
    behind.every((word, k) => word === second[k + 2]) &&
    (isFinite(behind[0] ?? '', words) || isDo(behind[0], words)) &&
    words.verbEndings.some((ending) => verb.endsWith(ending) && verb.length > ending.length + 2) &&
    first.length <= (isDeterminer(first[OBJECT], words) ? LONGEST_OBJECT : LONGEST_BARE) + OBJECT &&
    !first.slice(OBJECT + 1).some((word) => isDeterminer(word, words)) &&
    !first.some(
      (word) => isAnd(word, words) || isFinite(word, words) || isRelative(word, words) || isPronoun(word, words) || tells(word),
    )
  )
}
/** Where in such a half stands what is acted on, and of how many words it is with its article and without. */
const OBJECT = 3
const LONGEST_OBJECT = 6
const LONGEST_BARE = 2
const isDo = oneOf('do')

function isJoined(whole: Words, first: Words, second: Words, context: ProofContext): boolean {
  // "Before May A pays and B repairs": what stands in front holds for both.
  const { joiningAny, movable } = context.words
  const joins = (word: string, at: number) => joiningAny.has(word) && !opensQuestion(whole, at, first.length, context)
  if (movable.has(whole[0] ?? '') || !first.every((word, k) => whole[k] === word)) return false
  const rest = whole.slice(first.length)
  // What stands in a clause of its own behind the first is told of that clause alone.
  const held = (words: Words) => words.some((word, at) => holdsForBoth(word, context.words) || joins(word, at))
  if (opensNext(rest)) return !held(first) && isToldNext(rest, second, context.words)
  if (held(whole)) return false
  if (isBut(rest[0], context.words)) return isContrasted(first, rest.slice(1), second, context)
  if (!isAnd(rest[0], context.words)) return false
  const behind = rest.slice(1)
  const equals = (words: Words) => words.length === behind.length && words.every((word, k) => word === behind[k])
  if (equals(second) && isClause(first, context) && isClause(second, context)) return true
  const own = isFinite(behind[0] ?? '', context.words) && isSameActor(first, second, behind, context)
  if (own && (!isShared(first, behind, context) || haveOwnNorms(first, behind, context))) return true
  if (hasOwnNorm(first, second, behind, context)) return true
  if (whole.some((word) => denies(word, context.words))) return false
  if (equals(second) && isSubject(second[0], context.words)) return true
  if (!actsAlone(first, behind, context)) return false
  if (isShared(first, behind, context) && !areApart(first, behind, context) && !haveOwnTimes(first, behind, context)) return false
  if (equals(second)) return second.length > 3
  // Who or what is named beside who acts may be meant as well.
  const alone =
    first.filter((word) => isDeterminer(word, context.words)).length < 2 && !first.slice(SUBJECT).some((word) => MANY.test(word))
  if ((alone || (second[0] === 'they' && isOfManyAlone(first))) && isPronoun(second[0], context.words) && equals(second.slice(1)))
    return true
  for (let length = 1; length <= 4; length++) {
    const again = second.slice(0, length).every((word, k) => word === first[k]) && equals(second.slice(length))
    if (again && areOfOneForm(first[length], behind[0], context)) return true
  }
  return false
}
