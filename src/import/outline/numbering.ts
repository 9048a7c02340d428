import type { Metadata, NumberLevel, NumberStyle } from '../../model/index.js'
import type { Piece } from '../pieces/pieces.js'

/** The style of each depth; `joined` goes on from the letter above without a sign between: "A1". */
export type Plan = { readonly headings: Style[]; readonly items: Style[] }
type Style = NumberStyle | 'joined'

/** The numbering most headings and items of a depth have. */
export function planNumbering(pieces: readonly Piece[]): Plan {
  const headings: Style[][] = []
  const items: Style[][] = []
  eachNumbered(pieces, (piece, kind, depth) => {
    const column = kind === 'heading' ? headings : items
    while (column.length < depth) column.push([])
    const style = styleOf(piece, kind)
    if (style !== undefined && piece.label?.word === undefined) column[depth - 1]?.push(style)
  })
  return { headings: headings.map(most), items: items.map((styles) => (styles.length > 0 ? most(styles) : 'decimal')) }
}

/** The style that occurs most, the first of equals. */
function most(styles: readonly Style[]): Style {
  const counts = new Map<Style, number>()
  for (const style of styles) counts.set(style, (counts.get(style) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'none'
}

function styleOf({ label, reading }: Piece, kind: 'heading' | 'item'): Style | undefined {
  if (label?.letter !== undefined) return /^\p{Lu}\d+$/u.test(label.printed) ? 'joined' : 'path'
  if (kind === 'item' && (label?.path.length ?? 0) > 1) return 'path'
  return reading?.style
}

/** Front matter for a plan; undefined where it says what goes without saying. */
export function planMetadata({ headings, items }: Plan): Metadata['numbering'] {
  const numbered = headings.some((style) => style !== 'none')
  const ordered = items.length > 0 && !(items.length === 1 && items[0] === 'decimal')
  if (!numbered && !ordered) return undefined
  return { ...(numbered ? { headings: headings.map(levelOf) } : {}), ...(ordered ? { items: items.map(levelOf) } : {}) }
}

const levelOf = (style: Style): NumberLevel => (style === 'joined' ? { style: 'path', separator: '' } : style)

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
    if (label.word !== undefined || !isOfStyle || !isNext) piece.keep = printed
    if (label.word === undefined && label.inserted === undefined && isOfStyle && reading) counts.set(depth, reading.count)
    return label.path.length > 0 || !parent ? printed : `${parent.number}.${printed}`
  }

  item(piece: Piece): string | undefined {
    const at = piece.depth ?? 0
    this.#lists.length = Math.min(this.#lists.length, at + (piece.start === undefined ? 1 : 0))
    const list = this.#lists[at] ?? { count: (piece.start ?? 1) - 1, number: '', ordered: piece.ordered === true }
    this.#lists[at] = list
    const { label, reading } = piece
    if (!piece.ordered || !label) return undefined
    const around = this.#lists.slice(0, at)
    const style = this.#plan.items[around.filter(({ ordered }) => ordered).length] ?? 'decimal'
    const parent = [...this.#sections, ...around].findLast(({ number }) => number !== '')?.number
    const next = list.count + (this.#isAgain(piece) ? 0 : 1)
    const isNext = isPath(style)
      ? label.printed === (parent === undefined ? `${next}` : `${parent}${separatorOf(style)}${next}`)
      : reading?.style === style && reading.count === next && label.path.length < 2 && label.inserted === undefined
    if (!isNext) piece.keep = label.printed
    // "9a" counts nothing.
    if (reading && label.inserted === undefined && (reading.style === style || isPath(style))) list.count = reading.count
    list.number = label.path.length > 1 || parent === undefined ? label.printed : `${parent}.${label.printed}`
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
