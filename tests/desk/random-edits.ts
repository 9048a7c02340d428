import { redo, undo } from 'prosemirror-history'
import type { Node, Slice } from 'prosemirror-model'
import { type Command, EditorState, NodeSelection, TextSelection } from 'prosemirror-state'
import { core, insert, KEYS, nesting } from '../../src/edit/index.js'

/** Numbers below one, the same for one seed. */
export function random(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** Words as people type them, and the signs that mean something in the file. */
const TYPED = [
  'de school',
  ' ',
  '  ',
  'x',
  '.',
  ' toestemming',
  'é',
  'e\u0301',
  '\u00a0',
  '*',
  '**',
  '_',
  '`',
  '[',
  ']',
  '(',
  ')',
  '[](#foto)',
  '[^1]',
  '#',
  '# ',
  '1. ',
  '2) ',
  '- ',
  '+ ',
  '> ',
  '---',
  '***',
  '~~~',
  '~~',
  '```',
  '|',
  '| a |',
  '<',
  '<b>',
  '<!--',
  '&',
  '&amp;',
  '\\',
  '{',
  '}',
  '{#foto}',
  '{.locked}',
  '{{',
  '{{naam}}',
  '{{ naam }}',
  'http://voorbeeld.nl',
  'www.voorbeeld.nl',
  '!',
  '![x](y)',
  ':',
  '^',
  '"',
  "'",
  '\t',
  '=',
  '===',
  '$1',
  '%',
  '€',
]

/** A step of editing: its name, and the state after it. `loses`: it may take clauses away. */
export interface Step {
  readonly name: string
  readonly loses: boolean
  readonly state: EditorState
}

export const start = (doc: Node): EditorState => EditorState.create({ doc, plugins: [...core()] })

export function editor(seed: number) {
  const next = random(seed)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T
  let clipboard: Slice | undefined

  const anywhere = (doc: Node): number => Math.floor(next() * (doc.content.size + 1))
  const run = (state: EditorState, command: Command): EditorState => {
    let after = state
    command(state, (tr) => {
      after = state.apply(tr)
    })
    return after
  }
  const select = (state: EditorState, wide: boolean): EditorState => {
    const $from = state.doc.resolve(anywhere(state.doc))
    const reach = next() < 0.8 ? 12 : 400
    const $to = wide ? state.doc.resolve(Math.min(state.doc.content.size, $from.pos + Math.floor(next() * reach))) : $from
    return state.apply(state.tr.setSelection(TextSelection.between($from, $to)))
  }
  const key = (name: string) => (state: EditorState) => run(state, KEYS[name] as Command)
  const targets = (doc: Node): string[] => {
    const ids: string[] = []
    doc.descendants(({ attrs }) => {
      if (attrs.id) ids.push(attrs.id)
    })
    return ids.length > 0 ? ids : ['niets']
  }

  type Edit = readonly [name: string, weight: number, loses: boolean, apply: (state: EditorState) => EditorState]
  const edits: readonly Edit[] = [
    ['type', 24, false, (state) => state.apply(state.tr.insertText(pick(TYPED), state.selection.from))],
    [
      'replace',
      4,
      true,
      (state) => {
        const wide = select(state, true)
        return wide.apply(wide.tr.insertText(pick(TYPED)))
      },
    ],
    ['delete', 6, true, (state) => run(select(state, true), KEYS.Delete as Command)],
    ['Enter', 10, false, key('Enter')],
    ['Enter over a selection', 2, true, (state) => key('Enter')(select(state, true))],
    ['Shift-Enter', 2, true, key('Shift-Enter')],
    ['Backspace', 8, true, key('Backspace')],
    ['Delete', 4, true, key('Delete')],
    ['Tab', 6, false, key('Tab')],
    ['Shift-Tab', 6, false, key('Shift-Tab')],
    ['Alt-ArrowUp', 4, false, key('Alt-ArrowUp')],
    ['Alt-ArrowDown', 4, false, key('Alt-ArrowDown')],
    ['heading', 3, false, (state) => run(state, nesting.level(1 + Math.floor(next() * 6)))],
    ['paragraph', 3, false, (state) => run(state, nesting.paragraph)],
    ['numbered list', 3, false, (state) => run(select(state, next() < 0.3), nesting.list(true))],
    ['bullets', 3, false, (state) => run(select(state, next() < 0.3), nesting.list(false))],
    ['quote', 2, false, (state) => run(state, nesting.quote)],
    [
      'mark',
      8,
      false,
      (state) =>
        run(
          select(state, true),
          pick([insert.bold, insert.italic, insert.struck, insert.link('https://voorbeeld.nl'), insert.link('')]),
        ),
    ],
    [
      'copy',
      4,
      false,
      (state) => {
        const wide = select(state, true)
        clipboard = wide.selection.content()
        return wide
      },
    ],
    [
      'cut',
      3,
      true,
      (state) => {
        const wide = select(state, true)
        clipboard = wide.selection.content()
        return wide.apply(wide.tr.deleteSelection())
      },
    ],
    ['paste', 6, true, (state) => (clipboard ? state.apply(state.tr.replaceSelection(clipboard)) : state)],
    [
      'take a node',
      2,
      true,
      (state) => {
        const at = anywhere(state.doc)
        const node = state.doc.nodeAt(at)
        return node && NodeSelection.isSelectable(node)
          ? state.apply(state.tr.setSelection(NodeSelection.create(state.doc, at)).deleteSelection())
          : state
      },
    ],
    ['table', 1, false, (state) => run(state, insert.table)],
    ['row', 2, false, (state) => run(state, insert.rowBelow)],
    ['column', 1, false, (state) => run(state, insert.columnRight)],
    ['less of a table', 1, true, (state) => run(state, pick([insert.withoutRow, insert.withoutColumn, insert.withoutTable]))],
    ['footnote', 2, false, (state) => run(state, insert.footnote)],
    ['reference', 4, true, (state) => run(state, insert.reference(pick(targets(state.doc))))],
    ['parameter', 2, true, (state) => run(state, insert.parameter('naam'))],
    ['definition', 1, false, (state) => run(state, insert.definition('Begrip'))],
    ['undo', 5, true, (state) => run(state, undo)],
    ['redo', 4, true, (state) => run(state, redo)],
  ]
  const total = edits.reduce((sum, [, weight]) => sum + weight, 0)

  return (state: EditorState): Step => {
    let left = next() * total
    const [name, , loses, apply] = edits.find(([, weight]) => (left -= weight) < 0) ?? (edits[0] as Edit)
    const stays = name === 'undo' || name === 'redo' || (next() < 0.4 && (loses || state.selection.empty))
    const placed = stays ? state : select(state, false)
    return { name, loses, state: apply(placed) }
  }
}
