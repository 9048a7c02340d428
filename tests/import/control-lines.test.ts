import { describe, expect, it } from 'vitest'
import { decisionsByPart, onlyDecisions } from '../../src/blocks/index.js'
import { type Imported, importDocument } from '../../src/import/index.js'
import { inEnglish } from '../support/words.js'

const TEXT = `## Doel

De kluis blijft dicht tot de laatste bel, want wie eerder gaat stoort de lessen van anderen.

## Gebruik

Wie een sleutel kwijt is, meldt dat dezelfde dag bij de conciërge en betaalt een nieuwe.`

async function bring(source: string, name = 'kluis.md'): Promise<Imported> {
  const { value, messages } = await importDocument(new TextEncoder().encode(source), name)
  if (!value) throw new Error(messages.map(inEnglish).join('\n'))
  expect(value.receipt.unaccounted).toEqual([])
  return value
}
const about = async (source: string, name?: string) => (await bring(source, name)).policy.metadata
const clauses = async (source: string): Promise<string[]> =>
  (await bring(source)).receipt.fragments.filter(({ clause }) => clause !== undefined).map(({ text }) => text)

describe('names and values one below the other', () => {
  const LINES = [
    'Zaaksoort: intern',
    'Versie: 2.1',
    'Ingangsdatum: 1 augustus 2024',
    'Steunpunt: lokaal 12',
    'Evaluatie: 1 mei 2026',
  ]

  it('tell of the document at its beginning, those under names nobody knows too', async () => {
    const {
      version,
      effective,
      review,
      remarks = [],
    } = await about(`# Kluisprotocol\n\n${LINES.slice(1).join('\n\n')}\n\n${TEXT}\n`)
    expect({ version, effective, review }).toEqual({ version: '2.1.0', effective: '2024-08-01', review: '2026-05-01' })
    expect(remarks.map(({ note }) => note)).toEqual(['Steunpunt: lokaal 12'])
  })

  it('and at its end, without the heading above them', async () => {
    const source = `# Kluisprotocol\n\n${TEXT}\n\n## Documentbeheer\n\n${LINES.slice(1).join('\n\n')}\n`
    expect(await about(source)).toMatchObject({ version: '2.1.0', effective: '2024-08-01', review: '2026-05-01' })
    expect((await clauses(source)).join('\n')).not.toMatch(/Documentbeheer|Steunpunt|Versie/)
  })

  it('are text where most names are not known', async () => {
    const prices = ['Sleutel: 5 euro', 'Slot: 12 euro', 'Kast: 80 euro', 'Versie: 2.1']
    expect((await clauses(`# Kluisprotocol\n\n${TEXT}\n\n## Prijzen\n\n${prices.join('\n\n')}\n`)).join('\n')).toContain(
      'Kast: 80 euro',
    )
  })

  it('stand above each other, a day with its number in front', async () => {
    const pairs = ['Laatst gewijzigd', '14 mrt. 2024', 'Steunpunt', 'lokaal 12', 'Versie', '2.1', 'Beheerder', 'de conciërge']
    const { version, date, remarks = [] } = await about(`# Kluisprotocol\n\n${pairs.join('\n\n')}\n\n${TEXT}\n`)
    expect({ version, date }).toEqual({ version: '2.1.0', date: '2024-03-14' })
    expect(remarks.map(({ note }) => note)).toEqual(['Steunpunt: lokaal 12', 'Beheerder: de conciërge'])
  })

  it('parted by strokes are each by itself, an organisation among them', async () => {
    const { version, status } = await about(`# Kluisprotocol\n\nVersie: 2.1 | Status: concept | Datum: 3 mei 2024\n\n${TEXT}\n`)
    expect({ version, status }).toEqual({ version: '2.1.0', status: 'draft' })
    const { organisation } = await bring(`# Locker policy\n\nSchool: Park View School | Version: 2\n\n${TEXT}\n`)
    expect(organisation).toBe('Park View School')
  })

  it('the day of a version gives way to one that has a name', async () => {
    const lines = 'Versie 2 (3 mei 2024)\n\nLaatst gewijzigd: 4 juni 2024'
    const { date, remarks = [] } = await about(`# Kluisprotocol\n\n${lines}\n\n${TEXT}\n`)
    expect(date).toBe('2024-06-04')
    expect(remarks.map(({ note }) => note)).toEqual(['Versie 2 (3 mei 2024)'])
  })
})

describe('what an organisation is, is no name of one', () => {
  it.each(['School', 'Site Lower School', 'Stichting'])('%s', async (line) => {
    expect((await bring(`# Locker policy\n\n${line}\n\n${TEXT}\n`)).organisation).toBeUndefined()
  })
})

describe('decisions told in whatever order', () => {
  it.each([
    [
      'De MR stemde op 3 mei 2024 in, waarna het bestuur op 4 juni 2024 dit protocol vaststelde.',
      ['2024-05-03 MR consent', '2024-06-04 bestuur adoption'],
    ],
    [
      'Besproken met en ingestemd door de personeelsgeleding van de MR op 3 mei 2024',
      ['2024-05-03 personeelsgeleding van de MR consent'],
    ],
    ['Op 3 mei 2024 heeft de ouderraad instemming verleend', ['2024-05-03 ouderraad consent']],
    ['De instemming van de raad van toezicht is verkregen op 3 mei 2024', ['2024-05-03 raad van toezicht consent']],
    ['The Joint Consultative Committee gave its consent on 3 May 2024', ['2024-05-03 Joint Consultative Committee consent']],
    ['At their meeting of 3 May 2024, the trustees adopted this policy', ['2024-05-03 trustees adoption']],
    [
      'Adopted by the Board of Trustees on 4 June 2024 following consultation with the student council on 3 May 2024',
      ['2024-06-04 Board of Trustees adoption', '2024-05-03 student council advice'],
    ],
  ])('%s', (line, said) => {
    expect(onlyDecisions(line).map(({ date, body, right }) => `${date} ${body} ${right}`)).toEqual(said)
  })

  it.each([
    'De MR heeft op 3 mei 2024 niet ingestemd',
    'Het bestuur wordt gevraagd op 3 mei 2024 vast te stellen wie de sleutels beheert',
    'Ouders hebben op 3 mei 2024 ingestemd',
  ])('none is told by: %s', (line) => {
    expect(onlyDecisions(line)).toEqual([])
  })

  it('more than a decision is not only one', () => {
    const line = 'De MR heeft op 3 mei 2024 ingestemd met de aanschaf van kluizen'
    expect(onlyDecisions(line)).toEqual([])
    expect(decisionsByPart(line)).toHaveLength(1)
  })
})

describe('what a sentence says of its document', () => {
  it.each([
    ['Dit protocol heeft een looptijd tot 3 mei 2027.', { review: '2027-05-03' }],
    ['Dit reglement werkt vanaf 3 mei 2024.', { effective: '2024-05-03' }],
    ['Dit plan gaat per 3 mei 2024 in.', { effective: '2024-05-03' }],
  ])('%s', async (line, facts) => {
    expect(
      await about(`# Kluisprotocol\n\n${TEXT}\n\n## Slot\n\n${line} Vragen beantwoordt de conciërge elke dag.\n`),
    ).toMatchObject(facts)
  })
})
