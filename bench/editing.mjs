/**
 * The laws of editing in a real browser: `npm run build && node bench/editing.mjs [steps] [seed]…`. Somebody without an aim types, presses keys and
 * buttons, selects, drags, copies, cuts and pastes, and loads the page anew; after each burst a browser that remembers nothing must show of the
 * file exactly what the page shows, with no id doubled, and none lost where nothing was taken away. Every tenth burst ends with a kill of the desk
 * or of the browser: the file must then hold a text that was shown, and what is told is how long ago that was. With several seeds each does its part of
 * the steps; a seed with which a law was broken is told with the step, and the next one goes on. `CLAUSULE_SLOW_BROWSER=6` makes the page as many times
 * slower, so that what depends on who comes first comes up.
 */

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { random, startBrowser, startDesk } from './editor/desk.mjs'
import { putEyes } from './editor/shown.mjs'
import { hands } from './editor/steps.mjs'

const [STEPS = 10_000, ...GIVEN] = process.argv.slice(2).map(Number)
const SEEDS = GIVEN.length > 0 ? GIVEN : [1, 2, 3, 4, 5]
/** Steps between two looks at the file. */
const BURST = 50
/** Of so many bursts the last one ends with a kill. */
const KILLED = 10
const SLOWNESS = Number(process.env.CLAUSULE_SLOW_BROWSER ?? 1)

const TEXT = `---
title: Reglement bibliotheek
organisation: linde
lang: nl
version: 1.0.0
status: draft
numbering: { headings: [decimal, decimal], items: [lower-alpha] }
parameters: { school: De Linde }
---

# Lenen {#lenen}

{{school}} leent boeken uit. {#uitlenen}

1. Een lezer leent hoogstens vijf boeken. {#hoogstens}
2. Wie meer nodig heeft dan [](#hoogstens) zegt, vraagt dat. {#vragen}
   - aan de balie {#balie}
   - aan de directie {#directie}
3. Een boek komt na drie weken terug. {#terug}

# Slot {#slot}

Dit reglement geldt voor **alle lezers**.[^een] {#geldt}

| Boek | Weken |
| - | - |
| Roman | drie |
{#weken}

[^een]: Ook voor bezoekers.
`

const root = mkdtempSync(join(tmpdir(), 'clausule-editing-'))
const file = join(root, 'policies/linde/bibliotheek.md')
mkdirSync(join(root, 'policies/linde'), { recursive: true })
writeFileSync(join(root, 'policies/linde/organisation.yaml'), 'name: De Linde\n')

/** A page of the editor in a window that remembers nothing. */
async function openIn({ browser, entrance, origin }, cookies) {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    permissions: ['clipboard-read', 'clipboard-write'],
    ...(cookies ? { storageState: { cookies, origins: [] } } : {}),
  })
  context.setDefaultTimeout(0)
  await context.addInitScript(putEyes)
  const page = await context.newPage()
  if (SLOWNESS > 1) await (await context.newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: SLOWNESS })
  page.on('dialog', (dialog) => void dialog.accept())
  if (!cookies) await page.goto(entrance)
  await page.goto(`${origin}/policies/linde/bibliotheek/edit`)
  await page.waitForSelector('.ProseMirror')
  return { context, page }
}

async function opened() {
  const around = { ...(await startDesk(root)), ...(await startBrowser()) }
  const { context, page } = await openIn(around)
  const troubles = []
  page.on('pageerror', (error) => troubles.push(error.message))
  const { cookies } = await context.storageState()
  await page.locator('.ProseMirror').focus()
  return { ...around, page, troubles, cookies }
}

/** Kills one of both, lets the other end as it will, and says which it was. */
async function killed({ desk, server }, what) {
  const victim = what === 'desk' ? desk : server.process()
  const ended = new Promise((done) => victim.once('exit', done))
  victim.kill('SIGKILL')
  await ended
  // What the desk was told before it is done with; what the browser had not sent is gone.
  if (what === 'browser') await new Promise((done) => setTimeout(done, 500))
  await closed({ desk, server })
}

async function closed({ desk, server }) {
  await server.kill().catch(() => {})
  if (desk.exitCode !== null || desk.signalCode !== null) return
  const ended = new Promise((done) => desk.once('exit', done))
  desk.kill('SIGKILL')
  await ended
}

const isSettled = () => /^(?:saved|refused)$/.test(document.querySelector('.standing')?.dataset.standing)

/** The text is left, so that each clause has its name; what another browser shows of the file must be what is shown here. */
async function compareWithFile(now) {
  const { page } = now
  await page.evaluate(() => document.activeElement?.blur())
  // Who leaves the text is heard, and the names that come of it are written, one after the other.
  for (let i = 0; i < 2; i++) {
    await page.waitForFunction(isSettled)
    await page.waitForTimeout(50)
  }
  const other = await openIn(now, now.cookies)
  const [mine, theirs] = [await page.evaluate('shown(true)'), await other.page.evaluate('shown(true)')].map((all) =>
    all.split('\n'),
  )
  await other.context.close()
  if (mine.join('\n') !== theirs.join('\n')) {
    const line = mine.findIndex((each, at) => each !== theirs[at])
    const standing = await page.getAttribute('.standing', 'data-standing')
    const doc = await page.evaluate('JSON.stringify(document.querySelector(".ProseMirror").pmViewDesc.node)')
    throw new Error(
      `standing ${standing}\nshown   ${mine[line]}\nin file ${theirs[line]}\nthe document ${doc}\nthe file\n${readFileSync(file, 'utf8')}`,
    )
  }
  await page.locator('.ProseMirror').focus()
}

/** A page that is loaded anew shows what it showed, saved or not. */
async function reloaded({ page }) {
  const before = await page.evaluate('shown(false)')
  await page.reload()
  await page.waitForSelector('.ProseMirror')
  await page.locator('.ProseMirror').focus()
  const after = await page.evaluate('shown(false)')
  if (after !== before) throw new Error(`loaded anew it shows\n${after}\nwhere it showed\n${before}`)
}

const costs = { desk: [], browser: [] }

/** The laws for so many steps with one seed. */
async function hold(seed, steps) {
  const next = random(seed)
  writeFileSync(file, TEXT)
  let now = await opened()
  let step = hands(now.page, next)
  let before = await now.page.evaluate('looked()')
  const trail = []
  try {
    for (let at = 0, kills = 0; at < steps; at++) {
      const burst = Math.floor(at / BURST)
      const isLast = at % BURST === BURST - 1 || at === steps - 1
      const isKilled = burst % KILLED === KILLED - 1
      if (isKilled && texts.length === 0) texts.push({ time: 0, text: await now.page.evaluate('shown(false)') })
      const time = performance.now()
      const { name, loses } = await step()
      trail.push(`${at} ${name}`)
      const after = await now.page.evaluate('looked()')
      if (new Set(after.ids).size < after.ids.length) throw new Error(`an id stands twice: ${after.ids}`)
      const lost = before.ids.filter((id) => !after.ids.includes(id))
      if (!loses && before.isEmpty && lost.length > 0) throw new Error(`lost ${lost}`)
      before = after
      if (isKilled) texts.push({ time, text: await now.page.evaluate('shown(false)') })
      if (now.troubles.length > 0) throw new Error(now.troubles.join('\n'))
      if (isLast && isKilled) {
        const what = kills++ % 2 === 0 ? 'browser' : 'desk'
        const end = performance.now()
        await killed(now, what)
        now = await opened()
        step = hands(now.page, next)
        costs[what].push(costOf(texts.splice(0), await now.page.evaluate('shown(false)'), end))
        before = await now.page.evaluate('looked()')
      } else if (isLast) {
        await compareWithFile(now)
        if (next() < 0.3) await reloaded(now)
        before = await now.page.evaluate('looked()')
      }
    }
    return { ids: before.ids.length, lines: (await now.page.evaluate('shown(false)')).split('\n').length }
  } catch (error) {
    throw new Error(`seed ${seed}: ${trail.slice(-8).join(', ')}\n${error.message}`)
  } finally {
    texts.length = 0
    await closed(now)
  }
}

/** What was shown in a burst that ends with a kill, and when the key for it was pressed. */
const texts = []

/** Milliseconds of typing that are gone: since the first step that is not in the file. */
function costOf(texts, kept, end) {
  const last = texts.findLastIndex(({ text }) => text === kept)
  if (last < 0) throw new Error(`the file holds what was not shown:\n${kept}\nwhere last was shown\n${texts.at(-1)?.text}`)
  const lost = texts.slice(last + 1).find(({ text }) => text !== kept)
  return lost ? end - lost.time : 0
}

let broken = 0
try {
  for (const seed of SEEDS) {
    try {
      const { lines, ids } = await hold(seed, Math.ceil(STEPS / SEEDS.length))
      process.stdout.write(
        `seed ${seed}: ${Math.ceil(STEPS / SEEDS.length)} steps, ${lines} lines shown at the end, ${ids} ids\n`,
      )
    } catch (error) {
      broken++
      process.stdout.write(`BROKEN ${error.message}\n`)
    }
  }
  for (const [what, times] of Object.entries(costs)) {
    times.sort((a, b) => a - b)
    const said = [times[Math.floor(times.length / 2)], times.at(-1)].map((time) => `${(time ?? 0).toFixed(0)} ms`)
    process.stdout.write(`${times.length} kills of the ${what}: typing lost ${said[0]} median, ${said[1]} most\n`)
  }
} finally {
  rmSync(root, { recursive: true, force: true })
}
process.exitCode = broken > 0 ? 1 : 0
