import { type Inline, mapInlines } from '../../model/index.js'
import type { Piece } from '../../pieces/index.js'
import { isClause } from './build.js'

/**
 * Braces of another program's texts ("{{ site.name }}") are words here and no parameters: they are written as the format writes braces that
 * are printed as they stand.
 */
export function keepBraces(pieces: readonly Piece[]): void {
  for (const piece of pieces) {
    if (piece.role === 'verbatim' || !(isClause(piece) || piece.role === 'note')) continue
    piece.content = [...escaped(piece.content)]
    if (piece.rows) piece.rows = piece.rows.map((row) => row.map((cell) => [...escaped(cell)]))
  }
}

const escaped = (content: readonly Inline[]): readonly Inline[] =>
  mapInlines(content, (inline) =>
    inline.type === 'text' && inline.value.includes('{{')
      ? [{ ...inline, value: inline.value.replaceAll('{{', '\\{{') }]
      : [inline],
  )
