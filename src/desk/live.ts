import { join } from 'node:path'
import { watchFolders } from '../workspace/index.js'

/** An editor writes in several steps; what comes within this many milliseconds is one change. */
const TOGETHER = 60

/** Tells the pages that are open that files changed. */
export interface Live {
  /** A stream of server-sent events, one for each change. */
  readonly listen: () => Response
  readonly tell: () => void
  /** Watches from now on, when there is something to watch that was not there before. */
  readonly look: () => void
  readonly close: () => void
}

/** Watches the texts and templates of a workspace. */
export function createLive(root: string): Live {
  const listeners = new Set<ReadableStreamDefaultController<Uint8Array>>()
  const encoder = new TextEncoder()
  let watcher: ReturnType<typeof watchFolders> | undefined
  let waiting: NodeJS.Timeout | undefined
  const send = (text: string) => {
    for (const listener of listeners) listener.enqueue(encoder.encode(text))
  }
  const tell = () => {
    clearTimeout(waiting)
    waiting = setTimeout(() => send('data: changed\n\n'), TOGETHER)
  }
  const look = () => {
    watcher?.close()
    watcher = watchFolders([join(root, 'policies'), join(root, 'templates')], tell)
  }
  look()
  return {
    tell,
    look,
    listen() {
      let own: ReadableStreamDefaultController<Uint8Array> | undefined
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          own = controller
          listeners.add(controller)
          controller.enqueue(encoder.encode(': open\n\n'))
        },
        cancel() {
          if (own) listeners.delete(own)
        },
      })
      return new Response(body, { headers: { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' } })
    },
    close() {
      clearTimeout(waiting)
      watcher?.close()
      for (const listener of listeners) listener.close()
      listeners.clear()
    },
  }
}
