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

describe('a table that somebody typed', () => {
  const TABLE = '| Soort | Prijs | Waar |\n| - | - | - |\n| Sleutel | 5 euro | balie |\n| Slot | | bij de conciërge |'

  it.each([
    ['with bars', 'Soort | Prijs | Waar\nSleutel | 5 euro | balie\nSlot | | bij de conciërge'],
    ['with bars around it', '| Soort | Prijs | Waar |\n| Sleutel | 5 euro | balie |\n| Slot |  | bij de conciërge |'],
  ])('%s has its rows and cells', async (_, table) => {
    const brought = await bring(`Kluisregels\n\n${SENTENCE}\n\n${table}\n\n${SENTENCE}\n`)
    expect(body(brought)).toContain(TABLE)
    expect(brought.receipt.findings.filter(({ rule }) => rule !== 'import/missing')).toEqual([])
  })

  it('with two columns, and with blanks between cells that stand in no columns', async () => {
    const two = 'Soort | Prijs\nSleutel | 5 euro\nSlot | \nKast | 40 euro'
    expect(body(await bring(`Kluisregels\n\n${SENTENCE}\n\n${two}\n`))).toContain('| Sleutel | 5 euro |\n| Slot | |\n')
    const blanks = 'Versie   Datum   Wijziging\n1.0   3 mei 2018   eerste\n1.1   11 april 2022   sloten'
    const { policy } = await bring(`Kluisregels\n\n${blanks}\n\n${SENTENCE}\n`)
    expect(policy.metadata.history?.map(({ version, date }) => [version, date])).toEqual([
      ['1.0.0', '2018-05-03'],
      ['1.1.0', '2022-04-11'],
    ])
  })

  it('is none of facts beside each other, and of words between bars in a sentence', async () => {
    const facts = 'Eigenaar: conciërge | Versie: 2.0\nStatus: concept | Datum: 3 mei 2024'
    expect((await bring(`Kluisregels\n${facts}\n\n${SENTENCE}\n`)).policy.metadata.version).toBe('2.0.0')
    expect(body(await bring(`Kluisregels\n\n${SENTENCE}\n\nKies ja | nee.\n`))).not.toContain('| - |')
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

describe('a text that was copied column by column', () => {
  const form = ({ receipt }: Imported, name: string) =>
    receipt.findings.flatMap((finding) => (finding.form === name ? [finding.values] : []))

  it('has its labels in front of their lines again, of a list in a list too, and says so', async () => {
    const brought = await bring(
      'Kluisregels\n\nWie zijn sleutel kwijt is:\n1.\n2.\n\nmeldt dat aan de conciërge;\nbetaalt, als hij kan:\no\nvijf euro;\no\neen nieuw slot.\n\nVerder geldt dit:\n•\n\nVeel plezier met de kluis.\n',
    )
    expect(body(brought)).toBe(
      'Wie zijn sleutel kwijt is:\n\n1. meldt dat aan de conciërge;\n2. betaalt, als hij kan:\n   - vijf euro;\n   - een nieuw slot.\n\nVerder geldt dit:\n\n- Veel plezier met de kluis.\n',
    )
    expect(form(brought, 'labels')).toEqual([{ count: 5 }])
    expect(form(brought, 'words')).toEqual([])
  })

  it('keeps labels apart where more of them stand than lines follow', async () => {
    const brought = await bring('Kluisregels\n\nDit geldt:\n1.\n2.\n3.\n\neen sleutel;\neen slot.\n\nTot slot de balie.\n')
    expect(form(brought, 'labels')).toEqual([])
  })

  it('has what it says about itself beside the names again, and says so', async () => {
    const brought = await bring(
      `Kluisregels\nDe Wilgen\nVersie\nStatus\nIngangsdatum\nEigenaar\n\n2.1\nVastgesteld\n1 augustus 2024\nConciërge\n\nInleiding\n\n${SENTENCE}\n`,
    )
    expect(brought.policy.metadata).toMatchObject({
      title: 'Kluisregels',
      version: '2.1.0',
      status: 'draft',
      effective: '2024-08-01',
    })
    expect(form(brought, 'values')).toEqual([{ count: 4 }])
  })

  it('says where the cells of a table no longer tell which stood beside which', async () => {
    const brought = await bring(`Kluisregels\n\n${SENTENCE}\n\nSoort\nSleutel\nSlot\nPrijs\n5 euro\n7 euro\n\n${SENTENCE}\n`)
    expect(form(brought, 'cells')).toEqual([{ count: 6, words: 'Soort | Sleutel | Slot | Prijs | 5 euro | 7 euro' }])
    expect(
      form(await bring(`Kluisregels\n\n${SENTENCE}\n\n- sleutel\n- slot\n- balie\n- hal\n- trap\n- deur\n`), 'cells'),
    ).toEqual([])
  })
})
