import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { launch, skipsBrowser, type Tabs, tabsOf, violations, windowOf } from '../support/browser.js'
import { clausule } from '../support/cli.js'
import { lastingFolder } from '../support/workspace.js'
import { sampleWorkspace } from './sample.js'
import { MOVED, PAGES, serve } from './served.js'

describe.skipIf(skipsBrowser)('the site in Chromium', () => {
  let browser: Browser
  // One window for all pages with scripts and one for those without: a site keeps nothing in it.
  let scripted: Tabs | undefined
  let plain: Tabs | undefined
  let served: Awaited<ReturnType<typeof serve>>
  const troubles: string[] = []
  beforeAll(async () => {
    const root = lastingFolder(sampleWorkspace())
    expect((await clausule(root, ['site', '--lang', 'nl'])).code).toBe(0)
    served = await serve(join(root, 'out/site'))
    browser = await launch()
    scripted = tabsOf(await windowOf(browser))
    plain = tabsOf(await windowOf(browser, { javaScriptEnabled: false }))
  })
  afterEach(async () => {
    await scripted?.rest()
    await plain?.rest()
    expect(troubles.splice(0), 'requests and complaints of the browser').toEqual([])
  })
  afterAll(async () => {
    await browser?.close()
    served?.close()
  })

  async function open(path: string, width = 1024, tabs = scripted): Promise<Page> {
    const page = await (tabs as Tabs).take()
    await page.setViewportSize({ width, height: 800 })
    page.on('console', (message) => troubles.push(message.text()))
    page.on('pageerror', (error) => troubles.push(error.message))
    page.on(
      'request',
      (request) => request.url().startsWith(served.address) || request.url().startsWith('data:') || troubles.push(request.url()),
    )
    page.on('response', (response) => response.status() === 200 || troubles.push(`${response.status()} ${response.url()}`))
    await page.goto(served.address + path)
    return page
  }

  /** Where the keyboard goes from the top of a page; what cannot be seen there is marked. */
  async function stepsOn(page: Page): Promise<string[]> {
    // The search asks to be typed in at once; a reader of the keyboard begins at the top of any page.
    await page.evaluate('document.activeElement.blur()')
    const seen: string[] = []
    for (let step = 0; step < 12; step++) {
      await page.keyboard.press('Tab')
      const at = await page.evaluate(`(() => {
        const { activeElement: e } = document
        if (e === document.body) return 'end'
        const { outlineStyle } = getComputedStyle(e)
        const { width, height, bottom } = e.getBoundingClientRect()
        return (width > 0 && height > 0 && bottom > 0 && outlineStyle !== 'none' ? '' : 'unseen ') + (e.className || e.tagName)
      })()`)
      if (at === 'end') break
      seen.push(String(at))
    }
    return seen
  }

  // A page is opened once for all of it: opening takes longer than looking.
  test.each(PAGES)('shifts nothing, is for everybody, at any width, by the keyboard alone, and on paper: /%s', async (path) => {
    const page = await open(path)
    await expect.poll(() => page.evaluate(MOVED), { message: 'what moved while it was loaded' }).toEqual([])
    for (const width of [390, 1440, 1024]) {
      await page.setViewportSize({ width, height: 800 })
      await expect.poll(() => violations(page), { message: `${width}` }).toEqual([])
      await expect
        .poll(() => page.evaluate('document.documentElement.scrollWidth'), { message: `${width}` })
        .toBeLessThanOrEqual(width)
    }
    const seen = await stepsOn(page)
    expect(seen.filter((each) => each.startsWith('unseen'))).toEqual([])
    expect(path.startsWith('search/') || seen[0] === 'skip', seen.join(' ')).toBe(true)
    expect(seen.length).toBeGreaterThan(2)
    await page.emulateMedia({ media: 'print' })
    const shown = await page.evaluate(
      `[...document.querySelectorAll('.site-head, .skip, #_tools, .site-search, .choices, main button')].filter((e) => e.getClientRects().length > 0 && getComputedStyle(e).visibility !== 'hidden').map((e) => e.className)`,
    )
    expect(shown, 'what only a screen can do').toEqual([])
    await expect.poll(async () => (await page.locator('main').innerText()).length).toBeGreaterThan(20)
  })

  test.each(PAGES)('reads without a script: /%s', async (path) => {
    const page = await open(path, 1024, plain)
    await expect.poll(async () => (await page.locator('main').innerText()).length).toBeGreaterThan(40)
  })

  test('is gone through by the keyboard alone, from the first page to a clause', async () => {
    const page = await open('')
    const focused = () => page.evaluate('document.activeElement.textContent')
    for (let step = 0; step < 30 && (await focused()) !== "Protocol camera's"; step++) await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/cameras/')
    await page.keyboard.press('Tab')
    await expect.poll(() => focused()).toBe('Naar de tekst')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.evaluate('document.activeElement.id')).toBe('_main')
  })

  test('finds a clause by a question, from any page, and leads to it', async () => {
    const page = await open('linde/cameras/')
    await page.locator('.site-search input').fill('hoe lang bewaren jullie opnamen')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/search/?q=*')
    await page.locator('.results li').first().waitFor()
    await expect.poll(() => page.locator('.results li').first().innerText()).toContain('vier weken')
    await page.locator('.results a').first().click()
    await page.waitForURL('**#wissen')
    await expect
      .poll(() => page.evaluate(`document.getElementById('wissen').getBoundingClientRect().top < innerHeight`))
      .toBe(true)
  })

  test('shows where the answers end that say what was asked', async () => {
    const page = await open('search/?q=camera')
    await page.locator('.results li').first().waitFor()
    const headings = () => page.locator('main h2:visible').allInnerTexts()
    await expect.poll(async () => (await headings())[0]).toBe('Past het best bij uw vraag')
    await page.locator('#_question').fill('camera bij het zwembad in de tuin')
    await expect.poll(() => headings()).toEqual(['Geen artikel past bij heel uw vraag. Deze passen er voor een deel bij'])
    await page.locator('#_question').fill('')
    await expect.poll(() => headings()).toEqual([])
  })

  test('narrows what was found, keeps it in the address, and says when nothing is found', async () => {
    const page = await open('search/?q=camera')
    const count = () => page.locator('.results li').count()
    await page.locator('.results li').first().waitFor()
    const all = await count()
    await page.getByLabel('Organisatie').selectOption('Eik')
    await expect.poll(() => count()).toBeLessThan(all)
    expect(page.url()).toContain('organisation=Eik')
    await page.reload()
    await page.locator('.results li').first().waitFor()
    await expect.poll(() => count()).toBeLessThan(all)
    await page.locator('#_question').fill('zwembad')
    await expect.poll(() => page.locator('#_said').innerText()).toContain('Geen artikel gevonden')
    // Chosen too narrowly: the page says how much there is without, and leads to it.
    const everywhere = page.getByRole('button', { name: 'Zoek zonder keuze' })
    expect(await everywhere.isVisible()).toBe(false)
    await page.locator('#_question').fill('stalling')
    await expect.poll(() => page.locator('#_said').innerText()).toContain('binnen deze keuze. Zonder keuze: 1')
    expect(await violations(page)).toEqual([])
    await everywhere.click()
    await expect.poll(() => count()).toBeGreaterThan(0)
    expect(page.url()).not.toContain('organisation=')
    expect(await everywhere.isVisible()).toBe(false)
  })
})
