import type { Language } from '../../src/model/index.js'

/** A seeded source of choices (mulberry32): the same seed gives the same texts. */
export class Dice {
  #state: number

  constructor(seed: number) {
    this.#state = (seed * 2654435761) >>> 0
  }

  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let t = this.#state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }

  below(n: number): number {
    return Math.floor(this.next() * n)
  }

  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T
  }

  chance(p: number): boolean {
    return this.next() < p
  }
}

type Part = 'who' | 'modal' | 'object' | 'act' | 'where' | 'when' | 'condition' | 'title' | 'adverb' | 'month'
type Stock = Readonly<Record<Part, readonly string[]>>

/** Phrases apart by a bar, wrapped at will. */
const phrases = (text: string): readonly string[] => text.split('|').map((phrase) => phrase.trim().replace(/\s+/g, ' '))

/** Invented policy matter. Dutch puts the act behind the object, English in front. */
export const STOCK: Readonly<Record<Language, Stock>> = {
  nl: {
    who: phrases(`De conciërge | Een leerling | De mentor | De beheerder van het lokaal | Elke bezoeker | De afdeling inkoop | Een
      stagiair | De vrijwilliger | De roostermaker | Het bestuur | De teamleider | Een ouder | De bibliotheek | Iedere
      gebruiker | De examencommissie | Het secretariaat`),
    modal: phrases(`moet | mag | zal | kan | dient`),
    object:
      phrases(`de sleutels van het magazijn | een geleende laptop | het ingevulde formulier | de lijst met gevonden voorwerpen
      | een schriftelijke klacht | de huur van het sportveld | beschadigde boeken | het logboek van de werkplaats | de
      fietsenstalling | een verzoek om verlof | de foto’s van het schoolfeest | een "dringende" melding | de
      jaarlijkse begroting | het toegangspasje | de veiligheidsbril | het excursiegeld | de kopieermachine | een
      herkansing | het contract met de leverancier | de camerabeelden | de medicijnen in de kast | een tweede
      aanmaning | het verslag van de vergadering | de planten in de hal`),
    act: phrases(`controleren | inleveren bij de balie | bewaren in een afgesloten kast | binnen 5 dagen bevestigen | aan het eind
      van de dag terugbrengen | ondertekenen | opnieuw aanvragen | laten vernietigen | doorsturen naar de
      administratie | registreren in het systeem | kosteloos gebruiken | uiterlijk op 1 maart 2024 indienen | in
      tweevoud archiveren | vergoeden tot een bedrag van € 75 | met 2 collega’s bespreken | voorleggen aan de raad |
      schoonmaken na gebruik | publiceren op het prikbord`),
    where: phrases(`in de aula | op de hoofdlocatie | buiten het gebouw | tijdens een excursie | in het practicum | op het plein |
      in de kantine | bij de receptie | op afstand | in de avonduren`),
    when: phrases(`voor aanvang van de les | na afloop van het project | in de eerste week van het schooljaar | tijdens de
      toetsweek | zodra daar aanleiding toe is | na elke vakantie | in overleg met de planner | zonder verdere kosten
      | op verzoek van de inspectie`),
    condition:
      phrases(`tenzij de rector anders besluit | mits er een schriftelijk bewijs is | als de veiligheid daarom vraagt | ook
      wanneer de zaal al besproken is | behalve op vrijdag | zolang de voorraad strekt | voor zover het budget dat
      toelaat`),
    title: phrases(`Toegang en sleutels | Uitleen van apparatuur | Klachten | Verhuur | Excursies | Verzuim en verlof | Veiligheid
      in het practicum | Archief | Feesten | Inkoop | Begroting | Bibliotheek | Examens | Catering | Privacy |
      Parkeren | Overgangsregels | Slotbepalingen | Communicatie | Gebruik van camera’s`),
    adverb:
      phrases(`zorgvuldig | tijdig | persoonlijk | digitaal | gezamenlijk | regelmatig | nauwkeurig | zichtbaar | doelmatig |
      vlot`),
    month: phrases(`januari | maart | juni | september | november`),
  },
  en: {
    who: phrases(`The caretaker | A student | The tutor | The room manager | Every visitor | The purchasing office | A trainee |
      The volunteer | The timetable planner | The board | The team leader | A parent | The library | Each user | The
      examination committee | The secretariat`),
    modal: phrases(`must | may | should | can | shall`),
    object:
      phrases(`the storeroom keys | a borrowed laptop | the completed form | the list of lost property | a written complaint |
      the sports field lease | damaged textbooks | the workshop logbook | the bicycle shed | a request for leave |
      photographs of the school party | an "urgent" notification | the annual budget | the access badge | safety
      goggles | the excursion fund | the copying machine | a resit | the supplier’s contract | camera footage |
      medicines in the cabinet | a second reminder | the minutes of the meeting | the plants in the hall`),
    act: phrases(`inspect | hand in | store | confirm within 5 days | return | sign | reapply for | destroy | forward | register |
      use free of charge | submit by 1 March 2024 | archive in duplicate | reimburse up to €75 | discuss with 2
      colleagues | present to the council | clean | publish`),
    where: phrases(`in the main hall | at the head office | outside the building | on a field trip | in the laboratory | on the
      playground | in the canteen | at the reception desk | remotely | in the evening`),
    when: phrases(`before lessons begin | after the project has ended | in the first week of the school year | throughout the test
      period | as soon as there is reason to do so | after each holiday | in consultation with the planner | at no
      further cost | at the request of the inspectorate`),
    condition:
      phrases(`unless the rector decides otherwise | provided that there is written proof | where safety so requires | even
      when the room is already booked | except on Fridays | while stocks last | to the extent that the budget allows`),
    title:
      phrases(`Access and keys | Lending equipment | Complaints | Letting | Excursions | Absence and leave | Laboratory safety
      | Archives | Parties | Purchasing | Budget | Library | Examinations | Catering | Privacy | Parking |
      Transitional rules | Final provisions | Communication | Use of cameras`),
    adverb: phrases(`carefully | promptly | personally | digitally | jointly | regularly | accurately | visibly | efficiently |
      smoothly`),
    month: phrases(`January | March | June | September | November`),
  },
}

/** A sentence of ten to twenty-five words. */
export function sentence(dice: Dice, lang: Language): string {
  const stock = STOCK[lang]
  const [object, act] = [dice.pick(stock.object), dice.pick(stock.act)]
  const parts = [
    dice.pick(stock.who),
    dice.pick(stock.modal),
    ...(dice.chance(0.3) ? [dice.pick(stock.where)] : []),
    ...(lang === 'nl' ? [object, act] : [act, object]),
    ...(dice.chance(0.5) ? [dice.pick(stock.when)] : []),
    ...(dice.chance(0.2) ? [dice.pick(stock.where)] : []),
  ]
  const condition = dice.chance(0.4) ? `, ${dice.pick(stock.condition)}` : ''
  return `${parts.join(' ')}${condition}.`
}
