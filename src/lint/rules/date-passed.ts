/**
 * A policy is looked at again before its review date has passed. One that is withdrawn is not. These examples are judged on 2026-03-01.
 *
 * ```markdown ok
 * ---
 * title: Afspraken
 * review: 2026-03-01
 * ---
 *
 * Vraag eerst toestemming. {#toestemming}
 * ```
 *
 * ```markdown ok
 * ---
 * title: Afspraken
 * status: withdrawn
 * review: 2020-01-01
 * ---
 *
 * Vraag eerst toestemming. {#toestemming}
 * ```
 *
 * ```markdown
 * ---
 * title: Afspraken
 * status: adopted
 * review: 2026-02-28
 * ---
 *
 * Vraag eerst toestemming. {#toestemming}
 * ```
 *
 * ```messages
 * 4:1 warning date/passed Unexpected review date 2026-02-28, expected one that has not passed
 * ```
 *
 * To mend: look at the policy again and give it its next review date; withdraw it if it no longer holds.
 */
import type { Rule } from '../rule.js'

export const datePassed: Rule<'date/passed'> = {
  id: 'date/passed',
  severity: 'warning',
  *check({ metadata: { review, status }, keyPlace, options: { today } }) {
    if (today === undefined || review === undefined || review >= today || status === 'withdrawn') return
    yield { values: { date: review }, place: keyPlace(['review']) }
  },
}
