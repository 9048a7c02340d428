import type { Token, TokenEdit, Tokenised } from '../compare/index.js'
import { meaningsOf, oneOf } from '../language/index.js'
import type { Unit } from '../prove/index.js'
import { isRelated } from '../rewording/index.js'
import { isWeighty } from './carried.js'
import { type Change, changedWords } from './change.js'
import { isAct } from './matter.js'
import type { Reason } from './reasons.js'

const lower = ({ key }: Token): string => key.toLowerCase()

/** Words of a bound before a figure: at most. */
const LONGEST_BOUND = 2

interface Figure {
  readonly value: string
  /** How it is bounded, as written; nothing where it is not. */
  readonly said: string
  /** Whether it is itself allowed: "at least ten", "ten or more", not "more than ten". */
  readonly reached: boolean
}

/**
 * A figure that was bounded and is no more, or is now, where no other word of the other text can bound it: up to £60, £60. And one that is
 * itself allowed in one text alone: over eighteen, eighteen or over.
 */
export function boundsOf(change: Change): readonly Reason[] {
  const { old, next, read, lang, proof } = change
  const { words } = proof
  const [was, is] = [figuresOf(read.old, old, change), figuresOf(read.next, next, change)]
  const has = ({ tokens }: Tokenised, tells: (word: string) => boolean) => tokens.some((token) => tells(lower(token)))
  const denies = (word: string) => meaningsOf('negation', lang).has(word)
  const [before, after] = [onlyOnes(was), onlyOnes(is)]
  if ([old, next].some((text) => has(text, denies))) return []
  return [...before.values()].flatMap((figure): readonly Reason[] => {
    const other = after.get(figure.value)
    if (!other) return []
    const reason: Reason = { kind: 'scope', old: figure.said, next: other.said }
    if (figure.said !== '' && other.said !== '') return figure.reached === other.reached ? [] : [{ ...reason, kind: 'opposite' }]
    if (figure.said === other.said) return []
    return has(figure.said === '' ? old : next, (word) => words.bounds.has(word)) ? [] : [reason]
  })
}

/** The figures whose value stands in a text once, by that value. */
function onlyOnes(figures: readonly Figure[]): ReadonlyMap<string, Figure> {
  const times = new Map<string, number>()
  for (const { value } of figures) times.set(value, (times.get(value) ?? 0) + 1)
  return new Map(figures.flatMap((figure) => (times.get(figure.value) === 1 ? [[figure.value, figure] as const] : [])))
}

const isOfAge = oneOf('years', 'aged')

function figuresOf(units: readonly Unit[], { text, tokens }: Tokenised, { proof: { words } }: Change): readonly Figure[] {
  const bounds = ({ value }: Unit) => value.split(' ').some((word) => words.bounds.has(word))
  const written = (from: number, to: number) => text.slice(tokens[from]?.from, tokens[to - 1]?.to)
  return units.flatMap((unit, at): readonly Figure[] => {
    if (unit.kind !== 'value') return []
    // "From twelve years of age": twelve is among them.
    const opens =
      isFrom(units[at - 1]?.value, words) && isYears(units, at, words)
        ? written((units[at - 1] as Unit).from, unit.from)
        : undefined
    const before = units.slice(Math.max(0, at - LONGEST_BOUND), at).find(bounds)
    const [or, more] = behindAge(units, at + 1, words)
    const orMore = or && more && words.joiningAny.has(or.value) && bounds(more) ? written(or.from, more.to) : undefined
    const said = orMore ?? opens ?? (before ? written(before.from, unit.from) : '')
    const reached =
      orMore !== undefined || opens !== undefined || before?.value.split(' ').some((word) => words.reaching.has(word)) === true
    return [{ value: unit.value, said, reached }]
  })
}

/** The two units from a place on that do not say that a figure is an age. */
function behindAge(units: readonly Unit[], from: number, words: Change['proof']['words']): readonly Unit[] {
  const behind: Unit[] = []
  for (let at = from; at < units.length && behind.length < 2; at++) {
    const unit = units[at]
    if (unit && !isOfAge(unit.value, words)) behind.push(unit)
  }
  return behind
}

/** Whether a value is a length of time that may be somebody's age. */
const isYears = (units: readonly Unit[], at: number, words: Change['proof']['words']): boolean =>
  /^months \d+$/.test(units[at]?.value ?? '') || isOfAge(units[at + 1]?.value, words)
const isFrom = oneOf('from', 'ageFrom')

/** A last day that is meant no more, or is now: tot en met, tot. */
export function lastsOf({ old, next, proof: { words } }: Change): readonly Reason[] {
  const said = ({ tokens }: Tokenised, ways: readonly string[]) => {
    const text = ` ${tokens.map(lower).join(' ').replaceAll(' / ', '/')} `
    return ways.find((way) => text.includes(` ${way} `))
  }
  const [through, since] = [said(old, words.through), said(next, words.through)]
  if ((through === undefined) === (since === undefined)) return []
  const until = said(through === undefined ? old : next, words.until)
  if (until === undefined) return []
  return [{ kind: 'opposite', old: through ?? until, next: since ?? until }]
}

const isOf = oneOf('of')
const isThe = oneOf('the')

/** Another event than the one whose time counts: the date of death, the date of purchase. */
export const momentsOf = (change: Change): readonly Reason[] =>
  change.edits.flatMap((edit): readonly Reason[] => {
    const { words } = change.proof
    const weighty = (tokens: readonly Token[]) => tokens.filter((token) => token.kind === 'word' && isWeighty(token, words))
    const [gone, come] = [weighty(edit.old), weighty(edit.next)]
    const isOther =
      gone.length > 0 && come.length > 0 && !gone.some((a) => come.some((b) => isRelated(lower(a), lower(b), words)))
    return isOther && (isOfMoment(edit, change) || isEventOf(edit, change))
      ? [{ kind: 'date', old: changedWords(change.old.text, gone), next: changedWords(change.next.text, come) }]
      : []
  })

/** Whether an act or an event behind a word of time took the place of another: on delivery, on acceptance. */
function isEventOf({ old, next }: TokenEdit, { old: { tokens }, proof: { words } }: Change): boolean {
  const [a, b] = [old[0], next[0]]
  if (!a || !b || old.length !== 1 || next.length !== 1) return false
  let at = tokens.indexOf(a) - 1
  if (isThe(tokens[at]?.key.toLowerCase() ?? '', words)) at--
  const isEvent = (token: Token) => words.acts.has(lower(token)) || isAct(lower(token))
  return isTimed(tokens[at]?.key.toLowerCase() ?? '', words) && isEvent(a) && isEvent(b)
}
const isTimed = oneOf('events', 'runsFrom', 'occasion', 'clauseTime')

function isOfMoment({ old: [first] }: TokenEdit, { old: { tokens }, proof: { words } }: Change): boolean {
  let at = first ? tokens.indexOf(first) - 1 : -1
  if (isThe(tokens[at]?.key ?? '', words)) at--
  return isOf(tokens[at]?.key ?? '', words) && words.moments.has(tokens[at - 1]?.key.toLowerCase() ?? '')
}
