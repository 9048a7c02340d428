/**
 * Conditions, guidance and a choice between variants stand in templates: in a school's own policy nothing answers them, and guidance would be
 * printed as if it were a rule.
 *
 * ```markdown ok template
 * ---
 * title: Model
 * parameters: { film: { type: flag, default: true } }
 * ---
 *
 * Kies hier of de school filmt. {#uitleg .guidance}
 *
 * De school filmt. {#film when=film}
 * ```
 *
 * ```markdown ok
 * Elke foto vraagt toestemming. {#foto variant=streng}
 * ```
 *
 * ```markdown
 * Kies hier of de school filmt. {#uitleg .guidance}
 *
 * De school filmt. {#film when=film}
 * ```
 *
 * ```messages
 * 1:1 warning template/mark Unexpected guidance in a policy that is no template, expected words that are part of it
 * 3:1 warning template/mark Unexpected condition "film" in a policy that is no template, expected a clause that always holds
 * ```
 *
 * To mend: take the guidance out, and the attribute away; `clausule adapt` makes a policy from a template without either.
 */
import { type Rule, startOf } from '../rule.js'
import { variantsIn } from '../variants.js'

export const templateMark: Rule<'template/mark'> = {
  id: 'template/mark',
  severity: 'warning',
  *check({ clauses, options }) {
    if (options.template) return
    for (const clause of clauses) {
      if (clause.node.type === 'note') continue
      const { classes, values } = clause.node.attributes
      if (classes.includes('guidance')) yield { form: 'guidance', place: startOf(clause) }
      if (values.when !== undefined) yield { form: 'when', values: { condition: values.when }, place: startOf(clause) }
    }
    for (const { members } of variantsIn(clauses)) {
      for (const { variant, clause } of members.slice(1)) yield { form: 'variant', values: { variant }, place: startOf(clause) }
    }
  },
}
