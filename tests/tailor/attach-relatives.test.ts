import { describe, expect, it } from 'vitest'
import { proposeAttachment, type Relative } from '../../src/tailor/index.js'
import { vocabularies } from '../schools/support.js'
import { policy } from '../support/policy.js'

const MODEL = `# Gebouw {#gebouw}

1. Wie als laatste weggaat, sluit af en schakelt het alarm in. {#afsluiten}
2. Voor de zaal is een borg van vijftig euro verschuldigd. {#borg variant=vast}
3. Voor de zaal spreekt de beheerder een borg af. {#borg variant=afspraak}
4. Op de gang wordt niet gerend. {#gang}
`
/** Another school, whose clauses somebody confirmed: the second is its own. */
const ATTACHED = `# Ons pand {#gebouw}

1. Draai bij vertrek de sleutel om en vergeet de code van het paneel bij de voordeur niet. {#afsluiten}
2. Fietsen staan in de rekken naast de moestuin. {#fietsen}
3. Reken op een waarborgsom voordat de deur van de aula opengaat. {#borg variant=afspraak}
4. Loop rustig door de wandelgang, de sprint bewaar je voor het sportveld. {#rustig covers=gang}
`
const SCHOOL = `# Het huis {#h}

1. Draai als je vertrekt de sleutel om, en vergeet de code van het paneel bij de voordeur niet. {#a}
2. Fietsen staan in de rekken naast de kas en de moestuin. {#b}
3. Reken op een waarborgsom van vijftig euro voordat de deur van de aula opengaat. {#c}
4. Bewaar je sprint voor het sportveld en loop rustig door de wandelgang. {#d}
`
const school = (text: string, name: string): Relative => ({ policy: policy(text), names: [name] })
const propose = (relatives: readonly Relative[]) =>
  proposeAttachment({
    school: policy(SCHOOL),
    template: policy(MODEL),
    names: ['De Es'],
    vocabularies,
    attached: false,
    relatives,
  })
const seeming = (relatives: readonly Relative[]) =>
  Object.fromEntries(propose(relatives).clauses.map(({ name, provision }) => [name, provision?.id ?? '-']))

describe('a text beside those of other schools that are attached', () => {
  it('is known by how another school says a provision, where it shares no word with the model', () => {
    expect(seeming([])).toMatchObject({ a: '-', d: '-' })
    expect(seeming([school(ATTACHED, 'De Eik')])).toMatchObject({ a: 'afsluiten', c: 'borg', d: 'gang' })
  })

  it("stays the school's own where another school has the same as its own", () => {
    expect(seeming([school(ATTACHED, 'De Eik')])).toMatchObject({ b: '-' })
  })

  it('has the variant that its own words are, whichever the other school took', () => {
    const fixed = SCHOOL.replace(/3\. .*/, '3. Voor de zaal is een borg van zestig euro verschuldigd. {#c}')
    const { clauses } = proposeAttachment({
      school: policy(fixed),
      template: policy(MODEL),
      names: ['De Es'],
      vocabularies,
      attached: false,
      relatives: [school(ATTACHED, 'De Eik')],
    })
    expect(clauses.find(({ name }) => name === 'c')?.provision).toMatchObject({ id: 'borg', variant: 'vast' })
  })

  it('is the same text, and names the schools that were held beside it: of many the nearest three', () => {
    const far = (name: string) => school(`# Pauze {#p}\n\n1. De ${name} fluit na de pauze. {#q}\n`, name)
    const proposal = propose([far('mus'), school(ATTACHED, 'De Eik'), far('merel'), far('specht')])
    expect(proposal.beside).toContain('De Eik')
    expect(proposal.beside).toHaveLength(3)
    expect(proposal.clauses.map(({ clause }) => clause.id)).toEqual(['h', 'a', 'b', 'c', 'd'])
    expect(propose([]).beside).toEqual([])
  })
})
