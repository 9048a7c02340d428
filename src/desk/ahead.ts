import { statusOf } from '../commands/status.js'
import { listPolicies } from '../workspace/index.js'
import type { DeskRequest } from './types.js'

/** Reads the texts of a workspace before they are asked for, so that the desk answers while many are still unread. */
export interface Ahead {
  /** Whether a text need not be waited for. Of a desk that reads nothing ahead each is read when it is asked for. */
  readonly isRead: (path: string) => boolean
  /** Reads one text after another, between the requests that come in. */
  readonly start: () => Promise<void>
  readonly stop: () => void
}

/** `look` sees the workspace as it is now; `done` is told when all texts were read. */
export function createAhead(look: () => Pick<DeskRequest, 'context'>, done: () => void): Ahead {
  const read = new Set<string>()
  let isBusy = false
  return {
    isRead: (path) => !isBusy || read.has(path),
    async start() {
      isBusy = true
      try {
        await turn()
        const { workspace } = look().context
        for (const { name, path } of workspace ? listPolicies(workspace) : []) {
          await turn()
          if (!isBusy) return
          // What is wrong with a text is said on the page of whoever asks for it.
          await statusOf(look().context, [name]).catch(() => undefined)
          read.add(path)
        }
      } finally {
        isBusy = false
      }
      done()
    },
    stop() {
      isBusy = false
    },
  }
}

/** Lets whoever asked something meanwhile be answered. */
const turn = (): Promise<void> => new Promise((next) => setImmediate(next))
