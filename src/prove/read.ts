import type { Tokenised } from '../compare/index.js'
import { inclusively } from './inclusive.js'
import { phrased } from './phrases.js'
import { exchangedEmpties, sparse, toldOnce } from './sparse.js'
import { type ProofContext, type Touched, touch, type Unit } from './unit.js'
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
export function readSides(sides: Sides<Tokenised>, context: ProofContext, slips: ReadonlyMap<string, string>): Sides<Reading> {
  const read = (side: Tokenised, next: boolean): Reading => {
    const touched: Touched = new Map()
    const written = inclusively(writtenOut(side, context, touched, slips), context.words, touched)
    const phrases = phrased(written, context, next, touched)
    return { units: toldOnce(measured(phrases, context, touched), context, touched), touched }
  }
  const [old, next] = [read(sides.old, false), read(sides.next, true)]
  const kept = exchangedEmpties(old.units, next.units, context)
  const sparsely = ({ units, touched }: Reading): Reading => ({ units: sparse(units, context, touched, kept), touched })
  return { old: sparsely(old), next: sparsely(next) }
}

const OFTEN = /^(?:jaarlijks|maandelijks|wekelijks|dagelijks|annually|monthly|weekly|daily)$/

/** "2.5 metres" and "250 cm" as so many millimetres. */
function measured(units: readonly Unit[], { words: { sizes } }: ProofContext, touched: Touched): readonly Unit[] {
  const result: Unit[] = []
  for (const unit of units) {
    const before = result.at(-1)
    // "Eenmaal per jaar" is each year.
    if (before?.value === 'times 1' && OFTEN.test(unit.value)) {
      result.splice(-1, 1, { ...unit, from: before.from })
      touch(touched, before.from, unit.to, 'synonym')
      continue
    }
    const [, count] = /^number (\d+(?:,\d+)?)$/.exec(before?.value ?? '') ?? []
    const size = unit.kind === 'word' ? sizes.get(unit.value) : undefined
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
