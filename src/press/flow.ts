import type { Change, DocBlock, DocInline, Heading } from '../present/index.js'
import type { Family } from './fonts.js'
import { type BaseStyle, type InlineContext, pieces, type Spoken } from './inline.js'
import { breakLines } from './lines.js'
import type { MarkPicture } from './mark.js'
import type { Anchor, Line, Measured, NoteFlow, Rail, Slab } from './set.js'
import type { Structure, Tag } from './tags.js'
import type { Scale, Theme, Type } from './theme.js'

/** The room a block is set in. */
export interface Flow {
  readonly document: Composition
  readonly scale: Scale
  /** The element the block belongs to. */
  readonly tag: Tag
  /** Points from the left edge of the page. */
  readonly x: number
  readonly width: number
  /** Room to the left of `x` in which the labels of headings hang. */
  readonly gutter: number
  /** The column, cell or note around all lists and quotations: where the next one goes when the room gets too narrow. */
  readonly home: { readonly x: number; readonly width: number }
  /** How many lists the block stands in. */
  readonly depth: number
  readonly align?: 'left' | 'right' | 'center'
  /** How paragraphs look that say nothing else. */
  readonly voice?: { readonly bold?: boolean; readonly colour?: string }
  /** The level the last heading had in the structure tree: it must never rise by more than one. */
  readonly level: { value: number }
}

/** An entry of the bookmarks. */
export interface Bookmark {
  readonly title: string
  readonly level: number
  readonly anchor: Anchor
}

/** One document being set: what its blocks share. */
export class Composition implements InlineContext {
  readonly anchors = new Map<string, Anchor>()
  readonly marks: Bookmark[] = []
  /** Names asked for that are no destination. */
  readonly dangling = new Set<string>()
  /** Destinations that stand twice. */
  readonly repeated = new Set<string>()
  readonly headings = new Map<Heading, Anchor>()
  readonly #numbers: ReadonlyMap<Heading, number>
  #flow!: Flow
  #repeating = false
  #notes = 0
  readonly #noted = new Map<string, NoteFlow>()

  constructor(
    readonly theme: Theme,
    readonly family: Family,
    readonly structure: Structure,
    readonly names: ReadonlySet<string>,
    /** Headings for the contents, in order. */
    readonly listed: readonly Heading[],
    readonly mark: MarkPicture | undefined,
    readonly blocks: (blocks: readonly DocBlock[], flow: Flow) => Slab[],
    readonly notes: (number: number, children: readonly DocBlock[], mark: Tag, flow: Flow) => NoteFlow,
    readonly spoken: Spoken | undefined,
  ) {
    this.#numbers = new Map(listed.map((heading, index) => [heading, index + 1]))
  }

  /** The room of the whole page, in which notes are set. */
  start(flow: Flow): void {
    this.#flow = flow
  }

  /** Whether a block stands on the page itself, in no list, cell or note. */
  isPage({ home, depth }: Flow): boolean {
    return home === this.#flow.home && depth === 0
  }

  resolves = (target: string): boolean => {
    if (this.names.has(target)) return true
    this.dangling.add(target)
    return false
  }

  /** A note with the same number and words as one before is that one: both texts of a clause may have it. */
  note = (number: number, children: readonly unknown[], mark: Tag): NoteFlow => {
    const key = `${number} ${JSON.stringify(children)}`
    const known = this.#noted.get(key)
    if (known) return known
    const note = this.notes(number, children as readonly DocBlock[], mark, this.#flow)
    this.#noted.set(key, note)
    return note
  }

  pieces(content: readonly DocInline[], style: BaseStyle): Measured[] {
    return pieces(content, style, this)
  }

  /** A text on one line, however long, with the blanks around it. */
  label(value: string, tag: Tag, style: Omit<BaseStyle, 'tag'>): Line {
    return breakLines(
      this.pieces([{ type: 'text', value }], { ...style, tag, verbatim: true }),
      Number.POSITIVE_INFINITY,
    )[0] as Line
  }

  /** Where the letters stand in a line whose top is given: the x-height in the middle. */
  baseline(top: number, type: Type): number {
    return top + type.leading / 2 + type.size * 0.33
  }

  /** Lines of one paragraph as slabs: at least two of them on either side of a page break. */
  lines(
    lines: readonly Line[],
    flow: Pick<Flow, 'x' | 'width'>,
    type: Type,
    align: 'left' | 'right' | 'center' = 'left',
  ): Slab[] {
    const share = align === 'right' ? 1 : align === 'center' ? 0.5 : 0
    return lines.map((line, index) => ({
      height: type.leading,
      before: 0,
      keep: index === 1 || (index > 0 && index === lines.length - 1),
      ...(line.notes.length > 0 ? { notes: line.notes } : {}),
      paint: (canvas, top) => canvas.line(line, flow.x + (flow.width - line.width) * share, this.baseline(top, type)),
    }))
  }

  /** White space as high as a line. */
  room(height: number, keep = false): Slab {
    return { height, before: 0, keep, paint: () => {} }
  }

  anchor(name: string | undefined, x: number): Anchor {
    const anchor: Anchor = { ...(name === undefined ? {} : { name }), x, page: -1, top: 0 }
    if (name !== undefined && !this.#repeating) {
      this.family.at = name
      if (this.anchors.has(name)) this.repeated.add(name)
      else this.anchors.set(name, anchor)
    }
    return anchor
  }

  /** Sets blocks that have been set before: they are no destination and no bookmark a second time. */
  aside<T>(set: () => T): T {
    const outer = this.#repeating
    this.#repeating = true
    const result = set()
    this.#repeating = outer
    return result
  }

  /** A name for the destination of a note that no author can have given. */
  nextNote(): string {
    return `note.${++this.#notes}`
  }

  /** Adds a bookmark. */
  bookmark(mark: Bookmark): void {
    if (!this.#repeating) this.marks.push(mark)
  }

  /** The name under which a heading can be reached: its own, or one that no author can write. */
  destination(heading: Heading): string {
    return heading.id ?? `heading.${this.#numbers.get(heading)}`
  }

  /** The printed page number of a heading; known when all pages are laid out. */
  pageOf(heading: Heading): string {
    const page = this.headings.get(heading)?.page ?? -1
    return page < 0 ? '' : `${page + 1}`
  }

  /** The bar in the margin beside a block that changed. */
  bar(change: Change): Rail {
    const { colours, frame } = this.theme
    return { x: frame.left - 14, width: 2.5, colour: colours[change], bleed: 0 }
  }
}
