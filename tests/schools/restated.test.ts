import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readPolicy } from '../../src/read/index.js'
import { resolve } from '../../src/resolve/index.js'
import { compareSchools, schoolPolicy } from '../../src/schools/index.js'
import { GOLD_IS_HERE, pairKey, readGold, scorePairs } from './gold.js'
import { vocabularies } from './support.js'

/** The policies that restate the originals in other sentences, clause by clause and in the same order. */
const RESTATED = {
  AER: { file: 'aeres/social-media.md', names: ['Aeres MBO', 'Aeres'] },
  CAS: { file: 'casparus/social-media.md', names: ['Casparus College', 'Casparus'] },
  FLX: { file: 'flex-college/releases/social-media@1.0.0.md', names: ['FLEX-College', 'FLEX'] },
}
/** Lines of originals that the policy holds outside its clauses (a copyright line) or elsewhere (a footnote). */
const NO_CLAUSE = new Set(['AER 91', 'FLX 114'])

describe.skipIf(!GOLD_IS_HERE)('pairs of the restated policies', () => {
  const gold = GOLD_IS_HERE ? readGold() : { seeds: {}, clauses: [], pairs: [] }
  const policies = Object.entries(RESTATED).map(([doc, { file, names }]) => {
    const policy = readPolicy(readFileSync(new URL(`../../policies/${file}`, import.meta.url)), file).value
    const { clauses, ...rest } = schoolPolicy(resolve(policy).value, { ref: doc, organisation: doc, names })
    return { ...rest, clauses: clauses.filter(({ kind }) => kind !== 'note') }
  })
  const lines = (doc: string) =>
    gold.clauses.filter((clause) => clause.doc === doc && !NO_CLAUSE.has(`${doc} ${clause.line}`)).map(({ line }) => line)

  it('are those of the originals, though hardly a sentence is the same', () => {
    const lineOf = new Map<string, string>()
    for (const { ref, clauses } of policies) {
      expect(clauses.length, ref).toBe(lines(ref).length)
      for (const [index, { id }] of clauses.entries()) lineOf.set(`${ref} ${id}`, `${ref} ${lines(ref)[index]}`)
    }
    const name = ({ policy, id }: { policy: number; id: string }) => lineOf.get(`${policies[policy]?.ref} ${id}`) ?? ''
    const { pairs } = compareSchools(policies, vocabularies).value
    const truth = new Map(
      gold.pairs.map((pair) => [pairKey(`${pair.a.doc} ${pair.a.line}`, `${pair.b.doc} ${pair.b.line}`), pair]),
    )
    const score = scorePairs(new Set(pairs.map(({ a, b }) => pairKey(name(a), name(b)))), truth)
    expect(score.f1, JSON.stringify(score)).toBeGreaterThanOrEqual(0.78)
  })
})
