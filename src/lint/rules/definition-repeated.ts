/**
 * A term is defined once: of two meanings nobody knows which one counts. A warning, for regulations
 * bundled in one document may each define it.
 *
 * ```markdown ok
 * # Begrippen {.definitions}
 *
 * - **Leerling**: ieder die staat ingeschreven.
 * - **Medewerker**: ieder met een contract.
 * ```
 *
 * ```markdown
 * # Begrippen {.definitions}
 *
 * - **Leerling**: ieder die staat ingeschreven.
 * - **leerling:** ieder die les krijgt.
 * ```
 *
 * ```messages
 * 4:1 warning definition/repeated Unexpected second definition of "leerling", expected one
 *   3:1 The first definition
 * ```
 *
 * To mend: keep one definition, and move what the other adds into it.
 */

import { wordsOf } from '../../language/index.js'
import { type Rule, startOf } from '../rule.js'
import { definedTerms, type Term } from '../terms.js'

export const definitionRepeated: Rule<'definition/repeated'> = {
  id: 'definition/repeated',
  severity: 'warning',
  *check({ clauses }) {
    const first = new Map<string, Term>()
    for (const term of definedTerms(clauses)) {
      const key = wordsOf(term.name).join(' ')
      const other = first.get(key)
      if (!other) first.set(key, term)
      else {
        yield {
          values: { term: term.name },
          place: startOf(term.clause),
          related: [{ place: startOf(other.clause), phrase: 'first.definition' }],
        }
      }
    }
  },
}
