import { describe, expect, it } from 'vitest'
import {
  type Dossier,
  hashFile,
  hashPolicy,
  isProved,
  isSameBody,
  propose,
  type Reported,
  record,
  release,
  standingOf,
  withdraw,
} from '../../src/decide/index.js'
import type { Result } from '../../src/model/index.js'
import { editSource, readPolicy, type YamlEdit } from '../../src/read/index.js'

const TEXT = `---
title: Protocol telefoons
organisation: linde
version: 1.1.0
status: draft
# Wie besluiten, staat in het medezeggenschapsreglement.
route:
  - { body: Team, right: advice }
  - { body: MR, right: consent }
  - { body: Bestuur, right: adoption }
---

# Toestemming {#toestemming}

1. Ouders geven toestemming voordat een foto wordt geplaatst. {#foto}
`

/** A working text that goes its way, step by step, as files do. */
class Course {
  releases: Dossier['releases'] = []
  constructor(
    public text = TEXT,
    public today = '2026-03-02',
  ) {}

  get dossier(): Dossier {
    const organisation = { name: 'De Linde', bodies: [{ name: 'Bestuur', short: 'CvB' }] }
    return { policy: readPolicy(this.text, 'telefoons.md').value, releases: this.releases, today: this.today, organisation }
  }

  /** Takes a step; gives the form of the refusal where it is refused. */
  take({ value, messages }: Result<{ readonly edits: readonly YamlEdit[] } | undefined>): string {
    if (!value) return messages.map(({ form }) => form).join()
    this.text = editSource(this.text, value.edits) ?? ''
    return 'done'
  }

  propose(harmless?: boolean, version?: string): string {
    const asked = { ...(harmless === undefined ? {} : { harmless }), ...(version === undefined ? {} : { version }) }
    return this.take(propose(this.dossier, asked))
  }

  decide(body: string, decision: Reported['decision'] = 'positive', more: Partial<Reported> = {}): string {
    return this.take(record(this.dossier, { body, decision, date: this.today, ...more }))
  }

  release(): string {
    const { value, messages } = release(this.dossier)
    if (!value) return messages.map(({ form }) => form).join()
    const frozen = editSource(this.text, value.frozen) ?? ''
    this.releases = [...this.releases, { version: value.version, policy: readPolicy(frozen, 'x.md').value }]
    this.text = editSource(this.text, value.next(hashFile(frozen))) ?? ''
    return 'done'
  }

  get standing() {
    return standingOf(this.dossier)
  }

  rewrite(from: string, to: string): void {
    expect(this.text).toContain(from)
    this.text = this.text.replace(from, to)
  }
}

const proposed = (): Course => {
  const course = new Course()
  expect(course.propose()).toBe('done')
  return course
}

describe('what nobody adopted', () => {
  it('is not put forward where the route names nobody who adopts, and not released', () => {
    const course = new Course()
    course.rewrite('  - { body: Bestuur, right: adoption }\n', '')
    expect(course.propose()).toBe('propose-no-adoption')
    const shortened = proposed()
    shortened.rewrite('  - { body: Bestuur, right: adoption }\n', '')
    for (const body of ['Team', 'MR']) expect(shortened.decide(body)).toBe('done')
    expect(shortened.release()).toBe('propose-no-adoption')
    expect(shortened.standing).toEqual({ kind: 'unproved', says: 'proposed' })
  })

  it('is not proved adopted where it is frozen all the same', () => {
    const course = proposed()
    for (const body of ['Team', 'MR', 'Bestuur']) expect(course.decide(body)).toBe('done')
    expect(course.release()).toBe('done')
    const [release] = course.releases
    if (!release) throw new Error('no release')
    expect(isProved(release)).toBe(true)
    const { metadata } = release.policy
    const approvals = metadata.approvals?.map((approval) => ({
      ...approval,
      right: approval.right === 'adoption' ? ('approval' as const) : approval.right,
    }))
    const route = metadata.route?.map((step) => ({
      ...step,
      right: step.right === 'adoption' ? ('approval' as const) : step.right,
    }))
    const policy = { ...release.policy, metadata: { ...metadata, approvals, route } as typeof metadata }
    expect(isProved({ ...release, policy })).toBe(false)
  })
})

describe('what was decided on with the words', () => {
  const decided = (): Course => {
    const course = proposed()
    for (const body of ['Team', 'MR', 'Bestuur']) expect(course.decide(body)).toBe('done')
    return course
  }

  it('is its version: another one is put forward again, and everybody asked anew', () => {
    const course = decided()
    course.rewrite('version: 1.1.0\nstatus', 'version: 2.0.0\nstatus')
    expect(course.release()).toBe('release-other-version')
    expect(course.propose()).toBe('done')
    expect(course.standing).toMatchObject({ kind: 'waiting', body: 'Team' })
    for (const body of ['Team', 'MR', 'Bestuur']) expect(course.decide(body)).toBe('done')
    expect(course.release()).toBe('done')
  })

  it('is the day it takes effect, where that was set', () => {
    const course = new Course(TEXT.replace('status: draft', 'status: draft\neffective: 2026-08-01'))
    expect(course.propose()).toBe('done')
    for (const body of ['Team', 'MR', 'Bestuur']) expect(course.decide(body)).toBe('done')
    course.rewrite('effective: 2026-08-01\n', 'effective: 2026-01-01\n')
    expect(course.release()).toBe('release-other-effective')
    course.rewrite('effective: 2026-01-01\n', 'effective: 2026-08-01\n')
    expect(course.release()).toBe('done')
  })

  it('is the day of its review, where that was set: it may be filled in, and not moved', () => {
    const course = new Course(TEXT.replace('status: draft', 'status: draft\nreview: 2027-03-01'))
    course.propose()
    for (const body of ['Team', 'MR', 'CvB']) expect(course.decide(body)).toBe('done')
    const moved = new Course(course.text.replace('status: proposed\nreview: 2027-03-01', 'status: proposed\nreview: 2030-03-01'))
    expect(moved.text).not.toBe(course.text)
    expect(moved.release()).toBe('release-other-review')
    expect(moved.standing.kind).toBe('waiting')
    expect(course.release()).toBe('done')
    const open = new Course()
    open.propose()
    for (const body of ['Team', 'MR', 'CvB']) expect(open.decide(body)).toBe('done')
    open.text = open.text.replace('status: proposed', 'status: proposed\nreview: 2030-03-01')
    expect(open.release()).toBe('done')
  })

  it('waits since it was put forward again, and counts no decision of a day to come', () => {
    const course = new Course()
    course.propose()
    course.decide('Team')
    const first = course.text
    course.today = '2026-03-09'
    course.text = course.text.replace('voordat', 'nadat')
    course.propose()
    course.text = first.replace('date: 2026-03-02\n  text', 'date: 2026-03-12\n  text')
    expect(course.text).not.toBe(first)
    expect(course.standing).toEqual({ kind: 'waiting', body: 'MR', right: 'consent', since: '2026-03-12' })
    course.text = first
    for (const body of ['MR', 'CvB']) course.decide(body)
    expect(course.standing.kind).toBe('complete')
    course.text = course.text.replaceAll('date: 2026-03-09', 'date: 2026-12-09')
    expect(course.standing).toEqual({ kind: 'waiting', body: 'MR', right: 'consent', since: '2026-03-02' })
  })

  it('is no day that was open: it is filled in, no earlier than the last decision', () => {
    const course = decided()
    course.rewrite('status: proposed', 'status: proposed\neffective: 2026-03-01')
    expect(course.release()).toBe('release-early')
    course.rewrite('effective: 2026-03-01', 'effective: 2026-03-02')
    expect(course.release()).toBe('done')
  })
})

describe('the route', () => {
  it('is gone step by step, and ends in a release and the next draft', () => {
    const course = new Course()
    expect(course.standing).toEqual({ kind: 'draft' })
    expect(course.propose()).toBe('done')
    expect(course.standing).toEqual({ kind: 'waiting', body: 'Team', right: 'advice', since: '2026-03-02' })
    course.today = '2026-03-09'
    expect(course.decide('team')).toBe('done')
    expect(course.standing).toEqual({ kind: 'waiting', body: 'MR', right: 'consent', since: '2026-03-09' })
    expect(course.decide('MR', 'positive', { name: 'A. de Wit' })).toBe('done')
    expect(course.release()).toBe('release-pending')
    expect(course.decide('CvB')).toBe('done')
    expect(course.standing).toEqual({ kind: 'complete' })
    expect(course.release()).toBe('done')

    const [first] = course.releases
    expect(first?.version).toBe('1.1.0')
    expect(first?.policy.metadata.status).toBe('adopted')
    expect(first?.policy.metadata.approvals?.map(({ body, text }) => [body, text === hashPolicy(first.policy)])).toEqual([
      ['Team', true],
      ['MR', true],
      ['Bestuur', true],
    ])
    const { metadata } = course.dossier.policy
    expect(metadata).toMatchObject({ version: '1.2.0', status: 'draft', history: [{ version: '1.1.0', date: '2026-03-09' }] })
    expect(metadata.predecessor).toMatchObject({ version: '1.1.0', hash: first && hashPolicy(first.policy) })
    expect([metadata.approvals, metadata.proposed]).toEqual([undefined, undefined])
    // What a person wrote between the keys stays.
    expect(course.text).toContain('# Wie besluiten, staat in het medezeggenschapsreglement.')
    expect(course.standing).toEqual({ kind: 'adopted', version: '1.1.0', draft: true })
  })

  it('advises a patch where every change is harmless, else the next minor version', () => {
    const course = proposed()
    for (const body of ['Team', 'MR', 'Bestuur']) course.decide(body)
    course.release()
    course.text = course.text.replace('version: 1.2.0', 'version: 1.1.1')
    expect(course.propose()).toBe('propose-same-words')
    course.rewrite('Ouders', 'De ouders')
    expect(propose(course.dossier, { harmless: true }).value).toMatchObject({ version: '1.1.1' })
    expect(propose(course.dossier, { harmless: false }).value).toMatchObject({ version: '1.2.0' })
    expect(propose(course.dossier, { harmless: false, version: '2.0.0' }).value).toMatchObject({
      version: '2.0.0',
      advised: '1.2.0',
    })
    expect(course.propose(false, '1.1.0')).toBe('propose-version')
  })

  it('is the organisation’s where the policy has none, and is asked for where neither has', () => {
    const text = TEXT.replace(/route:[\s\S]*?(?=---\n\n)/, '')
    const course = new Course(text)
    expect(course.propose()).toBe('propose-no-route')
    const organisation = { name: 'De Linde', route: [{ body: 'Bestuur', right: 'adoption' as const }] }
    expect(course.take(propose({ ...course.dossier, organisation }, {}))).toBe('done')
    expect(course.dossier.policy.metadata.route).toEqual(organisation.route)
  })
})

describe('a decision', () => {
  it('is on the words that were proposed, and on no others', () => {
    const draft = new Course()
    expect(draft.decide('Team')).toBe('decide-not-proposed')
    const course = proposed()
    course.decide('Team')
    course.rewrite('Ouders', 'Ouders of verzorgers')
    expect(course.decide('MR')).toBe('decide-changed')
    expect(course.release()).toBe('release-changed')
    expect(course.standing).toEqual({ kind: 'changed', since: '2026-03-02', decided: ['Team'] })
    // Proposed again, the earlier one stays on record, and is asked anew.
    course.today = '2026-04-01'
    expect(course.propose()).toBe('done')
    expect(course.standing).toEqual({ kind: 'waiting', body: 'Team', right: 'advice', since: '2026-04-01' })
    for (const body of ['Team', 'MR', 'Bestuur']) expect(course.decide(body)).toBe('done')
    expect(course.dossier.policy.metadata.approvals).toHaveLength(4)
    expect(course.standing).toEqual({ kind: 'complete' })
    expect(course.release()).toBe('done')
  })

  it('has its turn, unless a reason is given that is kept', () => {
    const course = proposed()
    expect(course.decide('MR')).toBe('decide-order')
    expect(course.decide('MR', 'positive', { forced: 'Het team vergadert een week later.' })).toBe('done')
    expect(course.dossier.policy.metadata.approvals?.[0]).toMatchObject({ forced: 'Het team vergadert een week later.' })
    expect(course.release()).toBe('release-pending')
    expect(course.decide('MR')).toBe('decide-already')
  })

  it('has a day: not before the proposal or the decision before it, and not in the future', () => {
    const course = proposed()
    expect(course.decide('Team', 'positive', { date: '2026-03-01' })).toBe('decide-before-proposal')
    expect(course.decide('Team', 'positive', { date: '2026-03-03' })).toBe('decide-future')
    course.today = '2026-03-20'
    expect(course.decide('Team')).toBe('done')
    expect(course.decide('MR', 'positive', { date: '2026-03-10' })).toBe('decide-before-other')
  })

  it('is by a body of the route, with the right it has there', () => {
    const course = proposed()
    expect(course.decide('GMR')).toBe('decide-body')
    expect(course.decide('Team', 'positive', { right: 'consent' })).toBe('decide-right')
  })

  it('against ends the route, but advice may be against', () => {
    const course = proposed()
    expect(course.decide('Team', 'negative')).toBe('done')
    expect(course.decide('MR', 'negative')).toBe('done')
    expect(course.standing).toEqual({ kind: 'refused', body: 'MR', date: '2026-03-02' })
    expect(course.decide('Bestuur')).toBe('decide-refused')
    expect(course.release()).toBe('release-negative')
  })

  it('that asks for changes carries no release', () => {
    const course = proposed()
    course.decide('Team')
    course.decide('MR', 'amended')
    course.decide('Bestuur')
    expect(course.release()).toBe('release-amended')
    expect(course.standing).toMatchObject({ kind: 'amended', body: 'MR' })
  })
})

describe('a release', () => {
  it('is made of a text that came in as adopted, whose decisions are bound to no words, where somebody says that it may be', () => {
    const course = new Course(
      TEXT.replace('draft', 'adopted').replace('---\n\n', 'approvals:\n  - { body: MR, date: 2024-01-09 }\n---\n\n'),
    )
    expect(course.standing).toEqual({ kind: 'unproved', says: 'adopted' })
    expect(course.release()).toBe('release-unproved')
    expect(release(course.dossier, { unproved: true }).value).toMatchObject({ version: '1.1.0', unbound: ['MR'] })
    const nobody = new Course(TEXT.replace('draft', 'adopted').replace(/route:[\s\S]*?(?=---\n\n)/, ''))
    expect(nobody.release()).toBe('release-undecided')
  })

  it('is never made twice', () => {
    const course = proposed()
    for (const body of ['Team', 'MR', 'Bestuur']) course.decide(body)
    const before = course.text
    course.release()
    course.text = before
    expect(course.release()).toBe('release-there')
  })

  it('can be withdrawn when nothing else is under way', () => {
    const course = proposed()
    expect(course.take(withdraw(course.dossier, '2026-03-02'))).toBe('withdraw-no-release')
    for (const body of ['Team', 'MR', 'Bestuur']) course.decide(body)
    course.release()
    course.rewrite('Ouders', 'De ouders')
    expect(course.take(withdraw(course.dossier, '2026-03-02'))).toBe('withdraw-open')
    course.rewrite('De ouders', 'Ouders')
    expect(course.take(withdraw(course.dossier, '2027-01-01'))).toBe('decide-future')
    expect(course.take(withdraw(course.dossier, '2026-03-02'))).toBe('done')
    expect(course.standing).toEqual({ kind: 'withdrawn', date: '2026-03-02' })
    expect(course.take(withdraw(course.dossier, '2026-03-02'))).toBe('withdraw-already')
  })
})

describe('a body with a short name', () => {
  const organisation = { name: 'De Linde', bodies: [{ name: 'medezeggenschapsraad', short: 'MR' }, { name: 'bestuur' }] }

  it.each([
    ['MR', 'medezeggenschapsraad', true],
    ['Medezeggenschapsraad', 'mr', true],
    ['mr', 'MR ', true],
    ['MR', 'bestuur', false],
    ['bestuur', 'Bestuur', true],
    ['GMR', 'MR', false],
  ])('%s and %s', (one, other, same) => {
    expect(isSameBody(one, other, organisation)).toBe(same)
  })
})
