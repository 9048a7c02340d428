import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { matrixLabels, presentMatrix } from '../../src/matrix/index.js'
import { renderHtml } from '../../src/render/html/index.js'
import { loadLayout, loadWording } from '../../src/workspace/index.js'
import { school } from '../schools/support.js'
import { inBrowser, skipsBrowser, violations } from '../support/browser.js'
import { matrixOf, schools, settingOf } from './support.js'

/** How many boxes of a page scroll sideways. */
const SCROLLING = `[...document.querySelectorAll('main *')].filter((e) => /auto|scroll/.test(getComputedStyle(e).overflow) && e.scrollWidth > e.clientWidth + 1).length`

describe.skipIf(skipsBrowser)('the comparison of schools in Chromium', () => {
  const folder = mkdtempSync(join(tmpdir(), 'clausule-schools-'))
  const address = pathToFileURL(join(folder, 'page.html')).href
  const visit = inBrowser()
  beforeAll(() => {
    const matrix = matrixOf([
      ...schools,
      school('Beuk', ['Aandelen worden jaarlijks geveild.']),
      school('Es', ['Het hek sluit om zes uur.']),
    ])
    const setting = settingOf(matrix)
    const { value } = renderHtml(presentMatrix(matrix, setting), {
      layout: loadLayout(undefined),
      wording: loadWording(undefined, 'nl'),
      labels: matrixLabels(matrix, setting),
    })
    writeFileSync(join(folder, 'page.html'), value)
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  const open = (fragment = '', width = 1280): Promise<Page> => visit(address + fragment, { viewport: { width, height: 800 } })
  const rules = (page: Page) => page.locator('.map [data-stands-for]:visible th a').allTextContents()

  test('filters rules by what any school asks, and by what the chosen school asks', async () => {
    const page = await open()
    await page.selectOption('[data-facet="stance"]', { label: 'verboden' })
    await expect.poll(() => rules(page)).toEqual(['Vriendschap met leerlingen'])
    await page.selectOption('[data-facet="school"]', { label: 'Wilg' })
    await expect.poll(() => rules(page), { message: 'Wilg allows it' }).toEqual([])
    await page.selectOption('[data-facet="stance"]', { label: 'toegestaan' })
    await expect.poll(() => rules(page)).toEqual(['Vriendschap met leerlingen'])
    await page.selectOption('[data-facet="school"]', { label: 'Eik' })
    await page.selectOption('[data-facet="stance"]', { label: 'niet gevonden' })
    await expect.poll(() => rules(page)).toEqual(['Bij twijfel', 'Vriendschap met leerlingen'])
    await expect.poll(() => page.locator('#_count').textContent()).toMatch(/^5 van 7 /)
    await expect
      .poll(() => page.locator('h3:visible', { hasText: 'Foto' }).count(), { message: 'a topic without rules goes along' })
      .toBe(0)
  })

  test('finds rules by any of their words, also folded up, and says how many', async () => {
    const page = await open()
    await page.fill('#_search', 'LEIDINGGEVENDE')
    await expect.poll(() => rules(page)).toEqual(['Bij twijfel'])
    await expect.poll(() => page.locator('#_count').textContent()).toMatch(/^1 van 7 /)
    expect(page.url()).toContain('_find=LEIDINGGEVENDE')
    const links = () => page.locator('.contents a:visible').allTextContents()
    await expect.poll(() => links(), { message: 'the contents follow' }).toEqual(['Overzicht', 'De regels van meer scholen'])
    await page.fill('#_search', 'communicatieafdeling')
    await expect.poll(() => rules(page)).toEqual([])
    await expect
      .poll(() => page.getByText('De pers wordt te woord gestaan').isVisible(), { message: 'what was folded is unfolded' })
      .toBe(true)
    await page.getByRole('button', { name: 'Filters wissen' }).click()
    await expect.poll(() => rules(page)).toHaveLength(3)
    await expect.poll(() => page.getByText('De pers wordt te woord gestaan').isVisible()).toBe(false)
  })

  test('marks the column of the chosen school', async () => {
    const page = await open()
    await page.selectOption('[data-facet="school"]', { label: 'Wilg' })
    const heads = page.locator('.map:has([data-stands-for]) th[data-chosen]')
    await expect.poll(async () => new Set(await heads.allTextContents())).toEqual(new Set(['Wilg']))
    await expect.poll(() => rules(page)).toHaveLength(3)
  })

  test('offers schools and differences in the order of the labels', async () => {
    const page = await open()
    const options = (facet: string) => page.locator(`[data-facet="${facet}"] option`).allTextContents()
    await expect.poll(() => options('school')).toEqual(['alles', 'Linde', 'Wilg', 'Eik', 'Beuk', 'Es'])
    await expect.poll(async () => (await options('difference')).slice(0, 2)).toEqual(['alles', 'hier verboden, daar niet'])
    await expect.poll(() => options('stance')).toEqual(expect.arrayContaining(['geregeld', 'niet gevonden']))
  })

  test('leads from a school to all that was not found there', async () => {
    const page = await open()
    await page.locator('#missing-3 summary').click()
    await page.getByText(/^Toon alle \d+ regels die bij Eik niet zijn gevonden/).click()
    await expect.poll(() => page.locator('[data-facet="school"]').inputValue()).toBe('Eik/policy')
    await expect.poll(() => rules(page)).not.toContain('Foto, film en geluid')
    expect(page.url()).toContain('school=Eik')
  })

  test('unfolds a rule below its row and folds it up again; without script its name leads to it', async () => {
    const page = await open()
    const link = page.locator('[data-stands-for] a', { hasText: 'Vriendschap' })
    const words = page.getByText('Een medewerker sluit op sociale media geen vriendschap').first()
    await expect.poll(() => link.getAttribute('aria-expanded')).toBe('false')
    await link.click()
    await expect.poll(() => words.isVisible()).toBe(true)
    await expect.poll(() => page.locator('[data-below]').count()).toBe(1)
    await expect.poll(() => link.getAttribute('aria-expanded')).toBe('true')
    await link.click()
    await expect.poll(() => page.locator('[data-below]').count()).toBe(0)
    await expect.poll(() => words.isVisible()).toBe(false)
    const target = (await link.getAttribute('href')) as string
    await expect.poll(() => page.locator(`${target} summary`).first().textContent()).toContain('Vriendschap')
    const plain = await visit(address, { javaScriptEnabled: false })
    await plain.locator(`${target} summary`).first().click()
    await expect
      .poll(() => plain.getByText('Een medewerker sluit op sociale media geen vriendschap').first().isVisible())
      .toBe(true)
  })

  test.each([390, 800, 1280])('shows every column and scrolls nothing sideways at %i pixels', async (width) => {
    const page = await open('', width)
    const sizes = await page.evaluate('[document.documentElement.scrollWidth, document.documentElement.clientWidth]')
    expect(sizes).toEqual([width, width])
    await expect.poll(() => page.evaluate(SCROLLING), { message: 'boxes that scroll' }).toBe(0)
    const marks = page.locator('[data-stands-for]').first().locator('td:visible')
    await expect.poll(() => marks.allTextContents()).toHaveLength(6)
    await expect.poll(() => page.getByRole('row').count(), { message: 'a table to assistive technology' }).toBeGreaterThan(3)
  })

  test('has a bounded number of tab stops: none for each mark', async () => {
    const page = await open()
    const stops = (await page.evaluate(
      `[...document.querySelectorAll('a[href], button, select, input, summary, [tabindex="0"]')].filter((e) => e.checkVisibility()).length`,
    )) as number
    const [shared, schoolCount] = [3, 5]
    const [perRule, perSchool, ofThePage] = [2, 2, 20]
    expect(stops).toBeLessThanOrEqual(perRule * shared + perSchool * schoolCount + ofThePage)
    await expect.poll(() => page.locator('[data-stands-for] td :is(a, button, [tabindex])').count()).toBe(0)
  })

  test.each([1280, 400])('has nothing that axe-core objects to at %i pixels', async (width) => {
    const page = await open('', width)
    for (const details of await page.locator('main details').all())
      await details.evaluate((each) => each.setAttribute('open', ''))
    await expect.poll(() => violations(page)).toEqual([])
  })
})

describe.skipIf(skipsBrowser)('the comparison of thirty schools in Chromium', () => {
  const folder = mkdtempSync(join(tmpdir(), 'clausule-thirty-'))
  const address = pathToFileURL(join(folder, 'page.html')).href
  const visit = inBrowser()
  beforeAll(() => {
    const matrix = matrixOf(
      Array.from({ length: 30 }, (_, at) => ({
        ...school(at === 3 ? 'Scholengemeenschap Zuiderkwartier' : `School ${at + 1}`, [
          'Gezichtsbedekkende kleding en capuchons zijn niet toegestaan.',
          'Een foto van een leerling wordt alleen geplaatst na uitdrukkelijke toestemming van de ouders.',
        ]),
        title: 'Protocol sociale media',
      })),
    )
    const setting = settingOf(matrix)
    const { value } = renderHtml(presentMatrix(matrix, setting), {
      layout: loadLayout(undefined),
      wording: loadWording(undefined, 'nl'),
      labels: matrixLabels(matrix, setting),
    })
    writeFileSync(join(folder, 'page.html'), value)
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  const marks = (page: Page) => page.locator('.map [data-stands-for] td:nth-child(n + 3):visible').count()

  test('breaks no word below a mark between two letters', async () => {
    const matrix = matrixOf(
      [
        ['Linde', 'Het onderwijsondersteuningsteam'],
        ['Wilg', 'De schoolleidersvergadering'],
        ['Eik', 'De directeur'],
        ['Es', 'De directeur'],
      ].map(([name = '', who = '']) =>
        school(name, [`${who} beslist over de schorsing van een leerling na overleg met de mentor.`]),
      ),
    )
    const setting = settingOf(matrix)
    const { value } = renderHtml(presentMatrix(matrix, setting), {
      layout: loadLayout(undefined),
      wording: loadWording(undefined, 'nl'),
      labels: matrixLabels(matrix, setting),
    })
    writeFileSync(join(folder, 'long.html'), value)
    const page = await visit(pathToFileURL(join(folder, 'long.html')).href, { viewport: { width: 700, height: 800 } })
    const told = page.locator('.map [data-stands-for] td > p + p')
    expect(await told.count()).toBeGreaterThan(0)
    const heights = await told.evaluateAll((lines) =>
      lines.map((line) => ({
        lines: Math.round(line.clientHeight / Number.parseFloat(getComputedStyle(line).lineHeight)),
        words: (line.textContent ?? '').trim().split(/[ -]/).length,
      })),
    )
    for (const { lines, words } of heights) expect(lines).toBeLessThanOrEqual(words)
  })

  test('on a wide screen holds marks alone, and the words where a row is unfolded', async () => {
    const page = await visit(pathToFileURL(join(folder, 'long.html')).href, { viewport: { width: 1440, height: 900 } })
    await expect.poll(() => page.locator('.map [data-stands-for] td > p + p:visible').count()).toBe(0)
    await page.locator('.map [data-stands-for] th a').first().click()
    await expect.poll(() => page.locator('.map [data-below]').innerText()).toContain('De schoolleidersvergadering beslist')
  })

  test('says once above the map how many there are, where they are too many to name', async () => {
    const page = await visit(address)
    await expect.poll(() => page.locator('.masthead').getByText('30 documenten vergeleken').count()).toBe(1)
  })

  test('has room for long names of schools and of rules', async () => {
    const page = await visit(address, { viewport: { width: 1024, height: 768 } })
    const out = () =>
      page.evaluate(() => {
        const heads = [...document.querySelectorAll<HTMLElement>('.map:has([data-stands-for]) thead th:nth-child(n + 3)')]
        return heads.filter((head) => head.scrollHeight > head.clientHeight + 1).map((head) => head.textContent)
      })
    const name = () =>
      page
        .locator('.map [data-stands-for] th')
        .first()
        .evaluate((head) => head.clientWidth)
    await expect.poll(out).toEqual([])
    await expect.poll(name).toBeGreaterThan(150)
  })

  test('shows on a telephone the rules alone until a school is chosen, and then what that school asks', async () => {
    const page = await visit(address, { viewport: { width: 390, height: 800 } })
    await expect.poll(() => page.locator('.map [data-stands-for] th:visible').count()).toBe(2)
    await expect.poll(() => marks(page)).toBe(0)
    await page.selectOption('[data-facet="school"]', { label: 'Scholengemeenschap Zuiderkwartier' })
    await expect.poll(() => marks(page)).toBe(2)
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
    await expect.poll(() => page.evaluate(SCROLLING), { message: 'boxes that scroll' }).toBe(0)
  })
})
