import { describe, expect, it } from 'vitest'
import { type Imported, importDocument } from '../../src/import/index.js'
import { plainText } from '../../src/model/index.js'
import { type DrawnText, withAccents } from '../../src/pdf/accents.js'
import { resolve } from '../../src/resolve/index.js'
import { inEnglish } from '../support/words.js'

async function bring(source: string): Promise<Imported> {
  const { value, messages } = await importDocument(new TextEncoder().encode(source), 'brief.txt')
  if (!value) throw new Error(messages.map(inEnglish).join('\n'))
  expect(value.receipt.findings.filter(({ rule }) => rule === 'import/words' || rule === 'import/differs')).toEqual([])
  return value
}

const lines = ({ policy }: Imported): string[] =>
  resolve(policy).value.clauses.map(({ label, node }) => [label, plainText(node)].filter(Boolean).join(' '))

describe('words broken at the ends of the lines of a text', () => {
  it('are whole again in Dutch, and a part that is left out keeps its hyphen', async () => {
    const source = `Declaratieregeling

1. Wie kan declareren
1.1 Leden van het bestuur en van een commissie kunnen decla-
reren. Anderen kunnen dat als de penningmeester van de ver-
eniging vooraf akkoord heeft gegeven voor kopieer- en porto-
kosten van een vergadering.
`
    expect(lines(await bring(source))).toEqual([
      '1 Wie kan declareren',
      '1.1 Leden van het bestuur en van een commissie kunnen declareren. Anderen kunnen dat als de penningmeester van de vereniging vooraf akkoord heeft gegeven voor kopieer- en portokosten van een vergadering.',
    ])
  })

  it('are whole again in English', async () => {
    const source = `Locker policy

Anyone who has lost a key tells the caretaker on the same morn-
ing, and the caretaker opens the locker in the presence of who-
ever uses it. Nobody opens a locker of somebody else with a bor-
rowed key.
`
    expect(lines(await bring(source))).toEqual([
      'Anyone who has lost a key tells the caretaker on the same morning, and the caretaker opens the locker in the presence of whoever uses it. Nobody opens a locker of somebody else with a borrowed key.',
    ])
  })
})

describe('a number at the start of a line', () => {
  it('is no label where the line before names the part it belongs to', async () => {
    const source = `Lone working policy

8.1 Check-in messages are kept for ninety days and are then deleted by the clerk.
8.2 The clerk keeps a list of all incidents that were reported. See paragraph
8.4 for incident reports, which are kept for three years in the locked cabinet.
8.3 The council looks at the list once a year.
`
    expect(lines(await bring(source))).toEqual([
      '8.1 Check-in messages are kept for ninety days and are then deleted by the clerk.',
      '8.2 The clerk keeps a list of all incidents that were reported. See paragraph 8.4 for incident reports, which are kept for three years in the locked cabinet.',
      '8.3 The council looks at the list once a year.',
    ])
  })

  it('is no label where it tells in figures what the line before tells in words', async () => {
    const source = `Members

1. The secretary sends the agenda to all the members of the club at least thirty
(30) days before the meeting, and keeps a copy of it in the minute book.
2. The members vote by a show of hands.
`
    expect(lines(await bring(source))).toEqual([
      '1 The secretary sends the agenda to all the members of the club at least thirty (30) days before the meeting, and keeps a copy of it in the minute book.',
      '2 The members vote by a show of hands.',
    ])
  })
})

describe('accents that a page draws by themselves', () => {
  const run = (str: string, x: number, width: number): DrawnText => ({ str, transform: [12, 0, 0, 12, x, 600], width })
  const composed = (...runs: DrawnText[]) => [...withAccents(runs).values()]

  it('stand on the letter that is drawn below them', () => {
    expect(composed(run('Het co¨', 100, 54), run('ordineren', 148, 60))).toEqual(['Het co', 'ördineren'])
    expect(composed(run('cafe', 100, 20), run('een ´', 130, 30), run('eneens', 155, 40))).toEqual(['cafe', 'een ', 'éneens'])
  })

  it('and in a word, where nothing else has such a sign', () => {
    expect(composed(run('financi¨ele', 100, 60))).toEqual(['financiële'])
  })

  it.each([
    ['behind its word an apostrophe', [run('de foto´', 100, 50), run('s', 150, 6)]],
    ['a sign on a letter that has none of the kind', [run('een 5¨', 100, 30), run('q', 127, 6)]],
    ['a sign on another line', [run('co¨', 100, 54), { ...run('ordineren', 148, 60), transform: [12, 0, 0, 12, 148, 580] }]],
  ] as const)('%s stays as it is', (_, runs) => {
    expect(composed(...runs)).toEqual(runs.map(({ str }) => str))
  })
})

describe('labels as documents print them', () => {
  it('may be an article put in later, with its word apart', async () => {
    const text = 'Het comité bepaalt elk jaar wie er mag stemmen en legt dat vast in een lijst.'
    const source = `Statuten\n\nART. 6\n\n${text}\n\nART. 6 BIS\n\nDe lijst hangt een week lang in de zaal van de vereniging.\n\nART. 7\n\n${text} Ook zo.\n`
    const { policy, receipt } = await bring(source)
    expect(resolve(policy).value.clauses.flatMap(({ label = [] }) => label)).toEqual(['ART. 6', 'ART. 6 BIS', 'ART. 7'])
    expect(receipt.findings.filter(({ rule }) => rule.startsWith('label/'))).toEqual([])
  })

  it('but no preposition is one', async () => {
    const source = 'Statuten\n\nArtikel 6 ter inzage leggen\n\nHet bestuur legt de stukken een week lang in de zaal neer.\n'
    expect(lines(await bring(source))[0]).toBe('Artikel 6 ter inzage leggen')
  })

  it('may have a dash behind them', async () => {
    const text = 'The members of the council meet in the hall and the chair opens the meeting.'
    const source = `Bylaws\n\n2.1 - Rights of members\n\n${text}\n\n2.2 - Duties of members\n\n${text} They pay their fees.\n`
    expect(lines(await bring(source))).toEqual([
      '2.1 Rights of members',
      text,
      '2.2 Duties of members',
      `${text} They pay their fees.`,
    ])
  })

  it('and contents may set the dots of their leaders apart', async () => {
    const source = `Bylaws\n\nContents\n1 Name . . . . . . . . . . . 1\n2 Members . . . . . . . . . 2\n3 Meetings . . . . . . . . . 4\n\n1 Name\n\nThe club is called after the street it is in.\n\n2 Members\n\nThe members pay their fees in May.\n\n3 Meetings\n\nThe members meet in the hall.\n`
    const { receipt } = await bring(source)
    expect(receipt.fragments.filter(({ reason }) => reason === 'table of contents')).toHaveLength(4)
    expect(receipt.findings.filter(({ rule }) => rule === 'contents/differs')).toEqual([])
  })
})

describe('a note whose mark is nowhere', () => {
  it('is a paragraph, which is said: as a note it would be shown nowhere', async () => {
    const source =
      'Kluisreglement\n\nDe kluis blijft dicht tot de laatste bel van de dag, ook op vrijdag.[^1]\n\n[^1]: Op vrijdag is dat om drie uur.\n\n[^2]: Wie te laat is, belt de conciërge van het gebouw.\n'
    const { value } = await importDocument(new TextEncoder().encode(source), 'kluis.md')
    expect(value?.policy.notes).toHaveLength(1)
    expect(value && lines(value)).toContain('Wie te laat is, belt de conciërge van het gebouw.')
    expect(value?.receipt.findings.flatMap(({ rule }) => (rule === 'footnote/unused' ? rule : []))).toEqual(['footnote/unused'])
  })
})

describe('what is no heading', () => {
  it.each([
    ['nl', 'Een lid dat de sleutel beheert krijgt', 'Wat een lid krijgt', '- een kaart\n- een kopie van de regels'],
    ['en', 'Every member receives', 'What a member gets', '- a key\n- a copy of these rules'],
  ])('a line that leads in bullets and ends in its verb, but a question is one: %s', async (_, leadIn, title, list) => {
    const { policy } = await bring(`Reglement\n\n${leadIn}\n\n${list}\n\n${title}\n\n${list}\n`)
    const kinds = resolve(policy).value.clauses.map(({ kind, node }) => [kind, plainText(node)])
    expect(kinds.filter(([kind]) => kind !== 'item')).toEqual([
      ['paragraph', leadIn],
      ['section', title],
    ])
  })

  it('a provision put in later behind the last one of its article', async () => {
    const source =
      'Huishoudelijk reglement\n\nArtikel 2 Lidmaatschap\n\n2.1 Leden betalen contributie.\n\n2.1a Wie te laat betaalt, krijgt een herinnering.\n\nArtikel 3 Bestuur\n\n3.1 Het bestuur telt vijf leden.\n'
    const { policy } = await bring(source)
    expect(resolve(policy).value.clauses.map(({ kind, label }) => [kind, label])).toEqual([
      ['section', 'Artikel 2'],
      ['item', '2.1'],
      ['item', '2.1a'],
      ['section', 'Artikel 3'],
      ['item', '3.1'],
    ])
  })
})

describe('words that are counted', () => {
  it('are the same where one is broken inside a word that another is broken before', async () => {
    const source = `Reglement

Het lidmaatschap van wie geen lid is, eindigt van rechtswege zodra het bestuur-
schap eindigt, en wie dat niet wil meldt zich binnen een maand schriftelijk bij het be-
stuur van de vereniging, dat daarover een besluit neemt.
`
    const words = lines(await bring(source)).join(' ')
    expect(words).toContain('zodra het bestuurschap eindigt')
    expect(words).toContain('bij het bestuur van de vereniging')
  })
})
