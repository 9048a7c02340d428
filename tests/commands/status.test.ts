import { describe, expect, it } from 'vitest'
import { hashPolicy, reviewState } from '../../src/decide/index.js'
import { readPolicy } from '../../src/read/index.js'
import { inMemory } from '../../src/workspace/index.js'
import { clausule } from '../support/cli.js'

const BODY = '# Foto’s {#fotos}\n\nEen medewerker plaatst een foto na toestemming van de ouders. {#toestemming}\n'
const HASH = hashPolicy(readPolicy(`---\ntitle: T\n---\n\n${BODY}`, 'x').value)
const policy = (front: string) => `---\ntitle: T\norganisation: linde\n${front}\n---\n\n${BODY}`
const ROUTE = 'route: [{ body: MR, right: adoption }]'
const approval = (more: string) => `approvals: [{ date: 2026-01-20, body: MR, right: adoption, ${more} }]`

/** The working text, and a release where one is given. */
async function status(working: string, release?: string, ...argv: string[]) {
  const files = inMemory(
    {
      '/w/policies/linde/organisation.yaml': 'name: De Linde\n',
      '/w/policies/linde/t.md': policy(working),
      ...(release === undefined ? {} : { '/w/policies/linde/releases/t@1.0.0.md': policy(`version: 1.0.0\n${release}`) }),
    },
    { today: '2026-03-02' },
  )
  const { code, out, err } = await clausule('/w', ['status', '--json', ...argv], { files })
  const data = JSON.parse(out)
  expect(data.messages.length > 0).toBe(err !== '')
  return { code, rules: data.messages.map(({ rule }: { rule: string }) => rule), ...data.policies[0] }
}

const PROPOSED = `version: 1.1.0\nstatus: proposed\nproposed: { date: 2026-02-01, text: ${HASH} }\n${ROUTE}`

describe('what is known of a policy', () => {
  it.each([
    ['a draft', 'version: 0.1.0', undefined, { kind: 'draft' }],
    ['a proposal without its hash', 'version: 0.1.0\nstatus: proposed', undefined, { kind: 'unproved', says: 'proposed' }],
    ['a proposal', PROPOSED, undefined, { kind: 'waiting', body: 'MR', right: 'adoption', since: '2026-02-01' }],
    [
      'a proposal whose words changed',
      PROPOSED.replace(HASH, `sha256:${'0'.repeat(64)}`),
      undefined,
      { kind: 'changed', since: '2026-02-01', decided: [] },
    ],
    ['one that all decided on', `${PROPOSED}\n${approval(`text: ${HASH}`)}`, undefined, { kind: 'complete' }],
    [
      'one that says it is adopted',
      `version: 1.0.0\nstatus: adopted\n${approval('name: A')}`,
      undefined,
      { kind: 'unproved', says: 'adopted' },
    ],
    [
      'one that was withdrawn',
      'version: 1.1.0\nstatus: withdrawn\nwithdrawn: 2026-02-02',
      undefined,
      { kind: 'withdrawn', date: '2026-02-02', unreleased: true },
    ],
  ])('of %s', async (_, working, release, standing) => {
    expect((await status(working, release)).standing).toEqual(standing)
  })

  it('what is in force is proved by decisions on its words, and said not to be where they are bound to none', async () => {
    const decided = approval(`decision: positive, text: ${HASH}`)
    const draft = 'version: 1.1.0'
    expect(await status(draft, `status: adopted\n${ROUTE}\n${decided}`)).toMatchObject({
      standing: { kind: 'adopted', version: '1.0.0' },
      inForce: { version: '1.0.0', since: '2026-01-20', proved: true },
    })
    expect(await status(draft, `status: adopted\n${ROUTE}\n${approval('decision: positive')}`)).toMatchObject({
      standing: { kind: 'unchanged', version: '1.0.0' },
      inForce: { proved: false },
    })
    // A table without anybody in it proves nothing.
    expect(await status(draft, 'status: adopted')).toMatchObject({ standing: { kind: 'unchanged' }, inForce: { proved: false } })
    expect(await status('version: 1.1.0\nstatus: withdrawn', `status: adopted\n${decided}`)).toMatchObject({ inForce: null })
  })

  it('a release is in force from its day on, and before that day the one before it', async () => {
    const decided = approval(`decision: positive, text: ${HASH}`)
    const adopted = (version: string, more: string) =>
      policy(`version: ${version}\nstatus: adopted\n${ROUTE}\n${decided}\n${more}`)
    const files = inMemory(
      {
        '/w/policies/linde/organisation.yaml': 'name: De Linde\n',
        '/w/policies/linde/t.md': policy('version: 1.2.0'),
        '/w/policies/linde/releases/t@1.0.0.md': adopted('1.0.0', 'effective: 2026-02-01'),
        '/w/policies/linde/releases/t@1.1.0.md': adopted('1.1.0', 'effective: 2026-08-01'),
      },
      { today: '2026-03-02' },
    )
    const { out } = await clausule('/w', ['status', '--json'], { files })
    expect(JSON.parse(out).policies[0]).toMatchObject({
      inForce: { version: '1.0.0', since: '2026-02-01', decided: '2026-01-20', proved: true },
      coming: { version: '1.1.0', since: '2026-08-01', proved: true },
    })
    expect((await clausule('/w', ['status'], { files })).out).toContain('1.0.0, since 1 February 2026; 1.1.0, from 1 August 2026')
    // What was given effect from before it was decided on is not told as if it had applied all the while.
    files.write('/w', [{ path: '/w/policies/linde/releases/t@1.0.0.md', bytes: adopted('1.0.0', 'effective: 2025-08-01') }])
    for (const [lang, said] of [
      ['en', '1.0.0, since 1 August 2025, though decided on only on 20 January 2026; 1.1.0'],
      ['nl', '1.0.0, sinds 1 augustus 2025, terwijl er pas op 20 januari 2026 over is besloten; 1.1.0'],
    ] as const)
      expect((await clausule('/w', ['status', '--lang', lang], { files })).out).toContain(said)
  })

  it.each([
    ['nl', 'nog niets; 1.0.0, vanaf 1 augustus 2026'],
    ['en', 'nothing yet; 1.0.0, from 1 August 2026'],
  ])('a first release is released before its day, and not in force: in %s', async (lang, said) => {
    const files = inMemory(
      {
        '/w/policies/linde/organisation.yaml': 'name: De Linde\n',
        '/w/policies/linde/t.md': policy('version: 1.1.0'),
        '/w/policies/linde/releases/t@1.0.0.md': policy(
          `version: 1.0.0\nstatus: adopted\n${ROUTE}\n${approval(`decision: positive, text: ${HASH}`)}\neffective: 2026-08-01`,
        ),
      },
      { today: '2026-03-02' },
    )
    expect((await clausule('/w', ['status', '--lang', lang], { files })).out).toContain(said)
  })

  it('a release whose route asked an advice that nobody gave is not proved', async () => {
    const route = 'route: [{ body: GMR, right: advice }, { body: MR, right: adoption }]'
    const decided = approval(`decision: positive, text: ${HASH}`)
    expect(await status('version: 1.1.0', `status: adopted\n${route}\n${decided}`)).toMatchObject({ inForce: { proved: false } })
  })

  it('a release whose file is not the one the next text names is not proved', async () => {
    const decided = approval(`decision: positive, text: ${HASH}`)
    const named = `version: 1.1.0\npredecessor: { version: 1.0.0, hash: ${HASH}, file: sha256:${'0'.repeat(64)} }`
    expect(await status(named, `status: adopted\n${ROUTE}\n${decided}`)).toMatchObject({
      code: 1,
      rules: ['release/touched'],
      standing: { kind: 'unchanged', version: '1.0.0' },
      inForce: { proved: false },
    })
  })

  it('a review that passed, or words that are not proved, fail a check; a draft does not', async () => {
    expect(await status('version: 0.1.0', undefined, '--check')).toMatchObject({ code: 0 })
    expect(await status('version: 0.1.0\nreview: 2026-03-01', undefined, '--check')).toMatchObject({
      code: 1,
      review: { date: '2026-03-01', state: 'passed' },
    })
    expect(await status('version: 0.1.0\nstatus: proposed', undefined, '--check')).toMatchObject({ code: 1 })
  })

  it('is not what is in force, where the working text says that a later one was adopted and none was released', async () => {
    const later = 'Een medewerker plaatst geen foto. {#toestemming}'
    const files = (effective: string) =>
      inMemory(
        {
          '/w/policies/linde/organisation.yaml': 'name: De Linde\n',
          '/w/policies/linde/t.md': policy(`version: 3.0.0\nstatus: adopted\neffective: ${effective}`).replace(
            /Een mede.*/,
            later,
          ),
          '/w/policies/linde/releases/t@2.1.0.md': policy('version: 2.1.0\nstatus: adopted\neffective: 2025-04-01'),
        },
        { today: '2026-04-01' },
      )
    const told = async (effective: string) => {
      const [text, json] = await Promise.all([
        clausule('/w', ['status'], { files: files(effective) }),
        clausule('/w', ['status', '--json'], { files: files(effective) }),
      ])
      return { text: text.out.replaceAll(/\s+/g, ' '), ...JSON.parse(json.out).policies[0] }
    }
    const claimed = await told('2026-04-01')
    expect(claimed).toMatchObject({ inForce: null, claimed: { version: '3.0.0', since: '2026-04-01', released: '2.1.0' } })
    expect(claimed.text).toContain('1 policy needs somebody: 1 of which it is not known what is in force.')
    expect(claimed.text).toContain('release --unproved')
    expect(claimed.text).not.toContain('since 1 April 2025')
    // Until its day the last release applies, whoever adopted the later.
    expect(await told('2026-04-02')).toMatchObject({ inForce: { version: '2.1.0' }, claimed: null })
  })

  it('a policy that waits for a body is counted as waiting, and none as in need', async () => {
    const told = async (...workings: string[]) => {
      const own = workings.map((working, i) => [`/w/policies/linde/t${i}.md`, policy(working)])
      const files = inMemory(
        { '/w/policies/linde/organisation.yaml': 'name: De Linde\n', ...Object.fromEntries(own) },
        { today: '2026-03-02' },
      )
      return (await clausule('/w', ['status'], { files })).out
    }
    const waits = '1 policy waits for the decision of a body.'
    expect(await told('version: 0.1.0')).toContain('0 policies need somebody.')
    expect(await told(PROPOSED)).toContain(waits)
    expect(await told(PROPOSED)).not.toContain('need somebody')
    expect(await told(PROPOSED, 'version: 0.1.0\nstatus: proposed')).toContain(
      `1 policy needs somebody: 1 of which nothing proves what the text says of itself. ${waits}`,
    )
  })

  it('what is in force and not proved fails a check, whatever the working text is', async () => {
    const draft = BODY.replace('na toestemming', 'na schriftelijke toestemming')
    const files = (decided: string) =>
      inMemory(
        {
          '/w/policies/linde/organisation.yaml': 'name: De Linde\n',
          '/w/policies/linde/t.md': `---\ntitle: T\norganisation: linde\nversion: 1.1.0\n---\n\n${draft}`,
          '/w/policies/linde/releases/t@1.0.0.md': policy(`version: 1.0.0\nstatus: adopted\n${ROUTE}\n${approval(decided)}`),
        },
        { today: '2026-03-02' },
      )
    const check = async (decided: string) => (await clausule('/w', ['status', '--check'], { files: files(decided) })).code
    expect(await check(`decision: positive, text: ${HASH}`)).toBe(0)
    expect(await check('decision: positive')).toBe(1)
  })

  it('a template edition behind is shown, and a clause nobody decided on fails a check', async () => {
    const template = (version: string) =>
      `---\ntitle: S\nversion: ${version}\nstatus: adopted\nlang: en\n---\n\n# A {#a}\n\nThe school asks. {#b}\n`
    const pinned = (version: string) => hashPolicy(readPolicy(template(version), 'x').value)
    const school = (version: string, more = '') =>
      `---\ntitle: T\norganisation: linde\nversion: 0.1.0\nlang: en\nextends: { template: bond/t, version: ${version}, hash: "${pinned(version)}" }\n${more}---\n\n# A {#a}\n\nThe school asks. {#b}\n`
    const open = `decisions: { b: { choice: open, from: 1.0.0, to: 1.1.0, provision: "${HASH}" } }\n`
    const run = async (text: string, ...argv: string[]) => {
      const files = inMemory(
        {
          '/w/policies/linde/organisation.yaml': 'name: De Linde\n',
          '/w/policies/linde/t.md': text,
          '/w/templates/bond/organisation.yaml': 'name: De Bond\nkind: sector\n',
          '/w/templates/bond/t.md': template('1.2.0').replace('adopted', 'draft'),
          '/w/templates/bond/releases/t@1.0.0.md': template('1.0.0'),
          '/w/templates/bond/releases/t@1.1.0.md': template('1.1.0'),
        },
        { today: '2026-03-02' },
      )
      return clausule('/w', ['status', ...argv], { files })
    }
    const first = async (text: string) => JSON.parse((await run(text, '--json')).out).policies[0]
    const name = 'bond/t'
    expect(await first(school('1.0.0'))).toMatchObject({
      template: { name, version: '1.0.0', latest: '1.1.0', behind: true },
      undecided: [],
    })
    expect(await first(school('1.1.0'))).toMatchObject({ template: { latest: '1.1.0', behind: false } })
    expect(await first('---\ntitle: T\norganisation: linde\n---\n\n# A {#a}\n')).toMatchObject({ template: null, undecided: [] })
    const behind = await run(school('1.0.0'), '--check')
    expect([behind.code, behind.out]).toEqual([0, expect.stringContaining('bond/t 1.0.0; there is a later edition, 1.1.0')])
    const undecided = await run(school('1.1.0', open), '--check', '--format', 'markdown')
    expect([undecided.code, undecided.out]).toEqual([1, expect.stringMatching(/To be decided \|\n[\s\S]*\| b \|/)])
  })

  it('a review is near from ninety days before', () => {
    expect(['2026-03-01', '2026-03-02', '2026-05-31', '2026-06-01'].map((day) => reviewState(day, '2026-03-02'))).toEqual([
      'passed',
      'near',
      'near',
      'later',
    ])
  })
})
