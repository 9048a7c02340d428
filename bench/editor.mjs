/**
 * Measures the editor of the desk in Chromium: `npm run build && node bench/editor.mjs [clauses]`. Times of a busy machine say little: beside them stands
 * the processor time of the page's own thread, which does not count what others take.
 */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startBrowser, startDesk } from './editor/desk.mjs'
import { policy } from './editor/policy.mjs'

const COUNT = Number(process.argv[2] ?? 300)
const KEYS = 200

const root = mkdtempSync(join(tmpdir(), 'clausule-editor-'))
mkdirSync(join(root, 'policies/groot/releases'), { recursive: true })
writeFileSync(join(root, 'policies/groot/organisation.yaml'), 'name: Groot College\n')
writeFileSync(join(root, 'policies/groot/reglement.md'), policy(COUNT, '1.1.0', 'draft'))
writeFileSync(join(root, 'policies/groot/releases/reglement@1.0.0.md'), policy(COUNT, '1.0.0', 'adopted'))

const { desk, entrance, origin } = await startDesk(root)
const { server, browser } = await startBrowser()
const at = (sorted, part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN
const told = (name, values) => {
  const sorted = [...values].sort((a, b) => a - b)
  const each = [at(sorted, 0.5), at(sorted, 0.99), sorted.at(-1)].map((value) => value.toFixed(1).padStart(9))
  process.stdout.write(`${name.padEnd(52)}${each.join('')}\n`)
}

try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  page.setDefaultTimeout(0)
  await page.goto(entrance)
  const address = `${origin}/policies/groot/reglement/edit`
  process.stdout.write(`${COUNT} clauses${''.padEnd(44)}   median      99 %      most   (ms)\n`)

  const opened = []
  for (let i = 0; i < 6; i++) {
    await page.goto(address)
    await page.waitForSelector('.ProseMirror')
    opened.push(await page.evaluate(() => performance.now()))
    await page.waitForSelector('#_changes > *')
  }
  told('open, until the text can be typed in', opened.slice(1))

  const client = await page.context().newCDPSession(page)
  await client.send('Performance.enable', { timeDomain: 'threadTicks' })
  const spent = async () =>
    (await client.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration').value * 1000
  await page.evaluate(() => {
    window.keys = []
    document.addEventListener(
      'keydown',
      () => {
        const start = performance.now()
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = () => window.keys.push(performance.now() - start)
          port2.postMessage(undefined)
        })
      },
      true,
    )
  })
  const kinds = [
    ['words', () => page.keyboard.type('a')],
    ['a step that renumbers (Alt with an arrow)', (i) => page.keyboard.press(i % 2 ? 'Alt+ArrowUp' : 'Alt+ArrowDown')],
  ]
  for (const [name, press] of kinds) {
    await page
      .locator('.ProseMirror li p')
      .nth(Math.floor(COUNT / 4))
      .click()
    await page.waitForTimeout(1500)
    await page.evaluate(() => {
      window.keys = []
    })
    const own = []
    for (let i = 0; i < KEYS; i++) {
      const before = await spent()
      await press(i)
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))))
      own.push((await spent()) - before)
    }
    told(`key to paint, ${name}`, await page.evaluate(() => window.keys))
    told('  processor time of the page for it', own)
  }

  const judged = []
  const saved = []
  for (let i = 0; i < 20; i++) {
    await page.waitForTimeout(1200)
    const judge = page.waitForResponse((response) => response.url().endsWith('/judge') && response.request().method() === 'POST')
    const kept = page.waitForResponse((response) => response.url() === address && response.request().method() === 'POST')
    await page.keyboard.type('b')
    const start = performance.now()
    await judge
    judged.push(performance.now() - start)
    await kept
    saved.push(performance.now() - start)
  }
  told('findings and changes, after the last key', judged)
  told('in the file, after the last key', saved)
} finally {
  await server.close()
  desk.kill()
  rmSync(root, { recursive: true, force: true })
}
