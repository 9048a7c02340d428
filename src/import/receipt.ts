import { clauses, type Policy } from '../model/index.js'
import type { Imported, Receipt } from './types.js'

/** The receipt with the ids the clauses have in the end: those of `policy`, the imported one as it was written. */
export function receiptFor({ policy: before, receipt }: Imported, policy: Policy): Receipt {
  const next = clauses(policy)
  const finals = new Map(clauses(before).map(({ id }, i) => [id, next[i]?.id]))
  const fragments = receipt.fragments.map((fragment) => {
    const clause = fragment.clause === undefined ? undefined : finals.get(fragment.clause)
    return clause === undefined || clause === fragment.clause ? fragment : { ...fragment, clause }
  })
  return { ...receipt, fragments }
}
