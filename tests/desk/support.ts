import { createApp } from '../../src/desk/app.js'
import { type Files, inMemory } from '../../src/workspace/index.js'

export const ROOT = '/beleid'
const HOST = '127.0.0.1:4711'

/** A small workspace in memory: one organisation, and the policy given. */
export const linde = (policy: string): Readonly<Record<string, string>> => ({
  [`${ROOT}/policies/linde/organisation.yaml`]: 'name: Basisschool De Linde\n',
  [`${ROOT}/policies/linde/media.md`]: policy,
})

type Asking = Omit<RequestInit, 'headers'> & { readonly headers?: Record<string, string> }

/** A desk on a world in memory, asked without a network. */
export interface TestDesk {
  readonly files: Files
  readonly entrance: string
  readonly token: string
  /** Faults of our own that were told. */
  readonly faults: readonly unknown[]
  /** Reads all texts, as a desk does when it is opened. */
  readonly readAhead: () => Promise<void>
  /** How often open pages were told to look again. */
  readonly told: () => number
  /** Asks as the browser that was let in asks; headers given go before its own, and one that is empty is not sent. */
  readonly ask: (path: string, init?: Asking) => Promise<Response>
  /** Sends a form of one of our pages. */
  readonly send: (path: string, fields: Readonly<Record<string, string>>, headers?: Record<string, string>) => Promise<Response>
}

/** Opens a desk and lets a browser in. */
export async function desk(
  content: Readonly<Record<string, string>> = {},
  { files = inMemory(content, { today: '2026-03-02' }), lang = 'en' as 'en' | 'nl' } = {},
): Promise<TestDesk> {
  const faults: unknown[] = []
  let told = 0
  const live = { listen: () => new Response(null), tell: () => (told += 1), look: () => {} }
  const { fetch, guard, ahead } = createApp({
    root: ROOT,
    openFiles: () => files,
    reader: { asked: lang },
    hosts: () => [HOST, HOST.replace('127.0.0.1', 'localhost')],
    live,
    fault: (error) => faults.push(error),
  })
  const request = (path: string, init: Asking) => {
    const headers = Object.fromEntries(Object.entries({ host: HOST, ...init.headers }).filter(([, value]) => value !== ''))
    return fetch(new Request(`http://${HOST}${path}`, { ...init, headers }))
  }
  const entered = await request(guard.entrance, {})
  const cookie = entered.headers.get('set-cookie')?.replace(/;.*/, '') ?? ''
  const ask: TestDesk['ask'] = async (path, init = {}) => request(path, { ...init, headers: { cookie, ...init.headers } })
  return {
    files,
    entrance: guard.entrance,
    token: guard.token,
    faults,
    readAhead: ahead.start,
    told: () => told,
    ask,
    send: (path, fields, headers = {}) =>
      ask(path, {
        method: 'POST',
        body: new URLSearchParams({ token: guard.token, ...fields }),
        headers: { origin: `http://${HOST}`, 'sec-fetch-site': 'same-origin', ...headers },
      }),
  }
}
