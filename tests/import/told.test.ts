import { describe, expect, it } from 'vitest'
import { type Imported, importDocument } from '../../src/import/index.js'
import { inEnglish } from '../support/words.js'
import { docx, p, style } from './word.js'

async function bring(source: string, name = 'brief.txt'): Promise<Imported> {
  const { value, messages } = await importDocument(new TextEncoder().encode(source), name)
  if (!value) throw new Error(messages.map(inEnglish).join('\n'))
  expect(value.receipt.unaccounted).toEqual([])
  return value
}

const about = async (source: string, name?: string) => (await bring(source, name)).policy.metadata
const kept = async (source: string, name?: string): Promise<string[]> =>
  (await bring(source, name)).receipt.fragments.filter(({ clause }) => clause !== undefined).map(({ text }) => text)

const BODY =
  'De kluis blijft dicht tot de laatste bel, want wie eerder gaat stoort de lessen van anderen die nog aan het werk zijn.'

describe('days as people write them', () => {
  it.each([
    ['Adopted: April 1st, 2010', '2010-04-01'],
    ['Adopted on the 7th day of April, 2008', '2008-04-07'],
    ['Adopted by the board on 3rd May, 2019', '2019-05-03'],
  ])('%s', async (line, date) => {
    const { approvals = [] } = await about(`Locker policy\n${line}\n\nNobody opens a locker of somebody else without asking.\n`)
    expect(approvals.map((approval) => approval.date)).toEqual([date])
  })
})

describe('who decided, in columns of blanks or tabs', () => {
  it.each([
    ['Approved by:        Full Council, 25/06/2025', { date: '2025-06-25', body: 'Full Council' }],
    ['Approved by:\tFull Council\t25/06/2025', { date: '2025-06-25', body: 'Full Council' }],
    ['Ratified by:   Trustees   25 June 2025', { date: '2025-06-25', body: 'Trustees' }],
    ['Adopted by:  Board of Trustees (25/06/2025)', { date: '2025-06-25', body: 'Board of Trustees' }],
    ['Vastgesteld door:   het bestuur, 25-06-2025', { date: '2025-06-25', body: 'bestuur' }],
    ['Vastgesteld door:     het bestuur', { body: 'bestuur' }],
  ])('%s', async (line, decision) => {
    const { title, approvals, remarks } = await about(`Locker policy\n\nVersion:   2.0\n${line}\n\n1. ${BODY}\n`)
    expect({ title, approvals, remarks }).toEqual({
      title: 'Locker policy',
      approvals: [{ ...decision, right: 'adoption' }],
      remarks: undefined,
    })
  })

  it('is another fact where a value stands before it', async () => {
    const { version, approvals } = await about(
      `Locker policy\n\nVersion: 2.0     Adopted by the board on 3 May 2019\n\n1. ${BODY}\n`,
    )
    expect(version).toBe('2.0.0')
    expect(approvals).toMatchObject([{ date: '2019-05-03', body: 'board' }])
  })
})

describe('who was heard', () => {
  it('has advised, in Dutch', async () => {
    const line = 'Vastgesteld door het bestuur d.d. 10 december 2024, gehoord de kascommissie (26 november 2024)'
    expect((await about(`Kluisreglement\n${line}\n\n${BODY}\n`)).approvals).toMatchObject([
      { date: '2024-11-26', body: 'kascommissie', right: 'advice' },
      { date: '2024-12-10', body: 'bestuur', right: 'adoption' },
    ])
  })

  it('and in English who recommended it', async () => {
    const line = 'Adopted by Full Council on 11 November 2024 on the recommendation of the Staffing Committee of 14 October 2024.'
    expect((await about(`Lone working policy\n${line}\n\nNobody works in the hall alone.\n`)).approvals).toMatchObject([
      { date: '2024-10-14', body: 'Staffing Committee', right: 'advice' },
      { date: '2024-11-11', body: 'Full Council', right: 'adoption' },
    ])
  })
})

describe('what a sentence says of a text', () => {
  it('is no day of review where it is before the text itself', async () => {
    const source = `Kluisreglement\nGaat in op 1 januari 2025\n\n${BODY}\n\nDe regeling van 4 maart 2019 vervalt.\n`
    expect(await about(source)).toMatchObject({ effective: '2025-01-01' })
    expect((await about(source)).review).toBeUndefined()
  })

  it('is kept where it tells when, and no day: a year, a month', async () => {
    const source = (sentence: string) => `Kluisreglement\n\n${BODY}\n\n${sentence} Zij blijven op school.\n\n${BODY} Ook zo.\n`
    const sentence = 'De directie evalueert deze regeling in 2026.'
    expect((await about(source(sentence))).remarks).toEqual([{ note: sentence }])
    expect(await kept(source(sentence))).toContain(`${sentence} Zij blijven op school.`)
    // What was done is no plan.
    expect((await about(source('De directie heeft deze regeling in 2023 geëvalueerd.'))).remarks).toBeUndefined()
  })

  it('is a way to cite it only where the sentence speaks of it', async () => {
    const source = (sentence: string) => `Election rules\n\nThe members vote in May. ${sentence}\n`
    expect((await about(source('These rules may be cited as the Election Rules.'))).citation).toBe('the Election Rules')
    expect(
      (await about(source('The candidates who remain will from here on be referred to as active candidates.'))).citation,
    ).toBeUndefined()
  })
})

describe('whom to ask', () => {
  it('stays a provision where it is a sentence, and is the contact too', async () => {
    const source = `Travel policy\n\nStaff book the cheapest train. Nobody travels first class.\n\nQuestions about this policy should be sent to expenses@harbour.example.\n`
    expect((await about(source)).contact).toEqual(['Questions about this policy should be sent to expenses@harbour.example.'])
    expect(await kept(source)).toContain('Questions about this policy should be sent to expenses@harbour.example.')
  })

  it('is found on a page whose paragraphs stand on one line of its source, and so is a month of review', async () => {
    const source =
      '<html lang="en"><body><main><h1>Photography policy</h1><p>Nobody takes pictures in the changing rooms of the pool.</p><p>The committee may ask to see pictures, and may ask for them to be deleted at once.</p><p>Review date: September 2025</p><p>Contact: Welfare Officer, welfare@otter.example</p></main></body></html>'
    expect(await about(source, 'page.html')).toMatchObject({
      contact: ['Contact: Welfare Officer, welfare@otter.example'],
      remarks: [{ note: 'Review date: September 2025' }],
    })
    expect(await kept(source, 'page.html')).toHaveLength(2)
  })
})

describe('who signed', () => {
  it('may stand beside each other', async () => {
    const source = `Kluisreglement\n\n${BODY}\n\nJ. Hoekstra, voorzitter            P. Lemmens, penningmeester\n`
    expect(await kept(source)).toEqual([BODY])
    const [remark] = (await about(source)).remarks ?? []
    expect(remark?.note.split(/\s{2,}/)).toEqual(['J. Hoekstra, voorzitter', 'P. Lemmens, penningmeester'])
  })
})

describe('a table about its document', () => {
  it('may have its names in the first row, one of which nobody knows', async () => {
    const rows = [
      ['Hoofd BHV', 'Versie', 'Datum', 'Volgende controle'],
      ['K. Wiersma', '5', '2 oktober 2024', 'oktober 2025'],
    ]
    const cells = (row: readonly string[]) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`
    const source = `<html lang="nl"><body><h1>Veiligheidsplan</h1><table>${rows.map(cells).join('')}</table><p>${BODY}</p></body></html>`
    expect(await about(source, 'plan.html')).toMatchObject({
      version: '5.0.0',
      date: '2024-10-02',
      remarks: [{ note: 'Hoofd BHV: K. Wiersma' }, { note: 'Volgende controle: oktober 2025' }],
    })
  })
})

describe('a day that is told by another', () => {
  it.each([
    [
      'en',
      'Lone working policy',
      'Adopted by Full Council on 11 November 2024. Effective on adoption.',
      'Nobody works in the hall alone.',
      '2024-11-11',
    ],
    [
      'nl',
      'Kluisreglement',
      'Vastgesteld door het bestuur op 3 mei 2024. Gaat in op de dag van vaststelling.',
      BODY,
      '2024-05-03',
    ],
  ])('%s', async (_, title, line, text, day) => {
    expect((await about(`${title}\n${line}\n\n${text}\n`)).effective).toBe(day)
  })
})

describe('whose text it is', () => {
  const named = async (above: string, text: string) =>
    (await bring(`${above}\n\nTravel policy\n\nBook the cheapest train.\n\n${text}\n`)).organisation

  it('is a name above the title by whose first words the text goes on', async () => {
    const text = 'Harbour Lights pays what a journey costs, and no more than that, to anyone on its staff.'
    expect(await named('Harbour Lights Family Support', text)).toBe('Harbour Lights Family Support')
    expect(
      await named('Harbour Lights Family Support', 'The charity pays what a journey costs, and no more than that.'),
    ).toBeUndefined()
  })

  it('is no name between quotation marks', async () => {
    const text = '“Safe Ways” is what staff call these rules. Safe Ways is on the wall. Read Safe Ways before a journey.'
    expect(await named('“Safe Ways”', text)).toBeUndefined()
  })
})

describe('what Word calls the title', () => {
  it('is the organisation where the subtitle names a kind of document', async () => {
    const named = (id: string) => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id}"/></w:style>`
    const text = 'The senate meets twice in every month of the academic year and its chair opens the meeting.'
    const bytes = docx(p('Carnegie University', style('Title')) + p('Student Senate Bylaws', style('Subtitle')) + p(text), {
      'word/styles.xml': `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${named('Title')}${named('Subtitle')}</w:styles>`,
    })
    const { value } = await importDocument(bytes, 'bylaws.docx')
    expect(value?.policy.metadata.title).toBe('Student Senate Bylaws')
    expect(value?.organisation).toBe('Carnegie University')
  })
})

describe('what is told of nobody', () => {
  it.each([
    ['Approved by the Board of Trustees: 3 May 2024', [{ date: '2024-05-03', body: 'Board of Trustees', right: 'adoption' }]],
    [
      'Adopted at the Annual General Meeting held on 3 May 2024',
      [{ date: '2024-05-03', body: 'Annual General Meeting', right: 'adoption' }],
    ],
    ['Adopted 3 May 2024, amended 12 March 2025', [{ date: '2024-05-03', right: 'adoption' }]],
  ])('%s', async (line, approvals) => {
    expect(
      (await about(`Locker policy\n${line}\n\nNobody opens a locker of somebody else without asking first.\n`)).approvals,
    ).toEqual(approvals)
  })

  it('a day is no number to call', async () => {
    expect((await about(`Kluisreglement\nGeldend van 01-09-2024 t/m heden\n\n${BODY}\n`)).contact).toBeUndefined()
  })
})

describe('what a text says of the one before it', () => {
  it.each([
    'Het vorige beheerplan werd op 15 december 2011 vastgesteld en liep tot en met dit jaar.',
    'De oude regeling is door het bestuur op 15 december 2011 vastgesteld.',
    'Dit plan vervangt het plan dat de raad op 15 december 2011 heeft vastgesteld.',
    'The previous plan was adopted on 15 December 2011.',
    'The former policy was approved by the board on 15 December 2011 and ended this year.',
    'Wij bewaren namen zoals de Algemene verordening gegevensbescherming, van toepassing vanaf 25 mei 2018, dat vraagt.',
    'De vorige gedragscode gold vanaf 1 mei 2010.',
    'Het bestemmingsplan, vastgesteld door de raad op 4 juni 2019, treedt in werking op 1 juli 2019.',
    'The complaints procedure of the federation takes effect on 1 May 2020.',
    'Het bestemmingsplan van de gemeente is door de raad vastgesteld op 4 juni 2019.',
    'The complaints procedure of the federation was adopted by its board on 4 June 2019.',
  ])('is no decision on itself, and no day from which it holds: %s', async (sentence) => {
    const { status, approvals, effective } = await about(
      `Beheerplan graven\n\n1 Inleiding\n\n${sentence}\n\n2 Graven\n\n${BODY}\n`,
    )
    expect({ status, approvals, effective }).toEqual({ status: 'draft' })
  })

  it.each([
    'Dit reglement vervangt het vorige reglement en is op 3 mei 2024 vastgesteld door het bestuur.',
    'Deze regeling vervangt de regeling van 4 mei 2019 en is vastgesteld door het bestuur op 3 mei 2024.',
    'Dit reglement is door het bestuur op 3 mei 2024 vastgesteld.',
    'Het beheerplan is op 3 mei 2024 vastgesteld door het bestuur.',
    'Het plan is op 3 mei 2024 vastgesteld door het bestuur.',
  ])('leaves its own decision: %s', async (sentence) => {
    const { status, approvals } = await about(`Beheerplan graven\n\n1 Inleiding\n\n${sentence}\n\n2 Graven\n\n${BODY}\n`)
    expect({ status, approvals }).toEqual({
      status: 'adopted',
      approvals: [{ date: '2024-05-03', body: 'bestuur', right: 'adoption' }],
    })
  })
})
