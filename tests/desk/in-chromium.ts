import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { launch, type Tabs, tabsOf, violations, windowOf } from '../support/browser.js'
import { lastingFolder } from '../support/workspace.js'
import { openOn } from './open.js'

/** What a page is opened with. `plain`: without a script. */
interface Window {
  readonly width?: number
  readonly plain?: boolean
}

/** A desk on a folder of the disk and a browser that was let in, for all tests of a file. */
export interface DeskInChromium {
  /** Opens a page of the desk in a tab of its own, which is emptied when the test ends. */
  readonly open: (path: string, window?: Window) => Promise<Page>
  /** A file of the folder. */
  readonly path: (...names: readonly string[]) => string
  /** Where the desk answers. */
  readonly origin: () => string
}

/** What a browser says of a page that is not there, a text that somebody else changed, or a value that is refused: the pages say it too. */
const EXPECTED = /Failed to load resource.*(?:404|409|410|422)/

/** What a page may ask: the desk, what it holds itself, and the browser's own reader of PDF. */
const OWN = /^(?:http:\/\/127\.0\.0\.1|data:|blob:|chrome(?:-extension)?:)/

/**
 * Opens a desk and a browser. A request to anybody else, a complaint of the browser and a fault of the desk fail the test in which they come up.
 */
export function inChromium(files: Readonly<Record<string, string | Uint8Array>>): DeskInChromium {
  const troubles: string[] = []
  let browser: Browser
  const root = lastingFolder(files)
  let desk: Awaited<ReturnType<typeof openOn>> | undefined
  let scripted: BrowserContext
  let tabs: Tabs | undefined
  let plain: Tabs | undefined
  const origin = () => new URL(desk?.address ?? '').origin

  beforeAll(async () => {
    desk = await openOn(root)
    browser = await launch()
    scripted = await windowOf(browser, { permissions: ['clipboard-read', 'clipboard-write'] })
    tabs = tabsOf(scripted)
    await (await tabs.take()).goto(desk.address)
    await tabs.rest()
  })
  afterEach(async () => {
    await tabs?.rest()
    await plain?.rest()
    expect(troubles.splice(0), 'requests elsewhere and complaints of the browser').toEqual([])
    expect(desk?.faults ?? []).toEqual([])
  })
  afterAll(async () => {
    await browser?.close()
    await desk?.close()
  })

  const withoutScript = async (): Promise<Tabs> => {
    plain ??= tabsOf(await windowOf(browser, { javaScriptEnabled: false, storageState: await scripted.storageState() }))
    return plain
  }
  return {
    origin,
    path: (...names) => join(root, ...names),
    async open(path, { width = 1024, plain: isPlain = false } = {}) {
      const page = await (isPlain || !tabs ? await withoutScript() : tabs).take()
      await page.setViewportSize({ width, height: 800 })
      page.on('console', (message) => EXPECTED.test(message.text()) || troubles.push(message.text()))
      page.on('pageerror', (error) => troubles.push(error.message))
      page.on('dialog', (dialog) => void (dialog.type() === 'beforeunload' ? dialog.accept() : troubles.push(dialog.message())))
      page.on('request', (request) => OWN.test(request.url()) || troubles.push(request.url()))
      await page.goto(origin() + path)
      return page
    },
  }
}

/** What stands in somebody's way on a page: what axe objects to, and lines that are wider than the window. */
export async function barriers(page: Page): Promise<string[]> {
  const found = await violations(page)
  const isWide = await page.evaluate('document.documentElement.scrollWidth > innerWidth')
  return isWide ? [...found, 'scrolls sideways'] : found
}
