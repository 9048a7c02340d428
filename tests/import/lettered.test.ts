import { describe, expect, it } from 'vitest'
import { type Imported, importDocument } from '../../src/import/index.js'
import { plainText } from '../../src/model/index.js'
import { resolve } from '../../src/resolve/index.js'
import { inEnglish } from '../support/words.js'

async function bring(source: string, name = 'letter.txt'): Promise<Imported> {
  const { value, messages } = await importDocument(new TextEncoder().encode(source), name)
  if (!value) throw new Error(messages.map(inEnglish).join('\n'))
  expect(value.receipt.unaccounted).toEqual([])
  expect(value.receipt.findings.filter(({ rule }) => rule !== 'import/missing')).toEqual([])
  return value
}

/** Every clause with the label it prints. */
const printed = ({ policy }: Imported): string[] =>
  resolve(policy).value.clauses.map(({ label = '', node }) => `${label}|${plainText(node)}`)

const GARDEN = `Garden rules

A Members

A1 Every plot holder is a member of the garden.
A2 A member pays the rent before the first of May.

B Plots

B1 A plot is dug over every year.
B2 The committee may lower the rent:
B2.1 for members over seventy;
B2.2 for plots under water.
`

describe('numbers below a letter', () => {
  it('are numbers, and the letter above them is one', async () => {
    const imported = await bring(GARDEN)
    expect(printed(imported)).toEqual([
      'A|Members',
      'A1|Every plot holder is a member of the garden.',
      'A2|A member pays the rent before the first of May.',
      'B|Plots',
      'B1|A plot is dug over every year.',
      'B2|The committee may lower the rent:',
      'B2.1|for members over seventy;',
      'B2.2|for plots under water.',
    ])
    expect(imported.policy.metadata.numbering).toEqual({
      headings: ['upper-alpha'],
      items: [{ style: 'path', separator: '' }, 'path'],
    })
    expect(imported.markdown).not.toContain('label=')
  })

  it('may have a point behind the letter', async () => {
    const imported = await bring(GARDEN.replace(/^([AB])(?=\d)/gm, '$1.'))
    expect(printed(imported).slice(0, 3)).toEqual([
      'A|Members',
      'A.1|Every plot holder is a member of the garden.',
      'A.2|A member pays the rent before the first of May.',
    ])
  })

  it('are words where nothing is counted with them', async () => {
    const text =
      'Papier\n\n1. Printen\n\nA4 Papier ligt in de kast, en wie meer wil vraagt dat.\n\nB1 Nederlands is wat een lid ten minste spreekt.\n'
    expect(printed(await bring(text)).map((line) => line.split('|')[1]?.slice(0, 9))).toEqual([
      'Printen',
      'A4 Papier',
      'B1 Nederl',
    ])
  })
})

describe('labels', () => {
  it('may have a colon, as the units of a law have', async () => {
    const text =
      'Verlofregeling\n\nHoofdstuk 1 Begin\n\nArtikel 1:1 Begrippen\n\nVerlof is vrij van werk.\n\nArtikel 1:2 Aanvragen\n\nVraag verlof een week tevoren.\n'
    expect(printed(await bring(text))).toEqual([
      'Hoofdstuk 1|Begin',
      'Artikel 1:1|Begrippen',
      '|Verlof is vrij van werk.',
      'Artikel 1:2|Aanvragen',
      '|Vraag verlof een week tevoren.',
    ])
  })

  it('may be a box to tick', async () => {
    const text = 'Controle\n\n1. Sluiten\n\nDe laatste loopt na:\n\n☐ de ramen zijn dicht;\n☐ het licht is uit.\n'
    expect(printed(await bring(text)).slice(2)).toEqual(['|de ramen zijn dicht;', '|het licht is uit.'])
  })

  it('may stand in a part of a page of their own', async () => {
    const row = (number: string, words: string) => `<div><div>${number}</div><div>${words}</div></div>`
    const page = `<h1>Expenses policy</h1><h2>1. Scope</h2>${row('1.1', 'We pay back what staff spend on their work.')}${row('1.2', 'Volunteers ask first.')}<p><a href="#top">Back to top</a></p>`
    expect(printed(await bring(page, 'page.html'))).toEqual([
      '1|Scope',
      '1.1|We pay back what staff spend on their work.',
      '1.2|Volunteers ask first.',
    ])
  })
})
