/**
 * An organisation spells its own name in one way: that of `organisation.yaml`, or the short name there. Other capitals, blanks or
 * hyphens, or a letter changed in the last word, are reported once for each spelling.
 *
 * ```markdown ok
 * Wie bij Linde MBO werkt, kent de Linde Groep. {#groep}
 * ```
 *
 * ```markdown
 * Wie bij Linde OMB werkt, kent Linde-MBO. {#namen}
 * ```
 *
 * ```messages
 * 1:9 warning name/spelling Unexpected spelling "Linde OMB" of the own name, expected "Linde MBO"
 * 1:31 warning name/spelling Unexpected spelling "Linde-MBO" of the own name, expected "Linde MBO"
 * ```
 *
 * To mend: write the name as organisation.yaml has it.
 */
import { misspeltNames } from '../../proof/index.js'
import type { Rule } from '../rule.js'
import { textsOf } from '../words.js'

export const nameSpelling: Rule<'name/spelling'> = {
  id: 'name/spelling',
  severity: 'warning',
  *check({ clauses, options: { names = [] } }) {
    const seen = new Set<string>()
    for (const { value, placeOf } of textsOf(clauses)) {
      for (const { name, index, said } of misspeltNames(value, names)) {
        if (seen.has(name)) continue
        seen.add(name)
        yield { ...said, place: placeOf(index) }
      }
    }
  },
}
