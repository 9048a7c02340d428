import { describe, expect, it } from 'vitest'
import { importDocument } from '../../src/import/index.js'
import type { Metadata } from '../../src/model/index.js'
import { docx, p, run, style, table } from './word.js'

/** What the cover of a Word file becomes, with two chapters below it. */
async function cover(...parts: readonly string[]): Promise<Metadata & { readonly whose?: string }> {
  const text = [
    p('Waarvoor', style('Kop1')),
    p('In de loods liggen de boten van de leden en van de jeugd.'),
    p('Gebruik', style('Kop1')),
    p('Wie een boot pakt, schrijft dat in het boek.'),
  ]
  const { value } = await importDocument(docx([...parts, ...text].join('')), 'loods.docx')
  if (!value) throw new Error('loods.docx was not read')
  expect(value.receipt.unaccounted).toEqual([])
  expect(value.policy.children.map((node) => node.type)).toEqual(['section', 'section'])
  return { ...value.policy.metadata, ...(value.organisation === undefined ? {} : { whose: value.organisation }) }
}

const set = (text: string, halfPoints: number) => p(run(text, `<w:sz w:val="${halfPoints}"/>`))

describe('the title of a cover', () => {
  it('is the line that names a kind of document, not the slogan set larger', async () => {
    const found = await cover(set('SAMEN OP HET WATER!', 56), set('Reglement botenloods', 32), p('Roeiclub De Dolle Riem'))
    expect(found).toMatchObject({ title: 'Reglement botenloods', whose: 'Roeiclub De Dolle Riem' })
  })

  it('is not the organisation that the style of a title was given to', async () => {
    const found = await cover(p('Friends of Elder Weir', style('Titel')), set('Boathouse policy', 32))
    expect(found).toMatchObject({ title: 'Boathouse policy', whose: 'Friends of Elder Weir' })
  })

  it('may be a heading of the level of the chapters, above lines about the document', async () => {
    const found = await cover(
      p('Roeiclub De Dolle Riem'),
      p('Reglement van de loods', '<w:outlineLvl w:val="0"/>'),
      p('Vastgesteld door het bestuur op 4 maart 2024'),
      p('In werking met ingang van 1 april 2024'),
    )
    expect(found).toMatchObject({ title: 'Reglement van de loods', effective: '2024-04-01', status: 'adopted' })
  })

  it('goes on in one word that names its kind', async () => {
    expect(await cover(set('Lending of Boats', 56), set('Policy', 56))).toMatchObject({ title: 'Lending of Boats Policy' })
  })

  it('is as large as it is beside letters of which the file says no size', async () => {
    // Longer than the text below it: 56 half points are no running text for that.
    const found = await cover(set('Reglement voor het gebruik van de botenloods en van', 56), set('de steigers daarnaast', 56))
    expect(found.title).toBe('Reglement voor het gebruik van de botenloods en van de steigers daarnaast')
  })
})

describe('a title in spaced letters', () => {
  const bring = (title: string) =>
    importDocument(docx(set(title, 40) + p('Dit reglement geldt in de loods.', '') + p('De loods is van de roeiclub.')), 'x.docx')
  const spaced = ({ value }: Awaited<ReturnType<typeof bring>>) =>
    value?.receipt.findings.filter((finding) => finding.rule === 'import/structure' && finding.form === 'spaced')

  it('is the words that the text has, and a finding says what stood there', async () => {
    const found = await bring('R E G L E M E N T R O E I C L U B')
    expect(found.value?.policy.metadata.title).toBe('REGLEMENT ROEICLUB')
    expect(spaced(found)).toMatchObject([
      { values: { printed: 'R E G L E M E N T R O E I C L U B', words: 'REGLEMENT ROEICLUB' } },
    ])
  })

  it('stays as it stands where the text does not know its words, with the finding', async () => {
    const found = await bring('P R O T O C O L')
    expect(found.value?.policy.metadata.title).toBe('P R O T O C O L')
    expect(spaced(found)).toHaveLength(1)
  })
})

describe('the first chapter', () => {
  const bold = (text: string) => p(run(text, '<w:b/><w:sz w:val="24"/>'))
  const chapters = (...before: readonly string[]) =>
    importDocument(
      docx(
        [
          ...before,
          bold('Policy objectives'),
          p('The boats are there for all members and for the young ones among them:'),
          bold('Use'),
          p('Who takes a boat writes that down in the book.'),
          bold('Damage'),
          p('Damage is told to the steward.'),
        ].join(''),
      ),
      'boats.docx',
    )

  it.each([
    ['below a title', [p(run('Boathouse policy', '<w:sz w:val="40"/>')), p('DATE OF NEXT REVIEW: November 2027')]],
    [
      'below a table that names the title',
      [
        table([
          ['Title', 'Boathouse policy'],
          ['Version', '3'],
          ['Review date', 'May 2027'],
        ]),
      ],
    ],
  ])('%s is no line of the cover', async (_, before) => {
    const { value } = await chapters(...before)
    expect(value?.policy.metadata.title).toBe('Boathouse policy')
    expect(value?.policy.children.map((node) => node.type)).toEqual(['section', 'section', 'section'])
    expect(JSON.stringify(value?.policy.metadata.remarks)).not.toContain('objectives')
  })
})

describe('a decision on a cover', () => {
  it.each([
    ['Aangenomen in de ledenvergadering van 4 maart 2024', 'ledenvergadering'],
    ['Besluit van het algemeen bestuur van 4 maart 2024', 'algemeen bestuur'],
    ['Vastgesteld: 4 maart 2024, College van Bestuur', 'College van Bestuur'],
    ['Passed at the annual general meeting, Monday 4 March 2024', 'annual general meeting'],
    ['Resolved by the Parish Council at its meeting held on the 4th day of March 2024', 'Parish Council'],
    ['Approved by the Governing Body on: 4 March 2024', 'Governing Body'],
    ['Approved 4th March 2024 (Board)', 'Board'],
    ['Determined by the Trust Board on 4 March 2024', 'Trust Board'],
  ])('%s', async (line, body) => {
    const { approvals, status } = await cover(p('Reglement', style('Titel')), p(line))
    expect(approvals).toEqual([{ date: '2024-03-04', body, right: 'adoption' }])
    expect(status).toBe('adopted')
  })

  it('keeps what goes on behind its day', async () => {
    const line = 'Adopted at the Annual General Meeting, 4 March 2024; amended September 2025'
    const { approvals, remarks } = await cover(p('Boat rules', style('Titel')), p(line))
    expect(approvals).toEqual([{ date: '2024-03-04', body: 'Annual General Meeting', right: 'adoption' }])
    expect(remarks).toEqual([{ note: line }])
  })

  it('tells who was heard before, on no day', async () => {
    const line = 'Agreed by: Finance Committee, 4 March 2024, having heard the Student Council'
    const { approvals } = await cover(p('Refund rules', style('Titel')), p(line))
    expect(approvals).toEqual([
      { body: 'Student Council', right: 'advice' },
      { date: '2024-03-04', body: 'Finance Committee', right: 'adoption' },
    ])
  })

  it('names the body with its right between brackets', async () => {
    const rows = [
      ['Version', '2.0'],
      ['Academic Board (advice)', '1 March 2024'],
      ['Corporation (adoption)', '4 March 2024'],
    ]
    const { approvals } = await cover(p('Boat rules', style('Titel')), table(rows))
    expect(approvals).toEqual([
      { date: '2024-03-01', body: 'Academic Board', right: 'advice' },
      { date: '2024-03-04', body: 'Corporation', right: 'adoption' },
    ])
  })
})

describe('a day on a cover', () => {
  it.each([
    ['These rules come into force on 1 April 2024', 'effective', '2024-04-01'],
    ['In effect 1 April 2024 - up for review at the annual meeting of March 2026', 'effective', '2024-04-01'],
    ['Geldig vanaf 1 april 2024, wordt in 2026 geëvalueerd', 'effective', '2024-04-01'],
    ['In gebruik vanaf 1 april 2024', 'effective', '2024-04-01'],
    ["Van kracht: 1/4/'24", 'effective', '2024-04-01'],
    ['Wordt opnieuw bekeken op 1 april 2027', 'review', '2027-04-01'],
    ['Ingangsdatum: 17 febr. 2025', 'effective', '2025-02-17'],
  ])('%s', async (line, key, day) => {
    expect(await cover(p('Reglement', style('Titel')), p(line))).toMatchObject({ [key]: day })
  })

  it('is that of two names', async () => {
    const found = await cover(p('Boat rules', style('Titel')), p('Approved and effective 1 April 2024'))
    expect(found).toMatchObject({ effective: '2024-04-01', approvals: [{ date: '2024-04-01', right: 'adoption' }] })
  })

  it('stands beside a version where their names do', async () => {
    const rows = [
      ['Opsteller', 'secretaris'],
      ['Ingangsdatum / versie', '01-04-2024 / 2'],
    ]
    const found = await cover(p('Reglement', style('Titel')), table(rows))
    expect(found).toMatchObject({ effective: '2024-04-01', version: '2.0.0' })
  })
})

describe('a table of a cover', () => {
  it('has a name and its value in each cell, below whose it is and what it is called', async () => {
    const rows = [
      ['Roeiclub De Dolle Riem', 'Protocol omslaan'],
      ['Documentnummer: WA-3', 'Versie: 4.0'],
      ['Eigenaar: materiaalcommissaris', 'Datum: 04-03-2024'],
    ]
    const found = await cover(table(rows))
    expect(found).toMatchObject({
      title: 'Protocol omslaan',
      whose: 'Roeiclub De Dolle Riem',
      version: '4.0.0',
      date: '2024-03-04',
    })
    expect(found.remarks).toContainEqual({ note: 'Eigenaar: materiaalcommissaris' })
  })

  it('keeps the words of a status that no decision bears out', async () => {
    const rows = [
      ['Issue', '2.3'],
      ['Status', 'Final'],
      ['In force from', '1 April 2024'],
    ]
    const found = await cover(p('Boat rules', style('Titel')), table(rows))
    expect(found.status).toBe('draft')
    expect(found.remarks).toEqual([{ note: 'Status: Final' }])
  })
})

describe('a line of a cover in parts', () => {
  it('says whose it is, what it is called and when', async () => {
    const found = await cover(p('Roeiclub De Dolle Riem | Loodsreglement | 4 maart 2024'), set('Loodsreglement', 40))
    expect(found).toMatchObject({ title: 'Loodsreglement', whose: 'Roeiclub De Dolle Riem', date: '2024-03-04' })
  })
})
