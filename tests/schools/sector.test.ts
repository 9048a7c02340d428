import { describe, expect, it } from 'vitest'
import { compareSchools, toMatrixJson, toOutlierJson } from '../../src/schools/index.js'
import { sector } from './sector.js'
import { vocabularies } from './support.js'

describe('a sector', () => {
  const policies = sector(45)
  const matrix = compareSchools(policies, vocabularies).value

  it('is compared by the best counterparts of each clause, and says so', () => {
    expect([matrix.complete, toMatrixJson(matrix).complete, toOutlierJson(matrix, 0).complete]).toEqual([false, false, false])
    expect(compareSchools(policies.slice(0, 3), vocabularies).value.complete).toBe(true)
    expect(matrix.pairs.length).toBeLessThan(8 * 50 * 45)
    expect(matrix.pairs.length).toBeGreaterThan(50 * 45)
  })

  it('has every sentence in one row', () => {
    const sentences = matrix.policies.flatMap(({ clauses }) => clauses.flatMap((clause) => clause.sentences))
    const listed = matrix.rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.sentences))
    expect(listed.length).toBe(sentences.length)
    expect(new Set(listed)).toEqual(new Set(sentences))
  })
})
