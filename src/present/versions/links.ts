import type { DocBlock, DocInline } from '../document.js'

/** The blocks, in which a link to a place that is not among them is plain words: a paper may show a part of a policy only. */
export function settleLinks(blocks: readonly DocBlock[]): readonly DocBlock[] {
  const ids = new Set<string>()
  eachBlock(blocks, ({ id }) => id !== undefined && ids.add(id))
  const settle = (content: readonly DocInline[]): readonly DocInline[] =>
    content.flatMap((inline): readonly DocInline[] => {
      if (inline.type === 'footnote') return [{ ...inline, children: mapWordsOf(inline.children, settle) }]
      if (!('children' in inline)) return [inline]
      const children = settle(inline.children)
      if (inline.type === 'link' && inline.target !== undefined && !ids.has(inline.target)) return children
      return [{ ...inline, children }]
    })
  return mapWordsOf(blocks, settle)
}

function eachBlock(blocks: readonly DocBlock[], visit: (block: { readonly id?: string }) => void): void {
  for (const block of blocks) {
    visit(block)
    if (block.type === 'list') {
      for (const item of block.items) {
        visit(item)
        eachBlock(item.children, visit)
      }
    } else if (block.type === 'table') {
      for (const row of [...block.head, ...block.body]) {
        visit(row)
        for (const cell of row.cells) eachBlock(cell.children, visit)
      }
    } else if ('children' in block) eachBlock(block.children, visit)
  }
}

/** Rewrites the words of blocks, at every depth. */
export function mapWordsOf(
  blocks: readonly DocBlock[],
  change: (content: readonly DocInline[]) => readonly DocInline[],
): readonly DocBlock[] {
  return blocks.map((block): DocBlock => {
    switch (block.type) {
      case 'heading':
      case 'paragraph':
        return { ...block, content: change(block.content) }
      case 'list':
        return { ...block, items: block.items.map((item) => ({ ...item, children: mapWordsOf(item.children, change) })) }
      case 'table': {
        const rows = (list: typeof block.body) =>
          list.map((row) => ({
            ...row,
            cells: row.cells.map((cell) => ({ ...cell, children: mapWordsOf(cell.children, change) })),
          }))
        return {
          ...block,
          ...(block.caption ? { caption: change(block.caption) } : {}),
          head: rows(block.head),
          body: rows(block.body),
        }
      }
      case 'quote':
      case 'division':
        return { ...block, children: mapWordsOf(block.children, change) }
      default:
        return block
    }
  })
}
