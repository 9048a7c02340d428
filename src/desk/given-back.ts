import type { Element, ElementContent } from 'hast'
import { h } from '../render/html/index.js'
import { area, notice, TYPED } from './markup.js'
import type { DeskPage, DeskRequest, Sent } from './types.js'

/**
 * A page that answers a form, with everything that was typed in that form and has no place on this page: the policy was renamed meanwhile, the
 * text cannot be read any more, the row that was judged is gone. Whatever page it is, nobody types the same words twice.
 */
export function givingBack(page: DeskPage, sent: Sent, { say }: Pick<DeskRequest, 'say'>): DeskPage {
  const { above = [], below = [], beside = [] } = page
  const shown = new Set([...above, ...below, ...beside].flatMap(valuesIn))
  const gone = namedIn(sent).flatMap(([name, label]) => {
    const words = sent.words(name)?.trim() ?? ''
    return words === '' || shown.has(words) ? [] : [{ label, words }]
  })
  if (gone.length === 0) return page
  const fields = gone.map(({ label, words }, at) =>
    area({ name: `_was-${at}`, label, value: words, rows: Math.min(MOST_ROWS, words.split('\n').length + 1) }),
  )
  const back = notice('info', [h('h2', {}, say('desk.given-back')), h('p', {}, say('desk.given-back.why')), ...fields])
  return { ...page, above: [...above, ...back] }
}

// A field of more lines is higher than the window.
const MOST_ROWS = 20

/** The fields that the form said are typed in, each with its label. */
function namedIn(sent: Sent): readonly (readonly [name: string, label: string])[] {
  return sent.all(TYPED).map((said) => {
    const [name = '', ...label] = said.split(/\r?\n/)
    return [name, label.join(' ')] as const
  })
}

function valuesIn(node: ElementContent): string[] {
  if (node.type !== 'element') return []
  if (node.tagName === 'textarea') return [textOf(node).trim()]
  const { value } = node.properties
  return [...(node.tagName === 'input' && typeof value === 'string' ? [value.trim()] : []), ...node.children.flatMap(valuesIn)]
}

const textOf = ({ children }: Element): string => children.map((child) => (child.type === 'text' ? child.value : '')).join('')
