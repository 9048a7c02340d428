import { describe, expect, it } from 'vitest'
import { importDocument } from '../../src/import/index.js'
import { plainText } from '../../src/model/index.js'
import { resolve } from '../../src/resolve/index.js'

async function bring(source: string, name = 'brief.txt') {
  const { value } = await importDocument(new TextEncoder().encode(source), name)
  if (!value) throw new Error('It was not read')
  expect(value.receipt.unaccounted).toEqual([])
  const { metadata } = value.policy
  return {
    metadata,
    clauses: resolve(value.policy).value.clauses.map(({ label, node }) => [label, plainText(node)].filter(Boolean).join(' ')),
    findings: value.receipt.findings.map(({ rule, form }) => [rule, form].filter(Boolean).join(':')),
    left: value.receipt.fragments.filter(({ reason }) => reason === 'words of a letter').map(({ text }) => text),
    organisation: value.organisation,
  }
}

const RULES = `1. De fiets staat in de stalling, ook bij regen.

2. Een step mag mee naar binnen, maar niet in de klas.`
const CLAUSES = ['1 De fiets staat in de stalling, ook bij regen.', '2 Een step mag mee naar binnen, maar niet in de klas.']

describe('a letter with rules', () => {
  it('is its rules: what greets, closes and signs is left out, with a finding; its subject is the title and its day the date', async () => {
    const letter = await bring(`Aan de ouders van groep 8

Heerde, 4 maart 2025

Betreft: Fietsen en steppen

Beste ouders,

${RULES}

Met vriendelijke groet,

Ans de Boer

P.S. Vrijdag is er geen gym.
`)
    expect(letter.clauses).toEqual(CLAUSES)
    expect(letter.metadata).toMatchObject({ title: 'Fietsen en steppen', date: '2025-03-04' })
    expect(letter.left).toEqual([
      'Aan de ouders van groep 8',
      'Heerde, 4 maart 2025',
      'Beste ouders,',
      'Met vriendelijke groet,',
      'Ans de Boer',
      'P.S. Vrijdag is er geen gym.',
    ])
    expect(letter.findings).toContain('import/structure:letter')
  })

  it('may be a message, with a head of its own', async () => {
    const message = await bring(`From: Jo Field

To: all staff

Sent: 4 March 2025

Subject: Bikes and scooters

Dear colleagues,

1. A bike stands in the shed, also when it rains.

2. A scooter may come in, but not into the classroom.

Kind regards,

Jo
`)
    expect(message.clauses).toHaveLength(2)
    expect(message.metadata).toMatchObject({ title: 'Bikes and scooters', date: '2025-03-04' })
    expect(message.left).toHaveLength(6)
  })

  it('is none without a greeting or a head: a rule may speak of one', async () => {
    const text = await bring(`Postregels

Met vriendelijke groet sluit je een bericht af.

${RULES}
`)
    expect(text.left).toEqual([])
    expect(text.clauses).toHaveLength(3)
  })
})

describe('the last lines of a document', () => {
  const text = (last: string) =>
    `Fietsregels\n\n1. Gebruik\n\na. De fiets staat in de stalling.\n\nb. Een step mag mee.\n\n${last}\n`

  it('tell of it, and are no clauses: what no key holds is kept word for word', async () => {
    const { metadata, clauses } = await bring(
      text('Vastgesteld door het bestuur op 5 juni 2023 · versie 2.1 · beheer: de conciërge'),
    )
    expect(clauses).toEqual(['1 Gebruik', 'a De fiets staat in de stalling.', 'b Een step mag mee.'])
    expect(metadata).toMatchObject({ version: '2.1.0', approvals: [{ date: '2023-06-05', body: 'bestuur', right: 'adoption' }] })
    expect(metadata.remarks).toEqual([{ note: 'beheer: de conciërge' }])
  })

  it('or who signed it', async () => {
    const { metadata, clauses } = await bring(text('Namens het bestuur,\n\nJ. de Wit, voorzitter'))
    expect(clauses).toHaveLength(3)
    expect(metadata.remarks).toEqual([{ note: 'Namens het bestuur,' }, { note: 'J. de Wit, voorzitter' }])
  })

  const RULES =
    'Bike rules\n\n1. Use\n\na. A bike stands in the shed, also when it rains.\n\nb. A scooter may come into the school.\n\n'

  it('say in a sentence who adopted it, without a day too', async () => {
    const { metadata, clauses } = await bring(`${RULES}These rules were approved by the Board of Governors.\n`)
    expect(clauses.at(-1)).toBe('b A scooter may come into the school.')
    expect(metadata).toMatchObject({
      status: 'adopted',
      approvals: [{ body: 'Board of Governors', right: 'adoption' }],
      remarks: [{ note: 'These rules were approved by the Board of Governors.' }],
    })
  })

  it('say since when, and are text where they are all there is below a heading', async () => {
    const sentence = 'These rules were agreed by the trustees on 3rd February 2025 and apply from Monday 24 February 2025.'
    const facts = { effective: '2025-02-24', approvals: [{ date: '2025-02-03', body: 'trustees', right: 'adoption' }] }
    const last = await bring(`${RULES}${sentence}\n`)
    expect(last.clauses).not.toContain(sentence)
    expect(last.metadata).toMatchObject(facts)
    const own = await bring(`${RULES}2. Adoption\n\n${sentence}\n`)
    expect(own.clauses.at(-1)).toBe(sentence)
    expect(own.metadata).toMatchObject(facts)
  })

  it('tell whom to ask, which is no rule; what has a term may be one and stays', async () => {
    const ask = 'Questions about bikes? Ring the office on 01632 960 431.'
    expect((await bring(`${RULES}${ask}\n`)).metadata.contact).toEqual([ask])
    const visit = 'Vragen over dit protocol? Loop binnen bij de conciërge of mail fiets@school.example.'
    expect((await bring(`${RULES}${visit}\n`)).metadata.contact).toEqual([visit])
    const rule = 'Not happy with a fine? Mail the office within ten days: office@school.example.'
    expect((await bring(`${RULES}${rule}\n`)).clauses.at(-1)).toBe(rule)
  })
})

describe('whose document it is', () => {
  it('a page says beside its text where somebody is reached', async () => {
    const page = `<main><h1>Fietsregels</h1><ol><li>De fiets staat in de stalling, ook bij regen en ook als het al laat is.</li></ol></main>
      <aside><h3>Vragen?</h3><p>Bel de balie op 0570 55 12 34.</p></aside>`
    expect((await bring(page, 'a.html')).metadata.contact).toEqual(['Bel de balie op 0570 55 12 34.'])
  })

  it('a page says outside its text: by the name of its site, or behind its title', async () => {
    const page = (head: string) =>
      bring(
        `<html><head>${head}</head><body><h1>Fietsregels</h1><ol><li>De fiets staat in de stalling.</li></ol></body></html>`,
        'a.html',
      )
    expect((await page('<meta property="og:site_name" content="De Fietsschool">')).organisation).toBe('De Fietsschool')
    expect((await page('<title>Fietsregels | De Fietsschool</title>')).organisation).toBe('De Fietsschool')
  })
})

describe('a text that is sent with a message', () => {
  const NOTE = `From: Jo Field <jo@sheds.example>
To: all members
Subject: please comment by Friday

Dear all,

Here is the draft that we talked about.

Best wishes,
Jo Field
`
  const DRAFT = `----------------------------------------
          HEATHFIELD SHED SOCIETY
             SHED RULES
          Draft, version 2.3
----------------------------------------

${[
  'A shed is painted green and has a lock.',
  'A stove needs a guard and a bucket of sand.',
  'Nobody sleeps in a shed.',
  'Tools that were lent come back on the same day.',
  'The committee looks at every shed in spring.',
  'Who leaves takes the shed down or hands it over.',
]
  .map((rule, i) => `${i + 1}. ${rule}\n`)
  .join('\n')}`

  it('has a title and a version of its own, and the note is left out', async () => {
    const found = await bring(`${NOTE}\n${DRAFT}`)
    expect(found.metadata).toMatchObject({ title: 'SHED RULES', version: '2.3.0', status: 'draft' })
    expect(found.clauses).toHaveLength(6)
    expect(found.left).toContain('Here is the draft that we talked about.')
    expect(found.findings).toContain('import/structure:letter')
  })

  it('ends where the message says whose it is', async () => {
    const found = await bring(
      `${NOTE}\n${DRAFT}\n--\nHeathfield Shed Society\nTel. 01632 960 455\nYou get this because you joined.\n`,
    )
    expect(found.clauses).toHaveLength(6)
    expect(found.metadata.contact).toEqual(['Tel. 01632 960 455'])
    expect(found.left).toContain('You get this because you joined.')
  })

  it('is the message itself where no rule parts them', async () => {
    const found = await bring(`Dear all,\n\n${RULES}\n\nBest wishes,\n\nJo Field\n`)
    expect(found.clauses).toEqual(CLAUSES)
  })
})
