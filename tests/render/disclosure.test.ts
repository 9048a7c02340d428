import { describe, expect, test } from 'vitest'
import type { DocBlock, Document } from '../../src/present/index.js'
import { resolveBrand } from '../../src/present/index.js'
import { renderHtml } from '../../src/render/html/index.js'
import { renderMarkdown } from '../../src/render/markdown/index.js'
import { renderText } from '../../src/render/text/index.js'
import { loadLayout, loadWording } from '../../src/workspace/index.js'

const paragraph = (value: string): DocBlock => ({ type: 'paragraph', content: [{ type: 'text', value }] })
const disclosure: DocBlock = {
  type: 'disclosure',
  id: 'meer',
  summary: [{ type: 'text', value: 'En nog een bepaling' }],
  children: [
    paragraph('Ook beelden van ouders.'),
    { type: 'list', ordered: false, items: [{ type: 'item', label: '•', children: [paragraph('En geluid.')] }] },
  ],
}
const document = (...children: DocBlock[]): Document => ({
  type: 'document',
  title: 'Vergelijking',
  lang: 'nl',
  properties: { author: 'Linde', date: '2024-01-01' },
  brand: resolveBrand(undefined, new Map()).value,
  header: '',
  footer: '',
  pageNumber: '',
  orientation: 'portrait',
  attachments: [],
  children,
})
const cell: DocBlock = {
  type: 'table',
  look: 'grid',
  columns: [{ weight: 1 }],
  head: [],
  body: [{ cells: [{ children: [disclosure] }] }],
}
const wording = loadWording(undefined, 'nl')

describe('what is folded up', () => {
  test('unfolds on a page', () => {
    const { value } = renderHtml(document(disclosure), { layout: loadLayout(undefined), wording })
    expect(value).toMatch(/<details id="meer"><summary>En nog een bepaling<\/summary><p>Ook beelden van ouders\.<\/p><ul/)
  })

  test.each([
    ['Markdown', (block: DocBlock) => renderMarkdown(document(block), { wording }).value],
    ['text', (block: DocBlock) => renderText(document(block), { paint: (_style, words) => words, width: 80 })],
  ])('is printed open, in order, as %s, inside a table, too', (_, render) => {
    for (const block of [disclosure, cell]) {
      const places = ['En nog een bepaling', 'Ook beelden van ouders.', 'En geluid.'].map((words) => render(block).indexOf(words))
      expect(places.every((place) => place >= 0)).toBe(true)
      expect(places).toEqual([...places].sort((a, b) => a - b))
    }
  })

  test.each([
    ['PDF', 'pdf'],
    ['Word', 'docx'],
  ] as const)('is in a file for %s, whole', async (_, format) => {
    const words = await (format === 'pdf' ? pdfWords(document(disclosure)) : docxWords(document(disclosure)))
    expect(words).toMatch(/En nog een bepaling[\s\S]*Ook beelden van ouders\.[\s\S]*En geluid\./)
  })
})

async function pdfWords(source: Document): Promise<string> {
  const [{ renderPdf }, { defaultFonts }, { getDocument }] = await Promise.all([
    import('../../src/press/index.js'),
    import('../../src/workspace/index.js'),
    import('pdfjs-dist/legacy/build/pdf.mjs'),
  ])
  const { value, messages } = await renderPdf(source, { fonts: defaultFonts() })
  expect(messages).toEqual([])
  const file = await getDocument({ data: new Uint8Array(value), verbosity: 0 }).promise
  const { items } = await (await file.getPage(1)).getTextContent()
  return items.map((item) => ('str' in item ? item.str : '')).join(' ')
}

async function docxWords(source: Document): Promise<string> {
  const [{ renderDocx }, { strFromU8, unzipSync }] = await Promise.all([
    import('../../src/render/docx/index.js'),
    import('fflate'),
  ])
  const { value } = await renderDocx(source, { author: 'Linde', date: '2024-01-01' })
  return strFromU8(unzipSync(value)['word/document.xml'] as Uint8Array).replace(/<[^>]+>/g, '')
}
