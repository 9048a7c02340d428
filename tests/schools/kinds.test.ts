import { describe, expect, it } from 'vitest'
import { candidates } from '../../src/schools/candidates.js'
import { readCorpus } from '../../src/schools/features.js'
import { kindsOf } from '../../src/schools/kinds.js'
import { Measuring } from '../../src/schools/measure.js'
import { school, vocabularies } from './support.js'

const RULES = [
  'Leerlingen geven de bibliothecaris elk boek binnen drie weken terug.',
  'Wie een boek kwijtraakt, betaalt € 8. De mentor hoort ervan.',
  'De bibliothecaris mag een leerling twee weken lang geen boek meegeven.',
  'Een woordenboek wordt niet uitgeleend.',
]

/** Schools that say the same in other places: one leaves a rule out, one has another heading, one another lead-in, one has a rule beside others. */
const schools = [
  ...Array.from({ length: 9 }, (_, at) =>
    school(
      `School ${at}`,
      RULES.filter((_, rule) => rule !== at).map((text) => ({ text, sections: ['Lenen'] })),
    ),
  ),
  school(
    'De Ark',
    RULES.map((text) => ({ text, sections: ['Kwijt en betalen'] })),
  ),
  school(
    'De Brug',
    RULES.map((text) => ({ text, sections: ['Lenen'], lead: 'Wie een klacht over verzuim heeft:' })),
  ),
  school('De Dam', [
    { text: RULES.join(' '), sections: ['Lenen'] },
    ...RULES.slice(2).map((text) => ({ text, topic: 'toezicht' })),
  ]),
]

describe('sentences that many schools have in the same words', () => {
  const corpus = readCorpus(schools, vocabularies)
  const { features } = corpus
  const { pairs } = candidates(corpus, Number.POSITIVE_INFINITY)
  const measuredWith = (count: number) => {
    const measuring = new Measuring(features, count)
    return Array.from(pairs.a, (a, at) => ({ ...measuring.of(a, pairs.b[at] as number, corpus.ground) }))
  }

  it('are measured once, and every pair of them as if it were the only one', () => {
    expect(pairs.a.length).toBeGreaterThan(100)
    // None is known of kinds where there are fewer pairs than kinds could make.
    expect(measuredWith(pairs.a.length)).toEqual(measuredWith(0))
    expect(kindsOf(features).count ** 2).toBeLessThanOrEqual(pairs.a.length)
  })

  it('are of one kind only where they stand under the same words and in the same clause', () => {
    const { of } = kindsOf(features)
    const kindsAt = (...names: readonly string[]) =>
      names.map((name) => {
        const policy = schools.findIndex(({ title }) => title === name)
        return of[
          features.findIndex(
            (each) => each.policy === policy && each.clause.text.includes('woordenboek') && each.words.includes('woordenboek'),
          )
        ]
      })
    expect(new Set(kindsAt('School 0', 'School 1', 'School 8')).size).toBe(1)
    expect(new Set(kindsAt('School 0', 'De Ark', 'De Brug', 'De Dam')).size).toBe(4)
  })
})
