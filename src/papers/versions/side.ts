import { hashPolicy } from '../../decide/index.js'
import { clauses } from '../../model/index.js'
import { type Resolved, referenceText } from '../../resolve/index.js'
import type { Side } from '../../versions/index.js'

/**
 * A policy as one of the two sides of a comparison: parameters filled in, references still references, so that a number that only
 * followed its clause is no change of words. The hash is that of the policy as written.
 */
export function sideOf(resolved: Resolved, ref: string): Side {
  return {
    policy: resolved.filled,
    clauses: clauses(resolved.filled),
    numbers: new Map(resolved.clauses.flatMap(({ index, number }) => (number === undefined ? [] : [[index, number] as const]))),
    references: new Map([...resolved.byId].map(([id, clause]) => [id, referenceText(clause)])),
    ref,
    hash: hashPolicy(resolved.source),
  }
}
