import { Fragment, type Node, type ResolvedPos, Slice } from 'prosemirror-model'
import { type Command, TextSelection, type Transaction } from 'prosemirror-state'
import { schema } from './schema.js'

const { nodes } = schema

/** Neighbours in one parent: from which child to which, and where they stand. */
export interface Siblings {
  readonly parent: Node
  readonly first: number
  readonly last: number
  readonly from: number
  readonly to: number
}

/** What moves as one: an item with all below it, a heading with its section, else the block. */
export function clauseAround(doc: Node, pos: number): Siblings | undefined {
  const $pos = doc.resolve(pos)
  const depth = depthOf($pos)
  if (depth === undefined) return undefined
  const parent = $pos.node(depth - 1)
  const first = $pos.index(depth - 1)
  return stretch(parent, first, sectionEnd(parent, first), $pos.start(depth - 1))
}

function depthOf($pos: ResolvedPos): number | undefined {
  for (let depth = $pos.depth; depth > 0; depth--) {
    const { type } = $pos.node(depth)
    if (type === nodes.item || type === nodes.table || type === nodes.note) return depth
    // The words of an item move with it; what stands below them moves by itself.
    if (
      $pos.node(depth).isTextblock &&
      type !== nodes.cell &&
      !($pos.node(depth - 1).type === nodes.item && $pos.index(depth - 1) === 0)
    )
      return depth
  }
  return undefined
}

function stretch(parent: Node, first: number, last: number, start: number): Siblings {
  let from = start
  for (let at = 0; at < first; at++) from += parent.child(at).nodeSize
  let to = from
  for (let at = first; at <= last; at++) to += parent.child(at).nodeSize
  return { parent, first, last, from, to }
}

/** The last block of the section a heading opens; of any other block itself. */
function sectionEnd(parent: Node, first: number): number {
  const head = parent.child(first)
  if (head.type !== nodes.heading) return first
  let last = first
  while (last + 1 < parent.childCount && belongs(parent.child(last + 1), head)) last++
  return last
}

const belongs = (node: Node, head: Node): boolean =>
  node.type !== nodes.note && !(node.type === nodes.heading && node.attrs.level <= head.attrs.level)

/** A clause one place up or down among its neighbours; a section passes a whole section. */
export const move =
  (by: -1 | 1): Command =>
  (state, dispatch) => {
    const own = clauseAround(state.doc, state.selection.from)
    const other = own && neighbour(own, by)
    if (!own || !other) return false
    const [upper, lower] = by < 0 ? [other, own] : [own, other]
    const children = upper.parent.children
    const swapped = [...children.slice(lower.first, lower.last + 1), ...children.slice(upper.first, upper.last + 1)]
    if (dispatch) {
      const tr = state.tr.replace(upper.from, lower.to, new Slice(Fragment.from(swapped), 0, 0))
      const shift = by < 0 ? upper.from - own.from : lower.to - own.to
      // Of a selection that reaches into other clauses what stands in this one goes along.
      const along = (pos: number) => Math.min(Math.max(pos, own.from), own.to) + shift
      dispatch(selected(tr, along(state.selection.anchor), along(state.selection.head)).scrollIntoView())
    }
    return true
  }

function neighbour({ parent, first, last, from }: Siblings, by: -1 | 1): Siblings | undefined {
  const start = from - parent.children.slice(0, first).reduce((sum, { nodeSize }) => sum + nodeSize, 0)
  const head = parent.child(first)
  const isNote = head.type === nodes.note
  if (by > 0) {
    const next = last + 1
    if (next >= parent.childCount || (parent.child(next).type === nodes.note) !== isNote) return undefined
    // A section does not leave the one it stands in.
    if (head.type === nodes.heading && !sameLevel(parent.child(next), head)) return undefined
    return stretch(parent, next, head.type === nodes.heading ? sectionEnd(parent, next) : next, start)
  }
  if (first === 0) return undefined
  let at = first - 1
  if (head.type === nodes.heading) {
    while (at > 0 && belongs(parent.child(at), head)) at--
    if (!sameLevel(parent.child(at), head)) return undefined
  }
  // The words an item begins with stay the first in it.
  if (parent.type === nodes.item && at === 0) return undefined
  return stretch(parent, at, first - 1, start)
}

const sameLevel = (node: Node, head: Node): boolean => node.type === nodes.heading && node.attrs.level === head.attrs.level

function selected(tr: Transaction, anchor: number, head: number): Transaction {
  return tr.setSelection(TextSelection.between(tr.doc.resolve(anchor), tr.doc.resolve(head)))
}

/** A clause in front of the block that starts at a place, or at the end of what it stands in. */
export function moveTo(tr: Transaction, own: Siblings, before: number): Transaction {
  if (before >= own.from && before <= own.to) return tr
  const moved = own.parent.children.slice(own.first, own.last + 1)
  const isOnly = own.parent.type !== nodes.doc && own.last - own.first + 1 === own.parent.childCount
  const [from, to] = isOnly ? [own.from - 1, own.to + 1] : [own.from, own.to]
  tr.delete(from, to)
  const at = tr.mapping.map(before)
  tr.insert(at, moved)
  return tr.setSelection(TextSelection.near(tr.doc.resolve(at + 1)))
}
