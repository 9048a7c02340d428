/** Revisions that ask something of a Word file, each by what it asks: the old body and the new one. */
export const REDLINES: Readonly<Record<string, readonly [old: string, next: string]>> = {
  'words, a move with another word in it, rows': [
    `# Sleutels {#sleutels}

De conciërge bewaart de sleutels. {#bewaren}

1. Een docent tekent **altijd** voor een sleutel. {#tekenen}
1. Een gast krijgt geen sleutel. {#gast}
1. De beheerder telt de sleutels elke week. {#tellen}
1. Wie een sleutel verliest, meldt dat. {#melden}

# Lokalen {#lokalen}

1. Een lokaal gaat om zes uur dicht. {#dicht}

| Lokaal | Plaatsen |
| --- | --- |
| A1 | 30 |
| A2 | 24 |
{#plaatsen}`,
    `# Begrippen {#begrippen}

Een sleutel is ook een pas. {#pas}

# Sleutels {#sleutels}

De conciërge bewaart alle sleutels. {#bewaren}

1. Een docent tekent **nooit** voor een sleutel. {#tekenen}
1. Wie een sleutel verliest, meldt dat. {#melden}

# Lokalen {#lokalen}

1. Een lokaal gaat om zes uur dicht. {#dicht}
1. De beheerder telt de sleutels elke dag. {#tellen}

| Lokaal | Plaatsen |
| --- | --- |
| A2 | 26 |
| B1 | 12 |
{#plaatsen}`,
  ],
  'a line that ends in new words, with a new one below it': [
    '# Wanneer geldt dit? {#wanneer}\n\n# Gevolgen {#gevolgen}\n\nDe fiets gaat naar de kelder. {#kelder}',
    '# Hoe geldt dit nu {#wanneer}\n\nTot de zomer. {#zomer}\n\n# Gevolgen {#gevolgen}\n\nDe fiets gaat naar de kelder. {#kelder}',
  ],
  'a line that went on on the next one, and goes on in it': [
    '# Bronnen {#bronnen}\n\nHandreiking van de bond:  \nhandreiking-oud {#hand}\n\n# Slot {#slot}',
    '# Bronnen {#bronnen}\n\nHandreiking van de bond:\nhandreiking-nieuw {#hand}\n\n# Slot {#slot}',
  ],
  'a tab in a sentence that stayed, and in one that changed': [
    '# 1.1\tBronnen {#bronnen}\n\nDe lijst van\tde bond geldt. {#bond}\n\n# Slot {#slot}',
    '# 1.1\tBronnen {#bronnen}\n\nDe nieuwe lijst van\tde bond geldt. {#bond}\n\n# Slot {#slot}',
  ],
  'a clause divided, and two made one': [
    '1. De kok proeft. De gast eet. {#proeft}\n1. De kelner ruimt af. {#ruimt}\n1. De afwas wacht. {#wacht}\n\n# Slot {#slot}',
    '1. De kok proeft. {#proeft}\n1. De gast eet. {#eet}\n1. De kelner ruimt af. De afwas wacht. {#ruimt}\n\n# Slot {#slot}',
  ],
  'a sentence made a list, and an item joined with its paragraph': [
    `In de hal staan geen fietsen, geen kratten met flessen en geen dozen van de drukker. {#hal}

Ieder ruimt zijn eigen spullen op. {#ruimt}

- Dat geldt ook voor gasten van buiten. {#gasten}

# Slot {#slot}`,
    `In de hal staan {#hal}

- geen fietsen, {#fietsen}
- geen kratten met flessen en {#kratten}
- geen dozen van de drukker. {#dozen}

Ieder ruimt zijn eigen spullen op. Dat geldt ook voor gasten van buiten. {#ruimt}

# Slot {#slot}`,
  ],
  'another level, another kind': [
    '# Hal {#hal}\n\n## Fietsen {#fietsen}\n\nFietsen staan buiten. {#buiten}\n\n- Een step niet. {#step}\n- Een bakfiets wel. {#bak}',
    '# Hal {#hal}\n\n# Fietsen {#fietsen}\n\n1. Fietsen staan buiten. {#buiten}\n   - Een step niet. {#step}\n\nEen bakfiets wel. {#bak}',
  ],
  'lines added at the end': ['De bel gaat. {#bel}', 'De bel gaat. {#bel}\n\n- Daarna is het stil. {#stil}\n\n# Slot {#slot}'],
  'lines gone at the end': ['De bel gaat. {#bel}\n\n# Stilte {#stilte}\n\n> Het is stil. {#stil}', 'De bel gaat. {#bel}'],
  'another ending': [
    'De bel gaat. {#bel}\n\n- Wie binnen is, zwijgt. {#zwijgt}',
    'De bel gaat. {#bel}\n\n# Muziek {#muziek}\n\nEr klinkt muziek. {#klinkt}',
  ],
  'the first footnotes, in what came and what went': [
    'De zaal is vol.[^a] {#vol}\n\n# Regels {#regels}\n\n1. Roken mag.[^b] {#roken}\n1. Eten mag. {#eten}\n\n[^a]: Volgens de brandweer.\n\n[^b]: Buiten.',
    'Kom op tijd.[^c] {#tijd}\n\nDe zaal is vol.[^a] {#vol}\n\n# Regels {#regels}\n\n1. Eten mag.[^d] {#eten}\n\n[^a]: Volgens de politie.\n\n[^c]: De deur sluit.\n\n[^d]: Geen soep.',
  ],
  'a footnote in a clause that is divided': [
    'Wie zingt, betaalt niet.[^a] Wie luistert, betaalt de helft. {#zingt}\n\n# Slot {#slot}\n\n[^a]: Kinderen evenmin.',
    'Wie zingt, betaalt niet.[^a] {#zingt}\n\nWie luistert, betaalt de helft. {#luistert}\n\n# Slot {#slot}\n\n[^a]: Kinderen evenmin.',
  ],
  'a line gone before a table, and a table with another column': [
    'Zo is het verdeeld. {#zo}\n\nZie de tabel. {#zie}\n\n| Dag | Uur |\n| --- | --- |\n| ma | 3 |\n{#rooster}\n\nTot slot. {#slot}',
    'Zo is het verdeeld. {#zo}\n\n| Dag | Uur | Zaal |\n| --- | --- | --- |\n| ma | 3 | 2 |\n{#rooster}\n\nTot slot. {#slot}',
  ],
  'a table gone, and one between other lines': [
    'Eerst dit. {#eerst}\n\n| Dag | Uur |\n| --- | --- |\n| ma | 3 |\n{#rooster}\n\nDan dat. {#dan}\n\nEn meer. {#meer}',
    'Eerst dit. {#eerst}\n\nDan dat. {#dan}\n\n| Boek | Prijs |\n| --- | --- |\n| atlas | 20 |\n{#prijzen}\n\nEn meer. {#meer}',
  ],
  'tables without a head: one that stays, one that gets a head, one that loses it, one that comes': [
    `Eerst. {#eerst}

| | |
| --- | --- |
| ma | 3 |
| wo | 4 |
{#stil}

| | |
| --- | --- |
| bal | 8 |
| net | 9 |
{#krijgt}

| Zaal | Plaatsen |
| --- | --- |
| A1 | 30 |
| A2 | 24 |
{#verliest}

Tot slot. {#slot}`,
    `Eerst. {#eerst}

| | |
| --- | --- |
| ma | 3 |
| do | 4 |
{#stil}

| Ding | Prijs |
| --- | --- |
| bal | 8 |
| net | 7 |
{#krijgt}

| | |
| --- | --- |
| A1 | 30 |
| A2 | 26 |
{#verliest}

Daarbij. {#daarbij}

| | |
| --- | --- |
| Kok | Ans |
{#komt}

Tot slot. {#slot}`,
  ],
  'other words in a head, a head that became a row, and rows to fill in': [
    `| Dag | Uur |
| --- | --- |
| ma | 3 |
{#rooster}

| Soort | Prijs |
| --- | --- |
| atlas | 20 |
{#prijzen}

| Naam | Datum |
| --- | --- |
| | |
| | |
{#lijst}

Tot slot. {#slot}`,
    `| Wanneer | Hoelang |
| --- | --- |
| ma | 3 |
{#rooster}

| Boek | Bedrag |
| --- | --- |
| Soort | Prijs |
| atlas | 20 |
{#prijzen}

| Naam | Datum |
| --- | --- |
| | |
| Vries | vandaag |
| | |
| | |
{#lijst}

Tot slot. {#slot}`,
  ],
  'words that went as a line of their own and came as the first ones of another, before a heading': [
    'De poort is open. {#poort}\n\n1. **Voor alle gasten**\n\n       Wie binnenkomt, tekent bij de balie en loopt daarna naar de hal van de school.\n\n# Slot {#slot}\n\nTot ziens. {#ziens}',
    'De poort is open. {#poort}\n\n1. **Voor alle gasten**\n   Wie binnenkomt, tekent bij de balie en loopt daarna naar de hal van de school.\n\n# Slot {#slot}\n\nTot ziens. {#ziens}',
  ],
  'a link without words, which prints its address': [
    'Zie [](https://example.org/oud) of [de site](https://example.org/site) van de bond. {#zie}\n\n# Slot {#slot}',
    'Zie [](https://example.org/oud) en [de site](https://example.org/site) van de bond. {#zie}\n\n# Slot {#slot}',
  ],
  'moved with a link and another word, before a heading': [
    '1. De poort is open. {#poort}\n1. Wie belt, kijkt op [de site](https://example.org) naar tijden. {#belt}\n\n# Hal {#hal}\n\n1. Een jas hangt. {#jas}\n1. Een tas staat. {#tas}\n\n# Slot {#slot}',
    '1. De poort is open. {#poort}\n\n# Hal {#hal}\n\n1. Een jas hangt. {#jas}\n1. Een tas staat. {#tas}\n1. Wie schrijft, kijkt op [de site](https://example.org) naar tijden. {#belt}\n\n# Slot {#slot}',
  ],
  'emphasis that came and went, and links that lead elsewhere': [
    'Een **gast** belt *altijd* aan bij [de balie](https://example.org/balie) van de hal. {#gast}\n\n1. Een jas hangt aan een haak. {#jas}\n1. De poort is **dicht**. {#poort}\n\n| Dag | Uur |\n| --- | --- |\n| ma | *drie* |\n{#rooster}\n\nKijk op de site. {#site}\n\n*Tot slot.* {#slot}',
    'Een gast **belt *altijd* aan** bij [de balie](https://example.org/loket) van de hal. {#gast}\n\n1. Een jas hangt aan een *lege* haak. {#jas}\n1. De **poort is** niet **dicht**. {#poort}\n\n| Dag | Uur |\n| --- | --- |\n| ma | **drie** |\n{#rooster}\n\nKijk op [de site](https://example.org). {#site}\n\n**Tot slot.** {#slot}',
  ],
  'moved, divided and made one, with other emphasis': [
    '1. De poort is **open**. {#poort}\n1. Wie *belt*, kijkt eerst naar tijden. {#belt}\n\n# Hal {#hal}\n\n1. Een jas hangt. Een tas **staat**. {#jas}\n1. De kok *proeft*. {#kok}\n1. De gast eet. {#gast}\n\n# Slot {#slot}',
    '1. De poort is open. {#poort}\n\n# Hal {#hal}\n\n1. Een jas *hangt*. {#jas}\n1. Een tas staat. {#tas}\n1. De kok proeft. De gast **eet**. {#kok}\n1. Wie belt, kijkt **eerst** naar tijden. {#belt}\n\n# Slot {#slot}',
  ],
  'lines between clauses, and another title': [
    'Eerst dit. {#eerst}\n\n***\n\nDan dat. {#dan}',
    'Eerst dit. {#eerst}\n\nDan dat. {#dan}\n\n***\n\nTot slot. {#slot}',
  ],
}
