import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { join, relative } from 'node:path'

/**
 * Loaded before the program: sends it `STOP_SIGNAL` at call number `STOP_AT` of those that change files, from the first one that begins a
 * writing; with `STOP_HALF` when half of what is to be written is. `STOP_STEPS` names a file for the names of such calls, in their order.
 * `STOP_LEFT` names a folder that gets, for each such call, what a run that is killed there leaves of the folder it runs in, by the number
 * of the call; of one that writes also what is left when half is written, with `-half` behind the number.
 */
const { STOP_AT = '', STOP_SIGNAL = 'SIGKILL', STOP_HALF, STOP_STEPS, STOP_LEFT } = process.env
const CHANGES = ['writeFileSync', 'copyFileSync', 'linkSync', 'mkdirSync', 'renameSync', 'rmSync', 'rmdirSync']
const own = Object.fromEntries(CHANGES.map((name) => [name, fs[name]]))
const called = []

for (const name of CHANGES) {
  fs[name] = (path, ...more) => {
    if (called.length === 0 && !String(path).endsWith('.clausule-journal')) return own[name](path, ...more)
    const step = called.push(name) - 1
    if (STOP_LEFT) {
      leave(`${step}`)
      if (name === 'writeFileSync') own[name](join(leave(`${step}-half`), relative(process.cwd(), path)), half(more[0]))
    }
    if (step === Number(STOP_AT || -1)) {
      if (STOP_HALF && name === 'writeFileSync') own[name](path, half(more[0]))
      process.kill(process.pid, STOP_SIGNAL)
    }
    return own[name](path, ...more)
  }
}
syncBuiltinESMExports()

const half = (content) => content.slice(0, content.length >> 1)

/** What stands in the folder now, put aside with its links and times. */
function leave(name) {
  const aside = join(STOP_LEFT, name)
  execFileSync('cp', ['-a', process.cwd(), aside])
  return aside
}

if (STOP_STEPS) process.on('exit', () => own.writeFileSync(STOP_STEPS, called.join('\n')))
