import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { type Context, UsageError } from '../secretariat/context.js'
import type { Files } from '../workspace/index.js'
import { createApp } from './app.js'
import { createLive } from './live.js'

export interface DeskOptions {
  /** The workspace, or the folder where one may be made. */
  readonly root: string
  /** Any free one when 0. */
  readonly port: number
  readonly openFiles: () => Files
  readonly reader: NonNullable<Context['reader']>
  readonly fault: (error: unknown) => void
}

/** A desk that is open. */
export interface Desk {
  /** Lets one browser in, once. */
  readonly address: string
  readonly close: () => Promise<void>
}

/** How many ports are tried for the one to name beside one that is taken. */
const NEXT = 20

/** Opens the desk on a folder, on the loopback address only. */
export async function openDesk({ root, port, openFiles, reader, fault }: DeskOptions): Promise<Desk> {
  const live = createLive(root)
  let hosts: readonly string[] = []
  const app = createApp({ root, openFiles, reader, hosts: () => hosts, live, fault })
  const server = createAdaptorServer({ fetch: app.fetch }) as Server
  try {
    await listening(server, port)
  } catch (error) {
    live.close()
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    throw new UsageError({ phrase: 'usage.desk-port', values: { port, free: await freeAfter(port) } })
  }
  const { port: own } = server.address() as AddressInfo
  hosts = [`127.0.0.1:${own}`, `localhost:${own}`]
  void app.ahead.start().catch(fault)
  return {
    address: `http://127.0.0.1:${own}${app.guard.entrance}`,
    close: () =>
      new Promise((closed) => {
        live.close()
        app.ahead.stop()
        server.close(() => closed())
        server.closeAllConnections()
      }),
  }
}

const listening = (server: Server, port: number): Promise<void> =>
  new Promise((done, refused) => {
    server.once('error', refused)
    server.listen(port, '127.0.0.1', done)
  })

/** The next port that nobody listens on. */
async function freeAfter(port: number): Promise<number> {
  const { createServer } = process.getBuiltinModule('node:http')
  for (let next = port + 1; next <= Math.min(port + NEXT, 65_535); next++) {
    const server = createServer()
    const isFree = await listening(server, next).then(
      () => true,
      () => false,
    )
    if (isFree) await new Promise((closed) => server.close(closed))
    if (isFree) return next
  }
  return 0
}
