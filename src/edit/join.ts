import {
  autoJoin,
  chainCommands,
  deleteSelection,
  joinBackward,
  joinForward,
  joinTextblockBackward,
  joinTextblockForward,
  selectNodeBackward,
  selectNodeForward,
} from 'prosemirror-commands'
import type { Node } from 'prosemirror-model'
import { liftListItem } from 'prosemirror-schema-list'
import type { Command } from 'prosemirror-state'
import { isItemWords } from './enter.js'
import { schema } from './schema.js'

const { nodes } = schema

/** Lists that come to stand together go on as one. */
export const joiningLists = (command: Command): Command =>
  autoJoin(command, (before: Node, after: Node) => before.type === nodes.list && before.attrs.ordered === after.attrs.ordered)

const atStart: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  if (!empty || $from.parentOffset > 0 || $from.parent.type === nodes.cell) return false
  return chainCommands(outOfList, overEmpty, joinTextblockBackward, joinBackward, selectNodeBackward)(state, dispatch)
}

/** At the start of its words an item first stops being one. */
const outOfList: Command = (state, dispatch) => isItemWords(state.selection.$from) && liftListItem(nodes.item)(state, dispatch)

/** Behind an empty clause there is nothing to join: it goes, and the words keep their id. */
const overEmpty: Command = (state, dispatch) => {
  const { $from } = state.selection
  if (!$from.parent.isTextblock || $from.depth === 0) return false
  const before = state.doc.resolve($from.before()).nodeBefore
  if (!before?.isTextblock || before.content.size > 0 || before.type === nodes.verbatim) return false
  dispatch?.(state.tr.delete($from.before() - before.nodeSize, $from.before()).scrollIntoView())
  return true
}

const atEnd: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  if (!empty || $from.parentOffset < $from.parent.content.size || $from.parent.type === nodes.cell) return false
  return chainCommands(joinTextblockForward, joinForward, selectNodeForward)(state, dispatch)
}

/** Backspace: the selection; at the start of a clause it joins the one before it, which keeps its id. */
export const backspace: Command = joiningLists(chainCommands(deleteSelection, atStart))

/** Delete: the same at the end of a clause. */
export const forward: Command = joiningLists(chainCommands(deleteSelection, atEnd))
