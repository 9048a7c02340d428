import { describe, expect, it } from 'vitest'
import { lintPolicy } from '../../src/lint/index.js'
import { readPolicy } from '../../src/read/index.js'
import { resolve } from '../../src/resolve/index.js'
import { growth, TOO_FAST } from '../support/growth.js'
import { inEnglish } from '../support/words.js'

const FILE = 'school/afspraken.md'

function judge(source: Uint8Array | string) {
  const read = readPolicy(source, FILE)
  const resolved = resolve(read.value)
  const messages = [...read.messages, ...resolved.messages, ...lintPolicy(resolved.value)]
  return { messages, read: read.messages, value: read.value }
}

const withFrontMatter = (yaml: string) => `---\n${yaml}\n---\n\nVraag toestemming. {#toestemming}\n`
const bytes = (...values: number[]) => new Uint8Array(values)
const nested = (depth: number, marker: string) =>
  Array.from({ length: depth }, (_, i) => `${' '.repeat(marker.length + 1).repeat(i)}${marker} regel`).join('\n')

/** What is wrong, the file, and where, which rule and what was expected. */
const cases: readonly (readonly [string, () => Uint8Array | string, string, RegExp])[] = [
  ['an empty file', () => '', '1 file/empty', /expected at least one clause/],
  ['a file of blanks', () => ' \n\n\t\n', '1 file/empty', /expected at least one clause/],
  ['nothing but front matter', () => '---\ntitle: Afspraken\n---\n', '4 file/empty', /expected at least one clause/],
  ['a picture', () => bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a), '1 file/encoding', /expected a text file in UTF-8/],
  ['UTF-16', () => bytes(0xff, 0xfe, 0x41, 0x00), '1 file/encoding', /UTF-16.*saved as UTF-8/],
  [
    'a Word file',
    () => bytes(...new TextEncoder().encode('PK\u0003\u0004'), 0x9d, ...new TextEncoder().encode('word/document.xml')),
    '1 file/encoding',
    /Word.*clausule import/,
  ],
  ['Latin-1', () => bytes(0x66, 0xe9), '1 file/encoding', /UTF-8/],
  ['a NUL', () => 'Tekst.\n\nNog\0een.', '3 file/encoding', /expected a text file/],
  ['5 MB', () => 'Vraag toestemming.\n\n'.repeat(280_000), '1 file/size', /5\.\d MB, expected at most 2 MB/],
  ['a line without end', () => `Tekst.\n\n${'['.repeat(90_000)}`, '3 file/line', /more than 20000 characters, expected/],
  ['200 lists on lines', () => nested(200, '-'), '161 file/depth', /more than 40 lists/],
  ['60 lists on lines', () => nested(60, '-'), '41 file/depth', /more than 40 lists/],
  ['200 numbered lists', () => nested(200, '1.'), '108 file/depth', /more than 40 lists/],
  ['200 lists on one line', () => `Tekst.\n\n${'- '.repeat(200)}regel`, '3 file/depth', /more than 40 lists/],
  ['200 quotations', () => `${'> '.repeat(200)}woorden`, '1 file/depth', /more than 40 lists or quotations/],
  ['front matter that nothing closes', () => '---\ntitle: x\nTekst.', '1 front-matter/yaml', /expected a line ---/],
  [
    'broken YAML',
    () => withFrontMatter('title: "Afspraken'),
    '3 front-matter/yaml',
    /a quotation mark or a bracket is not closed/,
  ],
  [
    'a key twice',
    () => withFrontMatter('title: A\ntitle: B'),
    '3 front-matter/yaml',
    /same key .* a second time, expected it once/,
  ],
  [
    'a list indented less than its others',
    () => withFrontMatter('title: A\nroute:\n  - { body: MR, right: advice }\n   - { body: B, right: consent }'),
    '5 front-matter/yaml',
    /indented more or less/,
  ],
  [
    'a tab',
    () => withFrontMatter('title: A\nroute:\n\t- { body: MR, right: advice }'),
    '4 front-matter/yaml',
    /a tab .* expected blanks/,
  ],
  ['no colon', () => withFrontMatter('title: A\nversion; 0.1.0\nlang: nl'), '3 front-matter/yaml', /no colon behind its key/],
  [
    'marks within marks',
    () => withFrontMatter('title: "De "Linde" school"'),
    '2 front-matter/yaml',
    /behind a value that has ended/,
  ],
  [
    'a bracket that is open',
    () => withFrontMatter('title: A\nroute: [{ body: MR, right: advice }'),
    '4 front-matter/yaml',
    /not closed/,
  ],
  ['an alias of nothing', () => withFrontMatter('title: *b'), '2 front-matter/yaml', /Unresolved alias/],
  ['a list for front matter', () => withFrontMatter('- title'), '2 front-matter/yaml', /expected lines "key: value"/],
  ['an unknown key', () => withFrontMatter('title: A\nauteur: B'), '3 front-matter/unknown-key', /Unexpected key "auteur"/],
  ['no title', () => withFrontMatter('lang: en'), '2 front-matter/missing-key', /absence of "title"/],
  [
    'a wrong version',
    () => withFrontMatter('title: A\nversion: 1.0'),
    '3 front-matter/value',
    /expected a version MAJOR\.MINOR\.PATCH: write 1\.0\.0/,
  ],
  [
    'a template without its hash',
    () => withFrontMatter('title: A\nextends: { template: po/a, version: 1.0.0 }'),
    '3 front-matter/missing-key',
    /absence of "extends.hash"/,
  ],
  ['a wrong date', () => withFrontMatter('title: A\ndate: 1 mei'), '3 front-matter/value', /expected a date YYYY-MM-DD/],
  ['a wrong status', () => withFrontMatter('title: A\nstatus: final'), '3 front-matter/value', /expected one of "draft"/],
  ['an id twice', () => 'Een. {#id}\n\nTwee. {#id}\n', '3 id/duplicate', /expected an id of its own/],
  ['an id in capitals', () => 'Een. {#Id}\n', '1 id/form', /expected lower-case letters/],
]

describe('bad input', () => {
  it.each(cases)('gets a message with its place and what was expected: %s', (_, source, expected, reason) => {
    const { messages } = judge(source())
    const [first] = messages
    expect(first?.severity).toBe('error')
    expect(first?.place?.file).toBe(FILE)
    expect(`${first?.place?.line} ${first?.rule}`).toBe(expected)
    const said = first && inEnglish(first)
    expect(said).toMatch(/^Unexpected /)
    expect(said).toMatch(reason)
  })

  it('gives one message for one fault', () => {
    for (const [name, source] of cases)
      expect([name, judge(source()).read.length]).toEqual([name, name === 'an id twice' ? 0 : 1])
  })

  it.each([
    ['of a decision', (hash: string) => `approvals: [{ body: MR, text: "${hash}" }]`],
    ['of the text that was proposed', (hash: string) => `proposed: { date: 2026-03-01, text: "${hash}" }`],
    ['of the words before', (hash: string) => `predecessor: { version: 1.0.0, hash: "${hash}" }`],
    ['of the file before', (hash: string) => `predecessor: { version: 1.0.0, file: "${hash}" }`],
    ['of a template', (hash: string) => `extends: { template: po/media, version: 1.0.0, hash: "${hash}" }`],
  ])('asks of a hash that it is one, that %s too', (_, line) => {
    const said = (hash: string) =>
      judge(withFrontMatter(`title: Afspraken\n${line(hash)}`)).read.map(
        (message) => `${message.place?.line} ${message.rule}: ${inEnglish(message)}`,
      )
    expect(said(`sha256:${'0a'.repeat(32)}`)).toEqual([])
    for (const wrong of [
      'abc',
      'sha256:abc',
      `sha1:${'0a'.repeat(32)}`,
      `sha256:${'0A'.repeat(32)}`,
      `sha256:${'0a'.repeat(33)}`,
    ])
      expect(said(wrong)).toEqual([
        expect.stringMatching(/^3 front-matter\/value: .*expected a fingerprint: "sha256:" and 64 digits/),
      ])
  })

  it('leaves out of the front matter what is wrong, and nothing else', () => {
    const yaml = [
      'title: Afspraken',
      'lang: en',
      'route:',
      '  - { right: consent }',
      '  - { body: Bestuur, right: adoption }',
      '  - { bdy: MR, right: consent }',
      'approvals:',
      '  - { date: 3, body: MR, wat: 1 }',
      '  - { date: 2023-05-09, body: Bestuur, wat: 2 }',
      'version: 1.0',
    ].join('\n')
    const { read, value } = judge(withFrontMatter(yaml))
    expect(read.map(({ rule, place }) => `${place?.line} ${rule}`).toSorted()).toEqual(
      [
        '11 front-matter/value',
        '5 front-matter/missing-key',
        '7 front-matter/missing-key',
        '7 front-matter/unknown-key',
        '9 front-matter/unknown-key',
        '9 front-matter/value',
        '10 front-matter/unknown-key',
      ].toSorted(),
    )
    const meant = read.flatMap(({ note }) => (note?.phrase === 'hint.near' ? [note.values.names] : []))
    expect(meant).toEqual([['body']])
    expect(value.metadata).toEqual({
      title: 'Afspraken',
      lang: 'en',
      status: 'draft',
      version: '1.0.0',
      route: [{ body: 'Bestuur', right: 'adoption' }],
      approvals: [{ body: 'MR' }, { date: '2023-05-09', body: 'Bestuur' }],
    })
  })

  it('does not follow YAML that grows, runs or reaches into objects', () => {
    const bomb = ['title: A', 'sources: &a [x, x, x, x, x, x, x, x, x]', 'parameters:']
    for (const [name, before] of ['ba', 'cb', 'dc'].map((pair) => [...pair]))
      bomb.push(`  ${name}: &${name} [${Array(9).fill(`*${before}`).join(', ')}]`)
    for (const yaml of [
      bomb.join('\n'),
      'title: !!js/function "x"\n__proto__: { polluted: 1 }',
      'title: A\nparameters: &p { b: *p }',
    ]) {
      const { messages } = judge(withFrontMatter(yaml))
      expect(messages[0]?.severity).toBe('error')
    }
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })

  it('takes the time of its length: 1 MB of plain clauses, and of unfinished marks', () => {
    const clause = `${'Een gewone regel over leerling en school. '.repeat(8)}\n\n`
    expect(growth((times) => clause.repeat(times), judge, 250)).toBeLessThan(TOO_FAST)
    // Terms that are all used, that nobody uses, and that all name another.
    const term = (i: number) => `begrip ${'abcdefghij'[i % 10]}${i}x`
    for (const [meaning, use] of [
      ['een woord', term],
      ['een woord', () => 'iets'],
      ['zie begrip weg', () => 'iets'],
    ] as const) {
      const terms = (times: number) =>
        `# Begrippen {.definitions}\n\n${Array.from({ length: times }, (_, i) => `- **${term(i)}**: ${meaning} ${use(i)}\n`).join('')}\n${Array.from({ length: times }, (_, i) => `Het begrip is ${use(i)} van ${i}.\n\n`).join('')}`
      expect([meaning, growth(terms, judge, 250) < TOO_FAST]).toEqual([meaning, true])
    }
    for (const mark of ['[', '*a **b ', '{#a ', '<a ']) {
      expect([mark, growth((times) => `${mark.repeat(20)}\n`.repeat(times), judge, 80) < TOO_FAST]).toEqual([mark, true])
    }
  })
})
