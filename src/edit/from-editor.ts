import type { Node } from 'prosemirror-model'
import { type Block, type Item, NO_ATTRIBUTES, type Note, type Place, type PolicyBody, type TableRow } from '../model/index.js'
import { nestSections } from '../read/index.js'
import { inlinesFrom } from './from-inlines.js'
import { attributesOf } from './schema.js'
import { tableCells } from './table-cells.js'

/** The body of a policy. */

// What is being edited has no place in a file yet.
const NOWHERE: Place = { line: 1, column: 1 }

/**
 * The document as the body of a policy, node for node: empty clauses, and blanks at the ends of words, are there too. Of a block that did
 * not change it is the same object, so that each key costs the clause it is typed in.
 */
export const fromEditor: (doc: Node) => PolicyBody = reader(() => NOWHERE)

/** The same, with a place for every clause: of an item, that of its first paragraph. */
export const fromEditorAt = (doc: Node, placeOf: (node: Node) => Place): PolicyBody => reader(placeOf)(doc)

function reader(placeOf: (node: Node) => Place): (doc: Node) => PolicyBody {
  const blocksOf = (node: Node): Block[] => node.children.map((child) => blockOf(child))
  const noteOf = (node: Node): Note => ({
    type: 'note',
    name: node.attrs.name,
    children: blocksOf(node),
    place: placeOf(node),
  })
  const own = (node: Node) => ({ attributes: attributesOf(node.attrs), place: placeOf(node) })
  const blockOf = (node: Node): Block => {
    const { attrs } = node
    const place = placeOf(node)
    switch (node.type.name) {
      case 'paragraph':
        return { type: 'paragraph', content: inlinesFrom(node), ...own(node) }
      case 'heading':
        return { type: 'section', depth: attrs.level, content: inlinesFrom(node), children: [], ...own(node) }
      case 'list': {
        const items = node.children.map(itemOf)
        return { type: 'list', ordered: attrs.ordered, start: attrs.ordered ? attrs.start : 1, items, place }
      }
      case 'quote':
        return { type: 'quote', children: blocksOf(node), place }
      case 'verbatim': {
        const language = attrs.language === '' ? {} : { language: attrs.language }
        return { type: 'verbatim', format: 'code', value: node.textContent, ...language, ...own(node) }
      }
      case 'opaque':
        return { type: 'verbatim', format: 'html', value: attrs.value, attributes: NO_ATTRIBUTES, place }
      case 'rule':
        return { type: 'rule', place }
      case 'table': {
        const { align, rows } = tableCells(node)
        const row = (cells: readonly (Node | undefined)[]): TableRow => ({
          cells: cells.map((cell) => (cell ? inlinesFrom(cell) : [])),
          place,
        })
        return { type: 'table', align, rows: rows.map(row), ...own(node) }
      }
      default:
        throw new Error(`A ${node.type.name} is no block of a policy`)
    }
  }
  const itemOf = (node: Node): Item => {
    const [first, ...rest] = node.children
    if (first === undefined) throw new Error('An item has words of its own')
    return { type: 'item', content: inlinesFrom(first), children: rest.map(blockOf), ...own(first) }
  }
  const known = remembered(blockOf)
  return (doc) => {
    const blocks: Block[] = []
    const notes: Note[] = []
    // A node that was pasted may stand in two places; two lists are two all the same, each with numbers of its own.
    const taken = new Set<Node>()
    doc.forEach((node) => {
      if (node.type.name === 'note') notes.push(noteOf(node))
      else blocks.push(taken.has(node) ? blockOf(node) : known(node))
      taken.add(node)
    })
    return { children: nestSections(blocks), notes }
  }
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
