import { describe, expect, it } from 'vitest'
import { importDocument } from '../../src/import/index.js'
import { resolve } from '../../src/resolve/index.js'

const RULES = [
  'De sleutel hangt achter de balie.',
  'Wie een fiets leent, zet die op slot.',
  'Een kapotte band meldt u.',
  'Het hek gaat om acht uur open.',
]

/** The rules with these labels in front, two below each heading: as they are printed again, and what was found but for what is missing. */
async function brought(headings: readonly [string, string], labels: readonly string[], rules: readonly string[] = RULES) {
  const lines = rules.map((rule, i) => `${labels[i]} ${rule}`)
  const source = ['Fietsregeling', headings[0], ...lines.slice(0, 2), headings[1], ...lines.slice(2)].join('\n\n')
  const { value } = await importDocument(new TextEncoder().encode(`${source}\n`), 'fietsen.txt')
  if (!value) throw new Error('The source was not read')
  const items = resolve(value.policy).value.clauses.filter(({ node }) => node.type === 'item')
  return {
    labels: items.map(({ label }) => label),
    count: items.length,
    markdown: value.markdown,
    findings: value.receipt.findings.filter(({ rule }) => rule !== 'import/missing').map(({ rule }) => rule),
  }
}

describe('what a part is called, in front of the number of a sentence', () => {
  it.each([
    ['1. Gebruik', '2. Toegang', ['§ 1.1', '§ 1.2', '§ 2.1', '§ 2.2'], ['§ 1.1', '§ 1.2', '§ 2.1', '§ 2.2']],
    ['Hoofdstuk 1 Gebruik', 'Hoofdstuk 2 Toegang', ['§1.1', '§1.2', '§2.1', '§2.2'], ['§ 1.1', '§ 1.2', '§ 2.1', '§ 2.2']],
    ['1. Gebruik', '2. Toegang', ['Lid 1.', 'Lid 2.', 'Lid 1.', 'Lid 2.'], ['Lid 1', 'Lid 2', 'Lid 1', 'Lid 2']],
    [
      'Hoofdstuk 1 Gebruik',
      'Hoofdstuk 2 Toegang',
      ['Artikel 1.', 'Artikel 2.', 'Artikel 3.', 'Artikel 4.'],
      ['Artikel 1', 'Artikel 2', 'Artikel 3', 'Artikel 4'],
    ],
    [
      '1. Use',
      '2. Access',
      ['Section 1.1:', 'Section 1.2:', 'Section 2.1:', 'Section 2.2:'],
      ['Section 1.1', 'Section 1.2', 'Section 2.1', 'Section 2.2'],
    ],
  ])('%s, %s: %j', async (one, two, given, printed) => {
    expect(await brought([one, two], given)).toMatchObject({ labels: printed, findings: [] })
  })

  it('is what a text refers to', async () => {
    const rules = [...RULES.slice(0, 3), 'Het hek gaat om acht uur open, zie artikel 2.']
    const { markdown, findings } = await brought(
      ['Hoofdstuk 1 Gebruik', 'Hoofdstuk 2 Toegang'],
      ['Artikel 1.', 'Artikel 2.', 'Artikel 3.', 'Artikel 4.'],
      rules,
    )
    expect(markdown).toMatch(/zie artikel \[2\]\(#[a-z-]+\)\./)
    expect(findings).toEqual([])
  })

  it.each([
    ['that does not count on', ['Artikel 3', 'Artikel 9', 'Artikel 4', 'Artikel 1']],
    ['that only some sentences have', ['Artikel 1', 'Artikel 2', '', '']],
  ])('is a word of its sentence where it is a number %s', async (_, given) => {
    expect((await brought(['Gebruik', 'Toegang'], given)).count).toBe(0)
  })

  it('is one where the sentence goes on in small letters', async () => {
    const rules = [
      'van de wet gaat over fietsen.',
      'van de wet gaat over sloten.',
      'van de wet gaat over banden.',
      'van de wet gaat over hekken.',
    ]
    expect((await brought(['Gebruik', 'Toegang'], ['Artikel 1', 'Artikel 2', 'Artikel 3', 'Artikel 4'], rules)).count).toBe(0)
  })
})
