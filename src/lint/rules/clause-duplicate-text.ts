/**
 * No two clauses say the same in the same words: one of them will be changed and the other forgotten. Headings, texts of fewer than eight
 * words and words that lead in a list are left alone.
 *
 * ```markdown ok
 * Vraag het de ouders. {#foto}
 *
 * Vraag het de ouders. {#film}
 *
 * Voor elke medewerker van de school gelden deze regels: {#regels}
 *
 * - {{naam}} vraagt de ouders van een leerling altijd eerst toestemming. {#vragen}
 * ```
 *
 * ```markdown
 * Wie een foto plaatst, vraagt de ouders eerst om toestemming. {#foto}
 *
 * - Wie een foto plaatst, vraagt **de ouders** eerst om toestemming {#film}
 * ```
 *
 * ```messages
 * 3:1 warning clause/duplicate-text Unexpected clause in the words of another, expected a clause that says something of its own
 *   1:1 The first clause in these words
 * ```
 *
 * Clauses that differ in a number or in what they refer to are different.
 *
 * ```markdown ok
 * # Foto's {#fotos}
 *
 * # Films {#films}
 *
 * Zie voor wat de school bewaart en hoelang ook hoofdstuk [](#fotos). {#zie-fotos}
 *
 * Zie voor wat de school bewaart en hoelang ook hoofdstuk [](#films). {#zie-films}
 * ```
 *
 * To mend: keep one of the two and refer to it from the other place, or say in each what only it says.
 */
import { type Clause, plainText } from '../../model/index.js'
import { type Rule, startOf } from '../rule.js'

// Shorter sentences ("Dit protocol wordt jaarlijks geëvalueerd.") recur where they are meant to.
const ENOUGH_WORDS = 8

export const clauseDuplicateText: Rule<'clause/duplicate-text'> = {
  id: 'clause/duplicate-text',
  severity: 'warning',
  *check({ clauses }) {
    const first = new Map<string, Clause>()
    for (const clause of clauses) {
      if (clause.kind === 'section') continue
      const text = plainText(clause.node).trim()
      const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
      if (words.length < ENOUGH_WORDS || text.endsWith(':')) continue
      const key = words.join(' ')
      const other = first.get(key)
      if (!other) first.set(key, clause)
      else {
        yield {
          place: startOf(clause),
          related: [{ place: startOf(other), phrase: 'first.words' }],
        }
      }
    }
  },
}
