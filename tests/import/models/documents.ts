import { docx, p, run, style } from '../word.js'

/** Paragraphs of a Word model, written as these bodies make them. */
const h1 = (text: string) => p(text, style('Kop1'))
const title = (text: string) => p(text, style('Titel'))
const yellow = (text: string) => run(text, '<w:highlight w:val="yellow"/>')
const italic = (text: string) => p(run(text, '<w:i/>'))
const control = (words: string, properties: string) =>
  `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${run(words)}</w:sdtContent></w:sdt>`
const boxed = (...paragraphs: readonly string[]) =>
  `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="9000"/></w:tblGrid><w:tr><w:tc>${paragraphs.map((text) => p(text)).join('')}</w:tc></w:tr></w:tbl>`
const bordered = (text: string) =>
  p(
    text,
    '<w:pBdr><w:top w:val="single" w:sz="4"/><w:left w:val="single" w:sz="4"/><w:bottom w:val="single" w:sz="4"/><w:right w:val="single" w:sz="4"/></w:pBdr>',
  )

/** A Dutch complaints procedure in Word: brackets, yellow words, controls, a box above each article. */
export const klachten = (): Uint8Array =>
  docx(
    [
      title('Modelklachtenregeling'),
      boxed(
        'Toelichting',
        'Dit model is bedoeld voor scholen die nog geen eigen regeling hebben. Vervang de gele woorden door uw eigen gegevens.',
      ),
      h1('Begripsbepalingen'),
      p(`${run('In deze regeling is de school: ')}${yellow('[naam school]')}${run(' te ')}${yellow('[plaats]')}${run('.')}`),
      p('Een klacht is een uiting van onvrede over iets wat de school deed of naliet.'),
      h1('Waar iemand terechtkan'),
      p(
        `${run('Wie een klacht heeft, gaat eerst naar ')}${control('de mentor', '<w:alias w:val="Aanspreekpunt"/><w:dropDownList><w:listItem w:displayText="de mentor" w:value="1"/><w:listItem w:displayText="de teamleider" w:value="2"/><w:listItem w:displayText="de directeur" w:value="3"/></w:dropDownList>')}${run('.')}`,
      ),
      p(
        `${run('De vertrouwenspersoon van [naam school] is bereikbaar op ')}${control('Klik hier om tekst in te voeren.', '<w:alias w:val="Telefoonnummer vertrouwenspersoon"/><w:showingPlcHdr/><w:text/>')}${run('.')}`,
      ),
      p('(facultatief) Een leerling mag iemand meenemen naar het gesprek.'),
      h1('Behandeling'),
      p(`${run('De directeur beslist binnen ')}${yellow('vier weken')}${run(' op de klacht.')}`),
      p(run('Variant A', '<w:b/>')),
      p('De directeur hoort de klager en degene over wie geklaagd wordt in elkaars aanwezigheid.'),
      p(run('Variant B', '<w:b/>')),
      p('De directeur hoort de klager en degene over wie geklaagd wordt ieder apart.'),
      italic('Horen in elkaars aanwezigheid past beter bij kleine scholen; apart horen is veiliger bij ernstige klachten.'),
      p('De uitkomst wordt schriftelijk meegedeeld.'),
      h1('Slotbepaling'),
      p(
        `${run('Deze regeling treedt in werking op ')}${control('1 augustus 2026', '<w:alias w:val="Ingangsdatum"/><w:date w:fullDate="2026-08-01T00:00:00Z"><w:dateFormat w:val="d MMMM yyyy"/></w:date>')}${run(' en wordt iedere … jaar geëvalueerd.')}`,
      ),
    ].join(''),
  )

/** An English attendance policy in Word, with drafting notes in boxes and options between brackets. */
export const attendance = (): Uint8Array =>
  docx(
    [
      title('Model attendance policy'),
      bordered('Note to schools: adapt this policy with your staff. Delete these boxes before you publish.'),
      h1('Aims'),
      p('[Name of school] wants every pupil to be in school, every day that they can be.'),
      p(`${run('This policy was approved by ')}${yellow('the governing board')}${run(' on [date].')}`),
      h1('Reporting absence'),
      p('Parents tell the school office before [time] on the first day of an absence.'),
      p(`${run('They can do so by ')}${yellow('[phone / email / app]')}${run('.')}`),
      p('If nobody has told us, we ring home within ____ minutes of registration.'),
      h1('Lateness'),
      p(run('Option 1', '<w:b/>')),
      p('A pupil who arrives after registration signs in at the office.'),
      p(run('Option 2', '<w:b/>')),
      p('A pupil who arrives after registration goes straight to class; the teacher marks them late.'),
      italic('Guidance note: small schools usually prefer option 2.'),
      p('[Optional] A pupil who is late three times in a week stays behind on Friday.'),
      h1('Leave'),
      p(
        `${run('Requests go to ')}${control('Choose an item.', '<w:alias w:val="Who decides on leave"/><w:showingPlcHdr/><w:comboBox><w:listItem w:displayText="the head teacher" w:value="h"/><w:listItem w:displayText="the head of year" w:value="y"/></w:comboBox>')}${run(' at least [number] school days beforehand.')}`,
      ),
      bordered('Schools in some areas may authorise leave for religious observance only; check with your local authority.'),
      p('We do not authorise holidays in term time.'),
      h1('Review'),
      p('This policy is reviewed every two years.'),
    ].join(''),
  )

/** A Dutch telephone policy as a page: marked words, notes in boxes of the page, alternatives with OF between them. */
export const telefoons = `<!doctype html><html lang="nl"><head><title>Modelafspraken mobiele telefoons</title></head><body>
<h1>Modelafspraken mobiele telefoons</h1>
<aside><p><b>Toelichting.</b> Met deze modelafspraken maakt een school duidelijk waar de telefoon wel en niet mag. Bespreek ze met de ouderraad.</p></aside>
<h2>1. Uitgangspunt</h2>
<p>Op &lt;naam school&gt; is de les een plek zonder telefoon.</p>
<p>Deze afspraken gelden voor alle leerlingen van <mark>de onderbouw en de bovenbouw</mark>.</p>
<h2>2. Onder schooltijd</h2>
<p>Leerlingen leggen hun telefoon bij binnenkomst in hun kluis.</p>
<p>OF</p>
<p>Leerlingen leggen hun telefoon aan het begin van elke les in de telefoontas.</p>
<p>Een leraar mag de telefoon laten gebruiken als dat bij de les hoort.</p>
<p>(optioneel) In de kantine mag de telefoon tussen <mark>12.00 en 12.30 uur</mark> aan.</p>
<p><em>Let op: leerlingen die hun telefoon om medische redenen nodig hebben, houden hem altijd bij zich.</em></p>
<h2>3. Als het misgaat</h2>
<p>Wie de telefoon toch gebruikt, levert hem in bij ……………… en haalt hem aan het eind van de dag op.</p>
<p>Keuzebepaling: Bij de derde keer belt de mentor naar huis.</p>
<p>Over een inbeslagname die langer dan <mark>1 dag</mark> duurt, beslist [functie].</p>
<h2>4. Vragen</h2>
<p>Vragen over deze afspraken stelt u via <span style="background-color: yellow">info@school.nl</span>.</p>
</body></html>
`

/** An English online safety policy as a page. */
export const safety = `<!doctype html><html lang="en"><head><title>Model online safety policy</title></head><body>
<h1>Model online safety policy</h1>
<div class="note" style="border: 1px solid #999; padding: 8px"><p>Guidance for schools: this model covers what inspectors ask about. Replace everything in [square brackets].</p></div>
<h2>Purpose</h2>
<p>This policy explains how [name of school] keeps pupils safe online.</p>
<p>It was written by [role] and agreed with pupils, parents and staff.</p>
<h2>Filtering</h2>
<p><strong>Option A</strong></p>
<p>The school filters the network itself and reviews the filter each month.</p>
<p><strong>Option B</strong></p>
<p>The school uses the filter of its provider, [name of provider], and reviews it each term.</p>
<p>Staff report anything harmful that gets through to [role] within <mark>one school day</mark>.</p>
<h2>Devices</h2>
<p>Pupils hand in their phones at the start of the day.</p>
<p>OR</p>
<p>Pupils keep their phones switched off in their bags.</p>
<p>(optional) Sixth formers may use their phones in the common room.</p>
<p><em>Guidance note: a common room rule works only if somebody supervises it.</em></p>
<h2>Reporting</h2>
<p>A pupil who sees something worrying tells an adult at [name of school] straight away.</p>
<p>The school answers within … school days.</p>
<h2>Review</h2>
<p>This policy starts on [start date].</p>
</body></html>
`

/** A Dutch absence policy as copied into a text. */
export const verzuim = `MODEL VERZUIMBELEID

Toelichting: dit model is gemaakt voor basisscholen. Pas het aan uw eigen situatie aan.

1. Doel

Obs <naam> wil dat geen kind langer thuiszit dan nodig is. Wij kijken samen met ouders wat er wel kan.

2. Ziek melden

Ouders melden hun kind vóór ____ uur ziek via [telefoonnummer of app].

Is een kind om 9.00 uur nog niet gemeld, dan belt (functie invullen) naar huis.

Variant A: Ouders melden hun kind elke dag opnieuw ziek.

Variant B: Ouders melden hun kind eenmaal ziek en daarna beter.

Variant C: Ouders melden hun kind ziek en spreken af wanneer zij weer bellen.

3. Verlof

Ouders vragen verlof ten minste .... weken van tevoren aan.

(facultatief) Voor een bruiloft of een jubileum geeft de school één dag vrij.

Toelichting: de wet noemt geen aantal dagen voor gewichtige omstandigheden; houd rekening met de leerplichtambtenaar.

De directeur beslist binnen [aantal] schooldagen.

4. Slot

Dit beleid is besproken in de medezeggenschapsraad van obs <naam>.
`

/** An English policy for volunteers as plain text. */
export const volunteers = `MODEL POLICY FOR VOLUNTEERS

Guidance: use this policy with your own safeguarding policy. Words between brackets are for you to fill in.

1. Who this is for

This policy is for everyone who helps at <school name> without being paid.

2. Before you start

Volunteers meet [name of coordinator] before their first day.

Either option 1: Every volunteer has a criminal record check.

Or option 2: Only volunteers who are alone with pupils have a criminal record check.

The check is renewed every [X] years.

3. On the day

Volunteers sign in at reception and wear a badge.

(Optional) Volunteers may have lunch in the staff room.

Note: check your insurance before you offer lunch.

Volunteers do not take photographs unless ................ has agreed.

4. Leaving

A volunteer tells the school at least [period] before they stop.

Optional clause: The school gives every volunteer a reference on request.
`
