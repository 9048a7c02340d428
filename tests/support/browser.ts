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
    args: ['--no-sandbox', '--disable-quic'],
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

/** What a page is opened with: the size of its window, and what asks for a window of its own. */
export type Window = Pick<BrowserContextOptions, 'viewport' | 'javaScriptEnabled' | 'permissions'>

/**
 * A browser for the tests of a file. Its pages are tabs of one window, closed when their test ends: a window costs more than most tests,
 * and our pages keep nothing in it. A request for anything but a file, and a complaint of the browser, fail the test.
 */
export function inBrowser(): (address: string, window?: Window) => Promise<Page> {
  const viewport = { width: 1280, height: 800 }
  const troubles: string[] = []
  let browser: Browser
  let shared: BrowserContext

  beforeAll(async () => {
    browser = await launch()
    shared = await windowOf(browser, { viewport })
  })
  afterEach(async () => {
    for (const context of browser?.contexts() ?? []) {
      if (context === shared) for (const page of context.pages()) await page.close()
      else await context.close()
    }
    expect(troubles.splice(0), 'requests and complaints of the browser').toEqual([])
  })
  afterAll(() => browser?.close())

  return async (address, { viewport: size, ...own } = {}) => {
    const context = Object.keys(own).length === 0 ? shared : await windowOf(browser, { viewport, ...own })
    const page = await context.newPage()
    if (size) await page.setViewportSize(size)
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
