import type { Corpus, Feature } from './features.js'

/** Clauses that make one row, by index in the corpus, with the clause that holds them together. */
export interface Group {
  readonly centre: number
  readonly members: readonly number[]
  readonly confirmed: boolean
}

/** A link between clauses; a confirmed one is never parted. */
export interface Link {
  readonly a: number
  readonly b: number
  readonly score: number
  readonly confirmed: boolean
}

/** Below this score a pair is shown, but makes no row of two clauses. */
const ROW = 0.4

/**
 * Groups clauses into rows as stars (Aslam, Pelekhov and Rus, 2004): the clause with the most and surest pairs is a centre, its partners
 * belong to it, and so on with what remains; then each clause goes to the centre it is surest of. So every clause of a row is paired
 * with the row's centre, and a chain of likenesses never draws strangers together.
 */
export function group(corpus: Corpus, links: readonly Link[]): readonly Group[] {
  const n = corpus.features.length
  const root = joined(n, links)
  const around = new Map<number, Map<number, number>>()
  const connect = (from: number, to: number, score: number): void => {
    const known = around.get(from) ?? new Map<number, number>()
    known.set(to, Math.max(score, known.get(to) ?? 0))
    around.set(from, known)
  }
  for (const { a, b, score } of links) {
    const [x, y] = [root(a), root(b)]
    if (x === y || score < ROW) continue
    connect(x, y, score)
    connect(y, x, score)
  }
  const weight = (node: number): number => [...(around.get(node)?.values() ?? [])].reduce((sum, score) => sum + score * score, 0)
  const nodes = [...new Set(Array.from({ length: n }, (_, index) => root(index)))]
  const weights = new Map(nodes.map((node) => [node, weight(node)]))
  nodes.sort((a, b) => (weights.get(b) as number) - (weights.get(a) as number) || a - b)

  const centreOf = new Map<number, number>()
  const centres = new Set<number>()
  for (const node of nodes) {
    if (centreOf.has(node)) continue
    centres.add(node)
    for (const other of [node, ...(around.get(node)?.keys() ?? [])]) if (!centreOf.has(other)) centreOf.set(other, node)
  }
  for (const node of nodes) {
    if (centres.has(node)) continue
    let best = 0
    for (const [other, score] of around.get(node) ?? []) {
      if (!centres.has(other) || score < best || (score === best && other > (centreOf.get(node) as number))) continue
      best = score
      centreOf.set(node, other)
    }
  }
  const members = new Map<number, number[]>()
  for (let index = 0; index < n; index++) {
    const centre = centreOf.get(root(index)) as number
    const list = members.get(centre) ?? []
    list.push(index)
    members.set(centre, list)
  }
  return [...members].map(([centre, list]) => ({
    centre,
    members: list,
    confirmed: list.length > 1 && list.every((index) => root(index) === root(centre)),
  }))
}

/** Brings clauses that a person confirmed as a pair together; gives the first of each set. */
function joined(n: number, links: readonly Link[]): (index: number) => number {
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

/** The topic the clauses of a group point to most, each clause counting for one; the first in the alphabet of equals. */
export function topicOf(members: readonly Feature[], names: readonly string[]): string | undefined {
  const votes = new Map<string, number>()
  const vote = (name: string, share: number): void => void votes.set(name, (votes.get(name) ?? 0) + share)
  for (const { topics, clause } of members) {
    // What the author says of a clause is not outvoted by its words.
    if (clause.topic !== undefined) vote(clause.topic, 1)
    else for (const [at, id] of topics.ids.entries()) vote(names[id] as string, (topics.weights[at] as number) / topics.total)
  }
  return [...votes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0]
}
