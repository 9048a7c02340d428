/**
 * Takes the pictures of `docs/site-pages.md`: each kind of page of a site, of the policies of this repository with their drafts.
 * `node .esbuild/site-screenshots.mjs`, after `npm run build`.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { chromium } from 'playwright-core'

const KINDS = {
  home: '',
  subject: 'subjects/social-media/',
  organisation: 'allure/',
  policy: 'allure/social-media/',
  version: 'allure/social-media/draft/',
  change: 'allure/social-media/1.0.0--draft/',
  history: 'allure/social-media/history/',
  comparison: 'compare/social-media/',
  rule: 'compare/social-media/aeres.social-media.opnamen-toestemming/',
  beside: 'flex-college/social-media/compared/',
  search: 'search/?q=mag de juf een kiekje plaatsen',
}
const WIDTHS = [390, 1024, 1440]
/** Which of them the page of pictures shows: every kind once as on a phone, and three wide. */
const KEPT = { 390: Object.keys(KINDS), 1024: ['policy', 'comparison'], 1440: ['change'] }
const TYPES = {
  '.html': 'text/html',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
}

const root = join(import.meta.dirname, '..')
const all = process.argv[2]
const target = all ?? join(root, 'docs', 'images', 'site')
const site = mkdtempSync(join(tmpdir(), 'site-'))
execFileSync(process.execPath, [join(root, 'dist/cli.js'), 'site', '--drafts', '--lang', 'nl', '--quiet', '--output', site], {
  cwd: root,
})
const server = createServer(({ url = '/' }, response) => {
  const file = join(site, decodeURIComponent(url.replace(/[?#].*$/, '')).replace(/\/$/, '/index.html'))
  if (!existsSync(file)) return void response.writeHead(404).end()
  response.writeHead(200, { 'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream' }).end(readFileSync(file))
})
await new Promise((listening) => server.listen(0, '127.0.0.1', listening))
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
mkdirSync(target, { recursive: true })
for (const width of WIDTHS) {
  for (const [kind, path] of Object.entries(KINDS)) {
    // A folder that is named gets all of them, to be looked at; the repository keeps some.
    if (all === undefined && !KEPT[width].includes(kind)) continue
    const page = await browser.newPage({ viewport: { width, height: width < 500 ? 844 : 800 }, reducedMotion: 'reduce' })
    await page.goto(`http://127.0.0.1:${server.address().port}/${path}`)
    if (kind === 'search') await page.locator('.results li').first().waitFor()
    const session = await page.context().newCDPSession(page)
    const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: 55 })
    writeFileSync(join(target, `${kind}-${width}.webp`), Buffer.from(data, 'base64'))
    await page.close()
  }
}
await browser.close()
server.close()
rmSync(site, { recursive: true })
