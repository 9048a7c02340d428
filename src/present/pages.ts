import { maximum } from '../model/index.js'
import type { DocBlock, DocInline, DocRow, Document } from './document.js'
import { plainWords } from './walk.js'

// Of the body of an A4 page in the usual letters: letters in a line, and lines on it.
const LETTERS = 96
const LINES = { portrait: 46, landscape: 33 }
/** How much longer a line of a page on its side is: in tables alone, for words are set no wider. */
const WIDER = 1.6
/** How many more letters a line of a table has, which is set smaller. */
const SMALLER = 1.2
const GAP = 0.6
const OF_HEADING = 2.2
const OF_COVER = 40

/** About how many pages a document takes on A4, before any is set: within a third or so. */
export function pagesOf({ children, orientation }: Document): number {
  const wide = orientation === 'landscape' ? WIDER : 1
  return Math.ceil(linesOf(children, 1, wide) / LINES[orientation])
}

/** Lines in a column of so much of the width; `wide` is what a table has of it where it may be wider than words. */
function linesOf(blocks: readonly DocBlock[], share: number, wide = share): number {
  let lines = 0
  for (const block of blocks) lines += linesOfBlock(block, share, wide)
  return lines
}

function linesOfBlock(block: DocBlock, share: number, wide: number): number {
  switch (block.type) {
    case 'heading':
      return OF_HEADING + (block.listed ? 1 : 0)
    case 'paragraph':
      return linesOfWords(block.content, share)
    case 'list':
      return block.items.reduce((sum, item) => sum + linesOf(item.children, share), 0)
    case 'table': {
      const all = block.columns.reduce((sum, { weight }) => sum + weight, 0)
      const widths = block.columns.map(({ weight }) => (SMALLER * wide * weight) / all)
      return [...block.head, ...block.body].reduce((sum, row) => sum + linesOfRow(row, widths), GAP)
    }
    case 'quote':
    case 'division':
      return linesOf(block.children, share, wide)
    case 'disclosure':
      return linesOfWords(block.summary, share) + linesOf(block.children, share, wide)
    case 'verbatim':
      return block.value.split('\n').length + GAP
    case 'cover':
      return OF_COVER
    case 'rule':
    case 'contents':
      return 1
  }
}

function linesOfRow({ cells }: DocRow, widths: readonly number[]): number {
  let column = 0
  const lines = cells.map(({ children, span = 1 }) => {
    const width = widths.slice(column, column + span).reduce((sum, each) => sum + each, 0)
    column += span
    return linesOf(children, width)
  })
  return GAP + Math.max(1, maximum(lines))
}

/** The last line is half full, as often as not. */
const linesOfWords = (content: readonly DocInline[], share: number): number =>
  GAP + Math.max(1, plainWords(content, 'all').length / (LETTERS * share) + 0.5)
