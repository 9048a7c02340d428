import type { Piece } from '../pieces/index.js'

/** Takes a piece out of the text, since front matter says it. */
export const markAs = (piece: Piece, key: string): void => {
  piece.role = 'metadata'
  piece.reason = key
}
