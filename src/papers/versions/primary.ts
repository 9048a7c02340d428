import { maximum } from '../../model/index.js'
import type { Entry } from '../../versions/index.js'

/** The one clause on each side that kept the id, else most of the words: where one row can show both versions, it is this one. */
export function primary({ old, next, edits, typography }: Entry): { readonly old: number; readonly next: number } {
  if (old.length === 1 && next.length === 1) return { old: 0, next: 0 }
  const kept = (side: 'old' | 'next'): number => {
    const [pieces, others] = side === 'old' ? [old, next] : [next, old]
    const named = pieces.findIndex(({ id }) => id !== undefined && others.some((other) => other.id === id))
    if (named >= 0) return named
    let at = 0
    const letters = pieces.map(({ text }) => {
      const [from, to] = [at, at + text.length]
      at = to + 1
      return [...edits, ...typography].reduce((left, edit) => {
        const [start, end] = edit[side]
        return left - Math.max(0, Math.min(end, to) - Math.max(start, from))
      }, text.length)
    })
    return letters.indexOf(maximum(letters))
  }
  return { old: kept('old'), next: kept('next') }
}
