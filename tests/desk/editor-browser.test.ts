import { readFileSync, writeFileSync } from 'node:fs'
import type { Page, Route } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readPolicy } from '../../src/read/index.js'
import { skipsBrowser } from '../support/browser.js'
import { barriers, inChromium } from './in-chromium.js'

const POLICY = (status = 'draft', version = '1.1.0') => `---
title: Protocol sociale media
organisation: linde
lang: nl
version: ${version}
status: ${status}
numbering:
  headings: [decimal, decimal]
  items: [lower-alpha]
parameters:
  school: De Linde
---

# Foto's {#fotos}

{{school}} maakt foto's. {#foto-maken}

1. Een medewerker plaatst een foto met toestemming. {#toestemming}
2. Wie merkt dat [](#toestemming) niet is nageleefd, meldt dat. {#melden}
3. De directie bewaart de meldingen. {#bewaren}

# Slot {#slot}

Dit protocol geldt voor iedereen.[^een] {#geldt}

| Wie | Wat |
| - | - |
| Directie | besluit |
{#tabel}

<div class="kader">Blijft staan.</div>

[^een]: Ook voor bezoekers.
`
const EDIT = '/policies/linde/media/edit'

describe.skipIf(skipsBrowser)('the editor in Chromium', () => {
  const desk = inChromium({
    'policies/linde/organisation.yaml': 'name: Basisschool De Linde\nshort: De Linde\n',
    'policies/linde/media.md': POLICY(),
    'policies/linde/releases/media@1.0.0.md': POLICY('adopted', '1.0.0'),
  })
  const path = () => desk.path('policies/linde/media.md')
  const file = () => readFileSync(path(), 'utf8')
  const opened: Page[] = []
  beforeEach(() => writeFileSync(path(), POLICY()))
  // A page remembers what was done in it; the next test begins with nothing.
  afterEach(async () => {
    for (const page of opened.splice(0)) if (!page.isClosed()) await page.evaluate('localStorage.clear()')
  })

  /** The page of the editor, ready to type in. */
  async function editor(width = 1280): Promise<Page> {
    const page = await desk.open(EDIT, { width })
    opened.push(page)
    await page.waitForSelector('.ProseMirror')
    return page
  }

  /** Puts the cursor behind some words. */
  const behind = (page: Page, words: string) =>
    page.evaluate(async (wanted) => {
      const text = document.querySelector('.ProseMirror') as HTMLElement
      const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT)
      text.focus()
      while (walker.nextNode()) {
        const at = walker.currentNode.textContent?.indexOf(wanted) ?? -1
        if (at < 0) continue
        const { anchorNode, anchorOffset, isCollapsed } = getSelection() as Selection
        if (isCollapsed && anchorNode === walker.currentNode && anchorOffset === at + wanted.length) return
        // The editor hears of it as it hears of a press of the mouse: by an event, and not at once.
        const heard = new Promise((done) => document.addEventListener('selectionchange', done, { once: true }))
        getSelection()?.collapse(walker.currentNode, at + wanted.length)
        await heard
        await new Promise((done) => requestAnimationFrame(() => setTimeout(done)))
        return
      }
      throw new Error(`"${wanted}" is not on the page`)
    }, words)

  /** Until the file holds what is on the page. */
  const saved = (page: Page) => page.waitForSelector('.standing[data-standing=saved]')
  const touched = (page: Page) => page.waitForSelector('.standing:not([data-standing=saved])')
  const label = (page: Page, words: string) =>
    page.locator('.ProseMirror li', { hasText: words }).last().getAttribute('data-label')
  const written = async (page: Page, expected: (text: string) => boolean) => {
    // Far longer than any machine takes: what never comes shall be seen, and not be waited for.
    for (let left = 3000; !expected(file()); left--) {
      if (left === 0) throw new Error(`The file holds:\n${file()}`)
      await page.waitForTimeout(20)
    }
    await saved(page)
    return readPolicy(file(), 'media.md')
  }

  it('writes what is typed into the file, and names the clause when the cursor has left it', async () => {
    const page = await editor()
    await behind(page, 'met toestemming.')
    await page.keyboard.press('Enter')
    await page.keyboard.type('Een ouder kan dat intrekken.')
    await written(page, (text) => text.includes('2. Een ouder kan dat intrekken.\n3. Wie merkt'))
    await behind(page, 'voor iedereen.')
    await page.keyboard.type(' Altijd.')
    await written(page, (text) => text.includes('iedereen. Altijd.[^een]'))
    expect(file()).toBe(
      POLICY()
        .replace('2. Wie', '2. Een ouder kan dat intrekken. {#ouder-intrekken}\n3. Wie')
        .replace('3. De directie', '4. De directie')
        .replace('iedereen.', 'iedereen. Altijd.'),
    )
  })

  it('numbers on and renumbers references while one types, nests and moves', async () => {
    const page = await editor()
    const reference = () => page.locator('.ProseMirror .reference').textContent()
    await expect.poll(async () => [await label(page, 'bewaart'), await reference()]).toEqual(['c', '1.a'])
    await behind(page, 'met toestemming.')
    await page.keyboard.press('Alt+ArrowDown')
    await expect.poll(async () => [await label(page, 'Een medewerker'), await reference()]).toEqual(['b', '1.b'])
    await page.keyboard.press('Tab')
    await expect.poll(() => reference()).toBe('1.a.a')
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+z')
    await saved(page)
    expect(file()).toBe(POLICY())
  })

  it('takes a reference, a note, a table and a mark by keyboard alone', async () => {
    const page = await editor()
    await behind(page, 'de meldingen.')
    await page.keyboard.type(' Zie ')
    await page.keyboard.press('Control+Shift+9')
    await page.keyboard.type('slot')
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => document.querySelectorAll('.ProseMirror li .reference').length === 2)
    await page.waitForFunction(() => document.activeElement?.id === '_text')
    await page.keyboard.press('Alt+F10')
    await page.waitForFunction(() => document.activeElement?.closest('[role=toolbar]'))
    for (let i = 0; i < 40; i++) {
      const name = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))
      if (name === 'Voetnoot' || name === 'Footnote') break
      await page.keyboard.press('ArrowRight')
    }
    await page.keyboard.press('Enter')
    await page.keyboard.type('Een jaar lang.')
    const { value, messages } = await written(page, (text) => text.includes('Een jaar lang.'))
    expect(messages).toEqual([])
    expect(file()).toContain('3. De directie bewaart de meldingen. Zie [](#slot)[^1] {#bewaren}')
    expect(value.notes.map(({ name }) => name)).toEqual(['1', 'een'])
    await behind(page, 'besluit')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Team')
    await written(page, (text) => text.includes('| Team |'))
  })

  it('takes back what was done, after the page was loaded anew', async () => {
    const page = await editor()
    await behind(page, 'voor iedereen.')
    // As one act: letters that come slowly are taken back by several.
    await page.keyboard.insertText(' Ook dit.')
    await written(page, (text) => text.includes('Ook dit.'))
    await page.reload()
    await page.waitForSelector('.ProseMirror')
    await page.locator('.ProseMirror').focus()
    await page.keyboard.press('Control+z')
    await written(page, (text) => text === POLICY())
    await page.keyboard.press('Control+y')
    await written(page, (text) => text.includes('Ook dit.'))
  })

  it('loses nothing that was typed before the page was closed', async () => {
    const page = await editor()
    await page.route(`**${EDIT}`, (route) => (route.request().method() === 'POST' ? undefined : route.continue()))
    await behind(page, 'voor iedereen.')
    await page.keyboard.type(' Nooit verstuurd.')
    await touched(page)
    // Letter by letter, as it was typed.
    await page.waitForFunction(() => Object.values(localStorage).some((kept) => kept.split('"steps"').length > 16))
    await page.close({ runBeforeUnload: false })
    const again = await editor()
    await written(again, (text) => text.includes('Nooit verstuurd.'))
  })

  it('goes on from what arrived in the file while nobody was heard, after the page was closed', async () => {
    const page = await editor()
    await behind(page, 'De directie bewaart de meldingen.')
    await page.keyboard.press('Enter')
    await page.keyboard.insertText('Het team.')
    await written(page, (text) => text.includes('Het team.'))
    let count = 0
    await page.route(`**${EDIT}`, async (route) => {
      // The first is done and never answered; no other is sent before it is.
      if (route.request().method() !== 'POST') await route.continue()
      else if (count++ === 0) await route.fetch()
    })
    await page.keyboard.insertText(' Dit is verstuurd.')
    await page.evaluate('document.activeElement.blur()')
    const arrived = async (): Promise<string> => {
      for (let left = 3000; left > 0; left--) {
        if (file().includes('verstuurd')) return file()
        await page.waitForTimeout(20)
      }
      throw new Error(`The file holds:\n${file()}`)
    }
    const name = /verstuurd\. \{#(.*)\}/.exec(await arrived())?.[1]
    await page.locator('.ProseMirror').focus()
    // The same words, so that neither text is the other and more.
    for (let letters = 0; letters < 6; letters++) await page.keyboard.press('Backspace')
    await page.keyboard.insertText('anderd.')
    await page.waitForFunction(() => Object.values(localStorage).some((kept) => kept.includes('anderd.')))
    await page.close({ runBeforeUnload: false })
    const again = await editor()
    await written(again, (text) => text.includes('4. Het team. Dit is versanderd.'))
    await expect.poll(() => again.locator('.editor-conflict').count()).toBe(0)
    if (name !== undefined) expect(file()).toContain(`versanderd. {#${name}}`)
  })

  it('puts together what two wrote, and shows both where they wrote the same clause', async () => {
    const page = await editor()
    await behind(page, 'voor iedereen.')
    await page.keyboard.type(' Van mij.')
    await written(page, (text) => text.includes('Van mij.'))
    writeFileSync(path(), file().replace('met toestemming', 'alleen met toestemming'))
    await page.keyboard.type(' Nog iets.')
    await written(page, (text) => text.includes('Van mij. Nog iets.') && text.includes('alleen met toestemming'))
    await behind(page, 'de meldingen.')
    const held: Route[] = []
    let isHeld = true
    await page.route(`**${EDIT}`, (route) => (isHeld ? void held.push(route) : route.continue()))
    await page.keyboard.type(' Mijn zin.')
    writeFileSync(path(), file().replace('de meldingen.', 'de meldingen. Hun zin.'))
    isHeld = false
    for (const route of held) await route.continue()
    await page.waitForSelector('.editor-conflict')
    const shown = (await page.textContent('.editor-conflict')) ?? ''
    expect(shown).toContain('Mijn zin.')
    expect(shown).toContain('Hun zin.')
    expect(file()).toContain('Hun zin.')
    for (let times = 0; times < 2; times++) {
      await page.reload()
      await expect.poll(() => page.textContent('.editor-conflict')).toContain('Mijn zin.')
      expect(file()).toContain('Hun zin.')
    }
    await behind(page, 'Mijn zin.')
    await page.keyboard.type(' Later getypt.')
    await page.locator('.editor-conflict button').first().click()
    await written(page, (text) => text.includes('Mijn zin. Later getypt.'))
    await page.keyboard.press('Control+z')
    await written(page, (text) => text.includes('Hun zin.'))
  })

  it('keeps the structure of what is copied from Word', async () => {
    const page = await editor()
    await behind(page, 'de meldingen.')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    const item = (level: number, mark: string, words: string) =>
      `<p class=MsoListParagraph style='margin-left:36pt;text-indent:-18pt;mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='mso-list:Ignore'>${mark}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>${words}<o:p></o:p></p>`
    const table =
      '<table><tr><td colspan=2><p class=MsoNormal><b>Samen</b></p></td><td><p>Wie</p></td></tr><tr><td rowspan=2><p>Links</p><p>meer</p></td><td><p>Midden</p></td><td><p>Rechts</p></td></tr><tr><td><p>Onder</p></td><td><p>Einde</p></td></tr></table>'
    const word = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p{color:red}</style></head><body><!--StartFragment--><h2>Uit Word</h2><p class=MsoNormal><b>Vet</b> en <span style='font-style:italic'>schuin</span>.<o:p></o:p></p>${item(1, '1.', 'Eerste')}${item(2, 'a.', 'Onder')}${item(1, '2.', 'Tweede')}${item(1, '·', 'Los')}${table}<!--EndFragment--></body></html>`
    await page.evaluate((html) => {
      const data = new DataTransfer()
      data.setData('text/html', html)
      document
        .querySelector('.ProseMirror')
        ?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
    }, word)
    await behind(page, 'bewaart de meldingen.')
    await page.keyboard.type(' ')
    await written(page, (text) => text.includes('Tweede'))
    expect(file()).toMatch(
      /# Uit Word \{#word\}\n\n\*\*Vet\*\* en \*schuin\*\. \{#[a-z-]+\}\n\n1\. Eerste \{#eerste\}\n {3}1\. Onder \{#onder\}\n2\. Tweede/,
    )
    expect(file()).toMatch(
      /\n\n- Los \{#los\}\n\n\| \*\*Samen\*\* \| \| Wie \|\n\| - \| - \| - \|\n\| Links meer \| Midden \| Rechts \|\n\| \| Onder \| Einde \|\n/,
    )
    await expect.poll(() => page.locator('.editor-notices').textContent()).toContain('losse cellen')
  })

  it('says beside the text what is found and what this version changes, with a mend and a reason', async () => {
    const page = await editor()
    await behind(page, 'bewaart de')
    await page.keyboard.type(' de')
    await page.locator('#_findings button:not(.place)').click()
    await written(page, (text) => text === POLICY())
    await expect.poll(() => page.locator('#_changes .none').textContent()).toContain('Vergeleken met 1.0.0: ')
    await behind(page, 'de meldingen')
    await page.keyboard.type(' ni')
    await expect.poll(() => page.locator('#_changes ins').textContent()).toContain('ni')
    // What the last letters change is told while somebody writes why: it is shown when they have.
    const held: Route[] = []
    let isHeld = true
    await page.route('**/judge', (route) => (isHeld ? void held.push(route) : route.continue()))
    await page.keyboard.type('et')
    await expect.poll(() => held.length).toBeGreaterThan(0)
    const why = page.locator('#_changes textarea')
    await why.fill('De wet is veranderd.')
    isHeld = false
    for (const route of held) await route.continue()
    await written(page, (text) => text.includes('niet'))
    await why.blur()
    await written(page, (text) => text.includes('why: De wet is veranderd.'))
    await expect.poll(() => page.locator('#_changes ins').textContent()).toContain('niet')
    await page.locator('#_values input').fill('De Eik')
    await page.locator('#_values input').blur()
    await written(page, (text) => text.includes('school: De Eik'))
    await expect.poll(() => page.locator('.ProseMirror .parameter').textContent()).toBe('De Eik')
  })

  it('has its title edited where it stands, and its dates beside the text', async () => {
    const page = await editor()
    await page.locator('h1 [role=textbox]').click()
    await page.keyboard.press('End')
    await page.keyboard.type(' en foto’s')
    await page.keyboard.press('Enter')
    await written(page, (text) => text.includes('title: Protocol sociale media en foto’s\n'))
    await page.locator('summary', { hasText: 'Titel en datums' }).click()
    await page.getByLabel('Inwerkingtreding').fill('2027-02-01')
    await page.getByLabel('Evaluatie uiterlijk').fill('2029-02-01')
    await page.keyboard.press('Tab')
    await written(page, (text) => text.includes('effective: 2027-02-01\n') && text.includes('review: 2029-02-01\n'))
    await page.getByLabel('Evaluatie uiterlijk').fill('')
    await written(page, (text) => !text.includes('review:'))
    expect(file().split('---\n')[2]).toBe(POLICY().split('---\n')[2])
    // A policy has a title: without one nothing is written, and it is said why.
    await page.locator('h1 [role=textbox]').fill('')
    await page.waitForFunction(() => document.querySelector('.masthead .told')?.textContent?.includes('title'))
    expect(file()).toContain('title: Protocol sociale media en foto’s\n')
  })

  it.each([390, 1024, 1440])('has no fault that axe knows of, and no line that is cut off, at %i pixels', async (width) => {
    const page = await editor(width)
    await page.waitForSelector('#_findings > *')
    await expect.poll(() => barriers(page)).toEqual([])
    await behind(page, 'de meldingen.')
    await page.keyboard.press('Control+Shift+9')
    await expect.poll(() => barriers(page)).toEqual([])
  })
})
