import { chainCommands, createParagraphNear, exitCode, liftEmptyBlock, newlineInCode } from 'prosemirror-commands'
import type { ResolvedPos } from 'prosemirror-model'
import { liftListItem, splitListItem } from 'prosemirror-schema-list'
import { type Command, TextSelection, type Transaction } from 'prosemirror-state'
import { canSplit } from 'prosemirror-transform'
import { attributesOf, FRESH, schema } from './schema.js'

const { nodes } = schema

/** The item whose own words the cursor stands in; below an item's words are clauses of their own. */
export const isItemWords = ($pos: ResolvedPos): boolean =>
  $pos.parent.type === nodes.paragraph && $pos.depth > 1 && $pos.node(-1).type === nodes.item && $pos.index(-1) === 0

const isInCell = ($from: ResolvedPos): boolean => $from.parent.type === nodes.cell

/** The next item, the next paragraph; in an empty item one step out. A cell has no lines: Enter goes to the one below it. */
export const enter: Command = (state, dispatch, view) => {
  const { $from } = state.selection
  if (isInCell($from)) return downInTable(state, dispatch)
  return chainCommands(newlineInCode, nextItem, createParagraphNear, liftEmptyBlock, splitClause)(state, dispatch, view)
}

const nextItem: Command = (state, dispatch) => {
  const { $from, $to } = state.selection
  if (!isItemWords($from)) return false
  if ($from.parent.content.size === 0 && $from.node(-1).childCount === 1) return liftListItem(nodes.item)(state, dispatch)
  // At its start the item keeps its words, and its id: what comes before them is new.
  if ($from.parentOffset === 0 && $from.pos === $to.pos && $from.parent.content.size > 0) {
    const empty = nodes.item.create(null, nodes.paragraph.create(FRESH))
    dispatch?.(state.tr.insert($from.before(-1), empty).scrollIntoView())
    return true
  }
  return splitListItem(nodes.item)(state, dispatch && ((tr) => dispatch(withoutAttributes(tr))))
}

/** Cuts a clause in two. The first half keeps its attributes; behind a heading comes a paragraph. */
const splitClause: Command = (state, dispatch) => {
  const { $from, $to } = state.selection
  if (!$from.parent.isTextblock) return false
  if ($from.sameParent($to) && $from.parent.type !== nodes.paragraph && $from.parent.type !== nodes.heading)
    return exitCode(state, dispatch)
  dispatch?.(splitAt(state.tr.deleteSelection()))
  return true
}

function splitAt(tr: Transaction): Transaction {
  const { $from } = tr.selection
  const { parent } = $from
  if (parent.type !== nodes.paragraph && parent.type !== nodes.heading) return tr.scrollIntoView()
  if ($from.parentOffset === 0 && parent.content.size > 0) {
    const at = $from.before()
    if (!$from.node(-1).canReplaceWith($from.index(-1), $from.index(-1), nodes.paragraph)) return tr
    return tr.insert(at, nodes.paragraph.create(FRESH)).scrollIntoView()
  }
  const atEnd = $from.parentOffset === parent.content.size
  const type = atEnd || parent.type === nodes.paragraph ? nodes.paragraph : nodes.heading
  const attrs = type === nodes.heading ? { ...FRESH, level: parent.attrs.level } : FRESH
  return canSplit(tr.doc, $from.pos, 1, [{ type, attrs }]) ? tr.split($from.pos, 1, [{ type, attrs }]).scrollIntoView() : tr
}

/** The words a split left behind are a clause that has nothing yet. */
function withoutAttributes(tr: Transaction): Transaction {
  const { $from } = tr.selection
  const { parent } = $from
  if ($from.depth === 0 || parent.type !== nodes.paragraph || attributesOf(parent.attrs) === attributesOf(FRESH)) return tr
  return tr.setNodeMarkup($from.before(), null, FRESH)
}

const downInTable: Command = (state, dispatch) => {
  const { $from } = state.selection
  const table = $from.node(-2)
  const [row, column] = [$from.index(-2), $from.index(-1)]
  if (row + 1 >= table.childCount) return true
  let pos = $from.start(-2)
  for (let at = 0; at <= row; at++) pos += table.child(at).nodeSize
  const below = table.child(row + 1)
  pos += 1
  for (let at = 0; at < Math.min(column, below.childCount - 1); at++) pos += below.child(at).nodeSize
  dispatch?.(state.tr.setSelection(TextSelection.create(state.doc, pos + 1)).scrollIntoView())
  return true
}

/** A line within a clause, where one can stand. */
export const lineBreak: Command = (state, dispatch) => {
  const { $from } = state.selection
  if ($from.parent.type !== nodes.paragraph) return enter(state, dispatch)
  dispatch?.(state.tr.replaceSelectionWith(nodes.hardBreak.create()).scrollIntoView())
  return true
}
