import type { ProvisionLink } from './link.js'
import type { Provision } from './provisions.js'

/** Of pairs, the surest first, the best of each clause, where that is `least` or more. */
export function bestOfEach(pairs: readonly ProvisionLink[], least: number): readonly ProvisionLink[] {
  const seen = new Set<number>()
  return pairs.filter(({ clause, score }) => {
    if (score < least || seen.has(clause)) return false
    seen.add(clause)
    return true
  })
}

/** Of pairs, the surest first, the one that holds each provision: variants of one are one. */
export function holders(pairs: readonly ProvisionLink[], provisions: readonly Provision[]): readonly ProvisionLink[] {
  const ids = new Set<string>()
  return pairs.filter(({ provision }) => {
    const id = provisions[provision]?.id ?? ''
    if (ids.has(id)) return false
    ids.add(id)
    return true
  })
}
