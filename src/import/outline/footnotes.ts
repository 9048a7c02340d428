import { type Finding, text, textOf } from '../../blocks/index.js'
import { eachInline, type Inline, mapInlines } from '../../model/index.js'
import { isOpen, isSentence, lineOf, type Piece } from '../../pieces/index.js'

// A figure glued to a word or to what closes it: "e-mail”)1."; behind "art." it is a number.
const MARK = /(?<=\p{Ll}{3}|(?<!\d)(?<!\b(?:art|hfst|par|nr|blz|bijl|pag|vs|p|pp))[.,;:!?]|["'”’»)\]])(\d{1,2})(?=[\s.,;:)]|$)/gu

// A title has no footnote that a policy could keep.
const LONG = 60

/**
 * Finds footnotes in a source that lost what raises their figures: "1 Deze handreiking is …" on a line of its own is the note of the one
 * figure 1 that is glued to a word above it.
 */
export function findFootnotes(pieces: readonly Piece[]): void {
  if (pieces.some(({ role }) => role === 'note')) return
  const lines = pieces.filter((piece) => isOpen(piece) && piece.label?.bare === true && !piece.rows && isSentence(piece.text))
  // Notes count from 1: a lone "5 …" is a rule, and the 5 of "html5" no mark.
  if (lines.length === 0 || lines.some(({ label }, i) => label?.printed !== String(i + 1))) return
  const marked = new Map<string, Piece | null>()
  for (const piece of pieces) {
    if (!isOpen(piece) || piece.rows || (piece.text.length < LONG && !isSentence(piece.text))) continue
    for (const [figure] of piece.text.matchAll(MARK)) marked.set(figure, marked.has(figure) ? null : piece)
  }
  for (const line of lines) {
    const figure = line.label?.printed ?? ''
    const holder = marked.get(figure)
    if (!holder || holder === line || pieces.indexOf(holder) > pieces.indexOf(line)) continue
    const content = withMark(holder.content, figure)
    if (content === holder.content) continue
    holder.content = content
    holder.text = textOf(content)
    line.role = 'note'
    line.blocks = line.blocks.map((block, i) => (i === 0 ? { ...block, note: figure } : block))
    delete line.label
  }
}

/** A note whose mark is nowhere in the text is a paragraph where it stands: as a note it would be shown nowhere. */
export function placeUnmarked(pieces: readonly Piece[]): void {
  const marks = new Set<string>()
  for (const { content, rows = [] } of pieces)
    for (const inlines of [content, ...rows.flat()])
      eachInline(inlines, (inline) => inline.type === 'footnoteReference' && marks.add(inline.identifier))
  for (const piece of pieces) if (piece.role === 'note' && !marks.has(piece.blocks[0]?.note ?? '')) piece.role = 'paragraph'
}

/** Notes that became paragraphs. */
export const footnoteFindings = (pieces: readonly Piece[]): Finding[] =>
  pieces.flatMap((piece): Finding[] => {
    const name = piece.role === 'paragraph' ? piece.blocks[0]?.note : undefined
    return name === undefined ? [] : [{ rule: 'footnote/unused', values: { name }, line: lineOf(piece) }]
  })

const withMark = (content: Inline[], figure: string): Inline[] =>
  mapInlines(content, (inline) => {
    if (inline.type !== 'text') return [inline]
    const found = [...inline.value.matchAll(MARK)].find(([figures]) => figures === figure)
    if (!found) return [inline]
    const [before, after] = [inline.value.slice(0, found.index), inline.value.slice(found.index + figure.length)]
    const mark: Inline = { type: 'footnoteReference', identifier: figure, label: figure }
    return [text(before), mark, ...(after === '' ? [] : [text(after)])]
  }) as Inline[]
