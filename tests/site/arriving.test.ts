import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launch, skipsBrowser, windowOf } from '../support/browser.js'
import { clausule } from '../support/cli.js'
import { lastingFolder } from '../support/workspace.js'
import { sampleWorkspace } from './sample.js'
import { MOVED, PAGES, serve } from './served.js'

const PIECES = 20

describe.skipIf(skipsBrowser)('a page that arrives piece by piece', () => {
  let browser: Browser
  let served: Awaited<ReturnType<typeof serve>>
  beforeAll(async () => {
    const root = lastingFolder(sampleWorkspace())
    expect((await clausule(root, ['site', '--lang', 'nl'])).code).toBe(0)
    served = await serve(join(root, 'out/site'), PIECES)
    browser = await launch()
  })
  afterAll(async () => {
    await browser?.close()
    served?.close()
  })

  test.concurrent.for([390, 1024])('moves nothing that is read, at %s', async (width, { expect }) => {
    const window = await windowOf(browser, { viewport: { width, height: 800 } })
    const moved = await Promise.all(
      PAGES.map(async (path, at) => {
        const page = await window.newPage()
        // Each from a host of its own: a browser opens six connections to one, and pages would wait for each other.
        const answer = await page.goto(served.address.replace('127.0.0.1', `page-${at}.localhost`) + path)
        expect(answer?.status()).toBe(200)
        await page.waitForFunction('document.readyState === "complete"')
        return [path, (await page.evaluate(MOVED)) as readonly string[]] as const
      }),
    )
    expect(moved.filter(([, each]) => each.length > 0)).toEqual([])
    await window.close()
  })
})
