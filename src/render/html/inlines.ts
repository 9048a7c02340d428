import type { Element, ElementContent } from 'hast'
import { type DocBlock, type DocInline, gluedWords } from '../../present/index.js'
import { safeUrl, unsafeLink } from '../links.js'
import { language, type PageContext } from './context.js'
import { h, unseen } from './element.js'
import { fragment } from './links.js'

/** Where an inline stands: the footnote marks of a link wait in `after`, as a link cannot hold another. */
interface Surroundings {
  readonly context: PageContext
  readonly after?: ElementContent[]
  readonly blocks: (blocks: readonly DocBlock[], context: PageContext) => ElementContent[]
}

type Of<T extends DocInline['type']> = Extract<DocInline, { type: T }>
type Handlers = { readonly [T in DocInline['type']]: (node: Of<T>, around: Surroundings) => ElementContent[] }

const handlers: Handlers = {
  text: (node) => lines(node.value),
  emphasis: (node, around) => [h('em', {}, ...all(node.children, around))],
  strong: (node, around) => [h('strong', {}, ...all(node.children, around))],
  strike: (node, around) => [revision('s', 'strike', node.children, around)],
  code: (node) => [h('code', {}, node.value)],
  break: () => [h('br', {})],
  insertion: (node, around) => [changed('ins', 'insertion', node.children, around)],
  deletion: (node, around) => [changed('del', 'deletion', node.children, around)],
  span(node, around) {
    const properties = { ...language(node.lang), ...(node.role ? { className: [node.role] } : {}) }
    const words = all(node.children, around)
    // The style shows the sign or the words; assistive technology hears the words.
    if (node.sign !== undefined) return [h('span', { ...properties, dataSign: node.sign }, h('span', {}, ...words))]
    return [h('span', properties, ...words)]
  },
  link(node, around) {
    if (around.after) return all(node.children, around)
    const after: ElementContent[] = []
    const element = h('a', {}, ...all(node.children, { ...around, after }))
    if (node.target !== undefined) {
      element.properties.href = fragment(node.target)
      around.context.linkLater(element, node.target)
    } else if (node.url !== undefined) {
      const href = safeUrl(node.url)
      if (href !== undefined) element.properties.href = href
      else {
        element.tagName = 'span'
        around.context.messages.push(unsafeLink(node.url))
      }
    }
    return [element, ...after]
  },
  footnote(node, { context, after, blocks }) {
    const note = {
      number: node.number,
      id: context.claim(`_note-${node.number}`),
      mark: context.claim(`_mark-${node.number}`),
      body: [],
    }
    context.notes.push(note)
    Object.assign(note, { body: blocks(node.children, context) })
    const name = context.say('page.note', { number: String(node.number) })
    const mark = h(
      'sup',
      {},
      h(
        'a',
        { id: note.mark, href: fragment(note.id), role: 'doc-noteref', className: ['note'], ariaLabel: name },
        String(node.number),
      ),
    )
    if (!after) return [mark]
    after.push(mark)
    return []
  },
}

/** Words, of which those that belong on one line stay on it: a number with what it counts, a date. */
function lines(value: string): ElementContent[] {
  const content: ElementContent[] = []
  let at = 0
  const text = (to: number) => {
    if (to > at) content.push({ type: 'text', value: value.slice(at, to) })
  }
  for (const [from, to] of gluedWords(value)) {
    text(from)
    content.push(h('span', { className: ['kept'] }, value.slice(from, to)))
    at = to
  }
  text(value.length)
  return content
}

function changed(tag: 'ins' | 'del', kind: string, children: readonly DocInline[], around: Surroundings): Element {
  around.context.marked = true
  return revision(tag, kind, children, around)
}

/** Words inserted, deleted or struck through, said aloud at both ends: browsers and screen readers pass over the mark in silence. */
function revision(tag: 'ins' | 'del' | 's', kind: string, children: readonly DocInline[], around: Surroundings): Element {
  const { say } = around.context
  return h(tag, {}, unseen(` ${say(`page.${kind}.start`)} `), ...all(children, around), unseen(` ${say(`page.${kind}.end`)} `))
}

function all(nodes: readonly DocInline[], around: Surroundings): ElementContent[] {
  return nodes.flatMap((node) =>
    (handlers[node.type] as (node: DocInline, around: Surroundings) => ElementContent[])(node, around),
  )
}

/** Words as page content. `blocks` renders the text of a footnote. */
export function inlines(
  nodes: readonly DocInline[],
  context: PageContext,
  blocks: (blocks: readonly DocBlock[], context: PageContext) => ElementContent[],
): ElementContent[] {
  return all(nodes, { context, blocks })
}
