import { sideOf, type Version, type VersionSetting } from '../../src/papers/index.js'
import { resolveBrand } from '../../src/present/index.js'
import { readPolicy } from '../../src/read/index.js'
import { resolve } from '../../src/resolve/index.js'
import { type Comparison, compareVersions } from '../../src/versions/index.js'
import { dictionaryOf, loadWording } from '../../src/workspace/index.js'

/** A version from the text of a file, with or without front matter. */
export function version(source: string, ref: string): Version {
  const policy = readPolicy(source, `${ref}.md`).value
  const resolved = resolve(policy).value
  return { side: sideOf(resolved, ref), resolved }
}

/** Two versions, compared, with what their papers need. */
export function versions(old: string, next: string): { comparison: Comparison; setting: VersionSetting } {
  const sides = { old: version(old, 'oud'), next: version(next, 'nieuw') }
  const { lang } = sides.next.side.policy.metadata
  return {
    comparison: compareVersions(sides.old.side, sides.next.side, dictionaryOf).value,
    setting: {
      ...sides,
      organisation: 'De Linde',
      brand: resolveBrand(undefined, new Map()).value,
      wording: loadWording(undefined, lang),
    },
  }
}

/** Front matter that numbers headings and items, and a body. */
export const numbered = (body: string, more = ''): string =>
  `---\ntitle: Protocol\nlang: nl\nnumbering: { headings: [decimal, decimal], items: [lower-alpha, decimal] }\n${more}---\n\n${body}\n`
