import type { ResolvedClause } from '../../resolve/index.js'
import type { ProvisionLink } from './link.js'
import type { Provision } from './provisions.js'
import type { Told } from './relatives.js'

/** What a title is worth beside what stands under it, and what both must come to. */
const TITLE = 0.7
const LEAST = 0.5
/** What they must come to for a person to be told of a heading that it may be. */
const POSSIBLE = 0.25
/** So many clauses under both make a share of them count half. */
const FEW = 0.5

/** A heading has another for a counterpart, too, where so many clauses and such a share of a section stand under both. */
const JOINED = { least: 2, share: 0.6 } as const

/** Which heading of a school is which of the template: by the clauses under both, and by their titles. */
export function linkHeadings(
  clauses: readonly ResolvedClause[],
  provisions: readonly Provision[],
  links: readonly ProvisionLink[],
  titles: (clause: number, provision: number) => number,
  told: (clause: number, provision: Provision) => Told | undefined,
): {
  readonly links: readonly ProvisionLink[]
  readonly covers: readonly ProvisionLink[]
  readonly others: readonly ProvisionLink[]
} {
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
  const sections = provisions.flatMap(({ clause }, at) => (clause.kind === 'section' ? [at] : []))
  const pairs: ProvisionLink[] = []
  clauses.forEach((clause, at) => {
    if (clause.kind !== 'section') return
    for (const each of provisions) {
      const { clause: heading } = each
      if (heading.kind !== 'section') continue
      const provision = place.get(heading.index) as number
      const all = (below[0].get(clause.index) ?? 0) + (below[1].get(heading.index) ?? 0)
      const shared = both.get(`${clause.index} ${heading.index}`) ?? 0
      const share = all === 0 ? 0 : (2 * shared) / all
      const { by = 0, against = 0 } = told(at, each) ?? {}
      const near = Math.max(titles(at, provision), by)
      const rival = sections.reduce((most, other) => (other === provision ? most : Math.max(most, titles(at, other))), against)
      const letters = Math.max(0, near - Math.max(0, rival - near))
      const score = Math.min(1, share * (shared / (shared + FEW)) + TITLE * letters)
      if (score >= POSSIBLE) pairs.push({ clause: at, provision, score, letters, said: 0 })
    }
  })
  pairs.sort((a, b) => b.score - a.score || a.clause - b.clause)
  const [used, taken] = [new Set<number>(), new Set<number>()]
  const found = pairs.filter(({ clause, provision, score }) => {
    if (score < LEAST || used.has(clause) || taken.has(provision)) return false
    used.add(clause)
    taken.add(provision)
    return true
  })
  const free = { own: (at: number) => !used.has(at), its: (at: number) => !taken.has(at) }
  const held = new Set(found)
  return {
    links: found,
    covers: joinedSections(clauses, provisions, links, free),
    others: pairs.filter((pair) => !held.has(pair)),
  }
}

/**
 * Of headings that have no counterpart: the one that most of a section of the template stands under, or of which most of what stands under
 * this one is a part. Sections were joined, or one was split.
 */
function joinedSections(
  clauses: readonly ResolvedClause[],
  provisions: readonly Provision[],
  links: readonly ProvisionLink[],
  isFree: { readonly own: (clause: number) => boolean; readonly its: (provision: number) => boolean },
): readonly ProvisionLink[] {
  const [owns, theirs] = [
    new Map(clauses.map((each, at) => [each, at])),
    new Map(provisions.map(({ clause }, at) => [clause, at])),
  ]
  const under = links.flatMap(({ clause, provision }) => {
    const [own, its] = [
      owns.get(clauses[clause]?.section as ResolvedClause),
      theirs.get(provisions[provision]?.clause.section as ResolvedClause),
    ]
    return own === undefined || its === undefined ? [] : [{ clause: own, provision: its }]
  })
  const count = (is: (each: (typeof under)[number]) => boolean): number => under.filter(is).length
  const keys = new Set(under.map(({ clause, provision }) => `${clause} ${provision}`))
  return [...keys].flatMap((key): ProvisionLink[] => {
    const [clause, provision] = key.split(' ').map(Number) as [number, number]
    const both = count((each) => each.clause === clause && each.provision === provision)
    const ofOwn = isFree.own(clause) ? both / count((each) => each.clause === clause) : 0
    const ofIts = isFree.its(provision) ? both / count((each) => each.provision === provision) : 0
    const share = Math.max(ofOwn, ofIts)
    const score = share * (both / (both + FEW))
    return both >= JOINED.least && share >= JOINED.share ? [{ clause, provision, score, letters: 0, said: 0 }] : []
  })
}

function above(clause: ResolvedClause | undefined): readonly ResolvedClause[] {
  const found: ResolvedClause[] = []
  for (let up = clause?.section; up; up = up.section) found.push(up)
  return found
}
