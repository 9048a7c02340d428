/**
 * A footnote has one text: only one of two could be printed.
 *
 * ```markdown ok
 * Meld het.[^waar] {#melden}
 *
 * [^waar]: Bij de teamleider.
 * ```
 *
 * ```markdown
 * Meld het.[^waar] {#melden}
 *
 * [^waar]: Bij de teamleider.
 *
 * [^waar]: Bij de directie.
 * ```
 *
 * ```messages
 * 5:1 error footnote/duplicate Unexpected second text of the footnote [^waar], expected a name of its own
 *   3:1 The first text
 * ```
 *
 * To mend: give the second footnote a name of its own, with a mark where it belongs.
 */
import type { Note } from '../../model/index.js'
import type { Rule } from '../rule.js'

export const footnoteDuplicate: Rule<'footnote/duplicate'> = {
  id: 'footnote/duplicate',
  severity: 'error',
  *check({ policy }) {
    const first = new Map<string, Note>()
    for (const note of policy.notes) {
      const other = first.get(note.name)
      if (!other) first.set(note.name, note)
      else {
        yield {
          values: { name: note.name },
          place: note.place,
          related: [{ place: other.place, phrase: 'first.text' }],
        }
      }
    }
  },
}
