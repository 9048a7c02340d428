// Arguments of a call lie on the stack: `push(...items)` and `Math.max(...items)` end the program where a list is some hundred thousand long.

/** Puts `items` behind `list`, however many there are. */
export function append<T>(list: T[], items: Iterable<T>): void {
  for (const item of items) list.push(item)
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
