import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { beforeEach, describe, expect, test } from 'vitest'
import { skipsBrowser, violations } from '../support/browser.js'
import { barriers, inChromium } from './in-chromium.js'
import { enter, reach } from './keys.js'

const POLICY = (words: string, status = 'draft', version = '1.1.0') => `---
title: Protocol sociale media
organisation: linde
lang: nl
version: ${version}
status: ${status}
route: [{ body: MR, right: consent }, { body: Bestuur, right: adoption }]
---

# Foto's {#fotos}

1. Een medewerker plaatst een foto ${words}. {#toestemming}
2. Wie merkt dat [](#toestemming) niet is nageleefd, meldt dat aan de de directie. {#melden}
`
const MEDIA = POLICY('alleen met toestemming')
const HOSTILE = `---
title: '<script>window.pwned=1</script><img src=x onerror=window.pwned=1>'
organisation: linde
lang: nl
version: 1.0.0
status: draft
parameters: { school: '"><script>window.pwned=1</script>' }
---

# <script>window.pwned=1</script> {#kop}

1. {{school}} [klik](javascript:window.pwned=1) <img src="https://evil.example/x.png" onerror="window.pwned=1"> {#een}
2. [elders](https://evil.example/) </textarea><script>window.pwned=1</script> {#twee}
`
const PAGE = '/policies/linde/media'
const PAGES = [
  '/',
  '/new',
  '/search?q=foto',
  '/import',
  PAGE,
  `${PAGE}/edit`,
  `${PAGE}/1.0.0`,
  `${PAGE}/compare`,
  `${PAGE}/compare?as=was-wordt`,
  `${PAGE}/decide`,
  `${PAGE}/papers`,
  `${PAGE}/source`,
  '/policies/linde/kwaad',
  '/policies/linde/kwaad/source',
  '/nergens',
]

describe.skipIf(skipsBrowser)('the desk in Chromium', () => {
  const { open, origin, path } = inChromium({
    'policies/linde/organisation.yaml': 'name: Basisschool De Linde\nshort: De Linde\n',
    'policies/linde/media.md': MEDIA,
    'policies/linde/releases/media@1.0.0.md': POLICY('met toestemming', 'adopted', '1.0.0'),
    'policies/linde/kwaad.md': HOSTILE,
  })
  const file = (name: string) => path('policies/linde', name)
  beforeEach(() => writeFileSync(file('media.md'), MEDIA))

  test('has no barrier that axe finds, and scrolls in one direction, on a phone and on screens, light and dark', async () => {
    const found: string[] = []
    const page = await open('/')
    for (const address of PAGES) {
      await page.goto(origin() + address)
      for (const [width, colorScheme] of [
        [390, 'light'],
        [1024, 'light'],
        [1024, 'dark'],
        [1440, 'light'],
      ] as const) {
        await page.setViewportSize({ width, height: 800 })
        await page.emulateMedia({ colorScheme })
        found.push(...(await barriers(page)).map((each) => `${address} ${width} ${colorScheme} ${each}`))
      }
    }
    expect(found).toEqual([])
  })

  test('runs nothing that a policy says, and asks nobody else', async () => {
    const page = await open('/')
    for (const address of [
      '/',
      '/policies/linde/kwaad',
      '/policies/linde/kwaad/source',
      '/search?q=klik',
      '/policies/linde/kwaad/decide',
    ]) {
      await page.goto(origin() + address)
      expect([address, await page.evaluate('window.pwned')]).toEqual([address, undefined])
      expect([address, await page.locator('a[href^="javascript:"]').count()]).toEqual([address, 0])
    }
  })

  test('shows a change of a file at once', async () => {
    const page = await open(PAGE)
    writeFileSync(file('media.md'), MEDIA.replace('alleen met toestemming', 'nooit zonder toestemming'))
    await page.getByText('nooit zonder toestemming').waitFor()
  })

  test('takes nobody who stands in it with the keyboard out of it: it says so, and goes on where they went', async () => {
    const page = await open(PAGE)
    await reach(page, 'a[href$="/decide"]')
    const isSaid = page.getByText('Deze pagina zou er nu anders uitzien')
    writeFileSync(file('media.md'), MEDIA.replace('alleen met toestemming', 'nooit zonder toestemming'))
    await isSaid.waitFor()
    await expect.poll(() => page.locator('a[href$="/decide"]:focus').count()).toBe(1)
    await expect.poll(() => page.locator('main').textContent()).toContain('alleen met toestemming')
    writeFileSync(file('media.md'), MEDIA)
    await isSaid.waitFor({ state: 'hidden' })
    writeFileSync(file('media.md'), MEDIA.replace('alleen met toestemming', 'nooit zonder toestemming'))
    await isSaid.waitFor()
    await expect.poll(() => violations(page)).toEqual([])
    await enter(page, 'a[href$="/decide"]')
    expect(new URL(page.url()).pathname).toBe(`${PAGE}/decide`)
  })

  test('shows both where a file changed while somebody typed, and loses neither', async () => {
    const page = await open(`${PAGE}/source`)
    await page.locator('textarea').fill(MEDIA.replace('alleen met toestemming', 'na toestemming'))
    writeFileSync(file('media.md'), MEDIA.replace('meldt dat', 'meldt het'))
    await page.getByText('intussen veranderd').waitFor()
    await page.getByRole('button', { name: 'Opslaan' }).click()
    await page.getByRole('heading', { name: 'Het bestand is intussen door iemand anders gewijzigd' }).waitFor()
    expect(readFileSync(file('media.md'), 'utf8')).toContain('meldt het')
    await expect
      .poll(() => page.locator('.line-difference ins').allTextContents())
      .toEqual([expect.stringContaining('na toestemming'), expect.stringContaining('meldt dat')])
    await expect.poll(() => page.locator('textarea').inputValue()).toContain('na toestemming')
    await expect.poll(() => violations(page)).toEqual([])
    // Who has seen both may save.
    await page.getByRole('button', { name: 'Opslaan' }).click()
    await page.getByText('Opgeslagen.').waitFor()
    expect(readFileSync(file('media.md'), 'utf8')).toContain('na toestemming')
  })

  test('mends with one button what can only be meant in one way', async () => {
    const page = await open(PAGE)
    await page.getByRole('button', { name: 'Herstel ze nu' }).click()
    await page.getByText('Hersteld.').waitFor()
    expect(readFileSync(file('media.md'), 'utf8')).toContain('meldt dat aan de directie.')
  })

  test('leads from a finding to its line in the source', async () => {
    const page = await open(PAGE)
    await page.locator('.findings a.place').first().click()
    await page.locator('textarea:focus').waitFor()
    const chosen = await page.locator('textarea').evaluate((field) => {
      const { value, selectionStart, selectionEnd } = field as unknown as Record<string, never>
      return String(value).slice(Number(selectionStart), Number(selectionEnd))
    })
    expect(chosen).toContain('de de directie')
  })

  test('reads and saves without a script', async () => {
    const page = await open(PAGE, { plain: true })
    await expect.poll(() => page.locator('main').textContent()).toContain('alleen met toestemming')
    await page.goto(`${origin()}${PAGE}/source`)
    await page.locator('textarea').fill(MEDIA.replace('alleen', 'slechts'))
    await page.getByRole('button', { name: 'Opslaan' }).click()
    await expect.poll(() => page.locator('body').textContent()).toContain('Opgeslagen.')
    expect(readFileSync(file('media.md'), 'utf8')).toBe(MEDIA.replace('alleen', 'slechts'))
  })

  test('says that the workspace is gone, and goes on when it is back', async () => {
    const page = await open(PAGE)
    renameSync(path('policies'), path('weg'))
    try {
      const other = await open(`${PAGE}/decide`)
      await expect.poll(() => other.locator('h1').textContent()).toBe('Hier is geen werkmap meer')
    } finally {
      renameSync(path('weg'), path('policies'))
    }
    await page.goto(`${origin()}${PAGE}`)
    await expect.poll(() => page.locator('main').textContent()).toContain('alleen met toestemming')
  })
})
