import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { hashClause, hashPolicy } from '../../src/decide/index.js'
import { clauses, type Policy, plainText, reasonHash } from '../../src/model/index.js'
import { readPolicy, writePolicy } from '../../src/read/index.js'
import {
  type Answers,
  adaptBody,
  adaptedMetadata,
  applyPlan,
  deviationsOf,
  type Edition,
  NO_ANSWERS,
  openSteps,
  planUpgrade,
  type UpgradeDecisions,
} from '../../src/tailor/index.js'
import { runs } from '../support/laws.js'
import { policy } from '../support/policy.js'
import { branch, dice, invent, written } from './branches.js'

const read = (source: string): Policy => readPolicy(source, 'test.md').value
const edition = (version: string, source: Policy): Edition => ({ version, hash: hashPolicy(source), policy: source })

/** A school's policy as `adapt` writes it. */
function adapted({ version, hash, policy: template }: Edition, answers: Answers = NO_ANSWERS): Policy {
  const metadata = adaptedMetadata(template, answers, { organisation: 'linde', name: `bond/model@${version}`, hash })
  return read(writePolicy({ ...adaptBody(template, answers), yaml: stringify(metadata) }))
}

const upgraded = (
  school: Policy,
  from: Edition,
  to: Edition,
  decisions: UpgradeDecisions = new Map(),
  earlier = new Map<string, Policy>(),
) => {
  const plan = planUpgrade({ school, from, to, earlier, hashOf: hashClause }, decisions)
  return { plan, school: read(writePolicy(applyPlan(plan, decisions, '2026-09-01'))) }
}

describe('a school that changed nothing', () => {
  it('has after an upgrade what adapting the new edition with the same answers gives', () => {
    const cases = fc.record({
      seed: fc.integer({ min: 1, max: 1e7 }),
      sections: fc.integer({ min: 1, max: 4 }),
      changes: fc.integer({ min: 0, max: 6 }),
    })
    fc.assert(
      fc.property(cases, ({ seed, sections, changes }) => {
        const source = dice(seed)
        const draft = invent(source, sections)
        const next = branch(draft, source, 'model', changes).units
        const optional = draft.filter(({ kind }) => kind !== 'heading' && source.chance(0.3)).map(({ id }) => id)
        const marks = new Map([
          ...optional.map((id) => [id, '.optional'] as const),
          ...draft.filter(({ kind }) => kind === 'heading').map(({ id }) => [id, '.locked'] as const),
        ])
        const front = (version: string) =>
          `---\ntitle: Model\nversion: ${version}\nlang: nl\nparameters: { school: { type: text, default: De Linde } }\n---\n\n`
        const [from, to] = [draft, next].map((units, i) =>
          edition(`1.${i}.0`, read(written(units, front(`1.${i}.0`), marks))),
        ) as [Edition, Edition]
        const answers: Answers = {
          parameters: { school: 'Elders' },
          variants: {},
          optional: Object.fromEntries(optional.map((id) => [id, source.chance(0.5)])),
        }
        const { school, plan } = upgraded(adapted(from, answers), from, to)
        expect(openSteps(plan)).toEqual([])
        expect(writePolicy(school)).toBe(writePolicy(adapted(to, answers)))
      }),
      { seed: 20_260_302, numRuns: runs(60) },
    )
  })
})

const FRONT = (version: string, more = '') =>
  `title: Model\nversion: ${version}\nlang: nl\nparameters:\n  dagen: { type: number, default: 5 }\n${more}`
const ONE = edition(
  '1.0.0',
  policy(
    '# Regels {#regels}\n\n1. Vraag toestemming. Bewaar die een jaar. {#foto}\n2. Antwoord binnen {{dagen}} dagen. {#dagen}\n3. Meld een lek. {#lek}\n4. Wis na een jaar. {#wis}\n',
    FRONT('1.0.0'),
  ),
)
const TWO = edition(
  '1.1.0',
  policy(
    '# Regels {#regels}\n\n1. Vraag schriftelijk toestemming. Bewaar die een jaar. {#foto}\n2. Antwoord binnen {{dagen}} dagen. {#dagen}\n3. Meld een lek bij {{wie}}. {#lek}\n4. Leer ervan. {#leer}\n',
    FRONT('1.1.0', '  wie: { type: role, default: de directie }\n'),
  ),
)
const THREE = edition(
  '1.2.0',
  policy(
    '# Regels {#regels}\n\n1. Vraag schriftelijk toestemming. Bewaar die een jaar. {#foto}\n2. Antwoord binnen {{dagen}} dagen. {#dagen}\n3. Meld een lek meteen bij {{wie}}. {#lek}\n4. Leer ervan. {#leer}\n',
    FRONT('1.2.0', '  wie: { type: role, default: de directie }\n'),
  ),
)

const edited = (from: Edition, change: (text: string) => string): Policy => read(change(writePolicy(adapted(from))))
const said = (school: Policy, id: string) => {
  const node = clauses(school).find((clause) => clause.id === id)?.node
  return node && plainText(node)
}

describe('an upgrade', () => {
  it('tells of every clause what happens, and puts different sentences together', () => {
    const school = edited(ONE, (text) =>
      text
        .replace('Bewaar die een jaar', 'Bewaar die twee jaar')
        .replace('Wis na een jaar', 'Wis na een maand')
        .replace(/\n3\. .*/, ''),
    )
    const { plan, school: next } = upgraded(school, ONE, TWO)
    expect(plan.steps.map(({ id, outcome }) => `${id} ${outcome}`)).toEqual([
      'regels same',
      'foto merged',
      'dagen same',
      'wis withdrawn-edited',
      'lek dropped-changed',
      'leer new',
    ])
    expect(said(next, 'foto')).toBe('Vraag schriftelijk toestemming. Bewaar die twee jaar.')
    expect(said(next, 'wis')).toBe('Wis na een maand.')
    expect(said(next, 'lek')).toBeUndefined()
    expect(next.metadata.extends).toEqual({ template: 'bond/model', version: '1.1.0', hash: TWO.hash })
    expect(next.metadata.parameters).toEqual({ dagen: 5, wie: 'de directie' })
    expect(Object.entries(next.metadata.decisions ?? {}).map(([id, { choice }]) => `${id} ${choice}`)).toEqual([
      'wis open',
      'lek open',
    ])
  })

  it('asks where the variant that the school took is gone, and takes no other in its place; one that got another name goes on', () => {
    const front = (version: string) => `title: Model\nversion: ${version}\nlang: nl\n`
    const of = (version: string, body: string) => edition(version, policy(`# Regels {#regels}\n\n${body}`, front(version)))
    const streng = '1. Elke foto vraagt toestemming. {#foto variant=streng}\n'
    const one = of('1.0.0', `${streng}2. Eens per jaar vraagt de school toestemming. {#foto variant=ruim}\n`)
    const school = adapted(one, { ...NO_ANSWERS, variants: { foto: 'ruim' } })
    const two = of('1.1.0', `${streng}2. Foto’s vragen nooit toestemming. {#foto variant=nooit}\n`)
    const without = upgraded(school, one, two)
    expect(openSteps(without.plan).map(({ id, outcome }) => `${id} ${outcome}`)).toEqual(['foto variant-gone'])
    expect(said(without.school, 'foto')).toBe('Eens per jaar vraagt de school toestemming.')
    const taken = upgraded(school, one, two, new Map([['foto', { way: 'template' }]]))
    expect(said(taken.school, 'foto')).toBe('Elke foto vraagt toestemming.')
    const named = of('1.1.0', `${streng}2. Eens per jaar vraagt de school toestemming. {#foto variant=jaarlijks}\n`)
    const renamed = upgraded(school, one, named)
    expect(openSteps(renamed.plan)).toEqual([])
    expect(writePolicy(renamed.school)).toContain('Eens per jaar vraagt de school toestemming. {#foto variant=jaarlijks}')
    const alone = of('1.1.0', '1. Eens per jaar vraagt de school toestemming. {#foto}\n')
    expect(openSteps(upgraded(school, one, alone).plan)).toEqual([])
    expect(openSteps(upgraded(school, one, of('1.1.0', '1. Elke foto vraagt toestemming. {#foto}\n')).plan)).toHaveLength(1)
  })

  it('keeps a question open over editions, about the words it was asked of, until it is decided', () => {
    const school = edited(ONE, (text) => text.replace('Meld een lek.', 'Meld een datalek.'))
    const first = upgraded(school, ONE, TWO)
    expect(first.school.metadata.decisions?.lek?.choice).toBe('open')
    const earlier = new Map([['1.0.0', ONE.policy]])
    const again = upgraded(first.school, TWO, TWO, new Map(), earlier)
    expect(writePolicy(again.school)).toBe(writePolicy(first.school))
    const second = upgraded(first.school, TWO, THREE, new Map([['lek', { way: 'keep', why: 'Zo heet het hier.' }]]), earlier)
    expect(said(second.school, 'lek')).toBe('Meld een datalek.')
    expect(second.school.metadata.decisions?.lek).toMatchObject({
      choice: 'keep',
      from: '1.0.0',
      to: '1.2.0',
      why: 'Zo heet het hier.',
    })
    expect(openSteps(upgraded(second.school, THREE, THREE, new Map(), earlier).plan)).toEqual([])
  })

  it('goes over two editions at once as over one after the other', () => {
    const school = edited(ONE, (text) => text.replace('Bewaar die een jaar', 'Bewaar die twee jaar'))
    const atOnce = upgraded(school, ONE, THREE).school
    const [step] = [upgraded(school, ONE, TWO).school]
    expect(writePolicy(upgraded(step, TWO, THREE).school)).toBe(writePolicy(atOnce))
  })

  it('asks only about what changed again', () => {
    const school = edited(ONE, (text) =>
      text.replace('Meld een lek.', 'Meld een datalek.').replace('Vraag toestemming', 'Vraag altijd eerst toestemming'),
    )
    const decided = upgraded(
      school,
      ONE,
      TWO,
      new Map([
        ['lek', { way: 'keep' }],
        ['foto', { way: 'keep' }],
      ]),
    ).school
    expect(openSteps(planUpgrade({ school: decided, from: TWO, to: THREE, hashOf: hashClause })).map(({ id }) => id)).toEqual([
      'lek',
    ])
  })

  it('takes words of a person as they are written, blanks and emphasis too', () => {
    const school = edited(ONE, (text) => text.replace('Meld een lek.', 'Meld een datalek.'))
    const { school: next } = upgraded(
      school,
      ONE,
      TWO,
      new Map([['lek', { way: 'own', words: 'Meld **elk** lek binnen {{dagen}} dagen.' }]]),
    )
    expect(writePolicy(next)).toContain('3. Meld **elk** lek binnen {{dagen}} dagen. {#lek}')
  })
})

describe('the register of deviations', () => {
  const side = (each: Policy) => ({ policy: each, ref: '', hash: '' })
  const MODEL = edition(
    '1.0.0',
    policy(
      '# Regels {#regels}\n\n1. Antwoord binnen {{dagen}} dagen. {#dagen}\n2. Elke foto vraagt toestemming. {#foto variant=streng}\n3. Een herkenbare foto vraagt toestemming. {#foto variant=ruim}\n4. Pesten is verboden. {#pesten .locked}\n5. Bel de pers niet. {#pers .optional}\n6. Wis na een jaar. {#wis}\n7. Meld een lek. {#lek}\n',
      FRONT('1.0.0'),
    ),
  )

  it('says of every provision how the school stands to it, and why', () => {
    const school = read(
      writePolicy(adapted(MODEL, { parameters: {}, variants: { foto: 'ruim' }, optional: { pers: false } }))
        .replace('Pesten is verboden', 'Pesten mag niet')
        .replace(/\n\d\. Meld een lek.*/, '\n8. Leer ervan. {#leer}')
        .replace('Wis na een jaar', 'Wis na twee jaar')
        .replace('parameters:', 'deviations:\n  wis: De wet vraagt het.\nparameters:'),
    )
    const { deviations } = deviationsOf(school, MODEL.policy, side)
    expect(
      deviations.map(({ id, kind, reason, variant, values, entry }) => [
        id,
        kind,
        ...[reason ?? [], variant ?? []].flat(),
        ...values.flat(),
        entry.significance,
      ]),
    ).toEqual([
      ['regels', 'kept', 'none'],
      ['dagen', 'filled', 'dagen', 5, 'none'],
      ['foto', 'variant', 'ruim', 'none'],
      ['pesten', 'locked', 'substantive'],
      ['pers', 'declined', 'substantive'],
      ['wis', 'reworded', 'De wet vraagt het.', 'substantive'],
      ['lek', 'dropped', 'substantive'],
      ['leer', 'added', 'substantive'],
    ])
  })

  it('calls nothing as the template has it that completes words of the school', () => {
    const own = writePolicy(adapted(MODEL))
    const kinds = (change: (text: string) => string) =>
      Object.fromEntries(deviationsOf(read(change(own)), MODEL.policy, side).deviations.map(({ id, kind }) => [id, kind]))
    expect(kinds((text) => text)).toMatchObject({ wis: 'kept', pesten: 'kept' })
    const below = (name: RegExp) => (text: string) => text.replace(name, '\nDit geldt niet meer: {#weg}\n\n$&')
    expect(kinds(below(/\d\. Wis na/))).toMatchObject({ weg: 'added', pesten: 'kept', wis: 'moved', lek: 'moved' })
    expect(kinds(below(/\d\. Pesten/))).toMatchObject({ pesten: 'locked', wis: 'moved' })
    const inside = (text: string) => text.replace(/(\d)\. Wis na/, '$1. Dit geldt niet meer: {#weg}\n   1. Wis na')
    expect(kinds(inside)).toMatchObject({ weg: 'added', wis: 'moved', lek: 'kept' })
  })

  it('binds a reason to the values that the words print, too', () => {
    const school = read(writePolicy(adapted(MODEL)).replace('Antwoord binnen', 'Reageer binnen'))
    const { node } = clauses(school).find(({ id }) => id === 'dagen') as { node: Parameters<typeof reasonHash>[0] }
    const given = (text: string, dagen = 5) => {
      const said = { ...school.metadata, parameters: { dagen }, deviations: { dagen: { why: 'Daarom.', text } } }
      return deviationsOf({ ...school, metadata: said }, MODEL.policy, side).deviations.find(({ id }) => id === 'dagen')?.given
    }
    const bound = reasonHash(node, { dagen: 5 })
    expect([given(bound), given(bound, 9)]).toEqual(['these', 'other'])
    // As it was recorded before values were bound.
    expect([given(reasonHash(node)), given(reasonHash(node), 9)]).toEqual(['unknown', 'unknown'])
  })

  it('has nothing to say of a school that only filled in', () => {
    const { deviations } = deviationsOf(adapted(MODEL), MODEL.policy, side)
    expect(deviations.filter(({ kind }) => kind !== 'kept' && kind !== 'filled')).toEqual([])
  })
})
