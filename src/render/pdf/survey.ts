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

/** Headings start here to the left of the text also where they have no numbers: it gives them an edge and the text a shorter line. */
const LEAST = 36
const MOST = 64
/** A narrow page has no room to spare for it. */
const NARROW = 360

/** Room to the left of the text, for the numbers of headings; none in a document without headings. */
export function gutterOf(headings: readonly Heading[], { family, theme }: Setting): number {
  const widths = headings.flatMap(({ label, level }) => {
    const type = theme.text.headings[level - 1]
    return label === undefined || !type ? [] : [family.face(true, false).width(label, type.size)]
  })
  const narrow = theme.frame.right - theme.frame.left < NARROW
  if (widths.length === 0) return headings.length === 0 || narrow ? 0 : LEAST
  return Math.min(MOST, Math.max(LEAST, Math.ceil(Math.max(...widths) + 12)))
}
