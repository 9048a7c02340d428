import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }
import { VERBS } from '../../src/cli/verbs.js'
import { readPolicy } from '../../src/read/index.js'
import { resolve as resolvePolicy } from '../../src/resolve/index.js'
import { clausule } from '../support/cli.js'
import { folder } from '../support/workspace.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
const readme = readFileSync(join(root, 'README.md'), 'utf8')
const blocks = (language: string): string[] =>
  [...readme.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map((match) => (match[1] ?? '').trim())

/** Splits a line as a shell does, for the quoting the README uses. */
const words = (line: string): string[] => [...line.matchAll(/"([^"]*)"|(\S+)/g)].map((match) => match[1] ?? match[2] ?? '')

describe('the README', () => {
  it('has exactly two commands at the top, and both are there', () => {
    expect(blocks('sh').slice(0, 2)).toEqual(['npm ci && npm run demo', 'npm ci && npm test'])
    expect(manifest.scripts.test).toContain('vitest run')
    expect(readme.indexOf('npm ci && npm test')).toBeLessThan(readme.indexOf('## '))
  })

  it('has a demo made of commands that exist', () => {
    const steps = manifest.scripts.demo.split(' && ').filter((step) => step.startsWith('node dist/cli.js'))
    expect(steps.length).toBeGreaterThanOrEqual(3)
    for (const step of steps) expect(VERBS.map(({ name }) => name)).toContain(words(step)[2])
  })

  it('shows commands that work, from an empty folder on', async () => {
    const lines = blocks('sh').slice(2).join('\n').split('\n')
    let cwd = folder()
    let run = 0
    for (const line of lines) {
      const [program, ...rest] = words(line)
      if (program === 'cd') cwd = resolve(cwd, rest[0] ?? '.')
      else {
        expect([program, rest[0]], line).toEqual(['npx', 'clausule'])
        expect(await clausule(cwd, rest.slice(1)), line).toMatchObject({ code: 0, err: '' })
        run++
      }
    }
    expect(run).toBeGreaterThanOrEqual(3)
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
