import type { Block, Section } from '../model/index.js'

/** Turns a row of headings and blocks into sections that hold what follows them. */
export function nestSections(blocks: readonly Block[]): Block[] {
  type Open = Section & { children: Block[] }
  const top: Block[] = []
  const open: Open[] = []
  for (const block of blocks) {
    if (block.type === 'section') {
      while ((open.at(-1)?.depth ?? 0) >= block.depth) open.pop()
      const section: Open = { ...block, children: [] }
      ;(open.at(-1)?.children ?? top).push(section)
      open.push(section)
    } else (open.at(-1)?.children ?? top).push(block)
  }
  return top
}
