import type { ListItem, PhrasingContent, RootContent, TableCell, TableRow } from 'mdast'
import type { DocBlock, DocRow, DocTable } from '../../present/index.js'
import type { MarkdownContext } from './context.js'
import { type Blocks, inlines } from './inlines.js'
import { marked } from './marks.js'

/** A table of GFM: one row of heads, and cells that hold words only; blocks in a cell become lines of it. */
export function table(block: DocTable, context: MarkdownContext, blocks: Blocks): RootContent[] {
  const [head, ...more] = block.head
  const row = (source: DocRow): TableRow => tableRow(source, block.columns.length, context, blocks)
  const empty: DocRow = { cells: [] }
  return [
    ...caption(block, context, blocks),
    {
      type: 'table',
      align: block.columns.map(({ align }) => align ?? null),
      children: [head ?? empty, ...more, ...block.body].map(row),
    },
  ]
}

/** Names and values as a list: a table would need a head that they do not have. */
export function facts(block: DocTable, context: MarkdownContext, blocks: Blocks): RootContent[] {
  const children = [...block.head, ...block.body].map((row): ListItem => {
    const [name, ...values] = row.cells.map((cell) => lines(cell.children, context, blocks))
    const content: PhrasingContent[] = [
      { type: 'strong', children: [...(name ?? []), { type: 'text', value: ':' }] },
      ...values.flatMap((value): PhrasingContent[] => [{ type: 'text', value: ' ' }, ...value]),
    ]
    return { type: 'listItem', spread: false, children: [{ type: 'paragraph', children: marked(row, context, content) }] }
  })
  return [...caption(block, context, blocks), { type: 'list', ordered: false, spread: false, children }]
}

const caption = ({ caption: content }: DocTable, context: MarkdownContext, blocks: Blocks): RootContent[] =>
  content ? [{ type: 'paragraph', children: [{ type: 'strong', children: inlines(content, context, blocks) }] }] : []

function tableRow(row: DocRow, columns: number, context: MarkdownContext, blocks: Blocks): TableRow {
  const cells = row.cells.flatMap((cell, index): TableCell[] => {
    const content = lines(cell.children, context, blocks)
    const filled = index === 0 ? marked(row, context, content) : content
    const span = Array.from({ length: (cell.span ?? 1) - 1 }, (): TableCell => ({ type: 'tableCell', children: [] }))
    return [{ type: 'tableCell', children: filled }, ...span]
  })
  while (cells.length < columns) cells.push({ type: 'tableCell', children: [] })
  return { type: 'tableRow', children: cells }
}

/** Blocks as the lines of one cell. */
function lines(list: readonly DocBlock[], context: MarkdownContext, blocks: Blocks): PhrasingContent[] {
  const parts = list.map((block) => line(block, context, blocks)).filter((part) => part.length > 0)
  return parts.flatMap((part, index): PhrasingContent[] => (index === 0 ? part : [{ type: 'html', value: '<br>' }, ...part]))
}

function line(block: DocBlock, context: MarkdownContext, blocks: Blocks): PhrasingContent[] {
  const text = (value: string): PhrasingContent => ({ type: 'text', value })
  const join = (parts: PhrasingContent[][], between: PhrasingContent): PhrasingContent[] =>
    parts.flatMap((part, index) => (index === 0 ? part : [between, ...part]))
  const newLine: PhrasingContent = { type: 'html', value: '<br>' }
  switch (block.type) {
    case 'paragraph':
      return inlines(block.content, context, blocks)
    case 'heading': {
      const number = block.label === undefined ? [] : [text(`${block.label} `)]
      return [{ type: 'strong', children: [...number, ...inlines(block.content, context, blocks)] }]
    }
    case 'list':
      return join(
        block.items.map(({ label, children }) => [text(`${label} `), ...lines(children, context, blocks)]),
        newLine,
      )
    case 'table': {
      const rows = [...block.head, ...block.body].map(({ cells }) =>
        join(
          cells.map(({ children }) => lines(children, context, blocks)),
          text(' · '),
        ),
      )
      return join([...(block.caption ? [inlines(block.caption, context, blocks)] : []), ...rows], newLine)
    }
    case 'quote':
    case 'division':
      return lines(block.children, context, blocks)
    case 'disclosure':
      return lines([{ type: 'paragraph', content: block.summary }, ...block.children], context, blocks)
    case 'verbatim':
      return [{ type: 'inlineCode', value: block.value.replace(/\s+/g, ' ') }]
    case 'cover':
      return [
        text(
          [block.title, block.subtitle, block.organisation, ...block.facts.map((f) => `${f.name}: ${f.value}`)]
            .filter(Boolean)
            .join(' · '),
        ),
      ]
    case 'contents':
    case 'rule':
      return []
  }
}
