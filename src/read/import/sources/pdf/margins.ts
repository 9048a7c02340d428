import type { Line } from './lines.js'

const PAGE_NUMBER = /^(?:[-–—]\s*)?(?:pagina|page|pag\.?|p\.|blz\.?)?\s*\d{1,4}(?:\s*(?:van|of|\/|-)\s*\d{1,4})?(?:\s*[-–—])?$/i
// Share of the page's height in which headers and footers stand, and of the pages that repeat them.
const EDGE = 0.12
const REPEATED = 0.4

/** What the lines at the edges of the pages are, other than text: running headers and footers, page numbers. */
export function findMargins(pages: readonly (readonly Line[])[], heights: readonly number[]): ReadonlyMap<Line, string> {
  const found = new Map<Line, string>()
  const repeated = new Map<string, Set<number>>()
  const key = (line: Line) => `${Math.round(line.y / 6)}/${line.text.replace(/\d+/g, '#')}`
  const edge = (line: Line, i: number): 'header' | 'footer' | undefined => {
    const height = heights[i] ?? 842
    return line.y > height * (1 - EDGE) ? 'header' : line.y < height * EDGE ? 'footer' : undefined
  }
  for (const [i, lines] of pages.entries()) {
    for (const line of lines) {
      if (!edge(line, i)) continue
      const pagesOf = repeated.get(key(line)) ?? new Set()
      repeated.set(key(line), pagesOf.add(i))
    }
  }
  for (const [i, lines] of pages.entries()) {
    const bottom = Math.min(...lines.map(({ y }) => y))
    const top = Math.max(...lines.map(({ y }) => y))
    for (const line of lines) {
      const at = edge(line, i)
      if (!at) continue
      const often = (repeated.get(key(line))?.size ?? 0) >= Math.max(2, pages.length * REPEATED)
      const outermost = Math.abs(line.y - (at === 'footer' ? bottom : top)) < line.size * 1.5
      if (PAGE_NUMBER.test(line.text) && outermost) found.set(line, 'page number')
      else if (often) found.set(line, `running ${at}`)
    }
  }
  return found
}
