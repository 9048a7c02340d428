import { describe, expect, it } from 'vitest'
import { modalityOf } from '../../src/norms/index.js'
import { GOLD_IS_HERE, originalClauses, readGold } from '../schools/gold.js'

describe.skipIf(!GOLD_IS_HERE)('modality of the originals', () => {
  it('is right for at least 85 % of the clauses on which two people agree', () => {
    const gold = readGold()
    const judged = Object.entries(gold.seeds).flatMap(([doc, seed]) => {
      const truth = gold.clauses.filter((clause) => clause.doc === doc)
      return originalClauses(
        seed,
        truth.map((clause) => clause.line),
      ).flatMap((clause) => {
        const { modality, agreed } = truth.find((other) => other.line === clause.line) ?? { modality: [], agreed: false }
        const found = modalityOf(clause.text, 'nl', clause.lead)
        return agreed ? [{ doc, line: clause.line, expected: modality[0], found }] : []
      })
    })
    const wrong = judged.filter(({ expected, found }) => expected !== found)
    expect(judged.length).toBeGreaterThan(90)
    expect(1 - wrong.length / judged.length, JSON.stringify(wrong, null, 1)).toBeGreaterThanOrEqual(0.85)
  })
})
