/// <reference lib="dom" />

import { redo, undo } from 'prosemirror-history'
import type { Command, EditorState } from 'prosemirror-state'
import { isInTable } from 'prosemirror-tables'
import type { EditorView } from 'prosemirror-view'
import { insert, KEYS, nesting, schema } from '../../edit/index.js'
import { type IconName, icon } from './icons.js'
import { element, type Say } from './page.js'

/** A tool: what it does, and whether what it makes is there already. */
interface Tool {
  readonly name: string
  readonly icon: IconName
  readonly command: Command
  readonly key?: string
  readonly isOn?: (state: EditorState) => boolean
  /** Shown only where it can do something. */
  readonly only?: (state: EditorState) => boolean
}

/** What asks a question first: shown as a button, done by who made the bar. */
export type Asking = 'link' | 'reference' | 'parameter'

const isMarked = (name: 'strong' | 'emphasis' | 'delete') => (state: EditorState) => {
  const { from, to, empty, $from } = state.selection
  const mark = schema.marks[name]
  return empty ? mark.isInSet(state.storedMarks ?? $from.marks()) !== undefined : state.doc.rangeHasMark(from, to, mark)
}

const isList =
  (ordered: boolean) =>
  ({ selection: { $from } }: EditorState) => {
    for (let depth = $from.depth; depth > 0; depth--) {
      const node = $from.node(depth)
      if (node.type === schema.nodes.list) return node.attrs.ordered === ordered
    }
    return false
  }

const key = (name: string): Command => KEYS[name] as Command

const groups = (say: Say): readonly (readonly (Tool | Asking)[])[] => [
  [
    { name: 'undo', icon: 'undo', command: undo, key: 'Ctrl+Z' },
    { name: 'redo', icon: 'redo', command: redo, key: 'Ctrl+Y' },
  ],
  [
    { name: 'bold', icon: 'bold', command: insert.bold, key: 'Ctrl+B', isOn: isMarked('strong') },
    { name: 'italic', icon: 'italic', command: insert.italic, key: 'Ctrl+I', isOn: isMarked('emphasis') },
    { name: 'struck', icon: 'struck', command: insert.struck, isOn: isMarked('delete') },
    'link',
  ],
  [
    { name: 'numbered', icon: 'numbered', command: nesting.list(true), key: 'Ctrl+Shift+7', isOn: isList(true) },
    { name: 'bullets', icon: 'bullets', command: nesting.list(false), key: 'Ctrl+Shift+8', isOn: isList(false) },
    { name: 'higher', icon: 'higher', command: nesting.unnest, key: 'Shift+Tab' },
    { name: 'deeper', icon: 'deeper', command: nesting.nest, key: 'Tab' },
    { name: 'up', icon: 'up', command: key('Alt-ArrowUp'), key: 'Alt+↑' },
    { name: 'down', icon: 'down', command: key('Alt-ArrowDown'), key: 'Alt+↓' },
  ],
  [
    'reference',
    'parameter',
    { name: 'footnote', icon: 'footnote', command: insert.footnote },
    { name: 'definition', icon: 'definition', command: insert.definition(say('definition.term')) },
    { name: 'quote', icon: 'quote', command: nesting.quote },
    { name: 'table', icon: 'table', command: insert.table, only: (state) => !isInTable(state) },
  ],
  [
    { name: 'table.row', icon: 'row', command: insert.rowBelow, only: isInTable },
    { name: 'table.column', icon: 'column', command: insert.columnRight, only: isInTable },
    { name: 'table.less-row', icon: 'lessRow', command: insert.withoutRow, only: isInTable },
    { name: 'table.less-column', icon: 'lessColumn', command: insert.withoutColumn, only: isInTable },
    { name: 'table.none', icon: 'bin', command: insert.withoutTable, only: isInTable },
  ],
]

/** The tools above the text: one stop for the Tab key, and arrows between them, as a toolbar is used everywhere. */
export function toolbar(view: () => EditorView, say: Say, ask: (what: Asking) => void) {
  const bar = element('div', {
    className: 'editor-tools',
    role: 'toolbar',
    'aria-label': say('toolbar'),
    'aria-controls': '_text',
  })
  const updates: ((state: EditorState) => void)[] = []
  const act = (command: Command) => {
    command(view().state, view().dispatch, view())
    later()
    view().focus()
  }

  const kind = element('select', { 'aria-label': say('kind') })
  kind.append(element('option', { value: '0' }, say('kind.paragraph')))
  for (const level of [1, 2, 3, 4])
    kind.append(element('option', { value: String(level) }, say('kind.heading', { count: level })))
  kind.addEventListener('change', () => act(kind.value === '0' ? nesting.paragraph : nesting.level(Number(kind.value))))
  updates.push(({ selection: { $from } }) => {
    const { type, attrs } = $from.parent
    const now = type === schema.nodes.heading ? String(Math.min(4, attrs.level)) : '0'
    if (kind.value !== now) kind.value = now
  })
  bar.append(element('span', { className: 'group' }, kind))

  for (const group of groups(say)) {
    const buttons = group.map((tool) => {
      const isAsking = typeof tool === 'string'
      const name = isAsking ? tool : tool.name
      const label = say(name)
      const shortcut = isAsking || !tool.key ? '' : ` (${tool.key})`
      const button = element(
        'button',
        { type: 'button', 'aria-label': label, title: label + shortcut, tabindex: '-1' },
        icon(isAsking ? tool : tool.icon),
      )
      if (isAsking) button.addEventListener('click', () => ask(tool))
      else {
        button.addEventListener('click', () => act(tool.command))
        updates.push((state) => {
          const isHidden = tool.only?.(state) === false
          if (button.hidden !== isHidden) button.hidden = isHidden
          said(button, 'aria-disabled', !tool.command(state))
          if (tool.isOn) said(button, 'aria-pressed', tool.isOn(state))
        })
      }
      // A press of the mouse leaves the selection in the text as it is.
      button.addEventListener('mousedown', (event) => event.preventDefault())
      return button
    })
    bar.append(element('span', { className: 'group' }, ...buttons))
  }
  arrows(bar)
  bar.addEventListener('keydown', ({ key }) => key === 'Escape' && view().focus())
  let isDue = false
  // What is typed is painted first; the tools follow.
  const later = () => {
    if (isDue) return
    isDue = true
    requestAnimationFrame(() =>
      setTimeout(() => {
        isDue = false
        for (const each of updates) each(view().state)
      }),
    )
  }
  return { bar, later, focus: () => kind.focus() }
}

/** Says what holds of a tool where it did not hold before: whatever is written on a page is looked at again by the browser, the same words too. */
function said(button: HTMLElement, attribute: string, holds: boolean): void {
  if (button.getAttribute(attribute) !== String(holds)) button.setAttribute(attribute, String(holds))
}

/** One tool at a time can be reached by Tab; arrows, Home and End go to the others. */
function arrows(bar: HTMLElement): void {
  const tools = () => [...bar.querySelectorAll<HTMLElement>('select, button')].filter((each) => !each.hidden)
  bar.addEventListener('keydown', (event) => {
    const all = tools()
    const at = all.indexOf(document.activeElement as HTMLElement)
    const isSelect = document.activeElement instanceof HTMLSelectElement
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: all.length - 1 }[event.key]
    if (to === undefined || at < 0 || (isSelect && !event.key.startsWith('Arrow'))) return
    event.preventDefault()
    all[(to + all.length) % all.length]?.focus()
  })
  bar.addEventListener('focusin', ({ target }) => {
    for (const each of tools()) each.tabIndex = each === target ? 0 : -1
  })
}
