import PDFDocument from 'pdfkit'
import { describe, expect, it } from 'vitest'
import { type Imported, importDocument } from '../../src/import/index.js'
import { docx, footnotes, p, run, style, table } from './word.js'

const TEXT = [p('Tuinprotocol', style('Titel')), p('In de tuin blijft iedereen op het pad, ook als het regent.')].join('')
/** What is used here of the library, which has no types of its own. */
interface Form {
  font(name: string): Form
  text(text: string, x: number, y: number): Form
  initForm(): Form
  formText(name: string, x: number, y: number, width: number, height: number, options: object): Form
  on(event: string, listener: (chunk: Buffer) => void): Form
  end(): void
}

const encode = (text: string) => new TextEncoder().encode(text)

async function bring(bytes: Uint8Array, name: string): Promise<Imported> {
  const { value, messages } = await importDocument(bytes, name)
  if (!value) throw new Error(JSON.stringify(messages))
  return value
}

/** What is said of words that are in one place only. */
const told = ({ receipt: { findings } }: Imported) =>
  findings.flatMap((finding) =>
    finding.rule === 'import/words'
      ? [
          [
            finding.form,
            'part' in finding.values
              ? finding.values.part
              : 'words' in finding.values
                ? finding.values.words
                : finding.values.page,
          ],
        ]
      : [],
  )

const box = (text: string) =>
  `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><w:txbxContent>${p(text)}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback/></mc:AlternateContent></w:r>`
const part = (name: string, inside: string) =>
  `<w:${name} xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${inside}</w:${name}>`

describe('words of the file that no reader made a block of', () => {
  it('are found in a text box that has no words for older programs', async () => {
    const brought = await bring(docx(`${TEXT}${p(box('Let op de egels'))}`), 'tuin.docx')
    expect(told(brought)).toEqual([['lost', 'Let op de egels']])
  })

  it('are found in a chart and in a diagram, and a part that is not read is named', async () => {
    const words = (text: string) => `<c:chart xmlns:c="c" xmlns:a="a"><a:p><a:r><a:t>${text}</a:t></a:r></a:p></c:chart>`
    const brought = await bring(
      docx(`${TEXT}<w:altChunk xmlns:r="r" r:id="r9"/>`, {
        'word/charts/chart1.xml': words('Egels per jaar'),
        'word/diagrams/data1.xml': words('Eerst kijken'),
      }),
      'tuin.docx',
    )
    expect(told(brought)).toEqual([
      ['unread', 'altChunk'],
      ['lost', 'Egels per jaar Eerst kijken'],
    ])
  })

  it('are found where a page has them between the terms of a list', async () => {
    const page =
      '<html lang="nl"><body><h1>Tuinprotocol</h1><p>Iedereen blijft op het pad.</p><dl>Zie hieronder<dt>pad</dt><dd>de stenen</dd></dl></body></html>'
    expect(told(await bring(encode(page), 'tuin.html'))).toEqual([['lost', 'Zie hieronder']])
  })

  it('are found where somebody filled in a field', async () => {
    const pdf = await new Promise<Uint8Array>((resolve) => {
      const document = new PDFDocument({ size: 'A4' }) as Form
      const chunks: Buffer[] = []
      document.on('data', (chunk: Buffer) => chunks.push(chunk))
      document.on('end', () => resolve(Buffer.concat(chunks)))
      document.font('Helvetica').text('In de tuin blijft iedereen op het pad, ook als het regent.', 72, 100)
      document.initForm()
      document.formText('naam', 72, 200, 200, 20, { value: 'Jo de Wit' })
      document.end()
    })
    expect(told(await bring(pdf, 'tuin.pdf'))).toEqual([['lost', 'Jo de Wit']])
  })
})

describe('words of the file that are accounted for', () => {
  it('are those of margins, notes, hidden runs, tables and tracked changes as they were decided', async () => {
    const changed = `<w:ins w:id="1">${run(' en de heg')}</w:ins><w:del w:id="2"><w:r><w:delText> en het gras</w:delText></w:r></w:del>`
    const body = [
      TEXT,
      p(`${run('Blijf van de bloemen af')}${changed}<w:r><w:footnoteReference w:id="1"/></w:r>${run('.')}`),
      p(run('Nog na te vragen', '<w:vanish/>')),
      table([
        ['Dag', 'Wie'],
        ['maandag', 'groep acht'],
      ]),
    ].join('')
    const parts = { ...footnotes({ 1: 'Ook van de tulpen.' }), 'word/header1.xml': part('hdr', p('Basisschool De Linde')) }
    const accepted = await bring(docx(body, parts), 'tuin.docx')
    expect(told(accepted)).toEqual([['hidden', 'Nog na te vragen']])
    expect(accepted.receipt.words).toMatchObject({ source: 37, dropped: 7 })
    const { value: rejected } = await importDocument(docx(body, parts), 'tuin.docx', { changes: 'reject' })
    expect(told(rejected as Imported)).toEqual([['hidden', 'Nog na te vragen']])
  })

  it('are those that lines and runs part, and the signs of lists', async () => {
    const page =
      '<html lang="nl"><body><h1>Tuin<b>proto</b>col</h1><p>De be&shy;zoekers lopen op het pad.</p><ol><li>eerst kijken<li>dan lopen</ol><table><tr><td>1<td><ol><li>a<li>b</ol></table></body></html>'
    expect(told(await bring(encode(page), 'tuin.html'))).toEqual([])
    const lines =
      'Tuinprotocol\n\nIn de tuin blijft iedereen op het pad.\n\no een schep;\no een hark.\n\n\n1\n\fTuinprotocol\n\nTot slot.\n\n2\n'
    expect(told(await bring(encode(lines), 'tuin.txt'))).toEqual([])
  })

  it('are those that the mark of a note stands right behind', async () => {
    const note = '<p><a id="_ftn2" href="#_ref2">2</a> Met een harde kaft.</p>'
    const first = '<p><a id="_ftn1" href="#_ref1">1</a> Ook een kaart.</p>'
    const page = `<html lang="nl"><body><h1>Tuinprotocol</h1><p>Wie leest, leent<sup><a id="_ref1" href="#_ftn1">1</a></sup> boeken<sup><a id="_ref2" href="#_ftn2">2</a></sup> en platen.</p>${first}${note}</body></html>`
    expect(told(await bring(encode(page), 'tuin.html'))).toEqual([])
  })

  it('are counted without the addresses and ids of Markdown', async () => {
    const text = '# Tuin {#tuin}\n\nZie [de kaart](https://tuin.example/kaart "Kaart").[^1]\n\n[^1]: In de hal.\n'
    const brought = await bring(encode(text), 'tuin.md')
    expect(told(brought)).toEqual([])
    expect(brought.receipt.words?.source).toBe(7)
  })
})
