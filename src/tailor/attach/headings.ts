import type { ResolvedClause } from '../../resolve/index.js'
import type { Link } from './link.js'
import type { Measures } from './measures.js'
import type { Provision } from './provisions.js'

/** What a title is worth beside what stands under it, and what both must come to. */
const TITLE = 0.55
const LEAST = 0.5
/** So many clauses under both make a share of them count half. */
const FEW = 0.5

/** Which heading of a school is which of the template: by the clauses under both, and by their titles. */
export function linkHeadings(
  clauses: readonly ResolvedClause[],
  provisions: readonly Provision[],
  links: readonly Link[],
  measures: (clause: number, provision: number) => Measures | undefined,
): readonly Link[] {
  const below = [new Map<number, number>(), new Map<number, number>()] as const
  const both = new Map<string, number>()
  const add = <K>(into: Map<K, number>, key: K, value: number) => into.set(key, (into.get(key) ?? 0) + value)
  const place = new Map(provisions.map(({ clause }, at) => [clause.index, at]))
  for (const { clause, provision, score } of links) {
    const [own, its] = [above(clauses[clause]), above(provisions[provision]?.clause)]
    for (const heading of own) add(below[0], heading.index, score)
    for (const heading of its) add(below[1], heading.index, score)
    for (const one of own) for (const other of its) add(both, `${one.index} ${other.index}`, score)
  }
  const pairs: Link[] = []
  clauses.forEach((clause, at) => {
    if (clause.kind !== 'section') return
    for (const { clause: heading } of provisions) {
      if (heading.kind !== 'section') continue
      const provision = place.get(heading.index) as number
      const all = (below[0].get(clause.index) ?? 0) + (below[1].get(heading.index) ?? 0)
      const shared = both.get(`${clause.index} ${heading.index}`) ?? 0
      const share = all === 0 ? 0 : (2 * shared) / all
      const letters = measures(at, provision)?.letters ?? 0
      const score = Math.min(1, share * (shared / (shared + FEW)) + TITLE * letters)
      if (score >= LEAST) pairs.push({ clause: at, provision, score, letters })
    }
  })
  const [used, taken] = [new Set<number>(), new Set<number>()]
  return pairs
    .sort((a, b) => b.score - a.score || a.clause - b.clause)
    .filter(({ clause, provision }) => {
      if (used.has(clause) || taken.has(provision)) return false
      used.add(clause)
      taken.add(provision)
      return true
    })
}

function above(clause: ResolvedClause | undefined): readonly ResolvedClause[] {
  const found: ResolvedClause[] = []
  for (let up = clause?.section; up; up = up.section) found.push(up)
  return found
}
