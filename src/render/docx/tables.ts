import { type DocBlock, type DocCell, type DocRow, type DocTable, mix } from '../../present/index.js'
import type { Surroundings, WordContext } from './context.js'
import { runs } from './inlines.js'
import type { Revision } from './revision.js'
import { atStart } from './story.js'
import { headShade } from './styles.js'
import { w } from './xml.js'

type Inside = (list: readonly DocBlock[], context: WordContext, around: Surroundings) => string

/** Twentieths of a point in a millimetre. */
const MILLIMETRE = 1440 / 25.4

/** A table over the width of the text. Rows and columns that came or went are tracked as such, words as words. */
export function table(block: DocTable, context: WordContext, around: Surroundings, inside: Inside, role?: Replaced): string {
  const room = around.width - around.indent
  const total = block.columns.reduce((sum, { weight }) => sum + weight, 0) || 1
  const widths = block.columns.map(({ weight }) => Math.floor((weight / total) * room))
  const row = (entry: DocRow, head: boolean) => tableRow(entry, block, head, { widths, context, around, inside })
  const caption = block.caption
    ? w(
        'p',
        {},
        w('pPr', {}, w('pStyle', { val: 'Caption' })),
        runs(block.caption, context, () => 0),
      )
    : ''
  return (
    caption +
    w(
      'tbl',
      {},
      w(
        'tblPr',
        {},
        w('tblStyle', { val: block.look === 'grid' ? 'PolicyGrid' : 'PolicyTable' }),
        w('tblW', { w: room, type: 'dxa' }),
        around.indent > 0 ? w('tblInd', { w: around.indent, type: 'dxa' }) : '',
        w('tblLayout', { type: 'fixed' }),
        w('tblLook', {
          val: block.head.length > 0 ? '0620' : '0600',
          firstRow: block.head.length > 0 ? 1 : 0,
          lastRow: 0,
          firstColumn: 0,
          lastColumn: 0,
          noHBand: 1,
          noVBand: 1,
        }),
      ),
      w('tblGrid', {}, ...widths.map((width) => w('gridCol', { w: width }))),
      block.head.map((entry) => row(entry, true)).join(''),
      block.body.map((entry) => row(entry, false)).join(''),
    ) +
    (role === 'old' ? '' : afterTable(block, context, role))
  )
}

/** A table that another took the place of, and that other: of both only one will be there, and one line behind them is enough. */
type Replaced = 'old' | 'new' | undefined

export function replacedOf(block: DocBlock | undefined, before: DocBlock | undefined, after: DocBlock | undefined): Replaced {
  const is = (each: DocBlock | undefined, change: 'inserted' | 'deleted') => each?.type === 'table' && goes(each) === change
  if (is(block, 'deleted') && is(after, 'inserted')) return 'old'
  return is(before, 'deleted') && is(block, 'inserted') ? 'new' : undefined
}

/** Whether a table goes with all its rows when its change is undone or done. */
function goes({ change, head, body }: DocTable): 'inserted' | 'deleted' | undefined {
  if (change !== 'inserted' && change !== 'deleted') return undefined
  return [...head, ...body].every((row) => tracked(row, change)) ? change : undefined
}

/** Two tables in a row would become one, and a cell must end in a paragraph. It comes and goes with its table. */
function afterTable(block: DocTable, context: WordContext, role: Replaced): string {
  const change = role ? undefined : goes(block)
  const kind = change === 'inserted' ? 'ins' : 'del'
  const whole = change !== undefined
  const style = w('pStyle', { val: 'AfterTable' })
  context.nextTime()
  context.story.table()
  return w(
    'p',
    {},
    context.story.line({
      now: style,
      was: style,
      end: whole ? { kind } : undefined,
      whole,
      mixed: false,
      pieces: [],
      firstNote: false,
    }),
  )
}

interface Parts {
  readonly widths: readonly number[]
  readonly context: WordContext
  readonly around: Surroundings
  readonly inside: Inside
}

function tableRow(row: DocRow, block: DocTable, head: boolean, parts: Parts): string {
  const { context, around } = parts
  const change = row.change ?? block.change
  // A row that is marked as new in a paper is no tracked row: only one whose words are all tracked can go without loss.
  const revision: Revision | undefined =
    (change === 'inserted' || change === 'deleted') && tracked(row, change)
      ? { kind: change === 'inserted' ? 'ins' : 'del' }
      : around.revision
  let column = 0
  const cells = row.cells.map((cell, index) => {
    const span = cell.span ?? 1
    const width = parts.widths.slice(column, column + span).reduce((sum, size) => sum + size, 0)
    const align = block.columns[column]?.align
    column += span
    const bookmark = index === 0 ? context.bookmark(row.id) : ''
    return tableCell(cell, {
      ...parts,
      width,
      span,
      align,
      head,
      further: head && row !== block.head[0],
      bookmark,
      revision,
      facts: block.look === 'facts' && index === 0,
    })
  })
  const fields = [
    row.height === undefined ? '' : w('trHeight', { val: Math.round(row.height * MILLIMETRE), hRule: 'atLeast' }),
    w('cantSplit'),
    head ? w('tblHeader') : '',
    revision ? w(revision.kind === 'del' || revision.kind === 'moveFrom' ? 'del' : 'ins', context.revision()) : '',
  ]
  return w('tr', {}, w('trPr', {}, ...fields), ...cells)
}

/** Whether nothing of a row stays when its change is undone or done. */
const tracked = ({ cells }: DocRow, change: 'inserted' | 'deleted'): boolean =>
  cells.every(({ children }) =>
    children.every(
      (block) =>
        block.type === 'paragraph' &&
        block.content.every(({ type }) => type === (change === 'inserted' ? 'insertion' : 'deletion')),
    ),
  )

interface CellParts extends Parts {
  readonly width: number
  readonly span: number
  readonly align: 'left' | 'right' | 'center' | undefined
  readonly head: boolean
  readonly further: boolean
  readonly facts: boolean
  readonly bookmark: string
  readonly revision: Revision | undefined
}

function tableCell(
  cell: DocCell,
  { context, inside, around, width, span, align, head, further, facts, bookmark, revision }: CellParts,
): string {
  const bold = head || facts || cell.header !== undefined
  const style = `${bold ? 'TableHead' : 'TableText'}${align === 'right' ? 'Right' : align === 'center' ? 'Center' : ''}`
  const within: Surroundings = {
    indent: 0,
    style,
    width: width - 200,
    ...(revision ? { revision } : around.revision ? { revision: around.revision } : {}),
  }
  const children = cell.children.length > 0 ? cell.children : [{ type: 'paragraph', content: [] } as const]
  const content = context.inStory(() => inside(children, context, within))
  const shade = shadeOf(cell, further, context)
  return w(
    'tc',
    {},
    w(
      'tcPr',
      {},
      w('tcW', { w: width, type: 'dxa' }),
      span > 1 ? w('gridSpan', { val: span }) : '',
      shade === undefined ? '' : w('shd', { val: 'clear', color: 'auto', fill: shade.slice(1) }),
      cell.change ? w(cell.change === 'inserted' ? 'cellIns' : 'cellDel', context.revision()) : '',
    ),
    // The bookmark of a row stands in its first paragraph: between cells there is no room for one.
    atStart(content, bookmark) ?? content,
  )
}

/** What a cell stands out by; the first row of a head does by the style of its table, as Word has it, and `further` ones here. */
function shadeOf({ tone }: DocCell, further: boolean, { document: { brand } }: WordContext): string | undefined {
  if (tone === 'inserted') return '#e6f4ea'
  if (tone === 'deleted') return '#fbe9e7'
  if (tone === 'accent') return mix('#ffffff', brand.accent, 0.25)
  if (tone === 'muted') return '#f3f4f6'
  return further ? headShade(brand) : undefined
}
