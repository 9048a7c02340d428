import type { Element, ElementContent, Properties } from 'hast'
import { type DocBlock, type DocCell, type DocInline, type DocRow, type DocTable, plainWords } from '../../present/index.js'
import { attributes, type Changed, type PageContext } from './context.js'
import { h } from './element.js'

/** The renderers a table needs for what is inside it. */
interface Inside {
  readonly blocks: (blocks: readonly DocBlock[], context: PageContext) => ElementContent[]
  readonly words: (nodes: readonly DocInline[], context: PageContext) => ElementContent[]
  readonly changeTag: (changed: Changed, context: PageContext) => Element | undefined
}

/** From this many columns a table scrolls in a region of its own at every width. */
const WIDE = 5
/** From this many a phone shows each row as a list, every cell below the name of its column. */
const STACKED = 4

/** Characters of the longest word a column makes room for: where a table scrolls, and, shared by its columns, where the text is as wide. */
const WORD = 36
const LINE = 72

/** From this many columns a map has no room for words: signs take their place. */
const DENSE = 11
/** From this many a phone has no room for them beside each other. */
const CROWDED = 18

/** A table in the region that scrolls it; its caption names both. */
export function table(block: DocTable, context: PageContext, inside: Inside): Element {
  const properties = attributes(block, context)
  const name = `${context.nextTable()}-caption`
  const caption = block.caption && h('caption', { id: name }, ...inside.words(block.caption, context))
  const facts = block.look === 'facts'
  const map = block.look === 'map'
  context.mapped ||= map
  const narrow = block.body.some(({ cells }) => cells.some(({ heat }) => heat !== undefined))
  const wide = block.columns.length >= WIDE && !map
  const stacked = block.columns.length >= STACKED && !map && !narrow && !facts
  const longest = wide ? WORD : Math.floor(LINE / block.columns.length)
  const kind = { block, context, inside, names: stacked ? namesOf(block) : undefined, roles: stacked || map, longest }
  const head = block.head.map((row) => tableRow(row, kind, 'head'))
  const groups = groupsOf(block).map((rows) => rows.map((row) => tableRow(row, kind, facts ? 'facts' : 'body')))
  // On a phone a stacked table is laid out as a list and a map as a grid, by which browsers forget that it is a table.
  const role = (name: string): Properties => (kind.roles ? { role: name } : {})
  const grid = h(
    'table',
    { className: [block.look], ...role('table') },
    caption,
    h('colgroup', {}, ...widths(block).map((width) => h('col', { className: [context.classFor(`width:${width}%`)] }))),
    head.length > 0 ? h('thead', role('rowgroup'), ...head) : undefined,
    groups.map((rows) => h('tbody', role('rowgroup'), rows)),
  )
  const count = block.columns.length
  const density = [...(count >= DENSE ? ['dense'] : []), ...(count >= CROWDED ? ['crowded'] : [])]
  // What scrolls can be reached by key; names and values fit any width, and so does a map.
  const scroll: Properties = facts
    ? { className: ['table', 'facts'] }
    : map
      ? { className: ['table', 'map', context.classFor(`--columns:${count}`), ...density] }
      : {
          className: [
            'table',
            ...(wide ? ['wide', context.classFor(`--columns:${block.columns.length}`)] : []),
            ...(stacked ? ['stacked'] : []),
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

/** The rows of a body in the groups they open. */
function groupsOf({ body }: DocTable): readonly (readonly DocRow[])[] {
  const groups: DocRow[][] = []
  for (const row of body) {
    const group = groups.at(-1)
    if (row.opens || group === undefined) groups.push([row])
    else group.push(row)
  }
  return groups.length === 0 ? [[]] : groups
}

const headsOthers = ({ opens, cells }: DocRow, columns: number): boolean =>
  opens === true && cells.length === 1 && columns > 1 && cells[0]?.span === columns

interface Kind {
  readonly block: DocTable
  readonly context: PageContext
  readonly inside: Inside
  /** Of the columns, where the table may be stacked. */
  readonly names: readonly string[] | undefined
  /** What is a table to the eye at one width must be one to the ear at every width. */
  readonly roles: boolean
  /** A longer word than this is broken where its column is narrower. */
  readonly longest: number
}

function tableRow(row: DocRow, kind: Kind, part: 'head' | 'body' | 'facts'): Element {
  const { context, inside, names, roles, longest } = kind
  const { columns } = kind.block
  const properties: Properties = { ...attributes(row, context), ...(roles ? { role: 'row' } : {}) }
  if (row.standsFor !== undefined) properties.dataStandsFor = row.standsFor
  const group = headsOthers(row, columns.length)
  if (row.height !== undefined) properties.className = [context.classFor(`--height:${Number(row.height)}mm`)]
  let column = 0
  const cells = row.cells.map((cell, index) => {
    const align = columns[column]?.align
    const name = cell.header === 'row' ? undefined : names?.[column]
    column += cell.span ?? 1
    const tag = index === 0 ? inside.changeTag(row, context) : undefined
    return tableCell(cell, index, { part, align, tag, name, group, roles, longest, context, inside })
  })
  return h('tr', properties, ...cells)
}

interface CellPlace {
  readonly part: 'head' | 'body' | 'facts'
  readonly align: 'left' | 'right' | 'center' | undefined
  readonly tag: Element | undefined
  /** Of the column, where the table may be stacked. */
  readonly name: string | undefined
  /** It heads the rows below it. */
  readonly group: boolean
  readonly roles: boolean
  readonly longest: number
  readonly context: PageContext
  readonly inside: Inside
}

function tableCell(cell: DocCell, index: number, place: CellPlace): Element {
  const { part, align, tag, name, group, roles, longest, context, inside } = place
  const header = cell.header ?? (part === 'head' ? 'column' : part === 'facts' && index === 0 ? 'row' : undefined)
  const content = cellContent(cell, context, inside)
  const span = cell.span ?? 1
  const tone = cell.change ?? cell.tone
  const properties: Properties = {
    className: [
      ...(tone ? [`tone-${tone}`] : []),
      ...(cell.heat === undefined ? [] : ['heat', context.classFor(`--heat:${Math.round(cell.heat * 20) * 5}%`)]),
      ...(align && align !== 'left' ? [align] : []),
      ...(hasWordOver(longest, content) ? ['long'] : []),
    ],
    ...(span > 1 ? { colSpan: span } : {}),
    ...(name && part !== 'head' ? { dataColumn: name } : {}),
  }
  const role = (own: string): Properties => (roles ? { role: own } : {})
  if (group) return h('th', { ...properties, scope: 'rowgroup', ...role('rowheader') }, ...content)
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
