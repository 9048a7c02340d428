import { append } from '../../model/index.js'
import type { Container, ShownRow } from './rows.js'

/** What stands in both versions, by the place of its first row in either. */
export interface RowPair {
  readonly old: number
  readonly next: number
  /** How many rows of either version it is. */
  readonly olds: number
  readonly nexts: number
  /** The rows that show it. */
  readonly rows: readonly ShownRow[]
}

/** The most pairs that stand in the same order in both versions: what stayed put. `pairs` in the order of the new version. */
export function inOrder(pairs: readonly RowPair[]): readonly RowPair[] {
  // Patience sorting: `ends[k]` ends the lowest increasing run of k + 1 pairs so far.
  const ends: number[] = []
  const before: number[] = []
  pairs.forEach(({ old }, i) => {
    let [low, high] = [0, ends.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((pairs[ends[middle] as number] as RowPair).old < old) low = middle + 1
      else high = middle
    }
    before[i] = ends[low - 1] ?? -1
    ends[low] = i
  })
  const chosen: RowPair[] = []
  for (let i = ends.at(-1) ?? -1; i >= 0; i = before[i] as number) chosen.unshift(pairs[i] as RowPair)
  return chosen
}

/**
 * One row of rows in which those of the new version keep their order, those of the old one theirs, and an anchored pair has
 * its own rows. Of the old version only what `kept` names is taken besides.
 *
 * What is gone stands right behind what it stood behind, before what is new there; a section that is gone, with what follows it, behind
 * what was added to the section before it.
 */
export function weave(
  old: readonly ShownRow[],
  next: readonly ShownRow[],
  anchors: readonly RowPair[],
  kept: (row: ShownRow) => boolean,
): readonly ShownRow[] {
  const containers = counterparts(old, next, anchors)
  const woven: ShownRow[] = []
  let [a, b] = [0, 0]
  for (const anchor of [...anchors, { old: old.length, next: next.length, olds: 0, nexts: 0, rows: [] }]) {
    const gone = old
      .slice(a, anchor.old)
      .filter(kept)
      .map((row) => ({ ...row, containers: row.containers.map((container) => containers.get(container) ?? container) }))
    const come = next.slice(b, anchor.next)
    const [goneHead, comeHead] = [gone, come].map((rows) => {
      const at = rows.findIndex(({ node }) => node.type === 'section')
      return at < 0 ? rows.length : at
    }) as [number, number]
    append(woven, [
      ...gone.slice(0, goneHead),
      ...come.slice(0, comeHead),
      ...gone.slice(goneHead),
      ...come.slice(comeHead),
      ...anchor.rows,
    ])
    a = anchor.old + anchor.olds
    b = anchor.next + anchor.nexts
  }
  return woven
}

/** The list, item or quotation of the new version that took the place of one of the old. */
function counterparts(
  old: readonly ShownRow[],
  next: readonly ShownRow[],
  anchors: readonly RowPair[],
): ReadonlyMap<Container, Container> {
  const found = new Map<Container, Container>()
  for (const anchor of anchors) {
    const [from, to] = [old[anchor.old]?.containers ?? [], next[anchor.next]?.containers ?? []]
    if (from.length !== to.length) continue
    from.forEach((container, i) => {
      const other = to[i]
      if (other?.type === container.type && !found.has(container)) found.set(container, other)
    })
  }
  return found
}
