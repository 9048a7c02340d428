import { noteMarks } from '../../model/index.js'
import type { Entry, EntryClause } from '../../versions/index.js'
import { primary } from './primary.js'
import type { ShownRow } from './rows.js'
import type { RowPair } from './weave.js'

/** A clause that one row shows as it is now, with what came and went in it. Of several that belong together it is the first. */
export function pairsByPlace(
  old: readonly ShownRow[],
  next: readonly ShownRow[],
  entryOf: (row: ShownRow) => Entry | undefined,
): readonly RowPair[] {
  const places = placesOf(old)
  return next.flatMap((row, at): RowPair[] => {
    const entry = entryOf(row)
    const [before] = entry?.old ?? []
    if (!entry || entry.moved || !before || entry.next[0]?.clause !== row.clause) return []
    const place = places.get(before.clause.index)
    return place === undefined ? [] : [one(old, next, place, at)]
  })
}

/**
 * What one row, or a few that run on into each other, can show so that the words of both versions can be had from it: a clause that
 * stayed, one that was divided over the next few, several that became one, a line between the same clauses.
 */
export function pairsInFull(
  old: readonly ShownRow[],
  next: readonly ShownRow[],
  entryOf: (row: ShownRow) => Entry | undefined,
): readonly RowPair[] {
  const places = { old: placesOf(old), next: placesOf(next) }
  const pairs = next.flatMap((row): readonly RowPair[] => {
    const entry = entryOf(row)
    if (!entry || entry.moved || entry.old.length === 0 || entry.next[0]?.clause !== row.clause) return []
    return divided(entry, old, next, places) ?? alone(entry, old, next, places)
  })
  return withRules(
    old,
    next,
    pairs.sort((x, y) => x.next - y.next),
  )
}

/** Where a clause has its row. */
type Places = ReadonlyMap<number | undefined, number>

const placesOf = (rows: readonly ShownRow[]): Places => new Map(rows.map(({ clause }, at) => [clause?.index, at]))

/** The clause with the first footnote. LibreOffice does not read what is tracked of its end, so that it must keep its own. */
const firstNoted = (rows: readonly ShownRow[]): ShownRow['clause'] =>
  rows.find(({ clause }) => clause && clause.node.type !== 'note' && noteMarks(clause.node).length > 0)?.clause

function one(old: readonly ShownRow[], next: readonly ShownRow[], a: number, b: number): RowPair {
  const [before, row] = [old[a], next[b]] as [ShownRow, ShownRow]
  return { old: a, next: b, olds: 1, nexts: 1, rows: [{ ...row, shared: { before } }] }
}

/** The one clause on each side that can stand in one row. */
function alone(
  entry: Entry,
  old: readonly ShownRow[],
  next: readonly ShownRow[],
  places: { readonly old: Places; readonly next: Places },
): readonly RowPair[] {
  const main = primary(entry)
  const [before, after] = [entry.old[main.old], entry.next[main.next]]
  if (!before || !after || !canBeOne(entry, before, after)) return []
  const [a, b] = [places.old.get(before.clause.index), places.next.get(after.clause.index)]
  return a === undefined || b === undefined ? [] : [one(old, next, a, b)]
}

/** The rows of clauses that follow each other, each but the last with an end that the other version does not have. */
function divided(
  entry: Entry,
  old: readonly ShownRow[],
  next: readonly ShownRow[],
  places: { readonly old: Places; readonly next: Places },
): readonly RowPair[] | undefined {
  const [olds, nexts] = [entry.old.length, entry.next.length]
  if (olds + nexts === 2 || ![...entry.old, ...entry.next].every(isLine)) return undefined
  const noted = [firstNoted(old), firstNoted(next)]
  if ([...entry.old, ...entry.next].some(({ clause }) => noted.includes(clause))) return undefined
  const [a, b] = [inARow(entry.old, places.old), inARow(entry.next, places.next)]
  const [before, row] = [old[a ?? -1], next[b ?? -1]]
  if (a === undefined || b === undefined || !before || !row) return undefined
  const rows =
    nexts > 1
      ? next.slice(b, b + nexts).map((each, part) => ({ ...each, shared: { before, part, ...endOf(part, nexts, 'inserted') } }))
      : old.slice(a, a + olds).map((each, part) => ({
          ...row,
          // What stands inside an item stands in the last of its rows.
          containers: part < olds - 1 ? apart(row.containers) : row.containers,
          shared: { before: each, part, ...endOf(part, olds, 'deleted') },
        }))
  return [{ old: a, next: b, olds, nexts, rows }]
}

const endOf = <T extends 'inserted' | 'deleted'>(part: number, parts: number, end: T): { end?: T } =>
  part < parts - 1 ? { end } : {}

const apart = (containers: ShownRow['containers']): ShownRow['containers'] =>
  containers.map((container, i) => (i === containers.length - 1 && container.type === 'item' ? { ...container } : container))

/** A clause that is one line of words. */
const isLine = ({ clause: { kind } }: EntryClause): boolean => kind === 'paragraph' || kind === 'item'

function inARow(pieces: readonly EntryClause[], places: Places): number | undefined {
  const at = pieces.map(({ clause }) => places.get(clause.index))
  const [first] = at
  return first !== undefined && at.every((place, i) => place === first + i) ? first : undefined
}

/** Whether one row can hold both versions letter for letter. */
function canBeOne({ old, next }: Entry, before: EntryClause, after: EntryClause): boolean {
  const [from, to] = [before.clause.kind, after.clause.kind]
  if (from !== to) return isText(from) && isText(to)
  if (from === 'verbatim') return before.text === after.text
  if (from === 'table') return old.length + next.length === 2 && columns(before) === columns(after)
  return true
}

const isText = (kind: EntryClause['clause']['kind']): boolean => kind === 'paragraph' || kind === 'item' || kind === 'section'

const columns = ({ clause: { node } }: EntryClause): number => (node.type === 'table' ? (node.rows[0]?.cells.length ?? 0) : 0)

/** With the lines between clauses that stand behind the same clause in both versions. */
function withRules(old: readonly ShownRow[], next: readonly ShownRow[], pairs: readonly RowPair[]): readonly RowPair[] {
  const behind = (a: number, b: number): RowPair[] =>
    old[a]?.node.type === 'rule' && next[b]?.node.type === 'rule' ? [one(old, next, a, b), ...behind(a + 1, b + 1)] : []
  return [...behind(0, 0), ...pairs.flatMap((pair) => [pair, ...behind(pair.old + pair.olds, pair.next + pair.nexts)])]
}
