import { type Artefact, readMarker, type SourceBlock, text, textOf, tidy, withoutStart } from '../../blocks/index.js'
import type { Inline } from '../../model/index.js'
import { gapOf, isOpen, type Piece } from '../../pieces/index.js'

const DEFINITIONS =
  /^(?:\S+\s+)?(?:afkortingen|begrippen(?:lijst)?|begripsbepaling(?:en)?|begripsomschrijving(?:en)?|definities|woordenlijst|abbreviations|definitions|glossary|terminology|terms)\b/i
// The words that stand above a column of terms and above what they mean.
const TERM_HEAD = /^(?:de |the )?(?:afkorting|begrip|naam|term|woord|abbreviation|expression|name|word)(?:p?en|s)?$/i
const MEANING_HEAD =
  /^(?:de |the |its )?(?:betekenis|definitie|omschrijving|toelichting|uitleg|definition|description|explanation|meaning)s?$/i
// A term is a few words before a colon.
const TERM = /^([^:.;]{2,60}):(?=\s)/u

/** Makes tables of lines with tabs that stand together. Lines of two cells, the first ending in a colon, are left to `findDefinitions`. */
export function findTables(pieces: Piece[]): void {
  for (const piece of pieces) if (isOpen(piece) && isLabelled(piece)) delete piece.rows
  for (let i = 0; i < pieces.length; i++) {
    const end = tabbedUntil(pieces, i)
    if (end - i < 2) {
      if (isOpen(pieces[i] as Piece)) delete (pieces[i] as Piece).rows
    } else if (pieces.slice(i, end).every(isTermLine)) i = end - 1
    else gather(pieces, i, end)
  }
}

/** "1.\tEen regel": the tab stands behind a label; behind "A. de Boer" it stands between cells. */
function isLabelled({ label, rows }: Piece): boolean {
  const first = textOf(rows?.[0]?.[0] ?? [])
  return label !== undefined && (readMarker(`${first} `)?.length ?? 0) >= first.length
}

const isTermLine = ({ rows }: Piece): boolean =>
  rows?.every((row) => row.length === 2 && /:$/.test(textOf(row[0] ?? []).trim())) === true

/** Lines that stand together and have as many cells. */
function tabbedUntil(pieces: readonly Piece[], start: number): number {
  const width = isOpen(pieces[start] as Piece) ? pieces[start]?.rows?.[0]?.length : undefined
  if (width === undefined) return start
  let end = start + 1
  while (end < pieces.length) {
    const piece = pieces[end] as Piece
    if (!isOpen(piece) || piece.rows?.[0]?.length !== width || gapOf(piece) > 0) break
    end++
  }
  return end
}

function gather(pieces: Piece[], start: number, end: number): void {
  const lines = pieces.slice(start, end)
  const table = lines[0] as Piece
  table.role = 'table'
  table.rows = lines.flatMap((piece) => piece.rows ?? [])
  table.blocks = lines.flatMap((piece) => piece.blocks)
  table.content = []
  delete table.label
  pieces.splice(start + 1, end - start - 1)
}

/** Turns lines and sections about terms into lists of definitions: lines, items and two-column tables that name a term first. */
export function findDefinitions(pieces: Piece[]): void {
  for (const [i, piece] of pieces.entries()) {
    if (isOpen(piece) && isTermLine(piece)) define(piece, pieces[i - 1]?.definitions !== true)
  }
  for (let i = 0; i < pieces.length; i++) {
    const heading = pieces[i] as Piece
    if (heading.role !== 'heading') continue
    let end = i + 1
    while (end < pieces.length && pieces[end]?.role !== 'heading') end++
    const inside = pieces.slice(i + 1, end)
    if (definesTerms(heading, pieces[i - 1], inside)) {
      const terms = inside.filter((piece) => (isOpen(piece) || piece.role === 'item') && isTerm(piece))
      if (terms.length >= 2) {
        let first = true
        for (const piece of terms) {
          const alone = isOpen(piece) && piece.label === undefined
          define(piece, first && alone)
          if (alone) first = false
        }
      }
      for (const table of inside) {
        if (table.role !== 'table' || !isGlossary(table)) continue
        pieces.splice(pieces.indexOf(table), 1, ...glossaryOf(table))
        heading.definitions = true
      }
    }
    if (pieces.slice(i + 1, end).some((piece) => piece.definitions) || pieces[i + 1]?.definitions) heading.definitions = true
  }
}

// "In deze regeling wordt verstaan onder:", with items of its own.
const LEAD_IN = /\bverstaa(?:n|t)\b[^.]*:$/i

/** A section about terms by its title, by that of the chapter whose first article it is, or by its first words. */
const definesTerms = (heading: Piece, above: Piece | undefined, inside: readonly Piece[]): boolean =>
  DEFINITIONS.test(heading.text) ||
  (heading.text === '' && above?.role === 'heading' && DEFINITIONS.test(above.text)) ||
  (heading.label?.word !== undefined && LEAD_IN.test(inside[0]?.text ?? ''))

/** Words before a colon, or in bold before others. */
const isTerm = ({ text, content: [first, second] }: Piece): boolean =>
  TERM.test(text) || (first?.type === 'strong' && second !== undefined && textOf([first]).length <= 60)

function define(piece: Piece, first: boolean): void {
  const term = TERM.exec(piece.text)
  if (term?.[1] !== undefined)
    piece.content = tidy([bold(term[1]), text(':'), ...withSpace(withoutStart(piece.content, term[0].length))])
  piece.definitions = true
  delete piece.rows
  if (piece.label) return
  piece.role = 'item'
  piece.depth = 0
  piece.ordered = false
  if (first) piece.start = 1
}

const bold = (value: string): Inline => ({ type: 'strong', children: [text(value)] })
const withSpace = (content: readonly Inline[]): Inline[] => [text(' '), ...content]

// Two columns, the first of them short: terms and what they mean.
const isGlossary = ({ rows = [] }: Piece): boolean =>
  rows.length >= 2 &&
  rows.every((row) => row.length === 2 && textOf(row[0] ?? []).length <= 60 && textOf(row[1] ?? []).length > 0)

/** The terms of a table as a list. A row of titles above them is no term. */
function glossaryOf(table: Piece): Piece[] {
  const rows = table.rows ?? []
  const [first = [], ...rest] = rows
  if (rest.length === 0 || !isTermHead(first)) return entries(table, rows)
  const head: Piece = { blocks: [rowOf(table, first)], content: [], text: '', labelGiven: false, role: 'dropped', reason: TERMS }
  return [head, ...entries(table, rest)]
}

const TERMS = 'head of a table of terms' satisfies Artefact

const isTermHead = ([term = [], meaning = []]: readonly Inline[][]): boolean =>
  TERM_HEAD.test(textOf(term).trim()) && MEANING_HEAD.test(textOf(meaning).trim())

const rowOf = (table: Piece, row: Inline[][]): SourceBlock => ({ ...(table.blocks[0] as SourceBlock), rows: [row] })

function entries(table: Piece, rows: readonly Inline[][][]): Piece[] {
  return rows.map(([term = [], meaning = []], i): Piece => {
    const content = tidy([bold(textOf(term)), text(' '), ...meaning])
    return {
      blocks: [rowOf(table, [term, meaning])],
      content,
      text: textOf(content),
      labelGiven: false,
      role: 'item',
      depth: 0,
      ordered: false,
      definitions: true,
      ...(i === 0 ? { start: 1 } : {}),
    }
  })
}
