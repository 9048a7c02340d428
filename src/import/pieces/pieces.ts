import {
  type Artefact,
  blockText,
  type Label,
  type Look,
  type Reading,
  readMarker,
  type Source,
  type SourceBlock,
  text,
  textOf,
  tidy,
  withoutStart,
} from '../../blocks/index.js'
import { endsSentence } from '../../language/index.js'
import { append, type Inline } from '../../model/index.js'
import type { Part } from '../template/types.js'

export type Role = 'heading' | 'item' | 'paragraph' | 'table' | 'quote' | 'verbatim' | 'note' | 'metadata' | 'dropped'

/** A block while its meaning is being found out, or several blocks that turned out to be one. */
export interface Piece {
  /** The blocks it is made of, in order. */
  blocks: SourceBlock[]
  /** The words without their label. */
  content: Inline[]
  text: string
  label?: Label
  /** What the label means here. */
  reading?: Reading
  /** The label was printed by the format and is no word of the text. */
  labelGiven: boolean
  rows?: Inline[][][]
  role?: Role
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
  /** Where a model is read: what it is to who adapts it. */
  part?: Part
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

export function toPieces(source: Source): Piece[] {
  const pieces: Piece[] = []
  // Only where paragraphs had to be put together from lines may half of one stand by itself.
  const isBroken = source.kind === 'text' || source.kind === 'pdf'
  for (const block of source.blocks) {
    const piece = toPiece(block)
    const before = lastWords(pieces)
    if (before && isBroken && isContinuation(before, piece, pieces.at(-1) !== before)) join(before, piece)
    else pieces.push(piece)
  }
  return pieces
}

function toPiece(block: SourceBlock): Piece {
  // A format may print a number without a point after it.
  const printedLabel = block.label === undefined ? '' : `${block.label}${/[\p{L}\p{N}]$/u.test(block.label) ? '.' : ''} `
  const given = readMarker(printedLabel)?.label
  // A label that is none of ours, such as "Stap 1:", is words.
  const content = tidy(block.label === undefined || given ? block.content : [text(`${block.label} `), ...block.content])
  const base = { blocks: [block], content, text: textOf(content), labelGiven: false }
  if (block.artefact !== undefined) return { ...base, role: 'dropped', reason: block.artefact }
  if (block.role === 'contents') return { ...base, role: 'dropped', reason: CONTENTS }
  if (block.note !== undefined) return { ...base, role: 'note' }
  if (block.rows && block.content.length === 0) {
    return { ...base, role: 'table', rows: plainHead(block.rows.map((row) => row.map((cell) => tidy(cell)))) }
  }
  // A number that the format prints above its words is all there is: "Artikel 1", and its title in the next paragraph.
  if (base.text === '' && !(given && standsAlone(given))) return { ...base, role: 'dropped', reason: 'no words' }
  const rows = block.rows?.map((row) => row.map((cell) => [...cell]))
  if (given) return { ...base, label: given, labelGiven: true }
  const marker = block.role === 'quote' || block.role === 'verbatim' ? undefined : readMarker(base.text)
  if (!marker || (marker.length >= base.text.length && !standsAlone(marker.label))) return { ...base, ...(rows ? { rows } : {}) }
  const rest = withoutStart(content, marker.length)
  return { ...base, content: rest, text: textOf(rest), label: marker.label, ...(rows ? { rows } : {}) }
}

// "Artikel 1" and "9.1" on a line of their own have their title or text below.
const standsAlone = ({ word, path, bullet }: Label): boolean => bullet === undefined && (word !== undefined || path.length > 1)

// The first row of a table is bold by itself.
function plainHead(rows: Inline[][][]): Inline[][][] {
  const [head = [], ...body] = rows
  const isBold = head.every((cell) => cell.every(({ type }) => type === 'strong'))
  return isBold && body.length > 0 ? [head.map((cell) => cell.flatMap(unbold)), ...body] : rows
}

const unbold = (inline: Inline): Inline[] => (inline.type === 'strong' ? (inline.children as Inline[]) : [inline])

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

const lastWords = (pieces: readonly Piece[]): Piece | undefined =>
  pieces.findLast((piece) => piece.role !== 'dropped' && piece.role !== 'note')

// Long enough not to be a heading or an entry of a bare list.
const RUNNING = 60
// No sentence is as long: what goes on without end would be put together anew with each line.
const LONGEST_SENTENCE = 3000

/** Half a sentence, and its other half after an empty line, or on the next page: `isParted` by what runs over the pages. */
function isContinuation(before: Piece, piece: Piece, isParted: boolean): boolean {
  const [first] = piece.blocks
  const last = before.blocks.at(-1)
  if (before.role || piece.role || piece.label || piece.rows || before.rows) return false
  if (first?.heading !== undefined || last?.heading !== undefined || first?.role || last?.role) return false
  if (before.text.length < RUNNING || before.text.length > LONGEST_SENTENCE || endsSentence(before.text)) return false
  // A name or an abbreviation may begin a page in the middle of a sentence; what it begins ends as sentences do.
  return /^\p{Ll}/u.test(piece.text) || (isParted && !/[:;,]$/.test(before.text) && endsSentence(piece.text))
}

/** Adds the words of the next piece to a piece. */
export function join(before: Piece, piece: Piece): void {
  append(before.blocks, piece.blocks)
  before.content = tidy([...before.content, text(' '), ...piece.content])
  before.text = textOf(before.content)
}
