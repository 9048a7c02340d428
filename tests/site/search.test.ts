import { describe, expect, it } from 'vitest'
import { askAll, bySection, readyToAsk } from '../../src/site/ask.js'
import { searchData } from '../../src/site/search.js'
import { spokenOf } from '../../src/site/search-matters.js'
import type { Passage, PolicySummary } from '../../src/site/types.js'

const passage = (id: string, text: string, sections: string[] = []): Omit<Passage, 'spoken'> => ({
  id,
  number: '',
  text,
  sections,
  stance: 'statement',
  counted: /\d|\b(?:vier|acht)\b/.test(text),
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
  return askAll([readyToAsk(data)], question).map(({ part, hit }) => part.answerAt(hit.clause).id)
}

const DUTCH = [
  passage('verlof', 'De ouder vraagt verlof acht weken vooraf aan bij de directeur.', ['Verlof buiten de vakanties']),
  passage('ziek', 'Een leerling die ziek is, wordt voor half negen telefonisch ziek gemeld.', ['Ziekmelding']),
  passage('kluis', 'Telefoons gaan bij binnenkomst in de telefoonkluis.', ['Telefoons']),
  passage('foto', "Foto's van leerlingen worden niet zonder toestemming geplaatst.", ['Beeldmateriaal']),
  passage('klacht', 'De klachtencommissie beslist binnen vier weken.', ['Klachten']),
]

describe('what was asked and what is kin to it', () => {
  const typed = (passages: readonly Omit<Passage, 'spoken'>[], question: string) => {
    const part = readyToAsk(searchData([policy('nl', passages)], 'nl'))
    return askAll([part], question).map(({ hit }) => [part.answerAt(hit.clause).id, hit.typed])
  }
  const BOTH = [
    passage('kiekje', 'Kiekje: een afbeelding van een leerling.', ['Begrippen']),
    passage('foto', 'Een leerling die dat niet wil, staat zonder gevolgen op geen enkele foto die de school laat maken.', [
      'Media',
    ]),
  ]

  it('has a clause in the very words before one in kindred words, whichever says them more surely', () => {
    expect(typed(BOTH, 'foto')).toEqual([
      ['foto', 'all'],
      ['kiekje', 'none'],
    ])
    expect(typed(BOTH, 'kiekje')[0]).toEqual(['kiekje', 'all'])
  })

  it('tells that a clause has the words only in a title above it, or none of them', () => {
    expect(typed(BOTH, 'begrippen')).toEqual([['kiekje', 'some']])
    expect(typed([BOTH[1] as Passage], 'kiekje')).toEqual([['foto', 'none']])
  })
})

describe('the search in the browser', () => {
  it.each([
    ['een ander getal of een andere vorm', 'telefoon', 'kluis'],
    ['een werkwoord in een andere vorm', 'verlof aanvragen', 'verlof'],
    ['een deel van een samenstelling', 'commissie', 'klacht'],
    ['een samenstelling die nergens staat, uit delen die er staan', 'leerlingfoto', 'foto'],
    ['een tikfout', 'toestemmming', 'foto'],
    ['een tikfout in een woord dat alleen wie vraagt gebruikt', 'mobeiltje', 'kluis'],
    ['een vraag', "mag ik foto's van mijn klas zomaar plaatsen?", 'foto'],
    ['andere woorden voor hetzelfde', 'ontevreden over de school', 'klacht'],
    ['een woord dat op het gehoor gespeld is', 'klagtenkommissie', 'klacht'],
    ['een woord dat op het gehoor gespeld is en dat alleen wie vraagt gebruikt', 'vekansie', 'verlof'],
    ['een vraag waarin een klein woord verkeerd gespeld is', 'ziek tijdes de les', 'ziek'],
    ['een Engels woord', 'phone', 'kluis'],
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

  it('knows an expression of which one word is a part of a compound', () => {
    const passages = [
      passage('laat', 'Wie te laat komt, meldt zich.'),
      passage('rit', 'De vervoerder haalt de leerling thuis op.'),
      passage('bord', 'Op de deur hangt een bord.'),
    ]
    expect(answers('nl', passages, 'leerlingtaxi te laat')).toEqual(['rit', 'laat'])
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

  it.each([
    ['een getal, waar naar een getal gevraagd wordt', 'hoe lang duurt de klacht', 'vier'],
    ['een regel, waar naar een regel gevraagd wordt', 'mag een klacht anoniem', 'anoniem'],
    ['een woord van dezelfde wortel', 'de begeleiders', 'hulp'],
    ['wat onder een kop staat die het zegt', 'pauze fietsen', 'plein'],
  ])('puts first %s: %s', (_, question, id) => {
    const passages = [
      { ...passage('wie', 'De klacht gaat naar de directeur.'), counted: false },
      { ...passage('vier', 'De klacht is binnen vier weken klaar, ook als er meer tijd nodig lijkt.'), counted: true },
      passage('melden', 'Over een anonieme klacht wordt verslag gedaan.'),
      { ...passage('anoniem', 'Een anonieme klacht wordt niet behandeld in het overleg.'), stance: 'prohibition' as const },
      passage('hulp', 'De begeleiding is vrijwillig.'),
      passage('plein', 'Het plein is dan leeg.', ['Pauze', 'Fietsen']),
      passage('magazijn', 'In de pauze is het magazijn dicht.', ['Gebouw']),
    ]
    expect(answers('nl', passages, question)[0]).toBe(id)
  })

  it('lets the policy on a matter go before another that mentions it', () => {
    const pest = { ...policy('nl', [passage('gesprek', 'De mentor spreekt met de leerling.')]), title: 'Pestprotocol' }
    const other = { ...policy('nl', [passage('overleg', 'De mentor spreekt met de leerling.')]), title: 'Regels' }
    const data = searchData([other, pest], 'nl')
    const ready = readyToAsk(data)
    const [first] = ready.ask('gesprek mentor bij pesten').hits
    expect(ready.answerAt(first?.clause ?? -1)).toMatchObject({ policy: 1, id: 'gesprek', stance: 'statement' })
  })

  it('keeps each clause apart whatever its words and its number are', () => {
    const [odd] = [{ ...passage('a', 'Een regel\nmet een "teken" \\ en\tmeer.'), number: 'Artikel\n1' }]
    const data = searchData([policy('nl', [odd, passage('b', 'Nog een regel.')])], 'nl')
    expect([0, 1].map(readyToAsk(data).answerAt).map(({ id, number, words }) => [id, number, words])).toEqual([
      ['a', 'Artikel 1', 'Een regel met een "teken" \\ en meer.'],
      ['b', '', 'Nog een regel.'],
    ])
  })

  it('knows what list items complete', () => {
    const [item] = [{ ...passage('item', 'een wapen mee te nemen;'), lead: 'Het is bezoekers verboden:' }]
    expect(answers('nl', [...DUTCH, item], 'verboden voor bezoekers')[0]).toBe('item')
  })

  it('finds a clause by its id, which its author named it by', () => {
    const passages = [passage('pauzehap', 'Om tien uur wordt er gegeten.'), passage('les', 'Om elf uur is er les.')]
    expect(answers('nl', passages, 'pauzehap')).toEqual(['pauzehap'])
  })

  it('answers by sections: each once, three clauses in sight, and the best first', () => {
    const bikes = ['stalling', 'slot', 'plein', 'licht'].map((id) => passage(id, `De fiets: ${id}.`, ['Fietsen']))
    const passages = [
      ...bikes,
      passage('reis', 'Op reis gaat een fiets mee.', ['Reizen']),
      passage('a', 'Een fiets.'),
      passage('b', 'Een fiets.'),
    ]
    const found = askAll([readyToAsk(searchData([policy('nl', passages)], 'nl'))], 'fiets')
    const shown = bySection(found).map(({ best, beside, more }) => ({
      title: best.part.answerAt(best.hit.clause).title,
      all: [best, ...beside, ...more],
      counts: [beside.length, more.length],
    }))
    expect(shown.flatMap(({ all }) => all)).toHaveLength(found.length)
    const countsOf = (wanted: string) => shown.filter(({ title }) => title === wanted).map(({ counts }) => counts)
    expect(countsOf('Fietsen')).toEqual([[2, 1]])
    expect(countsOf('Reizen')).toEqual([[0, 0]])
    expect(countsOf('')).toEqual([
      [0, 0],
      [0, 0],
    ])
  })

  it('lets what a section says together count for each of its clauses', () => {
    const passages = [
      passage('beamer', 'Een beamer blijft in het lokaal.', ['Apparaten']),
      passage('hal', 'In de hal staan banken.', ['Gebouw']),
      passage('lenen', 'Wie een beamer leent, tekent daarvoor.', ['Uitlenen']),
      passage('boete', 'Voor een vlek wordt een boete gevraagd.', ['Uitlenen']),
    ]
    expect(new Set(answers('nl', passages, 'beamer vlek').slice(0, 2))).toEqual(new Set(['lenen', 'boete']))
  })

  it('holds what is said every day of anything for less than what is seldom said at all', () => {
    const passages = [
      passage('stage', 'Op stage draagt een leerling een helm.'),
      passage('weg', 'Daarna loopt iemand weg.'),
      passage('helm', 'De helm wordt betaald door wie hem nodig heeft.'),
    ]
    expect(answers('nl', passages, 'op stage weg')[0]).toBe('stage')
  })

  it('finds nothing where nothing is', () => {
    expect(answers('nl', DUTCH, 'zwembad')).toEqual([])
    expect(answers('nl', DUTCH, '  ')).toEqual([])
    expect(answers('nl', [], 'verlof')).toEqual([])
  })

  it.each([
    ['wat mensen typen, waar een regel een ander woord voor heeft', 'nl', 'is er iemand die mijn bonnetje kan betalen', 'kosten'],
    ['een uitdrukking, en niet haar woorden', 'nl', 'kan hij blijven zitten', 'overgang'],
    ['what people type for which a rule has another word', 'en', 'teacher took my phone', 'held'],
  ] as const)('finds %s', (_, lang, question, id) => {
    const dutch = [
      passage('zitten', 'Leerlingen mogen in de hal zitten en daar in de pauze blijven.'),
      passage('overgang', 'Doubleren is eenmaal toegestaan.'),
      passage('kosten', 'Een declaratie wordt binnen een maand ingediend.'),
    ]
    const english = [
      passage('seen', 'A telephone is not seen or heard in a lesson.'),
      passage('held', 'What is heard is confiscated and returned at the end of the day.'),
    ]
    expect(answers(lang, lang === 'nl' ? dutch : english, question)[0]).toBe(id)
  })

  it('says where the answers end that say what was asked', () => {
    const data = searchData([policy('nl', DUTCH)], 'nl')
    const says = (question: string) =>
      askAll([readyToAsk(data)], question).map(({ part, hit, says }) => [part.answerAt(hit.clause).id, says])
    expect(says('verlof aanvragen')[0]).toEqual(['verlof', true])
    expect(says('verlof voor het zwembad')[0]).toEqual(['verlof', false])
  })

  it('takes a question for the language whose words it has', () => {
    const parts = [
      readyToAsk(searchData([policy('nl', [passage('mail', 'Een e-mail wordt in de week beantwoord.')])], 'nl')),
      readyToAsk(
        searchData([policy('en', [passage('term', 'Leave for a week in term is not granted for holidays or visits.')])], 'en'),
      ),
    ]
    const first = (question: string) => askAll(parts, question)[0]?.part.data.lang
    expect(first('can I have a week of leave')).toBe('en')
    expect(first('mag dat in de week')).toBe('nl')
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
