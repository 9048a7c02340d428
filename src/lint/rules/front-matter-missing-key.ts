/**
 * A policy of a workspace names its organisation and its version: its name, its place under `out/` and its releases follow from them. A
 * single file needs neither.
 *
 * ```markdown ok
 * Vraag eerst toestemming. {#toestemming}
 * ```
 *
 * ```markdown published
 * ---
 * title: Afspraken
 * version: 1.0.0
 * ---
 *
 * Vraag eerst toestemming. {#toestemming}
 * ```
 *
 * ```messages
 * 2:1 error front-matter/missing-key Unexpected absence of "organisation", expected the name of the organisation's folder
 * ```
 *
 * ```markdown published
 * Ask first. {#ask}
 * ```
 *
 * ```messages
 * 1:1 error front-matter/missing-key Unexpected absence of "organisation", expected the name of the organisation's folder
 * 1:1 error front-matter/missing-key Unexpected absence of "version", expected MAJOR.MINOR.PATCH
 * ```
 *
 * To mend: add the key to the front matter.
 */
import type { Rule } from '../rule.js'

export const frontMatterMissingKey: Rule<'front-matter/missing-key'> = {
  id: 'front-matter/missing-key',
  severity: 'error',
  *check({ metadata, keyPlace, options }) {
    if (!options.published) return
    for (const key of ['organisation', 'version'] as const) {
      if (metadata[key] !== undefined) continue
      yield { form: key, place: keyPlace([key]) }
    }
  },
}
