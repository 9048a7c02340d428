/**
 * Variants of a provision have one id, stand beside each other, and each has a name of its own. A variant with no sibling leaves a school nothing
 * to choose.
 *
 * ```markdown ok template
 * Elke foto vraagt toestemming. {#foto variant=streng}
 *
 * Een foto waarop iemand te herkennen is, vraagt toestemming. {#foto variant=ruim}
 * ```
 *
 * ```markdown template
 * Elke foto vraagt toestemming. {#foto variant=streng}
 *
 * Filmen mag alleen in de les. {#film variant=ruim}
 *
 * Filmen mag. {#film variant=ruim}
 * ```
 *
 * ```messages
 * 1:1 warning template/variant Unexpected variant "streng" of "foto" without another beside it, expected at least two
 * 5:1 error template/variant Unexpected second variant "ruim" of "film", expected a name of its own
 *   3:1 the first variant of this name
 * ```
 *
 * To mend: put the other wording beside it with the same id and another `variant=`, or take the attribute away.
 */
import { type Rule, startOf } from '../rule.js'
import { variantsIn } from '../variants.js'

export const templateVariant: Rule<'template/variant'> = {
  id: 'template/variant',
  severity: 'error',
  *check({ clauses, options }) {
    if (!options.template) return
    for (const { id, members } of variantsIn(clauses)) {
      const [only] = members
      if (only && members.length === 1) {
        yield { form: 'alone', severity: 'warning', values: { id, variant: only.variant }, place: startOf(only.clause) }
      }
      for (const [i, { clause, variant }] of members.entries()) {
        const first = members.findIndex((member) => member.variant === variant)
        const other = first < i ? members[first] : undefined
        if (!other) continue
        const related = [{ place: startOf(other.clause), phrase: 'first.variant' as const }]
        yield { form: 'twice', values: { id, variant }, place: startOf(clause), related }
      }
    }
  },
}
