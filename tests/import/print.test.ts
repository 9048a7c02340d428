import { describe, expect, it } from 'vitest'
import { type Imported, importDocument } from '../../src/import/index.js'
import { isClause } from '../../src/import/outline/build.js'
import { outline } from '../../src/import/outline.js'
import { metadataDifferences, missingFragments, printDifferences, printedWith } from '../../src/import/witness.js'
import { plainText } from '../../src/model/index.js'
import { readPolicy } from '../../src/read/index.js'
import { resolve } from '../../src/resolve/index.js'
import { readText } from '../../src/sources/text/text.js'

const bring = async (text: string, names: readonly string[] = []): Promise<Imported> => {
  const { value } = await importDocument(new TextEncoder().encode(text), 'regels.txt', { names })
  if (!value) throw new Error('not read')
  return value
}

/** Label and words of every clause, as printed. */
const printed = ({ policy }: Imported): string[] =>
  resolve(policy).value.clauses.map(({ label, node }) => [label, plainText(node)].filter(Boolean).join(' '))

const TEXT = `Kluisprotocol

Versie: 1.2

Artikel 1 Sleutels

1.1 Elke leerling krijgt een sleutel van de conciërge.
1.2 Wie hem kwijtraakt, betaalt een nieuwe, zie artikel 1.1.

Artikel 2 Toezicht

De conciërge past artikel 1.2 toe.
`

describe('a reference in a document', () => {
  it('prints as it stood, with the label of its unit only once', async () => {
    const imported = await bring(TEXT)
    expect(printed(imported)).toEqual([
      'Artikel 1 Sleutels',
      '1.1 Elke leerling krijgt een sleutel van de conciërge.',
      '1.2 Wie hem kwijtraakt, betaalt een nieuwe, zie artikel 1.1.',
      'Artikel 2 Toezicht',
      'De conciërge past artikel 1.2 toe.',
    ])
    expect(imported.markdown).toContain('](#')
    expect(imported.receipt.findings.filter(({ rule }) => rule === 'import/differs')).toEqual([])
  })

  it.each([
    'De Leerplichtwet 1969, artikel 1, geldt.',
    'De school past artikel 1 van de AVG toe.',
    'De school past artikel 2, eerste lid, van de Wet op het primair onderwijs toe.',
    'De school past artikel 1 AVG toe, en de artikelen 1 en 2 van de AVG.',
    'Volgens de statuten, artikel 2, beslist de raad.',
    'Section 2 of the Children Act 1989 applies.',
  ])('to another law is left alone: %s', async (sentence) => {
    const { markdown } = await bring(TEXT.replace('De conciërge past artikel 1.2 toe.', sentence))
    expect(markdown).toContain(sentence)
  })
})

describe('labels', () => {
  it.each([
    ['9.', '9a.', '10.'],
    ['9)', '9bis)', '10)'],
    ['1.)', '2.)', '3.)'],
    ['1°', '2°', '3°'],
  ])('of a list are %s %s %s', async (...labels) => {
    const items = labels.map((label, i) => `${label} Regel ${'abc'[i]} geldt op het plein en in de gang.`).join('\n')
    const list = printed(await bring(`Pleinregels\n\n1. Regels\n\nHier geldt:\n\n${items}\n`)).slice(-3)
    expect(list).toEqual(
      labels.map((label, i) => `${label.replace(/[.)°]+$/, '')} Regel ${'abc'[i]} geldt op het plein en in de gang.`),
    )
  })

  it.each(['8.30 uur begint de les.', '1.000 euro kost de reis.', '2.500 euro is het meest.', '14. augustus is een dag.'])(
    'are no amounts, times or days: %s',
    async (line) => {
      expect(printed(await bring(`Pleinregels\n\n1. Regels\n\n${line}\n\nDaarna is het stil op het plein.\n`))).toContain(line)
    },
  )
})

describe('the source beside what is printed', () => {
  const source = readText(TEXT)
  const found = outline(source, [])
  const clausesOf = async (change: (markdown: string) => string) => {
    const { policy } = await bring(TEXT)
    const { markdown } = await bring(TEXT)
    expect(change(markdown)).not.toBe(markdown)
    return printedWith(found.pieces, readPolicy(change(markdown), policy.file).value)
  }

  it.each([
    ['a word', (text: string) => text.replace('nieuwe, zie', 'nieuwe sleutel, zie'), 'nieuwe sleutel, zie'],
    ['a label', (text: string) => text.replace('label="Artikel 2"', 'label="Artikel 3"'), 'Artikel 3 Toezicht'],
    ['a reference', (text: string) => text.replace('[](#', '[1.3](#'), '1.3.'],
  ])('tells where %s differs, with both texts', async (_, change, part) => {
    const findings = printDifferences(found.pieces, await clausesOf(change), source)
    expect(findings).toHaveLength(1)
    expect(findings[0]).toMatchObject({
      rule: 'import/differs',
      values: { printed: expect.stringContaining(part), source: expect.not.stringContaining(part) },
    })
  })

  it('tells a clause that stands elsewhere', async () => {
    const clauses = await clausesOf((text) => `${text} `)
    const [first, ...rest] = found.pieces.filter(isClause)
    const turned = [...found.pieces.filter((piece) => !isClause(piece)), ...rest, ...(first ? [first] : [])]
    expect(printDifferences(turned, clauses, source).map(({ rule }) => rule)).toContain('import/order')
  })

  it('tells a block that is in no piece, and words of the cover that are in no file', () => {
    expect(missingFragments(found.pieces, source)).toEqual([])
    expect(missingFragments(found.pieces.slice(0, -1), source).map(({ text }) => text)).toEqual([
      'De conciërge past artikel 1.2 toe.',
    ])
    const { metadata } = readPolicy('---\ntitle: Kluisprotocol\n---\n', 'a.md').value
    expect(metadataDifferences(found.pieces, metadata, [])).toEqual([
      { rule: 'import/metadata', line: 3, values: { words: '1.2', line: 'Versie: 1.2' } },
    ])
  })

  it('tells that the document names another organisation', async () => {
    const text = TEXT.replace('Kluisprotocol', 'Stichting Het Kruispunt\n\nKluisprotocol')
    const rules = async (names: readonly string[]) => (await bring(text, names)).receipt.findings.map(({ rule }) => rule)
    expect(await rules(['Stichting De Linde'])).toContain('import/organisation')
    expect(await rules(['Stichting Het Kruispunt'])).not.toContain('import/organisation')
    expect(await rules([])).not.toContain('import/organisation')
  })
})
