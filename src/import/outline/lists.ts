import type { LabelReading } from '../../blocks/index.js'
import { endsSentence } from '../../language/index.js'
import { gapOf, indentOf, isOpen, isSentence, type Piece, unlabel } from '../../pieces/index.js'
import { bareMembers } from './bare.js'
import { leadsIn } from './lead-ins.js'

/** A list that can still get items. */
interface Open {
  readonly reading?: LabelReading
  /** Count of its last item; 0 for bullets. */
  count: number
  readonly parent: string
  readonly bullet?: string
  readonly indent: number
  /** Where the format says it: which list, and how deep in it. */
  readonly list?: string
  readonly level?: number
  item: Piece
  /** How many items it has so far, and whether each but the last ends in a semicolon or a comma. */
  items: number
  joined: boolean
  /** Empty lines before the first paragraph that belongs to an item. */
  childGap?: number
}

const opened = (item: Piece, more: Partial<Open> = {}): Open => ({
  count: 0,
  parent: '',
  bullet: '',
  indent: 0,
  items: 1,
  joined: true,
  item,
  ...more,
})

// A number left out is an author's slip; further off it belongs to another list. Titles of items, too, are short, and one item makes no list.
const MOST_SKIPPED = 5
const TITLE_WORDS = 8
const FEWEST = 2
// Word has nine levels; "1." and "a." by turns open one inside the other without end.
const DEEPEST = 8

/** Makes items and paragraphs of what is no heading, with the depth of every item and the items that start a list. */
export function findLists(pieces: readonly Piece[], start: number): void {
  const body = pieces.slice(start).filter((piece) => !['dropped', 'metadata', 'note'].includes(piece.role ?? ''))
  const members = bareMembers(body)
  let stack: Open[] = []
  let closed: Open[] = []
  const close = () => {
    if (stack.length > 0) closed = stack
    stack = []
  }
  for (const [i, piece] of body.entries()) {
    if (piece.role === 'heading') {
      stack = []
      closed = []
      continue
    }
    if (!isOpen(piece)) {
      if (piece.role !== 'item') close()
      else stack = [opened(piece)]
      continue
    }
    if (piece.label && ((piece.label.bare && !members.has(piece)) || piece.label.word !== undefined)) unlabel(piece)
    if (piece.label && place(piece, stack, closed, body[i + 1])) {
      piece.role = 'item'
      continue
    }
    if (piece.label) unlabel(piece)
    const [block] = piece.blocks
    piece.role = block?.role === 'quote' || block?.role === 'verbatim' ? block.role : 'paragraph'
    const around = holderOf(piece, body[i - 1], body[i + 1], stack)
    if (around !== undefined) {
      stack.length = around + 1
      piece.inItem = true
      piece.depth = around
    } else close()
  }
}

/** Puts a labelled piece in a list, opening or ending lists as needed; false when the label is none after all. */
function place(piece: Piece, stack: Open[], closed: readonly Open[], next: Piece | undefined): boolean {
  const level = piece.blocks[0]?.level
  const found = level === undefined ? (continuing(piece, stack) ?? astray(piece, stack, next)) : atLevel(piece, stack, level)
  if (found) {
    stack.length = found.at + 1
    const open = stack[found.at] as Open
    open.count = found.reading?.count ?? 0
    open.items++
    open.joined &&= /[;,]$/.test(open.item.text)
    open.item = piece
    piece.depth = found.at
    piece.ordered = found.reading !== undefined
    if (found.reading) piece.reading = found.reading
    return true
  }
  const reading = firstReading(piece, closed, next)
  if (reading === null) return false
  stack.length =
    level === undefined
      ? isNested(piece, reading, stack)
        ? stack.length
        : Math.max(stack.length - 1, 0)
      : depthAt(piece, stack, level)
  stack.length = Math.min(stack.length, DEEPEST)
  const bullet = piece.label?.bullet ?? ''
  const parent = parentOf(piece)
  stack.push(
    opened(piece, {
      ...(reading ? { reading } : {}),
      ...(level === undefined ? {} : { level }),
      ...(piece.blocks[0]?.list === undefined ? {} : { list: piece.blocks[0].list }),
      count: reading?.count ?? 0,
      parent,
      bullet,
      indent: indentOf(piece),
    }),
  )
  piece.depth = stack.length - 1
  piece.start = reading?.count ?? 1
  piece.ordered = reading !== undefined
  if (reading) piece.reading = reading
  return true
}

interface Found {
  readonly at: number
  readonly reading?: LabelReading
}

function continuing(piece: Piece, stack: readonly Open[]): Found | undefined {
  const readings = piece.label?.readings ?? []
  const fits = (least: number, most: number): Found | undefined => {
    for (let at = stack.length - 1; at >= 0; at--) {
      const open = stack[at] as Open
      const reading = readings.find(
        ({ style, count }) =>
          style === open.reading?.style &&
          count >= open.count + (piece.label?.inserted === undefined ? least : 0) &&
          count <= open.count + most &&
          open.parent === parentOf(piece),
      )
      if (reading) return { at, reading }
    }
    return undefined
  }
  const indent = indentOf(piece)
  if (readings.length > 0) {
    const isFirst = readings.some(({ count }) => count === 1)
    if (isFirst && isFurtherIn(piece, stack.at(-1))) return undefined
    return fits(1, 1) ?? (isFirst ? undefined : fits(2, MOST_SKIPPED))
  }
  const at = stack.findLastIndex(
    (open) => !open.reading && open.bullet === piece.label?.bullet && Math.abs(open.indent - indent) <= 1,
  )
  return at < 0 ? undefined : { at }
}

/** "e." between "g." and "h.": an item that somebody put in another place, or counted wrongly. */
function astray(piece: Piece, stack: readonly Open[], next: Piece | undefined): Found | undefined {
  const top = stack.at(-1)
  const after =
    top?.reading && next?.label?.readings.find(({ style, count }) => style === top.reading?.style && count === top.count + 1)
  if (!top || !after || top.parent !== parentOf(piece) || Math.abs(top.indent - indentOf(piece)) > 1) return undefined
  const reading = piece.label?.readings.find(({ style, count }) => style === after.style && count > 1)
  return reading && { at: stack.length - 1, reading }
}

/** "i." below "h. De docent zorgt voor:", and further in: the first of a list of its own. */
const isFurtherIn = (piece: Piece, top: Open | undefined): boolean =>
  top !== undefined && indentOf(piece) > top.indent + 1 && /:$/.test(top.item.text)

// The format says how deep: the same kind of label there goes on, whatever it counts.
function atLevel(piece: Piece, stack: readonly Open[], level: number): Found | undefined {
  const at = stack.findIndex((open) => open.level === level && isSameList(piece, open))
  const open = stack[at]
  const readings = piece.label?.readings ?? []
  if (!open || (open.reading === undefined) !== (readings.length === 0)) return undefined
  if (!open.reading) return { at }
  const reading = readings.find(
    ({ style, count }) =>
      style === open.reading?.style && (count > open.count || (count === open.count && piece.label?.inserted !== undefined)),
  )
  return reading ? { at, reading } : undefined
}

const isSameList = ({ blocks: [block] }: Piece, { list }: Open): boolean => list === undefined || block?.list === list

/**
 * How deep an item starts a list whose depth in its own the format says. Siblings are siblings whatever that depth is; below an item of
 * another list it is deeper only where it stands further in.
 */
function depthAt(piece: Piece, stack: readonly Open[], level: number): number {
  const isInside = (open: Open): boolean =>
    // A list with typed labels has no level of its own: only the page says which of the two is deeper.
    open.level === undefined
      ? indentOf(piece) > open.indent + 1
      : isSameList(piece, open)
        ? (open.level ?? -1) < level
        : indentOf(piece) > open.indent + 1 || (indentOf(piece) === 0 && (open.level ?? -1) < level)
  return stack.findLastIndex(isInside) + 1
}

const parentOf = (piece: Piece): string => piece.label?.path.slice(0, -1).join('.') ?? ''

/** The reading with which a list starts; undefined for bullets, null when nobody would start a list so: "J. Jansen". */
function firstReading(piece: Piece, closed: readonly Open[], next: Piece | undefined): LabelReading | undefined | null {
  const readings = piece.label?.readings ?? []
  if (readings.length === 0) return undefined
  const resumed = readings.find(({ style, count }) =>
    closed.some((open) => open.reading?.style === style && open.count + 1 === count),
  )
  const one = readings.find(({ count }) => count === 1)
  if (resumed ?? one) return resumed ?? one
  const [likely] = readings
  const goesOn = readings.find(({ style, count }) =>
    next?.label?.readings.some((other) => other.style === style && other.count === count + 1),
  )
  if (goesOn) return goesOn
  return piece.labelGiven || piece.label?.bullet || piece.label?.path.length ? (likely ?? null) : null
}

function isNested(piece: Piece, reading: LabelReading | undefined, stack: readonly Open[]): boolean {
  const top = stack.at(-1)
  if (!top) return false
  if (indentOf(piece) > top.indent + 1) return true
  if (/:$/.test(top.item.text) || leadsIn(top.item.text, piece)) return true
  if (reading && top.reading)
    return reading.style !== top.reading.style || (piece.label?.path.length ?? 0) > (top.item.label?.path.length ?? 0)
  // A second kind of bullet below the first; a letter below a bullet starts anew.
  return !reading && !top.reading && top.bullet !== piece.label?.bullet
}

/** The depth of the item to which a paragraph belongs; undefined when it ends all lists. */
function holderOf(piece: Piece, before: Piece | undefined, next: Piece | undefined, stack: readonly Open[]): number | undefined {
  const top = stack.at(-1)
  if (!top || !before) return undefined
  const goesOn = next?.label ? continuing(next, stack)?.at : undefined
  if (goesOn !== stack.length - 1) {
    const outer = isBeside(piece, top) ? stack.findLastIndex(({ indent }) => indentOf(piece) > indent + 1) : -1
    if (outer >= 0) return outer
    if (closesList(piece, before, top)) return goesOn
  }
  return belongsToItem(piece, before, next, stack) ? stack.length - 1 : undefined
}

// It stands where the labels of an inner list stand: as far in as the words of the item around that list.
const isBeside = (piece: Piece, top: Open): boolean =>
  piece.blocks[0]?.level === undefined && top.indent > 0 && Math.abs(indentOf(piece) - top.indent) <= 1

/** Whether a sentence directly below an item ends its list: it is part of the item around that list, or of none. */
function closesList(piece: Piece, before: Piece, top: Open): boolean {
  if (before !== top.item || gapOf(piece) > 0 || piece.blocks[0]?.level !== undefined) return false
  if (top.item.blocks[0]?.level !== undefined || piece.blocks[0]?.id !== undefined) return false
  // Where one item has a second paragraph, another may have it too.
  if (top.items < FEWEST || top.childGap !== undefined || indentOf(piece) > top.indent) return false
  // Members of an article have paragraphs of their own; what follows a lead-in has not.
  return isSentence(piece.text) && /[.!?]$/.test(top.item.text) && (top.reading === undefined || top.joined)
}

function belongsToItem(piece: Piece, before: Piece, next: Piece | undefined, stack: readonly Open[]): boolean {
  const top = stack.at(-1) as Open
  const level = piece.blocks[0]?.level
  if (level !== undefined) return true
  if (indentOf(piece) > top.indent + 1 && (top.item.blocks[0]?.indent ?? 0) < indentOf(piece)) return true
  if (isLeadIn(piece, next) || indentOf(piece) < top.indent - 1) return false
  // A format that knows its lists says what stands in them; a file this tool wrote does so by its indents.
  if (top.item.blocks[0]?.level !== undefined || piece.blocks[0]?.id !== undefined) return false
  const title = !endsSentence(top.item.text) && top.item.text.split(/\s+/).length <= TITLE_WORDS
  const gap = gapOf(piece)
  // Items without any paragraph of their own go before: the first to come is none either.
  if (top.childGap === undefined && top.items > 1 && gap > 0) return false
  top.childGap ??= gap
  return gap === 0 ? before === top.item || before.inItem === true : title && top.childGap > 0
}

/** "Samengevat:" above a list of its own. */
const isLeadIn = (piece: Piece, next: Piece | undefined): boolean =>
  /:$/.test(piece.text) && piece.text.split(/\s+/).length <= 5 && next?.label !== undefined
