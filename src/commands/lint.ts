import { lintPolicy } from '../lint/index.js'
import { clauses, type Message } from '../model/index.js'
import { resolve } from '../resolve/index.js'
import { type Loaded, loadOrganisation, loadPolicy, showPath } from '../workspace/index.js'
import type { Context, Outcome } from './context.js'
import { selectPolicies } from './select.js'

/** Judges policies by every rule; all working texts of the workspace when none is named. */
export function lint(
  context: Context,
  names: readonly string[],
): Outcome<{ schema: 'clausule/messages@1'; messages: readonly Message[] }> {
  const selected = selectPolicies(context, names, { own: true })
  const messages = [...selected.messages, ...selected.value.flatMap((loaded) => judge(context, loaded).messages)]
  const count = selected.value.length
  return {
    messages,
    data: { schema: 'clausule/messages@1', messages },
    text: (paint) =>
      messages.length === 0 ? paint('green', `${count} ${count === 1 ? 'policy' : 'policies'}, no findings`) : '',
    written: [],
  }
}

/** A policy resolved and linted, with all that was found; reading it has been reported already. */
export function judge(context: Context, loaded: Loaded) {
  const { workspace } = context
  const { policy, entry, path } = loaded
  const resolved = resolve(policy)
  const messages = [
    ...resolved.messages,
    ...lintPolicy(resolved.value, { published: entry !== undefined, formerIds: formerIds(context, loaded) }),
  ]
  const place = { file: showPath(workspace, path), line: 1, column: 1 }
  const owner = policy.metadata.organisation ?? entry?.organisation
  const organisation = workspace && owner !== undefined ? loadOrganisation(workspace, owner, place) : undefined
  if (organisation) messages.push(...organisation.messages)
  return { resolved: resolved.value, organisation: organisation?.value, messages }
}

/** The ids of the release this text goes on from: `changes` may explain why a clause of it is gone. */
function formerIds({ workspace, cwd }: Context, { policy, entry }: Loaded): ReadonlySet<string> {
  const version = policy.metadata.predecessor?.version
  const former = entry && version && loadPolicy(workspace, `${entry.name}@${version}`, cwd).value
  return new Set(former ? clauses(former.policy).flatMap(({ id }) => (id === undefined ? [] : [id])) : [])
}
