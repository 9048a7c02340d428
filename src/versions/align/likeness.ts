import { bestFirst, type Candidate, type Matching } from './matching.js'
import { commonInOrder, commonWords, holdersOf, type Profile, type Profiles } from './profile.js'
import type { Subject } from './subject.js'

/** A word of more clauses than this leads to none of them: it bounds the work, and what is everywhere says nothing. */
const common = (clauses: number): number => Math.max(12, Math.min(80, clauses / 6))
/** Overlap below which two clauses are not looked at closer. */
const FLOOR = 0.22
/** Texts longer than this (product of their words) are compared as bags of words only. */
const ORDERED = 60_000

/** Pairs of free clauses that share enough words to be looked at, each once. */
export function alikePairs(matching: Matching, { old, next, spread }: Profiles): readonly Candidate[] {
  const free = [...next.values()].filter(({ index }) => matching.toOld[index] === -1)
  const holders = holdersOf(free, spread, common(old.size + next.size))
  const opposite = oppositesOf(matching)
  const found: Candidate[] = []
  for (const a of old.values()) {
    if (matching.toNext[a.index] !== -1) continue
    const near = new Set(opposite(a.index).flatMap((j) => next.get(j) ?? []))
    for (const word of a.bag.words) for (const b of holders[word] ?? []) near.add(b)
    for (const b of near) {
      if (!comparable(matching.old[a.index] as Subject, matching.next[b.index] as Subject)) continue
      const score = likeness(a, b)
      if (score >= FLOOR) found.push({ i: a.index, j: b.index, score })
    }
  }
  return found
}

/** How far from its proportional place among its neighbours a clause is looked for. */
const REACH = 3

/**
 * The free clauses at about the same place between two linked ones: where every clause has changed, by a word replaced throughout, no
 * rare word may lead from one to the other.
 */
function oppositesOf(matching: Matching): (i: number) => readonly number[] {
  const runs = (counterpart: Int32Array): ReadonlyMap<number, readonly number[]> => {
    const found = new Map<number, number[]>()
    let last = -1
    counterpart.forEach((other, k) => {
      const run = found.get(last)
      if (other !== -1) last = k
      else if (run) run.push(k)
      else found.set(last, [k])
    })
    return found
  }
  const inNext = runs(matching.toOld)
  const opposites = new Map<number, readonly number[]>()
  for (const [before, run] of runs(matching.toNext)) {
    const across = inNext.get(before === -1 ? -1 : (matching.toNext[before] as number))
    if (!across) continue
    const reach = REACH * Math.max(run.length, across.length)
    run.forEach((i, k) => {
      const middle = k * across.length
      opposites.set(
        i,
        across.slice(Math.max(0, Math.ceil((middle - reach) / run.length)), Math.floor((middle + reach) / run.length) + 1),
      )
    })
  }
  return (i) => opposites.get(i) ?? []
}

/** Headings are like headings, tables like tables. Two ids that differ were given to two clauses, by someone who knew. */
const comparable = (a: Subject, b: Subject): boolean =>
  a.section === b.section &&
  (a.kind === 'table') === (b.kind === 'table') &&
  (a.kind === 'verbatim') === (b.kind === 'verbatim') &&
  (a.name === undefined || b.name === undefined)

/** What a clause that stands whole in a longer one is worth, and the weight it must have for that not to be chance. */
const CONTAINED = { worth: 0.65, weight: 4, share: 0.75 } as const

/**
 * Likeness of two clauses from 0 to 1: the mean of what they share in any order and in the same order; or, for a clause that was much
 * extended or cut, how much of the shorter one stands in the longer.
 */
function likeness(a: Profile, b: Profile): number {
  const total = a.total + b.total
  if (total === 0) return 0
  const shared = commonWords(a, b)
  const bag = (2 * shared) / total
  const shorter = Math.min(a.total, b.total)
  const within = shorter >= CONTAINED.weight && shared >= shorter * CONTAINED.share
  if ((bag < FLOOR && !within) || a.words.length * b.words.length > ORDERED) return bag
  const inOrder = commonInOrder(a, b)
  const alike = (bag + (2 * inOrder) / total) / 2
  return within ? Math.max(alike, (CONTAINED.worth * inOrder) / shorter) : alike
}

/**
 * The least likeness that makes two clauses one, by how well their places agree: a clause that stands alone between the same
 * neighbours may have been rewritten further than one that would have moved.
 */
const LEAST = { between: 0.3, beside: 0.4, gap: 0.4, inside: 0.45, elsewhere: 0.55 } as const
/** What a place adds to the likeness when pairs compete. */
const WORTH = { between: 0.3, beside: 0.2, gap: 0.15, inside: 0.1, elsewhere: 0 } as const
type Nearness = keyof typeof LEAST

/** The clearest pairs first, so that the next ones have neighbours to be measured by. */
const ROUNDS = [0.75, 0.5, 0] as const

/** Links clauses that were hardly edited, wherever they stand; not headings, which are judged by what stands under them. */
export const linkMuchAlike = (matching: Matching, pairs: readonly Candidate[]): void =>
  linkFrom(
    matching,
    pairs.filter(({ i }) => !matching.old[i]?.section),
    [ROUNDS[0]],
  )

/** Links clauses that were edited: by likeness of words, helped by their places. */
export const linkAlike = (matching: Matching, pairs: readonly Candidate[]): void => linkFrom(matching, pairs, ROUNDS)

function linkFrom(matching: Matching, all: readonly Candidate[], rounds: readonly number[]): void {
  for (const least of rounds) {
    const chosen: Candidate[] = []
    const sameGap = gapsOf(matching)
    for (const { i, j, score } of all) {
      if (!matching.free(i, j) || score < least) continue
      const place = nearness(matching, i, j, sameGap)
      if (score >= LEAST[place]) chosen.push({ i, j, score: score + WORTH[place] })
    }
    for (const { i, j } of chosen.sort(bestFirst)) if (matching.free(i, j)) matching.link(i, j)
  }
}

function nearness(matching: Matching, i: number, j: number, sameGap: (i: number, j: number) => boolean): Nearness {
  const before = matching.same(i - 1, j - 1)
  const after = matching.same(i + 1, j + 1)
  if (before && after) return 'between'
  if (before || after) return 'beside'
  if (sameGap(i, j)) return 'gap'
  return matching.same(matching.old[i]?.parent ?? -1, matching.next[j]?.parent ?? -1) ? 'inside' : 'elsewhere'
}

/** Whether the linked clauses nearest to two clauses, before and behind, are each other's counterparts. */
function gapsOf(matching: Matching): (i: number, j: number) => boolean {
  const nearest = (counterpart: Int32Array): readonly [before: Int32Array, after: Int32Array] => {
    const [before, after] = [new Int32Array(counterpart.length), new Int32Array(counterpart.length)]
    for (let k = 0, last = -1; k < counterpart.length; k++) {
      before[k] = last
      if (counterpart[k] !== -1) last = k
    }
    for (let k = counterpart.length - 1, last = counterpart.length; k >= 0; k--) {
      after[k] = last
      if (counterpart[k] !== -1) last = k
    }
    return [before, after]
  }
  const [old, next] = [nearest(matching.toNext), nearest(matching.toOld)]
  return (i, j) =>
    matching.same(old[0][i] as number, next[0][j] as number) && matching.same(old[1][i] as number, next[1][j] as number)
}
