import { hashFile, type Keeps, type Surroundings } from '../decide/index.js'
import { extendedBy, type Organisation, type Policy } from '../model/index.js'
import { type CorrectedSince, keepsIn, type Loaded, loadPolicy, openDisk, releasePath, showPath } from '../workspace/index.js'
import type { Context } from './context.js'

/** What stands around a policy: its releases, its organisation and its template. */
export function surroundings(
  { workspace, cwd }: Context,
  { policy, entry, origin }: Loaded,
  corrected: CorrectedSince,
  organisation?: Organisation,
): Surroundings {
  const load = (name: string) => loadPolicy(workspace, name, cwd).value?.policy
  const keepsOf = (text: Policy): Keeps => keepsIn(workspace?.files ?? openDisk(), entry, text, corrected)
  const older = (entry?.releases ?? []).flatMap(({ version }) => {
    const release = loadPolicy(workspace, `${entry?.name}@${version}`, cwd).value
    return release ? [{ version, policy: release.policy, file: hashFile(release.bytes), keeps: keepsOf(release.policy) }] : []
  })
  const working = origin === 'release' && entry ? load(entry.name) : undefined
  const extended = extendedBy(policy.metadata)
  const found = extended === undefined || !workspace ? undefined : load(extended.name)
  return {
    origin,
    ...(entry ? { name: entry.name } : {}),
    fileOf: (version) => (entry ? showPath(workspace, releasePath(entry, version)) : ''),
    releases: older,
    ...(working ? { successor: working } : {}),
    keeps: keepsOf(policy),
    ...(organisation ? { organisation } : {}),
    ...(extended === undefined || !workspace
      ? {}
      : { template: { ...extended, ...(found ? { policy: found } : {}), ...cycleOf(load, entry?.name, extended.name) } }),
  }
}

/** The names from a policy by way of its templates back to one of them, where they go around. */
function cycleOf(
  load: (name: string) => Policy | undefined,
  own: string | undefined,
  first: string,
): { readonly chain?: string } {
  const chain = own === undefined ? [] : [own]
  for (let name: string | undefined = first; name !== undefined; ) {
    const base: string = name.replace(/@.*$/, '')
    if (chain.includes(base)) return { chain: [...chain, base].join(' → ') }
    chain.push(base)
    const policy = load(name)
    name = policy && extendedBy(policy.metadata)?.name
  }
  return {}
}
