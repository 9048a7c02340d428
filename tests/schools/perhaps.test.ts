import { describe, expect, it } from 'vitest'
import { readCorpus } from '../../src/schools/features.js'
import { compareSchools, toMatrixJson } from '../../src/schools/index.js'
import { perhapsBetween } from '../../src/schools/perhaps.js'
import { inventedSet } from './sets.js'
import { school, vocabularies } from './support.js'
import { scoreDifferences } from './truth.js'

/** What may differ in two sentences that are each other's nearest: what kind it is and the words it rests on. */
function perhaps(one: string, other: string, { score = 0.4, telling = true } = {}) {
  const [a, b] = readCorpus([school('a', [one]), school('b', [other])], vocabularies).features
  if (!a || !b) throw new Error('a sentence has nothing to compare')
  return perhapsBetween([{ a, b, score }], () => telling).map(({ kind, words }) => [kind, ...words])
}

describe('two sentences that may be on one act', () => {
  it.each([
    ['Honden zijn in de hal verboden.', 'Een hond mag in de hal.', ['opposed', 'verboden', 'mag']],
    [
      'Wie een sleutel kwijt is, meldt dat binnen twee dagen.',
      'Een sleutel die weg is: binnen een week melden.',
      ['value', 'twee dagen', 'een week'],
    ],
    ['Er gaan drie begeleiders mee.', 'Begeleiding gaat altijd mee.', ['value', 'drie begeleiders', '']],
    ['Een nieuwe sleutel kost € 20.', 'Een nieuwe sleutel betaalt u zelf.', ['value', '€ 20', '']],
    [
      'Gegevens blijven geheim, tenzij de wet anders zegt.',
      'Gegevens worden geheim gehouden.',
      ['condition', 'tenzij de wet anders zegt', ''],
    ],
  ])('are to be read where something is not the same: %s and %s', (one, other, found) =>
    expect(perhaps(one, other)).toEqual([found]),
  )

  it.each([
    // What must be done about something that is forbidden is another act.
    ['Pesten is verboden.', 'Pesten moet je melden.'],
    // A time that one names may be that of another step, and a single thing is no count.
    ['Wie ziek is, belt binnen een uur.', 'Wie ziek is, belt de receptie.'],
    ['Eén begeleider heeft een diploma.', 'Iemand heeft een diploma.'],
    ['Wat eenmaal online staat, blijft daar.', 'Wat online staat, blijft daar altijd.'],
    ['Fietsen staan in de stalling.', 'Fietsen gaan op slot.'],
    ['Honden blijven thuis.', 'Honden blijven thuis.'],
  ])('are not, where only words differ or two acts are likely: %s and %s', (one, other) =>
    expect(perhaps(one, other)).toEqual([]),
  )

  it('are not where little speaks for one act, and without anything telling only by values of one measure', () => {
    const dogs = ['Honden zijn in de hal verboden.', 'Een hond mag in de hal.'] as const
    expect(perhaps(...dogs, { score: 0.2 })).toEqual([])
    expect(perhaps(...dogs, { telling: false })).toEqual([])
    const days = ['Meld het binnen twee dagen.', 'Geef het door binnen een week.'] as const
    expect(perhaps(...days, { telling: false })).toEqual([['value', 'twee dagen', 'een week']])
  })

  it('are told apart from the differences that are sure, and only between schools of which none of these is told', () => {
    const sets = ['verzuim', 'conduct', 'telefoons', 'camera', 'complaints'].map(inventedSet)
    const scores = sets.map(({ policies, truth }) => {
      const matrix = compareSchools(policies, vocabularies).value
      for (const { differences, perhaps: unsure } of toMatrixJson(matrix).rows) {
        const told = new Set(differences.map(({ a, b }) => `${a.policy} ${b.policy}`))
        expect(unsure.filter(({ a, b }) => told.has(`${a.policy} ${b.policy}`) || told.has(`${b.policy} ${a.policy}`))).toEqual(
          [],
        )
      }
      return scoreDifferences(
        matrix,
        truth,
        (ref) => ref,
        (row) => row.perhaps,
      )
    })
    const [right, of] = [scores.reduce((sum, one) => sum + one.right, 0), scores.reduce((sum, one) => sum + one.of, 0)]
    expect(right / of).toBeGreaterThanOrEqual(0.5)
  })
})
