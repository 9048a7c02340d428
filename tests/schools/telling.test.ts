import { describe, expect, it } from 'vitest'
import { compareActors, compareConditions, compareStances, compareValues } from '../../src/schools/compare-norms.js'
import { deciderOf, differencesOf } from '../../src/schools/differences.js'
import { readCorpus } from '../../src/schools/features.js'
import { createJudge } from '../../src/schools/judge.js'
import { ruleSentence } from '../../src/schools/rule-sentence.js'
import { tellingOf } from '../../src/schools/telling.js'
import { textsRead } from '../../src/schools/texts-read.js'
import type { SchoolClause } from '../../src/schools/types.js'
import { school, vocabularies } from './support.js'

const sentence = (text: string) =>
  ruleSentence(
    { id: 'c1', number: '1', line: 1, text, kind: 'item', lang: 'nl', sections: [] } satisfies SchoolClause,
    { text, from: 0 },
    0,
    textsRead(),
  )

/** Who is told to differ in two sentences that are surely on one act. */
const who = (a: string, b: string) =>
  compareActors(sentence(a), sentence(b), (one, other) => one === other, { lang: 'nl', oneAct: true }).map(({ words }) => words)

/** The values that are told to differ in two sentences on one act in other words. */
const values = (a: string, b: string) =>
  compareValues(sentence(a), sentence(b), { near: false, oneAct: true }).map(({ words }) => words)

/** The conditions that are told to differ in them, and the kinds of what differs in the norm. */
const conditions = (a: string, b: string) =>
  compareConditions(sentence(a), sentence(b), { alike: 0.5, near: false, oneAct: true, lang: 'nl' }).map(({ words }) => words)
const stances = (a: string, b: string) =>
  compareStances(sentence(a), sentence(b), { alike: 0.5, oneAct: true, lang: 'nl' }).map(({ kind }) => kind)

describe('where something is, and how many there are', () => {
  it.each([
    ['Een telefoon ligt in het kluisje.', 'Leg je telefoon op de kast bij de deur.', ['kluisje', 'kast']],
    ['Sleutels hangen in de teamkamer.', 'Sleutels hangen in de afgesloten kelder.', ['teamkamer', 'kelder']],
    [
      'Er zijn altijd twee opgeleide zwemmers.',
      'In het bad zijn drie mensen met een diploma.',
      ['twee opgeleide', 'drie mensen'],
    ],
    ['Ouders zijn twee keer per jaar welkom.', 'Ouders zijn om de twee jaar welkom.', ['twee keer per jaar', 'twee jaar']],
    ['De poort gaat om half negen dicht.', 'De poort gaat om 08.00 uur dicht.', ['half negen', '08.00 uur']],
  ])('differs: %s and %s', (a, b, words) => expect(values(a, b)).toEqual([words]))

  it.each([
    ['Een telefoon ligt in het kluisje.', 'Telefoons liggen in kluisjes.'],
    ['De poort gaat om half negen dicht.', 'De poort gaat om 08.30 uur dicht.'],
    ['Bij de toegang hangt een bord.', 'In de les hangt een bord.'],
    ['Leerlingen onder de 16 jaar roken niet.', 'Roken wordt dezelfde dag aan ouders gemeld.'],
    ['Vanaf groep 6 mag een kind alleen naar huis.', 'Kinderen uit leerjaar 4 mogen alleen naar huis.'],
    ['Een kaartje kost € 12 per jaar.', 'In een schooljaar zijn er vier kaartjes.'],
    ['Na drie keer belt de mentor.', 'Bij de derde keer belt de mentor.'],
    ['Bel 112 als iemand valt.', 'Bij een val komen twee mensen.'],
  ])('does not, or is none: %s and %s', (a, b) => expect(values(a, b)).toEqual([]))
})

describe('a number in a name and what something is counted in', () => {
  it('differ in nearly the same words alone', () => {
    const near = (a: string, b: string) =>
      compareValues(sentence(a), sentence(b), { near: true, oneAct: true }).map(({ words }) => words)
    expect(near('Vanaf groep 6 mag de fiets mee.', 'Vanaf groep 7 mag de fiets mee.')).toEqual([['6', '7']])
    expect(near('Een pas kost € 12 per jaar.', 'Een pas kost € 12 per maand.')).toEqual([['per jaar', 'per maand']])
  })
})

describe('what need not be', () => {
  it('is no opposite of what is forbidden, and one of what must be', () => {
    expect(stances('Over vuurwerk hoeven wij het niet te hebben.', 'Vuurwerk is verboden.')).toEqual([])
    expect(stances('Een pas is niet nodig.', 'Een pas moet zichtbaar zijn.')).toEqual(['stance'])
  })
})

describe('a condition in other words', () => {
  it('is one where its words have one matter', () =>
    expect(
      conditions('Filmen mag alleen met toestemming van de zwemmer.', 'Filmen mag alleen als de zwemmer het goedvindt.'),
    ).toEqual([]))
})

describe('an exception', () => {
  it('is told where one makes it alone', () =>
    expect(conditions('Petten gaan af, behalve bij zon.', 'Petten gaan binnen af.')).toEqual([['behalve bij zon', '']]))
  it('stands beside a condition that the other has', () =>
    expect(conditions('Petten gaan af, behalve bij zon.', 'Petten gaan binnen af als de zon niet schijnt.')).toEqual([
      ['behalve bij zon', 'als de zon niet schijnt'],
    ]))
})

describe('a condition of two sentences in nearly the same words', () => {
  const near = (a: string, b: string) =>
    compareConditions(sentence(a), sentence(b), { alike: 0.9, near: true, oneAct: true, lang: 'nl' }).map(({ words }) => words)

  it('differs by a single word that one has more', () =>
    expect(
      near(
        'Kennis delen mag, mits dat pupillen en de vereniging niet schaadt.',
        'Kennis delen mag, mits dat pupillen niet schaadt.',
      ),
    ).toEqual([['mits dat pupillen en de vereniging niet schaadt', 'mits dat pupillen niet schaadt']]))
  it('differs where the other has none', () =>
    expect(near('Als het regent, blijven leerlingen binnen.', 'In de pauze blijven leerlingen binnen.')).toEqual([
      ['Als het regent', ''],
    ]))
  it('does not where two words name one case', () =>
    expect(
      near('Bij regen, mits dat niet stoort, blijven zij binnen.', 'Bij regen, mits dit niet stoort, blijven zij binnen.'),
    ).toEqual([]))
})

describe('a ban', () => {
  it('is opposed by a duty to do what it forbids', () =>
    expect(stances('Leerlingen nemen geen laptop mee.', 'Leerlingen nemen een laptop mee.')).toEqual(['opposed']))
  it('is not by what is done to whoever breaks it', () =>
    expect(stances('Vuurwerk is verboden.', 'Wie vuurwerk afsteekt, wordt naar huis gestuurd.')).toEqual([]))
})

describe('a right', () => {
  it('is other than a duty of the same people', () =>
    expect(stances('Ouders mogen meekijken.', 'Ouders kijken mee.')).toEqual(['stance']))
  it('is not opposed by what staff do for whoever has it', () =>
    expect(stances('Ouders mogen om uitleg vragen.', 'De mentor geeft uitleg.')).toEqual([]))
  it('is not opposed by what those who are served must do then', () =>
    expect(stances('De conciërge mag een telefoon vragen.', 'Leerlingen geven een telefoon af.')).toEqual([]))
  it('is other than a duty to do it to them', () =>
    expect(stances('De rector kan maatregelen nemen.', 'Tegen leerlingen worden maatregelen genomen.')).toEqual(['stance']))
})

describe('what is told to differ in time', () => {
  it.each([
    ['Bezwaar kan binnen zes weken.', 'Bezwaar maakt u binnen 30 dagen.', ['zes weken', '30 dagen']],
    ['Meld een lek binnen 24 uur.', 'Een lek wordt onmiddellijk gemeld.', ['24 uur', 'onmiddellijk']],
    ['Meld een lek binnen 24 uur.', 'De school meldt een lek direct na ontdekking.', ['24 uur', 'direct']],
    ['Elke drie jaar bezien wij dit.', 'Wij bezien dit elk jaar.', ['drie jaar', 'elk jaar']],
    ['Meld een lek dezelfde avond.', 'Een lek meldt u de volgende ochtend.', ['dezelfde avond', 'volgende ochtend']],
    ['Wij bellen u dezelfde ochtend.', 'U wordt binnen een uur gebeld.', ['dezelfde ochtend', 'een uur']],
  ])('%s and %s', (a, b, words) => expect(values(a, b)).toEqual([words]))

  it.each([
    ['Bezwaar kan binnen twee weken.', 'Bezwaar maakt u binnen tien schooldagen.'],
    ['Bezwaar kan binnen twee weken.', 'Bezwaar maakt u binnen 14 dagen.'],
    ['Meld een lek meteen.', 'Een lek wordt zo spoedig mogelijk gemeld.'],
  ])('is not told of one time in two ways: %s and %s', (a, b) => expect(values(a, b)).toEqual([]))

  it.each([
    ['De mentor heeft direct contact met de ouders.', 'De mentor spreekt de ouders binnen vijf dagen.'],
    ['De direct leidinggevende spreekt de medewerker.', 'De directeur spreekt de medewerker binnen vijf dagen.'],
    ['Een lek hoeft niet meteen te worden gemeld.', 'Een lek wordt binnen vijf dagen gemeld.'],
    ['De school houdt een avond over lekken.', 'Een lek wordt binnen vijf dagen gemeld.'],
  ])('is not told of what is near, or may wait: %s and %s', (a, b) => expect(values(a, b)).toEqual([]))
})

describe('who is told to differ', () => {
  it.each([
    ['Over schorsing beslist de rector.', 'Schorsing wordt door het bestuur besloten.', ['rector', 'bestuur']],
    [
      'Een camera komt er alleen op besluit van het bestuur.',
      'De rector beslist of er een camera komt en laat u dat weten.',
      ['bestuur', 'rector'],
    ],
    ['De mentor belt de ouders.', 'De conciërge stuurt de ouders een bericht.', ['mentor', 'conciërge']],
    ['Ouders melden ziekte bij de mentor.', 'Ziekte wordt doorgegeven aan de conciërge.', ['mentor', 'conciërge']],
  ])('%s and %s', (a, b, words) => expect(who(a, b)).toEqual([words]))

  it.each([
    ['two words for one role', 'De directeur meldt de schorsing.', 'De schoolleider meldt de schorsing.'],
    ['what is asked of pupils and of staff', 'De leerling maakt het gemiste werk.', 'De leerkracht zorgt voor vervangend werk.'],
    [
      'where a complaint goes and no one',
      'Klachten lopen volgens de klachtenregeling.',
      'Klachten gaan naar de klachtencommissie.',
    ],
    ['to whom two tell it in one word', 'Ouders melden ziekte bij de mentor.', 'Ziekte wordt doorgegeven aan de mentor.'],
    ['who only receives', 'De rector meldt de schorsing aan de inspectie.', 'De inspectie krijgt bericht van de schorsing.'],
    ['a passive that names nobody who acts', 'De mentor meldt het verzuim.', 'Verzuim wordt aan de conciërge gemeld.'],
  ])('not %s', (_, a, b) => expect(who(a, b)).toEqual([]))
})

describe('what tells two sentences from the others', () => {
  const all = [
    school('linde', ['Een telefoon mag in de lift.', 'Een telefoon mag in de aula.', 'Een telefoon mag op het plein.']),
    school('wilg', ['De lift is voor een telefoon te klein.', 'Een telefoon hoort in de tas.', 'Een telefoon zoemt nooit.']),
  ]
  const corpus = readCorpus(all, vocabularies)
  const telling = tellingOf(corpus)
  const at = (index: number) => corpus.features[index] as (typeof corpus.features)[number]

  it('is a word that few of either have', () => expect(telling(at(0), at(3))).toBe(true))
  it('is two words that stand together in few, though each stands in many', () => {
    const clauses = (last: string) => [
      ...['De mentor belt ouders.', 'De mentor mailt ouders.', 'De mentor schrijft ouders.'],
      ...['De voorzitter stemt.', 'De voorzitter zwijgt.', 'De voorzitter wacht.', last],
    ]
    const schools = [
      school('a', clauses('De voorzitter hoort de mentor.')),
      school('b', clauses('De mentor vraagt de voorzitter.')),
    ]
    const both = readCorpus(schools, vocabularies)
    const [last, first] = [both.features[6], both.features[7]] as (typeof corpus.features)[number][]
    const theirs = both.features[13] as (typeof corpus.features)[number]
    expect(tellingOf(both)(last as typeof theirs, theirs)).toBe(true)
    expect(tellingOf(both)(last as typeof theirs, first as typeof theirs)).toBe(false)
  })
  it('is not one that all have', () => expect(telling(at(1), at(4))).toBe(false))
})

describe('what one asks and another forbids', () => {
  // A school's first sentence is nearest to the other's first, its second to the second; the two that are at odds stand crosswise.
  const corpus = readCorpus(
    [
      school('linde', ['Een laptop is toegestaan.', 'Een laptop staat op tafel.']),
      school('wilg', ['Een laptop is handig.', 'Een laptop is verboden.']),
    ],
    vocabularies,
  )
  const kinds = (crosswise: number) =>
    differencesOf(
      corpus,
      { centre: 0, members: [0, 1, 2, 3], confirmed: false },
      {
        links: (one, others) =>
          others.map((other) => ({ other, score: one % 2 === other % 2 ? 0.9 : one === 0 ? crosswise : 0 })),
        telling: () => true,
        judge: createJudge(textsRead()),
        decider: deciderOf,
      },
    ).differences.map(({ kind, a, b }) => [kind, a.id, b.id])

  it('is told though each has a sentence that is nearer', () => expect(kinds(0.6)).toContainEqual(['opposed', 'c1', 'c2']))
  it('is not where the two are not surely on one act', () => expect(kinds(0.4)).not.toContainEqual(['opposed', 'c1', 'c2']))
})
