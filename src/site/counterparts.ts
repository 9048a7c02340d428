import type { Matrix } from '../schools/index.js'
import type { Counterpart } from './types.js'

/**
 * For each policy of a comparison its clauses with those of others on the same matter, the nearest first; by the names of policies and of
 * schools, with the ids that the clauses of each really have.
 */
export function counterpartsIn(
  { policies, pairs }: Matrix,
  names: readonly string[],
  schools: readonly string[],
  ids: readonly ReadonlySet<string>[],
): ReadonlyMap<string, ReadonlyMap<string, readonly Counterpart[]>> {
  const numbers = policies.map(({ clauses: own }) => new Map(own.map(({ id, number }) => [id, number])))
  const found = new Map(names.map((name) => [name, new Map<string, Counterpart[]>()]))
  const sorted = [...pairs].sort((a, b) => b.score - a.score)
  for (const { a, b, grade } of sorted) {
    for (const [own, other] of [
      [a, b],
      [b, a],
    ] as const) {
      const of = found.get(names[own.policy] ?? '')
      const policy = names[other.policy]
      if (!of || policy === undefined) continue
      const counterpart: Counterpart = {
        policy,
        organisation: schools[other.policy] ?? '',
        ...(ids[other.policy]?.has(other.id) ? { id: other.id } : {}),
        number: numbers[other.policy]?.get(other.id) ?? '',
        grade,
      }
      const known = of.get(own.id)
      if (known) known.push(counterpart)
      else of.set(own.id, [counterpart])
    }
  }
  return found
}
