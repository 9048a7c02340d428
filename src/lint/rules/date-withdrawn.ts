/**
 * A day of withdrawal stands with the status withdrawn; beside another it says that no release is in force until a new one is made. Nothing is
 * withdrawn on a day that is still to come. These examples are judged on 2026-03-01.
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
 * ```markdown
 * ---
 * title: Afspraken
 * status: withdrawn
 * withdrawn: 2026-06-01
 * ---
 *
 * Vraag eerst toestemming. {#toestemming}
 * ```
 *
 * ```messages
 * 4:1 error date/withdrawn Unexpected withdrawal on 2026-06-01, a day that is still to come; expected no day after today, 2026-03-01: until then the policy is in force as it was
 * ```
 *
 * To mend: a withdrawal that was a mistake is taken back by taking the line `withdrawn` out, with `status: draft`. Where the policy comes back
 * with other words the line stays: the release takes it out. A day that is
 * still to come is taken out with the status, and `clausule withdraw` writes it when it is there.
 */
import type { Rule } from '../rule.js'

export const dateWithdrawn: Rule<'date/withdrawn'> = {
  id: 'date/withdrawn',
  severity: 'warning',
  findsErrors: true,
  *check({ metadata: { status, withdrawn }, keyPlace, options: { today } }) {
    if (withdrawn === undefined) return
    const place = keyPlace(['withdrawn'])
    if (today !== undefined && withdrawn > today)
      yield { form: 'ahead', values: { date: withdrawn, today }, severity: 'error', place }
    else if (status !== 'withdrawn') yield { form: 'status', values: { date: withdrawn, status }, place }
  },
}
