import { describe, expect, it } from 'vitest'
import { presentPolicy, resolveBrand } from '../../../src/present/index.js'
import { WordContext } from '../../../src/render/docx/context.js'
import { renderDocx } from '../../../src/render/docx/index.js'
import { loadWording } from '../../../src/workspace/index.js'
import { growth, TOO_FAST } from '../../support/growth.js'
import { resolved } from '../../support/policy.js'
import { all, child, elements, type Node, partOf } from './word.js'

const BODY = [
  '# Foto’s {#fotos}',
  '',
  'De school vraagt **toestemming**[^a]. {#toestemming}',
  '',
  '1. De ouder [tekent](https://example.org). {#tekent}',
  '',
  '## Intrekken {#intrekken}',
  '',
  '> Zie `a`. {#zie}',
  '',
  '| Wie | Wat |',
  '|---|---|',
  '| ouder | tekent |',
  '{#tabel}',
  '',
  '# Slot {#slot}',
  '',
  '[^a]: Op papier.',
  '',
].join('\n')

it('holds one text of as many lines as a policy may have', async () => {
  const made = async (body: string): Promise<number> => {
    return (await renderDocx(documentOf(body), { author: '' })).value.byteLength
  }
  expect(await made(`# A\n\n${'    woorden\n\n\n\n\n\n'.repeat(15_000)}`)).toBeGreaterThan(5_000)
})

it('finds the relationship of each link in the time of their number', () => {
  const addresses = (times: number) => Array.from({ length: 40 * times }, (_, i) => `https://example.org/${i}`)
  const find = (urls: readonly string[]) => {
    const context = new WordContext(documentOf('Een regel.'), '', undefined, new Set())
    return urls.map((url) => context.address(url))
  }
  expect(find([...addresses(1), ...addresses(1)]).slice(-2)).toEqual(['link39', 'link40'])
  expect(growth(addresses, find, 50)).toBeLessThan(TOO_FAST)
})

const documentOf = (body: string) =>
  presentPolicy(resolved(body, 'title: Regels\nlang: nl'), {
    organisation: { name: 'De Linde' },
    brand: resolveBrand(undefined, new Map()).value,
    wording: loadWording(undefined, 'nl'),
    attachments: [],
  })

async function word(): Promise<Uint8Array> {
  return (await renderDocx(documentOf(BODY), { author: 'A. de Vries' })).value
}

const styleOf = (paragraph: Node) => child(child(paragraph, 'w:pPr'), 'w:pStyle')?.attributes['w:val'] ?? ''
const words = (node: Node): string =>
  all(node, 'w:t')
    .flatMap(({ children }) => children)
    .join('')

describe('the contents of a Word file', () => {
  it('are a field that Word fills with the pages of its headings, each of which it leads to', async () => {
    const document = partOf(await word(), 'word/document.xml')
    const entries = all(document, 'w:p').filter((paragraph) => /^TOC\d$/.test(styleOf(paragraph)))
    expect(entries.map((entry) => [styleOf(entry), words(entry)])).toEqual([
      ['TOC1', 'Foto’s'],
      ['TOC2', 'Intrekken'],
      ['TOC1', 'Slot'],
    ])
    const [begin] = all(entries[0] as Node, 'w:fldChar')
    expect(begin?.attributes).toEqual({ 'w:fldCharType': 'begin', 'w:dirty': 'true' })
    // Headings of the first three levels, with page numbers: \n would leave them out.
    expect(
      all(entries[0] as Node, 'w:instrText')[0]
        ?.children.join('')
        .trim()
        .split(' '),
    ).toEqual(['TOC', '\\o', '"1-3"', '\\h', '\\z', '\\u'])
    const marks = new Set(all(document, 'w:bookmarkStart').map(({ attributes }) => attributes['w:name']))
    expect(entries.map((entry) => marks.has(all(entry, 'w:hyperlink')[0]?.attributes['w:anchor']))).toEqual([true, true, true])
  })
})

describe('the styles of a Word file', () => {
  it('say how all looks, so that a school changes it in one place', async () => {
    const bytes = await word()
    const known = new Map(all(partOf(bytes, 'word/styles.xml'), 'w:style').map((style) => [style.attributes['w:styleId'], style]))
    for (const part of ['word/document.xml', 'word/footnotes.xml']) {
      // Lines between text and notes have no words.
      for (const paragraph of all(partOf(bytes, part), 'w:p').filter((each) => words(each) !== '')) {
        expect([...known.keys()]).toContain(styleOf(paragraph))
        expect(all(paragraph, 'w:rFonts', 'w:sz', 'w:color', 'w:spacing', 'w:jc', 'w:shd', 'w:pBdr')).toEqual([])
      }
    }
    expect(all(partOf(bytes, 'word/document.xml'), 'w:shd')).toEqual([])
    const shades = all(partOf(bytes, 'word/styles.xml'), 'w:tblStylePr').map((part) => [
      part.attributes['w:type'],
      all(part, 'w:shd').length,
    ])
    expect(shades).toEqual([
      ['firstRow', 1],
      ['firstRow', 1],
    ])
    expect(all(partOf(bytes, 'word/document.xml'), 'w:tblLook').map(({ attributes }) => attributes['w:firstRow'])).toContain('1')
    // Those that Word lists for everybody, by the names it knows them by.
    const names = [...known.values()].map((style) => child(style, 'w:name')?.attributes['w:val'])
    expect(names).toEqual(
      expect.arrayContaining(['Normal', 'Title', 'heading 1', 'heading 2', 'Quote', 'toc 1', 'footnote text']),
    )
    expect(elements(known.get('Heading1') as Node).map(({ name }) => name)).toEqual(expect.arrayContaining(['w:pPr', 'w:rPr']))
  })
})
