import { describe, expect, it } from 'vitest'
import { importDocument } from '../../src/import/index.js'
import { resolve } from '../../src/resolve/index.js'
import { docx } from './word.js'

const RULES = ['De zaal sluit om elf uur.', 'Stoelen gaan terug op hun plaats.', 'Honden zijn welkom.', 'Het hek blijft dicht.']

/** What a text file with these lines becomes: the labels of its items, and what was found but for what is missing. */
async function brought(lines: readonly string[]) {
  const source = ['Zaalregels', ...lines].join('\n\n')
  const { value } = await importDocument(new TextEncoder().encode(`${source}\n`), 'zaal.txt')
  if (!value) throw new Error('The source was not read')
  const { clauses } = resolve(value.policy).value
  return {
    labels: clauses.filter(({ node }) => node.type === 'item').map(({ label }) => label),
    count: clauses.length,
    findings: value.receipt.findings.filter(({ rule }) => rule !== 'import/missing').map(({ rule }) => rule),
  }
}

const labelled = (labels: readonly string[]): string[] => labels.map((label, i) => `${label} ${RULES[i]}`)

describe('labels that only count among others of their kind', () => {
  it.each([
    [
      ['R1', 'R2', 'R3', 'R4'],
      ['R1', 'R2', 'R3', 'R4'],
    ],
    [
      ['#1', '#2', '#3', '#4'],
      ['#1', '#2', '#3', '#4'],
    ],
    [
      ['[1]', '[2]', '[3]', '[4]'],
      ['1', '2', '3', '4'],
    ],
    [
      ['1/', '2/', '3/', '4/'],
      ['1', '2', '3', '4'],
    ],
    [
      ['1-1', '1-2', '2-1', '2-2'],
      ['1-1', '1-2', '2-1', '2-2'],
    ],
    [
      ['1a', '1b', '2a', '2b'],
      ['1a', '1b', '2a', '2b'],
    ],
    [
      ['1.a', '1.b', '1.c', '2.a'],
      ['1.a', '1.b', '1.c', '2.a'],
    ],
    [
      ['1e', '2e', '3e', '1e'],
      ['1e', '2e', '3e', '1e'],
    ],
    [
      ['1st', '2nd', '3rd', '4th'],
      ['1st', '2nd', '3rd', '4th'],
    ],
  ])('%j', async (given, printed) => {
    expect(await brought(labelled(given))).toEqual({ labels: printed, count: 4, findings: [] })
  })

  it.each([
    ['that do not count on', ['R7', 'R2', 'R9', 'R4']],
    ['of which there are two', ['R1', 'R2', 'Aan', 'Voor']],
    ['of years', ['2021/', '2022/', '2023/', '2024/']],
    ['of results', ['3-1', '2-0', '1-4', '5-5']],
    ['of classes', ['4e', '5e', '6e', '8e']],
  ])('are words where they are labels %s', async (_, given) => {
    expect(await brought(labelled(given))).toMatchObject({ labels: [] })
  })

  it('are no labels where the text has them as marks of its notes', async () => {
    const lines = [
      'De zaal is gesloten bij onweer [1] en bij storm [2], en ook na elf uur [3].',
      ...labelled(['[1]', '[2]', '[3]']),
    ]
    expect(await brought(lines)).toMatchObject({ labels: [] })
  })

  it.each([[['Rule 1:', 'Rule 2:', 'Rule 3:', 'Rule 4:']], [['#1', '#2', '#3', '#4']], [['1e', '2e', '3e', '4e']]])(
    'begin a line of a text that is wrapped: %j',
    async ([a, b, c, d]) => {
      const lines = [
        `${a} Wie de zaal huurt, laat die achter zoals hij was, met alle stoelen en`,
        'tafels op hun plaats.',
        `${b} Wie iets stuk maakt, meldt dat dezelfde avond aan de beheerder die dan`,
        'dienst heeft.',
        `${c} Wie de sleutel verliest, betaalt een nieuw slot en ook de uren van wie`,
        'het vervangt.',
        `${d} Het hek blijft dicht en de fietsen staan in de rekken die naast de hal`,
        'daarvoor zijn.',
      ]
      expect(await brought([lines.join('\n')])).toEqual({
        labels: [a, b, c, d].map((label) => label?.replace(':', '')),
        count: 4,
        findings: [],
      })
    },
  )
})

it('count before tabs of a Word file, too', async () => {
  const rules = RULES.map((rule, i) => [`${1 + Math.floor(i / 2)}-${1 + (i % 2)}`, rule])
  const tabbed = ([label, rule]: readonly string[]) =>
    `<w:p><w:r><w:t>${label}</w:t></w:r><w:r><w:tab/></w:r><w:r><w:t>${rule}</w:t></w:r></w:p>`
  const { value } = await importDocument(
    docx(`<w:p><w:r><w:t>Zaalregels</w:t></w:r></w:p>${rules.map(tabbed).join('')}`),
    'zaal.docx',
  )
  if (!value) throw new Error('The source was not read')
  const { clauses } = resolve(value.policy).value
  expect(clauses.filter(({ node }) => node.type === 'item').map(({ label }) => label)).toEqual(rules.map(([label]) => label))
})
