import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }
import { VERBS } from '../../src/cli/verbs.js'
import { readPolicy } from '../../src/read/index.js'
import { resolve as resolvePolicy } from '../../src/resolve/index.js'
import { blocksOf, Reader } from '../support/reader.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
const readme = readFileSync(join(root, 'README.md'), 'utf8')
const blocks = (language: string): string[] =>
  [...readme.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map((match) => (match[1] ?? '').trim())

/** Bytes of a block of the usual disk. */
const BLOCK = 4096

/** Splits a line as a shell does, for the quoting the README uses. */
const words = (line: string): string[] => [...line.matchAll(/"([^"]*)"|(\S+)/g)].map((match) => match[1] ?? match[2] ?? '')

describe('the README', () => {
  it('has exactly two commands at the top, and both are there', () => {
    expect(blocks('sh').slice(0, 2)).toEqual(['npm ci && npm run demo', 'npm ci && npm test'])
    expect(manifest.scripts.test).toContain('vitest run')
    expect(readme.indexOf('npm ci && npm test')).toBeLessThan(readme.indexOf('## '))
  })

  it('says what installing costs: every package that npm ci brings, and their room on disk', () => {
    const [, packages, megabytes] = /`npm ci` brings (\d+)\s+packages, (\d+) MB on disk/.exec(readme) ?? []
    // What npm itself wrote of what it brought: packages for other machines stand in the lock file only, and some machines need one more.
    const brought = Object.keys(JSON.parse(readFileSync(join(root, 'node_modules/.package-lock.json'), 'utf8')).packages)
    expect(Math.abs(brought.length / Number(packages) - 1)).toBeLessThan(0.02)
    const sizes = readdirSync(join(root, 'node_modules'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => statSync(join(entry.parentPath, entry.name)).size)
    // A file takes whole blocks of the disk, which differ between machines.
    const onDisk = sizes.reduce((sum, size) => sum + Math.ceil(size / BLOCK) * BLOCK, 0) / 1024 ** 2
    expect(Math.abs(onDisk / Number(megabytes) - 1)).toBeLessThan(0.05)
  })

  it('has a demo made of commands that exist', () => {
    const steps = manifest.scripts.demo.split(' && ').filter((step) => step.startsWith('node dist/cli.js'))
    expect(steps.length).toBeGreaterThanOrEqual(3)
    for (const step of steps) expect(VERBS.map(({ name }) => name)).toContain(words(step)[2])
  })

  it('has a demo that counts what it finds in texts instead of listing it, and says so', () => {
    const steps = manifest.scripts.demo.split(' && ').filter((step) => step.startsWith('node dist/cli.js'))
    expect(steps.filter((step) => !step.endsWith(' --quiet'))).toEqual([])
    expect(readme).toMatch(/It counts what it finds in the example texts\s+\(`clausule lint` lists it\)/)
  })

  it('shows commands that work, from an empty folder to the papers of a revision', async () => {
    const reader = new Reader()
    await reader.follow(
      readme,
      blocksOf(readme).filter(({ text }) => !text.startsWith('npm ci')),
    )
    expect(reader.ran).toEqual(
      expect.arrayContaining(['clausule init', 'clausule build', 'clausule diff', 'clausule board-pack']),
    )
  })

  it('names what the demo says to open first, and the demo makes it', () => {
    const demo = readFileSync(join(root, '.esbuild/demo.mjs'), 'utf8')
    const paths = demo.match(/(?<=')out\/[^']+/g) ?? []
    expect(paths).toHaveLength(9)
    for (const path of paths) expect(readme).toContain(`\`${path}\``)
    expect(manifest.scripts.demo).toMatch(/ && node \.esbuild\/demo\.mjs$/)
    expect(manifest.scripts.demo).toContain(' && node .esbuild/demo-route.mjs && ')
    expect(manifest.scripts.demo).toContain('diff allure/social-media@1.0.0 allure/social-media --format html')
  })

  it('shows a policy that reads without a message', () => {
    const [source = ''] = blocks('markdown')
    const read = readPolicy(`${source}\n`, 'README.md')
    expect([...read.messages, ...resolvePolicy(read.value).messages]).toEqual([])
    expect(read.value.children).toHaveLength(1)
  })

  it('names every command', () => {
    const named = [...readme.matchAll(/^\| `clausule ([a-z-]+)/gm)].map((match) => match[1])
    expect(named.sort()).toEqual(VERBS.map(({ name }) => name).sort())
  })

  it('links to files that are there', () => {
    const links = [...readme.matchAll(/\]\(([^)#]+)\)/g)].map((match) => match[1] ?? '').filter((link) => !link.includes(':'))
    expect(links.length).toBeGreaterThan(5)
    expect(links.filter((link) => !existsSync(join(root, link)))).toEqual([])
  })
})
