import { describe, expect, it } from 'vitest'
import { addLine, decisionsIn, namesItself, noFacts, toVersion } from '../../src/blocks/index.js'
import { importDocument } from '../../src/import/index.js'
import type { Metadata } from '../../src/model/index.js'
import { docx, p, style } from './word.js'

const BODY = [
  p('Gebruik', style('Kop1')),
  p('Iedere leerling krijgt een kluis met een eigen sleutel.'),
  p('De sleutel wordt niet uitgeleend aan anderen.'),
].join('')

/** What a document says of itself by lines on its cover or below its text. */
async function about(cover: readonly string[], last: readonly string[] = []): Promise<Metadata> {
  const lines = (texts: readonly string[]) => texts.map((text) => p(text)).join('')
  const file = docx(`${p('Kluisreglement', style('Titel'))}${lines(cover)}${BODY}${lines(last)}`)
  const { value } = await importDocument(file, 'kluis.docx')
  if (!value) throw new Error('not read')
  return value.policy.metadata
}

const notes = ({ remarks = [] }: Metadata) => remarks.map(({ note }) => note)

describe('what is still to be decided', () => {
  it.each([
    'Ter vaststelling door de ledenvergadering van 12 mei 2026',
    'Ter instemming voorgelegd aan de ondernemingsraad op 12 mei 2026',
    'Voorgenomen besluit d.d. 10 maart 2026',
    'Voorstel ter besluitvorming in het bestuur',
    'PROPOSED – for decision by the Board of Trustees at its meeting in June',
    'For approval by the Governing Body on 3 June 2026',
    'Submitted to Council for adoption, 3 June 2026',
    'To be adopted by the Annual General Meeting on 3 June 2026',
  ])('is no decision, and makes a proposal: %s', async (line) => {
    const metadata = await about([line])
    expect(metadata).toMatchObject({ title: 'Kluisreglement', status: 'proposed' })
    expect(metadata.approvals).toBeUndefined()
    expect(notes(metadata)).toContain(line)
  })

  it('was decided where another line says so', async () => {
    const metadata = await about(['Ter instemming aan de OR: 12 mei 2025', 'Vastgesteld door het bestuur op 3 juni 2025'])
    expect(metadata).toMatchObject({ status: 'adopted', approvals: [{ date: '2025-06-03', body: 'bestuur', right: 'adoption' }] })
  })

  it('is nothing where the words name a day of another kind, or are a title', async () => {
    expect(await about(['Voorgestelde ingangsdatum: 1 augustus 2026'])).toMatchObject({
      status: 'draft',
      effective: '2026-08-01',
    })
    const facts = noFacts()
    expect(addLine('Voorstel reglement raad van toezicht', facts)).toBeUndefined()
    expect(addLine('Proposed policy of the board on lockers', facts)).toBeUndefined()
  })
})

describe('the decision on another text', () => {
  it('is none on this one', async () => {
    const metadata = await about([], ['De regeling van 4 mei 2019, vastgesteld door het bestuur, vervalt.'])
    expect(metadata.status).toBe('draft')
    expect(metadata.approvals).toBeUndefined()
  })

  it.each([
    ['De regeling van 4 mei 2019 vervalt.', false],
    ['The policy adopted on 4 May 2019 is withdrawn.', false],
    ['Het bestuur heeft het plan op 3 mei 2024 vastgesteld.', true],
    ['Dit reglement van 3 mei 2024 geldt voor iedereen.', true],
  ])('%s', (sentence, isOwn) => {
    expect(namesItself(sentence)).toBe(isOwn)
  })
})

describe('a day', () => {
  it('since which a text holds is nobody’s decision', () => {
    expect(decisionsIn('Vastgesteld op 3 juni 2025, van kracht per 1 augustus 2025')).toEqual([
      { date: '2025-06-03', right: 'adoption' },
    ])
  })

  it.each([
    ['Approved by Senate on 3 June 2025; effective 1 August 2025', 'Senate'],
    ['Versie 3, vastgesteld door het bestuur d.d. 3 juni 2025 Geldig vanaf 1 augustus 2025', 'bestuur'],
  ])('behind another on one line is read by its own name: %s', async (line, body) => {
    expect(await about([line])).toMatchObject({
      effective: '2025-08-01',
      approvals: [{ date: '2025-06-03', body, right: 'adoption' }],
    })
  })

  it('of a text that the sentence before named is its own', async () => {
    const sentence = 'The board approved this standard on 3 June 2025; it comes into force on 1 August 2025.'
    const after = 'They take effect on 1 August 2025.'
    expect(await about([], [sentence])).toMatchObject({ effective: '2025-08-01', status: 'adopted' })
    expect(await about([], [`Deze regels zijn er voor iedereen. ${after}`])).toMatchObject({ effective: '2025-08-01' })
    expect((await about([], [`De tarieven gaan omhoog. ${after}`])).effective).toBeUndefined()
    expect((await about([], ['Deze regels zijn er voor iedereen.', after])).effective).toBeUndefined()
    expect((await about([], ['The scheme applies from 1 August 2025.'])).effective).toBeUndefined()
  })
})

it('what was agreed with others is what they consented to', async () => {
  expect(await about(['Approved by: Personnel Committee, 3 June 2025', 'Agreed with staff side: 12 May 2025'])).toMatchObject({
    approvals: [
      { date: '2025-05-12', body: 'staff side', right: 'consent' },
      { date: '2025-06-03', body: 'Personnel Committee', right: 'adoption' },
    ],
  })
})

describe('when a text is looked at again, in words that no key holds', () => {
  it.each([
    'Volgende bespreking: schooljaar 2027-2028',
    'Geplande herziening: Q2 2027',
    'To be reviewed every two years',
    'To be reviewed by October 2028.',
  ])('is kept: %s', async (line) => {
    const metadata = await about([line])
    expect(notes(metadata)).toEqual([line])
    expect(metadata.review).toBeUndefined()
  })

  it('is kept with who sees to it as one line', async () => {
    const line = 'Portefeuillehouder: mevrouw drs. I. Hoekstra, conrector onderbouw'
    expect(notes(await about([line]))).toEqual([line])
  })

  it('is kept with the sentence it stands in', async () => {
    const sentence = 'Dit reglement geldt vanaf 1 januari 2026 en wordt in januari 2028 herzien.'
    const metadata = await about([], [sentence])
    expect(metadata.effective).toBe('2026-01-01')
    expect(notes(metadata)).toEqual([sentence])
  })
})

describe('a number', () => {
  it.each(['Zaaknummer Z/25/118403', 'Documentnummer QM-017', 'Document no. IT-STD-07', 'Policy number 7.4'])(
    'of an office is kept without a colon: %s',
    async (line) => {
      expect(notes(await about([line]))).toEqual([line])
    },
  )

  it.each(['Zaaknummer opvragen bij de balie', 'Policy number of the insurer'])('and words are none: %s', (line) => {
    expect(addLine(line, noFacts())).toBeUndefined()
  })

  it('of a year is said as the version it makes', async () => {
    const { value } = await importDocument(
      docx(`${p('Kluisreglement', style('Titel'))}${p('Versie 2026/1')}${BODY}`),
      'kluis.docx',
    )
    expect(value?.policy.metadata.version).toBe('2026.1.0')
    expect(value?.receipt.findings.map(({ rule }) => rule)).not.toContain('import/metadata')
  })

  it('of a year makes a version, and a school year none', () => {
    expect(['2024-1', '2024/1', '2024-25', '2024/2025', '2024-10'].map(toVersion)).toEqual([
      '2024.1.0',
      '2024.1.0',
      undefined,
      undefined,
      undefined,
    ])
  })
})

describe('whose a document is, and what it is called', () => {
  it('is read without the street behind a name', async () => {
    const { value } = await importDocument(
      docx(`${p('Kluisreglement', style('Titel'))}${p('Scholengemeenschap De Noordster, Havenstraat 80')}${BODY}`),
      'kluis.docx',
    )
    expect(value?.organisation).toBe('Scholengemeenschap De Noordster')
  })

  const message = (title: string) =>
    `Van: VvE-beheer\nAan: alle eigenaren\nOnderwerp: reglement zoals besproken\n\n${title}\n\n1. De eigenaar laat de huurder een exemplaar tekenen.\n\n2. De toegangsdeur wordt niet geopend voor onbekenden.\n`

  it.each([
    ['HUISHOUDELIJK REGLEMENT', 'HUISHOUDELIJK REGLEMENT'],
    ['ALGEMEEN', 'reglement zoals besproken'],
  ])('is told by the text below a message where that has a title: %s', async (line, title) => {
    const { value } = await importDocument(new TextEncoder().encode(message(line)), 'bericht.txt')
    expect(value?.policy.metadata.title).toBe(title)
    expect(value?.receipt.unaccounted).toEqual([])
  })
})

describe('the close of what a body adopts', () => {
  const close = 'Aldus besloten in de vergadering van het college van burgemeester en wethouders d.d. 16 september 2025,'

  it('tells who adopted it, with those who signed below', async () => {
    const metadata = await about([], [close, 'de secretaris, de burgemeester,'])
    expect(metadata).toMatchObject({
      status: 'adopted',
      approvals: [{ date: '2025-09-16', body: 'college van burgemeester en wethouders', right: 'adoption' }],
    })
    expect(notes(metadata)).toContain('de secretaris, de burgemeester,')
  })

  it('is nothing in the middle of a sentence', async () => {
    const metadata = await about([], ['Het bestuur heeft op 16 september 2025 besloten de zaal te sluiten.'])
    expect(metadata.approvals).toBeUndefined()
  })
})
