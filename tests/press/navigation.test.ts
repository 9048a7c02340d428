import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect, test } from 'vitest'
import { checkPdf } from '../../src/check/index.js'
import type { DocBlock, Document } from '../../src/present/index.js'
import { renderPdf } from '../../src/press/index.js'
import { document, fonts, h, item, note, ol, p, pdf, prose, table, text } from './build.js'

/** The file as another reader sees it. */
const open = async (source: Document) => getDocument({ data: Uint8Array.from(await pdf(source)), verbosity: 0 }).promise

const POLICY: DocBlock[] = [
  { type: 'contents', title: 'Inhoud', depth: 2 },
  {
    type: 'division',
    role: 'body',
    page: true,
    children: [
      h(1, 'Begrippen', { id: 'begrippen', label: '1' }),
      p(prose(600)),
      h(1, 'Afspraken', { id: 'afspraken', label: '2' }),
      h(2, 'Foto’s', { id: 'foto-s', label: '2.1' }),
      ol(
        item(
          'a.',
          [
            p('Een foto pas na toestemming.'),
            ol(item('I.', [p('Het toestel is van de school.')], { id: 'foto-toestel', number: '2.1.a.I' })),
          ],
          {
            id: 'foto-toestemming',
            number: '2.1.a',
          },
        ),
      ),
      p('Zie ', { type: 'link', target: 'foto-toestel', children: [text('2.1.a.I')] }, note(1, p('Noot.'))),
      table(['A'], [['1']], { id: 'tabel' }),
    ],
  },
]

test('every id is a destination on the page where its block stands', async () => {
  const file = await open(document(POLICY))
  for (const [id, page] of Object.entries({
    begrippen: 2,
    afspraken: 3,
    'foto-s': 3,
    'foto-toestemming': 3,
    'foto-toestel': 3,
    tabel: 3,
  })) {
    const target = await file.getDestination(id)
    expect(target, id).not.toBeNull()
    expect((await file.getPageIndex(target?.[0])) + 1, id).toBe(page)
  }
})

test('bookmarks go down to numbered clauses and jump to their words', async () => {
  const file = await open(document(POLICY))
  type Entry = { title: string; items: Entry[] }
  const titles = (entries: readonly Entry[]): unknown[] =>
    entries.map(({ title, items }) => (items.length > 0 ? [title, titles(items)] : title))
  expect(titles((await file.getOutline()) as Entry[])).toEqual([
    '1 Begrippen',
    ['2 Afspraken', [['2.1 Foto’s', [['2.1.a Een foto pas na toestemming.', ['2.1.a.I Het toestel is van de school.']]]]]],
  ])
})

test('the contents give the page a reader finds, and link to it', async () => {
  const file = await open(document(POLICY))
  const page = await file.getPage(1)
  const { items } = await page.getTextContent()
  const words = items
    .map((each) => ('str' in each ? each.str : ''))
    .join('')
    .replace(/\s+/g, ' ')
  expect(words).toContain('1 Begrippen 2')
  expect(words).toContain('2 Afspraken 3')
  expect(words).toContain('2.1 Foto’s 3')
  const targets = (await page.getAnnotations()).map(({ dest }) => dest as string)
  expect([...new Set(targets)]).toEqual(['begrippen', 'afspraken', 'foto-s'])
  expect(await file.getPageLabels()).toEqual(['1', '2', '3'])
})

test('a long entry of the contents wraps, and none of its words leaves the page', async () => {
  const title = prose(40)
  const file = await open(
    document([{ type: 'contents', title: 'Inhoud', depth: 1 }, h(1, title), h(1, 'Slot'), h(1, 'Eind')], { pageNumber: '' }),
  )
  await expectInside(file, [73, 595 - 73])
})

test('nothing is drawn outside the margins, whatever stands in it', async () => {
  const long = 'gegevensbescherming'.repeat(16)
  const deep = (level: number): DocBlock => ol(item('i.', level > 0 ? [p(long), deep(level - 1)] : [p(prose(30))]))
  const file = await open(
    document(
      [
        h(1, long, { label: '10.11.12.13' }),
        p(prose(20), ' ', long, note(1, p(long))),
        deep(40),
        table(
          Array.from({ length: 30 }, (_, i) => `Kolom${i}`),
          [Array.from({ length: 30 }, () => long)],
        ),
        { type: 'verbatim', value: long },
        { type: 'quote', children: [p(long)] },
        p(prose(30), note(2, ...Array.from({ length: 40 }, () => p(prose(60)))), prose(400)),
        table(
          ['A', 'B'],
          Array.from({ length: 60 }, (_, i) => [prose(i * 3, i + 1), prose(60 - i, i + 1)]),
        ),
      ],
      { pageNumber: '' },
    ),
  )
  await expectInside(file, [73, 595 - 73])
})

async function expectInside(file: Awaited<ReturnType<typeof open>>, [left, right]: readonly [number, number]): Promise<void> {
  for (let number = 1; number <= file.numPages; number++) {
    const { items } = await (await file.getPage(number)).getTextContent()
    expect(items.length).toBeGreaterThan(0)
    for (const each of items) {
      if (!('str' in each) || each.str.trim() === '') continue
      expect(each.transform[4] as number, each.str).toBeGreaterThanOrEqual(left)
      // Baselines: between the margins of 28 and 26 mm.
      expect(each.transform[5] as number, each.str).toBeLessThan(842 - 79)
      expect(each.transform[5] as number, each.str).toBeGreaterThan(73)
      // A blank at the end of a line may stand in the margin.
      const blank = each.str.endsWith(' ') ? 3 : 0
      expect((each.transform[4] as number) + each.width - blank, each.str).toBeLessThanOrEqual(right + 0.5)
    }
  }
}

test('a link to nowhere is an error and no link', async () => {
  const { value, messages } = await renderPdf(document([p({ type: 'link', target: 'weg', children: [text('daar')] })]), { fonts })
  expect(messages.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual(['error reference/unresolved'])
  const file = await getDocument({ data: Uint8Array.from(value), verbosity: 0 }).promise
  expect(await (await file.getPage(1)).getAnnotations()).toEqual([])
})

test('an id that stands twice is an error', async () => {
  const { messages } = await renderPdf(document([h(1, 'A', { id: 'x' }), h(1, 'B', { id: 'x' })]), { fonts })
  expect(messages.map(({ rule }) => rule)).toEqual(['id/duplicate'])
})

test('only addresses of the web, mail and telephone are followed', async () => {
  const to = (url: string): DocBlock => p({ type: 'link', url, children: [text(url)] })
  const urls = [
    'https://voorbeeld.example/één',
    'mailto:a@voorbeeld.example',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'zomaar.md',
  ]
  const file = await open(document(urls.map(to)))
  const annotations = await (await file.getPage(1)).getAnnotations()
  expect(annotations.map(({ url }) => url as string)).toEqual([
    'https://voorbeeld.example/%C3%A9%C3%A9n',
    'mailto:a@voorbeeld.example',
  ])
})

test('a document without headings has no empty list of contents', async () => {
  const { words } = checkPdf(await pdf(document([{ type: 'contents', title: 'Inhoud', depth: 2 }, p('Een alinea.')])))
  expect(words).toContain('Een alinea.')
  expect(words).not.toContain('Inhoud')
})

test('the running head of a long document names the chapter a page begins in', async () => {
  const chapters = ['Begrippen', 'Regels', 'Slot'].flatMap((title, k) => [
    h(1, title, { id: title.toLowerCase(), label: `${k + 1}` }),
    ...Array.from({ length: 12 }, () => p(prose(160))),
  ])
  const bytes = await pdf(document(chapters, { header: 'Stichting Voorbeeld' }))
  const file = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise
  const heads = await Promise.all(
    Array.from({ length: file.numPages }, async (_, k) => {
      const { items } = await (await file.getPage(k + 1)).getTextContent()
      const above = items.flatMap((found) => ('str' in found && found.transform[5] > 841.89 - 28 * 2.835 ? [found.str] : []))
      return above.join('').replace('Stichting Voorbeeld', '').trim()
    }),
  )
  expect(file.numPages).toBeGreaterThanOrEqual(10)
  expect([...new Set(heads)]).toEqual(['1 Begrippen', '2 Regels', '3 Slot'])
  expect(checkPdf(bytes).problems).toEqual([])
})

test('each line of a link tells the same few words, whatever its title is', async () => {
  const title = 'het protocol sociale media '.repeat(200).trim()
  const file = await open(
    document([
      { type: 'contents', title: 'Inhoud', depth: 1 },
      h(1, title, { id: 'lang' }),
      p('Tekst.'),
      h(1, 'Slot', { id: 'slot' }),
      h(1, 'Eind', { id: 'eind' }),
      p('Tekst.'),
    ]),
  )
  const pages = Array.from({ length: file.numPages }, (_, at) => file.getPage(at + 1))
  const links = (await Promise.all(pages.map(async (page) => (await page).getAnnotations()))).flat()
  expect(links.length).toBeGreaterThan(10)
  for (const { contentsObj } of links) {
    expect(contentsObj.str.length).toBeLessThan(510)
    expect(contentsObj.str).toMatch(/^(?:het protocol .*(?:het|protocol|sociale|media) …|Slot|Eind)$/)
  }
})

test('a running head holds as many words as there is room for, however many there are', async () => {
  const words = Array.from({ length: 4000 }, (_, i) => `woord${i}`)
  const headOf = async (count: number) => {
    const file = await open(document([p('Tekst.')], { header: `${words.slice(0, count).join(' ')} · versie 1.0.0` }))
    const { items } = await (await file.getPage(1)).getTextContent()
    return items.map((item) => ('str' in item ? item.str : '')).join('')
  }
  const [few, many] = [await headOf(60), await headOf(4000)]
  expect(few).toMatch(/woord0 woord1 .* … · versie 1\.0\.0/)
  expect(many).toBe(few)
  expect(await headOf(3)).toContain('woord0 woord1 woord2 · versie 1.0.0')
})
