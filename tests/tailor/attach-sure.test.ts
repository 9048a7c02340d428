import { describe, expect, it } from 'vitest'
import { proposeAttachment } from '../../src/tailor/index.js'
import { vocabularies } from '../schools/support.js'
import { policy } from '../support/policy.js'

const MODEL = `# De tuinen {#tuinen}

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

/** The clause that only stands on the ground of a provision, among copies of others. */
function proposed(near: string) {
  const school = policy(`# De tuinen {#s1}

1. Een tuin wordt verhuurd aan één lid. {#s2}
2. Een lid onderhoudt zijn tuin en het hele pad ervoor. {#s3}
3. Honden zijn op de paden aangelijnd. {#s4}

# Water en vuur {#s5}

1. Open vuur is verboden. {#s6}
2. ${near} {#near}
3. In het clubhuis hangt een brandblusser naast de deur. {#s7}
`)
  const { clauses } = proposeAttachment({ school, template: policy(MODEL), names: ['Tuin'], vocabularies, attached: false })
  return { near: clauses.find(({ name }) => name === 'near'), sure: clauses.filter(({ sure }) => sure).map(({ name }) => name) }
}

describe('what is called sure', () => {
  it.each([
    'Wie bij een andere tuin een schuurtje in brand ziet staan, blijft op afstand en houdt anderen tegen totdat de brandweer er is.',
    'Op de open dag komt de brandweer langs met een wagen en mogen kinderen in een schuurtje een brand blussen.',
    'De beheerder belt de brandweer elk jaar voor een keuring van de brandblusser.',
    'De verzekeraar betaalt niet als een schuurtje in brand staat.',
  ])('is no rule that shares some words with the provision it comes nearest: %s', (text) => {
    const { near, sure } = proposed(text)
    expect(sure).toEqual(expect.arrayContaining(['s2', 's3', 's4', 's6', 's7']))
    expect(near?.provision, JSON.stringify(near?.score)).toMatchObject({ id: 'brand' })
    expect(near).toMatchObject({ sure: false })
  })

  it('is a copy with other words around it', () => {
    expect(proposed('Staat er een schuurtje in brand, dan belt de beheerder meteen de brandweer.').sure).toContain('near')
  })
})
