import { describe, expect, test } from 'vitest'
import { PROOFS } from '../../src/prove/index.js'
import { entriesOf } from './score.js'

/** The one clause that changed between two versions of a sentence. */
function changed(lang: string, old: string, next: string) {
  const entries = entriesOf(lang, old, next).filter(({ significance }) => significance !== 'none')
  expect(entries).toHaveLength(1)
  return entries[0] as (typeof entries)[number]
}

describe.each(PROOFS.map((rule) => [rule.kind, rule] as const))('%s', (kind, { examples }) => {
  test.each(examples.filter(({ harmless }) => harmless).map((example) => [example.old, example.next, example] as const))(
    '%s is %s',
    (_, __, { lang, old, next }) => {
      const there = changed(lang, old, next)
      expect(['typographical', 'editorial']).toContain(there.significance)
      expect(there.reasons.map((reason) => reason.kind)).toContain(kind)
      expect(['typographical', 'editorial']).toContain(changed(lang, next, old).significance)
    },
  )

  test.each(examples.filter(({ harmless }) => !harmless).map((example) => [example.old, example.next, example] as const))(
    '%s is not %s',
    (_, __, { lang, old, next }) => {
      for (const [from, to] of [
        [old, next],
        [next, old],
      ] as const) {
        expect(['to-read', 'substantive']).toContain(changed(lang, from, to).significance)
      }
    },
  )
})

test('every proof has examples of both sides', () => {
  for (const { kind, examples } of PROOFS) {
    expect(
      examples.some(({ harmless }) => harmless),
      kind,
    ).toBe(true)
    expect(
      examples.some(({ harmless }) => !harmless),
      kind,
    ).toBe(true)
  }
})
