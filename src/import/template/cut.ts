import { tidy } from '../../blocks/index.js'
import type { Inline } from '../../model/index.js'
import type { Piece, TemplatePart } from '../../pieces/index.js'

const NO_PART: TemplatePart = { signs: {}, front: '', behind: '', blanks: [] }

/** What is known of a piece as a part of a model, and more. */
export const partOf = (piece: Piece): TemplatePart => piece.part ?? NO_PART
export function isNow(piece: Piece, more: Partial<TemplatePart>): void {
  const part = partOf(piece)
  piece.part = { ...part, ...more, signs: { ...part.signs, ...more.signs } }
}

/** Words of inlines replaced from one place to another, in letters of their text; markup around them stays. */
export function replaced(content: readonly Inline[], from: number, to: number, by: string): Inline[] {
  let at = 0
  let put = false
  const visit = (inline: Inline): Inline => {
    if ('children' in inline) return { ...inline, children: (inline.children as Inline[]).map(visit) } as Inline
    if (inline.type === 'break') at += 1
    if (!('value' in inline)) return inline
    const start = at
    at += inline.value.length
    if (inline.type !== 'text' || at <= from || start >= to) return inline
    const value = `${inline.value.slice(0, Math.max(from - start, 0))}${put ? '' : by}${inline.value.slice(Math.max(to - start, 0))}`
    put = true
    return { type: 'text', value }
  }
  return content.map(visit)
}

/** Takes words that only mark a piece off its front and its end; they are kept beside it. */
export function cut(piece: Piece, front: number, behind = 0): void {
  const { text } = piece
  const end = text.length - behind
  piece.content = tidy(replaced(replaced(piece.content, end, text.length, ''), 0, front, ''))
  const part = partOf(piece)
  isNow(piece, {
    front: `${part.front} ${text.slice(0, front)}`.trim(),
    behind: `${text.slice(end)} ${part.behind}`.trim(),
  })
  piece.text = text.slice(front, end).replace(/\s+/g, ' ').trim()
}
