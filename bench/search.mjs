/**
 * Measures the search of a site of 200 policies in Chromium: `npm run build && node bench/search.mjs [folder of a site]`. A page that has loaded its index is
 * asked a whole question, as when it is pasted, and then the same letter by letter; each counts from when it is typed until its answers are painted. Beside
 * each stands the processor time of the page's own thread, which does not count what others take.
 */

import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { dirname, extname, join } from 'node:path'
import { build } from 'esbuild'
import { shared } from '../.esbuild/bundle.mjs'
import { startBrowser } from './editor/desk.mjs'

const PAGES = 8
const QUESTIONS = ['mag ik een foto van een leerling plaatsen', 'wie beslist over een klacht', 'hoe lang bewaren jullie gegevens']
const TYPES = { '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.json': 'application/json' }

const given = process.argv[2]
const folder = mkdtempSync(join(tmpdir(), 'clausule-search-'))
const site = given ?? join(folder, 'out/site')
if (given === undefined) await makeSite()
const server = createServer(({ url = '/' }, response) => {
  const file = join(site, decodeURIComponent(url.replace(/[?#].*$/, '')).replace(/\/$/, '/index.html'))
  if (!existsSync(file)) return void response.writeHead(404).end()
  response.writeHead(200, { 'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream' }).end(readFileSync(file))
})
await new Promise((listening) => server.listen(0, '127.0.0.1', listening))
const { server: chromium, browser } = await startBrowser()

try {
  const [first, later] = [
    { painted: [], spent: [] },
    { painted: [], spent: [] },
  ]
  for (let at = 0; at < PAGES; at++) {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } })
    const client = await page.context().newCDPSession(page)
    await client.send('Performance.enable', { timeDomain: 'threadTicks' })
    const spent = async () =>
      (await client.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration').value * 1000
    await page.goto(`http://127.0.0.1:${server.address().port}/search/`, { waitUntil: 'networkidle' })
    // What the page does by itself once its index is there is done when it has nothing left to do.
    await page.evaluate(() => new Promise((idle) => requestIdleCallback(idle)))
    await page.evaluate(watchTyping)
    const question = QUESTIONS[at % QUESTIONS.length] ?? ''
    const ask = async (words, { painted, spent: taken }) => {
      const before = await spent()
      await page.keyboard.insertText(words)
      painted.push(await page.evaluate(() => window.painted))
      taken.push((await spent()) - before)
    }
    await ask(question, first)
    if ((await page.locator('.results li').count()) === 0) throw new Error('Nothing was found')
    await page.locator('input[type=search]').fill('')
    for (const letter of question) await ask(letter, later)
    await page.close()
  }
  const sizes = readdirSync(join(site, 'search')).map(
    (name) => `${name} ${Math.round(readFileSync(join(site, 'search', name)).length / 1000)} kB`,
  )
  process.stdout.write(`${sizes.join(', ')}\n${''.padEnd(52)}   median      95 %      most   (ms)\n`)
  told('the first question of a page, until it is painted', first.painted)
  told('  processor time of the page', first.spent)
  told('each letter of it, until it is painted', later.painted)
  told('  processor time of the page', later.spent)
} finally {
  await chromium.close()
  server.close()
  rmSync(folder, { recursive: true })
}

/** In the page: says of what is typed when its answers stand on the screen. */
function watchTyping() {
  document.querySelector('input[type=search]').focus()
  addEventListener(
    'beforeinput',
    () => {
      const start = performance.now()
      window.painted = new Promise((done) => {
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = () => done(performance.now() - start)
          port2.postMessage(undefined)
        })
      })
    },
    { capture: true },
  )
}

function told(name, values) {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN
  const each = [at(0.5), at(0.95), at(1)].map((value) => value.toFixed(1).padStart(9))
  process.stdout.write(`${name.padEnd(52)}${each.join('')}\n`)
}

/** The site that `npm run bench site` times. */
async function makeSite() {
  const { outputFiles } = await build({ ...shared, entryPoints: ['bench/site-text.ts'], write: false })
  const script = join(folder, 'site-text.mjs')
  writeFileSync(script, outputFiles[0].contents)
  const { siteFiles } = await import(script)
  for (const [path, text] of Object.entries(siteFiles({ without: 0.15, otherwise: 0.4 }).all)) {
    const file = join(folder, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
  const { status } = spawnSync(process.execPath, ['dist/cli.js', 'site', '--workspace', folder, '--quiet'], { stdio: 'inherit' })
  if (status !== 0) throw new Error('The site could not be made')
}
