import { relative } from 'node:path'
import { append, type Message, type Result } from '../model/index.js'
import {
  isInside,
  type Loaded,
  listPolicies,
  listTemplates,
  loadPolicy,
  orphanReleases,
  showPath,
  type Workspace,
} from '../workspace/index.js'
import { type Context, filesOf, requireWorkspace } from './context.js'

/**
 * The policies a command works on: those named, else every working text of the workspace. With `own`, a path outside the workspace is
 * refused: what is judged or written belongs to it. With `write`, a release or revision is refused. A policy named twice is taken once.
 */
export function selectPolicies(
  context: Context,
  names: readonly string[],
  {
    own,
    write = false,
    templates = false,
  }: { own: boolean; write?: boolean /** With none named, the templates of the workspace too. */; templates?: boolean },
): Result<readonly Loaded[]> {
  const { workspace, cwd } = context
  if (names.length === 0) requireWorkspace(context)
  const wanted = names.length > 0 ? names : workspace ? entriesOf(workspace, templates).map(({ name }) => name) : []
  const value: Loaded[] = []
  const messages: Message[] = names.length === 0 && workspace ? [...orphanReleases(workspace)] : []
  for (const name of wanted) {
    const loaded = loadPolicy(workspace, name, cwd, filesOf(context))
    if (
      loaded.value &&
      own &&
      workspace &&
      !loaded.value.entry?.packaged &&
      !isInside(workspace.files, workspace.root, loaded.value.path)
    ) {
      messages.push({
        rule: 'file/outside',
        values: { path: relative(cwd, loaded.value.path), root: workspace.root },
        severity: 'error',
        place: { file: showPath(workspace, loaded.value.path), line: 1, column: 1 },
      })
      continue
    }
    if (loaded.value && write && loaded.value.origin !== 'working') {
      messages.push({
        rule: 'file/frozen',
        form: loaded.value.origin,
        values: { name },
        severity: 'error',
        place: { file: showPath(workspace, loaded.value.path), line: 1, column: 1 },
      })
      continue
    }
    const said = loaded.value ? forWhom(loaded.value, loaded.messages) : loaded.messages
    append(messages, said)
    // Of a text that could not be read nothing more can be said: every further finding would be about what is not there.
    if (said.some(({ rule, severity }) => severity === 'error' && (rule.startsWith('file/') || rule === 'front-matter/yaml')))
      continue
    const { value: found } = loaded
    if (found && !value.some(({ path, origin, ref }) => path === found.path && (origin !== 'revision' || ref === found.ref)))
      value.push(found)
  }
  return { value, messages }
}

const entriesOf = (workspace: Workspace, templates: boolean) => [
  ...listPolicies(workspace),
  ...(templates ? listTemplates(workspace).filter(({ packaged }) => !packaged) : []),
]

/**
 * What was found in a text, as grave as it is for whoever asks. A file that is no policy of the workspace, any Markdown, need not keep
 * to the format: only what keeps it from being read stays an error.
 */
export function forWhom({ entry }: Loaded, messages: readonly Message[]): readonly Message[] {
  if (entry) return messages
  return messages.map((message) => (/^(?:file|name)\//.test(message.rule) ? message : { ...message, severity: 'info' as const }))
}
