import { describe, expect, it } from 'vitest'
import { type Imported, importDocument } from '../../src/import/index.js'
import { inEnglish } from '../support/words.js'
import { docx, p, style, table } from './word.js'

async function bring(source: string): Promise<Imported> {
  const { value, messages } = await importDocument(new TextEncoder().encode(source), 'brief.txt')
  if (!value) throw new Error(messages.map(inEnglish).join('\n'))
  expect(value.receipt.unaccounted).toEqual([])
  return value
}

const about = async (source: string) => (await bring(source)).policy.metadata

/** The words of the text itself: what no metadata took. */
const kept = async (source: string): Promise<string[]> =>
  (await bring(source)).receipt.fragments.filter(({ clause }) => clause !== undefined).map(({ text }) => text)

const BODY =
  'De kluis blijft dicht tot de laatste bel, want wie eerder gaat stoort de lessen van anderen die nog aan het werk zijn.'

describe('a cover takes no text', () => {
  it.each([
    ['a lead-in', 'Dit protocol wil twee dingen:'],
    ['half a sentence', 'Elk kind moet zijn tas kwijt kunnen,'],
    ['a short sentence', 'Iedere klas krijgt een eigen rij kluizen.'],
    ['a sentence that begins like a field', 'Evaluatie vindt elk jaar in het team plaats.'],
    ['a sentence with a date in it', 'Advies van de MR wordt voor 1 mei 2024 gevraagd.'],
    ['a sentence about editors', 'Redactie en ouders maken samen de sleutelkrant.'],
    ['a sentence about a part', 'Onderdeel van de afspraken is een briefje met de code.'],
    ['a chapter without a title', 'HOOFDSTUK 1'],
    ['an article without a title', 'Artikel 1'],
    ['a heading that begins like a field', 'Advies aan ouders'],
    ['a figure alone', '1'],
  ])('%s', async (_, line) => {
    const source = `Kluisprotocol\n\n${line}\n\n${BODY}\n`
    expect(await kept(source)).toEqual([line, BODY])
    expect(await about(source)).toMatchObject({ title: 'Kluisprotocol' })
    expect((await about(source)).subtitle).toBeUndefined()
  })

  it('a heading above a lead-in, a list or an empty field', async () => {
    expect(await kept('Kluisprotocol\n\nSleutels\n\nEen sleutel is:\n- van koper;\n- van plastic.\n')).toContain('Sleutels')
    expect(await kept('Kluisprotocol\n\nSleutels\n\n1. Bewaar hem\n2. Leen hem niet uit\n3. Meld verlies\n')).toContain(
      'Sleutels',
    )
    expect(await kept('Kluisprotocol\n\nEvaluatie:\n- in mei;\n- met de MR.\n')).toContain('Evaluatie:')
  })

  it('a text in short lines', async () => {
    const lines = ['Niet rennen', 'Niet duwen', 'Tas dicht', 'Jas aan', 'Pet af', 'Bal mee', 'Klok kijken']
    expect(await kept(`Kluisregels\n\n${lines.join('\n')}\n`)).toEqual(lines)
  })

  it('a chapter in the first line', async () => {
    expect(await kept(`HOOFDSTUK 4\n\n${BODY}\n`)).toEqual(['HOOFDSTUK 4', BODY])
  })

  it('but a title over two lines and an organisation are none of it', async () => {
    expect(await kept(`Kluisprotocol\n\nvoor de onderbouw\nen de bovenbouw\n\nInleiding\n\n${BODY}\n`)).toEqual([
      'Inleiding',
      BODY,
    ])
  })
})

describe('the title', () => {
  it('is no line that ends in a date, even when it stands below the first paragraph', async () => {
    const source = `Besproken in het team: 14-11-2017\nTer info naar GMR: 23-01-2018\n\n${BODY}\n\nProtocol kluizen\n\nSleutels liggen bij de conciërge.\n`
    expect(await about(source)).toMatchObject({
      title: 'Protocol kluizen',
      status: 'draft',
      approvals: [
        { date: '2017-11-14', body: 'team' },
        { date: '2018-01-23', body: 'GMR', right: 'information' },
      ],
    })
    expect(await kept(source)).toEqual([BODY, 'Sleutels liggen bij de conciërge.'])
  })

  it('is the line that names a kind of document, not a department above it', async () => {
    const meta = await about(`DIENST BEHEER\n\nKLUISREGLEMENT\n\nKenmerk: DB/12\n\nVoorwoord\n\n${BODY}\n`)
    expect(meta).toMatchObject({ title: 'KLUISREGLEMENT', subtitle: 'DIENST BEHEER', remarks: [{ note: 'Kenmerk: DB/12' }] })
  })

  it.each([
    ['called like one', 'Stichting De Wilgen', BODY],
    ['that ends like one', 'Wilgencollege', BODY],
    ['that the text names', "'t Hoekje", `Op ’t Hoekje zijn kluizen. ${BODY} Op ’t Hoekje geldt dat ook buiten.`],
  ])('is not the organisation above it, %s', async (_, name, body) => {
    const imported = await bring(`${name}\n\nProtocol kluizen\n\nInleiding\n\n${body}\n`)
    expect(imported.policy.metadata.title).toBe('Protocol kluizen')
    expect(imported.policy.metadata.subtitle).toBeUndefined()
    expect(imported.organisation).toBe(name)
  })

  it('stands directly above the text when a name stands above it', async () => {
    expect(await about(`Stichting De Wilgen\n\nProtocol kluizen\n\n${BODY}\n`)).toMatchObject({ title: 'Protocol kluizen' })
  })

  it('is a guess where nothing but its place says so', async () => {
    const guesses = async (source: string) => {
      const { value } = await importDocument(new TextEncoder().encode(source), 'brief.txt')
      return value?.receipt.findings.filter(({ form }) => form === 'guessed').map(inEnglish)
    }
    const text = 'De kluis blijft dicht tot de laatste bel, want wie eerder gaat stoort de lessen van anderen.'
    expect(await guesses(`Samen groeien wij!\n\n${text}\n`)).toEqual([
      'Unexpected guess that "Samen groeien wij!" is the title: it is the line the document begins with',
    ])
    expect(await guesses(`Kluisreglement\n\n${text}\n`)).toEqual([])
  })

  it('is the first line when the next only heads the text', async () => {
    const source = `Afspraken op school\n\nVakantieregeling\n\n${BODY}\n`
    expect((await about(source)).title).toBe('Afspraken op school')
    expect(await kept(source)).toEqual(['Vakantieregeling', BODY])
  })
})

describe('a title set as the only heading of its level', () => {
  const page = (lines: readonly string[]) =>
    `<!doctype html><html><body>${lines.map((line) => (line.startsWith('<') ? line : `<p>${line}</p>`)).join('')}</body></html>`
  const BELOW = ['voor de bovenbouw', 'Kenmerk: DB/12', 'Vastgesteld door het bestuur op 3 mei 2022']
  const CHAPTERS = ['<h2>Sleutels</h2>', BODY, '<h2>Verlies</h2>', BODY]
  const web = async (lines: readonly string[]): Promise<Imported> => {
    const { value } = await importDocument(new TextEncoder().encode(page(lines)), 'kluis.html')
    expect(value?.receipt.unaccounted).toEqual([])
    return value as Imported
  }
  const sections = ({ policy }: Imported) => policy.children.map((block) => (block.type === 'section' ? block.depth : block.type))

  it('is the title, with a line above and cover lines below', async () => {
    const imported = await web(['DIENST BEHEER', '<h1>KLUISREGLEMENT</h1>', ...BELOW, ...CHAPTERS])
    expect(imported.policy.metadata).toMatchObject({
      title: 'KLUISREGLEMENT',
      subtitle: 'DIENST BEHEER – voor de bovenbouw',
      status: 'adopted',
      approvals: [{ date: '2022-05-03', body: 'bestuur', right: 'adoption' }],
      remarks: [{ note: 'Kenmerk: DB/12' }],
    })
    expect(sections(imported)).toEqual([1, 1])
  })

  it('in a Word file, too, and directly above the text when it names a kind of document', async () => {
    const head = (words: string, level: number) => p(words, `<w:outlineLvl w:val="${level - 1}"/>`)
    const chapters = head('Sleutels', 2) + p(BODY) + head('Verlies', 2) + p(BODY)
    for (const cover of [BELOW.map((line) => p(line)).join(''), p(BODY)]) {
      const bytes = docx(p('Wilgencollege') + head('Kluisreglement', 1) + cover + chapters)
      const { value } = await importDocument(bytes, 'kluis.docx')
      expect(value?.policy.metadata.title).toBe('Kluisreglement')
      expect(value?.organisation).toBe('Wilgencollege')
      expect(value?.policy.children.filter(({ type }) => type === 'section')).toHaveLength(2)
    }
  })

  it('is a chapter where it has another of its level, a title above it, or a text and no kind of document', async () => {
    const twice = await web(['Kluisreglement', '<h1>Sleutels</h1>', BODY, '<h2>Verlies</h2>', BODY, '<h1>Slot</h1>', BODY])
    expect(twice.policy.metadata.title).toBe('Kluisreglement')
    const named = await web(['Kluisreglement', '<h1>Vooraf</h1>', 'voor de bovenbouw', ...CHAPTERS])
    expect(named.policy.metadata.title).toBe('Kluisreglement')
    const text = await web(['Wilgencollege', '<h1>Vooraf</h1>', BODY, ...CHAPTERS])
    expect(text.policy.metadata.title).toBe('Wilgencollege')
    expect(sections(text)).toEqual([1])
  })
})

describe('what a cover says', () => {
  it('a month without a day is a finding that names it, at its line', async () => {
    const { receipt } = await bring(`Kluisprotocol\n\nVastgesteld: maart 2014\n\nmei 2015\n\nInleiding\n\n${BODY}\n`)
    expect(receipt.findings.filter(({ form }) => form === 'day')).toEqual([
      { rule: 'import/missing', line: 3, form: 'day', values: { month: 'maart 2014' } },
      { rule: 'import/missing', line: 5, form: 'day', values: { month: 'mei 2015' } },
    ])
  })

  it('the copyright is no author', async () => {
    const meta = await about(`Kluisprotocol\n\nAuteur: J. de Wit\nAuteursrecht voorbehouden\n\nInleiding\n\n${BODY}\n`)
    expect(meta.editors).toEqual(['J. de Wit'])
  })

  it('who still has to decide beside who did, and how a decision fell out', async () => {
    const rows = [
      ['Datum', 'Orgaan', 'Recht', 'Besluit'],
      ['1 mei 2024', 'MR', 'instemming', 'afgewezen'],
      ['8 mei 2024', 'GMR', 'advies', 'akkoord met wijziging'],
      ['', 'bestuur', 'vaststelling', ''],
    ]
    const { value } = await importDocument(docx(p('Kluisprotocol', style('Titel')) + table(rows) + p(BODY)), 'kluis.docx')
    expect(value?.policy.metadata).toMatchObject({
      route: [
        { body: 'MR', right: 'consent' },
        { body: 'GMR', right: 'advice' },
        { body: 'bestuur', right: 'adoption' },
      ],
      approvals: [
        { date: '2024-05-01', body: 'MR', right: 'consent', decision: 'negative' },
        { date: '2024-05-08', body: 'GMR', right: 'advice', decision: 'amended' },
      ],
    })
  })

  it('a decision of one body after that of another', async () => {
    const source = `Kluisreglement\n\nVastgesteld in MR na goedkeuring door het bestuur d.d. 18 december 2017\n\nVoorwoord\n\n${BODY}\n`
    expect((await about(source)).approvals).toEqual([
      { date: '2017-12-18', body: 'MR', right: 'adoption' },
      { body: 'bestuur', right: 'approval' },
    ])
  })

  it('dates without a day are kept as they stand', async () => {
    const source = `Locker policy\n\nDate Approved - September 2023\nApproved By - Full Governing Body\nReview Frequency - Annually\nDate of Next Review - September 2024\n\n1. Lockers\n\n${BODY}\n`
    expect(await about(source)).toMatchObject({
      title: 'Locker policy',
      status: 'adopted',
      approvals: [{ body: 'Full Governing Body', right: 'adoption' }],
      remarks: [
        { note: 'Date Approved - September 2023' },
        { note: 'Review Frequency - Annually' },
        { note: 'Date of Next Review - September 2024' },
      ],
    })
  })

  it('a field whose value stands below it', async () => {
    const adopted = await about(`Locker policy\n\nAdopted by Governors:\nMarch 2014\n\n1. Lockers\n\n${BODY}\n`)
    expect(adopted).toMatchObject({
      approvals: [{ body: 'Governors', right: 'adoption' }],
      remarks: [{ note: 'Adopted by Governors: March 2014' }],
    })
    expect(await about(`Kluisprotocol\n\nEvaluatie:\n1 mei 2025\n\nInleiding\n\n${BODY}\n`)).toMatchObject({
      review: '2025-05-01',
    })
    expect(await about(`Kluisprotocol\n\n01-09-2021\n\nInleiding\n\n${BODY}\n`)).toMatchObject({ date: '2021-09-01' })
  })

  it('may stand below the contents', async () => {
    const source = `KLUISPROTOCOL\n\nINHOUD\n\n1. Sleutels      2\n2. Verlies      18\n\nVersie 2012\n\n1. Sleutels\n\n${BODY}\n\n2. Verlies\n\n${BODY}\n`
    expect(await about(source)).toMatchObject({ title: 'KLUISPROTOCOL', version: '2012.0.0' })
  })
})
