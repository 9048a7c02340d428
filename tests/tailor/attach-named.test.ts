import { describe, expect, it } from 'vitest'
import { proposeAttachment, type Wordings } from '../../src/tailor/index.js'
import { vocabularies } from '../schools/support.js'
import { policy } from '../support/policy.js'
import { MODEL } from './allotment.js'

const propose = (text: string, wordings: Wordings = {}) =>
  proposeAttachment({ school: policy(text), template: policy(MODEL), names: ['Tuin'], vocabularies, attached: false, wordings })

const TEXT = `# Samen tuinieren {#s1}

1. Uw hond loopt aan de lijn. {#hond}
2. Bomen snoeit u tot drie meter. {#snoeien}
3. Begieten doet u met slootwater. {#begieten}

# Nat en heet {#s2}

1. Vuurtje stoken? Dat is hier altijd verboden. {#vuurtje}
2. Zodra het vriest gaat bij het clubhuis de kraan dicht. {#vorst}
3. Graaf een kuil voor wat er verwelkt. {#kuil}
`

describe('a text in words of its own', () => {
  it.each([
    ['Een haan wekt de buurt, een kip niet.', 'dieren'],
    ['Van de groente van een ander blijft u af.', 'oogst'],
    ['Iedereen haalt zelf het gras tussen zijn stenen weg.', 'onkruid'],
  ])('is named where it may be a provision that stands nowhere else, which is missing all the same: %s', (words, id) => {
    const { clauses, missing } = propose(TEXT.replace('Graaf een kuil voor wat er verwelkt.', words))
    const own = clauses.find(({ name }) => name === 'kuil')
    expect(own).toMatchObject({ sure: false, covers: [] })
    expect(own?.provision).toBeUndefined()
    expect(own?.others.map((each) => each.id)).toContain(id)
    expect(missing.map((each) => each.id)).toContain(id)
  })

  it('is of its own where it has nothing in common with what stands nowhere else, or only with what stands elsewhere', () => {
    const others = (words: string) =>
      propose(TEXT.replace('Graaf een kuil voor wat er verwelkt.', words))
        .clauses.find(({ name }) => name === 'kuil')
        ?.others.map(({ id }) => id)
    expect(others('Wie jarig is, trakteert op limonade.')).toEqual([])
    expect(others('Graaf een kuil voor wat er verwelkt.')).toEqual([])
  })

  it('is known by the words of its own provision where only others have other words', () => {
    const wordings = { onderhoud: ['Bomen snoeit u tot in de winter.'], honden: ['Leden houden hun hond aan de lijn.'] }
    const found = propose(TEXT, wordings).clauses.find(({ name }) => name === 'begieten')
    expect(found?.provision).toMatchObject({ id: 'sloot' })
  })
})
