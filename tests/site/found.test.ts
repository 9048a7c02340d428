import { existsSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launch, skipsBrowser, violations, windowOf } from '../support/browser.js'
import { clausule } from '../support/cli.js'
import { lastingFolder } from '../support/workspace.js'
import { textOf } from './build.js'
import { SAYS, schoolFiles } from './sample.js'

const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.css': 'text/css', '.js': 'text/javascript' }
const rules = Array.from({ length: 50 }, (_, at) =>
  [
    `# Groep ${at + 1} {#groep-${at + 1}}`,
    ...['stalling', 'sleutel', 'helm', 'bel'].map(
      (word, n) => `${n + 1}. De fiets van groep ${at + 1} heeft een ${word}. {#${word}-${at + 1}}`,
    ),
  ].join('\n\n'),
)

describe.skipIf(skipsBrowser)('a search that finds more than is shown', () => {
  let browser: Browser
  let page: Page
  beforeAll(async () => {
    const root = lastingFolder(schoolFiles('linde', { 'fietsen.md': textOf('1.0.0', rules.join('\n\n'), SAYS) }))
    expect((await clausule(root, ['site', '--lang', 'nl'])).code).toBe(0)
    browser = await launch()
    page = await (await windowOf(browser, { viewport: { width: 390, height: 800 } })).newPage()
    await page.route('http://site.invalid/**', async (route) => {
      const { pathname } = new URL(route.request().url())
      const file = join(root, 'out/site', decodeURIComponent(pathname).replace(/\/$/, '/index.html'))
      if (!existsSync(file)) return route.fulfill({ status: 404, body: '' })
      return route.fulfill({ contentType: TYPES[extname(file)] ?? 'application/json', body: readFileSync(file) })
    })
  })
  afterAll(() => browser?.close())

  test('says how many are below, and shows the rest where the reader is', async () => {
    await page.goto('http://site.invalid/search/?q=fiets')
    const said = page.locator('#_said')
    await expect.poll(() => said.innerText()).toBe('200 artikelen gevonden; de beste 160 staan hieronder')
    await expect.poll(() => page.locator('.results > li').count()).toBe(40)
    const more = page.getByRole('button', { name: 'Meer tonen' })
    await more.focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => page.locator('.results > li').count()).toBe(50)
    await expect
      .poll(() => page.evaluate(`[...document.querySelectorAll('.results > li > p > a')].indexOf(document.activeElement)`))
      .toBe(40)
    expect(await violations(page)).toEqual([])
    await expect.poll(() => said.innerText()).toBe('200 artikelen gevonden')
    await expect.poll(() => more.isVisible()).toBe(false)
    // Another question begins anew.
    await page.locator('#_question').fill('stalling')
    await expect.poll(() => page.locator('.results > li').count()).toBe(40)
  })
})
