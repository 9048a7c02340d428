/**
 * The laws of editing in a real browser: `npm run build && node bench/editing.mjs [steps] [seed] [kills]`. Somebody without an aim types, presses keys
 * and buttons, selects, copies, cuts and pastes; after each burst a browser that remembers nothing must show of the file exactly what the page
 * shows, with no id doubled, and none lost where nothing was taken away. Then the desk is killed, and the browser, at random moments of typing:
 * what was typed more than a second before must be in the file.
 */

import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'

const [STEPS, SEED, KILLS] = [10_000, 1, 30].map((most, at) => Number(process.argv[2 + at] ?? most))
/** Steps between two looks at the file. */
const BURST = 50

const TEXT = `---
title: Protocol sociale media
organisation: linde
lang: nl
version: 1.0.0
status: draft
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
   - aan de directie {#directie}
   - aan het bestuur {#bestuur}
3. De directie bewaart de meldingen. {#bewaren}

# Slot {#slot}

Dit protocol geldt voor **iedereen**.[^een] {#geldt}

| Wie | Wat |
| - | - |
| Directie | besluit |
{#tabel}

[^een]: Ook voor bezoekers.
`
const WORDS =
  'de school| toestemming|x|.|  |é|*|**|_|`|[|](|[](#fotos)|[^een]:|:|#|# |1. |- |> |---|~~|| a |<b>|&amp;|\\|{#fotos}|{{school}}|^'.split(
    /\|(?!\| a)/,
  )

/** Numbers below one, the same for one seed. */
function random(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const root = mkdtempSync(join(tmpdir(), 'clausule-editing-'))
const file = join(root, 'policies/linde/media.md')
mkdirSync(join(root, 'policies/linde'), { recursive: true })
writeFileSync(join(root, 'policies/linde/organisation.yaml'), 'name: De Linde\n')

/** A desk on the folder, and a browser that it let in. */
async function opened() {
  const desk = spawn(process.execPath, ['dist/cli.js', 'desk', root, '--no-open'], { stdio: ['ignore', 'pipe', 'pipe'] })
  const entrance = await new Promise((found) => {
    let said = ''
    for (const stream of [desk.stdout, desk.stderr])
      stream.on('data', (part) => {
        said += part
        const address = /http:\/\/127\S+/.exec(said)?.[0]
        if (address) found(address)
      })
  })
  const server = await chromium.launchServer({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-quic'] })
  const browser = await chromium.connect(server.wsEndpoint())
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  context.setDefaultTimeout(0)
  const page = await context.newPage()
  await page.goto(entrance)
  const address = `${new URL(entrance).origin}/policies/linde/media/edit`
  await page.goto(address)
  await page.waitForSelector('.ProseMirror')
  return { desk, server, browser, context, page, address }
}

/** What a page shows: each clause with its id, its number, and its words letter by letter with the marks over them. */
const shown = () => {
  const lines = []
  const letters = (node, marks) => {
    if (node.nodeType === 3) return [...node.data].map((letter) => (/\s/u.test(letter) ? [letter, ''] : [letter, marks]))
    if (node.nodeName === 'BR') return node.className.includes('ProseMirror') ? [] : [['\n', '']]
    if (node.nodeName === 'IMG' || node.className?.includes?.('ProseMirror-widget')) return []
    if (node.matches?.('.reference, .parameter, .note-mark, .opaque')) {
      // A reference and a mark of a note are links of their own.
      const over = node.matches('.reference, .note-mark') ? marks.replace(/A;/g, '') : marks
      return [[`[${node.textContent}]`, over]]
    }
    const own = /^(?:STRONG|EM|DEL|CODE|A)$/.test(node.nodeName) ? `${marks}${node.nodeName};` : marks
    const sorted = own
      .split(';')
      .filter(Boolean)
      .sort()
      .map((mark) => `${mark};`)
      .join('')
    return [...node.childNodes].flatMap((child) => letters(child, sorted))
  }
  const wordsOf = (block) => {
    const all = letters(block, '')
    while (all.length && !all[0][0].trim()) all.shift()
    while (all.length && !all.at(-1)[0].trim()) all.pop()
    return all
      .map(([letter, marks]) => letter + (marks && `<${marks}>`))
      .join('')
      .replace(/[^\S\n]*\n[^\S\n]*/g, '\n')
      .normalize('NFC')
  }
  const idOf = (block) => JSON.parse(block.dataset.clause ?? '{}').id ?? ''
  const isBare = (block) => block.nodeName === 'P' && !block.dataset.clause && wordsOf(block) === ''
  const visit = (block, depth) => {
    if (block.matches('p, h2, h3, h4, h5, h6, pre')) {
      if (!isBare(block))
        lines.push(
          [depth + block.nodeName, block.className.match(/level-\d/)?.[0], idOf(block), block.dataset.label, wordsOf(block)].join(
            ' ',
          ),
        )
    } else if (block.matches('ul, ol')) {
      const start = lines.length
      let holds = false
      for (const item of block.children) {
        let parts = [...item.firstElementChild.children]
        if (isBare(parts[0])) {
          const next = parts.findIndex((part) => !isBare(part))
          if (next > 0 && parts[next].nodeName === 'P') parts = parts.slice(next)
        }
        const [own, ...below] = parts
        lines.push([depth + block.nodeName, idOf(own), item.dataset.label, wordsOf(own)].join(' '))
        const count = lines.length
        for (const part of below) visit(part, `${depth}${block.nodeName}>`)
        if (!isBare(own) || lines.length > count) holds = true
      }
      if (!holds) lines.length = start
    } else if (block.matches('table')) {
      lines.push(`${depth}TABLE ${idOf(block)}`)
      for (const cell of block.querySelectorAll('td, th')) lines.push(`${depth}CELL ${wordsOf(cell)}`)
    } else if (block.matches('blockquote, aside')) {
      const count = lines.length
      if (block.nodeName === 'ASIDE') lines.push(`NOTE ${block.dataset.note} ${block.dataset.label}`)
      for (const part of block.children) visit(part, `${depth}${block.nodeName}>`)
      if (block.nodeName === 'BLOCKQUOTE' && lines.length === count) return
    } else lines.push(depth + block.nodeName)
  }
  for (const block of document.querySelector('.ProseMirror').children) visit(block, '')
  return lines
}

/** The ids on a page, and whether nothing is selected; where Tab or a button led elsewhere the text is gone back to. */
const idsOn = (page) =>
  page.evaluate(() => {
    if (document.activeElement?.id !== '_text') document.getElementById('_text').focus()
    return {
      ids: [...document.querySelectorAll('.ProseMirror [data-clause]')]
        .map((each) => JSON.parse(each.dataset.clause).id)
        .filter(Boolean)
        .sort(),
      empty: getSelection().isCollapsed && !document.querySelector('.ProseMirror-selectednode, .selectedCell'),
    }
  })

async function laws() {
  writeFileSync(file, TEXT)
  const { desk, server, browser, context, page, address } = await opened()
  const troubles = []
  page.on('pageerror', (error) => troubles.push(error.message))
  const state = await context.storageState()
  const next = random(SEED)
  const pick = (list) => list[Math.floor(next() * list.length)]
  const press = (key) => () => page.keyboard.press(key)
  const tool = (name) => () =>
    page.evaluate((wanted) => {
      const button = [...document.querySelectorAll('[role=toolbar] button')].find(
        (each) => wanted.test(each.ariaLabel) && !each.hidden,
      )
      if (button && button.ariaDisabled !== 'true') button.click()
    }, name)
  const click = async (modifiers) => {
    const box = await page.locator('.ProseMirror').boundingBox()
    const [x, y] = [box.x + 20 + next() * 500, Math.max(80, Math.min(880, box.y + next() * box.height))]
    if (modifiers) await page.keyboard.down('Shift')
    await page.mouse.click(x, y)
    if (modifiers) await page.keyboard.up('Shift')
  }
  // Each with its weight, and whether it may take clauses away where nothing is selected.
  const steps = [
    ['type', 24, false, () => page.keyboard.insertText(pick(WORDS))],
    ['keys', 6, false, () => page.keyboard.type(pick(['nieuw ', '1. ', '- ', 'Wie.']))],
    ['Enter', 9, false, press('Enter')],
    ['Shift+Enter', 2, false, press('Shift+Enter')],
    ['Backspace', 8, true, press('Backspace')],
    ['Delete', 4, true, press('Delete')],
    ['Tab', 5, false, press('Tab')],
    ['Shift+Tab', 5, false, press('Shift+Tab')],
    ['Alt+ArrowUp', 4, false, press('Alt+ArrowUp')],
    ['Alt+ArrowDown', 4, false, press('Alt+ArrowDown')],
    [
      'kind',
      5,
      false,
      () => page.keyboard.press(pick(['Control+Alt+1', 'Control+Alt+2', 'Control+Alt+0', 'Control+Shift+7', 'Control+Shift+8'])),
    ],
    ['mark', 5, false, () => page.keyboard.press(pick(['Control+b', 'Control+i']))],
    ['arrow', 10, false, () => page.keyboard.press(pick(['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End']))],
    [
      'select',
      8,
      false,
      () => page.keyboard.press(pick(['Shift+ArrowDown', 'Shift+ArrowRight', 'Shift+End', 'Shift+Home', 'Shift+ArrowUp'])),
    ],
    ['click', 10, false, () => click(false)],
    ['click with Shift', 2, false, () => click(true)],
    ['copy', 3, false, press('Control+c')],
    ['cut', 2, true, press('Control+x')],
    ['paste', 4, true, press('Control+v')],
    ['undo', 5, true, press('Control+z')],
    ['redo', 3, true, press('Control+y')],
    ['note', 1, false, tool(/Voetnoot|Footnote/)],
    ['table', 1, false, tool(/^(?:Tabel|Table)$/)],
    ['row', 1, false, tool(/Rij eronder|Row below/i)],
    ['column', 1, false, tool(/Kolom erbij|column/i)],
    ['quote', 1, false, tool(/Citaat|Quot/)],
    ['definition', 1, false, tool(/Begrip|Definition|Term/)],
    [
      'reference',
      2,
      true,
      async () => {
        await page.keyboard.press('Control+Shift+9')
        await page.waitForSelector('dialog [role=option]')
        await page.keyboard.press('Enter')
        await page.waitForFunction(() => document.activeElement?.id === '_text')
      },
    ],
  ]
  const total = steps.reduce((sum, [, weight]) => sum + weight, 0)
  const trail = []
  await page.locator('.ProseMirror p').first().click()
  for (let at = 0; at < STEPS; at++) {
    let left = next() * total
    const [name, , loses, act] = steps.find(([, weight]) => (left -= weight) < 0)
    const before = await idsOn(page)
    await act()
    trail.push(name)
    const after = await idsOn(page)
    const where = `seed ${SEED}, step ${at}: ${trail.slice(-8).join(', ')}`
    if (new Set(after.ids).size < after.ids.length) throw new Error(`${where}\nan id stands twice: ${after.ids}`)
    const lost = before.ids.filter((id) => !after.ids.includes(id))
    if (!loses && before.empty && lost.length > 0) throw new Error(`${where}\nlost ${lost}`)
    if (at % BURST < BURST - 1 && at < STEPS - 1) continue
    // A click outside leaves the text, so that each clause has its name.
    await page.evaluate(() => document.activeElement?.blur())
    await page.waitForFunction(
      () =>
        document.querySelector('.standing')?.dataset.standing === 'saved' ||
        document.querySelector('.standing')?.dataset.standing === 'refused',
    )
    await page.waitForTimeout(50)
    await page.waitForFunction(
      () =>
        document.querySelector('.standing')?.dataset.standing === 'saved' ||
        document.querySelector('.standing')?.dataset.standing === 'refused',
    )
    const other = await browser.newContext({
      storageState: { cookies: state.cookies, origins: [] },
      viewport: { width: 1280, height: 900 },
    })
    other.setDefaultTimeout(0)
    const look = await other.newPage()
    await look.goto(address)
    await look.waitForSelector('.ProseMirror')
    const [mine, theirs] = [await page.evaluate(shown), await look.evaluate(shown)]
    await other.close()
    if (mine.join('\n') !== theirs.join('\n')) {
      const line = mine.findIndex((each, i) => each !== theirs[i])
      throw new Error(
        `${where}\nstanding ${await page.getAttribute('.standing', 'data-standing')}\nshown   ${mine[line]}\nin file ${theirs[line]}\n${readFileSync(file, 'utf8')}`,
      )
    }
    if (troubles.length > 0) throw new Error(`${where}\n${troubles}`)
    if (at % 1000 === 999 || at === STEPS - 1)
      process.stdout.write(`${at + 1} steps, ${mine.length} lines shown, ${after.ids.length} ids\n`)
    await page.locator('.ProseMirror').focus()
  }
  await browser.close()
  await server.close()
  desk.kill()
}

/** Milliseconds of typing that a kill of the desk or of the browser cost, at random moments. */
async function kills() {
  const next = random(SEED)
  const lost = []
  for (let round = 0; round < KILLS; round++) {
    writeFileSync(file, TEXT)
    const { desk, server, page } = await opened()
    await page.locator('.ProseMirror').getByText('maakt').click()
    await page.keyboard.press('End')
    const typed = []
    const end = performance.now() + 800 + next() * 3000
    for (let at = 0; performance.now() < end; at++) {
      const word = ` w${at}`
      await page.keyboard.insertText(word)
      typed.push({ word, time: performance.now() })
      await page.waitForTimeout(20 + next() * 120)
    }
    const killed = performance.now()
    const process = round % 2 === 0 ? desk : server.process()
    const ended = new Promise((done) => process.once('exit', done))
    process.kill('SIGKILL')
    await ended
    // What the desk was told before it is done with; what the browser had not sent is gone.
    if (round % 2 === 1) await new Promise((done) => setTimeout(done, 500))
    const kept = readFileSync(file, 'utf8')
    const missing = typed.filter(({ word }) => !new RegExp(`${word}(?!\\d)`).test(kept))
    lost.push({ what: round % 2 === 0 ? 'desk' : 'browser', time: missing.length > 0 ? killed - missing[0].time : 0 })
    await server.kill().catch(() => {})
    desk.kill('SIGKILL')
  }
  for (const what of ['desk', 'browser']) {
    const times = lost
      .filter((each) => each.what === what)
      .map(({ time }) => time)
      .sort((a, b) => a - b)
    const said = [times[Math.floor(times.length / 2)], times.at(-1)].map((time) => `${time?.toFixed(0)} ms`)
    process.stdout.write(`${times.length} kills of the ${what}: typing lost ${said[0]} median, ${said[1]} most\n`)
  }
}

try {
  if (STEPS > 0) await laws()
  if (KILLS > 0) await kills()
} finally {
  rmSync(root, { recursive: true, force: true })
}
