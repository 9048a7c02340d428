import { readdirSync, readFileSync } from 'node:fs'
import { join, posix, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

/** The order of the stages (docs/architecture.md): a folder imports itself and folders before it. */
const ORDER = [
  'model',
  'language',
  'norms',
  'rewording',
  'read',
  'resolve',
  'edit',
  'blocks',
  'pdf',
  'sources',
  'pieces',
  'cover',
  'import',
  'proof',
  'lint',
  'compare',
  'prove',
  'gravity',
  'versions',
  'merged',
  'schools',
  'concordance',
  'tailor',
  'decide',
  'present',
  'papers',
  'matrix',
  'registers',
  'check',
  'sign',
  'press',
  'render',
  'site',
  'workspace',
  'secretariat',
  'commands',
  'desk',
  'cli',
  'browser',
]
/** From here on the right, the clock and the environment may be asked. */
const FIRST_OUTSIDE = ORDER.indexOf('workspace')

const src = fileURLToPath(new URL('../../src', import.meta.url))

interface Source {
  readonly path: string
  readonly text: string
}

const sources: readonly Source[] = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts'))
  .map((path) => ({ path: path.split(sep).join('/'), text: readFileSync(join(src, path), 'utf8') }))

const importsOf = (text: string): { specifier: string }[] =>
  [
    ...text.matchAll(
      /^\s*(?:import|export)\s+[^'"();]*?from\s+['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)|^\s*import\s+['"]([^'"]+)['"]/gm,
    ),
  ].map((match) => ({ specifier: match[1] ?? match[2] ?? match[3] ?? '' }))

const stageOf = (path: string): string | undefined => (path.includes('/') ? path.split('/')[0] : undefined)

/** What is wrong with one file's imports; empty for a file that keeps to the plan. */
function faults({ path, text }: Source): string[] {
  const stage = stageOf(path)
  if (stage === undefined) return []
  const rank = ORDER.indexOf(stage)
  if (rank < 0) return [`${path}: folder "${stage}" is not in the plan`]
  const found: string[] = []
  for (const { specifier } of importsOf(text)) {
    if (specifier.startsWith('.')) {
      const target = posix.normalize(posix.join(posix.dirname(path), specifier))
      const other = stageOf(target)
      if (target.startsWith('..') || other === undefined || other === stage) continue
      if (ORDER.indexOf(other) > rank) found.push(`${path}: arrow to the right, into ${other}`)
      const isDoor = /^[^/]+(\/[^/]+)?\/index\.js$/.test(target)
      // Each command is loaded when it is run: the desk and the command line pass by the door, so that none pays for another.
      if (!isDoor && rank < ORDER.indexOf('desk')) found.push(`${path}: passes by the door of ${other}: ${specifier}`)
    } else if ((stage !== 'workspace' && FILES.test(specifier)) || (rank < FIRST_OUTSIDE && WORLD_MODULES.test(specifier))) {
      found.push(`${path}: touches the world through ${specifier}`)
    }
  }
  if (rank < FIRST_OUTSIDE) {
    const code = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
    for (const [word, pattern] of WORLD) if (pattern.test(code)) found.push(`${path}: touches the world through ${word}`)
  }
  return found
}

// Files and other programs have one door; on its right only the command line knows the process it runs on.
const FILES = /^(node:)?(fs|child_process)(\/|$)/
const WORLD_MODULES = /^(node:)?(net|http|https|os|process|dns|worker_threads|tty|readline)(\/|$)/

const WORLD: readonly (readonly [string, RegExp])[] = [
  ['process', /(?<![.\w'"/-])process\.(?!nextTick)\w/],
  ['the clock', /\bDate\.now\(|new Date\(\)|performance\.now\(/],
  ['randomness', /Math\.random\(|randomUUID|randomBytes/],
  ['the network', /(?<![.\w])fetch\(/],
]

describe('the source keeps to its layers', () => {
  it('has sources to look at', () => {
    expect(sources.length).toBeGreaterThan(40)
  })

  it('is described in the order it is held to, folder by folder', () => {
    const table = readFileSync(join(src, '../docs/architecture.md'), 'utf8').matchAll(/^\| `([a-z]+)` \|/gm)
    expect([...table].map(([, folder]) => folder)).toEqual(ORDER)
    expect([...new Set(sources.map(({ path }) => stageOf(path)).filter((stage) => stage !== undefined))].sort()).toEqual(
      [...ORDER].sort(),
    )
  })

  it('imports only to the left, through doors, and touches the world only on the right', () => {
    expect(sources.flatMap(faults)).toEqual([])
  })

  it.each([
    ['read/x.ts', "import { lint } from '../lint/index.js'", /arrow to the right/],
    ['lint/x.ts', "import { place } from '../model/place.js'", /passes by the door/],
    ['read/x.ts', "import { readFileSync } from 'node:fs'", /touches the world through node:fs/],
    ['present/x.ts', 'const now = Date.now()', /the clock/],
    ['resolve/x.ts', "const home = process.env['HOME']", /process/],
    ['commands/x.ts', "import { readFileSync } from 'node:fs'", /touches the world through node:fs/],
    ['extra/x.ts', '', /not in the plan/],
  ])('sees a fault in %s: %s', (path, text, expected) => {
    expect(faults({ path, text }).join('\n')).toMatch(expected)
  })

  it('has no import cycle, of types neither', () => {
    const graph = new Map(
      sources.map(({ path, text }) => [
        path,
        importsOf(text)
          .filter(({ specifier }) => specifier.startsWith('.'))
          .map(({ specifier }) => posix.normalize(posix.join(posix.dirname(path), specifier)).replace(/\.js$/, '.ts')),
      ]),
    )
    const done = new Set<string>()
    const cycles: string[] = []
    const visit = (path: string, trail: readonly string[]): void => {
      if (trail.includes(path)) cycles.push([...trail.slice(trail.indexOf(path)), path].join(' → '))
      if (done.has(path) || trail.includes(path)) return
      for (const next of graph.get(path) ?? []) visit(next, [...trail, path])
      done.add(path)
    }
    for (const path of graph.keys()) visit(path, [])
    expect(cycles).toEqual([])
  })

  it('keeps its files short', () => {
    const long = sources.filter(({ text }) => text.split('\n').length > 301).map(({ path }) => path)
    expect(long).toEqual([])
  })

  it('asks zod as a namespace: by its name it brings the words of every language it speaks, 0.4 MB for each command', () => {
    const named = sources.filter(({ text }) => /^import (?!type \* as|\* as)[^'\n]* from 'zod'/m.test(text))
    expect(named.map(({ path }) => path)).toEqual([])
  })

  it('keeps its stages of a size that one can read', () => {
    const lines = new Map<string, number>()
    for (const { path, text } of sources) {
      const stage = stageOf(path)
      if (stage !== undefined) lines.set(stage, (lines.get(stage) ?? 0) + text.split('\n').length)
    }
    expect([...lines].filter(([, count]) => count >= 6000)).toEqual([])
  })
})

// The founding documents are cases like any other: nothing in the source may know them.
describe('the source knows no document', () => {
  it('names no founding organisation', () => {
    const names = /\b(aeres|allure|casparus|flex-?college|aloysius)\b/i
    const code = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '').replace(/^\s*example: .*$/gm, '')
    expect(sources.filter(({ text }) => names.test(code(text))).map(({ path }) => path)).toEqual([])
  })
})
