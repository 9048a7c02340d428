import { describe, expect, it } from 'vitest'
import { readPolicy } from '../../src/read/index.js'

const found = (body: string) => {
  const { messages } = readPolicy(`# Regels {#regels}\n\nEen zin. {#zin}\n\n${body}\n`, 'a.md')
  const [first, ...more] = messages.filter(({ severity }) => severity === 'error')
  expect(more).toEqual([])
  return first && `${first.place?.line} ${first.rule}${first.form === undefined ? '' : `.${first.form}`}`
}

describe('what no text for people has is refused with one message', () => {
  it.each([
    ['a word without end', `Een ${'a'.repeat(19_000)} woord`, '5 file/run.letters'],
    ['blanks', `Een ${' \t\u00a0'.repeat(5000)} woord`, '5 file/run.blanks'],
    ['dots', `Zie ${'.'.repeat(10_000)} 4`, '5 file/run.signs'],
    ['escaped dots', `Zie ${'\\.'.repeat(4000)}`, '5 file/run.signs'],
    ['backslashes', `Zie ${'\\'.repeat(4000)}`, '5 file/run.signs'],
    ['brackets of all kinds', `Zie ${'[({'.repeat(4000)}`, '5 file/run.signs'],
    ['accents on accents', `Een l${'\u0301\u0302'.repeat(100_000).slice(0, 19_000)}`, '5 file/run.marks'],
    [
      'emphasis in emphasis',
      Array.from({ length: 120 }, (_, i) => (i % 2 === 0 ? '*a' : '**b')).join(' ') +
        Array.from({ length: 120 }, (_, i) => (i % 2 === 0 ? '**' : '*')).join(' c'),
      '5 file/depth.marks',
    ],
    ['marks that nothing closes', `${'*a **b '.repeat(2500)}`, '5 file/marks.marks'],
    ['instructions in a line', `${'a<? '.repeat(4500)}\n`.repeat(3), '5 file/marks.marks'],
    ['lines of almost nothing', '- a\n\n'.repeat(20_001), '1 file/lines.text'],
    ['items without end', `${'- Een punt.\n'.repeat(2)}`.repeat(5000), '1 file/lines.blocks'],
    ['headings without end', '# Kop\n'.repeat(5001), '1 file/lines.blocks'],
    [
      'rows without end',
      `|${' a |'.repeat(15)}\n|${'---|'.repeat(15)}\n${`|${' b |'.repeat(15)}\n`.repeat(3400)}`,
      '1 file/lines.blocks',
    ],
    [
      'cells without end',
      `|${' a |'.repeat(9)}\n|${'---|'.repeat(9)}\n${`|${' b |'.repeat(9)}\n`.repeat(2780)}`,
      '1 file/lines.blocks',
    ],
    ['rows of which one is wide', `| a |\n|---|\n${'| b |\n'.repeat(1700)}|${' c |'.repeat(20)}\n`, '1 file/lines.blocks'],
    ['tables of three rows without end', '| a |\n|---|\n| b |\n| c |\n\n'.repeat(2500), '1 file/lines.blocks'],
    ['blank lines without end', `Een${'\n'.repeat(80_001)}einde`, '1 file/lines.blank'],
    [
      'a table of ninety thousand cells',
      `|${' a |'.repeat(6)}\n|${'---|'.repeat(6)}\n${`|${' een |'.repeat(6)}\n`.repeat(15_000)}`,
      '5 file/marks.cells',
    ],
    ['tables by the thousand', '| a | b |\n| - | :-: |\n| c | d |\n\n'.repeat(3334), '1 file/marks.tables'],
    ['a quotation that goes on for thousands of lines', `> Een citaat\n${'gaat verder\n'.repeat(5001)}`, '5 file/marks.lines'],
    ['marks without end in paragraphs of a few', '*a* _b_ [c](d) `e`\n\n'.repeat(15_100), '12503 file/marks.text'],
    ['images without end', `${'![a](b) '.repeat(20)}\n\n`.repeat(1200), '1005 file/marks.parsed'],
    ['quotations in items without end', '- > Een punt.\n'.repeat(5001), '5005 file/marks.parsed'],
    ['signs by their names', `${'&eacute; '.repeat(20)}\n\n`.repeat(6001), '5003 file/marks.text'],
    ['quotations in each other without end', '> > > > > > > a\n\n'.repeat(17_200), '14289 file/marks.text'],
    ['lists that begin in lists', '- 1. > a\n\n'.repeat(6000), '1 file/marks.containers'],
    ['items under ever another mark', '- a\n* b\n+ c\n1. d\n'.repeat(376), '1 file/marks.turns'],
    ['items in an item under ever another mark', `- a\n${'  - a\n  * b\n  + c\n'.repeat(501)}`, '1 file/marks.turns'],
    ['definitions of links', '[a]: b\n\n'.repeat(5001), '1 file/marks.definitions'],
    ['definitions in a list', '- [^a]: b\n'.repeat(5001), '1 file/marks.definitions'],
  ])('%s', (_, body, expected) => expect(found(body)).toBe(expected))

  it('nor is front matter of thousands of keys', () => {
    const front = (count: number) => Array.from({ length: count }, (_, i) => `k${i}: x\n`).join('')
    const { messages } = readPolicy(`---\ntitle: Regels\nlang: nl\n${front(4000)}---\n\nEen regel.\n`, 'a.md')
    expect(messages.map(({ rule, form }) => `${rule}.${form}`)).toEqual(['file/lines.front'])
  })

  it('and what some texts have is not', () => {
    expect(found(`Naam: ${'_'.repeat(120)} datum: ${'.'.repeat(200)}`)).toBeUndefined()
    // Escaped, as the writer of a policy leaves it.
    expect(found(`Naam: ${'\\_'.repeat(400)}`)).toBeUndefined()
    expect(found('De **leerling** leest [de regels](https://example.org) en `code`. '.repeat(150))).toBeUndefined()
    expect(found(`| a | b |\n|---|---|\n${'| een | twee |\n'.repeat(2000)}`)).toBeUndefined()
    expect(found('| a | b |\n|---|---|\n| een | twee |\n\n'.repeat(3300))).toBeUndefined()
    // Twenty-five thousand cells: fifty on each of five hundred pages.
    expect(found(`|${' a |'.repeat(9)}\n|${'---|'.repeat(9)}\n${`|${' b |'.repeat(9)}\n`.repeat(2770)}`)).toBeUndefined()
    expect(found('- Een regel van een heel lange lijst.\n\n'.repeat(9900))).toBeUndefined()
    expect(found('> - Een lijst in een citaat.\n'.repeat(4000))).toBeUndefined()
    expect(found(`- Een punt.\n| a |\n| - |\n`.repeat(3333))).toBeUndefined()
    expect(found('- 1. Een lijst in een lijst.\n'.repeat(500))).toBeUndefined()
    // Of thirty thousand laws and policies the most had 153.
    expect(found('- Een punt.\n\n1. Een lid.\n'.repeat(750))).toBeUndefined()
    expect(found('1. Een lid:\n   - Een punt.\n'.repeat(4000))).toBeUndefined()
    expect(found('* * *\n\n'.repeat(9900))).toBeUndefined()
    expect(found('Een **begrip** van [het woord](https://example.org). {#a}\n\n'.repeat(7100))).toBe(undefined)
    expect(found('Kwaliteit\u0301 en e\u0301e\u0301n.')).toBeUndefined()
  })

  it('a footnote that marks itself is read like any other', () => {
    const { value } = readPolicy('Tekst[^a].\n\n[^a]: Zie[^b].\n\n[^b]: Zie[^a].\n', 'a.md')
    expect(value.notes).toHaveLength(2)
  })
})
