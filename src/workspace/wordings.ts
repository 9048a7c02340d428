import { dirname, join } from 'node:path'
import type { Result } from '../model/index.js'
import { readWordings, type Wordings } from '../tailor/index.js'
import { ours } from './home.js'
import { loadPolicy } from './load.js'
import { readText } from './output.js'
import { type PolicyEntry, showPath, type Workspace } from './root.js'

/** Other words for the provisions of a template: those in `NAME.wordings.yaml` beside it, which serve all its editions. */
export function loadWordings(workspace: Workspace, { name, path, policy, packaged, releases }: PolicyEntry): Result<Wordings> {
  const file = join(dirname(path), `${policy}.wordings.yaml`)
  const source = readText(packaged ? ours : workspace.files, file)
  if (source === undefined) return { value: {}, messages: [] }
  const texts = [name, ...releases.map(({ version }) => `${name}@${version}`)]
  const editions = texts.flatMap((text) => loadPolicy(workspace, text, workspace.root).value?.policy ?? [])
  return readWordings(source, showPath(workspace, file), editions)
}
