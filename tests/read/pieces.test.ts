import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseWhole } from '../../src/read/markdown.js'
import { parseInPieces } from '../../src/read/pieces.js'
import { parsePlainFirst } from '../../src/read/plain.js'
import { growth, TOO_FAST } from '../support/growth.js'
import { runs } from '../support/laws.js'
import { documents } from './documents.js'

const tree = (source: string, parse: (source: string) => { children: unknown }) =>
  JSON.parse(JSON.stringify(parse(source).children))
// Pieces as small as can be: wherever a text may be cut, it is.
const inPieces = (source: string) => parseInPieces(source, parseWhole, 1)
// As a text is read: what is plain in a piece does without the parser.
const inPlainPieces = (source: string) => parseInPieces(source, (piece) => parsePlainFirst(piece, parseWhole), 1)
const both = (source: string): void => {
  const whole = tree(source, parseWhole)
  expect(tree(source, inPieces)).toEqual(whole)
  expect(tree(source, inPlainPieces)).toEqual(whole)
}

// What stands at the margin or goes on from what is above it, of every kind.
const LONG = 'Een leerling, heel lang'
const line = fc.constantFrom(
  ...[
    'Een gewone zin.',
    '**Een** zin met [x] en [^n].',
    '# Kop',
    '- punt',
    '- **punt**',
    '* ster',
    '1. lid',
    '2. lid',
    '7) lid',
    '-',
    '1.',
  ],
  ...[
    '  binnen',
    '    diep',
    ' net niet',
    '  - genest',
    '> citaat',
    '[x]: /adres',
    '[^n]: noot',
    '[^n]: noot\n\n    meer',
    '---',
    '***',
    '* * *',
  ],
  ...[
    '===',
    '| a | b |\n|---|---|\n| c | d |',
    '2019 was een jaar',
    '[x]',
    '\ufeff# geen kop',
    'zie [X ] en [y][x]',
    'slot {#slot}',
    '<b>html</b>',
    '<div>\nhtml',
    '<!-- weg -->',
    '<!-- weg\n\n- punt',
    'weg -->',
    '```\ncode',
    '```',
    '~~~~\n- punt\n\n- punt\n~~~~',
    '___',
    '> - punt',
    '## Kop ##',
  ],
  ...[
    LONG,
    `- ${LONG}`,
    `1. ${LONG}`,
    `3. ${LONG}`,
    `  ${LONG}`,
    `> ${LONG}`,
    `* ${LONG}`,
    `[^n]: ${LONG}`,
    `[x] ${LONG}`,
    ` ${LONG}`,
  ],
)
// Lists in lists, row upon row: what stands there goes on with one of them, or does not.
const item = fc
  .tuple(
    fc.integer({ min: 0, max: 9 }),
    fc.constantFrom('1.', '1.', '2.', '10.', '1)', '-', '*', '- -'),
    fc.constantFrom(' ', ' ', '  ', '     '),
  )
  .map(([indent, mark, blanks]) => `${' '.repeat(indent)}${mark}${blanks}punt`)
const rows = fc
  .array(fc.tuple(fc.oneof({ weight: 5, arbitrary: item }, line), fc.constantFrom('\n', '\n', '\n', '\n\n')), {
    minLength: 3,
    maxLength: 12,
  })
  .map((parts) => parts.flat().join(''))
const source = fc
  .array(fc.tuple(line, fc.constantFrom('\n', '\n\n', '\n\n\n')), { minLength: 2, maxLength: 16 })
  .map((parts) => parts.flat().join(''))

describe('a text read in pieces', () => {
  it('gives the tree of the whole, whatever is written', () => {
    fc.assert(fc.property(source, both), { seed: 15, numRuns: runs(150) })
    fc.assert(fc.property(rows, both), { seed: 15, numRuns: runs(150) })
    const joined = fc
      .array(documents, { minLength: 2, maxLength: 4 })
      .map((parts) => parts.join(`\n\n${LONG}\n\n`).replace(/\ufeff|\r/g, ''))
    fc.assert(fc.property(joined, both), { seed: 15, numRuns: runs(15) })
  })

  it('leaves next to nothing of a long list to the parser but the items around one that is not plain', () => {
    let left = 0
    const parse = (source: string) => {
      left += source.length
      return parseWhole(source)
    }
    const item = '1. Een leerling bewaart de telefoon.\n   1. In het kluisje.\n'
    const source = `${item.repeat(1000)}1. ![foto](foto.png)\n${item.repeat(1000)}`
    const parsed = parsePlainFirst(source, (rest) => parseInPieces(rest, (piece) => parsePlainFirst(piece, parse)))
    expect(parsed.children).toMatchObject([{ type: 'list', children: { length: 2001 } }])
    expect(left).toBeLessThan(10_000)
  })

  it('gives the parser few letters at once: what it does for each mark grows with them', () => {
    const given: number[] = []
    const parse = (source: string) => {
      given.push(source.length)
      return parseWhole(source)
    }
    const turns = '> Een citaat.\n- Een punt.\n1. Een lid.\n> - Een punt in een citaat.\n- > Een citaat in een punt.\n'
    parseInPieces(turns.repeat(300), parse)
    expect(Math.max(...given)).toBeLessThan(2000)
  })

  it.each([
    ['items of one line', '- Een **leerling** bewaart de telefoon in het kluisje.\n'],
    ['items apart', '1. Een *leerling* bewaart de telefoon.\n\n'],
    ['items in items', '- Een leerling bewaart de telefoon.\n  - In het kluisje.\n  - In de tas.\n'],
    ['items with a comment between them', '- Een leerling bewaart de telefoon.\n\n<!-- weg -->\n\n'],
    ['items and code', '- Een leerling bewaart de telefoon.\n```\ncode\n```\n'],
    ['headings underlined', 'De telefoon\n---\n'],
    ['quotations and rules', '> Een leerling bewaart de telefoon.\n---\n'],
    ['quotations and items', '> Een leerling bewaart de telefoon.\n- In de tas.\n'],
  ])('takes the time of its length: %s', (_, item) => {
    const parse = (source: string) => parseInPieces(source, parseWhole)
    expect(growth((times) => item.repeat(times), parse, 400)).toBeLessThan(TOO_FAST)
  })
})

it('a text whose paragraphs and definitions take turns is read once', () => {
  let letters = 0
  const counted = (source: string) => {
    letters += source.length
    return parseWhole(source)
  }
  const source = Array.from({ length: 400 }, (_, i) => `Zie [a${i}] van de school.\n\n[a${i}]: /adres-${i}`).join('\n\n')
  expect(tree(source, (text) => parseInPieces(text, counted))).toEqual(tree(source, parseWhole))
  expect(letters).toBeLessThan(1.5 * source.length)
})
