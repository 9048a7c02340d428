import { readFileSync } from 'node:fs'
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

  it.each(VERBS.filter(({ name }) => !['init', 'import'].includes(name)).map(({ name }) => [name]))(
    'prints one JSON value and nothing else with --json: %s',
    async (name) => {
      const root = workspace(POLICY, { 'policies/linde/releases/media@0.9.0.md': POLICY })
      const argv = ['diff', 'board-pack', 'compare'].includes(name) ? [name, 'linde/media@0.9.0', 'linde/media'] : [name]
      const { out } = await clausule(root, [...argv, '--json'])
      expect(() => JSON.parse(out)).not.toThrow()
      expect(JSON.parse(out)).toMatchObject({ schema: expect.stringMatching(/^clausule\/[a-z-]+@\d+$/) })
    },
  )

  it('paints on a terminal only, and not where NO_COLOR is set', async () => {
    const root = workspace(`${front()}Zie [](#weg). {#zin}\n`)
    const terminal = { out: true, err: true, in: false }
    const escape = '\u001b['
    expect((await clausule(root, ['lint'])).err).not.toContain(escape)
    expect((await clausule(root, ['lint'], { terminal })).err).toContain(escape)
    expect((await clausule(root, ['lint'], { terminal, env: { NO_COLOR: '1' } })).err).not.toContain(escape)
  })

  it('shows control characters of a file instead of sending them to the terminal', async () => {
    const root = workspace(`${front()}Zie [](<#a\u001b[31mb>). {#zin}\n`)
    const { err } = await clausule(root, ['lint'])
    expect(err).toContain('\\u001b')
    expect(err).not.toContain('\u001b')
  })
})

describe('init', () => {
  it('asks nothing with --yes, and makes a workspace in which everything works', async () => {
    const root = folder()
    const made = await clausule(root, ['init', '--organisation', 'Basisschool De Linde', '--yes'])
    expect(made).toMatchObject({ code: 0, err: '' })
    expect(filesIn(root)).toEqual([
      '.gitignore',
      'policies/basisschool-de-linde/organisation.yaml',
      'policies/basisschool-de-linde/protocol-sociale-media.md',
    ])
    expect(await clausule(root, ['lint'])).toMatchObject({ code: 0, err: '' })
    expect(await clausule(root, ['build', '--format', 'html'])).toMatchObject({ code: 0 })
    expect(filesIn(join(root, 'out'))).toEqual(['basisschool-de-linde/protocol-sociale-media-0.1.0.html'])
  })

  it('asks in a terminal', async () => {
    const root = folder()
    const answers = ['De Linde', 'Verzuimbeleid']
    const { code } = await clausule(root, ['init', 'werk'], {
      terminal: { out: true, err: true, in: true },
      ask: () => Promise.resolve(answers.shift() ?? ''),
    })
    expect(code).toBe(0)
    expect(readFileSync(join(root, 'werk/policies/de-linde/verzuimbeleid.md'), 'utf8')).toContain('title: "Verzuimbeleid"')
  })

  it('overwrites nothing', async () => {
    const root = workspace(POLICY)
    expect((await clausule(root, ['init', '--organisation', 'Linde', '--yes'])).code).toBe(2)
    expect(readFileSync(join(root, 'policies/linde/media.md'), 'utf8')).toBe(POLICY)
  })

  it('makes a policy of any title', async () => {
    const root = folder()
    await clausule(root, ['init', '--organisation', 'De Linde', '--title', 'Regels: "foto\'s" & meer # 1 – 50 %', '--yes'])
    expect(await clausule(root, ['lint'])).toMatchObject({ code: 0, err: '' })
    expect(JSON.parse((await clausule(root, ['list', '--json'])).out).policies[0].title).toBe(
      'Regels: "foto\'s" & meer # 1 – 50 %',
    )
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

  it.each(['../../../geheim.svg', '/etc/passwd', 'https://example.org/logo.svg', 'weg.svg'])(
    'refuses the mark %s',
    async (mark) => {
      const root = workspace(POLICY, { 'policies/linde/organisation.yaml': `name: De Linde\nbrand: { mark: "${mark}" }\n` })
      const { code, err } = await clausule(root, ['build', '--format', 'html'])
      expect(code).toBe(1)
      expect(err).toMatch(/policies\/linde\/organisation\.yaml\n.*error.*brand\/value/)
    },
  )
})
