import fc from 'fast-check'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote'
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { toString } from 'mdast-util-to-string'
import { gfmFootnote } from 'micromark-extension-gfm-footnote'
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough'
import { gfmTable } from 'micromark-extension-gfm-table'
import { describe, expect, test } from 'vitest'
import type { DocInline } from '../../../src/present/index.js'
import { renderMarkdown } from '../../../src/render/markdown/index.js'
import { runs } from '../../support/laws.js'
import { doc, heading, item, list, paragraph, text, wording, words } from '../html/build.js'
import { policy, redline } from '../html/sample.js'

const render = (...blocks: Parameters<typeof doc>[0]) => renderMarkdown(doc(blocks), { wording: wording('nl') })
/** The text below the title. */
const body = (...blocks: Parameters<typeof doc>[0]) => render(...blocks).value.replace('# Regeling schoolreizen\n\n', '')

const read = (markdown: string) =>
  fromMarkdown(markdown, {
    extensions: [gfmTable(), gfmFootnote(), gfmStrikethrough()],
    mdastExtensions: [gfmTableFromMarkdown(), gfmFootnoteFromMarkdown(), gfmStrikethroughFromMarkdown()],
  })

/** What a tool for CriticMarkup does, which knows nothing of Markdown. */
const settle = (markdown: string, keep: 'new' | 'old') =>
  markdown
    .replace(/\{\+\+([\s\S]*?)\+\+\}/g, keep === 'new' ? '$1' : '')
    .replace(/\{--([\s\S]*?)--\}/g, keep === 'old' ? '$1' : '')
    .replace(/\s*\{>>[\s\S]*?<<\}/g, '')
const accepted = (markdown: string) => settle(markdown, 'new')
const rejected = (markdown: string) => settle(markdown, 'old')

const squeeze = (value: string) => value.replace(/\s+/g, ' ').trim()

describe('a document as Markdown', () => {
  test('keeps headings, printed numbers and nesting', () => {
    expect(
      body(
        heading(1, '1', 'Doel'),
        list(
          item('a.', [paragraph('Dit geldt:'), list(item('II.', 'op water;'), item('III.', 'in de lucht.'))]),
          item('b.', 'Altijd.'),
        ),
        list(item('4.', 'Vierde.'), item('5.', 'Vijfde.')),
      ),
    ).toBe('## 1 Doel\n\n- a. Dit geldt:\n  - II. op water;\n  - III. in de lucht.\n- b. Altijd.\n\n4. Vierde.\n5. Vijfde.\n')
  })

  test('puts footnotes at its end', () => {
    const note = { type: 'footnote', number: 1, children: [paragraph('Bij de balie.')] } as const
    expect(body(paragraph([text('Meld dit'), note, text('.')]), paragraph('Verder.'))).toBe(
      'Meld dit[^1].\n\nVerder.\n\n[^1]: Bij de balie.\n',
    )
  })

  test('makes one line of every row, with the blocks of a cell below each other', () => {
    const cell = (...sources: string[]) => ({ children: sources.map((source) => paragraph(source)) })
    const table = {
      type: 'table',
      look: 'grid',
      columns: [{ weight: 1 }, { weight: 1, align: 'right' }],
      head: [{ cells: [cell('Reis'), cell('Prijs')] }],
      body: [{ cells: [cell('Kamp', 'drie dagen'), cell('€ 95 | € 105')] }, { cells: [{ ...cell('Samen'), span: 2 }] }],
    } as const
    expect(body(table)).toBe('| Reis | Prijs |\n| - | -: |\n| Kamp<br>drie dagen | € 95 \\| € 105 |\n| Samen | |\n')
  })

  test('sets an anchor only where a link asks for it', () => {
    const link = { type: 'link', target: 'melden', children: [text('3.a')] } as const
    expect(body(paragraph([link], { id: 'eerst' }), paragraph('Meld het.', { id: 'melden' }))).toBe(
      '[3.a](#melden)\n\n<a id="melden"></a>Meld het.\n',
    )
  })

  test('says a link that leads nowhere in words, with a warning', () => {
    const { value, messages } = render(
      paragraph([{ type: 'link', url: 'javascript:alert(1)', children: [text('klik')] }]),
      paragraph([{ type: 'link', target: 'weg', children: [text('zie daar')] }]),
    )
    expect(value).toContain('klik\n\nzie daar\n')
    expect(messages.map(({ rule }) => rule)).toEqual(['link/scheme', 'reference/unresolved'])
  })

  test('has every word of a policy in order', () => {
    const read = renderMarkdown(policy, { wording: wording('nl') }).value
    let from = -1
    for (const words of [
      'Versie',
      'Besluitvorming',
      '## <a id="doel"></a>1 Doel',
      'Op iedere tien',
      'II. ten minste',
      '€ 105',
      '[^1]: Ook',
    ]) {
      const at = read.indexOf(words)
      expect(at, words).toBeGreaterThan(from)
      from = at
    }
  })
})

describe('changes in CriticMarkup', () => {
  test('stand in the words; what the words do not show is said', () => {
    expect(body(paragraph('Op iedere [vijftien/tien] leerlingen.', { change: 'edited' }))).toBe(
      'Op iedere {--vijftien--}{++tien++} leerlingen.\n',
    )
    expect(body(heading(1, '2', 'Onderweg', undefined, { change: 'moved' }))).toBe('## 2 Onderweg {>>verplaatst<<}\n')
    expect(body({ type: 'verbatim', value: 'x', change: 'inserted' })).toBe('{>>nieuw<<}\n\n```\nx\n```\n')
  })

  test('settle to the new and to the old text of a redline', () => {
    const { value } = renderMarkdown(redline, { wording: wording('nl') })
    expect(accepted(value)).toContain('- a. Op iedere tien leerlingen')
    expect(accepted(value)).not.toContain('Restgeld')
    expect(rejected(value)).toContain('- a. Op iedere vijftien leerlingen')
    expect(rejected(value)).toContain('Restgeld gaat naar het schoolplein.')
  })

  const sharp = [
    '{++',
    '++}',
    '{--',
    '--}',
    '{>>',
    '<<}',
    '{~~',
    '{==',
    '==}',
    '+',
    '-',
    '}',
    '{',
    '*',
    '_',
    '`',
    '[',
    '](x)',
    '<b>',
    '|',
    '#',
    '1.',
    '&amp;',
    '\\',
    '~~',
    ' ',
  ]
  const value = fc
    .array(fc.constantFrom(...sharp, 'leerling', 'mag', 'niet'), { minLength: 1, maxLength: 7 })
    .map((parts) => parts.join(''))
    .filter((source) => source.trim() !== '')

  test('no text is taken for a mark or for markup', () => {
    fc.assert(
      fc.property(value, (source) => {
        const markdown = body(paragraph([text(source)]))
        for (const result of [markdown, accepted(markdown), rejected(markdown)])
          expect(squeeze(toString(read(result)))).toBe(squeeze(source))
        const kinds = new Set(
          read(markdown).children.flatMap((node) => ('children' in node ? node.children.map(({ type }) => type) : [node.type])),
        )
        expect([...kinds]).toEqual(['text'])
      }),
      { seed: 20250301, numRuns: runs(150) },
    )
  })

  test('accepting gives the new words and rejecting the old ones, whatever they are', () => {
    fc.assert(
      fc.property(value, value, value, value, (start, was, becomes, end) => {
        const content: DocInline[] = [
          text(`a${start}`),
          { type: 'deletion', children: [text(was)] },
          { type: 'insertion', children: [text(becomes)] },
          text(`${end}z`),
        ]
        const markdown = body(paragraph(content))
        expect(squeeze(toString(read(accepted(markdown))))).toBe(squeeze(`a${start}${becomes}${end}z`))
        expect(squeeze(toString(read(rejected(markdown))))).toBe(squeeze(`a${start}${was}${end}z`))
      }),
      { seed: 20250301, numRuns: runs(150) },
    )
  })

  test('a line that opens with inserted words stays a paragraph when they are accepted', () => {
    for (const opening of ['1. ', '# ', '- ', '> ']) {
      const markdown = accepted(body(paragraph(words(`[/${opening}Vraag toestemming.]`))))
      expect(read(markdown).children.map(({ type }) => type)).toEqual(['paragraph'])
    }
  })
})
