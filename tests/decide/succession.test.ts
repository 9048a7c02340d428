import { expect, it } from 'vitest'
import { endOf, inForceOn, successionOf } from '../../src/decide/index.js'
import { readPolicy } from '../../src/read/index.js'

const text = (version: string, front: string) => ({
  version,
  policy: readPolicy(`---\ntitle: Protocol\nlang: nl\nversion: ${version}\n${front}---\n\nTekst. {#tekst}\n`, 'media.md').value,
})
/** Adopted on the first of June, in force from a day. */
const adopted = (version: string, effective?: string, more = '') =>
  text(
    version,
    `status: adopted\napprovals: [{ body: Bestuur, date: 2026-06-01 }]\n${effective === undefined ? '' : `effective: ${effective}\n`}${more}`,
  )
const WITHDRAWN = 'predecessor: { version: 1.0.0, withdrawn: 2026-07-01 }\n'

it.each([
  ['what applies until its day', [adopted('1.0.0', '2026-08-01')], adopted('1.1.0', '2026-12-01'), { replaced: '1.0.0' }],
  [
    'no version whose day it comes before',
    [adopted('1.0.0', '2026-08-01'), adopted('1.1.0', '2027-01-01')],
    adopted('1.2.0', '2026-12-01'),
    { replaced: '1.0.0', idle: { version: '1.1.0' } },
  ],
  [
    'no version that was to begin on the same day',
    [adopted('1.0.0', '2026-08-01'), adopted('1.1.0', '2026-12-01')],
    adopted('1.2.0', '2026-12-01'),
    { replaced: '1.0.0', idle: { version: '1.1.0' } },
  ],
  [
    'nothing where the first never began',
    [adopted('1.0.0', '2027-01-01')],
    adopted('1.1.0', '2026-12-01'),
    { idle: { version: '1.0.0' } },
  ],
  [
    'the one that came before the day of another',
    [adopted('1.0.0', '2026-08-01'), adopted('1.1.0', '2027-01-01'), adopted('1.2.0', '2026-12-01')],
    adopted('1.3.0', '2027-03-01'),
    { replaced: '1.2.0' },
  ],
  [
    'nothing that was withdrawn',
    [adopted('1.0.0', '2026-06-02')],
    adopted('1.1.0', '2026-12-01', WITHDRAWN),
    { idle: { version: '1.0.0', withdrawn: '2026-07-01' } },
  ],
  [
    'nothing from before it was withdrawn',
    [adopted('1.0.0', '2026-06-02'), adopted('1.1.0', '2027-01-01', WITHDRAWN)],
    adopted('1.2.0', '2026-12-01', 'predecessor: { version: 1.1.0 }\n'),
    { idle: { version: '1.1.0' } },
  ],
  ['no copy of a draft', [text('0.9.0', 'status: draft\n')], adopted('1.0.0', '2026-12-01'), {}],
  ['one that began, by a draft without a day', [adopted('1.0.0')], text('1.1.0', 'status: draft\n'), { replaced: '1.0.0' }],
  ['not known of a draft without a day beside one to come', [adopted('1.0.0', '2027-01-01')], text('1.1.0', ''), undefined],
  [
    'not known where the one before is not there',
    [],
    adopted('1.1.0', '2026-12-01', 'predecessor: { version: 1.0.0 }\n'),
    undefined,
  ],
])('a text takes the place of %s', (_, releases, next, expected) => {
  expect(successionOf(next.policy, releases)).toEqual(expected)
})

it('what was withdrawn does not come back while the next release is still to begin', () => {
  const [first, next] = [adopted('1.0.0', '2026-06-02'), adopted('1.1.0', '2027-01-01', WITHDRAWN)]
  const at = (day: string) => inForceOn([first, next], text('1.2.0', '').policy, day)
  expect(at('2026-12-01').now).toBeUndefined()
  expect(at('2026-12-01').coming?.release.version).toBe('1.1.0')
  expect(at('2027-01-01').now?.release.version).toBe('1.1.0')
})

it('a release ends where the nearest that takes its place begins, or where the policy was withdrawn before that', () => {
  const draft = text('2.0.0', 'status: draft\n')
  const gone = (day: string) => text('2.0.0', `status: withdrawn\nwithdrawn: ${day}\n`)
  const two = [adopted('1.0.0', '2026-08-01'), adopted('1.1.0', '2026-12-01')]
  const ends = (releases: typeof two, working: (typeof two)[number]) =>
    releases.map((_, at) => endOf(releases, at, working.policy))
  expect(ends(two, draft)).toEqual([{ day: '2026-12-01', next: '1.1.0', never: false }, undefined])
  expect(ends([...two, adopted('1.2.0', '2026-10-01')], draft)).toEqual([
    { day: '2026-10-01', next: '1.2.0', never: false },
    { day: '2026-10-01', next: '1.2.0', never: true },
    undefined,
  ])
  expect(ends(two, gone('2026-09-01'))).toEqual([
    { day: '2026-09-01', never: false },
    { day: '2026-09-01', never: true },
  ])
  expect(ends(two, gone('2027-01-01'))).toEqual([
    { day: '2026-12-01', next: '1.1.0', never: false },
    { day: '2027-01-01', never: false },
  ])
  // What brought the policy back took the place of nothing.
  const back = adopted('1.1.0', '2026-12-01', WITHDRAWN)
  expect(ends([adopted('1.0.0', '2026-06-02'), back], draft)).toEqual([{ day: '2026-07-01', never: false }, undefined])
  expect(ends([adopted('1.0.0', '2026-06-02'), text('1.1.0', 'status: draft\n')], draft)[0]).toBe(undefined)
})
