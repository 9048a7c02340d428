import type { ResolvedClause } from '../../resolve/index.js'
import { bestOfEach } from './chosen.js'
import type { ProvisionLink } from './link.js'
import { type Provision, placesOf } from './provisions.js'

/** The log odds of a pair by itself, and what the likely pairs around it add; fitted as those are. */
const AMONG = { alone: 1.15, section: 0.15, beside: 0.75 } as const
/** Pairs from this score on say where others belong. */
const LIKELY = 0.5

/**
 * Scores pairs again by where they stand: a clause whose neighbours are provisions of one section is one of that section, too, and one between
 * the provisions before and after another is that one. Takes pairs with the surest first.
 */
export function scoredAmong(
  pairs: readonly ProvisionLink[],
  clauses: readonly ResolvedClause[],
  provisions: readonly Provision[],
): readonly ProvisionLink[] {
  const found = new Map(bestOfEach(pairs, LIKELY).map((link) => [link.clause, link]))
  const idOf = (provision: number): string => provisions[provision]?.id ?? ''
  const sectionOf = (provision: number) => provisions[provision]?.clause.section
  const order = placesOf(provisions)
  const placeOf = (provision: number): number => order.get(idOf(provision)) ?? 0
  const rules = clauses.flatMap(({ kind }, at) => (kind === 'section' || kind === 'note' ? [] : [at]))
  const ranks = new Map(rules.map((clause, rank) => [clause, rank]))
  const mates = new Map<ResolvedClause | undefined, number[]>()
  for (const clause of rules) {
    const { section } = clauses[clause] as ResolvedClause
    const known = mates.get(section)
    if (known) known.push(clause)
    else mates.set(section, [clause])
  }

  /** How surely the others of its section are provisions of the section of this one, 0 to 1. */
  const inSection = ({ clause, provision }: ProvisionLink): number => {
    let [count, sure] = [0, 0]
    for (const mate of mates.get(clauses[clause]?.section) ?? []) {
      const link = found.get(mate)
      if (!link || mate === clause || idOf(link.provision) === idOf(provision)) continue
      count++
      if (sectionOf(link.provision) === sectionOf(provision)) sure += link.score
    }
    return sure / (count + 1)
  }
  /** How surely the clauses before and after are the provisions before and after, 0 to 1; half of that where one is skipped. */
  const beside = ({ clause, provision }: ProvisionLink): number =>
    [-1, 1].reduce((sum, step) => {
      const link = found.get(rules[(ranks.get(clause) ?? 0) + step] ?? -1)
      const steps = link ? (placeOf(link.provision) - placeOf(provision)) * step : 0
      return sum + (steps === 1 ? 0.5 : steps === 2 ? 0.25 : 0) * (link?.score ?? 0)
    }, 0)

  return pairs.map((pair) => {
    const alone = Math.log(pair.score / (1 - pair.score))
    const odds = AMONG.alone * alone + AMONG.section * inSection(pair) + AMONG.beside * beside(pair)
    return { ...pair, score: 1 / (1 + Math.exp(-odds)) }
  })
}
