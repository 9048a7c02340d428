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

describe.skipIf(skipsBrowser)('from an empty folder to a release', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launch()
  })
  afterAll(() => browser?.close())

  test.each([390, 1440])('by keyboard alone at %i px', async (width) => {
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

  test('by mouse: a file is brought in, rewritten in place, decided on, released, and compared with its next version', async () => {
    const root = folder({ 'lees-mij.txt': 'leeg' })
    const desk = await openOn(root)
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    page.setDefaultTimeout(0)
    const file = join(root, 'policies/basisschool-de-wilg/telefoons-op-school.md')
    const press = async (selector: string) => {
      await Promise.all([page.waitForEvent('load'), page.locator(selector).first().click()])
    }
    const write = async (at: string, words: string) => {
      await page.locator('.ProseMirror').getByText(at).click()
      await page.keyboard.press('End')
      const saved = page.waitForResponse((response) => response.request().method() === 'POST' && response.url().endsWith('/edit'))
      await page.keyboard.insertText(words)
      await saved
    }
    try {
      await page.goto(desk.address)
      await press('a[href="/import"]')
      const text =
        'Telefoons op school\n\n1. Gebruik\n\n1.1 De telefoon is uit in de les.\n1.2 Een docent kan een uitzondering maken.\n'
      await page
        .locator('[name="file"]')
        .setInputFiles({ name: 'telefoons.txt', mimeType: 'text/plain', buffer: Buffer.from(text) })
      await page.locator('[name="name"]').fill('Basisschool De Wilg')
      await press('main form button.main')
      if ((await page.locator('[name="rest"]').count()) > 0) await page.locator('[name="rest"]').check()
      await press('main form button.main')
      expect(readFileSync(file, 'utf8')).toContain('De telefoon is uit in de les.')

      await press(tab('Schrijven'))
      await write('De telefoon is uit in de les.', ' Ook in de pauze.')
      expect(readFileSync(file, 'utf8')).toContain('De telefoon is uit in de les. Ook in de pauze.')

      await press(tab('Besluiten'))
      await page.locator('[name="body-1"]').fill('Bestuur')
      await press(submit('route'))
      await page.locator(submit('propose').replace('button', '[name="version"]')).fill('1.0.0')
      await press(submit('propose'))
      await page.locator('[name="decision"]').selectOption('positive')
      await press(submit('decide'))
      await press(submit('release'))
      const release = file.replace('/telefoons', '/releases/telefoons').replace('.md', '@1.0.0.md')
      expect(readFileSync(release, 'utf8')).toContain('Ook in de pauze.')

      await press(tab('Schrijven'))
      await write('Een docent kan een uitzondering maken.', ' De directie ook.')
      await press(tab('Vergelijken'))
      expect(await page.locator('main ins').allTextContents()).toContainEqual(expect.stringMatching(/directie/))
      expect(readFileSync(release, 'utf8')).not.toContain('De directie ook.')
      expect(desk.faults).toEqual([])
    } finally {
      await page.close()
      await desk.close()
    }
  })
})
