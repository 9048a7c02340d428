import { Fragment, type Mark, type Node } from 'prosemirror-model'
import { type Block, type Inline, type Item, isReference, type PolicyBody } from '../model/index.js'
import { attrsOf, schema } from './schema.js'

const { nodes, marks } = schema

/** A name between double braces: what `resolve` puts a value in the place of. */
export const PARAMETER = /\{\{\s*[\p{L}\p{N}_$-]+\s*\}\}/gu

/** The words of a policy as a document to edit. Its title and all else in its front matter are no part of it. */
export function toEditor({ children, notes }: PolicyBody): Node {
  const written = notes.map((note) => nodes.note.create({ name: note.name }, filled(note.children)))
  return nodes.doc.create(null, [...filled(children), ...written])
}

/** Blocks, or a place to type in where there are none. */
function filled(blocks: readonly Block[]): Node[] {
  const made = blocks.flatMap(toNodes)
  return made.length > 0 ? made : [nodes.paragraph.create()]
}

function toNodes(block: Block): Node[] {
  switch (block.type) {
    case 'section': {
      const { depth, attributes, content } = block
      return [nodes.heading.create({ ...attrsOf(attributes), level: depth }, words(content)), ...block.children.flatMap(toNodes)]
    }
    case 'paragraph':
      return [nodes.paragraph.create(attrsOf(block.attributes), words(block.content))]
    case 'list':
      return [nodes.list.create({ ordered: block.ordered, start: block.start }, block.items.map(item))]
    case 'quote':
      return [nodes.quote.create(null, filled(block.children))]
    case 'table': {
      const rows = block.rows.map(({ cells }) =>
        nodes.row.create(
          null,
          cells.map((cell, i) => nodes.cell.create({ align: block.align[i] ?? null }, words(cell))),
        ),
      )
      return [nodes.table.create(attrsOf(block.attributes), rows)]
    }
    case 'verbatim': {
      if (block.format === 'html') return [nodes.opaque.create({ value: block.value })]
      const attrs = { ...attrsOf(block.attributes), language: block.language ?? '' }
      return [nodes.verbatim.create(attrs, block.value === '' ? null : schema.text(block.value))]
    }
    case 'rule':
      return [nodes.rule.create()]
  }
}

const item = ({ attributes, content, children }: Item): Node =>
  nodes.item.create(null, [nodes.paragraph.create(attrsOf(attributes), words(content)), ...children.flatMap(toNodes)])

const words = (content: readonly Inline[]): Fragment => Fragment.from(content.flatMap((inline) => toInlines(inline, [])))

function toInlines(inline: Inline, around: readonly Mark[]): Node[] {
  const inside = (mark: Mark, children: readonly Inline[]) => children.flatMap((child) => toInlines(child, mark.addToSet(around)))
  switch (inline.type) {
    case 'text':
      return texts(inline.value, around)
    case 'inlineCode':
      return inline.value === '' ? [] : [schema.text(inline.value, marks.code.create().addToSet(around))]
    case 'emphasis':
    case 'strong':
    case 'delete':
      return inside(marks[inline.type].create(), inline.children)
    case 'link': {
      if (isReference(inline) && !inline.title) return [nodes.reference.create({ target: inline.url.slice(1) }, null, around)]
      const isShown = inline.children.length > 0
      const mark = marks.link.create({ url: inline.url, title: inline.title ?? null })
      return isShown ? inside(mark, inline.children) : [fragment(inline, around)]
    }
    case 'break':
      return [nodes.hardBreak.create(null, null, around)]
    case 'footnoteReference':
      return [nodes.noteMark.create({ name: inline.identifier, label: inline.label ?? null }, null, around)]
    case 'image':
      return [nodes.image.create({ url: inline.url, alt: inline.alt ?? '', title: inline.title ?? null }, null, around)]
    default:
      return [fragment(inline, around)]
  }
}

function fragment(inline: Inline, around: readonly Mark[]): Node {
  const { position: _, ...kept } = inline
  return nodes.fragment.create({ inline: kept }, null, around)
}

/** Words with each parameter as a node of its own. */
export function texts(value: string, around: readonly Mark[]): Node[] {
  const found: Node[] = []
  let end = 0
  for (const { 0: source, index } of value.matchAll(PARAMETER)) {
    if (index > end) found.push(schema.text(value.slice(end, index), around))
    found.push(nodes.parameter.create({ source }, null, around))
    end = index + source.length
  }
  if (end < value.length) found.push(schema.text(value.slice(end), around))
  return found
}
