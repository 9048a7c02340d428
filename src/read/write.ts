import type * as Md from 'mdast'
import {
  type Attributes,
  type Block,
  formatAttributes,
  type Inline,
  type Item,
  type Note,
  type Policy,
  type Table,
  type Verbatim,
} from '../model/index.js'
import { closedHtml } from './closed-html.js'
import { stringifyMarkdown } from './stringify.js'

/** The policy as a file in canonical style (see docs/format.md). Front matter is written as it was read, character by character. */
export function writePolicy(policy: Pick<Policy, 'yaml' | 'children' | 'notes'>): string {
  const body = writeBlocks(policy.children, policy.notes)
  return policy.yaml === '' ? body : `---\n${policy.yaml}---\n${body === '' ? '' : `\n${body}`}`
}

/** Blocks and notes as canonical Markdown, ending in a line end; empty for no blocks. */
export function writeBlocks(children: readonly Block[], notes: readonly Note[] = []): string {
  const root: Md.Root = { type: 'root', children: closedHtml([...children.flatMap(toMdast), ...notes.map(note)]) }
  return root.children.length === 0 ? '' : stringifyMarkdown(root)
}

function words(content: readonly Inline[], attributes: Attributes): Md.PhrasingContent[] {
  const braces = formatAttributes(attributes)
  if (braces === '') return [...content]
  const node: Md.PhrasingContent = { type: 'attributes', value: braces.slice(1, -1) }
  return content.length === 0 ? [node] : [...content, { type: 'text', value: ' ' }, node]
}

function toMdast(block: Block): Md.RootContent[] {
  switch (block.type) {
    case 'section':
      return [
        { type: 'heading', depth: Math.min(block.depth, 6) as 1, children: words(block.content, block.attributes) },
        ...block.children.flatMap(toMdast),
      ]
    case 'paragraph':
      return [{ type: 'paragraph', children: words(block.content, block.attributes) }]
    case 'list':
      return [
        {
          type: 'list',
          ordered: block.ordered,
          start: block.ordered ? block.start : null,
          spread: block.items.some(isSpread),
          children: block.items.map(item),
        },
      ]
    case 'table':
      return [table(block), ...attributesBelow(block)]
    case 'quote':
      return [{ type: 'blockquote', children: closedHtml(block.children.flatMap(toMdast)) as Md.BlockContent[] }]
    case 'verbatim': {
      if (block.format === 'html') return [{ type: 'html', value: block.value }]
      const [lang, ...meta] = (block.language ?? '').split(' ')
      const code: Md.Code = { type: 'code', lang: lang || null, meta: meta.join(' ') || null, value: block.value }
      return [code, ...attributesBelow(block)]
    }
    case 'rule':
      return [{ type: 'thematicBreak' }]
  }
}

// Attributes that stand on a line of their own, directly below their table or code block.
function attributesBelow({ attributes }: Table | Verbatim): Md.Paragraph[] {
  const children = words([], attributes)
  return children.length > 0 ? [{ type: 'paragraph', children, data: { directlyBelow: true } }] : []
}

// An item that holds more than its own words and a nested list is easier to read with blank lines around its parts. A nested item
// without words of its own needs one: its first child would be read as words.
const isSpread = (node: Item): boolean =>
  node.children.some((child) => child.type !== 'list' || child.items.some(({ content }) => content.length === 0))

function item(node: Item): Md.ListItem {
  const children = closedHtml(node.children.flatMap(toMdast)) as Md.BlockContent[]
  const own = words(node.content, node.attributes)
  return {
    type: 'listItem',
    spread: isSpread(node),
    children: own.length > 0 ? [{ type: 'paragraph', children: own }, ...children] : children,
  }
}

function table(node: Table): Md.Table {
  const row = (cells: readonly (readonly Inline[])[]): Md.TableRow => ({
    type: 'tableRow',
    children: cells.map((cell) => ({ type: 'tableCell', children: [...cell] })),
  })
  return { type: 'table', align: [...node.align], children: node.rows.map(({ cells }) => row(cells)) }
}

const note = (node: Note): Md.FootnoteDefinition => ({
  type: 'footnoteDefinition',
  identifier: node.name,
  label: node.name,
  children: node.children.flatMap(toMdast) as Md.BlockContent[],
})
