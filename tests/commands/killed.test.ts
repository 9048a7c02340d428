import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { clausule } from '../support/cli.js'
import { filesIn, folder, front, workspace } from '../support/workspace.js'

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
const program = at('../../dist/cli.js')
const stopping = at('../support/stopping.mjs')

type Contents = Readonly<Record<string, Buffer>>
const contents = (root: string): Contents =>
  Object.fromEntries(filesIn(root).map((path) => [path, readFileSync(join(root, path))]))
const same = (a: Contents, b: Contents) =>
  Object.keys(a).join() === Object.keys(b).join() && Object.keys(a).every((path) => a[path]?.equals(b[path] as Buffer))

/** The program in a process of its own, told at which of its steps in writing a signal reaches it. */
function run(root: string, args: readonly string[], told: Readonly<Record<`STOP_${string}`, string>>) {
  const env = { ...process.env, ...told }
  const { status, signal, stderr } = spawnSync(process.execPath, ['--import', stopping, program, ...args, '--quiet'], {
    cwd: root,
    env,
    encoding: 'utf8',
  })
  return { status, signal, stderr }
}

/** What a command finds and what it makes of it, and by which steps. */
interface Writing {
  readonly args: readonly string[]
  readonly before: Contents
  readonly after: Contents
  /** The calls that change files, by name. */
  readonly steps: readonly string[]
}

function writing(before: Contents, args: readonly string[], more: Readonly<Record<`STOP_${string}`, string>> = {}): Writing {
  const root = folder(before)
  const told = join(folder(), 'steps')
  expect(run(root, args, { STOP_STEPS: told, ...more })).toEqual({ status: 0, signal: null, stderr: '' })
  return { args, before, after: contents(root), steps: readFileSync(told, 'utf8').split('\n') }
}

/** What a folder holds once the next run, which only reads, has looked into it: all that was, or all that was to come. */
async function fate(root: string, { before, after }: Writing): Promise<string> {
  expect((await clausule(root, ['list', '--quiet'])).code).toBe(0)
  const found = contents(root)
  return same(found, before) ? 'old' : same(found, after) ? 'new' : `some of both: ${Object.keys(found).join(' ')}`
}

describe('two files that are written as one', () => {
  const twoFiles = (more: Readonly<Record<`STOP_${string}`, string>> = {}): Writing => {
    const policy = (name: string) => `${front()}# ${name}\n\nEen medewerker vraagt toestemming.\n\n- De ouder tekent.\n`
    return writing(contents(workspace(policy('Foto’s'), { 'policies/linde/verzuim.md': policy('Verzuim') })), ['ids'], more)
  }

  // What a killed run leaves is what stood there: it is put aside at each step of one run, and some are killed indeed.
  it('are all there or as they were, at whatever step the run was killed', async () => {
    const left = folder()
    const ids = twoFiles({ STOP_LEFT: left })
    expect(ids.steps.length).toBeGreaterThan(10)
    const fates = new Map<string, string>()
    for (const [step, name] of ids.steps.entries()) {
      // Only what is written can be there by half.
      for (const half of name === 'writeFileSync' ? ['', '-half'] : [''])
        fates.set(`${step}${half}`, await fate(join(left, `${step}${half}`), ids))
    }
    expect([...fates.keys()].sort()).toEqual(readdirSync(left).sort())
    expect(new Set(fates.values())).toEqual(new Set(['old', 'new']))

    const last = ids.steps.length - 1
    for (const step of [ids.steps.indexOf('writeFileSync'), last >> 1, last]) {
      const half = ids.steps[step] === 'writeFileSync'
      const root = folder(ids.before)
      const { signal } = run(root, ids.args, { STOP_AT: String(step), STOP_HALF: half ? 'half' : '' })
      expect([step, signal, await fate(root, ids)]).toEqual([step, 'SIGKILL', fates.get(`${step}${half ? '-half' : ''}`)])
    }
  })

  // One handler answers both, so that each step is tried with one of them.
  it('are all there when SIGINT or SIGTERM comes at any step, and nothing beside them', () => {
    const ids = twoFiles()
    for (const step of ids.steps.keys()) {
      const root = folder(ids.before)
      const [STOP_SIGNAL, status] = step % 2 === 0 ? (['SIGINT', 130] as const) : (['SIGTERM', 143] as const)
      expect(run(root, ids.args, { STOP_AT: String(step), STOP_SIGNAL }), `step ${step}`).toEqual({
        status,
        signal: null,
        stderr: '',
      })
      expect(same(contents(root), ids.after), `step ${step}`).toBe(true)
    }
  })
})

/** CLAUSULE_KILLS=200 for a longer run. */
const KILLS = Number(process.env.CLAUSULE_KILLS ?? 9)

it(
  `a release that is stopped, ${KILLS} times, is all there or not at all after the next run`,
  async () => {
    const NAME = 'linde/media'
    const ROUTE = 'lang: nl\nroute:\n  - { body: MR, right: adoption }'
    const begun = workspace(
      `${front(ROUTE)}# Foto’s {#fotos}\n\nEen medewerker plaatst een foto na toestemming van de ouders. {#toestemming}\n`,
    )
    await clausule(begun, ['propose', NAME, '--quiet'])
    await clausule(begun, ['decide', NAME, '--body', 'MR', '--decision', 'positive'])
    const release = writing(contents(begun), ['release', NAME])
    expect(Object.keys(release.after).length).toBeGreaterThan(Object.keys(release.before).length + 3)
    expect(release.steps.length).toBeGreaterThan(30)

    for (let kill = 0; kill < KILLS; kill++) {
      const root = folder(release.before)
      // Spread over all steps; those that were not met before, where there are more kills than steps.
      const step = Math.floor((kill * release.steps.length) / KILLS)
      const STOP_SIGNAL = ['SIGKILL', 'SIGINT', 'SIGTERM'][kill % 3] ?? ''
      const { status, signal } = run(root, release.args, {
        STOP_AT: String(step),
        STOP_SIGNAL,
        STOP_HALF: kill % 2 ? 'half' : '',
      })
      const found = `${status ?? signal} ${await fate(root, release)}`
      const fine = { SIGKILL: ['SIGKILL old', 'SIGKILL new'], SIGINT: ['130 new'], SIGTERM: ['143 new'] }[STOP_SIGNAL]
      expect(fine, `${STOP_SIGNAL} at step ${step} of ${release.steps.length}`).toContain(found)
    }
  },
  KILLS * 60_000,
)
