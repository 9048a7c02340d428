import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { clauses, reasonHash } from '../../src/model/index.js'
import { readPolicy } from '../../src/read/index.js'
import { clausule } from '../support/cli.js'
import { edition, sector } from '../support/template.js'
import { folder } from '../support/workspace.js'

const path = 'policies/linde/protocol.md'
const DAYS = ['dagen: { type: number, default: 10 }']
const BODY = '1. Antwoord binnen {{dagen}} dagen. {#dagen}\n'
const ONE = edition('1.0.0', DAYS, BODY)
const TWO = edition('1.1.0', DAYS, `${BODY}2. Ouders lenen mee. {#ouders .optional}\n3. Meld een lek. {#lek}\n`)
const NAME = 'linde/protocol'
const OWN = '4. De fietsen staan in het rek. {#fietsen}\n'

const registers = async (root: string) => {
  const one = (await clausule(root, ['deviations', NAME])).out
  const all = (await clausule(root, ['compare', '--reference', 'bond/protocol'])).out
  const { provisions } = JSON.parse((await clausule(root, ['deviations', NAME, '--json'])).out)
  const kinds = Object.fromEntries(provisions.map(({ id, kind }: { id: string; kind: string }) => [id, kind]))
  return { one, all, kinds }
}
const counts = (text: string) => /Deviations: \d+, of which without a reason: \d+\..*/.exec(text)?.[0]

describe('a provision that an upgrade left open', () => {
  it('is shown as undecided, and not as a choice, until somebody decides', async () => {
    const root = folder({ 'policies/linde/organisation.yaml': 'name: Basisschool De Linde\n', ...sector(ONE, TWO) })
    const run = async (...argv: string[]) => expect((await clausule(root, argv)).code).toBe(0)
    await run('adapt', 'bond/protocol@1.0.0', '--organisation', 'linde')
    const at = join(root, path)
    writeFileSync(
      at,
      `${readFileSync(at, 'utf8').replace('status: draft', 'status: draft\nroute: [{ body: Bestuur, right: adoption }]')}`,
    )
    await run('propose', NAME)
    await run('decide', NAME, '--body', 'Bestuur', '--decision', 'positive')
    await run('release', NAME)
    await run('upgrade', NAME, '--apply')
    writeFileSync(at, readFileSync(at, 'utf8') + OWN)
    const { one, all, kinds } = await registers(root)
    expect(kinds).toMatchObject({ ouders: 'undecided', fietsen: 'added' })
    for (const text of [one, all]) {
      expect(counts(text)).toBe(
        'Deviations: 0, of which without a reason: 0. Still to be decided on: 1. Choices that the template offers, made otherwise than usual: 0. Clauses of ' +
          (text === one ? 'its own: 1.' : 'their own: 1.'),
      )
      expect(text).toContain('still to be decided on')
      expect(text).not.toMatch(/not taken|leaves this to the school/)
    }
    // What a board decides on says so as well.
    expect((await clausule(root, ['diff', NAME, '--paper', 'memo'])).out).toContain(
      'Over deze bepalingen van het model is nog niet besloten: #ouders.',
    )
  })
})

describe('a provision that no clause of a text was confirmed to be', () => {
  const MODEL = edition(
    '1.0.0',
    DAYS,
    `${BODY}2. Meld een lek van gegevens dezelfde dag. {#lek .locked}\n3. Vraag toestemming voor elke foto van een leerling. {#foto}\n`,
  )
  const SCHOOL = `---
title: Protocol van De Linde
organisation: linde
version: 1.0.0
status: draft
lang: nl
---

# Regels {#onze-regels}

1. Antwoord binnen 10 dagen. {#antwoord}
2. Wie zijn tas kwijtraakt, belt nog vandaag de directie. {#melden}
`

  it('is neither dropped nor locked and changed', async () => {
    const root = folder({ 'policies/linde/organisation.yaml': 'name: De Linde\n', ...sector(MODEL), [path]: SCHOOL })
    const decisions =
      'clauses:\n  - { clause: onze-regels, provision: regels }\n  - { clause: antwoord, provision: dagen }\nparameters: { dagen: 10 }\n'
    writeFileSync(join(root, 'd.yaml'), decisions)
    const attached = await clausule(root, ['attach', NAME, '--template', 'bond/protocol', '--decisions', 'd.yaml', '--apply'])
    expect(attached.code).toBe(0)
    const { one, all, kinds } = await registers(root)
    expect(kinds).toMatchObject({ lek: 'unconfirmed', foto: 'unconfirmed' })
    for (const text of [one, all]) {
      expect(counts(text)).toContain('Deviations: 0, of which without a reason: 0.')
      expect(counts(text)).toContain('as far as was confirmed: 2.')
      expect(text).toContain('not found in the text, or not confirmed')
      expect(text).not.toMatch(/dropped|changed all the same/)
    }
    const lint = await clausule(root, ['lint', NAME])
    expect(lint.err).toContain('which the template has locked: no clause of this text is confirmed to be it')
    expect((await clausule(root, ['deviations', NAME])).err).toContain('clause/locked')
    // Once somebody says why it is left out, it is.
    writeFileSync(
      join(root, path),
      readFileSync(join(root, path), 'utf8').replace(
        'status: draft',
        'status: draft\ndeviations: { foto: Wij fotograferen niet. }',
      ),
    )
    expect((await registers(root)).kinds).toMatchObject({ lek: 'unconfirmed', foto: 'dropped' })
  })
})

describe('two reasons for one provision', () => {
  it('shows the one that is bound to the words as they are', async () => {
    const root = folder({ 'policies/linde/organisation.yaml': 'name: De Linde\n', ...sector(ONE) })
    await clausule(root, ['adapt', 'bond/protocol', '--organisation', 'linde'])
    const at = join(root, path)
    const words = readFileSync(at, 'utf8').replace('Antwoord binnen {{dagen}} dagen.', 'Antwoord meteen.')
    const node = clauses(readPolicy(words, path).value).find(({ id }) => id === 'dagen')?.node
    const decided = (text: string) => `decisions:
  dagen: { choice: keep, from: 1.0.0, to: 1.0.0, provision: ${text}, why: Nieuwe reden., text: ${text} }\n`
    const said = async (text: string) => {
      writeFileSync(at, words.replace('status: draft\n', `status: draft\ndeviations: { dagen: Oude reden. }\n${decided(text)}`))
      const { provisions } = JSON.parse((await clausule(root, ['deviations', NAME, '--json'])).out)
      return provisions.find(({ id }: { id: string }) => id === 'dagen')
    }
    expect(await said(reasonHash(node))).toMatchObject({ reason: 'Nieuwe reden.', reasonFor: 'these' })
    expect(await said(`sha256:${'0'.repeat(64)}`)).toMatchObject({ reason: 'Oude reden.', reasonFor: 'unknown' })
  })
})
