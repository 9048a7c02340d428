import { describe, expect, it } from 'vitest'
import { lintPolicy } from '../../src/lint/index.js'
import { readPolicy } from '../../src/read/index.js'
import { type Resolved, resolve } from '../../src/resolve/index.js'
import { compareSchools, schoolPolicy } from '../../src/schools/index.js'
import { compareVersions } from '../../src/versions/index.js'
import { growth, TOO_FAST } from '../support/growth.js'

/** What stands again and again in a line that somebody made to keep a program busy. */
const UNITS = [
  'a ',
  'a.',
  '1.',
  "a'",
  'de de ',
  'a, ',
  '- ',
  'artikel 1 ',
  'a@a.',
  'aA ',
  'moet niet ',
  '(a ',
  '"a" ',
  'als de ',
  `${'.'.repeat(400)} `,
  `${'a'.repeat(400)} `,
]

const line = (who: string, unit: string, times: number) =>
  `Een ${who} moet ${unit.repeat(Math.ceil((times * 100) / unit.length))}regels volgen.`
const read = (words: string): Resolved => resolve(readPolicy(`# Regels {#regels}\n\n${words} {#regel}\n`, 'a.md').value).value
const school = (resolved: Resolved, name: string) => schoolPolicy(resolved, { ref: name, organisation: name, names: [name] })

// A line of a policy has twenty thousand characters at most: from a fortieth of it to a tenth, nothing may take the square.
describe.each(UNITS)('a line of %j takes the time of its length', (unit) => {
  const pair = (times: number) => [line('leerling', unit, times), line('ouder', unit, times)] as const

  it.each([
    ['lint', ([a]: readonly string[]) => lintPolicy(read(a ?? ''), { names: ['De Linde'] })],
    [
      'diff',
      ([a, b]: readonly string[]) =>
        compareVersions(
          { policy: read(a ?? '').policy, ref: 'a', hash: '' },
          { policy: read(b ?? '').policy, ref: 'b', hash: '' },
        ),
    ],
    ['compare', ([a, b]: readonly string[]) => compareSchools([school(read(a ?? ''), 'x'), school(read(b ?? ''), 'y')], [])],
  ] as const)('in %s', (_, run) => {
    expect(growth(pair, run, 30)).toBeLessThan(TOO_FAST)
  })
})
