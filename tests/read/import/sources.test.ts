import { strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { type Imported, importDocument } from '../../../src/read/import/index.js'
import { docx, p, style, table } from './word.js'

const bytes = (source: string): Uint8Array => new TextEncoder().encode(source)
const page = (body: string): Uint8Array => bytes(`<!doctype html><html lang="nl"><body>${body}</body></html>`)

async function bring(source: Uint8Array, name: string): Promise<Imported> {
  const { value, messages } = await importDocument(source, name)
  if (!value) throw new Error(messages.map(({ reason }) => reason).join('\n'))
  expect(value.receipt.unaccounted).toEqual([])
  return value
}

const kept = ({ receipt }: Imported): string[] =>
  receipt.fragments.filter(({ clause }) => clause !== undefined).map(({ text }) => text)
const dropped = ({ receipt }: Imported): unknown[] =>
  receipt.fragments.filter(({ fate }) => fate === 'dropped').map(({ text, reason }) => [text, reason])

const RULE = 'De fiets staat in het rek, en wie hem ergens anders neerzet brengt hem zelf weer terug naar zijn plaats.'
const OTHER = 'Voor de poort wordt gelopen, want daar steken iedere morgen kleine kinderen over met hun ouders of alleen.'

describe('the parts of a Word file', () => {
  const moved = (main: string): Uint8Array => {
    const {
      'word/document.xml': text,
      'word/_rels/document.xml.rels': rels,
      'word/styles.xml': styles,
      ...rest
    } = unzipSync(docx(p('Fietsregels', style('Titel')) + p('Het rek', style('Kop1')) + p(RULE)))
    const rename = (xml: Uint8Array | undefined, from: string, to: string) =>
      strToU8(new TextDecoder().decode(xml).replace(from, to))
    return zipSync({
      ...rest,
      '_rels/.rels': rename(rest['_rels/.rels'], 'word/document.xml', main),
      'word/document2.xml': text as Uint8Array,
      'word/_rels/document2.xml.rels': rename(rels, 'styles.xml', '/word/styles7.xml'),
      'word/styles7.xml': styles as Uint8Array,
    })
  }

  it.each(['word/document2.xml', '/word/document2.xml'])('may be called otherwise: %s', async (main) => {
    const imported = await bring(moved(main), 'fiets.docx')
    expect(imported.policy.metadata.title).toBe('Fietsregels')
    expect(imported.policy.children[0]).toMatchObject({ type: 'section' })
    expect(kept(imported)).toEqual(['1 Het rek', RULE])
  })

  it.each([
    ['spreadsheet', zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'xl/workbook.xml': strToU8('<workbook/>') })],
    ['presentation', zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'ppt/presentation.xml': strToU8('<p/>') })],
    ['spreadsheet', zipSync({ mimetype: [strToU8('application/vnd.oasis.opendocument.spreadsheet'), { level: 0 }] })],
  ])('of a %s are named for what they are', async (kind, file) => {
    const { value, messages } = await importDocument(file, 'lijst.docx')
    expect(value).toBeUndefined()
    expect(messages).toMatchObject([{ rule: 'import/format', severity: 'error' }])
    expect(messages[0]?.reason).toMatch(new RegExp(`^Unexpected ${kind}, expected \\.docx`))
  })
})

describe('page numbers typed among the paragraphs', () => {
  const LINES = ['Fietsprotocol', 'Inleiding', RULE, '1', 'Artikel 4 Het rek', RULE, '2', 'Artikel 5 De poort', OTHER, '3']
  const NAMED = ['Fietsprotocol', RULE, 'Pagina 1 van 9', OTHER, 'Pagina 2 van 9', 'Zo komt ieder veilig binnen.']
  const numbers = ['1', '2', '3'].map((number) => [number, 'page number'])

  it('in a Word file', async () => {
    expect(dropped(await bring(docx(LINES.map((line) => p(line)).join('')), 'a.docx'))).toEqual(numbers)
    const named = await bring(docx(NAMED.map((line) => p(line)).join('')), 'a.docx')
    expect(dropped(named)).toEqual([NAMED[2], NAMED[4]].map((line) => [line, 'page number']))
    expect(kept(named)).toEqual([RULE, OTHER, NAMED[5]])
  })

  it('on a page', async () => {
    expect(dropped(await bring(page(LINES.map((line) => `<p>${line}</p>`).join('')), 'a.html'))).toEqual(numbers)
  })

  it('but not items, headings, cells and what only looks alike', async () => {
    const items = ['een', 'twee', 'drie'].map((word) => `<li>${word}</li>`).join('')
    const heads = ['1', '2', '3'].map((figure) => `<h2>${figure}</h2><p>${RULE}</p>`).join('')
    const cells = '<table><tr><td>Groep</td><td>3</td></tr><tr><td>Groep</td><td>4</td></tr></table>'
    const imported = await bring(
      page(`<h1>Fietsregels</h1><ol>${items}</ol>${heads}${cells}<p>Artikel 1</p><p>Artikel 2</p>`),
      'a.html',
    )
    expect(dropped(imported)).toEqual([])
    const typed = [
      p('Artikel'),
      p('Kosten per rit'),
      table([
        ['Groep', '3'],
        ['Groep', '4'],
      ]),
    ].join('')
    expect(dropped(await bring(docx(p('Fietsregels', style('Titel')) + typed), 'a.docx'))).toEqual([])
  })
})

describe('words on a page that are no text of it', () => {
  it.each([
    [
      '<svg><title>Plein</title><text>ingang</text><script>kwaad()</script></svg>',
      'Pleiningang',
      'words in a drawing or formula',
    ],
    ['<object data="a.pdf">zie het rooster</object>', 'zie het rooster', 'shown in place of what the page embeds'],
    ['<noscript><p>Zet scripts aan</p></noscript>', 'Zet scripts aan', 'shown in place of what the page embeds'],
    ['<button>Afdrukken</button>', 'Afdrukken', 'a control of the page'],
    ['<span hidden>oude tekst</span>', 'oude tekst', 'hidden'],
  ])('are accounted for: %s', async (part, words, reason) => {
    for (const body of [`<h1>Fietsregels</h1><p>${RULE} ${part}</p>`, `<h1>Fietsregels</h1><div>${part}</div><p>${RULE}</p>`]) {
      const imported = await bring(page(body), 'a.html')
      expect(kept(imported)).toEqual([RULE])
      expect(dropped(imported)).toEqual([[words, reason]])
    }
  })

  it('programs, styles and templates are no words', async () => {
    const body = `<h1>Fietsregels</h1><p>${RULE}</p><script>a()</script><style>p{}</style><template><p>x</p></template>`
    expect(dropped(await bring(page(body), 'a.html'))).toEqual([])
  })
})
