import { describe, expect, it } from 'vitest'
import { hashClause, hashPolicy } from '../../src/decide/index.js'
import { clauses, type Policy, plainText } from '../../src/model/index.js'
import { readPolicy, writePolicy } from '../../src/read/index.js'
import { applyPlan, type Edition, openSteps, planUpgrade, type UpgradeDecisions } from '../../src/tailor/index.js'

const front = (version: string) =>
  `---\ntitle: Model\nversion: ${version}\nlang: nl\nparameters:\n  termijn: { type: period, default: 2 dagen }\n---\n\n`
const read = (source: string): Policy => readPolicy(source, 'test.md').value
const edition = (version: string, body: string): Edition => {
  const policy = read(front(version) + body)
  return { version, hash: hashPolicy(policy), policy }
}
const schoolWith = (body: string): Policy => read(`---\ntitle: Protocol\nlang: nl\nextends: bond/model@1.0.0\n---\n\n${body}`)

const NONE: UpgradeDecisions = new Map()
const upgraded = (school: Policy, from: Edition, to: Edition, decisions = NONE, earlier = new Map<string, Policy>()) => {
  const plan = planUpgrade({ school, from, to, earlier, hashOf: hashClause }, decisions)
  return { plan, school: read(writePolicy(applyPlan(plan, decisions, '2026-09-01'))) }
}
const asked = (plan: ReturnType<typeof planUpgrade>) =>
  openSteps(plan).map(({ id, beside }) => (beside ? `${id} naast ${beside.id}` : id))
const idsOf = (policy: Policy) => clauses(policy).map(({ id }) => id)
const said = (policy: Policy, id: string) => {
  const node = clauses(policy).find((clause) => clause.id === id)?.node
  return node && plainText(node)
}

const OLD =
  '1. Wie iets ziet, meldt dat bij de mentor, die binnen {{termijn}} antwoordt. {#melden}\n2. De school bewaart geen foto’s. {#foto}\n'
const NEW =
  '1. Wie iets ziet, meldt dat bij de mentor. {#melden}\n2. De melder hoort binnen {{termijn}} wat ermee gebeurt. {#antwoord}\n3. De school bewaart geen foto’s. {#foto}\n'
const [ONE, TWO] = [edition('1.0.0', OLD), edition('1.1.0', NEW)]
const SAME_DAY = schoolWith(OLD.replace('die binnen {{termijn}} antwoordt', 'die dezelfde dag antwoordt'))

describe('a new provision that speaks of what the school says otherwise', () => {
  it('is asked about beside the clause the template moved it out of, and stays out until somebody decides', () => {
    const { plan, school } = upgraded(SAME_DAY, ONE, TWO)
    expect(asked(plan)).toEqual(['melden', 'antwoord naast melden'])
    expect(idsOf(school)).toEqual(['melden', 'foto'])
    expect(said(school, 'melden')).toBe('Wie iets ziet, meldt dat bij de mentor, die dezelfde dag antwoordt.')
    expect(school.metadata.decisions?.antwoord).toMatchObject({ choice: 'open', from: '1.0.0', to: '1.1.0' })
  })

  it('stays a question until it is decided, is taken over where that is decided, and not asked again where it is not', () => {
    const open = upgraded(SAME_DAY, ONE, TWO, new Map([['melden', { way: 'keep' }]])).school
    const earlier = new Map([['1.0.0', ONE.policy]])
    const again = upgraded(open, TWO, TWO, NONE, earlier)
    expect(openSteps(again.plan).map(({ id }) => id)).toEqual(['antwoord'])
    expect(writePolicy(again.school)).toBe(writePolicy(open))
    const taken = upgraded(open, TWO, TWO, new Map([['antwoord', { way: 'template' }]]), earlier).school
    expect(idsOf(taken)).toEqual(['melden', 'antwoord', 'foto'])
    const kept = upgraded(open, TWO, TWO, new Map([['antwoord', { way: 'keep', why: 'Staat in 1.' }]]), earlier).school
    expect(idsOf(kept)).toEqual(['melden', 'foto'])
    expect(openSteps(upgraded(kept, TWO, TWO, NONE, earlier).plan)).toEqual([])
    const THREE = edition('1.2.0', `${NEW}3. De school meldt een lek. {#lek}\n`)
    expect(openSteps(upgraded(kept, TWO, THREE).plan)).toEqual([])
  })

  it('is taken over where the school did not touch the words that moved, or nothing of it', () => {
    const two = 'Wie iets ziet, zegt dat de mentor. De mentor antwoordt binnen {{termijn}}. {#melden}\n'
    const [from, to] = [
      edition('1.0.0', two),
      edition(
        '1.1.0',
        'Wie iets ziet, zegt dat de mentor. {#melden}\n\nAntwoord komt van de mentor binnen {{termijn}}. {#antwoord}\n',
      ),
    ]
    for (const school of [schoolWith(two), schoolWith(two.replace('zegt dat de mentor', 'vertelt dat zijn ouders'))]) {
      const { plan, school: next } = upgraded(school, from, to)
      expect(openSteps(plan)).toEqual([])
      expect(idsOf(next)).toEqual(['melden', 'antwoord'])
    }
  })

  it('is asked about beside a clause of the school itself that says the same, and not beside one on another matter', () => {
    const chatbot = '3. Leerlingen leveren geen tekst van een chatbot in als eigen werk. {#chatbot}\n'
    const school = schoolWith(
      `${OLD}3. Een tekst die een chatbot schreef, leveren leerlingen niet in als hun werk. {#eigen-chatbot}\n4. De kantine verkoopt geen snoep. {#kantine}\n`,
    )
    const { plan, school: next } = upgraded(school, ONE, edition('1.1.0', OLD + chatbot))
    expect(asked(plan)).toEqual(['chatbot naast eigen-chatbot'])
    expect(idsOf(next)).toEqual(['melden', 'foto', 'eigen-chatbot', 'kantine'])
    const other = upgraded(
      school,
      ONE,
      edition('1.1.0', `${OLD}3. De directie meldt een datalek bij de toezichthouder. {#lek}\n`),
    )
    expect(openSteps(other.plan)).toEqual([])
    expect(idsOf(other.school)).toContain('lek')
  })

  it('is asked about where the school left out what the template had on it', () => {
    const school = schoolWith('1. De school bewaart geen foto’s. {#foto}\n')
    const gone = edition(
      '1.1.0',
      '1. De school bewaart geen foto’s. {#foto}\n2. De mentor antwoordt binnen {{termijn}} op wie hem iets vertelt en schrijft dat op. {#antwoord}\n',
    )
    const { plan, school: next } = upgraded(school, ONE, gone)
    expect(openSteps(plan).map(({ id, beside }) => [id, beside?.id, beside?.isLeftOut])).toEqual([['antwoord', 'melden', true]])
    expect(idsOf(next)).toEqual(['foto'])
  })

  it('takes with it, or leaves out, what stands in it', () => {
    const deep = NEW.replace(' {#antwoord}', ' {#antwoord}\n   - per brief {#brief}\n   - of mondeling {#mondeling}')
    const to = edition('1.1.0', deep)
    const out = upgraded(SAME_DAY, ONE, to)
    expect(asked(out.plan)).toEqual(['melden', 'antwoord naast melden'])
    expect(idsOf(out.school)).toEqual(['melden', 'foto'])
    const taken = upgraded(SAME_DAY, ONE, to, new Map([['antwoord', { way: 'template' }]])).school
    expect(idsOf(taken)).toEqual(['melden', 'antwoord', 'brief', 'mondeling', 'foto'])
  })
})
