import type { DocBlock, DocInline, DocItem, DocRow } from './document.js'

/** What can have a name and stand anywhere in a document: a block, an item, a row. */
type Named = DocBlock | DocItem | DocRow

/** Visits every block, item and row in reading order, those in footnotes and folded parts too. */
export function eachBlock(blocks: readonly DocBlock[], visit: (block: Named) => void): void {
  const words = (content: readonly DocInline[]): void => {
    for (const inline of content) {
      if (inline.type === 'footnote') eachBlock(inline.children, visit)
      else if ('children' in inline) words(inline.children)
    }
  }
  for (const block of blocks) {
    visit(block)
    if (block.type === 'heading' || block.type === 'paragraph') words(block.content)
    if (block.type === 'disclosure') words(block.summary)
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

/** The names a link in a document can lead to. */
export function namesOf(blocks: readonly DocBlock[]): ReadonlySet<string> {
  const names = new Set<string>()
  eachBlock(blocks, ({ id }) => id !== undefined && names.add(id))
  return names
}

/** Rewrites the words of blocks, at every depth. */
export function mapContent(
  blocks: readonly DocBlock[],
  change: (content: readonly DocInline[]) => readonly DocInline[],
): readonly DocBlock[] {
  return blocks.map((block): DocBlock => {
    switch (block.type) {
      case 'heading':
      case 'paragraph':
        return { ...block, content: change(block.content) }
      case 'list':
        return { ...block, items: block.items.map((item) => ({ ...item, children: mapContent(item.children, change) })) }
      case 'table': {
        const rows = (list: typeof block.body) =>
          list.map((row) => ({
            ...row,
            cells: row.cells.map((cell) => ({ ...cell, children: mapContent(cell.children, change) })),
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
        return { ...block, children: mapContent(block.children, change) }
      default:
        return block
    }
  })
}

/**
 * The words of inlines without footnotes: the standing ones, without what is deleted unless nothing else is left; `all` for every word that
 * is printed.
 */
export function plainWords(nodes: readonly DocInline[], which: 'standing' | 'all' = 'standing'): string {
  const read = (list: readonly DocInline[], deleted: boolean): string =>
    list
      .map((node) => {
        if (node.type === 'text' || node.type === 'code') return node.value
        if (node.type === 'break') return ' '
        if (node.type === 'footnote' || (node.type === 'deletion' && !deleted)) return ''
        return read(node.children, deleted)
      })
      .join('')
  return which === 'all' ? read(nodes, true) : read(nodes, false).trim() || read(nodes, true).trim()
}
