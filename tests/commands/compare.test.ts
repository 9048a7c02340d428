import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { type CompareOptions, compareCommand } from '../../src/commands/compare.js'
import { UsageError } from '../../src/commands/context.js'
import { findWorkspace } from '../../src/workspace/index.js'
import { phraseInEnglish } from '../support/words.js'
import { filesIn, folder } from '../support/workspace.js'

const policy = (organisation: string, body: string, more = '') =>
  `---\ntitle: Protocol sociale media\norganisation: ${organisation}\nversion: 1.0.0\nstatus: adopted\ndate: 2024-05-01\n${more}---\n\n${body}`
const LINDE = `# Regels {#regels}

1. Een medewerker sluit op sociale media geen vriendschap met leerlingen. {#vriendschap}
2. Een foto van een leerling wordt alleen geplaatst na toestemming van de ouders. {#foto}
`
const WILG = `# Regels {#regels}

1. Een medewerker mag op sociale media vriendschap sluiten met leerlingen. {#vrienden}
2. Een foto van een leerling wordt alleen geplaatst na toestemming van beide ouders. {#beelden}
`

const workspace = (more: Readonly<Record<string, string>> = {}) =>
  folder({
    'policies/linde/organisation.yaml': 'name: Basisschool De Linde\nshort: Linde\n',
    'policies/linde/media.md': policy('linde', LINDE),
    'policies/wilg/organisation.yaml': 'name: Basisschool De Wilg\nshort: Wilg\n',
    'policies/wilg/media.md': policy('wilg', WILG),
    ...more,
  })

async function compare(cwd: string, names: readonly string[], options: CompareOptions = {}) {
  const found = findWorkspace(cwd)
  const outcome = await compareCommand({ cwd, ...(found ? { workspace: found } : {}) }, names, options)
  return { ...outcome, text: outcome.text((_style, words) => words, phraseInEnglish) }
}

describe('compare', () => {
  test('says on the terminal what differs between all policies of the workspace, and writes nothing', async () => {
    const root = workspace()
    const before = filesIn(root)
    const { text, messages, written } = await compare(root, [])
    expect(text).toContain('Hier verboden, daar niet')
    expect(text).toMatch(/Linde 1\n {2}verboden Een medewerker sluit .*\n\nWilg 1\n {2}toegestaan Een medewerker mag /)
    expect({ messages, written }).toEqual({ messages: [], written: [] })
    expect(filesIn(root)).toEqual(before)
  })

  test('gives the published JSON', async () => {
    const { data } = await compare(workspace(), [])
    if (data.schema !== 'clausule/matrix@1') throw new Error('no matrix')
    expect(Object.keys(data)).toEqual(['schema', 'policies', 'pairs', 'rows'])
    expect(data.policies.map(({ ref, organisation }) => [ref, organisation])).toEqual([
      ['linde/media', 'Basisschool De Linde'],
      ['wilg/media', 'Basisschool De Wilg'],
    ])
    expect(data.policies[0]?.clauses[0]).toMatchObject({ id: 'vriendschap', number: '1', line: 11, modality: 'prohibition' })
    expect(data.pairs.map(({ a, b, confirmed }) => [a.id, b.id, confirmed])).toEqual([
      ['vriendschap', 'vrienden', false],
      ['foto', 'beelden', false],
    ])
  })

  test.each([
    ['html', 'out/comparison/media.html', '<!doctype html>'],
    ['csv', 'out/comparison/media.csv', '\uFEFF"Onderwerp";"Regel"'],
    ['xlsx', 'out/comparison/media.xlsx', 'PK'],
    ['pdf', 'out/comparison/media.pdf', '%PDF-'],
  ] as const)('writes %s to %s, the same twice', async (format, file, start) => {
    const root = workspace()
    const { text, messages } = await compare(root, [], { format })
    expect(messages).toEqual([])
    expect(text).toBe(`made ${file}`)
    const first = readFileSync(join(root, file))
    expect(first.subarray(0, 60).toString('utf8').startsWith(start)).toBe(true)
    await compare(root, [], { format })
    expect(readFileSync(join(root, file)).equals(first)).toBe(true)
  })

  test('names the file by what was named, and writes where it is told', async () => {
    const root = workspace()
    const named = await compare(root, ['wilg/media', 'linde/media'], { format: 'csv', reference: 'linde/media' })
    expect(named.text).toBe('made out/comparison/wilg--linde-against-linde.csv')
    const told = await compare(root, [], { format: 'markdown', output: 'verslag.md' })
    expect(told.written).toEqual([join(root, 'verslag.md')])
    expect(readFileSync(join(root, 'verslag.md'), 'utf8')).toContain('# Regels naast elkaar')
  })

  test('puts the reference first, and fetches it when it was not named', async () => {
    const root = workspace({ 'policies/eik/media.md': policy('eik', LINDE) })
    const { text } = await compare(root, ['linde/media', 'wilg/media'], { reference: 'eik/media' })
    expect(text).toContain('Vergeleken met: eik')
    expect(text).toContain('Wat eik wel regelt en een ander niet')
  })

  test('compares plain Markdown files where there is no workspace', async () => {
    const root = folder({ 'a.md': LINDE.replace(/ \{#\w+\}/g, ''), 'b.md': WILG.replace(/ \{#\w+\}/g, '') })
    const { data, messages } = await compare(root, ['a.md', 'b.md'], { format: 'html' })
    expect(messages.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(data.schema === 'clausule/matrix@1' && data.pairs.length).toBe(2)
    expect(filesIn(root)).toContain('out/comparison/a.md--b.md.html')
  })

  test('compares a release with a working text, and tells them apart', async () => {
    const root = workspace({ 'policies/linde/releases/media@0.9.0.md': policy('linde', WILG).replace('1.0.0', '0.9.0') })
    const { text } = await compare(root, ['linde/media@0.9.0', 'linde/media'])
    expect(text).toContain('Linde 0.9.0 1\n  toegestaan ')
    expect(text).toContain('Linde 1.0.0 1\n  verboden ')
  })

  test('needs two policies, and known ones', async () => {
    await expect(compare(workspace(), ['linde/media'])).rejects.toThrow(UsageError)
    await expect(compare(folder(), [], { propose: true })).rejects.toThrow(UsageError)
    const { messages, written } = await compare(workspace(), ['linde/media', 'eik/media'], { format: 'html' })
    expect(messages.map(({ rule }) => rule)).toEqual(['name/unknown'])
    expect(written).toEqual([])
  })

  test('touches no file when a policy cannot be read', async () => {
    const root = workspace({ 'policies/eik/media.md': '---\ntitle: [\n---\n\nTekst.\n' })
    const { text, written, messages } = await compare(root, [], { format: 'html', propose: true })
    expect(messages.some(({ severity, place }) => severity === 'error' && place?.file === 'policies/eik/media.md')).toBe(true)
    expect({ text, written }).toEqual({ text: '', written: [] })
    expect(existsSync(join(root, 'out'))).toBe(false)
  })
})

describe('compare --for', () => {
  const SEVERAL = {
    'policies/eik/organisation.yaml': 'name: Basisschool De Eik\nshort: Eik\n',
    'policies/eik/media.md': policy('eik', WILG),
    'policies/beuk/organisation.yaml': 'name: Basisschool De Beuk\nshort: Beuk\n',
    'policies/beuk/media.md': policy('beuk', '# Regels {#regels}\n\n1. De kantine moet om vier uur dicht. {#kantine}\n'),
  }

  test('tells where one school stands apart, and never of a school that stands with most', async () => {
    const root = workspace(SEVERAL)
    const linde = await compare(root, [], { for: 'linde/media' })
    expect(linde.text).toContain('Waar Linde anders is')
    expect(linde.text).toContain('Strenger dan de meeste die dit regelen')
    expect(linde.text).toMatch(/2 van 3: toegestaan · 1 van 3: niet gevonden/)
    const wilg = await compare(root, [], { for: 'wilg/media' })
    expect(wilg.text).not.toContain('Milder')
    const beuk = await compare(root, [], { for: 'beuk/media' })
    expect(beuk.text).toContain('Alleen hier geregeld')
    expect(beuk.text).toContain('Niet geregeld, bij de meeste anderen wel')
  })

  test('makes one page for a board, named after the school, and gives the published JSON', async () => {
    const root = workspace(SEVERAL)
    const { text, data } = await compare(root, [], { for: 'linde/media', format: 'pdf' })
    expect(text).toBe('made out/comparison/media-for-linde.pdf')
    const pdf = readFileSync(join(root, 'out/comparison/media-for-linde.pdf'), 'latin1')
    expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(1)
    expect(data).toMatchObject({ schema: 'clausule/outlier@1', policy: 'linde/media', against: null })
  })

  test('holds it against a reference, and refuses itself and tables', async () => {
    const root = workspace(SEVERAL)
    const { text } = await compare(root, [], { for: 'linde/media', reference: 'wilg/media' })
    expect(text).toContain('1 van 1: toegestaan')
    const page = await compare(root, [], { for: 'linde/media', reference: 'wilg/media', format: 'html' })
    expect(page.text).toBe('made out/comparison/media-for-linde-against-wilg.html')
    expect(readFileSync(join(root, 'out/comparison/media-for-linde-against-wilg.html'), 'utf8')).toContain('Naast Wilg')
    await expect(compare(root, [], { for: 'linde/media', reference: 'linde/media' })).rejects.toThrow(UsageError)
    await expect(compare(root, [], { for: 'linde/media', format: 'csv' })).rejects.toThrow(UsageError)
  })
})

describe('the concordance', () => {
  const path = (root: string) => join(root, 'policies/concordance.yaml')
  const pairsOf = (root: string): Record<string, unknown>[] => parse(readFileSync(path(root), 'utf8')).pairs

  test('is proposed, with the words that let a person judge', async () => {
    const root = workspace()
    const { text } = await compare(root, [], { propose: true })
    expect(text).toMatch(/2 new pairs proposed in policies\/concordance\.yaml$/)
    expect(pairsOf(root)[1]).toMatchObject({
      a: 'linde/media#foto',
      b: 'wilg/media#beelden',
      proposed: expect.stringMatching(/same|variant/),
    })
    expect(readFileSync(path(root), 'utf8')).toContain('# Een foto van een leerling wordt alleen geplaatst')
  })

  test('stays as it is, byte for byte, when there is nothing new', async () => {
    const root = workspace()
    await compare(root, [], { propose: true })
    const before = readFileSync(path(root))
    const { text, written } = await compare(root, [], { propose: true })
    expect(text).toContain('0 new pairs proposed')
    expect(written).toEqual([])
    expect(readFileSync(path(root)).equals(before)).toBe(true)
  })

  const BY_HAND = `# Besproken met de directie.
pairs:
    - {b: linde/media#vriendschap, a: 'wilg/media#vrienden', grade: none}   # hoort niet bij elkaar

`

  test('keeps what a person wrote and adds below it', async () => {
    const root = workspace({ 'policies/concordance.yaml': BY_HAND })
    await compare(root, [], { propose: true })
    const text = readFileSync(path(root), 'utf8')
    expect(text.startsWith(BY_HAND.trimEnd())).toBe(true)
    expect(pairsOf(root).map(({ a, grade }) => [a, grade])).toEqual([
      ['wilg/media#vrienden', 'none'],
      ['linde/media#foto', undefined],
    ])
  })

  test.each([
    ['has a list in one line', 'pairs: [{ a: linde/media#vriendschap, b: wilg/media#vrienden, grade: related }]\n'],
    ['is empty', 'pairs:\n'],
    ['has an empty list', '# leeg\npairs: []\n'],
    ['ends without a line end', 'pairs:\n- a: linde/media#vriendschap\n  b: wilg/media#vrienden\n  grade: none'],
  ])('is added to when it %s', async (_, source) => {
    const root = workspace({ 'policies/concordance.yaml': source })
    const before = parse(source)?.pairs ?? []
    await compare(root, [], { propose: true })
    const after = pairsOf(root)
    expect(after.slice(0, before.length)).toEqual(before)
    expect(after).toHaveLength(2)
  })

  test('keeps the comments of a list in one line', async () => {
    const source =
      'pairs: [ # van de directie\n  { a: linde/media#vriendschap, b: wilg/media#vrienden, grade: none } # anders\n]\n'
    const root = workspace({ 'policies/concordance.yaml': source })
    await compare(root, [], { propose: true })
    const text = readFileSync(path(root), 'utf8')
    expect(pairsOf(root)).toHaveLength(2)
    expect(text).toContain('# van de directie')
    expect(text).toContain('# anders')
  })

  test('a grade is a person’s word: confirmed, corrected or refused on every comparison', async () => {
    const root = workspace()
    await compare(root, [], { propose: true })
    const [friends, photos] = pairsOf(root)
    const yaml = JSON.stringify({
      pairs: [
        { ...friends, grade: 'none' },
        { ...photos, grade: 'related' },
      ],
    })
    writeFileSync(path(root), yaml)
    const { data, text } = await compare(root, [])
    if (data.schema !== 'clausule/matrix@1') throw new Error('no matrix')
    expect(data.pairs.map(({ a, grade, confirmed }) => [a.id, grade, confirmed])).toEqual([['foto', 'related', true]])
    expect(text).toContain('1 paar bepalingen is door een persoon bevestigd.')
  })

  test('a proposal alone confirms nothing', async () => {
    const root = workspace()
    await compare(root, [], { propose: true })
    const { data } = await compare(root, [])
    expect(data.schema === 'clausule/matrix@1' && data.pairs.some(({ confirmed }) => confirmed)).toBe(false)
  })

  test('holds for a release of the policy, too, as ids are permanent', async () => {
    const root = workspace({
      'policies/concordance.yaml': 'pairs:\n  - { a: linde/media#foto, b: wilg/media#beelden, grade: same }\n',
      'policies/linde/releases/media@0.9.0.md': policy('linde', LINDE).replace('1.0.0', '0.9.0'),
    })
    const { data, messages } = await compare(root, ['linde/media@0.9.0', 'wilg/media'])
    expect(messages).toEqual([])
    expect(data.schema === 'clausule/matrix@1' && data.pairs.filter(({ confirmed }) => confirmed).map(({ a }) => a.id)).toEqual([
      'foto',
    ])
  })

  test.each([
    ['a grade nobody knows', 'pairs:\n  - a: linde/media#foto\n    b: wilg/media#beelden\n    grade: gelijk\n', 4],
    ['a pair without its other end', 'pairs:\n  - a: linde/media#foto\n', 2],
    ['broken YAML', 'pairs: [', 1],
  ])('with %s is reported by line and left alone', async (_, source, line) => {
    const root = workspace({ 'policies/concordance.yaml': source })
    const { messages, written } = await compare(root, [], { propose: true, format: 'html' })
    expect(messages[0]).toMatchObject({
      rule: 'concordance/value',
      severity: 'error',
      place: { file: 'policies/concordance.yaml', line },
    })
    expect(written).toEqual([])
    expect(readFileSync(path(root), 'utf8')).toBe(source)
  })

  test('a clause that is not there is warned about', async () => {
    const root = workspace({
      'policies/concordance.yaml': 'pairs:\n  - { a: linde/media#weg, b: wilg/media#beelden, grade: same }\n',
    })
    const { messages } = await compare(root, [])
    expect(messages.map(({ rule, severity }) => [rule, severity])).toEqual([['reference/unresolved', 'warning']])
  })
})
