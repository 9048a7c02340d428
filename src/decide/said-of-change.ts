import { clauses, type Policy, reasonHash } from '../model/index.js'
import type { YamlEdit } from '../read/index.js'
import { resolve } from '../resolve/index.js'

/** What binds what is said of a change to the words that a clause has now, as a comparison reads them; of one that is gone, to no words. */
export function changeHash(policy: Policy, id: string): string {
  return reasonHash(clauses(resolve(policy).value.filled).find((clause) => clause.id === id)?.node)
}

/** What is said of changes and bound to no words yet, bound to those that are there. */
export const boundChanges = (policy: Policy): readonly YamlEdit[] =>
  Object.entries(policy.metadata.changes ?? {})
    .filter(([, { text }]) => text === undefined)
    .map(([id]) => ({ path: ['changes', id, 'text'], value: changeHash(policy, id) }))
