import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'

const CHROMIUM = '/usr/bin/chromium'
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

// Without a browser these tests are skipped, in sight; whoever demands one gets failures instead.
export const skipsBrowser = !existsSync(CHROMIUM) && !process.env.CLAUSULE_REQUIRE_BROWSER

/**
 * Milliseconds that anything may take in a page: far more than it does on the busiest machine, so that what never comes is told by name, and not by
 * the end of the run.
 */
const PATIENCE = 120_000

/** How many times slower than it is a page's processor shall be: what passes only on a quick machine is found by `CLAUSULE_SLOW_BROWSER=20`. */
const SLOWNESS = Number(process.env.CLAUSULE_SLOW_BROWSER ?? 1)

export const launch = (env?: Record<string, string>): Promise<Browser> =>
  chromium.launch({
    executablePath: CHROMIUM,
    // What has no graphics card draws without one sooner than with one that is made believe.
    args: ['--no-sandbox', '--disable-quic', '--disable-gpu'],
    ...(env ? { env } : {}),
    timeout: PATIENCE,
  })

/** A window in which nothing is waited for without an end, and nothing moves by itself. */
export async function windowOf(browser: Browser, options: BrowserContextOptions = {}): Promise<BrowserContext> {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options })
  context.setDefaultTimeout(PATIENCE)
  if (SLOWNESS > 1) context.on('page', (page) => void slowDown(page))
  return context
}

async function slowDown(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWNESS })
}

/** The tabs of a window. */
export interface Tabs {
  /** An empty tab: one that rests, or a new one. */
  readonly take: () => Promise<Page>
  /** Empties all tabs, and lets one rest: a new one is a process of its own, which takes three times what a page takes that is opened in another's place. */
  readonly rest: () => Promise<void>
}

export function tabsOf(window: BrowserContext): Tabs {
  let resting: Page | undefined
  return {
    async take() {
      const page = resting?.isClosed() === false ? resting : await window.newPage()
      resting = undefined
      return page
    },
    async rest() {
      const [first, ...others] = window.pages()
      for (const page of others) await page.close()
      if (first === undefined || first === resting) return
      first.removeAllListeners()
      await first.unrouteAll({ behavior: 'ignoreErrors' })
      // A page that holds what is not sent yet asks whether it may be left.
      first.on('dialog', (dialog) => void dialog.accept())
      await first.goto('about:blank')
      first.removeAllListeners()
      await first.emulateMedia({ media: null, colorScheme: 'light' })
      resting = first
    },
  }
}

/** What a page is opened with: the size of its window, and what asks for a window of its own. */
export type Window = Pick<BrowserContextOptions, 'viewport' | 'javaScriptEnabled' | 'permissions'>

/**
 * A browser for the tests of a file. Its pages are tabs of one window, emptied when their test ends: a window costs more than most tests,
 * and our pages keep nothing in it. A request for anything but a file, and a complaint of the browser, fail the test.
 */
export function inBrowser(): (address: string, window?: Window) => Promise<Page> {
  const viewport = { width: 1280, height: 800 }
  const troubles: string[] = []
  let browser: Browser
  let shared: BrowserContext
  let tabs: Tabs | undefined

  beforeAll(async () => {
    browser = await launch()
    shared = await windowOf(browser, { viewport })
    tabs = tabsOf(shared)
  })
  afterEach(async () => {
    for (const context of browser?.contexts() ?? []) if (context !== shared) await context.close()
    await tabs?.rest()
    expect(troubles.splice(0), 'requests and complaints of the browser').toEqual([])
  })
  afterAll(() => browser?.close())

  return async (address, { viewport: size, ...own } = {}) => {
    const isCommon = Object.keys(own).length === 0
    const page = isCommon && tabs ? await tabs.take() : await (await windowOf(browser, { viewport, ...own })).newPage()
    await page.setViewportSize(size ?? viewport)
    page.on('console', (message) => troubles.push(message.text()))
    page.on('pageerror', (error) => troubles.push(error.message))
    page.on('request', (request) => /^(?:file|data):/.test(request.url()) || troubles.push(request.url()))
    await page.goto(address)
    return page
  }
}

/** What axe-core objects to on a page, by all its rules or those named: each with the first place it stands. */
export async function violations(page: Page, rules?: readonly string[]): Promise<string[]> {
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(AXE)
  const options = JSON.stringify({ resultTypes: ['violations'], ...(rules ? { runOnly: rules } : {}) })
  const found = await page.evaluate(`axe.run(${options}).then((r) => r.violations)`)
  return (found as { id: string; nodes: { html: string }[] }[]).map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
}
