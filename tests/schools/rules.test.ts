import { describe, expect, it } from 'vitest'
import { modalityOf } from '../../src/language/norms/index.js'
import { compareSchools } from '../../src/schools/index.js'
import { inventedSet, policyOf, stanceCases, valueCases } from './sets.js'
import { vocabularies } from './support.js'
import { placed, scoreDifferences, scoreRows, scoreStances } from './truth.js'

const doc = (ref: string): string => ref

/**
 * The least that is reached: F1 of sentences in one row, share of stances, share of reported differences that are right. The words and weights were
 * fitted on the first two; the others were never looked at.
 */
const LEAST: Readonly<Record<string, readonly [rows: number, stances: number, differences: number]>> = {
  verzuim: [0.45, 0.88, 0.55],
  conduct: [0.57, 0.95, 0.9],
  telefoons: [0.44, 0.75, 0.7],
  camera: [0.32, 0.63, 0.4],
  complaints: [0.12, 0.83, 0],
}

describe('sentences of invented policies', () => {
  describe.each(Object.entries(LEAST))('%s', (name, [rows, stances, differences]) => {
    const { policies, truth } = inventedSet(name)
    const matrix = compareSchools(policies, vocabularies).value
    const found = placed(matrix, truth, doc)

    it('stand in rows as a reader puts them', () => {
      const { f1, precision, recall } = scoreRows(found, truth)
      expect(f1, JSON.stringify({ precision, recall })).toBeGreaterThanOrEqual(rows)
    })

    it('have the stance a reader gives them', () => {
      const { right, of, wrong } = scoreStances(found, truth)
      expect(right / of, wrong.join('\n')).toBeGreaterThanOrEqual(stances)
    })

    it('differ where a reader finds a difference', () => {
      const { right, of, wrong } = scoreDifferences(matrix, truth, doc)
      expect(right / of, wrong.join('\n')).toBeGreaterThanOrEqual(differences)
    })
  })
})

describe('single sentences', () => {
  // Fitted on those in even places.
  it.each([
    ['nl', 0.72],
    ['en', 0.72],
  ] as const)('have the stance a reader gives them: %s', (lang, least) => {
    const unseen = stanceCases().filter((one, at) => at % 2 === 1 && one.lang === lang && one.stance !== 'none')
    const wrong = unseen.filter(({ text, lead, stance }) => modalityOf(text, lang, lead) !== stance)
    expect(1 - wrong.length / unseen.length, wrong.map(({ id }) => id).join(' ')).toBeGreaterThanOrEqual(least)
  })
})

describe('two texts equal but for values', () => {
  const cases = valueCases().map(({ id, lang, a, b, values }) => {
    const policy = (text: string, ref: string) => policyOf(`---\ntitle: Tekst\nlang: ${lang}\n---\n\n${text}\n`, ref)
    const { rows } = compareSchools([policy(a, 'a'), policy(b, 'b')], vocabularies).value
    return { id, values, rows }
  })

  it('have next to every differing value named, with the words of both', () => {
    const near = (given: string, told: string): boolean => told !== '' && (given.includes(told) || told.includes(given))
    const missing = cases.flatMap(({ id, values, rows }) =>
      values
        .filter(
          ([a, b]) => !rows.some(({ differences }) => differences.some(({ words }) => near(a, words[0]) && near(b, words[1]))),
        )
        .map(([a, b]) => `${id}: ${a} → ${b}`),
    )
    const all = cases.flatMap(({ values }) => values).length
    expect(missing.length / all, missing.join('\n')).toBeLessThanOrEqual(0.02)
  })

  it('are never called the same where they are not', () => {
    const same = cases.flatMap(({ id, rows }) =>
      rows
        .filter(
          ({ standing, cells: [one, other] }) => standing === 'same' && one && other && one.bearer.text !== other.bearer.text,
        )
        .map(({ label }) => `${id}: ${label}`),
    )
    expect(same).toEqual([])
  })
})
