import { describe, expect, it } from 'vitest'
import { compareActors, compareValues } from '../../src/schools/compare-norms.js'
import { readCorpus } from '../../src/schools/features.js'
import { ruleSentence } from '../../src/schools/rule-sentence.js'
import { tellingOf } from '../../src/schools/telling.js'
import type { SchoolClause } from '../../src/schools/types.js'
import { school, vocabularies } from './support.js'

const sentence = (text: string) =>
  ruleSentence(
    { id: 'c1', number: '1', line: 1, text, kind: 'item', lang: 'nl', sections: [] } satisfies SchoolClause,
    { text, from: 0 },
    0,
  )

/** Who is told to differ in two sentences that are surely on one act. */
const who = (a: string, b: string) =>
  compareActors(sentence(a), sentence(b), (one, other) => one === other, { lang: 'nl', oneAct: true }).map(({ words }) => words)

/** The values that are told to differ in two sentences on one act in other words. */
const values = (a: string, b: string) =>
  compareValues(sentence(a), sentence(b), { near: false, oneAct: true }).map(({ words }) => words)

describe('what is told to differ in time', () => {
  it.each([
    ['Bezwaar kan binnen zes weken.', 'Bezwaar maakt u binnen 30 dagen.', ['zes weken', '30 dagen']],
    ['Meld een lek binnen 24 uur.', 'Een lek wordt onmiddellijk gemeld.', ['24 uur', 'onmiddellijk']],
    ['Meld een lek binnen 24 uur.', 'De school meldt een lek direct na ontdekking.', ['24 uur', 'direct']],
    ['Elke drie jaar bezien wij dit.', 'Wij bezien dit elk jaar.', ['drie jaar', 'elk jaar']],
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
  ])('%s and %s', (a, b, words) => expect(who(a, b)).toEqual([words]))

  it.each([
    ['two words for one role', 'De directeur meldt de schorsing.', 'De schoolleider meldt de schorsing.'],
    ['what is asked of pupils and of staff', 'De leerling maakt het gemiste werk.', 'De leerkracht zorgt voor vervangend werk.'],
    [
      'where a complaint goes and no one',
      'Klachten lopen volgens de klachtenregeling.',
      'Klachten gaan naar de klachtencommissie.',
    ],
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
  it('is not one that all have', () => expect(telling(at(1), at(4))).toBe(false))
})
