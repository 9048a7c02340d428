import type { Element, ElementContent, Properties } from 'hast'
import { type DocBlock, type DocCell, type DocInline, type DocRow, type DocTable, plainWords } from '../../present/index.js'
import { attributes, type Changed, type PageContext } from './context.js'
import { h } from './element.js'

/** The renderers a table needs for what is inside it. */
export interface Inside {
  readonly blocks: (blocks: readonly DocBlock[], context: PageContext) => ElementContent[]
  readonly words: (nodes: readonly DocInline[], context: PageContext) => ElementContent[]
  readonly changeTag: (changed: Changed, context: PageContext) => Element | undefined
}

/** From this many columns a table scrolls in a region of its own at every width. */
const WIDE = 5

/** Characters of the longest word a column makes room for: where a table scrolls, and, shared by its columns, where the text is as wide. */
const WORD = 36
const LINE = 72

/** A table in the region that scrolls it; its caption names both. */
export function table(block: DocTable, context: PageContext, inside: Inside): Element {
  const properties = attributes(block, context)
  const name = `${context.nextTable()}-caption`
  const caption = block.caption && h('caption', { id: name }, ...inside.words(block.caption, context))
  const facts = block.look === 'facts'
  const narrow = block.body.some(({ cells }) => cells.some(({ heat }) => heat !== undefined))
  const wide = block.columns.length >= WIDE
  const stacked = wide && !narrow && !facts
  const longest = wide ? WORD : Math.floor(LINE / block.columns.length)
  const kind = { block, context, inside, names: stacked ? namesOf(block) : undefined, longest }
  const head = block.head.map((row) => tableRow(row, kind, 'head'))
  const body = block.body.map((row) => tableRow(row, kind, facts ? 'facts' : 'body'))
  // On a phone a stacked table is laid out as a list, by which browsers forget that it is a table.
  const role = (name: string): Properties => (stacked ? { role: name } : {})
  const grid = h(
    'table',
    { className: [block.look], ...role('table') },
    caption,
    h('colgroup', {}, ...widths(block).map((width) => h('col', { className: [context.classFor(`width:${width}%`)] }))),
    head.length > 0 ? h('thead', role('rowgroup'), ...head) : undefined,
    h('tbody', role('rowgroup'), body),
  )
  const scroll: Properties = facts
    ? { className: ['table', 'facts'] }
    : {
        className: [
          'table',
          ...(wide ? ['wide', context.classFor(`--columns:${block.columns.length}`)] : []),
          ...(narrow ? ['narrow'] : []),
        ],
        role: 'group',
        tabIndex: 0,
        ...(caption ? { ariaLabelledBy: name } : { ariaLabel: context.say('page.table') }),
      }
  return h('div', { ...properties, ...scroll }, grid)
}

/** Percentages with one decimal. */
function widths({ columns }: DocTable): number[] {
  const total = columns.reduce((sum, column) => sum + column.weight, 0) || 1
  return columns.map(({ weight }) => Math.round((weight / total) * 1000) / 10)
}

/** Words of the head of every column. */
function namesOf({ head }: DocTable): readonly string[] {
  return (head.at(-1)?.cells ?? []).flatMap((cell) => {
    const words = cell.children.map((child) => (child.type === 'paragraph' ? plainWords(child.content) : '')).join(' ')
    return Array.from({ length: cell.span ?? 1 }, () => words)
  })
}

interface Kind {
  readonly block: DocTable
  readonly context: PageContext
  readonly inside: Inside
  /** Of the columns, where the table may be stacked. */
  readonly names: readonly string[] | undefined
  /** A longer word than this is broken where its column is narrower. */
  readonly longest: number
}

function tableRow(row: DocRow, kind: Kind, part: 'head' | 'body' | 'facts'): Element {
  const { context, inside, names, longest } = kind
  const { columns } = kind.block
  const properties: Properties = { ...attributes(row, context), ...(names ? { role: 'row' } : {}) }
  if (row.height !== undefined) properties.className = [context.classFor(`--height:${Number(row.height)}mm`)]
  let column = 0
  const cells = row.cells.map((cell, index) => {
    const align = columns[column]?.align
    const name = cell.header === 'row' ? undefined : names?.[column]
    column += cell.span ?? 1
    const tag = index === 0 ? inside.changeTag(row, context) : undefined
    return tableCell(cell, index, { part, align, tag, name, stacked: names !== undefined, longest, context, inside })
  })
  return h('tr', properties, ...cells)
}

interface CellPlace {
  readonly part: 'head' | 'body' | 'facts'
  readonly align: 'left' | 'right' | 'center' | undefined
  readonly tag: Element | undefined
  /** Of the column, where the table may be stacked. */
  readonly name: string | undefined
  readonly stacked: boolean
  readonly longest: number
  readonly context: PageContext
  readonly inside: Inside
}

function tableCell(cell: DocCell, index: number, place: CellPlace): Element {
  const { part, align, tag, name, stacked, longest, context, inside } = place
  const header = cell.header ?? (part === 'head' ? 'column' : part === 'facts' && index === 0 ? 'row' : undefined)
  const content = cellContent(cell, context, inside)
  const span = cell.span ?? 1
  const properties: Properties = {
    className: [
      ...(cell.tone ? [`tone-${cell.tone}`] : []),
      ...(cell.heat === undefined ? [] : ['heat', context.classFor(`--heat:${Math.round(cell.heat * 20) * 5}%`)]),
      ...(align && align !== 'left' ? [align] : []),
      ...(hasWordOver(longest, content) ? ['long'] : []),
    ],
    ...(span > 1 ? { colSpan: span } : {}),
    ...(name && part !== 'head' ? { dataColumn: name } : {}),
  }
  const role = (own: string): Properties => (stacked ? { role: own } : {})
  if (!header || content.length === 0) return h('td', { ...properties, ...role('cell') }, tag, ...content)
  const scope = header === 'row' ? 'row' : span > 1 ? 'colgroup' : 'col'
  return h('th', { ...properties, scope, ...role(header === 'row' ? 'rowheader' : 'columnheader') }, tag, ...content)
}

/** One plain paragraph stands in its cell without a block of its own. */
function cellContent(cell: DocCell, context: PageContext, inside: Inside): ElementContent[] {
  const [only, ...rest] = cell.children
  const bare =
    only?.type === 'paragraph' && rest.length === 0 && !only.id && !only.tone && !only.change && !only.lang && !only.facets
  return bare ? inside.words(only.content, context) : inside.blocks(cell.children, context)
}

const hasWordOver = (length: number, content: readonly ElementContent[]): boolean =>
  content.some((node) =>
    node.type === 'text'
      ? node.value.split(/\s+/).some((word) => word.length > length)
      : node.type === 'element' && hasWordOver(length, node.children),
  )
