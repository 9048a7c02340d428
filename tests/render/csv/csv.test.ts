import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Sheet } from '../../../src/present/index.js'
import { renderCsv } from '../../../src/render/csv/index.js'
import { runs } from '../../support/laws.js'

const sheet = (...rows: (string | number)[][]): Sheet => ({
  name: 'Regels',
  frozen: 0,
  columns: [
    { name: 'Regel', width: 10 },
    { name: 'Score', width: 10 },
  ],
  rows,
})
const comma = { separator: ',' } as const

/** What a reader of RFC 4180 finds, with this separator and quotes where they open a cell. */
function read(csv: string, separator: string): string[][] {
  const rows: string[][] = [['']]
  let quoted = false
  const put = (c: string) => {
    const row = rows.at(-1) as string[]
    row[row.length - 1] += c
  }
  const source = csv.replace(/^\uFEFF/, '')
  for (let i = 0; i < source.length; i++) {
    const c = source[i] as string
    const empty = rows.at(-1)?.at(-1) === ''
    if (quoted) {
      if (c !== '"') put(c)
      else if (source[i + 1] === '"') put(source[++i] as string)
      else quoted = false
    } else if (c === '"' && empty) quoted = true
    else if (c === separator) rows.at(-1)?.push('')
    else if (c === '\n') rows.push([''])
    else if (c !== '\r') put(c)
  }
  return rows.slice(0, -1)
}

describe('a sheet as CSV', () => {
  test('keeps commas, quotes and line ends inside their cell', () => {
    const words = 'Foto, film en "geluid"\nen meer; niet minder'
    expect(renderCsv(sheet([words, 0.5]), comma)).toBe(
      `\uFEFF"Regel","Score"\r\n"Foto, film en ""geluid""\nen meer; niet minder",0.5\r\n`,
    )
    expect(read(renderCsv(sheet([words, 0.5]), comma), ',')).toEqual([
      ['Regel', 'Score'],
      [words, '0.5'],
    ])
  })

  test.each(['=1+1', '+31', '-2', '@SUM(A1)', '\t=1', ' =1', '\r=1', '\u200b=1', '＝1', '%x', '|cmd'])(
    'lets %j calculate nothing',
    (words) => {
      const [, row] = read(renderCsv(sheet([words, 1]), comma), ',')
      expect(row?.[0]?.trim().replaceAll('\u200b', '')).toMatch(/^'/)
    },
  )

  test('leaves words alone that only hold such a sign', () => {
    const [, row] = read(renderCsv(sheet(['e-mail = post', 1]), comma), ',')
    expect(row?.[0]).toBe('e-mail = post')
  })

  test('gives no cell that begins a formula, whichever separator its reader believes in', () => {
    const part = fc.constantFrom('=1', '+', '-', '@', ';', ',', '\t', '"', "'", ' ', '\n', '\r', 'a', '＝', '|')
    fc.assert(
      fc.property(
        fc.array(part, { maxLength: 8 }),
        fc.constantFrom(',', ';', '\t'),
        fc.constantFrom(',' as const, ';' as const),
        (parts, reader, separator) => {
          const cells = read(renderCsv(sheet([parts.join(''), 2]), { separator }), reader).flat()
          expect(cells.filter((cell) => /^[\s"]*[=+\-@|%＝]/.test(cell))).toEqual([])
        },
      ),
      { seed: 4180, numRuns: runs(600) },
    )
  })
})
