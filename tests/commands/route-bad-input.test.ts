import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'
import { type Files, inMemory, openDisk } from '../../src/workspace/index.js'
import { diskSteps } from '../../src/workspace/steps.js'
import { pkcs12 } from '../support/certificates.js'
import { clausule } from '../support/cli.js'
import { filesIn, front, workspace } from '../support/workspace.js'

const NAME = 'linde/media'
const FILE = 'policies/linde/media.md'
const ROUTE = 'lang: nl\nroute:\n  - { body: Team, right: advice }\n  - { body: MR, right: adoption }'
const POLICY = `${front(ROUTE)}# Foto’s {#fotos}\n\nEen medewerker plaatst een foto na toestemming van de ouders. {#toestemming}\n`
const START = { '/w/policies/linde/organisation.yaml': 'name: De Linde\n', [`/w/${FILE}`]: POLICY }

/** A workspace in memory, whose day can be another for each step. */
function school(files: Readonly<Record<string, string>> = START) {
  const world = inMemory(files, { today: '2026-03-02' })
  const on = (today: string, ...argv: string[]) => clausule('/w', [...argv, '--quiet'], { files: { ...world, today } })
  const run = (...argv: string[]) => on('2026-03-02', ...argv)
  const text = (path = `/w/${FILE}`) => new TextDecoder().decode(world.read(path))
  const write = (bytes: string, path = `/w/${FILE}`) => world.write('/w', [{ path, bytes }])
  const decide = (body: string, ...more: string[]) => run('decide', NAME, '--body', body, '--decision', 'positive', ...more)
  return { world, on, run, text, write, decide }
}

const contents = (root: string) =>
  Object.fromEntries(filesIn(root).map((path) => [path, readFileSync(join(root, path), 'latin1')]))

/** A workspace on disk in which everybody has decided. */
async function decidedOn(root = workspace(POLICY)): Promise<string> {
  await clausule(root, ['propose', NAME, '--quiet'])
  for (const body of ['Team', 'MR']) await clausule(root, ['decide', NAME, '--body', body, '--decision', 'positive', '--quiet'])
  return root
}

describe('a route in which nobody adopts', () => {
  it('is refused, with who is in it', async () => {
    const { run, text, write } = school()
    write(POLICY.replace('right: adoption', 'right: consent'))
    const before = text()
    const { code, err } = await run('propose', NAME)
    expect([code, text()]).toEqual([1, before])
    expect(err).toContain('Unexpected route: Team, MR, of whom nobody adopts; expected a body with "right: adoption"')
  })
})

describe('a clock in the past', () => {
  it('is said by each step, and nothing is written', async () => {
    const { on, run, decide, text, write } = school()
    await run('propose', NAME)
    const refused = async (...argv: string[]) => {
      const before = text()
      const { code, err } = await on('2026-02-01', ...argv)
      expect([code, text()]).toEqual([1, before])
      return err
    }
    expect(await refused('decide', NAME, '--body', 'Team', '--decision', 'positive')).toContain(
      'Unexpected day 1 February 2026, expected one since the proposal of 2 March 2026',
    )
    await decide('Team')
    await decide('MR')
    const clock = 'The clock says 1 February 2026, and there is a decision of 2 March 2026: one of the two is wrong'
    expect(await refused('release', NAME)).toContain(clock)
    await run('release', NAME)
    write(text().replace('na toestemming', 'na schriftelijke toestemming'))
    expect(await refused('propose', NAME)).toContain(clock)
    expect(await refused('withdraw', NAME)).not.toBe('')
  })
})

describe('two decisions at once', () => {
  it('the one that would take the place of the other is refused, and given again it is recorded as well', async () => {
    const root = workspace(POLICY.replace('right: advice', 'right: information'))
    await clausule(root, ['propose', NAME, '--quiet'])
    const decide = (body: string, files: Files = openDisk()) =>
      clausule(root, ['decide', NAME, '--body', body, '--decision', 'positive', '--quiet'], { files })
    const disk = openDisk()
    // Between what the first has read and its writing, a second run does all of its own.
    const slow: Files = {
      ...disk,
      write: (home, outputs) => {
        const argv = ['decide', NAME, '--body', 'Team', '--decision', 'positive', '--quiet']
        execFileSync(process.execPath, [program, ...argv], { cwd: root })
        disk.write(home, outputs)
      },
    }
    const first = await decide('MR', slow)
    expect([first.code, first.err]).toEqual([1, expect.stringContaining('since it was read, expected nobody else to write it')])
    const recorded = () => [...readFileSync(join(root, FILE), 'utf8').matchAll(/decision: positive/g)].length
    expect(recorded()).toBe(1)
    expect((await decide('MR')).code).toBe(0)
    expect(recorded()).toBe(2)
  })

  it('of processes that begin together none is lost without a word', async () => {
    const root = workspace(POLICY.replace('right: advice', 'right: information'))
    await clausule(root, ['propose', NAME, '--quiet'])
    const decide = (body: string) =>
      new Promise<number | null>((ended) =>
        spawn(process.execPath, [program, 'decide', NAME, '--body', body, '--decision', 'positive', '--quiet'], {
          cwd: root,
          stdio: 'ignore',
        }).once('exit', ended),
      )
    const codes = await Promise.all(['Team', 'MR'].map(decide))
    const recorded = [...readFileSync(join(root, FILE), 'utf8').matchAll(/decision: positive/g)].length
    expect(recorded).toBe(codes.filter((code) => code === 0).length)
    expect(recorded).toBeGreaterThan(0)
  })
})

describe('a register that was edited by hand', () => {
  it.each<[string, (text: string) => string, RegExp]>([
    ['an outcome there is none of', (text) => text.replace('decision: positive', 'decision: ja'), /approvals/],
    [
      'a day that is none',
      (text) => text.replace(/date: 2026-03-02\n( +)body: Team/, 'date: gisteren\n$1body: Team'),
      /YYYY-MM-DD/,
    ],
    [
      'a hash of other words',
      (text) => text.replace(/(text: "?sha256:)(.)(?=[\s\S]*$)/, (_, head, digit) => head + (digit === '0' ? '1' : '0')),
      /decision|proposal|words/,
    ],
    ['front matter that is none any more', (text) => text.replace('approvals:', 'approvals: ['), /front-matter/],
  ])('%s: nothing more is recorded or released, and nothing is lost', async (_, spoil, said) => {
    const { run, decide, text, write } = school()
    await run('propose', NAME)
    await decide('Team', '--name', 'A. Bos')
    const edited = spoil(text())
    expect(edited).not.toBe(text())
    write(edited)
    for (const step of [await decide('MR'), await run('release', NAME)]) {
      expect(step.code).toBe(1)
      expect(step.err).toMatch(said)
    }
    expect(text()).toBe(edited)
  })
})

describe('a predecessor that was edited', () => {
  it.each([
    ['a word of it', 'van de ouders', 'van een ouder', 'release/changed'],
    ['a name in it', 'A. Bos', 'B. Bos', 'release/touched'],
  ])('%s: nothing is proposed or released on it', async (_, from, to, rule) => {
    const { run, decide, text, write } = school()
    await run('propose', NAME)
    await decide('Team')
    await decide('MR', '--name', 'A. Bos')
    await run('release', NAME)
    write(text().replace('na toestemming', 'na schriftelijke toestemming'))
    const release = '/w/policies/linde/releases/media@1.0.0.md'
    const whole = text(release)
    expect(whole).toContain(from)
    write(whole.replace(from, to), release)
    const before = text()
    const { code, err } = await run('propose', NAME)
    expect([code, text()]).toEqual([1, before])
    expect(err).toContain(rule)
    write(whole, release)
    expect((await run('propose', NAME)).code).toBe(0)
  })
})

describe('names with markup', () => {
  const HOSTILE = '<b onclick="x">[B](javascript:1)</b> {{q}} \\) /JS \u0007#'

  it('stay names in the papers, the calendar and the table', async () => {
    const files = {
      ...START,
      [`/w/${FILE}`]: POLICY.replace('title: Protocol sociale media', `title: ${JSON.stringify(HOSTILE)}`),
    }
    const { run, decide, text } = school(files)
    await run('propose', NAME)
    await decide('Team', '--name', HOSTILE)
    await decide('MR', '--name', HOSTILE, '--role', HOSTILE)
    expect((await run('release', NAME)).err).toBe('')
    const page = text('/w/out/linde/media-1.0.0.html')
    expect(page).not.toMatch(/<b onclick|href="javascript/)
    await run('status', '--ics', '/w/out/a.ics', '--format', 'html', '--output', '/w/out/status.html')
    expect(text('/w/out/a.ics')).toContain('<b onclick')
    expect(text('/w/out/a.ics')).not.toContain('\u0007')
    expect(text('/w/out/status.html')).not.toContain('<b onclick')
    expect((await run('verify', '/w/out/linde/media-1.0.0.pdf')).code).toBe(0)
  })

  it('stay names in a signature', async () => {
    const { world, run, decide } = school()
    await run('propose', NAME)
    await decide('Team')
    await decide('MR')
    world.write('/w', [{ path: '/w/out/x.p12', bytes: pkcs12('geheim', { name: HOSTILE }) }])
    const env = { CLAUSULE_CERTIFICATE_PASSWORD: 'geheim' }
    const today = { ...world, today: '2026-03-02' }
    const signed = (...argv: string[]) => clausule('/w', [...argv, '--quiet'], { files: today, env })
    expect((await signed('release', NAME, '--certificate', 'out/x.p12')).err).toBe('')
    const { code, out } = await signed('verify', '/w/out/linde/media-1.0.0.signed.pdf')
    expect([code, out]).toEqual([0, expect.stringContaining('<b onclick="x">')])
    expect(out).not.toContain('\u0007')
  })
})

const program = fileURLToPath(new URL('../../dist/cli.js', import.meta.url))

/** A file system of some size in kB, where this machine lets us make one. */
function smallDisk(size: number): string | undefined {
  const root = mkdtempSync(join(tmpdir(), 'clausule-full-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}k`, 'tmpfs', root], { stdio: 'ignore' })
  } catch {
    rmSync(root, { recursive: true })
    return undefined
  }
  onTestFinished(() => {
    execFileSync('umount', [root])
    rmSync(root, { recursive: true })
  })
  return root
}

describe('a disk that is full in the middle of a release', () => {
  it('at whichever file leaves all as it was, and the release can be made when there is room', async () => {
    const root = await decidedOn()
    const before = contents(root)
    const release = (files: Files) => clausule(root, ['release', NAME, '--quiet'], { files })
    const full = () => {
      throw Object.assign(new Error('no space left'), { code: 'ENOSPC', syscall: 'write', path: join(root, FILE) })
    }
    // Seven files, and the journal that says that all are there.
    for (const number of [0, 1, 4, 6, 7]) {
      let at = 0
      const write: typeof diskSteps.write = (path, bytes) => (at++ === number ? full() : diskSteps.write(path, bytes))
      const { code, out, err } = await release(openDisk({ steps: { ...diskSteps, write } }))
      expect([code, out]).toEqual([1, 'Nothing was written.\n'])
      expect(err).toMatch(/ENOSPC|room/)
      expect(contents(root)).toEqual(before)
    }
    expect((await release(openDisk())).code).toBe(0)
  })

  it('of a real file system too', async (context) => {
    const root = smallDisk(160)
    if (root === undefined) return context.skip('no file system can be mounted here')
    const files = { 'policies/linde/organisation.yaml': 'name: De Linde\n', [FILE]: POLICY }
    const outputs = Object.entries(files).map(([path, bytes]) => ({ path: join(root, path), bytes }))
    openDisk().write(root, outputs)
    await decidedOn(root)
    rmSync(join(root, 'out'), { recursive: true, force: true })
    openDisk().write(root, [{ path: join(root, 'vol.bin'), bytes: new Uint8Array(60_000) }])
    const before = contents(root)
    const { code, out, err } = await clausule(root, ['release', NAME, '--quiet'])
    expect([code, out]).toEqual([1, 'Nothing was written.\n'])
    expect(err).toContain('ENOSPC')
    expect(contents(root)).toEqual(before)
  })
})
