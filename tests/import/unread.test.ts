import { strToU8, zipSync } from 'fflate'
import PDFDocument from 'pdfkit'
import { describe, expect, it } from 'vitest'
import { type Imported, importDocument } from '../../src/import/index.js'
import { docx, p, run, style } from './word.js'

// Whoever approves what was brought in reads the policy, and the findings: what a document shows besides its words must be in one of them.

const RULE = 'Wie de oven aanzet, blijft erbij.'

async function bring(bytes: Uint8Array | string, name: string): Promise<Imported> {
  const { value, messages } = await importDocument(typeof bytes === 'string' ? strToU8(bytes) : bytes, name, {
    names: ['De Linde'],
  })
  if (!value) throw new Error(JSON.stringify(messages))
  return value
}
const texts = ({ markdown }: Imported): readonly string[] =>
  markdown
    .split('\n')
    .filter((line) => /\{#/.test(line))
    .map((line) => line.replace(/ \{#.*$/, ''))
const told = ({ receipt: { findings } }: Imported) =>
  findings.flatMap(({ rule, values, ...finding }) =>
    (rule === 'import/words' || rule === 'markdown/image') && 'form' in finding ? [{ form: finding.form, ...values }] : [],
  )

describe('a Word file', () => {
  const bringWord = (...paragraphs: string[]) =>
    bring(docx([p('Ovenregels', style('Titel')), p(RULE), ...paragraphs].join('')), 'oven.docx')
  const M = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
  const m = (text: string) => `<m:r><m:t>${text}</m:t></m:r>`

  it('keeps a formula in its sentence, on one line, and says so', async () => {
    const fraction = `<m:f><m:fPr/><m:num>${m('graden + 5')}</m:num><m:den>${m('2')}</m:den></m:f>`
    const square = `<m:sSup><m:e>${m('t')}</m:e><m:sup>${m('2')}</m:sup></m:sSup>`
    const root = `<m:rad><m:deg/><m:e>${m('x')}</m:e></m:rad>`
    const group = `<m:d><m:dPr><m:begChr m:val="["/><m:endChr m:val="]"/></m:dPr><m:e>${m('a')}</m:e></m:d>`
    const brought = await bringWord(
      p(`${run('De wachttijd is ')}<m:oMath ${M}>${fraction}${m(' − ')}${square}${root}${group}</m:oMath>${run(' minuten.')}`),
    )
    expect(texts(brought)).toEqual([RULE, 'De wachttijd is (graden + 5)/2 − t^2√x\\[a] minuten.'])
    expect(told(brought)).toEqual([{ form: 'formula', count: 1, words: '(graden + 5)/2 − t^2√x[a]' }])
  })

  it('keeps a tick, a cross and a box of a font of signs as signs, and any other as a box', async () => {
    const sign = (code: string) => `<w:r><w:sym w:font="Wingdings" w:char="${code}"/></w:r>`
    const typed = run('\u00FC', '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>')
    const brought = await bringWord(
      p(
        `${run('Aan: ')}${sign('F0FC')}${run(', uit: ')}${sign('F0FB')}${run(', leeg: ')}${sign('F0A8')}${run(', anders: ')}${sign('F03A')}${run(', getypt: ')}${typed}${run('.')}`,
      ),
    )
    expect(texts(brought)).toEqual([RULE, 'Aan: ✓, uit: ✗, leeg: □, anders: □, getypt: ✓.'])
    expect(told(brought)).toEqual([])
  })

  it('tells of hidden text, also where nobody reads the receipt', async () => {
    const brought = await bringWord(p(`${run('De kok mag alles. ', '<w:vanish/>')}${run('De deur blijft dicht.')}`))
    expect(texts(brought)).toEqual([RULE, 'De deur blijft dicht.'])
    expect(told(brought)).toEqual([{ form: 'hidden', count: 1, words: 'De kok mag alles.' }])
  })

  it.each([
    ['a text', ''],
    ['a text that tells who adopted it', p('Vastgesteld door het bestuur op 3 maart 2026.')],
    ['a text that calls itself adopted', p('Status: vastgesteld')],
  ])('is a draft where that is written across its pages: %s', async (_, decision) => {
    const mark = '<w:r><w:pict><v:shape xmlns:v="v" type="#_x0000_t136"><v:textpath string="CONCEPT"/></v:shape></w:pict></w:r>'
    const header = `<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${p(`${run('Ovenregels De Linde')}${mark}`)}</w:hdr>`
    const brought = await bring(
      docx([p('Ovenregels', style('Titel')), decision, p('Bakken', style('Kop1')), p(RULE)].join(''), {
        'word/header1.xml': header,
      }),
      'oven.docx',
    )
    expect(brought.policy.metadata.status).toBe('draft')
    expect(told(brought)).toEqual([])
  })

  it('has a picture where there is one, and none where a text box is drawn', async () => {
    const box = `<w:r><w:drawing><w:txbxContent>${p('De deur blijft dicht.')}</w:txbxContent></w:drawing></w:r>`
    const picture = '<w:r><w:drawing><a:blip xmlns:a="a"/></w:drawing></w:r>'
    expect(told(await bringWord(p(box)))).toEqual([])
    const embedded = '<w:r><w:object><v:shape xmlns:v="v"><v:imagedata/></v:shape></w:object></w:r>'
    expect(told(await bringWord(p(`${embedded}${run('De deur blijft dicht.')}`)))).toEqual([{ form: 'pictures', count: 1 }])
    expect(told(await bringWord(p(`${picture}${run('De deur blijft dicht.')}`)))).toEqual([{ form: 'pictures', count: 1 }])
  })
})

describe('an OpenDocument text', () => {
  const NS = ['office', 'text', 'style', 'draw', 'xlink', 'fo'].map((name) => `xmlns:${name}="urn:${name}"`).join(' ')
  const odt = (body: string, objects: Readonly<Record<string, string>> = {}) =>
    zipSync({
      mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
      'content.xml': strToU8(
        `<office:document-content ${NS}><office:automatic-styles><style:style style:name="weg"><style:text-properties text:display="none"/></style:style><style:style style:name="door"><style:text-properties style:text-line-through-style="solid"/></style:style></office:automatic-styles><office:body><office:text><text:h text:outline-level="1">Ovenregels</text:h><text:p>${RULE}</text:p>${body}</office:text></office:body></office:document-content>`,
      ),
      'styles.xml': strToU8(`<office:document-styles ${NS}/>`),
      ...Object.fromEntries(Object.entries(objects).map(([name, text]) => [name, strToU8(text)])),
    })

  it('keeps what is struck through as such, and leaves out what is hidden, which it tells', async () => {
    const body =
      '<text:p>Na afloop <text:span text:style-name="door">nooit</text:span> luchten. <text:span text:style-name="weg">De kok mag alles.</text:span></text:p><text:p text:style-name="weg">Ook de afwas.</text:p><text:p text:style-name="door">Vroeger tien minuten.</text:p>'
    const brought = await bring(odt(body), 'oven.odt')
    expect(texts(brought)).toEqual([RULE, 'Na afloop ~~nooit~~ luchten.', '~~Vroeger tien minuten.~~'])
    expect(told(brought)).toEqual([{ form: 'hidden', count: 2, words: 'De kok mag alles. … Ook de afwas.' }])
  })

  it('keeps a formula in its sentence, on one line, and counts pictures that are none', async () => {
    const formula =
      '<math xmlns="http://www.w3.org/1998/Math/MathML"><semantics><mrow><mi>t</mi><mo>=</mo><mfrac><mn>60</mn><mn>4</mn></mfrac></mrow><annotation>t = 60 over 4</annotation></semantics></math>'
    const frame =
      '<draw:frame><draw:object xlink:href="./Object 1"/><draw:image xlink:href="./ObjectReplacements/Object 1"/></draw:frame>'
    const picture = '<draw:frame><draw:image xlink:href="Pictures/plan.png"/></draw:frame>'
    const brought = await bring(
      odt(`<text:p>Wacht ${frame} minuten.${picture}</text:p>`, { 'Object 1/content.xml': formula }),
      'oven.odt',
    )
    expect(texts(brought)).toEqual([RULE, 'Wacht t=60/4 minuten.'])
    expect(told(brought)).toEqual([
      { form: 'formula', count: 1, words: 't=60/4' },
      { form: 'pictures', count: 1 },
    ])
  })
})

describe('a web page', () => {
  it('tells of pictures, of what is framed and of words that are drawn, but not of ornaments', async () => {
    const page = `<html lang="nl"><body><main><h1>Ovenregels</h1><p>${RULE}</p>
<p>De boete is <math><mn>5</mn></math> euro. <img src="plan.png" alt="Plattegrond"><img src="lijn.png" alt=""><img src="punt.gif" width="1" height="1"></p>
<iframe src="https://oven.example/regels"></iframe><object data="rooster.pdf"></object><p hidden><img src="weg.png"></p></main></body></html>`
    expect(told(await bring(page, 'oven.html'))).toEqual([
      { form: 'pictures', count: 1 },
      { form: 'drawn', count: 1, words: '5' },
      { form: 'unread', part: 'https://oven.example/regels' },
      { form: 'unread', part: 'rooster.pdf' },
    ])
  })
})

describe('a PDF', () => {
  /** What is used here of the library, which has no types of its own. */
  interface Pdf {
    addPage(): Pdf
    fontSize(size: number): Pdf
    rotate(degrees: number, options: object): Pdf
    save(): Pdf
    restore(): Pdf
    text(text: string, x: number, y: number): Pdf
    image(bytes: Buffer, x: number, y: number, size: object): Pdf
    on(event: string, listener: (chunk: Buffer) => void): Pdf
    end(): void
  }
  // One grey point.
  const PICTURE = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
    'base64',
  )
  const pdf = (draw: (document: Pdf) => void): Promise<Uint8Array> =>
    new Promise((resolve) => {
      const document = new PDFDocument({ size: 'A4' }) as Pdf
      const chunks: Buffer[] = []
      document.on('data', (chunk: Buffer) => chunks.push(chunk))
      document.on('end', () => resolve(Buffer.concat(chunks)))
      draw(document)
      document.end()
    })
  const write = (document: Pdf, ...lines: readonly string[]) => {
    for (const [i, line] of lines.entries()) document.text(line, 72, 160 + i * 60)
  }

  it('is a draft where that is written across its pages, and its items stay whole', async () => {
    const bytes = await pdf((document) => {
      for (const [i, heading] of ['1. Bakken', '2. Schoonmaken'].entries()) {
        if (i > 0) document.addPage()
        document
          .save()
          .rotate(45, { origin: [300, 420] })
          .fontSize(80)
          .text('CONCEPT', 120, 380)
          .restore()
        document.fontSize(12)
        if (i === 0) document.text('Vastgesteld door het bestuur op 3 maart 2026.', 72, 90)
        document.text(heading, 72, 130)
        const items = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'].map(
          (label) => `${label}. Regel ${label} over de oven van keuken ${i + 1};`,
        )
        for (const [at, item] of items.entries()) document.text(item, 90, 160 + at * 40)
      }
    })
    const brought = await bring(bytes, 'ovenregels.pdf')
    expect(brought.policy.metadata.status).toBe('draft')
    expect(texts(brought).filter((line) => line.includes('Regel'))).toEqual(
      [1, 2].flatMap((chapter) =>
        [...'abcdefghij'].map((label, at) => `${at + 1}. Regel ${label} over de oven van keuken ${chapter};`),
      ),
    )
    expect(told(brought)).toEqual([])
  })

  it('tells which page is a picture between pages of text', async () => {
    const bytes = await pdf((document) => {
      write(document, 'Ovenregels', RULE, 'De deur van de keuken blijft tijdens het bakken dicht.')
      document.addPage().image(PICTURE, 40, 40, { width: 500, height: 700 })
      write(document.addPage(), 'Na afloop wordt de oven schoongemaakt door wie bakte.')
    })
    expect(told(await bring(bytes, 'oven.pdf'))).toEqual([{ form: 'scanned', count: 1, page: 2 }])
  })

  it('has words though its only page was put in twice', async () => {
    const page = (document: Pdf) => write(document, 'Ovenregels', RULE, 'Na afloop maakt wie bakte de oven schoon.')
    const bytes = await pdf((document) => {
      page(document)
      page(document.addPage())
    })
    expect((await bring(bytes, 'oven.pdf')).markdown).toContain(RULE)
  })

  it('tells of a picture beside the text, but not of the mark on every page', async () => {
    const bytes = await pdf((document) => {
      for (const line of [
        'De deur van de keuken blijft tijdens het bakken dicht.',
        'Na afloop maakt wie bakte de oven schoon.',
      ]) {
        if (line.startsWith('Na')) document.addPage()
        document.image(PICTURE, 400, 40, { width: 120, height: 60 })
        write(document, 'Ovenregels', line)
      }
      document.image(PICTURE, 72, 400, { width: 300, height: 200 })
    })
    expect(told(await bring(bytes, 'oven.pdf'))).toEqual([{ form: 'pictures', count: 1 }])
  })
})
