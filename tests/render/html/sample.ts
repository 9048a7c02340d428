import type { DocBlock, Document, FacetLabels } from '../../../src/present/index.js'
import { doc, heading, item, list, paragraph, text, words } from './build.js'

/** An invented policy of an invented school: as a board reads it, as a redline, and as a matrix beside other invented schools. */

const mark = new TextEncoder().encode(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><circle cx="32" cy="32" r="30" fill="#00656b"/><path d="M14 40 32 16l18 24z" fill="#f0a202"/></svg>',
)
const cell = (source: string, fields: object = {}) => ({ children: [paragraph(source)], ...fields })

const cover: DocBlock = {
  type: 'cover',
  title: 'Regeling schoolreizen en excursies',
  subtitle: 'Afspraken voor reizen van één of meer dagen',
  organisation: 'De Voorbeeldschool',
  facts: [
    { name: 'Versie', value: '2.1.0' },
    { name: 'Status', value: 'Voorstel' },
    { name: 'In werking', value: '1 augustus 2025' },
    { name: 'Eigenaar', value: 'Directie' },
  ],
}

const approvals: DocBlock = {
  type: 'table',
  look: 'grid',
  caption: [text('Besluitvorming')],
  columns: [{ weight: 3 }, { weight: 2 }, { weight: 2 }, { weight: 4 }],
  head: [{ cells: ['Orgaan', 'Recht', 'Datum', 'Handtekening'].map((name) => cell(name, { header: 'column' })) }],
  body: [
    { cells: [cell('Medezeggenschapsraad', { header: 'row' }), cell('Instemming'), cell('12 mei 2025'), cell('')], height: 14 },
    { cells: [cell('Bestuur', { header: 'row' }), cell('Vaststelling'), cell(''), cell('')], height: 14 },
  ],
}

export const policy: Document = doc(
  [
    cover,
    { type: 'contents', title: 'Inhoud', depth: 2 },
    { type: 'division', role: 'approvals', page: true, children: [approvals] },
    {
      type: 'division',
      role: 'body',
      page: true,
      children: [
        heading(1, '1', 'Doel en bereik', 'doel'),
        paragraph('Deze regeling helpt begeleiders een reis veilig en betaalbaar te maken.', { tone: 'lead', id: 'doel-reis' }),
        paragraph(
          [
            text('Zij geldt voor elke reis die de school organiseert'),
            { type: 'footnote', number: 1, children: [paragraph('Ook als een vereniging van ouders de reis betaalt.')] },
            text(', en sluit aan bij '),
            { type: 'link', target: 'betaling-hoogte', children: [text('3.1.a')] },
            text(' en bij de '),
            { type: 'link', url: 'https://example.org/reisadvies', children: [text('reisadviezen')] },
            text('.'),
          ],
          { id: 'bereik' },
        ),
        heading(1, '2', 'Begeleiding', 'begeleiding'),
        heading(2, '2.1', 'Hoeveel begeleiders meegaan', 'aantal'),
        list(
          item(
            'a.',
            [
              paragraph(
                'Op iedere tien leerlingen reist één begeleider mee, met een minimum van twee. Bij een reis over water geldt:',
              ),
              list(
                item('I.', 'op iedere zes leerlingen reist één begeleider mee;', { id: 'aantal-water', number: '2.1.a.I' }),
                item('II.', 'ten minste één van hen heeft een geldig zwembrevet voor redders.', {
                  id: 'redder',
                  number: '2.1.a.II',
                }),
              ),
            ],
            { id: 'aantal-gewoon', number: '2.1.a' },
          ),
          item('b.', 'Een begeleider die rijdt, toont vooraf zijn rijbewijs.', { id: 'rijbewijs', number: '2.1.b' }),
        ),
        heading(2, '2.2', 'Onderweg', 'onderweg'),
        list(
          item('•', 'Iedere groep heeft een lijst met telefoonnummers bij zich.'),
          item('•', 'De reisleider heeft een verbanddoos.'),
        ),
        heading(1, '3', 'Kosten', 'kosten'),
        heading(2, '3.1', 'Betaling', 'betaling'),
        list(
          item('a.', 'De bijdrage is vrijwillig en nooit hoger dan het bedrag in de tabel.', {
            id: 'betaling-hoogte',
            number: '3.1.a',
          }),
        ),
        {
          type: 'table',
          look: 'plain',
          id: 'tabel-bijdrage',
          caption: [text('Hoogste bijdrage per leerling')],
          columns: [{ weight: 3 }, { weight: 1, align: 'right' }, { weight: 1, align: 'right' }],
          head: [{ cells: ['Reis', '2024', '2025'].map((name) => cell(name)) }],
          body: [
            { cells: [cell('Dagreis', { header: 'row' }), cell('€ 25'), cell('€ 30')] },
            { cells: [cell('Kamp van drie dagen', { header: 'row' }), cell('€ 95'), cell('€ 105')] },
          ],
        },
        paragraph('Wie niet betaalt, gaat altijd mee.', { tone: 'warning' }),
        { type: 'quote', children: [paragraph('“Travel broadens the mind.”', { lang: 'en' })] },
        { type: 'verbatim', value: 'reiscode:   VB-2025-<nummer>' },
      ],
    },
    {
      type: 'division',
      role: 'colophon',
      page: false,
      children: [
        {
          type: 'table',
          look: 'facts',
          columns: [{ weight: 1 }, { weight: 2 }],
          head: [],
          body: [
            { cells: [cell('Contact'), cell('administratie@voorbeeld.example')] },
            { cells: [cell('Opgesteld door'), cell('Werkgroep reizen')] },
          ],
        },
      ],
    },
  ],
  { title: 'Regeling schoolreizen en excursies', mark: 'Concept' },
)

export const policyWithMark: Document = {
  ...policy,
  brand: {
    ...policy.brand,
    cover: 'band',
    mark: { format: 'svg', ratio: 1, bytes: mark, alt: 'Beeldmerk van De Voorbeeldschool' },
  },
}

/** Short decisions in many columns, one of them still to be signed. */
export const decided: Document = doc([
  { type: 'contents', title: 'Inhoud', depth: 1 },
  heading(1, undefined, 'Besluitvorming', 'besluiten'),
  {
    type: 'table',
    look: 'grid',
    columns: [1.7, 1.9, 1.9, 1.9, 1.4, 1.4, 2.2].map((weight) => ({ weight })),
    head: [
      {
        cells: ['Datum', 'Orgaan', 'Naam', 'Functie', 'Recht', 'Besluit', 'Handtekening'].map((name) =>
          cell(name, { header: 'column' }),
        ),
      },
    ],
    body: [
      ['1 september 2024', 'Medezeggenschapsraad', 'J. de Vries', 'voorzitter', 'instemming', 'akkoord met wijziging', ''],
      ['', 'College van Bestuur', '', '', 'vaststelling', '', ''],
    ].map((values) => ({ height: 16, cells: values.map((value) => (value === '' ? { children: [] } : cell(value))) })),
  },
])

const significance = (value: string, topic: string) => ({ facets: { significance: value, topic } })
const change = (number: string, was: string, becomes: string, why: string, fields: object) => ({
  cells: [
    cell(number, { header: 'row' }),
    cell(was, { tone: 'deleted' }),
    cell(becomes, { tone: 'inserted' }),
    { children: [paragraph([{ type: 'span', role: 'tag', children: [text(why.split(':')[0] ?? '')] }]), paragraph(why)] },
  ],
  ...fields,
})

export const redline: Document = doc(
  [
    {
      ...cover,
      title: 'Wat verandert: schoolreizen',
      facts: [
        { name: 'Van', value: '2.0.0' },
        { name: 'Naar', value: '2.1.0' },
      ],
    },
    { type: 'contents', title: 'Inhoud', depth: 2 },
    heading(1, undefined, 'Was, wordt, waarom', 'was-wordt'),
    {
      type: 'table',
      look: 'grid',
      caption: [text('Wijzigingen in volgorde van de regeling')],
      columns: [{ weight: 1 }, { weight: 4 }, { weight: 4 }, { weight: 3 }],
      head: [{ cells: ['Nr.', 'Was', 'Wordt', 'Waarom'].map((name) => cell(name)) }],
      body: [
        change(
          '2.1.a',
          'Op iedere [vijftien/] leerlingen reist één begeleider mee.',
          'Op iedere [/tien] leerlingen reist één begeleider mee.',
          'Getal: vaker twee groepen tegelijk',
          {
            id: 'rij-aantal',
            change: 'edited',
            ...significance('substantive', 'begeleiding'),
          },
        ),
        change('2.1.b', '', '[/Een begeleider die rijdt, toont vooraf zijn rijbewijs.]', 'Nieuw: wens van de verzekeraar', {
          id: 'rij-rijbewijs',
          change: 'inserted',
          ...significance('substantive', 'begeleiding'),
        }),
        change(
          '3.1.a',
          'De [ouderbijdrage/] is vrijwillig.',
          'De [/bijdrage] is vrijwillig.',
          'Woord: gelijk aan de schoolgids',
          {
            id: 'rij-bijdrage',
            change: 'edited',
            ...significance('editorial', 'kosten'),
          },
        ),
      ],
    },
    heading(1, '2', 'Begeleiding', 'begeleiding', { change: 'moved' }),
    list(
      item('a.', 'Op iedere [vijftien/tien] leerlingen reist één begeleider mee.', {
        id: 'aantal-gewoon',
        change: 'edited',
        ...significance('substantive', 'begeleiding'),
      }),
      item('b.', '[/Een begeleider die rijdt, toont vooraf zijn rijbewijs.]', {
        id: 'rijbewijs',
        change: 'inserted',
        ...significance('substantive', 'begeleiding'),
      }),
      item('c.', 'De reisleider belt de school bij vertrek en bij aankomst.', { id: 'bellen' }),
    ),
    heading(1, '3', 'Kosten', 'kosten'),
    paragraph('De [ouderbijdrage/bijdrage] is vrijwillig.', {
      id: 'bijdrage',
      change: 'edited',
      ...significance('editorial', 'kosten'),
    }),
    paragraph('[Restgeld gaat naar het schoolplein./]', {
      id: 'restgeld',
      change: 'deleted',
      ...significance('substantive', 'kosten'),
    }),
  ],
  { title: 'Wat verandert: schoolreizen' },
)

export const labels: FacetLabels = {
  significance: { name: 'Betekenis', values: { substantive: 'inhoudelijk', editorial: 'redactioneel' } },
  topic: { name: 'Onderwerp' },
}

const schools = ['De Beuk', 'De Linde', 'De Eik', 'De Wilg', 'De Berk', 'De Es', 'De Iep']
const rules = [
  'Aantal begeleiders',
  'Rijbewijs tonen',
  'Vrijwillige bijdrage',
  'Zwembrevet',
  'Alcohol',
  'Telefoon mee',
  'Verzekering',
  'Kamers',
]
const stances = ['moet', 'mag', 'mag niet']

export const matrix: Document = doc(
  [
    paragraph('Zeven scholen naast elkaar; De Beuk is de vergelijking.', { tone: 'lead' }),
    {
      type: 'table',
      look: 'grid',
      caption: [text('Regels per school')],
      columns: [{ weight: 2 }, ...schools.map(() => ({ weight: 2 }))],
      head: [{ cells: [cell('Regel'), ...schools.map((name) => cell(name))] }],
      body: rules.map((rule, r) => ({
        id: `regel-${r + 1}`,
        facets: { topic: r % 2 === 0 ? 'begeleiding' : 'kosten', difference: r % 3 === 0 ? 'gelijk' : 'verschilt' },
        cells: [
          cell(rule, { header: 'row' }),
          ...schools.map((_, s) => {
            if ((r * 5 + s) % 6 === 5) return cell('geen regel', { tone: 'muted' })
            const tag = { type: 'span', role: 'tag', children: [text(stances[(r + s) % 3] ?? '')] } as const
            return {
              children: [
                paragraph([tag, text(` ${r + 1}.${s + 1}`)]),
                paragraph(words(s === 0 ? 'Dit regelt de reisleider.' : 'Dit regelt [de reisleider/een ouder].')),
              ],
              ...(s === 0 ? { tone: 'accent' as const } : {}),
            }
          }),
        ],
      })),
    },
  ],
  { title: 'Regels van zeven scholen', orientation: 'landscape' },
)
