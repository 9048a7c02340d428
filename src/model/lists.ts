// Arguments of a call lie on the stack: `push(...items)` and `Math.max(...items)` end the program where a list is some hundred thousand long.

/** Puts `items` behind `list`, however many there are. */
export function append<T>(list: T[], items: Iterable<T>): void {
  for (const item of items) list.push(item)
}

// A copy of what stands before a place, or a look at it all from the start, would at each place take the square of a list.

/** The first place from `from` on that `holds`, or the length of the list where none does. */
export function firstFrom<T>(list: readonly T[], from: number, holds: (item: T) => boolean): number {
  for (let at = from; at < list.length; at++) if (holds(list[at] as T)) return at
  return Math.max(from, list.length)
}

/** The last place before `to` that `holds`, or -1. */
export function lastBefore<T>(list: readonly T[], to: number, holds: (item: T) => boolean): number {
  for (let at = Math.min(to, list.length) - 1; at >= 0; at--) if (holds(list[at] as T)) return at
  return -1
}

/** The largest of numbers, however many; -Infinity of none. */
export const maximum = (values: Iterable<number>): number => extreme(values, Number.NEGATIVE_INFINITY, Math.max)

/** The smallest of numbers, however many; Infinity of none. */
export const minimum = (values: Iterable<number>): number => extreme(values, Number.POSITIVE_INFINITY, Math.min)

function extreme(values: Iterable<number>, none: number, choose: (a: number, b: number) => number): number {
  let found = none
  for (const value of values) found = choose(found, value)
  return found
}
