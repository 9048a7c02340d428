import type { Element } from 'hast'
import type { PageContext } from './context.js'
import { h } from './element.js'
import { fragment } from './links.js'

/** The footnotes of the page at its end, each with a way back to its mark; undefined when there are none. */
export function endnotes({ notes, say }: PageContext): Element | undefined {
  if (notes.length === 0) return undefined
  const items = notes.map(({ number, id, mark, body }) =>
    h(
      'li',
      { id, value: number },
      h('div', { className: ['inside'] }, ...body),
      h('a', {
        href: fragment(mark),
        role: 'doc-backlink',
        className: ['back'],
        ariaLabel: say('page.note.back', { number: String(number) }),
      }),
    ),
  )
  return h(
    'section',
    { className: ['notes'], role: 'doc-endnotes', ariaLabelledBy: '_notes' },
    h('h2', { id: '_notes' }, say('page.notes')),
    h('ol', {}, items),
  )
}
