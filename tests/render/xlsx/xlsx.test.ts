import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { SaxesParser } from 'saxes'
import { describe, expect, test } from 'vitest'
import type { Sheet, Workbook } from '../../../src/present/index.js'
import { renderXlsx } from '../../../src/render/xlsx/index.js'
import { runs } from '../../support/laws.js'

const sheet = (rows: Sheet['rows'], more: Partial<Sheet> = {}): Sheet => ({
  name: 'Regels',
  frozen: 1,
  columns: [
    { name: 'Regel', width: 30 },
    { name: 'Score', width: 8 },
  ],
  rows,
  ...more,
})
const book = (...sheets: Sheet[]): Workbook => ({ title: 'Vergelijking', lang: 'nl', sheets })

interface Node {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly text: string
}

/** The elements of one part in the order of their ends; a part that is no XML throws. */
function part(bytes: Uint8Array, name: string): Node[] {
  const file = unzipSync(bytes)[name]
  if (!file) throw new Error(`no part ${name}`)
  const found: Node[] = []
  const open: { name: string; attributes: Record<string, string>; text: string }[] = []
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => open.push({ name, attributes: attributes as Record<string, string>, text: '' }))
  parser.on('text', (text) => {
    const last = open.at(-1)
    if (last) last.text += text
  })
  parser.on('closetag', () => found.push(open.pop() as Node))
  parser.write(strFromU8(file)).close()
  return found
}

const texts = (bytes: Uint8Array): string[] =>
  part(bytes, 'xl/worksheets/sheet1.xml').flatMap(({ name, text }) => (name === 't' ? [text] : []))

describe('a workbook as XLSX', () => {
  test('has rows as high as their words need, up to what a spreadsheet takes', () => {
    const sentence = 'Een foto van een leerling wordt alleen geplaatst na toestemming.'
    const bytes = renderXlsx(
      book(
        sheet([
          ['Foto', 1],
          [sentence, 1],
          [`${sentence}\n${sentence}`, 1],
          [sentence.repeat(40), 1],
        ]),
      ),
    )
    const heights = part(bytes, 'xl/worksheets/sheet1.xml').flatMap(({ name, attributes }) =>
      name === 'row' && attributes.customHeight === '1' ? [Number(attributes.ht)] : [],
    )
    const [head, one, three, six, most] = heights as [number, number, number, number, number]
    expect(heights).toHaveLength(5)
    expect(one, 'one line as high as the head').toBe(head)
    // 65 letters in a column of 30 take three lines.
    expect((three - one) / 2).toBeCloseTo(13.5)
    expect((six - three) / 3).toBeCloseTo(13.5)
    expect(most).toBe(409)
  })

  test('keeps the head and the first columns in sight, filters, and wraps', () => {
    const bytes = renderXlsx(book(sheet([['Foto', 1]])))
    const nodes = part(bytes, 'xl/worksheets/sheet1.xml')
    const one = (name: string) => nodes.find((node) => node.name === name)?.attributes
    expect(one('pane')).toMatchObject({ xSplit: '1', ySplit: '1', topLeftCell: 'B2', state: 'frozen' })
    expect(one('autoFilter')).toEqual({ ref: 'A1:B2' })
    expect(
      part(bytes, 'xl/styles.xml')
        .filter(({ name }) => name === 'alignment')
        .every(({ attributes }) => attributes.wrapText === '1'),
    ).toBe(true)
    expect(part(bytes, 'docProps/core.xml').find(({ name }) => name === 'dc:title')?.text).toBe('Vergelijking')
  })

  test('has its head, its name and the number of pages on every page on paper', () => {
    const bytes = renderXlsx(book(sheet([['Foto', 1]]), sheet([], { name: "Foto's" })))
    const titles = part(bytes, 'xl/workbook.xml').flatMap(({ name, attributes, text }) =>
      name === 'definedName' && attributes.name === '_xlnm.Print_Titles' ? [[attributes.localSheetId, text]] : [],
    )
    expect(titles).toEqual([
      ['0', "'Regels'!$1:$1"],
      ['1', "'Foto''s'!$1:$1"],
    ])
    const footer = part(bytes, 'xl/worksheets/sheet1.xml').find(({ name }) => name === 'oddFooter')
    expect(footer?.text).toBe('&L&A&R&P / &N')
  })

  test('gives sheets names that a spreadsheet takes, each its own', () => {
    const names = ["'Regels/[1]*?:\\", 'x'.repeat(60), 'Paren', 'paren', '']
    const bytes = renderXlsx(book(...names.map((name) => sheet([], { name }))))
    const own = part(bytes, 'xl/workbook.xml').flatMap(({ name, attributes }) =>
      name === 'sheet' ? [attributes.name as string] : [],
    )
    expect(new Set(own.map((name) => name.toLowerCase())).size).toBe(names.length)
    for (const name of own) expect(name).toMatch(/^[^[\]:*?/\\']{1,31}$/)
  })

  test('stores whatever stands in a cell as text, and marks it as text for who edits it', () => {
    const nasty = fc.array(
      fc.oneof(
        fc.constantFrom(
          '=1+1',
          '+',
          '-',
          '@',
          '<t>',
          '&',
          '"',
          ']]>',
          '_x0041_',
          '\n',
          '\r',
          '\u0000',
          '\u000b',
          '\uffff',
          '€',
          '😀',
        ),
        fc.string({ unit: 'binary' }),
      ),
      {
        maxLength: 6,
      },
    )
    fc.assert(
      fc.property(nasty, (parts) => {
        const words = `=${parts.join('')}`
        const bytes = renderXlsx(book(sheet([[words, 3]])))
        const nodes = part(bytes, 'xl/worksheets/sheet1.xml')
        expect(nodes.some(({ name }) => name === 'f')).toBe(false)
        const cell = nodes.find(({ name, attributes }) => name === 'c' && attributes.r === 'A2')
        expect(cell?.attributes.t).toBe('inlineStr')
        const styles = part(bytes, 'xl/styles.xml').filter(({ name }) => name === 'xf')
        // The first two belong to the named styles and to cells without one.
        expect(styles[Number(cell?.attributes.s) + 1]?.attributes.quotePrefix).toBe('1')
        const back = (texts(bytes)[2] ?? '').replace(/_x([0-9A-F]{4})_/g, (_, code) =>
          String.fromCharCode(Number.parseInt(code, 16)),
        )
        expect(back).toBe(words.replace(/\p{Cs}/gu, '\uFFFD'))
      }),
      { seed: 376, numRuns: runs(50) },
    )
  })

  test('cuts what no cell can hold, and shows that it did', () => {
    const [, , long] = texts(renderXlsx(book(sheet([['a'.repeat(40_000), 1]]))))
    expect(long).toHaveLength(32_767)
    expect(long?.endsWith('…')).toBe(true)
  })

  test('names the columns past Z', () => {
    const columns = Array.from({ length: 53 }, (_, i) => ({ name: `k${i}`, width: 8 }))
    const cells = part(renderXlsx(book(sheet([], { columns }))), 'xl/worksheets/sheet1.xml').filter(({ name }) => name === 'c')
    expect([25, 26, 51, 52].map((i) => cells[i]?.attributes.r)).toEqual(['Z1', 'AA1', 'AZ1', 'BA1'])
  })

  test('goes on in another sheet of the same head where one cannot hold all rows', () => {
    const rows = Array.from({ length: 5 }, (_, i): [string, number] => [`regel ${i + 1}`, i])
    const bytes = renderXlsx(book(sheet(rows), sheet([['los', 1]], { name: 'Paren' })), 3)
    const sheets = part(bytes, 'xl/workbook.xml').filter(({ name }) => name === 'sheet')
    expect(sheets.map(({ attributes }) => attributes.name)).toEqual(['Regels', 'Regels 2', 'Regels 3', 'Paren'])
    const words = (at: number) =>
      part(bytes, `xl/worksheets/sheet${at}.xml`).flatMap(({ name, text }) => (name === 't' ? [text] : []))
    expect([1, 2, 3, 4].map(words)).toEqual([
      ['Regel', 'Score', 'regel 1', 'regel 2'],
      ['Regel', 'Score', 'regel 3', 'regel 4'],
      ['Regel', 'Score', 'regel 5'],
      ['Regel', 'Score', 'los'],
    ])
  })

  test('gives the same bytes for the same workbook', () => {
    const workbook = book(sheet([['Foto', 1]]))
    expect(renderXlsx(workbook)).toEqual(renderXlsx(workbook))
  })
})
