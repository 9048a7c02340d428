import { lift, wrapIn } from 'prosemirror-commands'
import type { NodeType, ResolvedPos } from 'prosemirror-model'
import { liftListItem, sinkListItem, wrapInList } from 'prosemirror-schema-list'
import type { Command, Transaction } from 'prosemirror-state'
import { joiningLists } from './join.js'
import { schema } from './schema.js'

const { nodes } = schema

/** Lists inside each other; what more there are no reader would follow. */
const DEEPEST = 8

const listsAround = ($pos: ResolvedPos): number =>
  Array.from({ length: $pos.depth }, (_, at) => $pos.node(at)).filter(({ type }) => type === nodes.list).length

/** One level deeper: an item in the list of the one before it, a heading below the one above it. */
export const nest: Command = (state, dispatch) => {
  const { $from } = state.selection
  if ($from.parent.type === nodes.heading) return level(Math.min(6, $from.parent.attrs.level + 1))(state, dispatch)
  if (listsAround($from) >= DEEPEST) return false
  return sinkListItem(nodes.item)(state, dispatch && ((tr) => dispatch(likeAbove(tr))))
}

/** A list that was made by nesting is of the kind of the list it stands in. */
function likeAbove(tr: Transaction): Transaction {
  const { $from } = tr.selection
  const lists = Array.from({ length: $from.depth }, (_, at) => at + 1).filter((depth) => $from.node(depth).type === nodes.list)
  const [outer, inner] = lists.slice(-2)
  if (outer === undefined || inner === undefined) return tr
  const own = $from.node(inner)
  const isNew = own.childCount === 1 || $from.index(inner) === 0
  const { ordered } = $from.node(outer).attrs
  return isNew && own.attrs.ordered !== ordered ? tr.setNodeMarkup($from.before(inner), null, { ordered, start: 1 }) : tr
}

/** One level out; an item of the outermost list becomes a paragraph. */
export const unnest: Command = (state, dispatch) => {
  const { $from } = state.selection
  if ($from.parent.type === nodes.heading) return level(Math.max(1, $from.parent.attrs.level - 1))(state, dispatch)
  return joiningLists(liftListItem(nodes.item))(state, dispatch)
}

/** Makes the clauses of the selection headings of a level; they stay the clauses they are. */
export const level =
  (depth: number): Command =>
  (state, dispatch) =>
    asBlock(nodes.heading, { level: depth })(state, dispatch)

export const paragraph: Command = (state, dispatch) => asBlock(nodes.paragraph, {})(state, dispatch)

/** Another kind of block with the attributes each has. An item of a list leaves it first. */
function asBlock(type: NodeType, more: object): Command {
  return (state, dispatch) => {
    const { from, to, $from } = state.selection
    if (listsAround($from) > 0 && type === nodes.heading) return false
    const tr = state.tr
    state.doc.nodesBetween(from, to, (node, pos, parent, index) => {
      if (node.type !== nodes.paragraph && node.type !== nodes.heading) return
      if (parent?.canReplaceWith(index, index + 1, type) !== true) return
      const { id, classes, values } = node.attrs
      tr.setBlockType(pos, pos + node.nodeSize, type, { id, classes, values, ...more })
    })
    if (!tr.docChanged) return false
    dispatch?.(tr.scrollIntoView())
    return true
  }
}

/** A list of the selected clauses; of the other kind where they are in one; no list where they are in one of this kind. */
export const list =
  (ordered: boolean): Command =>
  (state, dispatch) => {
    const { $from } = state.selection
    for (let depth = $from.depth; depth > 0; depth--) {
      const around = $from.node(depth)
      if (around.type !== nodes.list) continue
      if (around.attrs.ordered === ordered) return joiningLists(liftListItem(nodes.item))(state, dispatch)
      dispatch?.(state.tr.setNodeMarkup($from.before(depth), null, { ordered, start: 1 }))
      return true
    }
    if ($from.parent.type !== nodes.paragraph) return false
    return joiningLists(wrapInList(nodes.list, { ordered, start: 1 }))(state, dispatch)
  }

/** A quotation around the clauses, or none. */
export const quote: Command = (state, dispatch) => {
  const { $from } = state.selection
  for (let depth = $from.depth; depth > 0; depth--) if ($from.node(depth).type === nodes.quote) return lift(state, dispatch)
  return wrapIn(nodes.quote)(state, dispatch)
}
