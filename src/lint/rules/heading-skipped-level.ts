/**
 * A heading is at most one level deeper than the one above it, and the first is of the first level: numbers, bookmarks and screen
 * readers follow the levels.
 *
 * ```markdown ok
 * # Afspraken
 *
 * ## Foto's
 *
 * # Slot
 * ```
 *
 * ```markdown
 * # Afspraken
 *
 * ### Foto's
 *
 * ### Films
 * ```
 *
 * ```messages
 * 3:1 warning heading/skipped-level Unexpected heading of level 3, expected at most level 2
 *   1:1 The heading above it has level 1
 * ```
 *
 * ```markdown
 * ## Foto's
 * ```
 *
 * ```messages
 * 1:1 warning heading/skipped-level Unexpected heading of level 2, expected at most level 1
 * ```
 *
 * To mend: take signs # away until the heading is one level below the one above it, or add the heading between.
 */
import type { Clause } from '../../model/index.js'
import { type Rule, startOf } from '../rule.js'

export const headingSkippedLevel: Rule<'heading/skipped-level'> = {
  id: 'heading/skipped-level',
  severity: 'warning',
  *check({ clauses }) {
    let above: { clause: Clause; depth: number } | undefined
    for (const clause of clauses) {
      // Headings in lists and quotations open no sections of the policy.
      if (clause.node.type !== 'section' || clause.listDepth > 0 || clause.quoted) continue
      const { depth } = clause.node
      const allowed = (above?.depth ?? 0) + 1
      if (depth > allowed) {
        yield {
          values: { level: depth, most: allowed },
          place: startOf(clause),
          ...(above && {
            related: [{ place: startOf(above.clause), phrase: 'heading.above' as const, values: { level: above.depth } }],
          }),
        }
      }
      above = { clause, depth }
    }
  },
}
