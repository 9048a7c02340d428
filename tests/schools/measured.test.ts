import { basename } from 'node:path'
import { describe, expect, it } from 'vitest'
import { compareSchools, type SchoolPolicy } from '../../src/schools/index.js'
import { GOLD_IS_HERE, original, readGold, readRules } from './gold.js'
import { inventedSet, setOfFile } from './sets.js'
import { vocabularies } from './support.js'
import { placed, scoreDifferences, scoreRows, scoreSilences, scoreStances, type Truth } from './truth.js'

/**
 * What a comparison reaches on every set there is, a line each: `CLAUSULE_SETS=all npx vitest run tests/schools/measured.test.ts`. Files of
 * more sets are named in the place of `all`, apart by commas.
 */
const ASKED = process.env.CLAUSULE_SETS ?? ''
const OURS = ['verzuim', 'conduct', 'telefoons', 'camera', 'complaints']

interface Measured {
  readonly name: string
  readonly policies: readonly SchoolPolicy[]
  readonly truth: Truth
}

function originals(): Measured {
  const gold = readGold()
  const policies = Object.entries(gold.seeds).map(([doc, seed]) =>
    original(
      doc,
      seed,
      gold.clauses.filter((clause) => clause.doc === doc).map(({ line }) => line),
    ),
  )
  return { name: 'originals', policies, truth: readRules() }
}

const sets = (): readonly Measured[] =>
  ASKED === 'all'
    ? [...(GOLD_IS_HERE ? [originals()] : []), ...OURS.map((name) => ({ name, ...inventedSet(name) }))]
    : ASKED.split(',').map((path) => ({ name: basename(path, '.json'), ...setOfFile(path) }))

const round = (share: number): number => Math.round(1000 * share) / 1000

describe.skipIf(ASKED === '')('the sets', () => {
  it('are measured', () => {
    const doc = (ref: string): string => ref
    const lines = sets().map(({ name, policies, truth }) => {
      const matrix = compareSchools(policies, vocabularies).value
      const found = placed(matrix, truth, doc)
      const [rows, stances] = [scoreRows(found, truth), scoreStances(found, truth)]
      const [told, silent] = [scoreDifferences(matrix, truth, doc), scoreSilences(matrix, truth, doc)]
      const perhaps = scoreDifferences(matrix, truth, doc, (row) => row.perhaps)
      const both = scoreDifferences(matrix, truth, doc, (row) => [...row.differences, ...row.perhaps])
      return {
        set: name,
        precision: round(rows.precision),
        recall: round(rows.recall),
        'rows F1': round(rows.f1),
        stances: `${stances.right} of ${stances.of}`,
        'differences right': `${told.right} of ${told.of}`,
        found: `${told.found} of ${told.told}`,
        'perhaps, right': `${perhaps.right} of ${perhaps.of}`,
        'found with these': both.found,
        'not found, and not there': `${silent.right} of ${silent.of}`,
      }
    })
    console.table(lines)
    expect(lines.length).toBeGreaterThan(0)
  })
})
