import { evenBreaks } from './fit.js'
import { type Ink, type Line, type Measured, type NoteFlow, widthOf } from './set.js'

type Word = Extract<Measured, { kind: 'word' }>
type Room = Exclude<Measured, { kind: 'newline' }>

/**
 * Breaks pieces into as few lines as they need, as even as can be; with `even` the last one, too. A word wider than a line is broken
 * between letters: nothing sticks out. There is always at least one line.
 */
export function breakLines(pieces: readonly Measured[], width: number, { even = false } = {}): Line[] {
  const ends = evenBreaks(pieces, width, even)
  const lines: Line[] = []
  let row: Room[] = []
  let used = 0
  /** How many pieces of the row may end a line, and their width. */
  let fits = 0
  let fitsWidth = 0

  const emit = (count: number, lineWidth: number): void => {
    lines.push(assemble(row.slice(0, count), lineWidth))
    row = row.slice(count)
    while (row[0]?.kind === 'space' && !row[0].hard) row.shift()
    used = row.reduce((sum, piece) => sum + widthOf(piece), 0)
    fits = 0
    fitsWidth = 0
  }
  const add = (piece: Room): void => {
    const own = widthOf(piece)
    if (piece.kind === 'space') {
      if (row.length === 0 && !piece.hard) return
      fitsWidth = used
      row.push(piece)
      used += own
      fits = row.length
      if (ends.has(piece)) emit(fits, fitsWidth)
      return
    }
    if (used + own > width + 0.01) {
      if (fits > 0) {
        emit(fits, fitsWidth)
        return add(piece)
      }
      const room = row.length === 0 ? evenRoom(own, width) : width - used
      const [head, tail] = split(piece, room, row.length === 0)
      if (head) {
        row.push(head)
        used += widthOf(head)
        if (!tail) return
        emit(row.length, used)
        return add(tail)
      }
      if (row.length > 0) {
        emit(row.length, used)
        return add(piece)
      }
    }
    row.push(piece)
    used += own
    if (piece.wrap) {
      fits = row.length
      fitsWidth = used
      if (ends.has(piece)) emit(fits, fitsWidth)
    }
  }
  // A blank, unseen, parts the words on either side of a line end for who reads the text.
  const newline = ({ ink }: { readonly ink: Ink }): void => {
    if (row.length > 0 && row.at(-1)?.kind !== 'space') row.push({ kind: 'space', ink, shaped: ink.face.space, hard: false })
    emit(row.length, used)
  }
  for (const piece of pieces) {
    if (piece.kind === 'newline') newline(piece)
    else add(piece)
  }
  for (let last = row.at(-1); last?.kind === 'space' && !last.hard; last = row.at(-1)) used -= widthOf(row.pop() as Room)
  if (row.length > 0 || lines.length === 0) emit(row.length, used)
  return lines
}

/** What to fill of each line with a word that takes several: a hash must not leave two letters for its last. */
function evenRoom(own: number, width: number): number {
  const count = Math.ceil(own / width)
  return count > EVEN ? width : Math.min(width, (own / count) * 1.02)
}
/** A word of more lines fills them: its last is one of many. */
const EVEN = 3

/**
 * The longest head of a word that is at most `room` wide, never parting a letter from its accent, and the rest. It ends in a hyphen
 * where there is one.
 */
function split(piece: Word, room: number, atLeastOne: boolean): [Word | undefined, Word | undefined] {
  const { text, ink } = piece
  let width = 0
  let end = 0
  let behindHyphen = 0
  for (const { 0: letter, index } of text.matchAll(/\P{M}\p{M}*/gu)) {
    width += ink.face.width(letter, ink.size)
    if (width > room && !(atLeastOne && end === 0)) break
    if (letter === '-' && end > 0) behindHyphen = index + 1
    end = index + letter.length
  }
  if (end === 0) return [undefined, piece]
  if (end < text.length && behindHyphen > 0) end = behindHyphen
  const head = text.slice(0, end)
  const rest = text.slice(end)
  return [
    { ...piece, text: head, wrap: true, shaped: ink.face.shape(head) },
    rest === '' ? undefined : { ...piece, text: rest, shaped: rest.length > UNMEASURED ? ENDLESS : ink.face.shape(rest) },
  ]
}
/** Letters of a rest that is broken again whatever they are: to measure it each time would take the square of a word without end. */
const UNMEASURED = 1000
const ENDLESS = { codes: '', width: Number.POSITIVE_INFINITY }

function assemble(row: readonly Room[], width: number): Line {
  // Codes are put together at the end: a text that grows word by word is kept as all its words, for every line of the document.
  const segments: { ink: Ink; codes: string[]; x: number; width: number }[] = []
  const notes: NoteFlow[] = []
  let x = 0
  for (const piece of row) {
    const own = widthOf(piece)
    const last = segments.at(-1)
    if (last?.ink === piece.ink) {
      last.codes.push(piece.shaped.codes)
      last.width += own
    } else segments.push({ ink: piece.ink, codes: [piece.shaped.codes], x, width: own })
    x += own
    if (piece.ink.note && !notes.includes(piece.ink.note)) notes.push(piece.ink.note)
  }
  const last = segments.at(-1)
  // A blank at the end of a line is there for who reads the text, not for who sees it.
  if (last) last.width = Math.max(0, Math.min(last.width, width - last.x))
  return { segments: segments.map((segment) => ({ ...segment, codes: segment.codes.join('') })), width, notes }
}

/** The narrowest a text can be set without breaking a word. */
export function minimumWidth(pieces: readonly Measured[]): number {
  let widest = 0
  let current = 0
  for (const piece of pieces) {
    if (piece.kind === 'word') {
      current += widthOf(piece)
      widest = Math.max(widest, current)
      if (piece.wrap) current = 0
    } else current = 0
  }
  return widest
}
