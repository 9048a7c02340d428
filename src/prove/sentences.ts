import type { Unit } from './unit.js'

/** The units of one sentence, cell or item. */
export interface SentenceUnits {
  readonly units: readonly Unit[]
  /** With what closes it. */
  readonly all: readonly Unit[]
  /** The values without commas. */
  readonly words: readonly string[]
  readonly closing: string
}

export function sentenceUnits(units: readonly Unit[]): readonly SentenceUnits[] {
  const found: SentenceUnits[] = []
  let from = 0
  const push = (to: number) => {
    const all = units.slice(from, to)
    const last = all.at(-1)
    const closed = last?.kind === 'end' || last?.kind === 'break'
    const own = closed ? all.slice(0, -1) : all
    from = to
    if (all.length === 0) return
    const words = own.filter(({ kind }) => kind !== 'comma').map(({ value }) => value)
    found.push({ units: own, all, words, closing: last?.kind === 'break' ? last.value : '' })
  }
  units.forEach((unit, at) => {
    if (unit.kind === 'end' || unit.kind === 'break') push(at + 1)
  })
  push(units.length)
  return found
}
