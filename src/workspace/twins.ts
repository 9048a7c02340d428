import { createHash } from 'node:crypto'
import { dirname, join } from 'node:path'
import { type Policy, plainLines } from '../model/index.js'
import { loadPolicy, readNamed } from './load.js'
import { type PolicyEntry, RELEASE, type Workspace } from './root.js'

/** A release of another policy of the same organisation. */
export interface OtherRelease {
  /** `organisation/policy` */
  readonly name: string
  readonly version: string
  readonly policy: Policy
  /** The working text of that policy, where it is there. */
  readonly working?: Policy
}

/** The releases of other policies in the folder of an organisation, those without a working text among them. */
export function otherReleases(
  workspace: Workspace,
  { path, policy: own, organisation, packaged }: PolicyEntry,
  wanted: (version: string, file: Uint8Array) => boolean,
): readonly OtherRelease[] {
  if (packaged) return []
  const { files, cwd } = workspace
  const folder = dirname(path)
  return files.list(join(folder, 'releases')).flatMap(({ name: file, kind }): readonly OtherRelease[] => {
    const [, policy = own, version = ''] = RELEASE.exec(file) ?? []
    const at = join(folder, 'releases', file)
    if (kind !== 'file' || policy === own) return []
    const bytes = readNamed(files, at)
    if (!(bytes instanceof Uint8Array) || !wanted(version, bytes)) return []
    const text = (each: string) => loadPolicy(workspace, each, cwd).value?.policy
    const [release, home] = [text(at), join(folder, `${policy}.md`)]
    const working = files.kindOf(home) === 'file' ? text(home) : undefined
    return release ? [{ name: `${organisation}/${policy}`, version, policy: release, ...(working ? { working } : {}) }] : []
  })
}

const known = new WeakMap<Uint8Array, string>()

/** What tells whether two files of policies say the same below their front matter, however their lines end. */
export function bodyOf(file: Uint8Array): string {
  const before = known.get(file)
  if (before !== undefined) return before
  const lines = plainLines(file)
  const body = createHash('sha256')
    .update(lines.subarray(Math.max(lines.indexOf('\n---'), 0)))
    .digest('hex')
  known.set(file, body)
  return body
}
