/**
 * A defined term is used in another clause, in any form: plurals and compounds count. A definition nobody needs misleads.
 *
 * ```markdown ok
 * # Begrippen {.definitions}
 *
 * - **Leerling**: ieder die staat ingeschreven.
 * - **School**: de instelling.
 * - **Huis**: het gebouw.
 * - **Personeelsleden**: ieder met een contract.
 * - **Ouders/verzorgers**: wie het gezag heeft.
 * - **Bevoegd gezag**: het bestuur.
 *
 * # Regels
 *
 * De scholen maken een leerlingenstatuut voor alle huizen, dat elk personeelslid en iedere verzorger kent en het bevoegde gezag
 * vaststelt.
 * ```
 *
 * ```markdown ok
 * # Definitions {.definitions}
 *
 * - **Policy**: this text.
 * - **Child**: anyone enrolled.
 *
 * # Rules
 *
 * All policies for children.
 * ```
 *
 * ```markdown
 * # Begrippen {.definitions}
 *
 * - **Leerling**: ieder die staat ingeschreven.
 * - **Stagiair**: wie bij ons leert werken.
 *
 * # Regels
 *
 * Een leerling vraagt toestemming.
 * ```
 *
 * ```messages
 * 4:1 warning definition/unused Unexpected definition of "Stagiair", expected a clause that uses the term
 * ```
 *
 * To mend: use the term where it is meant, or leave the definition out.
 */
import { type Rule, startOf } from '../rule.js'
import { definedTerms, termFinder } from '../terms.js'

export const definitionUnused: Rule<'definition/unused'> = {
  id: 'definition/unused',
  severity: 'warning',
  *check({ clauses }) {
    const terms = definedTerms(clauses)
    if (terms.length === 0) return
    const isUsed = termFinder(clauses)
    for (const term of terms) {
      if (isUsed(term)) continue
      yield { values: { term: term.name }, place: startOf(term.clause) }
    }
  },
}
