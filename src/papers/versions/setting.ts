import type { Brand, Wording } from '../../present/index.js'
import type { Resolved } from '../../resolve/index.js'
import type { Comparison, Side } from '../../versions/index.js'

export type SideName = 'old' | 'next'

/** One version as the papers see it: as it was compared, and with its printed numbers. `sideOf` makes the one from the other. */
export interface Version {
  readonly side: Side
  readonly resolved: Resolved
}

/** What the papers about two versions are made of besides the comparison itself. */
export interface VersionSetting {
  readonly old: Version
  readonly next: Version
  /** The full name of the organisation; absent for texts of no organisation. */
  readonly organisation?: string
  readonly brand: Brand
  /** Both are a template: shown with its choices marked, to who makes it. */
  readonly template?: boolean
  /** Keys `versions.*`, `right.*`, `status.*`, in the language of the new version. */
  readonly wording: Wording
}

/** How a version is called in running text: by its number, else by the name it was asked for. */
const versionName = (edition: Comparison['old'], wording: Wording): string =>
  edition.version === undefined ? edition.ref : wording('versions.version', { version: edition.version })

/** How the two versions are called where both are named; by their references where the numbers would not tell them apart. */
export function versionNames({ old, next }: Comparison, wording: Wording): { old: string; next: string } {
  const names = { old: versionName(old, wording), next: versionName(next, wording) }
  return names.old === names.next && old.ref !== next.ref ? { old: old.ref, next: next.ref } : names
}
