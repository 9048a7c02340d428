/**
 * A policy holds no images: it says what it means in words, and the mark of the organisation is part of its brand.
 *
 * ```markdown ok
 * Vraag altijd toestemming! {#toestemming}
 * ```
 *
 * ```markdown
 * Zie ![het schema](schema.png) voor de volgorde. {#volgorde}
 * ```
 *
 * ```messages
 * 1:5 error markdown/image Unexpected image "schema.png", expected words
 * ```
 *
 * To mend: say in words what the image shows.
 */
import type { Rule } from '../rule.js'
import { clip, inlinesIn, placeOfInline } from '../words.js'

export const markdownImage: Rule<'markdown/image'> = {
  id: 'markdown/image',
  severity: 'error',
  *check({ clauses }) {
    for (const clause of clauses) {
      for (const inline of inlinesIn(clause)) {
        if (inline.type !== 'image') continue
        yield { form: 'image', values: { address: clip(inline.url) }, place: placeOfInline(inline, clause) }
      }
    }
  },
}
