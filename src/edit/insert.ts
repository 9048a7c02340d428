import { toggleMark } from 'prosemirror-commands'
import type { Node } from 'prosemirror-model'
import { type Command, type EditorState, Selection, TextSelection, type Transaction } from 'prosemirror-state'
import { addColumnAfter, addRowAfter, deleteColumn, deleteRow, deleteTable, goToNextCell, isInTable } from 'prosemirror-tables'
import { clauseAround } from './move.js'
import { freeName } from './permanent.js'
import { FRESH, schema } from './schema.js'

const { nodes, marks } = schema

const put =
  (make: () => Node): Command =>
  (state, dispatch) => {
    const { $from } = state.selection
    const node = make()
    if (!$from.parent.inlineContent || !$from.parent.canReplaceWith($from.index(), $from.index(), node.type)) return false
    dispatch?.(state.tr.replaceSelectionWith(node, true).scrollIntoView())
    return true
  }

/** The number of a clause, which follows it wherever it goes. */
export const reference = (target: string): Command => put(() => nodes.reference.create({ target }))

/** The value of a parameter. */
export const parameter = (name: string): Command => put(() => nodes.parameter.create({ source: `{{${name}}}` }))

/** A mark behind the words, and a note at the end of the text to write in. */
export const footnote: Command = (state, dispatch) => {
  const { $to } = state.selection
  if (!$to.parent.inlineContent || !$to.parent.canReplaceWith($to.index(), $to.index(), nodes.noteMark)) return false
  if (!dispatch) return true
  const name = freeName('1', noteNames(state.doc))
  const tr = state.tr.insert($to.pos, nodes.noteMark.create({ name }))
  const at = note(tr, nodes.note.create({ name }, nodes.paragraph.create(FRESH)))
  dispatch(tr.setSelection(TextSelection.create(tr.doc, at + 2)).scrollIntoView())
  return true
}

/** Puts a note where its mark has it stand among the others, and gives that place. */
export function note(tr: Transaction, made: Node): number {
  const at = placeOfNote(tr.doc, made.attrs.name)
  tr.insert(at, made)
  return at
}

/** The names that notes and their marks have. */
export function noteNames(doc: Node): ReadonlySet<string> {
  const names = new Set<string>()
  doc.descendants(({ type, attrs }) => {
    if (type === nodes.note || type === nodes.noteMark) names.add(attrs.name)
  })
  return names
}

/** Notes stand in the order of their marks: behind the note of the mark before this one. */
function placeOfNote(doc: Node, name: string): number {
  const order: string[] = []
  doc.descendants(({ type, attrs }) => {
    if (type === nodes.noteMark) order.push(attrs.name)
  })
  const before = new Set(order.slice(0, order.indexOf(name)))
  let body = 0
  let behind: number | undefined
  doc.forEach((node, offset) => {
    if (node.type !== nodes.note) body = offset + node.nodeSize
    else if (before.has(node.attrs.name)) behind = offset + node.nodeSize
  })
  return behind ?? body
}

/** A table of two columns with a head, behind the clause. */
export const table: Command = (state, dispatch) => {
  const { $from } = state.selection
  if (isInTable(state) || $from.depth === 0) return false
  const row = () => nodes.row.create(null, [nodes.cell.create(), nodes.cell.create()])
  const made = nodes.table.create(FRESH, [row(), row()])
  const at = $from.after()
  const index = $from.indexAfter(-1)
  if (!$from.node(-1).canReplaceWith(index, index, nodes.table)) return false
  if (dispatch) {
    const tr = state.tr.insert(at, made)
    dispatch(tr.setSelection(Selection.near(tr.doc.resolve(at + 3))).scrollIntoView())
  }
  return true
}

export const rowBelow: Command = addRowAfter

/** The cell behind this one; behind the last, that of a new row. */
export const nextCell: Command = (state, dispatch) => {
  if (goToNextCell(1)(state, dispatch)) return true
  const { $from } = state.selection
  if (!isInTable(state) || $from.parent.type !== nodes.cell) return false
  return addRowAfter(state, (tr) => {
    const start = tr.mapping.map($from.after(-1))
    dispatch?.(tr.setSelection(Selection.near(tr.doc.resolve(Math.min(start, $from.after(-1)) + 2))).scrollIntoView())
  })
}

export const columnRight: Command = addColumnAfter
export const withoutRow: Command = (state, dispatch) => (isOnly(state, 'row') ? deleteTable : deleteRow)(state, dispatch)
export const withoutColumn: Command = (state, dispatch) => (isOnly(state, 'column') ? deleteTable : deleteColumn)(state, dispatch)
export const withoutTable: Command = deleteTable

function isOnly({ selection: { $from } }: EditorState, what: 'row' | 'column'): boolean {
  for (let depth = $from.depth; depth > 0; depth--) {
    const node = $from.node(depth)
    if (node.type === nodes.table) return what === 'row' ? node.childCount === 1 : node.firstChild?.childCount === 1
  }
  return false
}

/**
 * An item of a list of definitions: the term is bold, and what it means follows. In words that are no item it makes one. The section it
 * stands in becomes one of definitions, if it is none.
 */
export const definition =
  (term: string): Command =>
  (state, dispatch) => {
    const own = clauseAround(state.doc, state.selection.from)
    const head = own && own.parent.type !== nodes.item ? headBefore(state.doc, own.from) : undefined
    const kind = own?.parent.child(own.first).type
    if (!own || !head || (kind !== nodes.item && kind !== nodes.paragraph && kind !== nodes.heading)) return false
    if (!dispatch) return true
    const words = nodes.paragraph.create(FRESH, [schema.text(term, [marks.strong.create()]), schema.text(': ')])
    const item = nodes.item.create(null, words)
    const tr = state.tr
    const at = kind === nodes.heading ? own.from + own.parent.child(own.first).nodeSize : own.to
    const inList = kind === nodes.item
    tr.insert(at, inList ? item : nodes.list.create({ ordered: false, start: 1 }, item))
    const { classes } = head.node.attrs
    if (!classes.includes('definitions')) tr.setNodeAttribute(head.pos, 'classes', [...classes, 'definitions'])
    const start = at + (inList ? 2 : 3)
    dispatch(tr.setSelection(TextSelection.create(tr.doc, start, start + term.length)).scrollIntoView())
    return true
  }

/** The heading whose section a place stands in. */
function headBefore(doc: Node, pos: number): { readonly node: Node; readonly pos: number } | undefined {
  let found: { node: Node; pos: number } | undefined
  doc.forEach((node, offset) => {
    if (node.type === nodes.heading && offset <= pos) found = { node, pos: offset }
  })
  return found
}

export const bold = toggleMark(marks.strong)
export const italic = toggleMark(marks.emphasis)
export const struck = toggleMark(marks.delete)

/** A link around the selected words; without an address none. */
export const link =
  (url: string): Command =>
  (state, dispatch) => {
    const { from, to, empty } = state.selection
    if (empty) return false
    const tr = state.tr.removeMark(from, to, marks.link)
    dispatch?.(url === '' ? tr : tr.addMark(from, to, marks.link.create({ url })))
    return true
  }
