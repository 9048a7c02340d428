import type { Metadata } from '../model/index.js'

export interface DateKey {
  readonly path: readonly (string | number)[]
  readonly date: string
}

/** Every date of the front matter and the key it stands under. */
export function frontMatterDates(metadata: Metadata): DateKey[] {
  const found: DateKey[] = []
  const add = (path: DateKey['path'], date: string | undefined) => {
    if (date !== undefined) found.push({ path, date })
  }
  for (const key of ['date', 'effective', 'review', 'withdrawn'] as const) add([key], metadata[key])
  for (const key of ['approvals', 'history'] as const) {
    for (const [i, { date }] of (metadata[key] ?? []).entries()) add([key, i, 'date'], date)
  }
  return found
}
