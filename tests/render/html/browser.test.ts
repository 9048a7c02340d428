import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Page } from 'playwright-core'
import { afterAll, describe, expect, test } from 'vitest'
import type { Document } from '../../../src/present/index.js'
import { inBrowser, skipsBrowser, violations, type Window } from '../../support/browser.js'
import { doc, heading, item, list, paragraph, render } from './build.js'
import { decided, labels, matrix, policy, policyWithMark, redline } from './sample.js'

/** Rules of axe-core that a brand can break. */
const COLOURS = ['color-contrast', 'link-in-text-block']

describe.skipIf(skipsBrowser)('the page in Chromium', () => {
  const visit = inBrowser()
  const folder = mkdtempSync(join(tmpdir(), 'clausule-page-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  /** Opens the page from disk. */
  async function open(document: Document, window: Window = {}, fragment = ''): Promise<Page> {
    const file = join(folder, 'page.html')
    writeFileSync(file, render(document, { labels }).value)
    return visit(pathToFileURL(file).href + fragment, window)
  }

  const status = (page: Page) => page.locator('#_status')
  const brand = (primary: string, accent: string, cover: 'band' | 'frame' | 'plain') => ({
    ...policyWithMark.brand,
    primary,
    accent,
    cover,
    text: primary,
  })

  test.each([
    ['a policy', policyWithMark],
    ['a redline', redline],
    ['a matrix', matrix],
  ] satisfies [string, Document][])(
    '%s has nothing that axe-core objects to, by day, at night and on a phone',
    async (_, document) => {
      const page = await open(document)
      const sideways = () => page.evaluate('document.documentElement.scrollWidth - innerWidth')
      await expect.poll(() => violations(page), { message: 'by day' }).toEqual([])
      await expect.poll(() => sideways()).toBe(0)
      await page.emulateMedia({ colorScheme: 'dark' })
      await expect.poll(() => violations(page, COLOURS), { message: 'at night' }).toEqual([])
      await page.setViewportSize({ width: 375, height: 740 })
      await expect.poll(() => violations(page), { message: 'on a phone' }).toEqual([])
      await expect.poll(() => sideways()).toBe(0)
    },
  )

  test('the first words below the head of a page stand clear of it, whatever their tone', async () => {
    const gapOf = async (first: Document['children'][number]): Promise<number> => {
      const page = await open({ ...policyWithMark, children: [...policyWithMark.children.slice(0, 1), first] })
      return (await page.evaluate(
        "document.querySelector('main > p').getBoundingClientRect().top - document.querySelector('main').getBoundingClientRect().top",
      )) as number
    }
    for (const tone of ['lead', undefined] as const)
      expect(await gapOf({ ...paragraph('Zes beleidsstukken.'), ...(tone ? { tone } : {}) })).toBeGreaterThan(24)
  })

  test.each([
    ['a yellow brand', { ...redline, brand: brand('#ffd500', '#ffffff', 'band') }],
    ['a grey brand', { ...policy, brand: brand('#808080', '#777777', 'band'), mark: 'Concept' }],
    ['a white brand', { ...redline, brand: brand('#ffffff', '#ff00ff', 'frame') }],
    ['a black brand', { ...matrix, brand: brand('#000000', '#000000', 'plain') }],
  ] satisfies [string, Document][])('%s gives colours one can read, by day and at night', async (_, document) => {
    const page = await open(document)
    await expect.poll(() => violations(page, COLOURS), { message: 'by day' }).toEqual([])
    await page.emulateMedia({ colorScheme: 'dark' })
    await expect.poll(() => violations(page, COLOURS), { message: 'at night' }).toEqual([])
  })

  test('the decisions on a policy fit beside the contents, and on a phone stand whole below each other', async () => {
    const page = await open(decided)
    const region = page.locator('.wide')
    const room = 'document.querySelector(".wide").clientWidth - document.querySelector(".wide").scrollWidth'
    await expect.poll(() => page.getByRole('navigation').isVisible()).toBe(true)
    await expect.poll(() => page.evaluate(room), { message: 'seven columns fit' }).toBe(0)
    await page.setViewportSize({ width: 800, height: 740 })
    await expect.poll(() => page.evaluate(room), { message: 'or scroll' }).toBeLessThan(0)
    await expect.poll(() => region.getAttribute('data-more'), { message: 'and show it' }).toBe('')

    await page.setViewportSize({ width: 375, height: 740 })
    const rows = page.locator('.wide tbody tr')
    const [signed, open_] = [await rows.nth(0).innerText(), await rows.nth(1).innerText()]
    expect(signed.split(/\n+/).slice(0, 2)).toEqual(['1 september 2024', 'Medezeggenschapsraad'])
    expect(open_).toContain('vaststelling')
    const cut = `[...document.querySelectorAll('.wide tbody tr')].filter((row) => {
      const cells = [...row.querySelectorAll('td:not(:empty)')].map((cell) => cell.getBoundingClientRect())
      return Math.max(...cells.map(({ bottom }) => bottom)) > row.getBoundingClientRect().bottom + 1
    }).length`
    await expect.poll(() => page.evaluate(cut), { message: 'rows that are cut off' }).toBe(0)
    await expect.poll(() => rows.nth(0).locator('td').first().getAttribute('data-column')).toBe('Datum')
  })

  test('shows each row of four columns on a phone below each other, with the name of every column', async () => {
    const cells = (...sources: string[]) => ({ cells: sources.map((source) => ({ children: [paragraph(source)] })) })
    const page = await open(
      doc([
        {
          type: 'table',
          look: 'grid',
          columns: [2, 2, 6, 3].map((weight) => ({ weight })),
          head: [cells('Bepaling', 'Wat is er', 'Woorden', 'Reden')],
          body: [
            cells('3.1.a verantwoordelijk', 'anders verwoord', 'Ieder staat zelf in voor wat hij deelt. '.repeat(6), 'Geen.'),
          ],
        },
      ]),
      { viewport: { width: 390, height: 740 } },
    )
    const room = `(() => { const { clientWidth, scrollWidth } = document.querySelector('.table'); return clientWidth - scrollWidth })()`
    const named = page.locator('tbody td')
    const tops = () => named.evaluateAll((all) => new Set(all.map((cell) => cell.getBoundingClientRect().top)).size)
    const names = `[...document.querySelectorAll('tbody td')].map((cell) => getComputedStyle(cell, '::before').content.split('"')[1])`
    await expect.poll(() => page.evaluate(room), { message: 'nothing scrolls' }).toBe(0)
    await expect.poll(() => tops()).toBe(4)
    await expect.poll(() => page.evaluate(names)).toEqual(['Bepaling', 'Wat is er', 'Woorden', 'Reden'])
    await page.setViewportSize({ width: 1280, height: 740 })
    await expect.poll(() => tops(), { message: 'beside each other' }).toBe(1)
  })

  test('prints lists in lists over the end of a page with no line on top of another', async () => {
    const words = 'De leerling meldt zich bij de balie van de school en wacht daar tot de mentor komt. '
    const nested = list(...Array.from({ length: 7 }, (_, k) => item(`${k + 1}.`, [paragraph(words.repeat(2))])))
    const page = await open(
      doc([list(...Array.from({ length: 8 }, (_, k) => item(`${'abcdefgh'[k]}.`, [paragraph(words), nested])))]),
    )
    const file = await getDocument({ data: new Uint8Array(await page.pdf({ format: 'A4' })), verbosity: 0 }).promise
    expect(file.numPages).toBeGreaterThan(2)
    for (let at = 1; at <= file.numPages; at++) {
      const { items } = await (await file.getPage(at)).getTextContent()
      const baselines = items.flatMap((each) =>
        'str' in each && each.str.includes('leerling') ? [each.transform[5] as number] : [],
      )
      const gaps = baselines.slice(1).map((y, k) => (baselines[k] as number) - y)
      expect(Math.min(...gaps), `page ${at}`).toBeGreaterThan(8)
    }
  })

  test('breaks no word of a table on a phone that a line has room for, and no page for a word of any length', async () => {
    const cells = (...sources: string[]) => ({ cells: sources.map((source) => ({ children: [paragraph(source)] })) })
    const plain = (...columns: number[]) =>
      ({ columns: columns.map((weight) => ({ weight })), type: 'table', look: 'plain' }) as const
    const address = `https://example.org/${'reglement'.repeat(12)}`
    const page = await open(
      doc([
        {
          ...plain(1, 1.4, 6),
          head: [cells('Versie', 'Datum', 'Samenvatting')],
          body: [cells('1.0.0', '1 september 2024', 'x '.repeat(60))],
        },
        { ...plain(1, 1), head: [], body: [cells(address, address)] },
      ]),
      { viewport: { width: 375, height: 740 } },
    )
    const lines = `(() => {
      const date = document.querySelectorAll('td')[1]
      const range = document.createRange()
      return [...date.textContent.matchAll(/\\S+/g)].map(({ 0: word, index }) => {
        range.setStart(date.querySelector('.kept').firstChild, index)
        range.setEnd(date.querySelector('.kept').firstChild, index + word.length)
        return range.getClientRects().length
      })
    })()`
    await expect.poll(() => page.evaluate(lines), { message: 'each word on one line' }).toEqual([1, 1, 1])
    for (const width of [375, 800, 1280]) {
      await page.setViewportSize({ width, height: 740 })
      await expect.poll(() => page.evaluate('document.documentElement.scrollWidth - innerWidth'), { message: `${width}` }).toBe(0)
    }
  })

  test('sets an item without a number no taller than its words', async () => {
    const page = await open(doc([list(item('•', 'Vraag toestemming.', { id: 'vraag' }))]))
    const height = (selector: string) => page.locator(selector).evaluate((element) => element.getBoundingClientRect().height)
    expect(await height('#vraag')).toBeGreaterThan(0)
    expect(await height('#vraag')).toBe(await height('#vraag p'))
  })

  test('stands in the middle where there are no contents beside it', async () => {
    const page = await open(doc([paragraph('Kort. '.repeat(80))]))
    const box = await page.locator('main > p').boundingBox()
    if (!box) throw new Error('no paragraph')
    expect(Math.abs(box.x - (1280 - box.x - box.width))).toBeLessThan(2)
    expect(box.x).toBe((await page.locator('h1').boundingBox())?.x)
  })

  test('counts one change as one', async () => {
    const page = await open(doc([paragraph('De [oude/nieuwe] regel.', { id: 'regel', change: 'edited' })]))
    await expect.poll(() => page.locator('#_count').textContent()).toBe('1 wijziging')
  })

  test('steps through the changes with n and p and with the buttons, and says where it is', async () => {
    const page = await open(redline)
    const focused = () => page.evaluate('document.activeElement.id')
    await page.keyboard.press('n')
    await expect.poll(() => focused()).toBe('rij-aantal')
    await expect.poll(() => status(page).textContent()).toBe('Wijziging 1 van 8')
    await page.keyboard.press('n')
    await expect.poll(() => focused()).toBe('rij-rijbewijs')
    await page.keyboard.press('p')
    await expect.poll(() => focused()).toBe('rij-aantal')
    await page.getByRole('button', { name: 'Volgende wijziging' }).click()
    await expect.poll(() => focused()).toBe('rij-rijbewijs')
    for (let count = 0; count < 10; count += 1) await page.keyboard.press('n')
    await expect.poll(() => focused()).toBe('restgeld')
    expect(new URL(page.url()).hash).toBe('#restgeld')
    await expect.poll(async () => (await page.locator('#restgeld').boundingBox())?.y).toBeLessThan(800)
  })

  test('leaves the letters n and p alone when they are turned off or meant for a control', async () => {
    const page = await open(redline)
    await page.getByLabel('toetsen p en n').uncheck()
    await page.evaluate('document.activeElement.blur()')
    await page.keyboard.press('n')
    await expect.poll(() => page.evaluate('document.activeElement.id')).not.toBe('rij-aantal')
    await page.getByLabel('toetsen p en n').check()
    await page.getByLabel('Betekenis').focus()
    await page.keyboard.press('n')
    await expect.poll(() => page.evaluate('document.activeElement.tagName')).toBe('SELECT')
  })

  test('filters by facet, says the count, and keeps the choice in the address', async () => {
    const page = await open(redline)
    await page.getByLabel('Betekenis').selectOption({ label: 'redactioneel' })
    await expect.poll(() => status(page).textContent()).toContain('2 van 7 onderdelen getoond')
    await expect.poll(() => page.locator('#rij-aantal').isVisible()).toBe(false)
    await expect.poll(() => page.locator('#rij-bijdrage').isVisible()).toBe(true)
    await expect.poll(() => page.locator('#bellen').isVisible(), { message: 'a block without facets stays' }).toBe(true)
    expect(new URL(page.url()).hash).toBe('#?significance=editorial')

    const again = await open(redline, {}, '#?significance=editorial&_words=new')
    await expect.poll(() => again.evaluate('scrollY'), { message: 'the page opens at its filters' }).toBeGreaterThan(0)
    expect(await (await open(redline, {}, '#?_words=new')).evaluate('scrollY'), 'without one at its head').toBe(0)
    await expect.poll(() => again.locator('#rij-aantal').isVisible()).toBe(false)
    await expect.poll(() => again.locator('#bijdrage del').isVisible()).toBe(false)
    await expect
      .poll(() => again.locator('#rij-bijdrage del').isVisible(), { message: 'the column of old words keeps them' })
      .toBe(true)
    await again.getByRole('button', { name: 'Filters wissen' }).click()
    await expect.poll(() => again.locator('#rij-aantal').isVisible()).toBe(true)
    expect(new URL(again.url()).hash).toBe('#?_words=new')
  })

  test('steps over what is filtered away, and shows it again when a link asks for it', async () => {
    const page = await open(redline, {}, '#?significance=editorial')
    await page.keyboard.press('n')
    await expect.poll(() => page.evaluate('document.activeElement.id')).toBe('rij-bijdrage')
    await page.evaluate('location.hash = "#restgeld"')
    await expect.poll(() => page.locator('#restgeld').isVisible()).toBe(true)
    await expect.poll(() => status(page).textContent()).toBe('Filters gewist om dit onderdeel te tonen')
  })

  test('takes nonsense in the address for nothing', async () => {
    const page = await open(redline, {}, '#?significance=%3Cimg%3E&_words=zzz&_at=%E0%A4%A&x')
    await expect.poll(() => page.locator('#rij-aantal').isVisible()).toBe(true)
    await expect.poll(() => page.getByLabel('Betekenis').inputValue()).toBe('')
    const broken = await open(redline, {}, '#%E0%A4%A')
    await expect.poll(() => broken.locator('#rij-aantal').isVisible()).toBe(true)
  })

  test('reads without script: everything is there, and no control that does nothing', async () => {
    const page = await open(redline, { javaScriptEnabled: false })
    for (const id of ['rij-aantal', 'begeleiding', 'restgeld'])
      await expect.poll(() => page.locator(`#${id}`).isVisible()).toBe(true)
    await expect.poll(() => page.locator('#_tools').isVisible()).toBe(false)
    await expect.poll(() => page.getByRole('navigation', { name: 'Inhoud' }).getByRole('link').count()).toBe(3)
  })

  test('prints the text without its controls, and says so when it is filtered', async () => {
    const page = await open(redline)
    await page.emulateMedia({ media: 'print' })
    for (const hidden of ['.skip', '.contents', '#_tools', '.foot'])
      await expect.poll(() => page.locator(hidden).isVisible(), { message: hidden }).toBe(false)
    await expect.poll(() => page.locator('#restgeld').isVisible()).toBe(true)
    const filtered = await open(redline, {}, '#?significance=editorial')
    await filtered.emulateMedia({ media: 'print' })
    await expect.poll(() => filtered.locator('#_count').isVisible()).toBe(true)
    await expect.poll(() => filtered.getByRole('button', { name: 'Volgende wijziging' }).isVisible()).toBe(false)
  })

  test('keeps on paper, of a filtered text, the headings over what is shown, with numbers, and says what is left out', async () => {
    const page = await open(redline, {}, '#?significance=editorial')
    await page.emulateMedia({ media: 'print' })
    const shown = (id: string) => page.locator(`#${id}`).isVisible()
    await expect.poll(() => shown('aantal-gewoon')).toBe(false)
    // A clause without a change stays for whoever reads what stands beside it.
    for (const id of ['kosten', 'bijdrage', 'bellen']) await expect.poll(() => shown(id), { message: id }).toBe(true)
    for (const [id, number] of [
      ['kosten', '3'],
      ['bellen', 'c.'],
    ] as const)
      await expect.poll(() => page.locator(`#${id} .label`).first().innerText(), { message: id }).toBe(number)
    await expect.poll(() => page.locator('#rij-bijdrage').innerText()).toContain('3.1.a')
    await expect.poll(() => page.locator('#_count').textContent()).toContain('2 van 7 onderdelen getoond')
  })

  test('says that a filter was left', async () => {
    const page = await open(redline, {}, '#?significance=editorial')
    await page.getByRole('button', { name: 'Filters wissen' }).click()
    await expect.poll(() => status(page).textContent()).toBe('Filters gewist; alles staat er weer')
  })

  test('leads by keyboard from the address bar past the head to the text', async () => {
    const page = await open(policy)
    await page.keyboard.press('Tab')
    await expect.poll(() => page.evaluate('document.activeElement.textContent')).toBe('Naar de tekst')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.evaluate('document.activeElement.id')).toBe('_main')
  })

  test('copies the link of a clause', async () => {
    const page = await open(policy, { permissions: ['clipboard-read', 'clipboard-write'] })
    await page.locator('#rijbewijs > a.label').click()
    await expect.poll(() => status(page).textContent()).toBe('De koppeling is gekopieerd')
    await expect.poll(() => page.evaluate('navigator.clipboard.readText()')).toMatch(/page\.html#rijbewijs$/)
  })

  test('keeps the head and the first column of a wide table in sight while it scrolls', async () => {
    const page = await open(matrix, { viewport: { width: 700, height: 500 } })
    const region = page.locator('.wide')
    const corner = page.locator('.wide thead th').first()
    await region.scrollIntoViewIfNeeded()
    await page.evaluate('document.querySelector(".wide").scrollTo(400, 300)')
    const [outer, inner] = [await region.boundingBox(), await corner.boundingBox()]
    expect(inner?.x).toBeCloseTo((outer?.x ?? 0) + 1, 0)
    expect(inner?.y).toBeCloseTo((outer?.y ?? 0) + 1, 0)
  })

  test('runs no script of the document', async () => {
    const evil = '</script><script>document.title = "bad"</script><img src=x onerror="document.title = \'bad\'">'
    const page = await open(
      doc([heading(1, undefined, evil, evil), paragraph(evil, { facets: { [evil]: evil }, change: 'edited' })], { title: evil }),
    )
    await page.keyboard.press('n')
    await expect.poll(() => page.title()).toBe(evil)
    await expect.poll(() => page.locator('img').count()).toBe(0)
  })
})
