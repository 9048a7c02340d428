import MiniSearch from 'minisearch'
import { describe, expect, it } from 'vitest'
import { createQuery, FIELDS } from '../../src/site/query.js'
import { searchData } from '../../src/site/search.js'
import { spokenOf } from '../../src/site/search-matters.js'
import type { Passage, PolicySummary } from '../../src/site/types.js'

const passage = (id: string, text: string, sections: string[] = []): Omit<Passage, 'spoken'> => ({
  id,
  number: '',
  text,
  sections,
  stance: 'statement',
})

const policy = (lang: 'nl' | 'en', passages: readonly Omit<Passage, 'spoken'>[]): PolicySummary => ({
  name: 'linde/media',
  title: 'Protocol',
  lang,
  organisation: { folder: 'linde', name: 'De Linde', short: 'Linde' },
  versions: [],
  shown: '1.0.0',
  passages: passages.map((each) => ({ ...each, spoken: spokenOf(each, lang) })),
  ids: passages.map(({ id }) => id),
})

/** The ids that answer a question, the best first, as the page finds them: from JSON. */
function answers(lang: 'nl' | 'en', passages: readonly Omit<Passage, 'spoken'>[], question: string): readonly string[] {
  const data = JSON.parse(JSON.stringify(searchData([policy(lang, passages)], lang))) as ReturnType<typeof searchData>
  const index = MiniSearch.loadJS(data.index as Parameters<typeof MiniSearch.loadJS>[0], { fields: Object.keys(FIELDS) })
  return createQuery(data, index)(question).map(({ clause }) => data.clauses[clause]?.[1] ?? '')
}

const DUTCH = [
  passage('verlof', 'De ouder vraagt verlof acht weken vooraf aan bij de directeur.', ['Verlof buiten de vakanties']),
  passage('ziek', 'Een leerling die ziek is, wordt voor half negen telefonisch ziek gemeld.', ['Ziekmelding']),
  passage('kluis', 'Telefoons gaan bij binnenkomst in de telefoonkluis.', ['Telefoons']),
  passage('foto', "Foto's van leerlingen worden niet zonder toestemming geplaatst.", ['Beeldmateriaal']),
  passage('klacht', 'De klachtencommissie beslist binnen vier weken.', ['Klachten']),
]

describe('the search in the browser', () => {
  it.each([
    ['een ander getal of een andere vorm', 'telefoon', 'kluis'],
    ['een werkwoord in een andere vorm', 'verlof aanvragen', 'verlof'],
    ['een deel van een samenstelling', 'commissie', 'klacht'],
    ['een samenstelling die nergens staat, uit delen die er staan', 'leerlingfoto', 'foto'],
    ['een tikfout', 'toestemmming', 'foto'],
    ['een vraag', "mag ik foto's van mijn klas zomaar plaatsen?", 'foto'],
    ['andere woorden voor hetzelfde', 'ontevreden over de school', 'klacht'],
    ['het begin van een woord', 'direct', 'verlof'],
    ['iets kleins', 'mobieltje', 'kluis'],
    ['een woord voor dezelfde zaak', 'kiekje van de leerling', 'foto'],
    ['een soort van wat er staat', 'mag de juf iets vragen', 'verlof'],
    ['een samenstelling die nergens staat, in gewone woorden', 'oudervragen', 'verlof'],
    ['een werkwoord waarvan een deel apart staat', 'wie meldt een leerling af die ziek is', 'ziek'],
    ['wat gevraagd wordt, en niet hoe', 'hoe krijg ik eigenlijk vrij?', 'verlof'],
  ])('finds %s: %s', (_, question, id) => {
    expect(answers('nl', DUTCH, question)[0]).toBe(id)
  })

  it('asks what a word means where that is said', () => {
    const passages = [
      passage('regel', 'De schoolleiding besluit. De schoolleiding deelt mee wat de schoolleiding besluit.'),
      passage('begrip', 'Schoolleiding: wie de school leiden.'),
    ]
    expect(answers('nl', passages, 'wat is de schoolleiding')[0]).toBe('begrip')
  })

  it('counts a word by how few clauses speak of its matter, not by how few write it so', () => {
    const passages = [
      ...Array.from({ length: 9 }, (_, at) =>
        passage(`media-${at}`, `Op sociale media plaatst een leerling geen bericht ${at}.`),
      ),
      passage('insta', 'Instagram valt onder deze regels.'),
      passage('pest', 'Wie op internet pest, wordt aangesproken.'),
    ]
    expect(answers('nl', passages, 'instagram pesten')[0]).toBe('pest')
  })

  it('tells words apart that share a stem', () => {
    const passages = [
      passage('opname', 'Opnamen van leerlingen worden niet bewaard.'),
      passage('bel', 'Een leerling belt niet in de les.'),
    ]
    expect(answers('nl', passages, 'beelden')).toEqual(['opname'])
    expect(answers('nl', passages, 'bellen')[0]).toBe('bel')
  })

  it('knows what list items complete', () => {
    const [item] = [{ ...passage('item', 'een wapen mee te nemen;'), lead: 'Het is bezoekers verboden:' }]
    expect(answers('nl', [...DUTCH, item], 'verboden voor bezoekers')[0]).toBe('item')
  })

  it('finds nothing where nothing is', () => {
    expect(answers('nl', DUTCH, 'zwembad')).toEqual([])
    expect(answers('nl', DUTCH, '  ')).toEqual([])
    expect(answers('nl', [], 'verlof')).toEqual([])
  })

  it('asks English by English words', () => {
    const passages = [
      passage('leave', 'Employees request leave two weeks before.'),
      passage('devices', 'Personal devices are stored in lockers.'),
    ]
    expect(answers('en', passages, 'requesting leave')[0]).toBe('leave')
    expect(answers('en', passages, 'where do I store my device')[0]).toBe('devices')
  })
})
