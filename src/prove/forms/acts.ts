import { meaningsOf, oneOf } from '../../language/index.js'
import { isParticiple, isSameVerb, participleOf } from '../../rewording/index.js'
import { isThe } from '../small-words.js'
import type { ProofContext, Unit } from '../unit.js'
import { type Form, isWord, rowAt, word } from './form.js'

/** "The review of the roster takes place in March": the roster is reviewed in March. */
export const withVerb: Form = (sentence, context) => {
  const { acts } = context.words
  const start = sentence[0]?.value === 'the' ? 1 : 0
  const verb = acts.get(sentence[start]?.value ?? '')
  if (verb === undefined || sentence[start + 1]?.value !== 'of') return sentence
  const done = performedAt(sentence, start + 2, context)
  if (!done) return sentence
  const object = sentence.slice(start + 2, done.from)
  const first = sentence[start] as Unit
  const by = object.findIndex(({ value }) => value === 'by')
  const [what, who] = by > 0 ? [object.slice(0, by), object.slice(by)] : [object, []]
  // Of a person or body without another who acts, it may be their own act.
  if (by < 0 && sentence[done.to]?.value !== 'by' && namesSomeone(object, context)) return sentence
  const passive = [word('is', first), word(participleOf(verb, context.words), first)]
  return [
    ...what,
    ...(done.modal ? [done.modal, word('be', first), ...passive.slice(1)] : passive),
    ...(done.between ?? []),
    ...who,
    ...sentence.slice(done.to),
  ]
}

const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  'is forbidden': ['must', 'not'],
  'is allowed': ['may'],
  'is not possible': ['can', 'not'],
  'is possible': ['can'],
}

/** "Renewal of a loan by the borrower is not possible": a loan can not be renewed by the borrower. */
export const asAllowed: Form = (sentence, context) => {
  const { words, dictionary } = context
  const start = sentence[0]?.value === 'the' ? 1 : 0
  const noun = sentence[start]
  const is = sentence.findIndex(({ value }, at) => at > start + 2 && value === 'is')
  if (!noun || sentence[start + 1]?.value !== 'of' || is < 0) return sentence
  const [way, norm] =
    Object.entries(ALLOWED).find(([row]) => row.split(' ').every((each, k) => sentence[is + k]?.value === each)) ?? []
  const verb = words.acts.get(noun.value) ?? (noun.value.endsWith('ing') ? baseOf(noun.value, dictionary) : undefined)
  const told = sentence.slice(start + 2, is)
  const by = told.findIndex(({ value }) => value === 'by')
  const object = by > 0 ? told.slice(0, by) : told
  if (way === undefined || norm === undefined || verb === undefined || told.some((unit) => !isWord(unit))) return sentence
  // Of a person without another who acts, it may be the person's own act.
  if (by < 0 && namesSomeone(object, context)) return sentence
  const said = [...norm, 'be', participleOf(verb, words)].map((each) => word(each, noun))
  return [...object, ...said, ...told.slice(object.length), ...sentence.slice(is + way.split(' ').length)]
}

/** "Het maken van foto's door bezoekers is in de hal niet toegestaan": foto's mag in de hal niet door bezoekers worden gemaakt. */
export const asForbidden: Form = (sentence, context, others) => {
  const start = sentence[0]?.value === 'de' ? 1 : 0
  const noun = sentence[start]
  const is = sentence.findIndex(({ value }, at) => at > start + 2 && value === 'is')
  const closing = sentence.findIndex(({ kind }) => kind === 'comma' || kind === 'end' || kind === 'break')
  const end = closing < 0 ? sentence.length : closing
  const allowed = sentence[end - 1]
  if (!noun || sentence[start + 1]?.value !== 'van' || is < 0 || !allowed || !/^(?:toegestaan|mogelijk)$/.test(allowed.value))
    return sentence
  const [, root] = /^(\p{L}{2,})(?:ing|en)$/u.exec(noun.value) ?? []
  const act = context.words.acts.get(noun.value) ?? root
  const told = sentence.slice(start + 2, is)
  const by = told.findIndex(({ value }) => value === 'door')
  const object = by > 0 ? told.slice(0, by) : told
  if (act === undefined || told.some((unit) => !isWord(unit)) || (by < 0 && namesSomeone(object, context))) return sentence
  const denied = sentence[end - 2]?.value === 'niet' ? 1 : 0
  const between = sentence.slice(is + 1, end - 1 - denied)
  const made = dutchParticiple(act, context.words)
  const isIts = (value: string) => isParticiple(value, context.words) && isSameVerb(act, value, context.words.participles)
  const participle = others.find(({ value }) => value === made) ?? others.find(({ value }) => isIts(value))
  const modal = allowed.value === 'mogelijk' ? 'kan' : 'mag'
  return [
    ...object,
    word(modal, noun),
    ...between,
    ...(denied ? [sentence[end - 2] as Unit] : []),
    ...told.slice(object.length),
    word('wordt', noun),
    word(participle?.value ?? made, noun),
    ...sentence.slice(end),
  ]
}

/** "Het is verboden glaswerk mee te brengen", read as mag niet glaswerk mee brengen, where the other text has het meebrengen van glaswerk: glaswerk mag niet worden meegebracht. */
export const asForbiddenAct: Form = (sentence, context, others) => {
  const [may, not] = sentence
  const closing = sentence.findIndex(({ kind }) => kind === 'end' || kind === 'break')
  const end = closing < 0 ? sentence.length : closing
  if (may?.value !== 'mag' || not?.value !== 'niet') return sentence
  const noun = others[others[0]?.value === 'de' ? 1 : 0]?.value ?? ''
  const parted = `${sentence[end - 2]?.value}${sentence[end - 1]?.value}` === noun
  if (
    !/\p{L}{2}en$/u.test(noun) ||
    (!parted && sentence[end - 1]?.value !== noun) ||
    ![0, 1].includes(rowAt(others, [noun, 'van']))
  )
    return sentence
  const object = sentence.slice(2, parted ? end - 2 : end - 1)
  const done = [word('mag', may), not, word('wordt', may), word(dutchParticiple(noun, context.words), may)]
  return object.length === 0 ? sentence : [...object, ...done, ...sentence.slice(end)]
}

const isModal = oneOf('may')

interface Performed {
  readonly from: number
  readonly to: number
  /** What stands between its two words: "vindt maandelijks plaats". */
  readonly between?: readonly Unit[]
  readonly modal?: Unit
}

// "moet door de arts worden": more words between an act and its verb say something of their own.
const LONGEST_BETWEEN = 5
const values = (units: readonly Unit[]): readonly string[] => units.map(({ value }) => value)

/** Where a sentence says that an act is done: "takes place", "must be carried out". */
function performedAt(sentence: readonly Unit[], start: number, { words }: ProofContext): Performed | undefined {
  for (let at = start + 1; at < sentence.length; at++) {
    for (const way of words.performed) {
      if (way.every((each, k) => sentence[at + k]?.value === each)) return { from: at, to: at + way.length }
      const [opens, closes, more] = way
      const close = sentence.findIndex(({ value }, k) => k > at && value === closes)
      const between = sentence.slice(at + 1, close)
      if (
        opens === sentence[at]?.value &&
        close > at + 1 &&
        more === undefined &&
        between.length <= LONGEST_BETWEEN &&
        between.every(isWord)
      )
        return { from: at, to: close + 1, between }
      const [, ...rest] = way
      const [modal, be] = [sentence[at], sentence[at + 1]]
      if (
        modal &&
        isModal(modal.value, words) &&
        way[0] === 'is' &&
        be?.value === 'be' &&
        rest.every((each, k) => sentence[at + 2 + k]?.value === each)
      )
        return { from: at, to: at + 2 + rest.length, modal }
    }
  }
  return undefined
}

/** "De beoordeling van de offertes vindt plaats door de raad": de offertes wordt beoordeeld door de raad. */
export const asPassive: Form = (sentence, context, others) => {
  const { acts } = context.words
  const start = isThe(sentence[0]?.value, context.words) ? 1 : 0
  const noun = sentence[start]
  const [, root] = /^(\p{L}{4,})(?:ing|en)$/u.exec(noun?.value ?? '') ?? []
  const act = noun && (acts.get(noun.value) ?? root)
  if (!noun || act === undefined || sentence[start + 1]?.value !== 'van') return sentence
  const done = performedAt(sentence, start + 2, context)
  if (!done) return sentence
  const rest = sentence.slice(start + 2, done.from)
  const by = rest.findIndex(({ value }) => value === 'door')
  const [what, who] = by > 0 ? [rest.slice(0, by), rest.slice(by)] : [rest, []]
  const behind = sentence.slice(done.to)
  const isNamed = [...rest, ...(done.between ?? []), ...behind].some(({ value }) => value === 'door')
  if (!isNamed && namesSomeone(what, context)) return sentence
  const closing = behind.findIndex(({ kind }) => kind === 'end' || kind === 'break')
  const [told, end] = closing < 0 ? [behind, []] : [behind.slice(0, closing), behind.slice(closing)]
  const made = dutchParticiple(act, context.words)
  const isIts = (value: string) => isParticiple(value, context.words) && isSameVerb(act, value, context.words.participles)
  // "Beoordeelt" looks like a participle and is none.
  const said =
    others.find(({ value }) => value === made) ?? others.find(({ value }) => isIts(value) && value.at(-1) === made.at(-1))
  const participle = word(said?.value ?? made, noun)
  // Read with what closes the clause behind the rest, as the other text is: "worden uitgereikt bij de training".
  const isClosed = rowAt(others, [...values(what), 'wordt', participle.value, ...values(told)]) >= 0
  if (isClosed && who.length === 0 && !done.between) return [...what, ...told, word('wordt', noun), participle, ...end]
  return [...what, word('wordt', noun), ...(done.between ?? []), ...who, ...told, participle, ...end]
}

/** The participle of a verb by its root or infinitive: toewijz → toegewezen, beoordel → beoordeeld. */
function dutchParticiple(verb: string, { separable, participles }: ProofContext['words']): string {
  const root = verb.replace(/en$/, '')
  const part = [...separable].find((each) => root.startsWith(each) && root.length > each.length + 2) ?? ''
  const bare = root.slice(part.length)
  const irregular = [...participles].find(([, of]) => of === `${bare}en`)?.[0]
  if (irregular !== undefined) return part + irregular
  const long = bare
    .replace(/([^aeiou]|^)([aeou])([bdfgklmnprstvz])$/, '$1$2$2$3')
    .replace(/v$/, 'f')
    .replace(/z$/, 's')
  const prefixed = /^(?:be|ver|ont|her|er|ge)/.test(bare)
  return `${part}${prefixed ? '' : 'ge'}${long}${/(?:[tkfsp]|ch)$/.test(long) && !/[vz]$/.test(bare) ? (long.endsWith('t') ? '' : 't') : 'd'}`
}

/** "The maintenance of the lift", where the other text has maintaining the lift. Of a person or body the noun may tell what they do, not what is done to them. */
export const asGerund: Form = (sentence, context, others) => {
  const { words, dictionary } = context
  const at = sentence.findIndex(({ value }, k) => words.acts.has(value) && sentence[k + 1]?.value === 'of')
  const [noun, of] = [sentence[at], sentence[at + 1]]
  if (!noun || !of) return sentence
  const verb = words.acts.get(noun.value)
  const said = others.find(({ value }) => value.endsWith('ing') && baseOf(value, dictionary) === verb)
  const start = sentence[at - 1]?.value === 'the' ? at - 1 : at
  return said && !namesSomeone(sentence.slice(at + 2, at + 2 + NAMED), context)
    ? [...sentence.slice(0, start), word(said.value, noun), ...sentence.slice(at + 2)]
    : sentence
}
/** Words behind "of" among which one who acts may be named. */
const NAMED = 5

export const namesSomeone = (units: readonly Unit[], { words }: ProofContext): boolean => {
  const roles = meaningsOf('roles', words.lang)
  return units.some(
    ({ value }) => words.isActor(value) || words.isBody(value) || roles.has(value) || roles.has(value.replace(/s$/, '')),
  )
}

/** "De uitvoering van de overeenkomst", where the other text has het uitvoeren van de overeenkomst. */
export const asInfinitive: Form = (sentence, _, others) => {
  const at = sentence.findIndex(({ value }, k) => /\p{L}{4}ing$/u.test(value) && sentence[k + 1]?.value === 'van')
  const noun = sentence[at]
  const verb = noun?.value.replace(/ing$/, 'en') ?? ''
  // Articles are read alike, and which of the two stands there tells nothing.
  if (!noun || rowAt(others, ['de', verb, 'van']) < 0) return sentence
  const start = sentence[at - 1]?.value === 'de' ? at - 1 : at
  return [...sentence.slice(0, start), word('de', noun), word(verb, noun), ...sentence.slice(at + 1)]
}

/** The verb of a form in -ing: talking → talk, making → make, stopping → stop. */
export function baseOf(form: string, dictionary: ProofContext['dictionary']): string {
  const root = form.slice(0, -3)
  const knows = (word: string) => dictionary()?.knows(word) === true
  return [root.replace(/([bdgklmnprt])\1$/, '$1'), root, `${root}e`].find(knows) ?? root
}
