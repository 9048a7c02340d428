import type { Message } from '../model/index.js'
import type { Paint } from '../render/text/index.js'
import type { Workspace } from '../workspace/index.js'

/** What a command may know of the world around it. */
export interface Context {
  /** Absent when there is none at or above the folder the operator stands in. */
  readonly workspace?: Workspace
  readonly cwd: string
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

export function requireWorkspace({ workspace, cwd }: Context): Workspace {
  if (workspace) return workspace
  throw new UsageError(
    `There is no workspace at or above ${cwd}: a workspace is a folder with policies/ in it. Make one with "clausule init".`,
  )
}
