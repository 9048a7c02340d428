import type { SourceBlock } from './types.js'

/** A block as a reader found it: `points` is the size of its letters, where the file says it. */
export type Sized = SourceBlock & { readonly points?: number }

/** Blocks whose looks have sizes beside the one that most letters of the file have. */
export function withSizes<T extends Sized>(found: readonly T[], lettersOf: (block: T) => number): readonly Omit<T, 'points'>[] {
  const sizes = new Map<number, number>()
  for (const block of found)
    if (block.points !== undefined) sizes.set(block.points, (sizes.get(block.points) ?? 0) + lettersOf(block))
  const running = [...sizes].sort((a, b) => b[1] - a[1])[0]?.[0]
  return found.map(({ points, ...block }) => {
    const size = points === undefined || running === undefined ? 1 : points / running
    return block.look ? { ...block, look: { ...block.look, size } } : block
  })
}
