import type { TokenEdit, Tokenised } from './edits.js'
import type { Token } from './tokens.js'

/**
 * The same edits with what stands in one cell of a table apart from what stands in the next: where a cell changed and the row behind it is
 * new, both are marked as one edit, and nobody is to take what stands in the new row for what became of the cell.
 *
 *     caretaker → office ⏎ Ritalin ⇥ head teacher      caretaker → office, and → Ritalin, → head teacher
 */
export const cellByCell = (edits: readonly TokenEdit[], old: Tokenised, next: Tokenised): readonly TokenEdit[] =>
  edits.flatMap((each) => (isOverCells(each) ? parted(each, old, next) : each))

const isBreak = ({ kind }: Token): boolean => kind === 'break'
const isOverCells = ({ old, next }: TokenEdit): boolean => old.length > 0 && next.length > 0 && [...old, ...next].some(isBreak)

/** The tokens of a stretch, row by row, cell by cell. */
type Rows = readonly (readonly (readonly Token[])[])[]

function rowsOf(tokens: readonly Token[]): Rows {
  const rows: Token[][][] = [[[]]]
  for (const token of tokens) {
    if (!isBreak(token)) rows.at(-1)?.at(-1)?.push(token)
    else if (token.key === '\n') rows.push([[]])
    else rows.at(-1)?.push([])
  }
  return rows
}

const NONE: readonly (readonly Token[])[] = []

function parted({ edit, old: was, next: is }: TokenEdit, old: Tokenised, next: Tokenised): readonly TokenEdit[] {
  const [ones, others] = [rowsOf(was), rowsOf(is)]
  // Within a row the first of each goes on with the same row; else the last does, where both end in one.
  const begins = !isRowEnd(old.text[edit.old[0] - 1]) && !isRowEnd(next.text[edit.next[0] - 1])
  const ends = !isRowEnd(old.text[edit.old[1]]) && !isRowEnd(next.text[edit.next[1]])
  const pairs: (readonly [readonly (readonly Token[])[], readonly (readonly Token[])[]])[] = []
  const [first, other] = [[...ones], [...others]]
  if (begins || first.length === other.length) pairs.push([first.shift() ?? NONE, other.shift() ?? NONE])
  const last = (ends || first.length === other.length) && first.length > 0 && other.length > 0
  const closing = last ? [[first.pop() ?? NONE, other.pop() ?? NONE] as const] : []
  const between = [...first.map((row) => [row, NONE] as const), ...other.map((row) => [NONE, row] as const)]
  const cells = [...pairs, ...between, ...closing].flatMap(([row, twin]) =>
    Array.from({ length: Math.max(row.length, twin.length) }, (_, at) => [row[at] ?? [], twin[at] ?? []] as const),
  )
  const place = { old: edit.old[0], next: edit.next[0] }
  return cells.flatMap(([left, right]): TokenEdit[] => {
    const [range, twin] = [rangeOf(left, place.old), rangeOf(right, place.next)]
    ;[place.old, place.next] = [range[1], twin[1]]
    return isSame(left, right) ? [] : [{ edit: { old: range, next: twin }, old: left, next: right }]
  })
}

const isRowEnd = (sign: string | undefined): boolean => sign === undefined || sign === '\n'
const rangeOf = (tokens: readonly Token[], place: number): readonly [number, number] => [
  tokens[0]?.from ?? place,
  tokens.at(-1)?.to ?? place,
]
const isSame = (one: readonly Token[], other: readonly Token[]): boolean =>
  one.length === other.length && one.every(({ key }, at) => key === other[at]?.key)
