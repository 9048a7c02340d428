import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { clauses } from '../../src/model/index.js'
import { readPolicy } from '../../src/read/index.js'
import { proposeAttachment, readWordings, type Wordings } from '../../src/tailor/index.js'
import { vocabularies } from '../schools/support.js'

const front = (lang: string) => `---\ntitle: X\norganisation: x\nversion: 1.0.0\nlang: ${lang}\n---\n\n`
const template = readPolicy(
  `${front('nl')}# Sleutels {#sleutels}

1. Wie een sleutel van het gebouw heeft, bewaart die thuis en geeft hem aan niemand mee. {#bewaren}
2. Een verloren sleutel wordt dezelfde dag gemeld bij de conciërge. {#verlies}

# Alarm {#alarm}

1. De laatste die weggaat, zet het alarm aan. {#aanzetten}
`,
  'sleutels.md',
).value
const school = readPolicy(
  `${front('nl')}# Toegang {#toegang}

1. Raakt iemand zijn loper kwijt, dan belt hij meteen de huismeester. {#kwijt}
2. Fietsen staan in de stalling. {#fietsen}
`,
  'toegang.md',
).value
const wordings: Wordings = {
  sleutels: ['Toegang tot het gebouw'],
  verlies: ['Ben je je loper kwijt, bel dan meteen de huismeester.', 'Vermissing van een pas meldt u bij de receptie.'],
  bewaren: ['Leen je pas nooit uit.'],
}
const proposed = (words?: Wordings) =>
  proposeAttachment({
    school,
    template,
    names: [],
    vocabularies,
    attached: false,
    ...(words ? { wordings: words } : {}),
  }).clauses.flatMap(({ name, provision }) => (provision ? [`${name} ${provision.id}`] : []))

const read = (source: string) => readWordings(source, 'sleutels.wordings.yaml', [template])

describe('other words for the provisions of a template', () => {
  it('tell which provision a clause is that shares no word with it', () => {
    expect(proposed()).not.toContain('kwijt verlies')
    expect(proposed(wordings)).toContain('kwijt verlies')
  })

  it("leave a school's own rule its own", () => {
    expect(proposed(wordings).filter((each) => each.startsWith('fietsen'))).toEqual([])
  })

  it('are of ids that the template has, each with sentences that are words alone', () => {
    const { messages } = read("verlies: ['Meld het.', '**Meld** het.', ' ']\nverloren: [Weg is weg.]\nbewaren: []\n")
    expect(messages.map(({ rule, form, place }) => `${place?.line} ${rule} ${form}`)).toEqual([
      '1 wording/value markup',
      '1 wording/value empty',
      '2 wording/value unknown',
      '3 wording/value empty',
    ])
  })

  it('are a map of lists, and anything else says where', () => {
    expect(read('verlies: Meld het.\n').messages[0]).toMatchObject({ rule: 'wording/value', place: { line: 1 } })
    expect(read('verlies: [Meld het.').messages[0]).toMatchObject({ rule: 'wording/value' })
    expect(read('').messages.every(({ rule }) => rule === 'wording/value')).toBe(true)
  })

  it.each(['social-media', 'absence'])('are known of every provision of our model %s', (name) => {
    const at = (file: string) => readFileSync(new URL(`../../templates/sector/${file}`, import.meta.url))
    const ours = readPolicy(at(`releases/${name}@1.0.0.md`), '').value
    const { value, messages } = readWordings(at(`${name}.wordings.yaml`).toString(), '', [ours])
    expect(messages).toEqual([])
    const guidance = clauses(ours).flatMap(({ id, node }) =>
      node.type !== 'note' && node.attributes.classes.includes('guidance') ? (id ?? []) : [],
    )
    for (const { id } of clauses(ours))
      if (id !== undefined && !guidance.includes(id)) expect(value[id]?.length, id).toBeGreaterThan(1)
  })
})
