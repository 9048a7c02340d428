/**
 * A footnote is marked once: it belongs to one clause. Words that two clauses need stand in a clause that both refer to.
 *
 * ```markdown ok
 * Meld het.[^waar] {#melden}
 *
 * Klaag.[^waarover] {#klagen}
 *
 * [^waar]: Bij de teamleider.
 *
 * [^waarover]: Over alles.
 * ```
 *
 * ```markdown
 * Meld het.[^waar] {#melden}
 *
 * Klaag.[^waar] {#klagen}
 *
 * [^waar]: Bij de teamleider.
 * ```
 *
 * ```messages
 * 3:7 error footnote/repeated Unexpected second mark of the footnote [^waar], expected a footnote of its own
 *   1:10 The first mark
 * ```
 *
 * To mend: give the second mark a footnote of its own, or leave it out.
 */
import type { Place } from '../../model/index.js'
import type { Rule } from '../rule.js'
import { inlinesIn, placeOfInline } from '../words.js'

export const footnoteRepeated: Rule<'footnote/repeated'> = {
  id: 'footnote/repeated',
  severity: 'error',
  *check({ clauses }) {
    const first = new Map<string, Place>()
    for (const clause of clauses) {
      for (const inline of inlinesIn(clause)) {
        if (inline.type !== 'footnoteReference') continue
        const place = placeOfInline(inline, clause)
        const other = first.get(inline.identifier)
        if (!other) first.set(inline.identifier, place)
        else {
          yield {
            values: { name: inline.identifier },
            place,
            related: [{ place: other, phrase: 'first.mark' }],
          }
        }
      }
    }
  },
}
