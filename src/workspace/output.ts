import { join } from 'node:path'
import type { Files } from './files.js'
import { FileProblem } from './problem.js'
import { isInside, type Workspace } from './root.js'

/** Whether there is a file or folder at a path. */
export const exists = (files: Files, path: string): boolean => files.kindOf(path) !== undefined

/** The text of a file, or undefined where there is none. */
export const readText = (files: Files, path: string): string | undefined =>
  files.kindOf(path) === undefined ? undefined : new TextDecoder().decode(files.read(path))

/** A path below `out/`, made of names; a name that would lead out of it is refused. */
export function outPath(workspace: Workspace, ...names: readonly string[]): string {
  const folder = join(workspace.root, 'out')
  const path = join(folder, ...names.map(safeName))
  if (!isInside(workspace.files, folder, path)) throw new FileProblem(path, { form: 'link', values: { folder } })
  return path
}

// What stands in front matter may end up in a file name: only what every system takes as part of one.
const safeName = (name: string): string => name.replace(/[^\p{L}\p{N}@._-]+/gu, '-').replace(/^\.+/, '') || 'unnamed'

/** Every file below `out/` whose name ends as given, in the order of their paths. */
export function listOutputs({ root, files }: Workspace, ending: string): readonly string[] {
  const below = (folder: string): string[] =>
    files.list(folder).flatMap(({ name, kind }) => {
      const path = join(folder, name)
      return kind === 'folder' ? below(path) : name.endsWith(ending) ? [path] : []
    })
  return below(join(root, 'out')).sort()
}
