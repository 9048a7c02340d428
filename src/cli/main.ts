#!/usr/bin/env node
import manifest from '../../package.json' with { type: 'json' }

// The version is asked for often and by scripts: it is answered before anything else is loaded.
const [first, second] = process.argv.slice(2)
if ((first === '--version' || first === '-V') && second === undefined) {
  process.stdout.write(`${manifest.version}\n`)
} else {
  const { runOnProcess } = await import('./process.js')
  await runOnProcess(manifest.version)
}
