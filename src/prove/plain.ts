import { isParticiple, isSameVerb, participleOf } from '../language/changes/index.js'
import { MANY } from './pronouns.js'
import type { ProofContext, Unit } from './unit.js'

/**
 * Sentences put in the plainest of the forms that say the same: a relative clause without its "who is", a condition with its "if", an act as
 * a verb. Read so, they are compared; what is left open is shown as it was written.
 */
export function plainForms(units: readonly Unit[], others: readonly Unit[], context: ProofContext): readonly Unit[] {
  const forms = context.words.lang === 'nl' ? DUTCH : ENGLISH
  return sentences(units).flatMap((sentence) => forms.reduce((form, next) => next(form, context, others), sentence))
}

/** Words in a row that the other text has as one piece, as one piece here, too: no part of it stands by itself. */
export function inPieces(units: readonly Unit[], others: readonly Unit[]): readonly Unit[] {
  const pieces = others.filter(({ value, kind }) => kind === 'word' && value.includes(' ')).map(({ value }) => value.split(' '))
  const result: Unit[] = []
  for (let at = 0; at < units.length; ) {
    const piece = pieces.find((words) => words.every((each, k) => units[at + k]?.value === each))
    const unit = units[at] as Unit
    result.push(piece ? { ...unit, value: piece.join(' ') } : unit)
    at += piece?.length ?? 1
  }
  return result
}

/** Puts a sentence otherwise where it can be; `others` are the words it is compared with. */
type Form = (sentence: readonly Unit[], context: ProofContext, others: readonly Unit[]) => readonly Unit[]

function sentences(units: readonly Unit[]): readonly (readonly Unit[])[] {
  const found: Unit[][] = []
  let open: Unit[] = []
  for (const unit of units) {
    open.push(unit)
    if (unit.kind !== 'end' && unit.kind !== 'break') continue
    found.push(open)
    open = []
  }
  return open.length > 0 ? [...found, open] : found
}

const word = (value: string, { from, to }: Unit): Unit => ({ kind: 'word', value, from, to })
const commaIn = (sentence: readonly Unit[], from: number): number =>
  sentence.findIndex(({ kind }, at) => at >= from && kind === 'comma')
const isWord = (unit: Unit | undefined): unit is Unit => unit?.kind === 'word'

const WHO = /^(?:who|which|that)$/
const IS = /^(?:is|are)$/

/** "Volunteers who are registered", "items that have been donated": "who are" says nothing before a participle or a preposition. */
const withoutWhoIs: Form = (sentence, { words }) => {
  const gone = new Set<number>()
  sentence.forEach((unit, at) => {
    if (!WHO.test(unit.value) || !isWord(sentence[at - 1]) || words.movable.has(sentence[at - 1]?.value ?? '')) return
    const been = sentence[at + 1]?.value === 'has' && sentence[at + 2]?.value === 'been'
    if (!been && !IS.test(sentence[at + 1]?.value ?? '')) return
    const [from, to] = [at, at + (been ? 3 : 2)]
    const next = sentence[to]?.value ?? ''
    if (/\w{2}ed$/.test(next) || words.participles.has(next) || (!been && PLACE.test(next)))
      for (let k = from; k < to; k++) gone.add(k)
  })
  return gone.size === 0 ? sentence : sentence.filter((_, at) => !gone.has(at))
}
const PLACE = /^(?:in|at|on|from|under|over|within|with)$/

/** "Should the card be lost, …": if the card is lost. */
const withIf: Form = (sentence) => {
  const [first] = sentence
  const comma = commaIn(sentence, 0)
  const be = sentence.findIndex(({ value }, at) => at < comma && value === 'be')
  if (first?.value !== 'should' || comma < 0 || be < 2) return sentence
  return sentence.map((unit, at) => (at === 0 ? word('if', unit) : at === be ? word('is', unit) : unit))
}

/** "The review of the roster takes place in March": the roster is reviewed in March. */
const withVerb: Form = (sentence, context) => {
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
  const passive = [word('is', first), word(participleOf(verb, context.words), first)]
  return [
    ...what,
    ...(done.modal ? [done.modal, word('be', first), ...passive.slice(1)] : passive),
    ...who,
    ...sentence.slice(done.to),
  ]
}

interface Performed {
  readonly from: number
  readonly to: number
  readonly modal?: Unit
}

/** Where a sentence says that an act is done: "takes place", "must be carried out". */
function performedAt(sentence: readonly Unit[], start: number, { words }: ProofContext): Performed | undefined {
  for (let at = start + 1; at < sentence.length; at++) {
    for (const way of words.performed) {
      if (way.every((each, k) => sentence[at + k]?.value === each)) return { from: at, to: at + way.length }
      const [, ...rest] = way
      const [modal, be] = [sentence[at], sentence[at + 1]]
      if (
        modal &&
        /^(?:must|may|will|should)$/.test(modal.value) &&
        way[0] === 'is' &&
        be?.value === 'be' &&
        rest.every((each, k) => sentence[at + 2 + k]?.value === each)
      )
        return { from: at, to: at + 2 + rest.length, modal }
    }
  }
  return undefined
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
  const knows = (each: string) => dictionary()?.knows(each) === true
  const root = first.value.slice(0, -3)
  const base = [root.replace(/([bdgklmnprt])\1$/, '$1'), root, `${root}e`].find(knows) ?? root
  return [word('must', first), word('not', first), word(base, first), ...sentence.slice(1, at), ...sentence.slice(at + 2)]
}

/** What only one thing leaves open is closed without it: only if, not unless. */
const CLOSED: Readonly<Record<string, string>> = { if: 'unless', when: 'unless', with: 'without', als: 'tenzij', met: 'zonder' }

const JOIN = /^(?:and|or|en|of)$/

/** "May leave only with permission": may not leave without permission. */
const asNotUnless: Form = (sentence) => {
  const may = sentence.findIndex(({ value }) => value === 'may')
  const only = sentence.findIndex(({ value }) => value === 'only')
  const closed = CLOSED[sentence[only + 1]?.value ?? '']
  // Of several acts, or ways, "only" may limit the last, where "not" denies them all.
  if (may < 0 || only < may + 2 || closed === undefined || sentence.slice(may).some(({ value }) => JOIN.test(value)))
    return sentence
  return sentence.flatMap((unit, at) =>
    at === may ? [word('must', unit), word('not', unit)] : at === only ? [] : at === only + 1 ? [word(closed, unit)] : [unit],
  )
}

const ENGLISH: readonly Form[] = [withoutWhoIs, withIf, withVerb, asNotAllowed, asNotUnless]

const DIE = /^(?:die|dat)$/
const AUX = /^(?:is|zijn|wordt|worden)$/
/** What is being done, or will be, is not done: "die worden gekocht" are no "gekochte". */
const DONE = /^(?:is|zijn)$/
const DET = /^(?:de|het|een|elke?|iedere?|alle|geen)$/

/** "Een verzoek dat te laat is ingediend, …": een te laat ingediend verzoek. */
const asAttribute: Form = (sentence, context) => {
  const at = sentence.findIndex(({ value }, k) => k > 0 && DIE.test(value) && isWord(sentence[k - 1]))
  const comma = commaIn(sentence, at)
  if (at < 1 || comma < 0) return sentence
  const clauseOf = sentence.slice(at + 1, comma).filter(({ value }) => value !== MANY)
  const self = clauseOf[0]?.value === 'zich'
  const clause = self ? clauseOf.slice(1) : clauseOf
  const aux = clause.findIndex(({ value }) => (self ? value === 'heeft' : DONE.test(value)))
  const [before, after] = [clause.slice(0, aux), clause.slice(aux + 1)]
  // The participle stands beside its auxiliary, and both close the clause.
  const ordered = after.length === 1 ? [...before, ...after] : after.length === 0 ? before : []
  const participle = ordered.at(-1)
  if (aux < 0 || !participle || !isParticiple(participle.value, context.words)) return sentence
  const noun = sentence[at - 1] as Unit
  const det = DET.test(sentence[at - 2]?.value ?? '') ? at - 2 : at - 1
  const start = sentence.slice(0, det)
  // In front of the noun it must be the first of its sentence: behind a preposition another noun may stand before it.
  if (start.length > 0) return sentence
  const told = [...ordered, noun].map(({ value }) => value).join(' ')
  return [...sentence.slice(det, at - 1), { ...noun, value: told }, ...sentence.slice(comma + 1)]
}

/** "Door de archivaris gewaarmerkte documenten": the participle without its ending, as it stands in a clause. */
const withoutEnding: Form = (sentence, context) =>
  sentence.map((unit) => {
    const bare = unit.value.replace(/e$/, '')
    return unit.kind === 'word' && bare !== unit.value && isParticiple(bare, context.words) ? word(bare, unit) : unit
  })

const FINITE = /^(?:is|zijn|wordt|worden|heeft|hebben|kan|kunnen|mag|mogen|moet|moeten|blijkt|bestaat|ontbreekt|\p{L}{3,}t)$/u
const SUBJECT = /^(?:de|het|een|er|hij|zij|je|dit|deze|geen|iemand|elke?|iedere?|zich|men)$/

/** "Is de kaart zoek, dan blokkeert hij …": als de kaart zoek is, blokkeert hij …. */
const withAls: Form = (sentence) => {
  const [first, second] = sentence
  const comma = commaIn(sentence, 0)
  if (!first || !second || comma < 3) return sentence
  const asked = FINITE.test(first.value) && SUBJECT.test(second.value)
  if (!asked && first.value !== 'als') return sentence
  const then = sentence[comma + 1]?.value === 'dan' ? comma + 2 : comma + 1
  const clause = sentence.slice(1, comma)
  if (asked) return [word('als', first), ...clause, first, sentence[comma] as Unit, ...sentence.slice(then)]
  // Its verb closes the clause, behind what it is said with or before it.
  const verb = clause.length - 2
  const moved = AUX.test(clause[verb]?.value ?? '')
    ? [...clause.slice(0, verb), ...clause.slice(verb + 1), clause[verb] as Unit]
    : clause
  return [first, ...moved, sentence[comma] as Unit, ...sentence.slice(then)]
}

/** "De beoordeling van de offertes vindt plaats door de raad": de offertes wordt beoordeeld door de raad. */
const asPassive: Form = (sentence, context, others) => {
  const { acts } = context.words
  const start = /^(?:de|het)$/.test(sentence[0]?.value ?? '') ? 1 : 0
  const noun = sentence[start]
  const act = noun && (acts.get(noun.value) ?? (/\p{L}{4}ing$/u.test(noun.value) ? `${noun.value.slice(0, -3)}` : undefined))
  if (!noun || act === undefined || sentence[start + 1]?.value !== 'van') return sentence
  const done = performedAt(sentence, start + 2, context)
  if (!done) return sentence
  const rest = sentence.slice(start + 2, done.from)
  const by = rest.findIndex(({ value }) => value === 'door')
  const [what, who] = by > 0 ? [rest.slice(0, by), rest.slice(by)] : [rest, []]
  const behind = sentence.slice(done.to)
  const closing = behind.findIndex(({ kind }) => kind === 'end' || kind === 'break')
  const [told, end] = closing < 0 ? [behind, []] : [behind.slice(0, closing), behind.slice(closing)]
  const said = others.find(({ value }) => isParticiple(value, context.words) && isSameVerb(act, value, context.words.participles))
  return [...what, word('wordt', noun), ...who, ...told, word(said?.value ?? act, noun), ...end]
}

/** "Mag alleen vertrekken als …": mag niet vertrekken tenzij …; only where "alleen" stands before the verb. */
const asNietTenzij: Form = (sentence) => {
  const may = sentence.findIndex(({ value }) => value === 'mag')
  const only = sentence.findIndex(({ value }) => value === 'alleen')
  const opens = sentence[only + 2]?.kind === 'comma' ? only + 3 : only + 2
  const closed = CLOSED[sentence[opens]?.value ?? '']
  if (may < 0 || only < may || closed === undefined || !/en$/.test(sentence[only + 1]?.value ?? '')) return sentence
  return sentence.map((unit, at) => (at === only ? word('niet', unit) : at === opens ? word(closed, unit) : unit))
}

const DUTCH: readonly Form[] = [withAls, asAttribute, withoutEnding, asPassive, asNietTenzij]
