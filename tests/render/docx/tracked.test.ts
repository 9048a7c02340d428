import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { presentRedline, type Version } from '../../../src/papers/index.js'
import { createPresenter, type Document } from '../../../src/present/index.js'
import { renderDocx } from '../../../src/render/docx/index.js'
import { runs } from '../../support/laws.js'
import { numbered, versions } from '../../support/versions.js'
import { revision } from './revisions.js'
import { all, partOf, settled } from './word.js'

const BY = { author: 'A. de Vries', date: '2026-03-01' }

async function word(old: string, next: string) {
  const { comparison, setting } = versions(old, next)
  const document = presentRedline(comparison, setting, 'complete')
  const { value } = await renderDocx(document, BY)
  return { bytes: value, document, setting }
}

/** The file of one version alone: what accepting or rejecting must give. */
async function plain(document: Document, { resolved, side }: Version) {
  const { title } = side.policy.metadata
  const body = createPresenter(resolved).blocks(resolved.policy.children)
  const cover = { type: 'cover' as const, title, organisation: '', facts: [] }
  return settled((await renderDocx({ ...document, children: [cover, ...body] }, BY)).value, 'accept', { styles: true })
}

describe('a Word file with tracked changes', () => {
  it('gives the new text when all is accepted and the old one when all is rejected, numbers and styles included', async () => {
    await fc.assert(
      fc.asyncProperty(revision, async ({ old, next }) => {
        const { bytes, document, setting } = await word(old, next)
        expect(settled(bytes, 'accept', { styles: true })).toEqual(await plain(document, setting.next))
        expect(settled(bytes, 'reject', { styles: true })).toEqual(await plain(document, setting.old))
      }),
      { seed: 20260301, numRuns: runs(40) },
    )
  })

  it('tracks nothing between two equal texts', async () => {
    const text = numbered('# Foto {#foto}\n\n1. Ouders tekenen. {#tekenen}\n')
    const { bytes } = await word(text, text)
    expect(all(partOf(bytes, 'word/document.xml'), 'w:ins', 'w:del', 'w:moveFrom', 'w:moveTo')).toEqual([])
    expect(all(partOf(bytes, 'word/settings.xml'), 'w:trackRevisions')).toEqual([])
  })

  it('says who changed what and when', async () => {
    const { bytes } = await word(numbered('Bellen mag. {#bellen}'), numbered('Bellen mag niet. {#bellen}'))
    const [insertion, ...others] = all(partOf(bytes, 'word/document.xml'), 'w:ins', 'w:del')
    expect(others).toEqual([])
    expect(insertion?.attributes).toMatchObject({ 'w:author': 'A. de Vries', 'w:date': '2026-03-01T12:00:00Z' })
    expect(settled(bytes, 'accept').at(-1)).toBe('Bellen mag niet.')
  })

  it('tracks of a clause that was divided only the end between its parts, and of two that became one', async () => {
    const [apart, together] = [
      numbered('1. De kok proeft. {#proeft}\n1. De gast eet. {#eet}'),
      numbered('1. De kok proeft. De gast eet. {#proeft}'),
    ]
    for (const [old, next, mark] of [
      [together, apart, 'w:ins'],
      [apart, together, 'w:del'],
    ] as const) {
      const body = partOf((await word(old, next)).bytes, 'word/document.xml')
      const ends = all(body, 'w:p').map((p) => all(p, 'w:rPr').flatMap((e) => all(e, 'w:ins', 'w:del').map(({ name }) => name)))
      expect(ends).toEqual([[], [mark], []])
      const tracked = all(body, 'w:ins', 'w:del').flatMap((e) => all(e, 'w:t', 'w:delText').map((t) => t.children.join('')))
      expect(tracked.sort()).toEqual([' ', 'b.'])
    }
  })

  it('keeps the words of a clause that became an item or a paragraph, or went to another level', async () => {
    const { bytes } = await word(
      numbered('# Hal {#hal}\n\n## Fietsen {#fietsen}\n\nFietsen staan buiten. {#buiten}\n\n1. Een step niet. {#step}'),
      numbered('# Hal {#hal}\n\n# Fietsen {#fietsen}\n\n1. Fietsen staan buiten. {#buiten}\n\nEen step niet. {#step}'),
    )
    const body = partOf(bytes, 'word/document.xml')
    const words = all(body, 'w:ins', 'w:del').flatMap((e) => all(e, 'w:t', 'w:delText').map((t) => t.children.join('')))
    expect(words.filter((text) => /\p{L}{2}/u.test(text))).toEqual([])
    const former = all(body, 'w:pPrChange').map((e) => all(e, 'w:pStyle')[0]?.attributes['w:val'])
    expect(former).toEqual(['Heading2', 'Normal', 'ListParagraph'])
  })

  it('tracks emphasis of words that stayed as such, and words that lead elsewhere as gone and new', async () => {
    const { bytes } = await word(
      numbered('Een gast belt **altijd** bij [de balie](https://example.org/balie) aan. {#gast}'),
      numbered('Een gast *belt altijd* bij [de balie](https://example.org/loket) aan. {#gast}'),
    )
    const body = partOf(bytes, 'word/document.xml')
    const looks = all(body, 'w:r').flatMap((run) =>
      all(run, 'w:rPrChange').map((change) => [
        all(run, 'w:t').map((t) => t.children.join('')),
        all(change, 'w:b', 'w:i').map(({ name }) => name),
      ]),
    )
    expect(looks).toEqual([
      [['belt '], []],
      [['altijd'], ['w:b']],
    ])
    const tracked = all(body, 'w:ins', 'w:del').flatMap((e) => all(e, 'w:t', 'w:delText').map((t) => [e.name, ...t.children]))
    expect(tracked).toEqual([
      ['w:del', 'de balie'],
      ['w:ins', 'de balie'],
    ])
    expect(settled(bytes, 'reject').at(-1)).toBe('Een gast belt altijd bij de balie aan.')
  })

  it('tracks a column that came, went or moved as its cells', async () => {
    const table = (head: string, ...rows: string[]) =>
      numbered(`${[head, '--- | --- | --- | ---', ...rows].map((row) => `| ${row} |\n`).join('')}{#t}`)
    const [old, next] = [
      table(
        'Regel | Termijn | Plaats | Wie',
        'De gast tekent | nu | de hal | de balie',
        'De kok proeft | later | de keuken | de kok',
      ),
      table(
        'Wie | Regel | Plaats | Kosten',
        'de balie | De gast tekent | de hal | geen',
        'de kok | De kok roert | de keuken | tien euro',
      ),
    ]
    const { bytes, document, setting } = await word(old, next)
    const cells = all(partOf(bytes, 'word/document.xml'), 'w:tr').map((row) =>
      all(row, 'w:tc').map((cell) => all(cell, 'w:cellIns', 'w:cellDel').map(({ name }) => name)[0]),
    )
    expect(cells).toEqual(
      Array.from({ length: 3 }, () => ['w:cellIns', undefined, 'w:cellDel', undefined, 'w:cellDel', 'w:cellIns']),
    )
    expect(settled(bytes, 'accept', { styles: true })).toEqual(await plain(document, setting.next))
    expect(settled(bytes, 'reject', { styles: true })).toEqual(await plain(document, setting.old))
  })

  it('names and dates every change, each with a number of its own, and none beside its neighbour at the same time', async () => {
    await fc.assert(
      fc.asyncProperty(revision, async ({ old, next }) => {
        const { bytes } = await word(old, next)
        const CHANGES = [
          'w:ins',
          'w:del',
          'w:moveFrom',
          'w:moveTo',
          'w:pPrChange',
          'w:rPrChange',
          'w:moveFromRangeStart',
          'w:moveToRangeStart',
        ]
        const parts = ['word/document.xml', 'word/footnotes.xml'].map((name) => partOf(bytes, name))
        const changes = parts.flatMap((part) => all(part, ...CHANGES))
        for (const { attributes } of changes) {
          expect(attributes).toMatchObject({
            'w:author': 'A. de Vries',
            'w:date': expect.stringMatching(/^2026-03-01T12:0[05]:00Z$/),
          })
        }
        const ids = parts.flatMap((part) => all(part, ...CHANGES, 'w:bookmarkStart')).map((e) => e.attributes['w:id'])
        expect(new Set(ids).size).toBe(ids.length)
        // Word wants them in this order.
        for (const { children } of parts.flatMap((part) => all(part, 'w:pPr'))) {
          const order = children.map((e) => ['w:rPr', 'w:pPrChange'].indexOf(typeof e === 'string' ? '' : e.name))
          expect(order).toEqual([...order].sort((a, b) => a - b))
        }
        const paragraphs = all(partOf(bytes, 'word/document.xml'), 'w:p')
        const times = paragraphs.map((p) => new Set(all(p, 'w:ins', 'w:del').map((e) => e.attributes['w:date'])))
        for (const [i, time] of times.entries()) {
          expect(time.size).toBeLessThan(2)
          for (const each of times[i + 1] ?? []) expect(time.has(each)).toBe(false)
        }
      }),
      { seed: 20260302, numRuns: runs(15) },
    )
  })

  it('shows a move as a move, with the words that changed on the way marked on their own', async () => {
    const [a, b, c, d] = [
      '1. Een mentor belt. {#a}',
      '1. Een ouder tekent altijd. {#b}',
      '1. Een leerling leest. {#c}',
      '1. Een gast wacht. {#d}',
    ] as const
    const { bytes } = await word(numbered([a, b, c, d].join('\n')), numbered([a, c, d, b.replace('altijd', 'nooit')].join('\n')))
    const body = partOf(bytes, 'word/document.xml')
    const name = (tag: string) => all(body, tag).map((e) => e.attributes['w:name'])
    expect(name('w:moveFromRangeStart')).toEqual(['move1'])
    expect(name('w:moveToRangeStart')).toEqual(['move1'])
    const text = (tag: string) =>
      all(body, tag)
        .flatMap((e) => all(e, 'w:t', 'w:delText'))
        .map((e) => e.children.join(''))
    expect(text('w:moveFrom').join('')).toBe(text('w:moveTo').join(''))
    expect(text('w:moveTo').join('')).toMatch(/Een ouder tekent/)
    expect(text('w:del').join(' ')).toContain('altijd')
    expect(text('w:ins').join(' ')).toContain('nooit')
  })

  it('keeps bold letters bold in what is gone', async () => {
    const { bytes } = await word(numbered('De **oude** regel geldt. {#a}'), numbered('De **nieuwe** regel geldt. {#a}'))
    const [gone] = all(partOf(bytes, 'word/document.xml'), 'w:del')
    expect(gone && all(gone, 'w:b')).toHaveLength(1)
  })

  it('names a bookmark after each clause, and links to it', async () => {
    const { bytes } = await word(
      numbered('1. Zie [](#twee). {#een}\n1. Nu. {#twee}'),
      numbered('1. Zie [](#twee). {#een}\n1. Nu dan. {#twee}'),
    )
    const body = partOf(bytes, 'word/document.xml')
    expect(all(body, 'w:bookmarkStart').map((e) => e.attributes['w:name'])).toEqual(['een', 'twee'])
    expect(all(body, 'w:hyperlink').map((e) => e.attributes['w:anchor'])).toEqual(['twee'])
  })

  it('carries the fingerprints of both texts among its properties', async () => {
    const { comparison } = versions(numbered('Bellen mag. {#a}'), numbered('Bellen moet. {#a}'))
    const { bytes } = await word(numbered('Bellen mag. {#a}'), numbered('Bellen moet. {#a}'))
    const [keywords] = all(partOf(bytes, 'docProps/core.xml'), 'cp:keywords')
    expect(keywords?.children.join('')).toBe(`${comparison.old.hash}, ${comparison.next.hash}`)
  })

  it('tracks rows of a table as rows', async () => {
    const table = (...rows: string[]) => `| Jaar | Bijdrage |\n| --- | --- |\n${rows.join('\n')}\n{#tabel}`
    const [a, b, c] = ['| 2025 | 40 |', '| 2026 | 45 |', '| 2027 | 50 |'] as const
    const { bytes } = await word(numbered(table(a, b)), numbered(table(b, c)))
    const rows = all(partOf(bytes, 'word/document.xml'), 'w:trPr')
    expect(rows.map((row) => all(row, 'w:ins', 'w:del').map((e) => e.name))).toEqual([[], ['w:del'], [], ['w:ins']])
    expect(settled(bytes, 'accept').slice(1)).toEqual(['Jaar', 'Bijdrage', '2026', '45', '2027', '50'])
  })

  it('is the same file every time, in every part of the world', async () => {
    const [old, next] = [numbered('Bellen mag. {#a}'), numbered('Bellen moet. {#a}')]
    const zone = process.env.TZ
    const first = (await word(old, next)).bytes
    process.env.TZ = 'Pacific/Auckland'
    const second = (await word(old, next)).bytes
    if (zone === undefined) delete process.env.TZ
    else process.env.TZ = zone
    expect(Buffer.compare(Buffer.from(first), Buffer.from(second))).toBe(0)
  })

  it('cannot be broken by what a text holds', async () => {
    const evil = 'Een <w:p/> & "b" ]]> \u0007 \ud800 einde.'
    const { bytes } = await word(numbered(`${'Iets.'} {#a}`), numbered(`\`${evil}\` {#a}`))
    expect(settled(bytes, 'accept').at(-1)).toBe('Een <w:p/> & "b" ]]> \ufffd \ufffd einde.')
  })
})
