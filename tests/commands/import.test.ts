import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { clauses } from '../../src/model/index.js'
import { readPolicy } from '../../src/read/index.js'
import { docx, p, run } from '../import/word.js'
import { clausule } from '../support/cli.js'
import { skipsOffice } from '../support/converters.js'
import { filesIn, folder, front, workspace } from '../support/workspace.js'

const TEXT = `Telefoonregels

Versie: 2.0

Vastgesteld door het bestuur op 3 mei 2022

1. In de les

a. De telefoon zit in de kluis van de klas.
b. Een docent mag een uitzondering maken voor een opdracht.

2. Daarbuiten

Op het plein mag een leerling bellen, zie artikel 1.a.

Schoolstraat 1, 1234 AB Utrecht
info@delinde.nl
`
const RTF = '{\\rtf1\\ansi Telefoonregels\\par\\par De telefoon blijft in de kluis van de klas.\\par}'
const WORDS = 'policies/basisschool-de-linde/telefoonregels.md'
const empty = (files: Readonly<Record<string, string | Uint8Array>> = {}) =>
  folder({ 'policies/.keep': '', 'regels.txt': TEXT, ...files })
const bring = (root: string, file: string, ...more: string[]) =>
  clausule(root, ['import', file, '--organisation', 'Basisschool De Linde', ...more])
const read = (root: string, path: string) => readFileSync(join(root, path), 'utf8')
const wordsById = (source: string) =>
  new Map(
    clauses(readPolicy(source, 'x.md').value).flatMap(({ id, node }) =>
      id === undefined || !('content' in node)
        ? []
        : [[id, node.content.map((inline) => ('value' in inline ? inline.value : '')).join('')]],
    ),
  )

describe('import', () => {
  it('makes the policy, the organisation and the receipt, and the policy lints without an error', async () => {
    const root = empty()
    const { code, out } = await bring(root, 'regels.txt')
    expect(code).toBe(0)
    expect(out).toContain('became basisschool-de-linde/telefoonregels')
    expect(filesIn(root)).toEqual(
      expect.arrayContaining([
        'out/basisschool-de-linde/telefoonregels-receipt.html',
        'policies/basisschool-de-linde/organisation.yaml',
        WORDS,
      ]),
    )
    expect(read(root, 'policies/basisschool-de-linde/organisation.yaml')).toBe(
      'name: Basisschool De Linde\naddress:\n  - Schoolstraat 1, 1234 AB Utrecht\nmail: info@delinde.nl\n',
    )
    expect(read(root, WORDS)).toContain('zie artikel [](#telefoon-zit-kluis)')
    expect((await clausule(root, ['lint'])).code).toBe(0)
    expect((await clausule(root, ['build', '--format', 'html'])).code).toBe(0)
  })

  it('prints the policy and the receipt with --json, several files as a list', async () => {
    const root = empty({ 'meer.md': '# Kleding\n\nEen pet gaat af in de klas.\n' })
    const one = JSON.parse((await bring(root, 'regels.txt', '--dry-run', '--json')).out)
    expect(one.policy).toMatchObject({ schema: 'clausule/policy@1', ref: 'basisschool-de-linde/telefoonregels' })
    expect(one.policy.markdown).toContain('De telefoon zit in de kluis')
    expect(one.receipt).toMatchObject({
      schema: 'clausule/receipt@1',
      source: { file: 'regels.txt', kind: 'text' },
      unaccounted: [],
    })
    expect(one.receipt.source.sha256).toMatch(/^[0-9a-f]{64}$/)
    const { imports } = JSON.parse((await bring(root, 'regels.txt', 'meer.md', '--dry-run', '--json')).out)
    expect(imports.map(({ policy }: { policy: { ref: string } }) => policy.ref)).toEqual([
      'basisschool-de-linde/telefoonregels',
      'basisschool-de-linde/kleding',
    ])
  })

  it('makes a workspace of a folder without one, of no more than what is brought in', async () => {
    const root = folder({ 'stukken/regels.txt': TEXT, 'stukken/foto.png': 'x' })
    const { code, out } = await bring(root, 'stukken')
    expect(code).toBe(0)
    expect(out).toContain('is now a workspace')
    expect(
      filesIn(root)
        .filter((path) => !path.startsWith('stukken/'))
        .sort(),
    ).toEqual([
      '.gitignore',
      'out/basisschool-de-linde/telefoonregels-receipt.html',
      'policies/basisschool-de-linde/organisation.yaml',
      WORDS,
    ])
    expect((await clausule(root, ['lint'])).code).toBe(0)
    expect((await bring(root, 'out')).err).toContain('without documents')
  })

  it('makes the folder a workspace with a model, too: every next command knows it, and the model can be adapted', async () => {
    const root = folder({ 'model.txt': 'Lockers\n\nVersion: 1.0\n\n1. Use\n\na. A pupil of [name of school] has a locker.\n' })
    const brought = await clausule(root, ['import', '--as-template', 'model.txt', '--organisation', 'Heath'])
    expect(brought.out).toContain('is now a workspace')
    expect((await clausule(root, ['list'])).out).toContain('heath/lockers')
    expect((await clausule(root, ['lint', 'heath/lockers'])).code).toBe(0)
    expect(
      (await clausule(root, ['init', '--organisation', 'Linde', '--subject', 'privacy', '--lang', 'en', '--yes'])).code,
    ).toBe(0)
    writeFileSync(join(root, 'answers.yaml'), 'parameters: { name-school: Linde }\n')
    const adapted = await clausule(root, ['adapt', 'heath/lockers', '--organisation', 'linde', '--answers', 'answers.yaml'])
    expect(adapted).toMatchObject({ code: 0, err: '' })
    expect(read(root, 'policies/linde/lockers.md')).toContain('name-school: Linde')
    // Layouts and words under templates/ make no workspace of a folder.
    const other = folder({ 'templates/pages/page.hbs': '' })
    expect((await clausule(other, ['list'])).err).toContain('There is no workspace at or above')
  })

  it('writes nothing with --dry-run, in a workspace or outside one', async () => {
    const root = empty()
    expect((await bring(root, 'regels.txt', '--dry-run')).out).toContain(`would make ${WORDS}`)
    const outside = folder({ 'regels.txt': TEXT })
    expect((await clausule(outside, ['import', 'regels.txt', '--dry-run'])).code).toBe(0)
    expect([...filesIn(root), ...filesIn(outside)]).toEqual(['policies/.keep', 'regels.txt', 'regels.txt'])
  })

  it('overwrites nothing, and says how to go on', async () => {
    const root = empty({ 'anders.txt': TEXT.replace('kluis', 'tas') })
    await bring(root, 'regels.txt')
    const before = read(root, WORDS)
    const { code, err } = await bring(root, 'anders.txt')
    expect(code).toBe(2)
    expect(err).toContain('--into basisschool-de-linde/telefoonregels')
    expect(read(root, WORDS)).toBe(before)
    expect((await bring(root, 'regels.txt')).code, 'the same file again').toBe(0)
  })

  it.each([
    [['import']],
    [['import', 'regels.txt']],
    [['import', 'regels.txt', '--organisation', '***']],
    [['import', 'regels.txt', '--into', 'linde/nergens']],
    [['import', 'regels.txt', 'regels.txt', '--organisation', 'linde', '--as', 'x']],
    [['import', 'regels.txt', '--organisation', 'linde', '--changes', 'keep']],
  ])('answers %j with 2', async (argv) => {
    const { code, err, out } = await clausule(empty(), argv)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).not.toBe('')
  })

  it.each([
    ['weg.docx', undefined, /weg\.docx/],
    ['half.docx', docx(p('Regels')).slice(0, 300), /whole file/],
    ['leeg.txt', '', /empty/],
  ])('refuses %s with a reason and writes nothing', async (name, bytes, reason) => {
    const root = empty(bytes === undefined ? {} : { [name]: bytes })
    const before = filesIn(root)
    const { code, err } = await bring(root, name, 'regels.txt')
    expect(code).toBe(1)
    expect(err).toMatch(reason)
    expect(filesIn(root)).toEqual(before)
  })

  it('names the program that reads an older format, where it is not installed', async () => {
    vi.stubEnv('PATH', '')
    const root = empty({ 'oud.rtf': RTF })
    const { code, err } = await bring(root, 'oud.rtf')
    vi.unstubAllEnvs()
    expect({ code, err }).toMatchObject({ code: 1, err: expect.stringMatching(/RTF.*LibreOffice/) })
  })

  it.skipIf(skipsOffice)('reads an older format by way of LibreOffice, and says so', async () => {
    const root = empty({ 'oud.rtf': RTF })
    const { code, err } = await bring(root, 'oud.rtf', '--as', 'oud')
    expect({ code, err }).toMatchObject({ code: 0, err: expect.stringMatching(/RTF.*LibreOffice/) })
    expect(read(root, 'policies/basisschool-de-linde/oud.md')).toContain('De telefoon blijft in de kluis van de klas.')
    const sha = createHash('sha256').update(RTF).digest('hex')
    const { out } = await bring(root, 'oud.rtf', '--as', 'oud', '--dry-run', '--json')
    expect(JSON.parse(out).receipt.source).toMatchObject({ file: 'oud.rtf', sha256: sha })
  })

  it('takes the texts of several organisations on one subject, each to the one it names', async () => {
    const text = (name: string) => TEXT.replace('Telefoonregels', `Telefoonregels\n\nOrganisatie: ${name}`)
    const root = folder({ 'policies/.keep': '', 'a/een.txt': text('Stichting Het Perk'), 'a/twee.txt': text('De Boomgaard') })
    expect((await clausule(root, ['import', 'a', '--subject', 'telefoon'])).code).toBe(0)
    expect(filesIn(root)).toEqual(
      expect.arrayContaining(['policies/de-boomgaard/telefoon.md', 'policies/stichting-het-perk/telefoon.md']),
    )
    expect((await clausule(root, ['import', 'a', '--subject', 'x', '--as', 'y'])).code).toBe(2)
  })

  it('writes no policy that would lose words, unless that is accepted', async () => {
    const cell = 'woord '.repeat(4000)
    const root = empty({
      'lang.html': `<h1>Lang</h1><p>Een zin.</p><table><tr><th>A</th><th>B</th></tr><tr><td>een</td><td>${cell}</td></tr><tr><td>twee</td><td>drie</td></tr></table>`,
    })
    const lost = await bring(root, 'lang.html', '--as', 'lang')
    expect(lost.code).toBe(1)
    expect(lost.err).toContain('import/unaccounted')
    expect(existsSync(join(root, 'policies/basisschool-de-linde'))).toBe(false)
    expect((await bring(root, 'lang.html', '--as', 'lang', '--accept-loss')).code).toBe(0)
    expect(read(root, 'policies/basisschool-de-linde/lang.md')).toContain('woord')
  })

  it('takes a policy file as it is, with its ids and front matter', async () => {
    const source = `${front()}# Foto’s {#fotos}\n\nEen foto vraagt toestemming. {#vaste-naam topic=foto}\n`
    const root = empty({ 'media.md': source })
    expect((await clausule(root, ['import', 'media.md', '--organisation', 'Basisschool De Linde'])).code).toBe(0)
    expect(read(root, 'policies/basisschool-de-linde/protocol-sociale-media.md')).toBe(
      source.replace('organisation: linde', 'organisation: basisschool-de-linde'),
    )
  })

  it('keeps the front matter of another program out of the policy, and accounts for it', async () => {
    const root = empty({ 'blog.md': '---\nlayout: post\ntitle: Kleding\n---\n\n# Kleding\n\nEen pet gaat af.\n' })
    const { receipt } = JSON.parse((await bring(root, 'blog.md', '--dry-run', '--json')).out)
    expect(receipt.fragments[0]).toMatchObject({ text: 'layout: post', fate: 'dropped', line: 2 })
  })

  it('names what a secretary would ask about, at the line of the source', async () => {
    const text = TEXT.replace('Versie: 2.0\n\n', '')
      .replace('van de klas', 'van de de klas')
      .replace('een opdracht.', 'een opdrachtje op Hyves, met [...] erbij.')
    const root = empty({ 'fouten.txt': text })
    const { receipt } = JSON.parse((await bring(root, 'fouten.txt', '--dry-run', '--json')).out)
    expect(receipt.findings).toMatchObject([
      { rule: 'import/missing', line: 1, message: 'The document names no version; 1.0.0 was taken' },
      { rule: 'import/missing', line: 1, message: 'The document names no day on which it enters into force' },
      { rule: 'word/slip', line: 7, message: 'Unexpected "de de", expected "de" once' },
      { rule: 'name/outdated', line: 8, message: '"Hyves" no longer exists under that name since 2013-12-02' },
      { rule: 'placeholder/unfilled', line: 8, message: 'Unexpected blank "[...]", expected the words that belong there' },
    ])
  })
})

describe('import --into', () => {
  const into = (root: string, ...more: string[]) =>
    clausule(root, ['import', ...more, '--into', 'basisschool-de-linde/telefoonregels'])
  const release = (version: string) => `policies/basisschool-de-linde/releases/telefoonregels@${version}.md`

  it('makes a pile of files a history: older ones releases, a newer one the working text, ids kept', async () => {
    const root = empty({
      'oud.txt': TEXT.replace('Versie: 2.0', 'Versie: 1.0').replace('kluis van de klas', 'tas van de leerling'),
      'nieuw.txt': TEXT.replace('Versie: 2.0', 'Versie: 3.0').replace('mag een leerling bellen', 'mag een leerling niet bellen'),
    })
    await bring(root, 'regels.txt')
    const first = read(root, WORDS)
    expect((await into(root, 'oud.txt', 'nieuw.txt')).code).toBe(0)
    expect(read(root, release('2.0.0')), 'the former working text, byte for byte').toBe(first)
    const ids = (path: string) => [...wordsById(read(root, path)).keys()]
    expect(ids(release('1.0.0'))).toEqual(ids(release('2.0.0')))
    expect(ids(WORDS)).toEqual(ids(release('2.0.0')))
    expect(read(root, release('1.0.0'))).toContain('version: 1.0.0')
    expect(read(root, WORDS)).toMatch(/version: 3\.0\.0[\s\S]*predecessor:\n {2}version: 2\.0\.0\n {2}hash: sha256:/)
    const again = await into(root, 'oud.txt')
    expect(again.out).toContain('nothing new: basisschool-de-linde/telefoonregels 1.0.0')
  })

  it('gives new clauses new ids, and never one that another version has', async () => {
    const root = empty({
      'zonder.txt': TEXT.replace(/^a\. .*\nb\./m, 'a.')
        .replace('Versie: 2.0', 'Versie: 2.1')
        .replace('artikel 1.a', 'artikel 1'),
      'weer.txt': TEXT.replace('Versie: 2.0', 'Versie: 2.2').replace(
        'De telefoon zit in de kluis van de klas.',
        'Wie een telefoon zit te poetsen bij de kluis, helpt voortaan de conciërge met vegen van het plein.',
      ),
    })
    await bring(root, 'regels.txt')
    await into(root, 'zonder.txt')
    expect(wordsById(read(root, WORDS)).has('telefoon-zit-kluis')).toBe(false)
    await into(root, 'weer.txt')
    const words = wordsById(read(root, WORDS))
    expect(words.get('telefoon-zit-kluis')).toBeUndefined()
    expect([...words.values()].some((text) => text.startsWith('Wie een telefoon'))).toBe(true)
  })

  it('never takes changed words for adopted: they are a draft, and what was decided is history', async () => {
    const root = empty({
      'bewerkt.txt': TEXT.replace('kluis van de klas', 'kast van de klas'),
      'besloten.txt': TEXT.replace('Versie: 2.0', 'Versie: 3.0')
        .replace('3 mei 2022', '5 mei 2024')
        .replace('kluis van de klas', 'bak van de klas'),
    })
    await bring(root, 'regels.txt')
    expect(read(root, WORDS)).toContain('status: adopted')
    const edited = await into(root, 'bewerkt.txt')
    expect(edited.err).toContain('import/decided')
    expect(read(root, WORDS)).toContain('status: draft')
    expect(read(root, WORDS)).not.toContain('approvals:')
    expect(read(root, WORDS)).toMatch(
      /history:\n {2}- version: 2\.0\.0\n {4}date: 2022-05-03\n {4}summary: bestuur adoption 2022-05-03\n/,
    )
    expect(read(root, release('2.0.0'))).toContain('status: adopted')
    // A document that names a decision of its own keeps it.
    const decided = await into(root, 'besloten.txt')
    expect(decided.err).not.toContain('import/decided')
    expect(read(root, WORDS)).toMatch(/status: adopted[\s\S]*date: 2024-05-05/)
  })

  it('refuses a version that is there with other words', async () => {
    const root = empty({
      'oud.txt': TEXT.replace('Versie: 2.0', 'Versie: 1.0'),
      'ander.txt': TEXT.replace('Versie: 2.0', 'Versie: 1.0').replace('kluis', 'tas'),
    })
    await bring(root, 'regels.txt')
    // The same words are no version of their own.
    expect((await into(root, 'oud.txt')).out).toContain('nothing new')
    expect((await into(root, 'ander.txt')).code).toBe(0)
    const before = filesIn(root)
    const other = empty({ 'derde.txt': TEXT.replace('Versie: 2.0', 'Versie: 1.0').replace('kluis', 'doos') })
    const path = join(other, 'derde.txt')
    const { code, err } = await into(root, path)
    expect(code).toBe(1)
    expect(err).toContain('import/version')
    expect(filesIn(root)).toEqual(before)
  })

  it('makes two versions of a Word file with tracked changes', async () => {
    const tracked = `${run('Een telefoon mag ')}<w:del w:id="1"><w:r><w:delText>niet </w:delText></w:r></w:del><w:ins w:id="2">${run('soms ')}</w:ins>${run('mee naar de les van een docent.')}`
    const root = empty({ 'a.docx': docx(p('Wie te laat is, meldt zich bij de conciërge van de school.') + p(tracked)) })
    expect((await bring(root, 'a.docx', '--as', 'les', '--changes', 'both')).code).toBe(0)
    const [before, after] = ['releases/les@1.0.0.md', 'les.md'].map((file) =>
      wordsById(read(root, `policies/basisschool-de-linde/${file}`)),
    )
    expect([...(before?.values() ?? [])]).toContain('Een telefoon mag niet mee naar de les van een docent.')
    expect([...(after?.values() ?? [])]).toContain('Een telefoon mag soms mee naar de les van een docent.')
    expect([...(after?.keys() ?? [])]).toEqual([...(before?.keys() ?? [])])
  })
})

describe('a Word file that was built', () => {
  const LONG = 'toestemming-van-ouders-voor-het-gebruik-van-beelden-op-sociale-media'
  const POLICY = `${front(
    'numbering: { headings: [decimal], items: [lower-alpha] }\nparameters: { instelling: De Linde }\nroute: [{ body: MR, right: consent }]',
  )}# Beelden {#beelden}

1. {{instelling}} vraagt toestemming voor een foto.[^waar] {#${LONG} topic=foto}
2. Zie ook [](#${LONG}), en vraag bij twijfel de directie. {#twijfel}

**Let op:** {#let-op}

Een opname zonder toestemming wordt gewist. {#wissen .locked}

# Slot {#slot}

Dit protocol geldt voor iedereen. {#geldt}

[^waar]: Op het formulier van de administratie.
`

  it('comes back as what it was: ids, parameters, references, notes and topics', async () => {
    const root = workspace(POLICY)
    await clausule(root, ['build', '--format', 'docx'])
    const { out, code } = await clausule(root, ['import', 'out/linde/media-1.0.0.docx', '--into', 'linde/media'])
    expect({ code, out }).toMatchObject({ code: 0, out: expect.stringContaining('nothing new: linde/media 1.0.0') })
    expect(read(root, 'policies/linde/media.md')).toBe(POLICY)
  })

  it('keeps the numbering of the former text where the new one prints the same', async () => {
    const numbering = 'numbering: { headings: [none, upper-alpha], items: [decimal, lower-alpha] }\n'
    const text = `${front(numbering)}# Foto’s {#fotos}\n\nEen opname wordt gewist. {#wissen}\n`
    const made = workspace(text.replace('gewist', 'meteen gewist'))
    await clausule(made, ['build', '--format', 'docx'])
    const root = workspace(text, { 'terug.docx': readFileSync(join(made, 'out/linde/media-1.0.0.docx')) })
    expect((await clausule(root, ['import', 'terug.docx', '--into', 'linde/media'])).code).toBe(0)
    const { metadata } = readPolicy(read(root, 'policies/linde/media.md'), 'media.md').value
    expect(metadata.numbering).toEqual({ headings: ['none', 'upper-alpha'], items: ['decimal', 'lower-alpha'] })
  })

  it('comes back with its edits, and the rest as it was written', async () => {
    const root = workspace(POLICY.replace('wordt gewist', 'wordt meteen gewist'))
    await clausule(root, ['build', '--format', 'docx'])
    const edited = workspace(POLICY, { 'terug.docx': readFileSync(join(root, 'out/linde/media-1.0.0.docx')) })
    const { code } = await clausule(edited, ['import', 'terug.docx', '--into', 'linde/media'])
    expect(code).toBe(0)
    expect(read(edited, 'policies/linde/releases/media@1.0.0.md')).toBe(POLICY)
    const now = read(edited, 'policies/linde/media.md')
    expect(now.replace(/^---[\s\S]*?\n---\n/, '')).toBe(
      POLICY.replace('wordt gewist', 'wordt meteen gewist').replace(/^---[\s\S]*?\n---\n/, ''),
    )
    const { metadata } = readPolicy(now, 'x.md').value
    expect(metadata).toMatchObject({
      version: '1.1.0',
      predecessor: { version: '1.0.0' },
      parameters: { instelling: 'De Linde' },
      route: [{ body: 'MR', right: 'consent' }],
    })
  })

  it('gives both texts of a redline back', async () => {
    const next = POLICY.replace('version: 1.0.0', 'version: 1.1.0').replace('wordt gewist', 'wordt meteen gewist')
    const root = workspace(next, { 'policies/linde/releases/media@1.0.0.md': POLICY })
    await clausule(root, ['diff', 'linde/media@1.0.0', 'linde/media', '--format', 'docx', '--output', 'rood.docx'])
    const { out } = await clausule(root, ['import', 'rood.docx', '--changes', 'both', '--into', 'linde/media'])
    expect(out).toContain('nothing new: linde/media 1.0.0')
    expect(out).toContain('nothing new: linde/media 1.1.0')
  })
})
