/**
 * An abbreviation that is not generally known is explained somewhere in the text: readers from outside the school do not know its systems
 * and teams. Each is reported once.
 *
 * ```markdown ok
 * De AVG geldt ook in de GMR. Het zorgteam (ZTM) schrijft mee; ZTM beslist. Zie deel IV. {#zorgteam}
 *
 * Wie bij OBJ De Linde het reglement voor de oudste kinderen kent, kent het ROK. {#linde}
 * ```
 *
 * ```markdown
 * De mentor bewaart het verslag in LKS. Wie LKS niet kent, vraagt het de mentor. {#verslag}
 * ```
 *
 * ```messages
 * 1:34 info word/abbreviation Unexpected abbreviation "LKS" without an explanation, expected the words it stands for
 * ```
 *
 * To mend: write it out where it stands first, with the abbreviation in brackets, or define it.
 */
import { unexplained } from '../../proof/index.js'
import type { Rule } from '../rule.js'
import { definedTerms } from '../terms.js'
import { textsOf } from '../words.js'

export const wordAbbreviation: Rule<'word/abbreviation'> = {
  id: 'word/abbreviation',
  severity: 'info',
  *check({ policy, clauses, options: { names = [] } }) {
    const texts = [...textsOf(clauses)]
    const bodies = (policy.metadata.approvals ?? []).flatMap(({ body }) => body ?? [])
    const learned = [...names, ...bodies, ...definedTerms(clauses).map(({ name }) => name)]
    const words = texts.map(({ value }) => value)
    for (const { text, index, word } of unexplained(words, learned)) {
      const place = texts[text]?.placeOf(index)
      yield { values: { word }, ...(place ? { place } : {}) }
    }
  },
}
