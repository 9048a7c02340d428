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
export const listOutputs = ({ root, files }: Workspace, ending: string): readonly string[] =>
  filesBelow(files, join(root, 'out')).filter((path) => path.endsWith(ending))

/** Every file below a folder, in the order of their paths. */
export function filesBelow(files: Files, folder: string): readonly string[] {
  const below = (inside: string): string[] =>
    files.list(inside).flatMap(({ name, kind }) => {
      const path = join(inside, name)
      return kind === 'folder' ? below(path) : kind === 'file' ? [path] : []
    })
  return below(folder).sort()
}
