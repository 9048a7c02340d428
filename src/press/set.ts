import type { Backend } from './adapter.js'
import type { Face, Shaped } from './fonts.js'
import type { Tag } from './tags.js'

/** Where a link leads: out of the document or to a named destination in it. */
export interface LinkSpot {
  readonly tag: Tag
  readonly url?: string
  readonly name?: string
  /** What the link says, for readers that do not look at the page. */
  readonly contents: string
}

/** How a stretch of text is drawn and to which element it belongs. Stretches are told apart by identity. */
export interface Ink {
  readonly face: Face
  readonly size: number
  readonly colour: string
  /** Points above the baseline. */
  readonly rise: number
  readonly tag: Tag
  readonly underline?: string
  readonly strike?: string
  /** Not drawn, only read and copied: per cent of their width the letters are squeezed to. */
  readonly unseen?: number
  readonly link?: LinkSpot
  readonly note?: NoteFlow
  /** Told where it is drawn on its page: left, bottom, right and top. */
  readonly drawn?: (box: readonly [number, number, number, number]) => void
}

/** A word or the room between two, measured: what lines are made of. */
export type Measured =
  /** `wrap`: a line may end after it. */
  | { readonly kind: 'word'; readonly text: string; readonly ink: Ink; readonly shaped: Shaped; readonly wrap: boolean }
  /** `hard`: it stays where a line starts, too. `glue`: a line had better not end at it. */
  | { readonly kind: 'space'; readonly ink: Ink; readonly shaped: Shaped; readonly hard: boolean; readonly glue?: boolean }
  | { readonly kind: 'newline'; readonly ink: Ink }

/** In points. */
export const widthOf = ({ shaped, ink }: Exclude<Measured, { kind: 'newline' }>): number => (shaped.width * ink.size) / 1000

/** Words of one ink, drawn in one go. `x` counts from the start of the line. */
interface Segment {
  readonly ink: Ink
  readonly codes: string
  readonly x: number
  readonly width: number
}

/** One line of text, its segments from left to right. */
export interface Line {
  readonly segments: readonly Segment[]
  readonly width: number
  readonly notes: readonly NoteFlow[]
}

/** A footnote set for the foot of a page. */
export interface NoteFlow {
  /** Of its destination. */
  readonly name: string
  readonly tag: Tag
  readonly slabs: readonly Slab[]
  readonly height: number
}

/** A block that can be jumped to; the page breaker writes down where it came to stand. */
export interface Anchor {
  readonly name?: string
  readonly x: number
  page: number
  /** Points from the top of the page. */
  top: number
}

/** A bar, rule or tinted ground that runs along all slabs that carry it, also through the space between them. */
export interface Rail {
  readonly x: number
  readonly width: number
  readonly colour: string
  /** How far it reaches above the first slab and below the last. */
  readonly bleed: number
}

/** The smallest piece the page breaker moves: a line, a table row, a rule. */
export interface Slab {
  readonly height: number
  /** Space above it, which falls away at the top of a page. */
  readonly before: number
  /**
   * Stays on the page of the slab above it; with `better`, unless that would leave a good part of the page before it empty; with `aside`,
   * unless that takes away from its page what fits there, but never as a line or two alone on a page.
   */
  readonly keep: boolean | 'better' | 'aside'
  /** Starts a new page; with `after-full`, only below a page that is filled for a good part. */
  readonly page?: boolean | 'after-full'
  /** Has a page of its own, with neither header nor footer. */
  readonly bare?: boolean
  readonly paint: (canvas: Painter, top: number) => void
  readonly notes?: readonly NoteFlow[]
  readonly anchors?: readonly Anchor[]
  readonly rails?: readonly Rail[]
  /** Repeated above this slab when it comes first on a page. */
  readonly head?: readonly Slab[]
  /** Two slabs in its place, the first at most `room` high; undefined when it cannot be divided there. */
  readonly split?: (room: number) => readonly [Slab, Slab] | undefined
}

/** What set text is drawn with, in points from the top left corner of the page, y downwards. `Canvas` is the one there is. */
export interface Painter {
  /** What is drawn next is content of `tag`. */
  own(tag: Tag): void
  /** What is drawn next is decoration, or belongs to the page rather than to the text. */
  artifact(kind?: 'artifact' | 'pagination'): void
  /** Draws a repetition: as it is, but outside the structure tree and without links. */
  repeat(paint: () => void): void
  /** Puts an element in the tree although nothing of it may be painted, or not yet. */
  attach(tag: Tag): void
  /** A filled rectangle, in the marked content that is open. */
  fill(x: number, y: number, width: number, height: number, colour: string): void
  /** A line of text; each of its segments goes to its own element. */
  line(line: Line, x: number, baseline: number): void
  /** A line of text in the artifact that is open. */
  artifactLine(line: Line, x: number, baseline: number): void
  /** Draws with the page turned a quarter, so that what stands at the top stands at the left. `e` and `f` shift what is turned. */
  turned(shift: { readonly e: number; readonly f: number }, paint: () => void): void
  /** Runs operators of PDFKit's own on this page, as content of the open owner. */
  foreign(draw: (kit: Backend['kit']) => void): void
}
