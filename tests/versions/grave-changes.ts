import type { ReasonKind } from '../../src/versions/index.js'

/** A sentence that came to say something else by a word or less: `kinds | old | new`, where any of the kinds is a right reason. */
export interface GraveChange {
  readonly lang: 'nl' | 'en'
  readonly kinds: readonly ReasonKind[]
  readonly old: string
  readonly next: string
}

const changes = (lang: 'nl' | 'en', lines: string): readonly GraveChange[] =>
  lines
    .trim()
    .split('\n')
    .map((line) => {
      const [kinds = '', old = '', next = ''] = line.split('|').map((part) => part.trim())
      return { lang, kinds: kinds.split(' ') as ReasonKind[], old, next }
    })

export const GRAVE: readonly GraveChange[] = [
  ...changes(
    'nl',
    `
norm negation | Leerlingen mogen hier bellen. | Leerlingen mogen hier niet bellen.
norm | De school kan een foto plaatsen. | De school zal een foto plaatsen.
norm | De school kan een foto plaatsen. | De school moet een foto plaatsen.
norm | De leerling moet zich melden. | De leerling kan zich melden.
norm | De leerling dient zich te melden. | De leerling mag zich melden.
norm | De leerling dient zich te melden. | De leerling hoeft zich niet te melden.
norm negation | De leerling moet zich melden. | De leerling hoeft zich niet te melden.
norm | De school is verplicht dit te melden. | De school is bevoegd dit te melden.
norm | De mentor meldt dit. | De mentor kan dit melden.
norm | De mentor meldt dit aan de ouders. | De mentor mag dit aan de ouders melden.
norm scope | De school zal dit melden. | De school meldt dit zo mogelijk.
norm scope | De school meldt dit. | De school meldt dit zo mogelijk.
norm | Roken is toegestaan. | Roken is verboden.
norm | Roken is toegestaan op het plein. | Roken wordt afgeraden op het plein.
norm | Ouders worden verzocht te bellen. | Ouders zijn verplicht te bellen.
norm | Het is verstandig te bellen. | Het is verplicht te bellen.
norm | Leerlingen behoren stil te zijn. | Leerlingen mogen stil zijn.
norm | Je moet op tijd zijn. | Je hoeft niet op tijd te zijn.
negation | Er is een pauze na de toets. | Er is geen pauze na de toets.
negation | Er is geen pauze na de toets. | Er is een pauze na de toets.
negation | Hij bewaart het nooit. | Hij bewaart het.
negation | De ouder kan nog bezwaar maken. | De ouder kan niet langer bezwaar maken.
negation | Zonder toestemming wordt geplaatst. | Met toestemming wordt geplaatst.
negation | Bevoegde docenten tekenen. | Onbevoegde docenten tekenen.
negation | Een afhankelijk onderzoek volgt. | Een onafhankelijk onderzoek volgt.
negation | Bezoek is gewenst. | Bezoek is ongewenst.
negation | Iedereen krijgt toegang. | Niemand krijgt toegang.
negation | Dit geldt wel voor stagiairs. | Dit geldt niet voor stagiairs.
negation | Alles wordt bewaard. | Niets wordt bewaard.
condition exception | Bezoek is welkom, mits aangemeld. | Bezoek is welkom, tenzij aangemeld.
condition exception | Bezoek is welkom. | Bezoek is welkom, mits aangemeld.
condition exception | Bezoek is welkom, tenzij het druk is. | Bezoek is welkom.
scope | De school vraagt altijd toestemming. | De school vraagt meestal toestemming.
scope | Uitsluitend ouders tekenen. | Ouders tekenen.
condition exception | De ouder en de voogd tekenen. | De ouder of de voogd tekenen.
scope | Hij belt minstens een uur vooraf. | Hij belt hoogstens een uur vooraf.
scope | Foto's worden voor het feest gemaakt. | Foto's worden na het feest gemaakt.
scope | Alle leerlingen doen mee. | Sommige leerlingen doen mee.
scope | Dit geldt ook in de pauze. | Dit geldt behalve in de pauze.
scope | Toegang is mogelijk indien de ouder tekent. | Toegang is mogelijk ook als de ouder tekent.
date | Uiterlijk 1 maart levert de school het plan in. | Uiterlijk 1 april levert de school het plan in.
date | Uiterlijk 1 maart levert de school het plan in. | Uiterlijk 15 maart levert de school het plan in.
scope date | Uiterlijk 1 maart levert de school het plan in. | Vanaf 1 maart levert de school het plan in.
date | Dit treedt in werking op 1 augustus 2024. | Dit treedt in werking op 1 augustus 2025.
date | Dit geldt tot 01-08-2024. | Dit geldt tot 01-09-2024.
date | Dit geldt vanaf januari. | Dit geldt vanaf februari.
date | Dit geldt vanaf augustus 2024. | Dit geldt vanaf augustus 2025.
date number | Dit geldt vanaf 2024. | Dit geldt vanaf 2025.
date | De klas is op maandag dicht. | De klas is op dinsdag dicht.
date | Vóór 1 oktober tekent de ouder. | Vóór één november tekent de ouder.
period | De school antwoordt binnen vijf dagen. | De school antwoordt binnen tien dagen.
period | De school antwoordt binnen vijf dagen. | De school antwoordt binnen vijf weken.
period | De school antwoordt binnen twee weken. | De school antwoordt binnen drie weken.
period | De school antwoordt binnen een week. | De school antwoordt binnen een maand.
period | De school antwoordt binnen een week. | De school antwoordt binnen twee weken.
period | De school antwoordt binnen vijf werkdagen. | De school antwoordt binnen vijf dagen.
period | De school antwoordt binnen 24 uur. | De school antwoordt binnen 48 uur.
period | De school antwoordt binnen vierentwintig uur. | De school antwoordt binnen achtenveertig uur.
period | De straf duurt eenentwintig dagen. | De straf duurt tweeëntwintig dagen.
period | Dit wordt jaarlijks bekeken. | Dit wordt tweejaarlijks bekeken.
period | Dit wordt eens per jaar bekeken. | Dit wordt eens per maand bekeken.
period | Dit wordt elk kwartaal bekeken. | Dit wordt elk halfjaar bekeken.
period | Beelden worden vier weken bewaard. | Beelden worden 4 maanden bewaard.
amount | De bijdrage is € 40. | De bijdrage is € 45.
amount | De bijdrage is €40,50. | De bijdrage is €40,75.
amount | De bijdrage is 40 euro. | De bijdrage is 50 euro.
amount number | De bijdrage is veertig euro. | De bijdrage is vijftig euro.
amount number | De bijdrage is € 1 miljoen. | De bijdrage is € 2 miljoen.
amount number | De bijdrage is € 1 miljoen. | De bijdrage is € 1 miljard.
number | Minstens 80% is aanwezig. | Minstens 75% is aanwezig.
number | Minstens 80 procent is aanwezig. | Minstens 75 procent is aanwezig.
number | Minstens tachtig procent is aanwezig. | Minstens zeventig procent is aanwezig.
number | Er zijn vijfentwintig leerlingen. | Er zijn zesentwintig leerlingen.
number | De raad telt driehonderd leden. | De raad telt vierhonderd leden.
number | De eerste overtreding telt. | De tweede overtreding telt.
number | De elfde overtreding telt. | De twaalfde overtreding telt.
number | De 1e overtreding telt. | De 2e overtreding telt.
number | Een derde van de ouders stemt in. | Een kwart van de ouders stemt in.
number | De helft van de ouders stemt in. | Een kwart van de ouders stemt in.
number | Twee derde van de leden stemt voor. | Drie vierde van de leden stemt voor.
number | Dat mag drie keer. | Dat mag vier keer.
number | Dat mag driemaal. | Dat mag viermaal.
number | Wie vijftien is, mag tekenen. | Wie zestien is, mag tekenen.
number | Per klas zijn er twee begeleiders. | Per klas is er één begeleider.
number | Dubbele kosten. | Drievoudige kosten.
number period | De poort gaat dicht om 8.30 uur. | De poort gaat dicht om 8.45 uur.
number period | De poort gaat dicht om 17:00 uur. | De poort gaat dicht om 18:00 uur.
number period | De poort gaat dicht om half negen. | De poort gaat dicht om kwart voor negen.
number period | De vergadering begint om vier uur. | De vergadering begint om vijf uur.
addressee | De directeur beslist. | Het bestuur beslist.
addressee | De mentor belt de ouders. | De leerling belt de ouders.
addressee | De medezeggenschapsraad stemt in. | De raad van toezicht stemt in.
addressee | De zorgcoördinator belt. | De intern begeleider belt.
addressee | De ICT-coördinator beheert dit. | De ICT-beheerder beheert dit.
addressee | De GMR adviseert. | De MR adviseert.
addressee | De decaan beslist. | De afdelingsleider beslist.
addressee | Het college van bestuur stelt vast. | De raad van toezicht stelt vast.
reference | Zie artikel 5. | Zie artikel 6.
reference | Zie artikel 5, lid 2. | Zie artikel 5, lid 3.
reference | Zie lid 2. | Zie lid 3.
reference | Zie bijlage A. | Zie bijlage B.
reference number | Als bedoeld in het tweede lid. | Als bedoeld in het derde lid.
`,
  ),
  ...changes(
    'en',
    `
norm | Staff may call. | Staff must call.
norm | Staff shall call. | Staff may call.
norm | Staff shall call. | Staff should call.
norm | Staff should call. | Staff must call.
norm | Staff must call. | Staff can call.
norm | Staff will call. | Staff may call.
norm | Staff are required to call. | Staff are encouraged to call.
norm | Staff must call. | Staff do not have to call.
norm | Staff need to call. | Staff may call.
norm | Smoking is permitted. | Smoking is prohibited.
norm negation | You may share it. | You may not share it.
norm negation | You can share it. | You cannot share it.
norm negation | You can share it. | You can't share it.
norm | Members have the right to appeal. | Members have the duty to appeal.
norm | Members are entitled to appeal. | Members are obliged to appeal.
negation | We share your data. | We never share your data.
negation | We share your data. | We do not share your data.
negation | We share your data. | We no longer share your data.
negation | We share your data. | We don't share your data.
negation | Data is shared with consent. | Data is shared without consent.
negation | Paid leave is granted. | Unpaid leave is granted.
negation | Authorized users have access. | Unauthorized users have access.
negation | Smoking visitors wait outside. | Non-smoking visitors wait outside.
negation | Binding advice is given. | Non-binding advice is given.
negation | Everyone has access. | No one has access.
negation | Filming in the hall is legal. | Filming in the hall is illegal.
negation | There is an appeal. | There is no appeal.
negation | Neither party may appeal. | Either party may appeal.
scope | Reports are always kept. | Reports are usually kept.
condition exception | Reports are kept. | Reports are kept unless withdrawn.
scope | Only members vote. | Members vote.
condition exception | The member and the guest sign. | The member or the guest signs.
scope | Pay at least five. | Pay at most five.
scope | Reports are kept where possible. | Reports are kept.
scope | Any member may vote. | All members may vote.
scope | Sign before the trip. | Sign after the trip.
date | Reports are due by March 1. | Reports are due by April 1.
date | Reports are due by 1 March 2024. | Reports are due by 1 March 2025.
date | Reports are due by January. | Reports are due by February.
date | Closed on Monday. | Closed on Tuesday.
date | Effective: 2023-10-01. | Effective: 2024-10-01.
date | Effective Jan. 1, 2023. | Effective Feb. 1, 2023.
date | Effective 1 Sept 2023. | Effective 1 Oct 2023.
date | Effective October 2023. | Effective October 2024.
period | Reply within five days. | Reply within ten days.
period | Reply within thirty (30) days. | Reply within sixty (60) days.
period | Reply within twenty-one days. | Reply within twenty-two days.
period | Reply within five days. | Reply within five business days.
period | Reply within a week. | Reply within a month.
period | Reply within a 30-day period. | Reply within a 60-day period.
period | Reply within 24 hours. | Reply within 48 hours.
period | Kept for a year. | Kept for two years.
period | Reviewed annually. | Reviewed monthly.
period | Kept for a decade. | Kept for a year.
amount | A fee of $10 applies. | A fee of $20 applies.
amount | A fee of $1,000.50 applies. | A fee of $1,000.75 applies.
amount number | A fee of ten dollars applies. | A fee of twenty dollars applies.
amount | A fee of 10 USD applies. | A fee of 20 USD applies.
amount number | A fee of $1 million applies. | A fee of $1 billion applies.
amount | A fee of $10 applies. | A fee of €10 applies.
number | A vote of 50% passes. | A vote of 60% passes.
number | A vote of 50 percent passes. | A vote of 60 percent passes.
number | Two thirds of members agree. | Three quarters of members agree.
number | A two-thirds majority is needed. | A three-quarters majority is needed.
number | Half of the members agree. | A third of the members agree.
number | The first offence counts. | The third offence counts.
number | The eleventh offence counts. | The twelfth offence counts.
period | Twice a year. | Three times a year.
number | At 9 a.m. the gate closes. | At 10 a.m. the gate closes.
number | At 9 am the gate closes. | At 9 pm the gate closes.
number | A dozen members sign. | Ten members sign.
number | At least one hundred and five members. | At least one hundred and six members.
number | Children under thirteen need consent. | Children under sixteen need consent.
number | A single member signs. | Two members sign.
number | Both parents sign. | One parent signs.
addressee | The director decides. | The board decides.
addressee | The moderators decide. | The maintainers decide.
addressee | Users pay. | Guests pay.
addressee | You pay. | We pay.
addressee | Customer pays. | Provider pays.
reference | See section 5. | See section 6.
reference | See Section D.3. | See Section D.4.
reference | See paragraph (a). | See paragraph (b).
`,
  ),
]
