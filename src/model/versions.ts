import type { Metadata } from './metadata.js'

/** Orders `MAJOR.MINOR.PATCH` by number. */
export function compareVersion(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number))
  for (let i = 0; i < 3; i++) {
    const difference = (left?.[i] ?? 0) - (right?.[i] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

/** The date a document carries: its own, else that of entering into force, else of the last decision. */
export function documentDate({
  date,
  effective,
  approvals,
}: Pick<Metadata, 'date' | 'effective' | 'approvals'>): string | undefined {
  return (
    date ??
    effective ??
    approvals
      ?.flatMap((approval) => approval.date ?? [])
      .sort()
      .at(-1)
  )
}
