import { type Fit, type Region, within } from '../../merged/index.js'
import type { Change, DocInline } from '../../present/index.js'
import type { Entry } from '../../versions/index.js'
import { primary } from './primary.js'
import type { ShownRow } from './rows.js'
import type { SideName } from './setting.js'
import { regionOf, type VersionWords, whole } from './words.js'

/** The words of a row, and what happened to them. */
export interface Shown {
  readonly content: readonly DocInline[]
  readonly change?: Change
}

/** Gives every moved clause a name that is the same at both its places. */
type MoveNames = (entry: Entry) => string

const place = (row: ShownRow, entry: Entry): number =>
  entry[row.side].findIndex(({ clause }) => clause.index === row.clause?.index)

/** All words of a row's own version: as new, as gone or, of a clause that is in both versions, as moved. */
export function oneSided(row: ShownRow, entry: Entry, words: VersionWords, moveOf: MoveNames): Shown {
  const { side } = row
  const [type, change] = side === 'old' ? (['deletion', 'deleted'] as const) : (['insertion', 'inserted'] as const)
  const own = regionOf(entry[side].slice(place(row, entry)).slice(0, 1), words.printed[side])
  if (!own) return { content: [], change }
  const before = regionOf(entry.old, words.printed.old)
  const after = regionOf(entry.next, words.printed.next)
  const moved = entry.old.length === 1 && entry.next.length === 1 && before && after
  if (!moved) return { content: words.show(whole(own), side, { type }), change }
  // What stayed the same moved; other words came or went on their own.
  const move = moveOf(entry)
  const content = words.merged(before, after, { ...words.fit(entry), apart: true }).flatMap((inline): DocInline[] => {
    if (inline.type === 'insertion' || inline.type === 'deletion') return inline.type === type ? [inline] : []
    return [{ type, move, children: [inline] }]
  })
  return { content, change: content.some((inline) => 'move' in inline) ? 'moved' : change }
}

/**
 * The words of both versions in one row. Of a clause that was split each clause has its share of them. With `complete`, so has each of
 * those that became one; where they do not stand in a row, all words that stayed stand with the clause that has most of them.
 */
export function bothSided(row: ShownRow, entry: Entry, words: VersionWords, complete: boolean): Shown {
  const at = place(row, entry)
  const edited =
    entry.edits.length > 0 ||
    entry.reasons.some(({ kind }) => kind === 'level') ||
    entry.fate === 'split' ||
    entry.fate === 'merged'
  const change: Change | undefined = entry.moved && at === 0 ? 'moved' : edited ? 'edited' : undefined
  const [before, after] = [regionOf(entry.old, words.printed.old), regionOf(entry.next, words.printed.next)]
  if (!before || !after) return { content: [], ...(change ? { change } : {}) }
  const fit = words.fit(entry)
  const part = complete ? row.shared?.part : at
  const [from, to] =
    entry.fate === 'split' && part !== undefined
      ? partOf(entry.next, part, before, after, fit.sames)
      : part !== undefined && complete
        ? mirrored(partOf(entry.old, part, after, before, fit.sames.map(turned)))
        : complete
          ? [pieceOf(entry, 'old', before), pieceOf(entry, 'next', after)]
          : [before, after]
  return { content: words.merged(from, to, fit), ...(change ? { change } : {}) }
}

function pieceOf(entry: Entry, side: SideName, region: Region): Region {
  if (entry[side].length === 1) return region
  const at = primary(entry)[side]
  const from = entry[side].slice(0, at).reduce((sum, { text }) => sum + text.length + 1, 0)
  return within(region, from, from + (entry[side][at]?.text.length ?? 0))
}

type Same = Fit['sames'][number]

const turned = ({ old, next, length }: Same): Same => ({ old: next, next: old, length })
const mirrored = ([a, b]: readonly [Region, Region]): readonly [Region, Region] => [b, a]

/** What one of the clauses of a split has of the old words, and its own. Words that are gone stay with the part they stood in. */
export function partOf(
  parts: Entry['next'],
  at: number,
  before: Region,
  after: Region,
  sames: readonly Same[],
): readonly [Region, Region] {
  const starts = parts.map((_, i) => parts.slice(0, i).reduce((sum, { text }) => sum + text.length + 1, 0))
  const oldStart = (i: number): number => {
    const start = starts[i]
    if (i === 0) return before.from
    if (start === undefined) return before.to
    const same = sames.find(({ next: from, length }) => from + length > start)
    return same ? Math.min(same.old + Math.max(0, start - same.next), before.to) : before.to
  }
  const start = starts[at] ?? after.from
  return [within(before, oldStart(at), oldStart(at + 1)), within(after, start, start + (parts[at]?.text.length ?? 0))]
}
