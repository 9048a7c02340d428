/**
 * Printed labels follow on from each other. A `label=` that says another than the computed one is kept, since a source may skip a letter;
 * this tells where.
 *
 * ```markdown ok
 * 1. Eerst vragen. {#vragen}
 * 2. Dan plaatsen. {#plaatsen label=2}
 * ```
 *
 * ```markdown ok
 * ---
 * title: Reglement
 * numbering: { headings: [upper-alpha, decimal] }
 * ---
 *
 * # Leerlingen {#leerlingen}
 *
 * ## Foto's {#fotos}
 *
 * # Ouders {#ouders}
 *
 * ## Berichten {#berichten label=2}
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
import type { ResolvedClause } from '../../resolve/index.js'
import { type Rule, startOf } from '../rule.js'

export const labelSkipped: Rule<'label/skipped'> = {
  id: 'label/skipped',
  severity: 'info',
  *check({ clauses }) {
    const last = new Map<string, number>()
    let above = ''
    for (const clause of clauses) {
      const { label, computed } = clause
      const isBetween = above !== '' && isPutBehind(label ?? '', above)
      above = label ?? computed ?? above
      // "1.1", "1.2" below "Artikel 1", "a", "b" where others have numbers, sections that count on through the parts: a row that counts on skips
      // nothing.
      const { row, count } = rowOf(clause)
      const before = last.get(row) ?? 0
      if (row !== '') last.set(row, count)
      if (label === undefined || computed === undefined || isBetween || (row !== '' && count === before + 1)) continue
      yield { form: 'printed', values: { label, computed }, place: startOf(clause), expected: [computed] }
    }
  },
}

/** "2.3a" below "2.3", "2.3b" below "2.3a": put in between later. */
const isPutBehind = (label: string, above: string): boolean => {
  const own = /^(.*\d)([a-z])$/i.exec(label)
  return own !== null && /^(.*\d)[a-z]?$/i.exec(above)?.[1] === own[1]
}

/** What a label has in front of its count, and the count: "1." and 2 of "1.2"; of a letter, what it stands in. */
function rowOf({ label = '', parent, node }: ResolvedClause): { readonly row: string; readonly count: number } {
  if (node.type === 'section' && /^\d+$/.test(label)) return { row: `section ${node.depth}`, count: Number(label) }
  const [, row = '', figures = ''] = /^(.*\D)(\d+)$/.exec(label) ?? []
  if (row !== '') return { row, count: Number(figures) }
  const [, word = '', letter = ''] = /^(.*\s|)([A-Za-z])$/.exec(label) ?? []
  if (letter === '') return { row: '', count: 0 }
  return { row: word || `${parent?.index ?? ''} ${letter < 'a' ? 'A' : 'a'}`, count: letter.toLowerCase().charCodeAt(0) - 96 }
}
