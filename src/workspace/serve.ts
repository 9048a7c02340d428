import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, sep } from 'node:path'
import { FORMATS } from '../render/index.js'
import type { Files } from './files.js'
import { filesBelow } from './output.js'
import { isInside } from './root.js'

/** A folder of what was made, to be looked at in a browser of this machine. */
interface Preview {
  readonly address: string
  /** Has every page that is open loaded anew. */
  readonly reload: () => void
  readonly close: () => Promise<void>
}

const EVENTS = '/.changes'
const SCRIPT = `new EventSource('${EVENTS}').onmessage = () => location.reload()`
const HASH = `'sha256-${createHash('sha256').update(SCRIPT).digest('base64')}'`
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
 * a name that was made to lead here. Files are read when they are asked for and go out as they are; a page gets one script more, which loads
 * it anew after a change.
 */
export async function openPreview(folder: string, filesNow: () => Files, port: number): Promise<Preview> {
  const listeners = new Set<ServerResponse>()
  let hosts: readonly string[] = []
  // No other command pays for it.
  const { createServer } = process.getBuiltinModule('node:http')
  const server = createServer((request, response) => {
    if (!isOurs(request, hosts)) return send(response, 403, 'text/plain', 'Only pages of this address may ask.')
    if (request.method !== 'GET' && request.method !== 'HEAD') return send(response, 405, 'text/plain', 'Only GET.')
    const path = pathOf(request)
    if (path === EVENTS) {
      response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' }).write('\n')
      listeners.add(response)
      response.on('close', () => listeners.delete(response))
      return
    }
    const files = filesNow()
    const file = path?.endsWith('/') ? `${path}index.html` : path
    const found = file && readOutput(files, folder, file)
    if (!found && path === '/') return page(response, index(files, folder))
    if (!found) return send(response, 404, 'text/plain', 'There is no such file here.')
    const type = TYPES.get(extname(file).slice(1).toLowerCase()) ?? 'application/octet-stream'
    if (type === FORMATS.html.mediaType) return page(response, new TextDecoder().decode(found))
    send(response, 200, type, found)
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

function index(files: Files, folder: string): string {
  const names = filesBelow(files, folder)
    .filter((path) => /\.(?:html|pdf)$/.test(path))
    .map((path) => path.slice(folder.length + 1))
  const links = names.sort().map((name) => {
    const path = name.split(sep)
    return `<li><a href="/${path.map(encodeURIComponent).join('/')}">${path.join('/').replace(/[&<]/g, (c) => (c === '&' ? '&amp;' : '&lt;'))}</a></li>`
  })
  return `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>Clausule</title></head><body><h1>out/</h1><ul>${links.join('')}</ul></body></html>`
}

/** A page with the script, which its own policy of what may run would refuse. */
function page(response: ServerResponse, html: string): void {
  const [, own = "default-src 'none'; script-src ''"] = POLICY.exec(html) ?? []
  const policy = own
    .replaceAll('&#x27;', "'")
    .replaceAll('&#x3D;', '=')
    .replace(/script-src (?:'')?/, `script-src ${HASH} `)
  const body = html.replace(POLICY, '').replace(/<\/body>/, () => `<script>${SCRIPT}</script></body>`)
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
