/** `run-compiled.mjs DIST FLAGS RUNS`: runs commands, with the flags of the first or with none, and keeps what V8 made of each file. */
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import v8 from 'node:v8'
import { build } from 'esbuild'

const [home, flagged, given] = process.argv.slice(2)
const runs = JSON.parse(given)
const source = (name) => fileURLToPath(new URL(`../src/${name}.ts`, import.meta.url))

/** The parts of the program that say how its files are loaded and run. */
const { outputFiles } = await build({
  stdin: {
    contents: ['workspace/compiled', 'cli/flags'].map((name) => `export * from ${JSON.stringify(source(name))}`).join('\n'),
    resolveDir: '/',
  },
  bundle: true,
  platform: 'node',
  format: 'esm',
  write: false,
  define: { 'import.meta.url': JSON.stringify(import.meta.url) },
})
const { compiledPath, flagsFor, loadScripts, packCompiled } = await import(
  `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`
)

const scripts = new Map()
loadScripts(
  home,
  () => undefined,
  (name, script) => scripts.set(name, script),
)
const require = createRequire(join(home, 'cli.js'))
const { runOnProcess } = require(/"(\.\/chunks\/process-[^"]+)"/.exec(readFileSync(join(home, 'cli.js'), 'utf8'))[1])
const loadedFirst = new Set(scripts.keys())
const flags = flagged === 'true' ? [...flagsFor(process.versions.v8, runs[0][0])] : []
for (const flag of flags) v8.setFlagsFromString(flag)
for (const run of runs) {
  process.argv.splice(2, process.argv.length, ...run)
  await runOnProcess('')
  if (process.exitCode) throw new Error(`${run.join(' ')}: exit ${process.exitCode}`)
}
// What is loaded before the flags is compiled without them.
const kept = [...scripts].filter(([name]) => loadedFirst.has(name) === (flags.length === 0))
writeFileSync(
  compiledPath(home, flags),
  packCompiled(Object.fromEntries(kept.map(([name, script]) => [name, script.createCachedData()]))),
)
