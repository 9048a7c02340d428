import { hashPolicy, type Keeps, type Surroundings } from '../decide/index.js'
import { extendedBy, type Organisation, type Policy } from '../model/index.js'
import {
  askedIn,
  bodyOf,
  type CorrectedSince,
  keepsIn,
  type Loaded,
  loadPolicy,
  openDisk,
  otherReleases,
  type PolicyEntry,
  releasePath,
  showPath,
  type Workspace,
} from '../workspace/index.js'
import type { Context } from './context.js'

/** What stands around a policy: its releases, its organisation and its template. */
export function surroundings(
  { workspace, cwd }: Context,
  { policy, entry, origin }: Loaded,
  corrected: CorrectedSince,
  organisation?: Organisation,
): Surroundings {
  const load = (name: string) => loadPolicy(workspace, name, cwd).value?.policy
  const files = workspace?.files ?? openDisk()
  const keepsOf = (text: Policy): Keeps => keepsIn(files, entry, text, corrected)
  const askedOf = (text: Policy) => {
    const asked = askedIn(files, entry, text)
    return asked === undefined ? {} : { asked }
  }
  const working = origin === 'release' && entry ? load(entry.name) : undefined
  const older = (entry?.releases ?? []).flatMap(({ version }) => {
    const release = loadPolicy(workspace, `${entry?.name}@${version}`, cwd).value
    if (!release) return []
    const copyOf = workspace && twinOf(workspace, release, working ?? policy)
    const known = {
      version,
      policy: release.policy,
      file: release.bytes,
      keeps: keepsOf(release.policy),
      ...askedOf(release.policy),
    }
    return [copyOf === undefined ? known : { ...known, copyOf }]
  })
  const extended = extendedBy(policy.metadata)
  const found = extended === undefined || !workspace ? undefined : load(extended.name)
  return {
    origin,
    ...(entry ? { name: entry.name } : {}),
    fileOf: (version) => (entry ? showPath(workspace, releasePath(entry, version)) : ''),
    releases: older,
    ...(workspace && entry ? { elsewhere: (version, hash) => releasedAs(workspace, entry, version, hash) } : {}),
    ...(working ? { successor: working } : {}),
    keeps: keepsOf(policy),
    ...askedOf(policy),
    ...(organisation ? { organisation } : {}),
    ...(extended === undefined || !workspace
      ? {}
      : { template: { ...extended, ...(found ? { policy: found } : {}), ...cycleOf(load, entry?.name, extended.name) } }),
  }
}

/**
 * The other policy of the organisation that has a release as well, word for word and decision for decision. Where only one of both still has the
 * title that was decided on, the release is that one's.
 */
function twinOf(workspace: Workspace, { entry, bytes, policy: own }: Loaded, working: Policy): string | undefined {
  const { title, status, approvals } = own.metadata
  if (!entry || status !== 'adopted') return undefined
  const body = bodyOf(bytes)
  const twin = otherReleases(workspace, entry, (_, file) => bodyOf(file) === body).find(
    ({ policy, working: other }) =>
      hashPolicy(policy) === hashPolicy(own) &&
      JSON.stringify(policy.metadata.approvals) === JSON.stringify(approvals) &&
      (working.metadata.title !== title || other?.metadata.title === title),
  )
  return twin?.name
}

/** The policy of the organisation that has a release with these words under another name. */
function releasedAs(workspace: Workspace, entry: PolicyEntry, wanted: string, hash: string) {
  const found = otherReleases(workspace, entry, (version) => version === wanted).find(({ policy }) => hashPolicy(policy) === hash)
  return found && { name: found.name, isThere: found.working !== undefined }
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
