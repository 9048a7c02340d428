import { oneOf } from '../../language/index.js'
import { hasReach } from '../../rewording/index.js'
import type { Unit } from '../unit.js'
import { type Form, isWord, word } from './form.js'

const isIs = oneOf('be')
const reaches = oneOf('no', 'not', 'never', 'only', 'also', 'even', 'always', 'and', 'or', 'but')
const denies = oneOf('no', 'not', 'never')

/** How what someone is held or free to do is told by a verb before the infinitive. */
const NORMS: Readonly<Record<string, string>> = {
  verplicht: 'moet',
  gehouden: 'moet',
  bevoegd: 'is_bevoegd',
  gerechtigd: 'is_gerechtigd',
}
/** Words of who is held to something. */
const LONGEST_SUBJECT = 5
const isInfinitive = (unit: Unit | undefined): boolean => isWord(unit) && /\p{L}{2}(?:en|aan)$/u.test(unit.value)

/** Where the clause ends that begins before `from`. */
const closingOf = (sentence: readonly Unit[], from: number): number => {
  const at = sentence.findIndex((unit, k) => k >= from && !isWord(unit) && unit.kind !== 'value')
  return at < 0 ? sentence.length : at
}

/**
 * What is told behind "om" and with "te", as a norm has it behind itself: "de kosten te betalen en het formulier mee te sturen", de kosten betalen en het formulier
 * meesturen. Nothing where "te" does not close it.
 */
function withoutTe(told: readonly Unit[], others: readonly Unit[]): readonly Unit[] | undefined {
  const act = told[0]?.value === 'om' ? told.slice(1) : told
  if (act.at(-2)?.value !== 'te' || !isInfinitive(act.at(-1))) return undefined
  const result: Unit[] = []
  act.forEach((unit, at) => {
    const [before, te] = [result.at(-1), act[at - 1]?.value === 'te']
    if (unit.value === 'te' && isInfinitive(act[at + 1])) return
    const whole = te && before ? before.value + unit.value : ''
    if (whole !== '' && others.some(({ value }) => value === whole)) result.splice(-1, 1, word(whole, unit))
    else result.push(unit)
  })
  return result
}

/** "Is de lener verplicht de kosten te betalen", where what stands before the verb has turned its subject behind it: moet de lener de kosten betalen. */
export const withDuty: Form = (sentence, { words }, others) => {
  for (const [is, unit] of sentence.entries()) {
    if (!isIs(unit.value, words)) continue
    const held = sentence.findIndex(({ value }, at) => at > is + 1 && NORMS[value] !== undefined)
    const subject = sentence.slice(is + 1, held)
    if (held < 0 || subject.length > LONGEST_SUBJECT || subject.some((each) => !isWord(each) || reaches(each.value, words)))
      continue
    const end = closingOf(sentence, held)
    const act = withoutTe(sentence.slice(held + 1, end), others)
    if (!act || act.some(({ value }) => denies(value, words))) continue
    const norm = word(NORMS[sentence[held]?.value ?? ''] as string, unit)
    return [...sentence.slice(0, is), norm, ...subject, ...act, ...sentence.slice(end)]
  }
  return sentence
}

/** "Het is leden toegestaan een gast mee te nemen": leden mag een gast meenemen. */
export const asMay: Form = (sentence, { words }, others) => {
  const [the, is] = sentence
  const allowed = sentence.findIndex(({ value }) => value === 'toegestaan')
  const subject = sentence.slice(2, allowed)
  if (the?.value !== 'de' || is?.value !== 'is' || allowed < 3 || subject.length > LONGEST_SUBJECT) return sentence
  if (subject.some((each) => !isWord(each) || reaches(each.value, words))) return sentence
  const end = closingOf(sentence, allowed)
  const act = withoutTe(sentence.slice(allowed + 1, end), others)
  if (!act || act.some(({ value }) => denies(value, words))) return sentence
  return [...subject, word('mag', is), ...act, ...sentence.slice(end)]
}

/** "Parkeren is alleen toegestaan in de vakken": parkeren mag alleen in de vakken. */
export const asActMay: Form = (sentence, { words }) => {
  const [act, is, ...behind] = sentence
  const only = behind[0]?.value === 'alleen' ? 1 : 0
  if (!isInfinitive(act) || is?.value !== 'is' || behind[only]?.value !== 'toegestaan') return sentence
  return behind.some(({ value }) => denies(value, words))
    ? sentence
    : [act as Unit, word('mag', is), ...behind.slice(0, only), ...behind.slice(only + 1)]
}

/** "De eenden voeren is niet toegestaan": mag niet de eenden voeren. */
export const asActMayNot: Form = (sentence, { words }) => {
  const end = closingOf(sentence, 0)
  const [verb, is, not, allowed] = sentence.slice(end - 4, end)
  const object = sentence.slice(0, Math.max(0, end - 4))
  if (!isInfinitive(verb) || is?.value !== 'is' || not?.value !== 'niet' || allowed?.value !== 'toegestaan') return sentence
  if (object.length === 0 || object.some((each) => !isWord(each) || reaches(each.value, words))) return sentence
  return [word('mag', is), word('niet', not), ...object, verb as Unit, ...sentence.slice(end)]
}

const isNeed = (value: string): boolean => value === 'hoeft' || value === 'hoeven'

/** "Hoeven op zondag niet te werken": hoeven niet op zondag te werken. */
export const withNeedNot: Form = (sentence, { words }) => {
  const need = sentence.findIndex(({ value }) => isNeed(value))
  const not = sentence.findIndex(({ value }, at) => at > need && value === 'niet')
  const between = sentence.slice(need + 1, not)
  if (need < 1 || not < need + 2 || sentence[not + 1]?.value !== 'te' || !isInfinitive(sentence[not + 2])) return sentence
  const values = between.map(({ value }) => value)
  if (between.some((unit) => !isWord(unit) && unit.kind !== 'value') || hasReach(values, words)) return sentence
  if (values.some((value) => reaches(value, words))) return sentence
  return [...sentence.slice(0, need + 1), sentence[not] as Unit, ...between, ...sentence.slice(not + 1)]
}
