import { spawn } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { EDITOR_SCHEMAS, LANGUAGES, metadataSchema } from '../../src/model/index.js'
import { SUBJECTS } from '../../src/secretariat/formats.js'
import { subjectOf } from '../../src/workspace/index.js'
import { clausule } from '../support/cli.js'
import { filesIn, folder, front, workspace } from '../support/workspace.js'

const POLICY = `${front()}# Foto’s {#fotos}\n\nEen foto vraagt toestemming. {#toestemming}\n`
const SOMEBODY = { terminal: { out: true, err: true, in: true } }

/** What of a JSON Schema is looked at. */
interface Described {
  readonly description?: string
  readonly properties?: Readonly<Record<string, Described>>
  readonly anyOf?: readonly Described[]
  readonly items?: Described
  readonly additionalProperties?: Described | boolean
}

/** Somebody who gives these answers, and then nothing. */
const answering = (...answers: string[]) => ({ ...SOMEBODY, ask: () => Promise.resolve(answers.shift() ?? '') })

/** The commands that a command names to go on with. */
const stepsIn = (out: string): string[] =>
  (/^Next:\n((?: {2}.*\n)+)/m.exec(out)?.[1] ?? '')
    .trimEnd()
    .split('\n')
    .map((line) => line.trim())

describe('init', () => {
  it('asks nothing with --yes, and makes a workspace in which everything works', async () => {
    const root = folder()
    const made = await clausule(root, ['init', '--organisation', 'Basisschool De Linde', '--yes'])
    expect(made).toMatchObject({ code: 0, err: '' })
    expect(filesIn(root)).toEqual([
      '.clausule/organisation.schema.json',
      '.clausule/policy.schema.json',
      '.gitignore',
      'policies/basisschool-de-linde/organisation.yaml',
      'policies/basisschool-de-linde/protocol-sociale-media.md',
    ])
    expect(await clausule(root, ['lint'])).toMatchObject({ code: 0, err: '' })
    expect(await clausule(root, ['build', '--format', 'html'])).toMatchObject({ code: 0 })
    expect(filesIn(join(root, 'out'))).toEqual(['basisschool-de-linde/protocol-sociale-media-0.1.0.html'])
  })

  it.each(['mijn-beleid', 'mijn beleid'])('names steps that work when they are copied: %s', async (name) => {
    const base = folder()
    const { out } = await clausule(base, ['init', name, '--organisation', 'De Linde', '--yes'])
    const [into, ...steps] = stepsIn(out)
    expect(into?.replaceAll('"', '')).toBe(`cd ${name}`)
    expect(steps.map((step) => step.split(' ')[1])).toEqual(['lint', 'build'])
    for (const step of steps) {
      const [program, ...argv] = step.split(' ')
      expect(program).toBe('clausule')
      expect(await clausule(join(base, name), argv)).toMatchObject({ code: 0, err: '' })
    }
    const [, pdf = ''] = /^Then open (.*)\.$/m.exec(out) ?? []
    const [, source = ''] = /^The text to edit is (.*);/m.exec(out) ?? []
    expect(existsSync(join(base, name, pdf))).toBe(true)
    expect(existsSync(join(base, name, source))).toBe(true)
  })

  it.each(LANGUAGES.flatMap((lang) => SUBJECTS.map((subject) => [subject, lang] as const)))(
    'makes a draft on %s in %s in which nothing is found but what is still to be written',
    async (subject, lang) => {
      const root = folder()
      await clausule(root, ['init', '--organisation', 'De Linde', '--subject', subject, '--lang', lang, '--yes'])
      const { messages } = JSON.parse((await clausule(root, ['lint', '--json'])).out)
      const found = messages.map(({ rule, severity }: Record<string, string>) => `${severity} ${rule}`)
      expect(found).toEqual(subject === 'blank' ? Array(2).fill('warning placeholder/unfilled') : [])
      const [policy] = JSON.parse((await clausule(root, ['list', '--json'])).out).policies
      const source = readFileSync(join(root, 'policies', `${policy.name}.md`), 'utf8')
      expect(source).toContain(`\nlang: ${lang}\n`)
      // A number alone reads as a number: what it is of stands before it.
      expect(source.match(/(?<!(?:artikel|hoofdstuk|clause|chapter) )\[\]\(#/g)).toBe(null)
    },
  )

  it.each(LANGUAGES)('puts no text before a board that only tells what to write there (%s)', async (lang) => {
    const root = folder()
    await clausule(root, [
      'init',
      '--organisation',
      'De Linde',
      '--title',
      'Honden',
      '--subject',
      'blank',
      '--lang',
      lang,
      '--yes',
    ])
    const path = join(root, 'policies/de-linde/honden.md')
    const source = readFileSync(path, 'utf8')
    writeFileSync(path, source.replace('status: draft', 'status: draft\nroute: [{ body: Bestuur, right: adoption }]'))
    const refused = await clausule(root, ['propose', 'honden'])
    expect([refused.code, refused.err.split('placeholder/unfilled').length - 1]).toEqual([1, 2])
    expect(readFileSync(path, 'utf8')).toContain('status: draft')
    const written = readFileSync(path, 'utf8').replace(/^1\. .*\n2\. .*$/m, '1. Honden blijven aan de lijn. {#lijn}')
    writeFileSync(path, written)
    expect((await clausule(root, ['propose', 'honden'])).code).toBe(0)
  })

  it('makes a draft that fits its title', async () => {
    const root = folder()
    await clausule(root, ['init', '--organisation', 'De Linde', '--title', 'Verzuim en verlof', '--yes'])
    const source = readFileSync(join(root, 'policies/de-linde/verzuim-en-verlof.md'), 'utf8')
    expect(source).toContain('title: Verzuim en verlof\n')
    expect(source).toContain('# Ziek melden')
  })

  it('asks in a terminal, again where an answer is none of the choices', async () => {
    const root = folder()
    const io = answering('De Linde', 'fr', 'nl', 'absence', '')
    expect((await clausule(root, ['init', 'werk'], io)).code).toBe(0)
    expect(filesIn(join(root, 'werk/policies'))).toEqual(['de-linde/organisation.yaml', 'de-linde/verzuimprotocol.md'])
  })

  it('says why it asks again, by the names of subjects in the language of the reader, which is that of the first policy', async () => {
    const root = folder()
    const asked: string[] = []
    const answers = [' ', 'De Linde', 'fr', '', 'verzuimbeleid', 'verzuim', '']
    const ask = (question: string) => {
      asked.push(question)
      return Promise.resolve(answers.shift() ?? '')
    }
    expect((await clausule(root, ['init', 'werk'], { ...SOMEBODY, ask, env: { LANG: 'nl_NL.UTF-8' } })).code).toBe(0)
    expect(asked[1]).toBe('Zonder naam gaat het niet.\nNaam van de organisatie: ')
    expect(asked[3]).toMatch(/^“fr” hoort daar niet bij\.\nTaal/)
    expect(asked[5]).toMatch(/^“verzuimbeleid” hoort daar niet bij\.\nOnderwerp .*sociale media, .*verzuim/)
    expect(filesIn(join(root, 'werk/policies'))).toContain('de-linde/verzuimprotocol.md')
    await clausule(root, ['init', 'work', '--organisation', 'Elm School', '--yes'], { env: { LANG: 'en_GB.UTF-8' } })
    expect(filesIn(join(root, 'work/policies'))).toContain('elm-school/social-media-protocol.md')
  })

  it('overwrites nothing', async () => {
    const root = workspace(POLICY)
    expect((await clausule(root, ['init', '--organisation', 'Linde', '--yes'])).code).toBe(2)
    expect(readFileSync(join(root, 'policies/linde/media.md'), 'utf8')).toBe(POLICY)
  })

  it('makes a policy of any title', async () => {
    const root = folder()
    const title = 'Regels: "foto\'s" & meer # 1 – 50 %'
    await clausule(root, ['init', '--organisation', 'De Linde', '--title', title, '--yes'])
    expect((await clausule(root, ['lint'])).code).toBe(0)
    expect(JSON.parse((await clausule(root, ['list', '--json'])).out).policies[0].title).toBe(title)
  })

  it('takes the workspace that is named, or the one it is called in', async () => {
    const base = folder()
    await clausule(base, ['init', '--workspace', 'hier', '--organisation', 'De Linde', '--yes'])
    expect(filesIn(base).every((file) => file.startsWith('hier/'))).toBe(true)
    await clausule(join(base, 'hier/policies/de-linde'), ['init', '--organisation', 'De Beuk', '--yes'])
    expect(filesIn(base)).toContain('hier/policies/de-beuk/organisation.yaml')
    const both = await clausule(base, ['init', 'daar', '--workspace', 'hier', '--organisation', 'De Es', '--yes'])
    expect(both.code).toBe(2)
    expect(filesIn(base).some((file) => file.includes('daar') || file.includes('de-es'))).toBe(false)
  })

  const program = fileURLToPath(new URL('../../dist/cli.js', import.meta.url))
  it.skipIf(!existsSync('/usr/bin/script') || !existsSync(program)).each([
    ['Ctrl+C', '\u0003'],
    ['Ctrl+D', '\u0004'],
  ])('stops at %s in a terminal, with no stack, no warning and no file', async (_name, key) => {
    const root = folder()
    const command = `"${process.execPath}" "${program}" init werk`
    const terminal = spawn('script', ['-qfec', command, '/dev/null'], { cwd: root })
    let shown = ''
    terminal.stdout.on('data', (bytes: Buffer) => {
      if (!shown.includes('organisation:') && `${shown}${bytes}`.includes('organisation:')) terminal.stdin.write(key)
      shown += bytes.toString()
    })
    const code = await new Promise((done) => terminal.on('close', done))
    expect(code).toBe(130)
    expect(
      shown
        .replace(/\u001b\[[0-9;?]*[A-Za-z]/g, '')
        .replaceAll('\r', '')
        .trim()
        .split('\n'),
    ).toEqual([expect.stringMatching(/^Name of the organisation: *(?:\^C)?$/), 'Stopped. Nothing was written.'])
    expect(filesIn(root)).toEqual([])
  })
})

describe('the schemas for editors', () => {
  it('stand where what init writes says they are', async () => {
    const root = folder()
    await clausule(root, ['init', '--organisation', 'De Linde', '--yes'])
    for (const file of ['organisation.yaml', 'protocol-sociale-media.md']) {
      const path = join(root, 'policies/de-linde', file)
      const [, schema = ''] = /^# yaml-language-server: \$schema=(.*)$/m.exec(readFileSync(path, 'utf8')) ?? []
      expect(JSON.parse(readFileSync(join(path, '..', schema), 'utf8'))).toMatchObject({
        type: 'object',
        additionalProperties: false,
      })
    }
  })

  it.each(LANGUAGES)('say of every key in %s what stands there, where an editor points at it', async (lang) => {
    const root = folder()
    await clausule(root, ['init', '--organisation', 'De Linde', '--lang', lang, '--yes'])
    const said: string[] = []
    const silent = (schema: Described, path: string): string[] => [
      ...Object.entries(schema.properties ?? {}).flatMap(([name, each]) => {
        said.push(each.description ?? '')
        const at = `${path}.${name}`
        return [...(/^.{3,}\.$/.test(each.description ?? '') ? [] : [at]), ...silent(each, at)]
      }),
      ...[...(schema.anyOf ?? []), schema.items, schema.additionalProperties].flatMap((each) =>
        typeof each === 'object' ? silent(each, path) : [],
      ),
    ]
    for (const name of ['policy', 'organisation']) {
      const schema = JSON.parse(readFileSync(join(root, `.clausule/${name}.schema.json`), 'utf8'))
      expect(silent(schema, name)).toEqual([])
      expect(schema.description).toMatch(/\.$/)
    }
    expect(said.length).toBeGreaterThan(100)
    expect(said.filter((words) => words.includes('{{'))).toEqual([])
    expect(said.some((words) => words.includes(lang === 'nl' ? 'Wie moet besluiten' : 'Who must decide'))).toBe(true)
  })

  it('are found from a release and from what was proposed, too', async () => {
    const root = folder()
    await clausule(root, ['init', '--organisation', 'De Linde', '--lang', 'nl', '--subject', 'absence', '--yes'])
    const home = join(root, 'policies/de-linde')
    const path = join(home, 'verzuimprotocol.md')
    writeFileSync(
      path,
      readFileSync(path, 'utf8').replace('status: draft', 'status: draft\nroute: [{ body: Bestuur, right: adoption }]'),
    )
    await clausule(root, ['propose', 'verzuimprotocol'])
    await clausule(root, ['decide', 'verzuimprotocol', '--body', 'Bestuur', '--decision', 'positive'])
    expect((await clausule(root, ['release', 'verzuimprotocol'])).code).toBe(0)
    const texts = filesIn(home).filter((file) => file.endsWith('.md'))
    expect(texts.map((file) => file.split('/')[0])).toEqual(['proposals', 'releases', 'verzuimprotocol.md'])
    for (const file of texts) {
      const [, schema = ''] = /^---\n# yaml-language-server: \$schema=(.*)$/m.exec(readFileSync(join(home, file), 'utf8')) ?? []
      expect([file, existsSync(join(home, file, '..', schema)), schema.endsWith('.json')]).toEqual([file, true, true])
    }
    expect((await clausule(root, ['verify'])).code).toBe(0)
  })

  it('know every key, what is required, and what a value may be', () => {
    const [policy, organisation] = [EDITOR_SCHEMAS.policy(), EDITOR_SCHEMAS.organisation()] as {
      required: string[]
      properties: Record<string, { enum?: string[]; pattern?: string }>
    }[]
    expect(Object.keys(policy?.properties ?? {})).toEqual(Object.keys(metadataSchema.shape))
    expect([policy?.required, organisation?.required]).toEqual([['title'], ['name']])
    expect(policy?.properties.status?.enum).toContain('adopted')
    expect(new RegExp(policy?.properties.review?.pattern ?? '^$').test('2026-08-01')).toBe(true)
  })
})

describe('the subject of a title', () => {
  it.each([
    ['Protocol sociale media', 'social-media'],
    ['Social media policy', 'social-media'],
    ['Schoolverzuim', 'absence'],
    ['Attendance policy', 'absence'],
    ['Klachtenregeling', 'complaints'],
    ['Privacyreglement', 'privacy'],
    ['AVG-beleid', 'privacy'],
    ['Pestprotocol', 'blank'],
    ['Gavgave', 'blank'],
  ])('of "%s" is %s', (title, subject) => {
    expect(subjectOf(undefined, title)).toBe(subject)
  })
})

describe('new', () => {
  it('adds a policy by its title or its name, in the language of the others, with steps that work', async () => {
    const root = workspace(POLICY.replace('status: draft', 'status: draft\nlang: en'))
    const titled = await clausule(root, ['new', 'Complaints, how we solve them'])
    expect(titled).toMatchObject({ code: 0, err: '' })
    const source = readFileSync(join(root, 'policies/linde/complaints-how-we-solve-them.md'), 'utf8')
    expect(source).toContain('title: Complaints, how we solve them\norganisation: linde\n')
    expect(source).toContain('# Making a complaint')
    for (const step of stepsIn(titled.out)) expect((await clausule(root, step.split(' ').slice(1))).code).toBe(0)
    await clausule(root, ['new', 'verzuim', '--lang', 'nl'])
    expect(readFileSync(join(root, 'policies/linde/verzuim.md'), 'utf8')).toContain('title: Verzuimprotocol\n')
    await clausule(root, ['new', 'linde/pest-protocol', '--lang', 'nl'])
    expect(readFileSync(join(root, 'policies/linde/pest-protocol.md'), 'utf8')).toContain('title: Pest protocol\n')
  })

  it('speaks the language of the policy it makes, as other commands do of theirs', async () => {
    const root = workspace(POLICY)
    expect((await clausule(root, ['new', 'Klachtenregeling', '--yes'])).out).toContain('Hierna:')
    expect((await clausule(root, ['new', 'Pestprotocol', '--lang', 'en'])).out).toContain('Next:')
  })

  it('overwrites nothing, and makes no organisation', async () => {
    const root = workspace(POLICY)
    const before = filesIn(root)
    for (const argv of [
      ['media'],
      ['beuk/verzuim'],
      ['verzuim', '--organisation', 'De Beuk'],
      ['..'],
      ['../verzuim'],
      ['linde/../x'],
    ]) {
      const { code, err } = await clausule(root, ['new', ...argv])
      const made = filesIn(root).filter((file) => !before.includes(file))
      const elsewhere = made.filter((file) => !file.startsWith('policies/linde/') && !file.startsWith('.clausule/'))
      expect({ argv, code, made: elsewhere }).toEqual({ argv, code, made: [] })
      if (argv[0] !== 'linde/../x') expect({ argv, code }).toEqual({ argv, code: 2 })
      else expect(err).toBe('')
    }
    expect(readFileSync(join(root, 'policies/linde/media.md'), 'utf8')).toBe(POLICY)
  })

  it('asks which organisation is meant where there are several', async () => {
    const root = workspace(POLICY, {
      'policies/beuk/organisation.yaml': 'name: De Beuk\n',
      'policies/beuk/media.md': POLICY.replace('linde', 'beuk'),
    })
    const unnamed = await clausule(root, ['new', 'verzuim'])
    expect(unnamed).toMatchObject({ code: 2, err: expect.stringContaining('beuk, linde') })
    expect((await clausule(root, ['new', 'verzuim', '--organisation', 'Beuk'])).code).toBe(0)
    expect((await clausule(root, ['new', 'linde/verzuim', '--organisation', 'beuk'])).code).toBe(2)
    expect(filesIn(root)).toContain('policies/beuk/verzuim.md')
  })
})
