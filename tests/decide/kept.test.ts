import { describe, expect, it } from 'vitest'
import { inMemory } from '../../src/workspace/index.js'
import { clausule } from '../support/cli.js'

const NAME = 'linde/media'
const PATH = '/w/policies/linde/media.md'
const RELEASE = '/w/policies/linde/releases/media@1.0.0.md'
const KEEPS = ', keeps: typographical'
const policy = (keeps = KEEPS) => `---
title: Protocol foto’s
organisation: linde
version: 1.0.0
lang: nl
effective: 2026-08-01
parameters:
  school: De Linde
  bestuur: De Linde
route:
  - { body: GMR, right: consent${keeps} }
  - { body: Bestuur, right: adoption }
---

# Foto’s {#fotos}

1. Een medewerker plaatst een foto na toesteming van de ouders. {#toestemming}
2. Ouders kunnen hun toestemming altijd intrekken. {#intrekken}
3. {{school}} bewaart geen foto’s [langer dan nodig](https://example.org). {#bewaren}
`

/** A proposal that the GMR agreed to, then rewritten, then proposed again. */
async function rewritten(rewrite: (text: string) => string, keeps = KEEPS) {
  const files = inMemory(
    { '/w/policies/linde/organisation.yaml': 'name: De Linde\n', [PATH]: policy(keeps) },
    { today: '2026-03-02' },
  )
  const run = (...argv: string[]) => clausule('/w', [...argv, '--quiet'], { files })
  const text = (path = PATH) => new TextDecoder().decode(files.read(path))
  const write = (content: string, path = PATH) => files.write('/w', [{ path, bytes: content }])
  await run('propose', NAME)
  await run('decide', NAME, '--body', 'GMR', '--decision', 'positive', '--name', 'A. Bos')
  const before = text()
  write(rewrite(before))
  expect(text()).not.toBe(before)
  const proposed = await run('propose', NAME)
  const standing = async () => JSON.parse((await run('status', NAME, '--json')).out).policies[0].standing
  const lint = async (name = NAME) =>
    JSON.parse((await run('lint', name, '--json')).out).messages.map(({ rule }: { rule: string }) => rule)
  return { files, run, text, write, proposed, standing, lint }
}

const corrected = (text: string) => text.replace('toesteming', 'toestemming')
const WAITS = { kind: 'waiting', right: 'consent', body: 'GMR', since: '2026-03-02' }

describe('a consent on words of which only a slip was corrected', () => {
  it('stands where the route says so, and it is said by what', async () => {
    const { proposed, standing, text, run, lint } = await rewritten(corrected)
    expect(proposed.out).toContain(
      'The decision of GMR stands: since then only typography was corrected: "toesteming" → "toestemming"\n',
    )
    expect(await standing()).toMatchObject({ kind: 'waiting', body: 'Bestuur', right: 'adoption' })
    expect(text()).toMatch(/kept:\n? +\{?[\s\S]*clause: toestemming[\s\S]*was: toesteming[\s\S]*becomes: toestemming/)
    expect(await lint()).toEqual([])
    expect((await run('decide', NAME, '--body', 'Bestuur', '--decision', 'positive')).code).toBe(0)
    expect((await run('release', NAME)).err).toBe('')
    expect(await standing()).toEqual({ kind: 'adopted', version: '1.0.0', draft: true })
    const verified = await run('verify', NAME)
    expect([verified.code, verified.err]).toEqual([0, ''])
    expect(verified.out).toContain('by GMR on earlier ones, from which these are proved to differ in typography alone')
    expect(verified.out).not.toContain('exactly')
    const printed = (await run('build', `${NAME}@1.0.0`, '--format', 'text')).code === 0 && text('/w/out/linde/media-1.0.0.txt')
    expect(printed).toContain('over eerdere woorden; nadien alleen verbeterd')
    expect(String(printed).replace(/\s+/g, ' ')).toContain(
      'alleen de schrijfwijze verbeterd: Foto’s, 1: “toesteming” → “toestemming”.',
    )
  })

  it('falls where the route does not say so', async () => {
    const { proposed, standing } = await rewritten(corrected, '')
    expect(proposed.out).not.toContain('stands')
    expect(await standing()).toEqual(WAITS)
  })

  it('falls again when the text changes once more, and stands when that is a correction too', async () => {
    const { standing, text, write, run, lint } = await rewritten(corrected)
    write(text().replace('altijd intrekken', 'altijd intreken'))
    expect(await lint()).toContain('decision/other-words')
    expect((await standing()).kind).toBe('changed')
    write(text().replace('altijd intreken', 'nooit intrekken'))
    await run('propose', NAME)
    expect(await standing()).toEqual(WAITS)
    expect(text()).not.toContain('kept')
  })
})

describe('it falls with anything else', () => {
  it.each<[string, (text: string) => string]>([
    ['another word', (text) => text.replace('altijd', 'soms')],
    ['a correction beside another word', (text) => corrected(text).replace('altijd', 'soms')],
    ['a word more', (text) => text.replace('na toesteming', 'na schriftelijke toesteming')],
    ['a clause more', (text) => `${corrected(text)}4. De directie beslist. {#beslist}\n`],
    ['a clause less', (text) => corrected(text).replace(/2\. .*\n/, '')],
    ['two that changed places', (text) => corrected(text).replace(/(2\. .*\n)(3\. .*\n)/, '$2$1')],
    ['a new id', (text) => corrected(text).replace('{#intrekken}', '{#terugnemen}')],
    ['a class', (text) => corrected(text).replace('{#intrekken}', '{#intrekken .locked}')],
    ['an address of a link', (text) => corrected(text).replace('example.org', 'example.com')],
    ['emphasis', (text) => corrected(text).replace('altijd', '*altijd*')],
    ['a parameter that prints the same', (text) => corrected(text).replace('{{school}}', '{{bestuur}}')],
    ['the value of a parameter', (text) => corrected(text).replace('bestuur: De Linde', 'bestuur: De Eik')],
    ['the title', (text) => corrected(text).replace('Protocol foto’s', 'Protocol films')],
    ['the day it enters into force', (text) => corrected(text).replace('2026-08-01', '2026-09-01')],
    ['the numbering', (text) => corrected(text).replace('lang: nl', 'lang: nl\nnumbering: [decimal, upper-roman]')],
    [
      'the word of the author that it is typographical',
      (text) =>
        text.replace('altijd', 'soms').replace('lang: nl', 'lang: nl\nchanges: { intrekken: { significance: typographical } }'),
    ],
  ])('%s', async (_, rewrite) => {
    const { standing, text } = await rewritten(rewrite)
    expect(await standing()).toEqual(WAITS)
    expect(text()).not.toContain('kept')
  })
})

describe('what is only said to be kept', () => {
  const claimed = async (spoil: (text: string) => string, more: (files: ReturnType<typeof inMemory>) => void = () => {}) => {
    const made = await rewritten(corrected)
    made.write(spoil(made.text()))
    more(made.files)
    return made
  }

  it.each<[string, (text: string) => string]>([
    ['other changes than were made', (text) => text.replace('was: toesteming', 'was: toestemning')],
    ['none of the changes', (text) => text.replace(/changes:\n(?: {8,}.*\n)+/, 'changes: []\n')],
    ['words of which nothing is known', (text) => text.replace(/( {4}text: "?sha256:)./, '$1f')],
  ])('by %s is an error, and carries nothing', async (_, spoil) => {
    const { lint, standing, run } = await claimed(spoil)
    expect(await lint()).toContain('decision/kept')
    expect(await standing()).toEqual(WAITS)
    expect((await run('release', NAME)).code).toBe(1)
    // Nor does a paper of what changed go before a board as if it stood.
    const paper = await run('diff', NAME, NAME, '--paper', 'memo', '--format', 'html')
    expect([paper.code, paper.err.includes('decision/kept')]).toEqual([1, true])
  })

  it('of a release is no longer proved when the words that were seen are gone', async () => {
    const { files, run, text, write } = await rewritten(corrected)
    await run('decide', NAME, '--body', 'Bestuur', '--decision', 'positive')
    await run('release', NAME)
    expect((await run('verify', NAME)).code).toBe(0)
    const [first] = files
      .list('/w/policies/linde/proposals')
      .filter(({ name }) => text(`/w/policies/linde/proposals/${name}`).includes('toesteming '))
    write('---\ntitle: X\n---\n', `/w/policies/linde/proposals/${first?.name}`)
    const { code, out } = await run('verify', NAME, '--json')
    expect([code, JSON.parse(out).policies[0].releases[0].proved]).toEqual([1, false])
    expect(text(RELEASE)).toContain('kept')
  })
})
