/**
 * A footnote text has its mark: without one it belongs to no clause and nobody is sent to it.
 *
 * ```markdown ok
 * Meld het.[^waar] {#melden}
 *
 * [^waar]: Bij de teamleider, of bij de directie.[^wie]
 *
 * [^wie]: De directeur.
 * ```
 *
 * ```markdown
 * Meld het. {#melden}
 *
 * [^waar]: Bij de teamleider.
 * ```
 *
 * ```messages
 * 3:1 error footnote/unused Unexpected footnote text without a mark, expected [^waar] in a clause
 * ```
 *
 * To mend: put the mark where the note belongs, or leave the note out.
 */
import type { Rule } from '../rule.js'
import { inlinesIn } from '../words.js'

export const footnoteUnused: Rule<'footnote/unused'> = {
  id: 'footnote/unused',
  severity: 'error',
  *check({ policy, clauses }) {
    const marks = clauses.flatMap((clause) => inlinesIn(clause).filter((inline) => inline.type === 'footnoteReference'))
    const marked = new Set(marks.map(({ identifier }) => identifier))
    for (const { name, place } of policy.notes) {
      if (!marked.has(name)) yield { values: { name }, place }
    }
  },
}
