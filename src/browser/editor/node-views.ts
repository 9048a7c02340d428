/// <reference lib="dom" />
import type { Node } from 'prosemirror-model'
import type { Decoration, NodeViewConstructor } from 'prosemirror-view'
import { element, type Say } from './page.js'

/** What the decorations of an atom say that it shows. */
function spec(decorations: readonly Decoration[]): { readonly text?: string; readonly broken?: boolean } {
  return Object.assign({}, ...decorations.map((each) => each.spec as object)) as { text?: string; broken?: boolean }
}

const atom =
  (
    tag: 'span' | 'sup',
    name: string,
    fallback: (node: Node) => string,
    label: (node: Node) => string | undefined,
  ): NodeViewConstructor =>
  (node, _view, _pos, decorations) => {
    const dom = element(tag, { className: name })
    const update = (next: Node, shown: readonly Decoration[]): boolean => {
      if (next.type !== node.type || !next.sameMarkup(node)) return false
      const { text, broken } = spec(shown)
      const words = text ?? fallback(next)
      if (dom.textContent !== words) dom.textContent = words
      dom.classList.toggle('broken', broken === true)
      const said = broken ? label(next) : undefined
      if (said === undefined) dom.removeAttribute('title')
      else dom.title = said
      return true
    }
    update(node, decorations)
    return { dom, update }
  }

/** References, parameters and marks of notes, as words that are computed; what cannot be shown, with the way to the source. */
export const nodeViews = (say: Say, source: string): Record<string, NodeViewConstructor> => ({
  reference: atom(
    'span',
    'reference',
    (node) => node.attrs.target,
    (node) => say('broken', { name: node.attrs.target }),
  ),
  parameter: atom(
    'span',
    'parameter',
    (node) => node.attrs.source,
    () => undefined,
  ),
  noteMark: atom(
    'sup',
    'note-mark',
    (node) => node.attrs.name,
    () => undefined,
  ),
  opaque: (node) => {
    const dom = element(
      'div',
      { className: 'opaque', role: 'group', 'aria-label': say('opaque') },
      element('p', {}, `${say('opaque')} `, element('a', { href: source }, say('opaque.source'))),
      element('pre', { tabindex: '0' }, node.attrs.value),
    )
    return { dom, stopEvent: (event) => event.target instanceof HTMLAnchorElement }
  },
})
