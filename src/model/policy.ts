import type { PhrasingContent } from 'mdast'
import type { Metadata } from './metadata.js'
import type { Place } from './place.js'

/**
 * A policy as read: one tree of blocks over mdast inlines.
 *
 *     # Afspraken {#afspraken}            Section  depth 1
 *     Een alinea. {#alinea}               ├ Paragraph
 *     1. Een regel, met: {#regel}         └ List ordered ─ Item ─┐
 *        - een onderdeel {#onderdeel}         List ─ Item ───────┘ (in the item's children)
 *
 * A *clause* is a node that has words and attributes of its own: Section, Paragraph, Item, Table, Verbatim, Note. The others only
 * group. Nothing computed is stored here: numbers, references and parameter values are the work of `resolve`.
 */
export interface Policy {
  /** The name messages use for the source, usually its path. */
  readonly file: string
  readonly metadata: Metadata
  /** The front matter as written, without its fences; empty when the file has none. */
  readonly yaml: string
  readonly children: readonly Block[]
  /** Footnote texts in the order of the file. */
  readonly notes: readonly Note[]
}

/** The text of a policy, without its front matter. */
export type PolicyBody = Pick<Policy, 'children' | 'notes'>

export type Inline = PhrasingContent

/** What stands between the braces at the end of a clause: `{#id .class key=value}`. */
export interface Attributes {
  readonly id?: string
  readonly classes: readonly string[]
  readonly values: Readonly<Record<string, string>>
}

interface ClauseFields {
  readonly attributes: Attributes
  readonly place: Place
}

/** A heading with everything up to the next heading of its depth or higher. */
export interface Section extends ClauseFields {
  readonly type: 'section'
  /** 1 for `#`, at most 6. */
  readonly depth: number
  readonly content: readonly Inline[]
  readonly children: readonly Block[]
}

export interface Paragraph extends ClauseFields {
  readonly type: 'paragraph'
  readonly content: readonly Inline[]
}

export interface List {
  readonly type: 'list'
  readonly ordered: boolean
  /** The number of the first item of an ordered list; 1 when it says nothing else. */
  readonly start: number
  readonly items: readonly Item[]
  readonly place: Place
}

/** A list item: its first paragraph is its own words, all that follows its children. */
export interface Item extends ClauseFields {
  readonly type: 'item'
  readonly content: readonly Inline[]
  readonly children: readonly Block[]
}

export interface Table extends ClauseFields {
  readonly type: 'table'
  readonly align: readonly ('left' | 'right' | 'center' | null)[]
  /** The first row is the head. */
  readonly rows: readonly TableRow[]
}

/** A row as a list of cells, each a list of inlines. */
export interface TableRow {
  readonly cells: readonly (readonly Inline[])[]
  readonly place: Place
}

/** Text shown letter by letter: a fenced code block, or HTML, which a policy should not hold but a file may. */
export interface Verbatim extends ClauseFields {
  readonly type: 'verbatim'
  readonly format: 'code' | 'html'
  readonly language?: string
  readonly value: string
}

export interface Quote {
  readonly type: 'quote'
  readonly children: readonly Block[]
  readonly place: Place
}

export interface Rule {
  readonly type: 'rule'
  readonly place: Place
}

/** A footnote's text. `name` is what stands in `[^name]`. */
export interface Note {
  readonly type: 'note'
  readonly name: string
  readonly children: readonly Block[]
  readonly place: Place
}

export type Block = Section | Paragraph | List | Table | Verbatim | Quote | Rule
/** Nodes that carry words of their own and may carry an id. */
export type ClauseNode = Section | Paragraph | Item | Table | Verbatim
