import { foldText, foldTypography } from '../compare/index.js'
import { once } from '../language/index.js'
import type { Alignment, Subject } from './align/index.js'
import type { Entry } from './comparison.js'

/** A short line of a label and what it says: "Applies to: guests", or "Applies to: guests, members". */
const LABELLED = /^([\p{L}][^:;.!?]{1,40}): *([^:;.!?]{2,60})$/u

const partsOf = (text: string): readonly [label: string, value: string] | undefined => {
  const [, label, value] = LABELLED.exec(foldTypography(text).toLowerCase().trim().replace(/\.$/, '')) ?? []
  return label === undefined || value === undefined ? undefined : [foldText(label), foldText(value)]
}

/**
 * Lines in which one value took the place of another, where both texts have lines with the same label and either value: they are told apart
 * there, and do not mean the same.
 */
export function valuesExchanged(entries: readonly Entry[], { old, next }: Alignment): readonly Entry[] {
  const texts = once(() => [valuesIn(old), valuesIn(next)])
  return entries.map((entry) => {
    if (!isOpen(entry)) return entry
    const [was, is] = [partsOf(entry.old[0]?.text ?? ''), partsOf(entry.next[0]?.text ?? '')]
    if (!was || !is || was[0] !== is[0] || was[1] === is[1]) return entry
    const toldApart = [was, is].every((line) => texts().every((values) => values.has(line.join('\n'))))
    if (!toldApart) return entry
    return {
      ...entry,
      significance: 'substantive' as const,
      reasons: entry.reasons.map((reason) => ({ ...reason, kind: 'list' as const })),
    }
  })
}

/** One clause with other words, of which nothing is known. */
const isOpen = ({ fate, significance, reasons }: Entry): boolean =>
  fate === 'edited' && significance === 'to-read' && reasons.every(({ kind }) => kind === 'wording')

const valuesIn = (subjects: readonly Subject[]): ReadonlySet<string> =>
  new Set(
    subjects.flatMap(({ text }) => {
      const [label, row] = partsOf(text) ?? []
      return row === undefined ? [] : row.split(',').map((value) => `${label}\n${value.trim()}`)
    }),
  )
