import { describe, expect, it } from 'vitest'
import { splitLines } from '../../src/cover/lines.js'
import { type Imported, importDocument } from '../../src/import/index.js'
import { toPieces } from '../../src/pieces/to-pieces.js'
import { resolve } from '../../src/resolve/index.js'
import { inEnglish } from '../support/words.js'
import { docx, p, run, style, table } from './word.js'

const BODY =
  'De kluis blijft dicht tot de laatste bel, want wie eerder gaat stoort de lessen van anderen die nog aan het werk zijn.'

async function bring(bytes: Uint8Array | string, name = 'brief.txt'): Promise<Imported> {
  const { value, messages } = await importDocument(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes, name)
  if (!value) throw new Error(messages.map(inEnglish).join('\n'))
  expect(value.receipt.unaccounted).toEqual([])
  return value
}

/** What stands in front matter besides what every policy has. */
async function about(source: Uint8Array | string, name?: string) {
  const { title: _, lang: __, numbering: ___, ...rest } = (await bring(source, name)).policy.metadata
  return rest
}

const below = (...cover: string[]) => `Kluisprotocol\n\n${cover.join('\n')}\n\nInleiding\n\n${BODY}\n`
const ending = (sentence: string, title = 'Kluisprotocol') => `${title}\n\nInleiding\n\n${BODY}\n\nSlot\n\n${sentence}\n`
const decided = (rows: readonly (readonly string[])[], ...cover: string[]) =>
  docx(p('Kluisprotocol', style('Titel')) + cover.map((line) => p(line)).join('') + table(rows) + p(BODY))

describe('a text is adopted when somebody adopted it', () => {
  it.each([
    ['a day of entry into force is a plan', ending('Deze kluisregels treden in werking op 1 mei 2024.'), 'draft'],
    [
      'a plan for after its adoption',
      ending('De regels treden in werking op 1 mei 2024 na vaststelling door het bestuur.'),
      'draft',
    ],
    ['a closing sentence with a day', ending('Aldus vastgesteld op 3 mei 2022.'), 'adopted'],
    ['a sentence about itself', ending('Dit kluisprotocol is op 3 mei 2022 vastgesteld door het bestuur.'), 'adopted'],
    ['an English one', ending('This locker policy was adopted by the board on 3 May 2022.'), 'adopted'],
    [
      'another body first',
      ending('Na instemming van de MR op 2 mei 2022 vastgesteld door het bestuur op 3 mei 2022.'),
      'adopted',
    ],
    ['a month', ending('Vastgesteld door het bestuur na instemming van de MR in mei 2022'), 'adopted'],
    [
      'what comes after another body',
      ending('Na advies van de MR op 2 mei 2022 wordt dit vastgesteld door het bestuur.'),
      'draft',
    ],
    ['what is not yet so', ending('Dit kluisprotocol is nog niet vastgesteld op 3 mei 2022.'), 'draft'],
    ['what always goes so', ending('De huur wordt vastgesteld door het bestuur voor 3 mei 2022.'), 'draft'],
    ['a day to be filled in', ending('Aldus vastgesteld door het bestuur op ..-..-2024.'), 'draft'],
    ['a draft by its title', ending('Aldus vastgesteld op 3 mei 2022.', 'Kluisprotocol (concept)'), 'draft'],
    ['a draft by a line of the cover', below('CONCEPT', 'Vastgesteld door het bestuur op 3 mei 2022'), 'draft'],
    ['a draft by its version', below('Versie 2 (concept)', 'Vastgesteld door het bestuur op 3 mei 2022'), 'draft'],
    ['a line of the cover', below('Versie 2', 'Vastgesteld door het bestuur op 3 mei 2022'), 'adopted'],
  ])('%s', async (_, source, status) => {
    expect((await about(source)).status).toBe(status)
  })

  it('on the day of the decision, not on that of its entry into force', async () => {
    const adoption = { body: 'bestuur', right: 'adoption' }
    const is = 'Dit kluisprotocol is'
    const inForce = 'en treedt in werking op 1 mei 2024.'
    expect(await about(ending(`${is} op 3 april 2024 vastgesteld door het bestuur, ${inForce}`))).toEqual({
      status: 'adopted',
      effective: '2024-05-01',
      approvals: [{ date: '2024-04-03', ...adoption }],
    })
    expect(await about(ending(`${is} vastgesteld door het bestuur, ${inForce}`))).toEqual({
      status: 'adopted',
      effective: '2024-05-01',
      approvals: [adoption],
    })
  })

  it('and not by the advice of another, or by a row that nobody filled in', async () => {
    const head = ['Orgaan', 'Recht', 'Datum']
    const rows = (day: string) => [head, ['MR', 'advies', '1 mei 2024'], ['bestuur', 'vaststelling', day]]
    expect(await about(decided(rows('')), 'kluis.docx')).toMatchObject({ status: 'draft' })
    expect(await about(decided(rows('8 mei 2024')), 'kluis.docx')).toMatchObject({ status: 'adopted' })
  })
})

describe('a line with a version says more', () => {
  it.each([
    ['Versie 3.0, 10 oktober 2025', { version: '3.0.0', date: '2025-10-10' }],
    ['Versie: 0.9 (concept)', { version: '0.9.0' }],
    ['Versie 3.0 (concept), 10 oktober 2025', { version: '3.0.0', date: '2025-10-10' }],
    ['Concept, versie 3.0', { version: '3.0.0' }],
    ['Conceptversie 0.4', { version: '0.4.0' }],
    ['Versie 3.0 – concept 10 oktober 2025', { version: '3.0.0', date: '2025-10-10' }],
    ['v1.2 d.d. 3 mei 2024', { version: '1.2.0', date: '2024-05-03' }],
    ['Versie 2.0 van 3 mei 2024', { version: '2.0.0', date: '2024-05-03' }],
    ['Draft v0.3 - 3 May 2024', { version: '0.3.0', date: '2024-05-03' }],
    ['Version 3.0 (draft), 10 October 2025', { version: '3.0.0', date: '2025-10-10' }],
    ['Versie 2, geldig vanaf 1 augustus 2024', { version: '2.0.0', effective: '2024-08-01' }],
    // What no key holds stays as it stands.
    ['Versie 2 – juni 2024', { version: '2.0.0', remarks: [{ note: 'Versie 2 – juni 2024' }] }],
    ['Version 2 – June 2024', { version: '2.0.0', remarks: [{ note: 'Version 2 – June 2024' }] }],
    ['Versie 1.4, definitief', { version: '1.4.0', remarks: [{ note: 'Versie 1.4, definitief' }] }],
    [
      'Versie 1.4 – leesexemplaar voor ouders',
      { version: '1.4.0', remarks: [{ note: 'Versie 1.4 – leesexemplaar voor ouders' }] },
    ],
    // A year, and a part of a sentence, are no version.
    ['Versie 2024-2025', { remarks: [{ note: 'Versie 2024-2025' }] }],
    ['Versie 3 van de regels', { remarks: [{ note: 'Versie 3 van de regels' }] }],
  ])('%s', async (line, expected) => {
    expect(await about(below(line))).toEqual({ status: 'draft', ...expected })
  })

  it('and a line that only names the draft is none of the title', async () => {
    const { policy } = await bring(`CONCEPT 3 mei 2024\n\nKluisprotocol\n\nInleiding\n\n${BODY}\n`)
    expect(policy.metadata).toEqual({ title: 'Kluisprotocol', status: 'draft', lang: 'nl', date: '2024-05-03' })
  })

  it('whose month without a day is a finding', async () => {
    const { receipt } = await bring(below('Versie 2 – juni 2024'))
    expect(receipt.findings).toContainEqual({
      rule: 'import/missing',
      line: 3,
      form: 'day',
      values: { month: 'juni 2024' },
    })
  })

  it('but a second date, and a second version, are not lost', async () => {
    expect(await about(below('Datum: 3 mei 2024', 'Versie 2.0, 8 mei 2024'))).toEqual({
      status: 'draft',
      version: '2.0.0',
      date: '2024-05-03',
      remarks: [{ note: 'Versie 2.0, 8 mei 2024' }],
    })
    expect(await about(below('Versie 2.0', 'Versie 3.0, 8 mei 2024'))).toEqual({
      status: 'draft',
      version: '2.0.0',
      remarks: [{ note: 'Versie 3.0, 8 mei 2024' }],
    })
  })

  it('and a sentence about a version is text', async () => {
    const { receipt } = await bring(`Kluisprotocol\n\nVersie 1.0 is vervallen, want die klopte niet.\n\n${BODY}\n`)
    expect(receipt.fragments.map(({ fate }) => fate)).toEqual(['metadata', 'clause', 'clause'])
  })
})

describe('a table of decisions', () => {
  const made = [
    { date: '2024-05-01', body: 'Medezeggenschapsraad', right: 'consent' },
    { date: '2024-05-08', body: 'Bestuur', right: 'adoption' },
  ]

  it.each([
    [
      'right in brackets',
      ['Orgaan', 'Datum'],
      ['Medezeggenschapsraad (instemming)', '1 mei 2024'],
      ['Bestuur (vaststelling)', '8 mei 2024'],
    ],
    [
      'who and when',
      ['Wie', 'Wanneer', 'Besluit'],
      ['Medezeggenschapsraad', '1 mei 2024', 'instemming'],
      ['Bestuur', '8 mei 2024', 'vastgesteld'],
    ],
    [
      'in English',
      ['Body', 'Date', 'Signature'],
      ['Medezeggenschapsraad (consent)', '1 May 2024', ''],
      ['Bestuur (adoption)', '8 May 2024', ''],
    ],
  ])('%s', async (_, ...rows) => {
    expect(await about(decided(rows), 'kluis.docx')).toEqual({ status: 'adopted', approvals: made })
  })

  it('with names as signatures', async () => {
    const rows = [
      ['Orgaan', 'Datum', 'Handtekening'],
      ['Medezeggenschapsraad (instemming)', '1 mei 2024', 'J. de Wit'],
      ['Bestuur (vaststelling)', '8 mei 2024', 'dr. H. el Khatib'],
    ]
    expect((await about(decided(rows), 'kluis.docx')).approvals).toEqual([
      { ...made[0], name: 'J. de Wit' },
      { ...made[1], name: 'dr. H. el Khatib' },
    ])
  })

  it('of which nothing was decided is a route', async () => {
    const rows = [
      ['Orgaan', 'Datum', 'Handtekening'],
      ['Medezeggenschapsraad (instemming)', '', ''],
      ['Bestuur (vaststelling)', '..-..-2025', ''],
    ]
    expect(await about(decided(rows), 'kluis.docx')).toEqual({
      status: 'draft',
      route: [
        { body: 'Medezeggenschapsraad', right: 'consent' },
        { body: 'Bestuur', right: 'adoption' },
      ],
      remarks: [{ note: 'Bestuur: ..-..-2025' }],
    })
  })

  it.each([
    [
      'a signature that is no name',
      [
        ['Orgaan', 'Datum', 'Handtekening'],
        ['Bestuur (vaststelling)', '8 mei 2024', 'w.g.'],
      ],
    ],
    [
      'two rights for one body',
      [
        ['Orgaan', 'Recht', 'Datum'],
        ['Bestuur (vaststelling)', 'advies', '8 mei 2024'],
      ],
    ],
    [
      'a body without a right that still has to decide',
      [
        ['Orgaan', 'Datum'],
        ['Bestuur', '..-..-2025'],
      ],
    ],
    [
      'such a body beside one that decided',
      [
        ['Orgaan', 'Datum'],
        ['MR', '1 mei 2024'],
        ['Bestuur', ''],
      ],
    ],
    [
      'tasks',
      [
        ['Wie', 'Wanneer'],
        ['De conciërge', 'elke dag'],
      ],
    ],
  ])('stays in the text with %s', async (_, rows) => {
    const { policy } = await bring(decided(rows), 'kluis.docx')
    expect(policy.metadata).toMatchObject({ status: 'draft' })
    expect(policy.metadata.approvals).toBeUndefined()
    expect(policy.children.map(({ type }) => type)).toContain('table')
  })

  it('says once what a line of the cover says, too', async () => {
    const rows = [
      ['Orgaan', 'Recht', 'Datum', 'Besluit'],
      ['MR', 'instemming', '1 mei 2024', 'akkoord'],
      ['Bestuur (J. de Wit)', 'vaststelling', '8 mei 2024', 'akkoord'],
    ]
    const approvals = [
      { date: '2024-05-01', body: 'MR', right: 'consent', decision: 'positive' },
      { date: '2024-05-08', body: 'Bestuur (J. de Wit)', right: 'adoption', decision: 'positive' },
    ]
    for (const line of ['Versie 2.1 – vastgesteld op 8 mei 2024', 'Vastgesteld door het bestuur op 8 mei 2024'])
      expect((await about(decided(rows, line), 'kluis.docx')).approvals).toEqual(approvals)
    // Another day is another decision.
    const other = await about(decided(rows, 'Vastgesteld op 9 mei 2024'), 'kluis.docx')
    expect(other.approvals).toHaveLength(3)
  })
})

describe('a block of lines on a cover', () => {
  it('is judged line by line', async () => {
    const cover = p(
      `${run('Versie 1.3, 6 november 2021')}<w:r><w:br/></w:r>${run('Wilgencollege, Postbus 330, 1234 AB Wilgendam')}`,
    )
    const bytes = docx(p('Kluisprotocol', style('Titel')) + cover + p('Inleiding', style('Kop1')) + p(BODY))
    expect(await about(bytes, 'kluis.docx')).toMatchObject({
      version: '1.3.0',
      date: '2021-11-06',
      contact: ['Wilgencollege, Postbus 330, 1234 AB Wilgendam'],
    })
  })
})

describe('the last line of a text', () => {
  it('is an address however far apart its parts stand', async () => {
    const rows = [
      'Kluisprotocol',
      '',
      '# Inleiding',
      '',
      BODY,
      '',
      `Stichting Wilg, Kade 4, 1234 AB Wilgendam${' '.repeat(60)}tel. 015 - 123 45 67`,
    ]
    expect(await about(new TextEncoder().encode(rows.join('\n')), 'kluis.txt')).toMatchObject({
      contact: ['Stichting Wilg, Kade 4, 1234 AB Wilgendam tel. 015 - 123 45 67'],
    })
  })
})

describe('lines that a page holds together as one paragraph', () => {
  // A reader of pages keeps every line as a text of its own.
  const split = (...lines: string[]) => {
    const content = lines.map((value, i) => ({ type: 'text' as const, value: i < lines.length - 1 ? `${value} ` : value }))
    const pieces = toPieces({ kind: 'pdf', marksHeadings: true, blocks: [{ line: 4, page: 1, content, gap: 1, indent: 0 }] })
    splitLines(pieces)
    return pieces.map(({ text }) => text)
  }

  it.each([
    ['a version and an address', 'Versie 1.3, 6 november 2021', 'Wilgencollege, Postbus 330, 1234 AB Wilgendam'],
    ['a name and an address', 'Wilgencollege', 'Wilgenlaan 3, 1234 AB Wilgendam', 'Telefoon 030 123 45 67'],
    ['a version and its adoption', 'Versie 1.3', 'Vastgesteld door het bestuur op 3 mei 2022'],
  ])('are apart: %s', (_, ...lines) => {
    expect(split(...lines)).toEqual(lines)
  })

  it.each([
    ['a sentence', 'Wie zijn sleutel kwijt is, vraagt een nieuwe bij', 'de conciërge of belt 030 123 45 67.'],
    ['an address broken off', 'Wilgencollege, Postbus 330,', '1234 AB Wilgendam'],
    ['a title over two lines', 'Protocol voor het gebruik van', 'Kluizen op school'],
  ])('are one: %s', (_, ...lines) => {
    expect(split(...lines)).toEqual([lines.join(' ')])
  })
})

describe('a reference by a bare number', () => {
  it('prints the number that stood there', async () => {
    const source = `Kluisprotocol\n\n1. SLEUTELS\n\n1.1 Elke leerling krijgt een sleutel van de conciërge.\n1.2 Wie hem kwijtraakt, betaalt een nieuwe (zie 1.1).\n\n2. SLOT\n\n2.1 De conciërge beslist waar dit protocol zwijgt, zie ook 1.2.\n`
    const { policy } = await bring(source)
    const { value } = resolve(policy)
    const printed = JSON.stringify(value.policy.children)
    expect(printed).toContain('"value":"1.1"')
    expect(printed).toContain('"value":"1.2"')
    expect(printed).not.toContain('SLEUTELS, ')
  })
})

it.each([
  ['Aldus vastgesteld door de raad van bestuur op 12 maart 2024.', 'raad van bestuur'],
  ['Vastgesteld door het bestuur van de stichting op 12 maart 2024.', 'bestuur van de stichting'],
  ['Na advies van de MR op 3 maart 2024 door het college van bestuur vastgesteld op 12 maart 2024.', 'college van bestuur'],
])('names the whole body that decided: %s', async (sentence, body) => {
  const { policy } = await bring(`Regeling\n\n1. Doel\n\nDeze regeling geldt voor iedereen.\n\n${sentence}\n`)
  expect(policy.metadata.approvals?.at(-1)).toMatchObject({ body, date: '2024-03-12', right: 'adoption' })
})
