import { maximum } from '../../model/index.js'
import { type DocBlock, type DocInline, type DocRow, type DocTable, mapContent } from '../../present/index.js'
import { type Bands, bandsOf, isReadable } from '../columns.js'
import type { Flow } from '../flow.js'
import { breakLines } from '../lines.js'
import { rowOf, rowSlab } from '../rows.js'
import type { Slab } from '../set.js'
import { heightOf, withFirst } from '../slab.js'
import { Tag } from '../tags.js'
import { turned, turnedRoom } from '../turned.js'

/** Between the bands of a table that is too wide for the page, in lines. */
const BETWEEN_BANDS = 1.2

/**
 * A table: caption, head repeated on every page, rows kept whole where a page can hold them. What is too wide for the page is set in
 * bands of columns below each other, each led by the first column; it stays one table to who listens to it. Before its letters get too
 * small to read, or its columns are parted, it is turned on the page.
 */
export function table(source: DocTable, flow: Flow): Slab[] {
  const block = regular(source)
  const tag = new Tag('Table', flow.tag, { lang: block.lang })
  // Names and values read as text; other tables may use the gutter, too.
  const outset = block.look === 'facts' ? 0 : flow.gutter
  const onPage = flow.document.isPage(flow)
  const x = flow.x - outset
  const { frame, page } = flow.document.theme
  const wide = onPage && block.look !== 'facts'
  const room = { ...flow, x, width: wide ? frame.right - x : flow.width + outset, gutter: 0 }
  const upright = bandsOf(block, room)
  if (onPage && page.height > page.width && !isReadable(upright) && !hasNotes(block)) {
    const aside = turnedRoom(room, upright.least)
    return turned(setTable(block, tag, aside, bandsOf(block, aside)), aside)
  }
  return setTable(block, tag, room, upright)
}

/** Notes stand at the foot of an upright page. */
function hasNotes(table: DocTable): boolean {
  let found = false
  const look = (content: readonly DocInline[]): void => {
    for (const inline of content) {
      if (inline.type === 'footnote') found = true
      else if ('children' in inline) look(inline.children)
    }
  }
  mapContent([table], (content) => {
    look(content)
    return content
  })
  return found
}

/** A table in a room that its columns have been fitted to. */
function setTable(block: DocTable, tag: Tag, room: Flow, { bands, scale }: Bands): Slab[] {
  const inside = { ...room, scale }
  // What is said above room to sign is a sentence of the text, and set as one.
  const isSigned = block.body.some(({ height }) => height !== undefined)
  const caption = block.caption ? captionSlabs(block.caption, tag, isSigned ? room : inside, isSigned) : []
  // A head without a body is no head to PDF/UA: its row stands in the table itself.
  const thead = block.body.length > 0 ? new Tag('THead', tag) : tag
  const tbody = new Tag('TBody', tag)
  const head = block.head.map((row) => rowOf(row, thead, true))
  const body = block.body.map((row) => rowOf(row, tbody, false))
  // Asked once, not for every band.
  const leads = block.body.map(announces)

  const attachAll = (slabs: Slab[]): Slab[] =>
    withFirst(slabs, (first) => ({
      ...first,
      paint: (canvas, top) => {
        if (caption.length === 0) canvas.attach(tag)
        for (const row of bands.length > 1 ? [...head, ...body] : []) {
          canvas.attach(row.tag)
          for (const cell of row.cells) canvas.attach(cell.tag)
        }
        first.paint(canvas, top)
      },
    }))
  const set = bands.map((band, index): Slab[] => {
    const setting = { flow: inside, table: block, band, repeated: [] }
    const heads = head.map((row, at) => rowSlab(row, { ...setting, first: at === 0 }))
    const repeated = heads.map(
      (slab): Slab => ({
        height: slab.height,
        before: 0,
        keep: false,
        paint: (canvas, top) => canvas.repeat(() => slab.paint(canvas, top)),
      }),
    )
    const rows = body.map((row, at) => rowSlab(row, { ...setting, repeated, first: at === 0 && heads.length === 0 }))
    const all = [...heads, ...rows]
    const low = (at: number): boolean => (all[at]?.height ?? 0) <= LOW * scale.body.leading
    // No row stands alone at the foot of a page or on top of the next.
    const paired = (at: number): boolean => (at === heads.length + 1 || at === all.length - 1) && low(at - 1) && low(at)
    const kept = (at: number): boolean => at > 0 && (at <= heads.length || paired(at) || leads[at - heads.length - 1] === true)
    const slabs = all.map((slab, at) => ({ ...slab, keep: kept(at) }))
    return index === 0 ? slabs : withFirst(slabs, (first) => ({ ...first, before: BETWEEN_BANDS * scale.body.leading }))
  })
  const rows = together(attachAll(set.flat()), room)
  if (caption.length === 0) return rows
  return [...caption, ...withFirst(rows, (first) => ({ ...first, keep: true, before: 4 }))]
}

/** Up to how many lines high a row is that another is kept with. */
const LOW = 4

/** The table with as many columns as its widest row, and all rows as wide: PDF/UA asks for it, and no cell may get lost. */
function regular(table: DocTable): DocTable {
  const widthOf = ({ cells }: DocRow): number => cells.reduce((sum, { span }) => sum + Math.max(1, span ?? 1), 0)
  const rows = [...table.head, ...table.body]
  const count = Math.max(table.columns.length, maximum(rows.map(widthOf)))
  if (count === table.columns.length && rows.every((row) => widthOf(row) === count)) return table
  const fill = (row: DocRow): DocRow => ({
    ...row,
    cells: [...row.cells, ...Array.from({ length: count - widthOf(row) }, () => ({ children: [] }))],
  })
  const columns = [...table.columns, ...Array.from({ length: count - table.columns.length }, () => ({ weight: 1 }))]
  return { ...table, columns, head: table.head.map(fill), body: table.body.map(fill) }
}

/** Share of the page up to which a table is not worth dividing. */
const SMALL = 0.3

/** A small table stays on one page, unless that would leave the one before it half empty. */
function together(slabs: Slab[], { document }: Flow): Slab[] {
  const { frame } = document.theme
  if (heightOf(slabs) > (frame.bottom - frame.top) * SMALL) return slabs
  return slabs.map((slab, index) => (index === 0 || slab.keep ? slab : { ...slab, keep: 'better' }))
}

/** A row of nothing but headings belongs to the rows below it. */
function announces(row: DocRow): boolean {
  const blocks = row.cells.filter(({ header }) => header === undefined).flatMap(({ children }) => children)
  return blocks.length > 0 && blocks.every(isTitle)
}

const isTitle = (block: DocBlock): boolean =>
  block.type === 'heading' ||
  (block.type === 'paragraph' && block.content.length > 0 && block.content.every(({ type }) => type === 'strong'))

function captionSlabs(content: NonNullable<DocTable['caption']>, table: Tag, flow: Flow, isText: boolean): Slab[] {
  const { document, scale } = flow
  const tag = new Tag('Caption', table)
  const type = isText ? scale.body : scale.small
  const lines = breakLines(document.pieces(content, { type, tag, bold: !isText }), flow.width)
  return document.lines(lines, flow, type).map((slab, index) => ({ ...slab, keep: index > 0 }))
}
