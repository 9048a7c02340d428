import type { Phrase } from '../model/index.js'
import { clean } from '../render/text/index.js'
import type { Say } from '../secretariat/context.js'
import type { Io } from './io.js'

/** Says on a terminal what is being done, from the moment it takes longer than a second. */
export function createProgress(io: Io, say: Say): { show: (doing: Phrase) => void; done: () => void } {
  const start = io.now()
  let shown = false
  return {
    show: (doing) => {
      if (!io.terminal.err || io.now() - start < 1000) return
      shown = true
      io.err(`\r\u001b[2K${clean(say(doing))}…`)
    },
    done: () => {
      if (shown) io.err('\r\u001b[2K')
    },
  }
}
