import { hashPolicy } from '../decide/index.js'
import { lintPolicy } from '../lint/index.js'
import { clauses, type Message, type Place } from '../model/index.js'
import { yamlPlaces } from '../read/index.js'
import { resolve } from '../resolve/index.js'
import { type Loaded, loadOrganisation, loadOutdated, loadPolicy, loadSpeller, showPath } from '../workspace/index.js'
import { type Context, type Outcome, sharedLanguage } from './context.js'
import { selectPolicies } from './select.js'

/** Judges policies by every rule; all working texts of the workspace when none is named. */
export function lint(
  context: Context,
  names: readonly string[],
): Outcome<{ schema: 'clausule/messages@1'; messages: readonly Message[] }> {
  const selected = selectPolicies(context, names, { own: true })
  const messages = [
    ...selected.messages,
    ...selected.value.flatMap((loaded) => judge(context, loaded, { spelling: true }).messages),
  ]
  const count = selected.value.length
  return {
    messages,
    ...sharedLanguage(selected.value.map(({ policy }) => policy)),
    data: { schema: 'clausule/messages@1', messages },
    text: (paint) =>
      messages.length === 0 ? paint('green', `${count} ${count === 1 ? 'policy' : 'policies'}, no findings`) : '',
    written: [],
  }
}

/** A policy resolved and linted, with all that was found; reading it has been reported already. Words are looked up with `spelling`. */
export function judge(context: Context, loaded: Loaded, { spelling = false } = {}) {
  const { workspace } = context
  const { policy, entry, path } = loaded
  const resolved = resolve(policy)
  const keyPlace = yamlPlaces(policy.yaml, { file: showPath(workspace, path), firstLine: policy.yaml === '' ? 1 : 2 })
  const place = keyPlace(['organisation'])
  const owner = policy.metadata.organisation ?? entry?.organisation
  const organisation = workspace && owner !== undefined ? loadOrganisation(workspace, owner, place) : undefined
  const { name, short } = organisation?.value?.organisation ?? {}
  const outdated = loadOutdated(workspace)
  const messages = [
    ...resolved.messages,
    ...lintPolicy(resolved.value, {
      published: entry !== undefined,
      formerIds: formerIds(context, loaded),
      outdated: outdated.value,
      names: [name, short].flatMap((known) => known ?? []),
      ...(spelling ? { speller: loadSpeller(policy.metadata.lang) } : {}),
    }),
    ...outdated.messages,
    ...belonging(loaded, place),
    ...predecessor(context, loaded, keyPlace(['predecessor'])),
    ...(organisation?.messages ?? []),
  ]
  return { resolved: resolved.value, organisation: organisation?.value, messages }
}

/** A policy carries the name and brand of the organisation in whose folder it stands, and of no other. */
function belonging({ policy, entry }: Loaded, place: Place): Message[] {
  const { organisation } = policy.metadata
  if (!entry || organisation === undefined || organisation === entry.organisation) return []
  const values = { name: organisation, folder: entry.organisation }
  return [{ rule: 'organisation/other', values, severity: 'error', place, expected: [entry.organisation] }]
}

/** The release a policy goes on from is there, and holds the words it names. */
function predecessor({ workspace, cwd }: Context, { policy, entry }: Loaded, place: Place): Message[] {
  const { version, hash } = policy.metadata.predecessor ?? {}
  if (!entry || version === undefined) return []
  const name = `${entry.name}@${version}`
  const { value } = loadPolicy(workspace, name, cwd)
  const file = `policies/${entry.organisation}/releases/${entry.policy}@${version}.md`
  if (!value) return [{ rule: 'release/missing', values: { name, file }, severity: 'warning', place }]
  const actual = hashPolicy(value.policy)
  if (hash === undefined || hash === actual) return []
  return [
    {
      rule: 'release/changed',
      values: { name, actual, hash },
      severity: 'error',
      place,
      related: [{ place: { file, line: 1, column: 1 }, phrase: 'release' }],
    },
  ]
}

/** The ids of the release this text goes on from: `changes` may explain why a clause of it is gone. */
function formerIds({ workspace, cwd }: Context, { policy, entry }: Loaded): ReadonlySet<string> {
  const version = policy.metadata.predecessor?.version
  const former = entry && version && loadPolicy(workspace, `${entry.name}@${version}`, cwd).value
  return new Set(former ? clauses(former.policy).flatMap(({ id }) => (id === undefined ? [] : [id])) : [])
}
