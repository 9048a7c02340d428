/**
 * Printed labels follow on from each other. A `label=` that says another than the computed one is kept, since a source may skip a letter;
 * this tells where.
 *
 * ```markdown ok
 * 1. Eerst vragen. {#vragen}
 * 2. Dan plaatsen. {#plaatsen label=2}
 * ```
 *
 * ```markdown
 * ---
 * title: Afspraken
 * numbering: { items: [lower-alpha] }
 * ---
 *
 * 1. Eerst vragen. {#vragen}
 * 2. Dan plaatsen. {#plaatsen label=c}
 * 3. Dan wissen. {#wissen}
 * ```
 *
 * ```messages
 * 7:1 info label/skipped Unexpected label "c", expected "b"
 * ```
 *
 * To mend: leave `label=` out to number on. Where the source prints it so, keep it: this is a remark, and stops nothing.
 */
import { type Rule, startOf } from '../rule.js'

export const labelSkipped: Rule<'label/skipped'> = {
  id: 'label/skipped',
  severity: 'info',
  *check({ clauses }) {
    const last = new Map<string, number>()
    for (const clause of clauses) {
      const { label, computed } = clause
      // "1.1", "1.2" below "Artikel 1", "Bijlage 1" behind a chapter: a row of its own that counts on skips nothing.
      const [, row = '', printed = ''] =
        /^(.*\D)(\d+)$|^(.*\s)([A-Z])$/.exec(label ?? '')?.filter((part) => part !== undefined) ?? []
      const count = /\d/.test(printed) ? Number(printed) : printed.charCodeAt(0) - 64
      const before = last.get(row) ?? 0
      if (row !== '') last.set(row, count)
      if (label === undefined || computed === undefined || (row !== '' && count === before + 1)) continue
      yield { form: 'printed', values: { label, computed }, place: startOf(clause), expected: [computed] }
    }
  },
}
