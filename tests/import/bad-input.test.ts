import { crc32, deflateRawSync } from 'node:zlib'
import { strToU8, Zip, type ZipInputFile, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { importDocument } from '../../src/import/index.js'
import { readPolicy } from '../../src/read/index.js'
import { estimatedBlocks, readMarkdown } from '../../src/sources/markdown.js'
import { inEnglish } from '../support/words.js'
import { pdf } from './pdf-file.js'
import { docx, p } from './word.js'

const bytes = (text: string) => new TextEncoder().encode(text)
const refusal = async (source: Uint8Array, name: string) => {
  const { value, messages } = await importDocument(source, name)
  expect(value).toBeUndefined()
  expect(messages).toHaveLength(1)
  expect(messages[0]).toMatchObject({ severity: 'error', place: { file: name, line: 1 } })
  return [messages[0]?.rule, messages.map(inEnglish)[0]]
}

/** A zip whose parts, packed once, all become the same bytes. */
function zipOf(names: readonly string[], part: Uint8Array): Uint8Array {
  const packed = deflateRawSync(part, { level: 1 })
  const chunks: Uint8Array[] = []
  const zip = new Zip((_, chunk) => chunks.push(chunk))
  for (const name of names) {
    const file: ZipInputFile = { filename: name, size: part.length, crc: crc32(part), compression: 8 }
    zip.add(file)
    file.ondata?.(null, packed, true)
  }
  zip.end()
  return Uint8Array.from(Buffer.concat(chunks))
}

describe('what is no document', () => {
  it.each([
    ['an empty file', new Uint8Array(), 'a.txt', 'import/damaged', /empty/],
    ['a text with NUL', bytes('Regels\0 en meer'), 'a.txt', 'import/format', /NUL/],
    ['an old Word file', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'a.doc', 'import/damaged', /\.docx/],
    ['RTF', bytes('{\\rtf1 hoi}'), 'a.rtf', 'import/format', /RTF/],
    ['half a Word file', docx(p('Regels')).slice(0, 300), 'a.docx', 'import/damaged', /whole file/],
    ['a zip without a text', zipSync({ 'foto.jpg': strToU8('x') }), 'a.docx', 'import/damaged', /word\/document\.xml/],
    ['half a PDF', bytes('%PDF-1.7\n1 0 obj\n<<'), 'a.pdf', 'import/damaged', /damage/],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]), 'a.png', 'import/format', /PNG.*OCR/],
    [
      'bytes without NUL that are no text',
      Uint8Array.from({ length: 400 }, (_, i) => (i % 2 === 0 ? 1 + (i % 7) : 65)),
      'a.txt',
      'import/format',
      /no text/,
    ],
    ['a page of looks that nothing closes', bytes(`<p>${'<b>a'.repeat(2500)}`), 'a.html', 'import/damaged', /400/],
    [
      'a page of tags by the hundred thousand',
      bytes(`<p>${'a<br>'.repeat(200_001)}`),
      'a.html',
      'import/size',
      /200,000 elements/,
    ],
    [
      'a Word file of empty paragraphs without end',
      zipSync({
        'word/document.xml': strToU8(`<w:document xmlns:w="w"><w:body>${'<w:p/>'.repeat(500_001)}</w:body></w:document>`),
      }),
      'a.docx',
      'import/size',
      /500,000 elements/,
    ],
    ['lines without end', bytes('- a\n'.repeat(40_001)), 'a.txt', 'import/size', /40,000 lines/],
    ['pages of a line without end', bytes('Een regel.\f'.repeat(40_001)), 'a.txt', 'import/size', /40,000 lines/],
    ['blank lines without end', bytes(`Een${' \n'.repeat(80_002)}regel.`), 'a.txt', 'import/size', /80,000 blank lines/],
    ['a line without end', bytes('woord '.repeat(3400)), 'a.txt', 'file/line', /20000 characters/],
    [
      'a paragraph of a page without end',
      bytes(`<p>Regels</p><p>${'woord '.repeat(3400)}</p>`),
      'a.html',
      'file/line',
      /20000 characters/,
    ],
    ['lines of almost nothing', bytes('a\n\n'.repeat(10_001)), 'a.txt', 'import/size', /10,000 paragraphs/],
    [
      'marks without end',
      bytes('a * b _ c * d _ e\n\n'.repeat(9900).replaceAll('e', '*** ___ ~~~')),
      'a.txt',
      'file/marks',
      /20,000 marks/,
    ],
    ['a paragraph of marks', bytes(`<p>${'*a'.repeat(7100)}</p>`), 'a.html', 'file/marks', /7,100 marks/],
    ['paragraphs without end', bytes('[r1][r1]\n\n'.repeat(10_001)), 'a.md', 'import/size', /10,000 paragraphs/],
    ['a list without end', bytes('- Een regel.\n'.repeat(10_001)), 'a.md', 'import/size', /10,000 paragraphs/],
    ['a table without end', bytes(`| a |\n|---|\n${'| b |\n'.repeat(10_000)}`), 'a.md', 'file/lines', /10,002 paragraphs/],
    [
      'a text of more than 500 pages',
      bytes('Wij groeten elkaar op het plein. '.repeat(50_000)),
      'a.txt',
      'import/size',
      /1,500,000 letters/,
    ],
    [
      'a web page of more than 500 pages',
      bytes(`<html>${'<p>Wij groeten elkaar op het plein.</p>'.repeat(50_000)}`),
      'a.html',
      'import/size',
      /1,500,000 letters/,
    ],
    ['51 MB', new Uint8Array(51 * 1024 * 1024).fill(97), 'a.txt', 'import/size', /51 MB/],
  ])('%s is refused with a reason', async (_, source, name, rule, reason) => {
    const [found, message] = await refusal(source, name)
    expect(found).toBe(rule)
    expect(message).toMatch(reason)
  })

  it('entities that grow, and names of files outside, are refused before anything is read', async () => {
    const bomb = '<!DOCTYPE a [<!ENTITY x "lol"><!ENTITY y "&x;&x;"><!ENTITY z SYSTEM "file:///etc/passwd">]>'
    const [rule, reason] = await refusal(
      zipSync({ 'word/document.xml': strToU8(`${bomb}<w:document xmlns:w="w"><w:body>&y;&z;</w:body></w:document>`) }),
      'a.docx',
    )
    expect(rule).toBe('import/damaged')
    expect(reason).toContain('document type')
  })

  it('a zip that grows beyond all bounds is refused', async () => {
    const names = ['document', 'styles', 'numbering', 'footnotes', 'endnotes', 'comments', 'header1']
    const parts = names.map((name) => `word/${name}.xml`)
    const [rule, reason] = await refusal(zipOf(parts, new Uint8Array(30 * 1024 * 1024)), 'a.docx')
    expect(rule).toBe('import/size')
    expect(reason).toContain('200 MB')
  })

  it('a Word file with more text than a document holds is refused soon', async () => {
    const paragraph = '<w:p><w:r><w:t>Wij groeten elkaar op het plein.</w:t></w:r></w:p>'
    const document = `<w:document xmlns:w="w"><w:body>${paragraph.repeat(60_000)}</w:body></w:document>`
    const [, reason] = await refusal(zipSync({ 'word/document.xml': strToU8(document) }, { level: 1 }), 'a.docx')
    expect(reason).toContain('1,500,000 letters')
  })

  it('a PDF that draws one form again and again is refused before all of it is drawn', async () => {
    const words = 'Wie de sleutel leent, hangt die terug voor de bel gaat. '.repeat(10)
    const form = `BT /F1 9 Tf 40 700 Td (${words}) Tj ET`
    // Written in digits, which is not looked into before it is drawn.
    const page = `${Buffer.from('/X Do\n'.repeat(60_000)).toString('hex')}>`
    const font = '/Font << /F1 6 0 R >>'
    const [, reason] = await refusal(
      pdf([
        '<< /Type /Catalog /Pages 2 0 R >>',
        '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /X 5 0 R >> ${font} >> >>`,
        `<< /Filter /ASCIIHexDecode /Length ${page.length} >>\nstream\n${page}\nendstream`,
        `<< /Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << ${font} >> /Length ${form.length} >>\nstream\n${form}\nendstream`,
        '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
      ]),
      'a.pdf',
    )
    expect(reason).toContain('1,500,000 letters')
  })

  it.each([
    ['a page of tags that never end', bytes(`<html><body><a ${'<'.repeat(1_600_000)}`), 'a.html', 'import/size'],
    ['a PDF of streams that never end', bytes(`%PDF-1.4\n${'stream\n'.repeat(200_000)}`), 'a.pdf', 'import/damaged'],
  ])('%s is refused soon', async (_, source, name, rule) => {
    expect((await refusal(source, name))[0]).toBe(rule)
  })

  it('elements inside each other without end are refused', async () => {
    const deep = '<w:sdt><w:sdtContent>'.repeat(5000)
    const [rule] = await refusal(
      zipSync({ 'word/document.xml': strToU8(`<w:document xmlns:w="w"><w:body>${deep}</w:body></w:document>`) }),
      'a.docx',
    )
    expect(rule).toBe('import/damaged')
  })
})

describe('what looks wrong but can be read', () => {
  it('a list, lines with figures and articles without end come in whole', async () => {
    const item = 'Wij groeten elkaar op het plein.'
    const { value: page } = await importDocument(bytes(`<h1>Regels</h1><ol>${`<li>${item}</li>`.repeat(1500)}</ol>`), 'a.html')
    expect(page?.receipt.unaccounted).toEqual([])
    const lines = Array.from({ length: 1500 }, (_, i) => `${i % 99} ${item}\n\nArtikel ${i}\n\nGroeten`)
    const { value: text } = await importDocument(bytes(`Regels\n\nLeer html5 goed.\n\n${lines.join('\n\n')}\n`), 'a.txt')
    expect(text?.receipt.unaccounted).toEqual([])
  })

  it('Windows-1252 is read, and said', async () => {
    const { value, messages } = await importDocument(
      Uint8Array.from([
        ...bytes('Priv'),
        0xe9,
        ...bytes(' en school blijven gescheiden '),
        0x96,
        ...bytes(' ook online, en '),
        0x92,
        ...bytes('s avonds.'),
      ]),
      'a.txt',
    )
    expect(value?.markdown).toContain('Privé en school blijven gescheiden – ook online, en ’s avonds.')
    expect(messages.map(({ rule }) => rule)).toContain('import/encoding')
  })

  it('a byte of Windows-1252 in UTF-8 spoils no other letter, and its line is said', async () => {
    const text = bytes('Eén regel over privé.\n\nDe cao')
    const { value, messages } = await importDocument(
      Uint8Array.from([...text, 0x92, ...bytes('s gelden ook voor coördinatoren en stagiaires op deze locatie.')]),
      'a.txt',
    )
    expect(value?.markdown).toContain('De cao’s gelden ook voor coördinatoren')
    expect(value?.markdown).toContain('Eén regel over privé.')
    expect(messages.find(({ rule }) => rule === 'import/encoding')).toMatchObject({
      form: 'mixed',
      values: { count: 1 },
      place: { line: 3 },
    })
  })

  it.each([
    ['low', (code: number) => [code & 0xff, code >> 8]],
    ['high', (code: number) => [code >> 8, code & 0xff]],
  ])('UTF-16 without a mark, %s byte first, is read, and said', async (_, pair) => {
    const text = 'Privé en school blijven gescheiden – ook online, en in de vakantie.'
    const { value, messages } = await importDocument(
      Uint8Array.from([...text].flatMap((letter) => pair(letter.charCodeAt(0)))),
      'a.txt',
    )
    expect(value?.markdown).toContain(text)
    expect(messages.map(({ rule }) => rule)).toContain('import/encoding')
  })

  it('control characters, which no format can write, are left out, and said', async () => {
    const { value, messages } = await importDocument(
      bytes('Wij groeten elkaar\u0008 op het plein.\n\nWij \u001bhelpen wie dat nodig heeft, ook na schooltijd.'),
      'a.txt',
    )
    expect(value?.markdown).toContain('Wij groeten elkaar op het plein.')
    expect(value?.markdown).toContain('Wij helpen wie')
    expect(messages).toContainEqual(expect.objectContaining({ rule: 'import/encoding', form: 'controls', values: { count: 2 } }))
  })

  it('a wrong ending is read by its contents, and said', async () => {
    const { value, messages } = await importDocument(docx(p('Wij gaan met respect om met elkaar en met de spullen.')), 'a.pdf')
    expect(value?.receipt.source.kind).toBe('docx')
    expect(messages.filter(({ rule }) => rule === 'import/format').map(inEnglish)).toEqual([expect.stringContaining('.pdf')])
  })

  it('scripts in a page are not run and not kept', async () => {
    const { value } = await importDocument(
      bytes(
        '<html><body onload="x()"><p>Wij gaan met respect om met elkaar en met de spullen.</p><script>globalThis.hacked = 1</script><a href="javascript:x()">Lees meer</a></body></html>',
      ),
      'a.html',
    )
    expect(value?.markdown).not.toMatch(/script|onload|hacked/)
    expect('hacked' in globalThis).toBe(false)
  })

  it('pages with 4,000 nested elements and long lines come to an end', async () => {
    const deep = await importDocument(
      bytes(`${'<div>'.repeat(4_000)}Wij gaan met respect om met elkaar en met de spullen.`),
      'a.html',
    )
    expect(deep.messages.map(inEnglish)).toEqual([expect.stringContaining('inside each other')])
    const long = await importDocument(bytes(`Regels\n\n${'woord '.repeat(200_000)}`), 'a.txt')
    expect(long.messages.map(({ rule, place }) => `${place?.line} ${rule}`)).toEqual(['3 file/line'])
    await importDocument(bytes('- a\n'.repeat(5_000)), 'a.txt')
  })
})

it('the blocks of Markdown are counted by its lines as a parser counts them', () => {
  const text =
    '# Regels\n\nBel.\nBel weer.\n- een\n  - twee\n\n```\na\n\n- b\n```\n\n| a |\n|---|\n| b |\n\n[x]: http://y.nl\n\n1. drie\n'
  expect(estimatedBlocks(text)).toBe(readMarkdown(readPolicy(text, 'a.md').value).blocks.length)
})
