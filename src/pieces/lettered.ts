import { lastBefore, STYLES } from '../model/index.js'
import { type Piece, unlabel, withLabel } from './pieces.js'

// "A1", "A2", "B1", "B2": a single letter or a single number could be anything.
const FEWEST_LETTERS = 2
const FEWEST = 2

/**
 * Keeps labels such as "A1" where the document counts with them: below at least two letters, at each from 1 on. Elsewhere they are words:
 * "A4 is te klein". The letter alone above the first of each ("B Contributie") is the number of a heading.
 */
export function keepLettered(pieces: readonly Piece[]): void {
  const rows = new Map<string, { last: number; members: Piece[] }>()
  for (const piece of pieces) {
    const { letter, path = [] } = piece.label ?? {}
    if (letter === undefined) continue
    const row = rows.get(letter) ?? { last: 0, members: [] }
    rows.set(letter, row)
    const count = path[1] ?? 0
    if (count !== row.last && count !== row.last + 1) continue
    row.last = count
    row.members.push(piece)
  }
  const all = [...rows.values()].map(({ members }) => members)
  const isCounted = all.filter((members) => members.length >= FEWEST).length >= FEWEST_LETTERS
  const kept = new Set(isCounted ? all.flat() : [])
  for (const [i, piece] of pieces.entries()) {
    const { letter } = piece.label ?? {}
    if (letter === undefined) continue
    if (!kept.has(piece)) unlabel(piece)
    else if (piece.label?.path[1] === 1 && piece.label.path.length === 2)
      nameHeading(pieces[lastBefore(pieces, i, isText)], letter)
  }
}

const isText = ({ role }: Piece): boolean => role === undefined

/** "B Contributie" above "B1". */
function nameHeading(piece: Piece | undefined, letter: string): void {
  const found = piece?.label ? undefined : new RegExp(`^${letter}[.:)]?\\s+(?=\\p{Lu})`, 'u').exec(piece?.text ?? '')
  const count = STYLES['upper-alpha'].parse(letter)
  if (!piece || !found || count === undefined) return
  withLabel(piece, { printed: letter, path: [], readings: [{ style: 'upper-alpha', count }], bare: false }, found[0].length)
}
