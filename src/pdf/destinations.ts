import type { PDFDocumentProxy } from 'pdfjs-dist'
import { ID } from '../model/index.js'
import type { PageLine } from './lines.js'

// A content hash, as far as one line holds it: only this tool prints it, and only its files name their destinations by ids of clauses.
const HASH = /^(?:.*\s)?sha256:[0-9a-f]{16,}/
// Points between a destination and the first line below it; a larger distance leads to something that was not read.
const FARTHEST = 40

interface Place {
  readonly page: number
  readonly y: number
}

/** The permanent ids of a PDF of ours by the lines their clauses begin with; a line that two lead to has none. */
export async function findIds(pdf: PDFDocumentProxy, lines: readonly PageLine[]): Promise<ReadonlyMap<PageLine, string>> {
  if (!lines.some(({ text }) => HASH.test(text))) return new Map()
  const byLine = new Map<PageLine, string | undefined>()
  const destinations = Object.entries((await pdf.getDestinations()) as Record<string, unknown>)
  for (const [id, destination] of destinations.filter(([name]) => ID.test(name))) {
    const place = await placeOf(pdf, destination)
    const line = place && lineBelow(lines, place)
    if (line) byLine.set(line, byLine.has(line) ? undefined : id)
  }
  return new Map([...byLine].flatMap(([line, id]) => (id === undefined ? [] : [[line, id] as const])))
}

async function placeOf(pdf: PDFDocumentProxy, destination: unknown): Promise<Place | undefined> {
  if (!Array.isArray(destination)) return undefined
  const [page, , , y] = destination as unknown[]
  const isPage = typeof page === 'object' && page !== null && 'num' in page && 'gen' in page
  if (!isPage || typeof y !== 'number') return undefined
  const index = await pdf.getPageIndex(page as { num: number; gen: number }).catch(() => undefined)
  return index === undefined ? undefined : { page: index + 1, y }
}

function lineBelow(lines: readonly PageLine[], { page, y }: Place): PageLine | undefined {
  const below = lines.filter((line) => line.page === page && line.y <= y && y - line.y < FARTHEST)
  return below.reduce<PageLine | undefined>((top, line) => (top && top.y >= line.y ? top : line), undefined)
}
