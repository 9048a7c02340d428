import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { clausule } from '../support/cli.js'
import { edition, sector } from '../support/template.js'
import { filesIn, folder } from '../support/workspace.js'

const MODEL = edition(
  '1.0.0',
  ['school: { type: text, description: Naam van de school, example: De Linde }', 'dagen: { type: number, default: 5 }'],
  `Bespreek dit eerst. {#uitleg .guidance}

1. {{school}} antwoordt binnen {{dagen}} dagen. {#antwoord}
2. Elke foto vraagt toestemming. {#foto variant=streng}
3. Een herkenbare foto vraagt toestemming. {#foto variant=ruim}
4. De pers belt de directie. {#pers .optional}
`,
)

const home = (more: Readonly<Record<string, string>> = {}): string =>
  folder({
    'policies/linde/organisation.yaml': 'name: Basisschool De Linde\n',
    ...sector(MODEL),
    ...more,
  })

const made = (root: string) => readFileSync(join(root, 'policies/linde/protocol.md'), 'utf8')

describe('adapt', () => {
  it('writes the whole policy, pinned to the edition, from a file of answers', async () => {
    const root = home()
    const sheet = await clausule(root, ['adapt', 'bond/protocol@1.0.0', '--answers', '-'])
    expect(sheet).toMatchObject({ code: 0, err: '' })
    expect(sheet.out).toContain('  # Naam van de school\n  # Tekst\n  # Bijvoorbeeld: De Linde\n  school:\n')
    writeFileSync(join(root, 'a.yaml'), sheet.out.replace('school:', 'school: De Linde').replace('pers: true', 'pers: false'))
    const run = await clausule(root, ['adapt', 'bond/protocol@1.0.0', '--organisation', 'Linde', '--answers', 'a.yaml'])
    expect(run).toMatchObject({ code: 0, err: '' })
    expect(made(root)).toContain('extends:\n  template: bond/protocol\n  version: 1.0.0\n  hash: sha256:')
    expect(made(root)).toContain('parameters:\n  school: De Linde\n  dagen: 5\n')
    expect(made(root).split('---\n')[2]).toBe(`
# Regels {#regels}

1. {{school}} antwoordt binnen {{dagen}} dagen. {#antwoord}
2. Elke foto vraagt toestemming. {#foto variant=streng}
`)
    expect((await clausule(root, ['lint'])).out).toContain('no findings')
    expect((await clausule(root, ['adapt', 'bond/protocol@1.0.0', '--organisation', 'linde'])).err).toContain('is already there')
  })

  it('asks at the terminal, with help, a way back and the usual answer', async () => {
    const root = home()
    const answers = ['', 'x', '<', '?', 'De Linde', 'vijf', '7', 'ruim', 'nee']
    const asked: string[] = []
    const run = await clausule(root, ['adapt', 'bond/protocol', '--organisation', 'linde'], {
      terminal: { in: true, out: true, err: true },
      ask: async (question) => {
        asked.push(question)
        return answers.shift() ?? ''
      },
    })
    expect(run.code).toBe(0)
    expect(asked[0]).toBe('1/4 Naam van de school: ')
    expect(asked[2]).toBe('2/4 dagen [5]: ')
    expect(asked[3]).toBe('1/4 Naam van de school [x]: ')
    expect(run.err).toContain('For example: De Linde')
    expect(run.err).toContain('Unexpected answer "vijf" to "dagen", expected a number')
    expect(answers).toEqual([])
    expect(made(root)).toContain('dagen: 7')
    expect(made(root)).toContain('{#foto variant=ruim}')
    expect(made(root)).not.toContain('{#pers')
  })

  it.each([
    ['an answer that is missing', ['--answers', 'a.yaml'], 'parameters: { dagen: 3 }\n', /absence of an answer to "school"/],
    ['an answer of the wrong type', ['--answers', 'a.yaml'], 'parameters: { school: A, dagen: drie }\n', /expected a number/],
    ['a file that is not there', ['--answers', 'b.yaml'], '', /There is no file b\.yaml/],
    ['nobody to ask and no file', [], '', /absence of an answer to "school"/],
  ])('writes nothing for %s', async (_, flags, sheet, expected) => {
    const root = home({ 'a.yaml': sheet })
    const before = filesIn(root)
    const run = await clausule(root, ['adapt', 'bond/protocol@1.0.0', '--organisation', 'linde', ...flags])
    expect(run.code).not.toBe(0)
    expect(run.err).toMatch(expected)
    expect(filesIn(root)).toEqual(before)
  })

  it('says of a sheet that cannot be read what is wrong with it, and not that nothing was answered', async () => {
    const root = home({ 'a.yaml': 'parameters:\n  school: "De Linde\n', 'b.yaml': 'antwoorden: { school: De Linde }\n' })
    const run = (file: string) =>
      clausule(root, ['adapt', 'bond/protocol@1.0.0', '--organisation', 'linde', '--answers', file, '--json'])
    const [cut, other] = [JSON.parse((await run('a.yaml')).out), JSON.parse((await run('b.yaml')).out)]
    const said = ({
      messages,
    }: {
      readonly messages: readonly { readonly place: { readonly line: number }; readonly reason: string }[]
    }) => messages.map(({ place, reason }) => `${place.line} ${reason}`)
    expect(said(cut)).toEqual(['3 Unexpected YAML: a quotation mark or a bracket is not closed, or a comma is missing'])
    expect(said(other)).toEqual([expect.stringContaining('Unexpected key "antwoorden"')])
  })

  it('names the templates there are where one is not there, and no policy that has no edition', async () => {
    const policy = '---\ntitle: Regels\norganisation: linde\nversion: 0.1.0\nlang: nl\n---\n\nEen regel. {#regel}\n'
    const root = home({
      'policies/linde/regels.md': policy,
      'policies/linde/groen.md': policy,
      'policies/linde/releases/groen@1.0.0.md': policy,
    })
    const run = (name: string, lang: string) => clausule(root, ['adapt', name, '--organisation', 'linde', '--lang', lang])
    const wrong = await run('bond/protocl@1.0.0', 'nl')
    expect(wrong.code).toBe(1)
    expect(wrong.err).toContain('verwacht werd een model, of een beleidsstuk dat een uitgave heeft')
    expect(wrong.err).toContain('Is bond/protocol@1.0.0 bedoeld?')
    expect(wrong.err).toContain('linde/groen')
    expect(wrong.err).not.toContain('linde/regels')
    expect((await run('kelder', 'en')).err).toContain(
      'Unexpected name "kelder", expected a template or a policy that has an edition',
    )
  })

  it('takes no template with errors, none without an edition, and no edition that is gone', async () => {
    const broken = MODEL.replace('{#pers .optional}', '{#pers when=kleur}')
    const root = home({ 'templates/bond/releases/protocol@1.0.0.md': broken, 'templates/bond/los.md': MODEL })
    const run = (name: string) => clausule(root, ['adapt', name, '--organisation', 'linde', '--answers', '-'])
    expect((await run('bond/protocol@1.0.0')).err).toContain('Unexpected condition on the parameter "kleur"')
    expect((await run('bond/los')).err).toContain('has no edition yet')
    expect((await run('bond/protocol@3.0.0')).err).toContain('bond/protocol@1.0.0')
    expect(existsSync(join(root, 'policies/linde/protocol.md'))).toBe(false)
  })

  it('needs no templates of its own: those of the program are there', async () => {
    const root = folder({ 'policies/linde/organisation.yaml': 'name: De Linde\n' })
    expect((await clausule(root, ['list'])).out).toContain('sector/social-media')
    const sheet = await clausule(root, ['adapt', 'sector/social-media@1.0.0', '--answers', '-'])
    writeFileSync(join(root, 'a.yaml'), sheet.out.replace('school:', 'school: De Linde').replace('ingang:', 'ingang: 2026-08-01'))
    const run = await clausule(root, ['adapt', 'sector/social-media@1.0.0', '--organisation', 'linde', '--answers', 'a.yaml'])
    expect(run).toMatchObject({ code: 0, err: '' })
    expect((await clausule(root, ['lint', 'linde/social-media'])).out).toContain('no findings')
    const built = await clausule(root, ['build', 'linde/social-media', '--format', 'text'])
    expect(built.code).toBe(0)
    const text = readFileSync(join(root, 'out/linde/social-media-0.1.0.txt'), 'utf8')
    expect(text).toContain('De Linde gebruikt de website en Instagram om')
    expect(text.replace(/\s+/g, ' ')).toContain('geldt vanaf 1 augustus 2026')
  })
})

describe('a policy and its template', () => {
  const school = (extended: string) => `---
title: Protocol
organisation: linde
version: 1.0.0
lang: nl
extends: ${extended}
---

Elke foto vraagt toestemming. {#foto variant=streng}
`

  it('are told apart where the template changed under its pin, is not pinned, is gone, or leads back', async () => {
    const zeros = '0'.repeat(64)
    const pinned = school(`{ template: bond/protocol, version: 1.0.0, hash: "sha256:${zeros}" }`)
    const lint = async (files: Record<string, string>) => (await clausule(home(files), ['lint', 'linde/protocol'])).err
    expect(await lint({ 'policies/linde/protocol.md': pinned })).toMatch(
      /error +Unexpected template bond\/protocol@1\.0\.0 with fingerprint/,
    )
    expect(await lint({ 'policies/linde/protocol.md': school('bond/protocol@1.0.0') })).toMatch(
      /warning +Unexpected template .* without edition/,
    )
    expect(await lint({ 'policies/linde/protocol.md': school('bond/protocol@4.0.0') })).toContain('extends/missing')
    const around = school('linde/ander@1.0.0')
    const back = school('linde/protocol').replace('title: Protocol', 'title: Ander')
    expect(
      await lint({
        'policies/linde/protocol.md': around,
        'policies/linde/ander.md': back,
        'policies/linde/releases/ander@1.0.0.md': back,
      }),
    ).toContain('linde/protocol → linde/ander → linde/protocol')
  })

  it('are compared variant by variant, and a template prints what it asks, with its guidance', async () => {
    const next = MODEL.replace('version: 1.0.0', 'version: 1.1.0').replace('Een herkenbare foto', 'Een foto van een gezicht')
    const root = home({ 'templates/bond/protocol.md': next })
    const diff = JSON.parse((await clausule(root, ['diff', 'bond/protocol@1.0.0', 'bond/protocol', '--json'])).out)
    const fates = diff.clauses.filter(({ fate }: { fate: string }) => fate !== 'unchanged')
    expect(fates.map(({ fate, old }: { fate: string; old: { text: string }[] }) => [fate, old[0]?.text])).toEqual([
      ['edited', 'Een herkenbare foto vraagt toestemming.'],
    ])
    expect((await clausule(root, ['build', 'bond/protocol@1.0.0', '--format', 'text'])).code).toBe(0)
    const printed = readFileSync(join(root, 'out/bond/protocol-1.0.0.txt'), 'utf8')
    expect(printed).toContain('Toelichting: Bespreek dit eerst.')
    expect(printed).toContain('1. [school] antwoordt binnen [5] dagen.')
    // Two wordings of a provision have one number, as they will at a school.
    expect(printed).toContain(
      '2. Variant A: Elke foto vraagt toestemming.\n2. Variant B: Een herkenbare foto vraagt toestemming.',
    )
    expect(printed).toContain('3. (facultatief) De pers belt de directie.')
    expect(printed).toMatch(/Wat de school invult\n\nschool\n {2}Wat daar komt: Naam van de school/)
  })
})
