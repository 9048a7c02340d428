import type { Message, Place } from '../model/index.js'

/**
 * What values of parameters and references may add to a text, in letters: five hundred on each of five hundred pages. A value of a page that stands in
 * every clause would fill the memory.
 */
export const MOST_ADDED = 250_000

/** How many letters a text may still grow by where it is printed. That it is too few is said once, and nothing is put in any more. */
export class Room {
  private count = MOST_ADDED
  private isFull = false

  constructor(private readonly report: (message: Message) => void) {}

  get left(): number {
    return this.isFull ? 0 : this.count
  }

  /** Whether so many letters more are printed; those of a text that became shorter are no gain. */
  takes(letters: number, place: Place): boolean {
    if (this.isFull) return letters <= 0
    this.count -= Math.max(letters, 0)
    if (this.count >= 0) return true
    this.isFull = true
    this.report({ rule: 'file/size', form: 'printed', values: { most: MOST_ADDED }, severity: 'error', place })
    return false
  }
}
