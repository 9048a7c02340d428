import { bench, describe } from 'vitest'
import { compareSchools } from '../../../src/compare/schools/index.js'
import { sector } from './sector.js'
import { vocabularies } from './support.js'

describe('a sector, all against all', () => {
  for (const count of [250, 500, 1000]) {
    const policies = sector(count)
    bench(`${count} policies of 50 clauses`, () => void compareSchools(policies, vocabularies), {
      iterations: 1,
      time: 0,
      warmupIterations: 0,
      warmupTime: 0,
    })
  }
})
