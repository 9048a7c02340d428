/**
 * Every clause with words has an id. `clausule ids` writes the missing ones; how many there are is said once, at the first. A footnote needs
 * none: it belongs to the clause that marks it.
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
 * # Foto's
 *
 * - Vraag eerst.
 *
 * | Jaar | Som |
 * | ---: | --: |
 * | 2026 |  40 |
 * ```
 *
 * ```messages
 * 1:1 warning id/missing Unexpected 3 clauses without an id, expected {#id} on each of them
 * ```
 *
 * ```markdown
 * # Foto's {#fotos}
 *
 * | Jaar | Som |
 * | ---: | --: |
 * | 2026 |  40 |
 * ```
 *
 * ```messages
 * 3:1 warning id/missing Unexpected table without an id, expected {#id} on a line directly below it
 * ```
 *
 * To mend: run `clausule ids`, or write {#id} yourself.
 */
import { plainText } from '../../model/index.js'
import { type Rule, startOf } from '../rule.js'

export const idMissing: Rule<'id/missing'> = {
  id: 'id/missing',
  severity: 'warning',
  *check({ clauses }) {
    const bare = clauses.filter(({ node, id }) => {
      if (id !== undefined || node.type === 'note') return false
      // HTML can carry no id, and is reported as such; an item may be nothing but the list inside it.
      return !(node.type === 'verbatim' && node.format === 'html') && plainText(node).trim() !== ''
    })
    const [first] = bare
    if (!first || first.node.type === 'note') return
    const about = { place: startOf(first), note: { phrase: 'hint.ids' } } as const
    yield bare.length === 1 ? { form: first.node.type, ...about } : { form: 'several', values: { count: bare.length }, ...about }
  },
}
