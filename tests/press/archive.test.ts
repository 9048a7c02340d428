import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect, test } from 'vitest'
import { checkPdf } from '../../src/check/index.js'
import { type DocBlock, resolveBrand } from '../../src/present/index.js'
import { renderPdf } from '../../src/press/index.js'
import { BRAND, cell, document, fonts, h, item, note, ol, p, pdf, prose, table, text } from './build.js'

const SVG = new TextEncoder().encode(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><circle cx="5" cy="5" r="4" fill="#0b4f6c" fill-opacity=".5"/></svg>',
)

const FULL: DocBlock[] = [
  {
    type: 'cover',
    title: 'Beeld & geluid <proef>',
    subtitle: 'Afspraken',
    organisation: 'Stichting Voorbeeld',
    facts: [{ name: 'Versie', value: '1.0.0' }],
  },
  { type: 'contents', title: 'Inhoud', depth: 3 },
  h(1, 'Begrippen', { id: 'begrippen', label: '1' }),
  h(3, 'Een niveau overgeslagen', { label: '1.1.1' }),
  p(
    'Een ',
    { type: 'insertion', children: [text('nieuwe')] },
    ' en een ',
    { type: 'deletion', children: [text('oude')] },
    ' tekst.',
    note(1, p('Noot.')),
  ),
  { type: 'paragraph', lang: 'en', change: 'inserted', content: [text('In English.')] },
  ol(item('a.', [p('eerste'), ol(item('I.', [p('tweede')], { change: 'deleted' }))])),
  table(['Was', 'Wordt'], [[cell('een'), { ...cell('twee'), tone: 'inserted' }]], { caption: [text('Vergelijking')] }),
  {
    type: 'table',
    look: 'facts',
    columns: [{ weight: 1 }, { weight: 2 }],
    head: [],
    body: [{ height: 20, cells: [{ ...cell('Naam'), header: 'row' }, cell()] }],
  },
  p(prose(900)),
]
const source = () =>
  document(FULL, {
    title: 'Beeld & geluid <proef>',
    mark: 'Concept',
    header: 'Stichting Voorbeeld',
    footer: 'Versie 1.0.0',
    brand: { ...BRAND, mark: { format: 'svg', ratio: 1, bytes: SVG, alt: 'Beeldmerk' } },
    attachments: [
      { name: 'beleid.md', mediaType: 'text/markdown', description: 'Bron', bytes: new TextEncoder().encode('# Bron\n') },
    ],
  })

test('a document with everything in it breaks no rule', async () => {
  expect(checkPdf(await pdf(source())).problems).toEqual([])
})

test('equal documents give equal bytes, other words another identity', async () => {
  const [first, second] = [await pdf(source()), await pdf(source())]
  expect(Buffer.compare(first, second)).toBe(0)
  const identity = (bytes: Uint8Array) => /\/ID \[<(\w+)>/.exec(Buffer.from(bytes).toString('latin1'))?.[1]
  expect(identity(first)).toMatch(/^[0-9a-f]{32}$/)
  expect(identity(await pdf(document([p('anders')])))).not.toBe(identity(first))
})

test('no moment of making is in the file, only the date of the text', async () => {
  const bytes = Buffer.from(await pdf(source())).toString('latin1')
  expect([...bytes.matchAll(/D:(\d{14})/g)].map(([, date]) => date)).toEqual(Array.from({ length: 4 }, () => '20250301000000'))
  expect([...bytes.matchAll(/<xmp:\w+Date>([^<]*)/g)].map(([, date]) => date)).toEqual([
    '2025-03-01T00:00:00Z',
    '2025-03-01T00:00:00Z',
  ])
})

test('another reader finds the title, the language and the attachment', async () => {
  const file = await getDocument({ data: Uint8Array.from(await pdf(source())), verbosity: 0 }).promise
  const { info } = await file.getMetadata()
  expect(info).toMatchObject({
    Title: 'Beeld & geluid <proef>',
    Author: 'Stichting Voorbeeld',
    Language: 'nl',
    PDFFormatVersion: '1.7',
  })
  const attachments = (await file.getAttachments()) as Record<string, { content: Uint8Array; description: string }>
  expect(new TextDecoder().decode(attachments['beleid.md']?.content)).toBe('# Bron\n')
})

test.each(['band', 'frame', 'plain'] as const)('a %s cover holds a title of any length', async (cover) => {
  const brand = { ...resolveBrand({ cover, colours: { primary: '#ffd23f' }, page: 'A5' }, new Map()).value }
  const title = prose(60)
  const children: DocBlock[] = [
    { type: 'cover', title, organisation: 'Stichting', facts: [{ name: 'Status', value: prose(30) }] },
  ]
  const report = checkPdf(await pdf(document(children, { brand })))
  expect(report.problems).toEqual([])
  expect(report.words).toContain(title)
  expect(report.pages).toBe(1)
})

test.each(['#ffd23f', '#000000', '#ffffff', '#777777', '#ff0000'])('in %s all letters can be read', async (primary) => {
  const tones: DocBlock[] = (['lead', 'small', 'muted', 'warning'] as const).map((tone) => ({
    type: 'paragraph',
    tone,
    content: [text(tone)],
  }))
  const cells = (['inserted', 'deleted', 'accent', 'muted'] as const).map((tone) => ({
    ...cell({
      type: 'paragraph',
      content: [...[text('woord ')], { type: 'link', url: 'https://voorbeeld.example', children: [text('verwijzing')] }],
    }),
    tone,
  }))
  for (const cover of ['band', 'frame', 'plain'] as const) {
    const brand = resolveBrand({ cover, colours: { primary } }, new Map()).value
    expect(checkPdf(await pdf(document([...FULL, ...tones, table(['A', 'B', 'C', 'D'], [cells])], { brand }))).problems).toEqual(
      [],
    )
  }
})

const present = (tool: string): boolean => spawnSync(tool, ['--version']).error === undefined

test.skipIf(!present('qpdf'))('qpdf finds no fault in the file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'press-'))
  try {
    writeFileSync(join(folder, 'a.pdf'), await pdf(source()))
    expect(execFileSync('qpdf', ['--check', join(folder, 'a.pdf')], { encoding: 'utf8' })).toContain(
      'No syntax or stream encoding errors found',
    )
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test.skipIf(!present('pdftotext'))('pdftotext reads the words of a page in order', async () => {
  const words = prose(400)
  const folder = mkdtempSync(join(tmpdir(), 'press-'))
  try {
    writeFileSync(join(folder, 'a.pdf'), await pdf(document([p(words)], { pageNumber: '' })))
    expect(
      execFileSync('pdftotext', [join(folder, 'a.pdf'), '-'], { encoding: 'utf8' })
        .replace(/\s+/g, ' ')
        .trim(),
    ).toBe(words)
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('a mark that is not what it says never spoils the file', async () => {
  const bytes = new TextEncoder().encode('<svg viewBox="0 0 1 1"><path d="M0 0 l"/><g transform="rotate(')
  const { value, messages } = await renderPdf(
    document(FULL, { brand: { ...BRAND, mark: { format: 'svg', ratio: 1, bytes, alt: 'x' } } }),
    {
      fonts,
    },
  )
  expect(messages.filter(({ rule }) => rule !== 'brand/value')).toEqual([])
  expect(checkPdf(value).problems).toEqual([])
})

test('a file of a text without a date has none, rather than one of its own', async () => {
  const { properties } = source()
  const bytes = await pdf({ ...source(), properties: { author: properties.author } })
  expect(checkPdf(bytes).problems).toEqual([])
  const file = Buffer.from(bytes).toString('latin1')
  expect(file).not.toMatch(/CreationDate|CreateDate|ModDate|1970/)
  expect(Buffer.from(await pdf({ ...source(), properties: { author: properties.author } }))).toEqual(Buffer.from(bytes))
})

test('the version stands in the foot of every page, however long the title', async () => {
  const footer = `${'Protocol over het gebruik van sociale media '.repeat(6)}· versie 12.3.4`
  const bytes = await pdf(document([h(1, 'Een'), p('Tekst.')], { footer }))
  const page = await (await getDocument({ data: bytes.slice(), verbosity: 0 }).promise).getPage(1)
  const { items } = await page.getTextContent()
  const said = items.flatMap((found) => ('str' in found ? [found.str] : [])).join('')
  expect(said).toMatch(/Protocol over het gebruik .*… · versie 12\.3\.4/)
})
