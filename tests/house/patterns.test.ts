import { readdirSync } from 'node:fs'
import { join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { RegExpParser } from '@eslint-community/regexpp'
import { parse } from 'acorn'
import { build } from 'esbuild'
import { analyse } from 'scslre'
import { beforeAll, describe, expect, it, vi } from 'vitest'

interface Pattern {
  readonly source: string
  readonly flags: string
}

const src = fileURLToPath(new URL('../../src', import.meta.url))

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

  it('that is put together from others does, too, as far as loading the program and a text makes it', async () => {
    const made = new Map<string, Pattern>()
    const known = globalThis.RegExp
    const record = (target: RegExpConstructor, args: [string | RegExp, string?]): RegExp => {
      const pattern: RegExp = Reflect.construct(target, args)
      made.set(`${pattern}`, pattern)
      return pattern
    }
    globalThis.RegExp = new Proxy(known, { construct: record })
    try {
      // Tests share modules: what another one loaded was put together before.
      vi.resetModules()
      const { importDocument } = await import('../../src/index.js')
      await importDocument(
        new TextEncoder().encode('Kluisregels\n\nDe kluis gaat om drie uur dicht, zie artikel 2.\n'),
        'kluis.txt',
      )
    } finally {
      globalThis.RegExp = known
    }
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
