import { isFunctionWord, meaningsOf, oneOf } from '../language/index.js'
import { isJoin, type Place, type Surroundings } from '../rewording/index.js'
import type { ProofContext, Unit } from './unit.js'

const isEnd = (unit: Unit | undefined): boolean => unit === undefined || unit.kind === 'end' || unit.kind === 'break'

/** Pieces on one side that are near. */
const NEAR = 4
const isThe = oneOf('the', 'a', 'each', 'his', 'our')

/** The units of a place around words that stand from `from` to `to`, within their sentence; an end of it is a unit that is none. */
function unitsAt(
  units: readonly Unit[],
  from: number,
  to: number,
  place: Place,
  words: ProofContext['words'],
): readonly (Unit | undefined)[] {
  let [start, end] = [from, to]
  while (start > 0 && !isEnd(units[start - 1])) start--
  while (end < units.length && !isEnd(units[end])) end++
  switch (place) {
    case 'next':
      return [to < end ? units[to] : undefined]
    case 'second':
      return [to + 1 < end ? units[to + 1] : undefined]
    case 'near':
      return units.slice(to, Math.min(end, to + NEAR))
    case 'phrase': {
      const near = units.slice(to, Math.min(end, to + NEAR))
      // "Prior to dispatch the lender …": what is before is the dispatch.
      const other = near.findIndex((unit, k) => k > 0 && isThe(unit.value, words) && !isThe(near[k - 1]?.value, words))
      return other < 0 ? near : near.slice(0, other)
    }
    case 'before':
      return [from > start ? units[from - 1] : undefined]
    case 'lately':
      return units.slice(Math.max(start, from - 3), from)
    case 'around':
      return [...units.slice(Math.max(start, from - NEAR), from), ...units.slice(to, Math.min(end, to + NEAR))]
    case 'sentence':
      return [...units.slice(start, from), ...units.slice(to, end)]
  }
}

/** Whether everything holds that is asked of what stands around the words from `from` to `to`. */
export function holds(
  asked: readonly Surroundings[],
  units: readonly Unit[],
  from: number,
  to: number,
  { words: known }: ProofContext,
): boolean {
  const roles = meaningsOf('roles', known.lang)
  return asked.every(({ place, wanted, words, classes }) => {
    const isOne = (unit: Unit | undefined): boolean => {
      if (unit === undefined) return classes.has('start') || classes.has('small')
      const { kind, value } = unit
      return (
        words.has(value) ||
        (classes.has('value') && kind === 'value') ||
        (classes.has('amount') && value.startsWith('amount ')) ||
        (classes.has('reference') &&
          kind === 'value' &&
          !/^(?:number|amount|date|time|days|months|minutes|times|size) /.test(value)) ||
        (classes.has('calendar') && (/^(?:date|time) /.test(value) || meaningsOf('calendar', known.lang).has(value))) ||
        (classes.has('person') && kind === 'word' && (known.isActor(value) || roles.has(value))) ||
        (classes.has('act') && known.acts.has(value)) ||
        (classes.has('small') && (kind !== 'word' || isFunctionWord(value) || isJoin(value, known)))
      )
    }
    return unitsAt(units, from, to, place, known).some(isOne) === wanted
  })
}
