import type { Piece } from '../../pieces/index.js'

// One number that nothing counts on from is a word of its sentence.
const FEWEST = 2

/**
 * The members of an article whose numbers have no point behind them: "1 De rector …", "2 De docent …". They count from 1 in each article, or
 * on through all of them. A number that nothing counts on from is a word of its sentence, and so is one of a line that is no sentence.
 */
export function bareMembers(body: readonly Piece[]): ReadonlySet<Piece> {
  const members = new Set<Piece>()
  let row: Piece[] = []
  // The last number of the rows before.
  let last = 0
  const close = () => {
    const goesOn = last > 0 && countOf(row[0]) === last + 1
    if (row.length >= (goesOn ? 1 : FEWEST)) {
      for (const piece of row) members.add(piece)
      last = countOf(row.at(-1))
    }
    row = []
  }
  for (const piece of body) {
    if (piece.role === 'heading') close()
    else if (piece.label?.bare === true && /[.:;]$/.test(piece.text)) {
      const count = countOf(piece)
      if (count === 1) close()
      if (row.length === 0 ? count === 1 || (last > 0 && count === last + 1) : count === countOf(row.at(-1)) + 1) row.push(piece)
    }
  }
  close()
  return members
}

const countOf = (piece: Piece | undefined): number => piece?.label?.path[0] ?? 0
