import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { clausule } from '../support/cli.js'
import { front, workspace } from '../support/workspace.js'

const MEDIA = `${front('route: [{ body: Bestuur, right: adoption }]')}# Foto's {#fotos}\n\n1. Vraag eerst toestemming. {#vragen}\n`

/** A policy that was released, and whose next draft was changed and copied among the releases by hand. */
async function copied() {
  const root = workspace(MEDIA)
  const path = join(root, 'policies/linde/media.md')
  const run = (...argv: string[]) => clausule(root, argv)
  expect((await run('propose', 'media')).code).toBe(0)
  expect((await run('decide', 'media', '--body', 'Bestuur', '--decision', 'positive')).code).toBe(0)
  expect((await run('release', 'media')).code).toBe(0)
  const edit = (change: (text: string) => string) => writeFileSync(path, change(readFileSync(path, 'utf8')))
  edit((text) => text.replace('Vraag eerst', 'Vraag altijd eerst'))
  cpSync(path, join(root, 'policies/linde/releases/media@1.1.0.md'))
  return { run, edit, text: () => readFileSync(path, 'utf8') }
}

it('a draft among the releases is called no release', async () => {
  const { run } = await copied()
  expect((await run('list')).out).toContain('releases: 1.0.0  kept as drafts: 1.1.0')
  expect((await run('list', '--lang', 'nl')).out).toContain('vastgelegd: 1.0.0  als concept bewaard: 1.1.0')
  expect(JSON.parse((await run('list', '--json')).out).policies[0]).toMatchObject({ releases: ['1.0.0'], drafts: ['1.1.0'] })
  const [policy] = JSON.parse((await run('status', '--json')).out).policies
  expect(policy).toMatchObject({ standing: { kind: 'draft' }, inForce: { version: '1.0.0' } })
  expect((await run('verify')).out).toContain(
    'linde/media@1.1.0: says of itself that it is a draft or a proposal; nobody released it',
  )
})

it('what is proposed is held against what was released, and not against a draft among the releases', async () => {
  const { run, edit, text } = await copied()
  expect((await run('diff', 'media')).out).toContain('Van: versie 1.0.0 · Naar: versie 1.1.0')
  edit((before) => before.replace('version: 1.1.0', 'version: 1.2.0'))
  expect((await run('propose', 'media')).code).toBe(0)
  expect(text()).toMatch(/predecessor:\n {2}version: 1\.0\.0\n/)
})

it('a policy that cannot be read is no draft, and is not left out of what is counted', async () => {
  const root = workspace(MEDIA, { 'policies/linde/foto.md': '---\ntitle: Foto\n' })
  const run = (...argv: string[]) => clausule(root, argv)
  expect((await run('list')).out).toMatch(/^linde\/foto +– +could not be read$/m)
  expect(JSON.parse((await run('list', '--json')).out).policies[0]).toMatchObject({ status: null, hash: null })
  expect((await run('status')).out).toContain('Could not be read, and so not among these: linde/foto.')
  expect((await run('status', '--lang', 'nl')).out).toContain('Niet te lezen, en daarom niet hierin: linde/foto.')
  expect(JSON.parse((await run('status', '--json')).out).unread).toEqual(['linde/foto'])
})

it('organisations of one name are told apart', async () => {
  const root = workspace(MEDIA, {
    'policies/west/organisation.yaml': 'name: Basisschool De Linde\n',
    'policies/west/media.md': MEDIA.replace('organisation: linde', 'organisation: west'),
  })
  const { out } = await clausule(root, ['status'])
  for (const each of ['linde', 'west']) expect(out).toContain(`Organisation: Basisschool De Linde (${each})`)
  expect((await clausule(root, ['site', '--drafts'])).code).toBe(0)
  const home = readFileSync(join(root, 'out/site/index.html'), 'utf8')
  for (const each of ['linde', 'west']) expect(home).toContain(`Basisschool De Linde (${each})`)
})

it('a draft that was put forward before is not called put before nobody', async () => {
  const root = workspace(MEDIA)
  const path = join(root, 'policies/linde/media.md')
  const run = (...argv: string[]) => clausule(root, argv)
  expect((await run('status')).out).toContain('draft: put before nobody yet')
  expect((await run('propose', 'media')).code).toBe(0)
  expect((await run('decide', 'media', '--body', 'Bestuur', '--decision', 'negative')).code).toBe(0)
  writeFileSync(path, readFileSync(path, 'utf8').replace('status: proposed', 'status: draft'))
  for (const [lang, said] of [
    ['en', 'draft: put before nobody now, though it was before'],
    ['nl', 'concept: nu aan niemand voorgelegd, eerder wel'],
  ] as const)
    expect((await run('status', '--lang', lang)).out).toContain(said)
})
