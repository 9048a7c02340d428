import { longestIncreasing } from '../../compare/index.js'
import type { Matching } from './matching.js'
import { isLevelled, type Subject } from './subject.js'

/** A clause with its counterpart. */
interface Pair {
  readonly i: number
  readonly j: number
}

/**
 * The old clauses that moved. Within each pair of linked parents the longest common order stays put; the others moved, and so did what
 * stands in another parent now. A clause that went along with its section or item did not move itself.
 *
 * A heading put between, or taken away from between, clauses that stay gives them another parent; they have not moved when they keep
 * their place in the order of the document. Nor does a heading move that only went to another level, or what that puts under another heading.
 */
export function movedOf(matching: Matching, pairs: readonly Pair[]): ReadonlySet<number> {
  const moved = new Set<number>()
  const within = new Map<number, Pair[]>()
  const astray: Pair[] = []
  for (const pair of pairs) {
    const above = linkedParent(matching, pair)
    if (above.same) {
      const list = within.get(above.i)
      if (list) list.push(pair)
      else within.set(above.i, [pair])
    } else if (above.explained) astray.push(pair)
    else moved.add(pair.i)
  }
  for (const list of within.values()) for (const { i } of outOfOrder(matching, list)) moved.add(i)
  if (astray.length > 0) {
    const displaced = new Set(outOfOrder(matching, pairs).map(({ i }) => i))
    for (const { i } of astray) if (displaced.has(i)) moved.add(i)
  }
  return moved
}

/** The nearest linked clauses above both, and whether a heading that came, went or went to another level explains that they differ. */
function linkedParent({ old, next, toNext, toOld }: Matching, { i, j }: Pair): { i: number; same: boolean; explained: boolean } {
  let a = old[i]?.parent ?? -1
  let b = next[j]?.parent ?? -1
  const [directA, directB] = [a, b]
  // A line in bold that became a heading has a counterpart, and nothing stood in it before.
  const holds = (subject: Subject | undefined, counterpart: Subject | undefined) => counterpart?.section === subject?.section
  while (a !== -1 && !(toNext[a] !== -1 && holds(old[a], next[toNext[a] as number]))) a = old[a]?.parent ?? -1
  while (b !== -1 && !(toOld[b] !== -1 && holds(next[b], old[toOld[b] as number]))) b = next[b]?.parent ?? -1
  const levelled = (x: number, y: number) => isLevelled(old[x], next[y])
  const relevelled = levelled(i, j) || levelled(a, toNext[a] ?? -1) || levelled(toOld[b] ?? -1, b)
  return { i: a, same: a === -1 ? b === -1 : toNext[a] === b, explained: relevelled || a !== directA || b !== directB }
}

/** What must move to bring pairs into order, as few as can be; of equally few, the shortest texts. */
function outOfOrder(matching: Matching, pairs: readonly Pair[]): readonly Pair[] {
  const ordered = [...pairs].sort((x, y) => x.i - y.i)
  if (ordered.every((pair, k) => k === 0 || pair.j > (ordered[k - 1] as Pair).j)) return []
  const letters = lettersOf(matching)
  const { old, next } = matching
  // The count decides, then the letters, then the words themselves: the same either way around.
  const weight = (position: number): number => {
    const { i, j } = ordered[position] as Pair
    return 1e12 + Math.min(letters(i, j), 99_999) * 100 + ((digest(old[i]?.text ?? '') + digest(next[j]?.text ?? '')) % 100)
  }
  const kept = new Set(
    longestIncreasing(
      ordered.map(({ j }) => j),
      weight,
    ),
  )
  return ordered.filter((_, position) => !kept.has(position))
}

/** The letters that would move with a pair: its own and, for a heading or an item with items of its own, all below it. */
function lettersOf({ old, next }: Matching): (i: number, j: number) => number {
  const below = (subjects: readonly Subject[]): Float64Array => {
    const sums = Float64Array.from(subjects, ({ text }) => text.length)
    for (let k = subjects.length - 1; k >= 0; k--) {
      const parent = subjects[k]?.parent ?? -1
      if (parent >= 0) sums[parent] = (sums[parent] ?? 0) + (sums[k] as number)
    }
    return sums
  }
  const [a, b] = [below(old), below(next)]
  return (i, j) => (a[i] as number) + (b[j] as number)
}

const digest = (text: string): number => {
  let sum = 7
  for (let k = 0; k < text.length; k++) sum = (sum * 31 + text.charCodeAt(k)) % 9973
  return sum
}
