import { relative } from 'node:path'
import type { Message, Result } from '../model/index.js'
import { isInside, type Loaded, listPolicies, loadPolicy, showPath } from '../workspace/index.js'
import type { Context } from './context.js'

/**
 * The policies a command works on: those named, else every working text of the workspace. With `own`, a path outside the workspace is
 * refused: what is judged or written belongs to it.
 */
export function selectPolicies(context: Context, names: readonly string[], { own }: { own: boolean }): Result<readonly Loaded[]> {
  const { workspace, cwd } = context
  const wanted = names.length > 0 ? names : workspace ? listPolicies(workspace).map(({ name }) => name) : []
  const value: Loaded[] = []
  const messages: Message[] = []
  for (const name of wanted) {
    const loaded = loadPolicy(workspace, name, cwd)
    if (loaded.value && own && workspace && !isInside(workspace.root, loaded.value.path)) {
      messages.push({
        rule: 'file/outside',
        severity: 'error',
        reason: `Unexpected path "${relative(cwd, loaded.value.path)}" outside the workspace, expected one inside ${workspace.root}`,
        place: { file: showPath(workspace, loaded.value.path), line: 1, column: 1 },
      })
      continue
    }
    messages.push(...loaded.messages)
    if (loaded.value) value.push(loaded.value)
  }
  return { value, messages }
}
