import type { ProofContext, Unit } from '../unit.js'
import { DUTCH } from './dutch.js'
import { ENGLISH } from './english.js'
import { asNotWithout, REWORDED } from './otherwise.js'
import { SHARED } from './shared.js'

export { baseOf } from './acts.js'

/**
 * Sentences put in the plainest of the forms that say the same: a relative clause without its "who is", a condition with its "if", an act as
 * a verb. Read so, they are compared; what is left open is shown as it was written.
 */
export function plainForms(units: readonly Unit[], others: readonly Unit[], context: ProofContext): readonly Unit[] {
  const forms = context.words.verbSecond ? [...SHARED, asNotWithout, ...DUTCH] : [...SHARED, ...REWORDED, ...ENGLISH]
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
