import { describe, expect, it } from 'vitest'
import { addLine, decisionsIn, noFacts } from '../../src/blocks/index.js'

const told = (text: string) =>
  decisionsIn(text).map(({ date, body, right, decision }) => [date, body, right, decision].filter(Boolean).join(' | '))

describe('a sentence tells who decided, what and when', () => {
  it.each([
    ['agreed by the Residents’ Assembly on 2 October 2023', '2023-10-02 | Residents’ Assembly | adoption'],
    ['The Governing Body adopted this policy on 12 March 2024.', '2024-03-12 | Governing Body | adoption'],
    ['At its meeting on 12 March 2024 the Board of Governors adopted this policy.', '2024-03-12 | Board of Governors | adoption'],
    ['Adopted at the annual general meeting on 3 May 2024', '2024-05-03 | annual general meeting | adoption'],
    [
      'Aldus vastgesteld in de vergadering van het dagelijks bestuur van 4 februari 2025,',
      '2025-02-04 | dagelijks bestuur | adoption',
    ],
    ['Goedgekeurd in de bestuursvergadering van 9 april 2025.', '2025-04-09 | bestuursvergadering | approval'],
    ['Op 12 maart 2024 heeft de medezeggenschapsraad ingestemd met dit protocol.', '2024-03-12 | medezeggenschapsraad | consent'],
    ['Dit reglement is op 3 mei 2022 door het bestuur vastgesteld.', '2022-05-03 | bestuur | adoption'],
  ])('%s', (sentence, expected) => {
    expect(told(sentence)).toEqual([expected])
  })

  it.each([
    [
      'De oudercommissie heeft op 12 november 2024 positief geadviseerd. De bestuurder heeft het plan op 25 november 2024 vastgesteld.',
      ['2024-11-12 | oudercommissie | advice | positive', '2024-11-25 | bestuurder | adoption'],
    ],
    [
      'De MR stemde op 3 mei 2024 in met dit plan; het bestuur stelde het vast op 8 mei 2024.',
      ['2024-05-03 | MR | consent', '2024-05-08 | bestuur | adoption'],
    ],
    [
      'De directie heeft dit protocol vastgesteld op 5 mei 2024, de MR heeft op 1 mei 2024 ingestemd.',
      ['2024-05-05 | directie | adoption', '2024-05-01 | MR | consent'],
    ],
  ])('%s', (sentence, expected) => {
    expect(told(sentence)).toEqual(expected)
  })

  it.each(['Dit protocol wordt op 3 mei 2028 door het bestuur vastgesteld.', 'De MR heeft op 3 mei 2024 nog niet ingestemd.'])(
    'and what is still to come is none: %s',
    (sentence) => {
      expect(told(sentence)).toEqual([])
    },
  )
})

describe('where a sentence of a document ends is for the language of the document to say', () => {
  it.each([
    [
      'This policy was adopted by the governors of St. Columba on 3 May 2024.',
      '2024-05-03 | governors of St. Columba | adoption',
    ],
    ['We say what we do. The board adopted this policy on 3 May 2024.', '2024-05-03 | board | adoption'],
  ])('%s', (text, expected) => {
    const [first] = decisionsIn(text, 'en')
    expect([first?.date, first?.body, first?.right].join(' | ')).toBe(expected)
    expect(decisionsIn(text, 'nl')).not.toEqual(decisionsIn(text, 'en'))
  })
})

describe('a line about its document', () => {
  const read = (line: string) => {
    const facts = noFacts()
    addLine(line, facts)
    return Object.fromEntries(Object.entries(facts).filter(([, value]) => !(Array.isArray(value) && value.length === 0)))
  }

  it.each([
    ['v2.1 | vastgesteld door het MT op 3-3-2024 | Eigenaar: HR', { version: '2.1.0', remarks: ['Eigenaar: HR'] }],
    ['2e druk', { version: '2.0.0' }],
    ['Third edition, May 2024', { version: '3.0.0', remarks: ['Third edition, May 2024'] }],
    ['Treedt in werking op 1 augustus 2024', { effective: '2024-08-01' }],
    ['Valid until 31 July 2026', { review: '2026-07-31' }],
    ['Te herzien vóór 1 mei 2027', { review: '2027-05-01' }],
    ['Ratified by: Board of Trustees, 12 March 2024', { adopted: true }],
    ['Prepared by: the bursar', { editors: ['the bursar'] }],
    ['Contactpersoon: mevr. De Wit', { contact: ['Contactpersoon: mevr. De Wit'] }],
    ['Laatst gewijzigd op 1 september 2025 door de webmaster', { date: '2025-09-01' }],
  ])('%s', (line, expected) => {
    expect(read(line)).toMatchObject(expected)
  })
})
