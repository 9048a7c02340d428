import type { Subject } from './align/index.js'
import type { Side } from './comparison.js'

/** The printed number of a clause: computed, or as it stands in the text. */
export const numberOf =
  ({ numbers }: Side) =>
  (subject: Subject): string | undefined =>
    numbers?.get(subject.index) ?? subject.labelNumber
