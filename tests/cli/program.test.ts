import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { VERBS } from '../../src/cli/verbs.js'
import { clausule } from '../support/cli.js'
import { filesIn, folder, front, workspace } from '../support/workspace.js'

const POLICY = `${front()}# Foto’s {#fotos}\n\nEen foto vraagt toestemming. {#toestemming}\n`

describe('the command line', () => {
  it('prints its help, with every command', async () => {
    const { code, out, err } = await clausule(folder(), ['--help'])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    for (const { name } of VERBS) expect(out).toMatch(new RegExp(`^  ${name}\\b`, 'm'))
  })

  it('answers to help as to --help', async () => {
    const root = folder()
    for (const verb of [[], ['build']])
      expect((await clausule(root, ['help', ...verb])).out).toBe((await clausule(root, [...verb, '--help'])).out)
  })

  it.each(VERBS.map(({ name }) => name))('prints help for %s with one example', async (name) => {
    const { code, out } = await clausule(folder(), [name, '--help'])
    expect(code).toBe(0)
    expect(out.match(/\$ clausule /g)).toHaveLength(1)
    expect(out).toContain('--json')
    expect(out).toContain('--workspace')
  })

  it.each([
    [['nonsense']],
    [['list', '--nonsense']],
    [['build', '--format', 'wav']],
    [['init']],
    [['list', '--workspace', '/nowhere']],
  ])('answers %j with 2', async (argv) => {
    const { code, out, err } = await clausule(folder(), argv)
    expect(code).toBe(2)
    expect(out).toBe('')
    expect(err).not.toBe('')
  })

  it('says where a workspace is expected', async () => {
    const { code, err } = await clausule(folder(), ['list'])
    expect(code).toBe(2)
    expect(err).toContain('clausule init')
  })

  it('finds the workspace upwards', async () => {
    const root = workspace(POLICY)
    const { code, out } = await clausule(join(root, 'policies', 'linde'), ['list'])
    expect(code).toBe(0)
    expect(out).toContain('linde/media')
  })

  it.each([
    ['nl', /linde\/media +1\.0\.0 +concept +/],
    ['en', /linde\/media +1\.0\.0 +draft +/],
  ])('lists where a policy stands in the language of the reader: %s', async (lang, line) => {
    const { out } = await clausule(workspace(POLICY), ['list', '--lang', lang])
    expect(out).toMatch(line)
  })

  it.each(
    VERBS.filter(({ name }) => !['init', 'import', 'new', 'watch', 'preview', 'desk', 'completion'].includes(name)).map(
      ({ name }) => [name],
    ),
  )('prints one JSON value and nothing else with --json: %s', async (name) => {
    const root = workspace(POLICY, { 'policies/linde/releases/media@0.9.0.md': POLICY })
    const versions = ['linde/media@0.9.0', 'linde/media']
    const given: Readonly<Record<string, readonly string[]>> = {
      diff: versions,
      'board-pack': versions,
      compare: versions,
      propose: ['linde/media'],
      decide: ['linde/media', '--body', 'MR', '--decision', 'positive'],
      release: ['linde/media'],
      sign: ['weg.pdf', '--certificate', 'weg.p12'],
      withdraw: ['linde/media'],
      adapt: ['sector/social-media@1.0.0', '--answers', '-'],
      deviations: ['weg/weg'],
      attach: ['weg/weg', '--template', 'sector/social-media'],
      upgrade: ['weg/weg'],
    }
    const argv = [name, ...(given[name] ?? [])]
    const { out } = await clausule(root, [...argv, '--json'], { env: { CLAUSULE_CERTIFICATE_PASSWORD: '' } })
    expect(() => JSON.parse(out)).not.toThrow()
    expect(JSON.parse(out)).toMatchObject({ schema: expect.stringMatching(/^clausule\/[a-z-]+@\d+$/) })
  })

  it('paints on a terminal only, and not where NO_COLOR is set', async () => {
    const root = workspace(`${front()}Zie [](#weg). {#zin}\n`)
    const terminal = { out: true, err: true, in: false }
    const escape = '\u001b['
    expect((await clausule(root, ['lint'])).err).not.toContain(escape)
    expect((await clausule(root, ['lint'], { terminal })).err).toContain(escape)
    expect((await clausule(root, ['lint'], { terminal, env: { NO_COLOR: '1' } })).err).not.toContain(escape)
  })

  it('finds with lint what no output could be made with, and a review date that passed', async () => {
    const root = workspace(`${front('review: 2020-01-01')}# Doel {#doel}\n\nWij vragen toestemming. {#vragen}\n`, {
      'policies/linde/organisation.yaml': 'name: De Linde\nbrand: { mark: mark.svg }\n',
      'policies/linde/mark.svg': '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>',
    })
    const { code, err } = await clausule(root, ['lint'])
    expect(code).toBe(1)
    expect(err.match(/brand\/value/g)).toHaveLength(1)
    expect(err).toContain('date/passed')
    expect((await clausule(root, ['build', '--format', 'html'])).err).not.toContain('date/passed')
  })

  it('counts what stops nothing instead of listing it with --quiet', async () => {
    const warned = `${front()}# Doel {#doel}\n\n### Te diep {#diep}\n\nNeem [...] in acht. {#zin}\n`
    const root = workspace(warned)
    const { code, err } = await clausule(root, ['lint', '--quiet'])
    expect({ code, err }).toEqual({
      code: 0,
      err: expect.stringMatching(/^[1-9] warnings?(?:, \d remarks?)? \(without --quiet each is listed\)\n$/),
    })
    const broken = workspace(`${warned}\nZie [](#weg). {#verwijzing}\n`)
    const stopped = await clausule(broken, ['lint', '--quiet'])
    expect(stopped.code).toBe(1)
    expect(stopped.err).toContain('reference/unresolved')
    expect(stopped.err).not.toContain('heading/skipped-level')
  })

  it('shows control characters of a file instead of sending them to the terminal', async () => {
    const root = workspace(`${front()}Zie [](<#a\u001b[31mb>). {#zin}\n`)
    const { err } = await clausule(root, ['lint'])
    expect(err).toContain('\\u001b')
    expect(err).not.toContain('\u001b')
  })
})

describe('ids', () => {
  const bare = `${front()}# Foto’s\n\nEen foto vraagt toestemming.\n\n- Een uitzondering geldt niet. {#uitzondering}\n`

  it('writes what is missing and leaves what stands', async () => {
    const root = workspace(bare)
    const { code } = await clausule(root, ['ids'])
    const text = readFileSync(join(root, 'policies/linde/media.md'), 'utf8')
    expect(code).toBe(0)
    expect(text).toMatch(/^# Foto’s \{#[a-z-]+\}$/m)
    expect(text).toContain('- Een uitzondering geldt niet. {#uitzondering}')
    await clausule(root, ['ids'])
    expect(readFileSync(join(root, 'policies/linde/media.md'), 'utf8')).toBe(text)
  })

  it('writes nothing with --dry-run', async () => {
    const root = workspace(bare)
    const { out } = await clausule(root, ['ids', '--dry-run'])
    expect(out).toMatch(/^-# Foto’s\n-?[\s\S]*^\+# Foto’s \{#/m)
    expect(readFileSync(join(root, 'policies/linde/media.md'), 'utf8')).toBe(bare)
  })

  it('writes nothing to a file it could not read whole', async () => {
    const broken = '---\ntitle: [\n---\n\n# Kop\n'
    const root = workspace(broken)
    expect((await clausule(root, ['ids'])).code).toBe(1)
    expect(readFileSync(join(root, 'policies/linde/media.md'), 'utf8')).toBe(broken)
  })
})

describe('build', () => {
  it('touches no file when one policy has an error', async () => {
    const root = workspace(POLICY, { 'policies/linde/kapot.md': `${front()}Zie [](#weg). {#zin}\n` })
    const { code, out, err } = await clausule(root, ['build', '--format', 'html'])
    expect(code).toBe(1)
    expect(out).toContain('Nothing was written')
    expect(err).toMatch(/policies\/linde\/kapot\.md\n +8:5 +error .*"weg".*reference\/unresolved/)
    expect(filesIn(root).filter((file) => file.startsWith('out/'))).toEqual([])
  })

  it('gives the same bytes twice', async () => {
    const root = workspace(POLICY)
    for (const format of ['html', 'json', 'markdown']) {
      await clausule(root, ['build', '--format', format])
    }
    const first = filesIn(join(root, 'out')).map((file) => readFileSync(join(root, 'out', file), 'utf8'))
    expect(first).toHaveLength(3)
    for (const format of ['html', 'json', 'markdown']) await clausule(root, ['build', '--format', format])
    expect(filesIn(join(root, 'out')).map((file) => readFileSync(join(root, 'out', file), 'utf8'))).toEqual(first)
  })

  it('names the organisation that is missing', async () => {
    const root = workspace(POLICY.replace('organisation: linde', 'organisation: eik'))
    const { code, err } = await clausule(root, ['build'])
    expect(code).toBe(1)
    expect(err).toMatch(/organisation "eik".*policies\/eik\/organisation\.yaml.*organisation\/missing/)
  })

  it.each(['../../etc', '/etc', 'a/b'])('keeps organisation "%s" inside the workspace', async (name) => {
    const root = workspace(POLICY.replace('organisation: linde', `organisation: "${name}"`))
    expect(await clausule(root, ['build'])).toMatchObject({ code: 1, err: expect.stringContaining('organisation/missing') })
  })

  it('refuses a path outside the workspace', async () => {
    const root = workspace(POLICY)
    const other = folder({ 'vreemd.md': POLICY })
    const { code, err } = await clausule(root, ['build', join(other, 'vreemd.md')])
    expect(code).toBe(1)
    expect(err).toContain('file/outside')
    expect(filesIn(root).filter((file) => file.startsWith('out/'))).toEqual([])
  })

  it.each(
    ['../../../geheim.svg', '/etc/passwd', 'https://example.org/logo.svg', 'weg.svg'].flatMap((mark) => [
      [mark, ['build', '--format', 'html']] as const,
      [mark, ['lint']] as const,
    ]),
  )('refuses the mark %s: %j', async (mark, command) => {
    const root = workspace(POLICY, { 'policies/linde/organisation.yaml': `name: De Linde\nbrand: { mark: "${mark}" }\n` })
    const { code, err } = await clausule(root, command)
    expect(code).toBe(1)
    expect(err).toMatch(/policies\/linde\/organisation\.yaml\n.*error.*brand\/value/)
  })
})

describe('what was decided', () => {
  const RELEASE = `${front()}Oud. {#zin}\n\nNog geen id.\n`

  it.each(['linde/media@0.9.0', 'policies/linde/releases/media@0.9.0.md'])('is never written to: ids %s', async (name) => {
    const root = workspace(POLICY, { 'policies/linde/releases/media@0.9.0.md': RELEASE })
    const { code, err } = await clausule(root, ['ids', name])
    expect(code).toBe(1)
    expect(err).toContain('file/frozen')
    expect(readFileSync(join(root, 'policies/linde/releases/media@0.9.0.md'), 'utf8')).toBe(RELEASE)
  })

  it('is never brought back over the working text by ids on a revision', async () => {
    const root = workspace(RELEASE)
    const git = (...args: string[]) =>
      execFileSync('git', ['-C', root, '-c', 'user.name=Test', '-c', 'user.email=test@example.org', ...args], { stdio: 'pipe' })
    git('init', '-q')
    git('add', '.')
    git('commit', '-qm', 'First')
    writeFileSync(join(root, 'policies/linde/media.md'), POLICY)
    expect((await clausule(root, ['ids', 'linde/media@git:HEAD'])).err).toContain('file/frozen')
    expect(readFileSync(join(root, 'policies/linde/media.md'), 'utf8')).toBe(POLICY)
  })

  it('is missed, or not what its successor says it was', async () => {
    const next = (hash: string) => `${front(`predecessor: { version: 0.9.0${hash} }`)}Nieuw. {#zin}\n`
    expect((await clausule(workspace(next('')), ['lint'])).err).toContain('release/missing')
    const root = workspace(next(`, hash: "sha256:${'0'.repeat(64)}"`), { 'policies/linde/releases/media@0.9.0.md': POLICY })
    expect(await clausule(root, ['lint'])).toMatchObject({ code: 1, err: expect.stringContaining('release/changed') })
  })
})

describe('the disk', () => {
  it('is asked once for a policy that is named twice', async () => {
    const root = workspace(POLICY)
    expect(await clausule(root, ['build', '--format', 'json', 'linde/media', 'policies/linde/media.md'])).toMatchObject({
      code: 0,
    })
    expect(filesIn(join(root, 'out'))).toHaveLength(1)
  })

  it('holds no two policies under one output name', async () => {
    const root = workspace(POLICY, { 'policies/linde/foto en film.md': POLICY, 'policies/linde/foto-en-film.md': POLICY })
    expect(await clausule(root, ['build', '--format', 'json'])).toMatchObject({
      code: 1,
      err: expect.stringContaining('file/collision'),
    })
    expect(filesIn(root).filter((file) => file.startsWith('out/'))).toEqual([])
  })

  it.each([
    ['a file where a folder should come', { out: 'x' }],
    ['a folder where a file should come', { 'out/linde/media-1.0.0.json/x': 'x' }],
  ])('may refuse: %s is a message and no stack', async (_, more) => {
    const root = workspace(POLICY, more)
    const { code, err } = await clausule(root, ['build', '--format', 'json'])
    expect(code).toBe(1)
    expect(err).toContain('file/system')
    expect(err).not.toContain('    at ')
  })

  it('keeps the texts that are compared', async () => {
    const root = folder({ 'a.md': '# Een\n', 'b.md': '# Twee\n' })
    expect((await clausule(root, ['diff', 'a.md', 'b.md', '--format', 'html', '--output', 'b.md'])).code).toBe(2)
    expect(readFileSync(join(root, 'b.md'), 'utf8')).toBe('# Twee\n')
  })
})

describe('any Markdown', () => {
  const readme = '# Project\n\nSee [usage](#usage) and [x].\n\n<b>html</b>\n\n[x]: https://example.org\n\n## Usage\n\nRun it.\n'

  it('can be compared outside a workspace, whatever it holds', async () => {
    const root = folder({ 'a.md': readme, 'b.md': readme.replace('Run it.', 'Never run it.') })
    expect((await clausule(root, ['diff', 'a.md', 'b.md'])).code).toBe(0)
    expect((await clausule(root, ['diff', 'a.md', 'b.md', '--format', 'html', '--output', 'd.html'])).code).toBe(0)
    expect(JSON.parse((await clausule(root, ['diff', 'a.md', 'b.md', '--json'])).out).summary).toBeDefined()
  })
})

describe('the terminal', () => {
  it('marks a table that is new and keeps the strike of the author', async () => {
    const root = folder({
      'a.md': '# Kop\n\nTekst ~~niet~~ hier.\n',
      'b.md': '# Kop\n\nTekst ~~niet~~ daar.\n\n| A | B |\n|---|---|\n| x | y |\n',
    })
    const { out } = await clausule(root, ['diff', 'a.md', 'b.md'])
    expect(out).toContain('Tekst ~~niet~~ [-hier-]{+daar+}.')
    expect(out).toContain('{+A | B+}')
    expect(out).toContain('{+x | y+}')
  })
})

describe('an organisation', () => {
  it('is the one in whose folder a policy stands', async () => {
    const root = workspace(POLICY, { 'policies/eik/organisation.yaml': 'name: De Eik\n', 'policies/eik/media.md': POLICY })
    expect(await clausule(root, ['build'])).toMatchObject({ code: 1, err: expect.stringContaining('organisation/other') })
  })

  it('that cannot be read stops every paper', async () => {
    const broken = { 'policies/linde/organisation.yaml': 'name: [De Linde\n', 'policies/linde/releases/media@0.9.0.md': POLICY }
    const root = workspace(POLICY, broken)
    expect((await clausule(root, ['board-pack', 'linde'])).code).toBe(1)
    expect((await clausule(root, ['diff', 'linde', '--format', 'html'])).code).toBe(1)
    expect(filesIn(root).filter((file) => file.startsWith('out/'))).toEqual([])
  })

  it('has its own words at the head and foot of its pages', async () => {
    const brand = (footer: string) => ({ 'policies/linde/organisation.yaml': `name: De Linde\nbrand: { footer: "${footer}" }\n` })
    const good = workspace(POLICY, brand('{{title}}, {{status}}'))
    expect((await clausule(good, ['build', '--format', 'html'])).code).toBe(0)
    expect(readFileSync(join(good, 'out/linde/media-1.0.0.html'), 'utf8')).toContain('Protocol sociale media, Concept')
    const bad = workspace(POLICY, brand('{{#if title}}x'))
    expect(await clausule(bad, ['build'])).toMatchObject({ code: 1, err: expect.stringContaining('brand/value') })
  })
})
