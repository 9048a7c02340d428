/**
 * A provision that the school and its template both changed, or a new one about what the school settles itself, is decided on: until then the policy
 * keeps the words of the school, and it is not known whether they are still meant.
 *
 * ```markdown ok
 * ---
 * title: Protocol
 * decisions:
 *   foto:
 *     choice: keep
 *     from: 1.0.0
 *     to: 1.1.0
 *     provision: sha256:0000000000000000000000000000000000000000000000000000000000000000
 *     why: Onze ouders tekenen per activiteit.
 * ---
 *
 * Vraag per activiteit toestemming. {#foto}
 * ```
 *
 * ```markdown
 * ---
 * title: Protocol
 * decisions:
 *   foto:
 *     choice: open
 *     from: 1.0.0
 *     to: 1.1.0
 *     provision: sha256:0000000000000000000000000000000000000000000000000000000000000000
 * ---
 *
 * Vraag per activiteit toestemming. {#foto}
 * ```
 *
 * ```messages
 * 4:3 warning decision/open Unexpected open question about the clause "foto", expected a decision: version 1.1.0 of the template and this policy each say something else. "clausule upgrade" asks for it
 * ```
 *
 * To mend: `clausule upgrade NAME --apply` asks for the decision; `--decisions FILE` takes it from a file.
 */
import type { Rule } from '../rule.js'

export const decisionOpen: Rule<'decision/open'> = {
  id: 'decision/open',
  severity: 'warning',
  *check({ metadata, keyPlace }) {
    for (const [id, { choice, to }] of Object.entries(metadata.decisions ?? {})) {
      if (choice === 'open') yield { values: { id, version: to }, place: keyPlace(['decisions', id]) }
    }
  },
}
