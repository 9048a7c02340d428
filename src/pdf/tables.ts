import { holdsHash, isFact, isRemark, type SourceBlock, text, textOf, tidy } from '../blocks/index.js'
import { endsSentence } from '../language/index.js'
import { append, type Inline } from '../model/index.js'
import type { PageLine } from './lines.js'
import type { Cell } from './tags.js'

interface Open {
  readonly block: SourceBlock
  readonly rows: Inline[][][]
  readonly page: number
  readonly id: string
  readonly edges?: readonly number[]
  /** Rows of the table on the pages before this one. */
  readonly above: number
}

/** Gathers cells into tables, a table that goes on over pages into one. */
export class Tables {
  readonly #blocks: SourceBlock[]
  readonly #ids: ReadonlyMap<PageLine, string>
  #open: Open | undefined
  // Where the rows of each page after the first begin.
  readonly #pages = new Map<Inline[][][], number[]>()
  // The paragraphs of each cell.
  readonly #parts = new Map<Inline[], readonly Inline[][]>()

  constructor(blocks: SourceBlock[], ids: ReadonlyMap<PageLine, string>) {
    this.#blocks = blocks
    this.#ids = ids
  }

  /** Adds the paragraphs of the cell that a line stands in. */
  add(line: PageLine, paragraphs: readonly (readonly Inline[])[]): void {
    const cell = line.tag?.cell
    if (!cell) return
    const { rows, above } = this.#tableOf(cell, line)
    const at = above + cell.row
    while (rows.length <= at) rows.push([])
    const row = rows[at] as Inline[][]
    while (row.length <= cell.column) row.push([])
    const known = row[cell.column]
    const parts = [...((known && this.#parts.get(known)) ?? []), ...paragraphs.map(tidy)]
    const whole = tidy(parts.flatMap((part) => [text(' '), ...part]))
    this.#parts.set(whole, parts)
    row[cell.column] = whole
  }

  /**
   * Where a table goes on over pages its titles are printed again on each: they are the titles of one table, and what is printed again
   * recurs as a header does.
   */
  finish(): void {
    for (const [rows, starts] of this.#pages) {
      const [head] = rows
      if (!head) continue
      const key = keyOf(head)
      for (const start of [...starts].reverse())
        if (start > 0 && keyOf(rows[start] ?? []) === key && key !== '') this.#setApart(rows, rows.splice(start, 1))
    }
    this.#joinHalves()
    this.#takeFramesApart()
    for (const { rows } of this.#blocks) if (rows && holdsHash({ rows })) this.#listValues(rows as Inline[][][])
  }

  /** A table of which the next page is a table of its own, as browsers tag it: below the same titles it goes on. */
  #joinHalves(): void {
    for (let i = this.#blocks.length - 1; i > 0; i--) {
      const half = this.#blocks[i]
      const at = this.#blocks.findLastIndex(({ artefact, note }, n) => n < i && artefact === undefined && note === undefined)
      const table = this.#blocks[at]
      const [rows, more] = [table?.rows as Inline[][][] | undefined, half?.rows]
      if (!rows || !more || more.length < 2 || half?.page !== (table?.page ?? 0) + 1 || half.id !== undefined) continue
      const [head = [], ...body] = more
      if (keyOf(head) === '' || keyOf(head) !== keyOf(rows[0] ?? [])) continue
      this.#blocks.splice(i, 1)
      append(rows, body.filter((row) => row.length > 0) as Inline[][][])
      this.#setApart(rows, [head as Inline[][]])
    }
  }

  /** What one name of our own colophon has several values for stands below each other in its cell. */
  #listValues(rows: Inline[][][]): void {
    for (const [i, row] of rows.entries()) rows[i] = row.flatMap((cell) => [...(this.#parts.get(cell) ?? [cell])])
  }

  /**
   * A table no row of which has two cells with words is layout where one of them says something about the document, or is a sentence: its
   * cells are paragraphs in a frame. Names alone are a form to be filled in.
   */
  #takeFramesApart(): void {
    for (const [i, { rows, ...place }] of [...this.#blocks.entries()].reverse()) {
      const cells = rows?.map((row) => row.filter((cell) => textOf(cell).trim() !== '')) ?? []
      if (cells.length === 0 || place.content.length > 0 || cells.some((row) => row.length > 1)) continue
      const words = cells.flat().map((cell) => textOf(cell).trim())
      if (!words.some((line) => isFact(line) || isRemark(line) || endsSentence(line))) continue
      this.#blocks.splice(i, 1, ...cells.flat().map((content): SourceBlock => ({ ...place, content: [...content], box: true })))
    }
  }

  #setApart(table: Inline[][][], rows: readonly Inline[][][]): void {
    const at = this.#blocks.findIndex((block) => block.rows === table)
    const { line, page, indent } = this.#blocks[at] as SourceBlock
    const recurring = rows.map(
      (row): SourceBlock => ({
        line,
        ...(page === undefined ? {} : { page }),
        content: tidy(row.flatMap((cell) => [...cell, text(' ')])),
        gap: 0,
        indent,
        artefact: 'running line',
      }),
    )
    this.#blocks.splice(at + 1, 0, ...recurring)
  }

  #tableOf(cell: Cell, line: PageLine): Open {
    const { page, x } = line
    const last = this.#blocks.findLast(({ artefact, note }) => artefact === undefined && note === undefined)
    const open = last !== undefined && last === this.#open?.block ? this.#open : undefined
    if (open?.page === page && open.id === cell.table) return open
    const { edges, table: id } = cell
    const above = open === undefined || page !== open.page + 1 ? undefined : rowsAbove(open, cell)
    if (open && above !== undefined) {
      this.#open = { ...open, page, id, above }
      this.#pages.set(open.rows, [...(this.#pages.get(open.rows) ?? []), above])
    } else {
      const rows: Inline[][][] = []
      const clause = this.#ids.get(line)
      const block: SourceBlock = {
        line: 0,
        page,
        content: [],
        rows,
        gap: 1,
        indent: x,
        ...(clause === undefined ? {} : { id: clause }),
      }
      this.#blocks.push(block)
      this.#open = { block, rows, page, id, above: 0, ...(edges ? { edges } : {}) }
    }
    return this.#open
  }
}

const keyOf = (row: readonly (readonly Inline[])[]): string => row.map(textOf).join('\t').trim()

/** How many rows stand above those of a page, where its table goes on with one of the page before; undefined where it is another. */
function rowsAbove({ rows, edges, above }: Open, cell: Cell): number | undefined {
  // The structure of a tagged table counts the rows of all its pages.
  if (cell.edges === undefined) return edges === undefined && cell.row > 0 ? above : undefined
  const isSame = edges?.length === cell.edges.length && edges.every((edge, i) => Math.abs(edge - (cell.edges?.[i] ?? 0)) < 3)
  if (!isSame) return undefined
  // Rows without words above it, or a row without a first cell, go on with the last one.
  return rows.length - (cell.row === 0 && cell.column > 0 ? 1 : cell.row)
}
