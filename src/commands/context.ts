import { join, resolve } from 'node:path'
import type { Message } from '../model/index.js'
import type { Paint } from '../render/text/index.js'
import { type Files, isInside, openDisk, type Workspace } from '../workspace/index.js'

/** What a command may know of the world around it. */
export interface Context {
  /** Absent when there is none at or above the folder the operator stands in. */
  readonly workspace?: Workspace
  readonly cwd: string
  /** Where files are read and written; those of the workspace when absent, and without one the disk. */
  readonly files?: Files
  /** Called with what is being done now; shown when it takes long. */
  readonly progress?: (doing: string) => void
}

/** What a command gives back: findings, a JSON value, and the same for people. */
export interface Outcome<T> {
  readonly messages: readonly Message[]
  /** Printed with `--json`; documented in docs/cli.md. */
  readonly data: T
  /** Lines for a person, without the messages. */
  readonly text: (paint: Paint) => string
  /** Files that were written, as absolute paths. */
  readonly written: readonly string[]
}

/** The operator asked for something that cannot be meant: exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** The operator walked away from a question, by Ctrl+C or Ctrl+D: exit code 130, and nothing is done. */
export class Stopped extends Error {
  override readonly name = 'Stopped'
}

/** Where `--output` points. What is made never takes the place of what it was made from, nor stands among the policies. */
export function outputPath({ workspace, cwd }: Context, output: string, names: readonly string[]): string {
  const path = resolve(cwd, output)
  const source = names.some((name) => resolve(cwd, name) === path)
  if (source || (workspace && isInside(workspace.files, join(workspace.root, 'policies'), path))) {
    throw new UsageError(
      `${output} ${source ? 'is one of the texts compared' : 'lies among the policies'}: choose another --output.`,
    )
  }
  return path
}

/** Where files are read and written. */
export const filesOf = ({ files, workspace }: Context): Files => files ?? workspace?.files ?? openDisk()

/** The workspace, or the folder the operator stands in as if it were one: `out/` comes there. */
export const homeOf = (context: Context): Workspace =>
  context.workspace ?? { root: context.cwd, cwd: context.cwd, files: filesOf(context) }

export function requireWorkspace({ workspace, cwd }: Context): Workspace {
  if (workspace) return workspace
  throw new UsageError(
    `There is no workspace at or above ${cwd}: a workspace is a folder with policies/ in it. Make one with "clausule init".`,
  )
}
