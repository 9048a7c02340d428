import type * as Md from 'mdast'
import type { Inline } from '../model/index.js'

/** Link definitions by identifier. */
export type Definitions = ReadonlyMap<string, Md.Definition>

/**
 * The words of a clause as a policy keeps them: on one line, without blanks at their end, and with the address of a link in the link
 * itself.
 */
export function tidyInlines(content: readonly Md.PhrasingContent[], definitions: Definitions): Inline[] {
  const tidy = content.map((node) => tidyInline(node, definitions))
  const last = tidy.at(-1)
  if (last?.type === 'break') return tidyInlines(tidy.slice(0, -1), definitions)
  if (last?.type !== 'text') return tidy
  const value = last.value.trimEnd()
  if (value === '') return tidyInlines(tidy.slice(0, -1), definitions)
  return value === last.value ? tidy : [...tidy.slice(0, -1), { ...last, value }]
}

function tidyInline(node: Md.PhrasingContent, definitions: Definitions): Inline {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'html':
      return { ...node, value: oneLine(node.value) }
    case 'image':
      return { ...node, alt: oneLine(node.alt ?? ''), title: node.title ? oneLine(node.title) : null }
    case 'imageReference': {
      const { url = '', title } = definitions.get(node.identifier) ?? {}
      return { type: 'image', url, alt: oneLine(node.alt ?? ''), title: title ? oneLine(title) : null, ...at(node) }
    }
    case 'linkReference': {
      const { url = '', title } = definitions.get(node.identifier) ?? {}
      return {
        type: 'link',
        url,
        title: title ? oneLine(title) : null,
        children: tidyInlines(node.children, definitions) as never,
        ...at(node),
      }
    }
    case 'link':
      return {
        ...node,
        title: node.title ? oneLine(node.title) : null,
        children: tidyInlines(node.children, definitions) as never,
      }
    default:
      return 'children' in node ? ({ ...node, children: tidyInlines(node.children, definitions) } as Inline) : node
  }
}

const oneLine = (text: string): string => text.replace(/[ \t]*\n[ \t]*/g, ' ')

const at = ({ position }: Md.Node) => (position ? { position } : {})
