import { hashPolicy } from '../decide/index.js'
import { append, clauses, type Message, maximum, type Policy } from '../model/index.js'
import { readPolicy } from '../read/index.js'
import { type Context, type Outcome, readersLanguage, requireWorkspace, type Say, sharedLanguage } from '../secretariat/index.js'
import {
  listPolicies,
  listTemplates,
  loadPolicy,
  loadWording,
  orphanReleases,
  showPath,
  unreadPolicies,
} from '../workspace/index.js'

export interface ListedPolicy {
  readonly name: string
  /** `template` for a text that others adapt. */
  readonly kind: 'policy' | 'template'
  readonly title: string
  readonly version: string | null
  readonly status: string
  readonly clauses: number
  readonly releases: readonly string[]
  readonly file: string
  readonly hash: string
}

/** Every policy of the workspace and every template it can adapt, with its version, status and releases. */
export function list(
  context: Context,
): Outcome<{ schema: 'clausule/list@1'; policies: readonly ListedPolicy[]; messages: readonly Message[] }> {
  const workspace = requireWorkspace(context)
  const messages: Message[] = [...unreadPolicies(workspace), ...orphanReleases(workspace)]
  const policies: ListedPolicy[] = []
  const own: Policy[] = []
  for (const entry of [...listPolicies(workspace), ...listTemplates(workspace)]) {
    const loaded = loadPolicy(workspace, entry.name, context.cwd)
    append(messages, loaded.messages)
    const policy = loaded.value?.policy ?? readPolicy('', entry.path).value
    const { metadata } = policy
    if (entry.kind === 'policy') own.push(policy)
    policies.push({
      name: entry.name,
      kind: entry.kind,
      title: metadata.title,
      version: metadata.version ?? null,
      status: metadata.status,
      clauses: clauses(policy).length,
      releases: entry.releases.map(({ version }) => version),
      file: showPath(workspace, entry.path),
      hash: hashPolicy(policy),
    })
  }
  const width = Math.max(0, maximum(policies.map(({ name }) => name.length)))
  const texts = sharedLanguage(own)
  const wording = loadWording(workspace, readersLanguage(context, texts.lang))
  const standing = ({ status }: ListedPolicy): string => wording(`status.${status}`).toLowerCase()
  const statusWidth = maximum(policies.map((policy) => standing(policy).length))
  const lines = (say: Say, kind: ListedPolicy['kind']) =>
    policies
      .filter((policy) => policy.kind === kind)
      .map((policy) => {
        const { name, title, version, releases } = policy
        const older = releases.length > 0 ? `  ${say({ phrase: 'done.releases', values: { versions: releases } })}` : ''
        return `${name.padEnd(width)}  ${(version ?? '–').padEnd(7)} ${standing(policy).padEnd(statusWidth)} ${title}${older}`
      })
      .join('\n')
  return {
    messages,
    ...texts,
    data: { schema: 'clausule/list@1', policies, messages },
    text: (_paint, say) => {
      const templates = lines(say, 'template')
      const below = templates === '' ? [] : ['', say({ phrase: 'done.templates' }), templates]
      return [lines(say, 'policy') || say({ phrase: 'done.no-policies' }), ...below].join('\n')
    },
    written: [],
  }
}
