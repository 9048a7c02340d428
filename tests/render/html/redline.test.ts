import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inBrowser, skipsBrowser, violations } from '../../support/browser.js'
import { clausule } from '../../support/cli.js'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const SCHOOLS = ['flex-college', 'allure'] as const
const PAPERS = ['redline', 'was-wordt', 'memo'] as const
// The papers of two schools are built alike: the other school's redline shows that what holds does not hang on one text.
const cases = [...PAPERS.map((paper) => [SCHOOLS[0], paper] as const), [SCHOOLS[1], 'redline'] as const]

describe.skipIf(skipsBrowser)('the papers of the example revisions in Chromium', () => {
  const home = mkdtempSync(join(tmpdir(), 'clausule-redline-'))
  const fileOf = (school: string, paper: string) => join(home, `${school}-${paper}.html`)
  const visit = inBrowser()
  beforeAll(async () => {
    for (const [school, paper] of cases) {
      const policy = `${school}/social-media`
      const args = ['diff', `${policy}@1.0.0`, policy, '--paper', paper, '--format', 'html', '--output', fileOf(school, paper)]
      const { code, err } = await clausule(root, args)
      expect([code, err], args.join(' ')).toEqual([0, ''])
    }
  })
  afterAll(() => rmSync(home, { recursive: true, force: true }))

  const open = (school: string, paper: string): Promise<Page> => visit(pathToFileURL(fileOf(school, paper)).href)
  const focused = (page: Page) => page.evaluate('document.activeElement.textContent.trim()') as Promise<string>

  test.each(cases)('%s: axe-core objects to nothing in the %s, by day, at night and on a phone', async (school, paper) => {
    const page = await open(school, paper)
    await expect.poll(() => violations(page), { message: 'by day' }).toEqual([])
    await page.emulateMedia({ colorScheme: 'dark' })
    await expect.poll(() => violations(page, ['color-contrast', 'link-in-text-block']), { message: 'at night' }).toEqual([])
    await page.setViewportSize({ width: 375, height: 740 })
    if (school === SCHOOLS[0]) await expect.poll(() => violations(page), { message: 'on a phone' }).toEqual([])
    await expect.poll(() => page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0)
  })

  test('the redline is read with the keyboard alone', async () => {
    const page = await open(SCHOOLS[0], 'redline')
    await page.keyboard.press('Tab')
    await expect.poll(() => focused(page)).toBe('Naar de tekst')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.evaluate('document.activeElement.id')).toBe('_main')

    // The first thing after the summary's words is a link to a change of substance; it leads there.
    await page.keyboard.press('Tab')
    const target = (await page.evaluate('document.activeElement.getAttribute("href")')) as string
    await page.keyboard.press('Enter')
    expect(new URL(page.url()).hash).toBe(target)
    await expect.poll(async () => (await page.locator(target).boundingBox())?.y).toBeLessThan(800)

    // Every change is reached, one after the other, and the page says which it is.
    const status = page.locator('#_status')
    const places: string[] = []
    for (let step = 0; step < 40; step++) {
      await page.keyboard.press('p')
      await expect.poll(() => status.textContent()).toMatch(/^Wijziging \d+ van \d+$/)
      if (/ 1 van /.test((await status.textContent()) ?? '')) break
    }
    for (let step = 1; step < 40; step++) {
      places.push((await status.textContent()) ?? '')
      const before = places.at(-1)
      await page.keyboard.press('n')
      const total = /\d+$/.exec(before ?? '')?.[0]
      if (before === `Wijziging ${total} van ${total}`) break
      await expect.poll(() => status.textContent()).toBe(`Wijziging ${step + 1} van ${total}`)
    }
    expect(places.length).toBeGreaterThan(5)
    expect(places.at(-1)).toBe(`Wijziging ${places.length} van ${places.length}`)

    // The filter is found with Tab and worked with arrow keys.
    await page.reload()
    const tag = () => page.evaluate('document.activeElement.tagName')
    for (let presses = 0; presses < 80 && (await tag()) !== 'SELECT'; presses++) await page.keyboard.press('Tab')
    await expect.poll(() => tag()).toBe('SELECT')
    await page.keyboard.press('ArrowDown')
    await expect.poll(() => status.textContent()).toMatch(/\d+ van \d+ onderdelen getoond/)
  })

  test.each(SCHOOLS)('%s: every change has a link of its own, and says how grave it is where it stands', async (school) => {
    const page = await open(school, 'redline')
    const changes = (await page.evaluate(`[...document.querySelectorAll('main .change')].map((tag) => {
      const block = tag.closest('[id]')
      return [block?.id, block?.querySelector('a[href="#' + block.id + '"]') !== null, tag.textContent, block?.dataset.facets ?? '']
    })`)) as readonly [string, boolean, string, string][]
    expect(changes.length).toBeGreaterThan(5)
    for (const [id, linked, said] of changes) expect([id, linked, said.includes(' · ')], said).toEqual([id, true, true])
    expect(new Set(changes.map(([id]) => id)).size).toBe(changes.length)
  })

  test.each(SCHOOLS)('%s: on paper the redline has its text and no controls', async (school) => {
    const page = await open(school, 'redline')
    await page.emulateMedia({ media: 'print' })
    await expect.poll(() => page.locator('#_tools').isVisible()).toBe(false)
    await expect.poll(() => page.locator('ins').first().isVisible()).toBe(true)
    await expect.poll(() => page.locator('del').first().isVisible()).toBe(true)
    const pdf = await page.pdf({ format: 'A4' })
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  })
})
