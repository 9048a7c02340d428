#!/usr/bin/env node
import module from 'node:module'
import v8 from 'node:v8'
import manifest from '../../package.json' with { type: 'json' }

/** The last V8 (Node 24) that was seen to know the flags below: of one that it does not know it would complain on the terminal. */
const NEWEST_V8 = 13
/** Bytes of code a function runs through before it is compiled anew to be faster; V8's own choice is 67,584. */
const BEFORE_OPTIMISED = 1_000_000

// The version is asked for often and by scripts: it is answered before anything else is loaded.
const [first, second] = process.argv.slice(2)
if ((first === '--version' || first === '-V') && second === undefined) {
  process.stdout.write(`${manifest.version}\n`)
} else {
  // Node 22 and later keep what they compiled: a tenth of the time of a small document.
  ;(module as { enableCompileCache?: () => unknown }).enableCompileCache?.()
  if (Number.parseInt(process.versions.v8, 10) <= NEWEST_V8) {
    // A second of work is no time in which optimised code pays for its making: two fifths of a comparison went into that.
    v8.setFlagsFromString(`--interrupt-budget=${BEFORE_OPTIMISED}`)
    // What a PDF is made of is soon thrown away: the part of the heap where all things start need not grow, which takes a fifth less memory.
    if (first === 'build') v8.setFlagsFromString('--semi-space-growth-factor=1')
  }
  const { runOnProcess } = await import('./process.js')
  await runOnProcess(manifest.version)
}
