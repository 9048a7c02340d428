import type * as Md from 'mdast'
import type { Inline } from '../model/index.js'

/** Link definitions by identifier. */
type Definitions = ReadonlyMap<string, Md.Definition>

export function collectDefinitions(parent: Md.Parents, into = new Map<string, Md.Definition>()): Definitions {
  for (const node of parent.children) {
    if (node.type !== 'definition') 'children' in node && collectDefinitions(node, into)
    else if (!into.has(node.identifier)) into.set(node.identifier, node)
  }
  return into
}

/**
 * The words of a clause as a policy keeps them: on one line, without blanks at their end, with the address of a link in the link
 * itself, and without emphasis in emphasis. Braces that are no attributes of the clause are text. A heading has no line breaks.
 */
export const tidyInlines = (content: readonly Md.PhrasingContent[], definitions: Definitions, heading = false): Inline[] =>
  trimEnd(tidyAll(content, definitions, heading ? ['heading'] : []))

function tidyAll(content: readonly Md.PhrasingContent[], definitions: Definitions, inside: readonly string[]): Inline[] {
  const tidy: Inline[] = []
  for (const node of content.flatMap((inline) => tidyInline(inline, definitions, inside))) {
    const last = tidy.at(-1)
    if (node.type === 'text' && last?.type === 'text') tidy[tidy.length - 1] = { ...last, value: last.value + node.value }
    else tidy.push(node)
  }
  return tidy
}

function trimEnd(tidy: Inline[]): Inline[] {
  const last = tidy.at(-1)
  if (last?.type === 'break') return trimEnd(tidy.slice(0, -1))
  if (last?.type !== 'text') return tidy
  const value = last.value.trimEnd()
  return value === '' ? trimEnd(tidy.slice(0, -1)) : [...tidy.slice(0, -1), value === last.value ? last : { ...last, value }]
}

function tidyInline(node: Md.PhrasingContent, definitions: Definitions, inside: readonly string[]): Inline[] {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'html':
      return [{ ...node, value: oneLine(node.value) }]
    case 'break':
      return inside.includes('heading') ? [{ type: 'text', value: ' ' }] : [node]
    case 'attributes':
      return [{ type: 'text', value: `{${node.value}}`, ...at(node) }]
    case 'image':
      return [{ ...node, alt: oneLine(node.alt ?? ''), title: node.title ? oneLine(node.title) : null }]
    case 'imageReference': {
      const { url = '', title } = definitions.get(node.identifier) ?? {}
      return [{ type: 'image', url, alt: oneLine(node.alt ?? ''), title: title ? oneLine(title) : null, ...at(node) }]
    }
    case 'link':
    case 'linkReference': {
      const { url = '', title } = node.type === 'link' ? node : (definitions.get(node.identifier) ?? {})
      const children = tidyAll(node.children, definitions, [...inside, 'link']) as Md.Link['children']
      return [{ type: 'link', url, title: title ? oneLine(title) : null, children, ...at(node) }]
    }
    case 'emphasis':
    case 'strong':
    case 'delete': {
      const children = tidyAll(node.children, definitions, [...inside, node.type])
      return inside.includes(node.type) ? children : [{ ...node, children }]
    }
    default:
      return [node]
  }
}

const oneLine = (text: string): string => text.replace(/[ \t]*\n[ \t]*/g, ' ')

const at = ({ position }: Md.Node) => (position ? { position } : {})
