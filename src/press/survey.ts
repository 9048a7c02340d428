import { maximum } from '../model/index.js'
import { type DocBlock, eachBlock, type Heading, plainWords } from '../present/index.js'
import type { Composition } from './flow.js'
import { drawable } from './fonts.js'

/** The headings for contents and bookmarks, in order. */
export function headingsOf(blocks: readonly DocBlock[]): Heading[] {
  const headings: Heading[] = []
  eachBlock(blocks, (block) => {
    if ('type' in block && block.type === 'heading' && block.listed) headings.push(block)
  })
  return headings
}

// In points: what a short number takes, and the most that leaves the text its width.
const LEAST = 36
const MOST = 64

/** Room to the left of the text, for the numbers of headings; none in a document without numbers. */
export function gutterOf(headings: readonly Heading[], { family, theme }: Composition): number {
  const widths = headings.flatMap(({ label, level }) => {
    const type = theme.text.headings[level - 1]
    return label === undefined || !type ? [] : [family.face(true, false).width(label, type.size)]
  })
  if (widths.length === 0) return 0
  return Math.min(MOST, Math.max(LEAST, Math.ceil(maximum(widths) + 12)))
}

/** Pages from which on running heads name the chapter, and the chapters there must be for it. */
const LONG = 10
const SEVERAL = 3

/** The chapter each page begins in, else the first that begins on it; none in a short document. Known when all pages are laid out. */
export function chaptersOf({ headings, theme }: Composition, pages: number): readonly (string | undefined)[] {
  const chapters = [...headings].filter(([{ level, listed }, { page }]) => level === 1 && listed && page >= 0)
  if (pages < LONG || chapters.length < SEVERAL) return []
  const starts = chapters.map(([heading, { page, top }]) => ({
    page,
    top,
    title: drawable([heading.label, plainWords(heading.content)].filter(Boolean).join(' ')),
  }))
  return Array.from({ length: pages }, (_, page) => {
    const first = starts.find((start) => start.page === page)
    const before = starts.filter((start) => start.page < page).at(-1)
    return first && (!before || first.top <= theme.frame.top + 1) ? first.title : before?.title
  })
}
