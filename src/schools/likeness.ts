import type { Corpus, Feature } from './features.js'
import type { SentenceGroup } from './rows.js'

/** `likeness[i][j]` of `Matrix`. */
export function likenessOf({ features }: Corpus, groups: readonly SentenceGroup[], count: number): number[][] {
  const both = Array.from({ length: count }, () => new Float64Array(count))
  const rows = new Float64Array(count)
  const common = Array.from({ length: count }, () => new Float64Array(count))
  for (const { members } of groups) {
    const stances = new Map<number, Set<string>>()
    for (const index of members) {
      const { policy, modality } = features[index] as Feature
      stances.set(policy, (stances.get(policy) ?? new Set()).add(modality))
    }
    const present = [...stances]
    for (const [at, [i, mine]] of present.entries()) {
      rows[i] = (rows[i] ?? 0) + 1
      for (const [j, theirs] of present.slice(at + 1)) {
        const equal = [...mine].some((modality) => theirs.has(modality))
        const [low, high] = i < j ? [i, j] : [j, i]
        const [share, shared] = [both[low] as Float64Array, common[low] as Float64Array]
        share[high] = (share[high] ?? 0) + (equal ? 1 : 0.5)
        shared[high] = (shared[high] ?? 0) + 1
      }
    }
  }
  return Array.from({ length: count }, (_, i) =>
    Array.from({ length: count }, (_, j) => {
      if (i === j) return 1
      const [low, high] = i < j ? [i, j] : [j, i]
      const either = (rows[i] as number) + (rows[j] as number) - ((common[low] as Float64Array)[high] as number)
      return either === 0 ? 0 : Math.round((1000 * ((both[low] as Float64Array)[high] as number)) / either) / 1000
    }),
  )
}
