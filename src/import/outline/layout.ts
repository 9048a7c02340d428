import { type Artefact, type Finding, type Label, readMarker, text, textOf, tidy } from '../../blocks/index.js'
import { phrasesOf } from '../../language/index.js'
import { type Inline, maximum } from '../../model/index.js'
import { isTitle, lineOf, type Piece, withLabel, words } from '../../pieces/index.js'

// The label of an entry in a list that a cell holds; such a cell is more than one provision.
const LISTED = /(?:^|\s)(?:(?:\d{1,2}|\p{L})[.)]|[•–-])\s/u
// Words of a provision; "520 uur" and "€ 50" are values of a table.
const FEWEST_WORDS = 4

// A table with titles above its columns sets provisions only where most of what it says are sentences.
const MOST = 0.6
// A title of a column, or of the part of a table below it.
const MOST_TITLE_WORDS = 6

/**
 * Takes tables apart that set provisions, a row each: a label in the first column, what it says in another, and, behind or before it in italics,
 * what the columns beside that say: who does it, and when. A row of one cell is a title or a text above the rows below it. A table of a
 * file of ours is one.
 */
export function spreadLayouts(pieces: Piece[]): void {
  let heading = 0
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i] as Piece
    heading = piece.blocks[0]?.heading ?? heading
    const rows = layoutOf(piece, heading + 1)
    if (!rows) continue
    pieces.splice(i, 1, ...rows)
    i += rows.length - 1
  }
}

/** What became of rows with more columns than labels and what they say: for a reader to look at. */
export function rowFindings(pieces: readonly Piece[]): Finding[] {
  const rows = pieces.filter(({ beside }) => beside)
  const [first] = rows
  if (!first) return []
  const head = pieces.find(({ reason }) => reason === HEAD)?.text ?? first.text
  return [
    {
      rule: 'import/structure',
      form: 'rows',
      values: { count: rows.length, words: head.slice(0, LONGEST) },
      line: lineOf(first),
    },
  ]
}

// Enough to find the row by.
const LONGEST = 60

type Row = readonly (readonly Inline[])[]

function layoutOf(table: Piece, level: number): Piece[] | undefined {
  const { role, rows = [], blocks } = table
  if (role !== 'table' || blocks.some(({ id }) => id !== undefined)) return undefined
  const most = maximum(rows.map((row) => row.filter((cell) => cell.length > 0).length))
  const kinds = rows.map((row, i) => kindOf(row, i, most))
  const head = kinds.indexOf('head')
  const labelled = rows.filter((_, i) => kinds[i] === 'provision')
  if (kinds.some((kind, i) => kind === undefined || (kind === 'head' && !isHeadAgain(rows, head, i)))) return undefined
  const labels = labelled.map(([cell = []]) => labelIn(textOf(cell).trim()) as Label)
  let titles = 0
  const parts = kinds.flatMap((kind) => {
    if (kind === 'title') titles++
    return kind === 'provision' ? [titles] : []
  })
  if (labels.length === 0 || !isInOrder(labels, parts)) return undefined
  // One row alone counts nothing, unless its label says below what it stands: "3.1".
  if (labels.length === 1 && (labels[0]?.path.length ?? 0) < 2) return undefined
  const at = statementColumn(labelled)
  const said = labelled.map((row) => textOf(row[at] ?? []).trim())
  if (!said.every(isProvision)) return undefined
  const isPlain = head < 0 && labelled.every(({ length }) => length === 2)
  if (!isPlain && said.filter((words) => /[.!?;:]["'”’)]*$/u.test(words)).length < said.length * MOST) return undefined
  return rows.map((row, i) => {
    const label = labelIn(textOf(row[0] ?? []).trim())
    if (kinds[i] === 'head') return headOf(table, row)
    if (kinds[i] !== 'provision' || !label) return partOf(table, row, kinds[i] === 'title' ? level : undefined)
    return provision(table, row, at, label)
  })
}

/** What a row of a table is, when its table sets provisions; undefined when it cannot be part of one. `most` cells with words has a row of it. */
function kindOf(row: Row, i: number, most: number): 'head' | 'title' | 'text' | 'provision' | undefined {
  const cells = row.map((cell) => textOf(cell).trim())
  const full = cells.filter((cell) => cell !== '')
  const isLabelled = labelIn(cells[0] ?? '') !== undefined
  const isAlone = full.length === (isLabelled ? 2 : 1) && full.length < most
  if (isAlone && full.every((cell) => isTitle(cell) && !/[.!?]$/.test(cell))) return 'title'
  if (full.length === 1 && !isLabelled) return 'text'
  if (isLabelled && full.length > 1) return 'provision'
  const isHead =
    full.length > 1 && full.every((cell) => words(cell) <= MOST_TITLE_WORDS && !/[.;:!]$/.test(cell.replace(ABBREVIATED, '')))
  return isHead && !(i > 0 && isLabelled) ? 'head' : undefined
}

// "No.", "Nr.", "Art."
const ABBREVIATED = /^\p{L}{1,4}\.$/u

/** The one row of titles, or the same again above another part. */
const isHeadAgain = (rows: readonly Row[], head: number, i: number): boolean => {
  const textAt = (at: number) => (rows[at] ?? []).map((cell) => textOf(cell).trim()).join(' ')
  return i === head || textAt(i) === textAt(head)
}

/** The column behind the labels that says most. */
function statementColumn(rows: readonly Row[]): number {
  const letters = (at: number) => rows.reduce((sum, row) => sum + textOf(row[at] ?? []).length, 0)
  const columns = Array.from({ length: maximum(rows.map(({ length }) => length)) }, (_, at) => at).slice(1)
  return columns.reduce((best, at) => (letters(at) > letters(best) ? at : best), 1)
}

const isProvision = (said: string): boolean => words(said) >= FEWEST_WORDS && !LISTED.test(said)

// "Lid 1": the word for a numbered paragraph says no more than its number.
const MEMBER = new RegExp(`^(?<word>${phrasesOf('partsMember')})\\s(?<number>\\d{1,2}[a-z]?)$`, 'iu')

/** The label a cell is, and nothing else. */
function labelIn(cell: string): Label | undefined {
  const { word, number } = MEMBER.exec(cell)?.groups ?? {}
  const own = number ?? cell
  const printed = `${own}${/[\p{L}\p{N}]$/u.test(own) ? '.' : ''} `
  const found = readMarker(printed)
  const isLabel = found && found.length === printed.length && found.label.bullet === undefined && found.label.word === undefined
  if (!isLabel) return undefined
  return word === undefined ? found.label : { ...found.label, word, printed: cell }
}

/** Whether each label counts on from the one above it, in the same part of a table or as its own numbers say: "1.4", "2.1". */
const isInOrder = (labels: readonly Label[], parts: readonly number[]): boolean =>
  labels.every(({ readings, path }, i) => {
    const before = labels[i - 1]
    if (!before || parts[i] !== parts[i - 1]) return true
    const isBeside = path.slice(0, -1).join('.') === before.path.slice(0, -1).join('.')
    return isBeside
      ? readings.some(({ style, count }) => before.readings.some((other) => other.style === style && other.count < count))
      : path.length > 1 && path.length === before.path.length && (path[0] ?? 0) > (before.path[0] ?? 0)
  })

const HEAD = 'head of a table of provisions' satisfies Artefact

const joined = (row: Row): Inline[] => tidy(row.flatMap((cell) => [text(' '), ...cell]))

/** A piece of a table, of some of its words. */
function pieceOf({ blocks: [block] }: Piece, content: readonly Inline[], more: Partial<Piece> = {}): Piece {
  const { rows: _, ...rest } = block as NonNullable<typeof block>
  const own = tidy([...content])
  return { blocks: [{ ...rest, content: own }], content: own, text: textOf(own), labelGiven: false, ...more }
}

const headOf = (table: Piece, row: Row): Piece => pieceOf(table, joined(row), { role: 'dropped', reason: HEAD })

/** A title or a text of one cell, with its label before it where it has one. */
function partOf(table: Piece, row: Row, heading: number | undefined): Piece {
  const piece = pieceOf(table, joined(row))
  const marker = readMarker(piece.text)
  if (marker && marker.length < piece.text.length) withLabel(piece, marker.label, marker.length)
  if (heading !== undefined) piece.blocks = piece.blocks.map((block) => ({ ...block, heading }))
  return piece
}

function provision(table: Piece, row: Row, at: number, label: Label): Piece {
  const beside = row.filter((cell, i) => i > 0 && i !== at && textOf(cell).trim() !== '')
  const content = tidy(
    row.flatMap((cell, i): Inline[] => {
      if (i === 0 || textOf(cell).trim() === '') return []
      return [text(' '), ...(i === at ? cell : [{ type: 'emphasis', children: tidy(cell) } as Inline])]
    }),
  )
  const piece = pieceOf(table, [...(row[0] ?? []), text(' '), ...content])
  return { ...piece, content, text: textOf(content), label, ...(beside.length > 0 ? { beside: true } : {}) }
}
