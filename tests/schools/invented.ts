/** Two invented protocols on social media that share no ancestor: other words, other order, rules parted differently. */
export const REGENBOOG = [
  'Kinderen groeien op met apps en filmpjes; onze school kan daar niet omheen.',
  'Met deze afspraken willen wij dat ieder kind zich online net zo veilig voelt als op het plein.',
  'De afspraken zijn er voor het team, de kinderen, hun ouders, stagiairs en hulpouders.',
  'Wat in de privétijd gebeurt en niets met school te maken heeft, valt erbuiten.',
  'De juf of meester plaatst alleen foto’s waarvoor de ouders bij de inschrijving hebben getekend.',
  'Ouders maken op school geen opnamen van andere kinderen om die te delen.',
  'Namen van kinderen, adressen en rapporten komen nooit op internet.',
  'Wat in de teamkamer wordt besproken, blijft in de teamkamer.',
  'Teamleden nemen geen vriendschapsverzoek van een kind of oud-leerling onder de zestien aan.',
  'Met ouders appt het team niet privé; daarvoor is de schoolapp.',
  'Wie als teamlid iets over onderwijs schrijft, zet erbij dat het de eigen mening is.',
  'Alleen de directie en de ICT-coördinator beheren de pagina’s van de school.',
  'Niemand opent een account met de naam of het logo van De Regenboog.',
  'Twijfel je of iets online kan, leg het dan eerst aan de directeur voor.',
  'Bedenk dat een bericht nooit meer helemaal weg te krijgen is.',
  'Wij schelden, pesten en roddelen niet, ook niet in groepsapps.',
  'Telefoons van kinderen liggen onder schooltijd in de bak van de groep.',
  'In groep 7 en 8 leren kinderen in de les hoe zij nepnieuws herkennen.',
  'Vragen van een krant of omroep gaan naar het bestuurskantoor.',
  'Wie zich niet aan de afspraken houdt, wordt daarop aangesproken door de leerkracht of de directie.',
  'Bij bedreiging doet de school aangifte.',
]

export const HAVENCOLLEGE = [
  'Dit reglement geldt voor leerlingen, personeel en ouders van het Havencollege.',
  'Het gaat over berichten die de school raken, ook als zij ’s avonds of in het weekend zijn verstuurd.',
  'Het Havencollege wil een veilig schoolklimaat, ook online.',
  'Sociale media zijn uit het leven van jongeren niet meer weg te denken.',
  'Iedereen is verantwoordelijk voor wat hij plaatst of doorstuurt.',
  'Berichten blijven vindbaar, ook als je ze hebt gewist.',
  'Je gaat respectvol met elkaar om; beledigen, discrimineren en treiteren zijn verboden.',
  'Beeldmateriaal waarop een leerling herkenbaar is, wordt slechts met schriftelijke toestemming gepubliceerd.',
  'Het is niet toegestaan om in de klas te filmen of te fotograferen zonder dat de docent dat goedvindt.',
  'Het personeel maakt geen vertrouwelijke gegevens over leerlingen of collega’s openbaar.',
  'Docenten en leerlingen zijn op sociale media geen vrienden van elkaar, tenzij via een account van de school.',
  'Een mentor mag een groepsapp met zijn klas hebben voor roosterwijzigingen.',
  'Een medewerker die zich mengt in een gesprek over de school, vermeldt zijn functie en spreekt op persoonlijke titel.',
  'Zonder opdracht van de afdeling communicatie spreekt niemand namens het Havencollege.',
  'Het logo en de huisstijl worden niet voor eigen kanalen gebruikt.',
  'Bij onzekerheid over een bericht vraagt de medewerker zijn teamleider om raad.',
  'Journalisten worden doorverwezen naar de rector.',
  'Tijdens de les zijn mobiele telefoons uit en opgeborgen, behalve als de docent ze voor een opdracht laat gebruiken.',
  'Houd je aan het auteursrecht en noem je bron.',
  'Overtreding kan leiden tot een waarschuwing, schorsing of, voor personeel, een maatregel volgens de cao.',
  'Van strafbare feiten wordt aangifte gedaan bij de politie.',
  'Het reglement wordt om de twee jaar geëvalueerd.',
]

/** Which of them regulate the same matter, in the order of the Regenboog: numbers from 1. A `?` where another reader might not say so. */
export const SAME_MATTER =
  '1-4 2-3 3-1 4-2 5-8 5-9? 6-8? 6-9? 7-10? 8-10 9-11 10-11? 10-12? 11-13 12-14? 12-15? 13-15 14-16 15-6 16-7 17-18 19-17 19-14? 20-20 21-21'
