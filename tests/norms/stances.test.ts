import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { actorIn, MODALITIES, modalityOf, stancesOf } from '../../src/norms/index.js'
import { growth, TOO_FAST } from '../support/growth.js'

describe('stances', () => {
  it.each([
    ['Sleutels worden niet uitgeleend, tenzij:', 'de mentor erbij is;', 'conditional-permission', 'de mentor erbij is'],
    ['Ouders mogen meerijden, mits:', 'er plaats is.', 'conditional-permission', 'er plaats is'],
    ['De mentor moet bellen als:', 'iemand ontbreekt.', 'obligation', 'iemand ontbreekt'],
    ['Het is verboden om:', 'te rennen.', 'prohibition', undefined],
  ])('complete a lead-in with what it leads to: %s %s', (lead, item, modality, condition) => {
    expect(stancesOf(item, 'nl', lead)[0]).toMatchObject({ modality, ...(condition === undefined ? {} : { condition }) })
  })

  it.each([
    ['Ouders mogen helpen als de mentor dat vraagt.', 'als de mentor dat vraagt'],
    ['Zowel ouders als leerlingen mogen meedoen.', undefined],
    ['In zijn rol als mentor mag hij het rapport lezen.', undefined],
    ['Wie als vrijwilliger komt, mag meerijden.', undefined],
  ])('tell a condition from a comparison: %s', (text, condition) => {
    expect(stancesOf(text, 'nl')[0]?.condition).toBe(condition)
  })

  it('say which words make the norm, to whom it is and under which condition', () => {
    const text = 'De bibliotheek is open. De medewerker mag boeken uitlenen, mits de directeur dat goedvindt.'
    expect(stancesOf(text, 'nl')).toEqual([
      {
        modality: 'conditional-permission',
        cue: 'mag',
        from: text.indexOf('mag'),
        to: text.indexOf('mag') + 3,
        addressee: 'medewerker',
        condition: 'mits de directeur dat goedvindt',
      },
    ])
  })

  it.each([
    ['nl', 'De medicijnen liggen in de kluis.', undefined],
    ['nl', 'De begeleiding gebeurt na betaling door de penningmeester.', 'penningmeester'],
    ['nl', 'De voordeur sluit de conciërge af.', 'conciërge'],
    ['en', 'The checklist is kept by the clerk.', 'clerk'],
  ] as const)('address nobody who is not known to be somebody: %s %s', (lang, text, addressee) => {
    expect(actorIn(text, lang)).toBe(addressee)
    for (const stance of stancesOf(text, lang)) expect([undefined, addressee]).toContain(stance.addressee)
  })

  it.each([
    ['nl', 'Of er een camera bij komt, bepaalt het bestuur.', 'statement'],
    ['nl', 'Wat zij horen, delen zij niet met anderen.', 'prohibition'],
    ['nl', 'Afhankelijk van de ernst kan de school een leerling schorsen.', 'permission'],
    ['nl', 'Het rapport mag afhankelijk van toestemming van de ouders worden gedeeld.', 'conditional-permission'],
    ['en', 'The chair may extend this once, by no more than a week.', 'permission'],
    ['en', 'The chair may reply once the report is in.', 'conditional-permission'],
    ['nl', 'De beheerder mag bij een gegrond vermoeden van diefstal de kist openen.', 'conditional-permission'],
    ['en', 'The warden may open a crate on reasonable suspicion of theft.', 'conditional-permission'],
    ['nl', 'Vrijwilligers mogen rijden na overlegging van een rijbewijs.', 'conditional-permission'],
    ['nl', 'Gasten treden bij wedstrijden niet op als scheidsrechter.', 'prohibition'],
    ['nl', 'De bewaker heeft een fluit bij zich.', 'obligation'],
    ['en', 'Ring the bell at the gate.', 'obligation'],
  ] as const)('follow what a sentence opens with, and what only counts: %s %s', (lang, text, modality) => {
    expect(modalityOf(text, lang)).toBe(modality)
  })

  it.each([
    ['nl', 'Mag ik mijn fiets binnen zetten?'],
    ['nl', 'Er roeien ook enkele oud-leden.'],
    ['nl', 'Een mening zonder uitleg maakt de zaak troebel en zegt meer over degene die klaagt dan over de club.'],
    ['nl', 'Het bestuur heeft er vertrouwen in dat de leden zorgvuldig met de boten zullen omgaan.'],
    ['nl', 'Doel van dit reglement is het voorkomen van ongelukken die vermeden kunnen worden.'],
    ['nl', 'Naast de steiger ligt een botenhuis van twintig meter.'],
    ['nl', 'Zonder de vrijwilligers zou het clubhuis niet open kunnen zijn.'],
    ['nl', 'Tot de boten rekenen wij ook vlotten en kano’s.'],
    ['nl', 'Met de jaren kan een boot te zwaar worden.'],
    ['en', 'Can my child borrow a bike?'],
    ['en', 'The form that members must complete is in Annex B.'],
    ['en', 'The boats were paid for by the town.'],
    ['en', 'Life jackets have been fitted with a light.'],
    ['en', 'Some of our members are trained by the coastguard.'],
  ] as const)('are none where a sentence asks, tells what is, was or may come of something: %s %s', (lang, text) => {
    expect(stancesOf(text, lang)).toEqual([])
  })

  it.each([
    ['nl', 'Het bestuur, overwegende:', 'dat leden herhaaldelijk om regels hebben verzocht;'],
    ['nl', 'In dit reglement wordt verstaan onder:', 'gast: ieder die door een lid wordt meegenomen en geen lid is;'],
    ['en', 'The board, considering:', 'that members must be able to rely on the boats;'],
    ['en', 'In these rules the following definitions apply:', 'guest: anyone whom a member must accompany;'],
  ] as const)('are none below why a text is made and what its words mean: %s %s %s', (lang, lead, text) => {
    expect(stancesOf(text, lang, lead)).toEqual([])
  })

  it.each([
    ['nl', 'Aan het uitlenen van boten aan niet-leden werkt de vereniging niet mee.', 'prohibition'],
    ['nl', 'Een stuurman is vrij in de keuze van zijn route.', 'permission'],
    ['en', 'For a trip that leaves the dock empty you do not have to apply.', 'permission'],
    ['en', 'Anyone who breaks an oar informs the warden.', 'obligation'],
    ['en', 'Members who fast are excused from rowing.', 'permission'],
    ['en', 'Guests who feel unwell should postpone their trip.', 'recommendation'],
    ['en', 'Paint is not used to mark the oars.', 'prohibition'],
    ['nl', 'Zwemvesten worden door de club verstrekt en zijn vrij van scheuren.', 'obligation'],
    ['nl', 'Vervoer geschiedt door een erkende onderneming.', 'obligation'],
    ['nl', 'Vul na de tocht het logboek in.', 'obligation'],
    ['nl', 'Een bestuurslid dat opstapt, draagt de sleutel over aan een ander.', 'obligation'],
    ['nl', 'Wie de boot stuurt, laat het bestuur over aan de ploeg.', 'permission'],
    ['nl', 'Leden krijgen de ruimte om te oefenen, mits er een stuurman bij is.', 'conditional-permission'],
    ['nl', 'Bedenk dat wat je op het water doet, gevolgen kan hebben.', 'obligation'],
    ['nl', 'Een vereniging kan niet zonder vrijwilligers.', 'statement'],
  ] as const)('are asked of whoever acts, behind what stands beside them: %s %s', (lang, text, modality) => {
    expect(modalityOf(text, lang)).toBe(modality)
  })

  it('come in reading order, one per norm', () => {
    const text = 'Bezoekers moeten zich melden. Zij mogen niet roken. Ouders wordt gevraagd op tijd te komen.'
    expect(stancesOf(text, 'nl').map(({ modality }) => modality)).toEqual(['obligation', 'prohibition', 'recommendation'])
  })

  it('are none where a text only states', () => {
    expect(stancesOf('Het gebouw dateert van 1928.', 'nl')).toEqual([])
    expect(modalityOf('Het gebouw dateert van 1928.', 'nl')).toBe('statement')
    expect(modalityOf('The building dates from 1928.', 'en')).toBe('statement')
  })

  it('of a list item without a norm of its own are those of its lead-in', () => {
    expect(modalityOf('met een bal te gooien;', 'nl', 'In de gang is het niet toegestaan om:')).toBe('prohibition')
    expect(modalityOf('met een bal te gooien;', 'nl', 'In de gang is het niet toegestaan te rennen.')).toBe('statement')
    expect(modalityOf('throwing balls;', 'en', 'The following is prohibited:')).toBe('prohibition')
    expect(modalityOf('Leerlingen mogen zitten.', 'nl', 'In de gang is het niet toegestaan om:')).toBe('permission')
  })

  it('of an item that looks like a command are those of its lead-in, where that makes a norm', () => {
    expect(modalityOf('use the goods lift;', 'en', 'Guests may not:')).toBe('prohibition')
    expect(modalityOf('Use the goods lift.', 'en', 'Guests may:')).toBe('permission')
    expect(modalityOf('Use the goods lift.', 'en', 'On a visit:')).toBe('obligation')
  })

  it('leave out what stands in a clause beside, also behind an apostrophe', () => {
    expect(modalityOf('Zwemmers die ’s avonds geen les hebben, mogen blijven.', 'nl')).toBe('permission')
    expect(modalityOf('Gaat het mis, dan beslist de trainer van de ploeg of een zwemmer naar huis moet.', 'nl')).toBe('statement')
  })

  it('allow under a condition what is allowed "but" so', () =>
    expect(modalityOf('Je hond mag mee, maar de lijn blijft om.', 'nl')).toBe('conditional-permission'))

  it('do not take an abbreviation for the end of a sentence', () => {
    const text = 'Leerlingen mogen o.a. in de aula zitten, mits het stil is.'
    expect(stancesOf(text, 'nl')).toMatchObject([{ modality: 'conditional-permission', condition: 'mits het stil is' }])
  })

  it.each([
    ['als de leerling die ', 'nl'],
    ['niet zonder toestemming, ', 'nl'],
    ['who must if that ', 'en'],
  ] as const)('cost no more than the text is long: %s', (words, lang) => {
    // What was read once is remembered: each time a text that was not.
    let read = 0
    expect(
      growth(
        (times) => words.repeat(times),
        (text) => stancesOf(`${text}${read++}`, lang),
        1500,
      ),
    ).toBeLessThan(TOO_FAST)
  })

  it('are found in any text in bounded time, with cues that stand where they say', () => {
    const word = fc.constantFrom(
      'de',
      'medewerker',
      'mag',
      'niet',
      'moet',
      'wordt',
      'geen',
      ',',
      '.',
      'mits',
      'Plaats',
      'nooit',
      'is',
      ':',
      '\n',
      'ë',
      '😀',
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), fc.constantFrom('nl', 'en'), (words, lang) => {
        const text = words.join(' ')
        for (const { cue, from, to, modality } of stancesOf(text, lang as 'nl' | 'en')) {
          expect(text.slice(from, to)).toBe(cue)
          expect(MODALITIES).toContain(modality)
        }
      }),
      { seed: 6, numRuns: 300 },
    )
  })
})

describe('what stands apart in a sentence, or before it', () => {
  it.each([
    ['nl', 'prohibition', 'De jury laat elke toespeling op de uitslag achterwege.'],
    ['nl', 'permission', 'Het staat deelnemers vrij een ander lied te kiezen.'],
    ['nl', 'obligation', 'De poort blijft buiten kantooruren dicht.'],
    ['nl', 'prohibition', 'Kijkers blijven buiten het hek.'],
    ['nl', 'obligation', 'Leerlingen die niet kunnen komen worden door de mentor gebeld.'],
    ['nl', 'conditional-permission', 'Gaat de keuring goed, dan mogen wij het meubel plaatsen zolang de brandwacht toekijkt.'],
    ['nl', 'conditional-permission', 'Als de arts dat goedvindt, mag een kind mee naar huis.'],
    ['nl', 'conditional-permission', 'Honden mogen mee, maar alleen aan de lijn.'],
    ['nl', 'conditional-permission', 'Voor een verbouwing is toestemming van de eigenaar nodig.'],
    ['nl', 'obligation', 'Deelnemers van wie het geld niet binnen is, gaan gewoon mee.'],
    ['nl', 'prohibition', 'Een kind mag niet alleen het water in.'],
    ['nl', 'permission', 'Gasten mogen niet alleen zwemmen, maar ook duiken.'],
    ['nl', 'statement', 'Eigen spullen zijn niet verzekerd.'],
    ['nl', 'conditional-permission', 'Vervoer met de eigen auto van ouders is mogelijk, mits ieder kind een gordel heeft.'],
    ['nl', 'obligation', 'Wie de tent niet opruimt, belt zelf zijn ouders.'],
    ['nl', 'obligation', 'Voor vertrek telt de gids de deelnemers.'],
    ['nl', 'statement', 'Drukte in de zaal kan het herstel vertragen.'],
    ['nl', 'recommendation', 'Het beste kunt u met de bus komen.'],
    ['nl', 'permission', 'U bent vrij een ander koor te kiezen.'],
    ['nl', 'statement', 'De zaal is vrij op maandag.'],
    ['nl', 'obligation', 'Na de wedstrijd levert de leider het formulier in.'],
    ['en', 'prohibition', 'There is no running on the deck.'],
    ['en', 'conditional-permission', 'Alterations are subject to the owner’s consent.'],
    ['en', 'statement', 'The programme is subject to change.'],
    ['en', 'conditional-permission', 'Parking is for residents only.'],
    ['en', 'prohibition', 'Visitors keep their hands off the exhibits.'],
    ['en', 'prohibition', 'At no time is the door to be propped open.'],
    ['en', 'prohibition', 'Drivers are required not to smoke.'],
    ['en', 'conditional-permission', 'Cats, other than guests’ own, are not allowed.'],
    ['en', 'conditional-permission', 'If the owner agrees, a guest may paint the walls.'],
    ['en', 'permission', 'Guests may stay until nine.'],
    ['en', 'permission', 'Guests may swim after dark.'],
    ['en', 'statement', 'These notes were revised in May.'],
    ['en', 'statement', 'The bursar is the first point of contact for lodgers.'],
    ['en', 'permission', 'A copy can be requested by post.'],
  ] as const)('%s %s: %s', (lang, modality, text) => expect(modalityOf(text, lang)).toBe(modality))

  it('is a condition where a lead-in opens with somebody’s consent', () => {
    expect(stancesOf('a lodger may paint the walls;', 'en', 'With the consent of the owner:')[0]).toMatchObject({
      modality: 'conditional-permission',
      condition: 'With the consent of the owner',
    })
    expect(modalityOf('a lodger may paint the walls;', 'en', 'In the first week:')).toBe('permission')
    expect(modalityOf('blijft een ouder ’s nachts slapen;', 'nl', 'Met toestemming van de arts:')).toBe('conditional-permission')
    expect(modalityOf('blijft een ouder ’s nachts slapen;', 'nl', 'Na de operatie:')).toBe('obligation')
  })
})

describe('what is said in few words', () => {
  it.each([
    ['nl', 'permission', 'Pauzes verschuiven staat je vrij.'],
    ['nl', 'prohibition', 'Doorverkopen is er niet bij.'],
    ['nl', 'obligation', 'De borg is bij de aanvraag verschuldigd.'],
    ['nl', 'statement', 'Deze folder legt uit hoe de zaal werkt.'],
    ['en', 'prohibition', 'The roof is out of bounds.'],
    ['en', 'prohibition', 'Traders are barred from the festival site.'],
    ['en', 'prohibition', 'Observers have no vote.'],
    ['en', 'permission', 'There is no objection to folding chairs.'],
    ['en', 'obligation', 'The deposit is due on signing.'],
    ['en', 'statement', 'The delay is due to the weather.'],
    ['en', 'conditional-permission', 'A steward may accept small presents worth up to £15.'],
    ['en', 'prohibition', 'Don’t ever prop a fire door open.'],
  ] as const)('%s %s: %s', (lang, modality, text) => expect(modalityOf(text, lang)).toBe(modality))
})
