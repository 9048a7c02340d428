import type { DocBlock, DocInline, Heading } from '../../present/index.js'
import type { Setting } from './flow.js'

/** Everything that holds blocks, whatever it is called. */
function visit(blocks: readonly DocBlock[], see: (block: { readonly id?: string }) => void): void {
  const inlines = (content: readonly DocInline[]): void => {
    for (const inline of content) {
      if (inline.type === 'footnote') visit(inline.children, see)
      else if ('children' in inline) inlines(inline.children)
    }
  }
  for (const block of blocks) {
    see(block)
    if (block.type === 'heading' || block.type === 'paragraph') inlines(block.content)
    if (block.type === 'disclosure') inlines(block.summary)
    if (block.type === 'quote' || block.type === 'division' || block.type === 'disclosure') visit(block.children, see)
    if (block.type === 'list') {
      for (const item of block.items) {
        see(item)
        visit(item.children, see)
      }
    }
    if (block.type === 'table') {
      for (const row of [...block.head, ...block.body]) {
        see(row)
        for (const cell of row.cells) visit(cell.children, see)
      }
    }
  }
}

/** Every name a link in the document can lead to. */
export function namesOf(blocks: readonly DocBlock[]): ReadonlySet<string> {
  const names = new Set<string>()
  visit(blocks, ({ id }) => id !== undefined && names.add(id))
  return names
}

/** The headings for contents and bookmarks, in order. */
export function headingsOf(blocks: readonly DocBlock[]): Heading[] {
  const headings: Heading[] = []
  visit(blocks, (block) => {
    if ('type' in block && block.type === 'heading' && (block as Heading).listed) headings.push(block as Heading)
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
