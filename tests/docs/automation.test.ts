import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { clausule } from '../support/cli.js'
import { blocksOf } from '../support/reader.js'
import { filesIn, front, workspace } from '../support/workspace.js'

const page = readFileSync(fileURLToPath(new URL('../../docs/automation.md', import.meta.url)), 'utf8')
const site = readFileSync(fileURLToPath(new URL('../../docs/site.md', import.meta.url)), 'utf8')
const PROGRAM = 'node ../clausule/dist/cli.js '

interface Action {
  readonly jobs: {
    readonly policies: { readonly steps: readonly { readonly run?: string; readonly 'working-directory'?: string }[] }
  }
}
interface Hooks {
  readonly repos: readonly { readonly hooks: readonly { readonly entry: string }[] }[]
}

it('shows an Action and hooks whose commands work in a workspace', async () => {
  const [action, hooks] = blocksOf(page).map(({ text }) => parse(text)) as [Action, Hooks]
  const steps = action.jobs.policies.steps.filter(({ run }) => run !== undefined)
  expect(steps.map((step) => step['working-directory'])).toEqual(['clausule', 'workspace', 'workspace', 'workspace'])
  const commands = [
    ...steps.slice(1).map(({ run = '' }) => run),
    ...hooks.repos.flatMap((repo) => repo.hooks.map(({ entry }) => entry)),
  ]
  expect(commands).toHaveLength(5)
  const root = workspace(`${front()}# Doel {#doel}\n\nWij vragen toestemming. {#vragen}\n`)
  for (const command of commands) {
    expect(command.startsWith(PROGRAM), command).toBe(true)
    expect(await clausule(root, command.slice(PROGRAM.length).split(' ')), command).toMatchObject({ code: 0 })
  }
  expect(filesIn(root)).toEqual(expect.arrayContaining(['out/linde/media-1.0.0.html', 'out/linde/media-1.0.0.pdf']))
})

it('shows an Action that fails, beside the line, where a policy has an error', async () => {
  const [action] = blocksOf(page).map(({ text }) => parse(text)) as [Action]
  const lint = action.jobs.policies.steps.find(({ run }) => run?.includes(' lint '))?.run ?? ''
  const root = workspace(`${front()}# Doel {#doel}\n\nZie [](#weg). {#vragen}\n`)
  const { code, out } = await clausule(root, lint.slice(PROGRAM.length).split(' '))
  expect(code).toBe(1)
  expect(out).toMatch(/^::error file=policies\/linde\/media\.md,line=\d+/m)
})

it('shows three places to put a site on the web, each by commands of a clone that work in a workspace', async () => {
  const commands = [...site.matchAll(/node \.\.\/clausule\/dist\/cli\.js (site .*)/g)].map(([, command = '']) => command)
  expect(commands).toHaveLength(3)
  expect(site.match(/npm ci/g)).toHaveLength(3)
  for (const command of commands) {
    const root = workspace(`${front()}# Doel {#doel}\n\nWij vragen toestemming. {#vragen}\n`)
    const argv = command.replace(/"\$\w+\/"/, 'https://example.org/beleid/').split(' ')
    expect(await clausule(root, argv), command).toMatchObject({ code: 0 })
    expect(filesIn(root)).toContain(`${command.includes('--output public') ? 'public' : 'out/site'}/index.html`)
  }
})
