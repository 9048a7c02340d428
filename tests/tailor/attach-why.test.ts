import { describe, expect, it } from 'vitest'
import {
  attachmentSheet,
  proposalJson,
  proposeAttachment,
  type Relative,
  seemingOf,
  type Wordings,
} from '../../src/tailor/index.js'
import { vocabularies } from '../schools/support.js'
import { policy } from '../support/policy.js'

const MODEL = `# Sleutels {#sleutels}

1. Wie een sleutel van het gebouw heeft, bewaart die thuis en geeft hem aan niemand mee. {#bewaren}
2. Een verloren sleutel wordt dezelfde dag gemeld bij de conciërge. {#verlies}

# Alarm {#alarm}

1. De laatste die weggaat, zet het alarm aan. {#aanzetten}
2. Op de gang wordt niet gerend. {#gang}
`
const SCHOOL = `# Toegang tot het pand {#toegang}

1. Raakt iemand zijn loper kwijt, dan belt hij meteen de huismeester. {#kwijt}
2. De laatste die weggaat zet het alarm aan en kijkt of alle ramen dicht zijn en of de lampen in het lokaal uit zijn. {#uit}
3. Bewaar je sprint voor het sportveld en loop rustig door de wandelgang. {#rustig}
4. Wie een sleutel van het gebouw heeft, bewaart die thuis en geeft hem aan niemand mee. {#kopie}
`
const wordings: Wordings = {
  verlies: ['Vermissing van een pas meldt u bij de receptie.', 'Ben je je loper kwijt, bel dan meteen de huismeester.'],
  sleutels: ['Toegang tot het gebouw'],
}
const neighbour: Relative = {
  policy: policy('1. Loop rustig door de wandelgang,\n   de sprint bewaar je voor het sportveld. {#rustig covers=gang}\n'),
  names: ['De Eik'],
}
const proposal = proposeAttachment({
  school: policy(SCHOOL),
  template: policy(MODEL),
  names: ['De Es'],
  vocabularies,
  attached: false,
  wordings,
  relatives: [neighbour],
})
const whyOf = (name: string) => {
  const found = proposal.clauses.find((each) => each.name === name)
  const first = found && (seemingOf(found) ?? found.others[0])
  return { id: first?.id, why: found?.why.get(first?.id ?? '') }
}

describe('what a pair that is not sure rests on', () => {
  it('is the other words for the provision where these made it likely, the nearest of them', () => {
    expect(whyOf('kwijt')).toEqual({
      id: 'verlies',
      why: { kind: 'wording', words: 'Ben je je loper kwijt, bel dan meteen de huismeester.' },
    })
  })

  it('is the words of another school where these did, in one line, with its name', () => {
    expect(whyOf('rustig')).toEqual({
      id: 'gang',
      why: {
        kind: 'school',
        words: 'Loop rustig door de wandelgang, de sprint bewaar je voor het sportveld.',
        school: 'De Eik',
      },
    })
  })

  it('is what both have in common where that does', () => {
    expect(whyOf('uit')).toEqual({ id: 'aanzetten', why: { kind: 'words' } })
  })

  it('is another title of a heading', () => {
    const { clauses } = proposeAttachment({
      school: policy('# Toegang tot het pand {#toegang}\n\n1. Fietsen staan in de stalling. {#fietsen}\n'),
      template: policy(MODEL),
      names: [],
      vocabularies,
      attached: false,
      wordings,
    })
    const heading = clauses.find(({ name }) => name === 'toegang')
    expect(heading?.others.map(({ id }) => id)).toEqual(['sleutels'])
    expect(heading?.why.get('sleutels')).toEqual({ kind: 'wording', words: 'Toegang tot het gebouw' })
  })

  it('is not told of what is sure', () => {
    expect(proposal.clauses.find(({ name }) => name === 'kopie')).toMatchObject({ sure: true, why: new Map() })
  })

  it('is the order where a text says everything in words of its own', () => {
    const rules = [
      'Sluit af.',
      'Was je handen.',
      'Zeg het.',
      'Doe dat netjes.',
      'Loop niet hard.',
      'Wees stil.',
      'Ruim op.',
      'Ga weg.',
    ]
    const list = (words: readonly string[], prefix: string) => words.map((each, at) => `- ${each} {#${prefix}${at}}`).join('\n')
    const model = [
      'Draai de grendel dicht.',
      'Reinig beide palmen.',
      'Meld alles.',
      'Werk zorgvuldig.',
      'Ren nergens.',
      'Zwijg nu.',
      'Berg alles op.',
      'Vertrek tijdig.',
    ]
    const { clauses } = proposeAttachment({
      school: policy(`${list(rules, 'c')}\n`),
      template: policy(`${list(model, 'p')}\n`),
      names: [],
      vocabularies,
      attached: false,
    })
    const kinds = clauses.flatMap(({ others, why }) => others.slice(0, 1).map(({ id }) => why.get(id)?.kind))
    expect(kinds).toContain('place')
  })

  it('stands in the file of decisions and in JSON, with the words of what else the clause may be', () => {
    const sheet = attachmentSheet(proposal, { policy: 'x', template: 'y', plan: 'z' }, (key, values = {}) =>
      [key, values.words ?? values.id ?? ''].join(' ').trim(),
    )
    expect(sheet).toContain('\n    # attach.why.wording Ben je je loper kwijt, bel dan meteen de huismeester.\n')
    const { clauses } = proposalJson(proposal)
    expect(clauses.find(({ clause }) => clause === 'uit')?.why).toEqual({ kind: 'words' })
    expect(clauses.find(({ clause }) => clause === 'kopie')?.why).toBeNull()
  })
})
