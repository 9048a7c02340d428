#!/usr/bin/env node
import module from 'node:module'
import manifest from '../../package.json' with { type: 'json' }

// The version is asked for often and by scripts: it is answered before anything else is loaded.
const [first, second] = process.argv.slice(2)
if ((first === '--version' || first === '-V') && second === undefined) {
  process.stdout.write(`${manifest.version}\n`)
} else {
  // Node 22 and later keep what they compiled: a tenth of the time of a small document.
  ;(module as { enableCompileCache?: () => unknown }).enableCompileCache?.()
  const { runOnProcess } = await import('./process.js')
  await runOnProcess(manifest.version)
}
