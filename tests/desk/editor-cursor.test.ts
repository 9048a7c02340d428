import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { skipsBrowser } from '../support/browser.js'
import { inChromium } from './in-chromium.js'

const POLICY = `---
title: Protocol
organisation: linde
lang: nl
version: 1.0.0
status: draft
---

Eerste regel. {#eerste}

Tweede regel. {#tweede}

Derde regel. {#derde}
`

describe.skipIf(skipsBrowser)('the cursor', () => {
  const desk = inChromium({
    'policies/linde/organisation.yaml': 'name: De Linde\n',
    'policies/linde/protocol.md': POLICY,
  })

  it('is where it is seen, for a key that comes before the browser told where it went', async () => {
    const page = await desk.open('/policies/linde/protocol/edit')
    await page.locator('.ProseMirror p').first().click()
    await page.keyboard.press('ControlOrMeta+Home')
    for (const key of ['Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+End']) await page.keyboard.press(key)
    await expect.poll(() => page.evaluate(() => getSelection()?.toString().includes('Derde'))).toBe(true)
    // The toolbar is told of a selection: bold is set on all of it.
    await page.keyboard.press('ControlOrMeta+b')
    await page.waitForFunction(() => document.querySelectorAll('.ProseMirror strong').length === 3)
    await page.evaluate(() => {
      const last = document.querySelector('.ProseMirror p:last-child strong')?.firstChild as Text
      getSelection()?.collapse(last, last.length)
      const key = new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', keyCode: 13, bubbles: true, cancelable: true })
      document.getElementById('_text')?.dispatchEvent(key)
    })
    await expect
      .poll(() => page.locator('.ProseMirror p').allTextContents())
      .toEqual(['Eerste regel.', 'Tweede regel.', 'Derde regel.', ''])
    await expect.poll(() => readFileSync(desk.path('policies/linde/protocol.md'), 'utf8')).toContain('**Derde regel.** {#derde}')
  })
})
