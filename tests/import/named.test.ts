import { describe, expect, it } from 'vitest'
import { type Imported, importDocument } from '../../src/import/index.js'
import { docx, p, run, style, table } from './word.js'

const TEXT = {
  nl: [
    'Kluisprotocol',
    'De kluis blijft dicht tot de laatste bel, want wie eerder gaat stoort de lessen van anderen die nog aan het werk zijn.',
  ],
  en: [
    'Locker policy',
    'The locker stays shut until the last bell, since whoever leaves early disturbs the lessons of others who are still at work.',
  ],
} as const

async function bring(...parts: string[]): Promise<Imported> {
  const { value } = await importDocument(docx(parts.join('')), 'kluis.docx')
  if (!value) throw new Error('not read')
  expect(value.receipt.unaccounted).toEqual([])
  return value
}

/** A document with lines below its title, and a table. */
const below = (lang: keyof typeof TEXT, lines: readonly string[], rows: readonly (readonly string[])[] = []) =>
  bring(
    p(TEXT[lang][0], style('Titel')),
    ...lines.map((line) => p(line)),
    rows.length > 0 ? table(rows) : '',
    p('Artikel', style('Kop1')),
    p(TEXT[lang][1]),
  )

/** A document that ends in some lines. */
const above = (lang: keyof typeof TEXT, ...lines: string[]) =>
  bring(p(TEXT[lang][0], style('Titel')), p('Artikel', style('Kop1')), p(TEXT[lang][1]), ...lines.map((line) => p(line)))

/** One that says something in the text of its last section. */
const saying = (lang: keyof typeof TEXT, sentence: string) =>
  bring(p(TEXT[lang][0], style('Titel')), p('Artikel', style('Kop1')), p(TEXT[lang][1]), p('Slot', style('Kop1')), p(sentence))

const DAY = '2024-05-03'
const FROM = { effective: '2024-08-01' }
const NEXT = { review: '2026-05-01' }

const adopted = (body?: string, date: string | null = DAY) => ({
  approvals: [expect.objectContaining({ ...(body === undefined ? {} : { body }), ...(date === null ? {} : { date }) })],
})
const noted = (note: string) => ({ remarks: [{ note }] })

describe('a line about its document, by words in its name and what stands behind it', () => {
  it.each([
    ['Huidige versie: 2.2', { version: '2.2.0' }],
    ['Beleidsversie 3.0', { version: '3.0.0' }],
    ['Concept 0.3', { version: '0.3.0', status: 'draft' }],
    ['Status: ter advisering', { status: 'proposed' }],
    ['Status: in voorbereiding', { status: 'draft' }],
    ['Status: vervallen per 1 mei 2024', { status: 'withdrawn' }],
    ['Status: definitief, vastgesteld door de directie op 3 mei 2024', { status: 'adopted', ...adopted('directie') }],
    ['Datum van vaststelling: 3 mei 2024', adopted()],
    ['Besluit van het bestuur van 3 mei 2024', adopted('bestuur')],
    ['Besluit CvB: 3 mei 2024', adopted('CvB')],
    ['Goedgekeurd door: Raad van Toezicht, 3 mei 2024', adopted('Raad van Toezicht')],
    ['Vaststellend orgaan: Raad van Bestuur', adopted('Raad van Bestuur', null)],
    ['M.i.v. 1 augustus 2024', FROM],
    ['Geldend vanaf 1 augustus 2024', FROM],
    ['Datum invoering: 1 augustus 2024', FROM],
    ["Ingangsdatum: 1 augustus '24", FROM],
    ['Geldigheidsduur: 1 augustus 2024 tot en met 31 juli 2027', { ...FROM, review: '2027-07-31' }],
    ['Houdbaar tot 1 mei 2026', NEXT],
    ['Volgende bijstelling: 1 mei 2026', NEXT],
    ['Geplande herijking: 1 mei 2026', NEXT],
    ['Uiterste herzieningsdatum: 1 mei 2026', NEXT],
    ['Laatste controle: 3 mei 2024', { date: DAY }],
    ['Steller: J. de Wit', { editors: ['J. de Wit'] }],
    ['Voorbereid door: J. de Wit', { editors: ['J. de Wit'] }],
    ['Eigenaar van dit document: directeur', noted('Eigenaar van dit document: directeur')],
    ['Dossierhouder: directeur', noted('Dossierhouder: directeur')],
    ['Secretariaat: info@wilgen.nl', { contact: ['Secretariaat: info@wilgen.nl'] }],
    ['Bereikbaar via info@wilgen.nl', { contact: ['Bereikbaar via info@wilgen.nl'] }],
  ])('Dutch: %s', async (line, expected) => {
    const { policy } = await below('nl', [line])
    expect(policy.metadata).toMatchObject(expected)
    expect(policy.metadata).not.toHaveProperty('subtitle')
  })

  it.each([
    ['Ver. 2.1', { version: '2.1.0' }],
    ['Issue No. 4', { version: '4.0.0' }],
    ['Status: Pending approval', { status: 'proposed' }],
    ['Status: Superseded', { status: 'withdrawn' }],
    ['Approved by: Board of Trustees, 3 May 2024', adopted('Board of Trustees')],
    ['Approving committee: Finance Committee', adopted('Finance Committee', null)],
    ['Authorised by the Chief Executive on 3 May 2024', adopted('Chief Executive')],
    ['Adopted by the Parish Council at its meeting on 3 May 2024', adopted('Parish Council')],
    ['Adopted by the general meeting on 3 May 2024', adopted('general meeting')],
    ['Approved on behalf of the Board: 3 May 2024', adopted('Board')],
    ['Board approval date: 3 May 2024', adopted('Board')],
    ['Date effective: 1 August 2024', FROM],
    ['w.e.f. 1 August 2024', FROM],
    ['Live from 1 August 2024', FROM],
    ['Valid: 1 August 2024 – 31 July 2027', { ...FROM, review: '2027-07-31' }],
    ['Next scheduled review: 1 May 2026', NEXT],
    ['Review no later than 1 May 2026', NEXT],
    ['Date last reviewed: 3 May 2024', { date: DAY }],
    ['Revised: 3 May 2024', { date: DAY }],
    ['Policy author: Jo White', { editors: ['Jo White'] }],
    ['Originator: Jo White', { editors: ['Jo White'] }],
    ['Executive lead: Head of HR', noted('Executive lead: Head of HR')],
    ['Kept by the clerk', noted('Kept by the clerk')],
    ['Enquiries to Jo White on 01234 567890', { contact: ['Enquiries to Jo White on 01234 567890'] }],
    ['12 High Street, Oxford OX1 2AB', { contact: ['12 High Street, Oxford OX1 2AB'] }],
  ])('English: %s', async (line, expected) => {
    expect((await below('en', [line])).policy.metadata).toMatchObject(expected)
  })

  it.each(['Kluizen: regels voor de bovenbouw', 'voor leerlingen, ouders en docenten', 'Zo gaan wij om met kluizen'])(
    'and none for that: %s',
    async (line) => {
      expect((await below('nl', [line])).policy.metadata).toMatchObject({ status: 'draft', subtitle: line })
    },
  )

  it.each([
    ['nl', 'Bakkerij Jansen B.V.', true],
    ['nl', 'Kinderdagverblijf Pippeloentje', true],
    ['nl', 'Turnclub Sport en Spel', true],
    ['en', 'Brook House Care Home', true],
    ['en', 'Northgate Medical Practice', true],
    ['nl', 'Museum bezoeken met de klas', false],
    ['en', 'at home and in the hall', false],
  ] as const)('names an organisation or none, in %s: %s', async (lang, line, isOne) => {
    expect((await below(lang, [line])).organisation).toBe(isOne ? line : undefined)
  })

  it('is an address over several lines', async () => {
    expect((await below('nl', ['Dorpsstraat 12', '3511 AB Utrecht'])).policy.metadata.contact).toEqual([
      'Dorpsstraat 12',
      '3511 AB Utrecht',
    ])
    expect((await below('en', ['12 High Street', 'Oxford', 'OX1 2AB'])).policy.metadata.contact).toEqual([
      '12 High Street',
      'Oxford',
      'OX1 2AB',
    ])
  })

  it('is a subtitle only beside the title', async () => {
    const { policy } = await below('nl', ['voor de bovenbouw', 'Versie 2.1', 'Wat een sleutel allemaal kan'])
    expect(policy.metadata).toMatchObject({ subtitle: 'voor de bovenbouw', remarks: [{ note: 'Wat een sleutel allemaal kan' }] })
  })
})

describe('a table about its document', () => {
  it('has its names in the first row and what they name in the second', async () => {
    const rows = [
      ['Versie', 'Ingangsdatum', 'Evaluatie', 'Eigenaar'],
      ['2.1', '1 augustus 2024', '1 mei 2026', 'Conciërge'],
    ]
    expect((await below('nl', [], rows)).policy.metadata).toMatchObject({
      version: '2.1.0',
      ...FROM,
      ...NEXT,
      ...noted('Eigenaar: Conciërge'),
    })
  })

  it('is a history with columns of its own, of which the last row tells who decided', async () => {
    const rows = [
      ['Version', 'Date', 'Description', 'Approved by'],
      ['1.0', '1 Feb 2020', 'New', 'Council'],
      ['2.1', '3 May 2024', 'Updated', 'Board'],
    ]
    const { metadata } = (await below('en', [], rows)).policy
    expect(metadata).toMatchObject({
      version: '2.1.0',
      status: 'adopted',
      approvals: [{ date: DAY, body: 'Board', right: 'adoption' }],
    })
    expect(metadata.history).toHaveLength(2)
  })

  it('says in a column of roles what each body does', async () => {
    const rows = [
      ['Gremium', 'Rol', 'Datum'],
      ['MR', 'Instemming', '2 mei 2024'],
      ['Bestuur', 'Vaststelling', '3 mei 2024'],
    ]
    expect((await below('nl', [], rows)).policy.metadata.approvals).toEqual([
      { date: '2024-05-02', body: 'MR', right: 'consent' },
      { date: DAY, body: 'Bestuur', right: 'adoption' },
    ])
  })
})

describe('a sentence about its document', () => {
  it.each([
    ['nl', 'Het bestuur heeft dit reglement vastgesteld op 3 mei 2024.', adopted('bestuur')],
    ['nl', 'Op 3 mei 2024 heeft het bestuur deze regels vastgesteld.', adopted('bestuur')],
    [
      'nl',
      'Deze afspraken zijn op 3 mei 2024 door de directie vastgesteld en gaan in op 1 augustus 2024.',
      { ...adopted('directie'), ...FROM },
    ],
    ['nl', 'Met ingang van 1 augustus 2024 gelden deze regels.', FROM],
    ['nl', 'De directie evalueert dit protocol vóór 1 mei 2026.', NEXT],
    ['nl', 'De eerstvolgende herziening is op 1 mei 2026.', NEXT],
    ['nl', 'Dit is versie 2.1 van het protocol.', { version: '2.1.0' }],
    ['nl', 'Dit protocol is geschreven door de werkgroep Veiligheid.', { editors: ['werkgroep Veiligheid'] }],
    ['en', 'The trustees approved this policy on 3 May 2024.', adopted('trustees')],
    ['en', 'This policy was approved on 3 May 2024 by the Board of Trustees.', adopted('Board of Trustees')],
    ['en', 'The trustees will review this policy by 1 May 2026.', NEXT],
    ['en', 'The next review is due on 1 May 2026.', NEXT],
    ['en', 'The Head of HR is responsible for this policy.', noted('The Head of HR is responsible for this policy.')],
  ] as const)('%s: %s', async (lang, sentence, expected) => {
    const { policy, markdown } = await saying(lang, sentence)
    expect(policy.metadata).toMatchObject(expected)
    expect(markdown).toContain(sentence)
  })

  it.each([
    'Dit reglement vervangt het reglement van 1 mei 2019.',
    'De wet is op 3 mei 2024 vastgesteld en treedt later in werking.',
    'Dit reglement is op 3 mei 2024 geëvalueerd en bleef gelijk.',
    'Wie op 3 mei 2024 een kluis huurt, betaalt de huur van dat jaar.',
  ])('tells no day of review, and no decision: %s', async (sentence) => {
    const { metadata } = (await saying('nl', sentence)).policy
    expect(metadata).not.toHaveProperty('review')
    expect(metadata).not.toHaveProperty('approvals')
  })
})

describe('the last lines of a document', () => {
  it('tell where somebody is reached, and when', async () => {
    const { policy, markdown } = await above(
      'en',
      'Housing office',
      '3 Lock Lane, Leeds LS10 2QT',
      'Monday to Friday, 9 am to 12.30 pm',
    )
    expect(policy.metadata.contact).toEqual(['3 Lock Lane, Leeds LS10 2QT', 'Monday to Friday, 9 am to 12.30 pm'])
    expect(markdown).not.toContain('# Housing office')
    const asked = await above('nl', 'Vragen of opmerkingen?', 'Commissie Kluizen, tst. 4410', 'kluis@linde.nl')
    expect(asked.policy.metadata.contact).toEqual(['Commissie Kluizen, tst. 4410', 'kluis@linde.nl'])
    expect(asked.markdown).not.toContain('opmerkingen')
  })

  it('are a colophon under its name', async () => {
    const { policy, markdown } = await above(
      'nl',
      'Colofon',
      'Tekst: J. de Wit',
      'Vormgeving: Studio Zes',
      'Versie 2.1, 3 mei 2024',
    )
    expect(policy.metadata).toMatchObject({
      version: '2.1.0',
      date: DAY,
      editors: ['J. de Wit'],
      ...noted('Vormgeving: Studio Zes'),
    })
    expect(markdown).not.toContain('Colofon')
  })

  it('are a table of who signed', async () => {
    const rows = [
      ['M. Achterberg', 'R.J. Slot'],
      ['voorzitter', 'secretaris'],
    ]
    const { policy } = await bring(
      p('Kluisprotocol', style('Titel')),
      p('Artikel', style('Kop1')),
      p(TEXT.nl[1]),
      p('Aldus vastgesteld te Deventer op 3 mei 2024,'),
      table(rows),
    )
    expect(policy.metadata).toMatchObject({
      approvals: [{ date: DAY, right: 'adoption' }],
      ...noted('M. Achterberg, R.J. Slot; voorzitter, secretaris'),
    })
  })
})

describe('what a document says of itself and what cannot be', () => {
  const forms = ({ receipt }: Imported) =>
    receipt.findings.flatMap(({ rule, form, values }) => (rule === 'import/missing' ? [[form, values]] : []))

  it('two days of entry are a finding, and the first is taken', async () => {
    const brought = await below('nl', ['Ingangsdatum: 1 augustus 2024', 'Geldig vanaf: 1 september 2024'])
    expect(brought.policy.metadata.effective).toBe('2024-08-01')
    expect(forms(brought)).toContainEqual(['other-effective', { taken: '2024-08-01', value: '2024-09-01' }])
    expect(
      forms(await below('nl', ['Ingangsdatum: 1 augustus 2024', 'Geldig vanaf: 1 augustus 2024'])).map(([form]) => form),
    ).not.toContain('other-effective')
  })

  it('a text that calls itself adopted and says no more is a draft, and that is said', async () => {
    const brought = await below('nl', ['Status: definitief'])
    expect(brought.policy.metadata.status).toBe('draft')
    expect(forms(brought)).toContainEqual(['decision', undefined])
  })

  it('the body that enacts a text at its head decided, not its meeting', async () => {
    const { policy } = await bring(
      p('Nadere regels kluizen', style('Titel')),
      p('Het college van burgemeester en wethouders van de gemeente Westerhage;'),
      p('gelet op artikel 3 van de verordening;'),
      p('besluit vast te stellen de volgende regels:'),
      p('Artikel', style('Kop1')),
      p(TEXT.nl[1]),
      p('Aldus vastgesteld in de collegevergadering van 3 mei 2024.'),
    )
    expect(policy.metadata.approvals).toEqual([
      { date: DAY, body: 'college van burgemeester en wethouders', right: 'adoption', remarks: 'collegevergadering' },
    ])
  })
})

describe('what stands beside or below something else', () => {
  it('is an item of its own where two stand beside each other in a text', async () => {
    const source =
      'Kluisregels\n\n1. Doel\n\n- sleutel mee         - slot dicht\n- jas in de kluis     - tas op de grond\n- niets onder de bank - kluis leeg in juni\n\nDe conciërge kijkt toe.\n'
    const { value } = await importDocument(new TextEncoder().encode(source.replace('bank -', 'bank  -')), 'kluis.txt')
    expect(value?.markdown.match(/^- .*?(?= \{)/gm)).toEqual([
      '- sleutel mee',
      '- jas in de kluis',
      '- niets onder de bank',
      '- slot dicht',
      '- tas op de grond',
      '- kluis leeg in juni',
    ])
    expect(value?.receipt.findings.filter(({ rule }) => rule !== 'import/missing')).toEqual([])
  })

  it('is the text of a heading below a break in its paragraph', async () => {
    const { markdown } = await bring(
      p('Kluisprotocol', style('Titel')),
      p(`${run('Sleutels')}<w:r><w:br/></w:r>${run('De sleutel blijft op school als de dag voorbij is.')}`, style('Kop1')),
      p(TEXT.nl[1]),
    )
    expect(markdown).toMatch(/# Sleutels \{[^}]*\}\n\nDe sleutel blijft op school/)
  })

  it('is a street on a cover, and the head of a newsletter: neither is a subtitle or a title', async () => {
    expect((await below('nl', ['Dorpsstraat 12'])).policy.metadata.contact).toEqual(['Dorpsstraat 12'])
    const { policy } = await bring(
      p('Nieuwsbrief 12 | november 2024'),
      p('Kluisregels'),
      p('Artikel', style('Kop1')),
      p(TEXT.nl[1]),
    )
    expect(policy.metadata).toMatchObject({ title: 'Kluisregels', ...noted('Nieuwsbrief 12 | november 2024') })
  })

  it('is the title and the organisation that stand in a header alone', async () => {
    const lines = ['Bakkerij Jansen B.V.', 'Kluisreglement', 'HR-014'].map((cell) => `<w:tc>${p(cell)}</w:tc>`).join('')
    const header = `<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:tbl><w:tr>${lines}</w:tr></w:tbl></w:hdr>`
    const relations = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="h1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="header1.xml"/></Relationships>`
    const source = docx(p('Artikel', style('Kop1')) + p(TEXT.nl[1]), {
      'word/header1.xml': header,
      'word/_rels/document.xml.rels': relations,
    })
    const { value } = await importDocument(source, 'x.docx')
    expect([value?.policy.metadata.title, value?.organisation]).toEqual(['Kluisreglement', 'Bakkerij Jansen B.V.'])
  })
})

describe('what became a clause and looks like none', () => {
  const said = ({ receipt }: Imported) =>
    receipt.findings.flatMap(({ rule, form, values }) => (rule === 'import/structure' ? [[form, values]] : []))

  it('is a finding: an address, a day and the head of a newsletter among provisions', async () => {
    const brought = await bring(
      p('Kluisprotocol', style('Titel')),
      p('Artikel', style('Kop1')),
      p(TEXT.nl[1]),
      p('Nieuwsbrief 12, november 2024'),
      p('Dorpsstraat 12, 3511 AB Utrecht'),
      p(TEXT.nl[1].replace('kluis', 'kast')),
      p('Einde', style('Kop1')),
      p('Wie zijn sleutel kwijt is, betaalt een nieuwe sleutel.'),
    )
    expect(said(brought)).toEqual([['aside', { count: 2, words: 'Nieuwsbrief 12, november 2024' }]])
  })

  it('is a finding: rules in a table that stays one', async () => {
    const rows = [
      ['Onderwerp', 'Regel', 'Wie'],
      ['Sleutel', 'De sleutel blijft op school als de dag voorbij is.', 'Conciërge'],
      ['Slot', 'Een slot wordt na een jaar door een nieuw slot vervangen.', 'Conciërge'],
    ]
    const brought = await bring(
      p('Kluisprotocol', style('Titel')),
      p('Artikel', style('Kop1')),
      p(TEXT.nl[1]),
      table(rows),
      p(TEXT.nl[1].replace('kluis', 'kast')),
    )
    expect(said(brought)).toEqual([['table', { count: 2, words: 'De sleutel blijft op school als de dag voorbij is.' }]])
  })
})
