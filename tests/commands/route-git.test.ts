import { execFileSync } from 'node:child_process'
import { chmodSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { clausule } from '../support/cli.js'
import { front, workspace } from '../support/workspace.js'

const NAME = 'linde/media'
const ROUTE = 'lang: en\nroute:\n  - { body: MR, right: adoption }'
const POLICY = `${front(ROUTE)}# Photos {#fotos}\n\nA teacher takes a photo after the parents agreed. {#toestemming}\n`
const TEXT = 'policies/linde/media.md'
const RELEASE = 'policies/linde/releases/media@1.0.0.md'

/** A workspace in a repository of its own, with one commit, and somebody who commits. */
function school() {
  const root = workspace(POLICY, { '.gitignore': 'out/\n', 'notes.txt': 'one\n' })
  const git = (...argv: string[]): string =>
    execFileSync('git', argv, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim()
  git('init', '--quiet', '--initial-branch=main')
  git('config', 'user.name', 'A. Bos')
  git('config', 'user.email', 'a@example.org')
  git('config', 'commit.gpgsign', 'false')
  git('config', 'tag.gpgsign', 'false')
  git('add', '.')
  git('commit', '--quiet', '-m', 'Begin')
  const run = (...argv: string[]) => clausule(root, [...argv, '--quiet'])
  const inCommit = (revision = 'HEAD') => git('show', '--format=', '--name-only', revision).split('\n').sort()
  const decided = async () => {
    await run('propose', NAME)
    await run('decide', NAME, '--body', 'MR', '--decision', 'positive')
  }
  return { root, git, run, inCommit, decided }
}

type School = ReturnType<typeof school>

describe('a step in git', () => {
  it('is one commit of exactly its texts, and a release is tagged', async () => {
    const { run, git, inCommit, root } = school()
    const proposed = await run('propose', NAME, '--git')
    expect(proposed.out).toMatch(/committed as [0-9a-f]{7,}: Propose linde\/media 1\.0\.0\n$/)
    expect(inCommit()).toEqual([TEXT, expect.stringMatching(/^policies\/linde\/proposals\/media@1\.0\.0-/)])
    await run('decide', NAME, '--body', 'MR', '--decision', 'positive', '--git')
    expect(git('log', '-1', '--format=%s')).toBe('Record the decision of MR on linde/media 1.0.0: agreed')
    const done = await run('release', NAME, '--git', '--json')
    const { git: kept } = JSON.parse(done.out)
    expect(kept).toEqual({
      message: 'Release linde/media@1.0.0',
      tag: 'linde/media@1.0.0',
      commit: git('rev-parse', '--short', 'HEAD'),
    })
    expect(inCommit()).toEqual([TEXT, RELEASE])
    expect(git('rev-parse', 'linde/media@1.0.0^{commit}')).toBe(git('rev-parse', 'HEAD'))
    // What others have a copy of says which file it was.
    const [, file] = /file (sha256:[0-9a-f]{64})/.exec(git('tag', '-l', '--format=%(contents)', 'linde/media@1.0.0')) ?? []
    expect(readFileSync(join(root, TEXT), 'utf8')).toContain(file)
    expect(git('status', '--porcelain')).toBe('')
    await run('withdraw', NAME, '--git')
    expect([git('log', '-1', '--format=%s'), inCommit()]).toEqual(['Withdraw linde/media', [TEXT]])
  })

  it('leaves what else is staged or changed as it was', async () => {
    const { run, git, inCommit, root, decided } = school()
    await decided()
    writeFileSync(join(root, 'notes.txt'), 'two\n')
    git('add', 'notes.txt')
    writeFileSync(join(root, 'notes.txt'), 'three\n')
    writeFileSync(join(root, 'policies/linde/new.md'), POLICY)
    await run('release', NAME, '--git')
    expect(inCommit()).toEqual([TEXT, RELEASE])
    expect(git('diff', '--cached', '--name-only')).toBe('notes.txt')
    expect(git('show', ':notes.txt')).toBe('two')
    expect(git('status', '--porcelain', '--', 'policies/linde/new.md')).toBe('?? policies/linde/new.md')
  })

  it('is said where it is not asked for: the commands that would make it', async () => {
    const { run, git, root, decided } = school()
    await decided()
    const { out } = await run('release', NAME)
    const commands = out.split('To keep it in git (--git does it):\n')[1] ?? ''
    expect(git('log', '--format=%s')).toBe('Begin')
    execFileSync('sh', ['-e', '-c', commands], { cwd: root, stdio: 'ignore' })
    expect([git('log', '-1', '--format=%s'), git('tag')]).toEqual(['Release linde/media@1.0.0', 'linde/media@1.0.0'])
  })
})

describe('where git cannot take it, nothing is written', () => {
  it.each<[string, (of: School) => void, RegExp]>([
    ['a tag that is there', ({ git }) => git('tag', 'linde/media@1.0.0'), /There is a tag linde\/media@1\.0\.0 already/],
    ['no branch', ({ git }) => git('checkout', '--quiet', '--detach'), /git is on no branch/],
    [
      'a merge under way',
      ({ git, root }) => writeFileSync(join(root, '.git/MERGE_HEAD'), `${git('rev-parse', 'HEAD')}\n`),
      /A merge is under way/,
    ],
    ['nobody who commits', ({ git }) => git('config', 'user.name', ''), /does not know who commits/],
  ])('%s', async (_, spoil, said) => {
    const { decided, run, root, ...rest } = school()
    await decided()
    spoil({ decided, run, root, ...rest })
    const before = readFileSync(join(root, TEXT), 'utf8')
    const { code, out, err } = await run('release', NAME, '--git')
    expect([code, out]).toEqual([1, 'Nothing was written.\n'])
    expect(err).toMatch(said)
    expect(readFileSync(join(root, TEXT), 'utf8')).toBe(before)
  })

  it('no repository', async () => {
    const root = workspace(POLICY)
    const { code, err } = await clausule(root, ['propose', NAME, '--git', '--quiet'])
    expect([code, err]).toEqual([1, expect.stringContaining('stands in no git repository')])
    expect(readFileSync(join(root, TEXT), 'utf8')).toBe(POLICY)
  })
})

it('what a hook of the repository refuses is said, and stays unstaged', async () => {
  const { run, git, root, decided } = school()
  await decided()
  const hook = join(root, '.git/hooks/pre-commit')
  writeFileSync(hook, '#!/bin/sh\necho "not on Fridays" >&2\nexit 1\n')
  chmodSync(hook, 0o755)
  const { code, err, out } = await run('release', NAME, '--git')
  expect([code, err]).toEqual([1, expect.stringContaining('git did not commit them: not on Fridays')])
  expect(out).toContain(`made ${RELEASE}`)
  expect([git('diff', '--cached', '--name-only'), git('tag')]).toEqual(['', ''])
})

it('a name with signs of a shell or of a pattern stays a name', async () => {
  const { run, git, inCommit, root } = school()
  git('mv', TEXT, "policies/linde/it's [a] $(x).md")
  git('commit', '--quiet', '-m', 'Move')
  const name = "linde/it's [a] $(x)"
  await run('propose', name)
  await run('decide', name, '--body', 'MR', '--decision', 'positive')
  const refused = await run('release', name, '--git')
  expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('git takes no tag of the name')])
  const { out } = await run('release', name)
  const commands = (out.split('does it):\n')[1] ?? '').split('\n').slice(0, 2).join('\n')
  execFileSync('sh', ['-e', '-c', commands], { cwd: root, stdio: 'ignore' })
  expect(inCommit()).toEqual([`policies/linde/it's [a] $(x).md`, `policies/linde/releases/it's [a] $(x)@1.0.0.md`])
})
