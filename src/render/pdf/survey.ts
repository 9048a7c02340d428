import { type DocBlock, eachBlock, type Heading } from '../../present/index.js'
import type { Setting } from './flow.js'

/** The headings for contents and bookmarks, in order. */
export function headingsOf(blocks: readonly DocBlock[]): Heading[] {
  const headings: Heading[] = []
  eachBlock(blocks, (block) => {
    if ('type' in block && block.type === 'heading' && block.listed) headings.push(block)
  })
  return headings
}

const LEAST = 36
const MOST = 64

/** Room to the left of the text, for the numbers of headings; none in a document without numbers. */
export function gutterOf(headings: readonly Heading[], { family, theme }: Setting): number {
  const widths = headings.flatMap(({ label, level }) => {
    const type = theme.text.headings[level - 1]
    return label === undefined || !type ? [] : [family.face(true, false).width(label, type.size)]
  })
  if (widths.length === 0) return 0
  return Math.min(MOST, Math.max(LEAST, Math.ceil(Math.max(...widths) + 12)))
}
