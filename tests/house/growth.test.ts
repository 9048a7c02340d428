import { expect, it } from 'vitest'
import { growth, TOO_FAST } from '../support/growth.js'

/** Steps that nothing can leave out. */
function steps(count: number): number {
  let sum = 0
  for (let at = 0; at < count; at++) sum = (sum * 31 + at) % 1_000_003
  return sum
}

const counted = (times: number): number => times

it('tells work that takes the square of its length from work that takes its length', () => {
  expect(growth(counted, (count) => steps(count * 10_000), 100)).toBeLessThan(TOO_FAST)
  expect(growth(counted, (count) => steps(count * count * 100), 100)).toBeGreaterThanOrEqual(TOO_FAST)
})

it('measures nothing that is remembered, and says so', () => {
  const known = new Map<number, number>()
  const remembered = (count: number) => known.get(count) ?? known.set(count, steps(count * 100_000)).get(count)
  expect(() => growth(counted, remembered, 100)).toThrow('remembered')
})
