import { execFileSync } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { SHELLS } from '../../src/cli/completion.js'
import { VERBS } from '../../src/cli/verbs.js'
import { RULES } from '../../src/model/index.js'
import { clausule } from '../support/cli.js'
import { folder, front, workspace } from '../support/workspace.js'

const installed = (shell: string): boolean =>
  (process.env.PATH ?? '').split(delimiter).some((directory) => existsSync(join(directory, shell)))

const script = async (shell: string): Promise<string> => (await clausule(folder(), ['completion', shell])).out

/** What bash offers for a line whose last word is begun. */
async function offered(cwd: string, ...line: string[]): Promise<string[]> {
  const list = JSON.stringify((await clausule(cwd, ['list', '--json'])).out)
  const run = [
    `clausule() { printf '%b' ${list.replaceAll("'", "'\\''")}; }`,
    await script('bash'),
    `COMP_WORDS=(${['clausule', ...line].map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${line.length}; _clausule`,
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is for bash
    'printf "%s\\n" "${COMPREPLY[@]}"',
  ].join('\n')
  return execFileSync('bash', ['--norc', '-c', run], { cwd, encoding: 'utf8' }).split('\n').filter(Boolean).sort()
}

describe('completion', () => {
  it.skipIf(!installed('bash'))('offers in bash what can come next', async () => {
    const root = workspace(`${front()}# Doel {#doel}\n\nWij vragen toestemming. {#vragen}\n`)
    expect(await offered(root, '')).toEqual([...VERBS.map(({ name }) => name), '--help', '--version'].sort())
    expect(await offered(root, 'b')).toEqual(['board-pack', 'build'])
    expect(await offered(root, 'build', '--f')).toEqual(['--format'])
    expect(await offered(root, 'diff', '--format', 'd')).toEqual(['docx'])
    expect(await offered(root, 'init', '--subject', 'c')).toEqual(['complaints'])
    expect(await offered(root, 'lint', '')).toEqual(['linde/media', 'media', 'sector/absence', 'sector/social-media'])
    for (const verb of ['propose', 'decide', 'adapt']) expect(await offered(root, verb, 'li'), verb).toEqual(['linde/media'])
    expect(await offered(root, 'list', '--workspace', 'pol')).toEqual(['policies'])
    expect(await offered(root, 'explain', '--lang', '')).toEqual(['en', 'nl'])
    expect(await offered(root, 'explain', 'paper/')).toEqual([
      'paper/older',
      'paper/other-words',
      'paper/signature',
      'paper/unknown',
    ])
    expect(await offered(root, 'explain', '')).toEqual(Object.keys(RULES).sort())
    writeFileSync(join(root, 'mededeling.pdf'), '')
    expect(await offered(root, 'verify', 'me')).toEqual(['mededeling.pdf', 'media'])
    expect(await offered(root, 'propose', 'me')).toEqual(['media'])
    expect(await offered(root, 'completion', '')).toEqual([...SHELLS].sort())
    expect(await offered(root, 'list', '')).toEqual([])
  })

  it.skipIf(!installed('fish'))('offers the same in fish', async () => {
    const root = workspace(`${front()}# Doel {#doel}\n\nWij vragen toestemming. {#vragen}\n`)
    const list = (await clausule(root, ['list', '--json'])).out
    writeFileSync(join(root, 'mededeling.pdf'), '')
    const asked = ['b', 'build --f', 'diff --format d', 'lint linde', 'explain paper/o', 'verify me', 'propose me'].map(
      (line) => `clausule ${line}`,
    )
    const run = [
      `function clausule; printf '%s' '${list.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'; end`,
      await script('fish'),
      ...asked.flatMap((line) => [`complete -C '${line}'`, 'echo']),
    ].join('\n')
    const out = execFileSync('fish', ['--no-config', '-c', run], { cwd: root, encoding: 'utf8' })
    const offered = out.split('\n\n').map((lines) =>
      lines
        .split('\n')
        .map((line) => line.split('\t')[0])
        .filter(Boolean)
        .sort(),
    )
    expect(offered).toEqual([
      ['board-pack', 'build'],
      ['--format'],
      ['docx'],
      ['linde/media'],
      ['paper/older', 'paper/other-words'],
      ['mededeling.pdf', 'media'],
      ['media'],
      [],
    ])
  })

  it.each(SHELLS)('knows every command and option in %s, in a script the shell reads', async (shell) => {
    const text = await script(shell)
    for (const { name, options } of VERBS) {
      expect(text).toContain(name)
      for (const [flags] of options) expect(text).toContain(flags.split(' ')[0]?.slice(shell === 'fish' ? 2 : 0))
    }
    // Not from standard input: fish takes none with -n.
    if (installed(shell)) execFileSync(shell, ['-n', join(folder({ script: text }), 'script')])
  })

  it('refuses another shell', async () => {
    expect(await clausule(folder(), ['completion', 'cmd'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('bash, zsh, fish'),
    })
  })
})
