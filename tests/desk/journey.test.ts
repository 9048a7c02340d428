import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launch, skipsBrowser } from '../support/browser.js'
import { folder } from '../support/workspace.js'
import { enter, reach, type } from './keys.js'
import { openOn } from './open.js'

const TEXT = (words: string) => `---
title: Protocol fotografie
organisation: basisschool-de-linde
lang: nl
version: 0.1.0
status: draft
---

# Foto's {#fotos}

1. Een medewerker plaatst een foto ${words}. {#toestemming}
`

const submit = (act: string) => `form:has([name="act"][value="${act}"]) button`
const tab = (name: string) => `.tabs a:has-text("${name}")`

describe.skipIf(skipsBrowser)('from an empty folder to a release, by keyboard alone', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launch()
  })
  afterAll(() => browser?.close())

  test.each([390, 1440])('at %i px', async (width) => {
    const root = folder({ 'lees-mij.txt': 'leeg' })
    const desk = await openOn(root)
    const page = await browser.newPage({ viewport: { width, height: 800 } })
    page.setDefaultTimeout(0)
    const file = join(root, 'policies/basisschool-de-linde/protocol-fotografie.md')
    try {
      await page.goto(desk.address)
      await type(page, '[name="name"]', 'Basisschool De Linde')
      await type(page, '[name="title"]', 'Protocol fotografie')
      await enter(page, 'main form button.main')
      expect(await page.locator('h1').textContent()).toBe('Protocol fotografie')

      await enter(page, tab('Brontekst'))
      await type(page, 'textarea', TEXT('met toestemming'))
      await enter(page, '.source-form button')
      expect(readFileSync(file, 'utf8')).toBe(TEXT('met toestemming'))

      await enter(page, tab('Besluiten'))
      await type(page, '[name="body-1"]', 'MR')
      await reach(page, '[name="right-1"]')
      await page.keyboard.type('instemming')
      await type(page, '[name="body-2"]', 'Bestuur')
      await enter(page, submit('route'))
      await type(page, submit('propose').replace('button', '[name="version"]'), '1.0.0')
      await enter(page, submit('propose'))
      for (const who of ['MR', 'Bestuur']) {
        expect(await page.locator('main').textContent()).toContain(`Wacht op ${who}`)
        await reach(page, '[name="decision"]')
        await page.keyboard.type('akkoord')
        await enter(page, submit('decide'))
      }
      await enter(page, submit('release'))
      expect(await page.locator('main').textContent()).toContain('Vastgesteld')
      expect(existsSync(file.replace('/protocol', '/releases/protocol').replace('.md', '@1.0.0.md'))).toBe(true)

      await enter(page, tab('Brontekst'))
      const next = readFileSync(file, 'utf8').replace('met toestemming', 'na toestemming')
      await type(page, 'textarea', next)
      await enter(page, '.source-form button')
      await enter(page, tab('Vergelijken'))
      expect(await page.locator('main del').allTextContents()).toContainEqual(expect.stringMatching(/\bmet\b/))
      expect(await page.locator('main ins').allTextContents()).toContainEqual(expect.stringMatching(/\bna\b/))
      expect(desk.faults).toEqual([])
    } finally {
      await page.close()
      await desk.close()
    }
  })
})
