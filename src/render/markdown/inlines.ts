import type { PhrasingContent, RootContent } from 'mdast'
import type { DocBlock, DocInline } from '../../present/index.js'
import { lostLink, safeUrl, unsafeLink } from '../links.js'
import type { MarkdownContext } from './context.js'

/** Renders the blocks of a footnote. */
export type Blocks = (blocks: readonly DocBlock[], context: MarkdownContext) => RootContent[]

type Of<T extends DocInline['type']> = Extract<DocInline, { type: T }>
type Handlers = {
  readonly [T in DocInline['type']]: (node: Of<T>, context: MarkdownContext, blocks: Blocks) => PhrasingContent[]
}

const handlers: Handlers = {
  text: (node) => [{ type: 'text', value: node.value }],
  emphasis: (node, context, blocks) => [{ type: 'emphasis', children: inlines(node.children, context, blocks) }],
  strong: (node, context, blocks) => [{ type: 'strong', children: inlines(node.children, context, blocks) }],
  strike: (node, context, blocks) => [{ type: 'delete', children: inlines(node.children, context, blocks) }],
  code: (node) => [{ type: 'inlineCode', value: node.value }],
  break: () => [{ type: 'break' }],
  insertion: (node, context, blocks) => [{ type: 'insertion', children: inlines(node.children, context, blocks) }],
  deletion: (node, context, blocks) => [{ type: 'deletion', children: inlines(node.children, context, blocks) }],
  span(node, context, blocks) {
    const children = inlines(node.children, context, blocks)
    return node.role === 'tag' ? [{ type: 'strong', children }] : children
  },
  link(node, context, blocks) {
    const children = inlines(node.children, context, blocks)
    if (node.target !== undefined) {
      if (context.ids.has(node.target)) return [{ type: 'link', url: `#${encodeURIComponent(node.target)}`, children }]
      context.messages.push(lostLink(node.target))
    } else if (node.url !== undefined) {
      const url = safeUrl(node.url)
      if (url !== undefined) return [{ type: 'link', url, children }]
      context.messages.push(unsafeLink(node.url))
    }
    return children
  },
  footnote(node, context, blocks) {
    const identifier = context.noteName(node.number)
    const definition = { type: 'footnoteDefinition' as const, identifier, label: identifier, children: [] }
    context.notes.push(definition)
    Object.assign(definition, { children: blocks(node.children, context) })
    return [{ type: 'footnoteReference', identifier, label: identifier }]
  },
}

/** Words as mdast. The text of a footnote goes to the end of the document. */
export function inlines(nodes: readonly DocInline[], context: MarkdownContext, blocks: Blocks): PhrasingContent[] {
  return nodes.flatMap((node) =>
    (handlers[node.type] as (node: DocInline, context: MarkdownContext, blocks: Blocks) => PhrasingContent[])(
      node,
      context,
      blocks,
    ),
  )
}
