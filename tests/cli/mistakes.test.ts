import { chmodSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { clausule } from '../support/cli.js'
import { filesIn, folder, front, workspace } from '../support/workspace.js'

const POLICY = `${front()}# Foto’s {#fotos}\n\nEen foto vraagt toestemming. {#toestemming}\n`
const entries = (text: string) => text.split('\n').filter((line) => /^ {2}\d+:\d+ +(?:error|warning|info)/.test(line))

describe('a format', () => {
  const OLD = '# Regels\n\nVraag toestemming.\n'
  const NEW = '# Regels\n\nVraag vooraf toestemming.\n'
  const root = () => folder({ 'a.md': OLD, 'b.md': NEW })
  const start = (base: string, file: string) => readFileSync(join(base, file)).subarray(0, 5).toString('latin1')

  it.each([
    ['diff', 'uit/x.pdf', '%PDF-'],
    ['diff', 'uit/x.docx', 'PK\u0003\u0004'],
    ['diff', 'uit/x.HTM', '<!doc'],
    ['diff', 'uit/x.json', '{\n  "'],
    ['compare', 'uit/y.xlsx', 'PK\u0003\u0004'],
    ['compare', 'uit/y.pdf', '%PDF-'],
    ['compare', 'uit/y.docx', 'PK\u0003\u0004'],
    ['compare', 'uit/y.csv', '\u00EF\u00BB\u00BF"'],
  ])('is the one --output ends as: %s %s', async (verb, file, expected) => {
    const base = root()
    const { code, out } = await clausule(base, [verb, 'a.md', 'b.md', '--output', file])
    expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining('made') })
    expect(start(base, file).startsWith(expected)).toBe(true)
  })

  it.each([
    ['diff', ['--output', 'x.xlsx'], 'expected a name that ends in one of .txt, .html, .json, .md, .pdf, .docx'],
    ['compare', ['--output', 'x.odt'], 'x.odt ends in .odt: expected a name that ends in one of'],
    ['compare', ['--output', 'verslag'], 'verslag has no ending: expected a name that ends in one of'],
    ['diff', ['--format', 'pdf', '--output', 'x.html'], '--format pdf and --output x.html disagree'],
    ['compare', ['--format', 'text', '--output', 'x.xlsx'], '--format text and --output x.xlsx disagree'],
    ['diff', ['--format', 'text', '--output', 'x.log'], 'x.log ends in .log'],
  ])('that does not suit --output is wrong usage: %s %j', async (verb, argv, expected) => {
    const base = root()
    const { code, out, err } = await clausule(base, [verb, 'a.md', 'b.md', ...argv])
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(expected)
    expect(filesIn(base)).toEqual(['a.md', 'b.md'])
  })

  it('may be named for a file without an ending', async () => {
    const base = root()
    expect((await clausule(base, ['diff', 'a.md', 'b.md', '--format', 'json', '--output', 'verschil'])).code).toBe(0)
    expect(start(base, 'verschil')).toBe('{\n  "')
  })
})

describe('what the disk refuses', () => {
  it.each([
    ['a folder', (path: string) => mkdirSync(path)],
    ['a link that leads nowhere', (path: string) => symlinkSync('/nowhere', path)],
  ])('is said where %s stands in the place of the journal, and nobody waits for it', async (_, build) => {
    const root = workspace(POLICY)
    build(join(root, '.clausule-journal'))
    const { code, err } = await clausule(root, ['new', 'Klachten'])
    expect(code).toBe(1)
    expect(err).toContain('.clausule-journal", expected a file')
  })

  const SOURCE = 'Protocol telefoons\n\n1. Regels\n\nEen leerling bewaart de telefoon in het kluisje.\n'

  it('leaves no half import behind, folders too, and says that nothing was written', async () => {
    const root = workspace(POLICY, { out: 'geen map', 'telefoons.txt': SOURCE })
    const before = filesIn(root)
    const { code, out, err } = await clausule(root, ['import', 'telefoons.txt', '--organisation', 'Basisschool De Eik'])
    expect({ code, out }).toEqual({ code: 1, out: 'Nothing was written.\n' })
    expect(err).toContain(`"${join(root, 'out')}`)
    expect(filesIn(root)).toEqual(before)
    expect(() => readFileSync(join(root, 'policies/basisschool-de-eik'))).toThrow(/ENOENT/)
  })

  it.skipIf(process.getuid?.() === 0 || process.platform === 'win32')('for want of rights names the folder', async () => {
    const root = workspace(POLICY, { 'out/x.txt': 'x' })
    chmodSync(join(root, 'out'), 0o555)
    const { code, out, err } = await clausule(root, ['build', '--format', 'json'])
    expect({ code, out }).toEqual({ code: 1, out: 'Nothing was written.\n' })
    expect(err).toContain(`making the folder "${join(root, 'out/linde')}", expected permission to use "${join(root, 'out')}"`)
  })
})

describe('front matter', () => {
  const lint = async (head: string) => {
    const yaml = `---\n${head}\norganisation: linde\n---\n\nEen foto vraagt toestemming. {#toestemming}\n`
    return clausule(workspace(yaml), ['lint'])
  }

  it.each([
    ['title: Protocol\nversion: 1.0', 'expected a version MAJOR.MINOR.PATCH: write 1.0.0'],
    ['title: Protocol\nversion: 2', 'write 2.0.0'],
    ['title: Protocol\nversion: 1.10', 'write 1.10.0'],
    ['title: Protocol\nversion: "1.0"', 'write 1.0.0'],
    ['title: 2024\nversion: 1.0.0', 'expected text: write it in quotes, "2024"'],
    ['title: Protocol: media\nversion: 1.0.0', 'expected quotes around a value with a colon'],
    [
      'title: Protocol\nversion: 1.0.0\napprovals: [{ body: MR }]\nstatus: vastgesteld',
      'expected "adopted", the English word for "vastgesteld"',
    ],
    ['title: Protocol\nversion: 1.0.0\nstatus: Concept', 'expected "draft"'],
    ['title: Protocol\nversion: 1.0.0\nstatus: voorstel', 'expected "proposed"'],
    ['title: Protocol\nversion: 1.0.0\nstatus: ingetrokken', 'expected "withdrawn"'],
    ['title: Protocol\nversion: 1.0.0\nroute:\n  - { body: MR, right: instemming }', 'expected "consent"'],
    ['title: Protocol\nversion: 1.0.0\nroute:\n  - { body: MR, right: advies }', 'expected "advice"'],
    ['title: Protocol\nversion: 1.0.0\nroute:\n  - { body: MR, right: vastgesteld }', 'expected "adoption"'],
    ['title: Protocol\nversion: 1.0.0\nroute:\n  - { body: MR, right: iets }', 'expected one of "information"'],
  ])('with one fault has one error: %j', async (head, expected) => {
    const { code, err } = await lint(head)
    expect(code).toBe(1)
    expect(entries(err).filter((line) => line.includes(' error '))).toEqual([expect.stringContaining(expected)])
  })

  it('names an entry of a list by its line', async () => {
    const { err } = await lint('title: Protocol\nversion: 1.0.0\nroute:\n  - body: MR\n    right: iets')
    expect(err).toContain('Unexpected value for "right" on line 6 (in "route")')
  })
})

describe('a grade in the concordance', () => {
  it('that nobody knows is named by its line', async () => {
    const pairs = 'pairs:\n  - a: linde/media#toestemming\n    b: linde/media#fotos\n    grade: gelijk\n'
    const root = workspace(POLICY, { 'policies/concordance.yaml': pairs, 'b.md': '# Twee\n' })
    const { err } = await clausule(root, ['compare', 'linde/media', 'b.md'])
    expect(err).toContain('"grade" on line 4 (in "pairs"), expected "same", the English word for "gelijk"')
  })
})

describe('a name nobody has', () => {
  it.each([
    ['lindde/media', 'Did you mean linde/media?'],
    ['linde/meda', 'Did you mean linde/media?'],
    ['policies/linde/meida.md', 'Did you mean linde/media?'],
    ['media', 'Did you mean eik/media or linde/media?'],
    ['lind', 'Did you mean linde/media?'],
    ['lindde/media@1.0.0', 'Did you mean linde/media@1.0.0?'],
  ])('gets the near one suggested, and the list once: %s', async (name, expected) => {
    const more = { 'policies/eik/organisation.yaml': 'name: De Eik\n', 'policies/eik/media.md': POLICY }
    const { code, err } = await clausule(workspace(POLICY, more), ['lint', name])
    expect(code).toBe(1)
    expect(err).toContain(expected)
    expect(err.match(/eik\/media, linde\/media/g)).toHaveLength(1)
  })

  it('gets no far one suggested', async () => {
    const { err } = await clausule(workspace(POLICY), ['lint', 'verzuim'])
    expect(err).toContain('expected: linde/media')
    expect(err).not.toContain('Did you mean')
  })
})

it('says once that a mark is not there, whatever is made of the policy', async () => {
  const root = workspace(POLICY, { 'policies/linde/organisation.yaml': 'name: De Linde\nbrand: { mark: mark.svg }\n' })
  for (const argv of [['lint'], ['build'], ['diff', 'linde/media', 'linde/media']]) {
    const { err } = await clausule(root, argv)
    expect([argv, entries(err)]).toEqual([
      argv,
      [expect.stringContaining('Unexpected name "mark.svg" of the mark, expected a file that is in the organisation\'s folder')],
    ])
  }
})

describe('a file name with a blank', () => {
  const hint = 'Did you mean one file? A name with a blank needs quotes: "mijn regels.txt"'

  it('without quotes gets a hint, once', async () => {
    const root = workspace(POLICY, { 'mijn regels.txt': 'Regels\n' })
    const { code, err } = await clausule(root, ['import', 'mijn', 'regels.txt', '--organisation', 'linde'])
    expect(code).toBe(1)
    expect(err.split(hint)).toHaveLength(2)
  })

  it('gets it where the number of names is wrong', async () => {
    const root = workspace(POLICY, { 'mijn regels.txt': 'Regels\n' })
    const { code, err } = await clausule(root, ['import', 'mijn', 'regels.txt', '--organisation', 'linde', '--as', 'regels'])
    expect(code).toBe(2)
    expect(err).toContain(hint)
  })

  it('that is not there gets none', async () => {
    const { err } = await clausule(workspace(POLICY), ['import', 'mijn', 'regels.txt', '--organisation', 'linde'])
    expect(err).not.toContain('quotes')
  })
})
