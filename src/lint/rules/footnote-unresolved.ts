/**
 * A footnote mark has its text.
 *
 * ```markdown ok
 * Meld het.[^waar] {#melden}
 *
 * [^waar]: Bij de teamleider.
 * ```
 *
 * ```markdown
 * Meld het.[^waar] {#melden}
 *
 * [^wanneer]: Dezelfde dag.
 * ```
 *
 * ```messages
 * 1:10 error footnote/unresolved Unexpected footnote mark [^waar], expected a line "[^waar]: …" with its text
 * ```
 *
 * To mend: write a line with the name of the mark and its text, or leave the mark out.
 */
import type { Rule } from '../rule.js'
import { textsOf } from '../words.js'

// A mark without a text is no mark to the Markdown parser: it stays among the words.
const MARK = /\[\^([^\]\s]+)\]/gu

export const footnoteUnresolved: Rule<'footnote/unresolved'> = {
  id: 'footnote/unresolved',
  severity: 'error',
  *check({ clauses }) {
    for (const { value, placeOf } of textsOf(clauses)) {
      for (const { 0: mark, index } of value.matchAll(MARK)) {
        yield { values: { mark }, place: placeOf(index) }
      }
    }
  },
}
