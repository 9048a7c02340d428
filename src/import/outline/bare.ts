import type { Piece } from '../pieces/pieces.js'

// One line alone is a sentence; two alike below a lead-in are members.
const FEWEST = 2

/**
 * The members of an article whose numbers have no point behind them: "1 De rector …", "2 De docent …". A number that nothing counts on
 * from is a word of its sentence, and so is one of a line that is no sentence.
 */
export function bareMembers(body: readonly Piece[]): ReadonlySet<Piece> {
  const members = new Set<Piece>()
  let row: Piece[] = []
  const close = () => {
    if (row.length >= FEWEST) for (const piece of row) members.add(piece)
    row = []
  }
  for (const piece of body) {
    if (piece.role === 'heading') close()
    else if (piece.label?.bare === true && /[.:;]$/.test(piece.text)) {
      const count = piece.label.path[0] ?? 0
      if (count === 1) close()
      if (count === row.length + 1) row.push(piece)
    }
  }
  close()
  return members
}
