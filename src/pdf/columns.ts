import { readMarker } from '../blocks/index.js'
import { append, maximum, minimum } from '../model/index.js'
import { alignedGrids } from './aligned.js'
import type { Drawn } from './drawn.js'
import { bullets, cutGrids, findGrids, type Grid } from './grids.js'
import { type Glyphs, type PageLine, type Row, toLine, toRows } from './lines.js'

// A gutter is at least this wide, and that many rows of a page must have words on both sides of it.
const GUTTER = 8
const MOST_CROSSING = 0.25
const FEWEST_ROWS = 6
// Letters of a line of running text, not of a name or its value, and the share of the rows that have them on each side.
const RUNNING = 20
const FILLED = 0.15
// Lines of a first column that is full, and of a second one that has begun.
const FULL = 12
const BEGUN = 3
// Rows of a page that may stand outside its text: what runs over pages, above it and below.
const MARGINS = 2
// Share of the height of a page at its edges, and in sizes how far a header or footer stands from the text.
const EDGE = 0.12
const APART = 1.6
// Points by which words at one edge differ.
const SAME_EDGE = 1.5
// In sizes: a number stands this close to its words.
const BESIDE = 2
// Share of the letters of a page that have tags.
const MOSTLY = 0.7
// The same on a page of few letters.
const LITTLE = 0.2
const FEW = 500

/** Whether the page says itself what its lines belong to. Below those that do, one that is nearly empty has hardly more than its margins. */
export function isTagged(glyphs: readonly Glyphs[], isBelowTagged: boolean): boolean {
  const inked = glyphs.filter(({ text }) => text.trim() !== '')
  const least = isBelowTagged && letters(inked) < FEW ? LITTLE : MOSTLY
  return letters(inked.filter(({ tag }) => tag !== undefined)) >= letters(inked) * least
}

/** Where a page is parted in columns, and where the words of the first one end. */
interface Gutter {
  readonly at: number
  readonly edge: number
}

/** A page as read: where it lies among the others, and where it is parted in columns, by itself or as the page before it. */
export interface Page {
  readonly number: number
  readonly height: number
  readonly gutter?: Gutter
  readonly tagged: boolean
}

/**
 * The lines of a page in reading order: column by column, a line or table across all columns closing those above it. What is drawn tells
 * tables and bullets; a tagged page needs nothing of it. `gutter` is that of the page before: a last page with few lines has the same.
 */
export function pageLines(
  glyphs: readonly Glyphs[],
  { number: page, height, gutter: usual, tagged }: Page,
  drawn: Drawn,
): { readonly lines: PageLine[]; readonly gutter?: Gutter } {
  const inked = glyphs.filter(({ text }) => text.trim() !== '')
  if (inked.length === 0) return { lines: [] }
  const left = minimum(inked.map(({ x }) => x))
  const right = maximum(inked.map(({ x, width }) => x + width))
  if (tagged) return { lines: taggedLines(inked, page, [left, right]) }
  const ruled = cutGrids(glyphs, findGrids(drawn.rules), `${page}/ruled`)
  const marked = [...ruled.rest, ...bullets(drawn.dots, ruled.rest)]
  const grids = alignedGrids(toRows(marked))
  // Two columns of running text stand beside each other as well; three are a table.
  const wide = cutGrids(marked, grids.filter(isWide), `${page}/wide`)
  const gutter = findGutter(toRows(wide.rest), left, right) ?? (keeps(toRows(wide.rest), usual?.at) ? usual?.at : undefined)
  const aligned = cutGrids(wide.rest, gutter === undefined ? grids.filter((grid) => !isWide(grid)) : [], `${page}/aligned`)
  const lines: PageLine[] = []
  const edge = Math.max(
    gutter === usual?.at ? (usual?.edge ?? left) : left,
    maximum(aligned.rest.flatMap((run) => endIn(run, gutter))),
  )
  const rows = toRows(aligned.rest)
  const sides = [new Side(page, [left, edge]), new Side(page, [gutter ?? right, textEdges(rows, left, right)[1]])] as const
  const flush = () => {
    for (const side of sides) append(lines, side.take())
  }
  /** A table in one column stands between the lines of that column; another closes both. */
  const addTable = (glyphs: readonly Glyphs[]) => {
    const cells = cellLines(glyphs, page, [left, right])
    const side = gutter === undefined ? undefined : sideOf(glyphs, gutter)
    if (side !== undefined) sides[side].addTable(cells)
    else {
      flush()
      append(lines, cells)
    }
  }
  const head = headEnd(drawn, rows, gutter)
  const waiting = [...ruled.tables, ...wide.tables, ...aligned.tables].sort((a, b) => b.top - a.top)
  for (const [i, row] of rows.entries()) {
    while (waiting[0] && waiting[0].top > row.y) addTable(waiting.shift()?.glyphs ?? [])
    if (
      gutter === undefined ||
      row.y > head ||
      crosses(row, gutter) ||
      (isEdge(rows, i, height) && !isInColumns(rows, i, gutter))
    ) {
      flush()
      const line = toLine(row.glyphs, page, [left, right])
      if (line) lines.push(line)
    } else for (const run of row.glyphs) sides[run.x < gutter ? 0 : 1].add(run)
  }
  for (const { glyphs: cells } of waiting) addTable(cells)
  flush()
  return { lines, ...(gutter === undefined ? {} : { gutter: { at: gutter, edge } }) }
}

const endIn = ({ x, width, text }: Glyphs, gutter: number | undefined): number[] =>
  gutter !== undefined && text.trim() !== '' && x + width <= gutter ? [x + width] : []

const crosses = ({ glyphs }: Row, gutter: number): boolean =>
  glyphs.some(({ x, width, text }) => text.trim() !== '' && x < gutter && x + width > gutter)

/** Whether a page without two full columns keeps to those of the page before: hardly a row crosses. */
const keeps = (rows: readonly Row[], gutter: number | undefined): boolean =>
  gutter !== undefined && rows.filter((row) => crosses(row, gutter)).length <= rows.length * MOST_CROSSING

/** The first or last row of a page, well apart from the others: a header or footer is one line, whatever the columns are. */
function isEdge(rows: readonly Row[], i: number, height: number): boolean {
  const { y, size } = rows[i] as Row
  const [above, below] = [rows[i - 1]?.y ?? Number.POSITIVE_INFINITY, rows[i + 1]?.y ?? Number.NEGATIVE_INFINITY]
  if (y > height * (1 - EDGE)) return i === 0 && y - below > APART * size
  return y < height * EDGE && i === rows.length - 1 && above - y > APART * size
}

/** The height of a rule across both columns that closes the head of a page: a name on the left and a day on the right of it are one line. */
function headEnd({ rules }: Drawn, rows: readonly Row[], gutter: number | undefined): number {
  if (gutter === undefined) return Number.POSITIVE_INFINITY
  const apart = rules.filter(({ across, from, to }) => across && gutter - from > FAR_OVER && to - gutter > FAR_OVER)
  const inHead = apart.filter(({ at }) => rows.filter(({ y }) => y > at).length <= MOST_IN_HEAD)
  return minimum([Number.POSITIVE_INFINITY, ...inHead.map(({ at }) => at)])
}
// Points of a rule on each side of a gutter; rows of a head.
const FAR_OVER = 100
const MOST_IN_HEAD = 6

/** Whether a row begins where the columns below or above it do, on both sides: headings at the top of two columns. */
function isInColumns(rows: readonly Row[], at: number, gutter: number): boolean {
  const starts = ({ glyphs }: Row) => [
    minimum(glyphs.filter(({ x }) => x < gutter).map(({ x }) => x)),
    minimum(glyphs.filter(({ x }) => x >= gutter).map(({ x }) => x)),
  ]
  const own = starts(rows[at] as Row)
  const others = rows.filter((_, i) => i !== at).map(starts)
  return own.every(
    (start, side) => others.filter((other) => Math.abs((other[side] ?? 0) - start) < SAME_EDGE).length >= FEWEST_ROWS,
  )
}

/** The lines of one column. They are gathered without those beside them, whose baselines and raised figures stand at other heights. */
class Side {
  readonly #page: number
  readonly #edges: readonly [number, number]
  #runs: Glyphs[] = []
  #lines: PageLine[] = []

  constructor(page: number, edges: readonly [number, number]) {
    this.#page = page
    this.#edges = edges
  }

  add(run: Glyphs): void {
    this.#runs.push(run)
  }

  addTable(cells: readonly PageLine[]): void {
    this.#settle()
    append(this.#lines, cells)
  }

  take(): readonly PageLine[] {
    this.#settle()
    const lines = this.#lines
    this.#lines = []
    return lines
  }

  #settle(): void {
    append(
      this.#lines,
      toRows(this.#runs).flatMap(({ glyphs }) => toLine(glyphs, this.#page, this.#edges) ?? []),
    )
    this.#runs = []
  }
}

/** The column that runs stand in; undefined where they stand in both. */
function sideOf(runs: readonly Glyphs[], gutter: number): 0 | 1 | undefined {
  const inked = runs.filter(({ text }) => text.trim() !== '')
  if (inked.every(({ x, width }) => x + width <= gutter)) return 0
  return inked.every(({ x }) => x >= gutter) ? 1 : undefined
}

const isWide = ({ columns }: Grid): boolean => columns.length > 3

/** The lines of a table, cell by cell. */
function cellLines(glyphs: readonly Glyphs[], page: number, column: readonly [number, number]): PageLine[] {
  const cells = new Map<string, Glyphs[]>()
  for (const run of glyphs) {
    const cell = cells.get(run.tag?.key ?? '')
    if (cell) cell.push(run)
    else cells.set(run.tag?.key ?? '', [run])
  }
  const place = ([run]: readonly Glyphs[]) => (run?.tag?.cell?.row ?? 0) * 1000 + (run?.tag?.cell?.column ?? 0)
  return [...cells.values()]
    .sort((a, b) => place(a) - place(b))
    .flatMap((cell) => toRows(cell).flatMap((row) => toLine(row.glyphs, page, column) ?? []))
}

/** Lines in the order of the structure of a tagged page; what has no tag, mostly headers and footers, comes after. */
function taggedLines(runs: readonly Glyphs[], page: number, column: readonly [number, number]): PageLine[] {
  const blocks = new Map<string, Glyphs[]>()
  for (const run of withLed(runs.map((run) => (run.tag ? run : { ...run, ...tagOfLeader(run, runs) }))).sort(
    (a, b) => (a.tag?.order ?? Number.MAX_SAFE_INTEGER) - (b.tag?.order ?? Number.MAX_SAFE_INTEGER),
  )) {
    const key = run.tag?.key ?? ''
    const block = blocks.get(key)
    if (block) block.push(run)
    else blocks.set(key, [run])
  }
  return [...blocks.values()].flatMap((block) => toRows(block).flatMap((row) => toLine(row.glyphs, page, column) ?? []))
}

/** Dots between a title and its page have no tag, nor has a number that a style puts before its item: they belong to what they stand beside. */
function tagOfLeader(leader: Glyphs, runs: readonly Glyphs[]): Pick<Glyphs, 'tag'> {
  const isNumber = (readMarker(`${leader.text.trim()} `)?.length ?? 0) > leader.text.trim().length
  if (!/^[\s.…·_]+$/u.test(leader.text) && !isNumber) return {}
  const beside = runs.find(
    ({ tag, x, y, size }) =>
      tag !== undefined &&
      Math.abs(y - leader.y) < 0.3 * size &&
      (!isNumber || Math.abs(x - leader.x - leader.width) < BESIDE * size),
  )
  return beside?.tag ? { tag: beside.tag } : {}
}

/** A title, the dots behind it and its page are one line, also where each has a tag of its own. */
function withLed(runs: readonly Glyphs[]): Glyphs[] {
  const tags = new Map<Glyphs, Glyphs['tag']>()
  for (const { glyphs } of runs.some(isLeader) ? toRows(runs) : []) {
    const tag = glyphs.find((run) => run.tag)?.tag
    if (tag?.cell === undefined && glyphs.some(isLeader)) for (const run of glyphs) tags.set(run, tag)
  }
  return runs.map((run) => ({ ...run, ...(tags.get(run) ? { tag: tags.get(run) } : {}) }) as Glyphs)
}

const isLeader = ({ text }: Glyphs): boolean => /^\s*[.…·_]{4,}\s*$/u.test(text)

const letters = (runs: readonly Glyphs[]): number => runs.reduce((sum, { text }) => sum + text.trim().length, 0)

/** How far the text of a page reaches: a name above it and a line below it may reach further than its columns. */
function textEdges(rows: readonly { glyphs: readonly Glyphs[] }[], left: number, right: number): readonly [number, number] {
  if (rows.length < FULL) return [left, right]
  const inked = rows.map(({ glyphs }) => glyphs.filter(({ text }) => text.trim() !== ''))
  const starts = inked.map((runs) => minimum(runs.map(({ x }) => x))).sort((a, b) => a - b)
  const ends = inked.map((runs) => maximum(runs.map(({ x, width }) => x + width))).sort((a, b) => b - a)
  return [starts[MARGINS] ?? left, ends[MARGINS] ?? right]
}

/** Where a page of two columns is parted; undefined for one column. */
function findGutter(rows: readonly { glyphs: readonly Glyphs[] }[], left: number, right: number): number | undefined {
  const [from, to] = textEdges(rows, left, right)
  const width = to - from
  if (rows.length < FEWEST_ROWS || width < 200) return undefined
  let best: { at: number; filled: number; crossing: number } | undefined
  for (let at = from + width * 0.35; at <= from + width * 0.65; at += 2) {
    let crossing = 0
    const filled = [0, 0] as [number, number]
    for (const { glyphs } of rows) {
      const inked = glyphs.filter(({ text }) => text.trim() !== '')
      if (inked.some(({ x, width: w }) => x < at + GUTTER / 2 && x + w > at - GUTTER / 2)) crossing++
      else {
        // Lines of two columns need not stand beside each other.
        if (letters(inked.filter(({ x }) => x < at)) >= RUNNING) filled[0]++
        if (letters(inked.filter(({ x }) => x >= at)) >= RUNNING) filled[1]++
      }
    }
    const least = minimum(filled)
    // The last page of a text ends somewhere in its second column.
    const isEnough = least >= rows.length * FILLED || (filled[0] >= FULL && least >= BEGUN)
    const isBest = !best || crossing < best.crossing || (crossing === best.crossing && least > best.filled)
    if (crossing <= rows.length * MOST_CROSSING && isEnough && isBest) best = { at, filled: least, crossing }
  }
  return best?.at
}
