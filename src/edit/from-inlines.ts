import type { Mark, Node } from 'prosemirror-model'
import type { Inline } from '../model/index.js'
import { schema } from './schema.js'

/** A piece of words with the marks around it; `text` where it is nothing but text. */
interface Piece {
  readonly inline: Inline
  readonly marks: readonly Mark[]
}

/**
 * The words of a block as inlines. A mark covers no blanks at its ends: `**so **` would be no mark at all. Of two marks the one that reaches
 * further stands around the other. A parameter is a text of its own.
 */
export function inlinesFrom(block: Node): Inline[] {
  const pieces = block.children.flatMap(piecesOf)
  return nested(shrunk(pieces))
}

function piecesOf(node: Node): Piece[] {
  const { attrs } = node
  const marks = node.marks.filter(({ type }) => type !== schema.marks.code)
  const one = (inline: Inline): Piece[] => [{ inline, marks }]
  // A reference and a note are links of their own: none stands inside another.
  const apart = (inline: Inline): Piece[] => [{ inline, marks: marks.filter(({ type }) => type !== schema.marks.link) }]
  switch (node.type.name) {
    case 'text': {
      const value = node.text ?? ''
      if (node.marks.length > marks.length) return one({ type: 'inlineCode', value })
      if (marks.length === 0) return one({ type: 'text', value })
      return (value.match(/\s+|\S+/gu) ?? []).map((part) => ({ inline: { type: 'text', value: part }, marks }))
    }
    case 'reference':
      return apart({ type: 'link', url: `#${attrs.target}`, title: null, children: [] })
    case 'parameter':
      return one({ type: 'text', value: attrs.source })
    case 'hardBreak':
      return [{ inline: { type: 'break' }, marks: [] }]
    case 'noteMark':
      return apart({ type: 'footnoteReference', identifier: attrs.name, label: attrs.label ?? attrs.name })
    case 'image':
      return one({ type: 'image', url: attrs.url, alt: attrs.alt, title: attrs.title })
    case 'fragment':
      return apart(attrs.inline)
    default:
      throw new Error(`A ${node.type.name} is no word of a policy`)
  }
}

const isBlank = ({ inline }: Piece): boolean => inline.type === 'break' || (inline.type === 'text' && inline.value.trim() === '')

/** Takes marks off the blanks where they begin and end. */
function shrunk(pieces: readonly Piece[]): Piece[] {
  const left = pieces.map(({ inline, marks }) => ({ inline, marks }))
  const sweep = (order: readonly number[], step: number) => {
    for (const at of order) {
      const piece = left[at]
      if (!piece || !isBlank(piece)) continue
      const beside = left[at + step]?.marks ?? []
      piece.marks = piece.marks.filter((mark) => mark.isInSet(beside))
    }
  }
  const order = left.map((_, at) => at)
  sweep(order, -1)
  sweep(order.toReversed(), 1)
  return left
}

/** Marks in the order in which one stands around another that reaches as far. */
const RANK = ['emphasis', 'strong', 'delete', 'link']

function nested(pieces: readonly Piece[]): Inline[] {
  const found: Inline[] = []
  for (let at = 0; at < pieces.length; ) {
    const piece = pieces[at] as Piece
    const [outer] = piece.marks
      .map((mark) => ({ mark, end: endOf(mark, pieces, at) }))
      .sort((a, b) => b.end - a.end || RANK.indexOf(a.mark.type.name) - RANK.indexOf(b.mark.type.name))
    if (!outer) {
      const last = found.at(-1)
      const { inline } = piece
      const joins = inline.type === 'text' && last?.type === 'text' && !isParameter(inline) && !isParameter(last)
      if (joins) found[found.length - 1] = { ...last, value: last.value + inline.value }
      else found.push(inline)
      at++
      continue
    }
    const { mark, end } = outer
    const inside = nested(pieces.slice(at, end).map((each) => ({ ...each, marks: mark.removeFromSet([...each.marks]) })))
    found.push(marked(mark, inside))
    at = end
  }
  return found
}

const isParameter = (inline: Inline): boolean =>
  inline.type === 'text' && inline.value.startsWith('{{') && inline.value.endsWith('}}')

function endOf(mark: Mark, pieces: readonly Piece[], start: number): number {
  let end = start + 1
  while (end < pieces.length && mark.isInSet((pieces[end] as Piece).marks)) end++
  return end
}

function marked({ type, attrs }: Mark, children: readonly Inline[]): Inline {
  switch (type.name) {
    case 'link':
      return { type: 'link', url: attrs.url, title: attrs.title, children: [...children] }
    case 'strong':
    case 'emphasis':
    case 'delete':
      return { type: type.name, children: [...children] }
    default:
      throw new Error(`${type.name} is no mark of a policy`)
  }
}
