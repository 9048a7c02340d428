import { maximum, minimum } from '../model/index.js'
import type { Tag } from './tags.js'

/** A run of characters as a PDF places it; points, y upwards. */
export interface Glyphs {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly size: number
  readonly bold: boolean
  readonly italic: boolean
  readonly tag?: Tag
  /** Where it leads: an address, or `#` and the name of a place, which is the id of a clause in a file of ours. */
  readonly link?: string
  /** A rule is drawn through it. */
  readonly struck?: true
  /** In letters as large as a mark's, neither upright nor on a side. */
  readonly slants?: true
}

/** A line of a page, in reading order. */
export interface PageLine {
  readonly page: number
  /** Parts of one look; a raised small figure is `mark`. */
  readonly parts: readonly LinePart[]
  readonly text: string
  readonly x: number
  readonly right: number
  readonly y: number
  readonly size: number
  readonly bold: boolean
  /** Left and right edge of the column it stands in. */
  readonly column: readonly [number, number]
  readonly tag?: Tag
}

export interface LinePart {
  readonly text: string
  readonly bold: boolean
  readonly italic: boolean
  readonly mark: boolean
  readonly link?: string
  readonly struck?: true
}

/** What is written slanting over a page in letters as large as a mark's, such as "CONCEPT", as a line of its own. */
export function acrossPage(glyphs: readonly Glyphs[], page: number): PageLine[] {
  const [first] = glyphs
  const text = glyphs
    .map((run) => run.text)
    .join('')
    .replace(/\s+/g, ' ')
    .trim()
  if (!first || text === '') return []
  const { x, y, size } = first
  const part = { text, bold: false, italic: false, mark: false }
  return [{ page, parts: [part], text, x, right: x, y, size, bold: false, column: [x, x] }]
}

/** Runs that stand on one line of a page. */
export type Row = { y: number; size: number; glyphs: Glyphs[] }

/** How far apart the baselines of a row and a run on it are at most: a raised figure stands further off than words do. */
function reach(row: Row, run: Glyphs): number {
  const isRaised = row.size < run.size ? row.glyphs.every(isFigure) : run.size < row.size && isFigure(run)
  return Math.max(row.size, run.size) * (isRaised ? 0.55 : 0.45)
}

// In sizes: what stands so far from other words begins a line, and a bullet this far from its own.
const APART = 1.9
const BEHIND = 0.4

/** An "o" that stands apart in front of words is a ring, as word processors draw the second level of a list. */
function withRings(runs: Glyphs[]): Glyphs[] {
  const inked = runs.filter(({ text }) => text.trim() !== '')
  return runs.map((run) => {
    if (run.text.trim() !== 'o') return run
    const at = inked.indexOf(run)
    const [before, next] = [inked[at - 1], inked[at + 1]]
    const isFirst = before === undefined || run.x - before.x - before.width > APART * run.size
    return isFirst && next && next.x - run.x - run.width > BEHIND * run.size ? { ...run, text: '○' } : run
  })
}

const isFigure = ({ text }: Glyphs): boolean => /^\d{1,3}$/.test(text.trim())

/** Gathers runs into lines: those on one baseline, raised or lowered figures included. */
export function toRows(glyphs: readonly Glyphs[]): Row[] {
  const rows: Row[] = []
  for (const run of [...glyphs].sort((a, b) => b.y - a.y || a.x - b.x)) {
    if (run.text === '' || (run.text.trim() === '' && run.width === 0)) continue
    const row = rows.findLast((other) => Math.abs(other.y - run.y) < reach(other, run))
    if (!row) rows.push({ y: run.y, size: run.size, glyphs: [run] })
    else {
      row.glyphs.push(run)
      // The baseline of the largest run is the line's.
      if (run.size > row.size && run.text.trim() !== '') Object.assign(row, { y: run.y, size: run.size })
    }
  }
  for (const row of rows) row.glyphs = withRings(row.glyphs.sort((a, b) => a.x - b.x))
  return rows
}

// In sizes: closer is one word, further is a blank, further still another cell.
const BLANK = 0.16
const CELL = 1.9
// In sizes: a letter or numeral this far from the words of its heading is the label of it, though no point stands behind it.
const GUTTER = 0.7
const LETTER_LABEL = /^(?:[A-Za-z]|[IVXLC]{2,7})$/
// "II.te" and "1.1Leden" are no words: a numeral that touches one is its label.
const TIGHT = /^(\(?(?:[ivx]{2,5}|[IVX]{2,5}|\d{1,2}(?:\.\d{1,2})*)[.)](?=\p{L}{2})|\d{1,2}(?:\.\d{1,2})+(?=\p{Lu}\p{Ll}))/u
const LABEL = /^(?:\(?[\p{L}\d.]{1,7}[.)]|\d{1,2}(?:\.\d{1,2})+|[-–•▪●○◦])$/u

/** A line of the runs of a row. */
export function toLine(runs: readonly Glyphs[], page: number, column: readonly [number, number]): PageLine | undefined {
  const inked = runs.filter(({ text }) => text.trim() !== '')
  const [first] = inked
  if (!first) return undefined
  const size = commonSize(inked)
  const baseline = inked.find((run) => Math.abs(run.size - size) < 0.1)?.y ?? first.y
  const parts: LinePart[] = []
  const cell = isStretched(inked, size, column[1]) ? Number.POSITIVE_INFINITY : CELL
  let end: number | undefined
  for (const run of inked) {
    const gap = end === undefined ? 0 : run.x - end
    const before = parts.at(-1)
    // A label too wide for its place touches the words it stands before.
    const touches = parts.length === 1 && LABEL.test(before?.text ?? '')
    const isLabelled = parts.length === 1 && run.tag?.heading !== undefined && LETTER_LABEL.test(before?.text ?? '')
    const space =
      end === undefined ? '' : gap > (isLabelled ? GUTTER : cell) * size ? '\t' : gap > BLANK * size || touches ? ' ' : ''
    const mark = run.size < 0.9 * size && run.y > baseline + 0.12 * size && /^\d{1,3}$/.test(run.text.trim())
    const value = before ? `${space}${run.text}` : run.text.replace(TIGHT, '$1 ')
    const isOne = before && isAlike(before, run) && !before.mark && !mark
    if (before && isOne) parts[parts.length - 1] = { ...before, text: before.text + value }
    else parts.push({ text: value, bold: run.bold, italic: run.italic, mark, ...looksOf(run) })
    end = run.x + run.width
  }
  const text = parts.map((part) => part.text).join('')
  return {
    page,
    parts,
    text: text.replace(/ {2,}/g, ' ').trim(),
    x: first.x,
    right: end ?? first.x,
    y: baseline,
    size,
    bold: inked.every(({ bold }) => bold),
    column,
    ...(first.tag ? { tag: first.tag } : {}),
  }
}

// In sizes: what blanks of one line differ that were made as wide as each other.
const EVEN = 0.05

/** A line of a narrow column that was set to both its edges: few words, and blanks as wide as each other between them. */
function isStretched(runs: readonly Glyphs[], size: number, edge: number): boolean {
  const gaps = runs.flatMap((run, i) => {
    const before = runs[i - 1]
    const gap = before === undefined ? 0 : run.x - before.x - before.width
    return gap > BLANK * size ? [gap] : []
  })
  const last = runs.at(-1)
  return (
    gaps.length > 1 &&
    last !== undefined &&
    Math.abs(last.x + last.width - edge) < size &&
    maximum(gaps) - minimum(gaps) < EVEN * size
  )
}

/** Whether two runs have one look, and lead to one place. */
const isAlike = (one: LinePart, other: Glyphs): boolean =>
  one.bold === other.bold && one.italic === other.italic && one.link === other.link && one.struck === other.struck

const looksOf = ({ link, struck }: Glyphs): Pick<LinePart, 'link' | 'struck'> => ({
  ...(link ? { link } : {}),
  ...(struck ? { struck } : {}),
})

function commonSize(runs: readonly Glyphs[]): number {
  const sizes = new Map<number, number>()
  for (const { size, text } of runs) {
    const rounded = Math.round(size * 10) / 10
    sizes.set(rounded, (sizes.get(rounded) ?? 0) + text.length)
  }
  return [...sizes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0
}

/** Whether a line takes most of its column, as all lines of a paragraph but the last do. */
export const isLong = ({ right, column: [left, end] }: PageLine): boolean => right - left > 0.6 * (end - left)
