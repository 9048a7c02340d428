import { describe, expect, it } from 'vitest'
import { type Imported, importDocument } from '../../src/import/index.js'

const SENTENCE = 'De kluis gaat om drie uur dicht en blijft dat tot de volgende morgen.'

async function bring(source: string): Promise<Imported> {
  const { value, messages } = await importDocument(new TextEncoder().encode(source), 'kluis.txt')
  if (!value) throw new Error(JSON.stringify(messages))
  return value
}

const body = ({ markdown }: Imported) => markdown.replace(/^---\n[\s\S]*?\n---\n\n/, '').replace(/ ?\{#[^}]*\}/g, '')
const dropped = ({ receipt }: Imported) =>
  receipt.fragments.flatMap(({ fate, text, reason }) => (fate === 'dropped' && reason !== 'no words' ? [[text, reason]] : []))

describe('a typed text', () => {
  it('has the headings that a rule is drawn below, and the title in capitals', async () => {
    const source = `De Wilgen\n\nKLUISREGELS\n===========\n\nArtikel 1\nDe sleutel\n----------\n\n${SENTENCE}\n\nArtikel 2\nHet slot\n--------\n\n${SENTENCE}\n`
    const brought = await bring(source)
    expect(brought.policy.metadata.title).toBe('KLUISREGELS')
    expect(body(brought)).toBe(`# De sleutel\n\n${SENTENCE}\n\n# Het slot\n\n${SENTENCE}\n`)
    expect(brought.receipt.findings.filter(({ rule }) => rule === 'import/words')).toEqual([])
  })

  it('goes on below its label where its lines hang, a number of another article too', async () => {
    const source = [
      'Kluisregels',
      '',
      '1. Een leerling die zijn sleutel kwijt is, meldt dat volgens artikel',
      '   16 van het reglement van de school aan de conciërge van de dag.',
      '2. Een nieuwe sleutel wordt gemaakt door de conciërge, (a) als hij is',
      '   betaald, of (b) als de leerling hem nodig heeft voor zijn lessen en',
      '   die week nog niet kan betalen.',
      '',
      '1.000 sleutels liggen in de kast.',
      '',
    ].join('\n')
    expect(body(await bring(source))).toBe(
      [
        '1. Een leerling die zijn sleutel kwijt is, meldt dat volgens artikel 16 van het reglement van de school aan de conciërge van de dag.',
        '2. Een nieuwe sleutel wordt gemaakt door de conciërge, (a) als hij is betaald, of (b) als de leerling hem nodig heeft voor zijn lessen en die week nog niet kan betalen.',
        '',
        '1.000 sleutels liggen in de kast.\n',
      ].join('\n'),
    )
  })
})

describe('a text with the lay-out of its pages', () => {
  const TABLE = [
    'Soort                Prijs          Waar',
    'Sleutel met          5 euro         bij de balie',
    'hanger                              of de conciërge',
    'Slot                 7 euro         1. eerst melden',
    '                                    2. dan betalen',
  ]
  const CELLS = [
    '| Sleutel met hanger | 5 euro | bij de balie of de conciërge |',
    '| Slot | 7 euro | 1. eerst melden 2. dan betalen |',
  ]

  it('has tables with cells of several lines, over pages too', async () => {
    const whole = await bring(`Kluisregels\n\n${SENTENCE}\n\n${TABLE.join('\n')}\n\n${SENTENCE}\n`)
    for (const row of CELLS) expect(body(whole)).toContain(row)
    const [head, ...rows] = TABLE
    const parted = await bring(
      `Kluisregels\n\n${SENTENCE}\n\n${[head, ...rows.slice(0, 2)].join('\n')}\n\n${[head, ...rows.slice(2)].join('\n')}\n\n${SENTENCE}\n`,
    )
    for (const row of CELLS) expect(body(parted)).toContain(row)
    expect(dropped(parted)).toEqual([[head, 'running line']])
    expect(parted.receipt.findings.filter(({ rule }) => rule === 'import/words')).toEqual([])
  })

  it('takes no members of an article for a table', async () => {
    const text =
      'Artikel 1 Sleutels\n1   Een sleutel past op één kluis.\n2   Een kluis heeft één sleutel.\n3   Wie hem kwijt is, meldt dat.\n'
    expect(body(await bring(`Kluisregels\n\n${text}`))).not.toContain('|')
  })

  it('drops what each page begins and ends with, and keeps its articles', async () => {
    const page = (number: number) =>
      `Kluisregels          De Wilgen\n\nArtikel ${number} Sleutels\n\n${['De kluis is dicht.', 'Het slot is van u.', 'De balie is open.'][number - 1]}\n\nVastgesteld in de raad van juni.\nversie 2          blad ${number}`
    const brought = await bring([1, 2, 3].map(page).join('\f'))
    expect(dropped(brought).map(([, reason]) => reason)).toEqual(Array.from({ length: 9 }, () => 'running line'))
    expect(body(brought).match(/^# Sleutels/gm)).toHaveLength(3)
  })

  it('drops a header of two lines beside the number of its page, without the ends of pages', async () => {
    const page = (number: number) => `-${number}-\nKluisregels De Wilgen\n2024-2025\n${SENTENCE}\n`
    const brought = await bring(`Protocol kluizen\n\nInleiding\n\n${SENTENCE}\n${[1, 2, 3].map(page).join('')}`)
    expect(dropped(brought)).toEqual(
      [1, 2, 3].flatMap((number) => [
        [`-${number}-`, 'page number'],
        ['Kluisregels De Wilgen', 'running line'],
        ['2024-2025', 'running line'],
      ]),
    )
  })
})
