import { describe, expect, it } from 'vitest'
import { importDocument } from '../../src/import/index.js'
import type { Metadata } from '../../src/model/index.js'

/** What a document says of itself is told in one of these forms; each reads whatever is told. */

const TITLE = { nl: 'Verlofregeling', en: 'Leave Policy' }
const TEXT = {
  nl: ['Artikel 1 Aanvraag', 'De medewerker vraagt verlof ten minste twee weken tevoren aan bij de leidinggevende.'],
  en: ['1. Requests', 'An employee asks for leave at least two weeks in advance, in writing, from the manager.'],
}
const BESIDE = { nl: ['Categorie', 'Personeel'], en: ['Category', 'People'] } as const
const THIRD = { nl: ['Doelgroep', 'medewerkers'], en: ['Audience', 'all staff'] } as const
type Lang = keyof typeof TITLE
type Told = readonly [name: string, value: string]

const lines = (lang: Lang, told: readonly string[]): string =>
  [TITLE[lang], '', ...told, '', ...TEXT[lang].flatMap((line) => [line, ''])].join('\n')
const page = (lang: Lang, rows: readonly (readonly string[])[]): string => {
  const table = rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')
  return `<html><body><h1>${TITLE[lang]}</h1><table>${table}</table><h2>${TEXT[lang][0]}</h2><p>${TEXT[lang][1]}</p></body></html>`
}

const FORMS: Readonly<Record<string, (lang: Lang, told: Told) => readonly [string, string]>> = {
  'a line': (lang, told) => [lines(lang, [told.join(': ')]), 'leave.txt'],
  'lines with their colons below each other': (lang, told) => [
    lines(
      lang,
      [BESIDE[lang], told].map(([name, value]) => `${name.padEnd(28)}: ${value}`),
    ),
    'leave.txt',
  ],
  'parts of a line': (lang, told) => [lines(lang, [`${BESIDE[lang].join(': ')} | ${told.join(': ')}`]), 'leave.txt'],
  'a table': (lang, told) => [page(lang, [BESIDE[lang], told]), 'leave.html'],
  'a table with heads': (lang, told) => [
    page(
      lang,
      [0, 1].map((i) => [BESIDE[lang], told, THIRD[lang]].map((pair) => pair[i] ?? '')),
    ),
    'leave.html',
  ],
}

async function about([source, name]: readonly [string, string]): Promise<Metadata> {
  const { value } = await importDocument(new TextEncoder().encode(`${source}\n`), name)
  if (!value) throw new Error('The source was not read')
  return value.policy.metadata
}

const remark = (note: string): Partial<Metadata> => ({
  remarks: expect.arrayContaining([{ note: expect.stringContaining(note) }]),
})

const KINDS: readonly (readonly [Lang, Told, object])[] = [
  ['nl', ['Documentversie', '2.3'], { version: '2.3.0' }],
  ['nl', ['Vaststellend orgaan', 'schoolleiding'], { approvals: [{ body: 'schoolleiding', right: 'adoption' }] }],
  ['nl', ['Advies OR', '12 april 2024'], { approvals: [{ date: '2024-04-12', body: 'OR', right: 'advice' }] }],
  ['nl', ['Uiterste herzieningsdatum', '1 augustus 2027'], { review: '2027-08-01' }],
  ['nl', ['Uiterste herzieningsdatum', 'mei 2027'], remark('mei 2027')],
  ['nl', ['Verantwoordelijk MT-lid', 'hoofd P&O'], remark('hoofd P&O')],
  ['nl', ['Documentcode', 'HR/12'], remark('HR/12')],
  ['nl', ['Vervangt', 'Regeling 2019'], remark('Regeling 2019')],
  ['en', ['Current version', '2.3'], { version: '2.3.0' }],
  ['en', ['Approving body', 'Finance Committee'], { approvals: [{ body: 'Finance Committee', right: 'adoption' }] }],
  [
    'en',
    ['Trade unions consulted', '12 April 2024'],
    { approvals: [{ date: '2024-04-12', body: 'Trade unions', right: 'advice' }] },
  ],
  ['en', ['Contact officer', 'S. Brown, s.brown@horizon.example'], { contact: ['S. Brown, s.brown@horizon.example'] }],
  ['en', ['SLT lead', 'Deputy Principal'], remark('Deputy Principal')],
  ['en', ['Policy reference number', 'ZH-2024-017'], remark('ZH-2024-017')],
]

describe('what a document says of itself', () => {
  for (const [form, make] of Object.entries(FORMS)) {
    it.each(KINDS)(`is read from ${form}: %s %j`, async (lang, told, expected) => {
      expect(await about(make(lang, told))).toMatchObject(expected)
    })
  }

  const DAYS: readonly (readonly [Lang, Told])[] = [
    ['nl', ['Vervalt op', '31 december 2028']],
    ['nl', ['Vervaldatum', '31 december 2028']],
    ['nl', ['Geprint op', '31 december 2028']],
    ['nl', ['Voorgenomen besluit CvB', '31 december 2028']],
    ['en', ['Expires on', '31 December 2028']],
    ['en', ['Expiry date', '31 December 2028']],
    ['en', ['Printed', '31 December 2028']],
    ['en', ['Comments by', '31 December 2028']],
  ]
  for (const [form, make] of Object.entries(FORMS)) {
    it.each(DAYS)(`is no day of review, force or decision in ${form}: %s %j`, async (lang, told) => {
      const { review, effective, date, approvals } = await about(make(lang, told))
      expect({ review, effective, date, approvals }).toEqual({})
    })
  }
})

describe('several facts about a document', () => {
  const FACTS: readonly Told[] = [
    ['Versie', '2.3'],
    ['Vastgesteld door', 'college van bestuur'],
    ['Ingangsdatum', '1 augustus 2024'],
    ['Eigenaar', 'hoofd Personeel'],
    ['Auteur', 'K. Postma'],
    ['Kenmerk', 'HR/12'],
  ]
  const told = FACTS.map((pair) => pair.join(': '))
  const box = '+------------------+---------------------+'
  const text = (...above: readonly string[]): readonly [string, string] => [lines('nl', above), 'leave.txt']
  it.each<readonly [string, readonly [string, string]]>([
    ['as bullets', text(...told.map((line) => `- ${line}`))],
    ['in a box', text(box, ...FACTS.flatMap(([name, value]) => [`| ${name.padEnd(16)} | ${value.padEnd(19)} |`, box]))],
    ['above each other', text(...FACTS.flat())],
    ['in sentences at the end', [`${lines('nl', [])}\n\n${told.join('. ')}.`, 'leave.txt']],
    ['three beside each other', [page('nl', [FACTS.slice(0, 3).flat(), FACTS.slice(3).flat()]), 'leave.html']],
    [
      'by rows of names and values',
      [
        page(
          'nl',
          [FACTS.slice(0, 3), FACTS.slice(3)].flatMap((row) => [row.map(([name]) => name), row.map(([, value]) => value)]),
        ),
        'leave.html',
      ],
    ],
  ])('are read %s', async (_, source) => {
    expect(await about(source)).toMatchObject({
      version: '2.3.0',
      effective: '2024-08-01',
      editors: ['K. Postma'],
      approvals: [{ body: 'college van bestuur', right: 'adoption' }],
      ...remark('hoofd Personeel'),
    })
  })
})

describe('a sentence', () => {
  const said = (lang: Lang, sentence: string): Promise<Metadata> =>
    about([lines(lang, [...TEXT[lang], '', sentence]), 'leave.txt'])
  it.each([
    ['en', 'The Care Act 2014 came into force on 2 April 2015 and sets the legal framework.', {}],
    ['nl', 'Er is een landelijke afspraak, die geldt vanaf 1 januari 2024.', {}],
    ['nl', 'Deze regeling vervalt op 31 december 2028.', remark('vervalt op 31 december 2028')],
    ['en', 'This policy replaces the Leave Rules of 2018.', remark('replaces the Leave Rules of 2018')],
    ['en', 'This policy takes effect on 1 August 2024.', { effective: '2024-08-01' }],
  ] as const)('says of its document no more than it does: %s %s', async (lang, sentence, expected) => {
    const { review, effective, approvals, remarks } = await said(lang, sentence)
    const found = { review, effective, approvals, remarks }
    expect(found).toMatchObject(expected)
    expect(Object.values(found).filter((value) => value !== undefined)).toHaveLength(Object.keys(expected).length)
  })
})

describe('a name', () => {
  it.each([
    ['S. de Boer', 'Dit protocol is opgesteld door S. de Boer en vastgesteld in het managementteam van 14 mei 2024.'],
    ['te Zuiderveen', 'Vastgesteld te Zuiderveen op 14 mei 2024'],
  ])('is no body that decided: %s', async (name, line) => {
    const { approvals } = await about([`${lines('nl', [])}\n\n${line}`, 'leave.txt'])
    expect(JSON.stringify(approvals)).not.toContain(name)
  })

  it('of an organisation stands behind the kind of its document', async () => {
    const text = 'Huishoudelijk reglement korfbalvereniging De Snelle Bal\n\nArtikel 1\n\nLeden betalen contributie.'
    expect((await about([text, 'regels.txt'])).organisation).toBe('korfbalvereniging-de-snelle-bal')
  })
})
