import { type Artefact, recurringKey } from '../blocks/index.js'
import { phrasesOf, wordsOfAll } from '../language/index.js'
import { maximum, minimum } from '../model/index.js'
import type { PageLine } from './lines.js'

const PAGE_NUMBER = new RegExp(
  String.raw`^(?:[-–—]\s*|\s+)?(?:(?:${phrasesOf('pages')})\s*)?\d{1,4}(?:\s*(?:${wordsOfAll('of')}|\/|-)\s*\d{1,4})?(?:\s*[-–—])?$`,
  'i',
)
// Share of the page's height in which headers and footers stand, and of the pages that repeat them.
const EDGE = 0.12
const REPEATED = 0.4

/** What the lines at the edges of the pages are, other than text: running headers and footers, page numbers. */
export function findMargins(
  pages: readonly (readonly PageLine[])[],
  heights: readonly number[],
): ReadonlyMap<PageLine, Artefact> {
  const found = new Map<PageLine, Artefact>()
  const repeated = new Map<string, Set<number>>()
  const heightOf = (i: number) => heights[i] ?? 842
  const edge = (line: PageLine, i: number): 'header' | 'footer' | undefined =>
    line.y > heightOf(i) * (1 - EDGE) ? 'header' : line.y < heightOf(i) * EDGE ? 'footer' : undefined
  // Pages may stand upright or lie: what repeats is the distance from the nearer edge.
  const key = (line: PageLine, i: number) =>
    `${edge(line, i)}/${Math.round(Math.min(line.y, heightOf(i) - line.y) / 6)}/${recurringKey(line.text)}`
  for (const [i, lines] of pages.entries()) {
    for (const line of lines) {
      if (!edge(line, i) || line.tag?.heading !== undefined) continue
      const pagesOf = repeated.get(key(line, i)) ?? new Set()
      repeated.set(key(line, i), pagesOf.add(i))
    }
  }
  // A document of one page repeats its header nowhere, but it has the words of one: its own title.
  const [only, ...others] = pages
  const isTitle = (line: PageLine) =>
    others.length === 0 && only?.some((other) => other !== line && other.text === line.text && other.size >= line.size) === true
  const heads = headsOf(pages.flat())
  for (const [i, lines] of pages.entries()) {
    const isTagged = lines.some(({ tag }) => tag !== undefined && tag.content !== '')
    const bottom = minimum(lines.map(({ y }) => y))
    const top = maximum(lines.map(({ y }) => y))
    for (const line of lines) {
      const at = edge(line, i)
      if (isTagged && line.tag === undefined && (at || heads.has(keyOf(line.text))))
        found.set(line, PAGE_NUMBER.test(line.text) ? 'page number' : at ? `running ${at}` : 'running line')
      if (!at || line.tag?.heading !== undefined) continue
      const often = (repeated.get(key(line, i))?.size ?? 0) >= Math.max(2, pages.length * REPEATED)
      const outermost = Math.abs(line.y - (at === 'footer' ? bottom : top)) < line.size * 1.5
      if (PAGE_NUMBER.test(line.text) && outermost) found.set(line, 'page number')
      else if (often || (at === 'header' && outermost && isTitle(line))) found.set(line, `running ${at}`)
    }
  }
  return found
}

/** The titles of tables: on a tagged page those that are printed again have no tag. */
function headsOf(lines: readonly PageLine[]): ReadonlySet<string> {
  const heads = new Map<string, string>()
  for (const { tag, page, text } of lines) {
    if (tag?.cell?.row !== 0) continue
    const table = `${page} ${tag.cell.table}`
    heads.set(table, `${heads.get(table) ?? ''}${keyOf(text)}`)
  }
  return new Set(heads.values())
}

const keyOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
