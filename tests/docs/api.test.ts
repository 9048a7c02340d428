import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { transformSync } from 'esbuild'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Declarations, declare, tsc } from '../support/declarations.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
const page = readFileSync(join(root, 'docs/api.md'), 'utf8')
const examples = [...page.matchAll(/^## (.+)\n[\s\S]*?^```ts\n([\s\S]*?)^```$/gm)].map(([, title = '', code = '']) => ({
  title,
  code,
}))

/** What is printed behind each example. */
const BEHIND = '-- end of an example --'

/** What each example prints, as a reader of the page would expect it. */
const PRINTS: Readonly<Record<string, readonly (string | RegExp)[]>> = {
  'A PDF from a string': ['0 messages'],
  'Two versions compared': ['edited substantive period'],
  'A file brought in': [/Fietsen staan in het rek\./, /^\d+ parts, 0 lost$/m],
  'A lint rule of one\u2019s own': ['own/no-capitals 1'],
  'A report of one\u2019s own': [],
  'A workspace in memory': [/fotos-1\.0\.0\.html/],
}

describe('docs/api.md', () => {
  const folder = mkdtempSync(join(tmpdir(), 'clausule-api-'))
  const types = join(folder, 'node_modules/clausule/dist/types')
  let printed: readonly string[] = []
  beforeAll(() => {
    // The package as a program of somebody else has it: bundled code, declarations of `src`.
    mkdirSync(join(folder, 'node_modules/clausule'), { recursive: true })
    for (const name of ['package.json', 'templates', 'node_modules'])
      symlinkSync(join(root, name), join(folder, 'node_modules/clausule', name))
    mkdirSync(join(folder, 'node_modules/clausule/dist'))
    for (const name of ['chunks', 'index.js', 'commands.js'])
      symlinkSync(join(root, 'dist', name), join(folder, 'node_modules/clausule/dist', name))
    symlinkSync(join(root, 'node_modules/@types'), join(folder, 'node_modules/@types'))
    declare(types)
    examples.forEach(({ code }, i) => {
      writeFileSync(join(folder, `example${i}.ts`), code)
      writeFileSync(join(folder, `example${i}.mjs`), transformSync(code, { loader: 'ts', format: 'esm', target: 'node20' }).code)
    })
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
    // One process for all: loading the package is what each of its own would mostly do.
    writeFileSync(
      join(folder, 'all.mjs'),
      examples.map((_, i) => `await import('./example${i}.mjs')\nconsole.log('${BEHIND}')\n`).join(''),
    )
    printed = execFileSync(process.execPath, ['all.mjs'], { cwd: folder, encoding: 'utf8' }).split(`${BEHIND}\n`)
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('offers every type that its signatures name', () => {
    const declarations = new Declarations(types)
    expect(declarations.missing('index.d.ts')).toEqual([])
    expect(declarations.missing('commands/index.d.ts', ['index.d.ts'])).toEqual([])
  })

  it('has an example of each thing it promises', () => {
    expect(examples.map(({ title }) => title.replace("'", '\u2019'))).toEqual(Object.keys(PRINTS))
  })

  it('has examples that a strict compiler accepts', () => {
    const strict = ['--strict', '--noEmit', '--target', 'es2022', '--module', 'nodenext', '--types', 'node']
    expect(tsc(folder, ...strict, ...examples.map((_, i) => `example${i}.ts`))).toBe('')
  })

  it.each(examples)('runs: $title', ({ title }) => {
    const at = examples.findIndex((example) => example.title === title)
    expect(printed[at]).toBeTypeOf('string')
    for (const expected of PRINTS[title.replace("'", '\u2019')] ?? [])
      expect(printed[at]).toEqual(expect.stringMatching(expected))
  })

  it('leaves the files that its examples write', () => {
    expect(
      ['fotos.pdf', 'length.text', 'length.html', 'length.xlsx', 'length.json'].filter((name) => !existsSync(join(folder, name))),
    ).toEqual([])
    expect(readFileSync(join(folder, 'fotos.pdf')).subarray(0, 5).toString()).toBe('%PDF-')
    expect(JSON.parse(readFileSync(join(folder, 'length.json'), 'utf8'))).toEqual({ fietsen: 5, rennen: 6 })
    expect(readFileSync(join(folder, 'length.text'), 'utf8')).toContain('rennen: 6 words')
  })
})
