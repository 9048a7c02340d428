import { type Block, type ClauseNode, type Inline, type Item, plainText, type Table } from '../model/index.js'
import type { Resolved, ResolvedClause } from '../resolve/index.js'
import type { Column, DocBlock, DocInline, DocItem, DocRow } from './document.js'
import { type InlineContext, numberNotes, onceInside, presentInlines } from './inlines.js'
import { anotherWording, type ClauseMarks, NO_MARKS } from './template.js'

const BULLETS = ['•', '–', '▪']

/** The mark of an item without a number, by the depth of its list from 1. */
export const bulletOf = (depth: number): string => BULLETS[(Math.max(depth, 1) - 1) % BULLETS.length] as string

/** The body of a policy as document blocks, and the same for any part of it. */
export function createPresenter(resolved: Resolved, marks: ClauseMarks = NO_MARKS) {
  const byNode = new Map(resolved.clauses.map((clause) => [clause.node as object, clause]))
  const context: InlineContext = {
    notes: numberNotes(resolved.policy, resolved.clauses),
    blocks: onceInside((note) => presentBlocks(note.children, 0)),
  }
  const isAgain = anotherWording(resolved)
  const clauseOf = (node: object): ResolvedClause | undefined => byNode.get(node)

  const presentBlocks = (blocks: readonly Block[], level: number): DocBlock[] =>
    blocks.flatMap((block) => presentBlock(block, level))

  const presentBlock = (block: Block, level: number): DocBlock[] => {
    switch (block.type) {
      case 'section': {
        const clause = clauseOf(block)
        // The level follows the nesting, so that no reader of headings ever misses one.
        const own = Math.min(level + 1, 6)
        return [
          {
            type: 'heading',
            level: own,
            ...(clause?.label === undefined ? {} : { label: clause.label }),
            content: wordsOf(block, block.content),
            listed: true,
            ...fields(block),
          },
          ...presentBlocks(block.children, own),
        ]
      }
      case 'paragraph':
        return [guided(block, { type: 'paragraph', content: wordsOf(block, block.content), ...fields(block) })]
      case 'list':
        return [{ type: 'list', ordered: block.ordered, items: block.items.map((item) => presentItem(item, level)) }]
      case 'table':
        return [...marksAbove(block), presentTable(block)]
      case 'quote':
        return [{ type: 'quote', children: presentBlocks(block.children, level) }]
      case 'verbatim':
        return [{ type: 'verbatim', value: block.value, ...fields(block) }]
      case 'rule':
        return [{ type: 'rule' }]
    }
  }

  const wordsOf = (node: ClauseNode, content: readonly Inline[]): readonly DocInline[] => [
    ...(marks.isGuidance(node) ? marks.guidance(node) : marks.before(node)),
    ...presentInlines(content, context),
  ]
  const marksAbove = (node: ClauseNode): DocBlock[] => {
    const content = marks.before(node)
    return content.length > 0 ? [{ type: 'paragraph', content }] : []
  }
  const guided = (node: ClauseNode, block: DocBlock): DocBlock =>
    marks.isGuidance(node) ? { type: 'quote', children: [block] } : block

  const fields = (node: ClauseNode) => {
    const { id, values } = node.attributes
    return {
      ...(id === undefined || isAgain(node) ? {} : { id }),
      ...(values.lang === undefined ? {} : { lang: values.lang }),
    }
  }

  const presentItem = (item: Item, level: number): DocItem => {
    const clause = clauseOf(item)
    const label = clause?.label === undefined ? bulletOf(clause?.listDepth ?? 1) : `${clause.label}.`
    const own: DocBlock[] =
      item.content.length > 0 ? [guided(item, { type: 'paragraph', content: wordsOf(item, item.content) })] : []
    return {
      type: 'item',
      label,
      ...(clause?.number === undefined ? {} : { number: clause.number }),
      children: [...own, ...presentBlocks(item.children, level)],
      ...fields(item),
    }
  }

  const presentTable = (table: Table): DocBlock => {
    const row = (cells: Table['rows'][number]['cells'], head: boolean): DocRow => ({
      cells: cells.map((cell) => ({
        children: cell.length > 0 ? [{ type: 'paragraph', content: presentInlines(cell, context) }] : [],
        ...(head ? { header: 'column' as const } : {}),
      })),
    })
    const [head, ...body] = table.rows
    // Markdown demands a head of every table: one without words says that there is none.
    const headed = body.length === 0 || head?.cells.some((cell) => cell.length > 0)
    return {
      type: 'table',
      look: 'grid',
      columns: columnsOf(table),
      head: head && headed ? [row(head.cells, true)] : [],
      body: body.map((r) => row(r.cells, false)),
      ...fields(table),
    }
  }

  return { blocks: (blocks: readonly Block[]) => presentBlocks(blocks, 0), context }
}

// A column's share follows the root of its longest cell: long texts get more room, short ones keep enough.
function columnsOf(table: Table): Column[] {
  return table.align.map((align, i) => {
    const longest = table.rows.reduce((most, row) => {
      const words = plainText({ type: 'paragraph', content: row.cells[i] ?? [], attributes: table.attributes, place: row.place })
      return Math.max(most, words.length)
    }, 1)
    return { weight: Math.sqrt(Math.min(Math.max(longest, 4), 400)), ...(align === null ? {} : { align }) }
  })
}
