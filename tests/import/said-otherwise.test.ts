import { describe, expect, it } from 'vitest'
import { addLine, noFacts, takeTable, text } from '../../src/blocks/index.js'
import { importDocument } from '../../src/import/index.js'

const fromLine = (line: string) => {
  const facts = noFacts()
  addLine(line, facts)
  return facts
}
const fromTable = (rows: readonly (readonly string[])[]) => {
  const facts = noFacts()
  const key = takeTable(
    rows.map((row) => row.map((cell) => [text(cell)])),
    facts,
    true,
  )
  return { key, facts }
}
const TEXT = 'De kluis blijft dicht tot de laatste bel, want wie eerder gaat stoort de lessen van anderen.'
const about = async (source: string) => {
  const { value } = await importDocument(new TextEncoder().encode(source), 'text.md')
  return value?.policy.metadata
}

describe('a line of a cover', () => {
  it.each([
    ['Made by the Committee, 6 February 2023 (minute 23/11).', { date: '2023-02-06', body: 'Committee', right: 'adoption' }],
    [
      'Besluit van: college van bestuur, 10 september 2024',
      { date: '2024-09-10', body: 'college van bestuur', right: 'adoption' },
    ],
    ['Unions consulted: UCU and UNISON, 16 January 2024', { date: '2024-01-16', body: 'UCU and UNISON', right: 'advice' }],
  ])('tells who decided, or was asked: %s', (line, decision) => {
    expect(fromLine(line).approvals).toMatchObject([decision])
  })

  it('tells of several that were asked', () => {
    const line = 'Consultation: Joint Staff Committee, 20 April 2023; Matrons’ Forum, 3 May 2023'
    expect(fromLine(line).approvals).toEqual([
      { date: '2023-04-20', body: 'Joint Staff Committee', right: 'advice' },
      { date: '2023-05-03', body: 'Matrons’ Forum', right: 'advice' },
    ])
  })

  it('tells who made a text, and since when it holds', () => {
    const line = 'made by the Academic Board under Ordinance 14 on 2 May 2024; in force from 23 September 2024'
    expect(fromLine(line)).toMatchObject({
      effective: '2024-09-23',
      approvals: [{ date: '2024-05-02', body: 'Academic Board', right: 'adoption' }],
    })
    // Nobody who decides.
    expect(fromLine('Made by Studio Six, 3 May 2024').approvals).toEqual([])
    expect(fromLine('Looptijd: vanaf 1 oktober 2024').effective).toBe('2024-10-01')
  })

  it('tells what is still to come, and nothing that was decided', () => {
    for (const line of ['To trustees for approval: 4 December 2024', 'Submitted to Council for adoption, 3 June 2026'])
      expect(fromLine(line).approvals).toEqual([])
  })
})

describe('a table about its document', () => {
  it('may have names that nobody knows among those that tell', () => {
    const { key, facts } = fromTable([
      ['Policy type', 'Statutory', 'Review cycle', 'Annual'],
      ['Policy lead', 'Mrs J. Bakker', 'Link governor', 'Mr P. Visser'],
      ['Ratified on', '17 October 2024', 'Next review', 'October 2025'],
    ])
    expect(key).toBe('front matter')
    expect(facts.approvals).toEqual([{ date: '2024-10-17', right: 'adoption' }])
    expect(facts.remarks).toEqual([
      'Policy type: Statutory',
      'Review cycle: Annual',
      'Policy lead: Mrs J. Bakker',
      'Link governor: Mr P. Visser',
      'Next review: October 2025',
    ])
  })

  it('may be a history whose columns have no names', () => {
    const { key, facts } = fromTable([
      ['1.0', '29-06-2021', 'eerste vaststelling'],
      ['1.4', '18-04-2023', 'verlof verduidelijkt'],
    ])
    expect(key).toBe('history')
    expect(facts.history.map(({ version }) => version)).toEqual(['1.0.0', '1.4.0'])
  })

  it('may say in a name that the text was adopted, above the day', () => {
    const { facts } = fromTable([
      ['This policy was adopted on', 'Signed on behalf of the nursery', 'Date for review'],
      ['8/1/2024', 'K. Mulder (manager)', '8/1/2025'],
    ])
    expect(facts).toMatchObject({ review: '2025-01-08', approvals: [{ date: '2024-01-08', right: 'adoption' }] })
  })

  it('keeps an intended decision apart from the one that was taken', () => {
    const { facts } = fromTable([
      ['Voorgenomen besluit', 'College van bestuur, 3 februari 2025'],
      ['Definitief besluit', 'College van bestuur, 14 april 2025'],
      ['Autorisatie', 'Directeur Zorg'],
    ])
    expect(facts.approvals.map(({ date }) => date)).toEqual(['2025-04-14', undefined])
    expect(facts.remarks).toEqual(['Voorgenomen besluit: College van bestuur, 3 februari 2025'])
  })
})

describe('the end of a text', () => {
  it('is a colophon in sentences', async () => {
    const said =
      'Deze regeling is vastgesteld door de directeur op 8 april 2024, na advies van de ouderraad (19 maart 2024). Tekst: bureau Woordenaar. Foto’s: I. Jansen. Volgende evaluatie: voorjaar 2027.'
    const source = `# Klachtenregeling\n\n## 1. Doel\n\n${TEXT}\n\n## 2. Klagen\n\n${TEXT}\n\nColofon\n\n${said}\n`
    expect(await about(source)).toMatchObject({
      status: 'adopted',
      editors: ['bureau Woordenaar'],
      approvals: [
        { date: '2024-03-19', body: 'ouderraad', right: 'advice' },
        { date: '2024-04-08', body: 'directeur', right: 'adoption' },
      ],
    })
  })

  it('tells that a text holds from the day it was decided on', async () => {
    const said =
      'Aldus aangenomen door de ledenvergadering van 21 november 2023 en direct van kracht geworden. Het reglement van 2016 is daarmee vervallen.'
    expect(await about(`# Kluisreglement\n\n## 1. Doel\n\n${TEXT}\n\n## 2. Gebruik\n\n${TEXT}\n\n${said}\n`)).toMatchObject({
      status: 'adopted',
      effective: '2023-11-21',
      approvals: [{ date: '2023-11-21', body: 'ledenvergadering', right: 'adoption' }],
    })
  })

  it('tells when a text was approved, and in what month it is looked at again', async () => {
    const said = 'The board approved this version on 27 July 2023 and will look at it again in July 2026.'
    const metadata = await about(
      `# Locker policy\n\n## 1. Aim\n\nNobody opens a locker of somebody else.\n\n## 2. Keys\n\nKeys stay in.\n\n${said}\n`,
    )
    expect(metadata).toMatchObject({ approvals: [{ date: '2023-07-27', body: 'board', right: 'adoption' }] })
    expect(metadata?.review).toBeUndefined()
  })
})
