/** A model of more than twenty rules, for an allotment garden. */
export const MODEL = `# De tuinen {#tuinen}

1. Een tuin wordt verhuurd aan één lid. {#verhuur}
2. Een lid onderhoudt zijn tuin en de helft van het pad ervoor. {#onderhoud}
3. Op een tuin staat ten hoogste één kas en één schuurtje. {#bouwsels}
4. Een boom wordt niet hoger dan drie meter. {#bomen}
5. Onkruid tussen de tegels wordt met de hand weggehaald. {#onkruid}
6. Kippen zijn toegestaan, een haan niet. {#dieren}
7. Honden zijn op de paden aangelijnd. {#honden}

# Water en vuur {#water-en-vuur}

1. Water uit de sloot is voor de planten. {#sloot}
2. De kraan bij het clubhuis wordt in de winter afgesloten. {#kraan}
3. Open vuur is verboden. {#vuur}
4. Een barbecue staat op stenen en wordt niet alleen gelaten. {#barbecue}
5. De beheerder belt de brandweer als een schuurtje in brand staat. {#brand}
6. In het clubhuis hangt een brandblusser naast de deur. {#blusser}

# Afval {#afval}

1. Groen afval gaat op de composthoop. {#compost}
2. Ander afval nemen leden mee naar huis. {#ander-afval}
3. Asbest meldt een lid bij het bestuur voordat het wordt aangeraakt. {#asbest}

# Het hek {#hek-en-sleutel}

1. Het hek gaat een half uur na zonsondergang op slot. {#hek}
2. Ieder lid krijgt één sleutel en betaalt daarvoor tien euro borg. {#sleutel}
3. Een verloren sleutel wordt binnen een week gemeld. {#verloren}
4. Gereedschap uit de loods wordt dezelfde dag schoon teruggebracht. {#gereedschap}
5. De oogst van een ander laat ieder met rust. {#oogst}
`
