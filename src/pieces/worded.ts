import { type Label, labelsInRows } from '../blocks/index.js'
import { endsSentence } from '../language/index.js'
import { type Piece, printed, unlabel, withLabel } from './pieces.js'

// "§ 2.1", "Artikel 4.", "lid 2:", "nr. 3": what a part is called, in front of the number of a sentence.
const PART =
  /^(§|(?:artikel|article|art\.|lid|paragraaf|section|clause|rule|bepaling|nr\.|no\.|punt)(?=\s))\s?(\d{1,3}(?:\.\d{1,3}){0,2})(?:\s?[.:)]|\s[-–—|](?=\s))?\s+(\S{1,2})/iu
const BEGINS = /^(?:["“‘(]?[\p{Lu}\d])/u

// Two that count on happen among sentences ("Groep 1 …", "Groep 2 …"); a document that counts its rules so has more.
const FEWEST = 3
// "Rule 7", "Norm 3:", "Afspraak 12 –": a word with a capital, a number, and what parts them from the words.
const NUMBERED = /^(\p{Lu}[\p{L}’'-]{2,23})\s(\d{1,3})(?:\s?[.:)]|\s[-–—|](?=\s))?\s+(?=["“‘(]?\p{Lu})/u
const GIVEN = /^(\p{Lu}[\p{L}’'-]{2,23}(?:\s\p{L}+)?)\s(\d{1,3})[.:)]?$/u

const labelOf = (prefix: string, figures: string): Label => {
  const path = figures.split('.').map(Number)
  const count = path.at(-1) ?? 0
  return { printed: `${prefix} ${figures}`, prefix, path, readings: [{ style: 'decimal', count }], bare: false }
}

/** A label that a format counts, with a word of the author's in front of the number: "Rule 7". */
export function wordedLabel(printed: string): Label | undefined {
  const [, prefix, figures] = GIVEN.exec(printed.trim()) ?? []
  return prefix === undefined || figures === undefined ? undefined : labelOf(prefix, figures)
}

/**
 * Reads such labels where they are typed: sentences in front of which a document counts with one word, from 1 on and none left out. Elsewhere
 * they are words: "Groep 8 gaat op kamp.", "Rule 3 of the game applies."
 */
export function labelWorded(pieces: readonly Piece[]): void {
  const rows = new Map<string, Piece[]>()
  for (const piece of pieces) {
    const [, prefix = '', figures] = isSentence(piece) ? (NUMBERED.exec(piece.text) ?? []) : []
    const row = rows.get(prefix) ?? []
    if (figures === undefined || Number(figures) !== row.length + 1) continue
    rows.set(prefix, row)
    row.push(piece)
  }
  for (const members of [...rows.values()].filter(({ length }) => length >= FEWEST))
    for (const piece of members) {
      const [whole, prefix = '', figures = ''] = NUMBERED.exec(piece.text) ?? ['']
      withLabel(piece, labelOf(prefix, figures), whole.length)
    }
}

/**
 * Reads what a part is called where each sentence has it in front of its number, counted on or from 1 anew: "§ 2.1", "Lid 1". A heading keeps
 * such a word, as the number of a heading is printed without one.
 */
export function labelParts(pieces: readonly Piece[]): void {
  const rows = new Map<string, { piece: Piece; figures: string; length: number }[]>()
  for (const piece of pieces) {
    const { labelGiven, label } = piece
    if (labelGiven || (label !== undefined && label.word === undefined) || !isRunning(piece)) continue
    const whole = printed(piece)
    const [match = '', prefix, figures, begins = ''] = PART.exec(whole) ?? []
    if (prefix === undefined || figures === undefined || !BEGINS.test(begins) || !closesSentence(whole)) continue
    const row = rows.get(prefix) ?? []
    rows.set(prefix, row)
    row.push({ piece, figures, length: match.length - begins.length })
  }
  for (const [prefix, members] of rows) {
    if (members.length < FEWEST || !members.every(({ figures }, i) => countsOn(members[i - 1]?.figures, figures))) continue
    for (const { piece, figures, length } of members) {
      if (piece.label !== undefined) unlabel(piece)
      withLabel(piece, labelOf(prefix, figures), length)
    }
  }
}

/** Reads what is a label only because others of its kind count on from it: "R1", "1/", "1e". */
export function labelCounted(pieces: readonly Piece[]): void {
  const open = pieces.filter(({ role, label, rows, blocks: [block] }) => !role && !label && isLine(rows) && !block?.role)
  for (const [at, { label, length }] of labelsInRows(open.map(({ text }) => text))) {
    const piece = open[at] as Piece
    withLabel(piece, label, length)
    delete piece.rows
  }
}

/** A line without cells, or with a label before a tab and its words behind it. */
const isLine = (rows: Piece['rows']): boolean => rows === undefined || (rows.length === 1 && rows[0]?.length === 2)

/** Whether a number is the next one, or the first of a part that begins. */
function countsOn(before: string | undefined, figures: string): boolean {
  const [path, last] = [figures, before].map((each) => each?.split('.').map(Number) ?? []) as [number[], number[]]
  const count = path.at(-1)
  if (count === 1) return true
  return path.length === last.length && count === (last.at(-1) ?? 0) + 1 && path.slice(0, -1).every((each, i) => each === last[i])
}

const isRunning = ({ role, blocks, rows }: Piece): boolean =>
  role === undefined &&
  rows === undefined &&
  blocks.every(({ heading, role: kind }) => heading === undefined && kind === undefined)

const closesSentence = (text: string): boolean => endsSentence(text) || text.endsWith(':')

const isSentence = (piece: Piece): boolean => piece.label === undefined && isRunning(piece) && closesSentence(piece.text)
