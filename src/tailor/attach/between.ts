import type { ResolvedClause } from '../../resolve/index.js'
import { bestOfEach, holders } from './chosen.js'
import type { ProvisionLink } from './link.js'
import { type Provision, placesOf } from './provisions.js'

/**
 * A clause that stands between two that surely are provisions, in the order of the template, is one of those between them where both come nearest each
 * other by far: in log odds, nearer than the clause comes to any other provision, and than any other clause to that one. Of a copy of which half
 * was put in other words this found five rules more and one wrong; by their place alone four of a school's own would be provisions.
 * Where provisions are known in several wordings (`known`), it says more that a clause is far from all.
 */
const BETWEEN = { sure: 0.9, apart: 6, ofClause: 0.5, ofProvision: 2, least: -2.5, known: -1.5, score: 0.85 } as const

/** Pairs of which those that stand between sure ones are likely, the others as they were. Takes what each comes to `alone`, and the pairs with the surest first. */
export function scoredBetween(
  pairs: readonly ProvisionLink[],
  alone: readonly ProvisionLink[],
  clauses: readonly ResolvedClause[],
  provisions: readonly Provision[],
  areKnown: boolean,
): readonly ProvisionLink[] {
  const least = areKnown ? BETWEEN.known : BETWEEN.least
  const anchors = new Map(holders(bestOfEach(pairs, BETWEEN.sure), provisions).map((link) => [link.clause, link]))
  const idOf = ({ provision }: ProvisionLink): string => provisions[provision]?.id ?? ''
  const order = placesOf(provisions)
  const placeOf = (link: ProvisionLink): number => order.get(idOf(link)) ?? 0
  const rules = clauses.flatMap(({ kind }, at) => (kind === 'section' || kind === 'note' ? [] : [at]))
  const ranks = new Map(rules.map((clause, rank) => [clause, rank]))
  const rankOf = ({ clause }: ProvisionLink): number => ranks.get(clause) ?? 0
  const next = (from: number, step: 1 | -1): ProvisionLink | undefined => {
    for (let rank = from + step; Math.abs(rank - from) <= BETWEEN.apart; rank += step) {
      const anchor = anchors.get(rules[rank] ?? -1)
      if (anchor) return anchor
    }
    return undefined
  }
  const [ofClause, ofProvision] = [rivals(alone, ({ clause }) => clause, idOf), rivals(alone, idOf, ({ clause }) => clause)]
  const held = new Set([...anchors.values()].map(idOf))
  const near = new Set(
    alone
      .filter((link) => {
        const odds = oddsOf(link)
        if (odds < least || anchors.has(link.clause) || held.has(idOf(link))) return false
        if (odds - ofClause(link) < BETWEEN.ofClause || odds - ofProvision(link) < BETWEEN.ofProvision) return false
        const [before, after] = [next(rankOf(link), -1), next(rankOf(link), 1)]
        return before !== undefined && after !== undefined && placeOf(before) < placeOf(link) && placeOf(link) < placeOf(after)
      })
      .map(keyOf),
  )
  return pairs.map((link) => (near.has(keyOf(link)) && link.score < BETWEEN.score ? { ...link, score: BETWEEN.score } : link))
}

const keyOf = ({ clause, provision }: ProvisionLink): string => `${clause} ${provision}`
const oddsOf = ({ score }: ProvisionLink): number => Math.log(score / (1 - score))

/** The best of the other pairs of what a pair is of, in log odds: those with another partner. */
function rivals<K, O>(
  pairs: readonly ProvisionLink[],
  of: (link: ProvisionLink) => K,
  partner: (link: ProvisionLink) => O,
): (link: ProvisionLink) => number {
  const best = new Map<K, { readonly odds: number; readonly partner: O }[]>()
  for (const link of pairs) {
    const odds = oddsOf(link)
    const known = best.get(of(link)) ?? []
    const own = known.find((each) => each.partner === partner(link))
    const others = own ? known.filter((each) => each !== own) : known
    best.set(
      of(link),
      [...others, { odds: Math.max(odds, own?.odds ?? odds), partner: partner(link) }]
        .sort((a, b) => b.odds - a.odds)
        .slice(0, 2),
    )
  }
  return (link) => best.get(of(link))?.find((each) => each.partner !== partner(link))?.odds ?? Number.NEGATIVE_INFINITY
}
