import fc from 'fast-check'
import { expect, it } from 'vitest'
import { pairsAscending, pairsInOrder, tokenise } from '../../src/compare/index.js'
import { pairTables } from '../../src/papers/versions/table-pairs.js'
import { isCondition, isNamedBefore, isOpening, isReached } from '../../src/prove/phrase-senses.js'
import type { Unit } from '../../src/prove/unit.js'
import { wordTablesOf } from '../../src/rewording/index.js'
import { growth, TOO_FAST } from '../support/growth.js'
import { runs } from '../support/laws.js'

/** Pairs that go on in one row, in the other or in both. */
const ascending = fc.array(fc.tuple(fc.nat(2), fc.nat(2), fc.integer({ min: 1, max: 4 })), { maxLength: 12 }).map((steps) => {
  let [old, next] = [0, 0]
  const seen = new Set<string>()
  return steps.flatMap(([down, right, worth]) => {
    old += down
    next += right
    const place = `${old} ${next}`
    if (seen.has(place)) return []
    seen.add(place)
    return [[old, next, worth] as const]
  })
})

it('pairs that ascend are paired as all with all are', () => {
  fc.assert(
    fc.property(ascending, fc.nat(2), fc.nat(2), (given, more, others) => {
      const [olds, nexts] = [(given.at(-1)?.[0] ?? 0) + 1 + more, (given.at(-1)?.[1] ?? 0) + 1 + others]
      const worth = (old: number, next: number) => given.find(([o, n]) => o === old && n === next)?.[2] ?? 0
      expect(pairsAscending(olds, nexts, given)).toEqual(pairsInOrder(olds, nexts, worth))
    }),
    { numRuns: runs(300) },
  )
})

it('and take the time of their number', () => {
  const given = (times: number) => Array.from({ length: times }, (_, i) => [i, i, 1] as const)
  expect(growth(given, (pairs) => pairsAscending(pairs.length, pairs.length, pairs), 2000)).toBeLessThan(TOO_FAST)
})

it('the columns of a wide table are read a few times each, not once for every other', () => {
  let reads = 0
  const tableOf = (columns: number, other: string) =>
    Array.from({ length: 3 }, (_, row) =>
      Array.from({ length: columns }, (_, column) => {
        const from = (row * columns + column) * 10
        const text = row === 1 && column % 7 === 0 ? other : `r${row} k${column}`
        return {
          from,
          to: from + 9,
          get leaves() {
            reads++
            return [{ from, to: from + 9, text, around: [] }]
          },
        }
      }),
    )
  const columns = 150
  const fit = { sames: [{ old: 0, next: 0, length: columns * 10 - 1 }], quiet: [], loud: [], exact: false }
  const pairs = pairTables(tableOf(columns, 'was'), tableOf(columns, 'wordt'), fit)
  expect(pairs?.columns).toEqual(Array.from({ length: columns }, (_, place) => ({ old: place, next: place })))
  expect(reads).toBeLessThan(columns * 3 * 4)
})

it('comments that nothing ends are read in the time of their length', () => {
  const open = (times: number) => '<!-- a '.repeat(times)
  expect(growth(open, tokenise, 1500)).toBeLessThan(TOO_FAST)
  expect(tokenise('a <!-- b c --> d').map(({ from, to }) => [from, to])).toContainEqual([2, 14])
})

it.each([
  ['what stands behind a denial', isReached],
  ['a condition', isCondition],
  ['who is named before a pronoun', isNamedBefore],
  ['a clause that a comma closes', isOpening],
] as const)('%s is looked for in the time of the words of a text', (_, reads) => {
  const words = wordTablesOf('nl')
  const sentences = (times: number): readonly Unit[] =>
    Array.from({ length: 10 * times }, (_, at) => {
      const value = ['de', 'regel', 'van', 'dag', '.'][at % 5] ?? ''
      return { kind: value === '.' ? 'end' : 'word', value, from: at, to: at + 1 }
    })
  const readAll = (units: readonly Unit[]) => units.map((_, at) => reads(units, at, words))
  expect(growth(sentences, readAll, 400)).toBeLessThan(TOO_FAST)
})
