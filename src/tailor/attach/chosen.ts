import type { Link } from './link.js'
import type { Provision } from './provisions.js'

/** Of pairs, the surest first, those from `least` on, each clause and each provision once: variants of one provision are one. */
export function chosen(pairs: readonly Link[], provisions: readonly Provision[], least: number): readonly Link[] {
  const [clauses, ids] = [new Set<number>(), new Set<string>()]
  return pairs.filter(({ clause, provision, score }) => {
    const id = provisions[provision]?.id ?? ''
    if (score < least || clauses.has(clause) || ids.has(id)) return false
    clauses.add(clause)
    ids.add(id)
    return true
  })
}
