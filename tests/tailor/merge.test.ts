import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalPolicy, clauses, type Policy, plainText } from '../../src/model/index.js'
import { readPolicy, writePolicy } from '../../src/read/index.js'
import { type Decided, type Merge, mergePolicies, type Way } from '../../src/tailor/merge/index.js'
import { branch, dice, invent, written } from './branches.js'

const SEED = 20_260_301
// A text that names its language is read sooner than one whose words are asked for it.
const read = (source: string): Policy => readPolicy(`---\ntitle: Model\nlang: nl\n---\n\n${source}`, 'test.md').value
/** A text as a file holds it: what cannot be written and read again is no merged text. */
const text = (body: Merge['body']): string => writePolicy({ ...body, yaml: '' })
const same = (a: Policy): string => canonicalPolicy({ ...a, metadata: { title: '', status: 'draft', lang: 'nl' } })

const cases = fc.record({
  seed: fc.integer({ min: 1, max: 1e7 }),
  sections: fc.integer({ min: 1, max: 4 }),
  theirs: fc.integer({ min: 0, max: 5 }),
  ours: fc.integer({ min: 0, max: 5 }),
})

/** Two branches of one text: the template's next edition and a school's own text. */
function branches({ seed, sections, theirs, ours }: { seed: number; sections: number; theirs: number; ours: number }) {
  const source = dice(seed)
  const draft = invent(source, sections)
  const [a, b] = [branch(draft, source, 'model', theirs), branch(draft, source, 'school', ours)]
  const [base, next, own] = [draft, a.units, b.units].map((units) => read(written(units))) as [Policy, Policy, Policy]
  return { base, next, own, theirs: a.changes, ours: b.changes }
}

const law = (holds: (given: ReturnType<typeof branches>, seed: number) => void, runs = 120) =>
  fc.assert(
    fc.property(cases, (wishes) => holds(branches(wishes), wishes.seed)),
    { seed: SEED, numRuns: runs },
  )

describe('three texts as one', () => {
  it('are what one side made, where the other changed nothing', () => {
    law(({ base, next, own }) => {
      expect(same({ ...own, ...mergePolicies(base, base, own).body })).toBe(same(own))
      expect(same({ ...own, ...mergePolicies(base, next, base).body })).toBe(same(next))
      expect(same({ ...own, ...mergePolicies(base, next, next).body })).toBe(same(next))
    })
  })

  it('are written and read again as they are', () => {
    law(({ base, next, own }) => {
      const once = text(mergePolicies(base, next, own).body)
      expect(text(read(once))).toBe(once)
    })
  })

  it('have every clause that we changed or added, as we have it, unless both changes stand in it', () => {
    law(({ base, next, own, ours }) => {
      const merge = mergePolicies(base, next, own)
      const result = new Map(clauses(read(text(merge.body))).map((clause) => [clause.id, plainText(clause.node)]))
      const outcomes = new Map(merge.steps.map((step) => [step.id, step.outcome]))
      for (const { id, node } of clauses(own)) {
        const change = id === undefined ? undefined : ours.get(id)
        if (id === undefined || !change || change.what === 'moved') continue
        const [words, merged] = [plainText(node), result.get(id)]
        expect(merged).toBeDefined()
        if (outcomes.get(id) === 'merged') {
          for (const word of words.match(/school\d+/g) ?? []) expect(merged).toContain(word)
        } else expect(merged).toBe(words)
      }
    })
  })

  it('have no word that is in neither side', () => {
    law(({ base, next, own }) => {
      const known = new Set(
        [next, own]
          .flatMap((each) => clauses(each).map(({ node }) => plainText(node)))
          .join(' ')
          .split(/\s+/),
      )
      const merged = clauses(read(text(mergePolicies(base, next, own).body))).map(({ node }) => plainText(node))
      expect(
        merged
          .join(' ')
          .split(/\s+/)
          .filter((word) => !known.has(word)),
      ).toEqual([])
    })
  })

  it('stay as they are when they are merged again', () => {
    law(({ base, next, own }) => {
      const once = read(text(mergePolicies(base, next, own).body))
      expect(text(mergePolicies(next, next, once).body)).toBe(text(once))
    }, 150)
  })

  it('are the same in whichever order decisions were taken', () => {
    law(({ base, next, own }, seed) => {
      const source = dice(seed + 1)
      const asked = mergePolicies(base, next, own).steps.filter(({ ways, id }) => ways.length > 0 && id !== undefined)
      const decided = asked.map(({ id, ways }): [string, Decided] => {
        const way = source.pick(ways) as Way
        return [id as string, way === 'own' ? { way, words: 'Eigen woorden.' } : { way }]
      })
      const [forth, back] = [decided, [...decided].reverse()].map((list) =>
        text(mergePolicies(base, next, own, { decisions: new Map(list) }).body),
      )
      expect(back).toBe(forth)
      const all = mergePolicies(base, next, own, { decisions: new Map(decided) })
      const result = new Map(clauses(read(text(all.body))).map((clause) => [clause.id, plainText(clause.node)]))
      for (const [id, { way }] of decided) if (way === 'own') expect(result.get(id)).toBe('Eigen woorden.')
    }, 150)
  })

  it('ask nothing where one side changed, and put different sentences together', () => {
    const counts = { oneSided: 0, undecided: 0, bothSided: 0, apart: 0 }
    law(({ base, next, own, theirs, ours }) => {
      const steps = new Map(mergePolicies(base, next, own).steps.map((step) => [step.id, step]))
      for (const { id = '' } of clauses(base)) {
        const [a, b] = [theirs.get(id), ours.get(id)]
        const step = steps.get(id)
        if ((a && !b) || (b && !a)) {
          counts.oneSided++
          if (step?.asks) counts.undecided++
        } else if (a?.what === 'edited' && b?.what === 'edited' && a.sentence !== b.sentence) {
          counts.bothSided++
          if (step?.outcome === 'merged') counts.apart++
        }
      }
    }, 300)
    expect(counts.oneSided).toBeGreaterThan(500)
    // Two clauses that changed places can each be called the one that moved.
    expect(counts.undecided / counts.oneSided).toBeLessThan(0.01)
    expect(counts.bothSided).toBeGreaterThan(5)
    expect(counts.apart).toBe(counts.bothSided)
  })
})
