import type { Files } from '../workspace/index.js'

/** The world as the command line sees it: everything it reads or writes passes through here. */
export interface Io {
  readonly out: (text: string) => void
  /** Settled when what was printed is no longer held; absent where nothing ever is. */
  readonly taken?: () => Promise<void>
  readonly err: (text: string) => void
  readonly cwd: string
  /** Where files are read and written; the disk when absent. */
  readonly files?: Files
  readonly env: Readonly<Record<string, string | undefined>>
  /** Milliseconds; for progress only, never for content. */
  readonly now: () => number
  /** Whether a person looks at the output, and at the errors. */
  readonly terminal: { readonly out: boolean; readonly err: boolean; readonly in: boolean }
  /** Asks a person one question. Rejects with `Stopped` when the person walks away from it. */
  readonly ask: (question: string) => Promise<string>
  /** The same, and what is typed is not shown; absent where nobody can type unseen. */
  readonly askSecretly?: (question: string) => Promise<string>
  /** Settled when the person stops what runs until then; absent where nobody can. */
  readonly stopped?: () => Promise<void>
}
