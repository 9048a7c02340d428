/**
 * Slips that need no dictionary: a small word twice in a row, a blank that is missing or too much beside a hyphen, slash or other mark, a
 * bracket without its other half.
 *
 * ```markdown ok
 * Ouders en/of verzorgers met school- en sportvragen (a) bellen, of b) mailen de school. {#vragen}
 *
 * Wie die die regel vergeet, leert leren leren. {#twee}
 * ```
 *
 * ```markdown
 * De school-en sporttijden staan in de de gids. {#tijden}
 *
 * Leerlingen/ die te laat zijn (ook wie later komt bellen ,of mailen. {#laat}
 * ```
 *
 * ```messages
 * 1:4 warning word/slip Unexpected "school-en", expected "school- en"
 * 1:35 warning word/slip Unexpected "de de", expected "de" once
 * 3:1 warning word/slip Unexpected "Leerlingen/ die", expected a word or no blank beside the slash
 * 3:30 warning word/slip Unexpected "(", expected as many brackets closed as opened
 * ```
 *
 * To mend: take out the second word, or put the blank or the bracket where it belongs.
 */
import { type Clause, plainText } from '../../model/index.js'
import { slips } from '../../proof/index.js'
import type { Rule } from '../rule.js'
import { clip, textsOf } from '../words.js'

export const wordSlip: Rule<'word/slip'> = {
  id: 'word/slip',
  severity: 'warning',
  *check({ clauses }) {
    let last: Clause | undefined
    let whole = ''
    for (const { value, clause, placeOf } of textsOf(clauses)) {
      // Once for each clause: a table has thousands of texts.
      if (clause !== last) whole = plainText(clause.node).trim()
      last = clause
      for (const { words, index, say } of slips(value)) {
        // Of a clause with markup this is a part: a bracket may close in the next one.
        if (value.trim() !== whole && /^[()]$/.test(words)) continue
        yield { ...say(clip(words)), place: placeOf(index) }
      }
    }
  },
}
