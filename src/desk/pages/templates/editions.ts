import { listTemplates, loadOrganisation, loadPolicy } from '../../../workspace/index.js'
import type { DeskRequest } from '../../types.js'

/** The last edition of a template. */
interface NamedEdition {
  /** `sector/social-media` */
  readonly name: string
  readonly version: string
  readonly title: string
  /** Whose it is. */
  readonly owner: string
}

export function editionsIn({ context }: DeskRequest): readonly NamedEdition[] {
  const { workspace } = context
  if (!workspace) return []
  return listTemplates(workspace).flatMap(({ name, organisation, releases }): NamedEdition[] => {
    const version = releases.at(-1)?.version
    const policy = version === undefined ? undefined : loadPolicy(workspace, `${name}@${version}`, context.cwd).value?.policy
    if (version === undefined || !policy) return []
    const owner = loadOrganisation(workspace, organisation).value?.organisation.name ?? organisation
    return [{ name, version, title: policy.metadata.title, owner }]
  })
}
