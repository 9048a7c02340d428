/**
 * A day of withdrawal stands with the status withdrawn; beside another it says that no release is in force until a new one is made.
 *
 * ```markdown ok
 * ---
 * title: Afspraken
 * status: withdrawn
 * withdrawn: 2026-01-10
 * ---
 *
 * Vraag eerst toestemming. {#toestemming}
 * ```
 *
 * ```markdown
 * ---
 * title: Afspraken
 * status: draft
 * withdrawn: 2026-01-10
 * ---
 *
 * Vraag eerst toestemming. {#toestemming}
 * ```
 *
 * ```messages
 * 4:1 warning date/withdrawn Unexpected withdrawal on 2026-01-10 of a text that is "draft": no release is in force until a new one is made; expected the status "withdrawn", or no day where the withdrawal was a mistake
 * ```
 *
 * To mend: a withdrawal that was a mistake is taken back by taking the line `withdrawn` out, with `status: draft`. Where the policy comes back
 * with other words the line stays: the release takes it out.
 */
import type { Rule } from '../rule.js'

export const dateWithdrawn: Rule<'date/withdrawn'> = {
  id: 'date/withdrawn',
  severity: 'warning',
  *check({ metadata: { status, withdrawn }, keyPlace }) {
    if (withdrawn === undefined || status === 'withdrawn') return
    yield { values: { date: withdrawn, status }, place: keyPlace(['withdrawn']) }
  },
}
