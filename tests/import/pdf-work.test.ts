import { describe, expect, it } from 'vitest'
import { importDocument } from '../../src/import/index.js'
import { MOST_UNPACKED } from '../../src/pdf/bombs.js'
import { Objects } from '../../src/pdf/objects.js'
import { tally } from '../../src/pdf/tally.js'
import { refuseEndless } from '../../src/pdf/work.js'
import { inEnglish } from '../support/words.js'
import { pdf } from './pdf-file.js'

const FONT = '/Font << /F1 3 0 R >>'
const WORDS = 'BT /F1 11 Tf 60 780 Td (De leerling meldt zich bij de school en neemt plaats in het lokaal.) Tj ET\n'
const stream = (content: string, about = '') => `<< ${about} /Length ${content.length} >>\nstream\n${content}\nendstream`
const form = (content: string, uses = '') =>
  stream(content, `/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << ${FONT} ${uses} >>`)

/** A file of pages that draw this, and objects from number 6 on; what /X draws is 6, and each page is number 4. */
function file(content: string, more: readonly string[] = [], { pages = 1, fonts = '' } = {}): Uint8Array {
  return pdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${'4 0 R '.repeat(pages)}] /Count ${pages} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << /Font << /F1 3 0 R ${fonts} >> /XObject << /X 6 0 R >> /Pattern << /P 6 0 R >> /ExtGState << /G 6 0 R >> >> >>`,
    stream(content),
    ...more,
  ])
}

/** What is counted before anything is drawn: nothing here is unpacked or drawn. */
const count = (bytes: Uint8Array) => refuseEndless(new Objects(bytes, new TextDecoder('latin1').decode(bytes), MOST_UNPACKED))

/** Forms from number 6 on, each drawing the next so many times. */
const forms = (levels: number, times: number) =>
  Array.from({ length: levels }, (_, i) =>
    i + 1 < levels ? form('/N Do\n'.repeat(times), `/XObject << /N ${7 + i} 0 R >>`) : form('0 0 m 9 9 l S'),
  )

/** The same one number further on. */
const later = (each: string) => each.replace(/(\d+)( 0 R >> >>)/, (_, number, rest) => `${Number(number) + 1}${rest}`)

describe('a PDF that asks more to be drawn than a document does', () => {
  it.each([
    ['states in each other', file('q\n'.repeat(10_000) + WORDS)],
    ['six hundred states that stay open', file(`${'q\n'.repeat(600)}${WORDS}`)],
    ['a form in a form in a form, each twice', file(`${WORDS}/X Do`, forms(20, 2))],
    ['ten of ten of ten', file(`${WORDS}/X Do`, forms(8, 10))],
    ['forms in each other, deep', file(`${WORDS}/X Do`, forms(3000, 1))],
    ['one form again and again', file(`${WORDS}${'/X Do\n'.repeat(10_000)}`, forms(1, 1))],
    ['a form that draws itself', file(`${WORDS}/X Do`, [form('/N Do', '/XObject << /N 6 0 R >>')])],
    [
      'patterns of patterns',
      file(
        '/Pattern cs /P scn 0 0 9 9 re f\n',
        Array.from({ length: 20 }, (_, i) =>
          stream('/P scn /P scn', `/PatternType 1 /Resources << /Pattern << /P ${7 + i} 0 R >> >>`),
        ),
      ),
    ],
    ['a mask of forms', file('/G gs', ['<< /SMask << /S /Alpha /G 7 0 R >> >>', ...forms(21, 2).map(later)])],
    [
      'letters drawn as pages',
      file('BT /F3 9 Tf (a) Tj ET', ['<< /Type /Font /Subtype /Type3 /CharProcs << /a 7 0 R >> >>', ...forms(21, 2).map(later)], {
        fonts: '/F3 6 0 R',
      }),
    ],
    ['one page, a thousand times', file(WORDS.repeat(100), [], { pages: 1000 })],
    ['a picture without end', file('/X Do', [stream('a', '/Subtype /Image /Width 30000 /Height 30000 /BitsPerComponent 8')])],
    ['letters that are placed one by one, by the million', file('1 0 0 1 9 9 Tm (a) Tj\n'.repeat(600_000))],
    ['objects in objects', Buffer.concat([file(WORDS), Buffer.from('9 0 obj ('.repeat(20_000))])],
  ])('is refused: %s', (_, bytes) => {
    expect(() => count(bytes)).toThrow('limit.drawing')
  })

  it.each([
    ['a form on each of three hundred pages', file(`${WORDS}/X Do`, [form('0 0 m 9 9 l S')], { pages: 300 })],
    ['forms in forms, as programs write them', file(`${WORDS}/X Do`, forms(20, 1))],
    ['states one after the other', file('q 1 0 0 1 9 9 cm Q\n'.repeat(5000))],
    [
      'a photograph as large as its bytes',
      file('/X Do', [stream('a'.repeat(200_000), '/Subtype /Image /Width 2000 /Height 2000 /BitsPerComponent 8')]),
    ],
    ['a full page', file(WORDS.repeat(60))],
  ])('is read otherwise: %s', (_, bytes) => {
    expect(() => count(bytes)).not.toThrow()
  })

  it('says so with the file', async () => {
    const { value, messages } = await importDocument(file(`${WORDS}/X Do`, forms(30, 2)), 'regels.pdf')
    expect(value).toBeUndefined()
    expect(messages).toMatchObject([{ rule: 'import/size', severity: 'error', place: { file: 'regels.pdf' } }])
    expect(messages.map(inEnglish)[0]).toContain('drawing its pages takes more work')
  })

  it('is counted stream by stream, each once, however often it is drawn', () => {
    const { work, depth, uses } = tally(
      new TextEncoder().encode('q q /A Do Q (a\\)b) Tj <6162> Tj /A#42 Do % /C Do\nQ /A Do'),
      1e9,
    )
    expect([work > 0, depth]).toEqual([true, 2])
    expect(uses).toEqual(
      new Map([
        [
          'XObject',
          new Map([
            ['A', 2],
            ['AB', 1],
          ]),
        ],
      ]),
    )
  })
})
