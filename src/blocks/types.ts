import type { Inline, Said } from '../model/index.js'

/** The formats an import reads. */
export type SourceKind = 'text' | 'markdown' | 'html' | 'docx' | 'odt' | 'pdf'

/** Why a part of a source is no part of the policy; receipts word it by this name. */
export const ARTEFACTS = [
  'a control of the page',
  'front matter of another program',
  'head of a table of provisions',
  'head of a table of terms',
  'heading of a frame',
  'heading of front matter',
  'hidden',
  'hidden text',
  'no words',
  'outside the policy on its page',
  'page number',
  'printed from the front matter',
  'running footer',
  'running header',
  'running line',
  'shown in place of what the page embeds',
  'table of contents',
  'the mark of a choice',
  'words in a drawing or formula',
  'words of a letter',
] as const
export type Artefact = (typeof ARTEFACTS)[number]

/**
 * One block of a source at its place: a paragraph, a list item, a line of a cover, a table. Readers of formats make these, in reading
 * order and without judging what they mean; every word of the source is in exactly one block.
 */
export interface SourceBlock {
  /** Line of a text, otherwise the number of the block or line in its source; from 1. */
  readonly line: number
  readonly page?: number
  /** Words with their markup; without a label that the format computes itself. Empty for a table. */
  readonly content: readonly Inline[]
  /** Rows of cells. */
  readonly rows?: readonly (readonly (readonly Inline[])[])[]
  /** All that stands in the source, where signs between its cells are no words of them. */
  readonly shown?: string
  /** What the format prints in front of the words without it being words of the text: "1.1.", "a)", "•". */
  readonly label?: string
  /** Depth in the format's own lists, from 0. */
  readonly level?: number
  /** Which of the format's lists it is in: a level counts among items of one list. */
  readonly list?: string
  /** Heading level according to the format, from 1. */
  readonly heading?: number
  /** What the format itself knows about the block. */
  readonly role?: 'title' | 'subtitle' | 'contents' | 'quote' | 'verbatim'
  /** Name of the footnote whose text this is. */
  readonly note?: string
  /** Why the block is no part of the policy: a running header, a page number. */
  readonly artefact?: Artefact
  /** Empty lines before it, or what comes close to them; 0 for a block that follows on directly. */
  readonly gap: number
  /** Left edge, in characters or points. */
  readonly indent: number
  /** How it looks where the format says: all bold; size relative to running text. */
  readonly look?: Look
  /** It stands in a frame, or in a table of one column. */
  readonly box?: true
  /** Words that stand to be filled in, in order. */
  readonly marks?: readonly FillInMark[]
  /** A permanent id that the source carries because it was once written by this tool. */
  readonly id?: string
}

export interface Look {
  readonly bold: boolean
  readonly size: number
  readonly italic?: true
}

/** Words of a block that its format sets apart for somebody to fill in: in a colour, or as a field. */
export interface FillInMark {
  /** Places among the letters and signs of the block, blanks aside. */
  readonly from: number
  readonly to: number
  readonly kind: 'colour' | 'field'
  /** What the field is called. */
  readonly name?: string
  /** What the field takes, where it says: a day, or one of `values`. */
  readonly type?: 'date' | 'choice'
  readonly values?: readonly string[]
  /** The day it has, as an ISO date. */
  readonly day?: string
  /** The words ask for an answer and are none. */
  readonly prompt?: true
}

/** A source as its reader gives it. */
export interface Source {
  readonly kind: SourceKind
  readonly blocks: readonly SourceBlock[]
  /** Whether the format marks headings, by style or by look; otherwise only the words can tell. */
  readonly marksHeadings: boolean
  /** What the format's own properties say. */
  readonly properties?: Readonly<Record<string, string>>
  /** Tracked changes that were decided. */
  readonly changes?: number
  /**
   * All text that the file shows a reader, found by a walk over the file that knows nothing of blocks: what the blocks are held against.
   * Of text boxes, margins, notes and fields too.
   */
  readonly words?: string
}

/** What a reader has to be told. */
export interface ReadOptions {
  /** What to do with tracked changes of a word processor; `accept` when absent. */
  readonly changes?: 'accept' | 'reject'
  /** Ids that a file may carry: one too long for a bookmark of Word stands there shortened, and is known by that only here. */
  readonly ids?: readonly string[]
}

/** A finding a careful secretary would make about the source. */
export type Finding = Said & { readonly line: number }
