/**
 * Every clause with words has an id. `clausule ids` writes the missing ones. A footnote needs none: it belongs to the clause that marks it.
 *
 * ```markdown ok
 * # Foto's {#fotos}
 *
 * 1. Vraag eerst toestemming.[^waar] {#toestemming}
 *
 * [^waar]: Bij de ouders.
 * ```
 *
 * ```markdown
 * # Photos
 *
 * - Ask first.
 *
 * | Year | Fee |
 * | ---: | --: |
 * | 2026 |  40 |
 * ```
 *
 * ```messages
 * 1:1 warning id/missing Unexpected heading without an id, expected {#id} at its end
 * 3:1 warning id/missing Unexpected list item without an id, expected {#id} at its end
 * 5:1 warning id/missing Unexpected table without an id, expected {#id} on a line directly below it
 * ```
 */
import { plainText } from '../../model/index.js'
import { type Rule, startOf } from '../rule.js'

export const idMissing: Rule<'id/missing'> = {
  id: 'id/missing',
  severity: 'warning',
  *check({ clauses }) {
    for (const clause of clauses) {
      const { node, id } = clause
      if (id !== undefined || node.type === 'note') continue
      // HTML can carry no id, and is reported as such; an item may be nothing but the list inside it.
      if ((node.type === 'verbatim' && node.format === 'html') || plainText(node).trim() === '') continue
      yield { form: node.type, place: startOf(clause) }
    }
  },
}
