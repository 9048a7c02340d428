import type { Block, Item, Policy } from '../../model/index.js'
import type { Identities } from './identity.js'

export const ROOT = 'root'

/** Where a block stands in one of the three texts. */
export interface OutlinePlace {
  readonly node: Block | Item
  readonly parent: string
}

/** One of the three texts as places: what a clause, a list, a quotation or a rule stands in, and in which order. */
export interface Outline {
  readonly places: ReadonlyMap<string, OutlinePlace>
  readonly children: ReadonlyMap<string, readonly string[]>
}

/**
 * Outlines with one name for a block in all three texts. A clause is known by its identity; a list and a quotation by the most of what stands in
 * it; a rule by how many stand before it.
 */
export function outlinesOf(
  texts: readonly [Policy, Policy, Policy],
  identities: Identities,
): readonly [Outline, Outline, Outline] {
  const [base, theirs, ours] = texts
  const first = outlineOf(base, identities, 'o', [])
  const second = outlineOf(theirs, identities, 't', [first])
  return [first, second, outlineOf(ours, identities, 'u', [first, second])]
}

function outlineOf(policy: Policy, { of }: Identities, side: string, before: readonly Outline[]): Outline {
  const places = new Map<string, OutlinePlace>()
  const children = new Map<string, string[]>()
  const counts = { group: 0 }
  const clauseKey = (node: Block | Item): string | undefined => {
    const key = 'attributes' in node ? of(node) : undefined
    return key === undefined ? undefined : `c${key}`
  }
  const groupKey = (node: Block, inside: readonly string[]): string => {
    for (const other of before) {
      const votes = new Map<string, number>()
      for (const key of inside) {
        const parent = other.places.get(key)?.parent
        if (parent !== undefined && other.places.get(parent)?.node.type === node.type)
          votes.set(parent, (votes.get(parent) ?? 0) + 1)
      }
      const [best] = [...votes].sort(([, a], [, b]) => b - a).filter(([key]) => !places.has(key))
      if (best) return best[0]
    }
    return `${side}${counts.group++}`
  }
  const visit = (nodes: readonly (Block | Item)[], parent: string): void => {
    const rules = { count: 0 }
    const order: string[] = []
    children.set(parent, order)
    for (const node of nodes) {
      const inside = node.type === 'list' ? node.items : 'children' in node ? node.children : []
      const key =
        clauseKey(node) ??
        (node.type === 'rule'
          ? `${parent}/r${rules.count++}`
          : groupKey(
              node as Block,
              inside.flatMap((child) => clauseKey(child) ?? []),
            ))
      order.push(key)
      places.set(key, { node, parent })
      visit(inside, key)
    }
  }
  visit(policy.children, ROOT)
  return { places, children }
}

/** The order of what stands in one place, of three orders: that of the side that changed it, with what only the other side has behind what it follows there. */
export function mergeOrder(base: readonly string[], theirs: readonly string[], ours: readonly string[]): readonly string[] {
  const shared = (order: readonly string[], other: ReadonlySet<string>) => order.filter((key) => other.has(key)).join(' ')
  const [inTheirs, inOurs] = [new Set(theirs), new Set(ours)]
  const everywhere = new Set(base.filter((key) => inTheirs.has(key) && inOurs.has(key)))
  const isOurs = shared(ours, everywhere) !== shared(base, everywhere)
  const [lead, other] = isOurs ? [ours, theirs] : [theirs, ours]
  const order = [...lead]
  const placed = new Set(lead)
  other.forEach((key, i) => {
    if (placed.has(key)) return
    const before = other.slice(0, i).findLast((each) => placed.has(each))
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, key)
    placed.add(key)
  })
  return order
}
