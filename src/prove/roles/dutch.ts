import { asSubject, oneOf } from '../../language/index.js'
import { hasOtherDoer, isDeniedTogether, isParticiple, isSameVerb, mayFollowThing } from '../../rewording/index.js'
import type { ProofContext } from '../unit.js'
import type { Words } from './parts.js'
import { isEachTime, isWrittenIn } from './places.js'

/** Words of a subject that stands behind its verb. */
const LONGEST_SUBJECT = 7
const same = (a: Words, b: Words): boolean => a.length === b.length && a.every((word, k) => word === b[k])

/** The words of a sentence in front of which a part stood, with the verb behind its subject: "betaalt de huurder de borg", de huurder betaalt de borg. */
export const turned = (words: Words, known: ProofContext['words']): readonly Words[] => {
  const [verb = ''] = words
  if (!isFinite(verb, known) && (!VERB.test(verb) || isNoVerb(verb, known))) return []
  const subjects = Array.from({ length: Math.min(LONGEST_SUBJECT, words.length - 1) }, (_, k) => k + 1)
  return subjects.map((length) => [...words.slice(1, length + 1), verb, ...words.slice(length + 1)])
}
const isFinite = oneOf('is', 'may')
/** By its ending, unless it is a small word that ends so. */
const VERB = /^\p{L}+(?:t|en)$/u
const isNoVerb = oneOf('endsAsVerb')

const isPassive = oneOf('becomes', 'became')
const isBecome = oneOf('becomes')
const isModal = oneOf('may', 'need')
const isNot = oneOf('not', 'never')
// "de voorzitter van de raad van toezicht" has seven; further behind "door" something else begins.
const LONGEST_ACTOR = 7
const isQuantity = oneOf('all', 'each', 'some', 'both', 'no', 'only', 'always')
const COUNTED = /^(?:number|days|months)(?: |$)/
const counts = (word: string, words: ProofContext['words']): boolean => COUNTED.test(word) || isQuantity(word, words)

/**
 * Whether a passive sentence and an active one tell one act. Both stand with their subject first.
 *
 *     de melding · wordt · (niet) · door · de portier · rest · geregistreerd     de portier · registreert · de melding · (niet) · rest
 *     de melding · moet · door · de portier · worden · geregistreerd             de portier · moet · de melding · registreren
 */
export function isPassiveOf(passive: Words, active: Words, context: ProofContext): boolean {
  const verb = passive.findIndex((word) => isPassive(word, context.words) || isModal(word, context.words))
  const door = passive.indexOf('door')
  if (verb < 1 || door < verb || passive.indexOf('door', door + 1) >= 0) return false
  const finite = passive[verb] as string
  const modal = isModal(finite, context.words) ? finite : undefined
  const object = passive.slice(0, verb)
  const middle = passive.slice(verb + 1)
  if (hasOtherDoer(object, passive, context.words) || isDeniedTogether(passive, context.words)) return false
  if (mayFollowThing(passive.slice(verb + 1, door), context.words)) return false
  // "Worden" is read as its form for one.
  if (modal !== undefined && middle.filter((word) => isBecome(word, context.words)).length !== 1) return false
  const field = modal === undefined ? middle : middle.filter((word) => !isBecome(word, context.words))
  const by = field.indexOf('door')
  if (field.some((word) => isNot(word, context.words)) && [...object, ...field].some((word) => counts(word, context.words)))
    return false
  for (let length = 1; length <= Math.min(LONGEST_ACTOR, field.length - by - 2); length++) {
    const actor = field.slice(by + 1, by + 1 + length).map((word) => asSubject(word, context.words))
    if (!same(active.slice(0, length), actor) || !endsActor(field.slice(by + 1 + length), context)) continue
    const left = [...field.slice(0, by), ...field.slice(by + 1 + length)]
    if (isTold(object, left, modal, withNiet(active.slice(length)), context)) return true
  }
  return false
}

/** "Mag geen foto's maken" as mag niet foto's maken. */
function withNiet(told: Words): Words {
  const none = told.indexOf('geen')
  return none < 0 ? told : [...told.slice(0, 1), 'niet', ...told.slice(1, none), ...told.slice(none + 1)]
}

/** Whether what an active sentence tells of its actor is done, in the passive one, to the object: its verb the participle, the rest in its order. */
function isTold(object: Words, field: Words, modal: string | undefined, told: Words, context: ProofContext): boolean {
  const { participles, separable } = context.words
  const [verb = '', ...behind] = told
  return field.some((participle, p) => {
    if (!isParticiple(participle, context.words) || (p < field.length - 1 && !isOpen(field.slice(p + 1), context))) return false
    const rest = field.filter((_, k) => k !== p)
    if (modal !== undefined) {
      if (verb !== modal) return false
      return behind.some(
        (infinitive, k) =>
          /(?:en|aan)$/.test(infinitive) &&
          isSameVerb(infinitive, participle, participles) &&
          isRest(
            object,
            rest,
            behind.filter((_, at) => at !== k),
          ),
      )
    }
    if (isSameVerb(verb, participle, participles) && isRest(object, rest, behind)) return true
    return behind.some(
      (part, k) =>
        separable.has(part) &&
        isSameVerb(part + verb, participle, participles) &&
        isRest(
          object,
          rest,
          behind.filter((_, at) => at !== k),
        ),
    )
  })
}

/** What may stand behind the participle: a part with a preposition. */
const isOpen = (behind: Words, { words }: ProofContext): boolean => isPreposition(behind[0], words)
const isPreposition = oneOf('parted')

/** The object and the rest, in either order: the object stands first, or behind a word for how or when. */
const isRest = (object: Words, rest: Words, behind: Words): boolean =>
  same(behind, [...object, ...rest]) || (rest.length > 0 && same(behind, [...rest, ...object]))

/** How or when, what is denied, and whom something is done to. */
const endsName = oneOf('saidManner', 'not', 'never', 'each', 'always', 'often', 'manner', 'toWhom')

const endsActor = (behind: Words, { words }: ProofContext): boolean => {
  const [after = ''] = behind
  return (
    words.times.has(after) ||
    isParticiple(after, words) ||
    endsName(after, words) ||
    isWrittenIn(behind, words) ||
    isEachTime(behind, words) ||
    /^(?:date|time|days|months|times) /.test(after) ||
    words.idioms.some((idiom) => idiom.length > 0 && idiom.every((word, k) => word === behind[k]))
  )
}
