import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { shared } from '../../.esbuild/bundle.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const home = mkdtempSync(join(tmpdir(), 'clausule-git-'))
const repository = join(home, 'school')
const program = join(home, 'dist', 'cli.js')

/** git as on a machine that was never set up. */
const git = (...args: string[]): string =>
  execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], {
    cwd: repository,
    encoding: 'utf8',
    env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null', GIT_PAGER: 'cat' },
  })

const text = (rule: string) =>
  `---\ntitle: Regels\nlang: nl\n---\n\n# Foto’s {#fotos}\n\nOuders mogen ${rule} foto maken. {#ouders}\n`

beforeAll(async () => {
  // As published: one program with its templates beside it.
  await build({
    ...shared,
    entryPoints: { cli: join(root, 'src/cli/main.ts') },
    outdir: join(home, 'dist'),
    splitting: true,
    absWorkingDir: root,
  })
  for (const name of ['templates', 'package.json', 'node_modules']) symlinkSync(join(root, name), join(home, name))
  mkdirSync(repository)
  git('init', '--quiet')
  writeFileSync(join(repository, '.gitattributes'), '*.md diff=clausule\n')
  writeFileSync(join(repository, 'regels.md'), text('een'))
  git('add', '.')
  git('commit', '--quiet', '-m', 'First')
  writeFileSync(join(repository, 'regels.md'), text('geen'))
})
afterAll(() => rmSync(home, { recursive: true, force: true }))

test('git diff shows a policy clause by clause, with what the change means', () => {
  const shown = git('-c', `diff.clausule.command=node ${program} diff`, 'diff')
  expect(shown).toMatch(/^clausule diff regels\.md\nWijzigingen: Regels\n/)
  expect(shown).toContain('Ouders mogen [-een-]{+geen+} foto maken.')
  expect(shown).toContain('Van toegestaan naar verboden')
  expect(git('diff', '--no-ext-diff')).toContain('+Ouders mogen geen foto maken. {#ouders}')
})

test('a finding about a text does not end the output of git', () => {
  writeFileSync(join(repository, 'ander.md'), '# Regels\n\n<b>Vet</b>.\n')
  git('add', '.')
  const shown = git('-c', `diff.clausule.command=node ${program} diff`, 'diff', 'HEAD')
  expect(shown).toContain('clausule diff ander.md')
  expect(shown).toContain('clausule diff regels.md')
})
