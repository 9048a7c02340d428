import { cluster } from './cluster.js'
import type { Corpus, Feature } from './features.js'

/** Sentences that make one row, by index in the corpus, with the one that has most in common with the others. */
export interface SentenceGroup {
  readonly centre: number
  readonly members: readonly number[]
  readonly confirmed: boolean
}

/** A link between sentences; a confirmed one is never parted. */
export interface SentenceLink {
  readonly a: number
  readonly b: number
  readonly score: number
  readonly confirmed: boolean
}

/** Scores as whole thousandths, so that no sum depends on the order of its parts. */
const WHOLE = 1000
/** Sentences make one row as long as the average score of their pairs across policies is this high, in thousandths. */
const ROW = 160

/** Groups sentences into rows; `limit` is the most counterparts that were looked for per sentence. */
export function group({ features }: Corpus, links: readonly SentenceLink[], limit: number): readonly SentenceGroup[] {
  const root = joined(features.length, links)
  const weights = links.map(({ a, b, score }) => ({ a, b, weight: Math.round(score * WHOLE) }))
  const parties = features.map(({ policy }) => policy)
  const starts = parties.map((_, index) => root(index))
  const clusters = cluster(parties, starts, weights, { least: ROW, limit })
  const clusterOf = new Int32Array(features.length)
  for (const [at, members] of clusters.entries()) for (const index of members) clusterOf[index] = at
  const inside = new Float64Array(features.length)
  for (const { a, b, weight } of weights) {
    if (clusterOf[a] !== clusterOf[b]) continue
    inside[a] = (inside[a] ?? 0) + weight
    inside[b] = (inside[b] ?? 0) + weight
  }
  return clusters.map((members) => ({
    centre: members.reduce((x, y) => ((inside[y] as number) > (inside[x] as number) ? y : x)),
    members,
    confirmed: members.length > 1 && members.every((index) => starts[index] === starts[members[0] as number]),
  }))
}

/** Brings clauses that a person confirmed as a pair together; gives the first of each set. */
function joined(n: number, links: readonly SentenceLink[]): (index: number) => number {
  const parent = Int32Array.from({ length: n }, (_, index) => index)
  const root = (index: number): number => {
    let at = index
    while (parent[at] !== at) {
      parent[at] = parent[parent[at] as number] as number
      at = parent[at] as number
    }
    return at
  }
  for (const { a, b, confirmed } of links) {
    if (!confirmed) continue
    const [x, y] = [root(a), root(b)]
    parent[Math.max(x, y)] = Math.min(x, y)
  }
  return root
}

/** Part of the schools of a row that must point to a topic for the row to be on it: the words of one school alone may mean something else. */
const BACKED = 0.6

/** The topic the clauses of a group point to most, each clause counting for one, and most schools do; the first in the alphabet of equals. */
export function topicOf(members: readonly Feature[], names: readonly string[]): string | undefined {
  const votes = new Map<string, number>()
  const pointing = new Map<string, Set<number>>()
  for (const { topics, clause, policy } of members) {
    const vote = (name: string, share: number): void => {
      votes.set(name, (votes.get(name) ?? 0) + share)
      pointing.set(name, (pointing.get(name) ?? new Set()).add(policy))
    }
    // What the author says of a clause is not outvoted by its words.
    if (clause.topic !== undefined) vote(clause.topic, 1)
    else
      for (let at = topics.from; at < topics.to; at++)
        vote(names[topics.ids[at] as number] as string, (topics.weights[at] as number) / topics.total)
  }
  const schools = new Set(members.map(({ policy }) => policy)).size
  const backed = [...votes].filter(([name]) => (pointing.get(name)?.size ?? 0) >= BACKED * schools)
  return backed.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0]
}
