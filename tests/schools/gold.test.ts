import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { compareSchools, type Matrix } from '../../src/schools/index.js'
import { GOLD_IS_HERE, type GoldPair, original, pairKey, readGold, scorePairs } from './gold.js'
import { vocabularies } from './support.js'

interface Reading {
  readonly clauses: Readonly<Record<string, { readonly seed: string; readonly lines: readonly number[] }>>
  readonly pairs: Readonly<Record<string, { readonly sure: readonly string[]; readonly perhaps: readonly string[] }>>
}

const gold = GOLD_IS_HERE ? readGold() : { seeds: {}, clauses: [], pairs: [] }
const reading = JSON.parse(readFileSync(new URL('reading.json', import.meta.url), 'utf8')) as Reading

const docs = () => [
  ...Object.entries(gold.seeds).map(([doc, seed]) =>
    original(
      doc,
      seed,
      gold.clauses.filter((clause) => clause.doc === doc).map(({ line }) => line),
    ),
  ),
  ...Object.entries(reading.clauses).map(([doc, { seed, lines }]) => original(doc, seed, lines)),
]

const proposedOf = ({ pairs, policies }: Matrix, within: (a: string, b: string) => boolean) =>
  new Map(
    pairs.flatMap((pair) => {
      const [a, b] = [policies[pair.a.policy]?.ref ?? '', policies[pair.b.policy]?.ref ?? '']
      return within(a, b) ? [[pairKey(`${a} ${pair.a.id}`, `${b} ${pair.b.id}`), pair] as const] : []
    }),
  )

const keyOf = ({ a, b }: GoldPair) => pairKey(`${a.doc} ${a.line}`, `${b.doc} ${b.line}`)
const isRule = (grade: string) => grade !== 'related'

describe.skipIf(!GOLD_IS_HERE)('pairs of the originals', () => {
  const truth = new Map(gold.pairs.map((pair) => [keyOf(pair), pair]))
  const inGold = (a: string, b: string) => a in gold.seeds && b in gold.seeds
  const policies = GOLD_IS_HERE ? docs() : []
  const matrix = compareSchools(policies, vocabularies).value
  const proposed = proposedOf(matrix, inGold)

  it('agree with two people', () => {
    const score = scorePairs(new Set(proposed.keys()), truth)
    expect(score.f1, JSON.stringify(score)).toBeGreaterThanOrEqual(0.85)
  })

  it('agree with them too when two documents are compared by themselves', () => {
    const names = Object.keys(gold.seeds)
    const keys = names.flatMap((a, index) =>
      names.slice(index + 1).flatMap((b) => {
        const two = compareSchools(
          policies.filter(({ ref }) => ref === a || ref === b),
          vocabularies,
        ).value
        return [...proposedOf(two, inGold).keys()]
      }),
    )
    const score = scorePairs(new Set(keys), truth)
    expect(score.f1, JSON.stringify(score)).toBeGreaterThanOrEqual(0.84)
  })

  it('miss next to none that both people call the same rule', () => {
    const rules = [...truth].filter(([, { sure, grades }]) => sure && grades.every(isRule))
    expect(rules.length).toBeGreaterThan(30)
    expect(rules.filter(([key]) => proposed.has(key)).length / rules.length).toBeGreaterThanOrEqual(0.95)
  })

  it('have the right grade', () => {
    const found = [...truth].flatMap(([key, { sure, grades }]) => {
      const pair = sure ? proposed.get(key) : undefined
      return pair ? [grades.map(isRule).includes(isRule(pair.grade))] : []
    })
    expect(found.filter(Boolean).length / found.length).toBeGreaterThanOrEqual(0.8)
  })

  const other = new Map(
    Object.entries(reading.pairs).flatMap(([ends, { sure, perhaps }]) => {
      const [a, b] = ends.split('-')
      return [...sure, ...perhaps].map((entry) => {
        const [lines = '', ...grades] = entry.split(' ')
        const [x, y] = lines.split('-')
        const rules = grades.map((grade) => grade === 'rule')
        return [pairKey(`${a} ${x}`, `${b} ${y}`), { sure: rules.length > 0, rules }] as const
      })
    }),
  )
  const beyond = proposedOf(matrix, (a, b) => !inGold(a, b))

  it('agree with other readers about the documents the two people leave out', () => {
    const score = scorePairs(new Set(beyond.keys()), other)
    expect(score.f1, JSON.stringify(score)).toBeGreaterThanOrEqual(0.8)
  })

  it('miss next to none there either that all readers call the same rule', () => {
    const same = [...other].filter(([, { rules }]) => rules.length > 1 && rules.every(Boolean))
    expect(same.length).toBeGreaterThan(20)
    expect(same.filter(([key]) => beyond.has(key)).length / same.length).toBeGreaterThanOrEqual(0.95)
  })

  it('have a grade that one of these readers gave', () => {
    const found = [...other].flatMap(([key, { rules }]) => {
      const pair = rules.length > 0 ? beyond.get(key) : undefined
      return pair ? [rules.includes(isRule(pair.grade))] : []
    })
    expect(found.filter(Boolean).length / found.length).toBeGreaterThanOrEqual(0.8)
  })
})
