import type * as Md from 'mdast'
import {
  type Attributes,
  type Block,
  ID,
  type Inline,
  type Item,
  type Message,
  NO_ATTRIBUTES,
  type Note,
  type Place,
  parseAttributes,
  type Section,
  type Table,
  type TableRow,
} from '../model/index.js'
import type { AttributesNode } from './attribute-syntax.js'
import { tidyInlines } from './inlines.js'
import { MAX_DEPTH } from './source.js'

export interface Body {
  readonly children: readonly Block[]
  readonly notes: readonly Note[]
  readonly messages: readonly Message[]
}

/** Builds the tree of sections and clauses from a parsed body. */
export function buildBody(root: Md.Root, file: string): Body {
  const messages: Message[] = []
  const notes: Note[] = []
  const definitions = new Map<string, Md.Definition>()
  const report = (message: Omit<Message, 'severity'>) => messages.push({ severity: 'error', ...message })

  const place = (node: Pick<Md.Node, 'position'>): Place => {
    const { start, end } = node.position ?? { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } }
    return { file, line: start.line, column: start.column, endLine: end.line, endColumn: end.column }
  }

  const readAttributes = (node: AttributesNode, at: Place): Attributes => {
    const { attributes, rest } = parseAttributes(node.value)
    if (rest !== '') {
      report({
        rule: 'attributes/syntax',
        reason: `Unexpected "${rest}" in attributes, expected {#id .class key=value}`,
        place: at,
      })
    }
    if (attributes.id !== undefined && !ID.test(attributes.id)) {
      report({
        rule: 'id/form',
        reason: `Unexpected id "${attributes.id}", expected lower-case letters, digits and hyphens, starting with a letter`,
        place: at,
      })
    }
    return attributes
  }

  /** Takes the attributes off the end of a clause's words. */
  const ownWords = (content: readonly Md.PhrasingContent[], at: Place): { content: Inline[]; attributes: Attributes } => {
    const last = content.at(-1)
    if (last?.type !== 'attributes') return { content: tidy(content), attributes: NO_ATTRIBUTES }
    return { content: tidy(content.slice(0, -1)), attributes: readAttributes(last, at) }
  }

  const tidy = (content: readonly Md.PhrasingContent[]): Inline[] => tidyInlines(content, definitions)

  const table = (node: Md.Table): Table => {
    const rows = [...node.children]
    const last = rows.at(-1)
    const first = last?.children[0]?.children
    const isAttributes =
      first?.length === 1 && first[0]?.type === 'attributes' && last?.children.slice(1).every((c) => c.children.length === 0)
    const attributes =
      isAttributes && last && rows.length > 1 ? readAttributes(first[0] as AttributesNode, place(last)) : NO_ATTRIBUTES
    if (isAttributes && rows.length > 1) rows.pop()
    const width = Math.max(...rows.map((row) => row.children.length))
    const align = Array.from({ length: width }, (_, i) => node.align?.[i] ?? null)
    return {
      type: 'table',
      align,
      rows: rows.map(
        (row): TableRow => ({
          cells: align.map((_, i) => tidy(row.children[i]?.children ?? [])),
          place: place(row),
        }),
      ),
      attributes,
      place: place(node),
    }
  }

  const item = (node: Md.ListItem, depth: number): Item => {
    const [first, ...rest] = node.children
    const own = first?.type === 'paragraph' ? ownWords(first.children, place(first)) : { content: [], attributes: NO_ATTRIBUTES }
    return {
      type: 'item',
      ...own,
      children: flow(first?.type === 'paragraph' ? rest : node.children, depth),
      place: place(
        first?.type === 'paragraph'
          ? { position: { start: node.position?.start ?? START, end: first.position?.end ?? START } }
          : node,
      ),
    }
  }

  // Blocks that stand in a row, without the sections headings open: inside items, quotations and notes.
  const flow = (nodes: readonly Md.RootContent[], depth: number): Block[] => {
    if (depth > MAX_DEPTH) {
      const [node] = nodes
      if (node && !messages.some((m) => m.rule === 'file/depth')) {
        report({
          rule: 'file/depth',
          reason: `Unexpected nesting of more than ${MAX_DEPTH} lists or quotations`,
          place: place(node),
        })
      }
      return []
    }
    return nodes.flatMap((node): Block[] => {
      switch (node.type) {
        case 'paragraph': {
          const own = ownWords(node.children, place(node))
          return own.content.length > 0 || own.attributes !== NO_ATTRIBUTES
            ? [{ type: 'paragraph', ...own, place: place(node) }]
            : []
        }
        case 'heading':
          return [
            { type: 'section', depth: node.depth, ...ownWords(node.children, place(node)), children: [], place: place(node) },
          ]
        case 'list':
          return [
            {
              type: 'list',
              ordered: node.ordered === true,
              start: node.start ?? 1,
              items: node.children.map((child) => item(child, depth + 1)),
              place: place(node),
            },
          ]
        case 'table':
          return [table(node)]
        case 'blockquote':
          return [{ type: 'quote', children: flow(node.children, depth + 1), place: place(node) }]
        case 'code': {
          const info = [node.lang, node.meta].filter(Boolean).join(' ')
          const braces = /\{([^{}]*)\}\s*$/.exec(info)
          const language = info.slice(0, braces?.index).trim()
          const attributes = braces ? readAttributes({ type: 'attributes', value: braces[1] ?? '' }, place(node)) : NO_ATTRIBUTES
          return [
            {
              type: 'verbatim',
              format: 'code',
              value: node.value,
              ...(language ? { language } : {}),
              attributes,
              place: place(node),
            },
          ]
        }
        case 'html':
          return [{ type: 'verbatim', format: 'html', value: node.value, attributes: NO_ATTRIBUTES, place: place(node) }]
        case 'thematicBreak':
          return [{ type: 'rule', place: place(node) }]
        case 'footnoteDefinition':
          notes.push({ type: 'note', name: node.identifier, children: flow(node.children, depth + 1), place: place(node) })
          return []
        // Collected before, and used where a link names them.
        case 'definition':
          return []
        default:
          throw new Error(`Markdown node "${node.type}" at ${file}:${place(node).line} has no place in a policy`)
      }
    })
  }

  for (const node of root.children) collectDefinitions(node, definitions)
  const children = nest(flow(root.children, 0))
  return { children, notes, messages }
}

const START = { line: 1, column: 1, offset: 0 }

function collectDefinitions(node: Md.RootContent, into: Map<string, Md.Definition>): void {
  if (node.type === 'definition') {
    if (!into.has(node.identifier)) into.set(node.identifier, node)
  } else if (
    node.type === 'blockquote' ||
    node.type === 'list' ||
    node.type === 'listItem' ||
    node.type === 'footnoteDefinition'
  ) {
    for (const child of node.children) collectDefinitions(child, into)
  }
}

/** Turns a row of headings and blocks into sections that hold what follows them. */
function nest(blocks: readonly Block[]): Block[] {
  type Open = Section & { children: Block[] }
  const top: Block[] = []
  const open: Open[] = []
  for (const block of blocks) {
    if (block.type === 'section') {
      while ((open.at(-1)?.depth ?? 0) >= block.depth) open.pop()
      const section: Open = { ...block, children: [] }
      ;(open.at(-1)?.children ?? top).push(section)
      open.push(section)
    } else (open.at(-1)?.children ?? top).push(block)
  }
  return top
}
