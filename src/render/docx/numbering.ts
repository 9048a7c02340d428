import { STYLES } from '../../model/index.js'
import { type DocBlock, type DocInline, type DocItem, type Document, eachBlock, type Heading } from '../../present/index.js'
import { type HeadingPlan, planHeadings } from './heading-numbers.js'
import { cut, FORMAT_NAMES, FORMATS, type Format } from './labels.js'
import { NAMESPACES, part, w } from './xml.js'

/** Room for the label of an item and the space behind it, in twentieths of a point. */
export const LABEL = 510
/** Levels of a list that Word knows. */
export const LEVELS = 9

/** So many lists show all levels that Word knows, for what is made deeper there; with more of them that would be most of the file. */
const MOST_WHOLE = 2000

/** What stands at one depth of a list: "5.1.a." is a letter behind "5.1." and before ".". */
interface Level {
  readonly format: Format | 'bullet'
  readonly before: string
  readonly after: string
}

/** How Word is to number a paragraph; a label it would not print by itself is typed instead. */
export interface Numbered {
  readonly num: number
  readonly level: number
}

interface List {
  readonly depth: number
  readonly level: Level
  readonly start: number
}

/** Where Word finds its numbers: which numbering every item has, and how headings are counted. */
export class WordNumbering {
  readonly #items = new Map<DocItem, Numbered>()
  readonly #found: List[] = []
  /** What the first list of each depth looks like: a list made deeper in Word looks the same. */
  readonly #usual: Level[] = []
  readonly headings: HeadingPlan

  constructor(document: Document) {
    // In a file with tracked changes labels are words that come and go with their paragraphs.
    const settled = isSettled(document.children)
    this.headings = planHeadings(settled ? headingsIn(document.children) : [])
    if (settled) this.#lists(document.children, 0)
  }

  of(item: DocItem): Numbered | undefined {
    return this.#items.get(item)
  }

  #lists(blocks: readonly DocBlock[], depth: number): void {
    for (const block of blocks) {
      if (block.type === 'list') {
        this.#list(block.items, depth)
        for (const item of block.items) this.#lists(item.children, depth + 1)
      } else if (block.type === 'table') {
        for (const row of [...block.head, ...block.body]) for (const cell of row.cells) this.#lists(cell.children, depth)
      } else if ('children' in block) this.#lists(block.children, depth)
    }
  }

  #list(items: readonly DocItem[], depth: number): void {
    if (depth >= LEVELS) return
    const level = levelOf(items.map(({ label }) => label))
    if (!level) return
    const counts = items.map(({ label }) => countOf(label, level))
    const printed = counts.filter((_, i) => items[i]?.label !== '')
    const [start] = printed
    // Word counts on by one: where a label was skipped, the whole list is typed.
    const counted = level.format === 'bullet' || printed.every((count, i) => count !== undefined && count === (start ?? 0) + i)
    if (start === undefined || !counted) return
    this.#usual[depth] ??= level
    // Every list has a definition of its own: in one that lists share, programs differ in where counting starts anew.
    const num = this.#found.push({ depth, level, start }) + 1
    for (const [i, item] of items.entries()) if (counts[i] !== undefined) this.#items.set(item, { num, level: depth })
  }

  /** `word/numbering.xml`. The first numbering is that of the headings. */
  part(): string {
    const usual = Array.from({ length: LEVELS }, (_, at) => levelXml(at, this.#usual[at]))
    const isWhole = this.#found.length <= MOST_WHOLE
    const levels = ({ depth, level, start }: List) =>
      usual.flatMap((others, at) => (at === depth ? levelXml(at, level, start) : isWhole ? others : []))
    const lists = this.#found.map((list, i) =>
      w('abstractNum', { abstractNumId: i + 1 }, w('multiLevelType', { val: 'multilevel' }), ...levels(list)),
    )
    const { xml } = this.headings
    const numbers = [...(xml === '' ? [] : [0]), ...lists.map((_, i) => i + 1)]
    return part(
      w(
        'numbering',
        NAMESPACES,
        xml,
        ...lists,
        ...numbers.map((at) => w('num', { numId: at + 1 }, w('abstractNumId', { val: at }))),
      ),
    )
  }
}

/** The style of an item, by its level from 0. */
export const itemStyle = (level: number): string => `ListItem${level + 1}`

/** Indent of an item's words, by its level from 0. */
export const indentOf = (level: number): number => (level + 1) * LABEL

function levelXml(at: number, level: Level | undefined, start = 1): string {
  const { format, before, after }: Level = level ?? { format: FORMAT_NAMES[at % 3] as Format, before: '', after: '.' }
  return w(
    'lvl',
    { ilvl: at },
    w('start', { val: start }),
    w('numFmt', { val: format === 'bullet' ? format : FORMATS[format] }),
    w('lvlText', { val: format === 'bullet' ? before : `${before}%${at + 1}${after}` }),
    w('lvlJc', { val: 'left' }),
    w('pPr', {}, w('ind', { left: indentOf(at), hanging: LABEL })),
  )
}

/** What most labels of a list have in common; undefined where they have nothing that Word could count. */
function levelOf(labels: readonly string[]): Level | undefined {
  const printed = labels.filter((label) => label !== '')
  const [first = ''] = printed
  if (printed.length > 0 && printed.every((label) => label === first && !/[\p{L}\d%]/u.test(label))) {
    return { format: 'bullet', before: first, after: '' }
  }
  const parts = cut(first)
  if (!parts) return undefined
  const fits = FORMAT_NAMES.map((format) => {
    const level: Level = { format, before: parts.before, after: parts.after }
    const counts = printed.map((label) => countOf(label, level))
    const breaks = counts.filter((count, i) => count === undefined || count !== (counts[i - 1] ?? 0) + 1).length
    return { level, breaks: counts[0] === undefined ? Number.POSITIVE_INFINITY : breaks }
  })
  const [best] = fits.sort((a, b) => a.breaks - b.breaks)
  return best && Number.isFinite(best.breaks) ? best.level : undefined
}

function countOf(label: string, { format, before, after }: Level): number | undefined {
  if (format === 'bullet') return label === before ? 1 : undefined
  const parts = cut(label)
  if (!parts || parts.before !== before || parts.after !== after) return undefined
  return STYLES[format].parse(parts.core)
}

function isSettled(blocks: readonly DocBlock[]): boolean {
  const changed = (content: readonly DocInline[]): boolean =>
    content.some((inline) =>
      inline.type === 'insertion' || inline.type === 'deletion'
        ? true
        : inline.type !== 'footnote' && 'children' in inline && changed(inline.children),
    )
  let settled = true
  eachBlock(blocks, (block) => {
    if ('change' in block || 'former' in block) settled = false
    if ('content' in block && changed(block.content)) settled = false
  })
  return settled
}

function headingsIn(blocks: readonly DocBlock[]): Heading[] {
  const found: Heading[] = []
  eachBlock(blocks, (block) => {
    if ('type' in block && block.type === 'heading') found.push(block)
  })
  return found
}
