import { execFileSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { RegExpParser } from '@eslint-community/regexpp'
import { parse } from 'acorn'
import { build } from 'esbuild'
import { analyse } from 'scslre'
import { beforeAll, describe, expect, it } from 'vitest'

interface Pattern {
  readonly source: string
  readonly flags: string
}

const root = fileURLToPath(new URL('../..', import.meta.url))
const src = join(root, 'src')

/** Loads the program and a text, and prints every expression that was made of words meanwhile. */
const RECORDING = `
const made = []
globalThis.RegExp = new Proxy(RegExp, {
  construct(target, args) {
    const pattern = Reflect.construct(target, args)
    made.push({ source: pattern.source, flags: pattern.flags })
    return pattern
  },
})
const { importDocument } = await import('./dist/index.js')
await importDocument(new TextEncoder().encode('Kluisregels\\n\\nDe kluis gaat om drie uur dicht, zie artikel 2.\\n'), 'kluis.txt')
process.stdout.write(JSON.stringify(made))
`

/** Every expression that stands in the source, by what it says and where it stands first. */
async function literals(): Promise<ReadonlyMap<string, Pattern & { readonly file: string }>> {
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => /(?<!\.d)\.ts$/.test(file))
  const { outputFiles } = await build({
    entryPoints: files.map((file) => join(src, file)),
    bundle: false,
    write: false,
    outbase: src,
    outdir: src,
    format: 'esm',
    target: 'es2024',
    logLevel: 'silent',
    tsconfigRaw: '{}',
  })
  const found = new Map<string, Pattern & { readonly file: string }>()
  for (const { text, path } of outputFiles) {
    const file = path.slice(src.length + 1, -3).replaceAll(sep, '/')
    eachLiteral(parse(text, { ecmaVersion: 'latest', sourceType: 'module' }), ({ pattern: source, flags }) => {
      if (!found.has(`/${source}/${flags}`)) found.set(`/${source}/${flags}`, { source, flags, file })
    })
  }
  return found
}

function eachLiteral(node: unknown, found: (regex: { readonly pattern: string; readonly flags: string }) => void): void {
  if (typeof node !== 'object' || node === null) return
  if ('regex' in node) found(node.regex as { pattern: string; flags: string })
  for (const part of Object.values(node)) eachLiteral(part, found)
}

/** Two parts of an expression that can share out the same letters in more ways than one; a search that begins anew at each letter is none. */
function slow({ source, flags }: Pattern): string[] {
  const parser = new RegExpParser({ ecmaVersion: 2024 })
  const unicode = { unicode: flags.includes('u'), unicodeSets: flags.includes('v') }
  const pattern = parser.parsePattern(source, 0, source.length, unicode)
  const { reports } = analyse({ pattern, flags: parser.parseFlags(flags) }, { reportTypes: { Move: false } })
  return reports.map((report) => {
    const quantifiers = report.type === 'Trade' ? [report.startQuant, report.endQuant] : [report.quant]
    return quantifiers.map(({ raw }) => raw).join(' and ')
  })
}

describe('an expression', () => {
  let patterns: ReadonlyMap<string, Pattern & { readonly file: string }>
  beforeAll(async () => {
    patterns = await literals()
  })

  it('of the source takes the time of the text it reads, wherever it begins', () => {
    expect(patterns.size).toBeGreaterThan(900)
    const found = [...patterns].flatMap(([shown, pattern]) => slow(pattern).map((why) => `${pattern.file}: ${shown} (${why})`))
    expect(found).toEqual([])
  })

  it('that is put together from others does, too, as far as loading the program and a text makes it', () => {
    // In a process of its own: tests share modules, and what another one loaded was put together before.
    const printed = execFileSync(process.execPath, ['--input-type=module', '-e', RECORDING], { cwd: root, encoding: 'utf8' })
    const made = new Map((JSON.parse(printed) as Pattern[]).map((pattern) => [`/${pattern.source}/${pattern.flags}`, pattern]))
    expect(made.size).toBeGreaterThan(40)
    expect([...made].flatMap(([shown, pattern]) => slow(pattern).map((why) => `${shown} (${why})`))).toEqual([])
  })

  it.each([
    ['^(?:a+)+$', ''],
    ['^\\s*(?:een)?\\s*$', ''],
    ['(\\w+\\s?)*!', 'u'],
  ])('such as /%s/%s is found', (source, flags) => {
    expect(slow({ source, flags })).not.toEqual([])
  })
})
