import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  applyComparison,
  type Comparison,
  type Entry,
  type Fate,
  revertComparison,
  summarise,
  toComparisonJson,
} from '../../src/versions/index.js'
import { type Operation, revise } from './revisions.js'
import { compareTexts } from './score.js'

const SEED = 20_240_401
const revisions = fc.record({
  seed: fc.integer({ min: 1, max: 1e6 }),
  sections: fc.integer({ min: 1, max: 9 }),
  count: fc.integer({ min: 0, max: 25 }),
})
const law = (holds: (revision: ReturnType<typeof revise>) => void) =>
  fc.assert(
    fc.property(revisions, (wishes) => holds(revise(wishes))),
    { seed: SEED, numRuns: 20 },
  )

const texts = ({ entries }: Comparison, side: 'old' | 'next'): readonly string[] => {
  const found: string[] = []
  for (const entry of entries) for (const piece of entry[side]) found[piece.clause.index] = piece.text
  return found
}
const indexes = (entry: Entry, side: 'old' | 'next') => entry[side].map(({ clause }) => clause.index)

test('applying the difference to the old text gives the new one, and back', () => {
  law(({ old, next }) => {
    const comparison = compareTexts(old, next)
    expect(applyComparison(comparison, texts(comparison, 'old'))).toEqual(texts(comparison, 'next'))
    expect(revertComparison(comparison, texts(comparison, 'next'))).toEqual(texts(comparison, 'old'))
  })
})

test('a text does not differ from itself', () => {
  law(({ old }) => {
    for (const { fate, moved, renumbered, significance, edits, typography } of compareTexts(old, old).entries) {
      expect({ fate, moved, renumbered, significance, edits, typography }).toEqual({
        fate: 'unchanged',
        moved: false,
        renumbered: false,
        significance: 'none',
        edits: [],
        typography: [],
      })
    }
  })
})

test('the other way around, fates mirror', () => {
  const mirror: Partial<Record<Fate, Fate>> = { added: 'removed', removed: 'added', split: 'merged', merged: 'split' }
  law(({ old, next }) => {
    const forth = compareTexts(old, next).entries.map((e) => [
      e.fate,
      e.moved,
      e.renumbered,
      indexes(e, 'old'),
      indexes(e, 'next'),
    ])
    const back = compareTexts(next, old).entries.map((e) => [
      mirror[e.fate] ?? e.fate,
      e.moved,
      e.renumbered,
      indexes(e, 'next'),
      indexes(e, 'old'),
    ])
    const sorted = (list: unknown[][]) => list.map((entry) => JSON.stringify(entry)).sort()
    expect(sorted(back)).toEqual(sorted(forth))
  })
})

test('every clause of both sides stands in one entry', () => {
  law(({ old, next, oldUnits, nextUnits }) => {
    const { entries } = compareTexts(old, next)
    const numbers = (count: number) => Array.from({ length: count }, (_, k) => k)
    const sorted = (list: number[]) => list.sort((a, b) => a - b)
    expect(sorted(entries.flatMap((entry) => indexes(entry, 'old')))).toEqual(numbers(oldUnits.length))
    expect(sorted(entries.flatMap((entry) => indexes(entry, 'next')))).toEqual(numbers(nextUnits.length))
  })
})

test('edits are in order, apart, and in words', () => {
  law(({ old, next }) => {
    for (const entry of compareTexts(old, next).entries) {
      const [a, b] = [entry.old, entry.next].map((pieces) => pieces.map(({ text }) => text).join('\n')) as [string, string]
      let last: readonly [number, number] = [-1, -1]
      for (const edit of entry.edits) {
        expect(edit.old[0]).toBeGreaterThanOrEqual(last[0])
        expect(edit.next[0]).toBeGreaterThanOrEqual(last[1])
        expect(a.slice(...edit.old)).not.toBe(b.slice(...edit.next))
        for (const [text, at] of [
          [a, edit.old[0]],
          [a, edit.old[1]],
          [b, edit.next[0]],
          [b, edit.next[1]],
        ] as const) {
          expect(/\p{L}\p{L}/u.test(text.slice(at - 1, at + 1)), text.slice(at - 9, at + 9)).toBe(false)
        }
        last = [edit.old[1], edit.next[1]]
      }
    }
  })
})

describe('pairs that differ only in', () => {
  test.each([
    ['quotation marks, dashes, spaces and line ends', ['typography']],
    ['nothing but line ends and numbering', []],
  ] as const)('%s have no edits', (_, operations) => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
        const { old, next } = revise({ seed, operations: operations as readonly Operation[], count: operations.length * 6 })
        for (const { fate, edits, significance } of compareTexts(old, next).entries) {
          expect([fate, edits]).toEqual(['unchanged', []])
          expect(['none', 'typographical']).toContain(significance)
        }
      }),
      { seed: SEED, numRuns: 15 },
    )
  })
})

test('the JSON holds the same, and its summary adds up', () => {
  law(({ old, next }) => {
    const comparison = compareTexts(old, next)
    const json = JSON.parse(JSON.stringify(toComparisonJson(comparison)))
    expect(Object.keys(json)).toEqual(['schema', 'old', 'new', 'summary', 'precise', 'facts', 'stale', 'replaced', 'clauses'])
    expect(json.schema).toBe('clausule/comparison@2')
    expect(json.clauses).toHaveLength(comparison.entries.length)
    const { unchanged, edited, added, removed, split, merged } = summarise(comparison)
    expect(unchanged + edited + added + removed + split + merged).toBe(comparison.entries.length)
    for (const [k, clause] of json.clauses.entries()) {
      const entry = comparison.entries[k] as Entry
      expect(clause.old.map(({ text }: { text: string }) => text)).toEqual(entry.old.map(({ text }) => text))
      for (const piece of clause.new) expect(next.split('\n')[piece.line - 1]).toContain(piece.text.split(' ')[0])
    }
  })
})
