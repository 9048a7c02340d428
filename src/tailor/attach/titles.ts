import { mattersOf } from '../../language/kindred/index.js'
import { append, type Language, plainText } from '../../model/index.js'
import type { ResolvedClause } from '../../resolve/index.js'
import { lettersOf } from './letters.js'
import { type Bag, likenessBetween } from './likeness.js'
import type { Provision } from './provisions.js'
import type { Wordings } from './wordings.js'

/** A text as the letters of its words and its matters. */
export const bagOf = (text: string, lang: Language): Bag => new Map([...lettersOf(text, lang), ...mattersOf(text, lang)])

/** The titles of the headings above a clause as one, and other words for each. */
export function titlesAbove(clause: ResolvedClause, wordings: Wordings): readonly string[] {
  const [titles, others]: [string[], string[]] = [[], []]
  for (let up = clause.section; up; up = up.section) {
    titles.push(plainText(up.node))
    append(others, wordings[up.id ?? ''] ?? [])
  }
  return [titles.join(' . '), ...others]
}

/**
 * How alike a heading of a school and one of the template are, 0 to 1. Headings are held against headings: a word that every clause has may be what
 * tells one from another ("for staff"), and one that hardly any clause has may stand in half of them ("guidelines").
 */
export function titlesBetween(
  clauses: readonly ResolvedClause[],
  provisions: readonly Provision[],
  wordings: Wordings,
  lang: Language,
): (clause: number, provision: number) => number {
  const [own, its] = [placesOf(clauses), placesOf(provisions.map(({ clause }) => clause))]
  const likeness = likenessBetween(
    [...own.keys()].map((at) => [bagOf(plainText((clauses[at] as ResolvedClause).node), lang)]),
    [...its.keys()].map((at) => {
      const { id, node } = provisions[at] as Provision
      return [plainText(node), ...(wordings[id] ?? [])].map((words) => bagOf(words, lang))
    }),
  )
  return (clause, provision) => likeness(own.get(clause) ?? -1, its.get(provision) ?? -1)
}

/** The place of each heading among the headings, by its place among the clauses. */
function placesOf(clauses: readonly ResolvedClause[]): ReadonlyMap<number, number> {
  return new Map(clauses.flatMap(({ kind }, at) => (kind === 'section' ? [at] : [])).map((at, place) => [at, place]))
}
