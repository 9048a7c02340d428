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

/** The date a document carries, and what happened on it. */
interface DocumentDate {
  readonly kind: 'date' | 'effective' | 'decided'
  readonly date: string
}

type Dated = Pick<Metadata, 'date' | 'effective' | 'approvals'>
const latest = (entries: readonly { readonly date?: string | undefined }[] = []): string | undefined =>
  entries
    .flatMap(({ date }) => date ?? [])
    .sort()
    .at(-1)

/** The date of a document: its own, else that of entering into force, else of the last decision. */
export function dateOf({ date, effective, approvals }: Dated): DocumentDate | undefined {
  if (date !== undefined) return { kind: 'date', date }
  if (effective !== undefined) return { kind: 'effective', date: effective }
  const decided = latest(approvals)
  return decided === undefined ? undefined : { kind: 'decided', date: decided }
}

/** The same without what it is of; of a text without any of these, that of the last version in its history. */
export const documentDate = (metadata: Dated & Pick<Metadata, 'history'>): string | undefined =>
  dateOf(metadata)?.date ?? latest(metadata.history)
