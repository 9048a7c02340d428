import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launch, skipsBrowser, violations, windowOf } from '../support/browser.js'
import { folder } from '../support/workspace.js'
import { keyboard, mouse } from './hands.js'
import { openOn } from './open.js'

// A reference to what is not there, and a number that is skipped: two places that the reading is not sure of.
const TEXT = `Telefoons op school

1. Gebruik

1.1 De telefoon is uit in de les.
1.2 Zie artikel 9 over de kluis.
1.4 Een docent kan een uitzondering maken.
`
const FILE = { name: 'telefoons.txt', mimeType: 'text/plain', buffer: Buffer.from(TEXT) }

const HANDS = { 'by keyboard alone': keyboard, 'by mouse': mouse } as const

// `npm run laws` asks for every way at every width.
const WAYS: readonly (readonly [keyof typeof HANDS, number])[] =
  Number(process.env.CLAUSULE_LAWS ?? 0) > 0
    ? [390, 1024, 1440].flatMap((width) => [['by keyboard alone', width] as const, ['by mouse', width] as const])
    : [
        ['by keyboard alone', 390],
        ['by mouse', 1440],
      ]

const act = (name: string, part = 'button') => `form:has([name="act"][value="${name}"]) ${part}`
const tab = (name: string) => `.tabs a:has-text("${name}")`

describe.skipIf(skipsBrowser)('from an empty folder to a second release, without a terminal and without the source', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launch()
  })
  afterAll(() => browser?.close())

  test.each(WAYS)('%s, %i wide', async (way, width) => {
    const root = folder({ 'lees-mij.txt': 'leeg' })
    const desk = await openOn(root)
    const page = await (await windowOf(browser, { viewport: { width, height: 900 } })).newPage()
    const hand = HANDS[way](page)
    const file = join(root, 'policies/basisschool-de-wilg/telefoons-op-school.md')
    const written = () => readFileSync(file, 'utf8')
    const barriers: string[] = []
    const look = async () => {
      const where = new URL(page.url()).pathname
      barriers.push(...(await violations(page)).map((each) => `${where} ${each}`))
      if (!(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'))) barriers.push(`${where} scrolls sideways`)
    }
    const write = async (last: string, words: string) => {
      await hand.go(tab('Schrijven'))
      await page.waitForSelector('.ProseMirror')
      await look()
      await hand.toEnd(last)
      const saved = page.waitForResponse((response) => response.request().method() === 'POST' && response.url().endsWith('/edit'))
      await page.keyboard.type(words)
      await saved
      await page.waitForSelector('.standing[data-standing=saved]')
      await hand.leave(tab('Besluiten'))
    }
    const decide = async (version: string) => {
      await hand.go(act('propose'))
      await expect.poll(() => page.locator('main').textContent()).toContain('Wacht op Bestuur')
      await look()
      await hand.select('[name="decision"]', 'akkoord')
      await hand.go(act('decide'))
      await hand.go(act('release'))
      await look()
      await expect.poll(() => page.locator('main').textContent()).toContain('de woorden van de vastgelegde versie')
      return readFileSync(file.replace('/telefoons', '/releases/telefoons').replace('.md', `@${version}.md`), 'utf8')
    }
    try {
      await page.goto(desk.address)
      await look()
      await hand.go('a[href="/import"]')
      await hand.give('[name="file"]', FILE)
      await hand.fill('[name="name"]', 'Basisschool De Wilg')
      await look()
      await hand.go('main form button.main')

      await look()
      const doubtful = await page.locator('.piece').evaluateAll((all) => all.map(({ id }) => id.replace('_piece-', '')))
      expect(doubtful.length).toBeGreaterThan(0)
      for (const key of doubtful) {
        const words = page.locator(`[name="words-${key}"]`)
        if ((await words.count()) > 0 && (await words.inputValue()).includes('artikel 9'))
          await hand.fill(`[name="words-${key}"]`, 'De kluis staat bij de conciërge.')
        else await hand.tick(`[name="do-${key}"][value="kept"]`)
      }
      await hand.go('main form button.main')
      await expect.poll(() => page.locator('h1').textContent()).toBe('Telefoons op school')
      expect(written()).toContain('De kluis staat bij de conciërge.')
      expect(written()).not.toContain('artikel 9')
      await look()

      await hand.go(tab('Besluiten'))
      await hand.fill('[name="body-1"]', 'Bestuur')
      await hand.go(act('route'))
      expect(await decide('1.0.0')).not.toContain('directie')

      await write('Een docent kan een uitzondering maken.', ' De directie ook.')
      expect(written()).toContain('Een docent kan een uitzondering maken. De directie ook.')
      await hand.go(tab('Vergelijken'))
      await look()
      await expect.poll(() => page.locator('main ins').allTextContents()).toContainEqual(expect.stringMatching(/directie/))
      await hand.go(tab('Besluiten'))
      const second = await decide('1.1.0')
      expect(second).toContain('De directie ook.')
      expect(second).toContain('De kluis staat bij de conciërge.')
      expect(barriers).toEqual([])
      expect(desk.faults).toEqual([])
    } finally {
      await page.context().close()
      await desk.close()
    }
  })
})
