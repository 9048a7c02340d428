import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'

/** Every kind of page that the site of `sampleWorkspace` has. */
export const PAGES = [
  '',
  'search/?q=camera',
  'subjects/cameras/',
  'compare/cameras/',
  'compare/cameras/eik.cameras.hal/',
  'linde/cameras/compared/',
  'linde/',
  'linde/cameras/',
  'linde/cameras/1.0.0/',
  'linde/cameras/1.0.0--1.1.0/',
  'linde/cameras/history/',
]

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
}

/** Milliseconds between two pieces of a page. */
const PAUSE = 50

const pause = (): Promise<void> => new Promise((done) => void setTimeout(done, PAUSE))

/** A site as a plain web server serves it: pages whole, or piece by piece, as over a slow line, where pictures and scripts come last. */
export async function serve(root: string, pieces = 1): Promise<{ readonly address: string; readonly close: () => void }> {
  const server = createServer(async ({ url = '/' }, response) => {
    const path = decodeURIComponent(url.replace(/[?#].*$/, '')).replace(/\/$/, '/index.html')
    const file = join(root, path)
    if (!existsSync(file)) return void response.writeHead(404).end()
    const kind = extname(file)
    response.writeHead(200, { 'Content-Type': TYPES[kind] ?? 'application/octet-stream', 'Cache-Control': 'no-store' })
    const bytes = readFileSync(file)
    if (kind !== '.html') {
      for (let waits = 1; kind !== '.css' && waits < pieces; waits++) await pause()
      return void response.end(bytes)
    }
    const size = Math.ceil(bytes.length / pieces)
    for (let at = 0; at < bytes.length; at += size) {
      if (at > 0) await pause()
      response.write(bytes.subarray(at, at + size))
    }
    response.end()
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close: () => server.close() }
}

/** What moved of what is shown since the page was opened, how far, and from where to where: an expression for a page. */
export const MOVED = `new Promise((told) => {
  const moved = []
  const at = ({ x, y, width }) => [x, y, width].map(Math.round).join(' ')
  const of = ({ node, previousRect, currentRect }) => [node?.className || node?.nodeName, at(previousRect), at(currentRect)].join(': ')
  new PerformanceObserver((list) => {
    for (const e of list.getEntries()) if (!e.hadRecentInput && e.value >= 0.005) moved.push([e.value, ...e.sources.map(of)].join(', '))
  }).observe({ type: 'layout-shift', buffered: true })
  requestAnimationFrame(() => requestAnimationFrame(() => told(moved)))
})`
