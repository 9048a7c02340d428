import type { Language } from '../model/index.js'

/**
 * The one tree every output is made of. A policy, a redline, a matrix and a memo are all presented as a `Document`; each format has
 * one renderer that knows this tree and nothing of policies or comparisons. A mapped type over `type` makes every renderer total.
 *
 * Words in a document are final: numbers, references and parameters are filled in, and every text is in the reader's language.
 */
export interface Document {
  readonly type: 'document'
  readonly title: string
  readonly lang: Language
  readonly properties: Properties
  readonly brand: Brand
  /** Shown across every page or at the head of the page: "Concept". Absent when the text is adopted. */
  readonly mark?: string
  /** Running texts of the pages; `{page}` and `{pages}` stand for the numbers. */
  readonly header: string
  readonly footer: string
  readonly pageNumber: string
  readonly orientation: 'portrait' | 'landscape'
  readonly children: readonly DocBlock[]
  /** Files that travel with a PDF. */
  readonly attachments: readonly Attachment[]
}

export interface Properties {
  readonly author: string
  readonly subject?: string
  readonly keywords?: readonly string[]
  /** ISO date of the content: the only date an output carries, so that equal input gives equal bytes. Absent where nothing says it. */
  readonly date?: string
}

export interface Attachment {
  readonly name: string
  readonly mediaType: string
  readonly description: string
  readonly bytes: Uint8Array
}

/** Everything about looks, resolved: no file names, no defaults left open. Colours are `#rrggbb`, lengths millimetres. */
export interface Brand {
  /** For surfaces and lines. */
  readonly primary: string
  readonly accent: string
  /** The primary colour, darkened where it must be to reach 4.5:1 on white. */
  readonly text: string
  readonly cover: 'band' | 'frame' | 'plain'
  /** The family of the program's own, where the brand has no fonts. */
  readonly typeface: 'source-sans' | 'source-serif' | 'inter' | 'atkinson'
  /** How large letters are on paper, beside the usual. */
  readonly scale: number
  /** `ratio` is its width divided by its height. */
  readonly mark?: { readonly format: 'svg' | 'png'; readonly bytes: Uint8Array; readonly alt: string; readonly ratio: number }
  /** Font files; absent for the default family. */
  readonly fonts?: {
    readonly regular: Uint8Array
    readonly bold?: Uint8Array
    readonly italic?: Uint8Array
    readonly boldItalic?: Uint8Array
  }
  readonly page: 'A4' | 'A5' | 'letter'
  readonly margins: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number }
}

/** What happened to a block between two versions: drawn as a bar in the margin and said in words where the format can. */
export type Change = 'inserted' | 'deleted' | 'edited' | 'moved'

interface BlockFields {
  /** A destination: `file.pdf#id`, `page.html#id`. */
  readonly id?: string
  /** Language where it is not the document's. */
  readonly lang?: string
  readonly change?: Change
  /** Its end came or went, where both versions stand in full: in the other one its words run on in the next block. */
  readonly end?: 'inserted' | 'deleted'
  /** Names and values an interactive format may filter by; several values where the block answers to each of them. */
  readonly facets?: Readonly<Record<string, string | readonly string[]>>
}

/** What a heading, paragraph or item was in the old version, where both versions stand in full and it was something else. */
export interface Former {
  readonly type: 'heading' | 'paragraph' | 'item'
  /** The printed label; empty when there was none. */
  readonly label: string
  /** Of a heading. */
  readonly level?: number
  /** How many items and quotations it stood in, an item in itself. */
  readonly depth: number
  readonly quoted: boolean
}

export interface Heading extends BlockFields {
  readonly type: 'heading'
  /** 1 for the document's own chapters, at most 6. The title of the document is not a heading but the cover's. */
  readonly level: number
  /** The printed number, without punctuation of the page: "5.1". */
  readonly label?: string
  readonly former?: Former
  readonly content: readonly DocInline[]
  /** Listed in the contents and the bookmarks. */
  readonly listed: boolean
  /** In the bookmarks though not in the contents. */
  readonly bookmarked?: boolean
}

export interface DocParagraph extends BlockFields {
  readonly type: 'paragraph'
  readonly content: readonly DocInline[]
  readonly tone?: Tone
  readonly former?: Former
}

/** `lead` larger, `small` for captions and asides, `muted` grey, `warning` set apart. */
export type Tone = 'lead' | 'small' | 'muted' | 'warning'

export interface DocList extends BlockFields {
  readonly type: 'list'
  readonly ordered: boolean
  readonly items: readonly DocItem[]
}

export interface DocItem extends BlockFields {
  readonly type: 'item'
  /** As printed: "a.", "II.", "•". Empty where an item goes on after something else. */
  readonly label: string
  readonly former?: Former
  /** The full number for bookmarks and destinations: "5.1.a". */
  readonly number?: string
  readonly children: readonly DocBlock[]
}

export interface DocTable extends BlockFields {
  readonly type: 'table'
  /** Said above the table, and as its name to assistive technology. */
  readonly caption?: readonly DocInline[]
  readonly columns: readonly Column[]
  readonly head: readonly DocRow[]
  readonly body: readonly DocRow[]
  /**
   * `grid` with lines, `plain` with horizontal lines only, `facts` for two columns of name and value without head, `map` for marks to take in
   * at a glance, set as small as can be read; a row of one cell over all columns heads the rows below it.
   */
  readonly look: 'grid' | 'plain' | 'facts' | 'map'
}

export interface Column {
  /** Share of the width, relative to the other columns. */
  readonly weight: number
  readonly align?: 'left' | 'right' | 'center'
}

export interface DocRow extends BlockFields {
  readonly cells: readonly DocCell[]
  /** Room to sign: the row is at least this many millimetres high. */
  readonly height?: number
  /** It begins a group of rows, which goes on to the next that does; one of a single cell over all columns heads the others. */
  readonly opens?: boolean
  /** The id of the block it stands for: a filter that leaves out the one leaves out the other, and a page may unfold it here. */
  readonly standsFor?: string
}

export interface DocCell {
  readonly children: readonly DocBlock[]
  /** Names its row or column. */
  readonly header?: 'row' | 'column'
  readonly span?: number
  readonly tone?: 'inserted' | 'deleted' | 'accent' | 'muted'
  /** It came or went with its column, between two versions of a table. */
  readonly change?: 'inserted' | 'deleted'
  /** How strongly the cell is tinted, 0 to 1: the likeness in a heat map. The cell says the same in words or a number. */
  readonly heat?: number
}

export interface DocQuote extends BlockFields {
  readonly type: 'quote'
  readonly children: readonly DocBlock[]
}

export interface DocVerbatim extends BlockFields {
  readonly type: 'verbatim'
  readonly value: string
}

export interface DocRule extends BlockFields {
  readonly type: 'rule'
}

/** The title page. A format without pages shows it as a head. */
export interface Cover extends BlockFields {
  readonly type: 'cover'
  /** The head of the first page, with the text below it, instead of a page of its own. */
  readonly head?: boolean
  readonly title: string
  readonly subtitle?: string
  /** What they take the place of, where both versions stand in full and they differ. */
  readonly former?: { readonly title: string; readonly subtitle?: string }
  readonly organisation: string
  readonly facts: readonly { readonly name: string; readonly value: string }[]
}

/** A list of the headings with `listed`, with page numbers where there are pages. */
export interface Contents extends BlockFields {
  readonly type: 'contents'
  readonly title: string
  /** Deepest level listed. */
  readonly depth: number
}

/**
 * A part of the document with a purpose of its own. `page` starts it on a new page; with `after-full`, only where what stands before it
 * fills a good part of its own: a short list of contents needs no page to itself.
 */
export interface Division extends BlockFields {
  readonly type: 'division'
  readonly role: 'colophon' | 'approvals' | 'body' | 'annex' | 'summary'
  readonly page: boolean | 'after-full'
  readonly children: readonly DocBlock[]
}

/** What a reader asks for: folded up under its summary on a screen, printed open everywhere else. */
export interface Disclosure extends BlockFields {
  readonly type: 'disclosure'
  readonly summary: readonly DocInline[]
  readonly children: readonly DocBlock[]
}

export type DocBlock =
  | Heading
  | DocParagraph
  | DocList
  | DocTable
  | DocQuote
  | DocVerbatim
  | DocRule
  | Cover
  | Contents
  | Division
  | Disclosure

interface DocText {
  readonly type: 'text'
  readonly value: string
}
interface InlineParent {
  readonly children: readonly DocInline[]
}
export interface Emphasis extends InlineParent {
  readonly type: 'emphasis'
}
export interface Strong extends InlineParent {
  readonly type: 'strong'
}
export interface Strike extends InlineParent {
  readonly type: 'strike'
}
export interface Code {
  readonly type: 'code'
  readonly value: string
}
/** A link out of the document (`url`) or to a destination in it (`target`). */
export interface Link extends InlineParent {
  readonly type: 'link'
  readonly url?: string
  readonly target?: string
}
export interface Break {
  readonly type: 'break'
}
/** A footnote with its text at the place of its mark. */
export interface Footnote {
  readonly type: 'footnote'
  readonly number: number
  readonly children: readonly DocBlock[]
}
/** Words that are new in this place. `move` names where they come from: a deletion with the same name. */
export interface Insertion extends InlineParent {
  readonly type: 'insertion'
  readonly move?: string
}
/** Words that are gone from this place. `move` names where they went: an insertion with the same name. */
export interface Deletion extends InlineParent {
  readonly type: 'deletion'
  readonly move?: string
}
/** Words in another language or with a role of their own, such as a tag in a table of changes. */
export interface Span extends InlineParent {
  readonly type: 'span'
  readonly lang?: string
  /** Words that are a `sign` are said aloud, and shown by their sign alone; those `beside` stand behind a clause and are no part of it. */
  readonly role?: 'tag' | 'muted' | 'sign' | 'beside'
  /** What a page may show in the place of the words where there is no room for them. */
  readonly sign?: string
  /** Words of both versions that look otherwise than they did, with how they did, for a format that tracks it. */
  readonly former?: readonly ('emphasis' | 'strong' | 'delete')[]
}

export type DocInline = DocText | Emphasis | Strong | Strike | Code | Link | Break | Footnote | Insertion | Deletion | Span
