import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

/**
 * Loaded before the program: sends it `STOP_SIGNAL` at call number `STOP_AT` of those that change files, from the first one that begins a
 * writing; with `STOP_HALF` when half of what is to be written is. `STOP_STEPS` names a file for the names of such calls, in their order.
 */
const { STOP_AT = '', STOP_SIGNAL = 'SIGKILL', STOP_HALF, STOP_STEPS } = process.env
const CHANGES = ['writeFileSync', 'copyFileSync', 'linkSync', 'mkdirSync', 'renameSync', 'rmSync', 'rmdirSync']
const own = Object.fromEntries(CHANGES.map((name) => [name, fs[name]]))
const called = []

for (const name of CHANGES) {
  fs[name] = (path, ...more) => {
    if (called.length === 0 && !String(path).endsWith('.clausule-journal')) return own[name](path, ...more)
    if (called.push(name) - 1 === Number(STOP_AT || -1)) {
      if (STOP_HALF && name === 'writeFileSync') own[name](path, more[0].slice(0, more[0].length >> 1))
      process.kill(process.pid, STOP_SIGNAL)
    }
    return own[name](path, ...more)
  }
}
syncBuiltinESMExports()

if (STOP_STEPS) process.on('exit', () => own.writeFileSync(STOP_STEPS, called.join('\n')))
