import { diffChars } from 'diff'
import type { Edit } from '../compare/index.js'
import { append, type Inline } from '../model/index.js'
import type { Entry, EntryClause } from '../versions/index.js'
import { type Leaf, type Region, slice } from './leaves.js'
import { byMarkup, type Interval, type Look } from './looks.js'

/** A stretch of merged words: in both versions, in the old one only, or in the new one only. */
export interface MergedStretch {
  readonly kind: 'same' | 'deleted' | 'inserted'
  readonly content: readonly Inline[]
  /** Of words in both versions, how they looked in the old one where they look otherwise now. */
  readonly former?: readonly Look[]
}

/** Letters that are the same in both texts, by offset. */
interface Same {
  readonly old: number
  readonly next: number
  readonly length: number
}

/** How the two texts of an entry fit together. */
export interface Fit {
  readonly sames: readonly Same[]
  /** What differs only in typography or printed numbers. */
  readonly quiet: readonly Edit[]
  readonly loud: readonly Edit[]
  /** Whether every difference counts, that of a space too. */
  readonly exact: boolean
  /** Whether the words stand at two places, each with the look it has there. */
  readonly apart?: boolean
}

/** With `exact`, a difference in typography counts as one in words, and so does a link that leads elsewhere; of emphasis it is told how it was. */
export function fitOf(entry: Entry, exact: boolean): Fit {
  const length = entry.old.reduce((sum, piece) => sum + piece.text.length + 1, -1)
  const typography = exact ? entry.typography.flatMap((edit) => refined(edit, entry)) : entry.typography
  const changes = [...entry.edits, ...typography].sort((a, b) => a.old[0] - b.old[0] || a.next[0] - b.next[0])
  const sames: Same[] = []
  let [old, next] = [0, 0]
  const upTo = (end: number) => {
    if (end > old) sames.push({ old, next, length: end - old })
  }
  for (const change of changes) {
    upTo(change.old[0])
    old = change.old[1]
    next = change.next[1]
  }
  upTo(length)
  return exact ? { sames, quiet: [], loud: changes, exact } : { sames, quiet: entry.typography, loud: entry.edits, exact }
}

/** Beyond this many letters that differ, a stretch is marked as a whole. */
const MOST_LETTERS = 200

/** The letters that differ within a stretch of typography, which reaches from the first to the last of them. */
function refined(edit: Edit, { old, next }: Entry): readonly Edit[] {
  const text = (pieces: readonly EntryClause[], [from, to]: Edit['old']) =>
    pieces
      .map((piece) => piece.text)
      .join('\n')
      .slice(from, to)
  const parts = diffChars(text(old, edit.old), text(next, edit.next), { maxEditLength: MOST_LETTERS })
  if (!parts) return [edit]
  const found: Edit[] = []
  let [a, b] = [edit.old[0], edit.next[0]]
  let open: Edit | undefined
  for (const { added, removed, value } of parts) {
    const { length } = value
    if (!added && !removed) {
      if (open) found.push(open)
      open = undefined
      a += length
      b += length
      continue
    }
    open ??= { old: [a, a], next: [b, b] }
    if (removed) a += length
    else b += length
    open = { old: [open.old[0], a], next: [open.next[0], b] }
  }
  return open ? [...found, open] : found
}

/** Whether two footnote marks stand for the same note. */
type SameNote = (old: Leaf, next: Leaf) => boolean

/**
 * The words of two regions as one row of stretches: what is deleted stands before what takes its place. A footnote mark that is in
 * both versions at the same place is the same; any other comes or goes on its own.
 */
export function merge(old: Region, next: Region, fit: Fit, sameNote: SameNote): readonly MergedStretch[] {
  const intervals = intervalsOf(old, next, fit)
  const oldMarks = owned(old, intervals, 'old')
  const nextMarks = owned(next, intervals, 'next')
  return intervals.flatMap((interval, i): MergedStretch[] => {
    const [a, b] = [oldMarks[i] ?? [], nextMarks[i] ?? []]
    if (interval.same) return standing(interval, a, b, next, sameNote)
    return [
      { kind: 'deleted' as const, content: slice(old, ...interval.old, (mark) => a.includes(mark)) },
      { kind: 'inserted' as const, content: slice(next, ...interval.next, (mark) => b.includes(mark)) },
    ].filter(({ content }) => content.length > 0)
  })
}

function intervalsOf(old: Region, next: Region, { sames, quiet, loud, exact, apart = false }: Fit): Interval[] {
  const intervals: Interval[] = []
  let [a, b] = [old.from, next.from]
  const gap = (oldEnd: number, nextEnd: number) => {
    if (oldEnd === a && nextEnd === b) return
    const touches = ({ old: o, next: n }: Edit) => o[0] >= a && o[1] <= oldEnd && n[0] >= b && n[1] <= nextEnd
    const blank = !exact && isBlank(old, a, oldEnd) && isBlank(next, b, nextEnd)
    const same = blank || (quiet.some(touches) && !loud.some(touches))
    intervals.push({ same, old: [a, oldEnd], next: [b, nextEnd] })
  }
  // They ascend in both texts: those that end before the region tell nothing of it, nor do those behind it.
  for (let at = firstWhere(sames, ({ old: from, length }) => from + length > old.from); at < sames.length; at++) {
    const stretch = sames[at] as Same
    if (stretch.old >= old.to || stretch.next >= next.to) break
    // Only letters that are inside both regions are common to them: a word may have gone to another cell.
    const skip = Math.max(0, a - stretch.old, b - stretch.next)
    const from = { old: stretch.old + skip, next: stretch.next + skip }
    const length = Math.min(stretch.length - skip, old.to - from.old, next.to - from.next)
    if (length <= 0) continue
    gap(from.old, from.next)
    a = from.old + length
    b = from.next + length
    const standing: Interval = { same: true, old: [from.old, a], next: [from.next, b] }
    const parts = exact ? byMarkup(standing, old, next) : [standing]
    append(intervals, apart ? parts.map(asExchanged) : parts)
  }
  gap(old.to, next.to)
  const [only, ...others] = intervals
  if (!only) return [{ same: false, old: [a, a], next: [b, b] }]
  // LibreOffice loses the former look of a paragraph of one look.
  return others.length === 0 ? [asExchanged(only)] : intervals
}

/** Where in a row that which holds of one holds of all behind it, it holds first. */
function firstWhere<T>(row: readonly T[], holds: (one: T) => boolean): number {
  let [from, to] = [0, row.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if (holds(row[middle] as T)) to = middle
    else from = middle + 1
  }
  return from
}

/** Words that look otherwise, as others in their place. */
const asExchanged = ({ same, former, old, next }: Interval): Interval => ({ same: same && !former, old, next })

const isBlank = ({ leaves }: Region, from: number, to: number): boolean =>
  leaves.every((leaf) => leaf.text.slice(Math.max(0, from - leaf.from), Math.max(0, to - leaf.from)).trim() === '')

/** The marks of each interval. A mark belongs to the words before it. */
function owned(region: Region, intervals: readonly Interval[], side: 'old' | 'next'): readonly Leaf[][] {
  const marks: Leaf[][] = intervals.map(() => [])
  for (const leaf of region.leaves) {
    if (leaf.inline?.type !== 'footnoteReference') continue
    const at = intervals.findIndex((interval) => interval[side][1] > interval[side][0] && interval[side][1] >= leaf.from)
    marks[at < 0 ? intervals.length - 1 : at]?.push(leaf)
  }
  return marks
}

function standing(
  interval: Interval,
  old: readonly Leaf[],
  next: readonly Leaf[],
  region: Region,
  sameNote: SameNote,
): MergedStretch[] {
  const kept = new Set<Leaf>()
  const events: { at: number; kind: MergedStretch['kind']; mark: Leaf }[] = next.map((mark) => {
    const twin = old.find((other) => !kept.has(other) && sameNote(other, mark))
    if (twin) kept.add(twin)
    return { at: mark.from, kind: twin ? 'same' : 'inserted', mark }
  })
  const shift = interval.next[0] - interval.old[0]
  for (const mark of old)
    if (!kept.has(mark)) events.push({ at: Math.min(mark.from + shift, interval.next[1]), kind: 'deleted', mark })
  events.sort((a, b) => a.at - b.at)

  const stretches: MergedStretch[] = []
  let at = interval.next[0]
  const words = (end: number) => {
    const content = slice(region, at, end)
    if (content.length > 0) stretches.push({ kind: 'same', content, ...(interval.former ? { former: interval.former } : {}) })
    at = end
  }
  for (const event of events) {
    words(event.at)
    const only: Region = { from: event.mark.from, to: event.mark.from, leaves: [event.mark] }
    stretches.push({ kind: event.kind, content: slice(only, 0, 0, () => true) })
  }
  words(interval.next[1])
  return stretches
}
