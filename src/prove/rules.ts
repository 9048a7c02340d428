import type { Language } from '../model/index.js'
import type { ProofKind } from './unit.js'

/** One way in which an edit is proved harmless. The examples are executed by the tests and are its documentation. */
interface ProofRule {
  readonly kind: ProofKind
  /** What the proof asks, and what it does not prove. */
  readonly asks: string
  readonly examples: readonly ProofExample[]
}

/** `harmless`: proved, by this rule. Otherwise an edit that looks like it and must not be proved by any. */
interface ProofExample {
  readonly lang: Language
  readonly old: string
  readonly next: string
  readonly harmless: boolean
}

/** `nl | as it was | as it is`, `proved` by the rule or `refused`. */
const examples = (proved: readonly string[], refused: readonly string[]): readonly ProofExample[] =>
  [proved, refused].flatMap((lines, at) =>
    lines.map((line): ProofExample => {
      const [lang, old = '', next = ''] = line.split('|').map((part) => part.trim())
      return { lang: lang === 'en' ? 'en' : 'nl', old, next, harmless: at === 0 }
    }),
  )

/** Every proof, the least of an edit first. */
export const PROOFS: readonly ProofRule[] = [
  {
    kind: 'punctuation',
    asks: 'Capitals of words that are no defined terms and that no version has amid a sentence both with a capital and without, stops between sentences, also one that lacked, and commas in a list, behind an opening part or before a closing one, before "together with", or before "and" where a clause with its own subject and verb follows. Never a comma before a relative clause or behind one, between "and" and "or", nor one that moved; nor marks of quotation that moved, or that stood around a word that denies or joins; nor a word in capitals alone, the name of what its letters stand for.',
    examples: examples(
      [
        'nl | De Mentor belt de ouders thuis op. | De mentor belt de ouders thuis op.',
        'nl | Tijdens de les, blijft de telefoon in de kluis. | Tijdens de les blijft de telefoon in de kluis.',
        'nl | Wie zijn kaart verliest meldt dat aan de balie. | Wie zijn kaart verliest, meldt dat aan de balie.',
        'en | The hall lends tables, chairs and lamps. | The hall lends tables, chairs, and lamps.',
        'en | The hall is shared; it is cleaned on Fridays. | The hall is shared. It is cleaned on Fridays.',
      ],
      [
        'en | Applicants need a pass, a key and a card, or a waiver. | Applicants need a pass, a key and a card or a waiver.',
        'en | Points go to the Account. The clerk opens an account. | Points go to the Account. The clerk opens an Account.',
        'en | The porter uses polish on the desk. | The porter uses Polish on the desk.',
        'en | The club keeps hearing aids for rowers. | The club keeps hearing AIDS for rowers.',
        'en | The sign says "no" dogs may enter. | The sign says no "dogs" may enter.',
        'nl | Ouders die betalen krijgen een brief van school. | Ouders, die betalen, krijgen een brief van school.',
        'en | Stop the pump if the light is red; call the porter. | Stop the pump; if the light is red, call the porter.',
      ],
    ),
  },
  {
    kind: 'spelling',
    asks: 'One of the two is no word in the dictionary and stands nowhere else in the two texts, and one letter differs, two in a long word; or two accepted spellings of one word, or the same letters apart or joined; or the two that all confuse, a Dutch verb with -d, -t or -dt, its and it’s, there and their, than and then. Never two other real words, a name, the name of a role, or a small word apart that joined the next.',
    examples: examples(
      [
        'nl | De secretraris bewaart het verslag in de kast. | De secretaris bewaart het verslag in de kast.',
        'nl | De prenten-zaal is op dinsdag gesloten. | De prentenzaal is op dinsdag gesloten.',
        'en | The comittee meets in the garden house. | The committee meets in the garden house.',
        'en | The colour of the badge is blue for visitors. | The color of the badge is blue for visitors.',
        'en | Guests leave there keys at the desk. | Guests leave their keys at the desk.',
        'nl | Bewaar de lamp in verpakings materiaal. | Bewaar de lamp in verpakkingsmateriaal.',
      ],
      [
        'nl | De vergoeding volgt na betaling van de nota. | De vergoeding volgt nabetaling van de nota.',
        'en | The club may renew a berth in May. | The club may renewal berth in May.',
        'nl | De vereniging kan het gebruik opzeggen in maart. | De vereniging kan het gebruik ontzeggen in maart.',
        'en | The lessor keeps the key of the shed. | The lessee keeps the key of the shed.',
        'en | The auditor may assess the files on site. | The auditor may access the files on site.',
      ],
    ),
  },
  {
    kind: 'notation',
    asks: 'The same number, date, time of day, amount, age at least, fraction, length of time, size or number of times, and the same place in a law or rule. A day is not 24 hours, a month no number of days, 24.00 not 0.00, and what another country reads as another date or number is not the same.',
    examples: examples(
      [
        'nl | De zaal gaat om 9.00 uur open voor bezoek. | De zaal gaat om 9:00 uur open voor bezoek.',
        'nl | De korting is vijf procent van de prijs. | De korting is 5% van de prijs.',
        'en | The permit costs £4 for each stall on the field. | The permit costs £4.00 for each stall on the field.',
        'en | Payment is due two weeks after the fair. | Payment is due 14 days after the fair.',
        'nl | Artikel 6, derde lid, geldt voor gasten. | Artikel 6 lid 3 geldt voor gasten.',
        "nl | De zaal sluit om vijf uur 's middags. | De zaal sluit om 17.00 uur.",
        'en | The hall closes at noon on Sundays. | The hall closes at 12:00 on Sundays.',
        'en | Reply within half an hour of the call. | Reply within 30 minutes of the call.',
        'en | The hedge is 2.5 metres high. | The hedge is 250 cm high.',
        'en | Members submit their readings before 1 April. | Members submit their readings by 31 March.',
        'en | Half of the deposit is returned in May. | 50% of the deposit is returned in May.',
        'nl | De vergunning geldt voor een jaar. | De vergunning geldt voor twaalf maanden.',
        'en | The grant is two thousand five hundred pounds. | The grant is £2,500.',
        'en | The hall opens at half past ten. | The hall opens at 10.30.',
        'en | Rowers aged 18 or over may steer. | Rowers who are at least 18 years old may steer.',
      ],
      [
        'nl | De zaal gaat om 9.00 uur open voor bezoek. | De zaal gaat om 19.00 uur open voor bezoek.',
        'en | The hall closes at noon on Sundays. | The hall closes at 13:00 on Sundays.',
        'nl | De proef vraagt 1,500 kilo zand. | De proef vraagt 1.500 kilo zand.',
        'en | Reply within 24 hours of the storm warning. | Reply within one day of the storm warning.',
        'nl | Artikel 6, derde lid, geldt voor gasten. | Artikel 6, vierde lid, geldt voor gasten.',
        'en | The mooring is dredged below 3 metres. | The mooring is dredged less than 3 metres.',
        'en | The gate is locked before 1 May. | The gate is locked by 30 April.',
        'en | The fee is £5 a year. | The fee is £5 for twelve months.',
        'en | The hall opens at half past ten in the evening. | The hall opens at 10.30.',
        'en | Rowers aged 18 or over may steer. | Rowers over 18 may steer.',
      ],
    ),
  },
  {
    kind: 'grammar',
    asks: 'The form of a word for one or many, an article, the ending of an adjective, where every other word stays, and not where it alone tells whether "zij" or "that" is one or many.',
    examples: examples(
      [
        'nl | De kosten komt voor rekening van de vereniging. | De kosten komen voor rekening van de vereniging.',
        'en | The box of masks are filled every morning. | The box of masks is filled every morning.',
      ],
      ['en | The members are present at the draw. | The members were absent at the draw.'],
    ),
  },
  {
    kind: 'abbreviation',
    asks: 'An abbreviation everyone knows, or one that a version defines in these words, and the other in the same or not at all; where the other uses it, its words stand there, too.',
    examples: examples(
      [
        'nl | Toegestaan zijn o.a. boeken en kaarten. | Toegestaan zijn onder andere boeken en kaarten.',
        'en | The office is closed on Mon. | The office is closed on Monday.',
        'en | Ash is taken on Mondays & Fridays. | Ash is taken on Mondays and Fridays.',
      ],
      ['en | The RB decides on the grant for the boat. | The review board decides on the grant for the boat.'],
    ),
  },
  {
    kind: 'inclusive',
    asks: 'One office named for every sex, and pronouns where nobody else can be meant.',
    examples: examples(
      [
        'nl | De kandidaat toont zijn pas bij de deur. | De kandidaat toont zijn of haar pas bij de deur.',
        'en | Each club names a spokesman for the fair. | Each club names a spokesperson for the fair.',
        'nl | De chauffeur of chauffeuse helpt de gasten. | De chauffeur helpt de gasten.',
      ],
      [
        'en | The tenants tell the agent when he may enter. | The tenants tell the agent when they may enter.',
        'nl | Studentes mogen gratis zwemmen. | Studenten mogen gratis zwemmen.',
      ],
    ),
  },
  {
    kind: 'synonym',
    asks: 'Norms and small words of one row of the list, and words that add nothing. A row holds only what is the same in every sentence, or names what must stand around a word of another sense, too.',
    examples: examples(
      [
        'nl | Indien het regent, wordt binnen gespeeld. | Als het regent, wordt binnen gespeeld.',
        'nl | De aanvrager dient een plan mee te sturen. | De aanvrager moet een plan meesturen.',
        'en | Guests shall sign the book prior to the tour. | Guests must sign the book before the tour.',
        'en | Rowers have 25 days’ leave. | Rowers have 25 days of leave.',
        'en | Names are kept only as long as necessary. | Names are kept only for as long as is necessary.',
        'en | Prior to the tour the warden signs the book. | Before the tour the warden signs the book.',
        'en | In the event that it rains, the tour is cancelled. | If it rains, the tour is cancelled.',
        'en | Orders exceeding £500 need two signatures. | Orders of more than £500 need two signatures.',
        'en | Guests complete the form at the desk. | Guests fill in the form at the desk.',
      ],
      [
        'en | The guide carries a torch in case the power fails. | The guide carries a torch if the power fails.',
        'nl | Leden mogen elke week roeien. | Leden mogen eens per week roeien.',
        'nl | De aanvrager moet een plan meesturen. | De aanvrager behoort een plan mee te sturen.',
        'en | Rowers have 25 days’ leave. | Rowers have 25 days or leave.',
        'en | The guest signs prior to the warden. | The guest signs before the warden.',
        'en | Guests must sign the book before the tour. | Guests should sign the book before the tour.',
        'en | Tell us immediately when you leave. | Tell us promptly when you leave.',
        'nl | De klant heeft het recht de rekening niet te betalen. | De klant mag de rekening niet betalen.',
        'en | Dogs are not allowed everywhere. | Dogs are prohibited everywhere.',
      ],
    ),
  },
  {
    kind: 'order',
    asks: 'The same words, with conditions, times or places in front or behind, or whole sentences that do not point back at each other; or the active for the passive form; an act as a noun or as a verb, a relative clause or a participle, or what such a clause tells in the other voice where the verb shows who acts, a condition with or without its "if", "no" before a noun or "not" behind the verb, an owner before or behind what is owned, "if one does" or "who does", what a sentence of its own tells of how or when, "only if" or "not unless", that somebody has consented or with whose consent, a row set out in items, with its letters or without, or told before its rule, where no word joins it only behind words that ask for all of it, what is told behind "which" or in a sentence of its own, two joined clauses of which one is told in the other voice, members of a list without rank, ways to reach someone, a part between two commas in front or behind, two clauses with "but" or apart, who acts named once more behind "and" or in a sentence of its own, a time told by a noun or in a clause, what "however" or "but" holds against a sentence, who or that of one person, what is given before or behind whom it is given. The actor, by the whole name, the act and the object stay the same; nothing with "only" or "not" changes places, nor a part that may belong to the noun or participle before it.',
    examples: examples(
      [
        'nl | De huismeester leest ieder jaar in mei de meters af. | Ieder jaar in mei leest de huismeester de meters af.',
        'nl | Het verslag wordt door de secretaris bewaard. | De secretaris bewaart het verslag.',
        'en | The guide calls a doctor if a guest faints. | If a guest faints, the guide calls a doctor.',
        'en | The warden stamps each ticket. | Each ticket is stamped by the warden.',
        'nl | De beoordeling van de offertes vindt plaats door de inkoper. | De inkoper beoordeelt de offertes.',
        'nl | Een verzoek dat te laat is ingediend, wordt niet behandeld. | Een te laat ingediend verzoek wordt niet behandeld.',
        'nl | Is de kaart zoek, dan blokkeert de beheerder de toegang. | Als de kaart zoek is, blokkeert de beheerder de toegang.',
        'en | Volunteers who are registered may use the workshop. | Volunteers registered may use the workshop.',
        'en | The supplier may subcontract only if the customer agrees. | The supplier may not subcontract unless the customer agrees.',
        'en | No refunds will be given after May. | Refunds will not be given after May.',
        "en | The builder needs the client's written consent. | The builder needs the written consent of the client.",
        'nl | Roken in de hal is niet toegestaan. | Het is niet toegestaan in de hal te roken.',
        'nl | De gids zorgt voor de afsluiting van de hal. | De gids zorgt voor het afsluiten van de hal.',
        'en | Membership ends on resignation, death or expulsion. | Membership ends on death, resignation or expulsion.',
        'en | Tools left behind are disposed of by the club two weeks after the fair. | Two weeks after the fair, the club disposes of tools left behind.',
        'en | Medicines are not kept by the coach. | The coach does not keep medicines.',
        'nl | Fietsen of karren worden binnen een dag door de beheerder verwijderd. | De beheerder verwijdert binnen een dag fietsen of karren.',
        'en | If a rower arrives late, the rower must wait. | A rower who arrives late must wait.',
        'en | We reply to your letter. We do so within a week. | We reply to your letter within a week.',
        'en | Renewal of a berth by the member is not possible. | The member cannot renew a berth.',
        "nl | Het maken van foto's door bezoekers is in de hal verboden. | Bezoekers mogen in de hal geen foto's maken.",
        'en | The tenant pays the rent and the tenant sweeps the path. | The tenant pays the rent and sweeps the path.',
        'en | The following must be on: (a) the lamps; (b) the radio. | The lamps and the radio must be on.',
        'en | After completion of the works the gate is locked. | After the works are completed the gate is locked.',
        'en | The carrier must effect delivery of the parcel. | The carrier must deliver the parcel.',
        'en | The office issues a voucher, which is valid for one year. | The office issues a voucher. The voucher is valid for one year.',
        'nl | Bij ziekte van een kind belt de gids de ouders. | Als een kind ziek is, belt de gids de ouders.',
        'en | The guide carries out a weekly inspection of the pumps. | The guide inspects the pumps weekly.',
        'nl | De gids voert elke maand een controle van de pompen uit. | De gids controleert elke maand de pompen.',
        'en | The tenant keeps the key and may not copy it. | The tenant keeps the key. The tenant may not copy it.',
        'en | The keeper must lock the shed and must note the time in the book. | The keeper must lock the shed. The keeper must note the time in the book.',
        'en | The guide shall check the roof, and the tenant shall sign the form. | The roof shall be checked by the guide, and the tenant shall sign the form.',
        'nl | De club geeft de gast een pas, die in de hal wordt gestempeld. | De club geeft de gast een pas. Deze pas wordt in de hal gestempeld.',
        'nl | De lampen moeten in een droge kast worden bewaard. | De lampen moeten worden bewaard in een droge kast.',
        'en | The results are published on the website by the club. | The club publishes the results on the website.',
        'en | The guest needs: (a) a ticket; (b) a label; and (c) a seat for the deck. | The guest needs a ticket, a label and a seat for the deck.',
        'nl | De gids controleert bij aankomst of de lamp brandt en meldt gebreken direct. | De gids controleert bij aankomst of de lamp brandt. De gids meldt gebreken direct.',
        'en | A rower may ask the panel how he has been judged. | A rower may ask the panel how he or she has been judged.',
        'en | Complaints are made by phone, by letter or by fax. | Complaints are made by letter, by fax or by phone.',
        'en | The guest may cook only if the host has consented in writing. | The guest may not cook without the written consent of the host.',
        'nl | De gast mag alleen koken als de gastheer vooraf toestemming heeft gegeven. | De gast mag niet koken zonder voorafgaande toestemming van de gastheer.',
        'nl | De huurder zorgt voor het vegen van de hal en het sluiten van de deuren. | De huurder zorgt voor: a. het vegen van de hal; en b. het sluiten van de deuren.',
        'en | The form states the name of the rower, the date of birth and the club. | The form states: (a) the name of the rower; (b) the date of birth; and (c) the club.',
        'en | The fund pays, on request, half of the award. | On request, the fund pays half of the award.',
        'nl | De wachter belt, voordat hij het hek sluit, de gids. | De wachter belt de gids voordat hij het hek sluit.',
        'en | Rowing is free in May. A fee applies from June. | Rowing is free in May, but a fee applies from June.',
        'nl | De les duurt een uur, waarna de hal wordt geveegd. | De les duurt een uur. Daarna wordt de hal geveegd.',
        'en | Keys are issued by the warden, who keeps a list. | Keys are issued by the warden. The warden keeps a list.',
        'nl | Bij schade is de gast verplicht de kosten te betalen. | Bij schade moet de gast de kosten betalen.',
        'nl | Het uitdelen van de pompen gebeurt in mei. | De pompen worden in mei uitgedeeld.',
        'en | Lost keys are kept by the porter for three months. | The porter keeps lost keys for three months.',
        'en | A guest may cook if he has a pass, shows a card or is expected. | A guest may cook if he: (a) has a pass; (b) shows a card; or (c) is expected.',
        'nl | De gast mag blijven als hij koorts heeft, moet hoesten of pijn heeft. | De gast mag blijven als hij: a. koorts heeft; b. moet hoesten; of c. pijn heeft.',
        'en | Rowing is free in May, but a fee applies from June. | Rowing is free in May. However, a fee applies from June.',
        'en | A rower who is late must wait. | A rower that is late must wait.',
        'en | The club gives each rower a key. | The club gives a key to each rower.',
        "en | The guide needs the host's permission. | The guide needs permission from the host.",
        'en | Oars that are broken must be replaced. | Broken oars must be replaced.',
        'nl | De gast mag de hal niet verlaten zonder pas. | Alleen met pas mag de gast de hal verlaten.',
      ],
      [
        'nl | De gids waarschuwt de wachter bij brand. | De wachter waarschuwt de gids bij brand.',
        'nl | Het verslag wordt door de secretaris van de raad bewaard. | De secretaris bewaart het verslag van de raad.',
        'en | Claims before 1 May are refused. | Before 1 May claims are refused.',
        'en | The tenant cleans the flat and returns the keys within a week. | The tenant cleans the flat. The tenant returns the keys within a week.',
        'nl | De gids wordt door de wachter beoordeeld. | De gids beoordeelt de wachter.',
        'en | We pay for harm caused during repairs by others. | We pay for harm during repairs caused by others.',
        'en | The treasurer only may sign cheques for the fair. | The treasurer may only sign cheques for the fair.',
        'en | Each ticket is stamped by the warden. | The visitor stamps each ticket.',
        'nl | De beoordeling van de gids vindt plaats door de wachter. | De gids beoordeelt de wachter.',
        'nl | Kosten die vooraf zijn gemeld, worden vergoed. | Kosten die zijn gemeld, worden vooraf vergoed.',
        'en | Priority goes to siblings, neighbours and others. | Priority goes to neighbours, siblings and others.',
        'en | Players may leave only with permission. | Only players may leave with permission.',
        'en | The dog is fed by the guest for the owner. | The guest feeds the dog for the owner.',
        'en | We refund tickets bought before May. | Before May we refund tickets bought.',
        'en | If a rower tells a coach, he must wait. | A rower who tells a coach must wait.',
        'nl | De huurder herstelt gebreken in mei zonder kosten. | De huurder herstelt gebreken zonder kosten in mei.',
        'en | The cook washes the pan and dries it within an hour. | Within an hour the cook washes the pan and dries it.',
        'en | Removal of a member is allowed. | A member may be removed.',
        'en | The hall may not be hired for two days. | For two days the hall may not be hired.',
        'en | The guest may cook unless the host has consented. | The guest may cook without the consent of the host.',
        'nl | De gast mag alleen koken als de gastheer schriftelijk heeft ingestemd. | De gast mag alleen koken met instemming van de gastheer.',
        'en | The club member pays the rent and signs the form. | The club member pays the rent. The club signs the form.',
        'en | The policy covers: (a) boats; (b) cars in the shed. | The policy covers boats and cars in the shed.',
        'en | The pilot must approve flights after sunset. | After sunset the pilot must approve flights.',
        'nl | De gast wordt door de gids gehoord en betaalt de kosten. | De gids hoort de gast en betaalt de kosten.',
        'en | At least one guide must watch two guests. | One guide must watch at least two guests.',
        'en | All cases are heard by one judge. | One judge hears all cases.',
        'en | The club extends the loan until 1 May. | Until 1 May the club extends the loan.',
        'nl | Bij schade is de gast verplicht de kosten niet te betalen. | Bij schade moet de gast de kosten niet betalen.',
        'en | The club asks, when May ends, who rows. | The club asks who rows when May ends.',
        'en | If it rains, the hall is open, but the field is closed. | If it rains, the hall is open. The field is closed.',
        'nl | De controle van de gemeente vindt in mei plaats. | De gemeente wordt in mei gecontroleerd.',
        'en | Any member may call the meeting. | Members may call the meeting.',
        'en | The guide carries out a weekly inspection of the pumps and the valves. | The guide inspects the pumps weekly and the valves.',
        'nl | De gids verricht een controle van de inspectie. | De gids controleert de inspectie.',
        'nl | De portier vraagt of de gast betaalt en tekent. | De portier vraagt of de gast betaalt. De portier tekent.',
        'en | The guide asks whether the guest pays and signs at once. | The guide asks whether the guest pays. The guide signs at once.',
        'en | The club must sweep the hall and must return the keys within a week. | The club must sweep the hall. The club must return the keys within a week.',
        'nl | De gids helpt de zoon van een gast, die moet betalen. | De gids helpt de zoon van een gast. Die gast moet betalen.',
        'en | The guide helps the guest that pays and may not enter. | The guide helps the guest that pays. The guide may not enter.',
        'en | A guest may cook if he has a pass, shows a card or is expected in May. | A guest may cook if he: (a) has a pass; (b) shows a card; or (c) is expected in May.',
        'en | Entry is refused to a guest who has: (a) a dog; (b) a cat. | Entry is refused to a guest who has a dog and a cat.',
        'en | A guest may bring: (a) a dog; (b) a cat. | A guest may bring a dog and a cat.',
        'nl | De hal is dicht bij: a. een brand; b. een storm. | De hal is dicht bij een brand en een storm.',
        'en | Entry is free if the guest is: (a) a rower; (b) a donor. | Entry is free if the guest is a rower and a donor.',
        'nl | Toegang is gratis als de gast: a. een pas heeft; b. een kaart toont. | Toegang is gratis als de gast een pas heeft en een kaart toont.',
        'en | Lost keys are kept by the porter of the hall for three months. | The porter keeps lost keys of the hall for three months.',
        'en | The tenant reports damage the guest causes and is not insured. | The tenant reports damage the guest causes. The tenant is not insured.',
        'en | If it rains, the hall is open, but the field is closed. | If it rains, the hall is open. However, the field is closed.',
        'en | The dog of the guest who barks is banned. | The dog of the guest that barks is banned.',
        'en | The club gives the guest the key of the cook. | The club gives the key to the guest of the cook.',
        'en | Oars that are broken in May must be replaced. | Broken oars must be replaced in May.',
        'nl | De gast mag de hal niet verlaten met pas. | Alleen met pas mag de gast de hal verlaten.',
      ],
    ),
  },
]
