import { maximum } from '../model/index.js'
import { type DocBlock, type DocTable, plainWords } from '../present/index.js'
import type { Flow } from './flow.js'
import { drawable, type Face } from './fonts.js'
import { type Scale, shrink } from './theme.js'

/** White space inside a cell, left and right. */
export const paddingOf = ({ look }: DocTable): number => (look === 'map' ? 2 : 5)

/** Points below which letters are hard to read; a table on the page is turned before it comes to that. */
const READABLE = 8
/** Sizes a table may be set in so that its longest words fit, in order of preference. */
const SMALLEST = 0.76
const FACTORS = [1, 0.94, 0.89, 0.84, SMALLEST]
/** The size of a table of which columns are parted. */
const PARTED = 0.92

export interface Bands {
  readonly bands: readonly Band[]
  readonly scale: Scale
  /** Points in which all columns fit in letters of the usual size. */
  readonly least: number
}

/** Columns that stand side by side: their numbers in the table, and one edge more than there are columns, in points from the left. */
export interface Band {
  readonly columns: readonly number[]
  readonly edges: readonly number[]
  /** How many of the first columns have been drawn in an earlier band. */
  readonly again: number
}

/**
 * Shares the width out by weight, but no column narrower than its longest word as long as there is room or the type can be made
 * smaller. Columns that do not fit at all go to further bands.
 */
export function bandsOf(table: DocTable, flow: Flow): Bands {
  const { document, width } = flow
  const padding = paddingOf(table)
  const weights = table.columns.map(({ weight }) => (Number.isFinite(weight) && weight > 0 ? weight : 1))
  const base = flow.scale === document.theme.text ? document.theme.cell : flow.scale
  const words = longestWords(table, flow, base.body.size)
  const lines = longestLines(table, flow, base.body.size)
  const band = (columns: readonly number[], least: readonly number[], again: number): Band => {
    const total = columns.reduce((sum, column) => sum + (weights[column] ?? 0), 0)
    const wanted = asked(
      columns.map((column) => (width * (weights[column] ?? 0)) / total),
      columns.map((column) => (lines[column] ?? 0) + 2 * padding + 1),
    )
    const own = columns.map((column) => least[column] ?? 0)
    const fits = own.reduce((sum, room) => sum + room, 0) <= width
    return { columns, edges: edges(flow.x, fits ? balance(wanted, own) : wanted), again }
  }
  const all = table.columns.map((_, column) => column)
  const least = (factor: number): number[] => words.map((word) => word * factor + 2 * padding + 0.5)
  const scale = (factor: number): Scale => (factor === 1 ? base : shrink(base, factor))
  const needed = least(1).reduce((sum, room) => sum + room, 0)
  for (const factor of FACTORS) {
    const own = least(factor)
    if (own.reduce((sum, room) => sum + room, 0) > width) continue
    return { bands: [band(all, own, 0)], scale: scale(factor), least: needed }
  }
  const own = least(PARTED)
  // A cell over several columns cannot be parted, nor can a column be led by itself.
  const whole = [...table.head, ...table.body].some(({ cells }) => cells.some(({ span }) => (span ?? 1) > 1))
  const groups = whole ? [all] : groupColumns(own, width)
  if (groups.length === 1) return { bands: [band(all, own, 0)], scale: scale(SMALLEST), least: needed }
  return { bands: groups.map((group, index) => band(group, own, index === 0 ? 0 : 1)), scale: scale(PARTED), least: needed }
}

/** Whether all columns stand side by side in letters that can be read. */
export const isReadable = ({ bands, scale }: Bands): boolean => bands.length === 1 && scale.body.size >= READABLE

/** The columns in groups that fit the width, about equally full, each led by the first column. */
function groupColumns(least: readonly number[], width: number): number[][] {
  const [lead = 0, ...others] = least
  const room = width - lead
  if (others.some((own) => own > room)) return [least.map((_, column) => column)]
  const total = others.reduce((sum, own) => sum + own, 0)
  const fill = total / Math.ceil(total / room)
  const groups: number[][] = []
  let used = Number.POSITIVE_INFINITY
  others.forEach((own, index) => {
    if (used + own > room || used > fill) {
      groups.push([0])
      used = 0
    }
    groups.at(-1)?.push(index + 1)
    used += own
  })
  return groups
}

function edges(x: number, widths: readonly number[]): number[] {
  let edge = x
  return [x, ...widths.map((width) => (edge += width))]
}

/** Of its share a column keeps at least this: one that is to be filled in has no words yet. */
const KEPT = 0.5

/** Gives what a column does not need to hold its words on one line to those that need more. */
function asked(shares: readonly number[], lines: readonly number[]): number[] {
  const columns = shares.map((share, i) => {
    const line = lines[i] ?? 0
    return { share, need: Math.min(share, Math.max(line, share * KEPT)), want: Math.max(0, line - share) }
  })
  const spare = columns.reduce((sum, { share, need }) => sum + share - need, 0)
  const wanted = columns.reduce((sum, { want }) => sum + want, 0)
  // Nobody needs more: what is left is shared out as before.
  if (wanted === 0) return [...shares]
  const given = Math.min(spare, wanted)
  const rest = (spare - given) / shares.length
  return columns.map(({ need, want }) => need + (want / wanted) * given + rest)
}

/** Gives every column its least width, taking from the ones that have more than theirs, in proportion to what they have to spare. */
function balance(wanted: readonly number[], least: readonly number[]): number[] {
  const columns = wanted.map((width, i) => {
    const own = least[i] ?? 0
    return { width, lack: Math.max(0, own - width), spare: Math.max(0, width - own) }
  })
  const needed = columns.reduce((sum, { lack }) => sum + lack, 0)
  const available = columns.reduce((sum, { spare }) => sum + spare, 0)
  return columns.map(({ width, lack, spare }) => width + lack - (available > 0 ? spare * (needed / available) : 0))
}

function longestWords(table: DocTable, { document }: Flow, size: number): number[] {
  const longest = table.columns.map(() => 0)
  for (const row of [...table.head, ...table.body]) {
    let column = 0
    for (const cell of row.cells) {
      const face = document.family.face(cell.header === 'column', false)
      // A cell over several columns finds its room in all of them.
      if ((cell.span ?? 1) === 1 && column < longest.length) {
        for (const word of wordsOf(cell.children)) longest[column] = Math.max(longest[column] ?? 0, face.width(word, size))
      }
      column += cell.span ?? 1
    }
  }
  return longest
}

/** The widest paragraph of every column, set on one line. */
function longestLines(table: DocTable, { document }: Flow, size: number): number[] {
  const longest = table.columns.map(() => 0)
  const widthOf = (blocks: readonly DocBlock[], face: Face): number =>
    maximum([
      0,
      ...blocks.map((block) => {
        if (block.type === 'paragraph' || block.type === 'heading') {
          const words = drawable(plainWords(block.content, 'all')).split(' ')
          return words.reduce((sum, word) => sum + face.width(word, size) + (face.space.width * size) / 1000, 0)
        }
        if (block.type === 'list') return Math.max(0, maximum(block.items.map((item) => 24 + widthOf(item.children, face))))
        return 'children' in block ? widthOf(block.children, face) : Number.POSITIVE_INFINITY
      }),
    ])
  for (const row of [...table.head, ...table.body]) {
    let column = 0
    for (const cell of row.cells) {
      const face = document.family.face(cell.header !== undefined, false)
      // A cell over several columns asks each of them for its share.
      const span = Math.max(1, cell.span ?? 1)
      const share = Math.min(WIDEST, widthOf(cell.children, face)) / span
      for (let at = column; at < Math.min(column + span, longest.length); at++) longest[at] = Math.max(longest[at] ?? 0, share)
      column += cell.span ?? 1
    }
  }
  return longest
}

/** Points that count as more than any column has. */
const WIDEST = 2000

/** Words too long for any column count for no more than this. */
const LONGEST = 24

function wordsOf(blocks: readonly DocBlock[]): string[] {
  return blocks.flatMap((block): string[] => {
    if (block.type === 'paragraph' || block.type === 'heading') {
      return drawable(plainWords(block.content, 'all'))
        .split(/[ /]|(?<=-)/)
        .filter((word) => word.length > 0 && word.length <= LONGEST)
    }
    if (block.type === 'list') return block.items.flatMap((item) => wordsOf(item.children).map((word) => `${item.label} ${word}`))
    return 'children' in block ? wordsOf(block.children) : []
  })
}
