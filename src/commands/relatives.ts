import { dirname } from 'node:path'
import { extendedBy, hasErrors } from '../model/index.js'
import { type Context, filesOf } from '../secretariat/index.js'
import type { Relative } from '../tailor/index.js'
import { listPolicies, loadOrganisation, loadPolicy, type PolicyEntry, readText, type Workspace } from '../workspace/index.js'

/** The texts of other schools that were attached to a template: what people confirmed of them helps to know the clauses of another. */
export function relativesOf(context: Context, workspace: Workspace, own: PolicyEntry, template: string): readonly Relative[] {
  const others = listPolicies(workspace).filter(({ path }) => dirname(path) !== dirname(own.path))
  return others.flatMap((entry): readonly Relative[] => {
    // Of a thousand schools only those that may be one are read as policies.
    const source = readText(filesOf(context), entry.path) ?? ''
    if (!source.includes('attached:') || !source.includes(template)) return []
    const { value, messages } = loadPolicy(workspace, entry.name, context.cwd)
    const extended = value && extendedBy(value.policy.metadata)
    if (!value || hasErrors(messages) || extended?.template !== template || extended.attached === undefined) return []
    return [{ policy: value.policy, names: namesOf(workspace, value.policy.metadata.organisation ?? entry.organisation) }]
  })
}

/** Every name a school goes by. */
export function namesOf(workspace: Workspace, owner: string): readonly string[] {
  const organisation = loadOrganisation(workspace, owner).value?.organisation
  return [organisation?.name, organisation?.short, owner].filter((each) => each !== undefined)
}
