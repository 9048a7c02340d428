import type { DocInline } from '../present/index.js'

/** The standing words: without footnotes and without deleted words, unless nothing else is left. For contents and bookmarks. */
export function plainWords(nodes: readonly DocInline[]): string {
  const read = (list: readonly DocInline[], deleted: boolean): string =>
    list
      .map((node) => {
        if (node.type === 'text' || node.type === 'code') return node.value
        if (node.type === 'break') return ' '
        if (node.type === 'footnote' || (node.type === 'deletion' && !deleted)) return ''
        return read(node.children, deleted)
      })
      .join('')
  return read(nodes, false).trim() || read(nodes, true).trim()
}
