import { asSubject, meaningsOf, oneOf } from '../../language/index.js'
import { hasOtherDoer, isDeniedTogether, isEnglishVerb } from '../../rewording/index.js'
import { isEach } from '../small-words.js'
import type { ProofContext } from '../unit.js'
import type { Words } from './parts.js'
import { isEachTime, isWrittenIn } from './places.js'

const isModal = oneOf('may', 'need')
const isBe = oneOf('be', 'been', 'was')
const isSameForm = oneOf('sameForms')
const opensTime = oneOf('placeOrTime')
const isNot = oneOf('not', 'never')
/** How long: "for three months" is no part of the name of who acts. */
const SPAN = /^(?:days|months|minutes) /
/** Words of the name of who acts. */
const LONGEST_ACTOR = 7
/** Words of a verb that stand behind it: dealt with, handed over to. */
const LONGEST_PARTICLE = 2
const isParticle = oneOf('particles')
/** Of these the act and what is denied reach each other, so that their order tells. */
const isQuantity = oneOf('all', 'each', 'any', 'some', 'both', 'manyOf', 'no', 'only', 'always')
const COUNTED = /^(?:number|days|months)(?: |$)/
const counts = (word: string, words: ProofContext['words']): boolean => COUNTED.test(word) || isQuantity(word, words)
/** Verbs that hand something to someone: what "to" names behind them is that person. */
const gives = oneOf('gives')

/** Verbs by which someone is brought to an act, told behind "to". */
const asks = oneOf('asks')
const baseOf = (verb: string): string => verb.replace(/((?:ss|sh|ch|x))es$/, '$1').replace(/s$/, '')

const same = (a: Words, b: Words): boolean => a.length === b.length && a.every((word, k) => word === b[k])

/**
 * Whether a passive sentence and an active one tell one act: the same actor, denial, norm and verb, its subject the object of the other, and the
 * rest behind it.
 *
 *     complaints · (must) · is · not · dealt · with · by · the clerk · rest    the clerk · (must) · not · deal · with · complaints · rest
 */
export function isPassiveOf(passive: Words, active: Words, context: ProofContext): boolean {
  for (let by = passive.indexOf('by'); by > 0; by = passive.indexOf('by', by + 1)) {
    for (let be = 1; be < by - 1; be++) {
      if (!isBe(passive[be], context.words)) continue
      const own = passive.slice(0, be)
      const norm = normOf(own, context.words)
      const object = norm.subject
      if (hasOtherDoer(object, passive, context.words) || isDeniedTogether(passive, context.words)) continue
      const denies = isNot(passive[be + 1], context.words)
      if (denies && norm.words.some((word) => isNot(word, context.words))) continue
      const at = denies ? be + 2 : be + 1
      const participle = passive[at] as string
      const told = { object, norm: denies ? [...norm.words, passive[be + 1] as string] : norm.words, participle }
      if (at < by && isTold(told, passive.slice(at + 1, by), passive.slice(by + 1), active, context)) return true
    }
  }
  return false
}

interface Act {
  readonly object: Words
  readonly norm: Words
  readonly participle: string
}

/** What stands before "be": the subject, and the norm with what denies it. */
function normOf(words: Words, known: ProofContext['words']): { readonly subject: Words; readonly words: Words } {
  const modal = words.findLastIndex((word) => isModal(word, known))
  return modal > 0 && words.slice(modal + 1).every((word) => isNot(word, known))
    ? { subject: words.slice(0, modal), words: words.slice(modal) }
    : { subject: words, words: [] }
}

function isTold(act: Act, between: Words, behind: Words, active: Words, context: ProofContext): boolean {
  const { object, norm, participle } = act
  if (object.length === 0) return false
  if (norm.some((word) => isNot(word, context.words)) && [...object, ...behind].some((word) => counts(word, context.words)))
    return false
  for (let length = 1; length <= Math.min(LONGEST_ACTOR, behind.length); length++) {
    const actor = behind.slice(0, length).map((word) => asSubject(word, context.words))
    const rest = behind.slice(length)
    if (!same(active.slice(0, length), actor)) continue
    if (!same(active.slice(length, length + norm.length), norm)) continue
    const verb = active[length + norm.length]
    if (
      !isEnglishVerb(verb, participle, context.words) &&
      !(norm.length > 0 && verb === participle && isSameForm(participle, context.words))
    )
      continue
    if (!endsActor(rest, verb ?? '', context)) continue
    const told = active.slice(length + norm.length + 1)
    for (let particle = 0; particle <= LONGEST_PARTICLE; particle++) {
      const own = between.slice(0, particle)
      if (!own.every((word) => isParticle(word, context.words) || isLeftSo(word, context.words)) || own.length < particle) break
      // What stands before "by" may be of the object in the active form.
      if (
        between.length > particle &&
        !endsActor(between.slice(particle), verb ?? '', context) &&
        !isPlaced(act, between, context)
      )
        continue
      const more = [...between.slice(particle), ...rest]
      if (same(told, [...own, ...object, ...more]) || same(told, [...object, ...own, ...more])) return true
      if (between.length > particle && same(told, [...own, ...object, ...rest, ...between.slice(particle)])) return true
    }
  }
  return false
}

const isLeftSo = oneOf('leftSo')
const needsPlace = oneOf('placed')
const isPlace = oneOf('place', 'placeOrTime')
const isDeterminer = oneOf('the', 'a', 'his', 'our')
/** Words that name a place. */
const LONGEST_PLACE = 5

/** Whether what stands before "by" is the place that the verb needs, of a thing of one word: "the key is kept in the safe by the warden". */
const isPlaced = ({ object, participle }: Act, place: Words, { words }: ProofContext): boolean =>
  needsPlace(words.participles.get(participle) ?? participle.replace(/d$/, ''), words) &&
  isPlace(place[0], words) &&
  isDeterminer(place[1], words) &&
  place.length <= LONGEST_PLACE &&
  !place.slice(1).some((word) => words.movable.has(word) || isPlace(word, words)) &&
  object.length <= 2

/** Whether the name of who acts ends before a word, which then is no part of that name. */
const endsActor = (rest: Words, verb: string, { words }: ProofContext): boolean => {
  const { times, idioms } = words
  const [after, next = ''] = rest
  return (
    after === undefined ||
    times.has(after) ||
    idioms.some((idiom) => idiom.length > 0 && idiom.every((word, k) => word === rest[k])) ||
    after === 'where' ||
    /^\w{3,}ly$/.test(after) ||
    isEach(after, words) ||
    (after === 'for' && SPAN.test(next)) ||
    /^(?:date|time|days|months|times) /.test(after) ||
    (opensTime(after, words) && (/^(?:date|time) /.test(next) || meaningsOf('calendar', words.lang).has(next.toLowerCase()))) ||
    isWrittenIn(rest, words) ||
    isEachTime(rest, words) ||
    (after === 'in' && next === 'writing') ||
    (after === 'to' && asks(baseOf(verb), words)) ||
    (after === 'to' && gives(baseOf(verb), words))
  )
}
