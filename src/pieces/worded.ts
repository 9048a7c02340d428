import type { Label } from '../blocks/index.js'
import { endsSentence } from '../language/index.js'
import { type Piece, withLabel } from './pieces.js'

// Two that count on happen among sentences ("Groep 1 …", "Groep 2 …"); a document that counts its rules so has more.
const FEWEST = 3
// "Rule 7", "Norm 3:", "Afspraak 12 –": a word with a capital, a number, and what parts them from the words.
const NUMBERED = /^(\p{Lu}[\p{L}’'-]{2,23})\s(\d{1,3})(?:\s?[.:)]|\s[-–—|](?=\s))?\s+(?=["“‘(]?\p{Lu})/u
const GIVEN = /^(\p{Lu}[\p{L}’'-]{2,23}(?:\s\p{L}+)?)\s(\d{1,3})[.:)]?$/u

const labelOf = (prefix: string, figures: string): Label => {
  const count = Number(figures)
  return { printed: `${prefix} ${figures}`, prefix, path: [count], readings: [{ style: 'decimal', count }], bare: false }
}

/** A label that a format counts, with a word of the author's in front of the number: "Rule 7". */
export function wordedLabel(printed: string): Label | undefined {
  const [, prefix, figures] = GIVEN.exec(printed.trim()) ?? []
  return prefix === undefined || figures === undefined ? undefined : labelOf(prefix, figures)
}

/**
 * Reads such labels where they are typed: sentences in front of which a document counts with one word, from 1 on and none left out. Elsewhere
 * they are words: "Groep 8 gaat op kamp.", "Rule 3 of the game applies."
 */
export function labelWorded(pieces: readonly Piece[]): void {
  const rows = new Map<string, Piece[]>()
  for (const piece of pieces) {
    const [, prefix = '', figures] = isSentence(piece) ? (NUMBERED.exec(piece.text) ?? []) : []
    const row = rows.get(prefix) ?? []
    if (figures === undefined || Number(figures) !== row.length + 1) continue
    rows.set(prefix, [...row, piece])
  }
  for (const members of [...rows.values()].filter(({ length }) => length >= FEWEST))
    for (const piece of members) {
      const [whole, prefix = '', figures = ''] = NUMBERED.exec(piece.text) ?? ['']
      withLabel(piece, labelOf(prefix, figures), whole.length)
    }
}

const isSentence = ({ role, label, text, blocks }: Piece): boolean =>
  role === undefined &&
  label === undefined &&
  blocks.every(({ heading, role: kind }) => heading === undefined && kind === undefined) &&
  (endsSentence(text) || text.endsWith(':'))
