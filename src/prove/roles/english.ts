import { hasOtherDoer, isDeniedTogether, isEnglishVerb } from '../../language/changes/index.js'
import type { ProofContext } from '../unit.js'
import type { Words } from './parts.js'

const MODAL = /^(?:must|may|can|will|should|need)$/
const BE = /^(?:is|be|was)$/
const NOT = /^(?:not|never)$/
const ACTORS: Readonly<Record<string, string>> = { us: 'we', him: 'he', her: 'she', them: 'they', me: 'i' }
/** Words of the name of who acts. */
const LONGEST_ACTOR = 7
/** Words of a verb that stand behind it: dealt with, handed over to. */
const LONGEST_PARTICLE = 2
const PARTICLE = /^(?:of|with|up|out|in|off|on|over|down|back|away|to|for|into|upon|after|about)$/
/** Of these the act and what is denied reach each other, so that their order tells. */
const COUNTS = /^(?:all|every|each|any|some|both|many|most|few|no|none|only|always|number|days|months)(?: |$)/
/** Verbs that hand something to someone: what "to" names behind them is that person. */
const GIVES =
  /^(?:give|send|forward|submit|pay|report|return|hand|deliver|present|provide|lend|transfer|disclose|offer|grant|award|make|show|supply|pass|notify|refund|repay|assign|allocate|issue|sell|tell|release|refer|distribute)$/

/** Verbs by which someone is brought to an act, told behind "to". */
const ASKS = /^(?:ask|require|oblige|order|instruct|authorise|authorize|allow|request|invite|expect|advise|permit|direct|urge)$/
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
      if (!BE.test(passive[be] as string)) continue
      const own = passive.slice(0, be)
      const norm = normOf(own)
      const object = norm.subject
      if (hasOtherDoer(object, passive, context.words) || isDeniedTogether(passive)) continue
      const denies = NOT.test(passive[be + 1] ?? '')
      if (denies && norm.words.some((word) => NOT.test(word))) continue
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
function normOf(words: Words): { readonly subject: Words; readonly words: Words } {
  const modal = words.findLastIndex((word) => MODAL.test(word))
  return modal > 0 && words.slice(modal + 1).every((word) => NOT.test(word))
    ? { subject: words.slice(0, modal), words: words.slice(modal) }
    : { subject: words, words: [] }
}

function isTold(act: Act, between: Words, behind: Words, active: Words, context: ProofContext): boolean {
  const { object, norm, participle } = act
  if (object.length === 0) return false
  if (norm.some((word) => NOT.test(word)) && [...object, ...behind].some((word) => COUNTS.test(word))) return false
  for (let length = 1; length <= Math.min(LONGEST_ACTOR, behind.length); length++) {
    const actor = behind.slice(0, length).map((word) => ACTORS[word] ?? word)
    const rest = behind.slice(length)
    if (!same(active.slice(0, length), actor)) continue
    if (!same(active.slice(length, length + norm.length), norm)) continue
    const verb = active[length + norm.length]
    if (
      !isEnglishVerb(verb, participle, context.words) &&
      !(norm.length > 0 && verb === participle && /^(?:put|set|read|let|cut|shut)$/.test(participle))
    )
      continue
    if (!endsActor(rest, verb ?? '', context)) continue
    const told = active.slice(length + norm.length + 1)
    for (let particle = 0; particle <= LONGEST_PARTICLE; particle++) {
      const own = between.slice(0, particle)
      if (!own.every((word) => PARTICLE.test(word)) || own.length < particle) break
      // What stands before "by" may be of the object in the active form.
      if (between.length > particle && !endsActor(between.slice(particle), verb ?? '', context)) continue
      const more = [...between.slice(particle), ...rest]
      if (same(told, [...own, ...object, ...more]) || same(told, [...object, ...own, ...more])) return true
      if (between.length > particle && same(told, [...own, ...object, ...rest, ...between.slice(particle)])) return true
    }
  }
  return false
}

/** Whether the name of who acts ends before a word, which then is no part of that name. */
const endsActor = (rest: Words, verb: string, { words: { times, idioms } }: ProofContext): boolean => {
  const [after, next = ''] = rest
  return (
    after === undefined ||
    times.has(after) ||
    idioms.some((idiom) => idiom.length > 0 && idiom.every((word, k) => word === rest[k])) ||
    after === 'where' ||
    /^(?:\w{3,}ly|each|every)$/.test(after) ||
    /^(?:date|time|days|months|times) /.test(after) ||
    (/^(?:on|at|in)$/.test(after) && /^(?:date|time) /.test(next)) ||
    (after === 'in' && next === 'writing') ||
    (after === 'to' && ASKS.test(baseOf(verb))) ||
    (after === 'to' && GIVES.test(baseOf(verb)))
  )
}
