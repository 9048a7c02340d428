import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { type CompareOptions, compareCommand } from '../../src/commands/compare.js'
import { UsageError } from '../../src/secretariat/context.js'
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

  test('refuses a page and a paper of more policies than anybody could open, before it compares them', async () => {
    const schools = Object.fromEntries(
      Array.from({ length: 201 }, (_, i) => [
        [`policies/school-${i}/organisation.yaml`, `name: School ${i}\n`],
        [
          `policies/school-${i}/media.md`,
          policy(`school-${i}`, '# Regels {#regels}\n\n1. Een leerling filmt niemand. {#film}\n'),
        ],
      ]).flat() as [string, string][],
    )
    const root = folder(schools)
    for (const format of ['html', 'pdf', 'docx', 'markdown'] as const) {
      const { messages, written } = await compare(root, [], { format })
      expect(messages.map(({ rule, form, values }) => ({ rule, form, values }))).toEqual([
        { rule: 'file/size', form: 'policies', values: { count: 201, most: 200 } },
      ])
      expect(written).toEqual([])
    }
    const [first = ''] = Object.keys(schools).filter((path) => path.endsWith('.md'))
    const one = first.slice('policies/'.length, -'.md'.length)
    expect((await compare(root, [], { format: 'html', for: one })).messages).toEqual([])
  })

  test('prints as JSON what it writes as JSON, however many subjects there are', async () => {
    const more = {
      'policies/linde/verzuim.md': policy(
        'linde',
        '# Verzuim {#v}\n\n1. Ouders melden een zieke leerling voor acht uur. {#ziek}\n',
        'subject: absence\n',
      ),
      'policies/wilg/verzuim.md': policy(
        'wilg',
        '# Verzuim {#v}\n\n1. Ouders melden een zieke leerling voor negen uur. {#ziek}\n',
        'subject: absence\n',
      ),
    }
    for (const root of [workspace(), workspace(more)]) {
      const { data, pieces } = await compare(root, [], { format: 'json' })
      expect([...(pieces?.() ?? [])].join('')).toBe(`${JSON.stringify(data, null, 2)}\n`)
    }
    const root = workspace()
    const { data } = await compare(root, [], { format: 'json', output: 'all.json' })
    expect(readFileSync(join(root, 'all.json'), 'utf8')).toBe(`${JSON.stringify(data, null, 2)}\n`)
  })

  test('gives the published JSON', async () => {
    const { data } = await compare(workspace(), [])
    if (data.schema !== 'clausule/matrix@1') throw new Error('no matrix')
    expect(Object.keys(data)).toEqual(['schema', 'policies', 'pairs', 'rows', 'complete'])
    expect(data.complete).toBe(true)
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
    expect(text).toContain('Wat eik regelt en bij een ander niet is gevonden')
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
    expect(beuk.text).toContain('Alleen hier gevonden')
    expect(beuk.text).toContain('Niet gevonden, bij de meeste anderen wel')
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
  const rowsOf = (root: string): Record<string, unknown>[] => parse(readFileSync(path(root), 'utf8')).rows

  test('is proposed by row, the least sure first, with the words and stances that let a person judge', async () => {
    const root = workspace()
    const { text } = await compare(root, [], { propose: true })
    expect(text).toMatch(/2 nieuwe rijen voorgesteld in policies\/concordance\.yaml$|2 new rows proposed/)
    const rows = rowsOf(root)
    expect(rows).toContainEqual({
      called: 'Foto, film en geluid',
      score: expect.any(Number),
      sentences: ['linde/media#foto', 'wilg/media#beelden'],
    })
    const scores = rows.map(({ score }) => score as number)
    expect(scores).toEqual([...scores].sort((x, y) => x - y))
    const said = readFileSync(path(root), 'utf8')
    expect(said).toContain('# conditional-permission: Een foto van een leerling wordt alleen geplaatst')
  })

  test('stays as it is, byte for byte, when there is nothing new, whatever a person answered', async () => {
    const root = workspace()
    await compare(root, [], { propose: true })
    const judged = readFileSync(path(root), 'utf8').replace(
      /( +)score: .*\n/g,
      (whole, indent) => `${whole}${indent}verdict: rejected\n`,
    )
    for (const source of [readFileSync(path(root), 'utf8'), judged, judged.replaceAll('rejected', 'confirmed')]) {
      writeFileSync(path(root), source)
      const { written } = await compare(root, [], { propose: true })
      expect(written).toEqual([])
      expect(readFileSync(path(root), 'utf8')).toBe(source)
    }
  })

  test('asks no more than a person can answer at once, and what waits counts', async () => {
    const words =
      'appel beer cider dak eend fles gras hooi inkt jas kat lamp muis noot olie pan raam stoel tent vork wiel zeep brug klok schaap tafel emmer ladder hamer zaag gieter schep kruiwagen hark ketel deken kussen spiegel vaas mand fluit trommel viool piano'.split(
        ' ',
      )
    const items = words.map((one, at) => `${at + 1}. De ${one} moet binnen blijven. {#${one}}`)
    const body = `# Regels {#regels}\n\n${items.join('\n')}\n`
    const root = workspace({ 'policies/linde/media.md': policy('linde', body), 'policies/wilg/media.md': policy('wilg', body) })
    await compare(root, [], { propose: true })
    expect(rowsOf(root)).toHaveLength(40)
    await compare(root, [], { propose: true })
    expect(rowsOf(root)).toHaveLength(40)
  })

  const BY_HAND = `# Besproken met de directie.
rows:
    - sentences: [ 'wilg/media#vrienden', linde/media#vriendschap ]   # hoort niet bij elkaar
      verdict: rejected

`

  test('keeps what a person wrote and adds below it', async () => {
    const root = workspace({ 'policies/concordance.yaml': BY_HAND })
    await compare(root, [], { propose: true })
    const text = readFileSync(path(root), 'utf8')
    expect(text.startsWith(BY_HAND.trimEnd())).toBe(true)
    expect(rowsOf(root).map(({ sentences, verdict }) => [sentences, verdict])).toEqual([
      [['wilg/media#vrienden', 'linde/media#vriendschap'], 'rejected'],
      [['linde/media#foto', 'wilg/media#beelden'], undefined],
    ])
  })

  test.each([
    ['has pairs', 'pairs:\n  # van de directie\n  - { a: linde/media#vriendschap, b: wilg/media#vrienden, grade: related }\n', 0],
    ['has its rows in one line', 'rows: [{ sentences: [linde/media#vriendschap, wilg/media#vrienden] }]\n', 1],
    ['has no rows', 'rows:\n', 0],
    ['has an empty list', '# leeg\nrows: []\n', 0],
    ['has rows before pairs', 'rows:\n- sentences: [linde/media#foto, wilg/media#beelden]\npairs: []\n', 1],
    ['ends without a line end', 'rows:\n- sentences:\n  - linde/media#vriendschap\n  - wilg/media#vrienden', 1],
  ])('is added to when it %s', async (_, source, count) => {
    const root = workspace({ 'policies/concordance.yaml': source })
    await compare(root, [], { propose: true })
    const after = parse(readFileSync(path(root), 'utf8'))
    const before = parse(source)
    expect(after.rows.slice(0, count)).toEqual(before.rows?.slice(0, count) ?? [])
    expect(after.pairs).toEqual(before.pairs)
    expect(after.rows.length).toBeGreaterThan(count)
    for (const comment of source.match(/#(?= ).*/g) ?? []) expect(readFileSync(path(root), 'utf8')).toContain(comment)
  })

  test('a grade is a person’s word on two clauses: confirmed, corrected or refused on every comparison', async () => {
    const source = `pairs:
  - { a: linde/media#vriendschap, b: wilg/media#vrienden, grade: none }
  - { a: linde/media#foto, b: wilg/media#beelden, grade: related }
`
    const { data, text } = await compare(workspace({ 'policies/concordance.yaml': source }), [])
    if (data.schema !== 'clausule/matrix@1') throw new Error('no matrix')
    expect(data.pairs.map(({ a, grade, confirmed }) => [a.id, grade, confirmed])).toEqual([['foto', 'related', true]])
    expect(text).toContain('1 paar bepalingen is door een persoon bevestigd.')
  })

  test('a proposal alone confirms nothing', async () => {
    const root = workspace()
    await compare(root, [], { propose: true })
    const { text } = await compare(root, [], { format: 'markdown' })
    expect(text).not.toMatch(/· bevestigd/)
  })

  const judge = async (rows: string) => {
    const root = workspace({ 'policies/concordance.yaml': `rows:\n${rows}` })
    const { data, messages } = await compare(root, [])
    if (data.schema !== 'clausule/matrix@1') throw new Error('no matrix')
    return {
      messages,
      rows: data.rows.map(
        ({ label, cells }) => `${label}: ${cells.map(({ clauses, stance }) => `${clauses} ${stance}`).join(', ')}`,
      ),
    }
  }

  test('a row that a person confirmed stands, under the name they gave it', async () => {
    const { rows } = await judge(
      '  - { verdict: confirmed, name: Contact online, sentences: [linde/media#vriendschap, wilg/media#beelden] }\n',
    )
    expect(rows.filter((row) => row.includes('Contact online'))).toEqual([
      expect.stringMatching(/Contact online: vriendschap prohibition, beelden conditional-permission$/),
    ])
    expect(rows, 'what it was taken from stays, for itself').toHaveLength(3)
  })

  test('a row that a person refused is parted, and a stance that they corrected holds', async () => {
    const { rows } = await judge('  - { verdict: rejected, sentences: [linde/media#foto, wilg/media#beelden] }\n')
    expect(rows.filter((row) => /foto|beelden/.test(row))).toHaveLength(2)
    const corrected = await judge('  - { sentences: [{ sentence: linde/media#foto, stance: obligation }, wilg/media#beelden] }\n')
    expect(corrected.rows.find((row) => row.includes('foto '))).toMatch(/foto obligation, beelden conditional-permission$/)
  })

  test('contradictions are said with both lines', async () => {
    const { messages } = await judge(`  - verdict: confirmed
    sentences:
      - linde/media#foto
      - wilg/media#beelden
  - verdict: confirmed
    sentences:
      - { sentence: linde/media#vriendschap, stance: permission }
      - wilg/media#beelden
  - verdict: rejected
    sentences:
      - { sentence: linde/media#vriendschap, stance: prohibition }
      - wilg/media#beelden
`)
    expect(
      messages.map(({ rule, severity, place, values }) => [rule, severity, place?.line, (values as { line?: number }).line]),
    ).toEqual([
      ['concordance/contradiction', 'warning', 9, 5],
      ['concordance/contradiction', 'warning', 12, 8],
      ['concordance/contradiction', 'warning', 13, 9],
    ])
  })

  test('what it says of a policy that is not compared is no mistake, nor is a row of one', async () => {
    const { messages, rows } = await judge('  - { verdict: confirmed, sentences: [eik/media#weg, linde/media#foto] }\n')
    expect(messages).toEqual([])
    expect(rows.filter((row) => row.includes('foto'))).toHaveLength(1)
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
    ['a row without sentences', 'rows:\n  - verdict: confirmed\n', 2],
    ['a verdict nobody knows', 'rows:\n  - sentences: [linde/media#foto]\n    verdict: ja\n', 3],
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

  test.each([
    'pairs:\n  - { a: linde/media#weg, b: wilg/media#beelden, grade: same }\n',
    'rows:\n  - { verdict: confirmed, sentences: [linde/media#weg, wilg/media#beelden] }\n',
    'rows:\n  - { verdict: confirmed, sentences: [linde/media#foto/2, wilg/media#beelden] }\n',
  ])('a clause or sentence that is not there is warned about: %j', async (source) => {
    const { messages } = await compare(workspace({ 'policies/concordance.yaml': source }), [])
    expect(messages.map(({ rule, severity }) => [rule, severity])).toEqual([['reference/unresolved', 'warning']])
  })
})
