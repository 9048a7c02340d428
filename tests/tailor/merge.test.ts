import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { canonicalPolicy, clauses, type Policy, plainText } from '../../src/model/index.js'
import { readPolicy, writePolicy } from '../../src/read/index.js'
import { type Decided, type Merge, mergePolicies, type Way } from '../../src/tailor/merge/index.js'
import { runs } from '../support/laws.js'
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

interface Wishes {
  readonly seed: number
  readonly sections: number
  readonly theirs: number
  readonly ours: number
}

/** Two branches of one text: the template's next edition and a school's own text, and the two as one. */
function branches({ seed, sections, theirs, ours }: Wishes) {
  const source = dice(seed)
  const draft = invent(source, sections)
  const [a, b] = [branch(draft, source, 'model', theirs), branch(draft, source, 'school', ours)]
  const [base, next, own] = [draft, a.units, b.units].map((units) => read(written(units))) as [Policy, Policy, Policy]
  const merge = mergePolicies(base, next, own)
  return { base, next, own, theirs: a.changes, ours: b.changes, merge, merged: text(merge.body) }
}

// The laws hold for the same branches, by one seed; each pair is made for the first law that asks.
const known = new Map<string, ReturnType<typeof branches>>()
function branchesOf(wishes: Wishes): ReturnType<typeof branches> {
  const key = JSON.stringify(wishes)
  const made = known.get(key) ?? branches(wishes)
  // Thousands would not fit in memory.
  if (known.size < 1000) known.set(key, made)
  return made
}

const law = (holds: (given: ReturnType<typeof branches>, seed: number) => void, few = 30) =>
  fc.assert(
    fc.property(cases, (wishes) => holds(branchesOf(wishes), wishes.seed)),
    { seed: SEED, numRuns: runs(few) },
  )

describe('three texts as one', () => {
  afterAll(() => known.clear())

  it('keep the rules between their clauses, in a section too', () => {
    const base = read('# Een {#een}\n\nEen regel. {#regel}\n\n---\n\nNog een. {#nog}\n')
    const next = read('# Een {#een}\n\nEen nieuwe regel. {#regel}\n\n---\n\nNog een. {#nog}\n')
    expect(text(mergePolicies(base, next, base).body)).toBe(text(next))
  })

  it('end HTML of the template that nobody ended before what the school has behind it', () => {
    const base = read('# Een {#een}\n\nEen regel. {#regel}\n\n# Twee {#twee}\n\nNog een. {#nog}\n')
    const ours = read('# Een {#een}\n\nEen regel. {#regel}\n\n# Twee {#twee}\n\nNog een van ons. {#nog}\n')
    for (const open of ['<!-- weg ermee', '<pre>', '<?php', '<![CDATA[']) {
      const next = read(`# Een {#een}\n\nEen regel. {#regel}\n\n${open}\n\n# Twee\n\nNog een.\n`)
      const merged = read(text(mergePolicies(base, next, ours).body))
      expect(clauses(merged).flatMap(({ id, node }) => (id === 'nog' ? [plainText(node)] : []))).toEqual(['Nog een van ons.'])
      expect(text(merged)).toBe(text(read(text(merged))))
    }
  })

  it('keep a heading that the template took out as long as a clause of the school stands under it, and ask nothing of it', () => {
    const base = read('# Een {#een}\n\nEen regel. {#regel}\n\n# Twee {#twee}\n\nNog een. {#nog}\n')
    const next = read('# Een {#een}\n\nEen regel. {#regel}\n')
    const ours = read('# Een {#een}\n\nEen regel. {#regel}\n\n# Twee {#twee}\n\nNog een. {#nog}\n\nOns eigen stuk. {#eigen}\n')
    const outcomes = (merge: Merge) => merge.steps.map(({ id, outcome, asks }) => `${id} ${outcome}${asks ? ' ?' : ''}`)
    const merge = mergePolicies(base, next, ours)
    expect(outcomes(merge)).toEqual(['een same', 'regel same', 'twee withdrawn-around', 'nog withdrawn', 'eigen own'])
    expect(text(merge.body)).toBe('# Een {#een}\n\nEen regel. {#regel}\n\n# Twee {#twee}\n\nOns eigen stuk. {#eigen}\n')
    const edited = read(text(base).replace('Nog een.', 'Nog één.'))
    expect(outcomes(mergePolicies(base, next, edited)).slice(2)).toEqual(['twee withdrawn-around', 'nog withdrawn-edited ?'])
    const gone = mergePolicies(base, next, edited, { decisions: new Map([['nog', { way: 'template' }]]) })
    expect(text(gone.body)).toBe(text(next))
  })

  it('put an edit into a provision that the template divided where the part it is in stayed, and ask where that went', () => {
    const long =
      'Een leerling die te laat komt, meldt zich bij de balie en haalt daar een briefje. De balie noteert hoe laat het was.'
    const base = read(`# Regels {#regels}\n\n1. ${long} {#laat}\n2. De conciërge sluit de poort. {#poort}\n`)
    const next = read(
      '# Regels {#regels}\n\n1. Een leerling die te laat komt, meldt zich bij de balie en haalt daar een briefje. {#laat}\n2. De balie noteert hoe laat het was. {#noteren}\n3. De conciërge sluit de poort. {#poort}\n',
    )
    const ours = (from: string, to: string) => read(text(base).replace(from, to))
    const stayed = mergePolicies(base, next, ours('een briefje', 'een groen briefje'))
    expect(stayed.steps.filter(({ asks }) => asks)).toEqual([])
    expect(text(stayed.body)).toBe(text(next).replace('een briefje', 'een groen briefje'))
    const kept = mergePolicies(base, next, ours('een briefje', 'een groen briefje'), {
      decisions: new Map([['laat', { way: 'keep' }]]),
    })
    expect(text(kept.body)).toBe(text(base).replace('een briefje', 'een groen briefje'))
    const went = mergePolicies(base, next, ours('hoe laat het was', 'hoe laat het was en waarom'))
    expect(went.steps.filter(({ asks }) => asks).map(({ id }) => id)).toEqual(['laat'])
    expect(text(went.body)).toBe(text(base).replace('hoe laat het was', 'hoe laat het was en waarom'))
  })

  it('are what one side made, where the other changed nothing', () => {
    law(({ base, next, own }) => {
      expect(same({ ...own, ...mergePolicies(base, base, own).body })).toBe(same(own))
      expect(same({ ...own, ...mergePolicies(base, next, base).body })).toBe(same(next))
      expect(same({ ...own, ...mergePolicies(base, next, next).body })).toBe(same(next))
    })
  })

  it('are written and read again as they are', () => {
    law(({ merged }) => {
      expect(text(read(merged))).toBe(merged)
    })
  })

  it('have every clause that we changed or added, as we have it, unless both changes stand in it', () => {
    law(({ own, ours, merge, merged: whole }) => {
      const result = new Map(clauses(read(whole)).map((clause) => [clause.id, plainText(clause.node)]))
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
    law(({ next, own, merged }) => {
      const words = new Set(
        [next, own]
          .flatMap((each) => clauses(each).map(({ node }) => plainText(node)))
          .join(' ')
          .split(/\s+/),
      )
      const result = clauses(read(merged)).map(({ node }) => plainText(node))
      expect(
        result
          .join(' ')
          .split(/\s+/)
          .filter((word) => !words.has(word)),
      ).toEqual([])
    })
  })

  it('stay as they are when they are merged again', () => {
    law(({ next, merged }) => {
      const once = read(merged)
      expect(text(mergePolicies(next, next, once).body)).toBe(text(once))
    }, 150)
  })

  it('are the same in whichever order decisions were taken', () => {
    law(({ base, next, own, merge }, seed) => {
      const source = dice(seed + 1)
      const asked = merge.steps.filter(({ ways, id }) => ways.length > 0 && id !== undefined)
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
    law(({ base, theirs, ours, merge }) => {
      const steps = new Map(merge.steps.map((step) => [step.id, step]))
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
