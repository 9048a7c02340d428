import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { FileProblem } from './problem.js'
import { isFolder, isInside, type Workspace } from './root.js'

/** Whether there is a file or folder at a path. */
export const exists = (path: string): boolean => existsSync(path)

/** The text of a file, or undefined where there is none. */
export const readText = (path: string): string | undefined => (existsSync(path) ? readFileSync(path, 'utf8') : undefined)

export interface Output {
  readonly path: string
  readonly bytes: Uint8Array | string
}

/**
 * Writes files so that none is ever half there: each is written beside its place and renamed. All are written beside first, so that a
 * full disk leaves every old file as it was.
 */
export function writeOutputs(outputs: readonly Output[]): void {
  const staged: { from: string; to: string }[] = []
  // What a rename would stumble over is looked for before the first one: afterwards it would be too late for the others.
  for (const { path } of outputs) if (isFolder(path)) throw new FileProblem(path, 'Unexpected folder, expected a file to write')
  try {
    for (const { path, bytes } of outputs) {
      mkdirSync(dirname(path), { recursive: true })
      const from = `${path}.${process.pid}.part`
      staged.push({ from, to: path })
      writeFileSync(from, bytes)
    }
    for (const { from, to } of staged) renameSync(from, to)
  } catch (error) {
    for (const { from } of staged) rmSync(from, { force: true })
    throw error
  }
}

/** A path below `out/`, made of names; a name that would lead out of it is refused. */
export function outPath(workspace: Workspace, ...names: readonly string[]): string {
  const folder = join(workspace.root, 'out')
  const path = join(folder, ...names.map(safeName))
  if (!isInside(folder, path)) throw new FileProblem(path, `Unexpected link out of ${folder}, expected a path inside it`)
  return path
}

// What stands in front matter may end up in a file name: only what every system takes as part of one.
const safeName = (name: string): string => name.replace(/[^\p{L}\p{N}@._-]+/gu, '-').replace(/^\.+/, '') || 'unnamed'

/** Every file below `out/` whose name ends as given, in the order of their paths. */
export function listOutputs({ root }: Workspace, ending: string): readonly string[] {
  const folder = join(root, 'out')
  if (!isFolder(folder)) return []
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => join(folder, name))
}
