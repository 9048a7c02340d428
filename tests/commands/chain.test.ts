import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { clausule } from '../support/cli.js'
import { edition, sector } from '../support/template.js'
import { folder } from '../support/workspace.js'

// A sector body, a foundation that adapted its template, and a school that adapted the foundation's text.

const model = (version: string, body: string) =>
  edition(version, ['school: { type: text }', 'termijn: { type: period, default: 5 dagen }'], body)
const EDITIONS = [
  model(
    '1.0.0',
    '1. Bij {{school}} staan fietsen in het rek. {#rek}\n2. Het hek gaat om acht uur open. {#hek}\n3. Wie schade ziet, meldt die binnen {{termijn}}. {#schade}\n4. Een vreemde fiets gaat na een week weg. {#vreemd}\n',
  ),
  model(
    '1.1.0',
    '1. Bij {{school}} staan fietsen op slot in het rek. {#rek}\n2. Het hek gaat om acht uur open. {#hek}\n3. Wie schade ziet, meldt die binnen {{termijn}}. {#schade}\n4. Een vreemde fiets gaat na een week weg. {#vreemd}\n5. Scooters staan buiten het hek. {#scooters}\n',
  ),
  model(
    '1.2.0',
    '1. Bij {{school}} staan fietsen op slot in het rek. {#rek}\n2. Het hek gaat om half acht open. {#hek}\n3. Wie schade ziet, meldt die schriftelijk binnen {{termijn}}. {#schade}\n4. Scooters en brommers staan buiten het hek. {#scooters}\n',
  ),
]

const FOUNDATION = 'policies/koepel/protocol.md'
const SCHOOL = 'policies/linde/protocol.md'
let root = ''
const run = (...argv: string[]) => clausule(root, argv)
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const put = (path: string, source: string) => writeFileSync(join(root, path), source)
const edit = (path: string, ...edits: readonly (readonly [string, string])[]) => {
  const source = read(path)
  for (const [old] of edits) expect(source).toContain(old)
  put(
    path,
    edits.reduce((text, [old, next]) => text.replace(old, next), source),
  )
}
const clauses = (path: string) => read(path).match(/^\d+\. .*(?= \{#)/gm)
/** The foundation's text as an edition that schools can adapt. */
const adopt = (version: string) => {
  const decided = `version: ${version}\nstatus: adopted\napprovals: [{ date: 2026-02-20, body: Bestuur, right: adoption }]`
  put(`policies/koepel/releases/protocol@${version}.md`, read(FOUNDATION).replace(/version: 0.1.0\nstatus: draft/, decided))
}

/** The chain as it begins: both texts made of the edition above them, and edited. */
async function begin(): Promise<void> {
  root = folder({
    ...sector(...EDITIONS),
    'policies/koepel/organisation.yaml': 'name: De Koepel\nbodies: [{ name: Bestuur }]\n',
    'policies/koepel/releases/.keep': '',
    'policies/linde/organisation.yaml': 'name: De Linde\n',
    'a.yaml': 'parameters: { school: De Koepel }\n',
    'b.yaml': 'parameters: { school: De Linde }\n',
    'd.yaml': 'decisions: [{ clause: hek, choice: keep, why: Wij openen eerder. }]\n',
  })
  await run('adapt', 'bond/protocol@1.0.0', '--organisation', 'koepel', '--answers', 'a.yaml')
  edit(
    FOUNDATION,
    ['school: De Koepel', 'school: { type: text }'],
    ['termijn: 5 dagen', 'termijn: 3 dagen'],
    ['om acht uur', 'om kwart voor acht'],
    ['na een week weg. {#vreemd}', 'na een week weg. {#vreemd}\n5. De koepel betaalt het hek. {#betaalt}'],
  )
  adopt('1.0.0')
  await run('adapt', 'koepel/protocol@1.0.0', '--organisation', 'linde', '--answers', 'b.yaml')
  edit(SCHOOL, ['in het rek.', 'in het rek bij de poort.'])
}

describe('a chain of templates', () => {
  it('gives the school what the foundation made of it, and asks what the foundation left open', async () => {
    await begin()
    expect(clauses(SCHOOL)).toEqual([
      '1. Bij {{school}} staan fietsen in het rek bij de poort.',
      '2. Het hek gaat om kwart voor acht open.',
      '3. Wie schade ziet, meldt die binnen {{termijn}}.',
      '4. Een vreemde fiets gaat na een week weg.',
      '5. De koepel betaalt het hek.',
    ])
    expect(read(SCHOOL)).toMatch(/parameters:\n {2}school: De Linde\n {2}termijn: 3 dagen\n/)
  })

  it('is followed link by link over two editions at once, each keeping its own words', async () => {
    await begin()
    const plan = await run('upgrade', 'koepel/protocol', '--to', '1.2.0', '--decisions', 'd.yaml', '--apply')
    expect(plan.code, plan.err).toBe(0)
    expect(clauses(FOUNDATION)).toEqual([
      '1. Bij {{school}} staan fietsen op slot in het rek.',
      '2. Het hek gaat om kwart voor acht open.',
      '3. Wie schade ziet, meldt die schriftelijk binnen {{termijn}}.',
      '4. De koepel betaalt het hek.',
      '5. Scooters en brommers staan buiten het hek.',
    ])
    adopt('1.1.0')
    adopt('1.2.0')
    const next = await run('upgrade', 'linde/protocol', '--apply')
    expect(next.code, next.err).toBe(0)
    expect(clauses(SCHOOL)).toEqual([
      '1. Bij {{school}} staan fietsen op slot in het rek bij de poort.',
      '2. Het hek gaat om kwart voor acht open.',
      '3. Wie schade ziet, meldt die schriftelijk binnen {{termijn}}.',
      '4. De koepel betaalt het hek.',
      '5. Scooters en brommers staan buiten het hek.',
    ])
    expect(read(SCHOOL)).toMatch(/template: koepel\/protocol\n {2}version: 1\.2\.0\n/)
    const again = read(SCHOOL)
    await run('upgrade', 'linde/protocol', '--apply')
    expect(read(SCHOOL)).toBe(again)
  })
})
