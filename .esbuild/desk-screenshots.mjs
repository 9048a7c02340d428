/**
 * Takes the pictures of `docs/desk.md`: each page of the desk, on a copy of the policies of this repository. `node .esbuild/desk-screenshots.mjs`,
 * after `npm run build`. A folder that is named gets every page at three widths, light and dark, to be looked at, and what axe finds is told.
 */
import { execFileSync } from 'node:child_process'
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startBrowser, startDesk } from '../bench/editor/desk.mjs'

const FLEX = '/policies/flex-college/social-media'
const SCHOOL = '/policies/voorbeeldschool/social-media'

/** Pages by the names of their pictures: where each is, and what is done on it before the picture is taken. */
const PAGES = {
  overview: ['/'],
  search: ['/search?q=mag+de+juf+een+foto+plaatsen'],
  new: ['/new'],
  import: ['/import', send],
  read: [FLEX],
  write: [`${FLEX}/edit`, write],
  source: [`${FLEX}/source`],
  conflict: [`${FLEX}/source`, conflict],
  compare: [`${FLEX}/compare`],
  decide: [`${FLEX}/decide`],
  papers: [`${FLEX}/papers`],
  into: ['/import?into=allure%2Fsocial-media', send],
  choose: ['/adapt'],
  adapt: ['/adapt/sector/social-media/1.0.0'],
  template: [`${SCHOOL}/template`],
  answers: [`${SCHOOL}/template/answers`],
  upgrade: [`${SCHOOL}/template/upgrade`],
  attach: [`${FLEX}/template/attach?template=sector%2Fsocial-media%401.0.0`],
  schools: ['/schools'],
  matrix: ['/schools/social-media'],
  judge: ['/schools/social-media/judge'],
  pairs: ['/schools/social-media/pairs'],
  missing: ['/nergens'],
}
/** Those of an empty folder. */
const BEGINNINGS = { begin: ['/'], 'begin-schools': ['/schools'], 'begin-adapt': ['/adapt'], 'begin-missing': ['/nergens'] }
/** What docs/desk.md shows. */
const KEPT = new Set(Object.keys(PAGES).filter((name) => name !== 'missing'))
const KEPT_WIDTH = 1024

const root = join(import.meta.dirname, '..')
const all = process.argv[2]
const target = all ?? join(root, 'docs', 'images', 'desk')
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const folder = mkdtempSync(join(tmpdir(), 'desk-'))
const empty = mkdtempSync(join(tmpdir(), 'desk-leeg-'))
for (const name of ['policies', 'templates/sector']) cpSync(join(root, name), join(folder, name), { recursive: true })
execFileSync(process.execPath, [join(root, 'dist/cli.js'), 'build', 'allure/social-media', '--format', 'text', '--quiet'], {
  cwd: folder,
})
const [sent = ''] = readdirSync(join(folder, 'out'), { recursive: true }).filter((name) => name.endsWith('.txt'))
mkdirSync(target, { recursive: true })

async function send(page) {
  await page.setInputFiles('input[type=file]', join(folder, 'out', sent))
  const organisation = page.locator('[name=organisation]')
  if ((await organisation.count()) > 0) await organisation.selectOption('allure')
  await Promise.all([page.waitForURL(/\/import\/\w+/), page.locator('main .acts button').click()])
}

async function write(page) {
  await page.waitForSelector('.ProseMirror')
  await page.waitForFunction(
    () => document.querySelector('#_changes')?.childElementCount && document.querySelector('#_findings')?.childElementCount,
  )
}

async function conflict(page) {
  const text = page.locator('textarea').first()
  await text.fill((await text.inputValue()).replace('Instagram', 'Instagram, TikTok'))
  appendFileSync(join(folder, `policies/flex-college/social-media.md`), '\nEen ander schreef dit intussen.\n')
  await page.locator('main button[type=submit], main .acts button').first().click()
  await page.waitForSelector('.line-difference')
}

const { server, browser } = await startBrowser()
let found = 0
try {
  for (const [on, pages] of [
    [empty, BEGINNINGS],
    [folder, PAGES],
  ]) {
    const { desk, entrance, origin } = await startDesk(on, ['--lang', 'nl'])
    const context = await browser.newContext({ reducedMotion: 'reduce', locale: 'nl' })
    await (await context.newPage()).goto(entrance)
    const looks =
      all === undefined
        ? [
            [KEPT_WIDTH, 'light'],
            [390, 'light'],
          ]
        : [390, 1024, 1440].flatMap((width) => [
            [width, 'light'],
            [width, 'dark'],
          ])
    for (const [name, [path, prepare]] of Object.entries(pages)) {
      if (all === undefined && !KEPT.has(name)) continue
      const page = await context.newPage()
      page.on('dialog', (dialog) => void dialog.accept())
      const before = name === 'conflict' ? readFileSync(join(folder, 'policies/flex-college/social-media.md')) : undefined
      await page.setViewportSize({ width: KEPT_WIDTH, height: 800 })
      await page.goto(origin + path)
      await prepare?.(page)
      for (const [width, colorScheme] of looks) {
        if (all === undefined && width === 390 && name !== 'write') continue
        await page.setViewportSize({ width, height: width < 500 ? 844 : 800 })
        await page.emulateMedia({ colorScheme })
        await page.waitForTimeout(200)
        if (all !== undefined) {
          await page.evaluate(axe)
          const { violations } = await page.evaluate('axe.run()')
          const isWide = await page.evaluate('document.documentElement.scrollWidth > innerWidth')
          for (const { id, nodes } of violations)
            process.stdout.write(`${name} ${width} ${colorScheme}: ${id} ${nodes[0].html}\n`)
          if (isWide) process.stdout.write(`${name} ${width}: scrolls sideways\n`)
          found += violations.length + Number(isWide)
        }
        if (colorScheme === 'dark' && width !== 1024) continue
        const session = await context.newCDPSession(page)
        const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: 55 })
        const suffix = all === undefined ? (width === 390 ? '-phone' : '') : `-${width}${colorScheme === 'dark' ? '-dark' : ''}`
        writeFileSync(join(target, `${name}${suffix}.webp`), Buffer.from(data, 'base64'))
      }
      await page.close({ runBeforeUnload: false })
      if (before) writeFileSync(join(folder, 'policies/flex-college/social-media.md'), before)
    }
    desk.kill()
    await context.close()
  }
} finally {
  await server.close()
  rmSync(folder, { recursive: true, force: true })
  rmSync(empty, { recursive: true, force: true })
}
if (all !== undefined) process.stdout.write(`${found} found\n`)
