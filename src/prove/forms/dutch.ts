import { oneOf, stem } from '../../language/index.js'
import { hasReach, isParticiple } from '../../rewording/index.js'
import { MANY } from '../pronouns.js'
import { isThe } from '../small-words.js'
import type { Unit } from '../unit.js'
import { asForbidden, asForbiddenAct, asInfinitive, asPassive } from './acts.js'
import { asWho } from './conditions.js'
import { asConsent } from './consent.js'
import { withFieldClosed, withPartBehind, withParticipleLast, withPartLast } from './field.js'
import { closedOf, commaIn, type Form, isWord, rowAt, word } from './form.js'
import { withoutDutchLightVerb } from './light.js'
import { asActMay, asActMayNot, asMay, withDuty, withNeedNot } from './norms.js'
import { asActiveClause, asToldBefore } from './relative.js'

const isDie = oneOf('who')
const isAuxiliary = oneOf('be', 'becomes')
/** What is being done, or will be, is not done: "die worden gekocht" are no "gekochte". */
const isDone = oneOf('be')
const isDeterminer = oneOf('the', 'a', 'each', 'all', 'no')

/** "Een verzoek dat te laat is ingediend, …": een te laat ingediend verzoek. */
const asAttribute: Form = (sentence, context) => {
  const at = sentence.findIndex(({ value }, k) => k > 0 && isDie(value, context.words) && isWord(sentence[k - 1]))
  const comma = commaIn(sentence, at)
  if (at < 1 || comma < 0) return sentence
  const clauseOf = sentence.slice(at + 1, comma).filter(({ value }) => value !== MANY)
  const self = clauseOf[0]?.value === 'zich'
  const clause = self ? clauseOf.slice(1) : clauseOf
  const aux = clause.findIndex(({ value }) => (self ? value === 'heeft' : isDone(value, context.words)))
  const [before, after] = [clause.slice(0, aux), clause.slice(aux + 1)]
  // The participle stands beside its auxiliary, and both close the clause.
  const ordered = after.length === 1 ? [...before, ...after] : after.length === 0 ? before : []
  const participle = ordered.at(-1)
  if (aux < 0 || !participle || !isParticiple(participle.value, context.words)) return sentence
  const noun = sentence[at - 1] as Unit
  const det = isDeterminer(sentence[at - 2]?.value, context.words) ? at - 2 : at - 1
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

const isFinite = oneOf('finiteTwo')
const isSubordinator = oneOf('subordinators')
/** A verb by its ending. */
const VERB = /^\p{L}{3,}t$/u
const opensSubject = oneOf('opensSubject')

/** "Is de kaart zoek, dan blokkeert hij …": als de kaart zoek is, blokkeert hij …. */
const withAls: Form = (sentence, { words }) => {
  const [first, second] = sentence
  const comma = commaIn(sentence, 0)
  if (!first || !second || comma < 3) return sentence
  const isVerb = isFinite(first.value, words) || (VERB.test(first.value) && !isSubordinator(first.value, words))
  const asked = isVerb && opensSubject(second.value, words)
  if (!asked && first.value !== 'als') return sentence
  const then = sentence[comma + 1]?.value === 'dan' ? comma + 2 : comma + 1
  const clause = sentence.slice(1, comma)
  if (asked) return [word('als', first), ...clause, first, sentence[comma] as Unit, ...sentence.slice(then)]
  // Its verb closes the clause, behind what it is said with or before it.
  const verb = clause.length - 2
  const moved = isAuxiliary(clause[verb]?.value, words)
    ? [...clause.slice(0, verb), ...clause.slice(verb + 1), clause[verb] as Unit]
    : clause
  return [first, ...moved, sentence[comma] as Unit, ...sentence.slice(then)]
}

/** "Mag alleen vertrekken als …": mag niet vertrekken tenzij …; only where "alleen" stands before the verb. */
const asNietTenzij: Form = (sentence, { words }) => {
  const may = sentence.findIndex(({ value }) => value === 'mag')
  const only = sentence.findIndex(({ value }) => value === 'alleen')
  const opens = sentence[only + 2]?.kind === 'comma' ? only + 3 : only + 2
  const closed = closedOf(sentence[opens]?.value ?? '', words)
  if (may < 0 || only < may || closed === undefined || !/en$/.test(sentence[only + 1]?.value ?? '')) return sentence
  return sentence.map((unit, at) => (at === only ? word('niet', unit) : at === opens ? word(closed, unit) : unit))
}

/** "Het recht om bezwaar te maken", "om te kunnen leveren": before an infinitive with "te" neither "om" nor "kunnen" is needed. */
const withoutOm: Form = (sentence, _, others) => {
  // Where both have it, what stands before it is of the one act and what stands behind of the other.
  if (others.some(({ value }) => value === 'om')) return sentence
  const gone = new Set<number>()
  sentence.forEach(({ value }, at) => {
    if (value !== 'om' || sentence[at + 1]?.kind === 'value') return
    const te = sentence.findIndex((unit, k) => k > at && (unit.value === 'te' || !isWord(unit)))
    if (sentence[te]?.value !== 'te') return
    gone.add(at)
    if (sentence[te + 1]?.value === 'kan' && /en$/.test(sentence[te + 2]?.value ?? '')) gone.add(te + 1)
  })
  return gone.size === 0 ? sentence : sentence.filter((_, at) => !gone.has(at))
}

const isNorm = oneOf('may', 'mayMany', 'be', 'becomes', 'has', 'gets')

/** "De medewerkers moeten …": of many who are told nothing more of, the article says nothing. */
const withoutThe: Form = (sentence, { words }, others) => {
  const [the, many, verb] = sentence
  if (the?.value !== 'de' || !many || !/(?:en|s)$/.test(many.value) || !isNorm(verb?.value, words)) return sentence
  return rowAt(others, ['de', many.value]) < 0 ? sentence.slice(1) : sentence
}

/** "Eten in de zaal is niet toegestaan", where the other text has "het is niet toegestaan in de zaal te eten": mag niet eten in de zaal. */
const asMagNiet: Form = (sentence, _, others) => {
  const [first, second] = sentence
  const closing = sentence.findIndex(({ kind }) => kind === 'end' || kind === 'break')
  const end = closing < 0 ? sentence.length : closing
  const [is, not, allowed] = sentence.slice(end - 3, end)
  const may = (at: Unit) => [word('mag', at), word('niet', at)]
  if (first && is?.value === 'is' && not?.value === 'niet' && allowed?.value === 'toegestaan' && /en$/.test(first.value))
    return [...may(first), first, ...sentence.slice(1, end - 3), ...sentence.slice(end)]
  if (first?.value !== 'mag' || second?.value !== 'niet') return sentence
  const starts = new Set(others.flatMap(({ value }, at) => (at === 0 || others[at - 1]?.kind === 'end' ? [value] : [])))
  const at = sentence.findIndex(({ value }, k) => k > 1 && /en$/.test(value) && starts.has(value))
  const verb = sentence[at]
  return verb ? [first, second, verb, ...sentence.slice(2, at), ...sentence.slice(at + 1)] : sentence
}

/** Where "niet toegestaan" stands, and the "te" of what is not. */
const forbiddenAt = (sentence: readonly Unit[]): { readonly not: number; readonly te: number } => {
  const not = sentence.findIndex(({ value }, at) => value === 'niet' && sentence[at + 1]?.value === 'toegestaan')
  return { not, te: sentence.findIndex(({ value }, at) => at > not && value === 'te') }
}
const isInfinitive = (unit: Unit | undefined): boolean => unit?.value.endsWith('en') === true

/** "Het is bezoekers niet toegestaan in de hal te bellen": bezoekers mag niet in de hal bellen. */
const asMayNot: Form = (sentence, { words }, others) => {
  const { not, te } = forbiddenAt(sentence)
  const [the, is, verb] = [sentence[0], sentence[1], sentence[te + 1]]
  if (!isThe(the?.value, words) || is?.value !== 'is' || not < 3 || te < 1 || !verb || !isInfinitive(verb)) return sentence
  const told = sentence.slice(not + 2, te).filter(({ value }, at) => at > 0 || value !== 'om')
  const part = told.at(-1)
  // "Mee te nemen" is one word without its "te".
  const whole = part && words.separable.has(part.value) && others.some(({ value }) => value === part.value + verb.value)
  const done = whole ? [...told.slice(0, -1), word(part.value + verb.value, verb)] : [...told, verb]
  return [...sentence.slice(2, not), word('mag', is), sentence[not] as Unit, ...done, ...sentence.slice(te + 2)]
}

/** "In de hal is het bezoekers niet toegestaan te bellen": bezoekers mag niet in de hal bellen; what stands in front is told of the act. */
const asMayNotIn: Form = (sentence, { words }) => {
  const { not, te } = forbiddenAt(sentence)
  const [first, verb] = [sentence[0]?.value ?? '', sentence[te + 1]]
  const is = sentence.findIndex(({ value }) => value === 'is')
  if (is < 1 || sentence[is + 1]?.value !== 'de' || not < is + 3 || te < 1 || !verb || !isInfinitive(verb)) return sentence
  const part = sentence.slice(0, is)
  if (!words.movable.has(first) && first !== 'van') return sentence
  if (!part.every((unit) => isWord(unit) || unit.kind === 'value') || part.some(({ value }) => isReaching(value, words)))
    return sentence
  const told = [...sentence.slice(is + 2, not), word('mag', sentence[is] as Unit), sentence[not] as Unit, ...part]
  return [...told, ...sentence.slice(not + 2, te), verb, ...sentence.slice(te + 2)]
}

/** "Bezoekers mogen in de hal niet bellen": bezoekers mag niet in de hal bellen. */
const withNietFirst: Form = (sentence, { words }) => {
  const may = sentence.findIndex(({ value }) => value === 'mag')
  const denied = sentence.findIndex(({ value }, at) => at > may && (value === 'niet' || value === 'geen'))
  const verb = sentence.findIndex((unit, at) => at > denied && isWord(unit) && isInfinitive(unit))
  const [between, behind] = [sentence.slice(may + 1, denied), sentence.slice(denied + 1)]
  const around = [...between, ...behind].map(({ value }) => value)
  const reaches = around.some((value) => isReaching(value, words)) || hasReach(around, words)
  if (may < 1 || denied < may || verb < 0 || sentence[denied + 1]?.kind === 'value' || reaches) return sentence
  if (between.some((unit) => !isWord(unit) && unit.kind !== 'value')) return sentence
  return [...sentence.slice(0, may + 1), word('niet', sentence[denied] as Unit), ...between, ...behind]
}
/** What says something else on the other side of "niet". */
const isReaching = oneOf(
  'no',
  'not',
  'never',
  'only',
  'also',
  'even',
  'always',
  'each',
  'all',
  'quantity',
  'counted',
  'and',
  'or',
  'but',
)

/** "Alvorens met een proef te beginnen, raadpleegt de student …", where the other text has voordat de student met een proef begint, raadpleegt hij …. */
const withOwnSubject: Form = (sentence, _, others) => {
  const [opens] = sentence
  const comma = commaIn(sentence, 0)
  if (opens?.value !== 'voordat' || sentence[comma - 2]?.value !== 'te') return sentence
  const [infinitive, acts] = [sentence[comma - 1] as Unit, sentence[comma + 1]]
  const told = sentence.slice(1, comma - 2)
  for (let to = comma + 3; to <= comma + 2 + LONGEST_PART; to++) {
    const subject = sentence.slice(comma + 2, to)
    for (const { value } of others) {
      if (!conjugates(value, infinitive.value)) continue
      const turned = [
        opens,
        ...subject,
        ...told,
        word(value, infinitive),
        sentence[comma] as Unit,
        acts as Unit,
        word('hij', infinitive),
      ]
      if (
        rowAt(
          others,
          turned.map((unit) => unit.value),
        ) === 0
      )
        return [...turned, ...sentence.slice(to)]
    }
  }
  return sentence
}
/** Words of who acts. */
const LONGEST_PART = 4
const conjugates = (verb: string, infinitive: string): boolean =>
  /(?:t|en)$/.test(verb) && stem(verb, 'nl') === stem(infinitive, 'nl')

export const DUTCH: readonly Form[] = [
  withDuty,
  asMay,
  withNeedNot,
  withFieldClosed,
  asConsent,
  withoutDutchLightVerb,
  withAls,
  asWho,
  asToldBefore,
  asActiveClause,
  withOwnSubject,
  withoutEnding,
  asAttribute,
  asPassive,
  asInfinitive,
  asForbidden,
  asForbiddenAct,
  asNietTenzij,
  asMayNot,
  asMayNotIn,
  withNietFirst,
  asMagNiet,
  asActMay,
  asActMayNot,
  withoutOm,
  withoutThe,
  withParticipleLast,
  withPartLast,
  withPartBehind,
]
