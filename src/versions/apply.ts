import type { Edit } from '../compare/index.js'
import type { Comparison, Entry, EntryClause } from './comparison.js'

/** The texts of the new version's clauses, made from those of the old one: `apply(diff(a, b), a) = b`. By clause index, as both ways. */
export const applyComparison = (comparison: Pick<Comparison, 'entries'>, old: readonly string[]): readonly string[] =>
  made(
    comparison.entries,
    old,
    (entry) => [entry.old, entry.next],
    (edit) => [edit.old, edit.next],
  )

/** The texts of the old version's clauses, made from those of the new one. */
export const revertComparison = (comparison: Pick<Comparison, 'entries'>, next: readonly string[]): readonly string[] =>
  made(
    comparison.entries,
    next,
    (entry) => [entry.next, entry.old],
    (edit) => [edit.next, edit.old],
  )

type Range = readonly [from: number, to: number]

function made(
  entries: readonly Entry[],
  given: readonly string[],
  sides: (entry: Entry) => readonly [from: readonly EntryClause[], to: readonly EntryClause[]],
  ranges: (edit: Edit) => readonly [from: Range, to: Range],
): readonly string[] {
  const texts: string[] = []
  for (const entry of entries) {
    const [from, to] = sides(entry)
    const source = from.map((piece) => given[piece.clause.index] ?? '').join('\n')
    const target = to.map((piece) => piece.text).join('\n')
    const edits = [...entry.edits, ...entry.typography].map(ranges).sort(([a, x], [b, y]) => a[0] - b[0] || x[0] - y[0])
    let text = ''
    let at = 0
    for (const [[start, end], replacement] of edits) {
      text += source.slice(at, start) + target.slice(...replacement)
      at = end
    }
    text = from.length === 0 ? target : text + source.slice(at)
    let start = 0
    for (const piece of to) {
      texts[piece.clause.index] = text.slice(start, start + piece.text.length)
      start += piece.text.length + 1
    }
  }
  return texts
}
