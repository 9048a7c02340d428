import type { Row } from './types.js'

/** `likeness[i][j]` of `Matrix`. */
export function likenessOf(rows: readonly Pick<Row, 'cells' | 'differences'>[], count: number): number[][] {
  const both = Array.from({ length: count }, () => new Float64Array(count))
  const own = new Float64Array(count)
  const common = Array.from({ length: count }, () => new Float64Array(count))
  for (const { cells, differences } of rows) {
    const apart = new Set(differences.flatMap(({ a, b }) => [`${a.policy} ${b.policy}`, `${b.policy} ${a.policy}`]))
    const present = cells.map(({ policy, sentences }) => [policy, new Set(sentences.map(({ stance }) => stance))] as const)
    for (const [at, [i, mine]] of present.entries()) {
      own[i] = (own[i] ?? 0) + 1
      for (const [j, theirs] of present.slice(at + 1)) {
        const equal = !apart.has(`${i} ${j}`) && [...mine].some((stance) => theirs.has(stance))
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
      const either = (own[i] as number) + (own[j] as number) - ((common[low] as Float64Array)[high] as number)
      return either === 0 ? 0 : Math.round((1000 * ((both[low] as Float64Array)[high] as number)) / either) / 1000
    }),
  )
}
