/**
 * A law that was repealed, or a body or service that is gone or goes by another name, tells readers that nobody looked at the text since.
 * Which names those are, since when and what came in their place stands with its source in `templates/data/outdated.yaml`. Each name is
 * reported once, where it first stands. A text that says so itself ("voorheen Twitter") is right.
 *
 * ```markdown ok
 * Volgens de AVG vraagt de school toestemming; op X (voorheen Twitter) plaatst zij niets. {#toestemming}
 * ```
 *
 * ```markdown
 * Volgens de Wet bescherming persoonsgegevens vraagt de school toestemming. {#toestemming}
 *
 * Op Hyves plaatst zij niets. {#hyves}
 *
 * Hyves telt niet meer mee. {#hyves-weg}
 * ```
 *
 * ```messages
 * 1:12 warning name/outdated "Wet bescherming persoonsgegevens" is no longer in force since 2018-05-25; now Algemene verordening gegevensbescherming (AVG) en Uitvoeringswet AVG
 * 3:4 warning name/outdated "Hyves" no longer exists under that name since 2013-12-02
 * ```
 *
 * To mend: name what came in its place, and read whether the rule still holds; "voorheen" in front says that the old name is meant.
 */
import { outdatedNames } from '../../proof/index.js'
import type { Rule } from '../rule.js'
import { textsOf } from '../words.js'

export const nameOutdated: Rule<'name/outdated'> = {
  id: 'name/outdated',
  severity: 'warning',
  *check({ clauses, options: { outdated = [] } }) {
    const seen = new Set<string>()
    for (const { value, placeOf } of textsOf(clauses)) {
      for (const { name, index, said } of outdatedNames(value, outdated)) {
        if (seen.has(name.toLowerCase())) continue
        seen.add(name.toLowerCase())
        yield { ...said, place: placeOf(index) }
      }
    }
  },
}
