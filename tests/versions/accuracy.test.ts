import { beforeAll, describe, expect, test } from 'vitest'
import type { Entry } from '../../src/versions/index.js'
import { type Operation, type Revision, revise } from './revisions.js'
import { compareTexts, type Score, score } from './score.js'

/**
 * Sixty invented revisions with known truth, Dutch and English, plain Markdown without ids. The bars are those of the project: they are
 * lower than what is reached, and a change of the method that falls below one of them is wrong.
 */
const PAIRS = 60
const scored: { readonly revision: Revision; readonly score: Score }[] = []

beforeAll(() => {
  for (let seed = 1; seed <= PAIRS; seed++) {
    const revision = revise({ seed: 7000 + seed })
    scored.push({ revision, score: score(compareTexts(revision.old, revision.next), revision) })
  }
})

const sum = (value: (score: Score) => number) => scored.reduce((total, { score: one }) => total + value(one), 0)

/** Every entry about a clause that one of the operations was done to. */
const touched = (...operations: readonly Operation[]): readonly Entry[] =>
  scored.flatMap(({ revision, score: { entries } }) =>
    [...revision.truth].flatMap(([uid, truth]) => {
      const entry = entries.get(uid)
      return entry && truth.operation && operations.includes(truth.operation) ? [entry] : []
    }),
  )

test('both languages and every kind of numbering are there', () => {
  expect(new Set(scored.map(({ revision }) => revision.lang))).toEqual(new Set(['nl', 'en']))
  expect(sum(({ clauses }) => clauses)).toBeGreaterThan(2000)
})

test('fates are right for 97 % of clauses', () => {
  const wrong = scored.flatMap(({ score: { wrong: lines } }) => lines)
  expect(sum(({ right }) => right) / sum(({ clauses }) => clauses), wrong.slice(0, 10).join('\n')).toBeGreaterThan(0.97)
})

test('moves, and moves with edits, are shown as moves', () => {
  expect(sum(({ moves }) => moves.true)).toBeGreaterThan(60)
  expect(sum(({ moves }) => moves.found) / sum(({ moves }) => moves.true)).toBeGreaterThan(0.9)
})

test('hardly more is marked than had to be', () => {
  expect(sum(({ marked }) => marked) / sum(({ least }) => least)).toBeLessThan(1.15)
})

test('no renumbered, reflowed or typographical clause is marked', () => {
  const clauses = scored.flatMap(({ revision, score: { entries } }) =>
    revision.oldUnits.flatMap(({ uid }) => {
      const truth = revision.truth.get(uid)
      const entry = entries.get(uid)
      return entry && (truth === undefined || truth.operation === 'typography') ? [entry] : []
    }),
  )
  expect(clauses.length).toBeGreaterThan(1500)
  expect(clauses.filter(({ fate }) => fate === 'edited').length).toBe(0)
})

test('a clause that was divided or joined is known though its words were changed as well', () => {
  const asked: Operation[] = ['split-edit', 'merge-edit', 'reword', 'add', 'remove', 'move']
  const found = { split: [0, 0], merged: [0, 0] }
  let [others, right] = [0, 0]
  for (let seed = 1; seed <= 60; seed++) {
    const revision = revise({ seed: 90_000 + seed, sections: 5, count: 8, operations: asked })
    const { entries } = score(compareTexts(revision.old, revision.next), revision)
    for (const { uid } of revision.oldUnits) {
      const truth = revision.truth.get(uid)
      const entry = entries.get(uid)
      if (truth?.fate === 'split' || truth?.fate === 'merged') {
        const count = found[truth.fate]
        count[1] = (count[1] ?? 0) + 1
        if (entry?.fate === truth.fate) count[0] = (count[0] ?? 0) + 1
      } else {
        others += 1
        if (entry?.fate === (truth?.fate ?? 'unchanged')) right += 1
      }
    }
  }
  for (const [known = 0, all = 0] of Object.values(found)) {
    expect(all).toBeGreaterThan(60)
    expect(known / all).toBeGreaterThan(0.9)
  }
  // Nothing that was only edited, or new, is taken for a part.
  expect(right / others).toBeGreaterThan(0.99)
})

describe('significance', () => {
  const reasonsOf = (entry: Entry): readonly string[] => entry.reasons.map(({ kind }) => kind)

  test.each([
    ['negate', ['negation']],
    ['modal', ['norm']],
    ['number', ['number', 'amount', 'period']],
    ['date', ['date']],
  ] as const)('every %s is substantive, with its reason', (operation, kinds) => {
    const entries = touched(operation)
    expect(entries.length).toBeGreaterThan(2)
    for (const entry of entries) {
      expect(entry.significance).toBe('substantive')
      expect(
        kinds.some((kind) => reasonsOf(entry).includes(kind)),
        reasonsOf(entry).join(),
      ).toBe(true)
    }
  })

  test('spelling and punctuation are not', () => {
    const entries = touched('spelling', 'punctuation')
    expect(entries.length).toBeGreaterThan(40)
    expect(entries.filter(({ significance }) => significance !== 'substantive').length / entries.length).toBeGreaterThan(0.9)
  })

  test('added and removed rules are, a move is not', () => {
    for (const entry of touched('add', 'remove')) expect(entry.significance).toBe('substantive')
    // Under another heading the same words may be another rule: whether they are, a person must read.
    for (const entry of touched('move')) expect(['editorial', 'to-read']).toContain(entry.significance)
  })
})
