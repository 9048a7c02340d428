import {
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { FileProblem, nothingWritten } from './problem.js'
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
 * full disk leaves every old file as it was. What cannot be finished is undone, folders too, and thrown as a `FileProblem` that says so.
 */
export function writeOutputs(outputs: readonly Output[]): void {
  const undo: (() => void)[] = []
  try {
    // What a rename would stumble over is looked for before the first one.
    for (const { path } of outputs) if (isFolder(path)) throw new FileProblem(path, 'Unexpected folder, expected a file to write')
    const staged = outputs.map(({ path, bytes }) => {
      for (const folder of missingFolders(path)) {
        if (mkdirSync(folder, { recursive: true }) !== undefined) undo.push(() => rmdirSync(folder))
      }
      const from = `${path}${part('part')}`
      undo.push(() => rmSync(from, { force: true }))
      writeFileSync(from, bytes)
      return { from, to: path }
    })
    const kept = staged.flatMap(({ from, to }) => putInPlace(from, to, undo))
    for (const file of kept) rmSync(file, { force: true })
  } catch (error) {
    for (const step of undo.reverse()) tryTo(step)
    throw nothingWritten(error)
  }
}

const part = (kind: 'part' | 'kept'): string => `.${process.pid}.${kind}`

/** The folders above a path that are not there, the outermost first. */
function missingFolders(path: string): string[] {
  const folder = dirname(path)
  return existsSync(folder) || folder === path ? [] : [...missingFolders(folder), folder]
}

/** Renames, and keeps what stood there beside it until all is in place: the next one may be refused. Returns what was kept. */
function putInPlace(from: string, to: string, undo: (() => void)[]): string[] {
  const old = existsSync(to) ? `${to}${part('kept')}` : undefined
  if (old !== undefined) {
    undo.push(() => rmSync(old, { force: true }))
    copyFileSync(to, old, constants.COPYFILE_FICLONE)
  }
  renameSync(from, to)
  undo.push(() => (old === undefined ? rmSync(to, { force: true }) : renameSync(old, to)))
  return old === undefined ? [] : [old]
}

/** What cannot be undone stays, and hides no reason why it had to be. */
function tryTo(step: () => void): void {
  try {
    step()
  } catch {}
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
