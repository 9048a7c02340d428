import type { ResolvedClause } from '../../resolve/index.js'
import type { ProvisionLink } from './link.js'
import type { Measures } from './measures.js'
import { type Provision, placesOf } from './provisions.js'

/** From this score on a clause says again, or in part, the provision that a surer one is; it says none besides. */
const AGAIN = { anywhere: 0.5, besideIt: 0.35 } as const
/** From this score on a clause says another provision beside its own. */
const BESIDE = 0.9
/** A clause joins a provision that no clause is to its own where both stand at most so many apart and it says so much of it. */
const JOINED = { apart: 2, said: 0.4, letters: 0.2 } as const
/** From this score on a person who is asked is told of another provision that a clause may be, and of how many. */
export const POSSIBLE = 0.1
/** The same of a provision that no clause is likely to be: somewhere it may stand in other words. */
const LOST = 0.01
const FEW = 3

interface Beyond {
  readonly clauses: readonly ResolvedClause[]
  readonly provisions: readonly Provision[]
  readonly measures: (clause: number, provision: number) => Measures | undefined
  /** Every pair, the surest first. */
  readonly pairs: readonly ProvisionLink[]
  /** Of those the best of each clause, and of these the one of each provision. */
  readonly best: readonly ProvisionLink[]
  readonly links: readonly ProvisionLink[]
  /** Ids of the provisions that a clause is likely to be. */
  readonly held: ReadonlySet<string>
}

/** What clauses say beside the provision they are, and what else they may be. */
export function beyond(of: Beyond): { readonly covers: readonly ProvisionLink[]; readonly others: readonly ProvisionLink[] } {
  const { provisions, pairs, best, links } = of
  const [held, bests] = [new Set(links), new Set(best)]
  const keyOf = ({ clause, provision }: ProvisionLink): string => `${clause} ${provisions[provision]?.id ?? ''}`
  const known = new Set(links.map(keyOf))
  const isNew = (pair: ProvisionLink): boolean => !known.has(keyOf(pair)) && known.add(keyOf(pair)) !== undefined
  const isBeside = besideHolder(of)
  const linked = new Set(links.map(({ clause }) => clause))
  const counts = new Map<number, number>()
  const [covers, others]: [ProvisionLink[], ProvisionLink[]] = [joinedIn(of).filter(isNew), []]
  for (const pair of pairs) {
    if (held.has(pair) || !isNew(pair)) continue
    const count = counts.get(pair.clause) ?? 0
    const again = !linked.has(pair.clause) && isBeside(pair) ? AGAIN.besideIt : bests.has(pair) ? AGAIN.anywhere : BESIDE
    if (pair.score >= again) covers.push(pair)
    else if (pair.score >= (of.held.has(provisions[pair.provision]?.id ?? '') ? POSSIBLE : LOST) && count < FEW) {
      counts.set(pair.clause, count + 1)
      others.push(pair)
    }
  }
  return { covers, others }
}

/** Whether a clause stands next to the one that is its provision: a rule that was split. */
function besideHolder({ clauses, provisions, links }: Beyond): (pair: ProvisionLink) => boolean {
  const rules = clauses.flatMap(({ kind }, at) => (kind === 'section' || kind === 'note' ? [] : [at]))
  const ranks = new Map(rules.map((clause, rank) => [clause, rank]))
  const holderOf = new Map(links.map(({ clause, provision }) => [provisions[provision]?.id, ranks.get(clause)]))
  return ({ clause, provision }) => {
    const [own, its] = [ranks.get(clause), holderOf.get(provisions[provision]?.id)]
    return own !== undefined && its !== undefined && Math.abs(own - its) === 1
  }
}

/**
 * Provisions that no clause is and that stand in one that is another: those near it whose words it says, and the items of a list whose
 * lead-in it is, where it has no items itself.
 */
function joinedIn({ clauses, provisions, measures, links }: Beyond): ProvisionLink[] {
  const order = placesOf(provisions)
  const placeOf = (provision: number): number => order.get(provisions[provision]?.id ?? '') ?? Number.NaN
  const heldIds = new Set(links.map(({ provision }) => provisions[provision]?.id))
  const lists = new Set(clauses.map(({ parent }) => parent))
  return provisions.flatMap(({ id, clause: wanted }, provision): ProvisionLink[] => {
    if (heldIds.has(id) || wanted.kind === 'section') return []
    const joined = links.flatMap((link): ProvisionLink[] => {
      const m = measures(link.clause, provision)
      const isItem = wanted.parent === provisions[link.provision]?.clause && !lists.has(clauses[link.clause])
      const isSaid =
        m !== undefined &&
        Math.abs(placeOf(link.provision) - placeOf(provision)) <= JOINED.apart &&
        m.said >= JOINED.said &&
        m.letters >= JOINED.letters
      return isItem || isSaid
        ? [{ clause: link.clause, provision, score: m?.said ?? 0, letters: m?.letters ?? 0, said: m?.said ?? 0 }]
        : []
    })
    return joined.sort((a, b) => b.score - a.score).slice(0, 1)
  })
}
