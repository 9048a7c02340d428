import { strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { type Imported, importDocument } from '../../src/import/index.js'
import { plainText } from '../../src/model/index.js'
import { resolve } from '../../src/resolve/index.js'
import { inEnglish } from '../support/words.js'
import { docx, numbered, p, run, style, table } from './word.js'

const bytes = (source: string): Uint8Array => new TextEncoder().encode(source)
const page = (body: string): Uint8Array => bytes(`<!doctype html><html lang="nl"><body>${body}</body></html>`)

async function bring(source: Uint8Array, name: string): Promise<Imported> {
  const { value, messages } = await importDocument(source, name)
  if (!value) throw new Error(messages.map(inEnglish).join('\n'))
  expect(value.receipt.unaccounted).toEqual([])
  return value
}

const kept = ({ receipt }: Imported): string[] =>
  receipt.fragments.filter(({ clause }) => clause !== undefined).map(({ text }) => text)
const dropped = ({ receipt }: Imported): unknown[] =>
  receipt.fragments.filter(({ fate }) => fate === 'dropped').map(({ text, reason }) => [text, reason])

/** Every clause as it is printed: its label, and its words. */
const printed = ({ policy }: Imported): string[] =>
  resolve(policy).value.clauses.map(({ label = '', node }) => `${label}|${plainText(node)}`)

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
    expect(messages.map(inEnglish)[0]).toMatch(new RegExp(`^Unexpected ${kind}, expected \\.docx`))
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

describe('what stands in a table of a Word file', () => {
  const control = (inside: string): string => `<w:sdt><w:sdtContent>${inside}</w:sdtContent></w:sdt>`
  const row = (...cells: string[]): string => `<w:tr>${cells.map((cell) => `<w:tc>${cell}</w:tc>`).join('')}</w:tr>`
  const around = (rows: string): Uint8Array =>
    docx(`${p('Fietsregels', style('Titel'))}${p(RULE)}<w:tbl>${rows}</w:tbl>${p(OTHER)}`)

  it('is kept in content controls, and a frame of one column counts its items once', async () => {
    const frame = row(p('bel', numbered(1)) + p('rem', numbered(1)))
    const controls = `${control(row(p('Het licht brandt.')))}<w:tr>${control(`<w:tc>${p('Het slot zit dicht.')}</w:tc>`)}</w:tr>`
    expect(kept(await bring(around(frame + controls), 'a.docx'))).toEqual([
      RULE,
      '1 bel',
      '2 rem',
      'Het licht brandt.',
      'Het slot zit dicht.',
      OTHER,
    ])
  })

  it('is kept in text boxes, and hidden words are accounted for', async () => {
    const box = `<w:r><w:pict><w:txbxContent>${p('Vraag het de conciërge.')}</w:txbxContent></w:pict></w:r>`
    const cell = p(`${run('rek')}${box}${run('oud', '<w:vanish/>')}`)
    const imported = await bring(around(row(p('plaats'), cell)), 'a.docx')
    expect(kept(imported)).toEqual([RULE, 'plaats\trek', 'Vraag het de conciërge.', OTHER])
    expect(dropped(imported)).toEqual([['oud', 'hidden text']])
  })

  it('is read as lines where it is the head of a letter, with the title of the document beside a name', async () => {
    const head = `<w:tbl>${row(p('De Linde'), p('Fietsregels', style('Titel')))}</w:tbl>`
    const imported = await bring(docx(`${head}${p(RULE)}${p(OTHER)}`), 'a.docx')
    expect(imported.policy.metadata.title).toBe('Fietsregels')
    expect(kept(imported)).toEqual([RULE, OTHER])
  })

  it('or at its end is kept where a tracked change took the end of the last paragraph away', async () => {
    const gone = '<w:rPr><w:del w:id="1" w:author="A"/></w:rPr>'
    expect(kept(await bring(docx(p('Fietsregels', style('Titel')) + p(RULE) + p(OTHER, gone)), 'a.docx'))).toEqual([RULE, OTHER])
  })
})

describe('a label a Word file prints that is no number of ours', () => {
  const numberingOf = (shape: string) =>
    `<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="${shape}"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>`
  const source = (shape: string) =>
    docx(p('Fietsregels', style('Titel')) + p(OTHER) + [RULE, OTHER, RULE].map((rule) => p(rule, numbered(1))).join(''), {
      'word/numbering.xml': numberingOf(shape),
    })

  it('is words where it is no word and number', async () => {
    const { markdown } = await bring(source('Ronde %1 (nieuw)'), 'a.docx')
    expect(markdown).toContain(`Ronde 1 (nieuw) ${RULE}`)
  })

  it.each(['Regel %1', 'Stap %1:'])('is in front of the number of each provision, and is printed so again: %s', async (shape) => {
    const imported = await bring(source(shape), 'a.docx')
    const word = shape.split(' ')[0] ?? ''
    expect(imported.policy.metadata.numbering).toEqual({ items: [{ style: 'decimal', prefix: word }] })
    expect(printed(imported)).toEqual([`|${OTHER}`, `${word} 1|${RULE}`, `${word} 2|${OTHER}`, `${word} 3|${RULE}`])
  })
})

describe('a word and a number that an author typed in front of each rule', () => {
  const typed = (...lines: string[]) => bring(bytes(`Fietsregels\n\n${lines.join('\n\n')}\n`), 'a.txt')

  it('counts them, on through the headings', async () => {
    const imported = await typed(
      'Artikel 1 In het rek',
      `Regel 1 ${RULE}`,
      `Regel 2: ${OTHER}`,
      'Artikel 2 Op het plein',
      `Regel 3. ${RULE}`,
    )
    expect(printed(imported)).toEqual([
      'Artikel 1|In het rek',
      `Regel 1|${RULE}`,
      `Regel 2|${OTHER}`,
      'Artikel 2|Op het plein',
      `Regel 3|${RULE}`,
    ])
    expect(imported.markdown).toContain(`\n3. ${RULE}`)
  })

  it('is words where they do not count from 1, or the sentence goes on behind it', async () => {
    const groups = ['Groep 6 gaat naar het bos.', 'Groep 7 gaat naar zee.', 'Groep 8 gaat naar de stad.']
    expect(printed(await typed(...groups))).toEqual(groups.map((each) => `|${each}`))
    const parts = ['Deel 1 Van de hal is dicht.', 'Deel 3 Van de hal is open.', 'Deel 4 Van de hal is nieuw.']
    expect(printed(await typed(...parts))).toEqual(parts.map((each) => `|${each}`))
  })
})

describe('an OpenDocument text', () => {
  const NS = ['office', 'text', 'table', 'style', 'dc'].map((name) => `xmlns:${name}="urn:${name}"`).join(' ')
  const odt = (body: string, styles = ''): Uint8Array =>
    zipSync({
      mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
      'content.xml': strToU8(
        `<office:document-content ${NS}><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
      ),
      'styles.xml': strToU8(`<office:document-styles ${NS}>${styles}</office:document-styles>`),
    })
  const cell = (inside: string): string => `<table:table-cell>${inside}</table:table-cell>`
  const grid = (...cells: string[]): string =>
    `<table:table><table:table-row>${cells.map(cell).join('')}</table:table-row></table:table>`

  it('keeps headings in cells, tables in tables once, and lists in notes', async () => {
    const note =
      '<text:note><text:note-body><text:p>Ook steps.</text:p><text:list><text:list-item><text:p>Ook karren.</text:p></text:list-item></text:list></text:note-body></text:note>'
    const inner = grid('<text:p>rek</text:p>')
    const body = `<text:h text:outline-level="99999999">Fietsregels</text:h><text:p>${RULE}${note}</text:p>${grid('<text:h>Plaats</text:h><text:p>plein</text:p>', inner)}`
    const imported = await bring(odt(body), 'a.odt')
    expect(kept(imported)).toEqual([RULE, 'Plaats plein\trek'])
    expect(imported.markdown).toContain('[^1]: Ook steps. Ook karren.')
  })

  it('accounts for the header of its first page, and reports comments', async () => {
    const comment = '<office:annotation><dc:creator>Ans</dc:creator><text:p>Klopt dit?</text:p></office:annotation>'
    const body = `<text:h text:outline-level="1">Fietsregels</text:h><text:p>${RULE}${comment}</text:p>`
    const imported = await bring(odt(body, '<style:header-first><text:p>Concept</text:p></style:header-first>'), 'a.odt')
    expect(dropped(imported)).toEqual([['Concept', 'running header']])
    expect(imported.receipt.findings).toContainEqual({
      rule: 'import/comment',
      line: 1,
      form: 'named',
      values: { author: 'Ans', words: 'Klopt dit?' },
    })
  })
})

describe('a note in a Markdown file', () => {
  it('keeps the list in it', async () => {
    const source = `# Fietsregels\n\n${RULE}[^1]\n\n[^1]: Ook hier:\n\n    - steps\n    - karren\n`
    expect((await bring(bytes(source), 'a.md')).markdown).toContain('[^1]: Ook hier: steps karren')
  })
})

describe('lists on a page', () => {
  it('keep both terms that have one meaning', async () => {
    const list = '<dl><dt>Fiets</dt><dt>Step</dt><dd>Alles waarop men naar school komt.</dd></dl>'
    expect(kept(await bring(page(`<h1>Fietsregels</h1><h2>Woorden</h2>${list}`), 'a.html'))).toEqual([
      'Woorden',
      '• Fiets',
      '• Step Alles waarop men naar school komt.',
    ])
  })

  it.each([
    ['start="x"', '1.'],
    ['type="I" start="999999999"', '999999999.'],
    ['type="a" start="0"', '0.'],
  ])('count as a browser does: %s', async (start, label) => {
    const imported = await bring(page(`<h1>Fietsregels</h1><h2>Rek</h2><ol ${start}><li>${RULE}</li></ol>`), 'a.html')
    expect(kept(imported)).toEqual(['Rek', `${label} ${RULE}`])
  })
})
