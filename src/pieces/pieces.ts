import {
  type Artefact,
  blockText,
  type Label,
  type LabelReading,
  type Look,
  type SourceBlock,
  text,
  textOf,
  tidy,
  withoutStart,
} from '../blocks/index.js'
import { append, type Inline } from '../model/index.js'
import type { TemplatePart } from './template.js'

export type PieceRole = 'heading' | 'item' | 'paragraph' | 'table' | 'quote' | 'verbatim' | 'note' | 'metadata' | 'dropped'

/** A block while its meaning is being found out, or several blocks that turned out to be one. */
export interface Piece {
  /** The blocks it is made of, in order. */
  blocks: SourceBlock[]
  /** The words without their label. */
  content: Inline[]
  text: string
  label?: Label
  /** What the label means here. */
  reading?: LabelReading
  /** The label was printed by the format and is no word of the text. */
  labelGiven: boolean
  rows?: Inline[][][]
  role?: PieceRole
  /** Depth of a heading from 1, of an item from 0; of a paragraph inside an item the depth of that item. */
  depth?: number
  /** Starts a list of its own, at this number. */
  start?: number
  ordered?: boolean
  /** A paragraph, quotation or table that belongs to the item above it. */
  inItem?: boolean
  /** The printed label, where counting would give another. */
  keep?: string
  unnumbered?: boolean
  definitions?: boolean
  /** Its permanent id. */
  id?: string
  /** Why it was dropped, or the front matter key it went to. */
  reason?: string
  /** A row of a table that had words in other columns, too. */
  beside?: true
  /** Where a model is read: what it is to who adapts it. */
  part?: TemplatePart
}

/** A piece of its own with the same blocks and words. */
export const copyOf = (piece: Piece): Piece => ({
  ...piece,
  blocks: [...piece.blocks],
  content: [...piece.content],
  ...(piece.rows ? { rows: piece.rows.map((row) => [...row]) } : {}),
})

export const lineOf = (piece: Piece): number => piece.blocks[0]?.line ?? 1
export const gapOf = (piece: Piece): number => piece.blocks[0]?.gap ?? 0
export const indentOf = (piece: Piece): number => piece.blocks[0]?.indent ?? 0
export const lookOf = (piece: Piece): Look | undefined => piece.blocks[0]?.look

/** Whether nothing was decided about a piece yet. */
export const isOpen = (piece: Piece): boolean => piece.role === undefined

/** The words with the label in front, as printed. */
export function printed(piece: Piece): string {
  return piece.blocks.map(blockText).join(' ')
}

/** Takes a label of so many characters from the front of the words. */
export function withLabel(piece: Piece, label: Label, length: number): void {
  piece.label = label
  piece.content = withoutStart(piece.content, length)
  piece.text = textOf(piece.content)
}

export const CONTENTS = 'table of contents' satisfies Artefact

/** Puts a label that turned out to be none back in front of the words. */
export function unlabel(piece: Piece): void {
  const [first] = piece.blocks
  if (!first || piece.label === undefined) return
  const label = piece.labelGiven && first.label !== undefined ? [text(`${first.label} `)] : []
  piece.content = tidy([...label, ...piece.blocks.flatMap((block, i) => (i > 0 ? [text(' '), ...block.content] : block.content))])
  piece.text = textOf(piece.content)
  delete piece.label
}

/** Adds the words of the next piece to a piece. */
export function join(before: Piece, piece: Piece): void {
  append(before.blocks, piece.blocks)
  before.content = tidy([...before.content, text(' '), ...piece.content])
  before.text = textOf(before.content)
}
