import { closesSentence } from '../../language/index.js'
import { isOpen, type Piece, type Sign, unlabel, words } from '../../pieces/index.js'
import { isNow } from './cut.js'
import { guidanceMark } from './words.js'

// A frame around most of a document is its layout.
const MOST_BOXED = 0.4
// A rule in italics is rather a motto when it is shorter.
const FEWEST_WORDS = 5

// What we print ourselves stands as a quotation.
const ROLES: ReadonlySet<string | undefined> = new Set([undefined, 'quote'])

/** Finds what a model says to who adapts it: in frames, in italics, or behind a word for it. It becomes text of its own that never prints. */
export function findGuidance(pieces: Piece[]): void {
  const letters = (of: readonly Piece[]) => of.reduce((sum, { text }) => sum + text.length, 0)
  const open = pieces.filter((piece) => isOpen(piece) && !piece.rows && ROLES.has(piece.blocks[0]?.role))
  const boxed = open.filter(({ blocks }) => blocks[0]?.box === true)
  const boxes = letters(boxed) < letters(open) * MOST_BOXED
  let titled = false
  for (const piece of open) {
    const sign = signOf(piece, boxes)
    // A word for it on a line of its own is about what follows.
    const isBelow = titled && sign === undefined && piece.blocks[0]?.heading === undefined
    titled = sign === 'word' && guidanceMark().exec(piece.text)?.[0].length === piece.text.length
    if (sign === undefined && !isBelow) continue
    unlabel(piece)
    piece.role = 'paragraph'
    isNow(piece, { guidance: true, signs: { guidance: sign ?? 'word' } })
  }
}

function signOf({ blocks: [block], text, content }: Piece, boxes: boolean): Sign | undefined {
  if (block?.box && boxes) return 'box'
  if (block?.heading !== undefined) return undefined
  if (guidanceMark().test(text)) return 'word'
  if (block?.role === 'quote') return undefined
  const isItalic = block?.look?.italic === true || content.every(({ type }) => type === 'emphasis')
  return isItalic && words(text) >= FEWEST_WORDS && closesSentence(text) ? 'italic' : undefined
}

/** Guidance between two items of one list belongs to the first: it must not divide them. */
export function placeGuidance(pieces: readonly Piece[]): void {
  const shown = pieces.filter(({ role }) => role !== 'dropped' && role !== 'metadata' && role !== 'note')
  for (const [i, piece] of shown.entries()) {
    if (!piece.part?.guidance) continue
    const before = shown[i - 1]
    const next = shown.slice(i).find(({ part }) => !part?.guidance)
    const inList = before?.role === 'item' || before?.inItem === true
    if (!inList || next?.role !== 'item' || next.start !== undefined) continue
    piece.inItem = true
    if (before?.depth !== undefined) piece.depth = before.depth
  }
}
