import { describe, expect, it } from 'vitest'
import { proposeAttachment } from '../../src/tailor/index.js'
import { vocabularies } from '../schools/support.js'
import { policy } from '../support/policy.js'
import { MODEL } from './allotment.js'

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
