#!/usr/bin/env node
import module from 'node:module'
import v8 from 'node:v8'
import manifest from '../../package.json' with { type: 'json' }

/** The last V8 (Node 26) that was seen to know the flag of the heap: of one that it does not know it would complain on the terminal. */
const NEWEST_V8 = 14

/** Flags for a run of the command, known to the V8 it runs in. */
function* flagsFor(version: string, command: string | undefined): Generator<string> {
  // A second of work is no time in which optimised code pays for its making: two fifths of a comparison went into that. Later ones than the
  // V8 of Node 20, whose own choice is 67,584 bytes of code, compile in more steps and have no such flag.
  if (version.startsWith('11.3.')) yield '--interrupt-budget=1000000'
  // What a PDF is made of is soon thrown away: the part of the heap where all things start need not grow, which takes a fifth less memory.
  if (command === 'build' && Number.parseInt(version, 10) <= NEWEST_V8) yield '--semi-space-growth-factor=1'
}

// The version is asked for often and by scripts: it is answered before anything else is loaded.
const [first, second] = process.argv.slice(2)
if ((first === '--version' || first === '-V') && second === undefined) {
  process.stdout.write(`${manifest.version}\n`)
} else {
  // Node 22 and later keep what they compiled: a tenth of the time of a small document.
  ;(module as { enableCompileCache?: () => unknown }).enableCompileCache?.()
  const { runOnProcess } = await import('./process.js')
  // From the first flag on Node compiles the rest of its own library anew, so what all commands need is loaded before.
  for (const flag of flagsFor(process.versions.v8, first)) v8.setFlagsFromString(flag)
  await runOnProcess(manifest.version)
}
