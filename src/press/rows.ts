import { maximum } from '../model/index.js'
import { type DocCell, type DocRow, type DocTable, mix } from '../present/index.js'
import { type Band, paddingOf } from './columns.js'
import type { Flow } from './flow.js'
import type { Painter, Slab } from './set.js'
import { along, divide, heightOf, paintPlaced, stack } from './slab.js'
import { Tag } from './tags.js'
import { MM, type Theme } from './theme.js'

/** White space inside a cell, above and below; rows of a map are as low as can be read. */
const leadingOf = ({ look }: DocTable): number => (look === 'map' ? 1 : 4)

/** A row with its elements, before it is known how wide its columns are and which of them are drawn where. */
interface SetRow {
  readonly source: DocRow
  readonly tag: Tag
  readonly cells: readonly RowCell[]
  /** The cells by the column they begin in. */
  readonly byColumn: readonly (RowCell | undefined)[]
  readonly head: boolean
}

interface RowCell {
  readonly source: DocCell
  readonly tag: Tag
  readonly header: 'row' | 'column' | undefined
  readonly column: number
  readonly span: number
}

export function rowOf(source: DocRow, parent: Tag, head: boolean): SetRow {
  const tag = new Tag('TR', parent, { lang: source.lang })
  let column = 0
  const byColumn: (RowCell | undefined)[] = []
  const cells = source.cells.map((cell): RowCell => {
    const span = Math.max(1, cell.span ?? 1)
    const header = cell.header ?? (head ? 'column' : undefined)
    const attributes = {
      O: 'Table',
      ...(header ? { Scope: header === 'row' ? 'Row' : 'Column' } : {}),
      ...(span > 1 ? { ColSpan: span } : {}),
    }
    const own = new Tag(header ? 'TH' : 'TD', tag, header || span > 1 ? { attributes } : {})
    const found = { source: cell, tag: own, header, column, span }
    byColumn[column] = found
    column += span
    return found
  })
  return { source, tag, cells, byColumn, head }
}

interface RowSetting {
  readonly flow: Flow
  readonly table: DocTable
  readonly band: Band
  /** The first row of a table draws the line above it. */
  readonly first: boolean
  /** What the row repeats when it comes first on a page. */
  readonly repeated: readonly Slab[]
}

interface Cell {
  readonly tag: Tag
  readonly x: number
  readonly width: number
  readonly ground: string | undefined
  readonly slabs: readonly Slab[]
  /** Drawn before, in another band. */
  readonly again: boolean
}

/** A row in one band of columns. */
export function rowSlab(row: SetRow, setting: RowSetting): Slab {
  const { document } = setting.flow
  const { band } = setting
  // A table of hundreds of columns has hundreds of bands: what looked at all cells for each of them would take the square.
  const cells = band.columns.flatMap((column, at) => {
    const cell = row.byColumn[column]
    return cell ? [setCell(cell, at, row.head, setting)] : []
  })
  const again = band.again > 0
  const anchors = row.source.id === undefined || again ? [] : [document.anchor(row.source.id, band.edges[0] as number)]
  const slab = assemble(row, cells, setting, (row.source.height ?? 0) * MM)
  const anchored = { ...slab, anchors: [...anchors, ...(slab.anchors ?? [])] }
  return row.source.change ? (along([anchored], document.bar(row.source.change))[0] as Slab) : anchored
}

function setCell({ source, tag, header, column, span }: RowCell, at: number, head: boolean, setting: RowSetting): Cell {
  const { flow, table, band } = setting
  const { theme } = flow.document
  const x = band.edges[at] as number
  const width = (band.edges[Math.min(at + span, band.edges.length - 1)] as number) - x
  const facts = table.look === 'facts'
  const padding = paddingOf(table)
  const before = facts && column === 0 ? 0 : padding
  const align = table.columns[column]?.align
  const quiet = (facts && header === 'row') || source.tone === 'muted'
  const again = at < band.again
  const home = { x: x + before, width: Math.max(1, width - before - padding) }
  const set = (): Slab[] =>
    flow.document.blocks(source.children, {
      ...flow,
      tag,
      ...home,
      home,
      gutter: 0,
      ...(align ? { align } : {}),
      voice: quiet ? { colour: theme.colours.muted } : header ? { bold: true } : {},
    })
  // What is drawn again has had its destinations and notes.
  const slabs = again ? flow.document.aside(set) : set()
  return { tag, x, width, slabs, ground: groundOf(source, head && !facts, theme), again }
}

function groundOf(cell: DocCell, head: boolean, { colours, brand }: Theme): string | undefined {
  const tone = cell.change ?? cell.tone
  if (tone === 'inserted') return colours.insertedTint
  if (tone === 'deleted') return colours.deletedTint
  if (tone === 'accent') return colours.accentTint
  if (cell.heat !== undefined) return mix('#ffffff', brand.primary, 0.3 * cell.heat)
  return head ? colours.tint : undefined
}

function assemble(row: SetRow, cells: readonly Cell[], setting: RowSetting, least: number): Slab {
  const height = Math.max(least, maximum(cells.map(({ slabs }) => heightOf(slabs) + 2 * leadingOf(setting.table))))
  const inside = cells.filter(({ again }) => !again).flatMap(({ slabs }) => slabs)
  return {
    height,
    before: 0,
    keep: false,
    notes: inside.flatMap(({ notes }) => notes ?? []),
    anchors: inside.flatMap(({ anchors }) => anchors ?? []),
    head: setting.repeated,
    paint: (canvas, top) => paintRow(canvas, row, cells, setting, top, height),
    split: (room) => splitRow(row, cells, setting, room),
  }
}

/** Divides a row: every cell gives the first part what fits. Both parts belong to the same elements. */
function splitRow(row: SetRow, cells: readonly Cell[], setting: RowSetting, room: number): readonly [Slab, Slab] | undefined {
  const parts = cells.map((cell) => take(cell.slabs, room - 2 * leadingOf(setting.table)))
  if (parts.every(([taken]) => taken.length === 0)) return undefined
  const part = (index: 0 | 1, first: boolean): Slab =>
    assemble(
      row,
      cells.map((cell, i) => ({ ...cell, slabs: (parts[i] as [Slab[], Slab[]])[index] })),
      { ...setting, first },
      0,
    )
  return [part(0, setting.first), part(1, setting.repeated.length === 0)]
}

function take(slabs: readonly Slab[], room: number): [Slab[], Slab[]] {
  let used = 0
  for (const [index, slab] of slabs.entries()) {
    const before = index > 0 ? slab.before : 0
    if (used + before + slab.height > room) {
      const parts = divide(slab, room - used - before)
      if (parts)
        return [
          [...slabs.slice(0, index), parts[0]],
          [parts[1], ...slabs.slice(index + 1)],
        ]
      let end = index
      while (end > 0 && slabs[end]?.keep) end--
      // What keeps together and is all there is must be parted all the same.
      if (end === 0) end = index
      return [slabs.slice(0, end), slabs.slice(end)]
    }
    used += before + slab.height
  }
  return [[...slabs], []]
}

// In points: hairlines between rows, and the rule that closes a head.
const THIN = 0.5
const STRONG = 0.9

function paintRow(canvas: Painter, row: SetRow, cells: readonly Cell[], setting: RowSetting, top: number, height: number): void {
  const { band, table, first } = setting
  const { colours, brand } = setting.flow.document.theme
  const left = band.edges[0] as number
  const width = (band.edges.at(-1) as number) - left
  const lines = table.look !== 'facts'
  const strong = row.head && lines
  canvas.artifact()
  // The line between two rows is the upper one's, and half of it reaches into the lower one.
  for (const { x, width: own, ground } of cells) if (ground) canvas.fill(x, top + STRONG / 2, own, height - STRONG / 2, ground)
  if (first && lines) canvas.fill(left, top - STRONG / 2, width, STRONG, brand.primary)
  const thick = strong ? STRONG : THIN
  canvas.fill(left, top + height - thick / 2, width, thick, strong ? brand.primary : colours.hairline)
  if (table.look === 'grid') for (const { x } of cells.slice(1)) canvas.fill(x - THIN / 2, top, THIN, height, colours.hairline)
  canvas.attach(row.tag)
  // The bands of a row are drawn apart and read as one: all its cells enter the tree with the first of them.
  if (band.again === 0) for (const cell of row.cells) canvas.attach(cell.tag)
  for (const cell of cells) {
    const paint = (): void => paintPlaced(stack(cell.slabs, top + leadingOf(table)), canvas)
    if (cell.again) canvas.repeat(paint)
    else paint()
  }
}
