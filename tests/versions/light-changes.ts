/** A sentence that is written otherwise and says the same: spelling, joins, hyphens, capitals, marks, notation. */
export interface LightChange {
  readonly lang: 'nl' | 'en'
  readonly old: string
  readonly next: string
}

const changes = (lang: 'nl' | 'en', lines: string): readonly LightChange[] =>
  lines
    .trim()
    .split('\n')
    .map((line) => {
      const [old = '', next = ''] = line.split('|').map((part) => part.trim())
      return { lang, old, next }
    })

export const LIGHT: readonly LightChange[] = [
  ...changes(
    'nl',
    `
De leerling belt zonodig. | De leerling belt zo nodig.
De ouderbijdrage telt. | De ouder bijdrage telt.
Hij kan zo makkelijker komen. | Hij kan zo gemakkelijker komen.
Koningsdag . . . . . . 27 april | Koningsdag . . . . 27 april
Het emailadres staat er. | Het e-mailadres staat er.
De coordinator belt. | De coördinator belt.
De coördinator belt. | De coordinator belt.
Hij moet tenminste bellen. | Hij moet ten minste bellen.
Hij belt de Directeur. | Hij belt de directeur.
Hij belt, en gaat. | Hij belt en gaat.
Hij belt de directeur | Hij belt de directeur.
Leerlingen moeten onmiddelijk stoppen. | Leerlingen moeten onmiddellijk stoppen.
Er geldt een verplichtte regel. | Er geldt een verplichte regel.
De mentor word gebeld. | De mentor wordt gebeld.
Het wordt gebeurt. | Het wordt gebeurd.
De social media regels. | De socialmediaregels.
Sociale media regels. | Socialemediaregels.
De pannekoek. | De pannenkoek.
Het aktieve beleid. | Het actieve beleid.
Zij zijn geïnteresseert. | Zij zijn geïnteresseerd.
De privacy-verklaring. | De privacyverklaring.
De directie's besluit. | De directies besluit.
Ouders/verzorgers tekenen. | Ouders / verzorgers tekenen.
Elke leerling heeft recht. | Elke leeling heeft recht.
Iedere leerling krijgt een pas, een kluis en een rooster. | Iedere leerling krijgt een pas, een kluis, en een rooster.
Dit geld voor iedereen. | Dit geldt voor iedereen.
Hij mag in princiepe bellen. | Hij mag in principe bellen.
Er zijn te veel regels. | Er zijn teveel regels.
Dit moet zonder meer. | Dit moet zondermeer.
Hij vraagt ten allen tijde hulp. | Hij vraagt te allen tijde hulp.
Hij belt 's ochtends. | Hij belt ’s ochtends.
De leerling zijn telefoon. | De leerling zijn telefoon;
De medezeggenschapraad stemt. | De medezeggenschapsraad stemt.
Het bestuur's besluit. | Het bestuurs besluit.
Alle leerlingen moeteen bellen. | Alle leerlingen moeten bellen.
Je mag nniet bellen. | Je mag niet bellen.
De school verplciht dit. | De school verplicht dit.
Dit is toegestaaan. | Dit is toegestaan.
Uiterlijk 1 Maart. | Uiterlijk 1 maart.
Binnen 5 dagen . | Binnen 5 dagen.
Binnen vijf dagen. | Binnen 5 dagen.
De bijdrage is €40. | De bijdrage is € 40,-.
Zie Artikel 5. | Zie artikel 5.
Op 1 augustus 2024. | Op 1-8-2024.
De vijfde dag. | De 5e dag.
Om 8.30 uur. | Om 8:30 uur.
Minstens 80 %. | Minstens 80%.
Een leerling bv. in de pauze. | Een leerling bijv. in de pauze.
Een leerling d.w.z. ieder. | Een leerling dat wil zeggen ieder.
Het lokaal is vies (zie foto). | Het lokaal is vies - zie foto.
De zorg-coördinator belt. | De zorgcoördinator belt.
hij belt. | Hij belt.
`,
  ),
  ...changes(
    'en',
    `
The organisation decides. | The organization decides.
Members behaviour. | Members behavior.
The center is open. | The centre is open.
A licence is needed. | A license is needed.
Red, white and blue. | Red, white, and blue.
We recieve data. | We receive data.
It must occured. | It must occurred.
Use your e-mail. | Use your email.
Set up a Web site. | Set up a website.
Users can not leave. | Users cannot leave.
We don't share. | We do not share.
You can't share. | You cannot share.
It's ours. | It is ours.
We'll call. | We will call.
Members who’ve left. | Members who have left.
The Board decides. | The board decides.
The boards decision. | The board's decision.
Staff must seperate waste. | Staff must separate waste.
Staff must not harrass. | Staff must not harass.
Members must acknowlegde this. | Members must acknowledge this.
In good-faith. | In good faith.
A long term plan. | A long-term plan.
A decision making process. | A decision-making process.
Users may opt-out. | Users may opt out.
Reply within 5 days. | Reply within five days.
On May 3, 2023. | On 3 May 2023.
On May 3rd 2023. | On May 3 2023.
Pay $1000. | Pay $1,000.
50 percent. | 50%.
The third party | The third party.
This Policy applies. | This policy applies.
Do NOT share. | Do not share.
You MUST call. | You must call.
Co-operate with us. | Cooperate with us.
Co-ordinate with us. | Coordinate with us.
Programme fee. | Program fee.
A judgement is made. | A judgment is made.
Members fulfil this. | Members fulfill this.
He travelled. | He traveled.
Non-profit work. | Nonprofit work.
Unauthorised use. | Unauthorized use.
Use is non-commercial. | Use is noncommercial.
Reports; however, stay. | Reports, however, stay.
Members should of called. | Members should have called.
Members shoud call. | Members should call.
The members membership. | The members' membership.
Every one has access. | Everyone has access.
Its ours. | It's ours.
A health care plan. | A healthcare plan.
(See section 5.) | See section 5.
Users are allways welcome. | Users are always welcome.
`,
  ),
]
