import { type Artefact, isAsideTitle } from '../../blocks/index.js'
import { isOpen, type Piece } from '../../pieces/index.js'

const TITLE = 'heading of a frame' satisfies Artefact

/** Leaves out what stands above words in a frame and says nothing but that: "Let op!", "Good to know". What the frame says is text. */
export function dropFrameTitles(pieces: Piece[]): void {
  for (const [i, piece] of pieces.entries()) {
    const below = pieces[i + 1]
    const [block] = piece.blocks
    if (!isOpen(piece) || piece.label || !below || !isOpen(below) || !isAsideTitle(piece.text)) continue
    const isFramed = block?.box === true && below.blocks[0]?.box === true
    if (!isFramed && (block?.heading !== undefined || !/!$/.test(piece.text))) continue
    piece.role = 'dropped'
    piece.reason = TITLE
  }
}
