import type { Node } from 'prosemirror-model'
import type { Block, Item, Note, Place, Policy, Section, TableRow } from '../model/index.js'
import { nestSections } from '../read/index.js'
import { inlinesFrom } from './from-inlines.js'
import { attributesOf } from './schema.js'
import { tableCells } from './table-cells.js'

/** The body of a policy. */
export type Written = Pick<Policy, 'children' | 'notes'>

// What is being edited has no place in a file yet.
const NOWHERE: Place = { line: 1, column: 1 }

/**
 * The document as the body of a policy, node for node: empty clauses, and blanks at the ends of words, are there too. Of a block that did
 * not change it is the same object, so that each key costs the clause it is typed in.
 */
export function fromEditor(doc: Node): Written {
  const blocks: Block[] = []
  const notes: Note[] = []
  doc.forEach((node) => {
    if (node.type.name === 'note') notes.push(noteOf(node))
    else blocks.push(blockOf(node))
  })
  return { children: nestSections(blocks), notes }
}

/** Nodes never change: what was made of one stays right. */
function remembered<T>(make: (node: Node) => T): (node: Node) => T {
  const known = new WeakMap<Node, T>()
  return (node) => {
    const found = known.get(node) ?? make(node)
    known.set(node, found)
    return found
  }
}

const blocksOf = (node: Node): Block[] => node.children.map(blockOf)

const noteOf = remembered((node): Note => ({ type: 'note', name: node.attrs.name, children: blocksOf(node), place: NOWHERE }))

const blockOf = remembered((node): Block => {
  const { attrs } = node
  switch (node.type.name) {
    case 'paragraph':
      return { type: 'paragraph', content: inlinesFrom(node), attributes: attributesOf(attrs), place: NOWHERE }
    case 'heading':
      return headingOf(node)
    case 'list':
      return {
        type: 'list',
        ordered: attrs.ordered,
        start: attrs.ordered ? attrs.start : 1,
        items: node.children.map(itemOf),
        place: NOWHERE,
      }
    case 'quote':
      return { type: 'quote', children: blocksOf(node), place: NOWHERE }
    case 'verbatim':
      return {
        type: 'verbatim',
        format: 'code',
        value: node.textContent,
        attributes: attributesOf(attrs),
        place: NOWHERE,
        ...(attrs.language === '' ? {} : { language: attrs.language }),
      }
    case 'opaque':
      return {
        type: 'verbatim',
        format: 'html',
        value: attrs.value,
        attributes: attributesOf({ ...attrs, id: null, classes: [], values: {} }),
        place: NOWHERE,
      }
    case 'rule':
      return { type: 'rule', place: NOWHERE }
    case 'table': {
      const { align, rows } = tableCells(node)
      return {
        type: 'table',
        align,
        rows: rows.map((cells): TableRow => ({ cells: cells.map((cell) => (cell ? inlinesFrom(cell) : [])), place: NOWHERE })),
        attributes: attributesOf(attrs),
        place: NOWHERE,
      }
    }
    default:
      throw new Error(`A ${node.type.name} is no block of a policy`)
  }
})

const headingOf = (node: Node): Section => ({
  type: 'section',
  depth: node.attrs.level,
  content: inlinesFrom(node),
  attributes: attributesOf(node.attrs),
  children: [],
  place: NOWHERE,
})

function itemOf(node: Node): Item {
  const [first, ...rest] = node.children
  if (first === undefined) throw new Error('An item has words of its own')
  return {
    type: 'item',
    content: inlinesFrom(first),
    attributes: attributesOf(first.attrs),
    children: rest.map(blockOf),
    place: NOWHERE,
  }
}
