import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect, test } from 'vitest'
import { checkPdf } from '../../src/check/index.js'
import type { DocBlock } from '../../src/present/index.js'
import { cell, document, h, item, note, ol, p, pdf, table } from './build.js'

const LONG = ['Verantwoordelijke', 'Medezeggenschap', 'Inwerkingtreding', 'Communicatie', 'Evaluatiemoment', 'Bewaartermijn']
const wide = (columns: number, rows: number) =>
  table(
    Array.from({ length: columns }, (_, k) => LONG[k % LONG.length] as string),
    Array.from({ length: rows }, (_, r) => Array.from({ length: columns }, (_, k) => `cel ${r + 1}.${k + 1}`)),
  )

/** Texts with their size, and whether they run upwards, page by page. */
async function texts(blocks: readonly DocBlock[]) {
  const bytes = await pdf(document(blocks))
  expect(checkPdf(bytes).problems).toEqual([])
  const file = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise
  return Promise.all(
    Array.from({ length: file.numPages }, async (_, k) => {
      const page = await file.getPage(k + 1)
      expect(page.view[3]).toBeGreaterThan(page.view[2] as number)
      const { items } = await page.getTextContent()
      return items.flatMap((item) => {
        if (!('str' in item) || item.str.trim() === '') return []
        const [a, b] = item.transform as number[]
        return [
          { text: item.str, size: Math.hypot(a as number, b as number), upwards: Math.abs(b as number) > Math.abs(a as number) },
        ]
      })
    }),
  )
}

const cells = (found: Awaited<ReturnType<typeof texts>>) => found.flat().filter(({ text }) => text.startsWith('cel'))

test('a table that fits stays upright', async () => {
  const found = cells(await texts([h(1, 'Een'), wide(4, 3)]))
  expect(found).toHaveLength(12)
  expect(found.every(({ upwards, size }) => !upwards && size >= 8)).toBe(true)
})

test('what is set small stands with the end of what it is said of, never alone on a page', async () => {
  const small = (words: string): DocBlock => ({ ...p(words), tone: 'small' }) as DocBlock
  for (const lines of [35, 36, 37, 38, 39, 40, 41, 42]) {
    const pages = await texts([
      ...Array.from({ length: lines }, (_, line) => p(`regel ${line + 1}`)),
      small('kleiner'),
      small('ook'),
    ])
    const last = (pages.at(-1) ?? []).map(({ text }) => text).join(' ')
    expect(last).toMatch(/regel \d+ kleiner ook/)
  }
})

test('small print below a list drags no item to the next page that fits on this one', async () => {
  const fingerprints = Array.from({ length: 4 }, (_, at) => ({ ...p(`kenmerk ${at + 1}`), tone: 'small' }) as DocBlock)
  const pagesOf = async (blocks: readonly DocBlock[]) =>
    (await texts(blocks)).map((page) => page.map(({ text }) => text).join(' '))
  let parted = 0
  for (const lines of [24, 25, 26, 27, 28, 29, 30, 31]) {
    const memo = [
      ...Array.from({ length: lines }, (_, line) => p(`regel ${line + 1}`)),
      ol(item('1.', [p('eerste wijziging')]), item('2.', [p('laatste wijziging')])),
    ]
    const pages = await pagesOf([...memo, ...fingerprints])
    const on = (words: string) => pages.findIndex((page) => page.includes(words))
    expect(on('laatste wijziging')).toBe((await pagesOf(memo)).findIndex((page) => page.includes('laatste wijziging')))
    expect(on('kenmerk 4')).toBe(on('kenmerk 1'))
    if (on('kenmerk 1') > on('laatste wijziging')) parted++
  }
  expect(parted).toBeGreaterThan(1)
})

test('a signature stands on a page with the last words of what is signed', async () => {
  const room: DocBlock = {
    ...table(['Naam', 'Handtekening'], []),
    caption: [{ type: 'text', value: 'Aldus besloten' }],
    body: [{ height: 20, cells: [cell('J. Eik'), cell('')] }],
  } as DocBlock
  for (const lines of [24, 25, 26, 27, 28, 29, 30, 31]) {
    const regels = Array.from({ length: lines }, (_, line) => p(`regel ${line + 1}`))
    const article = ol(item('1.', [p('een')]), item('2.', [p('twee')]))
    const pages = (await texts([...regels, article, room])).map((page) => page.map(({ text }) => text).join(' '))
    expect(pages.find((page) => page.includes('Aldus besloten'))).toMatch(/twee.* Aldus besloten Naam Handtekening J\. Eik/)
  }
})

test('a table is turned before its letters are smaller than eight points', async () => {
  const pages = await texts([h(1, 'Een'), p('Voor de tabel.'), wide(7, 5), p('Na de tabel.')])
  const found = cells(pages)
  expect(found).toHaveLength(35)
  expect(found.every(({ upwards, size }) => upwards && size >= 8)).toBe(true)
  // With a heading and a line above it: no page for those alone.
  expect(pages[0]?.some(({ text, upwards }) => text === 'Voor de tabel.' && !upwards)).toBe(true)
  expect(pages[0]?.some(({ upwards }) => upwards)).toBe(true)
})

test('a long table that is turned repeats its head on every page, and loses no row', async () => {
  const pages = await texts([wide(7, 60)])
  expect(pages.length).toBeGreaterThan(1)
  for (const page of pages) expect(page.filter(({ text }) => text === 'Communicatie')).toHaveLength(1)
  expect(cells(pages)).toHaveLength(420)
})

test('forty columns are parted, in letters that can be read', async () => {
  const found = cells(await texts([wide(40, 3)]))
  expect(new Set(found.map(({ text }) => text)).size).toBe(120)
  expect(found.every(({ size }) => size >= 8)).toBe(true)
})

test('a note of a table stands at the foot once, and so does one that two of its cells have', async () => {
  const noted = (words: string) => cell(p(words, note(1, p('Noot onderaan.'))))
  const one = table(
    ['a', 'b'],
    [
      [noted('cel'), 'twee'],
      ['drie', 'vier'],
    ],
  )
  const both = table(
    ['a', 'b'],
    [
      [noted('cel'), noted('twee')],
      [noted('drie'), 'vier'],
    ],
  )
  for (const block of [one, both]) {
    const words = (await texts([block])).flatMap((page) => page.map(({ text }) => text)).join(' ')
    expect(words.match(/Noot onderaan/g)).toHaveLength(1)
  }
})

test('a table with notes stays upright: they stand at the foot of the page', async () => {
  const block = wide(7, 1)
  const noted = {
    ...block,
    body: [{ cells: block.body[0]?.cells.map((own, k) => (k === 0 ? cell(p('cel', note(1, p('Noot.')))) : own)) ?? [] }],
  }
  expect(cells(await texts([noted])).every(({ upwards }) => !upwards)).toBe(true)
})

test('a column of short words leaves its room to one of long sentences', async () => {
  const sentence = 'De mentor bespreekt met de ouders en met de leerling wat er is gebeurd en wat er moet gebeuren.'
  const bytes = await pdf(document([table(['Nee', 'Wat'], [['ja', sentence]])]))
  const page = await (await getDocument({ data: bytes, verbosity: 0 }).promise).getPage(1)
  const { items } = await page.getTextContent()
  const at = (text: string) =>
    items.flatMap((item) => ('str' in item && item.str.startsWith(text) ? [item.transform[4] as number] : []))[0] ?? 0
  expect(at('De mentor') - at('ja')).toBeLessThan(130)
})

test('columns under one wide cell keep their room', async () => {
  const inner = table(['Dag', 'Uur'], [['maandag', 'acht uur in de ochtend van elke schoolweek']])
  const rows = [[cell('1'), { ...cell(inner), span: 2 }, cell('kort, maar niet heel erg kort, en dus breder dan nodig is')]]
  const bytes = await pdf(document([table(['Nr.', 'Was', 'Wordt', 'Waarom'], rows)]))
  const page = await (await getDocument({ data: bytes, verbosity: 0 }).promise).getPage(1)
  const { items } = await page.getTextContent()
  const at = (text: string) =>
    items.flatMap((item) => ('str' in item && item.str.startsWith(text) ? [item.transform[4] as number] : []))[0] ?? 0
  expect(at('Waarom') - at('Was')).toBeGreaterThan(200)
})

test('no row stands alone at the foot of a page or on top of the next', async () => {
  const body = (count: number) =>
    table(
      ['Kop', 'Ook'],
      Array.from({ length: count }, (_, r) => [`cel ${r + 1}`, 'x']),
    )
  const perPage = async (blocks: readonly DocBlock[]) =>
    (await texts([h(1, 'Een'), ...blocks])).map((page) => page.filter(({ text }) => text.startsWith('cel')).length)
  expect(await perPage([body(31)])).toEqual([29, 2])
  const lines = (count: number) => Array.from({ length: count }, () => p('Tekst'))
  const counts = await Promise.all([25, 26, 27, 28, 29].map((count) => perPage([...lines(count), body(14)])))
  expect(counts.flat()).not.toContain(1)
  expect(counts.some(([first]) => first === 0)).toBe(true)
  expect(counts.some(([first = 0]) => first > 1)).toBe(true)
})

test('what is said above room to sign is set as the text is, and the name of another table smaller', async () => {
  const signed = {
    ...table(['Naam', 'Handtekening'], []),
    caption: [{ type: 'text', value: 'Aldus besloten' }],
    body: [{ height: 20, cells: [cell('J. Eik'), cell('')] }],
  } as DocBlock
  const named = { ...table(['Naam'], [['J. Eik']]), caption: [{ type: 'text', value: 'Overzicht' }] } as DocBlock
  const found = (await texts([p('een regel'), signed, named])).flat()
  const sizeOf = (words: string) => found.find(({ text }) => text.startsWith(words))?.size ?? 0
  expect(sizeOf('een regel')).toBeGreaterThan(8)
  expect(sizeOf('Aldus')).toBe(sizeOf('een regel'))
  expect(sizeOf('Overzicht')).toBeLessThan(sizeOf('een regel'))
})
