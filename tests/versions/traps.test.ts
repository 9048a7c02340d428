import { expect, test } from 'vitest'
import { compareTexts } from './score.js'

/** Edits that look like one of the proofs and change what holds: swapped persons in another voice, a comma that binds, a word with a twin. */
const TRAPS = `
en|The board may not sell the land.|The board need not sell the land.
en|The report may not be published.|The report must be published.
en|Tenants may keep dogs following approval.|Tenants may keep dogs before approval.
en|The fee is due at the beginning of each month.|The fee is due at the end of each month.
en|Costs are reimbursed up to $50.|Costs of $50 are reimbursed.
en|Residents pay for heating and the landlord pays for water.|The landlord pays for heating and residents pay for water.
en|If the tenant objects, the landlord decides and the agent is informed.|The landlord decides and, if the tenant objects, the agent is informed.
en|Members only may use the pool in summer.|Members may use only the pool in summer.
en|The chair may not vote, unless there is a tie.|The chair may vote, unless there is a tie.
en|The manager shall inform the staff by mail on Monday.|On Monday the staff shall inform the manager by mail.
en|We keep data for one year from the end of the contract.|We keep data for one year from the start of the contract.
en|The committee consists of the chair, who has no vote and two members.|The committee consists of the chair, who has no vote, and two members.
en|Students who smoke are sent home.|Students, who smoke, are sent home.
en|A worker who is ill tells the supervisor before he leaves.|A worker who is ill tells the supervisor before they leave.
en|Payment is due within 30 days.|Payment is due within one month.
en|Access is limited to IT.|Access is limited to it.
en|The pilot may land after permission of the tower.|After the pilot may land, permission of the tower.
en|The buyer accepts, or rejects the goods.|The buyer accepts or rejects the goods.
en|The licence covers the software, and the manual or the samples.|The licence covers the software and the manual, or the samples.
en|Each party shall bear its own costs.|Each party shall bear it's own costs.
en|Deliver by noon.|Deliver by midnight.
en|The store closes at 5 pm.|The store closes at 5 am.
en|You agree to ensure the goods.|You agree to insure the goods.
en|The principle decides.|The principal decides.
en|He may resign.|He may re-sign.
en|The carrier is liable for damage caused during unloading by third parties.|The carrier is liable for damage during unloading caused by third parties.
en|Eat before the swim. Shower after the swim.|Eat after the swim. Shower before the swim.
en|No member may vote twice.|A member may vote twice.
en|Employees must not share keys or lend passes.|Employees must not share keys. Employees may lend passes.
en|We will not sell your data.|We will now sell your data.
en|The trustees elected by members are the directors.|The directors elected by members are the trustees.
en|The fee covers lunch and dinner is extra.|The fee covers lunch and dinner. It is extra.
en|A is informed by B.|B is informed by A.
en|The head is advised by the council.|The head advises the council.
nl|De huurder mag de tuin gebruiken.|De huurder moet de tuin gebruiken.
nl|De leraar wordt door de directeur beoordeeld.|De leraar beoordeelt de directeur.
nl|De mentor wordt door de ouder gebeld.|De mentor belt de ouder.
nl|Leerlingen die te laat komen, melden zich.|Leerlingen, die te laat komen, melden zich.
nl|De directeur beslist na advies van de raad.|De raad beslist na advies van de directeur.
nl|Als de ouder niet betaalt en de school aanmaant, vervalt de plaats.|De plaats vervalt als de ouder niet betaalt. De school maant aan.
nl|De school betaalt de kosten en de ouder de reis.|De ouder betaalt de kosten en de school de reis.
nl|Dit geldt voor een leerling.|Dit geldt voor één leerling.
nl|De commissie kan het verzoek inwilligen.|De commissie moet het verzoek inwilligen.
nl|Het bestuur stelt de GMR op de hoogte.|De GMR stelt het bestuur op de hoogte.
nl|Op verzoek van de ouder belt de mentor de leerling.|Op verzoek van de leerling belt de mentor de ouder.
nl|De leverancier herstelt gebreken in januari zonder kosten.|De leverancier herstelt gebreken zonder kosten in januari.
nl|Alleen in de pauze mag de leerling bellen.|In de pauze mag alleen de leerling bellen.
nl|De leerling mag niet bellen in de les.|In de les mag de leerling bellen.
nl|De werknemer meldt dit aan de leidinggevende van de afdeling.|De werknemer van de afdeling meldt dit aan de leidinggevende.
nl|Bij ziekte belt de ouder voor negen uur.|Bij ziekte belt de ouder voor tien uur.
nl|De termijn is drie weken.|De termijn is 20 dagen.
nl|Verwerkers van het bestuur.|Verweerders van het bestuur.
nl|De bewaartermijn is een jaar.|De bewaartermijn is één jaar.
nl|De klant is gehouden te betalen.|De klant is niet gehouden te betalen.
nl|De leden zijn hoofdelijk aansprakelijk.|De leden zijn aansprakelijk.
nl|De politie wordt gebeld door de school of de ouders.|De school wordt gebeld door de politie of de ouders.
nl|De ouder brengt het kind naar de groep en haalt het op.|Het kind brengt de ouder naar de groep en haalt het op.
nl|Toestemming is nodig van de ouder van het kind.|Toestemming is nodig van het kind van de ouder.
nl|Wie rookt, wordt geschorst.|Wie rookt wordt niet geschorst.
nl|De aanvraag wordt binnen acht weken afgewezen.|De aanvraag wordt binnen acht weken toegewezen.
en|The doctor informs the patient that he is ill.|The doctor informs the patient that they are ill.
nl|Het is verboden niet te betalen.|Het is niet toegestaan te betalen.
nl|In de les wordt de leerling door de mentor geholpen.|In de les helpt de leerling de mentor.
en|It is not forbidden to film.|It is not allowed to film.
`
  .trim()
  .split('\n')
  .map((line) => line.split('|') as [lang: string, old: string, next: string])

test.each(TRAPS)('%s: %s is not %s, nor the other way around', (lang, old, next) => {
  const page = (text: string) => `---\ntitle: T\nlang: ${lang}\n---\n\n${text}\n`
  for (const [from, to] of [
    [old, next],
    [next, old],
  ] as const) {
    for (const { significance } of compareTexts(page(from), page(to)).entries) {
      expect(['to-read', 'substantive']).toContain(significance)
    }
  }
})
