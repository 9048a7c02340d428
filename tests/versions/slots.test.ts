import { describe, expect, test } from 'vitest'
import type { Reason } from '../../src/versions/index.js'
import { entriesOf } from './score.js'

const reasons = (lang: string, old: string, next: string): readonly Reason[] =>
  entriesOf(lang, old, next).flatMap((entry) => entry.reasons)

describe('what differs between sentences of which one is put otherwise', () => {
  test.each([
    [
      'nl',
      'De rekening van de schilder wordt door de eigenaar betaald nadat het werk is goedgekeurd.',
      'Nadat het werk is goedgekeurd, betaalt de bewoner de rekening van de schilder.',
      { kind: 'addressee', old: 'eigenaar', next: 'bewoner' },
    ],
    [
      'en',
      'The seller informs the buyer of any defect, in May and in June.',
      'In May and in June the seller is informed of any defect by the buyer.',
      { kind: 'addressee', old: 'seller', next: 'buyer' },
    ],
    [
      'nl',
      'De curator vraagt de schuldeisers om instemming voordat hij het pand verkoopt.',
      'Voordat hij het pand verkoopt, vraagt de curator de schuldeisers om advies.',
      { kind: 'binding', old: 'instemming', next: 'advies' },
    ],
    [
      'en',
      'Recordings are erased by the keeper after the hearing.',
      'After the hearing the keeper archives the recordings.',
      { kind: 'opposite', old: 'erased', next: 'archives' },
    ],
    [
      'nl',
      'De foto’s worden twee jaar na het vertrek van de leerling gewist.',
      'Twee jaar na de inschrijving van de leerling worden de foto’s gewist.',
      { kind: 'period', old: 'vertrek', next: 'inschrijving' },
    ],
    [
      'en',
      'The customer may return the goods within fourteen days of receiving them.',
      'The customer may return the goods within 14 days of ordering them.',
      { kind: 'period', old: 'receiving', next: 'ordering' },
    ],
    [
      'en',
      'Members may suspend their subscription if they produce a statement. The suspension lasts at most six months and can be extended.',
      'Members may suspend their subscription. The suspension lasts at most six months and can be extended if they produce a statement.',
      { kind: 'condition', old: 'if', next: 'if' },
    ],
    [
      'nl',
      'De gasten leveren de sleutel en de parkeerkaart bij vertrek in.',
      'Bij vertrek leveren de gasten de sleutel in.',
      { kind: 'content', old: 'parkeerkaart', next: '' },
    ],
    [
      'nl',
      'De beheerder bewaart de opnamen niet langer dan zes maanden.',
      'Opnamen worden door de beheerder ten minste zes maanden bewaard.',
      { kind: 'opposite', old: 'hoogste', next: 'minste' },
    ],
    [
      'en',
      'The ferry is not liable for delay that is the result of ice.',
      'For delay as a result of ice, the ferry is liable.',
      { kind: 'negation', old: 'not', next: '' },
    ],
    [
      'en',
      'The student has the right to be heard before the club decides on a ban.',
      'Before the club decides on a ban, the student may be heard.',
      { kind: 'norm', old: 'right', next: 'may' },
    ],
    [
      'nl',
      'De winkel heeft de mogelijkheid een toeslag in rekening te brengen.',
      'De winkel brengt een toeslag in rekening.',
      { kind: 'norm', old: 'mogelijkheid', next: '' },
    ],
    [
      'en',
      'Loans of at least £50 are repaid in two parts.',
      'Loans of £50 are repaid in at least two parts.',
      { kind: 'scope', old: 'least', next: 'least' },
    ],
    [
      'en',
      'The forms for choir and for band are due on 3 May and 9 June respectively.',
      'The forms for choir and for band are due on 9 June and 3 May respectively.',
      { kind: 'date', old: '3 May', next: '9 June' },
    ],
    [
      'en',
      'The editor shall inform the author of every change.',
      'The editor shall be informed by the author of every change.',
      { kind: 'addressee', old: 'editor', next: 'author' },
    ],
    [
      'nl',
      'De sluiting gaat in nadat de buren zijn gehoord.',
      'Nadat de sluiting is ingegaan, worden de buren gehoord.',
      { kind: 'opposite', old: 'nadat', next: 'Nadat' },
    ],
    [
      'nl',
      'De ploegleider stelt vooraf schriftelijk vast hoeveel uren nodig zijn.',
      'Vaststelling van het aantal uren dat nodig is, vindt vooraf schriftelijk plaats.',
      { kind: 'addressee', old: 'ploegleider', next: '' },
    ],
    [
      'en',
      'Surplus may be kept provided that the members have approved a plan.',
      'Surplus may be kept. The members approve a plan.',
      { kind: 'condition', old: 'provided', next: '' },
    ],
    [
      'nl',
      'De huurder mag met toestemming van de verhuurder een kat houden.',
      'De huurder mag een kat houden, tenzij de verhuurder dit verbiedt.',
      { kind: 'exception', old: '', next: 'tenzij' },
    ],
    [
      'nl',
      'De directie beslist op voordracht van de commissie.',
      'De commissie beslist na overleg met de directie.',
      { kind: 'addressee', old: 'directie', next: 'commissie' },
    ],
    [
      'nl',
      'Fietsen worden gestald in de kelder.',
      'Fietsen worden gestald in de garage.',
      { kind: 'content', old: 'kelder', next: 'garage' },
    ],
    ['en', 'Payment is made in cash.', 'Payment is made by card.', { kind: 'content', old: 'cash', next: 'card' }],
    [
      'nl',
      'De meldingen gaan via het rooster.',
      'De meldingen gaan via de camera.',
      { kind: 'content', old: 'rooster', next: 'camera' },
    ],
    [
      'nl',
      'De termijn gaat in op de dag van aanmelding.',
      'De termijn gaat in op de dag van toelating.',
      { kind: 'date', old: 'aanmelding', next: 'toelating' },
    ],
    [
      'en',
      'Eels may be landed at the east quay.',
      'Eels may be landed at the fish market.',
      { kind: 'content', old: 'east quay', next: 'fish market' },
    ],
    [
      'nl',
      'De zaal wordt verhuurd voor culturele activiteiten.',
      'De zaal wordt verhuurd voor commerciële activiteiten.',
      { kind: 'content', old: 'culturele', next: 'commerciële' },
    ],
  ] as const)('%s: %s → %s', (lang, old, next, reason) => {
    expect(reasons(lang, old, next)).toContainEqual(reason)
  })

  test.each([
    [
      'nl',
      'De klager krijgt een brief van de commissie binnen een week.',
      'Binnen een week stuurt de commissie de klager een brief.',
    ],
    ['en', 'The employer bears the cost of boots.', 'The cost of boots is borne by the employer.'],
    ['en', 'Within ten days of receipt the buyer pays.', 'The buyer pays within ten days after receiving it.'],
    ['en', 'Diving is prohibited at the weir and in the lock.', 'Do not dive at the weir or in the lock.'],
    ['nl', 'Indien de gids eerder wil gaan, belt hij de wacht.', 'Wil de gids eerder gaan, dan belt hij de wacht.'],
    ['nl', 'De club heeft ten behoeve van de roeiers een polis gesloten.', 'Voor haar roeiers heeft de club een polis gesloten.'],
    [
      'nl',
      'De imker wast in april elke kast. Het verslag gaat naar de club.',
      'Elke kast wordt in april door de imker gewassen. Het verslag gaat naar de club.',
    ],
    ['nl', 'De proef van één maand eindigt vanzelf.', 'De proef duurt een maand en eindigt vanzelf.'],
    ['nl', 'De kok mag geen noten gebruiken in het dessert.', 'Het gebruik van noten in het dessert is de kok verboden.'],
  ])('nothing is called another rule in %s: %s → %s', (lang, old, next) => {
    const kinds = reasons(lang, old, next).map(({ kind }) => kind)
    for (const kind of ['addressee', 'binding', 'opposite', 'period', 'condition', 'content'] as const)
      expect(kinds).not.toContain(kind)
  })
})

test.each([
  ['nl', 'De gast meldt zich bij de balie.', 'De gast meldt zich bij de receptie.'],
  ['en', 'Papers are kept in the basement.', 'Papers are kept in the cellar.'],
  ['nl', 'Het schilderij hangt in de kollektie.', 'Het schilderij hangt in de collectie.'],
])('one name of a thing for another is no other thing: %s: %s → %s', (lang, old, next) => {
  expect(reasons(lang, old, next).map(({ kind }) => kind)).not.toContain('content')
})

describe('a clause told anew as several', () => {
  const levels = (lang: string, old: string, next: string) =>
    entriesOf(lang, old, next).map(({ fate, significance }) => [fate, significance])
  const paragraph =
    'Only the keeper, the vet and the owner may enter the stables, and each of them must wash their boots before entering.'

  test('is to be read where all of it was said before', () => {
    const list =
      'The stables may be entered only by:\n\n- the keeper;\n- the vet;\n- the owner.\n\nBefore entering, each of them must wash their boots.'
    expect(levels('en', paragraph, list).map(([, level]) => level)).not.toContain('substantive')
    expect(levels('en', paragraph, list).map(([, level]) => level)).toContain('to-read')
  })

  test('is of substance where something is new in it', () => {
    const list =
      'The stables may be entered only by:\n\n- the keeper;\n- the vet;\n- the owner;\n- the farrier.\n\nBefore entering, each of them must wash their boots.'
    expect(levels('en', paragraph, list).map(([, level]) => level)).toContain('substantive')
  })

  test('a clause that is new beside one that changed stays new', () => {
    const next = `${paragraph.replace('the owner', 'the tenant')}\n\nVisitors park their cars behind the barn on Sundays.`
    expect(levels('en', paragraph, next)).toContainEqual(['added', 'substantive'])
  })

  describe('beside clauses that changed', () => {
    const old = `${paragraph}\n\nVisitors tell the office that they are there.\n\nThe office keeps a list for two years.`
    const list =
      'The stables may be entered only by:\n\n- the keeper;\n- the vet;\n- the owner.\n\nBefore entering, each of them must wash their boots.'
    const next = `${list}\n\nVisitors tell the national office that they are there.\n\nThe office keeps a list for five years.`
    const entries = entriesOf('en', old, next)
    const entry = (words: string) => entries.find((each) => each.next.some(({ text }) => text.includes(words)))

    test('leaves each its own reasons', () => {
      expect(entry('five years')?.reasons).toEqual([{ kind: 'period', old: 'two', next: 'five' }])
      expect(entry('national')?.reasons).toEqual([{ kind: 'content', old: '', next: 'national' }])
    })

    test('says of each clause that is to be read what in it', () => {
      for (const { fate, significance, reasons } of entries)
        if (fate !== 'added' && fate !== 'removed' && significance === 'to-read') expect(reasons).not.toEqual([])
    })

    test('has no reason at a clause that has none of its words', () => {
      for (const { fate, reasons, old, next } of entries) {
        const words = [...old, ...next].map(({ text }) => text).join(' ')
        if (fate === 'edited') for (const reason of reasons) expect(words).toContain(reason.next || reason.old)
      }
    })
  })
})

describe('what took the place of another where all else stayed', () => {
  test.each([
    ['nl', 'De koop van een boot zonder kiel is nietig.', 'De koop van een boot zonder kiel is vernietigbaar.', 'opposite'],
    ['en', 'A sale made on a Sunday is void.', 'A sale made on a Sunday is voidable.', 'opposite'],
    ['nl', 'Het lidmaatschap eindigt na twee weken.', 'Het lidmaatschap wordt opgeschort na twee weken.', 'opposite'],
    ['en', 'Rowers are encouraged to wear a vest.', 'Rowers are required to wear a vest.', 'norm'],
    ['nl', 'De club raadt roeiers aan een vest te dragen.', 'De club verlangt van roeiers een vest te dragen.', 'norm'],
    [
      'en',
      'A boat is lent once the keeper has the agreement of both owners.',
      'A boat is lent once the keeper has the views of both owners.',
      'binding',
    ],
    ['nl', 'De roeier levert een inkomensverklaring in.', 'De roeier levert een werkgeversverklaring in.', 'content'],
    [
      'en',
      'Claims reach us six weeks after the cost was incurred.',
      'Claims reach us six weeks after the cost was paid.',
      'opposite',
    ],
  ])('%s: %s is not %s', (lang, old, next, kind) => {
    expect(reasons(lang, old, next).map((reason) => reason.kind)).toContain(kind)
  })

  test.each([
    [
      'nl',
      'De roeiboten zijn open. De zeilboten zijn dicht als het waait.',
      'De roeiboten zijn open, maar de zeilboten zijn dicht als het waait.',
    ],
    [
      'en',
      'Rowing is free. Sailing costs money unless the keeper agrees.',
      'Rowing is free, but sailing costs money unless the keeper agrees.',
    ],
  ])('%s: what "but" joins is nothing new: %s', (lang, old, next) => {
    expect(entriesOf(lang, old, next).map(({ significance }) => significance)).not.toContain('substantive')
  })
})
