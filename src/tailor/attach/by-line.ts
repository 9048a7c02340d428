import type { Policy } from '../../model/index.js'
import { resolve } from '../../resolve/index.js'
import { type SchoolPolicy, schoolPolicy } from '../../schools/index.js'

/** A policy as the comparison of schools sees it, each clause by its line: a clause may have no id. */
export function byLine(policy: Policy, names: readonly string[]): SchoolPolicy {
  const read = schoolPolicy(resolve(policy).value, { ref: policy.file, organisation: names[0] ?? '', names })
  return { ...read, clauses: read.clauses.map((clause) => ({ ...clause, id: String(clause.line) })) }
}
