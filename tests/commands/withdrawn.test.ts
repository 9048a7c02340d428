import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { clausule } from '../support/cli.js'
import { front, workspace } from '../support/workspace.js'

const MEDIA = `${front('route: [{ body: Bestuur, right: adoption }]')}# Foto's {#fotos}\n\n1. Vraag eerst toestemming. {#vragen}\n`

/** A policy that was released and withdrawn. */
async function withdrawn() {
  const root = workspace(MEDIA)
  const path = join(root, 'policies/linde/media.md')
  const run = (...argv: string[]) => clausule(root, argv)
  const decided = async () => {
    expect((await run('propose', 'media')).code).toBe(0)
    expect((await run('decide', 'media', '--body', 'Bestuur', '--decision', 'positive')).code).toBe(0)
    expect((await run('release', 'media')).code).toBe(0)
  }
  await decided()
  expect((await run('withdraw', 'media')).code).toBe(0)
  const edit = (change: (text: string) => string) => writeFileSync(path, change(readFileSync(path, 'utf8')))
  const inForce = async () => JSON.parse((await run('status', '--json')).out).policies[0].inForce?.version ?? null
  return { root, run, decided, edit, inForce, text: () => readFileSync(path, 'utf8') }
}

it('a withdrawal that is taken back by half is not taken back, and is told how', async () => {
  const { run, edit, inForce } = await withdrawn()
  edit((text) => text.replace('status: withdrawn', 'status: draft'))
  expect(await inForce()).toBe(null)
  for (const [lang, said] of [
    ['en', 'no release is in force until a new one is made; expected the status "withdrawn", or no day where'],
    ['nl', 'geen vastgelegde versie geldt tot er een nieuwe is; verwacht werd de status “withdrawn”, of geen dag als'],
  ] as const)
    expect((await run('lint', 'media', '--lang', lang)).err).toContain(said)
  expect((await run('explain', 'date/withdrawn')).out).toContain('taken back by taking the line')
  expect((await run('explain', 'date/withdrawn', '--lang', 'nl')).out).toContain('neemt u terug door de regel')
  expect((await run('status', '--lang', 'nl')).out).toContain('Geldt: niet meer')
  edit((text) => text.replace(/^withdrawn: .*\n/m, ''))
  expect(await inForce()).toBe('1.0.0')
  expect((await run('lint', 'media')).err).not.toContain('date/withdrawn')
})

it('a policy that comes back is in force when its next version is released, and not before', async () => {
  const { root, run, edit, decided, inForce, text } = await withdrawn()
  edit((before) => before.replace('status: withdrawn', 'status: draft').replace('Vraag eerst', 'Vraag altijd eerst'))
  expect((await run('site')).code).toBe(0)
  await decided()
  expect(await inForce()).toBe('1.1.0')
  expect(text()).not.toContain('withdrawn')
  const notice = readFileSync(join(root, 'out/linde/media-1.1.0-bekendmaking.html'), 'utf8').replace(/(?:<[^>]*>|\s)+/g, ' ')
  expect(notice).toMatch(/Volgt op +versie 1\.0\.0 \(ingetrokken op /)
  expect(notice).not.toContain('Vervangt')
})

it('a withdrawal is of the policy, and in a calendar of no version that never was', async () => {
  const { root, run } = await withdrawn()
  expect((await run('status', '--ics', 'c.ics')).code).toBe(0)
  const [summary] = /^SUMMARY:.*withdrawn$/m.exec(readFileSync(join(root, 'c.ics'), 'utf8').replace(/\r/g, '')) ?? []
  expect(summary).toMatch(/^SUMMARY:\D+: withdrawn$/)
})
