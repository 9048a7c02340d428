import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { clausule } from '../support/cli.js'
import { edition, sector } from '../support/template.js'
import { folder } from '../support/workspace.js'

const model = (version: string, body: string) => edition(version, ['school: { type: text, default: de school }'], body)

const ONE = model('1.0.0', '1. {{school}} vraagt toestemming. {#foto}\n2. Meld een lek. {#lek}\n')
const TWO = model(
  '1.1.0',
  '1. {{school}} vraagt schriftelijk toestemming. {#foto}\n2. Meld een lek. {#lek}\n3. Leer ervan. {#leer}\n',
)

it('goes from a sector by way of a foundation to a school, edition after edition', async () => {
  const root = folder({
    'policies/stichting/organisation.yaml': 'name: Stichting Delta\n',
    'policies/linde/organisation.yaml': 'name: De Linde\n',
    ...sector(ONE, TWO),
  })
  const at = (path: string) => join(root, 'policies', path)
  const text = (path: string) => readFileSync(at(path), 'utf8')
  const run = async (...argv: string[]) => {
    const { code, err } = await clausule(root, argv)
    expect({ argv, code, err }).toEqual({ argv, code: 0, err: '' })
  }
  const release = (version: string) => {
    const approved = 'approvals:\n  - { body: Bestuur, date: 2026-02-01, right: adoption }\n'
    const frozen = text('stichting/protocol.md').replace(
      /version: \d\.\d\.\d\nstatus: draft\n/,
      `version: ${version}\nstatus: adopted\n${approved}`,
    )
    writeFileSync(at(`stichting/releases/protocol@${version}.md`), frozen)
    writeFileSync(
      at('stichting/protocol.md'),
      text('stichting/protocol.md').replace(/version: \d\.\d\.\d\nstatus/, `version: ${version.replace(/\d$/, '9')}\nstatus`),
    )
  }
  await run('adapt', 'bond/protocol@1.0.0', '--organisation', 'stichting')
  writeFileSync(
    at('stichting/protocol.md'),
    text('stichting/protocol.md').replace('Meld een lek.', 'Meld een lek bij de stichting.'),
  )
  mkdirSync(at('stichting/releases'))
  release('1.0.0')
  await run('adapt', 'stichting/protocol@1.0.0', '--organisation', 'linde')
  expect(text('linde/protocol.md')).toContain('2. Meld een lek bij de stichting. {#lek}')
  writeFileSync(at('linde/protocol.md'), text('linde/protocol.md').replace('Meld een lek bij', 'Meld elk lek meteen bij'))

  await run('upgrade', 'stichting/protocol', '--apply')
  expect(text('stichting/protocol.md')).toContain('1. {{school}} vraagt schriftelijk toestemming. {#foto}')
  release('1.1.0')
  await run('upgrade', 'linde/protocol', '--apply')
  expect(text('linde/protocol.md')).toContain(
    '1. {{school}} vraagt schriftelijk toestemming. {#foto}\n2. Meld elk lek meteen bij de stichting. {#lek}\n3. Leer ervan. {#leer}\n',
  )
  expect(text('linde/protocol.md')).toContain('template: stichting/protocol\n  version: 1.1.0')
  const { out } = await clausule(root, ['deviations', 'linde/protocol'])
  expect(out).toContain('Meld [-een-]{+elk+} lek {+meteen +}bij de stichting.')
  // The schools of a foundation are held against its policy as those of a sector are against its template.
  const matrix = JSON.parse((await clausule(root, ['compare', '--reference', 'stichting/protocol', '--json'])).out)
  expect({ schema: matrix.schema, schools: matrix.schools.map(({ name }: { name: string }) => name) }).toEqual({
    schema: 'clausule/deviation-matrix@1',
    schools: ['De Linde'],
  })
})
