/// <reference lib="dom" />
import { Plugin } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { clauseAround, moveTo, type Siblings } from '../../edit/index.js'
import { icon } from './icons.js'
import { element, type Say } from './page.js'

/**
 * A handle beside the clause under the mouse, to drag it to another place among its neighbours. Keys do the same (Alt with an arrow), so it is
 * no stop of the Tab key.
 */
export const handle = (say: Say): Plugin =>
  new Plugin({
    view(view) {
      const grip = element('div', { className: 'editor-grip', 'aria-hidden': 'true', title: say('handle') })
      grip.append(icon('grip'))
      const line = element('div', { className: 'editor-drop' })
      line.hidden = true
      grip.hidden = true
      view.dom.parentElement?.append(grip, line)
      let own: Siblings | undefined
      let to: number | undefined

      const over = (event: PointerEvent) => {
        if (to !== undefined || event.buttons !== 0) return
        const found = view.posAtCoords({ left: event.clientX, top: event.clientY })
        own = found
          ? clauseAround(view.state.doc, found.inside >= 0 ? Math.max(found.pos, found.inside + 1) : found.pos)
          : undefined
        const dom = own && domAt(view, own.from)
        grip.hidden = !dom
        if (dom) place(grip, view, dom.getBoundingClientRect().top)
      }
      const drag = (event: PointerEvent) => {
        if (!own || event.buttons === 0) return
        const target = nearest(view, own, event.clientY)
        to = target?.pos
        line.hidden = !target
        if (target) place(line, view, target.top)
      }
      const drop = () => {
        if (own && to !== undefined) view.dispatch(moveTo(view.state.tr, own, to).scrollIntoView())
        line.hidden = true
        to = undefined
        own = undefined
        view.focus()
      }
      grip.addEventListener('pointerdown', (event) => {
        event.preventDefault()
        grip.setPointerCapture(event.pointerId)
        if (own) to = own.from
      })
      grip.addEventListener('pointermove', drag)
      grip.addEventListener('pointerup', drop)
      view.dom.addEventListener('pointermove', over)
      return {
        update: () => {
          if (to === undefined && !grip.hidden) grip.hidden = true
        },
        destroy: () => {
          grip.remove()
          line.remove()
          view.dom.removeEventListener('pointermove', over)
        },
      }
    },
  })

function domAt(view: EditorView, pos: number): HTMLElement | undefined {
  const dom = view.nodeDOM(pos)
  return dom instanceof HTMLElement ? dom : undefined
}

/** Puts something of ours at a height of the text, in the box the text stands in. */
function place(thing: HTMLElement, view: EditorView, top: number): void {
  const box = view.dom.parentElement?.getBoundingClientRect()
  thing.style.top = `${top - (box?.top ?? 0)}px`
}

/** The place between neighbours that is nearest to a height. */
function nearest(
  view: EditorView,
  { parent, from, first }: Siblings,
  height: number,
): { readonly pos: number; readonly top: number } | undefined {
  let pos = from - parent.children.slice(0, first).reduce((sum, { nodeSize }) => sum + nodeSize, 0)
  const places: { pos: number; top: number }[] = []
  for (const child of parent.children) {
    const box = domAt(view, pos)?.getBoundingClientRect()
    if (box) places.push({ pos, top: box.top })
    pos += child.nodeSize
    if (child === parent.lastChild && box) places.push({ pos, top: box.bottom })
  }
  return places.sort((a, b) => Math.abs(a.top - height) - Math.abs(b.top - height))[0]
}
