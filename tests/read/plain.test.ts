import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseMarkdown, parseWhole } from '../../src/read/markdown.js'
import { parsePlainFirst } from '../../src/read/plain.js'
import { runs } from '../support/laws.js'

/** The tree without the order of its keys and without the root's own position, which nothing uses. */
const tree = (source: string, parse: typeof parseMarkdown) => JSON.parse(JSON.stringify(parse(source).children))

const both = (source: string): void => {
  expect(tree(source, parseMarkdown)).toEqual(tree(source, parseWhole))
}

const root = fileURLToPath(new URL('../..', import.meta.url))
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.md') && /^(?:policies|docs|README|templates)/.test(file),
)

describe('plain blocks', () => {
  it.each(files)('give the tree the parser gives: %s', (file) => {
    const source = readFileSync(join(root, file), 'utf8')
    both(source.replace(/^---\n[\s\S]*?\n---\n/, (front) => '\n'.repeat(front.split('\n').length - 1)))
  })

  it.each([
    ['a list that goes on after a blank line', 'Tekst.\n\n1. een\n\n2. twee\n\nTekst.\n'],
    ['a paragraph inside an item', '- een\n\n  twee\n\ndrie\n'],
    ['an indented paragraph below a list', '- een\n- twee\n\n    code?\n\nslot\n'],
    ['a setext heading', 'Kop\n===\n\ntekst\n'],
    ['a table', 'a | b\n--|--\nc | d\n\ntekst\n'],
    ['a note and its mark', 'Eerst.\n\nMark[^a].\n\n[^a]: Noot\n\n    gaat door\n\nslot {#slot}\n'],
    ['a definition used before it', 'Zie [x].\n\nGewoon.\n\n[x]: https://example.org\n'],
    ['fenced code with blank lines', '```\n\n# geen kop\n\n```\n\ntekst\n'],
    ['a comment with blank lines', '<!--\n\n# geen kop\n\n-->\n\ntekst\n'],
    ['a quotation with a lazy line', '> een\ntwee\n\ndrie\n'],
    ['closing marks of a heading', '# Kop #\n\n## Kop ##\n\n# C#\n'],
    ['lists of other marks', '- een\n\n* twee\n\n+ drie\n\n1) vier\n\n1. vijf\n'],
    ['numbers that are no list', '1990. was een jaar\n\n2 dagen\n\n1.2 tekst\n'],
    ['ends without a line end', '# Kop\n\ntekst'],
    ['blanks at the end of lines', '# Kop \n\ntekst  \nmeer\n\n- een \n'],
    ['attributes of every kind', '# Kop {#kop .a b=c}\n\ntekst {#tekst}\nmeer\n\n- een {#een}\n- twee {.b}\n\nslot {x="y z"}\n'],
    ['long underlines and rules', `Kop\n${'-'.repeat(60)}\n\ntekst\n\n${'* '.repeat(60)}\n\nslot\n`],
    ['only blank lines', '\n\n\n'],
    ['a list with lists and paragraphs in its items', '- een\n  gaat door\n\n  meer\n  1. twee\n  2. drie\n\n- vier\n'],
    ['a list that another number cannot begin', '- een\n  2. twee\n'],
    ['lists of other marks in an item', '- een\n  - twee\n  1. drie\n'],
    ['a quotation of a list and of another quotation', '> Een:\n>\n> > twee\n>\n> - drie\n>   - vier\n\nslot\n'],
    ['a quotation with a list that ends in it', '> - een\n>\n> twee\n\n    code\n\n> 2. drie\n'],
    ['emphasis that is none', '**a**b *a *b* ***c*** (**d)** **e**\n'],
    ['emphasis and links', '**Een**: *twee* (**drie**), [](#vier) en [de vijfde](https://a.nl/b_c).\n'],
    ['a note that goes on', '[^a]: een\n\n    twee\n\nmark[^a]\n'],
    ['a bracket and a caret before a mark', 'Een[^b] \\[^[^a].\n\n[^a]: noot\n\n[^b]: noot\n'],
    ['notes marked in a note and in code', 'Een[^a].\n\n[^a]: zie[^b]\n\n[^b]: noot\n\n`[^a]`\n'],
    ['a note marked by nothing, and a mark of none', 'Een[^x].\n\n[^a]: noot\n\n    code\n'],
    ['names to fill in, and a sign', '{{school}} en A & B {#a}\n'],
    ['a page of the web below', 'Een\n\n- twee\n  - drie\n\n<div>\n\n# vier\n'],
    ['a byte order mark below blank lines', '\n\ufeff# geen kop\n\ntekst\n'],
    ['code and what is struck', '`a`, `b c` en ~~weg~~ (``d``) ~e~ `f|g` ` h`\n\n`i` ~~j~~k\n'],
    ['signs that begin nothing', 'a < b, <? en <(c), d <\n\n<1@b.nl> <?@b.nl> <? e\nf ?> g\n\n<? h\n'],
    ['a line of a blank that is none', 'een\n\u00a0\ntwee\n'],
    ['links with titles', '[a](b "c d") [a](b "") [a](b "c\\"") [a](b \'c\') [a](b (c)) [a](b "c" ) [a](b "c"d)\n'],
    ['what is an entity and what is not', 'a&b c&d;e &amp; &nope; &#65; &#x41; &; &# f?a=1&b=2 AT&T\n'],
    ['a table with attributes below it', '| a | b |\n|---|--:|\n| c | **d** {#r} |\n| {#s} |e |\n{#t .u}\n\nslot\n'],
    ['tables of other shapes', '|a|\n|:-:|\n||\n\n| a | b |\n| - |\n\n| a |\n| - |\nb\n\n| a | b\n|-|-|\n\n a | b\n-|-\n'],
    ['signs in cells', '| `a | b` | \\| |\n|-|-|\n| - a | # b |\n| 1. c | > d |\n| [e](f "g") | [^h] |\n'],
    [
      'a table in a list and in a quotation',
      '- een\n\n  | a |\n  |---|\n  | b |\n\n> | a |\n> |---|\n> | b |\n\n1. twee\n\n| a |\n|---|\n',
    ],
  ])('leave to the parser what is not plain: %s', (_, source) => both(source))

  it.each([
    ['comments part them', '- punt\n\n<!-- terzijde -->\n\n'],
    ['rules part them', 'punt\n\n***\n\n- punt\n\n* * *\n\n'],
    ['they are tables', '| a | **b** |\n| --- | :-: |\n| - c | {#d} |\n| | 1. [e](#f) |\n{#g}\n\n'],
    ['a sign of code stands alone', 'Een ` staat hier\nen verder.\n\n| a | b |\n|---|---|\n| `c | d` | e |\n\n'],
    ['tables stand in items', '- | a | b |\n  | - | - |\n  | c | d |\n- een\n\n  | a |\n  |---|\n  | b |\n  {#t}\n\nslot\n\n'],
    ['they are images', '![een foto](http://b.nl/c.png)\n\nZie ![](d.png "e f"): ![g](h)!\n\n'],
    [
      'signs are escaped',
      '1\\. De \\*ster\\*: \\_\\_ {#a}\n\n- punt\\!\n\nslot\n\n| a \\| b | \\\\ |\n|---|---|\n| \\* | \\| |\n\n',
    ],
    ['upright lines part words', 'Eerst | dan\nen | slot\n\n- punt | komma\n\n# Kop | kop\n\n'],
    [
      'lines go on from the margin',
      '- een\ngaat door\n- twee\n  - drie\nvan *drie*\nen drie\n\n    meer\nen meer\n\nslot\n\n> 1. vier\n> van vier\n> 2. vijf\n\nslot\n\n',
    ],
    [
      'lists of other marks stand in an item',
      '1. een\n   1. twee\n   2. drie\n   1) vier\n   - vijf\n\n   1. zes\n      - zeven\n   1) acht\n2. negen\n\nslot\n\n',
    ],
    ['links have titles', '[a](http://b.nl?c=d "e f") en g & h, http://b.nl?i=j&k=l.\n\n'],
  ])('leave next to nothing to the parser where %s', (_, unit) => {
    let left = 0
    const parse = (source: string) => {
      left += source.length
      return parseWhole(source)
    }
    parsePlainFirst(unit.repeat(1000), parse)
    expect(left).toBeLessThan(10)
  })

  it('are the same for whatever is written', () => {
    const line = fc.oneof(
      {
        weight: 4,
        arbitrary: fc.constantFrom(
          'Een gewone zin.',
          'woord',
          '"aangehaald" (en meer)',
          'é€§ 12 dagen',
          'zin {#id}',
          'zin {#a .b c=d}',
          '**Een** zin[^n], *twee*.',
          '[](#y) {#id}',
          'met `code` en ~~weg~~',
          'een ` die niets begint',
          '<!-- terzijde -->',
          '<!-- a --> b -->',
          'a < b en <? c',
          '***',
          '* * *',
          '- - -',
          '____',
          'a & b, c&d en ?a=1&b=2',
          '[x](#y "z")',
          '![foto van x](a/b.png "z")',
          'zie ![](b.png)! En ![c](d_e.png) {#foto}',
          '| a | b |\n| --- | :-: |\n| c | [d](#e) |',
          '| a |\n|---|\n| b |\n{#t}',
          'De \\*ster\\*, 1\\. en \\_\\_ {#id}',
          'eerst | dan',
          'naam: \\(*x*\\) \\[a\\](b) c\\\\ d\\&amp;',
        ),
      },
      {
        weight: 2,
        arbitrary: fc.constantFrom(
          '# Kop',
          '## Kop {#kop}',
          '### 1.2 Kop',
          '- punt',
          '- punt {#p}',
          '1. lid',
          '2. lid {#l}',
          '7) lid',
          '* ster',
          '  - genest',
          '  1. genest',
          '   - genest',
          '    - diep *x*',
          '> citaat',
          '> - punt',
          '>   - punt',
          '>',
          '[^n]: noot',
          '[^m]: noot[^n]',
        ),
      },
      {
        weight: 2,
        arbitrary: fc.constantFrom(
          '  ingesprongen',
          '    code',
          '---',
          '===',
          '| a | b |',
          '|---|---|',
          '*nadruk*',
          '[x](#y)',
          'a_b_',
          'x[^n]',
          'let op![^n] ![x] \\![x](#y) ![a *b*](#y)',
          '[![x](#y)](#z) ![x](<#y>) !',
          '[d]: /url',
          '<!-->',
          '<!--->',
          '<!---->',
          '<!-- open',
          'dicht -->',
          '- <!-- in een punt -->',
          '  <!-- ingesprongen -->',
          '    <!-- code -->',
          '\\# geen kop',
          'a\\*b* \\![x](#y) \\`z` e\\',
          'Een \\| twee | drie',
          '-|-',
          ':-: | :-:',
          'a &amp; b',
          '~~weg~~',
          '`code`',
          '`co``de`',
          'eind ?> hier',
          '<1@b.nl>',
          '1.',
          '-',
          'eind  ',
          'tab\ttab',
          '# Kop #',
        ),
      },
      { weight: 1, arbitrary: fc.string({ maxLength: 12 }).map((text) => text.replace(/[\r\n]/g, ' ')) },
    )
    const source = fc
      .array(fc.tuple(line, fc.constantFrom('\n', '\n\n', '\n\n\n')), { maxLength: 12 })
      .map((parts) => parts.flat().join(''))
    fc.assert(fc.property(source, both), { seed: 20261121, numRuns: runs(150) })
  })

  it('are the same for whatever stands in a table', () => {
    const cell = fc.oneof(
      fc.constantFrom(
        '',
        ' ',
        'a',
        ' b ',
        '  c d\t',
        ' **e** ',
        '*f',
        ' [g](#h) ',
        ' [](#i) {#j} ',
        '{#k}',
        ' {#l .m} ',
        ' n {#o} p ',
        ' `q` ',
        '`q ',
        ' r`',
        '`s``t ',
        '-',
        ' --- ',
        ':-:',
        ' 1. r',
        ' # s ',
        ' > t',
        ' <b>',
        '\\',
        ' \\| ',
        'a \\| b\\\\',
        '\\_\\*c\\*',
        '\\\\\\| d',
        ' [^n] ',
        '&amp;',
        ' u & v ',
        '{{w}}',
        ' <? ',
        ' ?> ',
      ),
      fc.string({ maxLength: 6 }).map((text) => text.replace(/[\r\n]/g, ' ')),
    )
    const row = fc
      .tuple(
        fc.array(cell, { minLength: 1, maxLength: 3 }),
        fc.constantFrom('|', '|', '|', ''),
        fc.constantFrom('|', '|', '|', '', '| '),
      )
      .map(([cells, before, after]) => before + cells.join('|') + after)
    const delimiter = fc.array(fc.constantFrom('-', ' --- ', ':-:', ' -:', ':-- ', ' '), { minLength: 1, maxLength: 3 })
    const table = fc
      .tuple(
        row,
        delimiter,
        fc.array(fc.oneof({ weight: 6, arbitrary: row }, fc.constantFrom('{#t}', '{.u v=w}', 'x', '- y', '> z')), {
          maxLength: 4,
        }),
      )
      .map(([head, dashes, rows]) => [head, `|${dashes.join('|')}|`, ...rows])
    const inside = fc.constantFrom(
      ['', ''],
      ['', ''],
      ['- ', '  '],
      ['1. ', '   '],
      ['- een\n  - ', '    '],
      ['- een\n\n  ', '  '],
      ['> ', '> '],
    )
    const placed = fc.tuple(table, inside).map(([lines, [first, further]]) => first + lines.join(`\n${further}`))
    const around = fc.constantFrom(
      '',
      '\n',
      '\n\n',
      'een\n',
      'een\n\n',
      '- punt\n\n',
      '- punt',
      '  meer',
      '\n  meer\n',
      '> citaat\n',
      '[^n]: noot\n\n',
    )
    fc.assert(
      fc.property(fc.tuple(around, placed, around), (parts) => both(parts.join('\n'))),
      { seed: 20261123, numRuns: runs(200) },
    )
  })
})
