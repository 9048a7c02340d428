import { verifyPolicy } from '../decide/index.js'
import { lintPolicy } from '../lint/index.js'
import { clauses, extendedBy } from '../model/index.js'
import { yamlPlaces } from '../read/index.js'
import { resolve } from '../resolve/index.js'
import {
  type CorrectedSince,
  type Loaded,
  loadOrganisation,
  loadOutdated,
  loadPlaceholders,
  loadPolicy,
  loadSpeller,
  showPath,
} from '../workspace/index.js'
import { type Context, filesOf } from './context.js'
import { surroundings } from './surroundings.js'

/**
 * A policy resolved and linted, with all that was found; reading it has been reported already. With `whole`, words are looked up, and dates
 * held against today; with `errorsOnly`, lint looks for nothing but errors.
 */
export function judge(
  context: Context,
  loaded: Loaded,
  corrected: CorrectedSince,
  { whole = false, errorsOnly = false }: { readonly whole?: boolean; readonly errorsOnly?: boolean } = {},
) {
  const { workspace } = context
  const { policy, entry, path } = loaded
  const resolved = resolve(policy)
  const keyPlace = yamlPlaces(policy.yaml, { file: showPath(workspace, path), firstLine: policy.yaml === '' ? 1 : 2 })
  const owner = policy.metadata.organisation ?? entry?.organisation
  const organisation =
    workspace && owner !== undefined ? loadOrganisation(workspace, owner, () => keyPlace(['organisation'])) : undefined
  const { name, short } = organisation?.value?.organisation ?? {}
  const outdated = loadOutdated(workspace)
  const messages = [
    ...resolved.messages,
    ...lintPolicy(resolved.value, {
      published: entry !== undefined,
      template: entry?.kind === 'template',
      formerIds: formerIds(context, loaded),
      outdated: outdated.value,
      ...(loaded.origin === 'working' ? { starters: loadPlaceholders(workspace) } : {}),
      names: [name, short].flatMap((known) => known ?? []),
      ...(errorsOnly ? { errorsOnly } : {}),
      ...(whole ? { speller: loadSpeller(policy.metadata.lang), today: filesOf(context).today } : {}),
    }),
    ...outdated.messages,
    ...verifyPolicy(policy, surroundings(context, loaded, corrected, organisation?.value?.organisation)),
    ...(organisation?.messages ?? []),
  ]
  return { resolved: resolved.value, organisation: organisation?.value, messages }
}

/** The ids of the release this text goes on from and of its template: `changes` and `deviations` may explain why a clause of them is gone. */
function formerIds({ workspace, cwd }: Context, { policy, entry }: Loaded): ReadonlySet<string> {
  const version = policy.metadata.predecessor?.version
  const names = [...(entry && version ? [`${entry.name}@${version}`] : []), extendedBy(policy.metadata)?.name]
  const former = names.flatMap((name) => (name && loadPolicy(workspace, name, cwd).value?.policy) || [])
  return new Set(former.flatMap((each) => clauses(each).flatMap(({ id }) => id ?? [])))
}
