import { clauses } from '../model/index.js'
import { type Loaded, loadPolicy } from './load.js'
import type { Workspace } from './root.js'

/** The ids that clauses of a policy have or had: those of its text, of all its releases, and those its front matter speaks of. */
export function usedIds(
  { workspace, cwd }: { readonly workspace?: Workspace; readonly cwd: string },
  { policy, entry }: Loaded,
): ReadonlySet<string> {
  const { changes = {}, renamed = {} } = policy.metadata
  const released = (entry?.releases ?? []).flatMap(
    ({ version }) => loadPolicy(workspace, `${entry?.name}@${version}`, cwd).value?.policy ?? [],
  )
  const standing = [policy, ...released].flatMap((text) => clauses(text).flatMap(({ id }) => (id === undefined ? [] : [id])))
  return new Set([...standing, ...Object.keys(changes), ...Object.keys(renamed)])
}
