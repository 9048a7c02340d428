import { oneOf } from '../language/index.js'
import { isRelative, type WordTables } from '../rewording/index.js'

type Words = readonly string[]

const isArticle = oneOf('the', 'a')
const isDeterminer = oneOf('the', 'a', 'each', 'any', 'all', 'his', 'our')
const COUNTED = /^number \d+$/
const isOf = oneOf('of')
const isFor = oneOf('for')
const asks = oneOf('content', 'what', 'who', 'whom', 'whoever', 'which', 'when', 'where')
const isBeforeList = oneOf('beforeList')
const opensAct = oneOf('actOpeners')
const denies = oneOf('no', 'not', 'never', 'only', 'solely')

const opensCondition = oneOf('if', 'when', 'where', 'once', 'unless', 'provided', 'asSoonAs', 'clauseTime', 'only', 'solely')
const opensCase = oneOf('who', 'whoever', 'which', 'with', 'without', 'occasion', 'any')
/**
 * Whether words before a row ask for all of it, where no word joins what is set out: "the form states: a name; a date". Of conditions and cases one may do, as
 * it may of what somebody chooses, shows or is.
 */
export const asksAll = (words: Words, known: WordTables, follows = false): boolean =>
  (follows || isDuty(words.at(-1), known) || words.some((word) => meansAll(word, known))) &&
  !words.some(
    (word) => opensCondition(word, known) || opensCase(word, known) || isRelative(word, known) || allowsOne(word, known),
  )
/** "Members must: pay the fee; sign the form" */
const isDuty = oneOf('duty')
const meansAll = oneOf('fused', 'wholes', 'following')
const allowsOne = oneOf('allows', 'anyone')

const opensPart = (word: string, known: WordTables): boolean => isBeforeList(word, known) || known.movable.has(word)
const opensTail = (word: string, known: WordTables): boolean =>
  opensPart(word, known) || isRelative(word, known) || isOf(word, known) || known.times.has(word)
/** English participles stand behind the noun they are told of: "the work proposed". */
const isTold = (word: string, known: WordTables): boolean =>
  !known.verbSecond && (/\w{3}ed$/.test(word) || known.participles.has(word))

/** Where, behind its first word, what a member is of, for or in begins; its length where it has none. */
function tailOf(member: Words, known: WordTables): number {
  const at = member.findIndex((word, k) => k > 0 && (opensTail(word, known) || (k > 1 && isTold(word, known))))
  return at < 0 ? member.length : at
}

/**
 * Whether members of a row can share nothing, so that each says by itself what it says in the row: all are things, parts with a preposition, questions, or
 * acts behind a modal. What stands before the noun of one is not of those behind it, and what stands behind the last is of no other.
 */
export function standApart(members: readonly Words[], before: string | undefined, known: WordTables): boolean {
  const [first, last] = [members[0] ?? [], members.at(-1) ?? []]
  if (members.length < 2 || members.some((member) => member.length === 0 || member.some((word) => denies(word, known))))
    return false
  const isWhole = (member: Words) => tailOf(member, known) === member.length
  if (members.every((member) => isAsked(member, known))) {
    const behind = asks(last[0], known) ? last.slice(1) : last.slice(2)
    return !behind.some((word) => opensTail(word, known))
  }
  if (members.every(([head = '']) => opensPart(head, known) && !isDeterminer(head, known)))
    return members.every((member) => member.length > 1) && isWhole(last)
  if (members.some(([head = '']) => opensTail(head, known))) return false
  if (opensAct(before, known)) return isWhole(last) && first.length > 1
  return areApartInFront(members, known) && (isWhole(last) || hasOwnTail(members, known))
}

/**
 * Whether each member has its own verb and all are told of the pronoun before them: "if he: has a pass; shows a card", "als hij: een pas heeft; moet hoesten".
 * Behind its verb nothing may be told of all.
 */
export const areToldOf = (members: readonly Words[], before: string | undefined, known: WordTables): boolean =>
  isPronoun(before, known) &&
  members.every((member) => {
    const [first = '', last = ''] = [member[0], member.at(-1)]
    const closes = known.verbSecond ? isFinite(last, known) || /^\p{L}{3,}t$/u.test(last) : VERB.test(first)
    const isPlain = !member.slice(1).some((word) => opensTail(word, known)) && !member.some((word) => denies(word, known))
    return member.length > 1 && isPlain && (isFinite(first, known) || closes)
  })
const isPronoun = oneOf('he', 'it')
const isFinite = oneOf('be', 'was', 'has', 'may', 'becomes')
/** An English verb told of one, by its ending. */
const VERB = /^[a-z]{2,}[^sui]s$/

/** "What happened", "op welke plaats dat gebeurt": a question with a verb of its own. */
const isAsked = (member: Words, known: WordTables): boolean =>
  member.length > 1 && (asks(member[0], known) || (opensPart(member[0] ?? '', known) && asks(member[1], known)))

/** Whether nothing before the noun of a member can be told of one behind it, which has its own article then, or stands behind single words or a thing that is closed. */
const areApartInFront = (members: readonly Words[], known: WordTables): boolean =>
  members.every(([head = ''], k) => {
    if (isDeterminer(head, known) || COUNTED.test(head)) return true
    return members
      .slice(0, k)
      .every((member) => member.length === 1 || (isArticle(member[0], known) && tailOf(member, known) === 2 && member.length > 2))
  })

/** Whether what the last is of or for is told of it alone, since each of the others has an article and what belongs to it, too. */
const hasOwnTail = (members: readonly Words[], known: WordTables): boolean => {
  const last = members.at(-1) ?? []
  return (
    isArticle(last[0], known) &&
    members.slice(0, -1).every((member) => member.length === 1 || tailOf(member, known) < member.length) &&
    last.slice(1).every((word) => !opensTail(word, known) || isOf(word, known) || isFor(word, known))
  )
}
