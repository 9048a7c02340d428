import { hashPolicy } from '../decide/index.js'
import { append, clauses, hasErrors, isOfRecord, type Message, maximum, type Policy } from '../model/index.js'
import { statusOf } from '../present/index.js'
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
  /** What the text says of itself; null where it could not be read. */
  readonly status: string | null
  readonly clauses: number
  readonly releases: readonly string[]
  /** What stands among the releases and says of itself that it is a draft or a proposal: nobody released it. */
  readonly drafts: readonly string[]
  readonly file: string
  readonly hash: string | null
}

/** Every policy of the workspace and every template it can adapt, with its version, status and releases. */
export function list(
  context: Context,
): Outcome<{ schema: 'clausule/list@1'; policies: readonly ListedPolicy[]; messages: readonly Message[] }> {
  const workspace = requireWorkspace(context)
  const orphans = orphanReleases(workspace)
  const messages: Message[] = [...unreadPolicies(workspace), ...orphans]
  const policies: ListedPolicy[] = []
  const own: Policy[] = []
  // What only the text says.
  const unproved = new Set<string>()
  for (const entry of [...listPolicies(workspace), ...listTemplates(workspace)]) {
    const loaded = loadPolicy(workspace, entry.name, context.cwd)
    append(messages, loaded.messages)
    const policy = loaded.value?.policy ?? readPolicy('', entry.path).value
    const { metadata } = policy
    const isRead = !hasErrors(loaded.messages.filter(({ rule }) => rule.startsWith('file/') || rule === 'front-matter/yaml'))
    // An edition of a template is what was copied among its releases, whatever it says of itself.
    const isDraft = ({ version }: { readonly version: string }) => {
      const release = loadPolicy(workspace, `${entry.name}@${version}`, context.cwd).value
      return entry.kind === 'policy' && release !== undefined && !isOfRecord(release.policy)
    }
    const drafts = entry.releases.filter(isDraft)
    if (entry.kind === 'policy') own.push(policy)
    if (statusOf(policy) === 'unproved') unproved.add(entry.name)
    policies.push({
      name: entry.name,
      kind: entry.kind,
      title: isRead ? metadata.title : '',
      version: metadata.version ?? null,
      status: isRead ? metadata.status : null,
      clauses: isRead ? clauses(policy).length : 0,
      releases: entry.releases.flatMap((release) => (drafts.includes(release) ? [] : [release.version])),
      drafts: drafts.map(({ version }) => version),
      file: showPath(workspace, entry.path),
      hash: isRead ? hashPolicy(policy) : null,
    })
  }
  const width = Math.max(0, maximum(policies.map(({ name }) => name.length)))
  const texts = sharedLanguage(own)
  const wording = loadWording(workspace, readersLanguage(context, texts.lang))
  const standing = ({ name, status }: ListedPolicy): string =>
    wording(status === null ? 'status.unread.one' : `status.${unproved.has(name) ? 'unproved' : status}`).toLowerCase()
  const statusWidth = maximum(policies.map((policy) => standing(policy).length))
  const lines = (say: Say, kind: ListedPolicy['kind']) =>
    policies
      .filter((policy) => policy.kind === kind)
      .map((policy) => {
        const { name, title, version, releases, drafts } = policy
        const older = [
          ...(releases.length > 0 ? [say({ phrase: 'done.releases', values: { versions: releases } })] : []),
          ...(drafts.length > 0 ? [say({ phrase: 'done.drafts-kept', values: { versions: drafts } })] : []),
        ]
        const head = `${name.padEnd(width)}  ${(version ?? '–').padEnd(7)} ${standing(policy).padEnd(statusWidth)}`
        return [`${head} ${title}`, ...older].join('  ').trimEnd()
      })
      .join('\n')
  return {
    messages,
    ...texts,
    data: { schema: 'clausule/list@1', policies, messages },
    text: (_paint, say) => {
      const templates = lines(say, 'template')
      const below = templates === '' ? [] : ['', say({ phrase: 'done.templates' }), templates]
      // Where releases without their text are told of, the workspace had policies.
      const none = orphans.length > 0 ? '' : say({ phrase: 'done.no-policies' })
      return [lines(say, 'policy') || none, ...below].join('\n')
    },
    written: [],
  }
}
