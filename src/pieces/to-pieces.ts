import {
  type Artefact,
  countedLabel,
  type Label,
  readMarker,
  type Source,
  type SourceBlock,
  text,
  textOf,
  tidy,
} from '../blocks/index.js'
import { endsSentence } from '../language/index.js'
import type { Inline } from '../model/index.js'
import { keepLettered } from './lettered.js'
import { CONTENTS, join, type Piece, withLabel } from './pieces.js'
import { labelCounted, labelParts, labelWorded, wordedLabel } from './worded.js'

/** The blocks of a source as pieces, each with its label apart; halves of a sentence are one. */
export function toPieces(source: Source): Piece[] {
  const pieces: Piece[] = []
  // Only where paragraphs had to be put together from lines may half of one stand by itself.
  const isBroken = source.kind === 'text' || source.kind === 'pdf'
  const single = source.blocks.map(toPiece)
  keepLettered(single)
  labelWorded(single)
  labelParts(single)
  labelCounted(single)
  let before: Piece | undefined
  for (const piece of single) {
    if (before && isBroken && isContinuation(before, piece, pieces.at(-1) !== before)) join(before, piece)
    else {
      pieces.push(piece)
      if (piece.role !== 'dropped' && piece.role !== 'note') before = piece
    }
  }
  return pieces
}

function toPiece(block: SourceBlock): Piece {
  // A format may print a number without a point after it.
  const printedLabel = block.label === undefined ? '' : `${block.label}${/[\p{L}\p{N}]$/u.test(block.label) ? '.' : ''} `
  const given = readMarker(printedLabel)?.label ?? countedLabel(printedLabel) ?? wordedLabel(printedLabel)
  // A label that is none of ours, such as "Eerste stap:", is words.
  const content = tidy(block.label === undefined || given ? block.content : [text(`${block.label} `), ...block.content])
  const base = { blocks: [block], content, text: textOf(content), labelGiven: false }
  if (block.artefact !== undefined) return { ...base, role: 'dropped', reason: block.artefact }
  if (block.role === 'contents') return { ...base, role: 'dropped', reason: CONTENTS }
  if (block.note !== undefined) return { ...base, role: 'note' }
  if (block.rows && block.content.length === 0) {
    return { ...base, role: 'table', rows: plainHead(block.rows.map((row) => row.map((cell) => tidy(cell)))) }
  }
  if (TO_TOP.test(base.text)) return { ...base, role: 'dropped', reason: CONTROL }
  // A number that the format prints above its words is all there is: "Artikel 1", and its title in the next paragraph.
  if (base.text === '' && !(given && standsAlone(given))) return { ...base, role: 'dropped', reason: 'no words' }
  const rows = block.rows?.map((row) => row.map((cell) => [...cell]))
  if (given) return { ...base, label: given, labelGiven: true }
  const marker = block.role === 'quote' || block.role === 'verbatim' ? undefined : readMarker(base.text)
  if (!marker || (marker.length >= base.text.length && !standsAlone(marker.label))) return { ...base, ...(rows ? { rows } : {}) }
  const piece = { ...base, ...(rows ? { rows } : {}) }
  withLabel(piece, marker.label, marker.length)
  return piece
}

const CONTROL = 'a control of the page' satisfies Artefact
// What a web page has below its sections.
const TO_TOP = /^[↑⇧▲^\s]*(?:(?:terug )?naar boven|(?:go |back )?to (?:the )?top|top of (?:the )?page)[↑⇧▲^\s]*$/iu

// "Artikel 1" and "9.1" on a line of their own have their title or text below.
const standsAlone = ({ word, path, bullet }: Label): boolean => bullet === undefined && (word !== undefined || path.length > 1)

// The first row of a table is bold by itself.
function plainHead(rows: Inline[][][]): Inline[][][] {
  const [head = [], ...body] = rows
  const isBold = head.every((cell) => cell.every(({ type }) => type === 'strong'))
  return isBold && body.length > 0 ? [head.map((cell) => cell.flatMap(unbold)), ...body] : rows
}

const unbold = (inline: Inline): Inline[] => (inline.type === 'strong' ? (inline.children as Inline[]) : [inline])

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
