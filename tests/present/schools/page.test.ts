import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { matrixLabels, presentMatrix } from '../../../src/present/schools/index.js'
import { renderHtml } from '../../../src/render/html/index.js'
import { loadLayout, loadWording } from '../../../src/workspace/index.js'
import { school } from '../../schools/support.js'
import { matrixOf, schools, settingOf } from './support.js'

const CHROMIUM = '/usr/bin/chromium'
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
// Without a browser these tests are skipped, in sight; whoever demands one gets failures instead.
const skipped = !existsSync(CHROMIUM) && !process.env.CLAUSULE_REQUIRE_BROWSER

describe.skipIf(skipped)('the comparison of schools in Chromium', () => {
  const folder = mkdtempSync(join(tmpdir(), 'clausule-schools-'))
  const address = pathToFileURL(join(folder, 'page.html')).href
  let browser: Browser
  const troubles: string[] = []
  beforeAll(async () => {
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
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'], timeout: 0 })
  })
  afterEach(async () => {
    await Promise.all((browser?.contexts() ?? []).map((context) => context.close()))
    expect(troubles.splice(0), 'complaints of the browser').toEqual([])
  })
  afterAll(async () => {
    await browser?.close()
    rmSync(folder, { recursive: true })
  })

  async function open(fragment = '', width = 1280): Promise<Page> {
    const context = await browser.newContext({ viewport: { width, height: 800 }, reducedMotion: 'reduce' })
    context.setDefaultTimeout(0)
    const page = await context.newPage()
    page.on('console', (message) => troubles.push(message.text()))
    page.on('pageerror', (error) => troubles.push(error.message))
    await page.goto(address + fragment)
    return page
  }
  const rules = (page: Page) => page.locator('tr[data-facets]:visible th strong').allTextContents()

  test('filters rules by a stance any of the schools takes, and by who is silent', async () => {
    const page = await open()
    await page.selectOption('[data-facet="stance"]', { label: 'verboden' })
    expect(await rules(page)).toEqual(['Vriendschap met leerlingen'])
    await page.selectOption('[data-facet="stance"]', '')
    await page.selectOption('[data-facet="silent"]', { label: 'Wilg' })
    const without = await rules(page)
    expect(without).toContain('Pers')
    expect(without).not.toContain('Bij twijfel')
    expect(await page.locator('#_count').textContent()).toMatch(/^4 van 7 /)
    expect(await page.locator('h3:visible', { hasText: 'Bij twijfel' }).count(), 'a topic without rules goes along').toBe(0)
  })

  test('offers schools and differences in the order of the labels', async () => {
    const page = await open()
    const options = (facet: string) => page.locator(`[data-facet="${facet}"] option`).allTextContents()
    expect(await options('school')).toEqual(['alles', 'Linde', 'Wilg', 'Eik', 'Beuk', 'Es'])
    expect((await options('difference')).slice(0, 2)).toEqual(['alles', 'hier verboden, daar niet'])
  })

  test('has the filters in front of what they filter', async () => {
    const page = await open()
    const order = await page.evaluate(
      `[...document.querySelectorAll('#matrix, #_tools, tr[data-facets]')].slice(0, 3).map((e) => e.id || 'row')`,
    )
    expect(order).toEqual(['matrix', '_tools', 'rule-1'])
  })

  test('leads from a school to all it does not regulate', async () => {
    const page = await open()
    await page.getByText(/^Toon alle \d+ regels die Eik niet heeft/).click()
    await expect.poll(() => page.locator('[data-facet="silent"]').inputValue()).toBe('Eik/policy')
    expect(await rules(page)).not.toContain('Pers')
    expect(page.url()).toContain('silent=Eik')
  })

  test('unfolds words side by side on a click', async () => {
    const page = await open()
    const folded = page.locator('details', { hasText: 'andere regel' }).first()
    expect(await folded.locator('p').first().isVisible()).toBe(false)
    await folded.locator('summary').click()
    expect(await folded.locator('p').first().isVisible()).toBe(true)
    // The two wordings are of two schools: neither is the new one.
    expect(await page.locator('#_words').count()).toBe(0)
  })

  test('scrolls the tables of all topics together', async () => {
    const page = await open('', 800)
    const moved = await page.evaluate(`(async () => {
      const boxes = [...document.querySelectorAll('.body .wide')]
      boxes[0].scrollLeft = 60
      // As long as it takes: a browser may be late on a busy machine.
      while (boxes.some((box) => box.scrollLeft !== 60)) await new Promise(requestAnimationFrame)
      return boxes.map((box) => box.scrollLeft)
    })()`)
    expect(moved).toEqual(Array.from({ length: (moved as number[]).length }, () => 60))
    expect((moved as number[]).length).toBeGreaterThan(3)
  })

  test('reads on a phone as a list that names every school, without scrolling sideways', async () => {
    const page = await open('#rule-1', 400)
    const widths = await page.evaluate('[document.documentElement.scrollWidth, document.documentElement.clientWidth]')
    expect(widths).toEqual([400, 400])
    const names = await page.evaluate(
      `[...document.querySelectorAll('#rule-1 td')].map((cell) => getComputedStyle(cell, '::before').content.split('"')[1])`,
    )
    expect(names).toEqual(['Linde', 'Wilg', 'Eik', 'Beuk', 'Es'])
    expect(await page.getByRole('row').count(), 'it is still a table to assistive technology').toBeGreaterThan(7)
  })

  test.each([1280, 400])('has nothing that axe-core objects to at %i pixels', async (width) => {
    const page = await open('', width)
    for (const details of await page.locator('main details').all()) await details.evaluate('(e) => { e.open = true }')
    await page.evaluate(AXE)
    const found = (await page.evaluate('axe.run({ resultTypes: ["violations"] }).then((r) => r.violations)')) as {
      id: string
      nodes: { html: string }[]
    }[]
    expect(found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
  })
})
