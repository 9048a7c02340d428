/**
 * A policy holds no HTML: it would print in one format and not in another. A comment is no exception; what is said about a clause
 * stands under `remarks`. A blank between angle brackets is left to `placeholder/unfilled`.
 *
 * ```markdown ok
 * De school is te bereiken via <info@voorbeeld.nl>; `<b>` is code, en 5 < 6. {#contact}
 * ```
 *
 * ```markdown
 * Vraag <b>altijd</b> toestemming. {#toestemming}
 *
 * <!-- nog nakijken -->
 * ```
 *
 * ```messages
 * 1:7 error markdown/html Unexpected HTML "<b>", expected Markdown
 * 1:16 error markdown/html Unexpected HTML "</b>", expected Markdown
 * 3:1 error markdown/html Unexpected HTML "<!-- nog nakijken -->", expected Markdown
 * ```
 *
 * To mend: write it in Markdown, or as words.
 */
import { isBlankTag } from '../html.js'
import { type Rule, startOf } from '../rule.js'
import { clip, inlinesIn, placeOfInline } from '../words.js'

export const markdownHtml: Rule<'markdown/html'> = {
  id: 'markdown/html',
  severity: 'error',
  *check({ clauses }) {
    for (const clause of clauses) {
      const { node } = clause
      if (node.type === 'verbatim' && node.format === 'html' && !isBlankTag(node.value)) {
        yield { values: { html: clip(node.value) }, place: startOf(clause) }
      }
      for (const inline of inlinesIn(clause)) {
        if (inline.type !== 'html' || isBlankTag(inline.value)) continue
        yield { values: { html: clip(inline.value) }, place: placeOfInline(inline, clause) }
      }
    }
  },
}
