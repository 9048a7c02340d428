import type { Tokenised } from '../compare/index.js'
import { firstOf, oneOf } from '../language/index.js'
import { inclusively } from './inclusive.js'
import { phrased } from './phrases.js'
import { isOf } from './small-words.js'
import { exchangedEmpties, sparse, toldOnce } from './sparse.js'
import { holds } from './surroundings.js'
import { type ProofContext, type Proving, type Touched, touch, type Unit } from './unit.js'
import { writtenOut } from './written.js'

/** What two texts are compared in once every way to write or say a thing is read alike. */
export interface Reading {
  readonly units: readonly Unit[]
  readonly touched: Touched
}

interface Sides<T> {
  readonly old: T
  readonly next: T
}

/** Reads both sides of a change; in the new one terms bear their new names. */
export function readSides(sides: Sides<Tokenised>, context: Proving, slips: ReadonlyMap<string, string>): Sides<Reading> {
  const read = (side: Tokenised, next: boolean): Reading => {
    const touched: Touched = new Map()
    const written = inclusively(writtenOut(side, context, touched, slips), context.words, touched)
    const phrases = phrased(written, context, next, touched)
    return { units: measured(phrases, context, touched), touched }
  }
  const plain = [read(sides.old, false), read(sides.next, true)] as const
  // Read in one of two voices alone, a last day would be another.
  const dated = plain.every(({ units }) => hasLastDay(units, context.words))
  const told = ({ units, touched }: Reading): Reading => ({
    units: toldOnce(dated ? lastDays(units, context.words, touched) : units, context, touched),
    touched,
  })
  const [old, next] = [told(plain[0]), told(plain[1])]
  const kept = exchangedEmpties(old.units, next.units, context)
  const sparsely = ({ units, touched }: Reading): Reading => ({ units: sparse(units, context, touched, kept), touched })
  return { old: sparsely(old), next: sparsely(next) }
}

const isOften = oneOf('often')

/** "2.5 metres" and "250 cm" as so many millimetres. */
function measured(units: readonly Unit[], context: ProofContext, touched: Touched): readonly Unit[] {
  const { words } = context
  const result: Unit[] = []
  for (const [at, unit] of units.entries()) {
    const before = result.at(-1)
    // "Eenmaal per jaar" is each year, but as a right.
    if (
      before?.value === 'times 1' &&
      isOften(unit.value, words) &&
      holds(words.contexts.get('required') ?? [], units, at, at + 1, context)
    ) {
      result.splice(-1, 1, { ...unit, from: before.from })
      touch(touched, before.from, unit.to, 'synonym')
      continue
    }
    // "Half the cost", 50 % of the cost.
    if (isOf(unit.value, words) && PERCENT.test(before?.value ?? '') && isDeterminer(units[at + 1]?.value, words)) continue
    const [, count] = /^number (\d+(?:,\d+)?)$/.exec(before?.value ?? '') ?? []
    const size = unit.kind === 'word' ? words.sizes.get(unit.value) : undefined
    if (!before || count === undefined || !size) {
      result.push(unit)
      continue
    }
    // In whole thousandths, so that tenths of a metre add up.
    const value = Math.round(Number(count.replace(',', '.')) * size.times * 1000)
    result.splice(-1, 1, { kind: 'value', value: `size ${value} ${size.of}`, from: before.from, to: unit.to })
    touch(touched, before.from, unit.to, 'notation')
  }
  return result
}

const PERCENT = /^number \d+%$/
const isDeterminer = oneOf('the', 'all', 'his')

const isState = oneOf('states', 'no', 'not', 'never')
const isBefore = oneOf('lastDay')
const DAY = /^date (?:(\d{4})-)?(\d{2})-(\d{2})$/

/** "Before 1 April" and "by 31 March" as no later than 31 March. Before 1 March it is the last day of February, which only a year tells. */
function lastDays(units: readonly Unit[], words: ProofContext['words'], touched: Touched): readonly Unit[] {
  const result: Unit[] = []
  for (const unit of units) {
    const before = result.at(-1)
    const limit = isBefore(before?.value, words) ? firstOf('limit', words) : undefined
    const [, year, month, day] = DAY.exec(unit.value) ?? []
    const last =
      before?.value === 'by'
        ? day && unit.value.slice(5)
        : limit && month && day
          ? dayBefore(year, Number(month), Number(day))
          : undefined
    if (!before || limit === undefined || last === undefined) {
      result.push(unit)
      continue
    }
    result.splice(-1, 1, { ...before, value: limit })
    result.push({ ...unit, value: `date ${last}` })
    touch(touched, before.from, unit.to, 'notation')
  }
  return result
}

/** Whether a day is the last one of what is done: of what lasts until it, is forbidden or done again and again it is none. "Parking is prohibited before 1 June". */
function hasLastDay(units: readonly Unit[], words: ProofContext['words']): boolean {
  const lasts = units.some(
    ({ value }, at) =>
      words.denying.has(value) ||
      isState(value.slice(value.lastIndexOf(' ') + 1), words) ||
      (words.repeating.has(value) && !isYear(units[at + 1]?.value, words)),
  )
  return !lasts && isOnce(units, words)
}
/** "Before 1 April of each year" */
const isYear = oneOf('years')

/** Whether something is done once: what must be, or what is done with one thing that is known. "Delivers cold meals before 1 June" may be each day. */
const isOnce = (units: readonly Unit[], words: ProofContext['words']): boolean =>
  units.some(({ value }) => words.deadline.has(value)) &&
  units.some(({ value }, at) => isMust(value, words) || (words.deadline.has(value) && isKnown(units[at + 1]?.value, words)))
const isMust = oneOf('duty')
const isKnown = oneOf('knownThing')

/** The day before one, as it is written in a value; nothing where no year tells which that is. */
function dayBefore(year: string | undefined, month: number, day: number): string | undefined {
  if (year === undefined && month === 3 && day === 1) return undefined
  // Any year will do but for the last day of February, and a year tells its own.
  const date = new Date(Date.UTC(Number(year ?? 2001), month - 1, day - 1))
  const written = date.toISOString().slice(0, 10)
  return year === undefined ? written.slice(5) : written
}
