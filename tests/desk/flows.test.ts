import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { parseConcordance } from '../../src/schools/index.js'
import { launch, skipsBrowser, type Tabs, tabsOf, violations, windowOf } from '../support/browser.js'
import { edition, sector } from '../support/template.js'
import { lastingFolder } from '../support/workspace.js'
import { enter, follow, reach, type } from './keys.js'
import { openOn } from './open.js'

const PARAMETERS = [
  'school: { type: text, description: Hoe de school heet, example: Basisschool De Eik }',
  'dagen: { type: number, description: Hoeveel schooldagen, default: 5 }',
]
const model = (version: string, foto: string) =>
  edition(
    version,
    PARAMETERS,
    `1. {{school}} antwoordt een ouder binnen {{dagen}} schooldagen. {#antwoord}
2. Vraag ${foto}toestemming voor elke foto van een leerling. {#foto variant=streng}
3. Vraag eenmaal per jaar ${foto}toestemming voor foto’s van een leerling. {#foto variant=ruim}
4. Vragen van de pers gaan naar de schoolleiding. {#pers .optional}
`,
  )
const school = (organisation: string, rules: readonly string[]): string =>
  `---\ntitle: Protocol sociale media\norganisation: ${organisation}\nversion: 1.0.0\nstatus: draft\nlang: nl\n---\n\n# Afspraken {#afspraken}\n\n${rules
    .map((rule, at) => `${at + 1}. ${rule} {#regel-${at + 1}}`)
    .join('\n')}\n`
const TEXT = `Telefoons op school

1. Gebruik

1.1 De telefoon is uit in de les.
1.2 Zie artikel 9 over de kluis.
1.4 Een docent kan een uitzondering maken.
`
const ADAPT = '/adapt/bond/protocol/1.0.0'
const ADAPTED = '/policies/linde/protocol'

describe.skipIf(skipsBrowser)('bringing in, adapting and judging in Chromium', () => {
  let browser: Browser
  let tabs: Tabs | undefined
  let plain: Tabs | undefined
  let desk: Awaited<ReturnType<typeof openOn>>
  let base = ''
  let root = ''
  const troubles: string[] = []
  beforeAll(async () => {
    root = lastingFolder({
      'policies/linde/organisation.yaml': 'name: De Linde\n',
      'policies/wilg/organisation.yaml': 'name: De Wilg\n',
      'policies/linde/social-media.md': school('linde', [
        'Een foto van een leerling wordt alleen geplaatst met toestemming van de ouders.',
        'Pesten op sociale media is verboden.',
      ]),
      'policies/wilg/social-media.md': school('wilg', [
        'Foto’s van leerlingen plaatsen wij na toestemming van ouders.',
        'Op sociale media pesten wij niet: dat is verboden.',
      ]),
      ...sector(model('1.0.0', ''), model('1.1.0', 'schriftelijk ')),
    })
    desk = await openOn(root)
    base = new URL(desk.address).origin
    browser = await launch()
    const scripted = await windowOf(browser)
    tabs = tabsOf(scripted)
    await (await tabs.take()).goto(desk.address)
    await tabs.rest()
    plain = tabsOf(await windowOf(browser, { javaScriptEnabled: false, storageState: await scripted.storageState() }))
  })
  afterEach(async () => {
    await tabs?.rest()
    await plain?.rest()
    expect(troubles.splice(0), 'requests elsewhere and complaints of the browser').toEqual([])
    expect(desk?.faults).toEqual([])
  })
  afterAll(async () => {
    await browser?.close()
    await desk?.close()
  })

  const open = async (path: string, width = 1024, within = tabs): Promise<Page> => {
    const page = await (within as Tabs).take()
    await page.setViewportSize({ width, height: 800 })
    page.on('console', (message) => /Failed to load resource.*(?:404|409)/.test(message.text()) || troubles.push(message.text()))
    page.on('pageerror', (error) => troubles.push(error.message))
    page.on('request', (request) => request.url().startsWith('http://127.0.0.1') || troubles.push(request.url()))
    await page.goto(base + path)
    return page
  }
  const send = (page: Page, selector: string) => follow(page, () => page.click(selector))
  const file = { name: 'telefoons.txt', mimeType: 'text/plain', buffer: Buffer.from(TEXT) }
  const written = (name: string) => readFileSync(join(root, 'policies', name), 'utf8')

  test('an answer shows in the text beside it, and the policy is made by keyboard alone', async () => {
    const page = await open(ADAPT)
    await type(page, '[name="parameter.school"]', 'De Linde')
    await page.keyboard.press('Tab')
    await page.locator('main > .text', { hasText: 'De Linde antwoordt een ouder binnen 5 schooldagen.' }).waitFor()
    expect(existsSync(join(root, 'policies/linde/protocol.md'))).toBe(false)
    await reach(page, '[name="optional.pers"]')
    await page.keyboard.type('nee')
    await reach(page, 'button[value="write"]')
    await enter(page, 'button[value="write"]')
    expect(new URL(page.url()).pathname).toBe(ADAPTED)
    expect(written('linde/protocol.md')).not.toContain('#pers')
  })

  test('a row is judged without a script', async () => {
    const page = await open('/schools/social-media/judge', 1024, plain)
    const row = page.locator('.piece').first()
    await row.locator('[value="confirmed"]').check()
    await row.locator('[name^="name-"]').fill('Foto’s')
    await send(page, '.judging-form button.main')
    const { rows } = parseConcordance(written('concordance.yaml'), 'concordance.yaml')
    expect(rows).toEqual([{ sentences: expect.any(Array), verdict: 'confirmed', name: 'Foto’s' }])
  })

  test('an edition is taken over without a script, as it is decided', async () => {
    const page = await open(`${ADAPTED}/template/upgrade`, 1024, plain)
    await page.locator('.folded > summary').first().click()
    await page.locator('[name="way-foto"][value="keep"]').check()
    await send(page, '.upgrade-form button.main')
    expect(written('linde/protocol.md')).toContain('version: 1.1.0')
    expect(written('linde/protocol.md')).not.toContain('schriftelijk')
  })

  test('has no barrier that axe finds, and scrolls in one direction, at 390, 1024 and 1440 px', async () => {
    const page = await open('/import')
    await page.setInputFiles('[name="file"]', file)
    await send(page, 'main form button.main')
    const review = new URL(page.url())
    const found: string[] = []
    for (const path of [
      '/import',
      review.pathname + review.search,
      '/adapt',
      ADAPT,
      `${ADAPTED}/template`,
      `${ADAPTED}/template/upgrade`,
      `${ADAPTED}/template/answers`,
      '/import?into=linde%2Fsocial-media',
      '/policies/linde/social-media/template',
      '/policies/linde/social-media/template/attach?template=bond%2Fprotocol%401.0.0',
      '/schools',
      '/schools/social-media',
      '/schools/social-media/judge',
      '/schools/social-media/pairs',
    ]) {
      await page.goto(base + path)
      for (const summary of await page.locator('main details:not([open]) > summary').all())
        if (await summary.isVisible()) await summary.click()
      for (const width of [390, 1024, 1440]) {
        await page.setViewportSize({ width, height: 800 })
        found.push(...(await violations(page)).map((each) => `${path} ${width} ${each}`))
        if (!(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')))
          found.push(`${path} ${width} scrolls sideways`)
      }
    }
    expect(found).toEqual([])
  })
})
