import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { randomFrom } from '../../bench/random.js'
import { clausule } from '../support/cli.js'
import { filesIn, folder, front, workspace } from '../support/workspace.js'

const program = fileURLToPath(new URL('../../dist/cli.js', import.meta.url))
/** CLAUSULE_KILLS=200 for a longer run. */
const KILLS = Number(process.env.CLAUSULE_KILLS ?? 6)
const NAME = 'linde/media'
const ROUTE = 'lang: nl\nroute:\n  - { body: MR, right: consent }'
const POLICY = `${front(ROUTE)}# Foto’s {#fotos}\n\nEen medewerker plaatst een foto na toestemming van de ouders. {#toestemming}\n`
const JOURNAL = '.clausule-journal'

const contents = (root: string) => Object.fromEntries(filesIn(root).map((path) => [path, readFileSync(join(root, path))]))
const same = (a: Readonly<Record<string, Buffer>>, b: Readonly<Record<string, Buffer>>) =>
  Object.keys(a).join() === Object.keys(b).join() && Object.keys(a).every((path) => a[path]?.equals(b[path] as Buffer))

/** A release in a process of its own, killed some milliseconds after it began, or after it began to write. */
async function killedRelease(root: string, from: 'start' | 'writing', wait: number): Promise<'killed' | 'ended'> {
  const child = spawn(process.execPath, [program, 'release', NAME, '--quiet'], { cwd: root, stdio: 'ignore' })
  const ended = new Promise<boolean>((resolve) => child.once('exit', (_code, signal) => resolve(signal === 'SIGKILL')))
  let isOver = false
  void ended.then(() => {
    isOver = true
  })
  if (from === 'writing')
    while (!isOver && !existsSync(join(root, JOURNAL))) await new Promise((resolve) => setImmediate(resolve))
  const moment = performance.now() + wait
  while (!isOver && performance.now() < moment) await new Promise((resolve) => setImmediate(resolve))
  child.kill('SIGKILL')
  return (await ended) ? 'killed' : 'ended'
}

it(
  `a release that is killed, ${KILLS} times, is all there or not at all after the next run`,
  async () => {
    const begun = workspace(POLICY)
    await clausule(begun, ['propose', NAME, '--quiet'])
    await clausule(begun, ['decide', NAME, '--body', 'MR', '--decision', 'positive'])
    const before = contents(begun)
    const started = performance.now()
    await killedRelease(begun, 'start', Number.POSITIVE_INFINITY)
    const whole = performance.now() - started
    const after = contents(begun)
    expect(Object.keys(after).length).toBeGreaterThan(Object.keys(before).length + 3)

    const random = randomFrom(17)
    const fates = { old: 0, new: 0 }
    let halfway = 0
    for (let i = 0; i < KILLS; i++) {
      const root = folder(before)
      // Writing is short: half of the kills fall in it.
      if (i % 2 === 0) await killedRelease(root, 'start', random() * whole)
      else await killedRelease(root, 'writing', random() * 8)
      if (existsSync(join(root, JOURNAL))) halfway++
      expect((await clausule(root, ['list', '--quiet'])).code).toBe(0)
      const found = contents(root)
      const fate = same(found, before) ? 'old' : same(found, after) ? 'new' : undefined
      expect(fate, `kill ${i}: ${Object.keys(found).join(' ')}`).toBeDefined()
      if (fate) fates[fate]++
    }
    if (process.env.CLAUSULE_KILLS) process.stderr.write(`${JSON.stringify(fates)} ${halfway} in the midst of writing\n`)
    expect(fates.old + fates.new).toBe(KILLS)
  },
  KILLS * 60_000,
)
