import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cluster } from '../../src/schools/cluster.js'
import { growth, TOO_FAST } from '../support/growth.js'

const ALL = { least: 250, limit: Number.POSITIVE_INFINITY }
const apart = (count: number) => Array.from({ length: count }, (_, index) => index)

describe('clusters', () => {
  it('hold items of different parties whose weights are high, on average and at most', () => {
    // Items 0, 1 and 2 are linked all round; 3 hangs on 2 alone: (100 on average + 300) / 2.
    const weights = [
      { a: 0, b: 1, weight: 900 },
      { a: 1, b: 2, weight: 800 },
      { a: 0, b: 2, weight: 700 },
      { a: 2, b: 3, weight: 300 },
    ]
    expect(cluster([0, 1, 2, 3], apart(4), weights, ALL)).toEqual([[0, 1, 2], [3]])
  })

  it('take in two items of one party, which are not held against each other', () => {
    // 1 and 2 belong to one party: only 0-1 and 0-2 count, 300 on average. Of different parties 1-2 would count as 0: (150 + 300) / 2.
    const weights = [
      { a: 0, b: 1, weight: 300 },
      { a: 0, b: 2, weight: 300 },
    ]
    expect(cluster([0, 1, 1], apart(3), weights, ALL)).toEqual([[0, 1, 2]])
    expect(cluster([0, 1, 2], apart(3), weights, ALL)).toEqual([[0, 1], [2]])
  })

  it('expect no more weights between two clusters than were looked for', () => {
    // 0, 1, 2 against 3: one weight of 300 of three possible ones, but only one was looked for.
    const weights = [
      { a: 0, b: 1, weight: 900 },
      { a: 1, b: 2, weight: 900 },
      { a: 0, b: 2, weight: 900 },
      { a: 2, b: 3, weight: 300 },
    ]
    expect(cluster([0, 1, 2, 3], apart(4), weights, { ...ALL, limit: 1 })).toEqual([[0, 1, 2, 3]])
    expect(cluster([0, 1, 2, 3], apart(4), weights, ALL)).toEqual([[0, 1, 2], [3]])
  })

  it('begin with what belongs together already', () => {
    expect(cluster([0, 1, 2], [0, 0, 2], [], ALL)).toEqual([[0, 1], [2]])
  })

  it('part all items, each once, whatever the weights', () => {
    const item = fc.nat({ max: 19 })
    const weights = fc.array(fc.record({ a: item, b: item, weight: fc.integer({ min: 1, max: 1000 }) }), { maxLength: 60 })
    fc.assert(
      fc.property(weights, fc.array(fc.nat({ max: 4 }), { minLength: 20, maxLength: 20 }), (given, parties) => {
        const between = given.filter(({ a, b }) => parties[a] !== parties[b])
        const found = cluster(parties, apart(20), between, ALL)
        expect(found.flat().sort((x, y) => x - y)).toEqual(apart(20))
      }),
      { seed: 6, numRuns: 200 },
    )
  })

  it('take the time of their weights where all are as near: a sentence that two schools repeat', () => {
    const repeated = (times: number) => {
      const of = apart(times)
      const weights = of.flatMap((a) => of.map((b) => ({ a, b: times + b, weight: 900 })))
      return [[...of.map(() => 0), ...of.map(() => 1)], weights] as const
    }
    const run = ([parties, weights]: ReturnType<typeof repeated>) => cluster(parties, apart(parties.length), weights, ALL)
    expect(run(repeated(40))).toEqual([apart(80)])
    // Four times as many sentences have sixteen times as many weights.
    expect(growth(repeated, run, 100)).toBeLessThan(4 * TOO_FAST)
  })
})
