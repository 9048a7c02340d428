import { oneOf } from '../../language/index.js'
import { isJoin } from '../../rewording/index.js'
import { isBe } from '../small-words.js'
import type { ProofContext, Unit } from '../unit.js'
import { asAllowed, asGerund, baseOf, namesSomeone, withVerb } from './acts.js'
import { asWho } from './conditions.js'
import { asConsent } from './consent.js'
import { closedOf, commaIn, type Form, isWord, rowAt, word } from './form.js'
import { withOwnFrequency, withoutLightVerb, withoutNature } from './light.js'
import { asActiveWho, withoutWhich } from './relative.js'
import { withAfter, withHe } from './said.js'

const isWho = oneOf('who', 'which')

/** "Volunteers who are registered", "items that have been donated": "who are" says nothing before a participle or a preposition. */
const withoutWhoIs: Form = (sentence, { words }) => {
  const gone = new Set<number>()
  sentence.forEach((unit, at) => {
    if (!isWho(unit.value, words) || !isWord(sentence[at - 1]) || words.movable.has(sentence[at - 1]?.value ?? '')) return
    const been = sentence[at + 1]?.value === 'has' && sentence[at + 2]?.value === 'been'
    if (!been && !isBe(sentence[at + 1]?.value, words)) return
    const [from, to] = [at, at + (been ? 3 : 2)]
    const not = sentence[to]?.value === 'not' ? 1 : 0
    const next = sentence[to + not]?.value ?? ''
    if (
      /\w{2}ed$/.test(next) ||
      (!been && DOING.test(next)) ||
      words.participles.has(next) ||
      (!been && (isPlace(next, words) || standsBehind(next, words)))
    )
      for (let k = from; k < to; k++) gone.add(k)
  })
  return gone.size === 0 ? sentence : sentence.filter((_, at) => !gone.has(at))
}
/** What may stand behind the noun it is told of. */
const standsBehind = oneOf('afterNoun')
/** What someone is doing. */
const DOING = /^\w{3,}ing$/
const isPlace = oneOf('place')

/** "Should the card be lost, …", "should a stone become unsafe": if the card is lost, where the other text has if a stone becomes unsafe. */
const withIf: Form = (sentence, _, others) => {
  const [first] = sentence
  const comma = commaIn(sentence, 0)
  if (first?.value !== 'should' || comma < 0) return sentence
  const be = sentence.findIndex(({ value }, at) => at < comma && value === 'be')
  if (be > 1) return sentence.map((unit, at) => (at === 0 ? word('if', unit) : at === be ? word('is', unit) : unit))
  const plainly = sentence.map((unit, k) => (k === 0 ? word('if', unit) : unit))
  for (let at = 2; at < comma; at++) {
    const opens = rowAt(others, ['if', ...sentence.slice(1, at).map(({ value }) => value)])
    const [base, verb] = [sentence[at]?.value ?? '', others[opens + at]?.value ?? '']
    if (opens >= 0 && [`${base}s`, `${base}es`, base.replace(/y$/, 'ies')].includes(verb) && verb !== base)
      return plainly.map((unit, k) => (k === at ? word(verb, unit) : unit))
  }
  return rowAt(others, ['if', ...sentence.slice(1, comma).map(({ value }) => value)]) < 0 ? sentence : plainly
}

/** "When the lease is signed, …", in front read as a condition, where the other text has when the lease is signed behind its rule. */
const withWhen: Form = (sentence, _, others) => {
  const [first] = sentence
  const comma = commaIn(sentence, 0)
  if (first?.value !== 'if' || comma < 3) return sentence
  const clause = sentence.slice(1, comma).map(({ value }) => value)
  return rowAt(others, ['when', ...clause]) > 0 ? [word('when', first), ...sentence.slice(1)] : sentence
}

/** "It is prohibited to swim in the lake": swimming in the lake is prohibited. Both as what must not be done. */
const asNotAllowed: Form = (sentence, { dictionary }) => {
  const value = (at: number) => sentence[at]?.value
  if (value(0) === 'it' && value(1) === 'is' && value(2) === 'forbidden' && value(3) === 'to')
    return [word('must', sentence[0] as Unit), word('not', sentence[1] as Unit), ...sentence.slice(4)]
  const first = sentence[0]
  const at = sentence.findIndex(({ value: each }, k) => each === 'is' && sentence[k + 1]?.value === 'forbidden')
  if (!first?.value.endsWith('ing') || at < 1 || (sentence[at + 2] !== undefined && sentence[at + 2]?.kind !== 'end'))
    return sentence
  const base = baseOf(first.value, dictionary)
  return [word('must', first), word('not', first), word(base, first), ...sentence.slice(1, at), ...sentence.slice(at + 2)]
}

/** "May leave only with permission": may not leave without permission. */
const asNotUnless: Form = (sentence, { words }) => {
  const may = sentence.findIndex(({ value }) => value === 'may')
  const only = sentence.findIndex(({ value }) => value === 'only')
  const closed = closedOf(sentence[only + 1]?.value ?? '', words)
  // Of several acts, or ways, "only" may limit the last, where "not" denies them all.
  if (may < 0 || only < may + 2 || closed === undefined || sentence.slice(may).some(({ value }) => isJoin(value, words)))
    return sentence
  return sentence.flatMap((unit, at) =>
    at === may ? [word('must', unit), word('not', unit)] : at === only ? [] : at === only + 1 ? [word(closed, unit)] : [unit],
  )
}

/** "A club which fails": without a comma before it, "which" tells which one is meant, as "that" does. */
const withThat: Form = (sentence, { words }) =>
  sentence.map((unit, at) => {
    const before = sentence[at - 1]
    return unit.value === 'which' && isWord(before) && !words.movable.has(before.value) && before.value !== 'of'
      ? word('that', unit)
      : unit
  })

const keepsThat = oneOf('keepsThat')
const isPronoun = oneOf('he', 'it', 'you', 'me')

/** "Any damage that you cause": before a pronoun that acts, "that" may be left out. */
const withoutThat: Form = (sentence, { words }) =>
  sentence.filter(({ value }, at) => {
    const before = sentence[at - 1]
    const [next, after] = [sentence[at + 1]?.value ?? '', sentence[at + 2]?.value]
    // "You" is read as "to you".
    const acts = next === 'to' ? after === 'you' : isPronoun(next, words)
    return value !== 'that' || !isWord(before) || keepsThat(before.value, words) || !acts
  })

/** "Only through the system may tenders be submitted", where the other text has tenders may be submitted only through the system. */
const withOnlyLast: Form = (sentence, { words }, others) => {
  const [only, opens] = sentence
  const aux = sentence.findIndex(({ value }, at) => at > 1 && isAuxiliary(value, words))
  if (only?.value !== 'only' || !words.movable.has(opens?.value ?? '') || aux < 0) return sentence
  const closing = sentence.findIndex(({ kind }) => kind === 'end' || kind === 'break')
  const end = closing < 0 ? sentence.length : closing
  for (let to = aux + 2; to < end; to++) {
    const told = [...sentence.slice(aux + 1, to), sentence[aux] as Unit, ...sentence.slice(to, end), ...sentence.slice(0, aux)]
    if (
      rowAt(
        others,
        told.map(({ value }) => value),
      ) === 0
    )
      return [...told, ...sentence.slice(end)]
  }
  return sentence
}

const isAuxiliary = oneOf('may', 'be', 'has', 'was')
/** Behind "no" they count or compare, and deny nothing. */
const isComparing = oneOf('comparing')
const denies = oneOf('no', 'not', 'never', 'neither', 'nobody', 'nor', 'without', 'only', 'and', 'or', 'but')

/** "No refunds will be given": refunds will not be given. */
const withNot: Form = (sentence, { words }) => {
  const [first, second] = sentence
  const at = sentence.findIndex(({ value }) => isAuxiliary(value, words))
  if (first?.value !== 'no' || isComparing(second?.value, words) || at < 2) return sentence
  if (sentence.slice(1).some(({ value }) => denies(value, words)) || sentence.slice(1, at).some((unit) => !isWord(unit)))
    return sentence
  return [...sentence.slice(1, at + 1), word('not', first), ...sentence.slice(at + 1)]
}

const OWNER = /^\p{L}{2,}(?:['’]s|s['’])$/u
const isDeterminer = oneOf('the', 'a', 'each', 'our', 'his', 'another')
const isShortened = oneOf('shortened')
/** Words between a name and what belongs to it, and what may be said of that. */
const LONGEST_OWNER = 3
const LONGEST_OWNED = 5

/** "The client's written consent", where the other text has the written consent of the client. */
const withOf: Form = (sentence, context, others) => {
  const { words } = context
  const at = sentence.findIndex(
    ({ value }, k) =>
      (OWNER.test(value) && !isShortened(value.slice(0, -2), words)) || (/s$/.test(value) && sentence[k + 1]?.value === "'"),
  )
  const owner = sentence[at]
  if (!owner) return sentence
  // "Patients' beds": the apostrophe of many stands apart.
  const many = OWNER.test(owner.value) ? 1 : 2
  const name = word(owner.value.replace(/['’]s$/, '').replace(/['’]$/, ''), owner)
  for (let start = at; start >= Math.max(0, at - LONGEST_OWNER); start--) {
    if (start < at && !isDeterminer(sentence[start]?.value, words)) continue
    const whose = [...sentence.slice(start, at), name]
    for (let to = at + many + 1; to <= at + many + LONGEST_OWNED && isWord(sentence[to - 1]); to++) {
      // "The trainer's assessment" may be what the trainer does, "the assessment of the trainer" what is done to them.
      if (words.acts.has(sentence[to - 1]?.value ?? '') && namesSomeone([name], context)) continue
      // "The employer's clients" are clients of the employer, too.
      const all = [word('the', owner), ...sentence.slice(at + many, to), word('of', owner), ...whose]
      const some = /[^s]s$/.test(sentence[to - 1]?.value ?? '') ? [all, all.slice(1)] : [all]
      const owned = some.find(
        (units) =>
          rowAt(
            others,
            units.map(({ value }) => value),
          ) >= 0,
      )
      if (owned) return [...sentence.slice(0, start), ...owned, ...sentence.slice(to)]
    }
  }
  return sentence
}

/** Behind "only" what was limited, where nothing stands between it and the condition: "only given if", given only if. */
const withOnlyBehind: Form = (sentence, { words }) => {
  const at = sentence.findIndex(({ value }) => value === 'only')
  const [only, act, opens] = sentence.slice(at, at + 3)
  if (at < 1 || !only || !act || !opens || !isOnlyBehind(opens.value, words) || !isDone(act.value, words)) return sentence
  return [...sentence.slice(0, at), act, only, ...sentence.slice(at + 2)]
}
const isOnlyBehind = oneOf('onlyBehind')
const isDone = (value: string, { participles }: ProofContext['words']): boolean =>
  /\w{2}ed$/.test(value) || participles.has(value)

/** "They appoint": the verb of one, behind a pronoun that is of one or of many. */
const withPlural: Form = (sentence) =>
  sentence.map((unit, at) =>
    sentence[at - 1]?.value === 'they' && unit.kind === 'word' && /[^s]s$/.test(unit.value) && unit.value.length > 3
      ? word(
          unit.value
            .replace(/([^aeiou])ies$/, '$1ys')
            .replace(/(ss|sh|ch|x|zz)es$/, '$1s')
            .replace(/s$/, ''),
          unit,
        )
      : unit,
  )

const isBounding = oneOf('bounding')

/** Where one act is told of one thing, a word for how or when stands last: "are always kept", "made in writing to the head". */
const withMannerLast: Form = (sentence, { words }) => {
  const closing = sentence.findIndex(({ kind }) => kind === 'end' || kind === 'break')
  const [told, end] = closing < 0 ? [sentence, []] : [sentence.slice(0, closing), sentence.slice(closing)]
  if (told.some((unit) => unit.kind === 'comma' || isBounding(unit.value, words))) return sentence
  const always = told.findIndex(({ value }, at) => at > 1 && value === 'always')
  if (always > 0) return [...told.slice(0, always), ...told.slice(always + 1), told[always] as Unit, ...end]
  const written = rowAt(told, ['in', 'writing'])
  const isSaid = isDone(told[written - 1]?.value ?? '', words) && isBeing(told[written - 2]?.value, words)
  return isSaid ? [...told.slice(0, written), ...told.slice(written + 2), ...told.slice(written, written + 2), ...end] : sentence
}
const isBeing = oneOf('be', 'been', 'was')

/** "Staff who work from home", where the other text has staff working from home. */
const withParticiple: Form = (sentence, { words, dictionary }, others) => {
  const at = sentence.findIndex(({ value }, k) => k > 0 && isWho(value, words) && isWord(sentence[k - 1]))
  const [who, verb] = [sentence[at], sentence[at + 1]]
  if (!who || !verb || words.movable.has(sentence[at - 1]?.value ?? '')) return sentence
  const isIts = ({ value }: Unit) =>
    value.endsWith('ing') &&
    [verb.value, verb.value.replace(/s$/, ''), verb.value.replace(/es$/, '')].includes(baseOf(value, dictionary))
  const said = others.find((unit, k) => isIts(unit) && others[k - 1]?.value === sentence[at - 1]?.value)
  return said ? [...sentence.slice(0, at), word(said.value, verb), ...sentence.slice(at + 2)] : sentence
}

/** "Is entitled to cancel the booking", where the other text has may cancel the booking. Without what is done to anything, "leave" and "rent" may be nouns. */
const withMay: Form = (sentence, { words }, others) =>
  sentence.map((unit, at) => {
    const [act, object] = sentence.slice(at + 1, at + 3)
    const isAct = unit.value === 'is_entitled_to' && isDeterminer(object?.value, words)
    return isAct && rowAt(others, ['may', act?.value ?? '']) >= 0 ? word('may', unit) : unit
  })

/** "If you have any questions": of many, "any" says no more than their name. */
const withoutAny: Form = (sentence) =>
  sentence.filter(
    ({ value }, at) => value !== 'any' || !MANY_OF.test(sentence[at + 1]?.value ?? '') || sentence[at - 1]?.value === 'not',
  )
const MANY_OF = /^\p{L}{3,}[^siu]s$/u

export const ENGLISH: readonly Form[] = [
  asWho,
  asActiveWho,
  withoutWhoIs,
  withParticiple,
  withThat,
  withoutThat,
  withoutAny,
  withIf,
  withWhen,
  withOnlyLast,
  withNot,
  withOf,
  withOnlyBehind,
  withHe,
  withAfter,
  withPlural,
  withMay,
  withMannerLast,
  withOwnFrequency,
  withoutLightVerb,
  withoutNature,
  withoutWhich,
  withVerb,
  asAllowed,
  asGerund,
  asNotAllowed,
  asConsent,
  asNotUnless,
]
