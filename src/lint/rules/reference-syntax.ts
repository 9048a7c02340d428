/**
 * A reference is written `[](#id)`. With a blank in its id, or without its closing bracket, it is read as words and printed so.
 *
 * ```markdown ok
 * # Foto's {#fotos}
 *
 * Zie [](#fotos), [het hoofdstuk](#fotos) en `[](#fotos)`. {#verwijzing}
 * ```
 *
 * ```markdown
 * Zie [](#foto toestemming) en [films](#films. {#verwijzing}
 * ```
 *
 * ```messages
 * 1:5 error reference/syntax Unexpected "[](#foto toestemming)" among words, expected [](#id)
 * 1:30 error reference/syntax Unexpected "[films](#films." among words, expected [](#id)
 * ```
 *
 * To mend: write [](#id) with the id of the clause, without blanks.
 */
import type { Rule } from '../rule.js'
import { clip, textsOf } from '../words.js'

const LOOKS_LIKE = /\[[^[\]]*\]\(\s*#[^\s)]{0,200}(?:[^()]{0,200}\))?/gu

export const referenceSyntax: Rule<'reference/syntax'> = {
  id: 'reference/syntax',
  severity: 'error',
  *check({ written }) {
    for (const { value, placeOf } of textsOf(written)) {
      for (const { 0: words, index } of value.matchAll(LOOKS_LIKE)) {
        yield { values: { words: clip(words) }, place: placeOf(index) }
      }
    }
  },
}
