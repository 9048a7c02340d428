#!/usr/bin/env node
import module from 'node:module'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import v8 from 'node:v8'
import manifest from '../../package.json' with { type: 'json' }
import { useCompiled } from '../workspace/index.js'
import { flagsFor } from './flags.js'

// The version is asked for often and by scripts: it is answered before anything else is loaded.
const [first, second] = process.argv.slice(2)
if ((first === '--version' || first === '-V') && second === undefined) {
  process.stdout.write(`${manifest.version}\n`)
} else {
  const home = dirname(fileURLToPath(import.meta.url))
  // Node 22 and later keep what they compiled. For Node 20 it was kept when the program was built.
  const keeps = (module as { enableCompileCache?: () => unknown }).enableCompileCache
  if (keeps) keeps()
  else useCompiled(home, [])
  const { runOnProcess } = await import('./process.js')
  const flags = [...flagsFor(process.versions.v8, first)]
  // From the first flag on Node compiles the rest of its own library anew, so what all commands need is loaded before.
  for (const flag of flags) v8.setFlagsFromString(flag)
  if (!keeps) useCompiled(home, flags)
  await runOnProcess(manifest.version)
}
