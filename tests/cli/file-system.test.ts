import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { openDisk } from '../../src/workspace/index.js'
import { clausule } from '../support/cli.js'
import { front, workspace } from '../support/workspace.js'

const POLICY = `${front('route:\n  - { body: MR, right: adoption }')}# Doel {#doel}\n\n1. De ouder meldt dat. {#melden}\n`

/** Each way in which commands read and write the files of a workspace. */
const COMMANDS = [
  'list',
  'lint',
  'ids',
  'build --format html',
  'diff media',
  'compare media media@0.9.0',
  'propose media',
  'status',
  'verify',
  'site --drafts',
  'new Klachten',
  'import bron.txt --organisation linde',
]

/** What stands where a file or folder is looked for: a folder, a file, rubbish, or a link that leads nowhere or to itself. */
const WALLS: Readonly<Record<string, (at: (path: string) => string) => void>> = {
  'a concordance that is a folder': (at) => mkdirSync(at('policies/concordance.yaml')),
  'an organisation.yaml that is a folder': (at) => mkdirSync(at('policies/linde/organisation.yaml')),
  'a policy that is a folder': (at) => mkdirSync(at('policies/linde/media.md')),
  'releases that are a file': (at) => writeFileSync(at('policies/linde/releases'), 'x'),
  'proposals that are a file': (at) => writeFileSync(at('policies/linde/proposals'), 'x'),
  'an organisation that is a file': (at) => writeFileSync(at('policies/linde'), 'x'),
  'policies that are a file': (at) => writeFileSync(at('policies'), 'x'),
  'an out that is a file': (at) => writeFileSync(at('out'), 'x'),
  'templates that are a file': (at) => writeFileSync(at('templates'), 'x'),
  'words that are a folder': (at) => mkdirSync(at('templates/wording/messages.en.yaml')),
  'words that are rubbish': (at) => writeFileSync(at('templates/wording/own.en.yaml'), 'a: [\n\u0000'),
  'a vocabulary that is a folder': (at) => mkdirSync(at('templates/vocabulary/school.nl.yaml')),
  'a journal that is a folder': (at) => mkdirSync(at('.clausule-journal')),
  'a journal that is a pipe': (at) => void execFileSync('mkfifo', [at('.clausule-journal')]),
  'a policy that is a pipe': (at) => void execFileSync('mkfifo', [at('policies/linde/media.md')]),
  'templates of a sector that are a file': (at) => writeFileSync(at('templates/bond'), 'x'),
  'names with signs that a terminal obeys': (at) => {
    mkdirSync(at('policies/l\u001b[8m\u009b'))
    writeFileSync(at('policies/linde/m\u001b[8m\n\u009b.md'), POLICY)
  },
  'a list of the site that is a folder': (at) => mkdirSync(at('out/site/.clausule-site.json')),
  'a repository that is rubbish': (at) => writeFileSync(at('.git'), 'rubbish'),
  'links that lead nowhere and to themselves': (at) => {
    symlinkSync('/nowhere/at/all.md', at('policies/linde/nergens.md'))
    symlinkSync('zelf.md', at('policies/linde/zelf.md'))
    symlinkSync('.', at('policies/lus'))
  },
}

const sound = () =>
  workspace(POLICY, { 'policies/linde/releases/media@0.9.0.md': POLICY.replace('1.0.0', '0.9.0'), 'bron.txt': '1. Bel.\n' })

it('each command is one, where nothing stands in its way', async () => {
  const root = sound()
  for (const line of COMMANDS) expect([line, (await clausule(root, line.split(' '))).code]).not.toEqual([line, 2])
})

it.each(Object.entries(WALLS))('no command throws at %s', async (_, build) => {
  const root = sound()
  build((path) => {
    const whole = join(root, path)
    rmSync(whole, { recursive: true, force: true })
    mkdirSync(dirname(whole), { recursive: true })
    return whole
  })
  const wrong: string[] = []
  for (const line of COMMANDS) {
    const ran = await clausule(root, line.split(' ')).catch((error: Error) => ({ code: 3, err: `${error.stack}` }))
    if (ran.code > 2 || /^ {4}at |node:|undefined/m.test(ran.err)) wrong.push(`${line}: ${ran.code} ${ran.err}`)
  }
  expect(wrong).toEqual([])
})

it('no command throws at a text that goes between the listing of its folder and its reading', async () => {
  const wrong: string[] = []
  for (const line of COMMANDS) {
    const disk = openDisk()
    const files = {
      ...disk,
      read: (path: string) => {
        if (path.endsWith('.md') && !path.includes('templates')) rmSync(path, { force: true })
        return disk.read(path)
      },
    }
    const ran = await clausule(sound(), line.split(' '), { files }).catch((error: Error) => ({ code: 3, err: `${error.stack}` }))
    if (ran.code > 2 || /^ {4}at |node:|undefined/m.test(ran.err)) wrong.push(`${line}: ${ran.code} ${ran.err}`)
  }
  expect(wrong).toEqual([])
})
