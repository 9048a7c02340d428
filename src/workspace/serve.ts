import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, sep } from 'node:path'
import type { NotMade } from '../papers/index.js'
import { FORMATS } from '../render/index.js'
import { readTemplate } from './assets.js'
import type { Files } from './files.js'
import { filesBelow } from './output.js'
import { isInside } from './root.js'

interface PreviewOptions {
  /** Any free one when 0. */
  readonly port: number
  readonly filesNow: () => Files
  /** The page of a folder that has none, with what is in it. */
  readonly list: (paths: readonly string[]) => Promise<string>
}

/** A folder of what was made, to be looked at in a browser of this machine. */
interface Preview {
  readonly address: string
  /** Has every page that is open loaded anew. */
  readonly reload: () => void
  /** Says above every page, those that are opened later too, what could not be made; nothing where all was. */
  readonly tell: (notMade: NotMade | undefined) => void
  readonly close: () => Promise<void>
}

const EVENTS = '/.changes'
const POLICY = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">\n?/
const TYPES: ReadonlyMap<string, string> = new Map([
  ...Object.values(FORMATS).flatMap(({ endings, mediaType }) => endings.map((ending) => [ending, mediaType] as const)),
  ['css', 'text/css; charset=utf-8'],
  ['js', 'text/javascript; charset=utf-8'],
  ['svg', 'image/svg+xml'],
  ['png', 'image/png'],
  ['xml', 'application/xml'],
  ['ics', 'text/calendar; charset=utf-8'],
])

/**
 * Serves a folder, the page of a folder in it by its name, and, where it has no page itself, a list of what is in it. On the loopback address only, to pages of its own only: a page of another site that asks this machine is refused, and so is
 * a name that was made to lead here. Files are read when they are asked for and go out as they are; a page gets one script and one style
 * more, which load it anew after a change and tell of what could not be made.
 */
export async function openPreview(folder: string, { port, filesNow, list }: PreviewOptions): Promise<Preview> {
  const script = readTemplate(undefined, 'preview.js')
  const style = readTemplate(undefined, 'preview.css')
  const page = (response: ServerResponse, html: string) => sendPage(response, html, { script, style })
  let told = 'event: not-made\ndata: null\n\n'
  const listeners = new Set<ServerResponse>()
  let hosts: readonly string[] = []
  // No other command pays for it.
  const { createServer } = process.getBuiltinModule('node:http')
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    if (!isOurs(request, hosts)) return send(response, 403, 'text/plain', 'Only pages of this address may ask.')
    if (request.method !== 'GET' && request.method !== 'HEAD') return send(response, 405, 'text/plain', 'Only GET.')
    const path = pathOf(request)
    if (path === EVENTS) {
      response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' }).write(`\n${told}`)
      listeners.add(response)
      response.on('close', () => listeners.delete(response))
      return
    }
    const files = filesNow()
    const file = path?.endsWith('/') ? `${path}index.html` : path
    const found = file && readOutput(files, folder, file)
    if (!found && path === '/') return page(response, await list(pagesIn(files, folder)))
    if (!found) return send(response, 404, 'text/plain', 'There is no such file here.')
    const type = TYPES.get(extname(file).slice(1).toLowerCase()) ?? 'application/octet-stream'
    if (type === FORMATS.html.mediaType) return page(response, new TextDecoder().decode(found))
    send(response, 200, type, found)
  }
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined))
  })
  await new Promise<void>((listening, refused) => {
    server.once('error', refused)
    server.listen(port, '127.0.0.1', listening)
  })
  const { port: own } = server.address() as AddressInfo
  hosts = [`127.0.0.1:${own}`, `localhost:${own}`]
  return {
    address: `http://127.0.0.1:${own}/`,
    reload: () => {
      for (const listener of listeners) listener.write('data: changed\n\n')
    },
    tell: (notMade) => {
      const now = `event: not-made\ndata: ${JSON.stringify(notMade ?? null)}\n\n`
      // An alert is read aloud: what was said is not said again.
      if (now === told) return
      told = now
      for (const listener of listeners) listener.write(told)
    },
    close: () =>
      new Promise((closed) => {
        server.close(() => closed())
        server.closeAllConnections()
      }),
  }
}

/** Whether a browser asks for a page of ours, or something that is no browser does. */
function isOurs({ headers }: IncomingMessage, hosts: readonly string[]): boolean {
  const { host = '', origin, 'sec-fetch-site': site } = headers
  if (!hosts.includes(host)) return false
  if (origin !== undefined && !hosts.some((own) => origin === `http://${own}`)) return false
  return site === undefined || site === 'same-origin' || site === 'none'
}

function pathOf({ url = '/' }: IncomingMessage): string | undefined {
  try {
    return decodeURIComponent(url.replace(/[?#].*$/s, ''))
  } catch {
    return undefined
  }
}

/** A file of the folder, links followed as far as they stay in it. */
function readOutput(files: Files, folder: string, path: string): Uint8Array | undefined {
  const full = join(folder, path)
  if (path.includes('\0') || !full.startsWith(folder + sep) || files.kindOf(full) !== 'file') return undefined
  return isInside(files, folder, full) ? files.read(full) : undefined
}

/** The pages and papers in the folder, by their paths from it. */
function pagesIn(files: Files, folder: string): readonly string[] {
  return filesBelow(files, folder)
    .filter((path) => /\.(?:html|pdf)$/.test(path))
    .map((path) => path.slice(folder.length + 1).replaceAll(sep, '/'))
    .sort()
}

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** A page with a script and a style that its own policy of what may run would refuse. */
function sendPage(
  response: ServerResponse,
  html: string,
  { script, style }: { readonly script: string; readonly style: string },
) {
  const [, own = "default-src 'none'; style-src ''; script-src ''"] = POLICY.exec(html) ?? []
  const policy = own
    .replaceAll('&#x27;', "'")
    .replaceAll('&#x3D;', '=')
    .replace(/script-src (?:'')?/, `script-src ${hashOf(script)} `)
    .replace(/style-src (?:'')?/, `style-src ${hashOf(style)} `)
  const body = html.replace(POLICY, '').replace(/<\/body>/, () => `<style>${style}</style><script>${script}</script></body>`)
  send(response, 200, 'text/html; charset=utf-8', body, {
    'Content-Security-Policy': /connect-src/.test(policy) ? policy : `${policy}; connect-src 'self'`,
  })
}

function send(
  response: ServerResponse,
  code: number,
  type: string,
  body: string | Uint8Array,
  more: Record<string, string> = {},
): void {
  response
    .writeHead(code, {
      'Content-Type': type,
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
      'Cross-Origin-Resource-Policy': 'same-origin',
      ...more,
    })
    .end(body)
}
