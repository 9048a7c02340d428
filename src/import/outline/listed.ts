import { CONTENTS_TITLE } from '../../blocks/index.js'
import { append } from '../../model/index.js'
import { CONTENTS, isOpen, type Piece, printed } from '../../pieces/index.js'
import { titleKey } from './contents.js'

// One line that names an annex is a reference; a list of them has two, with at most a blank heading or a page number between.
const FEWEST = 2
const MOST_BETWEEN = 1

/**
 * Drops the entries of a table of contents that prints no page numbers, as on a web page: lines below its title that stand further on
 * again, one by one in the same order.
 */
export function dropListed(pieces: readonly Piece[]): void {
  const start = pieces.findIndex((piece) => isOpen(piece) && CONTENTS_TITLE.test(piece.text)) + 1
  if (start === 0) return
  const places = new Map<string, number[]>()
  for (const [i, piece] of pieces.entries()) {
    if (!isOpen(piece)) continue
    for (const key of new Set([titleKey(printed(piece)), titleKey(piece.text)])) {
      const known = places.get(key)
      if (known) known.push(i)
      else places.set(key, [i])
    }
  }
  const entries: Piece[] = []
  let between: Piece[] = []
  let [end, found] = [pieces.length, start]
  for (let i = start; i < end; i++) {
    const piece = pieces[i] as Piece
    if (!isOpen(piece)) continue
    const again = places.get(titleKey(printed(piece)))?.find((at) => at > Math.max(i, found))
    if (again === undefined || titleKey(printed(piece)) === '') {
      between.push(piece)
      // Contents may call a heading otherwise, and their title may stand above the text itself.
      if (entries.length < FEWEST || between.length > MOST_BETWEEN) break
      continue
    }
    // Where the first entry stands again, the text has begun.
    if (entries.length === 0) end = again
    found = again
    append(entries, [...between, piece])
    between = []
  }
  if (entries.length < FEWEST) return
  for (const entry of entries) {
    entry.role = 'dropped'
    entry.reason = CONTENTS
  }
}
