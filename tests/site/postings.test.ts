import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Postings, unpacked } from '../../src/site/postings.js'
import { Terms } from '../../src/site/terms.js'

const USUAL = 1
const index = (said: readonly (readonly [term: string, clause: number, field: number])[]) => {
  const postings = new Postings()
  for (const [term, clause, field] of said) postings.of(term).add(clause, field)
  return postings.packed(USUAL)
}

describe('where terms stand', () => {
  it('reads back what was packed', () => {
    const places = fc.uniqueArray(fc.integer({ min: 0, max: 3_000_000 }), { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(places, fc.infiniteStream(fc.integer({ min: 1, max: 31 })), (clauses, fields) => {
        const sorted = [...clauses].sort((a, b) => a - b)
        const bits = sorted.map(() => fields.next().value as number)
        const packed = index(sorted.map((clause, at) => ['term', clause, bits[at] as number]))
        expect(unpacked(packed.places, USUAL)).toEqual({ clauses: sorted, fields: bits })
      }),
      { seed: 18 },
    )
  })

  it('joins the fields of one clause', () => {
    const terms = new Terms(
      index([
        ['regel', 4, 1],
        ['regel', 4, 8],
        ['regel', 9, 1],
        ['ander', 9, 2],
      ]),
      USUAL,
    )
    expect(terms.places('regel')).toEqual({ clauses: [4, 9], fields: [9, 1] })
    expect(terms.places('regels')).toBeUndefined()
    expect([terms.has('ander'), terms.has('and')]).toEqual([true, false])
  })

  it('finds what begins so and what is near', () => {
    const words = ['klacht', 'klachtencommissie', 'klachten', 'kracht', 'nacht', 'telefoon', 'zwemmen']
    const terms = new Terms(index(words.map((word, at) => [word, at, 1])), USUAL)
    expect(terms.beginning('klacht')).toEqual(['klachten', 'klachtencommissie'])
    expect(terms.beginning('zz')).toEqual([])
    expect(terms.near('klacht')).toEqual(['kracht'])
    expect(terms.near('telefon')).toEqual(['telefoon'])
    expect(terms.near('telefono')).toEqual(['telefoon'])
  })

  it('holds nothing where nothing is', () => {
    const terms = new Terms(index([]), USUAL)
    expect([terms.has(''), terms.has('a'), terms.beginning('a'), terms.near('abcdef')]).toEqual([false, false, [], []])
  })
})
