import { describe, expect, it } from 'vitest'
import { importDocument } from '../../src/import/index.js'
import { inEnglish } from '../support/words.js'
import { docx, numbered, p, run, style } from './word.js'

/** The lines of the policy a document becomes, its ids aside, and what was found of it besides what it does not say. */
async function bring(source: Uint8Array | string) {
  const bytes = typeof source === 'string' ? new TextEncoder().encode(source) : source
  const { value } = await importDocument(bytes, typeof source === 'string' ? 'sleutels.txt' : 'sleutels.docx')
  expect(value?.receipt.unaccounted).toEqual([])
  const text = value?.markdown
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    .replace(/ \{#[a-z0-9-]+ ?([^}]*)\}/g, (_, rest) => (rest ? ` {${rest}}` : ''))
  const findings = value?.receipt.findings.filter(({ rule }) => rule !== 'import/missing') ?? []
  return {
    lines: text
      ?.replace(/\]\(#[^)]*\)/g, ']')
      .split('\n')
      .filter(Boolean),
    findings: findings.map(inEnglish),
  }
}

const ARTICLES = (
  [
    [0, 'decimal', 'Artikel %1'],
    [1, 'decimal', '%2.'],
    [2, 'lowerLetter', '%3.'],
  ] as const
)
  .map(
    ([at, format, text]) =>
      `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/><w:pPr><w:ind w:left="${720 * (at + 1)}" w:hanging="360"/></w:pPr></w:lvl>`,
  )
  .join('')
const NUMBERING = `<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:abstractNum w:abstractNumId="4">${ARTICLES}</w:abstractNum><w:num w:numId="4"><w:abstractNumId w:val="4"/></w:num></w:numbering>`

const BOLD = '<w:b/>'
const indent = (twips: number) => `<w:ind w:left="${twips}"/>`

describe('levels', () => {
  it('articles numbered as the first level of a list are headings, with their members below', async () => {
    const body =
      p('Sleutelreglement', style('Titel')) +
      p(run('Uitgifte', BOLD), numbered(4)) +
      p('De conciërge geeft een sleutel uit.', numbered(4, 1)) +
      p('Hij noteert:', numbered(4, 1)) +
      p('de naam;', numbered(4, 2)) +
      p('de dag.', numbered(4, 2)) +
      p(run('Inname', BOLD), numbered(4)) +
      p('Wie de school verlaat, levert de sleutel in volgens artikel 1, tweede lid, onder a.', numbered(4, 1))
    expect(await bring(docx(body, { 'word/numbering.xml': NUMBERING }))).toEqual({
      lines: [
        '# Uitgifte {label="Artikel 1"}',
        '1. De conciërge geeft een sleutel uit.',
        '2. Hij noteert:',
        '   1. de naam;',
        '   2. de dag.',
        '# Inname {label="Artikel 2"}',
        '1. Wie de school verlaat, levert de sleutel in volgens [artikel 1], [tweede lid], [onder a].',
      ],
      findings: [],
    })
  })

  it('a typed "i." further in than "h." opens a list of its own, and one beside it goes on', async () => {
    const letters = 'abcdefg'.split('').map((letter) => p(`${letter}. sleutel ${letter};`, indent(360)))
    const inner = ['i. een haak;', 'ii. een kast;', 'iii. een boek.'].map((line) => p(line, indent(1080)))
    const body = [...letters, p('h. de conciërge heeft:', indent(360)), ...inner, p('i. de deur gaat dicht.', indent(360))]
    const { lines, findings } = await bring(docx(p('Sleutelreglement', style('Titel')) + body.join('')))
    expect(lines?.slice(7)).toEqual([
      '8. de conciërge heeft:',
      '   1. een haak;',
      '   2. een kast;',
      '   3. een boek.',
      '9. de deur gaat dicht.',
    ])
    expect(findings).toEqual([])
  })

  it('a break in a heading parts no heading in two', async () => {
    const line = '<w:r><w:br/></w:r>'
    const body =
      p('Sleutelreglement', style('Titel')) +
      p(`${run('Uitgifte en')}${line}${run('inname')}`, style('Kop1')) +
      p('De conciërge doet het.') +
      p('Slot', style('Kop1')) +
      p('Dit is het slot.')
    expect(await bring(docx(body))).toEqual({
      lines: ['# Uitgifte en inname', 'De conciërge doet het.', '# Slot', 'Dit is het slot.'],
      findings: [],
    })
  })

  it('labels that begin anew by turns are no lists in lists without end', async () => {
    const bring = (count: number) => {
      const lines = Array.from({ length: count }, (_, i) => `${i % 2 ? 'a' : '1'}. De sleutel ${i} hangt aan de haak.`)
      return importDocument(new TextEncoder().encode(`Sleutelreglement\n\n${lines.join('\n')}\n`), 'sleutels.txt')
    }
    const { value } = await bring(1500)
    expect(value?.receipt.unaccounted).toEqual([])
    expect(value?.markdown).toContain('De sleutel 1499 hangt aan de haak.')
    // More than a policy may have is refused for what it is, and not told as the loss of every word.
    const refused = await bring(4000)
    expect(refused.value).toBeUndefined()
    expect(refused.messages.filter(({ severity }) => severity === 'error')).toMatchObject([
      { rule: 'file/marks', form: 'turns', place: { file: 'sleutels.txt', line: 1 } },
    ])
  })

  it('a list may begin with what was put in between later', async () => {
    const source =
      'Sleutelreglement\n\nInleiding\n\n9a. De sleutel is van de school.\n9b. Ook de haak is dat.\n10. De kast is van de ouders.\n'
    expect(await bring(source)).toEqual({
      lines: [
        '# Inleiding',
        '9. De sleutel is van de school. {label=9a}',
        '10. Ook de haak is dat. {label=9b}',
        '11. De kast is van de ouders. {label=10}',
      ],
      findings: [],
    })
  })
})

describe('an item in another place than its label says', () => {
  it('is one of its list all the same, where the list goes on behind it', async () => {
    const { lines, findings } = await bring(
      'Sleutels\n\n1. Gebruik\n\na. De sleutel blijft op school.\nb. De kluis blijft dicht.\nd. Een code is geheim.\nc. De pas is persoonlijk.\ne. Verlies wordt gemeld.\n',
    )
    expect(lines?.filter((line) => /^\d/.test(line))).toEqual([
      '1. De sleutel blijft op school.',
      '2. De kluis blijft dicht.',
      '3. Een code is geheim. {label=d}',
      '4. De pas is persoonlijk. {label=c}',
      '5. Verlies wordt gemeld. {label=e}',
    ])
    expect(findings).toEqual([
      'Unexpected label "d" after "b", expected the next one',
      'Unexpected label "e" after "c", expected the next one',
    ])
  })
})
