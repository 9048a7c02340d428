/**
 * Remarks, changes and deviations name clauses that are there. A change may also name a clause of the version before, and a deviation
 * one of the template: a clause that was dropped. Where those ids are not known to the caller, such a name is not judged.
 *
 * ```markdown ok
 * ---
 * title: Afspraken
 * predecessor: { version: 1.0.0 }
 * changes:
 *   vervallen: { why: Niet meer nodig. }
 * remarks:
 *   - { clause: foto, note: In de bron ontbreekt de punt. }
 *   - { note: De bron heeft geen datum. }
 * ---
 *
 * Vraag eerst toestemming. {#foto}
 * ```
 *
 * ```markdown
 * ---
 * title: Afspraken
 * changes:
 *   fotos: { why: Duidelijker. }
 * deviations:
 *   film: Wij filmen niet.
 * remarks:
 *   - { clause: fotoos, note: In de bron ontbreekt de punt. }
 * ---
 *
 * Vraag eerst toestemming. {#foto}
 * ```
 *
 * ```messages
 * 4:3 warning front-matter/unknown-clause Unexpected clause "fotos" under "changes", expected the id of a clause
 * 6:3 warning front-matter/unknown-clause Unexpected clause "film" under "deviations", expected the id of a clause
 * 8:7 warning front-matter/unknown-clause Unexpected clause "fotoos" under "remarks", expected the id of a clause
 * ```
 *
 * To mend: write the id as the clause has it, or take the entry out.
 */
import type { Rule } from '../rule.js'

export const frontMatterUnknownClause: Rule<'front-matter/unknown-clause'> = {
  id: 'front-matter/unknown-clause',
  severity: 'warning',
  *check({ metadata, clauses, keyPlace, options: { formerIds } }) {
    const known = new Set(clauses.flatMap(({ id }) => (id === undefined ? [] : [id])))
    const finding = (id: string, key: string, path: readonly (string | number)[]) => ({
      values: { clause: id, key },
      place: keyPlace(path),
    })
    const sources = { changes: metadata.predecessor, deviations: metadata.extends }
    for (const key of ['changes', 'deviations'] as const) {
      if (sources[key] !== undefined && !formerIds) continue
      for (const id of Object.keys(metadata[key] ?? {})) {
        if (!known.has(id) && !formerIds?.has(id)) yield finding(id, key, [key, id])
      }
    }
    for (const [i, { clause }] of (metadata.remarks ?? []).entries()) {
      if (clause !== undefined && !known.has(clause)) yield finding(clause, 'remarks', ['remarks', i, 'clause'])
    }
  },
}
