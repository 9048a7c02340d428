import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Script } from 'node:vm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { compiledPath, loadScripts, packCompiled, useCompiled } from '../../src/workspace/compiled.js'

const require = createRequire(import.meta.url)
const usual = require.extensions['.cjs']
let home: string

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'clausule-'))
  mkdirSync(join(home, 'chunks'))
  mkdirSync(join(home, 'compiled'))
  writeFileSync(join(home, 'chunks/sum.cjs'), 'exports.sum = (a, b) => require("./plus.cjs")(a, b)')
  writeFileSync(join(home, 'chunks/plus.cjs'), 'module.exports = (a, b) => a + b')
})
afterEach(() => {
  rmSync(home, { recursive: true })
  require.extensions['.cjs'] = usual as NonNullable<typeof usual>
  for (const name of Object.keys(require.cache)) if (name.startsWith(home)) delete require.cache[name]
})

/** Runs the small program and keeps what V8 made of it. */
function keep(): ReadonlyMap<string, Script> {
  const scripts = new Map<string, Script>()
  loadScripts(
    home,
    () => undefined,
    (name, script) => scripts.set(name, script),
  )
  expect(require(join(home, 'chunks/sum.cjs')).sum(2, 3)).toBe(5)
  const compiled = Object.fromEntries([...scripts].map(([name, script]) => [name, script.createCachedData()]))
  writeFileSync(compiledPath(home, []), packCompiled(compiled))
  return scripts
}
const forget = () => {
  for (const name of ['sum.cjs', 'plus.cjs']) delete require.cache[join(home, 'chunks', name)]
}

test('what V8 made of the program is taken by the next run', () => {
  const scripts = keep()
  expect([...scripts.keys()]).toEqual(['sum.cjs', 'plus.cjs'])
  forget()
  const refused: (boolean | undefined)[] = []
  loadScripts(
    home,
    (name) => scripts.get(name)?.createCachedData(),
    (_name, script) => refused.push(script.cachedDataRejected),
  )
  expect(require(join(home, 'chunks/sum.cjs')).sum(2, 3)).toBe(5)
  expect(refused).toEqual([false, false])
  forget()
  useCompiled(home, [])
  expect(require(join(home, 'chunks/sum.cjs')).sum(2, 3)).toBe(5)
})

test('a script asks for a module without a word of Node about it', async () => {
  const said: string[] = []
  const hear = (warning: Error) => said.push(warning.message)
  process.on('warning', hear)
  writeFileSync(join(home, 'chunks/sum.cjs'), 'exports.load = () => require.importModule("node:path")')
  loadScripts(home, () => undefined)
  expect((await require(join(home, 'chunks/sum.cjs')).load()).sep).toBe('/')
  await new Promise((resolve) => setImmediate(resolve))
  process.off('warning', hear)
  expect(said).toEqual([])
})

test('a program of which nothing is kept, or of which it is refused, is compiled', () => {
  useCompiled(home, [])
  expect(require(join(home, 'chunks/sum.cjs')).sum(2, 3)).toBe(5)
  forget()
  writeFileSync(compiledPath(home, []), packCompiled({ 'plus.cjs': Buffer.from('made by something else') }))
  useCompiled(home, [])
  expect(require(join(home, 'chunks/sum.cjs')).sum(2, 3)).toBe(5)
})

test('files elsewhere are loaded as ever', () => {
  writeFileSync(join(home, 'other.cjs'), 'module.exports = module.children.length')
  const seen: string[] = []
  loadScripts(home, (name) => void seen.push(name))
  expect(require(join(home, 'other.cjs'))).toBe(0)
  expect(seen).toEqual([])
})

test('other flags have a file of their own', () => {
  const [plain, flagged] = [compiledPath(home, []), compiledPath(home, ['--semi-space-growth-factor=1'])]
  expect(dirname(plain)).toBe(join(home, 'compiled'))
  expect(plain).toContain(process.versions.v8)
  expect(flagged).not.toBe(plain)
})
