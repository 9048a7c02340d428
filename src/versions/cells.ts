import { type ChangedWords, type Reason, significanceOf } from '../gravity/index.js'

/**
 * The reasons for a change of a table, each word where it stands: of what went in one cell nothing is what came in another, and no caretaker
 * became the head teacher of the row below. Where both sides of a reason stand in no one edit, what went and what came are told apart.
 */
export function apartByCell(reasons: readonly Reason[], { old, next, edits }: ChangedWords): readonly Reason[] {
  if (![old, next].some(({ tokens }) => tokens.some(({ kind }) => kind === 'break'))) return reasons
  const isOneCell = ({ old: was, next: is }: Reason): boolean =>
    edits.some(({ edit }) => holds(old.text.slice(...edit.old), was) && holds(next.text.slice(...edit.next), is))
  return reasons.flatMap((reason) =>
    reason.old === '' || reason.next === '' || significanceOf(reason.kind) !== 'substantive' || isOneCell(reason)
      ? [reason]
      : [
          { ...reason, next: '' },
          { ...reason, old: '' },
        ],
  )
}

/** Whether words stand in a stretch as they are named: of words that do not follow each other, each of them. */
const holds = (stretch: string, words: string): boolean => words.split(' ').every((word) => stretch.includes(word))
