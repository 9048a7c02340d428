import { pairsOf } from '../../language/index.js'
import type { ProofContext, Unit } from '../unit.js'

/** Puts a sentence otherwise where it can be; `others` are the words it is compared with. */
export type Form = (sentence: readonly Unit[], context: ProofContext, others: readonly Unit[]) => readonly Unit[]

export const word = (value: string, { from, to }: Unit): Unit => ({ kind: 'word', value, from, to })
export const commaIn = (sentence: readonly Unit[], from: number): number =>
  sentence.findIndex(({ kind }, at) => at >= from && kind === 'comma')
export const isWord = (unit: Unit | undefined): unit is Unit & { readonly kind: 'word' } => unit?.kind === 'word'

/** Where words stand in a row, or -1. */
export const rowAt = (units: readonly Unit[], words: readonly string[]): number =>
  units.findIndex((_, at) => words.every((each, k) => units[at + k]?.value === each))

/** What only one thing leaves open is closed without it: only if, not unless. */
export const closedOf = pairsOf('closed')
