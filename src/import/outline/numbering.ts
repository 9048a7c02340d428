import type { Metadata, NumberLevel, NumberStyle } from '../../model/index.js'
import { append } from '../../model/index.js'
import type { Piece } from '../../pieces/index.js'

/**
 * The style of each depth; `joined` goes on from the letter above without a sign between: "A1". `prefixes` has the word in front of the
 * numbers of items, by depth: "Rule".
 */
export type Plan = { readonly headings: Style[]; readonly items: Style[]; readonly prefixes: (string | undefined)[] }
type Style = NumberStyle | 'joined'

/** The numbering most headings and items of a depth have. */
export function planNumbering(pieces: readonly Piece[]): Plan {
  const headings: Style[][] = []
  const items: Style[][] = []
  const prefixes: (string | undefined)[][] = []
  eachNumbered(pieces, (piece, kind, depth) => {
    const column = kind === 'heading' ? headings : items
    while (column.length < depth) column.push([])
    const style = styleOf(piece, kind)
    if (style === undefined || piece.label?.word !== undefined) return
    column[depth - 1]?.push(style)
    if (kind === 'item') append((prefixes[depth - 1] ??= []), [piece.label?.prefix])
  })
  return {
    headings: headings.map((styles) => most(styles) ?? 'none'),
    items: items.map((styles) => most(styles) ?? 'decimal'),
    prefixes: items.map((_, i) => onlyOne(prefixes[i] ?? [])),
  }
}

/** The value that occurs most, the first of equals. */
function most<T>(values: readonly T[]): T | undefined {
  const counts = new Map<T, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0]
}

function styleOf({ label, reading }: Piece, kind: 'heading' | 'item'): Style | undefined {
  if (label?.isKept) return reading?.style
  if (label?.letter !== undefined) return /^\p{Lu}\d+$/u.test(label.printed) ? 'joined' : 'path'
  if (kind === 'item' && (label?.path.length ?? 0) > 1) return 'path'
  return reading?.style
}

/** The value that all have; undefined where they differ, since a prefix stands in front of every number of its depth. */
const onlyOne = <T>(values: readonly T[]): T | undefined => (new Set(values).size === 1 ? values[0] : undefined)

/** Front matter for a plan; undefined where it says what goes without saying. */
export function planMetadata({ headings, items, prefixes }: Plan): Metadata['numbering'] {
  const numbered = headings.some((style) => style !== 'none')
  const ordered = items.length > 0 && !(items.length === 1 && items[0] === 'decimal' && prefixes[0] === undefined)
  if (!numbered && !ordered) return undefined
  return {
    ...(numbered ? { headings: headings.map((style) => levelOf(style)) } : {}),
    ...(ordered ? { items: items.map((style, i) => levelOf(style, prefixes[i])) } : {}),
  }
}

function levelOf(style: Style, prefix?: string): NumberLevel {
  if (style === 'joined') return { style: 'path', separator: '' }
  return prefix === undefined ? style : { style, prefix }
}

/** A printed number and the piece that has it: "5.1.a". */
export interface Numbered {
  readonly number: string
  readonly piece: Piece
}

/**
 * Counts as the policy will be counted, and keeps a printed label where counting gives another. Returns all numbers as printed, with the
 * numbers around them.
 */
export function keepLabels(pieces: readonly Piece[], plan: Plan): readonly Numbered[] {
  const counter = new Counter(plan)
  return pieces.flatMap((piece) => {
    const number = piece.role === 'heading' ? counter.heading(piece) : piece.role === 'item' ? counter.item(piece) : undefined
    return number === undefined ? [] : [{ number, piece }]
  })
}

interface OpenSection {
  readonly depth: number
  readonly number: string
  readonly decimal: boolean
  /** Sections counted so far in it, per depth. */
  readonly counts: Map<number, number>
}

interface OpenList {
  count: number
  /** Further wordings of provisions that were counted in the source, and have the number of the first here. */
  passed: number
  number: string
  readonly ordered: boolean
}

class Counter {
  readonly #plan: Plan
  readonly #top = new Map<number, number>()
  readonly #sections: OpenSection[] = []
  #lists: OpenList[] = []
  #group: number | undefined

  constructor(plan: Plan) {
    this.#plan = plan
  }

  /** Another wording of the provision before it has its number. */
  #isAgain({ part }: Piece): boolean {
    const group = part?.when === undefined ? part?.group : undefined
    const again = group !== undefined && group === this.#group
    this.#group = group
    return again
  }

  heading(piece: Piece): string | undefined {
    const depth = piece.depth ?? 1
    this.#lists = []
    while ((this.#sections.at(-1)?.depth ?? 0) >= depth) this.#sections.pop()
    const counts = this.#sections.at(-1)?.counts ?? this.#top
    const parent = this.#sections.findLast(({ number }) => number !== '')
    const style = this.#plan.headings[depth - 1] ?? 'none'
    const { label, reading } = piece
    const printed = label?.printed ?? ''
    this.#sections.push({ depth, number: printed, decimal: style === 'decimal' && /^[\d.]+$/.test(printed), counts: new Map() })
    if (!label) {
      if (style !== 'none') piece.unnumbered = true
      return undefined
    }
    const next = (counts.get(depth) ?? 0) + (this.#isAgain(piece) ? 0 : 1)
    const goesOn = parent !== undefined && (isPath(style) || (style === 'decimal' && parent.decimal))
    const isNext =
      goesOn || label.path.length > 1
        ? printed === `${goesOn ? `${parent.number}${separatorOf(style)}` : ''}${next}`
        : reading?.count === next && label.inserted === undefined
    const isOfStyle = reading?.style === style || (isPath(style) && label.letter !== undefined)
    if (label.word !== undefined || label.isKept || !isOfStyle || !isNext) piece.keep = printed
    if (label.word === undefined && label.inserted === undefined && isOfStyle && reading) counts.set(depth, reading.count)
    return label.path.length > 0 || !parent ? printed : `${parent.number}.${printed}`
  }

  item(piece: Piece): string | undefined {
    const at = piece.depth ?? 0
    this.#lists.length = Math.min(this.#lists.length, at + (piece.start === undefined ? 1 : 0))
    const list = this.#lists[at] ?? { count: (piece.start ?? 1) - 1, passed: 0, number: '', ordered: piece.ordered === true }
    this.#lists[at] = list
    const { label, reading } = piece
    if (!piece.ordered || !label) return undefined
    const around = this.#lists.slice(0, at)
    const depth = around.filter(({ ordered }) => ordered).length
    const style = this.#plan.items[depth] ?? 'decimal'
    const parent = [...this.#sections, ...around].findLast(({ number }) => number !== '')?.number
    const isAgain = this.#isAgain(piece)
    if (isAgain && !isPath(style) && reading?.count === list.count + list.passed + 1) list.passed++
    const next = list.count + (isAgain ? 0 : 1)
    const count = reading && reading.count - list.passed
    const own = label.prefix === undefined ? label.printed : label.printed.slice(label.prefix.length + 1)
    const isNext = isPath(style)
      ? own === (parent === undefined ? `${next}` : `${parent}${separatorOf(style)}${next}`)
      : reading?.style === style && count === next && label.path.length < 2 && label.inserted === undefined
    if (!isNext || label.isKept || label.prefix !== this.#plan.prefixes[depth]) piece.keep = label.printed
    // "9a" counts nothing.
    if (reading && count !== undefined && label.inserted === undefined && (reading.style === style || isPath(style)))
      list.count = count
    list.number = label.path.length > 1 || parent === undefined ? own : `${parent}.${own}`
    return list.number
  }
}

const isPath = (style: Style): boolean => style === 'path' || style === 'joined'
const separatorOf = (style: Style): string => (style === 'joined' ? '' : '.')

/** Calls `visit` for every heading and ordered item with its depth from 1, ordered lists only counted. */
function eachNumbered(pieces: readonly Piece[], visit: (piece: Piece, kind: 'heading' | 'item', depth: number) => void): void {
  let lists: boolean[] = []
  for (const piece of pieces) {
    if (piece.role === 'heading') {
      lists = []
      visit(piece, 'heading', piece.depth ?? 1)
    } else if (piece.role === 'item') {
      const at = piece.depth ?? 0
      lists = [...lists.slice(0, at), piece.ordered === true]
      if (piece.ordered) visit(piece, 'item', lists.filter(Boolean).length)
    }
  }
}
