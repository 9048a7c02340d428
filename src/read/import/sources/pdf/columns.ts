import { type Glyphs, type Line, toLine, toRows } from './lines.js'

// A gutter is at least this wide, and that many rows of a page must have words on both sides of it.
const GUTTER = 12
const MOST_CROSSING = 0.25
const FEWEST_ROWS = 6
// Share of the letters of a page that have tags.
const MOSTLY = 0.7

/** The lines of a page in reading order: column by column, a line across all columns closing those above it. */
export function pageLines(glyphs: readonly Glyphs[], page: number): Line[] {
  const inked = glyphs.filter(({ text }) => text.trim() !== '')
  if (inked.length === 0) return []
  const left = Math.min(...inked.map(({ x }) => x))
  const right = Math.max(...inked.map(({ x, width }) => x + width))
  const tagged = inked.filter(({ tag }) => tag !== undefined)
  if (letters(tagged) >= letters(inked) * MOSTLY) return taggedLines(inked, page, [left, right])
  const rows = toRows(glyphs)
  const gutter = findGutter(rows, left, right)
  const lines: Line[] = []
  let sides: [Line[], Line[]] = [[], []]
  const flush = () => {
    lines.push(...sides[0], ...sides[1])
    sides = [[], []]
  }
  for (const row of rows) {
    const crosses =
      gutter === undefined || row.glyphs.some(({ x, width, text }) => text.trim() !== '' && x < gutter && x + width > gutter)
    if (crosses || gutter === undefined) {
      flush()
      const line = toLine(row.glyphs, page, [left, right])
      if (line) lines.push(line)
      continue
    }
    const sideLines = [
      toLine(
        row.glyphs.filter(({ x }) => x < gutter),
        page,
        [left, gutter],
      ),
      toLine(
        row.glyphs.filter(({ x }) => x >= gutter),
        page,
        [gutter, right],
      ),
    ]
    for (const [i, line] of sideLines.entries()) if (line) sides[i as 0 | 1].push(line)
  }
  flush()
  return lines
}

/** Lines in the order of the structure of a tagged page; what has no tag, mostly headers and footers, comes after. */
function taggedLines(runs: readonly Glyphs[], page: number, column: readonly [number, number]): Line[] {
  const blocks = new Map<string, Glyphs[]>()
  for (const run of [...runs].sort(
    (a, b) => (a.tag?.order ?? Number.MAX_SAFE_INTEGER) - (b.tag?.order ?? Number.MAX_SAFE_INTEGER),
  )) {
    const key = run.tag?.key ?? ''
    const block = blocks.get(key)
    if (block) block.push(run)
    else blocks.set(key, [run])
  }
  return [...blocks.values()].flatMap((block) => toRows(block).flatMap((row) => toLine(row.glyphs, page, column) ?? []))
}

const letters = (runs: readonly Glyphs[]): number => runs.reduce((sum, { text }) => sum + text.trim().length, 0)

/** Where a page of two columns is parted; undefined for one column. */
function findGutter(rows: readonly { glyphs: readonly Glyphs[] }[], left: number, right: number): number | undefined {
  const width = right - left
  if (rows.length < FEWEST_ROWS || width < 200) return undefined
  let best: { at: number; both: number } | undefined
  for (let at = left + width * 0.35; at <= left + width * 0.65; at += 3) {
    let both = 0
    let crossing = 0
    for (const { glyphs } of rows) {
      const inked = glyphs.filter(({ text }) => text.trim() !== '')
      if (inked.some(({ x, width: w }) => x < at + GUTTER / 2 && x + w > at - GUTTER / 2)) crossing++
      else if (isFilled(inked, at)) both++
    }
    const written = rows.length
    if (crossing <= written * MOST_CROSSING && both >= written * 0.4 && both > (best?.both ?? 0)) best = { at, both }
  }
  return best?.at
}

// Running text on both sides, not a name and its value.
function isFilled(runs: readonly Glyphs[], at: number): boolean {
  return letters(runs.filter(({ x }) => x < at)) >= 20 && letters(runs.filter(({ x }) => x >= at)) >= 20
}
