import { cpSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { clausule } from '../support/cli.js'
import { workspace } from '../support/workspace.js'

const KAMP = `---
title: Kamp
organisation: linde
version: 1.0.0
status: draft
route: [{ body: Bestuur, right: adoption }]
---

# Mee {#mee}

1. Elk kind mag mee op kamp. {#kind}
`
const at = (root: string, name: string) => join(root, 'policies/linde', name)
const edit = (root: string, name: string, change: (text: string) => string) =>
  writeFileSync(at(root, name), change(readFileSync(at(root, name), 'utf8')))

/** A policy that was released as 1.0.0, and commands that say what they find. */
async function released() {
  const root = workspace('', { 'policies/linde/kamp.md': KAMP })
  rmSync(at(root, 'media.md'))
  const run = (...argv: string[]) => clausule(root, argv)
  for (const step of [['propose'], ['decide', '--body', 'Bestuur', '--decision', 'positive'], ['release']]) {
    const [verb = '', ...options] = step
    expect((await run(verb, 'kamp', ...options)).code).toBe(0)
  }
  return { root, run }
}

const copy = (root: string, title = 'Reis') => {
  cpSync(at(root, 'kamp.md'), at(root, 'reis.md'))
  edit(root, 'reis.md', (text) => text.replace('title: Kamp', `title: ${title}`))
}

describe('a policy that was copied', () => {
  it.each([
    ['en', /Unexpected absence of linde\/reis@1\.0\.0: .* linde\/kamp@1\.0\.0\. If this is a copy .*`approvals`/],
    ['nl', /linde\/reis@1\.0\.0 ontbreekt: .* linde\/kamp@1\.0\.0\. Is dit een kopie .*`approvals`/],
  ])('is told what to take out, and not to make the release that would adopt it (%s)', async (lang, said) => {
    const { root, run } = await released()
    copy(root)
    const { code, err } = await run('lint', 'reis', '--lang', lang)
    expect(code).toBe(1)
    expect(err).toMatch(said)
    expect(err).not.toContain('releases/reis@1.0.0.md')
  })

  it('is adopted by nobody when its release is copied too, and the policy it was copied from still is', async () => {
    const { root, run } = await released()
    copy(root)
    cpSync(at(root, 'releases/kamp@1.0.0.md'), at(root, 'releases/reis@1.0.0.md'))
    for (const [lang, said] of [
      ['en', 'Unexpected release linde/reis@1.0.0: with its words and its decisions it is linde/kamp@1.0.0'],
      ['nl', 'linde/reis@1.0.0 is, met de woorden en de besluiten, linde/kamp@1.0.0'],
    ])
      for (const command of ['lint', 'verify', 'status', 'build'])
        expect((await run(command, 'reis', '--lang', String(lang))).err).toContain(said)
    const { policies } = JSON.parse((await run('verify', '--json')).out)
    expect(policies.map((each: { releases: { proved: boolean }[] }) => each.releases[0]?.proved)).toEqual([true, false])
    expect((await run('lint', 'kamp')).code).toBe(0)
    expect((await run('site')).code).toBe(1)
    expect((await run('build', 'reis@1.0.0')).code).toBe(1)
  })

  it('is not told from the other where both have the title that was decided on', async () => {
    const { root, run } = await released()
    copy(root, 'Kamp')
    cpSync(at(root, 'releases/kamp@1.0.0.md'), at(root, 'releases/reis@1.0.0.md'))
    for (const name of ['kamp', 'reis']) expect((await run('lint', name)).err).toContain('release/copied')
  })

  it('stays adopted where it has another name now, and says so until its releases have it too', async () => {
    const { root, run } = await released()
    renameSync(at(root, 'kamp.md'), at(root, 'reis.md'))
    for (const [lang, said] of [
      ['en', 'the release stands there as linde/kamp@1.0.0. If the policy got another name, give its releases that name'],
      ['nl', 'de vastgelegde versie staat er als linde/kamp@1.0.0. Heeft het beleidsstuk een andere naam gekregen'],
    ])
      expect((await run('lint', 'reis', '--lang', String(lang))).err).toContain(said)
    renameSync(at(root, 'releases/kamp@1.0.0.md'), at(root, 'releases/reis@1.0.0.md'))
    edit(root, 'reis.md', (text) => text.replace('title: Kamp', 'title: Reis'))
    expect((await run('lint')).code).toBe(0)
    expect((await run('verify')).code).toBe(0)
  })
})

it.each([
  ['en', 'of "Kamp", none of whose clauses is in this text'],
  ['nl', 'van “Kamp”, en geen van de bepalingen staat in deze tekst'],
])('a release with another title and no clause of the text is told of (%s)', async (lang, said) => {
  const { root, run } = await released()
  edit(root, 'kamp.md', (text) =>
    text.replace('title: Kamp', 'title: Reis').replace('{#mee}', '{#op}').replace('{#kind}', '{#wie}'),
  )
  expect((await run('lint', 'kamp', '--lang', lang)).err).toContain(said)
})

describe('a text that names its release no longer', () => {
  const PREDECESSOR = /predecessor:\n(?: {2}.*\n)+/
  const revised = (text: string) => text.replace('Elk kind mag', 'Elk kind van groep 8 mag')

  it.each([
    ['en', 'Unexpected absence of `predecessor`: this text goes on from linde/kamp@1.0.0'],
    ['nl', '`predecessor` ontbreekt: deze tekst gaat voort op linde/kamp@1.0.0'],
  ])('is not decided on and not released once it was put before a body (%s)', async (lang, said) => {
    const { root, run } = await released()
    edit(root, 'kamp.md', revised)
    expect((await run('propose', 'kamp')).code).toBe(0)
    edit(root, 'kamp.md', (text) => text.replace(PREDECESSOR, ''))
    const decided = await run('decide', 'kamp', '--body', 'Bestuur', '--decision', 'positive', '--lang', lang)
    expect(decided.code).toBe(1)
    expect(decided.err).toContain(said)
    expect((await run('release', 'kamp', '--lang', lang)).err).toContain(said)
  })

  it('is warned of while it is written, and named again when it is put forward', async () => {
    const { root, run } = await released()
    edit(root, 'kamp.md', (text) => revised(text).replace(PREDECESSOR, ''))
    const { code, err } = await run('lint', 'kamp')
    expect(code).toBe(0)
    expect(err).toContain('release/unnamed')
    expect((await run('propose', 'kamp')).code).toBe(0)
    expect(readFileSync(at(root, 'kamp.md'), 'utf8')).toMatch(PREDECESSOR)
  })
})
