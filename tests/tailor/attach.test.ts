import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { hashClause } from '../../src/decide/index.js'
import { canonicalPolicy, clauses, type Inline, mapInlines, mapWords, type Policy, plainText } from '../../src/model/index.js'
import { readPolicy, writePolicy } from '../../src/read/index.js'
import { resolve } from '../../src/resolve/index.js'
import {
  type Attached,
  type AttachmentProposal,
  adaptBody,
  applyAttachment,
  applyPlan,
  askedIn,
  attachedTo,
  attachmentSheet,
  type Confirmed,
  deviationsOf,
  NO_ANSWERS,
  openSteps,
  planUpgrade,
  proposeAttachment,
  sureOnes,
} from '../../src/tailor/index.js'
import { mapClauses } from '../../src/tailor/rewrite.js'
import { vocabularies } from '../schools/support.js'
import { policy } from '../support/policy.js'
import { branch, type Draft, dice, invent, written } from './branches.js'

const HASH = `sha256:${'1'.repeat(64)}`
const NAME = 'bond/protocol'
const propose = (school: Policy, template: Policy, attached = false): AttachmentProposal =>
  proposeAttachment({ school, template, names: ['De Linde'], vocabularies, attached })
const apply = (proposal: AttachmentProposal, confirmed: Confirmed) =>
  applyAttachment(
    proposal,
    confirmed,
    { version: '1.0.0', hash: HASH, policy: proposal.template },
    { name: NAME, today: '2026-11-22' },
  )

const MODEL = `title: Model
lang: nl
parameters:
  school: { type: text, example: Basisschool De Eik }
  termijn: { type: period, default: 2 weken }
  ingang: { type: date }
  kanalen: { type: list, default: [de site] }
  filmt: { type: flag, default: true }
`
const TEXT = `# Afspraken {#afspraken}

1. {{school}} gebruikt {{kanalen}} om te laten zien wat er op school gebeurt. {#kanalen topic=communicatie}
2. Toestemming kan iemand altijd intrekken; de school haalt de opname dan binnen {{termijn}} weg. {#intrekken .locked}
3. Elke opname vraagt toestemming van de ouders. {#opname variant=streng}
4. Een herkenbare opname vraagt eenmaal per jaar toestemming. {#opname variant=ruim}
5. Een medewerker die in de les filmt, zegt van tevoren waarvoor. {#filmen when=filmt}
6. In de les wordt niet gefilmd. {#niet-filmen when=!filmt}
7. Vragen van de pers gaan naar de schoolleiding. {#pers .optional}

# Slot {#slot}

1. Dit protocol geldt vanaf {{ingang}}. {#herzien}
`
const SCHOOL = `# Wat wij afspreken {#kop}

1. Basisschool De Linde gebruikt de website en Instagram om te laten zien wat er op school gebeurt. {#pers}
2. De fiets staat op slot, zie [](#linde). {#fiets}
3. Toestemming kan iemand altijd intrekken; de school haalt de opname dan binnen drie dagen weg. {#linde topic=foto}
4. Een herkenbare opname vraagt eenmaal per schooljaar toestemming. {#c4}
5. In de les wordt niet gefilmd. {#c5}

# Slot {#slot}

1. Dit protocol geldt vanaf 1 augustus 2026. {#c6}
`
const FRONT = `title: Protocol
changes: { linde: { why: Sneller. } }
remarks: [{ clause: pers, note: Zonder app. }]
`

describe('a text that was copied from a model', () => {
  const proposal = propose(policy(SCHOOL, FRONT), policy(TEXT, MODEL))

  it('is told by its words: which clause is which provision, in which variant', () => {
    const found = proposal.clauses.map(({ name, provision }) => [
      name,
      [provision?.id, provision?.variant].filter(Boolean).join(' '),
    ])
    expect(Object.fromEntries(found)).toEqual({
      kop: 'afspraken',
      pers: 'kanalen',
      fiets: '',
      linde: 'intrekken',
      c4: 'opname ruim',
      c5: 'niet-filmen',
      slot: 'slot',
      c6: 'herzien',
    })
    expect(proposal.missing.map(({ id }) => id)).toEqual(['filmen', 'pers'])
  })

  it('is asked of a clause that says again what another is, and gives it no id', () => {
    const twice = policy(
      `${SCHOOL.replace('# Slot', '3. Voor elke opname in een les vragen wij toestemming van de ouders. {#nog-eens}\n\n# Slot').replace('Een herkenbare opname vraagt eenmaal per schooljaar toestemming.', 'Elke opname vraagt toestemming van de ouders.')}`,
      FRONT,
    )
    const again = propose(twice, policy(TEXT, MODEL))
    const of = (name: string) => again.clauses.find((each) => each.name === name)
    expect(of('c4')?.provision?.id).toBe('opname')
    expect(of('nog-eens')).toMatchObject({ again: { id: 'opname' }, covers: ['opname'], sure: false })
    expect(of('nog-eens')?.provision).toBeUndefined()
    expect(askedIn(again).map(({ name }) => name)).toContain('nog-eens')
    expect(sureOnes(again).clauses.has('nog-eens')).toBe(false)
    const facts = { policy: 'linde/protocol', template: NAME, plan: HASH }
    const lines = attachmentSheet(again, facts, (key) => key).split('\n')
    const at = lines.findIndex((line) => line.includes('clause: nog-eens'))
    expect(lines.slice(at, at + 8)).toContain('    covers: []')
    expect(lines.slice(at, at + 8)).toContain('    # attach.again')
  })

  it('names what a clause may be where that is too faint to be proposed, and attaches nothing by itself', () => {
    const faint = policy(`${SCHOOL}2. Dit is een protocol over filmen in de klas. {#faint}\n`, FRONT)
    const { clauses: all, ...rest } = propose(faint, policy(TEXT, MODEL))
    const [pers] = rest.provisions.filter(({ id }) => id === 'pers')
    const possible = { ...all.at(-1), others: [pers], score: 0.4, sure: false, covers: [] } as (typeof all)[number]
    const { provision: _, again: __, ...unclaimed } = possible
    const asked = { ...rest, clauses: [...all.slice(0, -1), unclaimed] }
    expect(askedIn(asked).at(0)?.name).toBe('faint')
    expect(sureOnes(asked).clauses.has('faint')).toBe(false)
    const sheet = attachmentSheet(asked, { policy: 'linde/protocol', template: NAME, plan: HASH }, (key) => key)
    const lines = sheet.split('\n')
    const at = lines.findIndex((line) => line.includes('clause: faint'))
    expect(lines.slice(at + 2, at + 4)).toEqual([
      '    # attach.possible Vragen van de pers gaan naar de schoolleiding.',
      '    provision:',
    ])
    expect(attachedTo(asked, new Map(), unclaimed, 'pers')).toEqual({ provision: 'pers', covers: [] })
    // One provision cannot stand at two clauses: the second says it, too.
    const taken = new Map([['c4', { provision: 'pers', covers: [] }]])
    expect(attachedTo(asked, taken, unclaimed, 'pers')).toEqual({ covers: ['pers'] })
    expect(attachedTo(asked, new Map(), unclaimed, 'opname, ruim')).toEqual({ provision: 'opname', variant: 'ruim', covers: [] })
  })

  it('reads no text into a blank from one clause that was reworded throughout', () => {
    const theirs = policy(
      '# A {#a}\n\n1. Schrijft iemand over onderwijs of over {{school}}, dan zegt hij dat eerst aan de mentor. {#b}\n',
      MODEL,
    )
    const ours = policy('# A {#a}\n\n1. Schrijf je over je werk, zeg dat dan eerst aan je mentor. {#b}\n', FRONT)
    expect(propose(ours, theirs).clauses.find(({ name }) => name === 'b')).toMatchObject({ sure: true })
    expect(propose(ours, theirs).filled).toEqual([])
  })

  it('is told what it filled in, each by its type, and which condition it chose', () => {
    expect(Object.fromEntries(proposal.filled.map(({ name, value }) => [name, value]))).toEqual({
      school: 'Basisschool De Linde',
      termijn: 'drie dagen',
      ingang: '2026-08-01',
      kanalen: ['de website', 'Instagram'],
      filmt: false,
    })
  })

  it('has the ids and marks of the template then, and nothing else', () => {
    const { renamed, ...body } = apply(proposal, sureOnes(proposal))
    const text = writePolicy(body)
    expect(text.slice(text.indexOf('# Wat'))).toBe(
      SCHOOL.replace('{#kop}', '{#afspraken}')
        .replace('{#pers}', '{#kanalen topic=communicatie}')
        .replace('[](#linde)', '[](#intrekken)')
        .replace('{#linde topic=foto}', '{#intrekken .locked topic=foto}')
        .replace('{#c4}', '{#opname variant=ruim}')
        .replace('{#c5}', '{#niet-filmen}')
        .replace('{#c6}', '{#herzien}'),
    )
    const { metadata } = readPolicy(text, '').value
    expect(metadata.extends).toEqual({ template: NAME, version: '1.0.0', hash: HASH, attached: '2026-11-22' })
    expect(metadata.changes).toEqual({ intrekken: { why: 'Sneller.' } })
    expect(metadata.remarks).toEqual([{ clause: 'kanalen', note: 'Zonder app.' }])
    expect(metadata.renamed).toEqual({
      afspraken: 'kop',
      kanalen: 'pers',
      intrekken: 'linde',
      opname: 'c4',
      'niet-filmen': 'c5',
      herzien: 'c6',
    })
    expect(renamed.get('pers')).toBe('kanalen')
  })

  it('keeps as its own what nobody confirmed, under an id that is not the template’s', () => {
    const body = apply(proposal, { clauses: new Map(), parameters: {} })
    expect(clauses(body).map(({ id }) => id)).toEqual(['kop', 'pers-2', 'fiets', 'linde', 'c4', 'c5', 'slot-2', 'c6'])
  })

  it('can be attached further later, and what was attached stays', () => {
    const { clauses: confirmed, parameters } = sureOnes(proposal)
    const some = apply(proposal, { clauses: new Map([...confirmed].slice(0, 3)), parameters })
    const again = propose(readPolicy(writePolicy(some), '').value, policy(TEXT, MODEL), true)
    expect(again.clauses.map(({ name }) => name)).toEqual(['fiets', 'c4', 'c5', 'slot-2', 'c6'])
    const text = writePolicy(apply(again, sureOnes(again)))
    const whole = writePolicy(apply(proposal, sureOnes(proposal)))
    expect(text.slice(text.indexOf('# Wat'))).toBe(whole.slice(whole.indexOf('# Wat')))
    expect(readPolicy(text, '').value.metadata.renamed).toEqual(readPolicy(whole, '').value.metadata.renamed)
  })

  it('finds all of a text that was only adapted', () => {
    const template = policy(TEXT, MODEL)
    const adapted = adaptBody(template, NO_ANSWERS)
    const bare = mapClauses({ ...template, ...adapted }, (node) => ({ ...node, attributes: { classes: [], values: {} } }))
    const school = {
      ...bare,
      metadata: {
        ...bare.metadata,
        parameters: { school: 'De Linde', termijn: '2 weken', ingang: '2026-08-01', kanalen: ['de site'] },
      },
    }
    const found = propose(school, template)
    expect(found.clauses.map(({ provision }) => provision?.id)).toEqual(clauses(adapted).map(({ id }) => id))
  })
})

/** An invented text in which clauses point at others. */
function text(units: Draft, seed: number): Policy {
  const random = dice(seed)
  const ids = units.map(({ id }) => id)
  const pointing = units.map((unit) =>
    random.chance(0.3)
      ? { ...unit, sentences: [...unit.sentences, `Zie ook [](#${random.pick(ids)}) en [dit](#${random.pick(ids)}).`] }
      : unit,
  )
  return readPolicy(written(pointing, '---\ntitle: Protocol\nlang: nl\n---\n\n'), '').value
}

/** All that a text says but its ids and the marks of a template. */
function saying(school: Policy): string {
  const bare = mapClauses(school, (node) => {
    const { topic: _, variant: __, covers: ___, ...values } = node.attributes.values
    return {
      ...node,
      attributes: { classes: node.attributes.classes.filter((name) => !/^(?:locked|optional)$/.test(name)), values },
    }
  })
  const at = new Map(clauses(school).map(({ id, index }) => [`#${id}`, `#${index}`]))
  return canonicalPolicy(
    mapWords(bare, (content) =>
      mapInlines(content, (inline) => [
        inline.type === 'link' ? ({ ...inline, url: at.get(inline.url) ?? inline.url } as Inline) : inline,
      ]),
    ),
  )
}

const printed = (school: Policy) =>
  resolve(school).value.clauses.map(({ node, label, number }) => [label, number, plainText(node)])

const PARTS = [1, 2, 3, 4] as const
/** Texts of each part; `npm run laws` asks for more. */
const TEXTS = Math.max(15, Math.ceil(Number(process.env.CLAUSULE_LAWS ?? 0) / PARTS.length))

describe('attaching changes no word', () => {
  it.each(PARTS)('of invented texts, whatever is confirmed (%i)', (part) => {
    for (let seed = part * 1_000_000; seed < part * 1_000_000 + TEXTS; seed++) {
      const random = dice(seed)
      const units = invent(random, 2 + random.below(3))
      const named = branch(units, random, 'w', random.below(6)).units
      const given = new Map(named.map(({ id }, at) => [id, random.chance(0.2) ? id : `eigen-${at}`]))
      const school = text(
        named.map((unit) => ({ ...unit, id: given.get(unit.id) as string })),
        seed,
      )
      const template = text(units, seed + 1)
      const proposal = propose(school, template)
      // Any decisions, wrong ones too: what a person says is theirs, the words are not touched.
      const free = clauses(template).flatMap(({ id }) => id ?? [])
      const confirmed = new Map<string, Attached>()
      for (const { name, provision } of proposal.clauses) {
        const id = random.chance(0.5) ? provision?.id : random.pick(free)
        if (id === undefined || !free.includes(id) || random.chance(0.2)) continue
        free.splice(free.indexOf(id), 1)
        confirmed.set(name, { provision: id, covers: [] })
      }
      const attached = readPolicy(writePolicy(apply(proposal, { clauses: confirmed, parameters: {} })), '').value
      expect(saying(attached)).toBe(saying(school))
      expect(printed(attached)).toEqual(printed(school))
      const ids = clauses(attached).flatMap(({ id }) => id ?? [])
      expect(new Set(ids).size).toBe(ids.length)
      for (const [name, { provision }] of confirmed) {
        const at = clauses(school).findIndex(({ id }) => id === name)
        expect(clauses(attached)[at]?.id).toBe(provision)
      }
    }
  })
})

describe('a text that was copied and filled in, once it is attached', () => {
  const edition = (version: string) => {
    const file = new URL(`../../templates/sector/releases/social-media@${version}.md`, import.meta.url)
    return { version, hash: HASH, policy: readPolicy(readFileSync(file), `social-media@${version}.md`).value }
  }
  const [one, two] = [edition('1.0.0'), { ...edition('1.1.0'), hash: `sha256:${'2'.repeat(64)}` }]
  const answers = {
    parameters: {
      school: 'De Linde',
      soort: 'vo',
      aanspreekpunt: 'de teamleider',
      reactietermijn: '3 schooldagen',
      kanalen: ['de website', 'Instagram'],
      ingang: '2026-08-01',
      filmt: true,
      klachten: 'in de schoolgids',
    },
    variants: { toestemming: 'ruim' },
    optional: { pers: false },
  }
  const bare: Policy = { ...one.policy, ...adaptBody(one.policy, answers) }
  const adapted: Policy = {
    ...bare,
    metadata: { title: 'Protocol', status: 'draft', lang: 'nl', parameters: answers.parameters },
    yaml: stringify({
      title: 'Protocol',
      lang: 'nl',
      extends: { template: NAME, version: '1.0.0', hash: HASH },
      parameters: answers.parameters,
    }),
  }
  const original = readPolicy(writePolicy(adapted), '').value
  // Filled in by hand, under ids of its own, as a school has it that copied the model.
  const ids = new Map(clauses(original).map(({ node }, at) => [node, `eigen-${at}`]))
  const filled = resolve({
    ...original,
    children: mapClauses(original, (node) => ({ ...node, attributes: { classes: [], values: {}, id: ids.get(node) ?? '' } }))
      .children,
  }).value.policy
  const copied = readPolicy(writePolicy({ ...filled, yaml: 'title: Protocol\nlang: nl\n' }), '').value
  const proposal = proposeAttachment({ school: copied, template: one.policy, names: ['De Linde'], vocabularies, attached: false })

  it('is found whole, with all that was filled in', () => {
    expect(proposal.clauses.map(({ provision, sure }) => [provision?.id, provision?.variant, sure])).toEqual(
      clauses(original).map(({ id, node }) => [id, node.type === 'note' ? undefined : node.attributes.values.variant, true]),
    )
    expect(Object.fromEntries(proposal.filled.map(({ name, value }) => [name, value]))).toMatchObject({
      aanspreekpunt: 'de teamleider',
      reactietermijn: '3 schooldagen',
      kanalen: ['de website', 'Instagram'],
      ingang: '2026-08-01',
      klachten: 'in de schoolgids',
    })
  })

  it('deviates in nothing, and takes over the next edition as a text that was adapted does', () => {
    const confirmed = { ...sureOnes(proposal), parameters: answers.parameters }
    const body = applyAttachment(proposal, confirmed, one, { name: NAME, today: '2026-11-22' })
    const attached = readPolicy(writePolicy(body), '').value
    const side = (school: Policy) => ({ policy: resolve(school).value.policy, ref: '', hash: '' })
    const register = (school: Policy) => deviationsOf(school, one.policy, side).deviations.map(({ id, kind }) => `${id} ${kind}`)
    // That it was not taken is known of a text that was adapted alone.
    expect(register(attached)).toEqual(register(original).map((each) => each.replace(' declined', ' unconfirmed')))
    const upgraded = (school: Policy) => {
      const plan = planUpgrade({ school, from: one, to: two, hashOf: hashClause })
      // An optional provision that is new is asked of whoever has the text.
      expect(openSteps(plan).map(({ id }) => id)).toEqual(['gemaakt-beeld-hulp'])
      return printed(readPolicy(writePolicy(applyPlan(plan, new Map(), '2026-11-22')), '').value)
    }
    expect(upgraded(attached)).toEqual(upgraded(original))
  })
})
