/**
 * An id stands once in a file: references, comparisons and approvals find a clause by it. The variants of a provision in a template
 * share one, beside each other.
 *
 * ```markdown ok
 * Een foto van een leerling. {#foto-leerling}
 *
 * Een foto van een medewerker. {#foto-medewerker}
 * ```
 *
 * ```markdown ok template
 * Elke foto vraagt toestemming. {#foto variant=streng}
 *
 * Een foto waarop iemand te herkennen is, vraagt toestemming. {#foto variant=ruim}
 * ```
 *
 * ```markdown
 * # Foto's {#fotos}
 *
 * Een foto van een leerling. {#fotos}
 * ```
 *
 * ```messages
 * 3:1 error id/duplicate Unexpected second clause with the id "fotos", expected an id of its own
 *   1:1 The first clause with this id
 * ```
 *
 * To mend: give the newer clause an id of its own, and look which of the two each reference means.
 */
import { type Rule, startOf } from '../rule.js'
import { variantsIn } from '../variants.js'

export const idDuplicate: Rule<'id/duplicate'> = {
  id: 'id/duplicate',
  severity: 'error',
  *check({ clauses, options }) {
    const variants = options.template ? variantsIn(clauses) : []
    const siblings = new Map(
      variants.flatMap(({ members }) => members.map(({ clause }) => [clause, members[0]?.clause] as const)),
    )
    const first = new Map<string, (typeof clauses)[number]>()
    for (const clause of clauses) {
      if (clause.id === undefined) continue
      const other = first.get(clause.id)
      if (!other) first.set(clause.id, clause)
      else if (siblings.get(clause) !== other) {
        yield {
          form: 'clause',
          values: { id: clause.id },
          place: startOf(clause),
          related: [{ place: startOf(other), phrase: 'first.id' }],
        }
      }
    }
  },
}
