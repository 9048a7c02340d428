import type { Tokenised } from '../compare/index.js'
import { phrased } from './phrases.js'
import { exchangedEmpties, sparse } from './sparse.js'
import type { ProofContext, Touched, Unit } from './unit.js'
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
    return { units: phrased(writtenOut(side, context, touched, slips), context, next, touched), touched }
  }
  const [old, next] = [read(sides.old, false), read(sides.next, true)]
  const kept = exchangedEmpties(old.units, next.units, context)
  const sparsely = ({ units, touched }: Reading): Reading => ({ units: sparse(units, context, touched, kept), touched })
  return { old: sparsely(old), next: sparsely(next) }
}
