import type { ChangedWords } from './change.js'

/**
 * Whether so much more may be done beside what was: what is too much for what is left is not, and what is less behind it still is.
 */
export type Affords = (amount: number) => boolean

/** What may be done up to a bound. */
export function affording(most: number): Affords {
  let left = most
  return (amount) => {
    const fits = amount <= left
    if (fits) left -= amount
    return fits
  }
}

/**
 * What one comparison may take to judge, in steps of some thirtieth of a millisecond: 1,800 clauses of twenty-five words in which one is
 * another, or a thousand of which no word stayed.
 */
const MOST_WORK = 110_000
/** Letters of both texts together that are as much work as one step: they are read, aligned and shown besides. */
const LETTERS = 35

/** What a comparison of texts of so many letters may take to judge. */
export const workBeside = (letters: number): number => MOST_WORK - letters / LETTERS

/** A clause, however short. */
const OF_CLAUSE = 30
/** A word of either side that an edit changes. */
const OF_CHANGED = 2

/** What a change takes to judge, as measured over clauses of 12 to 18,000 words with 1 to 3,500 edits. */
export function workOf({ old, next, edits }: ChangedWords): number {
  const words = Math.max(old.tokens.length, next.tokens.length)
  const changed = edits.reduce((sum, edit) => sum + edit.old.length + edit.next.length, 0)
  return OF_CLAUSE + words + OF_CHANGED * changed
}
