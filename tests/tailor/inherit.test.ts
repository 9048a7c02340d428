import { describe, expect, it } from 'vitest'
import { clauses, type Policy, plainText } from '../../src/model/index.js'
import { readPolicy, writePolicy } from '../../src/read/index.js'
import { resolve } from '../../src/resolve/index.js'
import { asVersionOf } from '../../src/tailor/index.js'

const FRONT =
  '---\ntitle: Kluisregels\nstatus: draft\nlang: nl\nparameters: { school: De Wilg, bedrag: 5 euro, dagen: 5 }\n---\n\n'
const policy = (body: string, front = FRONT) => readPolicy(`${front}${body}`, 'kluis.md').value

/** One clause of a policy as it comes back when its printed words were edited. */
function comesBack(written: string, edited: string): string {
  const base = policy(`1. ${written} {#regel}\n2. De balie is open van acht tot drie. {#balie}\n`)
  const came = policy(
    `1. ${edited} {#regel}\n2. De balie is open van acht tot drie. {#balie}\n`,
    '---\ntitle: Kluisregels\nstatus: draft\nlang: nl\n---\n\n',
  )
  const version = asVersionOf(base, came, { carried: new Set(['regel', 'balie']), taken: new Set() })
  const whole = { ...version, metadata: { ...version.metadata, parameters: base.metadata.parameters ?? {} } }
  const printed = (text: Policy) => resolve(text).value.clauses.map(({ node }) => plainText(node))
  // Whatever came back, it prints what was edited.
  expect(printed(whole)).toEqual(printed(came))
  expect(clauses(version)[0]?.id).toBe('regel')
  return /^1\. (.*) \{#regel\}$/m.exec(writePolicy({ ...version, yaml: base.yaml }))?.[1] ?? ''
}

describe('a clause that was edited keeps its parameters', () => {
  it.each([
    [
      'where the words around them are untouched',
      'Op {{school}} kost een sleutel {{bedrag}} per stuk.',
      'Op De Wilg kost een nieuwe sleutel 5 euro per stuk.',
      'Op {{school}} kost een nieuwe sleutel {{bedrag}} per stuk.',
    ],
    [
      'at its beginning and its end',
      '{{school}} leent een sleutel uit voor {{bedrag}}',
      'De Wilg leent elke sleutel uit voor 5 euro',
      '{{school}} leent elke sleutel uit voor {{bedrag}}',
    ],
    [
      'beside another one',
      'Wie op {{school}} {{bedrag}} betaalt, krijgt een sleutel.',
      'Wie op De Wilg 5 euro betaalt, krijgt een slot.',
      'Wie op {{school}} {{bedrag}} betaalt, krijgt een slot.',
    ],
  ])('%s', (_, written, edited, expected) => expect(comesBack(written, edited)).toBe(expected))

  it.each([
    ['a value that was changed', 'Een sleutel kost {{bedrag}} per stuk.', 'Een sleutel kost 6 euro per stuk.'],
    ['another word beside it', 'Na {{dagen}} dagen vervalt de kluis.', 'Na 5 lesdagen vervalt de kluis.'],
    ['the same words twice', 'Na {{dagen}} dagen vervalt de kluis.', 'Na 5 dagen vervalt de kluis. Na 5 dagen vervalt de borg.'],
    ['its words without the beginning', '{{school}} leent een sleutel uit.', 'Ook De Wilg leent een sleutel uit.'],
  ])('but not with %s', (_, written, edited) => expect(comesBack(written, edited)).toBe(edited))
})
