import { describe, expect, it } from 'vitest'
import { hashPolicy, type Surroundings, verifyPolicy } from '../../src/decide/index.js'
import type { Policy } from '../../src/model/index.js'
import { clausule } from '../support/cli.js'
import { policy } from '../support/policy.js'
import { workspace } from '../support/workspace.js'

const BODY = `# Toestemming {#toestemming}

1. Ouders geven toestemming voordat een foto wordt geplaatst. {#foto}
2. Leerlingen bewaren hun telefoon tijdens lessen in de kluis. {#kluis}
`
const made = (front: string, body = BODY): Policy => policy(body, `title: Protocol\norganisation: linde\n${front}`)
const release = (version: string, body = BODY) => ({ version, policy: made(`version: ${version}\nstatus: adopted`, body) })

/** What is found, as the line it stands on and the rule with its form. */
const found = (next: Policy, around: Partial<Surroundings> = {}): string[] =>
  verifyPolicy(next, {
    origin: 'working',
    name: 'linde/media',
    fileOf: (version) => `policies/linde/releases/media@${version}.md`,
    releases: [],
    ...around,
  }).map(({ rule, form, place }) => `${place?.line} ${rule}${form === undefined ? '' : `.${form}`}`)

const ROUTE = 'route:\n  - { body: MR, right: consent }\n  - { body: Bestuur, right: adoption }\n'

describe('adopted', () => {
  it('is no policy that nobody decided on', () => {
    expect(found(made('status: adopted'))).toEqual(['4 decision/missing.none'])
    expect(found(made('status: proposed'))).toEqual(['4 proposal/changed.typed'])
  })

  it('is a policy with every decision its route asks', () => {
    const mr = '  - { body: MR, right: consent, decision: positive }\n'
    const board = '  - { body: Bestuur, right: adoption }\n'
    expect(found(made(`status: adopted\n${ROUTE}approvals:\n${mr}`))).toEqual(['7 decision/missing.pending'])
    expect(found(made(`status: adopted\n${ROUTE}approvals:\n${mr}${board}`))).toEqual([])
    expect(found(made(`status: adopted\n${ROUTE}approvals: []`))).toEqual([
      '6 decision/missing.pending',
      '7 decision/missing.pending',
    ])
    const against = mr.replace('positive', 'negative')
    expect(found(made(`status: adopted\n${ROUTE}approvals:\n${against}${board}`))).toEqual(['9 decision/missing.negative'])
  })

  it('is no policy whose decisions name no words, where decisions on it are recorded', () => {
    const typed = made(
      'status: adopted\nversion: 1.1.0\napprovals:\n  - { body: Bestuur, right: adoption }',
      BODY.replace('foto', 'film'),
    )
    const former = (more: string) => ({
      version: '1.0.0',
      policy: made(`version: 1.0.0\nstatus: adopted\napprovals:\n  - ${more}`),
    })
    expect(found(typed, { releases: [former('{ body: Bestuur, right: adoption }')] })).toEqual([])
    const bound = former(`{ body: Bestuur, right: adoption, text: "${hashPolicy(made(''))}" }`)
    expect(found(typed, { releases: [bound] })).toEqual(['7 decision/unbound.recorded'])
  })

  it('may be a policy that somebody advised against', () => {
    const [advice, board] = ['body: MR, right: advice', 'body: Bestuur, right: adoption']
    const route = `route: [{ ${advice} }, { ${board} }]\napprovals: [{ ${advice}, decision: negative }, { ${board} }]`
    expect(found(made(`status: adopted\n${route}`))).toEqual([])
  })

  it('is no policy that nobody adopts: others advise, consent and approve', () => {
    const consent = '{ body: MR, right: consent }'
    expect(found(made(`status: adopted\nroute: [${consent}]\napprovals: [${consent}]`))).toEqual(['5 decision/missing.adoption'])
    // Of a decision that came in without its right it is not known.
    expect(found(made('status: adopted\napprovals: [{ body: MR, date: 2020-01-01 }]'))).toEqual([])
  })

  it('is what its release says', () => {
    const approved = 'status: adopted\napprovals: [{ body: Bestuur, right: adoption }]\nversion: 1.0.0'
    expect(found(made(approved), { releases: [release('1.0.0')] })).toEqual([])
    const changed = BODY.replace('Ouders geven', 'Ouders of verzorgers geven')
    expect(found(made(approved, changed), { releases: [release('1.0.0')] })).toEqual(['6 release/differs'])
  })
})

describe('a decision', () => {
  it('holds for the words it was taken on', () => {
    const own = hashPolicy(made('version: 1.0.0'))
    const approved = (hash: string) => made(`version: 1.0.0\napprovals:\n  - { body: MR, right: consent, text: "${hash}" }`)
    expect(found(approved(own))).toEqual([])
    const other = hashPolicy(made('version: 1.0.0', BODY.replace('foto', 'film')))
    expect(found(approved(other))).toEqual(['6 decision/other-words.words'])
    expect(found(approved(other), { origin: 'release' })).toEqual(['6 decision/other-words.words'])
  })

  it('is asked of a body that the organisation has', () => {
    const organisation = { name: 'De Linde', bodies: [{ name: 'Medezeggenschapsraad', short: 'mr' }, { name: 'Bestuur' }] }
    const next = made(`route:\n  - { body: MR, right: consent }\n  - { body: Directie, right: adoption }`)
    expect(found(next, { organisation })).toEqual(['6 route/unknown-body'])
    expect(found(next, { organisation: { name: 'De Linde' } })).toEqual([])
  })
})

describe('a version', () => {
  const changed = BODY.replace('Ouders geven', 'Ouders of verzorgers geven')

  it.each([
    ['1.1.0', []],
    ['1.0.0', ['4 version/not-higher']],
    ['0.9.0', ['4 version/not-higher']],
    ['0.8.0', ['4 version/not-higher']],
  ])('of a changed text is higher than its releases: %s', (version, expected) => {
    const releases = [release('0.9.0'), release('1.0.0')]
    expect(found(made(`version: ${version}`, changed), { releases })).toEqual(expected)
  })

  it('goes on from a release that holds what it names', () => {
    const releases = [release('1.0.0')]
    const next = (hash: string, version = '1.0.0') =>
      made(`version: 1.1.0\npredecessor: { version: ${version}, hash: "${hash}" }`, changed)
    expect(found(next(hashPolicy(made(''))), { releases })).toEqual([])
    expect(found(next(`sha256:${'0'.repeat(64)}`), { releases })).toEqual(['5 release/changed'])
    expect(found(next(`sha256:${'0'.repeat(64)}`, '0.5.0'), { releases })).toEqual(['5 release/missing.absent'])
  })
})

describe('an id', () => {
  const releases = [release('1.0.0')]
  const next = (body: string) => found(made('version: 1.1.0', body), { releases })

  it('stays with its clause, however it is rewritten', () => {
    expect(next(BODY.replace('Ouders geven toestemming', 'De school vraagt ouders om toestemming'))).toEqual([])
    expect(next(BODY.replace('Ouders geven toestemming voordat een foto wordt geplaatst.', 'Foto mag.'))).toEqual([])
  })

  it('is not given to another clause', () => {
    const other = 'Medewerkers melden een datalek binnen een dag bij het bestuur.'
    expect(next(BODY.replace('Ouders geven toestemming voordat een foto wordt geplaatst.', other))).toEqual(['9 id/reused.other'])
    const moved = `${BODY.replace('Ouders geven toestemming voordat een foto wordt geplaatst.', other)}3. Ouders geven toestemming voordat een foto wordt geplaatst. {#nieuw}\n`
    expect(next(moved)).toEqual(['9 id/reused.moved'])
    const telling = BODY.replace(
      'Ouders geven toestemming voordat een foto wordt geplaatst.',
      'Ouders melden een storing in de kluis.',
    )
    const alike = `${telling}3. Ouders geven toestemming voordat een foto wordt geplaatst. {#nieuw}\n`
    expect(next(alike)).toEqual(['9 id/reused.moved'])
    const exchanged = BODY.replace('{#foto}', '{#x}').replace('{#kluis}', '{#foto}').replace('{#x}', '{#kluis}')
    expect(next(exchanged)).toEqual(['9 id/reused.moved', '10 id/reused.moved'])
  })

  it('stays with a clause that was reworded, though a new one says what it said', () => {
    const reworded = BODY.replace('Ouders geven toestemming voordat', 'Ouders geven schriftelijk toestemming voordat')
    const next = (body: string) => found(made('version: 1.1.0', body), { releases: [release('1.0.0')] })
    expect(next(`${reworded}3. Ouders geven toestemming voordat een foto wordt geplaatst. {#nieuw}\n`)).toEqual([])
  })

  it('is that of the release where a clause says the same under another, unless the text says so', () => {
    const renamed = BODY.replace('{#foto}', '{#beeld}')
    expect(next(renamed)).toEqual(['9 id/renamed'])
    expect(found(made('version: 1.1.0\nrenamed: { beeld: foto }', renamed), { releases })).toEqual([])
    expect(next(BODY.replace(/^1\..*\n/m, '1. Medewerkers melden een datalek dezelfde dag. {#datalek}\n'))).toEqual([])
  })

  it('does not come back when it was gone', () => {
    const without = BODY.replace(/^2\..*\n/m, '')
    const around = { releases: [release('1.0.0'), release('1.1.0', without)] }
    expect(found(made('version: 1.2.0', without), around)).toEqual([])
    expect(found(made('version: 1.2.0'), around)).toEqual(['10 id/reused.returned'])
  })
})

describe('a template', () => {
  const locked = policy(BODY.replace('{#foto}', '{#foto .locked}'), 'title: Model\norganisation: sector')
  const hash = hashPolicy(locked)
  const around = (template?: Policy) => ({
    template: { name: 'sector/model@1.0.0', version: '1.0.0', hash, ...(template ? { policy: template } : {}) },
  })
  const pinned = `extends: { template: sector/model, version: 1.0.0, hash: "${hash}" }`
  const next = (body: string) => found(made(pinned, body), around(locked))

  it('is there', () => {
    expect(found(made('extends: sector/weg'), { template: { name: 'sector/weg' } })).toEqual(['4 extends/missing'])
  })

  it('is the edition and the text it was when it was adapted', () => {
    const body = BODY.replace('{#foto}', '{#foto .locked}')
    expect(found(made('extends: sector/model', body), { template: { name: 'sector/model', policy: locked } })).toEqual([
      '4 extends/pinned.unpinned',
    ])
    const other = { ...locked, metadata: { ...locked.metadata, title: 'Ander model' } }
    expect(found(made(pinned, body), around(other))).toEqual(['4 extends/pinned.changed'])
    expect(found(made(pinned, body), { template: { ...around(locked).template, chain: 'a/b → c/d → a/b' } })).toEqual([
      '4 extends/cycle',
    ])
  })

  it('keeps what it locks', () => {
    expect(next(BODY.replace('{#foto}', '{#foto .locked topic=beeld}'))).toEqual([])
    expect(next(BODY.replace('{#foto}', '{#foto .locked}').replace('voordat', 'nadat'))).toEqual(['9 clause/locked.changed'])
    expect(next(BODY)).toEqual(['9 clause/locked.unlocked'])
    expect(next(BODY.replace(/^1\..*\n/m, ''))).toEqual(['4 clause/locked.gone'])
  })

  it('keeps what a locked clause completes: below other words the same words say something else', () => {
    const below = (words: string) => BODY.replace(/^1\. (.*) \{#foto\}$/m, words)
    const rule = /^1\. (.*) \{#foto\}$/m.exec(BODY)?.[1] as string
    expect(next(below(`1. Dit geldt niet meer: {#weg}\n   1. ${rule} {#foto .locked}`))).toEqual(['10 clause/locked.under'])
    expect(next(below(`Dit geldt niet meer: {#weg}\n\n1. ${rule} {#foto .locked}`))).toEqual(['11 clause/locked.under'])
    expect(next(below(`Dit geldt altijd. {#altijd}\n\n1. ${rule} {#foto .locked}`))).toEqual([])
  })

  it('may be changed by who makes it, and by nobody after', () => {
    const before = { releases: [{ version: '1.0.0', policy: locked }] }
    const changed = made('version: 1.1.0', BODY.replace('{#foto}', '{#foto .locked}').replace('voordat', 'nadat'))
    expect(found(changed, before)).toEqual(['9 clause/locked.changed'])
    expect(found(changed, { ...before, organisation: { name: 'Sector', kind: 'sector' } })).toEqual([])
    const pinnedTo = { template: { ...around(changed).template, hash: hashPolicy(changed) } }
    expect(found(changed, { ...before, ...pinnedTo })).toEqual([])
  })
})

it('stops lint and build on the command line, and marks the table of decisions', async () => {
  const text = (hash: string) =>
    `---\ntitle: Protocol\norganisation: linde\nversion: 1.0.0\nstatus: proposed\nextends: sector/weg\napprovals:\n  - { body: MR, right: consent, decision: positive, text: "${hash}" }\n---\n\n${BODY}`
  const root = workspace(text(`sha256:${'0'.repeat(64)}`))
  for (const verb of ['lint', 'build']) {
    const { code, err } = await clausule(root, [verb, 'linde'])
    expect(code).toBe(1)
    expect(err).toMatch(/6:1 .*extends\/missing/s)
    expect(err).toMatch(/8:5 .*MR decided on another text.*decision\/other-words/s)
  }
  const broken = await clausule(workspace(text('sha256:abc')), ['lint'])
  expect(broken.err).toContain('front-matter/value')
})
